// SPDX-License-Identifier: GPL-3.0-or-later
// Reference lists: what their columns mean, which rows are refused, what they do to the catalogue.
#include "core/text.h"
#include "models/reference_models.h"
#include "references/refused_rows.h"
#include "session/catalogue_keeper.h"
#include "store/catalogue_file.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace rangedesk;
using Meaning = ReferenceColumn::Meaning;

namespace {

Sheet sheetOf(const char* text)
{
    auto sheet = openSheet(text, {});
    return sheet ? std::move(*sheet) : Sheet();
}

CatalogueEntry known(const char* id, const char* code, const char* name,
                     EntryOrigin origin = EntryOrigin::Rules)
{
    return {id, code, {}, name, {}, origin};
}

ReferenceList listOf(const char* text, EntryKind kind = EntryKind::Customer)
{
    const Sheet sheet = sheetOf(text);
    auto list = readReferenceList(sheet, kind, referenceColumns(sheet, kind));
    return list ? std::move(*list) : ReferenceList();
}

const CatalogueEntry* withId(const std::vector<CatalogueEntry>& entries, const char* id)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [id](const CatalogueEntry& e) { return e.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void columns();
    void chosenColumns();
    void refusedRows();
    void refusedRowsComeBack();
    void noNamingColumn();
    void matchedToWhatIsKnown();
    void update();
    void fullList();
    void repeats();
    void codeOfAnother();
    void serverStays();
    void neverAnothersAttributes();
    void laterToldTheId();
    void keptOnDisk();
    void againstOneByOne();
    void models();
};

void TestReferences::kinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const char* text, std::optional<EntryKind> kind) {
        QTest::newRow(name) << QByteArray(text) << (kind ? static_cast<int>(*kind) : -1);
    };
    row("customers", "客户编码,客户名称,部门名称\nK1,甲,华东\n", EntryKind::Customer);
    row("products", "商品编码,商品名称,品牌\nP1,茶,乐\n", EntryKind::Product);
    row("one dimension", "部门编码,部门名称\nBM01,华东\n", entryKind(Dimension::Department));
    row("several dimensions", "部门编码,客户级别编码\nBM01,A\n", std::nullopt);
    row("in English", "Customer code,Customer name,Department\nK1,A,East\n", EntryKind::Customer);
    row("nothing known", "编码,名称\n1,a\n", std::nullopt);
    row("changes of ranges", "部门编码,商品编码\nBM01,P1\n", std::nullopt);
    row("changes of products with flags", "商品编码,必售\nP1,1\n", std::nullopt);
    row("campaigns", "第三方活动唯一标识,部门编码\nA1,BM01\n", std::nullopt);
}

void TestReferences::kinds()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    const auto likely = likelyReferenceKind(sheetOf(text.constData()));
    QCOMPARE(likely ? static_cast<int>(*likely) : -1, kind);
}

void TestReferences::columns()
{
    const Sheet sheet = sheetOf(
        "客户编码,名称,部门编码,部门名称,客户级别编码,渠道,ID,客户名称\nK1,甲,BM01,华东,A,现代,5,乙\n");
    const auto columns = referenceColumns(sheet, EntryKind::Customer);
    QCOMPARE(columns.size(), 8U);
    QCOMPARE(columns[0].meaning, Meaning::Code);
    QCOMPARE(columns[0].sample, QStringLiteral("K1"));
    QCOMPARE(columns[1].meaning, Meaning::Name); // the first of two
    // Of the two that tell the department, the one that people read.
    QCOMPARE(columns[2].meaning, Meaning::Ignored);
    QCOMPARE(columns[3].meaning, Meaning::Attribute);
    QCOMPARE(columns[3].attribute, std::string("dept"));
    QCOMPARE(columns[4].attribute, std::string(dimensionPrefix(Dimension::CustomerLevel)));
    QCOMPARE(columns[5].attribute, std::string("渠道"));
    QCOMPARE(columns[6].meaning, Meaning::Id);
    QCOMPARE(columns[7].meaning, Meaning::Attribute);
    // The dimension's own name, in either language, is a dimension, too.
    for (const char* text :
         {"编码,部门,客户级别\nK1,华东,A\n", "Code,Department,Customer level\nK1,East,A\n"}) {
        const auto plain = referenceColumns(sheetOf(text), EntryKind::Customer);
        QCOMPARE(plain[1].attribute, std::string("dept"));
        QCOMPARE(plain[2].attribute, std::string(dimensionPrefix(Dimension::CustomerLevel)));
    }
    // In a list of departments the same columns name them.
    const auto departments = referenceColumns(sheet, entryKind(Dimension::Department));
    QCOMPARE(departments[2].meaning, Meaning::Code);
    QCOMPARE(departments[3].meaning, Meaning::Attribute); // "名称" stands before it
}

