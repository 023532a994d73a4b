// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: by keys, with faulty files, with a server that is gone.
#include "common/dialogs.h"
#include "common/theme.h"
#include "core/language.h"
#include "core/text.h"
#include "support/sheet_maker.h"
#include "walk.h"

#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace rangedesk;
using tests::Walk;
using ui::BulkPage;
using ui::MainWindow;

namespace {

/// Every control that a person can reach tells what it is.
QStringList namelessControls(QWidget* root)
{
    QStringList nameless;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                               qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractItemView*>(widget);
        if (!isControl || widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        // Parts of Qt's own widgets: the list of a combo box, the button that clears a field.
        if (qobject_cast<QComboBox*>(widget->parentWidget()->parentWidget()) ||
            qobject_cast<QLineEdit*>(widget->parentWidget()))
            continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool hasText = button != nullptr && !button->text().trimmed().isEmpty();
        if (widget->accessibleName().isEmpty() && !hasText)
            nameless << QStringLiteral("%1 '%2' in %3")
                            .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                 widget->parentWidget()->objectName());
    }
    return nameless;
}

/// Texts of labels, buttons and heads that have letters of the other language only.
QStringList untranslated(QWidget* root)
{
    static const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}"));
    // Names and signs that are the same in both languages.
    static const QRegularExpression same(QStringLiteral(
        "Ctrl|Shift|Enter|Space|Del|Esc|UTF|GB18030|csv|tsv|SP\\d|BM\\d|LX\\d|HD\\d|CRM|https|"
        "kB|MB|Tab|RangeDesk|KH\\d|return_code|msg_id|HTTP|English|SaleRange|demo|/data|[0-9a-f]{32}"));
    QStringList found;
    const auto look = [&](const QString& text) {
        QString rest = text;
        rest.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
        if (words.match(rest).hasMatch() && !chinese.match(rest).hasMatch() && !same.match(rest).hasMatch())
            found << text;
    };
    for (const auto* label : root->findChildren<QLabel*>())
        look(label->isVisible() ? label->text() : QString());
    for (const auto* button : root->findChildren<QAbstractButton*>())
        look(button->isVisible() ? button->text() : QString());
    for (const auto* field : root->findChildren<QLineEdit*>())
        look(field->placeholderText());
    for (const auto* box : root->findChildren<QComboBox*>()) {
        for (int i = 0; i < box->count(); ++i)
            look(box->itemText(i));
    }
    for (const auto* table : root->findChildren<ui::TableView*>()) {
        for (int i = 0; table->model() != nullptr && i < table->model()->columnCount(); ++i)
            look(table->model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    return found;
}

QString writeFile(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

/// Requests a second: the sheet's sixty take their time, in which something can be done to the run.
constexpr double unhurried = 10;

/// Answers of dialogs, put back at the end.
class Answers
{
public:
    Answers() : m_before(ui::dialogs()) {}
    ~Answers() { ui::dialogs() = m_before; }
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;

private:
    ui::Dialogs m_before;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void walk_data();
    void walk();
    void bothLanguagesAtRunTime();
    void badFiles_data();
    void badFiles();
    void droppedFiles();
    void paste();
    void pasteOfOneColumn();
    void pasteOfPicture();
    void encodingAndDelimiter();
    void ignoredColumn();
    void fileChangedAfterItsCheck();
    void serverGoneAtThePreview();
    void serverComesBack();
    void cancelAndReports();
    void closingWhileAJobRuns();
    void nextSheetWhileAJobRuns();
    void archiveOfJobs();
    void draftSurvivesTheWindow();
    void secondInstance();
    void smallWindow();
    void panesGoRound();
};

void TestWindow::init()
{
    setLanguage(QStringLiteral("en"));
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
}

void TestWindow::walk_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Chinese") << QStringLiteral("zh");
    QTest::newRow("English") << QStringLiteral("en");
}

void TestWindow::walk()
{
    QFETCH(const QString, language);
    setLanguage(language);
    Walk walk({});
    walk.all();
    QCOMPARE(walk.failure(), QString());
    const JobCounts& counts = walk.window().bulk()->resultView()->outcome()->job.counts;
    QCOMPARE(counts.rowsRead, 3002);
    QCOMPARE(counts.refused, 7);
    QCOMPARE(counts.excluded, 1);
    QCOMPARE(counts.verified, 2994);
    QCOMPARE(counts.planned, counts.verified);
    // The list of jobs tells the same.
    QTRY_COMPARE(walk.window().jobs()->model()->job(0).state, JobState::Done);
    QTRY_COMPARE(walk.window().jobs()->result()->outcome()->job.counts.verified, 2994);
    QCOMPARE(namelessControls(&walk.window()).join(QLatin1Char(10)), QString());
    if (language == QLatin1String("zh"))
        QCOMPARE(untranslated(&walk.window()), QStringList());
}

void TestWindow::bothLanguagesAtRunTime()
{
    Walk walk({});
    walk.open();
    walk.lists();
    walk.openSample();
    walk.check();
    walk.review(false);
    QCOMPARE(walk.failure(), QString());
    QVERIFY(!untranslated(&walk.window()).isEmpty()); // English now
    setLanguage(QStringLiteral("zh"));
    for (int place = 0; place < static_cast<int>(MainWindow::Place::Count); ++place) {
        walk.window().goTo(static_cast<MainWindow::Place>(place));
        QTRY_COMPARE(untranslated(&walk.window()).join(QLatin1String(" / ")), QString());
    }
    QCOMPARE(namelessControls(&walk.window()).join(QLatin1Char(10)), QString());
    ui::Theme::instance().setMode(ui::ThemeMode::Dark);
    ui::Theme::instance().setLargeText(true);
    QTest::qWait(50);
    ui::Theme::instance().setLargeText(false);
}

void TestWindow::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("XLSX") << QByteArray("PK\x03\x04rest") << QStringLiteral("CSV UTF-8");
    QTest::newRow("XLS") << QByteArray("\xD0\xCF\x11\xE0rest") << QStringLiteral("CSV UTF-8");
    QTest::newRow("unknown heading") << QByteArray("dept_code,product_code,colour\nBM01,SP10009,red\n")
                                     << QStringLiteral("colour");
    QTest::newRow("NUL bytes") << QByteArray("a\0b\n1,2\n", 8) << QStringLiteral("NUL");
    QTest::newRow("unclosed quote") << QByteArray("dept_code,product_code\n\"BM01,SP10009\n")
                                    << QStringLiteral("quote");
}

