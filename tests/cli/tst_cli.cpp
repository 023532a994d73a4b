// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as scripts and people use it: exit codes, JSON, bad input.
#include "changes/import_job.h"
#include "cli/programs.h"
#include "demo/demo_data.h"
#include "store/catalogue_file.h"

#include <QDir>
#include <QDirIterator>
#include <QTcpServer>
#include <set>

using rangedesk::tests::DemoProgram;
using rangedesk::tests::Desk;
using rangedesk::tests::Run;

namespace {

const QByteArray sheet = "dept_code,type_code,product_code,is_must_sale,is_new\n"
                         "BM01,LX01,SP10001,1,0\nBM01,LX01,SP10002,0,1\nBM02,LX02,SP10003,1,1\n";
const QByteArray faulty = sheet + "BM02,LX02,SP10004,perhaps,0\n";

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

using Entries = std::vector<std::pair<rangedesk::EntryKind, rangedesk::CatalogueEntry>>;

/// What the catalogue in a folder knows of the demo company.
Entries known(const Desk& desk, const DemoProgram& demo)
{
    rangedesk::ConnectionSettings settings;
    settings.baseUrl = QUrl(demo.baseUrl());
    settings.openid = demo.value("openid").toStdString();
    Entries entries;
    auto file = rangedesk::CatalogueFile::openForReading(desk.data() + QStringLiteral("/catalogue.db"));
    const bool isRead = file && file->load(rangedesk::scopeOf(settings),
                                           [&](rangedesk::EntryKind kind, rangedesk::CatalogueEntry entry) {
                                               entries.emplace_back(kind, std::move(entry));
                                           });
    return isRead ? entries : Entries();
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_demo.start()); }
    void badUsage_data();
    void badUsage();
    void helpAndVersion();
    void queries();
    void filters();
    void checkNeedsNothing();
    void importAndJobs();
    void dryRunTellsTheChanges();
    void undoAndShare();
    void templatesComeBack();
    void referenceList();
    void health();
    void healthProposes();
    void readingsTeach();
    void explain();
    void onlyByCustomer_data();
    void onlyByCustomer();
    void assumptions();
    void thoughtUpCustomer();
    void everyOperation();
    void reportPaths();
    void badFiles_data();
    void badFiles();
    void wrongKey();
    void serverGone();
    void strangeServers_data();
    void strangeServers();
    void folderInUse();
    void folderReadOnly();
    void diskFull();
    void damagedJournal();
    void emptyJournal();
    void builtInDemo();
    void keyIsNowhere();
    void profiles();
    void productionWantsItsName();
    void chinese();
    void columnTemplate();
    void archive();

private:
    DemoProgram m_demo;
};

void TestCli::badUsage_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"",
                             "nonsense",
                             "import",
                             "import x.csv",
                             "import x.csv --kind range-products",
                             "import x.csv --kind range-products --check --apply",
                             "import x.csv --kind range-clear --operation upsert --check",
                             "import x.csv --kind range-products --check --operation erase",
                             "import x.csv --kind range-products --check --columns none.json",
                             "jobs --columns x",
                             "undo --dry-run",
                             "undo 1",
                             "undo 1 --check",
                             "undo 1 --dry-run --lines x",
                             "retry 1 --apply --lines 2",
                             "open x.rdchanges",
                             "export 1",
                             "templates nonsense --output t.csv",
                             "templates range-products",
                             "jobs --output x",
                             "import x.csv --kind range-products --check --encoding latin9",
                             "import x.csv --kind range-products --check --delimiter ab",
                             "campaigns --cm-id 1",
                             "rules --no-such-option",
                             "jobs show",
                             "jobs destroy 1",
                             "jobs show 99",
                             "--demo left-behind",
                             "--in-flight x dimensions",
                             "--demo --openid 1 dimensions"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestCli::badUsage()
{
    QFETCH(QString, line);
    const Desk desk(line.contains(QLatin1String("--demo")) ? nullptr : &m_demo);
    const Run run = desk.run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
    QVERIFY(!run.json()[QStringLiteral("problem")].toString().isEmpty()); // one object, whatever happens
}

void TestCli::columnTemplate()
{
    const Desk desk(&m_demo);
    const QString sheet =
        desk.write(QStringLiteral("s.csv"), "部门,货号,必须\nBM01-华东,SP10009,必\nBM02-华北,SP10010,\n");
    const QString columns =
        desk.write(QStringLiteral("c.json"),
                   R"({"rangedesk": "column template 1", "name": "仓库", "kind": "range-products",
            "headings": ["部门", "货号", "必须"], "ignored": ["部门"],
            "assigned": {"货号": "product_code", "必须": "is_must_sale"}, "values": {"必须": {"必": "是"}},
            "empty": {"必须": "否"}, "constants": {"is_new": "1"},
            "made": [{"field": "dept_code", "of": ["部门"], "separator": "-", "part": 1}]})");
    const QStringList import{QStringLiteral("import"), sheet, QStringLiteral("--kind")};
    const Run run = desk.run(import + QStringList{QStringLiteral("range-products"), QStringLiteral("--check"),
                                                  QStringLiteral("--columns"), columns});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.count("rows_read"), 2);
    const Run other =
        desk.run(import + QStringList{QStringLiteral("customer-products"), QStringLiteral("--check"),
                                      QStringLiteral("--columns"), columns});
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.err.contains("range-products"), other.err.constData());
}

void TestCli::archive()
{
    DemoProgram demo;
    QVERIFY(demo.start());
    const Desk desk(&demo);
    const QString sheet =
        desk.write(QStringLiteral("s.csv"),
                   "部门编码,客户类型编码,商品编码,必售\nBM01,LX01,SP10001,1\nBM01,LX01,SP10002,1\n");
    QCOMPARE(desk.import(sheet).exitCode, 0);
    const auto jobs = [&desk](const QStringList& more) {
        return desk.run(QStringList{QStringLiteral("jobs")} + more).json()[QStringLiteral("jobs")].toArray();
    };
    const QString one = QStringLiteral("1");
    const Run before = desk.run({QStringLiteral("jobs"), QStringLiteral("show"), one});
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("archive"), QStringLiteral("7")}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("archive"), one}).exitCode, 0);
    QCOMPARE(jobs({}).size(), 0);
    QCOMPARE(jobs({QStringLiteral("--archived")}).size(), 1);
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("archive"), one}).exitCode, 2); // it is there
    const Run shown = desk.run({QStringLiteral("jobs"), QStringLiteral("show"), one});
    QCOMPARE(shown.count("verified"), before.count("verified"));
    QCOMPARE(desk.run({QStringLiteral("undo"), one, QStringLiteral("--dry-run")}).count("planned"),
             before.count("verified"));
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("restore"), one}).exitCode, 0);
    QCOMPARE(jobs({}).size(), 1);
}

