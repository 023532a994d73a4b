// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line refuses before anything is sent or written, and what it says when it cannot print.
#include "cli/programs.h"

#include <QDir>

using rangedesk::tests::DemoProgram;
using rangedesk::tests::Desk;
using rangedesk::tests::Run;

namespace {

const QByteArray sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n"
                         "BM01,LX01,SP10001,1,0\nBM01,LX01,SP10002,0,1\nBM02,LX02,SP10003,1,1\n";

QStringList words(const QString& text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether it is one JSON object, and nothing more.
bool isOneObject(const QByteArray& text)
{
    QJsonParseError error{};
    return QJsonDocument::fromJson(text, &error).isObject() && error.error == QJsonParseError::NoError;
}

} // namespace

class TestCliOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_demo.start()); }
    void init();
    void unfit_data();
    void unfit();
    void faultyFilters_data();
    void faultyFilters();
    void emptyValues_data();
    void emptyValues();
    void fitStill();
    void reportsOverwriteNothing();
    void reportsOfJobs();
    void filesThatAreKept();
    void notRegular();
    void fullOutput();
    void closedPipe();
    void referenceOfChanges();
    void longExternalId();
    void oneObject();
    void ignoredColumns();
    void damagedCatalogue();
    void sheetOfAPipe();
    void keylessCommands();
    void wrongConfirmation();
    void wholeSentences();
    void interrupted_data();
    void interrupted();

private:
    DemoProgram m_demo;
};

void TestCliOptions::init()
{
    m_demo.set("latency=0");
}

void TestCliOptions::unfit_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("option");
    const auto row = [](const char* line, const char* option) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(option);
    };
    row("jobs resume 1 --dry-run", "--dry-run");
    row("jobs resume 1 --apply", "--apply");
    row("jobs resume 1 --plan 0123456789abcdef", "--plan");
    row("jobs archive 1 --dry-run", "--dry-run");
    row("jobs archive 1 --report x.csv", "--report");
    row("jobs show 1 --archived", "--archived");
    row("jobs --check", "--check");
    row("dimensions --check", "--check");
    row("dimensions --apply", "--apply");
    row("campaigns --dry-run", "--dry-run");
    row("campaigns --sheet x", "--sheet");
    row("rules --operation delete", "--operation");
    row("customer-rules --stop-on-error", "--stop-on-error");
    row("rules --ignore-column x", "--ignore-column");
    row("rules --max-requests 5", "--max-requests");
    row("log --report x.csv", "--report");
    row("log verify --dry-run", "--dry-run");
    row("profiles --apply", "--apply");
    row("registrations HD25003 --dry-run", "--dry-run");
    row("export 1 --output x.rdchanges --dry-run", "--dry-run");
    row("templates campaigns --output x.csv --kind campaigns", "--kind");
    row("undo 1 --dry-run --kind campaigns", "--kind");
    row("health --dry-run", "--dry-run");
    row("health --report x.csv", "--report");
    row("explain K1 --values", "--values");
    row("reference x.csv --report x.csv", "--report");
    row("import x.csv --kind campaigns --check --values", "--values");
    row("import x.csv --kind campaigns --check --output y.csv", "--output");
    row("campaigns --cm-id 1", "cm-id");
}

void TestCliOptions::unfit()
{
    QFETCH(QString, line);
    QFETCH(QString, option);
    const Desk desk(&m_demo);
    const QByteArray before = m_demo.get("/_demo/log");
    const Run run = desk.run(words(line));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(option.toUtf8()), run.err.constData());
    QVERIFY2(run.err.contains(words(line).first().toUtf8()), run.err.constData());
    QVERIFY(isOneObject(run.out));
    QCOMPARE(m_demo.get("/_demo/log"), before); // nothing was sent
    QVERIFY(!QFile::exists(desk.data()));
}

void TestCliOptions::faultyFilters_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* line, const char* said) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(said);
    };
    row("rules --page-number 99999999999", "--page-number takes a whole number from 1 on; \"99999999999\"");
    row("rules --page-length 0", "--page-length");
    row("customer-rules --cm-id 1 --cm-code y", "--cm-code, --cm-id");
    row("rules --start-modify-date yesterday", "--start-modify-date \"yesterday\"");
    row("campaigns --activity-code 1234567890123456789012345678901234567890", "--activity-code");
}

