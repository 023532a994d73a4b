// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of 100,000 rows through the window: the longest pause of the window in each step, against that of a
// step on the sample sheet. Run it on the offscreen platform or under Xvfb.
#include "core/language.h"
#include "pause_meter.h"
#include "session/platform_memory.h"
#include "support/sheet_maker.h"
#include "walk.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace rangedesk;
using tests::Walk;
using ui::BulkPage;

namespace {

constexpr std::size_t rows = 100000;

class Steps
{
public:
    /// @param onlyOpen for a sheet of one's own
    Steps(const QString& sheet, bool onlyOpen) : m_sheet(sheet), m_isOnlyOpened(onlyOpen) {}

    int run()
    {
        Walk walk({});
        walk.open();
        BulkPage* bulk = walk.window().bulk();
        m_meter.restart();
        walk.openSheet(m_sheet);
        settle("the sheet arrives");
        if (m_isOnlyOpened)
            return 0;
        walk.check();
        settle("check, and F8");
        for (int i = 0; i < 20; ++i)
            walk.key(Qt::Key_F8);
        settle("F8 twenty times");
        walk.review(false);
        waitFor([&] { return bulk->reviewStep()->isSettled(); });
        settle("preview and review");
        ui::BatchTable* table = bulk->reviewStep()->table();
        for (int i = 0; i < 20; ++i)
            walk.key(Qt::Key_F8);
        settle("F8 twenty times in the review");
        for (const std::uint32_t facet : {std::uint32_t(AddedFacet), 0U}) {
            table->findChild<QToolButton*>(QStringLiteral("facet%1").arg(facet))->click();
            waitFor([&] { return !table->model()->isWorking(); });
        }
        settle("a filter on and off");
        table->table()->setFocus();
        table->table()->selectAll();
        walk.key(Qt::Key_Delete);
        waitFor([&] { return table->rows()->count(ExcludedFacet) > 60000; });
        settle("all rows excluded");
        walk.key(Qt::Key_Z, Qt::ControlModifier);
        waitFor([&] { return table->rows()->count(ExcludedFacet) == 0; });
        settle("undone");
        walk.post();
        settle("posting");
        walk.result();
        settle("result");
        if (!walk.failure().isEmpty())
            std::printf("%s\n", qPrintable(walk.failure()));
        return walk.failure().isEmpty() ? 0 : 1;
    }

private:
    template <typename Condition> void waitFor(const Condition& condition)
    {
        if (!QTest::qWaitFor(condition, 120000))
            std::printf("waited in vain\n");
    }
    void settle(const char* step)
    {
        QTest::qWait(300);
        std::printf(
            "%-32s longest pause %6.0f ms (%.0f of it work of the window's thread), most work in one go "
            "%.0f ms\n",
            step, m_meter.longest().wall, m_meter.longest().ownWork, m_meter.mostWork());
        std::fflush(stdout);
        m_meter.restart();
    }

    QString m_sheet;
    bool m_isOnlyOpened;
    benchmarks::PauseMeter m_meter;
};

} // namespace

int main(int argc, char** argv)
{
    keepMemoryTight();
    const QApplication app(argc, argv);
    setLanguage(QStringLiteral("zh"));
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    if (argc > 1)
        return Steps(QString::fromLocal8Bit(argv[1]), true).run();
    const QTemporaryDir folder;
    QFile file(folder.filePath(QString::fromUtf8("双十二铺货_全国_v3.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    tests::SheetWish wish;
    wish.rows = rows;
    const std::string csv = tests::makeSheet(demo::seedData(), wish).csv();
    file.write(csv.data(), static_cast<qint64>(csv.size()));
    file.close();
    return Steps(file.fileName(), false).run();
}