void TestCli::helpAndVersion()
{
    const Desk desk;
    QVERIFY(desk.run({QStringLiteral("--help")}).out.contains("import FILE"));
    QVERIFY(desk.run({QStringLiteral("--version")}).out.startsWith("rangedesk-cli "));
}

void TestCli::queries()
{
    const Desk desk(&m_demo);
    const Run campaigns = desk.run({QStringLiteral("campaigns")});
    QCOMPARE(campaigns.exitCode, 0);
    const QJsonArray list = campaigns.json()[QStringLiteral("campaigns")].toArray();
    QCOMPARE(list.size(), 12);
    QCOMPARE(list[0].toObject()[QStringLiteral("registered_customer")].toArray().size(), 400);
    QCOMPARE(desk.run({QStringLiteral("dimensions")}).json()[QStringLiteral("dimensions")].toArray().size(),
             8);
    const QJsonArray rules = desk.run({QStringLiteral("rules")}).json()[QStringLiteral("rules")].toArray();
    QCOMPARE(rules.size(), 400);
    QCOMPARE(rules[0].toObject()[QStringLiteral("id")].toString().size(), 19); // ids are text
    QCOMPARE(desk.run({QStringLiteral("customer-rules")}).json()[QStringLiteral("rules")].toArray().size(),
             300);
}

void TestCli::filters()
{
    const Desk desk(&m_demo);
    QCOMPARE(desk.run(words("campaigns --activity-code HD25003"))
                 .json()[QStringLiteral("campaigns")]
                 .toArray()
                 .size(),
             1);
    QCOMPARE(desk.run(words("campaigns --activity_code HD25003"))
                 .json()[QStringLiteral("campaigns")]
                 .toArray()
                 .size(),
             1);
    QCOMPARE(desk.run(words("rules --page-number 2 --page-length 150"))
                 .json()[QStringLiteral("rules")]
                 .toArray()
                 .size(),
             150);
    QCOMPARE(desk.run(words("rules --page-length 150")).json()[QStringLiteral("rules")].toArray().size(),
             400);
    const auto data = rangedesk::demo::seedData();
    const QString code = QString::fromStdString(data.customers[data.customerRules[0].customers[0]].code);
    QCOMPARE(desk.run({QStringLiteral("customer-rules"), QStringLiteral("--cm-code"), code})
                 .json()[QStringLiteral("rules")]
                 .toArray()
                 .size(),
             1);
    QCOMPARE(desk.run(words("rules --start-modify-date yesterday")).exitCode, 2);
}

void TestCli::checkNeedsNothing()
{
    Desk desk; // no server
    desk.key.clear();
    const Run run = desk.import(desk.write(QStringLiteral("s.csv"), faulty), {QStringLiteral("--check")});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.count("rows_read"), 4);
    QCOMPARE(run.count("refused"), 1);
    const QJsonObject refused = run.json()[QStringLiteral("refused_rows")].toArray()[0].toObject();
    QCOMPARE(refused[QStringLiteral("line")].toInt(), 5);
    QCOMPARE(refused[QStringLiteral("column")].toString(), QStringLiteral("is_must_sale"));
    QCOMPARE(refused[QStringLiteral("value")].toString(), QStringLiteral("perhaps"));
    QVERIFY(!refused[QStringLiteral("reason")].toString().isEmpty());
    QVERIFY(!QFile::exists(desk.data()));
    QCOMPARE(desk.import(desk.write(QStringLiteral("s.csv"), sheet), {QStringLiteral("--check")}).exitCode,
             0);
}

void TestCli::importAndJobs()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("表格.csv"), faulty);
    QCOMPARE(desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray().size(), 0);
    const Run dry = desk.import(file, {QStringLiteral("--dry-run")});
    QCOMPARE(dry.exitCode, 1);
    QCOMPARE(dry.count("planned"), 3);
    QCOMPARE(dry.count("requests"), 2);
    QCOMPARE(dry.count("requests_sent"), 0);
    const QString report = desk.folder.filePath(QStringLiteral("report.csv"));
    const QString refused = desk.folder.filePath(QStringLiteral("refused.csv"));
    const Run apply = desk.import(file, {QStringLiteral("--apply"), QStringLiteral("--report"), report,
                                         QStringLiteral("--refused"), refused});
    QCOMPARE(apply.exitCode, 1);
    QCOMPARE(apply.count("verified"), 3);
    QCOMPARE(apply.json()[QStringLiteral("state")].toString(), QStringLiteral("done"));
    QVERIFY(QFile::exists(report) && QFile::exists(refused));
    QCOMPARE(desk.import(refused).count("refused"), 1); // the refused sheet is a sheet
    QFile::remove(file);
    const QJsonArray jobs = desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray();
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs[1].toObject()[QStringLiteral("file")].toString(), file);
    QCOMPARE(jobs[1].toObject()[QStringLiteral("verified")].toInt(), 3);
    const QString id = QString::number(jobs[1].toObject()[QStringLiteral("id")].toInt());
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("show"), id}).count("verified"), 3);
    const QString second = desk.folder.filePath(QStringLiteral("again.csv"));
    QCOMPARE(
        desk.run({QStringLiteral("jobs"), QStringLiteral("report"), id, QStringLiteral("--report"), second})
            .exitCode,
        0);
    QFile first(report);
    QFile again(second);
    QVERIFY(first.open(QIODevice::ReadOnly) && again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), first.readAll()); // also with the original deleted
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("resume"), id}).exitCode, 2); // it is over
}