void TestCliOptions::faultyFilters()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const Desk desk(&m_demo);
    const QByteArray before = m_demo.get("/_demo/log");
    const Run run = desk.run(::words(line));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(words.toUtf8()), run.err.constData());
    QCOMPARE(m_demo.get("/_demo/log"), before);
}

void TestCliOptions::emptyValues_data()
{
    QTest::addColumn<QStringList>("command");
    const auto row = [](const QString& line, const QString& option) {
        QTest::newRow(qPrintable(line + QLatin1Char(' ') + option))
            << words(line) + (option.isEmpty() ? QStringList() : QStringList{option}) +
                   QStringList{QString()};
    };
    row(QStringLiteral("undo 1 --apply"), QStringLiteral("--lines"));
    row(QStringLiteral("explain"), {});
    row(QStringLiteral("where"), {});
    row(QStringLiteral("undo --dry-run"), {});
    row(QStringLiteral("campaigns"), QStringLiteral("--activity-code"));
    row(QStringLiteral("campaigns"), QStringLiteral("--activity_code"));
    row(QStringLiteral("explain"), QStringLiteral("--dept"));
    row(QStringLiteral("dimensions"), QStringLiteral("--data-dir"));
    row(QStringLiteral("dimensions"), QStringLiteral("--profile"));
    row(QStringLiteral("dimensions"), QStringLiteral("--openid"));
    row(QStringLiteral("import x.csv --kind campaigns --check"), QStringLiteral("--columns"));
    row(QStringLiteral("import x.csv --kind campaigns --check"), QStringLiteral("--report"));
    row(QStringLiteral("import x.csv --kind campaigns --check"), QStringLiteral("--delimiter"));
    row(QStringLiteral("import x.csv --kind campaigns --apply --plan a"), QStringLiteral("--confirm"));
    row(QStringLiteral("health"), QStringLiteral("--policy"));
    row(QStringLiteral("jobs show"), {});
}

void TestCliOptions::emptyValues()
{
    QFETCH(QStringList, command);
    const Desk desk(&m_demo);
    const QByteArray before = m_demo.get("/_demo/log");
    const Run run = desk.run(command);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("empty"), run.err.constData());
    QVERIFY(isOneObject(run.out));
    QCOMPARE(m_demo.get("/_demo/log"), before);
}

/// A job is not undone as a whole, or gone on with, because of what was misread; and what fits goes on to
/// fit.
void TestCliOptions::fitStill()
{
    const Desk desk(&m_demo);
    QCOMPARE(desk.import(desk.write(QStringLiteral("s.csv"), sheet),
                         words(QStringLiteral("--apply --stop-on-error --products-per-request 1 "
                                              "--max-requests 99 --in-flight 2")))
                 .exitCode,
             0);
    const QByteArray before = m_demo.get("/_demo/state");
    QCOMPARE(desk.run({QStringLiteral("undo"), QStringLiteral("1"), QStringLiteral("--apply"),
                       QStringLiteral("--lines"), QString()})
                 .exitCode,
             2);
    QCOMPARE(m_demo.get("/_demo/state"), before);
    QCOMPARE(desk.run(words(QStringLiteral("undo 1 --dry-run --lines 2"))).count("planned"), 1);
    QCOMPARE(
        desk.run({QStringLiteral("export"), QStringLiteral("1"), QStringLiteral("--output"),
                  desk.folder.filePath(QStringLiteral("e.rdchanges")), QStringLiteral("--note"), QString()})
            .exitCode,
        0);
}

void TestCliOptions::reportsOverwriteNothing()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QString link = desk.folder.filePath(QStringLiteral("link.csv"));
    QVERIFY(QFile::link(file, link));
    const QString folder = desk.folder.filePath(QStringLiteral("folder"));
    QVERIFY(QFile::link(desk.folder.path(), folder));
    const QByteArray before = m_demo.get("/_demo/log");
    for (const QString& report : {file, link, folder + QStringLiteral("/s.csv")}) {
        QCOMPARE(desk.import(file, {QStringLiteral("--apply"), QStringLiteral("--report"), report}).exitCode,
                 2);
        QCOMPARE(desk.import(link, {QStringLiteral("--apply"), QStringLiteral("--refused"), report}).exitCode,
                 2);
        QCOMPARE(contents(file), sheet);
    }
    QCOMPARE(desk.import(file, {QStringLiteral("--apply"), QStringLiteral("--report"),
                                desk.folder.filePath(QStringLiteral("r.csv")), QStringLiteral("--refused"),
                                folder + QStringLiteral("/r.csv")})
                 .exitCode,
             2);
    QCOMPARE(desk.import(file, words(QStringLiteral("--apply --report x.pdf"))).exitCode, 2);
    QCOMPARE(m_demo.get("/_demo/log"), before); // nothing was sent
    // An earlier report is replaced, night by night, also in the data folder.
    QVERIFY(QDir().mkpath(desk.data()));
    for (const QString& report :
         {desk.folder.filePath(QStringLiteral("r.csv")), desk.data() + QStringLiteral("/r.csv")}) {
        for (int night = 0; night < 2; ++night)
            QCOMPARE(
                desk.import(file, {QStringLiteral("--apply"), QStringLiteral("--report"), report}).exitCode,
                0);
    }
}