void TestReferences::chosenColumns()
{
    const Sheet sheet = sheetOf("客户编码,旧编码,渠道\nK1,O1,现代\n");
    const auto columns = referenceColumns(
        sheet, EntryKind::Customer,
        {{QStringLiteral("旧编码"), Meaning::Code}, {QStringLiteral("渠道"), Meaning::Ignored}});
    QCOMPARE(columns[0].meaning, Meaning::Attribute); // a choice goes before a heading
    QCOMPARE(columns[1].meaning, Meaning::Code);
    QCOMPARE(columns[2].meaning, Meaning::Ignored);
}

void TestReferences::refusedRows()
{
    const ReferenceList list = listOf("客户ID,客户编码,客户名称\n"
                                      "8.93E+18,K1,甲\n"
                                      "8931837644917760000,K2,乙\n" // told in view of what is known
                                      "12x,K3,丙\n"
                                      ",1.5E+10,丁\n"
                                      ",,\n"
                                      "\n"
                                      ",K6,\"a\nb\"\n"
                                      "77,K7,好\n");
    QCOMPARE(list.rows.size(), 2U);
    QCOMPARE(list.rows[1].entry.id, std::string("77"));
    const ReferenceOutcome outcome = applyReferenceList(EntryList(), list, false);
    QCOMPARE(outcome.counts.added, 1);
    // The very id that the server told is in order.
    EntryList server(EntryList(), {known("8931837644917760000", "K2", "")});
    QCOMPARE(applyReferenceList(server, list, false).counts.changed, 1);
    QStringList told;
    for (const ReferenceFault& fault : allFaults(list, outcome))
        told << QString::number(fault.line);
    QCOMPARE(told, (QStringList{QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                                QStringLiteral("5"), QStringLiteral("8")}));
    QCOMPARE(list.faults[0].value, QStringLiteral("8.93E+18"));
    // A stray delimiter has moved the values of a row.
    QCOMPARE(listOf("编码,名称\nK1,甲,乙\nK2\nK3,丙,\n").faults.size(), 2U);
}

void TestReferences::refusedRowsComeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("refused.csv"));
    const auto saved = [&path](const Sheet& sheet) {
        const auto list =
            readReferenceList(sheet, EntryKind::Customer, referenceColumns(sheet, EntryKind::Customer));
        const ReferenceOutcome outcome = applyReferenceList(EntryList(), *list, false);
        if (!saveRefusedRows(path, sheet, allFaults(*list, outcome)))
            return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray once =
        saved(sheetOf("客户ID,客户名称,渠道\n12x,\"甲, 乙\",现代\n77,好,\n8E+18,丙,传统\n"));
    QCOMPARE(once.count("\r\n"), 3);
    QVERIFY(once.contains("\r\n12x,\"甲, 乙\",现代,2,") && once.contains("\r\n8E+18,丙,传统,4,"));
    // Corrected, they are taken over, and the reasons are no attributes.
    QByteArray corrected = once;
    corrected.replace("12x", "12");
    const ReferenceList list = listOf(corrected.constData());
    QCOMPARE(list.rows.size(), 1U);
    QCOMPARE(list.rows[0].entry.name, std::string("甲, 乙"));
    QCOMPARE(list.rows[0].entry.attributes.size(), 1U);
    QCOMPARE(list.rows[0].entry.attributes.at("渠道"), std::string("现代"));
    // Refused once more, they do not carry two reasons.
    const QByteArray twice = saved(sheetOf(corrected.constData()));
    QCOMPARE(twice.count("\r\n"), 2);
    QCOMPARE(twice.left(twice.indexOf("\r\n")), once.left(once.indexOf("\r\n")));
}