void TestCli::undoAndShare()
{
    DemoProgram demo;
    QVERIFY(demo.start());
    const Desk desk(&demo);
    const QByteArray before = demo.get("/_demo/state");
    const Run applied = desk.import(desk.write(QStringLiteral("s.csv"), sheet));
    QVERIFY(applied.count("verified") > 0);
    const QByteArray after = demo.get("/_demo/state");
    QVERIFY(before != after);
    // A dry run of the undo changes nothing; some lines; all; and the undo of that.
    const Run dry = desk.run({QStringLiteral("undo"), QStringLiteral("1"), QStringLiteral("--dry-run")});
    QCOMPARE(dry.count("planned"), applied.count("verified"));
    QVERIFY(!dry.json()[QStringLiteral("plan")].toString().isEmpty());
    QVERIFY(dry.err.contains("Rows that come back exactly"));
    QCOMPARE(demo.get("/_demo/state"), after);
    QCOMPARE(desk.run({QStringLiteral("undo"), QStringLiteral("1"), QStringLiteral("--apply"),
                       QStringLiteral("--lines"), QStringLiteral("900-901")})
                 .exitCode,
             2);
    QCOMPARE(desk.run({QStringLiteral("undo"), QStringLiteral("77"), QStringLiteral("--dry-run")}).exitCode,
             2);
    const Run undone = desk.run({QStringLiteral("undo"), QStringLiteral("1"), QStringLiteral("--apply")});
    QCOMPARE(undone.exitCode, 0);
    QCOMPARE(demo.get("/_demo/state"), before);
    QCOMPARE(desk.run({QStringLiteral("undo"), QStringLiteral("2"), QStringLiteral("--apply")}).exitCode, 0);
    QCOMPARE(demo.get("/_demo/state"), after);
    // Shared: exported, opened in another folder, refused by another company's connection.
    const QString shared = desk.folder.filePath(QStringLiteral("s.rdchanges"));
    QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("1"), QStringLiteral("--output"), shared,
                       QStringLiteral("--note"), QStringLiteral("请核对")})
                 .exitCode,
             0);
    const Desk colleague(&demo);
    const Run opened = colleague.run({QStringLiteral("open"), shared, QStringLiteral("--dry-run")});
    QVERIFY2(opened.err.contains("请核对"), opened.err.constData());
    QCOMPARE(opened.count("unchanged"), opened.count("rows_read")); // it is all there already
    QCOMPARE(Desk()
                 .run({QStringLiteral("--demo"), QStringLiteral("open"), shared, QStringLiteral("--dry-run")})
                 .exitCode,
             2);
    QCOMPARE(desk.run({QStringLiteral("retry"), QStringLiteral("1"), QStringLiteral("--apply")}).exitCode, 2);
}

void TestCli::templatesComeBack()
{
    const Desk desk(&m_demo);
    for (const char* ending : {"csv", "xlsx"}) {
        const QString path = desk.folder.filePath(QStringLiteral("t.") + QLatin1String(ending));
        QCOMPARE(desk.run({QStringLiteral("templates"), QStringLiteral("range-products"),
                           QStringLiteral("--output"), path, QStringLiteral("--values")})
                     .exitCode,
                 0);
        const Run checked = desk.import(path, {QStringLiteral("--check")});
        QCOMPARE(checked.exitCode, 0);
        QCOMPARE(checked.count("rows_read"), 0);
    }
    // What a list told alone is among the values, too.
    const QString list = desk.folder.filePath(QStringLiteral("list.csv"));
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("商品编码,商品名称\nLISTED-1,清单里的商品\n");
    file.close();
    QCOMPARE(
        desk.run({QStringLiteral("reference"), list, QStringLiteral("--kind"), QStringLiteral("products")})
            .exitCode,
        0);
    const QString workbook = desk.folder.filePath(QStringLiteral("v.xlsx"));
    QCOMPARE(desk.run({QStringLiteral("templates"), QStringLiteral("range-products"),
                       QStringLiteral("--output"), workbook, QStringLiteral("--values")})
                 .exitCode,
             0);
    QProcess unpacked;
    unpacked.start(QStringLiteral("unzip"), {QStringLiteral("-p"), workbook});
    QVERIFY(unpacked.waitForFinished());
    QVERIFY(unpacked.readAllStandardOutput().contains("LISTED-1"));
    QCOMPARE(desk.run({QStringLiteral("templates"), QStringLiteral("range-clear"), QStringLiteral("--output"),
                       QStringLiteral("/proc/none/x.xlsx")})
                 .exitCode,
             2);
}

void TestCli::referenceList()
{
    const Desk desk(&m_demo);
    const QString file =
        desk.write(QStringLiteral("r.csv"), "客户编码,客户名称,渠道\nN1,甲,现代\nN2,乙,传统\n8.93E+18,丙,\n");
    const auto run = [&](const QStringList& more) {
        return desk.run(QStringList{QStringLiteral("reference"), file, QStringLiteral("--json")} + more);
    };
    const Run shown = run({QStringLiteral("--dry-run")});
    QCOMPARE(shown.exitCode, 1); // a row is refused
    QCOMPARE(shown.count("added"), 2);
    QCOMPARE(shown.json()[QStringLiteral("refused")].toArray().size(), 1);
    QCOMPARE(run({}).count("added"), 2); // the dry run kept nothing
    QCOMPARE(run({}).count("same"), 2);
    const QString one = desk.write(QStringLiteral("one.csv"), "编码,名称\nN1,甲\n");
    QCOMPARE(desk.run({QStringLiteral("reference"), one}).exitCode, 2); // of what?
    const Run full =
        desk.run({QStringLiteral("reference"), one, QStringLiteral("--kind"), QStringLiteral("customers"),
                  QStringLiteral("--full"), QStringLiteral("--json")});
    QCOMPARE(full.exitCode, 0);
    QCOMPARE(full.count("removed"), 1);
    QCOMPARE(run({QStringLiteral("--kind"), QStringLiteral("nothing")}).exitCode, 2);
    // A refused row would look like one that is not there: it is not the whole list.
    QCOMPARE(run({QStringLiteral("--full")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("--dry-run")}).count("added"), 1); // N2, which the whole list took away
    QCOMPARE(run({QStringLiteral("--check")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("--encoding"), QStringLiteral("nonsense")}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("jobs"), QStringLiteral("--full")}).exitCode, 2);
}

void TestCli::health()
{
    const Desk desk(&m_demo);
    const Run found = desk.run({QStringLiteral("health"), QStringLiteral("--json")});
    QCOMPARE(found.exitCode, 1); // the demo company has products that are listed twice
    const QJsonArray rules = found.json()[QStringLiteral("rules")].toArray();
    QVERIFY(!rules.isEmpty());
    std::set<QString> problems;
    for (const QJsonValue& one : rules) {
        problems.insert(one[QStringLiteral("problem")].toString());
        QVERIFY(!one[QStringLiteral("rule")].toString().isEmpty());
    }
    QVERIFY(problems.contains(QStringLiteral("listed-twice")));
    QCOMPARE(desk.run({QStringLiteral("health"), QStringLiteral("more")}).exitCode, 2);
}