void TestCliOptions::reportsOfJobs()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    QCOMPARE(desk.import(file).exitCode, 0);
    const QString report = QStringLiteral("--report");
    for (const char* command : {"jobs report 1", "undo 1 --apply", "retry 1 --apply", "jobs resume 1"}) {
        const Run run = desk.run(words(QLatin1String(command)) + QStringList{report, file});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("overwrite"), run.err.constData());
        QCOMPARE(contents(file), sheet);
    }
    // The files of the data folder, also by another name.
    const QByteArray journal = contents(desk.data() + QStringLiteral("/journal.db"));
    QVERIFY(!journal.isEmpty());
    const QString link = desk.folder.filePath(QStringLiteral("journal.csv"));
    QVERIFY(QFile::link(desk.data() + QStringLiteral("/journal.db"), link));
    QCOMPARE(desk.run(words(QStringLiteral("jobs report 1")) + QStringList{report, link}).exitCode, 2);
    for (const QString& path :
         {link, desk.data() + QStringLiteral("/journal.db"), desk.data() + QStringLiteral("/log.db"),
          desk.data() + QStringLiteral("/marks.db")})
        QCOMPARE(desk.run({QStringLiteral("log"), QStringLiteral("export"), path}).exitCode, 2);
    QCOMPARE(contents(desk.data() + QStringLiteral("/journal.db")), journal);
    const QString out = desk.folder.filePath(QStringLiteral("log.csv"));
    for (int time = 0; time < 2; ++time)
        QCOMPARE(desk.run({QStringLiteral("log"), QStringLiteral("export"), out}).exitCode, 0);
}

void TestCliOptions::filesThatAreKept()
{
    const Desk desk(&m_demo);
    QCOMPARE(desk.import(desk.write(QStringLiteral("s.csv"), sheet)).exitCode, 0);
    const QByteArray mine = "mine";
    for (const char* command : {"export 1 --output x.rdchanges", "templates campaigns --output x.csv",
                                "templates campaigns --output x.xlsx", "registrations HD25003 --output x.csv",
                                "registrations HD25003 --output x.xlsx", "health --output x.rdchanges"}) {
        QStringList line = words(QLatin1String(command));
        line.last() = desk.write(line.last(), mine);
        const Run run = desk.run(line);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("there already"), run.err.constData());
        QCOMPARE(contents(line.last()), mine);
    }
    QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("1"), QStringLiteral("--output"),
                       desk.folder.filePath(QStringLiteral("x.csv.txt"))})
                 .exitCode,
             2);
}

void TestCliOptions::notRegular()
{
#ifdef Q_OS_WIN
    QSKIP("There are no named pipes in folders.");
#endif
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QString pipe = desk.folder.filePath(QStringLiteral("pipe.csv"));
    QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {pipe}), 0);
    const QString folder = desk.folder.filePath(QStringLiteral("folder.csv"));
    QVERIFY(QDir().mkpath(folder));
    const QString nowhere = desk.folder.filePath(QStringLiteral("nowhere.csv"));
    QVERIFY(QFile::link(desk.folder.filePath(QStringLiteral("none")), nowhere));
    for (const QString& path : {pipe, folder, nowhere}) {
        const Run run = desk.import(file, {QStringLiteral("--check"), QStringLiteral("--report"), path});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("regular file"), run.err.constData());
        QCOMPARE(desk.run({QStringLiteral("log"), QStringLiteral("export"), path}).exitCode, 2);
        QCOMPARE(desk.run({QStringLiteral("templates"), QStringLiteral("campaigns"),
                           QStringLiteral("--output"), path})
                     .exitCode,
                 2);
    }
    QVERIFY(QFileInfo(pipe).exists() && !QFileInfo(pipe).isFile()); // it is what it was
}

