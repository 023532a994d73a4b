// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are kept for the next start: what is written comes back as the vendor told it, what changed
// replaces, and nothing that is damaged is believed.
#include "changes/rule_reader.h"
#include "openapi/decode.h"
#include "openapi/record_text.h"
#include "session/catalogue_teaching.h"
#include "session/reading_keeper.h"
#include "store/catalogue_file.h"
#include "support/test_world.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

/// The vendor's own sample data, in a reply.
std::string vendorReply(const char* name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vendor/%1.data.json").arg(QLatin1String(name)));
    const std::string data = file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    return R"({"return_code":"0","response_data":)" + data + '}';
}

/// Every field of a rule, in a form of this test's own.
std::string fieldsOf(const SaleRule& rule)
{
    std::string all;
    const auto add = [&](std::initializer_list<std::string_view> values) {
        for (const std::string_view value : values)
            all.append(value).append("|");
        all += "\n";
    };
    add({rule.id, rule.status, rule.createTime, rule.modifyTime, rule.skuNum});
    for (const RuleField& f : rule.fields)
        add({f.filterCode, f.filterName, f.selectedId, f.selectedCode, f.selectedName});
    for (const RuleCustomer& c : rule.customers)
        add({c.id, c.code, c.name});
    for (const RuleProduct& p : rule.products)
        add({p.id, p.code, p.name, p.supplyId, p.supplyName, p.mustSell ? "must" : "", p.isNew ? "new" : ""});
    return all;
}

std::string fieldsOf(const Campaign& campaign)
{
    std::string all;
    for (const std::string_view value :
         {campaign.sourceCode, campaign.code, campaign.typeCode, campaign.typeName, campaign.name,
          campaign.startDate, campaign.endDate, campaign.eventStatus, campaign.eventInformation,
          campaign.registerUrl})
        all.append(value).append("|");
    for (const auto* list :
         {&campaign.departments, &campaign.covered, &campaign.notified, &campaign.registered}) {
        all += "\n";
        for (const NamedEntry& e : *list)
            for (const std::string_view value : {e.id, e.code, e.name, e.sourceCode, e.merchantInformation})
                all.append(value).append("|");
    }
    return all;
}

/// A rule of one product, as a reply would tell it.
ListItem<SaleRule> rule(const char* id, const char* product, const char* status = "1")
{
    const std::string record = std::string(R"({"id":")") + id + R"(","status":")" + status +
                               R"(","salesRangeProducts":[{"product_id":"7","product_name":")" + product +
                               R"("}]})";
    auto list = decodeRules(Operation::GetSaleRangePds, replyOf(std::vector{record}), {});
    std::vector<ListItem<SaleRule>> items;
    if (list)
        appendItems(items, std::move(*list));
    return items.empty() ? ListItem<SaleRule>() : items.front();
}

const QString company = QStringLiteral("https://a.cn|1");
const QDateTime earlier =
    QDateTime::fromString(QStringLiteral("2026-11-20T08:30:00.250Z"), Qt::ISODateWithMs);

/// A keeper that has done all its work when it goes.
struct Kept
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("readings.db"));
    QString scope = company;

    void keep(std::vector<ListItem<SaleRule>> rules, bool isWhole, const EnabledDimensions& enabled = {},
              const QDateTime& startedAt = earlier)
    {
        ReadingKeeper keeper;
        keeper.open(path, scope);
        keeper.keepRules(false, std::move(rules), startedAt, enabled,
                         isWhole ? std::nullopt : std::optional(startedAt));
    }
    std::string names(bool ofCustomers = false) const
    {
        const auto kept = loadKeptRules(path, scope, ofCustomers);
        std::string all;
        for (const auto& item : kept&&* kept ? (*kept)->items : std::vector<ListItem<SaleRule>>())
            all.append(item.value->products.front().name)
                .append(item.value->isDeleted() ? " gone" : "")
                .append(";");
        return all;
    }
};

} // namespace