/// What is proposed is a change set like any other: previewed, applied, and then proposed no more.
void TestCli::healthProposes()
{
    DemoProgram demo;
    QVERIFY(demo.start());
    const Desk desk(&demo);
    const QString path = desk.folder.filePath(QStringLiteral("h.rdchanges"));
    const QStringList health{QStringLiteral("health")};
    const QStringList into{QStringLiteral("--output"), path};
    const QByteArray before = demo.get("/_demo/state");
    const Run written = desk.run(health + into);
    QVERIFY2(written.exitCode == 1, written.err.constData());
    const qint64 changes = written.count("changes");
    QVERIFY(changes > 0);
    QVERIFY(written.err.contains("--dry-run"));
    QCOMPARE(demo.get("/_demo/state"), before);
    QCOMPARE(desk.run(health + into).exitCode, 2); // never over a file that is there
    const Run shown = desk.run({QStringLiteral("open"), path, QStringLiteral("--dry-run")});
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    QCOMPARE(shown.count("planned"), changes);
    QCOMPARE(demo.get("/_demo/state"), before);
    const Run applied = desk.run({QStringLiteral("open"), path, QStringLiteral("--apply")});
    QVERIFY2(applied.exitCode == 0, applied.err.constData());
    QCOMPARE(applied.count("verified"), changes);
    QVERIFY(demo.get("/_demo/state") != before);
    // What is overruled by those that were must-sell only now comes next; the rest is done.
    const QString again = desk.folder.filePath(QStringLiteral("again.rdchanges"));
    const Run next = desk.run(health + QStringList{QStringLiteral("--output"), again});
    QVERIFY(next.count("changes") < changes / 2);
    QVERIFY(QFile::remove(again));
    // Of one rule alone, and of another kind.
    QString rule;
    const Run more = desk.run(health);
    for (const QJsonValue& one : more.json()[QStringLiteral("customer_rules")].toArray()) {
        if (one[QStringLiteral("remedy")].toString() == QLatin1String("flags"))
            rule = one[QStringLiteral("rule")].toString();
    }
    const Run one = desk.run(
        health +
        QStringList{
            more.json()[QStringLiteral("rules")].toArray().first()[QStringLiteral("rule")].toString()});
    QVERIFY(!one.json()[QStringLiteral("rules")].toArray().isEmpty());
    QVERIFY(one.json()[QStringLiteral("customer_rules")].toArray().isEmpty());
    if (!rule.isEmpty()) {
        const Run own =
            desk.run(health + QStringList{rule, QStringLiteral("--output"), again, QStringLiteral("--kind"),
                                          QStringLiteral("customer-products")});
        QVERIFY2(own.count("changes") > 0, own.err.constData());
    }
    QCOMPARE(desk.run(health + QStringList{QStringLiteral("--output"), QStringLiteral("x.csv")}).exitCode, 2);
    QCOMPARE(desk.run(health + QStringList{QStringLiteral("--kind"), QStringLiteral("range-clear")}).exitCode,
             2);
    QCOMPARE(
        desk.run(health + into + QStringList{QStringLiteral("--kind"), QStringLiteral("campaigns")}).exitCode,
        2);
}

/// What the command line reads stands in the catalogue, and takes nothing from it that lists told.
void TestCli::readingsTeach()
{
    const Desk desk(&m_demo);
    const auto data = rangedesk::demo::seedData();
    const auto rule = std::find_if(data.customerRules.begin(), data.customerRules.end(),
                                   [](const auto& one) { return !one.deleted; });
    const auto& customer = data.customers[rule->customers.front()];
    const QString list =
        desk.write(QStringLiteral("c.csv"), QByteArray("客户ID,客户编码,客户名称,客户级别\n") +
                                                QByteArray::fromStdString(customer.id) + ',' +
                                                QByteArray::fromStdString(customer.code) + ",old,A级\n");
    QCOMPARE(
        desk.run({QStringLiteral("reference"), list, QStringLiteral("--kind"), QStringLiteral("customers")})
            .exitCode,
        0);
    for (const char* command : {"rules", "customer-rules", "campaigns"})
        QCOMPARE(desk.run({QString::fromLatin1(command)}).exitCode, 0);
    const auto entries = known(desk, m_demo);
    QVERIFY(entries.size() > data.products.size() / 2);
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.first == rangedesk::EntryKind::Customer && entry.second.id == customer.id;
    });
    QVERIFY(found != entries.end());
    QCOMPARE(found->second.name, customer.name);               // as the server tells it
    QCOMPARE(found->second.attributes.size(), std::size_t(1)); // as the list told it
    QVERIFY(found->second.origin != rangedesk::EntryOrigin::ReferenceList);
    std::set<rangedesk::EntryKind> kinds;
    for (const auto& [kind, entry] : entries)
        kinds.insert(kind);
    QVERIFY(kinds.contains(rangedesk::EntryKind::Product));
    QVERIFY(kinds.contains(rangedesk::EntryKind::Campaign));
    QVERIFY(kinds.contains(rangedesk::entryKind(rangedesk::Dimension::Department)));
    // Explain answers with both: the attribute of the list, and the rules that name the customer.
    const Run may = desk.run({QStringLiteral("explain"), QString::fromStdString(customer.code)});
    QVERIFY2(may.exitCode == 0, may.err.constData());
    QVERIFY(may.json()[QStringLiteral("attributes")].toObject().contains(QStringLiteral("customer_level")));
    QVERIFY(may.count("may_sell") > 0);
    const Desk fresh(&m_demo);
    QCOMPARE(fresh
                 .run({QStringLiteral("where"),
                       QString::fromStdString(data.products[rule->products.front().product].code)})
                 .exitCode,
             0);
    QVERIFY(!known(fresh, m_demo).empty());
}