void TestWindow::badFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.openSheet(writeFile(folder, QStringLiteral("sheet.csv"), bytes));
    QCOMPARE(walk.failure(), QString());
    const ui::MatchStep* step = walk.window().bulk()->matchStep();
    QVERIFY(step->inspection()->problem);
    const auto* note = step->findChild<ui::Note*>(QStringLiteral("match.problem"));
    // Beside the columns, or in their place where there are none.
    const auto* panel = step->findChild<ui::StatePanel*>();
    QVERIFY(note->isVisible() != panel->isVisible());
    const QString said = note->isVisible() ? note->text() : panel->accessibleName();
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY(!step->goOnButton()->isEnabled());
    // Another step is not reached, and nothing is sent.
    walk.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(walk.window().bulk()->step(), BulkPage::Step::Match);
    // A folder, and a file that is not there.
    for (const QString& path : {folder.path(), folder.filePath(QStringLiteral("gone.csv"))}) {
        walk.openSheet(path);
        QVERIFY(step->inspection()->problem);
    }
}

void TestWindow::droppedFiles()
{
    Walk walk({});
    walk.open();
    const auto drop = [&](const QList<QUrl>& urls) {
        QMimeData mime;
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&walk.window(), &enter);
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&walk.window(), &event);
        return enter.isAccepted();
    };
    QVERIFY(
        drop({QUrl::fromLocalFile(QStringLiteral("/a.csv")), QUrl::fromLocalFile(QStringLiteral("/b.csv"))}));
    QCOMPARE(walk.window().bulk()->step(), BulkPage::Step::Start);
    QTRY_VERIFY(walk.window().toast()->isVisible());
    drop({QUrl(QStringLiteral("https://example.com/a.csv"))}); // not of this computer
    QCOMPARE(walk.window().bulk()->step(), BulkPage::Step::Start);
    const QTemporaryDir folder;
    drop({QUrl::fromLocalFile(
        writeFile(folder, QStringLiteral("s.csv"), QByteArray("dept_code,product_code\nBM01,SP10009\n")))});
    QTRY_VERIFY(walk.window().bulk()->matchStep()->inspection());
    QVERIFY(walk.window().bulk()->matchStep()->inspection()->checked);
}

