// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"
#include "dialog_watch.h"
#include "idle.h"
#include "keyboard.h"

#include "common/dialogs.h"

#include "core/language.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace rangedesk::tests {

using ui::BulkPage;
using ui::MainWindow;

Walk::Walk(const QString& pictures, double rate, Server server) : m_pictures(pictures)
{
    SessionWish wish;
    wish.demo = server == Server::Demo;
    wish.connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9")); // nobody answers there
    wish.connection.openid = "8930212674401593001";
    wish.dataDir = m_folder.filePath(QStringLiteral("data"));
    wish.connection.requestsPerSecond = rate;
    m_desk = std::make_unique<Desk>(std::move(wish),
                                    server == Server::Demo ? AppKey() : AppKey("no-key-of-anybody"));
    m_desk->runner().setReadBackPauses(
        {std::chrono::milliseconds(0), std::chrono::milliseconds(20), std::chrono::milliseconds(50)});
    m_window = std::make_unique<MainWindow>(*m_desk);
    m_window->resize(1440, 900);
}

Walk::~Walk()
{
    m_window.reset();
    m_desk.reset();
    if (!isGood())
        ui::dialogs().ask = m_asks;
}

void Walk::fail(const QString& what)
{
    if (isGood())
        qWarning("%s", qPrintable(what)); // at once: a dialog may keep the walk from its end
    if (!isGood())
        return;
    m_failure = what;
    // Whatever is asked from now on is left: the walk is over, and nobody else answers.
    m_asks = std::exchange(ui::dialogs().ask, [](QWidget*, const ui::Question&) { return 0; });
}

bool Walk::waitFor(const std::function<bool()>& condition, const char* what, int seconds)
{
    if (!isGood())
        return false;
    if (!QTest::qWaitFor(condition, seconds * 1000)) {
        fail(QStringLiteral("waited in vain for: %1").arg(QLatin1String(what)));
        return false;
    }
    return true;
}

void Walk::settle(const QObject& object)
{
    waitFor([&object] { return isIdle(object); }, "what workers find");
}

void Walk::key(int key, Qt::KeyboardModifiers modifiers)
{
    if (isGood())
        Keyboard(*m_window).press(key, modifiers);
}

void Walk::type(const QString& text)
{
    Keyboard(*m_window).type(text);
}

void Walk::tabTo(const QString& objectName)
{
    if (!isGood())
        return;
    if (const QString met = Keyboard(*m_window).tabTo(objectName); !met.isEmpty())
        fail(met);
}

void Walk::picture(const char* name)
{
    if (m_pictures.isEmpty() || !isGood())
        return;
    QTest::qWait(120);
    QWidget* dialog = QApplication::activeModalWidget();
    QDir().mkpath(m_pictures);
    (dialog != nullptr ? dialog : m_window.get())
        ->grab()
        .save(QDir(m_pictures).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

void Walk::backToWindow()
{
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get(), patience))
        fail(QStringLiteral("the window does not become active"));
}

void Walk::open()
{
    m_window->show();
    backToWindow();
    m_window->open({});
    waitFor([this] { return m_desk->isOpen(); }, "the connection");
    picture("01-start");
}

void Walk::lists()
{
    struct Stop
    {
        int place;
        const char* search;
        const char* picture;
        const char* found;
    };
    for (const Stop& stop :
         {Stop{1, "", "02-campaigns", ""}, Stop{3, "SP10009", "03-ranges", "04-ranges-found"},
          Stop{4, "", "05-customers", ""}}) {
        key(Qt::Key_0 + stop.place, Qt::ControlModifier);
        auto* page =
            static_cast<ui::ListPage*>(m_window->page(static_cast<MainWindow::Place>(stop.place - 1)));
        auto* table = page->findChild<ui::TableView*>(page->objectName() + QStringLiteral(".table"));
        key(Qt::Key_F5);
        waitFor([&] { return !page->isReading() && table->model()->rowCount() > 0; }, "a list");
        const int all = table->model()->rowCount();
        picture(stop.picture);
        if (QByteArray(stop.search).isEmpty())
            continue;
        key(Qt::Key_F, Qt::ControlModifier);
        type(QLatin1String(stop.search));
        waitFor([&] { return table->model()->rowCount() < all; }, "the search");
        picture(stop.found);
        key(Qt::Key_Escape);
        waitFor([&] { return table->model()->rowCount() == all; }, "all rows again");
        key(Qt::Key_F5); // what changed since: nothing
        waitFor([&] { return !page->isReading(); }, "the second reading");
    }
}