/// What a customer may sell and where a product may be sold answer each other.
void TestCli::explain()
{
    const Desk desk(&m_demo);
    // A customer with rules of its own, as the server tells it.
    const Run own = desk.run({QStringLiteral("customer-rules"), QStringLiteral("--json")});
    QJsonObject rule;
    for (const QJsonValue& one : own.json()[QStringLiteral("rules")].toArray()) {
        if (one[QStringLiteral("status")].toString() == QLatin1String("1"))
            rule = one.toObject();
    }
    const QJsonObject customer = rule[QStringLiteral("salesRangeCuss")].toArray().first().toObject();
    const QJsonObject product = rule[QStringLiteral("salesRangeProducts")].toArray().first().toObject();
    const QString code = customer[QStringLiteral("cm_code")].toString();
    QVERIFY(!code.isEmpty());
    const Run may = desk.run({QStringLiteral("explain"), code, QStringLiteral("--json")});
    QCOMPARE(may.exitCode, 0);
    QSet<QString> sellable;
    for (const QJsonValue& one : may.json()[QStringLiteral("products")].toArray()) {
        if (one[QStringLiteral("may_sell")].toBool()) {
            sellable.insert(one[QStringLiteral("id")].toString());
            QVERIFY(one[QStringLiteral("rules")].toArray().contains(rule[QStringLiteral("id")]));
        }
    }
    QSet<QString> listed;
    for (const QJsonValue& one : rule[QStringLiteral("salesRangeProducts")].toArray())
        listed.insert(one[QStringLiteral("product_id")].toString());
    QCOMPARE(sellable, listed); // nothing is known of it that a rule by condition asks for
    QCOMPARE(may.json()[QStringLiteral("may_sell")].toInt(), static_cast<int>(listed.size()));
    QVERIFY(!may.json()[QStringLiteral("not_filled")].toArray().isEmpty());
    int unsure = 0;
    for (const QJsonValue& one : may.json()[QStringLiteral("products")].toArray()) {
        unsure += one[QStringLiteral("not_sure")].toBool() ? 1 : 0;
        QVERIFY(!(one[QStringLiteral("not_sure")].toBool() && one[QStringLiteral("may_sell")].toBool()));
    }
    QVERIFY(unsure > 0);
    QCOMPARE(may.json()[QStringLiteral("not_sure")].toInt(), unsure);

    const Run where =
        desk.run({QStringLiteral("where"), product[QStringLiteral("product_code")].toString(),
                  QStringLiteral("--json"), QStringLiteral("--policy"), QStringLiteral("customer")});
    QCOMPARE(where.exitCode, 0);
    QStringList codes;
    for (const QJsonValue& one : where.json()[QStringLiteral("customers")].toArray())
        codes << one[QStringLiteral("code")].toString();
    QVERIFY(codes.contains(code));
    const Run lines = desk.run({QStringLiteral("where"), product[QStringLiteral("product_id")].toString()});
    QVERIFY(lines.out.contains(code.toUtf8()));

    QCOMPARE(desk.run({QStringLiteral("explain"), QStringLiteral("nobody")}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("explain")}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("where"), code, QStringLiteral("more")}).exitCode, 2);
    QCOMPARE(
        desk.run({QStringLiteral("explain"), code, QStringLiteral("--policy"), QStringLiteral("x")}).exitCode,
        2);
    QCOMPARE(
        desk.run({QStringLiteral("rules"), QStringLiteral("--policy"), QStringLiteral("union")}).exitCode, 2);
}

/// Every answer names what it takes for granted, in words and in JSON.
void TestCli::assumptions()
{
    const Desk desk(&m_demo);
    const Run rules = desk.run({QStringLiteral("customer-rules"), QStringLiteral("--json")});
    QString customer;
    QString product;
    for (const QJsonValue& one : rules.json()[QStringLiteral("rules")].toArray()) {
        customer =
            one[QStringLiteral("salesRangeCuss")].toArray().first()[QStringLiteral("cm_code")].toString();
        product = one[QStringLiteral("salesRangeProducts")]
                      .toArray()
                      .first()[QStringLiteral("product_code")]
                      .toString();
    }
    const QByteArray departments("does not contain its sub-departments");
    for (const QStringList& command :
         {QStringList{QStringLiteral("explain"), customer}, QStringList{QStringLiteral("where"), product},
          QStringList{QStringLiteral("health")}}) {
        const QStringList policy{QStringLiteral("--policy"), QStringLiteral("specific")};
        const Run text = desk.run(command + policy);
        QVERIFY2(text.err.contains(departments), text.err.constData());
        QVERIFY2(text.err.contains("most conditions"), text.err.constData());
        const QJsonObject object = desk.run(command + policy + QStringList{QStringLiteral("--json")}).json();
        QCOMPARE(object[QStringLiteral("policy")].toString(), QStringLiteral("specific"));
        QCOMPARE(object[QStringLiteral("departments_contain_sub_departments")], QJsonValue(false));
        QVERIFY(object[QStringLiteral("assumption")].toString().contains(QString::fromUtf8(departments)));
    }
    QCOMPARE(desk.run({QStringLiteral("health"), QStringLiteral("--policy"), QStringLiteral("x")}).exitCode,
             2);
}

/// A customer that there is not, by attributes; and why what it may not sell is not there.
void TestCli::thoughtUpCustomer()
{
    const Desk desk(&m_demo);
    const Run all = desk.run({QStringLiteral("rules"), QStringLiteral("--json")});
    // A rule of one condition.
    QString attribute;
    QString id;
    QString name;
    QSet<QString> listed;
    for (const QJsonValue& one : all.json()[QStringLiteral("rules")].toArray()) {
        const QJsonArray fields = one[QStringLiteral("salesRangeCusFields")].toArray();
        if (one[QStringLiteral("status")].toString() != QLatin1String("1") || fields.size() != 1 ||
            fields.first()[QStringLiteral("selected_id")].toString().contains(QLatin1Char(',')))
            continue;
        attribute = fields.first()[QStringLiteral("filter_code")].toString();
        if (attribute.endsWith(QLatin1String("_id")))
            attribute.chop(3);
        id = fields.first()[QStringLiteral("selected_id")].toString();
        name = fields.first()[QStringLiteral("selected_name")].toString();
        for (const QJsonValue& product : one[QStringLiteral("salesRangeProducts")].toArray())
            listed.insert(product[QStringLiteral("product_id")].toString());
        break;
    }
    QVERIFY(!attribute.isEmpty() && !listed.isEmpty());
    const QString option = QStringLiteral("--") + attribute;
    const Run may = desk.run({QStringLiteral("explain"), option, id, QStringLiteral("--json")});
    QCOMPARE(may.exitCode, 0);
    QCOMPARE(may.json()[QStringLiteral("customer")].toString(), QString());
    QCOMPARE(may.json()[QStringLiteral("attributes")][attribute].toString(), name);
    QSet<QString> sellable;
    bool isReasoned = false;
    for (const QJsonValue& one : may.json()[QStringLiteral("products")].toArray()) {
        QVERIFY(one[QStringLiteral("suppliers")].isArray());
        const QJsonArray missed = one[QStringLiteral("missed")].toArray();
        if (one[QStringLiteral("may_sell")].toBool()) {
            sellable.insert(one[QStringLiteral("id")].toString());
            QVERIFY(missed.isEmpty());
            continue;
        }
        for (const QJsonValue& rule : missed) {
            QVERIFY(!rule[QStringLiteral("rule")].toString().isEmpty());
            for (const QJsonValue& unmet : rule[QStringLiteral("unmet")].toArray())
                isReasoned = isReasoned || !unmet[QStringLiteral("wanted")].toString().isEmpty();
        }
    }
    QVERIFY(sellable.contains(listed));
    QVERIFY(isReasoned);
    // In words, with the value by its name.
    const Run words = desk.runInWords({QStringLiteral("explain"), option, name});
    QCOMPARE(words.exitCode, 0);
    QVERIFY2(words.out.contains("asks for"), words.out.left(2000).constData());
    QVERIFY(words.out.contains("every supplier"));
    QVERIFY(words.err.contains("Such a customer"));
    QCOMPARE(desk.run({QStringLiteral("explain"), option, QStringLiteral("nowhere")}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("rules"), option, id}).exitCode, 2);
    QCOMPARE(desk.run({QStringLiteral("explain"), QStringLiteral("a"), QStringLiteral("b")}).exitCode, 2);
}

