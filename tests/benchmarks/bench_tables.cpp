// SPDX-License-Identifier: GPL-3.0-or-later
// Filter as you type over 1,000,000 rows: the longest pause of the window, against a QSortFilterProxyModel
// over 100,000; and how fast the review of 100,000 rows opens, against filling a QStandardItemModel.
#include "bulk/review_step.h"
#include "changes/job_files.h"
#include "pause_meter.h"
#include "pickers/picker_dialog.h"
#include "ratios.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

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

void benchFilter(const QTemporaryDir& folder)
{
    ui::BatchTable table("bench", ui::BatchTable::Step::Review, nullptr);
    table.resize(1200, 800);
    table.show();
    table.setRows(std::make_shared<const BatchRows>(outcomeOf(1000000, folder), BatchRows::View::Review));
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
    return 0;
}