void TestWindow::paste()
{
    Walk walk({});
    walk.open();
    QGuiApplication::clipboard()->setText(
        QStringLiteral("部门编码\t商品编码\t必售\t新品\nBM01\tSP10009\t是\t否\n"));
    walk.key(Qt::Key_V, Qt::ControlModifier);
    const ui::MatchStep* step = walk.window().bulk()->matchStep();
    QTRY_VERIFY(step->inspection() && step->inspection()->checked);
    QCOMPARE(step->inspection()->delimiter, '\t');
    QCOMPARE(step->inspection()->rows, 1U);
}

/// A column that was copied here, with what keeps spreadsheets from running it, comes back as it was.
void TestWindow::pasteOfOneColumn()
{
    Walk walk({});
    walk.open();
    QGuiApplication::clipboard()->setText(QStringLiteral("客户编码\n'-A1\n'@B2\n'00123\n"));
    walk.key(Qt::Key_V, Qt::ControlModifier);
    const auto kept = [&walk] {
        QString text;
        QDirIterator files(walk.desk().data()->path(), {QStringLiteral("*.tsv")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                text += QString::fromUtf8(file.readAll());
        }
        return text;
    };
    // An apostrophe that guards nothing was there before: it is part of the code.
    QTRY_COMPARE_WITH_TIMEOUT(kept(), QStringLiteral("客户编码\n-A1\n@B2\n'00123\n"), 20000);
}

void TestWindow::pasteOfPicture()
{
    Walk walk({});
    walk.open();
    auto* picture = new QMimeData;
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::white);
    picture->setImageData(image);
    QGuiApplication::clipboard()->setMimeData(picture);
    walk.key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(walk.window().toast()->isVisible());
    QVERIFY(walk.window().toast()->accessibleName().contains(QStringLiteral("picture")));
    QCOMPARE(walk.window().bulk()->step(), BulkPage::Step::Start);
}

void TestWindow::encodingAndDelimiter()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    // "部门编码;商品编码" in GB18030
    walk.openSheet(writeFile(
        folder, QStringLiteral("gbk.csv"),
        QByteArray("\xB2\xBF\xC3\xC5\xB1\xE0\xC2\xEB;\xC9\xCC\xC6\xB7\xB1\xE0\xC2\xEB\nBM01;SP10009\n")));
    const ui::MatchStep* step = walk.window().bulk()->matchStep();
    QTRY_VERIFY(step->inspection()->checked);
    QCOMPARE(step->inspection()->encoding, Encoding::Gb18030);
    QCOMPARE(step->inspection()->delimiter, ';');
    auto* encoding = step->findChild<QComboBox*>(QStringLiteral("match.encoding"));
    encoding->setFocus();
    walk.key(Qt::Key_Down); // UTF-8: the bytes are none
    QTRY_VERIFY(step->inspection()->problem);
    walk.key(Qt::Key_Down); // GB18030
    QTRY_VERIFY(step->inspection()->checked);
}

