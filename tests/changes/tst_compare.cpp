// SPDX-License-Identifier: GPL-3.0-or-later
// Which rule is meant, and what a row would change: decisions 2, 5, 6, 8 to 11 and 13.
#include "changes/check.h"
#include "changes/compare.h"
#include "changes/resolve.h"
#include "openapi/decode.h"

#include <QTest>

using namespace rangedesk;

namespace {

std::string field(const char* filter, const char* id, const char* code, const char* name)
{
    return std::string(R"({"filter_code":")") + filter + R"(","selected_id":")" + id +
           R"(","selected_code":")" + code + R"(","selected_name":")" + name + "\"}";
}

std::string product(const char* id, const char* code, const char* must = "0", const char* isNew = "0")
{
    return std::string(R"({"product_id":")") + id + R"(","product_code":")" + code + R"(","is_must_sale":")" +
           must + R"(","is_new":")" + isNew + "\"}";
}

std::string rule(const char* id, const std::string& fields, const std::string& products,
                 const char* sku = "1", const char* status = "1", const std::string& customers = {})
{
    return std::string(R"({"id":")") + id + R"(","status":")" + status + R"(","sku_num":")" + sku +
           R"(","salesRangeCusFields":[)" + fields + R"(],"salesRangeCuss":[)" + customers +
           R"(],"salesRangeProducts":[)" + products + "]}";
}

std::string customer(const char* id, const char* code, const char* name)
{
    return std::string(R"({"cm_id":")") + id + R"(","cm_code":")" + code + R"(","cm_name":")" + name + "\"}";
}

Snapshot snapshotOf(ChangeKind kind, const std::string& rules)
{
    Snapshot snapshot(kind);
    snapshot.beginPass();
    auto page =
        decodeRules(readOperation(kind), R"({"return_code":"0","response_data":[)" + rules + "]}", {});
    if (!page)
        qFatal("%s", qPrintable(page.error().text()));
    snapshot.add(std::move(*page));
    snapshot.completePass();
    snapshot.index();
    return snapshot;
}

Batch compare(const std::string& csv, const Snapshot& snapshot, ChangeKind kind = ChangeKind::RangeProducts,
              OperationChoice operation = OperationChoice::Upsert)
{
    auto sheet = openSheet(csv, {});
    auto batch = checkSheet(std::move(*sheet), kind, operation);
    if (!batch)
        qFatal("%s", qPrintable(batch.error().text()));
    resolve(*batch, snapshot);
    compareRows(*batch, snapshot);
    return std::move(*batch);
}

const std::string east = field("dept_id", "11", "BM01", "华东");
const std::string south = field("dept_id", "12", "BM02", "华南");
const std::string levelA = field("customer_level", "21", "JB01", "A");

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comparisons();
    void deletions();
    void dimensionsMustBeTheSameSet();
    void severalValuesNeverMatch();
    void unresolvedValues();
    void twoRulesWithOneCondition();
    void listsCutShort();
    void conflictingEntries();
    void ambiguousAndContradictingNames();
    void oneTargetNamedDifferently();
    void contradictionsMeetAfterResolving();
    void unreadIdBesideAKnownCode();
    void faultyTargetsAreNeverSent();
    void productsNamedDifferently();
    void customersByEveryName();
    void sharedRules();
    void lastProductWarns();
    void readingBack();
};

void TestCompare::comparisons()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1", "1", "0") + ',' + product("102", "P2"), "2") + ',' +
                       rule("2", south, product("103", "P3"), "1", "0"));
    const Batch batch = compare("dept_code,product_code,is_must_sale,is_new\n"
                                "BM01,P1,1,0\n"  // the same
                                "BM01,P2,1,0\n"  // changed
                                "BM01,P9,1,0\n"  // new
                                "BM01,P2,,\n"    // contradicts the second
                                "BM02,P3,0,0\n", // the rule is deleted: new
                                snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::Same);
    QCOMPARE(batch.rows[0].state, RowState::Unchanged);
    QCOMPARE(batch.rows[1].state, RowState::Refused);
    QCOMPARE(batch.rows[2].comparison, Comparison::New);
    QCOMPARE(batch.rows[3].state, RowState::Refused);
    QCOMPARE(batch.rows[4].comparison, Comparison::New);
    const Batch kept =
        compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,,1\nBM01,P2,,\nBM01,P9,,\n", snapshot);
    QCOMPARE(kept.rows[0].comparison, Comparison::Changed);
    QVERIFY(kept.rows[0].sentMustSell()); // kept as read
    QVERIFY(kept.rows[0].sentIsNew());
    QCOMPARE(kept.rows[1].comparison, Comparison::Same);
    QCOMPARE(kept.rows[2].comparison, Comparison::New);
    QVERIFY(!kept.rows[2].sentMustSell()); // 0 for a product known to be absent
}

