// SPDX-License-Identifier: GPL-3.0-or-later
// Filter as you type over 1,000,000 rows: the longest pause of the window, against a QSortFilterProxyModel
// over 100,000, and how long an answer takes, against a memchr scan of the same text; how fast the review of
// 100,000 rows opens, against filling a QStandardItemModel; and a table of 1,000,000 rules.
#include "bulk/review_step.h"
#include "changes/job_files.h"
#include "models/rule_rows.h"
#include "pause_meter.h"
#include "pickers/picker_dialog.h"
#include "ratios.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <cstring>
#include <functional>

using namespace rangedesk;

namespace {

constexpr int repetitions = 5;

std::string sheetOf(int rows)
{
    std::string csv = "dept_code,type_code,product_code,product_name,is_must_sale,is_new\n";
    for (int row = 0; row < rows; ++row)
        csv += "BM" + std::to_string(row / 1000 % 50) + ",LX0" + std::to_string(row / 100 % 8) + ",SP" +
               std::to_string(10000 + row) + ",无糖青柠气泡水 " + std::to_string(row % 977) + "毫升,1,0\n";
    return csv;
}

SharedOutcome outcomeOf(int rows, const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("s.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    const std::string csv = sheetOf(rows);
    file.write(csv.data(), static_cast<qint64>(csv.size()));
    file.close();
    auto checked = checkFile(path, {});
    auto outcome = std::make_shared<JobOutcome>();
    outcome->batch = std::move(checked->batch);
    outcome->labels = labelsOf(outcome->batch, nullptr);
    outcome->job.kind = QStringLiteral("range-products");
    outcome->job.options = optionsToJson({}, outcome->batch);
    for (Row& row : outcome->batch.rows) {
        row.state = RowState::NotSent;
        row.comparison = Comparison::New;
        outcome->previewed.push_back(row.state);
    }
    return outcome;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double longestPauseOfOurs(ui::BatchTable& table)
{
    const benchmarks::PauseMeter meter;
    for (const char* text : {"9", "99", "997", "9978", "997", "99", "9", ""}) {
        table.searchField()->setText(QLatin1String(text));
        QTest::qWait(30); // somebody types
    }
    while (table.model()->isWorking())
        QTest::qWait(5);
    return meter.longest().wall;
}

double longestPauseOfProxy(QTableView& view, QSortFilterProxyModel& proxy)
{
    Q_UNUSED(view)
    const benchmarks::PauseMeter meter;
    for (const char* text : {"9", "99", ""}) {
        proxy.setFilterFixedString(QLatin1String(text));
        QTest::qWait(30);
    }
    return meter.longest().wall;
}

/// Milliseconds.
double timeOf(const std::function<void()>& act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void waitFor(const RowModel& model)
{
    while (model.isWorking())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

/// How often a byte stands in a text: the least that any search has to do.
std::size_t scan(std::string_view text, char byte)
{
    std::size_t count = 0;
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end; ++at, ++count) {
        at = static_cast<const char*>(std::memchr(at, byte, static_cast<std::size_t>(end - at)));
        if (at == nullptr)
            break;
    }
    return count;
}

/// Until the rows that match are there, against the scan.
void benchAnswer(ui::BatchTable& table, const std::string& arena)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    std::size_t hits = 0;
    for (int i = 0; i < repetitions; ++i) {
        for (const char* text : {"9978", "青柠", ""}) {
            const double taken = timeOf([&] {
                table.searchField()->setText(QString::fromUtf8(text));
                waitFor(*table.model());
            });
            if (*text != 0)
                ours.push_back(taken);
        }
        theirs.push_back(timeOf([&] { hits += scan(arena, '9'); }));
        theirs.push_back(timeOf([&] { hits += scan(arena, "青"[0]); }));
    }
    std::printf("filter: answered in %.0f ms; memchr over the same %zu bytes %.0f ms (%zu hits), ratio %.1f "
                "(wanted at most 10)\n",
                median(ours), arena.size(), median(theirs), hits, median(ours) / median(theirs));
}

void benchFilter(const QTemporaryDir& folder)
{
    const SharedOutcome outcome = outcomeOf(1000000, folder);
    ui::BatchTable table("bench", ui::BatchTable::Step::Review, nullptr);
    table.resize(1200, 800);
    table.show();
    table.setRows(std::make_shared<const BatchRows>(outcome, BatchRows::View::Review));
    QTest::qWait(100);
    while (table.model()->isWorking())
        QTest::qWait(5);
    QStandardItemModel items;
    for (int row = 0; row < 100000; ++row)
        items.appendRow(new QStandardItem(QStringLiteral("SP%1").arg(10000 + row)));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&items);
    QTableView view;
    view.setModel(&proxy);
    view.show();
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < repetitions; ++i) {
        ours.push_back(longestPauseOfOurs(table));
        theirs.push_back(longestPauseOfProxy(view, proxy));
    }
    std::printf("filter: longest pause of the window %.1f ms over %d rows (wanted at most 16); "
                "QSortFilterProxyModel over 100000 rows %.0f ms, ratio %.4f\n",
                median(ours), table.model()->rowCount(), median(theirs), median(ours) / median(theirs));
    benchAnswer(table, outcome->batch.sheet.text);
}

/// Rules whose texts point into one arena, as a reading leaves them.
std::vector<ListItem<SaleRule>> rulesOf(int count)
{
    auto arena = std::make_shared<std::vector<std::string>>();
    arena->reserve(static_cast<std::size_t>(count));
    std::vector<ListItem<SaleRule>> items;
    items.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const std::string& id = arena->emplace_back(std::to_string(8930212674401000000LL + i));
        SaleRule rule;
        rule.id = id;
        rule.status = "1";
        rule.modifyTime = "2026-08-01 10:00:00";
        rule.skuNum = "1";
        rule.fields = {{"dept_id", "部门", id, std::string_view(id).substr(9), "华东大区营业所"}};
        rule.products = {{id, "SP1", "无糖青柠气泡水", {}, {}, true, false}};
        items.push_back({nullptr, std::make_shared<const SaleRule>(std::move(rule))});
    }
    static std::vector<std::shared_ptr<std::vector<std::string>>> arenas; // until the end of the program
    arenas.push_back(std::move(arena));
    return items;
}