void TestCli::onlyByCustomer_data()
{
    QTest::addColumn<QString>("flag");
    QTest::newRow("refused without a customer") << QStringLiteral("need-customer=on");
    QTest::newRow("rules without their customers") << QStringLiteral("no-customers=on");
}

/// Where own ranges are told only one customer at a time, the others are answered by condition, and it is
/// said.
void TestCli::onlyByCustomer()
{
    QFETCH(const QString, flag);
    DemoProgram demo;
    QVERIFY(demo.start({QStringLiteral("--set"), flag}));
    const Desk desk(&demo);
    const auto data = rangedesk::demo::seedData();
    const auto rule = std::find_if(data.customerRules.begin(), data.customerRules.end(),
                                   [](const auto& one) { return !one.deleted; });
    const auto range = std::find_if(data.rangeRules.begin(), data.rangeRules.end(),
                                    [](const auto& one) { return !one.deleted && !one.products.empty(); });
    const auto& customer = data.customers[rule->customers.front()];
    // The catalogue does not know customers that no list told.
    const QString list =
        desk.write(QStringLiteral("c.csv"), QByteArray("客户ID,客户编码,客户名称\n") +
                                                QByteArray::fromStdString(customer.id) + ',' +
                                                QByteArray::fromStdString(customer.code) + ",K\n");
    const Run taken =
        desk.run({QStringLiteral("reference"), list, QStringLiteral("--kind"), QStringLiteral("customers")});
    QVERIFY2(taken.exitCode == 0, taken.err.constData());
    const Run may = desk.run(
        {QStringLiteral("explain"), QString::fromStdString(customer.code), QStringLiteral("--json")});
    QVERIFY2(may.exitCode == 0, may.err.constData());
    QVERIFY(may.json()[QStringLiteral("own_ranges_known")].toBool());
    QVERIFY(may.count("may_sell") > 0);
    const Run where = desk.run({QStringLiteral("where"),
                                QString::fromStdString(data.products[range->products.front().product].code),
                                QStringLiteral("--json")});
    QVERIFY2(where.exitCode == 0, where.err.constData());
    QVERIFY(!where.json()[QStringLiteral("own_ranges_known")].toBool(true));
    QVERIFY(where.err.contains("one customer at a time"));
    const Run health = desk.run({QStringLiteral("health"), QStringLiteral("--json")});
    QCOMPARE(health.exitCode, 1);
    QVERIFY(!health.json()[QStringLiteral("rules")].toArray().isEmpty());
    QVERIFY(health.json()[QStringLiteral("customer_rules")].isNull());
    QVERIFY(health.err.contains("one customer at a time"));
}

void TestCli::everyOperation()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    for (const char* operation : {"upsert", "delete", "insert-only", "change-only", "exact"}) {
        const Run run = desk.import(
            file, {QStringLiteral("--dry-run"), QStringLiteral("--operation"), QLatin1String(operation)});
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, operation);
        QVERIFY(run.count("rows_read") > 0);
    }
    const QString clear = desk.write(QStringLiteral("c.csv"), "dept_code\nBM01\n");
    const Run cleared = desk.run({QStringLiteral("import"), clear, QStringLiteral("--kind"),
                                  QStringLiteral("range-clear"), QStringLiteral("--dry-run")});
    QCOMPARE(cleared.count("rows_read"), 1);
}

void TestCli::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("neither UTF-8 nor GB18030") << QByteArray("dept_code,product_code\n\xFF\xFF\xFF\n");
    QTest::newRow("NUL bytes") << QByteArray("dept_code,product_code\nA,\0\n", 26);
    QTest::newRow("unclosed quote") << QByteArray("dept_code,product_code\nA,\"B\n");
    QTest::newRow("duplicate heading") << QByteArray("dept_code,dept_code,product_code\nA,B,C\n");
    QTest::newRow("unknown heading") << QByteArray("dept_kode,type_code,product_code\nA,B,C\n");
    QTest::newRow("XLSX") << QByteArray("PK\x03\x04rest");
    QTest::newRow("other kind") << QByteArray("cm_code,product_code\nA,B\n");
}

void TestCli::badFiles()
{
    QFETCH(QByteArray, bytes);
    const Desk desk(&m_demo);
    const QByteArray before = m_demo.get("/_demo/log");
    const Run run = desk.import(desk.write(QStringLiteral("s.csv"), bytes));
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(m_demo.get("/_demo/log"), before); // nothing was sent
    QCOMPARE(desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray().size(), 0);
    QCOMPARE(desk.import(desk.folder.path()).exitCode, 2); // a folder
}

void TestCli::wrongKey()
{
    Desk desk(&m_demo);
    desk.key = QStringLiteral("not-the-key-123456");
    const Run run = desk.import(desk.write(QStringLiteral("s.csv"), sheet));
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains("签名验证失败")); // the server's words
    QVERIFY(!run.err.contains("not-the-key"));
    desk.key.clear();
    QCOMPARE(desk.run({QStringLiteral("dimensions")}).exitCode, 2);
}

void TestCli::serverGone()
{
    QTcpServer none;
    QVERIFY(none.listen(QHostAddress::LocalHost));
    const QString url = QStringLiteral("http://127.0.0.1:%1").arg(none.serverPort());
    none.close();
    const Desk desk;
    QElapsedTimer timer;
    const Run run = desk.run({QStringLiteral("--base-url"), url, QStringLiteral("--openid"),
                              QStringLiteral("1"), QStringLiteral("dimensions")});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains("queryPdSaleRange"));
    QVERIFY(!run.err.contains("/1/")); // no URL: the signature would be in it
    QCOMPARE(desk.run(words("--base-url https://no-such-host.invalid --openid 1 dimensions")).exitCode, 3);
    QCOMPARE(desk.run(words("--base-url http://openapi.example.com --openid 1 dimensions")).exitCode, 2);
}

void TestCli::strangeServers_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char* fault :
         {"html", "bad-json", "not-utf8", "other-message", "redirect", "truncated", "http500"})
        QTest::newRow(fault) << QByteArray(fault);
}

void TestCli::strangeServers()
{
    QFETCH(QByteArray, fault);
    DemoProgram demo;
    QVERIFY(demo.start({QStringLiteral("--set"),
                        QStringLiteral("fault=%1:getSaleRangePds:-1").arg(QString::fromLatin1(fault))}));
    const Desk desk(&demo);
    const Run run = desk.import(desk.write(QStringLiteral("s.csv"), sheet));
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains("getSaleRangePds"));
    const QJsonArray jobs = desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs[0].toObject()[QStringLiteral("state")].toString(), QStringLiteral("interrupted"));
}