void TestWindow::ignoredColumn()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    walk.openSheet(writeFile(folder, QStringLiteral("s.csv"),
                             QByteArray("dept_code,product_code,colour\nBM01,SP10009,red\n")));
    const ui::MatchStep* step = walk.window().bulk()->matchStep();
    QVERIFY(step->inspection()->problem);
    auto* columns = step->findChild<ui::TableView*>(QStringLiteral("match.columns"));
    columns->setFocus();
    columns->goToRow(2);
    walk.key(Qt::Key_Space);
    QTRY_VERIFY(step->inspection()->checked);
    walk.key(Qt::Key_Space); // and back
    QTRY_VERIFY(step->inspection()->problem);
}

void TestWindow::fileChangedAfterItsCheck()
{
    const QTemporaryDir folder;
    Walk walk({});
    walk.open();
    const QString path =
        writeFile(folder, QStringLiteral("s.csv"), QByteArray("dept_code,product_code\nBM01,SP10009\n"));
    walk.openSheet(path);
    walk.check();
    writeFile(folder, QStringLiteral("s.csv"), QByteArray("dept_code,product_code\nBM01,SP10010\n"));
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const ui::CheckStep* check = walk.window().bulk()->checkStep();
    QTRY_VERIFY(check->findChild<ui::Note*>()->isVisible());
    QCOMPARE(walk.window().bulk()->step(), BulkPage::Step::Check);
    QTRY_VERIFY(!walk.desk().drafts().isBusy());
    auto jobs = Desk::jobs(*walk.desk().data(), walk.desk().scope(), 0);
    QVERIFY(jobs && jobs->empty());
    // A file that is gone, as on a network drive, takes nothing away: what was checked is what is compared.
    walk.openSheet(path);
    walk.check();
    QVERIFY(QFile::remove(path));
    walk.review(false);
    QCOMPARE(walk.failure(), QString());
}

void TestWindow::serverGoneAtThePreview()
{
    // A server that refuses each connection: nothing listens there.
    const QTemporaryDir folder;
    SessionWish wish;
    wish.dataDir = folder.filePath(QStringLiteral("data"));
    wish.connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
    wish.connection.openid = "8930212674401593001";
    Desk desk(std::move(wish), AppKey(std::string("key")));
    QCOMPARE(desk.environment(), Environment::Test);
    MainWindow window(desk);
    window.show();
    window.open(
        {writeFile(folder, QStringLiteral("s.csv"), QByteArray("dept_code,product_code\nBM01,SP10009\n"))});
    QTRY_VERIFY(window.bulk()->matchStep()->inspection() &&
                window.bulk()->matchStep()->inspection()->checked);
    window.bulk()->goOn();
    window.bulk()->reviewOrPost();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.drafts().isBusy(), 30000);
    QCOMPARE(window.bulk()->step(), BulkPage::Step::Check);
    QVERIFY(window.bulk()->checkStep()->findChild<ui::Note*>()->isVisible());
    auto* page = static_cast<ui::ListPage*>(window.page(MainWindow::Place::Ranges));
    window.goTo(MainWindow::Place::Ranges);
    QSignalSpy ended(page, &ui::ListPage::readingEnded);
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), 30000);
    QVERIFY(page->findChild<ui::StatePanel*>()->isVisible());
    QTRY_VERIFY(window.findChild<ui::OfflineBar*>()->isVisible());
}