void Walk::openSample()
{
    key(Qt::Key_5, Qt::ControlModifier);
    tabTo(QStringLiteral("start.sample"));
    key(Qt::Key_Space);
    waitFor([this] { return m_window->bulk()->matchStep()->inspection() != nullptr; }, "the sample sheet");
    picture("06-columns");
}

void Walk::openSheet(const QString& path)
{
    m_window->goTo(MainWindow::Place::Bulk);
    m_window->bulk()->openPaths({path});
    waitFor(
        [&] {
            const auto inspection = m_window->bulk()->matchStep()->inspection();
            return inspection && inspection->path == path && !m_window->bulk()->matchStep()->isInspecting();
        },
        "the sheet");
}

void Walk::check()
{
    BulkPage* bulk = m_window->bulk();
    key(Qt::Key_Return, Qt::ControlModifier);
    waitFor(
        [bulk] {
            return bulk->step() == BulkPage::Step::Check &&
                   bulk->checkStep()->table()->model()->rowCount() > 0;
        },
        "the check");
    key(Qt::Key_F8);
    picture("07-check");
}

void Walk::review(bool exclude)
{
    BulkPage* bulk = m_window->bulk();
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    waitFor(
        [bulk] { return bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->summary().rows > 0; },
        "the review", 60);
    ui::BatchTable* table = bulk->reviewStep()->table();
    waitFor([table] { return table->model()->rowCount() > 0; }, "its rows");
    if (!isGood() || !exclude)
        return;
    key(Qt::Key_Home);
    key(Qt::Key_Space); // one row by the box
    waitFor([table] { return table->rows()->count(ExcludedFacet) == 1; }, "one excluded row");
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Delete); // three selected: the two others as well
    waitFor([table] { return table->rows()->count(ExcludedFacet) == 3; }, "three excluded rows");
    key(Qt::Key_Z, Qt::ControlModifier);
    waitFor([table] { return table->rows()->count(ExcludedFacet) == 1; }, "undo");
    key(Qt::Key_F8);
    picture("08-review");
}

/// The confirmation wants a choice: Enter alone does nothing.
void Walk::answerDialog()
{
    const QWidget* dialog = QApplication::activeModalWidget();
    picture("09-confirm");
    key(Qt::Key_Return);
    if (QApplication::activeModalWidget() != dialog)
        fail(QStringLiteral("Enter answered the confirmation"));
    key(Qt::Key_Tab);
    key(Qt::Key_Space);
}

void Walk::answered(const std::function<void()>& ask)
{
    const DialogWatch watch(
        m_window.get(), [](const QDialog&) { return true; }, [this](QDialog&) { answerDialog(); });
    ask();
    waitFor([&watch] { return watch.wasThere(); }, "the confirmation");
}

void Walk::post()
{
    BulkPage* bulk = m_window->bulk();
    answered([this] { key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); });
    waitFor([bulk] { return bulk->step() >= BulkPage::Step::Run; }, "the run");
    backToWindow();
    if (m_pictures.isEmpty()) {
        waitFor([bulk] { return bulk->step() == BulkPage::Step::Result; }, "the result", 300);
        return;
    }
    waitFor([this] { return m_desk->runner().progress().requestsAnswered > 20; }, "some answers");
    QTest::qWait(1100);
    picture("10-running");
    key(Qt::Key_F6);
    tabTo(QStringLiteral("run.pause"));
    key(Qt::Key_Space);
    waitFor([this] { return m_desk->runner().isPaused(); }, "the pause");
    QTest::qWait(500);
    picture("11-paused");
    key(Qt::Key_Space);
    waitFor([bulk] { return bulk->step() == BulkPage::Step::Result; }, "the result", 300);
}

void Walk::result()
{
    BulkPage* bulk = m_window->bulk();
    waitFor([bulk] { return bulk->resultView()->table()->model()->rowCount() > 0; },
            "the rows of the result");
    if (isGood() && bulk->resultView()->outcome()->problem)
        fail(bulk->resultView()->outcome()->problem->text());
    picture("12-result");
}