void TestCompare::deletions()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1", "1", "1") + ',' + product("102", "P2"), "2"));
    const Batch batch = compare("dept_id,product_id\n11,101\n11,109\n", snapshot, ChangeKind::RangeProducts,
                                OperationChoice::Delete);
    QCOMPARE(batch.rows[0].comparison, Comparison::Removed);
    QVERIFY(batch.rows[0].sentMustSell() && batch.rows[0].sentIsNew());
    QCOMPARE(batch.rows[1].comparison, Comparison::NothingToRemove);
    QCOMPARE(batch.rows[1].state, RowState::Unchanged); // a delete of what is not listed never leaves
}

void TestCompare::dimensionsMustBeTheSameSet()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts, rule("1", east + ',' + levelA, product("101", "P1")) + ',' +
                                                  rule("2", south, product("101", "P1")));
    const Batch batch = compare("dept_code,customer_level_name,product_code,is_must_sale,is_new\nBM01,,P1,0,"
                                "0\nBM01,A,P1,0,0\nBM02,A,P1,0,0\n",
                                snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::New);
    QCOMPARE(batch.rows[1].comparison, Comparison::Same);
    QCOMPARE(batch.rows[2].comparison, Comparison::New);
}

void TestCompare::severalValuesNeverMatch()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", field("dept_id", "11,12", "BM01,BM02", "华东,华南"), product("101", "P1")));
    const Batch batch = compare("dept_name,product_code,is_must_sale,is_new\n华南,P1,0,0\n", snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::New); // but the name is known
    QCOMPARE(batch.targets[0].conditions[0].by, SelectBy::Id);
    QCOMPARE(batch.targets[0].conditions[0].value, std::string("12"));
}

void TestCompare::unresolvedValues()
{
    const Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    const Batch batch =
        compare("dept_code,product_code,is_must_sale,is_new\nBM77,P1,1,0\nBM77,P2,1,\n", snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::NotComparable); // not "new"
    QCOMPARE(batch.rows[0].note, RowNote::UnresolvedValue);
    QCOMPARE(batch.rows[0].state, RowState::NotSent); // both flags filled: may be sent
    QCOMPARE(batch.rows[1].state, RowState::Held);
    QCOMPARE(batch.targets[0].conditions[0].by, SelectBy::Code); // as typed
    const Batch deletion = compare("dept_code,product_code\nBM77,P1\n", snapshot, ChangeKind::RangeProducts,
                                   OperationChoice::Delete);
    QCOMPARE(deletion.rows[0].state, RowState::Held);
}

void TestCompare::twoRulesWithOneCondition()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1")) + ',' + rule("2", east, product("102", "P2")));
    const Batch batch =
        compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,1,1\nBM01,P2,,1\n", snapshot);
    QCOMPARE(batch.rows[0].note, RowNote::TwoRules);
    QCOMPARE(batch.rows[0].comparison, Comparison::NotComparable);
    QCOMPARE(batch.rows[1].state, RowState::Held);
}

void TestCompare::listsCutShort()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1"), "53"));
    const Batch batch = compare(
        "dept_code,product_code,is_must_sale,is_new\nBM01,P1,0,0\nBM01,P9,1,0\nBM01,P8,,0\n", snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::Same); // what is listed can be compared
    QCOMPARE(batch.rows[1].note, RowNote::CutShort);
    QCOMPARE(batch.rows[1].comparison, Comparison::NotComparable);
    QCOMPARE(batch.rows[2].state, RowState::Held);
    const Batch deletion = compare("dept_code,product_code\nBM01,P9\n", snapshot, ChangeKind::RangeProducts,
                                   OperationChoice::Delete);
    QCOMPARE(deletion.rows[0].state, RowState::Held); // never "nothing to remove"
}