void TestWindow::serverComesBack()
{
    // First each connection is closed without a word, then answered.
    bool answers = false;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        if (answers)
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        else
            socket->abort();
    });
    const QTemporaryDir folder;
    SessionWish wish;
    wish.dataDir = folder.filePath(QStringLiteral("data"));
    wish.connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    wish.connection.openid = "8930212674401593001";
    wish.connection.requestsPerSecond = 0;
    Desk desk(std::move(wish), AppKey(std::string("key")));
    MainWindow window(desk);
    window.show();
    window.open({});
    QTRY_VERIFY(desk.isOpen());
    auto* bar = window.findChild<ui::OfflineBar*>();
    QVERIFY(!bar->isVisible());
    window.goTo(MainWindow::Place::Ranges);
    window.page(MainWindow::Place::Ranges)->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), tests::patience);
    QVERIFY(!bar->accessibleName().isEmpty());
    static_cast<ui::ListPage*>(window.page(MainWindow::Place::Ranges))->stopReading();
    answers = true;
    QSignalSpy again(bar, &ui::OfflineBar::reachedAgain);
    bar->retryButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible(), tests::patience); // refused, but reached
    QCOMPARE(again.size(), 1);
}

void TestWindow::cancelAndReports()
{
    Answers answers;
    const QTemporaryDir folder;
    Walk walk({}, unhurried);
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    JobRunner& runner = walk.desk().runner();
    QTRY_VERIFY(runner.progress().requestsAnswered > 3);
    auto* cancel = walk.window().findChild<QPushButton*>(QStringLiteral("run.cancel"));
    QVERIFY(cancel->isEnabled());
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(walk.window().bulk()->step(), BulkPage::Step::Result, 30000);
    const SharedOutcome outcome = walk.window().bulk()->resultView()->outcome();
    QCOMPARE(outcome->job.state, JobState::Cancelled);
    const JobCounts& c = outcome->job.counts;
    QVERIFY(c.notSent > 0 && c.verified > 0);
    QCOMPARE(c.planned, c.verified + c.accepted + c.rejected + c.failed + c.unknown + c.notSent);
    // Reports.
    const QString report = folder.filePath(QStringLiteral("report.csv"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return report; };
    QTRY_VERIFY(walk.window().bulk()->resultView()->table()->model()->rowCount() > 0);
    walk.window().bulk()->resultView()->saveReport();
    QTRY_VERIFY(QFile::exists(report));
    // All rows of a table, copied and exported.
    ui::TableView* table = walk.window().bulk()->resultView()->table()->table();
    table->setFocus();
    table->goToRow(0);
    walk.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1Char('\t')));
    const QString rows = folder.filePath(QStringLiteral("rows.csv"));
    ui::dialogs().saveFile = [&](QWidget*, const QString&, const QString&) { return rows; };
    QSignalSpy exported(table, &ui::TableView::exported);
    table->exportRows();
    QTRY_COMPARE(exported.count(), 1);
    QFile file(rows);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), table->model()->rowCount() + 1);
}

void TestWindow::closingWhileAJobRuns()
{
    Answers answers;
    Walk walk({}, unhurried);
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    int answer = 1;
    ui::dialogs().ask = [&answer](QWidget*, const ui::Question&) { return answer; };
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    JobRunner& runner = walk.desk().runner();
    QTRY_VERIFY(runner.progress().requestsAnswered > 3);
    answer = 0; // keep it running
    QVERIFY(!walk.window().close());
    QVERIFY(walk.window().isVisible() && runner.isBusy());
    answer = 1; // stop, resume later
    walk.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!walk.window().isVisible(), 30000);
    QVERIFY(!runner.isBusy());
    auto jobs = Desk::jobs(*walk.desk().data(), walk.desk().scope(), 0);
    QVERIFY(jobs && jobs->size() == 1);
    QCOMPARE(jobs->front().state, JobState::Interrupted);
    // And it is resumed from the list.
    walk.window().show();
    walk.window().jobs()->choose(jobs->front().id);
    walk.window().goTo(MainWindow::Place::Jobs);
    auto* resume = walk.window().findChild<QPushButton*>(QStringLiteral("jobResult.resume"));
    QTRY_VERIFY(resume->isVisible());
    resume->click();
    QTRY_COMPARE_WITH_TIMEOUT(walk.window().bulk()->step(), BulkPage::Step::Result, 60000);
    QCOMPARE(walk.window().bulk()->resultView()->outcome()->job.counts.verified, 2995);
}