class TestReadings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Database::setFaultInjector({}); }
    void taughtByTwo();
    void recordsComeBack();
    void textsOfAllKinds();
    void changesReplace();
    void gapsAreNotKept();
    void scopesAndListsAreApart();
    void dimensionsAreRemembered();
    void campaignsComeBack();
    void largeCampaignComesBack();
    void rulesThatSlipBetweenPages();
    void nothingKept();
    void damageIsNotBelieved_data();
    void damageIsNotBelieved();
    void damagedFileIsSetAside();
    void fullDiskIsTold();
};

void TestReadings::recordsComeBack()
{
    for (const auto& [operation, name] : {std::pair(Operation::GetSaleRangePds, "getSaleRangePds"),
                                          std::pair(Operation::GetSaleRangeCusPds, "getSaleRangeCusPds")}) {
        const auto told = decodeRules(operation, vendorReply(name), {});
        QVERIFY2(told && !told->items.empty(), name);
        std::vector<std::string> records;
        for (const SaleRule& one : told->items)
            records.push_back(recordText(one));
        const auto again = decodeRules(operation, replyOf(records), {});
        QVERIFY(again);
        QCOMPARE(again->items.size(), told->items.size());
        for (std::size_t i = 0; i < told->items.size(); ++i)
            QCOMPARE(fieldsOf(again->items[i]), fieldsOf(told->items[i]));
    }
    const auto told = decodeCampaigns(vendorReply("queryCampaign"), {});
    QVERIFY(told && !told->items.empty());
    const auto again = decodeCampaigns(replyOf(std::vector{recordText(told->items.front())}), {});
    QVERIFY(again);
    QCOMPARE(fieldsOf(again->items.front()), fieldsOf(told->items.front()));
}

void TestReadings::textsOfAllKinds()
{
    SaleRule made;
    made.id = "893183764491776001";
    made.products.push_back({"1", "\"引号\\反斜杠", "换行\n制表\t\x01𠮷😀", "-1", "全部", true, true});
    const auto again = decodeRules(Operation::GetSaleRangePds, replyOf(std::vector{recordText(made)}), {});
    QVERIFY(again);
    QCOMPARE(fieldsOf(again->items.front()), fieldsOf(made));
    const auto none = decodeRules(Operation::GetSaleRangePds, replyOf({}), {});
    QVERIFY(none && none->items.empty());
}

void TestReadings::changesReplace()
{
    Kept kept;
    kept.keep({rule("1", "a"), rule("2", "b"), rule("3", "c")}, true);
    QCOMPARE(kept.names(), std::string("a;b;c;"));
    // What changed keeps its place; what is deleted is kept as deleted; what is new comes last.
    kept.keep({rule("4", "d"), rule("2", "b2"), rule("1", "a", "0")}, false);
    QCOMPARE(kept.names(), std::string("a gone;b2;c;d;"));
    const auto loaded = loadKeptRules(kept.path, kept.scope, false);
    QCOMPARE((*loaded)->moment.startedAt, earlier);
    QVERIFY((*loaded)->moment.readAt.secsTo(QDateTime::currentDateTime()) < 60);
    // All was read again: what was not told is not there.
    kept.keep({rule("2", "b3")}, true);
    QCOMPARE(kept.names(), std::string("b3;"));
    kept.keep({}, true);
    const auto none = loadKeptRules(kept.path, kept.scope, false);
    QVERIFY(none && *none && (*none)->items.empty()); // read, and nothing was there
}

/// Changes since a moment that what is there does not reach up to would look like the whole list.
void TestReadings::gapsAreNotKept()
{
    Kept kept;
    kept.keep({rule("2", "b")}, false); // the whole list was never kept, such as for a full disk
    const auto none = loadKeptRules(kept.path, kept.scope, false);
    QVERIFY(none && !*none);
    kept.keep({rule("1", "a"), rule("2", "b")}, true);
    kept.keep({rule("2", "b2")}, false, {}, earlier.addSecs(60)); // one reading between was not kept
    QCOMPARE(kept.names(), std::string("a;b;"));
    QCOMPARE((*loadKeptRules(kept.path, kept.scope, false))->moment.startedAt, earlier);
    kept.keep({rule("2", "b3")}, false);
    QCOMPARE(kept.names(), std::string("a;b3;"));
}