void TestReferences::noNamingColumn()
{
    const Sheet sheet = sheetOf("渠道,城市\n现代,上海\n");
    const auto list =
        readReferenceList(sheet, EntryKind::Customer, referenceColumns(sheet, EntryKind::Customer));
    QCOMPARE(list.error().kind, ErrorKind::Input);
    QVERIFY(!list.error().advice.isEmpty());
    // A text that ends in the middle of a row is refused as a whole.
    const Sheet broken = sheetOf("编码,名称\nK1,\"甲\n");
    const auto cut =
        readReferenceList(broken, EntryKind::Customer, referenceColumns(broken, EntryKind::Customer));
    QVERIFY(!cut);
}

void TestReferences::matchedToWhatIsKnown()
{
    EntryList before(EntryList(), {known("1", "K1", "甲"), known("2", "K2", "乙"), known("3", "K3", "同名"),
                                   known("4", "K4", "同名"), known("5", "K5", ""), known("6", "K5", "")});
    const ReferenceList list = listOf("客户编码,客户名称,渠道\n"
                                      "K1,甲店,现代\n" // by its code, with another name
                                      ",乙,传统\n"     // by its name
                                      ",同名,传统\n"   // two bear it
                                      "K5,,传统\n"     // two bear the code
                                      "K9,新,传统\n"); // not known
    const ReferenceOutcome outcome = applyReferenceList(before, list, false);
    QCOMPARE(outcome.counts.added, 1);
    QCOMPARE(outcome.counts.changed, 2);
    QCOMPARE(outcome.faults.size(), 2U);
    QCOMPARE(outcome.faults[0].line, 4U);
    QCOMPARE(outcome.faults[1].line, 5U);
    const CatalogueEntry* first = withId(outcome.changed, "1");
    QVERIFY(first != nullptr);
    QCOMPARE(first->name, std::string("甲店"));
    QCOMPARE(first->attributes.at("渠道"), std::string("现代"));
    QVERIFY(withId(outcome.changed, "2") != nullptr);
    QVERIFY(withId(outcome.changed, "#K9") != nullptr);
}

void TestReferences::update()
{
    CatalogueEntry one = known("1", "K1", "甲");
    one.attributes = {{"渠道", "现代"}, {"dept", "华东"}};
    EntryList before(EntryList(), {one, known("2", "K2", "乙")});
    const ReferenceOutcome outcome = applyReferenceList(before, listOf("客户编码,渠道\nK1,\nK2,\n"), false);
    QCOMPARE(outcome.counts.same, 2); // an empty cell keeps what is known
    QVERIFY(outcome.changed.empty());
    const ReferenceOutcome other = applyReferenceList(before, listOf("客户编码,渠道\nK1,传统\n"), false);
    QCOMPARE(other.counts.changed, 1);
    QCOMPARE(other.changed.front().attributes.at("渠道"), std::string("传统"));
    QCOMPARE(other.changed.front().attributes.at("dept"), std::string("华东"));
}

void TestReferences::fullList()
{
    CatalogueEntry listed = known("1", "K1", "甲", EntryOrigin::ReferenceList);
    listed.attributes = {{"渠道", "现代"}};
    EntryList before(EntryList(), {listed, known("2", "K2", "乙", EntryOrigin::ReferenceList),
                                   known("3", "K3", "丙", EntryOrigin::CustomerRules)});
    const ReferenceOutcome outcome = applyReferenceList(before, listOf("客户编码,城市\nK1,上海\n"), true);
    QCOMPARE(outcome.counts.removed, 1); // K2 was told by an earlier list alone
    QCOMPARE(outcome.counts.changed, 1);
    const std::vector<CatalogueEntry> after = entriesAfter(before, outcome);
    QCOMPARE(after.size(), 2U); // K3 is known from the server
    QVERIFY(withId(after, "2") == nullptr);
    const CatalogueEntry* first = withId(after, "1");
    QCOMPARE(first->attributes, (std::map<std::string, std::string>{{"城市", "上海"}}));
    QCOMPARE(first->name, std::string("甲"));
}