void TestWindow::nextSheetWhileAJobRuns()
{
    const Answers answers;
    const QTemporaryDir folder;
    Walk walk({}, unhurried);
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    JobRunner& runner = walk.desk().runner();
    QSignalSpy ended(&runner, &JobRunner::finished);
    QTRY_VERIFY(runner.progress().requestsAnswered > 3);
    runner.setPaused(true); // it must outlast what follows
    BulkPage* bulk = walk.window().bulk();
    const qint64 first = runner.jobId();
    QPushButton* another = walk.window().findChild<QPushButton*>(QStringLiteral("bulk.another"));
    QVERIFY(another->isVisible());
    another->click();
    QCOMPARE(bulk->step(), BulkPage::Step::Start);
    // A sheet that is left to look at the run is there again.
    walk.openSheet(
        writeFile(folder, QStringLiteral("left.csv"), QByteArray("部门编码,商品编码\nBM01,SP10003\n")));
    bulk->showRun();
    QCOMPARE(bulk->step(), BulkPage::Step::Run);
    QCOMPARE(another->accessibleName(), QStringLiteral("Back to the sheet"));
    another->click();
    QCOMPARE(bulk->step(), BulkPage::Step::Match);
    QCOMPARE(QFileInfo(bulk->matchStep()->path()).fileName(), QStringLiteral("left.csv"));
    QCOMPARE(another->accessibleName(), QStringLiteral("Another sheet"));
    // Checked and compared while the first runs.
    walk.openSheet(writeFile(folder, QStringLiteral("second.csv"),
                             QByteArray("部门编码,客户类型编码,商品编码\nBM01,LX01,SP10002\n")));
    walk.check();
    walk.review(false);
    QCOMPARE(walk.failure(), QString());
    QVERIFY(runner.isBusy() && runner.jobId() == first);
    const qint64 second = bulk->reviewStep()->draft()->job.id;
    QVERIFY(bulk->reviewStep()->postButton()->text().contains(QString::number(first)));
    // Back to the run and again to the next one.
    bulk->showRun();
    QCOMPARE(bulk->step(), BulkPage::Step::Run);
    another->click();
    QCOMPARE(bulk->step(), BulkPage::Step::Review);
    QCOMPARE(bulk->reviewStep()->draft()->job.id, second);
    QTRY_VERIFY(bulk->reviewStep()->postButton()->isEnabled());
    QSignalSpy queued(&runner, &JobRunner::queued);
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); // it goes after the first
    QTRY_COMPARE(queued.size(), 1);
    QCOMPARE(ended.size(), 0);
    runner.setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 60000);
    auto jobs = Desk::jobs(*walk.desk().data(), walk.desk().scope(), 0);
    QVERIFY(jobs && jobs->size() == 2);
    for (const JobRecord& job : *jobs)
        QCOMPARE(job.state, JobState::Done);
    QCOMPARE(jobs->back().counts.verified, 2995);
}

void TestWindow::archiveOfJobs()
{
    const Answers answers;
    Walk walk({});
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    walk.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(walk.window().bulk()->step(), BulkPage::Step::Result, 60000);
    ui::JobsPage* page = walk.window().jobs();
    walk.window().goTo(MainWindow::Place::Jobs);
    auto* move = walk.window().findChild<QPushButton*>(QStringLiteral("jobResult.archive"));
    auto* shown = walk.window().findChild<QPushButton*>(QStringLiteral("jobs.archive"));
    QTRY_VERIFY(move->isVisible());
    QVERIFY(!shown->isVisible());
    const qint64 job = page->result()->outcome()->job.id;
    move->click();
    QTRY_VERIFY(shown->isVisible());
    QTRY_COMPARE(page->model()->rowCount(), 0);
    shown->click();
    QTRY_COMPARE(page->model()->rowCount(), 1);
    QTRY_VERIFY(page->result()->isVisible() && page->result()->outcome()->job.archived.isValid());
    QTRY_VERIFY(page->result()->table()->model()->rowCount() > 2000); // all of it is there
    QTRY_VERIFY(move->isVisible());
    move->click();
    QTRY_COMPARE(page->model()->rowCount(), 0);
    page->choose(job); // wherever it is
    QTRY_VERIFY(!shown->isChecked());
    QTRY_COMPARE(page->model()->rowCount(), 1);
}