void TestReadings::scopesAndListsAreApart()
{
    Kept kept;
    kept.keep({rule("1", "a")}, true);
    kept.scope = QStringLiteral("https://a.cn|2");
    QCOMPARE(kept.names(), std::string());
    kept.keep({rule("1", "z")}, true);
    QCOMPARE(kept.names(), std::string("z;"));
    QCOMPARE(kept.names(true), std::string());
    kept.scope = company;
    QCOMPARE(kept.names(), std::string("a;"));
}

void TestReadings::dimensionsAreRemembered()
{
    Kept kept;
    kept.keep({rule("1", "a")}, true);
    QVERIFY(!(*loadKeptRules(kept.path, kept.scope, false))->enabled);
    const std::set<Dimension> two{Dimension::CityTier, Dimension::Department};
    kept.keep({}, false, two);
    QVERIFY((*loadKeptRules(kept.path, kept.scope, false))->enabled == two);
    kept.keep({}, false); // this time the server did not tell
    QVERIFY((*loadKeptRules(kept.path, kept.scope, false))->enabled == two);
    kept.keep({}, false, std::set<Dimension>());
    QVERIFY((*loadKeptRules(kept.path, kept.scope, false))->enabled == std::set<Dimension>());
}

void TestReadings::campaignsComeBack()
{
    const Kept kept;
    auto told = decodeCampaigns(vendorReply("queryCampaign"), {});
    std::vector<ListItem<Campaign>> items;
    appendItems(items, std::move(*told));
    const std::string fields = fieldsOf(*items.front().value);
    {
        ReadingKeeper keeper;
        keeper.open(kept.path, kept.scope);
        keeper.keepCampaigns(items, earlier, {});
    }
    const auto loaded = loadKeptCampaigns(kept.path, kept.scope);
    QVERIFY(loaded && *loaded);
    QCOMPARE((*loaded)->items.size(), items.size());
    QCOMPARE(fieldsOf(*(*loaded)->items.front().value), fields);
    // What has another key by now goes, with the changes that tell it and not without them.
    const std::string key = campaignKey(*items.front().value);
    const auto keptAfter = [&](const ReadingFile::Continued& continued) {
        {
            ReadingKeeper keeper;
            keeper.open(kept.path, kept.scope);
            keeper.keepCampaigns({}, earlier, continued);
        }
        return (*loadKeptCampaigns(kept.path, kept.scope))->items.size();
    };
    QCOMPARE(keptAfter({earlier.addDays(1), {key}}), items.size()); // does not join on: not kept
    QCOMPARE(keptAfter({earlier, {"nothing has it"}}), items.size());
    QCOMPARE(keptAfter({earlier, {key}}), items.size() - 1);
}

/// One that is packed in several pieces; none of them may be missing or broken.
void TestReadings::largeCampaignComesBack()
{
    Kept kept;
    std::vector<std::string> texts;
    constexpr std::size_t customers = 20000;
    texts.reserve(customers * 2);
    Campaign campaign;
    campaign.sourceCode = "HD-1";
    campaign.eventInformation = "\"引号\\ \n\x01𠮷";
    for (std::size_t i = 0; i < customers; ++i) {
        const std::string& id = texts.emplace_back("89300000000" + std::to_string(10000000 + i * 7919));
        const std::string& name = texts.emplace_back("客户\"" + std::to_string(i * i) + "\"便利店");
        (i % 3 == 0 ? campaign.registered : campaign.covered)
            .push_back({id, id, name, "CRM", i % 3 == 0 ? std::string_view(name) : std::string_view()});
    }
    const std::string fields = fieldsOf(campaign);
    const auto keep = [&] {
        ReadingKeeper keeper;
        keeper.open(kept.path, kept.scope);
        keeper.keepCampaigns({{nullptr, std::make_shared<const Campaign>(campaign)}}, earlier, {});
    };
    keep();
    const auto loaded = loadKeptCampaigns(kept.path, kept.scope);
    QVERIFY(loaded && *loaded && (*loaded)->items.size() == 1);
    QVERIFY(fieldsOf(*(*loaded)->items.front().value) == fields);
    for (const char* change :
         {"UPDATE record SET text = substr(text, 1, length(text) - 5)",
          "UPDATE record SET text = substr(text, 1, length(text) / 2)",
          "UPDATE record SET text = CAST(substr(text, 1, 4) || x'00000000' || substr(text, 9) AS BLOB)",
          "UPDATE record SET text = CAST(substr(text, 1, 4) || x'7fffffff' || substr(text, 9) AS BLOB)",
          "UPDATE record SET text = CAST(substr(text, 1, 8) || x'1fffffff' || substr(text, 13) AS BLOB)",
          "UPDATE record SET text = x'00000000'", "UPDATE record SET text = x''"}) {
        keep();
        {
            auto database = Database::open(kept.path, {{}});
            QVERIFY(database && database->run(QString::fromLatin1(change)));
        }
        const auto damaged = loadKeptCampaigns(kept.path, kept.scope);
        QVERIFY2(!damaged && damaged.error().text().contains(QStringLiteral("damaged")), change);
    }
}