void TestCompare::conflictingEntries()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1", "0", "0") + ',' + product("101", "P1", "1", "0")));
    const Batch batch = compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,1,0\n", snapshot);
    QCOMPARE(batch.rows[0].comparison, Comparison::Changed);
    const Batch kept = compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,,0\n", snapshot);
    QCOMPARE(kept.rows[0].state, RowState::Refused);
    const Snapshot repeated =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1", "1", "0") + ',' + product("101", "P1", "1", "0")));
    QCOMPARE(
        compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,1,0\n", repeated).rows[0].comparison,
        Comparison::Same);
}

void TestCompare::ambiguousAndContradictingNames()
{
    const std::string other = field("dept_id", "13", "BM03", "华东");
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1")) + ',' + rule("2", other, product("101", "P1")));
    const Batch batch = compare("dept_id,dept_code,dept_name,product_code,is_must_sale,is_new\n"
                                ",,华东,P1,0,0\n"        // two ids
                                ",BM01,华东,P1,0,0\n"    // the code settles it
                                "11,BM03,,P1,0,0\n"      // contradiction
                                "13,BM03,华东,P1,0,0\n", // agreement
                                snapshot);
    QCOMPARE(batch.refusals.size(), 2U);
    QCOMPARE(batch.refusals[0].reason, RefusalReason::Ambiguous);
    QCOMPARE(batch.refusals[1].reason, RefusalReason::ContradictingCells);
    QCOMPARE(batch.rows[1].comparison, Comparison::Same);
    QCOMPARE(batch.rows[3].comparison, Comparison::Same);
}

void TestCompare::oneTargetNamedDifferently()
{
    const Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    const Batch batch = compare("dept_id,dept_code,product_code,is_must_sale,is_new\n11,,P5,1,0\n,BM01,P5,1,"
                                "0\n,BM01,P6,1,0\n11,,P6,0,0\n",
                                snapshot);
    QCOMPARE(batch.rows[1].primary, 0U);              // a repeat after all
    QCOMPARE(batch.rows[2].state, RowState::Refused); // and a contradiction after all
    QCOMPARE(batch.rows[3].state, RowState::Refused);
}

void TestCompare::contradictionsMeetAfterResolving()
{
    const Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    const Batch batch = compare(
        "dept_id,dept_code,product_code,is_must_sale,is_new\n,BM01,P5,1,0\n,BM01,P5,0,0\n11,,P5,1,0\n",
        snapshot);
    for (const Row& row : batch.rows)
        QCOMPARE(row.state, RowState::Refused); // all of a contradiction
    QCOMPARE(batch.refusals.size(), 3U);
}

void TestCompare::unreadIdBesideAKnownCode()
{
    const Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    const Batch batch = compare("dept_id,dept_code,product_id,product_code,is_must_sale,is_new\n77,BM01,101,,"
                                "1,0\n11,,999,P1,1,0\n77,BM77,101,,1,0\n",
                                snapshot);
    QCOMPARE(batch.refusals.size(), 2U);
    QCOMPARE(batch.refusals[0].reason, RefusalReason::ContradictingCells);
    QCOMPARE(batch.rows[2].comparison, Comparison::NotComparable);
}

void TestCompare::faultyTargetsAreNeverSent()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1")) + ',' +
                       rule("2", field("dept_id", "13", "BM03", "华东"), product("101", "P1")));
    Batch batch = compare(
        "customer_level_name,dept_name,product_code,is_must_sale,is_new\nA,华东,P1,1,0\n,华东,P1,1,0\n",
        snapshot);
    for (const Target& target : batch.targets) {
        QVERIFY(target.isFaulty);
        QVERIFY(!target.comparable);
        QVERIFY(target.conditions.empty()); // no part of it is ever a range of its own
    }
    TargetViews views(batch, snapshot);
    batch.rows[1].type = ChangeType::Delete;
    QCOMPARE(readBackOf(batch, batch.rows[1], snapshot, views), ReadBack::Unclear); // never "gone"
}

void TestCompare::productsNamedDifferently()
{
    const Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    const Batch batch = compare("dept_code,product_id,product_code,is_must_sale,is_new\nBM01,101,,1,0\nBM01,,"
                                "P1,1,0\nBM01,101,P2,1,0\n",
                                snapshot);
    QCOMPARE(batch.rows[1].primary, 0U);
    QCOMPARE(batch.refusals.size(), 1U);
    QCOMPARE(batch.refusals[0].reason, RefusalReason::ContradictingCells);
}