void TestReferences::repeats()
{
    const ReferenceOutcome same =
        applyReferenceList(EntryList(), listOf("客户编码,客户名称\nK1,甲\nK1,甲\n"), false);
    QCOMPARE(same.counts.added, 1);
    QCOMPARE(same.counts.repeated, 1);
    QVERIFY(same.faults.empty());
    // Of rows that contradict each other none is taken, whichever stands first.
    const ReferenceOutcome outcome =
        applyReferenceList(EntryList(), listOf("客户编码,客户名称\nK1,甲\nK1,甲\nK1,乙\nK2,丙\n"), false);
    QCOMPARE(outcome.counts.added, 1);
    QCOMPARE(outcome.faults.size(), 3U);
    QCOMPARE(outcome.faults[2].line, 4U);
    QCOMPARE(outcome.changed.front().name, std::string("丙"));
    // One row tells id and code, another the code alone: it is one customer.
    const ReferenceOutcome one =
        applyReferenceList(EntryList(), listOf("客户ID,客户编码\n12345,A1\n,A1\n"), false);
    QCOMPARE(one.counts.added, 1);
    QCOMPARE(one.counts.repeated, 1);
}

/// A shifted column must not give one customer's code to another.
void TestReferences::codeOfAnother()
{
    EntryList before(EntryList(), {known("1", "K1", "甲"), known("2", "K2", "乙")});
    const ReferenceOutcome outcome =
        applyReferenceList(before, listOf("客户ID,客户编码,渠道\n1,K2,现代\n2,K2,传统\n3,K3,传统\n"), false);
    QCOMPARE(outcome.faults.size(), 1U);
    QCOMPARE(outcome.faults[0].line, 2U);
    QCOMPARE(outcome.counts.changed, 1);
    QCOMPARE(outcome.counts.added, 1);
}

/// What the server told stays, whatever lists say or no longer say.
void TestReferences::serverStays()
{
    EntryList known0(EntryList(), {known("8931", "K1", "甲", EntryOrigin::Rules)});
    ReferenceOutcome first = applyReferenceList(known0, listOf("客户编码,渠道\nK1,现代\n"), false);
    const EntryList known1(known0, first.changed);
    QCOMPARE(known1.origin(0), EntryOrigin::Rules);
    const ReferenceOutcome full = applyReferenceList(known1, listOf("客户编码,渠道\nK2,现代\n"), true);
    QCOMPARE(full.counts.removed, 0);
    QCOMPARE(full.counts.cleared, 1); // the attribute was the earlier list's
    const std::vector<CatalogueEntry> after = entriesAfter(known1, full);
    QVERIFY(withId(after, "8931") != nullptr && withId(after, "8931")->attributes.empty());
    // Told by a list first and by the server later, it is the server's.
    Catalogue catalogue;
    CatalogueNews list;
    list.add(EntryKind::Customer, known("77", "K7", "庚", EntryOrigin::ReferenceList));
    CatalogueNews server;
    server.add(EntryKind::Customer, known("77", "K7", "庚"));
    ChangedEntries changed;
    const auto later = catalogue.with(list)->with(server, &changed);
    QCOMPARE(later->of(EntryKind::Customer).origin(0), EntryOrigin::Rules);
    QCOMPARE(changed.at(static_cast<std::size_t>(EntryKind::Customer)).size(), 1U);
}

/// Attributes never go to another customer: the same field must say the same.
void TestReferences::neverAnothersAttributes()
{
    const auto after = [](CatalogueEntry listed, std::vector<CatalogueEntry> fromServer) {
        listed.id = madeUpId + (!listed.code.empty()         ? listed.code
                                : !listed.sourceCode.empty() ? listed.sourceCode
                                                             : listed.name);
        listed.origin = EntryOrigin::ReferenceList;
        listed.attributes = {{"dept", "East"}};
        return EntryList(EntryList(EntryList(), {listed}), std::move(fromServer));
    };
    // An external id that is another's code.
    CatalogueEntry bySource;
    bySource.sourceCode = "1001";
    const EntryList two = after(bySource, {known("55", "1001", "甲")});
    QCOMPARE(two.size(), 2U);
    QCOMPARE(two.attribute(*two.withId("55"), "dept"), std::string_view());
    // A name that two bear; one that one alone bears.
    CatalogueEntry byName;
    byName.name = "便利店";
    QCOMPARE(after(byName, {known("1", "A", "便利店"), known("2", "B", "便利店")}).size(), 3U);
    QCOMPARE(after(byName, {known("1", "A", "便利店"), known("2", "B", "超市")}).size(), 2U);
    // An id of the server's that begins as made-up ones do.
    const EntryList campaigns(EntryList(EntryList(), {known("#X", "", "", EntryOrigin::Campaigns)}),
                              {known("9", "X", "X", EntryOrigin::Campaigns)});
    QCOMPARE(campaigns.size(), 2U);
    QCOMPARE(campaigns.label(*campaigns.withId("#X")), std::string_view("#X"));
}