void TestWindow::draftSurvivesTheWindow()
{
    Walk walk({});
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(); // one row is excluded
    QCOMPARE(walk.failure(), QString());
    const std::int64_t id = walk.window().bulk()->reviewStep()->draft()->job.id;
    walk.window().bulk()->keepDraft();
    walk.key(Qt::Key_6, Qt::ControlModifier);
    ui::JobsPage* page = walk.window().jobs();
    QTRY_VERIFY(page->result()->outcome() && page->result()->outcome()->job.id == id);
    QTRY_COMPARE(page->result()->outcome()->job.counts.excluded, 1);
    auto* open = walk.window().findChild<QPushButton*>(QStringLiteral("jobResult.openDraft"));
    QTRY_VERIFY(open->isVisible());
    QSignalSpy stepped(walk.window().bulk(), &BulkPage::stepChanged);
    open->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stepped.isEmpty(), 30000);
    ui::BatchTable* table = walk.window().bulk()->reviewStep()->table();
    QTRY_VERIFY(table->rows() && table->rows()->count(ExcludedFacet) == 1);
    QCOMPARE(walk.window().place(), MainWindow::Place::Bulk);
    // Discarded, it is gone.
    Answers answers;
    ui::dialogs().ask = [](QWidget*, const ui::Question&) { return 1; };
    walk.key(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(page->result()->outcome() && page->result()->outcome()->job.state == JobState::Draft);
    Q_EMIT page->result()->discardDraft(id);
    QTRY_VERIFY(page->model()->rowCount() == 0);
}

void TestWindow::secondInstance()
{
    const QTemporaryDir folder;
    SessionWish wish;
    wish.demo = true;
    wish.dataDir = folder.filePath(QStringLiteral("data"));
    Desk first(wish, AppKey());
    QSignalSpy opened(&first.runner(), &JobRunner::opened);
    first.open();
    QTRY_COMPARE(opened.count(), 1);
    Desk second(wish, AppKey());
    MainWindow window(second);
    window.show();
    QSignalSpy refused(&second.runner(), &JobRunner::notOpened);
    window.open({});
    QTRY_COMPARE(refused.count(), 1);
    const auto panels = window.findChildren<ui::StatePanel*>();
    QVERIFY(
        std::any_of(panels.begin(), panels.end(), [](const ui::StatePanel* p) { return p->isVisible(); }));
    window.goTo(MainWindow::Place::Jobs); // the error stays in sight
    QVERIFY(!window.jobs()->isVisible());
}

void TestWindow::smallWindow()
{
    Walk walk({});
    walk.window().resize(1024, 700);
    walk.open();
    walk.openSample();
    walk.check();
    walk.review(false);
    QCOMPARE(walk.failure(), QString());
    QCOMPARE(walk.window().width(), 1024);
    QCOMPARE(walk.window().height(), 700);
    // The buttons that matter are inside the window.
    const QPushButton* post = walk.window().bulk()->reviewStep()->postButton();
    const QRect place(post->mapTo(&walk.window(), QPoint()), post->size());
    QVERIFY(walk.window().rect().contains(place));
}

void TestWindow::panesGoRound()
{
    Walk walk({});
    walk.open();
    walk.openSample();
    walk.check();
    std::vector<QWidget*> met;
    for (int i = 0; i < 4; ++i) {
        walk.key(Qt::Key_F6);
        met.push_back(QApplication::focusWidget());
    }
    QVERIFY(met[0] != met[1] && met[1] != met[2] && met[2] != met[3]);
    walk.key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), met[2]);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