/// Runs the command line from a shell with @p redirection behind it.
static Run inShell(const Desk& desk, const QStringList& command, const QString& redirection)
{
    QProcess shell;
    desk.prepare(shell, command);
    const QStringList inner = QStringList{shell.program()} + shell.arguments();
    shell.setProgram(QStringLiteral("bash"));
    shell.setArguments(
        QStringList{QStringLiteral("-c"), QStringLiteral("\"$@\" ") + redirection, QStringLiteral("bash")} +
        inner);
    shell.start();
    shell.waitForFinished(60000);
    return {shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1, shell.readAllStandardOutput(),
            shell.readAllStandardError()};
}

void TestCliOptions::fullOutput()
{
#ifndef Q_OS_LINUX
    QSKIP("Linux has a device that is always full.");
#endif
    const Desk desk(&m_demo);
    const QString full = QStringLiteral(">/dev/full");
    const Run read = inShell(desk, {QStringLiteral("dimensions")}, full);
    QCOMPARE(read.exitCode, 2);
    QVERIFY2(read.err.contains("No space left"), read.err.constData());
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QStringList import{QStringLiteral("import"), file, QStringLiteral("--kind"),
                             QStringLiteral("range-products")};
    QCOMPARE(inShell(desk, import + QStringList{QStringLiteral("--check")}, full).exitCode, 2);
    QCOMPARE(inShell(desk, import + QStringList{QStringLiteral("--apply")}, full).exitCode, 1);
    QCOMPARE(inShell(desk, {QStringLiteral("--help")}, full).exitCode, 2);
}

void TestCliOptions::closedPipe()
{
#ifdef Q_OS_WIN
    QSKIP("The shell of this test is a POSIX one.");
#endif
    const Desk desk(&m_demo);
    const Run run = inShell(desk, {QStringLiteral("campaigns")}, QStringLiteral("| head -c 1"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(!run.err.contains("could not be written"), run.err.constData());
}

void TestCliOptions::referenceOfChanges()
{
    const Desk desk(&m_demo);
    const QString report = desk.folder.filePath(QStringLiteral("report.csv"));
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    QCOMPARE(desk.import(file, {QStringLiteral("--check"), QStringLiteral("--report"), report}).exitCode, 0);
    const QString campaigns = desk.folder.filePath(QStringLiteral("campaigns.csv"));
    QCOMPARE(desk.run({QStringLiteral("templates"), QStringLiteral("campaigns"), QStringLiteral("--output"),
                       campaigns})
                 .exitCode,
             0);
    for (const QString& path : {file, report, campaigns}) {
        const Run run = desk.run({QStringLiteral("reference"), path});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("sheet of changes") && run.err.contains("--kind"), run.err.constData());
    }
    // Who says of what takes it.
    QCOMPARE(
        desk.run({QStringLiteral("reference"), file, QStringLiteral("--kind"), QStringLiteral("products")})
            .count("added"),
        3);
}

void TestCliOptions::longExternalId()
{
    const Desk desk(&m_demo);
    const QString name = QStringLiteral("LONG-") + QString(60, QLatin1Char('7'));
    const Run unknown = desk.run({QStringLiteral("registrations"), name});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("There is no campaign"), unknown.err.constData());
    const QString file =
        desk.write(QStringLiteral("c.csv"),
                   "Campaign external id,Campaign code,Campaign name,Campaign type code,Status,Start "
                   "date,End date,Registration URL,Campaign information,Department code\n" +
                       name.toUtf8() +
                       ",LONG,Long,CL,online,2026-01-01,2026-12-31,https://example.invalid,words,BM01\n");
    const Run made = desk.run({QStringLiteral("import"), file, QStringLiteral("--kind"),
                               QStringLiteral("campaigns"), QStringLiteral("--apply")});
    QVERIFY2(made.exitCode == 0, made.out.constData());
    const Run found = desk.run({QStringLiteral("registrations"), name});
    QVERIFY2(found.exitCode == 0, found.err.constData());
    QCOMPARE(found.json()[QStringLiteral("campaign")].toString(), QStringLiteral("Long"));
}