/// A rule that nobody touched slips to a page that was read, because one before it went to the end.
void TestReadings::rulesThatSlipBetweenPages()
{
    demo::DemoData company = demo::seedData();
    const std::vector<demo::RuleData> once = company.rangeRules;
    while (company.rangeRules.size() < 2500) {
        demo::RuleData rule = once[company.rangeRules.size() % once.size()];
        rule.id = company.newId();
        company.rangeRules.push_back(std::move(rule));
    }
    demo::DemoServer server(std::move(company));
    QVERIFY(server.start() && server.set("newest-last=1"));
    tests::World world;
    ConnectionSettings settings = world.settings();
    settings.baseUrl.setPort(server.port());
    world.reconnect(settings);
    std::size_t all = 0;
    for (int edits = 0; edits < 3; ++edits) {
        std::set<std::string> met;
        int pages = 0;
        RuleReader reader(world.connection(), ChangeKind::RangeProducts, {}, {});
        const auto done = reader.readList({}, [&](const RuleList& page) {
            for (const SaleRule& rule : page.items)
                met.emplace(rule.id);
            if (++pages > 1 || edits == 0)
                return;
            int edited = 0;
            for (const SaleRule& rule : page.items) { // others change rules of the first page
                if (rule.fields.size() != 1 || edited == edits)
                    continue;
                const auto dimension = dimensionOfFilterCode(rule.fields[0].filterCode);
                const std::string refusal = server.edit(
                    "modifySaleRangePds",
                    R"({"opt_type":"1",")" + std::string(dimensionPrefix(*dimension)) + R"(_id":")" +
                        std::string(rule.fields[0].selectedId) +
                        R"(","sale_products":[{"product_code":"SP10009","is_must_sale":"1","is_new":"0"}]})");
                QVERIFY2(refusal.starts_with("0 "), refusal.c_str());
                ++edited;
            }
            QCOMPARE(edited, edits);
        });
        QVERIFY(done);
        QVERIFY(pages > 1);
        if (edits == 0)
            all = met.size();
        QCOMPARE(met.size(), all);
    }
}

void TestReadings::nothingKept()
{
    const Kept kept;
    const auto none = loadKeptRules(kept.path, kept.scope, false);
    QVERIFY(none && !*none);
    QVERIFY(!QFile::exists(kept.path)); // looking makes no file
    ReadingKeeper closed;               // nobody opened it: nowhere to keep it
    closed.keepRules(false, {rule("1", "a")}, earlier, {}, {});
}

void TestReadings::damageIsNotBelieved_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("no length") << "UPDATE record SET text = x'0000'";
    QTest::newRow("a length of 4 GB") << "UPDATE record SET text = x'ffffffff789c'";
    QTest::newRow("not packed") << "UPDATE record SET text = x'0000000a414243444546474849'";
    QTest::newRow("cut") << "UPDATE record SET text = substr(text, 1, length(text) - 5)";
    QTest::newRow("no time") << "UPDATE reading SET started_at = 'x'";
}