/// What a list told without an id is one with what the server tells later.
void TestReferences::laterToldTheId()
{
    auto outcome = applyReferenceList(EntryList(), listOf("客户编码,渠道\nK1,现代\n"), false);
    Catalogue catalogue;
    CatalogueNews news;
    news.add(EntryKind::Customer, outcome.changed.front());
    auto after = catalogue.with(news);
    CatalogueNews fromServer;
    fromServer.add(EntryKind::Customer, known("8931", "K1", "甲"));
    after = after->with(fromServer);
    const EntryList& customers = after->of(EntryKind::Customer);
    QCOMPARE(customers.size(), 1U);
    QCOMPARE(customers.id(0), std::string_view("8931"));
    QCOMPARE(customers.attribute(0, "渠道"), std::string_view("现代"));
    QVERIFY(!customers.withId("#K1"));
}

void TestReferences::keptOnDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalogue.db"));
    const auto list = std::make_shared<const ReferenceList>(listOf("客户编码,渠道\nK1,现代\nK2,传统\n"));
    const auto import = [&](CatalogueKeeper& keeper, const auto& what, bool isFull,
                            std::int64_t mostRemovals = 99) {
        std::optional<Result<ReferenceCounts>> result;
        keeper.import(what, isFull, mostRemovals,
                      [&result](const Result<ReferenceCounts>& counts) { result = counts; });
        (void)QTest::qWaitFor([&result] { return result.has_value(); }, tests::patience);
        return result;
    };
    {
        CatalogueKeeper keeper;
        keeper.open(path, QStringLiteral("scope"));
        const auto done = import(keeper, list, false);
        QVERIFY(done && done->has_value());
        QCOMPARE((*done)->added, 2);
        QCOMPARE(keeper.catalogue()->of(EntryKind::Customer).size(), 2U);
        // A full disk: nothing is taken over, and it is said.
        Database::setFaultInjector([] { return true; });
        const auto other = std::make_shared<const ReferenceList>(listOf("客户编码\nK3\n"));
        const auto failed = import(keeper, other, true);
        Database::setFaultInjector({});
        QVERIFY(failed && !failed->has_value());
        QCOMPARE(keeper.catalogue()->of(EntryKind::Customer).size(), 2U);
        // More would go than was agreed to; a list with a refused row is never the whole list.
        const auto unexpected = import(keeper, other, true, 1);
        QVERIFY(unexpected && !unexpected->has_value());
        const auto faulty =
            std::make_shared<const ReferenceList>(listOf("客户编码,渠道\nK3,现代\n8.93E+18,\n"));
        const auto refused = import(keeper, faulty, true);
        QVERIFY(refused && refused->error().kind == ErrorKind::Input);
        QCOMPARE(keeper.catalogue()->of(EntryKind::Customer).size(), 2U);
        const auto full = import(keeper, other, true);
        QVERIFY(full && full->has_value());
        QCOMPARE((*full)->removed, 2);
    }
    CatalogueKeeper keeper;
    keeper.open(path, QStringLiteral("scope"));
    QTRY_COMPARE(keeper.catalogue()->of(EntryKind::Customer).size(), 1U);
    QCOMPARE(keeper.catalogue()->of(EntryKind::Customer).code(0), std::string_view("K3"));
}