void TestCliOptions::oneObject()
{
    const Desk desk(&m_demo);
    QCOMPARE(desk.import(desk.write(QStringLiteral("s.csv"), sheet)).exitCode, 0);
    const QString list = desk.write(QStringLiteral("r.csv"), "客户编码,客户名称\nN1,甲\n8.93E+18,丙\n");
    const auto in = [&desk](const char* name) { return desk.folder.filePath(QLatin1String(name)); };
    const QList<QStringList> commands{
        {QStringLiteral("reference"), list, QStringLiteral("--full")},
        {QStringLiteral("registrations"), QStringLiteral("HD25003"), QStringLiteral("--output"),
         in("none/x.csv")},
        {QStringLiteral("registrations"), QStringLiteral("HD25003"), QStringLiteral("--output"), in("x.csv")},
        {QStringLiteral("jobs"), QStringLiteral("report"), QStringLiteral("1"), QStringLiteral("--report"),
         in("none/x.csv")},
        {QStringLiteral("export"), QStringLiteral("1"), QStringLiteral("--output"), in("x.rdchanges")},
        {QStringLiteral("templates"), QStringLiteral("campaigns"), QStringLiteral("--output"), in("t.csv")},
        {QStringLiteral("log"), QStringLiteral("curl"), QStringLiteral("1")},
        {QStringLiteral("log"), QStringLiteral("export"), in("log.csv")}};
    for (const QStringList& command : commands) {
        const Run run = desk.run(command);
        QVERIFY2(isOneObject(run.out),
                 qPrintable(command.join(QLatin1Char(' ')) + QString::fromUtf8(run.out)));
    }
}

void TestCliOptions::ignoredColumns()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const auto check = [&](const char* column) {
        return desk.import(
            file, {QStringLiteral("--check"), QStringLiteral("--ignore-column"), QString::fromUtf8(column)});
    };
    const Run unknown = check("is_must_sel");
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("no column \"is_must_sel\""), unknown.err.constData());
    const Run flag = check("IS_NEW");
    QCOMPARE(flag.exitCode, 0);
    QVERIFY(flag.json()[QStringLiteral("warnings")].toArray().isEmpty());
    const Run condition = check("type_code");
    QCOMPARE(condition.exitCode, 0);
    QVERIFY2(condition.err.contains("wider ranges"), condition.err.constData());
    QCOMPARE(condition.json()[QStringLiteral("warnings")].toArray().size(), 1);
    QCOMPARE(
        desk.run({QStringLiteral("reference"), file, QStringLiteral("--kind"), QStringLiteral("products"),
                  QStringLiteral("--dry-run"), QStringLiteral("--ignore-column"), QStringLiteral("none")})
            .exitCode,
        2);
}

void TestCliOptions::damagedCatalogue()
{
    for (const char* command : {"explain X", "templates range-products --values --output"}) {
        const Desk desk(&m_demo);
        QVERIFY(QDir().mkpath(desk.data()));
        desk.write(QStringLiteral("data/catalogue.db"), QByteArray(8192, 'x'));
        QStringList line = words(QLatin1String(command));
        const bool isTemplate = line.contains(QStringLiteral("--output"));
        if (isTemplate)
            line << desk.folder.filePath(QStringLiteral("t.csv"));
        const Run run = desk.run(line);
        QCOMPARE(run.exitCode, isTemplate ? 0 : 2); // nobody is known of a new catalogue
        QVERIFY2(run.err.contains("set aside") && !run.err.contains("Free some space"), run.err.constData());
        QCOMPARE(QDir(desk.data()).entryList({QStringLiteral("catalogue.db.damaged-*")}).size(), 1);
    }
    // What writes nothing says what it is.
    const Desk desk(&m_demo);
    QVERIFY(QDir().mkpath(desk.data()));
    desk.write(QStringLiteral("data/catalogue.db"), QByteArray(8192, 'x'));
    const Run shown = desk.run({QStringLiteral("reference"),
                                desk.write(QStringLiteral("r.csv"), "客户编码,客户名称\nN1,甲\n"),
                                QStringLiteral("--dry-run")});
    QCOMPARE(shown.exitCode, 2);
    QVERIFY2(shown.err.contains("It is damaged"), shown.err.constData());
}

void TestCliOptions::sheetOfAPipe()
{
#ifdef Q_OS_WIN
    QSKIP("The shell of this test is a POSIX one.");
#endif
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QStringList check{QStringLiteral("import"), QStringLiteral("/dev/stdin"), QStringLiteral("--kind"),
                            QStringLiteral("range-products"), QStringLiteral("--check")};
    const Run run = inShell(desk, check, QStringLiteral("< <(cat '%1')").arg(file));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("regular file"), run.err.constData());
}