void TestReadings::damageIsNotBelieved()
{
    QFETCH(const QString, change);
    Kept kept;
    kept.keep({rule("1", "a")}, true);
    {
        auto database = Database::open(kept.path, {{}});
        QVERIFY(database && database->run(change));
    }
    const auto loaded = loadKeptRules(kept.path, kept.scope, false);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().text().contains(QStringLiteral("damaged")), qPrintable(loaded.error().text()));
    // Another whole reading mends it.
    kept.keep({rule("1", "b")}, true);
    QCOMPARE(kept.names(), std::string("b;"));
}

void TestReadings::damagedFileIsSetAside()
{
    Kept kept;
    QFile file(kept.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto loaded = loadKeptRules(kept.path, kept.scope, false);
    QVERIFY(loaded && !*loaded);
    kept.keep({rule("1", "a")}, true);
    QCOMPARE(kept.names(), std::string("a;"));
}

void TestReadings::fullDiskIsTold()
{
    Kept kept;
    kept.keep({rule("1", "a")}, true);
    for (int failing = 0; failing < 200; ++failing) {
        std::atomic<int> accesses = 0;
        Database::setFaultInjector([&] { return accesses++ == failing; });
        bool wasKept = true;
        {
            ReadingKeeper keeper;
            keeper.open(kept.path, kept.scope);
            QSignalSpy failed(&keeper, &ReadingKeeper::failed);
            keeper.keepRules(false, {rule("1", "b"), rule("2", "c")}, earlier, {}, earlier);
            keeper.pool().waitForDone();
            QCoreApplication::processEvents();
            wasKept = failed.isEmpty();
        }
        Database::setFaultInjector({});
        // All of it or nothing.
        QCOMPARE(kept.names(), wasKept ? std::string("b;c;") : std::string("a;"));
        if (wasKept) {
            QVERIFY(failing > 2);
            return;
        }
    }
    QFAIL("it never came through");
}

/// A window and the command line with one catalogue: each keeps what only the other was told.
void TestReadings::taughtByTwo()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalogue.db"));
    const QString scope = QStringLiteral("a");
    const auto newsOf = [](const CatalogueEntry& entry) {
        CatalogueNews news;
        news.add(EntryKind::Customer, entry);
        return news;
    };
    const auto byCommandLine = [&](const CatalogueEntry& entry) {
        auto file = CatalogueFile::open(path);
        return file && !teachFile(newsOf(entry), *file, scope);
    };
    const auto inFile = [&] {
        auto file = CatalogueFile::open(path);
        auto entries = std::make_shared<std::vector<CatalogueEntry>>();
        (void)file->load(scope,
                         [&](EntryKind, CatalogueEntry entry) { entries->push_back(std::move(entry)); });
        return *entries;
    };
    // A list without ids, then the window, which has all of it in memory.
    CatalogueEntry listed{"#K1", "K1", {}, "一", {{"level", "A级"}}, EntryOrigin::ReferenceList};
    Taught window = teach(Catalogue(), newsOf(listed), path, scope);
    QVERIFY(!window.problem);
    // The command line reads the customer with its id: one entry, with both.
    QVERIFY(byCommandLine({"1", "K1", {}, "壹", {}, EntryOrigin::CustomerRules}));
    QCOMPARE(inFile(), (std::vector<CatalogueEntry>{
                           {"1", "K1", {}, "壹", {{"level", "A级"}}, EntryOrigin::CustomerRules}}));
    QVERIFY(byCommandLine({"1", "K1", "EXT", "壹", {}, EntryOrigin::Campaigns}));
    // The window reads it, too, and knows of none of that.
    window =
        teach(*window.catalogue, newsOf({"1", "K1", {}, "One", {}, EntryOrigin::CustomerRules}), path, scope);
    QVERIFY(!window.problem);
    QCOMPARE(inFile(), (std::vector<CatalogueEntry>{
                           {"1", "K1", "EXT", "One", {{"level", "A级"}}, EntryOrigin::CustomerRules}}));
    QCOMPARE(window.catalogue->of(EntryKind::Customer).size(), std::size_t(1));
    // Without a file it is known all the same.
    const Taught lost = teach(Catalogue(), newsOf(listed), folder.path(), scope);
    QVERIFY(lost.problem);
    QCOMPARE(lost.catalogue->of(EntryKind::Customer).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestReadings)
#include "tst_readings.moc"
