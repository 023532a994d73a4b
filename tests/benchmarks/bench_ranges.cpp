// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace with 50,000 rules of 20 products: first rows on the screen, against filling a
// QStandardItemModel; the list as it was kept on disk, against decoding the same bytes from memory; which of
// 100,000 customers may sell a product, against asking `explain` of a hundred of them.
#include "common/table_view.h"
#include "models/rule_rows.h"
#include "openapi/decode.h"
#include "openapi/record_text.h"
#include "rules/reach.h"
#include "session/reading_keeper.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <cstdio>

using namespace rangedesk;

namespace {

constexpr int repetitions = 5;
constexpr int rules = 50'000;
constexpr int customers = 100'000;

double milliseconds(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::string record(int i)
{
    std::string text = R"({"id":")" + std::to_string(8931837644900000LL + i) +
                       R"(","status":"1","create_time":"2025-03-01 10:00:00","modify_time":"2026-01-02 )" +
                       R"(11:00:00","sku_num":"20","salesRangeCusFields":[{"filter_code":"dept_id",)" +
                       R"("filter_name":"部门","selected_id":")" + std::to_string(7000 + i % 400) +
                       R"(","selected_name":"第)" + std::to_string(i % 400) +
                       R"(分公司"},{"filter_code":"type_id","filter_name":"客户类型","selected_id":")" +
                       std::to_string(9000 + i / 400) + R"(","selected_name":"类型)" +
                       std::to_string(i / 400) + R"("}],"salesRangeProducts":[)";
    for (int p = 0; p < 20; ++p) {
        const std::string number = std::to_string(10000 + (i * 7 + p * 13) % 3000);
        text += (p > 0 ? "," : "") + std::string(R"({"product_id":"55)") + number +
                R"(","product_code":"SP)" + number +
                R"(","product_name":"无糖青柠气泡水500毫升15瓶装","is_must_sale":"0","is_new":"1"})";
    }
    return text + "]}";
}

std::vector<ListItem<SaleRule>> decoded(const std::string& reply)
{
    std::vector<ListItem<SaleRule>> items;
    auto list = decodeRules(Operation::GetSaleRangePds, reply, {});
    if (list)
        appendItems(items, std::move(*list));
    return items;
}

void benchRows(const std::vector<ListItem<SaleRule>>& items)
{
    std::vector<double> made;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < repetitions; ++i) {
        std::shared_ptr<const RuleRows> rows;
        made.push_back(milliseconds([&] { rows = std::make_shared<const RuleRows>(nullptr, items, false); }));
        RuleModel model;
        ui::TableView table;
        table.setModel(&model);
        table.setColumns(QStringLiteral("bench"), std::vector<ui::ColumnSpec>(7));
        table.resize(1200, 800);
        table.show();
        ours.push_back(milliseconds([&] {
            model.setSource(rows);
            while (model.rowCount() == 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            table.grab();
        }));
        theirs.push_back(milliseconds([] {
            QStandardItemModel filled(rules, 7);
            for (int row = 0; row < rules; ++row) {
                for (int column = 0; column < 7; ++column)
                    filled.setItem(row, column, new QStandardItem(QStringLiteral("第%1分公司").arg(row)));
            }
            QTableView view;
            view.setModel(&filled);
            view.resize(1200, 800);
            view.grab();
        }));
    }
    std::printf("%d rules: rows made in a worker in %.0f ms, shown in %.0f ms (wanted together: under 200); "
                "QStandardItemModel %.0f ms, ratio %.2f\n",
                rules, median(made), median(ours), median(theirs),
                (median(made) + median(ours)) / median(theirs));
}

void benchKept(const std::vector<ListItem<SaleRule>>& items, const std::string& reply)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("readings.db"));
    const QString scope = QStringLiteral("https://a|1");
    const double kept = milliseconds([&] {
        ReadingKeeper keeper;
        keeper.open(path, scope);
        keeper.keepRules(false, items, QDateTime::currentDateTimeUtc(), {}, {});
    });
    const double loaded = milliseconds([&] { (void)loadKeptRules(path, scope, false); });
    const double decoding = milliseconds([&] { (void)decoded(reply); });
    std::printf("%d rules kept in %.1f s, loaded in %.1f s; decoding the same reply %.1f s, ratio %.2f; file "
                "%.0f MB\n",
                rules, kept / 1e3, loaded / 1e3, decoding / 1e3, loaded / decoding,
                static_cast<double>(QFileInfo(path).size()) / 1e6);
}

void benchReach(const std::vector<ListItem<SaleRule>>& items)
{
    CatalogueNews news;
    for (int i = 0; i < customers; ++i)
        news.add(EntryKind::Customer,
                 {std::to_string(1'000'000 + i),
                  "KH" + std::to_string(i),
                  {},
                  "客户",
                  {{"dept", std::to_string(7000 + i % 400)}, {"type", std::to_string(9000 + i % 125)}},
                  EntryOrigin::ReferenceList});
    const auto catalogue = Catalogue().with(news);
    ReachQuestion question{catalogue, {}, {}, RulePolicy::Union, "5510000"};
    std::vector<const SaleRule*> all;
    for (const ListItem<SaleRule>& item : items) {
        question.rules.push_back({item.value.get()});
        all.push_back(item.value.get());
    }
    std::size_t may = 0;
    const double ours = milliseconds([&] {
        const Reach reach(question);
        may = static_cast<std::size_t>(std::count_if(reach.customers().begin(), reach.customers().end(),
                                                     [](const CustomerReach& one) { return one.now > 0; }));
    });
    constexpr std::uint32_t some = 20;
    const double one = milliseconds([&] {
        for (std::uint32_t i = 0; i < some; ++i)
            (void)explain(factsOf(*catalogue, i), all, {}, RulePolicy::Union);
    });
    std::printf(
        "one product over %d customers and %d rules (%zu may sell it): %.0f ms, as long as %.1f answers "
        "of explain\n",
        customers, rules, may, ours, ours / (one / some));
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    std::vector<std::string> records;
    for (int i = 0; i < rules; ++i)
        records.push_back(record(i));
    const std::string reply = replyOf(records);
    records.clear();
    const std::vector<ListItem<SaleRule>> items = decoded(reply);
    benchRows(items);
    benchKept(items, reply);
    benchReach(items);
    return 0;
}