void Walk::jobs()
{
    key(Qt::Key_6, Qt::ControlModifier);
    ui::JobsPage* page = m_window->jobs();
    waitFor([page] { return page->model()->rowCount() > 0 && page->result()->outcome(); },
            "the list of jobs");
    waitFor([page] { return page->result()->table()->model()->rowCount() > 0; }, "the rows of the job");
    picture("13-jobs");
}

void Walk::emptyPages()
{
    key(Qt::Key_3, Qt::ControlModifier);
    picture("14-empty-list");
    key(Qt::Key_6, Qt::ControlModifier);
    picture("15-no-jobs");
}

void Walk::brokenFiles()
{
    const auto openBytes = [this](const char* name, const QByteArray& bytes, const char* shot) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            fail(QStringLiteral("%1 cannot be written").arg(path));
        file.close();
        m_window->goTo(MainWindow::Place::Bulk);
        m_window->bulk()->openPaths({path});
        waitFor([this] { return !m_window->bulk()->matchStep()->isInspecting(); }, "the look at a file");
        picture(shot);
    };
    openBytes("workbook.xlsx", QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) + QByteArray(500, 'x'), "16-xlsx");
    openBytes("other.csv", "a,b\n1,2\n", "17-other-headings");
    openBytes("empty.csv", "dept_code,type_code,product_code\n", "18-no-rows");
}

void Walk::campaignSheets()
{
    BulkPage* bulk = m_window->bulk();
    const auto reviewed = [&](const char* sample, const char* columns, const char* shot) {
        openSheet(QStringLiteral(":/samples/") + QLatin1String(sample));
        picture(columns);
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor(
            [bulk] { return bulk->step() == BulkPage::Step::Check && bulk->checkStep()->table()->rows(); },
            "the check of campaigns");
        key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        waitFor([bulk] { return bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
                "the review of campaigns");
        waitFor([bulk] { return bulk->reviewStep()->table()->model()->rowCount() > 0; }, "its rows");
        picture(shot);
    };
    reviewed("campaigns.csv", "39-campaign-columns", "40-campaign-review");
    answered([this] { key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); });
    waitFor([bulk] { return bulk->step() == BulkPage::Step::Result; }, "the result of campaigns", 60);
    backToWindow();
    picture("41-campaign-result");
    reviewed("registrations.csv", "42-registration-columns", "43-registration-review");
}

void Walk::bulkMore()
{
    BulkPage* bulk = m_window->bulk();
    key(Qt::Key_6, Qt::ControlModifier); // the job that was posted just now
    const auto undo = m_window->findChild<QPushButton*>(QStringLiteral("jobResult.undo"));
    waitFor([undo] { return undo != nullptr && undo->isVisible(); }, "the job that can be undone");
    const auto asks = std::exchange(ui::dialogs().ask, [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    });
    if (undo != nullptr)
        undo->click();
    waitFor([bulk] { return bulk->step() == BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
            "the undo");
    waitFor([bulk] { return bulk->reviewStep()->table()->model()->rowCount() > 0; }, "its rows");
    ui::dialogs().ask = asks;
    settle(*bulk);
    picture("35-undo");
    openSheet(QStringLiteral(TEST_DATA_DIR "/workbooks/libreoffice.xlsx"));
    picture("36-workbook");
    auto* columns = bulk->matchStep()->findChild<ui::TableView*>(QStringLiteral("match.columns"));
    columns->setFocus();
    columns->goToRow(6);
    key(Qt::Key_Space); // remarks are not imported
    waitFor([bulk] { return !bulk->matchStep()->isInspecting() && bulk->matchStep()->inspection()->checked; },
            "the sheet without its remarks");
    check();
    key(Qt::Key_F2);
    picture("37-repair");
    openSheet(QStringLiteral(":/samples/range-products.csv"));
    check();
    picture("38-repair-flag");
}

void Walk::offline()
{
    key(Qt::Key_3, Qt::ControlModifier);
    auto* page = static_cast<ui::ListPage*>(m_window->page(MainWindow::Place::Ranges));
    key(Qt::Key_F5);
    waitFor([page] { return !page->isReading(); }, "the end of a reading");
    auto* bar = m_window->findChild<ui::OfflineBar*>();
    waitFor([bar] { return bar->isVisible(); }, "the strip that says so");
    picture("19-offline");
}

void Walk::all()
{
    open();
    emptyPages();
    lists();
    openSample();
    check();
    review();
    post();
    result();
    jobs();
}

} // namespace rangedesk::tests