void TestCli::folderInUse()
{
    DemoProgram demo;
    // Until the first is told to end it waits for its first reply.
    QVERIFY(demo.start({QStringLiteral("--set"), QStringLiteral("latency=20000")}));
    const Desk desk(&demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    QProcess first;
    desk.prepare(first, {QStringLiteral("import"), file, QStringLiteral("--kind"),
                         QStringLiteral("range-products"), QStringLiteral("--apply")});
    first.start();
    QVERIFY(first.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.run({QStringLiteral("jobs")}).json()[QStringLiteral("jobs")].toArray().size() == 1, 20000);
    QCOMPARE(desk.run({QStringLiteral("jobs")})
                 .json()[QStringLiteral("jobs")]
                 .toArray()[0]
                 .toObject()[QStringLiteral("state")]
                 .toString(),
             QStringLiteral("running"));
    const Run second = desk.import(file);
    QCOMPARE(second.exitCode, 2);
    QVERIFY(second.err.contains("in use"));
    first.terminate(); // ends at the next safe moment
    QVERIFY(first.waitForFinished(60000));
    QCOMPARE(first.exitCode(), 4);
    QCOMPARE(desk.run({QStringLiteral("jobs")})
                 .json()[QStringLiteral("jobs")]
                 .toArray()[0]
                 .toObject()[QStringLiteral("state")]
                 .toString(),
             QStringLiteral("interrupted"));
    demo.set("latency=0");
    QCOMPARE(desk.run(words("jobs resume 1")).count("verified"), 3);
}

void TestCli::folderReadOnly()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const Run run =
        desk.run({QStringLiteral("--data-dir"), QStringLiteral("/proc/none"), QStringLiteral("import"), file,
                  QStringLiteral("--kind"), QStringLiteral("range-products"), QStringLiteral("--apply")});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("/proc/none"));
}

void TestCli::diskFull()
{
    // A limit on the size of files stands for a full disk: the journal cannot grow.
    const Desk desk(&m_demo);
    QByteArray large = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    for (int i = 0; i < 300; ++i)
        large +=
            "BM0" + QByteArray::number(3 + i % 5) + ",LX03,SP" + QByteArray::number(10001 + i) + ",1,0\n";
    const QString file = desk.write(QStringLiteral("s.csv"), large);
    QProcess shell;
    desk.prepare(shell, {QStringLiteral("import"), file, QStringLiteral("--kind"),
                         QStringLiteral("range-products"), QStringLiteral("--apply")});
    const QStringList inner = QStringList{shell.program()} + shell.arguments();
    shell.setProgram(QStringLiteral("bash"));
    shell.setArguments({QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 40; exec \"$@\""),
                        QStringLiteral("bash")});
    shell.setArguments(shell.arguments() + inner);
    const QByteArray before = m_demo.get("/_demo/state");
    shell.start();
    QVERIFY(shell.waitForFinished(60000));
    const QByteArray err = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 2 || shell.exitCode() == 4, err.constData());
    QVERIFY2(err.contains("database") || err.contains("written"), err.constData());
    if (shell.exitCode() == 2)
        QCOMPARE(m_demo.get("/_demo/state"), before);
    // With room again nothing is lost.
    const Run again = desk.import(file);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.count("verified") + again.count("unchanged"), 300);
}

void TestCli::damagedJournal()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    QCOMPARE(desk.import(file).exitCode, 0);
    QFile journal(desk.data() + QStringLiteral("/journal.db"));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    journal.write(QByteArray(2000, 'x'));
    journal.close();
    QFile::remove(desk.data() + QStringLiteral("/journal.db-wal"));
    const Run locked = desk.import(file);
    QCOMPARE(locked.exitCode, 2);
    QVERIFY(locked.err.contains("set aside"));
    const Run jobs = desk.run({QStringLiteral("jobs")});
    QVERIFY(jobs.err.contains("set aside"));
    QCOMPARE(QDir(desk.data())
                 .entryList({QStringLiteral("journal.db.damaged-*")})
                 .filter(QStringLiteral("seen"))
                 .size(),
             1);
    QCOMPARE(desk.import(file).exitCode, 0); // seen: posting goes on
}

/// What a power cut can leave: the file is there, its content is not.
void TestCli::emptyJournal()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    QCOMPARE(desk.import(file).exitCode, 0);
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(desk.data() + QStringLiteral("/journal.db") + QLatin1String(suffix));
    QFile empty(desk.data() + QStringLiteral("/journal.db"));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QCOMPARE(desk.import(file).exitCode, 2); // locked until the user has seen it
    QVERIFY(desk.run({QStringLiteral("jobs")}).err.contains("set aside"));
    QCOMPARE(desk.import(file).exitCode, 0);
}

void TestCli::dryRunTellsTheChanges()
{
    const Desk desk(&m_demo);
    const QByteArray heading = "dept_code,type_code,product_code,is_must_sale,is_new\n";
    QCOMPARE(desk.import(desk.write(QStringLiteral("a.csv"),
                                    heading + "BM09,LX07,SP10001,0,0\nBM09,LX07,SP10002,1,1\n"))
                 .exitCode,
             0);
    const QString file =
        desk.write(QStringLiteral("b.csv"),
                   heading + "BM09,LX07,SP10001,1,0\nBM09,LX07,SP10002,1,1\nBM09,LX07,SP10003,1,1\n");
    const QString report = desk.folder.filePath(QStringLiteral("dry.csv"));
    const Run run = desk.import(file, {QStringLiteral("--dry-run"), QStringLiteral("--report"), report});
    const QJsonObject changes = run.json()[QStringLiteral("changes")].toObject();
    QCOMPARE(changes[QStringLiteral("new")].toInt(), 1);
    QCOMPARE(changes[QStringLiteral("changed")].toInt(), 1);
    QCOMPARE(changes[QStringLiteral("same")].toInt(), 1);
    QFile written(report);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("must-sell no → yes"));
}

void TestCli::reportPaths()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QByteArray before = m_demo.get("/_demo/log");
    const QString apply = QStringLiteral("--apply");
    const QString report = QStringLiteral("--report");
    QCOMPARE(desk.import(file, {apply, report, QStringLiteral("/proc/none/r.csv")}).exitCode, 2);
    QCOMPARE(desk.import(file, {apply, report, file}).exitCode, 2);
    const QString out = desk.folder.filePath(QStringLiteral("o.csv"));
    QCOMPARE(desk.import(file, {apply, report, out, QStringLiteral("--refused"), out}).exitCode, 2);
    QCOMPARE(m_demo.get("/_demo/log"), before); // nothing was sent
    QVERIFY(!QFile::exists(out));
}