/// What needs no server asks for no key: neither in the environment nor in a keychain, which tests have not.
void TestCliOptions::keylessCommands()
{
    Desk desk;
    desk.key.clear();
    QVERIFY(QDir().mkpath(desk.data()));
    const QJsonObject profile{{QStringLiteral("id"), QStringLiteral("p1")},
                              {QStringLiteral("name"), QStringLiteral("Acme")},
                              {QStringLiteral("environment"), QStringLiteral("test")},
                              {QStringLiteral("address"), m_demo.baseUrl()},
                              {QStringLiteral("openid"), m_demo.value("openid")}};
    desk.write(QStringLiteral("data/profiles.json"),
               QJsonDocument(QJsonObject{{QStringLiteral("profiles"), QJsonArray{profile}}}).toJson());
    const Run made = desk.run({QStringLiteral("--profile"), QStringLiteral("Acme"),
                               QStringLiteral("templates"), QStringLiteral("campaigns"),
                               QStringLiteral("--output"), desk.folder.filePath(QStringLiteral("t.csv"))});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const Run exported = desk.run({QStringLiteral("--profile"), QStringLiteral("Acme"),
                                   QStringLiteral("export"), QStringLiteral("7"), QStringLiteral("--output"),
                                   desk.folder.filePath(QStringLiteral("t.rdchanges"))});
    QCOMPARE(exported.exitCode, 2);
    QVERIFY2(!exported.err.contains("RANGEDESK_APPKEY"), exported.err.constData());
}

void TestCliOptions::wrongConfirmation()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QByteArray before = m_demo.get("/_demo/log");
    const Run run =
        desk.import(file, words(QStringLiteral("--apply --confirm another.example --plan 0123456789abcdef")));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("another.example"), run.err.constData());
    QCOMPARE(m_demo.get("/_demo/log"), before);
}

void TestCliOptions::wholeSentences()
{
    const Desk desk(&m_demo);
    QVERIFY(desk.run({QStringLiteral("--help")}).out.contains("held, rejected"));
    const QString broken = desk.write(QStringLiteral("b.xlsx"), "PK\x03\x04 and no more");
    const Run damaged = desk.import(broken, {QStringLiteral("--check")});
    QCOMPARE(damaged.exitCode, 2);
    QVERIFY2(damaged.err.contains("it is not a ZIP archive, as workbooks are."), damaged.err.constData());
    const Run nowhere = desk.import(desk.write(QStringLiteral("s.csv"), sheet),
                                    {QStringLiteral("--check"), QStringLiteral("--report"),
                                     desk.folder.filePath(QStringLiteral("n/r.csv"))});
    QVERIFY2(nowhere.err.contains("directory. Choose"), nowhere.err.constData());
    // The log in words is in the language of the program.
    QCOMPARE(desk.run({QStringLiteral("dimensions")}).exitCode, 0);
    const QStringList log{QStringLiteral("--lang"), QStringLiteral("zh"), QStringLiteral("log")};
    const Run listed = desk.runInWords(log);
    QCOMPARE(listed.exitCode, 0);
    QVERIFY(!listed.out.isEmpty());
    QVERIFY2(!listed.out.contains("answered"), listed.out.constData());
}

void TestCliOptions::interrupted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("signal");
    for (const char* line : {"health", "explain X", "where X"})
        QTest::newRow(line) << QString::fromUtf8(line) << QStringLiteral("INT");
    QTest::newRow("closed terminal") << QStringLiteral("rules") << QStringLiteral("HUP");
}

void TestCliOptions::interrupted()
{
#ifdef Q_OS_WIN
    QSKIP("There are no such signals.");
#endif
    QFETCH(QString, line);
    QFETCH(QString, signal);
    const Desk desk(&m_demo);
    const QByteArray before = m_demo.get("/_demo/log");
    m_demo.set("latency=60000");
    QProcess process;
    desk.prepare(process, words(line));
    process.start();
    // Interrupted once it has asked the server: from then on it watches.
    const QByteArray asked = desk.data().toUtf8();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(QString::fromUtf8(asked)) && m_demo.get("/_demo/log") != before,
                             20000);
    QCOMPARE(QProcess::execute(QStringLiteral("kill"),
                               {QStringLiteral("-s"), signal, QString::number(process.processId())}),
             0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
}

QTEST_GUILESS_MAIN(TestCliOptions)
#include "tst_cli_options.moc"