void TestCompare::customersByEveryName()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::CustomerProducts,
                   rule("1", {}, product("101", "P1"), "1", "1", customer("51", "KH1", "好邻居")) + ',' +
                       rule("2", {}, product("101", "P1"), "1", "1", customer("52", "KH2", "惠民")) + ',' +
                       rule("3", {}, product("101", "P1"), "1", "1", customer("53", "KH3", "惠民")));
    const Batch batch = compare("cm_id,cm_code,cm_name,product_code,is_must_sale,is_new\n"
                                "51,,,P1,0,0\n"
                                ",KH1,好邻居,P2,1,0\n"
                                ",,好邻居,P3,1,0\n"
                                ",,惠民,P1,1,0\n"      // two
                                ",,无此店,P1,1,0\n"    // none
                                ",KH2,好邻居,P1,1,0\n" // contradiction
                                ",KH9,,P1,,0\n",       // read completely: has no rule
                                snapshot, ChangeKind::CustomerProducts);
    QCOMPARE(batch.rows[0].comparison, Comparison::Same);
    QCOMPARE(batch.rows[1].target, batch.rows[0].target);
    QCOMPARE(batch.rows[2].target, batch.rows[0].target);
    QCOMPARE(batch.targets[batch.rows[2].target].customer.by, SelectBy::Id); // a name is never sent
    QCOMPARE(batch.rows[3].state, RowState::Refused);
    QCOMPARE(batch.rows[4].state, RowState::Refused);
    QCOMPARE(batch.rows[5].state, RowState::Refused);
    QCOMPARE(batch.rows[6].comparison, Comparison::New);
    QCOMPARE(batch.targets[batch.rows[6].target].customer.by, SelectBy::Code);
}

void TestCompare::sharedRules()
{
    const Snapshot snapshot = snapshotOf(
        ChangeKind::CustomerProducts, rule("1", {}, product("101", "P1"), "1", "1",
                                           customer("51", "KH1", "甲") + ',' + customer("52", "KH2", "乙")));
    const Batch batch = compare("cm_code,product_code,is_must_sale,is_new\nKH1,P1,1,0\n", snapshot,
                                ChangeKind::CustomerProducts);
    QCOMPARE(batch.rows[0].note, RowNote::SharedRule);
    QCOMPARE(batch.warnings.size(), 1U);
}

void TestCompare::lastProductWarns()
{
    const Snapshot snapshot =
        snapshotOf(ChangeKind::RangeProducts,
                   rule("1", east, product("101", "P1")) + ',' +
                       rule("2", south, product("101", "P1") + ',' + product("102", "P2"), "2"));
    const Batch batch = compare("dept_code,product_code\nBM01,P1\nBM02,P1\n", snapshot,
                                ChangeKind::RangeProducts, OperationChoice::Delete);
    QCOMPARE(batch.rows[0].note, RowNote::LastProduct);
    QCOMPARE(batch.rows[1].note, RowNote::None);
}

void TestCompare::readingBack()
{
    Snapshot snapshot = snapshotOf(ChangeKind::RangeProducts, rule("1", east, product("101", "P1")));
    Batch batch = compare("dept_code,product_code,is_must_sale,is_new\nBM01,P1,1,0\nBM01,P9,0,0\n", snapshot);
    const auto readAgain = [&](const std::string& rules, bool complete) {
        snapshot.beginPass();
        auto page = decodeRules(Operation::GetSaleRangePds,
                                R"({"return_code":"0","response_data":[)" + rules + "]}", {});
        snapshot.add(std::move(*page));
        if (complete)
            snapshot.completePass();
        snapshot.index();
    };
    const auto seen = [&](std::size_t row) {
        TargetViews views(batch, snapshot);
        return readBackOf(batch, batch.rows[row], snapshot, views);
    };
    readAgain({}, false); // absence from a window proves nothing
    QCOMPARE(seen(0), ReadBack::Unclear);
    readAgain(rule("1", east, product("101", "P1", "1", "0")), false);
    QCOMPARE(seen(0), ReadBack::Match);
    QCOMPARE(seen(1), ReadBack::Differs);
    readAgain(rule("1", east, product("101", "P1", "1", "0"), "9"),
              false); // cut short: the absent one is unclear
    QCOMPARE(seen(1), ReadBack::Unclear);
    readAgain({}, true); // a complete reading: gone
    QCOMPARE(seen(0), ReadBack::Differs);
    batch.rows[0].type = ChangeType::Delete;
    QCOMPARE(seen(0), ReadBack::Match);
    readAgain(rule("1", east, product("101", "P1"), "1", "0"), false); // status 0
    QCOMPARE(seen(0), ReadBack::Match);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