void TestCli::builtInDemo()
{
    const Desk desk;
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QStringList import{
        QStringLiteral("--demo"), QStringLiteral("import"),         file,
        QStringLiteral("--kind"), QStringLiteral("range-products"), QStringLiteral("--apply")};
    QCOMPARE(desk.run(import).count("verified"), 3);
    QCOMPARE(desk.run(import).count("unchanged"), 3); // its state is kept
}

void TestCli::keyIsNowhere()
{
    Desk desk(&m_demo);
    QByteArray everything;
    for (const QString& key : {QStringLiteral("rangedesk4demo0key"), QStringLiteral("canary-key-0123456")}) {
        desk.key = key;
        const QString file = desk.write(QStringLiteral("s.csv"), faulty);
        for (const Run& run : {desk.import(file), desk.run({QStringLiteral("jobs")}),
                               desk.run({QStringLiteral("campaigns")}), desk.run({QStringLiteral("--help")})})
            everything += run.out + run.err;
    }
    QDirIterator files(desk.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        everything += file.readAll();
        ++count;
    }
    QVERIFY(count > 3);
    QVERIFY(!everything.contains("rangedesk4demo0key"));
    QVERIFY(!everything.contains("canary-key-0123456"));
}

/// A folder with one profile of the demo server, as the window would have kept it.
static QString profileFolder(const QTemporaryDir& folder, const DemoProgram& demo, const char* environment,
                             bool startsLocked)
{
    const QJsonObject profile{{QStringLiteral("id"), QStringLiteral("p1")},
                              {QStringLiteral("name"), QStringLiteral("Acme")},
                              {QStringLiteral("environment"), QLatin1String(environment)},
                              {QStringLiteral("address"), demo.baseUrl()},
                              {QStringLiteral("openid"), demo.value("openid")},
                              {QStringLiteral("startsLocked"), startsLocked},
                              {QStringLiteral("requestsPerSecond"), 0},
                              {QStringLiteral("mostRequests"), 2}};
    QFile file(folder.filePath(QStringLiteral("profiles.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("profiles"), QJsonArray{profile}}}).toJson());
    return folder.path();
}

static Run runWith(const QString& folder, const QStringList& command)
{
    const Desk desk;
    QProcess process;
    desk.prepare(process, {});
    process.setArguments(QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"), folder} +
                         command);
    process.start();
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestCli::profiles()
{
    DemoProgram demo;
    QVERIFY(demo.start());
    const QTemporaryDir home;
    const QString folder = profileFolder(home, demo, "test", true);
    const Desk desk;
    const QString file = desk.write(QStringLiteral("s.csv"), sheet);
    const QStringList profile{QStringLiteral("--profile"), QStringLiteral("acme")};
    const QStringList import{QStringLiteral("import"), file, QStringLiteral("--kind"),
                             QStringLiteral("range-products")};
    const Run listed = runWith(folder, {QStringLiteral("profiles")});
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.json()[QStringLiteral("profiles")].toArray().size(), 1);
    QCOMPARE(
        runWith(folder, profile + words("dimensions")).json()[QStringLiteral("dimensions")].toArray().size(),
        8);
    QCOMPARE(runWith(folder, words("--profile nobody dimensions")).exitCode, 2);
    QCOMPARE(runWith(folder, words("--profile acme --demo dimensions")).exitCode, 2);
    // Its write lock is on: nothing leaves, until its name is given with the plan that was seen.
    const Run dry = runWith(folder, profile + import + words("--dry-run"));
    QCOMPARE(dry.exitCode, 0);
    const QString plan = dry.json()[QStringLiteral("plan")].toString();
    QCOMPARE(plan.size(), 16);
    const Run locked = runWith(folder, profile + import + words("--apply"));
    QCOMPARE(locked.exitCode, 2);
    QVERIFY(locked.err.contains("write lock"));
    QVERIFY(!demo.get("/_demo/log").contains("modifySaleRangePds"));
    QCOMPARE(runWith(folder, profile + import + words("--apply --confirm Acme")).exitCode, 2);
    QCOMPARE(
        runWith(folder, profile + import + words("--apply --confirm Acme --plan 0123456789abcdef")).exitCode,
        2);
    QVERIFY(!demo.get("/_demo/log").contains("modifySaleRangePds"));
    const Run applied =
        runWith(folder, profile + import + words("--apply --confirm Acme --plan") + QStringList{plan});
    QVERIFY2(applied.exitCode == 0, applied.err.constData());
    QCOMPARE(applied.count("verified"), 3);
    QVERIFY(QFile::exists(folder + QStringLiteral("/profiles/p1/journal.db")));
}

void TestCli::productionWantsItsName()
{
    DemoProgram demo;
    QVERIFY(demo.start());
    const QTemporaryDir home;
    const QString folder = profileFolder(home, demo, "production", false);
    const Desk desk;
    const QString large = desk.write(QStringLiteral("l.csv"),
                                     "dept_code,product_code\nBM01,SP10001\nBM02,SP10001\nBM03,SP10001\n");
    const QStringList import{QStringLiteral("--profile"), QStringLiteral("Acme"),
                             QStringLiteral("import"),    large,
                             QStringLiteral("--kind"),    QStringLiteral("range-products")};
    QCOMPARE(runWith(folder, import + words("--apply")).exitCode, 2);
    const QString plan =
        runWith(folder, import + words("--dry-run")).json()[QStringLiteral("plan")].toString();
    const QStringList agreed = import + words("--apply --confirm Acme --plan") + QStringList{plan};
    const Run tooMany = runWith(folder, agreed); // its ceiling is two requests
    QCOMPARE(tooMany.exitCode, 2);
    QVERIFY(tooMany.err.contains("ceiling"));
    QVERIFY(!demo.get("/_demo/log").contains("modifySaleRangePds"));
    const Run applied = runWith(folder, agreed + words("--max-requests 3"));
    QVERIFY2(applied.exitCode == 0, applied.err.constData());
}

void TestCli::chinese()
{
    const Desk desk(&m_demo);
    const QString file = desk.write(QStringLiteral("s.csv"), faulty);
    const Run run =
        desk.run({QStringLiteral("--lang"), QStringLiteral("zh"), QStringLiteral("import"), file,
                  QStringLiteral("--kind"), QStringLiteral("range-products"), QStringLiteral("--check")});
    QVERIFY(run.json()[QStringLiteral("refused_rows")]
                .toArray()[0]
                .toObject()[QStringLiteral("reason")]
                .toString()
                .contains(QStringLiteral("必")) ||
            run.out.contains("请填"));
    const Run unknown =
        desk.run({QStringLiteral("--lang"), QStringLiteral("zh"), QStringLiteral("nonsense")});
    QVERIFY(QString::fromUtf8(unknown.err).contains(QStringLiteral("未知")));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