/// Random lists over random knowledge, held against a plain map that takes one row after the other.
void TestReferences::againstOneByOne()
{
    QRandomGenerator random(20261123);
    int fullLists = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<CatalogueEntry> start;
        for (int i = 0; i < 12; ++i) {
            CatalogueEntry entry =
                known(std::to_string(100 + i).c_str(), ("K" + std::to_string(i)).c_str(), "");
            entry.origin = random.bounded(2) == 0 ? EntryOrigin::ReferenceList : EntryOrigin::Rules;
            if (random.bounded(2) == 0)
                entry.attributes["a"] = std::to_string(random.bounded(3));
            start.push_back(entry);
        }
        std::string text = "客户编码,a,b\n";
        std::map<std::string, std::pair<std::string, std::string>> wanted;
        std::set<std::string> contradicted;
        const int rows = random.bounded(2) == 0 ? 4 : 20;
        for (int i = 0; i < rows; ++i) {
            const std::string code = "K" + std::to_string(random.bounded(24));
            const std::string a = random.bounded(3) == 0 ? "" : std::to_string(random.bounded(3));
            const std::string b = random.bounded(3) == 0 ? "" : std::to_string(random.bounded(3));
            text += code + ',' + a + ',' + b + '\n';
            if (const auto [place, isNew] = wanted.try_emplace(code, a, b);
                !isNew && place->second != std::pair(a, b))
                contradicted.insert(code);
        }
        // Rows that contradict each other are all refused, and a list with refused rows is never the whole
        // one.
        std::erase_if(wanted, [&](const auto& row) { return contradicted.contains(row.first); });
        const bool isFull = contradicted.empty();
        fullLists += isFull ? 1 : 0;
        std::map<std::string, CatalogueEntry> expected;
        for (const CatalogueEntry& entry : start)
            expected[entry.code] = entry;
        if (isFull) {
            std::erase_if(expected, [&](const auto& e) {
                return e.second.origin == EntryOrigin::ReferenceList && !wanted.contains(e.first);
            });
            for (auto& [code, entry] : expected)
                entry.attributes.clear(); // attributes come from lists alone
        }
        for (const auto& [code, cells] : wanted) {
            CatalogueEntry listed = known(('#' + code).c_str(), code.c_str(), "", EntryOrigin::ReferenceList);
            CatalogueEntry& entry = expected.try_emplace(code, listed).first->second;
            if (!cells.first.empty())
                entry.attributes["a"] = cells.first;
            if (!cells.second.empty())
                entry.attributes["b"] = cells.second;
        }
        const auto list = std::make_shared<const ReferenceList>(listOf(text.c_str()));
        const EntryList before(EntryList(), start);
        ReferenceOutcome outcome = applyReferenceList(before, *list, isFull);
        const EntryList after = isFull ? EntryList(EntryList(), entriesAfter(before, outcome))
                                       : EntryList(before, outcome.changed);
        QCOMPARE(after.size(), expected.size());
        for (std::uint32_t i = 0; i < after.size(); ++i) {
            const CatalogueEntry got = after.entry(i);
            QVERIFY2(got == expected.at(got.code), got.code.c_str());
        }
    }
    QVERIFY(fullLists > 30);
}

void TestReferences::models()
{
    ReferenceColumnModel columns;
    const QAbstractItemModelTester tester(&columns, QAbstractItemModelTester::FailureReportingMode::QtTest);
    columns.setColumns(referenceColumns(sheetOf("客户编码,渠道\nK1,现代\n"), EntryKind::Customer));
    const QModelIndex meaning = columns.index(1, static_cast<int>(ReferenceColumnModel::Column::Meaning));
    QVERIFY(columns.flags(meaning).testFlag(Qt::ItemIsEditable));
    QVERIFY(!columns.flags(columns.index(1, 0)).testFlag(Qt::ItemIsEditable));
    QVERIFY(!columns.setData(meaning, 99, Qt::EditRole));
    QVERIFY(columns.setData(meaning, static_cast<int>(Meaning::Ignored), Qt::EditRole));
    QCOMPARE(columns.chosen().value(QStringLiteral("渠道")), Meaning::Ignored);
    ReferenceFaultModel faults;
    const QAbstractItemModelTester other(&faults, QAbstractItemModelTester::FailureReportingMode::QtTest);
    faults.setFaults(listOf("客户ID\n8.93E+18\n").faults);
    QCOMPARE(faults.rowCount(), 1);
    QCOMPARE(faults.index(0, 0).data().toInt(), 2);
    faults.setFaults({});
    QCOMPARE(faults.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