void benchRules()
{
    constexpr int count = 1000000;
    const auto rows = std::make_shared<const RuleRows>(nullptr, rulesOf(count), false);
    auto* model = new RuleModel;
    ui::TableView table;
    model->setParent(&table);
    using Look = ui::ColumnLookKind;
    table.setModel(model);
    table.setColumns(QStringLiteral("benchRules"), {{Look::Chip}, {Look::Conditions, 300, 300, true}});
    table.resize(1200, 800);
    table.show();
    QTest::qWait(50);
    const double first = timeOf([&] {
        model->setSource(rows);
        while (model->rowCount() == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        table.grab();
    });
    benchmarks::PauseMeter meter;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(&table, i % 10 == 9 ? Qt::Key_End : Qt::Key_PageDown);
        QTest::qWait(5);
    }
    const double paging = meter.longest().wall;
    meter.restart();
    for (const char* text : {"9", "99", "998", "华东", ""}) {
        model->setText(QString::fromUtf8(text));
        QTest::qWait(30);
        waitFor(*model);
    }
    const double filtering = meter.longest().wall;
    meter.restart();
    table.selectAll();
    QTest::qWait(50);
    std::printf("table of %d rules: first rows %.0f ms after the data, longest pause paging %.1f ms, "
                "filtering %.1f ms, selecting all %.1f ms (wanted at most 16)\n",
                model->rowCount(), first, paging, filtering, meter.longest().wall);
}

void benchReview(const QTemporaryDir& folder)
{
    const SharedOutcome outcome = outcomeOf(100000, folder);
    SessionWish wish;
    wish.demo = true;
    Desk desk(wish, AppKey());
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < repetitions; ++i) {
        ui::ReviewStep review(desk, nullptr);
        review.resize(1400, 800);
        review.show();
        QTest::qWait(50);
        QElapsedTimer timer;
        timer.start();
        review.setDraft(outcome);
        while (review.table()->model()->rowCount() == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        review.grab();
        ours.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        QStandardItemModel items(100000, 7);
        for (int row = 0; row < 100000; ++row) {
            for (int column = 0; column < 7; ++column)
                items.setItem(row, column, new QStandardItem(QStringLiteral("SP%1").arg(row)));
        }
        QTableView view;
        view.setModel(&items);
        view.resize(1400, 800);
        view.grab();
        theirs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::printf(
        "review of 100000 rows opens in %.0f ms (wanted under 1000); QStandardItemModel filled in %.0f ms, "
        "ratio %.2f\n",
        median(ours), median(theirs), median(ours) / median(theirs));
}

/// A picker over 1,000,000 customers: typing, all of them into the basket, and used.
void benchPicker()
{
    std::vector<CatalogueEntry> entries;
    entries.reserve(1'000'000);
    for (int i = 0; i < 1'000'000; ++i) {
        CatalogueEntry entry;
        entry.id = std::to_string(1'000'000'000'000'000'000LL + i);
        entry.code = "KH" + std::to_string(i);
        entry.name = "晨露便利店第" + std::to_string(i) + "分店";
        entries.push_back(std::move(entry));
    }
    CatalogueNews news;
    for (CatalogueEntry& entry : entries)
        news.add(EntryKind::Customer, std::move(entry));
    SessionWish wish;
    wish.demo = true;
    Desk desk(wish, AppKey());
    desk.catalogueKeeper().learn(std::move(news));
    while (desk.catalogue()->of(EntryKind::Customer).size() == 0)
        QTest::qWait(20);
    QWidget parent;
    parent.resize(1400, 900);
    parent.show();
    ui::PickerDialog picker(desk, {EntryKind::Customer, QStringLiteral("Customers")}, &parent);
    picker.show();
    auto* table = picker.findChild<ui::TableView*>(QStringLiteral("picker.table"));
    auto* model = static_cast<EntryModel*>(table->model());
    const auto settle = [&] {
        QTest::qWait(30);
        while (model->isWorking())
            QTest::qWait(5);
    };
    settle();
    benchmarks::PauseMeter meter;
    for (const char* text : {"c", "cl", "clb", "clbl", "KH99", "KH999", ""}) {
        picker.findChild<QLineEdit*>(QStringLiteral("picker.search"))->setText(QLatin1String(text));
        settle();
    }
    const double typing = meter.longest().wall;
    meter.restart();
    picker.findChild<QPushButton*>(QStringLiteral("picker.all"))->click();
    auto* use = picker.findChild<QPushButton*>(QStringLiteral("picker.use"));
    while (!use->isEnabled())
        QTest::qWait(5);
    QTest::qWait(200);
    const double taking = meter.longest().wall;
    meter.restart();
    use->click();
    while (picker.isVisible())
        QTest::qWait(5);
    std::printf("picker of 1000000: longest pause typing %.1f ms, picking all %.1f ms, using them %.1f ms "
                "(wanted at most 16)\n",
                typing, taking, meter.longest().wall);
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    const QTemporaryDir folder;
    benchReview(folder);
    benchFilter(folder);
    benchPicker();
    benchRules();
    return 0;
}
