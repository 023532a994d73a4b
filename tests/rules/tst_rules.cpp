// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vendor_time.h"
#include "models/condition_tree_model.h"
#include "models/draft_models.h"
#include "models/explain_rows.h"
#include "models/facet_model.h"
#include "models/pasted_model.h"
#include "models/roles.h"
#include "models/rule_condition_model.h"
#include "rules/condition_tree.h"
#include "rules/customer_facts.h"
#include "rules/explain.h"
#include "rules/range_edits.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <deque>

using namespace rangedesk;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

CatalogueEntry entryOf(const std::string& id, const std::string& code, const std::string& name)
{
    return {id, code, {}, name, {}, EntryOrigin::Rules};
}

std::shared_ptr<const Catalogue> sampleCatalogue()
{
    CatalogueNews news;
    news.add(entryKind(Dimension::Department), entryOf("11", "SH001", "上海分公司"));
    news.add(entryKind(Dimension::Department), entryOf("12", "HZ001", "杭州营业所"));
    news.add(entryKind(Dimension::CustomerLevel), entryOf("21", "LV07", "B级"));
    news.add(entryKind(Dimension::CustomerLevel), entryOf("22", "L7", "C级"));
    news.add(entryKind(Dimension::CityTier), entryOf("31", "", "一线"));
    news.add(entryKind(Dimension::CityTier), entryOf("32", "", "同名"));
    news.add(entryKind(Dimension::CityTier), entryOf("33", "", "同名"));
    news.add(EntryKind::Product, entryOf("91", "SP10003", "乌龙茶"));
    return Catalogue().with(news);
}

/// One rule with a text of its own.
ListItem<SaleRule> ruleOf(std::vector<RuleField> fields, std::vector<RuleProduct> products,
                          std::string_view id = "1", std::string_view status = "1",
                          std::string_view count = "")
{
    SaleRule rule;
    rule.id = id;
    rule.status = status;
    rule.skuNum = count;
    rule.createTime = "2026-11-01 10:00:00";
    rule.fields = std::move(fields);
    rule.products = std::move(products);
    return {std::make_shared<const std::string>(), std::make_shared<const SaleRule>(std::move(rule))};
}

const RuleField shanghai{"dept_id", "部门", "11", "SH001", "上海分公司"};
const RuleField levelB{"customer_level", "客户级别", "21", "LV07", "B级"};
const RuleProduct tea{"91", "SP10003", "乌龙茶", {}, {}, true, false};
const RuleProduct water{"92", "SP10004", "气泡水", {}, {}, false, false};

ProductEdit editOf(const std::string& id, bool mustSell, BaseValue base, bool isRemoved = false)
{
    ProductEdit edit;
    edit.product = {Dimension::Department, SelectBy::Id, -1, id};
    edit.mustSell = mustSell;
    edit.isRemoved = isRemoved;
    edit.base = base;
    return edit;
}

BaseValue listed(bool mustSell)
{
    BaseValue base;
    base.known = true;
    base.present = true;
    base.mustSell = mustSell;
    return base;
}

std::string idKey(const std::string& id)
{
    return RangeEdits::productKey(SelectBy::Id, id);
}

TreeValue byId(const std::string& id)
{
    return {SelectBy::Id, id, {}, {}, false};
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readOnly();
    void targets();
    void edits();
    void editsAsRows();
    void editsKept();
    void damagedEdits();
    void postedEditsGo();
    void clearings();
    void treeProblems();
    void expansion();
    void expansionLimits();
    void treeAsText();
    void treeAsJson();
    void expandedAgainstRules();
    void ruleRows();
    void productRows();
    void narrowed();
    void conditionsOfARule();
    void productsWithoutARule();
    void draftsAlone();
    void severalRulesOfACustomer();
    void choicesStay();
    void ages();
    void productFacet();
    void draggedAsText();
    void valueNamedTwice();
    void treeCheckedInTwoSteps();
    void treeOfSeveralValues();
    void treeModel();
    void facets();
    void pasted();
    void draftModels();
    void picksKept();
    void conditions();
    void commas();
    void namesOfChosenValues();
    void assumptions();
    void explained();
    void againstBruteForce();
};

void TestRules::readOnly()
{
    const EnabledSet some = std::set<Dimension>{Dimension::Department};
    QCOMPARE(readOnlyReason(*ruleOf({shanghai}, {}).value, false, {}), ReadOnly::No);
    QCOMPARE(readOnlyReason(*ruleOf({shanghai}, {}).value, false, some), ReadOnly::No);
    QCOMPARE(readOnlyReason(*ruleOf({levelB}, {}).value, false, some), ReadOnly::NotEnabled);
    QCOMPARE(readOnlyReason(*ruleOf({}, {}).value, false, {}), ReadOnly::NoCondition);
    QCOMPARE(readOnlyReason(*ruleOf({shanghai}, {}, "1", "0").value, false, {}), ReadOnly::Deleted);
    QCOMPARE(readOnlyReason(*ruleOf({{"dept_id", "", "11,12", "", "上海,杭州"}}, {}).value, false, {}),
             ReadOnly::SeveralValues);
    QCOMPARE(readOnlyReason(*ruleOf({shanghai, shanghai}, {}).value, false, {}), ReadOnly::SeveralValues);
    QCOMPARE(readOnlyReason(*ruleOf({{"odd", "", "1", "", "x"}}, {}).value, false, {}),
             ReadOnly::UnknownDimension);
    SaleRule shared = *ruleOf({}, {}).value;
    QCOMPARE(readOnlyReason(shared, true, {}), ReadOnly::NoCondition);
    shared.customers = {{"1", "K1", "a"}};
    QCOMPARE(readOnlyReason(shared, true, {}), ReadOnly::No);
    shared.customers.push_back({"2", "K2", "b"});
    QCOMPARE(readOnlyReason(shared, true, {}), ReadOnly::SharedCustomers);
    for (const ReadOnly reason : {ReadOnly::Deleted, ReadOnly::SeveralValues, ReadOnly::UnknownDimension,
                                  ReadOnly::NotEnabled, ReadOnly::NoCondition, ReadOnly::SharedCustomers})
        QVERIFY(!describe(reason).isEmpty());
}

void TestRules::targets()
{
    // The order in which a reply tells the conditions does not matter.
    const RangeTarget one = targetOf(*ruleOf({levelB, shanghai}, {}).value, false);
    const RangeTarget other = targetOf(*ruleOf({shanghai, levelB}, {}).value, false);
    QCOMPARE(one.key(), other.key());
    QCOMPARE(one.cells.front().dimension, Dimension::Department);
    QVERIFY(one.isById());
    QVERIFY(one.key() != targetOf(*ruleOf({shanghai}, {}).value, false).key());
    RangeTarget byCode = one;
    byCode.cells.front().by = SelectBy::Code;
    QVERIFY(byCode.key() != one.key());
    QVERIFY(!byCode.isById());
}

void TestRules::edits()
{
    const RangeTarget target = targetOf(*ruleOf({shanghai}, {}).value, false);
    RangeEdits edits;
    QVERIFY(edits.isEmpty());
    edits.put(target, idKey("91"), editOf("91", true, listed(false)));
    edits.put(target, idKey("92"), editOf("92", false, listed(false), true));
    BaseValue absent;
    absent.known = true;
    edits.put(target, idKey("93"), editOf("93", false, absent));
    QCOMPARE(edits.counts(), (RangeEdits::Counts{1, 1, 1, 1}));
    QCOMPARE(edits.countsOf(target.key()).all(), 3);
    QCOMPARE(edits.countsOf("none").all(), 0);

    // Back to what the server holds: no edit any more.
    const RangeEdits::Step step = edits.put(target, idKey("91"), editOf("91", false, listed(false)));
    QVERIFY(step.before.has_value());
    QVERIFY(!step.after.has_value());
    QVERIFY(edits.find(target.key(), idKey("91")) == nullptr);
    // Undo puts it back.
    edits.put(step.target, step.product, step.before);
    QVERIFY(edits.find(target.key(), idKey("91")) != nullptr);
    // A product listed twice, not equal: the same value as the first is a change all the same, and nothing
    // is expected of it.
    BaseValue twice = listed(true);
    twice.conflicting = true;
    QVERIFY(!editOf("1", true, twice).isVoid());
    for (const char* id : {"91", "92", "93"})
        edits.put(target, idKey(id), {});
    QVERIFY(edits.isEmpty());
}

void TestRules::editsAsRows()
{
    const RangeTarget range = targetOf(*ruleOf({shanghai}, {}).value, false);
    const RangeTarget customer{
        ChangeKind::CustomerProducts, {{Dimension::Department, SelectBy::Id, -1, "7"}}, {}};
    RangeEdits edits;
    edits.put(range, idKey("91"), editOf("91", true, listed(false)));
    edits.put(range, idKey("92"), editOf("92", false, listed(false), true));
    edits.put(customer, idKey("91"), editOf("91", true, {}));
    const auto all = edits.rows(ChangeKind::RangeProducts);
    const std::vector<ChangeRow>& rows = all.rows;
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].type, ChangeType::Upsert);
    QCOMPARE(rows[0].mustSell, Flag::Yes);
    QVERIFY(rows[0].expected.known);
    QCOMPARE(rows[1].type, ChangeType::Delete);
    QCOMPARE(edits.rows(ChangeKind::CustomerProducts).rows.size(), std::size_t(1));
    QVERIFY(!edits.rows(ChangeKind::CustomerProducts).rows.front().expected.known);
}

void TestRules::editsKept()
{
    RangeTarget target = targetOf(*ruleOf({shanghai, levelB}, {}).value, false);
    RangeEdits edits;
    ProductEdit edit = editOf("91", true, listed(false));
    edit.code = "SP\"1";
    edit.name = "乌龙茶\n";
    edits.put(target, idKey("91"), edit);
    edits.put(target, RangeEdits::productKey(SelectBy::Code, "X"), [] {
        ProductEdit added;
        added.product = {Dimension::Department, SelectBy::Code, -1, "X"};
        return added;
    }());
    edits.addClearing({target, {"after"}});
    const auto read = RangeEdits::fromJson(edits.toJson());
    QVERIFY(read.has_value());
    QCOMPARE(read->toJson(), edits.toJson());
    QCOMPARE(read->counts(), edits.counts());
    const ProductEdit* kept = read->find(target.key(), idKey("91"));
    QVERIFY(kept != nullptr);
    QCOMPARE(kept->name, edit.name);
    QVERIFY(kept->base == edit.base);
    QVERIFY(!read->find(target.key(), "code=X")->base.known);
    QCOMPARE(read->clearings().size(), std::size_t(1));
}

void TestRules::damagedEdits()
{
    for (const char* bytes :
         {"", "x", "{}", "{\"version\":2,\"targets\":[]}", "{\"version\":1,\"targets\":[{\"cells\":[]}]}",
          "{\"version\":1,\"targets\":[{\"cells\":[{\"dimension\":99,\"by\":0,\"value\":\"1\"}]}]}",
          "{\"version\":1,\"targets\":[{\"cells\":[{\"dimension\":0,\"by\":0,\"value\":\"1\"}],"
          "\"products\":[{\"product\":{}}]}]}",
          "{\"version\":1,\"targets\":[],\"clearings\":[{}]}"})
        QVERIFY2(!RangeEdits::fromJson(bytes).has_value(), bytes);
    QVERIFY(RangeEdits::fromJson("{\"version\":1,\"targets\":[]}")->isEmpty());
}

/// What a job has done waits no more; what it has not, or did otherwise, does.
void TestRules::postedEditsGo()
{
    const RangeTarget target = targetOf(*ruleOf({shanghai}, {}).value, false);
    RangeEdits edits;
    for (const char* id : {"91", "92", "93", "94"})
        edits.put(target, idKey(id), editOf(id, true, listed(false)));
    edits.put(target, idKey("95"), editOf("95", false, listed(false), true));
    Batch batch;
    batch.kind = ChangeKind::RangeProducts;
    batch.targets.emplace_back().cells = target.cells;
    const auto add = [&](const char* id, RowState state, ChangeType type, Flag mustSell) {
        Row row;
        row.target = 0;
        row.product = static_cast<std::uint32_t>(batch.products.size());
        row.type = type;
        row.mustSell = mustSell;
        row.isNew = Flag::No;
        row.state = state;
        ProductRef product;
        product.cells.push_back({Dimension::Department, SelectBy::Id, -1, id});
        batch.products.push_back(product);
        batch.rows.push_back(row);
    };
    add("91", RowState::Verified, ChangeType::Upsert, Flag::Yes);
    add("92", RowState::Rejected, ChangeType::Upsert, Flag::Yes);
    add("93", RowState::Accepted, ChangeType::Upsert, Flag::No); // another value
    add("95", RowState::Verified, ChangeType::Delete, Flag::No);
    const auto dropped = edits.dropDone(batch);
    QCOMPARE(dropped.size(), std::size_t(2));
    QVERIFY(edits.find(target.key(), idKey("91")) == nullptr);
    QVERIFY(edits.find(target.key(), idKey("92")) != nullptr);
    QVERIFY(edits.find(target.key(), idKey("93")) != nullptr);
    QVERIFY(edits.find(target.key(), idKey("94")) != nullptr);
    QVERIFY(edits.find(target.key(), idKey("95")) == nullptr);
    batch.kind = ChangeKind::CustomerProducts; // another kind's target
    QVERIFY(edits.dropDone(batch).empty());
}

void TestRules::clearings()
{
    const RangeTarget old = targetOf(*ruleOf({shanghai}, {}).value, false);
    const RangeTarget next = targetOf(*ruleOf({levelB}, {}).value, false);
    RangeEdits edits;
    edits.put(next, idKey("91"), editOf("91", true, {}));
    edits.addClearing({old, {next.key()}});
    QVERIFY(edits.dueClearings().empty()); // first the new one
    const auto job = [&](RowState state, ChangeType type, const RangeTarget& target) {
        Batch batch;
        batch.targets.emplace_back().cells = target.cells;
        Row row;
        row.target = 0;
        row.product = type == ChangeType::Clear ? noIndex : 0;
        row.type = type;
        row.mustSell = Flag::Yes;
        row.isNew = Flag::No;
        row.state = state;
        batch.products.emplace_back().cells.push_back({Dimension::Department, SelectBy::Id, -1, "91"});
        batch.rows.push_back(row);
        return batch;
    };
    // Accepted and not visible is not there.
    RangeEdits unseen = edits;
    unseen.dropDone(job(RowState::Accepted, ChangeType::Upsert, next));
    QVERIFY(unseen.dueClearings().empty());
    edits.dropDone(job(RowState::Verified, ChangeType::Upsert, next));
    QCOMPARE(edits.dueClearings().size(), std::size_t(1));
    edits.dropOrphanClearings({next.key()}); // its successor is there
    QVERIFY(!edits.isEmpty());
    QCOMPARE(RangeEdits::fromJson(edits.toJson())->dueClearings().size(), std::size_t(1));
    // A clearing that failed is still wanted, one that was verified is done.
    edits.dropDone(job(RowState::Rejected, ChangeType::Clear, old));
    QVERIFY(!edits.isEmpty());
    edits.dropDone(job(RowState::Verified, ChangeType::Clear, old));
    QVERIFY(edits.isEmpty());

    // Given up before it was posted: nothing is to be cleared.
    edits.put(next, idKey("91"), editOf("91", true, {}));
    edits.addClearing({old, {next.key()}});
    edits.put(next, idKey("91"), {});
    edits.dropOrphanClearings({next.key()});
    QVERIFY(edits.isEmpty());
}

void TestRules::treeProblems()
{
    const auto catalogue = sampleCatalogue();
    const EnabledSet enabled =
        std::set<Dimension>{Dimension::Department, Dimension::CustomerLevel, Dimension::CityTier};
    const auto faultsOf = [&](const ConditionTree& tree) {
        std::vector<TreeFault> faults;
        for (const TreeProblem& problem : problemsOf(tree, *catalogue, enabled)) {
            faults.push_back(problem.fault);
            if (describe(problem, tree).isEmpty())
                qFatal("a fault without words");
        }
        return faults;
    };
    using Faults = std::vector<TreeFault>;
    const auto one = [](Dimension dimension, std::vector<TreeValue> values) {
        return ConditionTree{{{dimension, std::move(values)}}};
    };
    QCOMPARE(faultsOf({}), Faults{});
    QCOMPARE(faultsOf(one(Dimension::Department, {byId("11")})), Faults{});
    QCOMPARE(faultsOf(one(Dimension::Department, {})), Faults{TreeFault::EmptyBranch});
    QCOMPARE(faultsOf(one(Dimension::Department, {byId("11"), byId("11")})), Faults{TreeFault::Repeated});
    QCOMPARE(faultsOf(one(Dimension::CustomerType, {byId("1")})),
             (Faults{TreeFault::NotEnabled, TreeFault::NotInCatalogue}));
    QCOMPARE(faultsOf(one(Dimension::CityTier, {{SelectBy::Name, "同名"}})), Faults{TreeFault::Ambiguous});
    QCOMPARE(faultsOf(one(Dimension::CityTier, {{SelectBy::Code, "一线"}})), Faults{TreeFault::NoCode});
    QCOMPARE(faultsOf(one(Dimension::Department, {{SelectBy::Id, "8931837644917760000", {}, {}, true}})),
             Faults{TreeFault::Damaged}); // no confirmation brings digits back
    QCOMPARE(faultsOf(one(Dimension::Department, {{SelectBy::Code, std::string(200, 'x')}})),
             Faults{TreeFault::TooLong});
    ConditionTree twice = one(Dimension::Department, {byId("11")});
    twice.branches.push_back(twice.branches.front());
    QCOMPARE(faultsOf(twice), Faults{TreeFault::DimensionTwice});

    // A code that is not there offers what is near; confirmed it may go as it stands.
    ConditionTree near = one(Dimension::CustomerLevel, {{SelectBy::Code, "L07"}});
    const auto problems = problemsOf(near, *catalogue, enabled);
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems.front().fault, TreeFault::NotInCatalogue);
    QVERIFY(!problems.front().repairs.empty());
    QCOMPARE(problems.front().repairs.front().by, SelectBy::Id);
    near.branches.front().values.front().isConfirmed = true;
    QCOMPARE(faultsOf(near), Faults{});
    // A name typed as a code: the entry of that name is offered.
    const ConditionTree named = one(Dimension::Department, {{SelectBy::Code, "杭州营业所"}});
    const auto offered = problemsOf(named, *catalogue, {});
    QCOMPARE(offered.front().repairs.front().value, std::string("12"));
}

void TestRules::expansion()
{
    const ConditionTree tree{{{Dimension::CityTier, {byId("31"), {SelectBy::Name, "二线"}}},
                              {Dimension::Department, {byId("11"), byId("12")}}}};
    QCOMPARE(rangeCount(tree), std::uint64_t(4));
    const auto ranges = expand(tree, 100);
    QVERIFY(ranges.has_value());
    std::set<std::string> keys;
    for (const RangeTarget& range : *ranges) {
        keys.insert(range.key());
        QCOMPARE(range.cells.size(), std::size_t(2));
        QCOMPARE(range.cells[0].dimension, Dimension::Department); // in the order of the dimensions
        QCOMPARE(range.words.size(), 4);
    }
    QCOMPARE(keys.size(), std::size_t(4)); // each combination once
}

void TestRules::expansionLimits()
{
    ConditionTree tree;
    QCOMPARE(rangeCount(tree), std::uint64_t(0));
    QVERIFY(!expand(tree, 100).has_value());
    for (int d = 0; d < dimensionCount; ++d) {
        TreeBranch branch{static_cast<Dimension>(d), {}};
        for (int v = 0; v < 1000; ++v)
            branch.values.push_back(byId(std::to_string(v)));
        tree.branches.push_back(std::move(branch));
    }
    // 1000^9 does not fit; nothing overflows, nothing is expanded.
    QCOMPARE(rangeCount(tree), std::numeric_limits<std::uint64_t>::max());
    QVERIFY(!expand(tree, 10'000).has_value());
    tree.branches.resize(1);
    QVERIFY(expand(tree, 1000).has_value());
    QVERIFY(!expand(tree, 999).has_value());
}

void TestRules::treeAsText()
{
    const auto catalogue = sampleCatalogue();
    const ConditionTree tree{{{Dimension::Department,
                               {{SelectBy::Code, "SH001", "SH001", "上海分公司", false},
                                {SelectBy::Id, "12", "HZ001", "杭州营业所", false}}},
                              {Dimension::CityTier, {{SelectBy::Name, "一线", "", "一线", false}}}}};
    const auto read = treeOfText(treeText(tree), *catalogue);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == tree);
    // Two columns of a sheet, in Chinese or as the wire calls them.
    const auto sheet =
        treeOfText(QString::fromUtf8("部门\tSH001\ndept\t杭州营业所\n\n城市等级\t五线\n"), *catalogue);
    QVERIFY(sheet.has_value());
    QCOMPARE(sheet->branches.size(), std::size_t(2));
    QCOMPARE(sheet->branches[0].values[1].by, SelectBy::Name);
    QCOMPARE(sheet->branches[1].values[0].by, SelectBy::Name); // it has no codes
    for (const char* bad : {"", "  ", "部门", "奇怪\t1", "部门\t\t", "部门\t编码\t "})
        QVERIFY2(!treeOfText(QString::fromUtf8(bad), *catalogue).has_value(), bad);
    QVERIFY(treeOfText(QString::fromUtf8("部门\tSH001\n奇怪\t1"), *catalogue)
                .error()
                .what.contains(QLatin1Char('2'))); // the line
}

void TestRules::treeAsJson()
{
    const ConditionTree tree{
        {{Dimension::Department, {{SelectBy::Code, "a\"b", "c", "名", true}}}, {Dimension::CityTier, {}}}};
    const auto read = treeOfJson(treeToJson(tree));
    QVERIFY(read.has_value());
    QVERIFY(*read == tree);
    for (const char* bad : {"", "[]", "{\"version\":3}", "{\"version\":1,\"all\":[{\"dimension\":\"odd\"}]}",
                            "{\"version\":1,\"all\":[{\"dimension\":\"dept\",\"values\":[{\"by\":9}]}]}"})
        QVERIFY2(!treeOfJson(bad).has_value(), bad);
}

void TestRules::expandedAgainstRules()
{
    const auto catalogue = sampleCatalogue();
    const RuleRows rules(nullptr,
                         {ruleOf({shanghai}, {tea}, "1"), ruleOf({shanghai, levelB}, {tea}, "2"),
                          ruleOf({levelB}, {tea}, "3"), ruleOf({levelB}, {tea}, "4")},
                         false);
    const DraftProduct wanted{{SelectBy::Id, "91", {}, {}}, true, false};
    const auto markOf = [&](const ConditionTree& tree, const DraftProduct& product) {
        return expandAgainst(tree, 10, &rules, *catalogue, {product}).front().mark;
    };
    const ConditionTree byCode{{{Dimension::Department, {{SelectBy::Code, "SH001"}}}}};
    QCOMPARE(markOf(byCode, wanted), Mark::Same); // the code is the rule's id
    DraftProduct other = wanted;
    other.mustSell = false;
    QCOMPARE(markOf(byCode, other), Mark::Changed);
    QCOMPARE(markOf({{{Dimension::Department, {byId("12")}}}}, wanted), Mark::Added);
    QCOMPARE(markOf({{{Dimension::CustomerLevel, {byId("21")}}}}, wanted), Mark::Warning); // two rules
    QCOMPARE(markOf({{{Dimension::Department, {{SelectBy::Code, "?"}}}}}, wanted), Mark::Warning);
    QVERIFY(expandAgainst(byCode, 0, &rules, *catalogue, {}).empty()); // over the limit
}

void TestRules::ruleRows()
{
    const RangeTarget fresh{ChangeKind::RangeProducts,
                            {{Dimension::Department, SelectBy::Code, -1, "NEW"}},
                            {QStringLiteral("部门"), QStringLiteral("新")}};
    RangeEdits edits;
    edits.put(fresh, idKey("91"), editOf("91", true, {}));
    edits.put(targetOf(*ruleOf({shanghai}, {}).value, false), idKey("92"), editOf("92", true, listed(false)));
    const auto rows = std::make_shared<const RuleRows>(
        nullptr, std::vector{ruleOf({shanghai}, {tea, water}, "1"), ruleOf({levelB}, {tea}, "2", "0")}, false,
        edits);
    QCOMPARE(rows->size(), std::size_t(3));
    QVERIFY(rows->isDraft(0));
    QCOMPARE(rows->count(RuleRows::Draft), 1);
    QCOMPARE(rows->target(0).key(), fresh.key());
    QCOMPARE(rows->rowOf(fresh.key()), std::optional<std::uint32_t>(0));
    QVERIFY(!rows->rowOf(targetOf(*ruleOf({levelB}, {}).value, false).key())); // deleted
    QVERIFY(!rows->groups().empty());

    RuleModel model;
    const QAbstractItemModelTester tester(&model, strict);
    model.setEdits(std::make_shared<const RangeEdits>(edits));
    QSignalSpy settled(&model, &RowModel::settled);
    model.setSource(rows);
    QVERIFY(settled.wait(tests::patience));
    QCOMPARE(model.rowCount(), 3);
    const auto sign = [&](int row) { return static_cast<Mark>(model.index(row, 0).data(MarkRole).toInt()); };
    QCOMPARE(sign(0), Mark::Added);
    QCOMPARE(sign(1), Mark::Changed);
    QCOMPARE(sign(2), Mark::Ended);
    QCOMPARE(model.readOnly(2), ReadOnly::Deleted);
    // One value of a dimension.
    const int group = static_cast<int>(Dimension::Department);
    model.setChoices({{group, {rows->valueIn(1, group)}}});
    QVERIFY(settled.wait(tests::patience));
    QCOMPARE(model.rowCount(), 1);
    // Rules that are read again keep their drafts out, unless they are given again.
    const RuleRows again(rows, {}, false, {});
    QCOMPARE(again.size(), std::size_t(2));
}

void TestRules::productRows()
{
    const auto rules =
        std::make_shared<const RuleRows>(nullptr, std::vector{ruleOf({shanghai}, {tea, water})}, false);
    const RangeTarget target = rules->target(0);
    RangeEdits edits;
    edits.put(target, idKey("91"), editOf("91", true, listed(true), true));
    edits.put(target, idKey("92"), editOf("92", false, listed(true))); // the server holds another value now
    edits.put(target, idKey("99"), editOf("99", true, {}));
    const auto rows = std::make_shared<const RuleProductRows>(rules, 0, edits.target(target.key()));
    QCOMPARE(rows->size(), std::size_t(3));
    RuleProductModel model;
    const QAbstractItemModelTester tester(&model, strict);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setSource(rows);
    QVERIFY(settled.wait(tests::patience));
    const auto at = [&](int row, RuleProductModel::Column column, int role) {
        return model.index(row, static_cast<int>(column)).data(role);
    };
    using Column = RuleProductModel::Column;
    QCOMPARE(static_cast<Mark>(at(0, Column::Mark, MarkRole).toInt()), Mark::Added);
    QCOMPARE(static_cast<Mark>(at(1, Column::Mark, MarkRole).toInt()), Mark::Removed);
    QVERIFY(at(1, Column::Product, StruckRole).toBool());
    QCOMPARE(static_cast<Mark>(at(2, Column::Mark, MarkRole).toInt()), Mark::Changed);
    QVERIFY(!at(0, Column::Mark, Qt::AccessibleTextRole).toString().isEmpty());
    QVERIFY(rows->isConflict(2));
    QVERIFY(!rows->isConflict(1));
    QVERIFY(!at(2, Column::Product, ChipRole).toString().isEmpty());
    QVERIFY(at(0, Column::MustSell, OnRole).toBool());
    QCOMPARE(rows->editKey(2), idKey("92"));
}

/// Edited rules, read-only ones, and those of some targets alone.
void TestRules::narrowed()
{
    const RuleField several{"dept_id", "部门", "11,12", "SH001,HZ001", "上海分公司,杭州营业所"};
    const RuleField unknown{"weather_id", "天气", "1", "", "晴"};
    const auto rules = std::make_shared<const RuleRows>(
        nullptr,
        std::vector{ruleOf({shanghai}, {tea}, "1"), ruleOf({shanghai, levelB}, {water}, "2"),
                    ruleOf({several}, {tea}, "3"), ruleOf({unknown}, {}, "4"),
                    ruleOf({levelB}, {}, "5", "0")},
        false, RangeEdits(), true, EnabledSet(std::set<Dimension>{Dimension::Department}));
    QCOMPARE(rules->figures(0).readOnly, ReadOnly::No);
    QCOMPARE(rules->figures(1).readOnly, ReadOnly::NotEnabled);
    QCOMPARE(rules->figures(2).readOnly, ReadOnly::SeveralValues);
    QCOMPARE(rules->figures(3).readOnly, ReadOnly::UnknownDimension);
    QCOMPARE(rules->figures(4).readOnly, ReadOnly::Deleted);
    QCOMPARE(rules->count(RuleRows::ReadOnlyRule), 3); // what is deleted is no rule any more
    // What is enabled is known from the reading before where it is not told again.
    QCOMPARE(RuleRows(rules, {}, false).figures(1).readOnly, ReadOnly::NotEnabled);
    RuleModel model;
    const QAbstractItemModelTester tester(&model, strict);
    const auto shows = [&](const std::vector<std::string>& ids) {
        if (!QTest::qWaitFor([&model] { return !model.isWorking(); }, tests::patience))
            return false;
        std::vector<std::string> there;
        for (int row = 0; row < model.rowCount(); ++row)
            there.emplace_back(model.rows()->rule(model.sourceRow(row)).id);
        return there == ids;
    };
    model.setSource(rules);
    QVERIFY(shows({"1", "2", "3", "4", "5"}));
    model.setFacets(RuleRows::ReadOnlyRule);
    QVERIFY(shows({"2", "3", "4"}));
    model.setFacets(RuleRows::Edited);
    QVERIFY(shows({}));
    const RangeTarget target = rules->target(0);
    auto edits = std::make_shared<RangeEdits>();
    edits->put(target, idKey("91"), editOf("91", false, listed(true)));
    model.setEdits(edits);
    QVERIFY(shows({"1"}));
    // A new range that is here only is one of the edited, as soon as it is a row.
    const RangeTarget other = targetOf(*ruleOf({levelB}, {}).value, false);
    edits = std::make_shared<RangeEdits>(*edits);
    edits->put(other, idKey("91"), editOf("91", true, {}));
    model.setEdits(edits);
    model.setSource(
        std::make_shared<const RuleRows>(rules, std::vector<ListItem<SaleRule>>(), false, *edits));
    QTRY_VERIFY(!model.isWorking());
    QCOMPARE(model.rowCount(), 2);
    model.setTargets(std::set<std::string>{target.key()});
    QVERIFY(shows({"1"}));
    model.setFacets(0);
    QVERIFY(shows({"1"}));
    model.setTargets({});
    QTRY_VERIFY(!model.isWorking());
    QCOMPARE(model.rowCount(), 6);
}

/// As they stand, also where no request could name them.
void TestRules::conditionsOfARule()
{
    RuleConditionModel model;
    const QAbstractItemModelTester tester(&model, strict);
    const RuleField several{"dept_id", "部门", "11,12", "SH001,HZ001", "上海分公司,杭州营业所"};
    const RuleField comma{"city_id", "城市", "1,2", "",
                          "一线,二线,三线"}; // a name holds a comma: whose is not told
    const RuleField unknown{"weather_id", "天气", "1", "", "晴"};
    model.setRule(*ruleOf({several, comma, unknown}, {}).value);
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&](int branch, int value = -1, int role = Qt::DisplayRole) {
        return model.indexOf(branch, value).data(role).toString();
    };
    QCOMPARE(model.rowCount(model.indexOf(0)), 2);
    QCOMPARE(text(0, 1), QStringLiteral("杭州营业所"));
    QCOMPARE(text(0, 1, ChipRole), QStringLiteral("HZ001"));
    QVERIFY(!text(0, -1, CaptionRole).isEmpty());
    QCOMPARE(model.rowCount(model.indexOf(1)), 1);
    QCOMPARE(text(1, 0), QStringLiteral("一线,二线,三线"));
    QCOMPARE(text(2), QStringLiteral("天气"));
    QCOMPARE(text(2, 0, ChipRole), QStringLiteral("1"));
    QVERIFY((model.flags(model.indexOf(0)) & Qt::ItemIsDragEnabled) == 0);
    model.setTarget(targetOf(*ruleOf({shanghai, levelB}, {}).value, false));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(0), dimensionName(Dimension::Department));
    QCOMPARE(text(0, 0), QStringLiteral("上海分公司"));
}

/// The catalogue knows more products than rules list; those without an id are told apart by their code.
void TestRules::productsWithoutARule()
{
    CatalogueNews news;
    news.add(EntryKind::Product, entryOf("91", "SP10003", "乌龙茶"));
    news.add(EntryKind::Product, {"#SP10004", "SP10004", {}, "气泡水", {}, EntryOrigin::ReferenceList});
    news.add(EntryKind::Product, {"#SP7", "SP7", {}, "只在清单里", {}, EntryOrigin::ReferenceList});
    news.add(EntryKind::Product, entryOf("98", "SP8", "无规则"));
    const auto rules =
        std::make_shared<const RuleRows>(nullptr, std::vector{ruleOf({shanghai}, {tea, water})}, false);
    CustomerFacts facts;
    facts.values[Dimension::Department] = {"11"};
    const ExplainRows rows(facts, rules, nullptr, RulePolicy::Union, {},
                           Catalogue().with(news)->list(EntryKind::Product));
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows.unlisted(), std::size_t(2));
    QCOMPARE(rows.answer().canSell, std::size_t(2));
    QVERIFY((rows.facets(0) & ExplainRows::Unlisted) == 0);
    QCOMPARE(rows.picked(0).by, SelectBy::Id);
    std::set<std::string> unlisted;
    for (std::uint32_t row = 2; row < 4; ++row) {
        QVERIFY((rows.facets(row) & ExplainRows::Unlisted) != 0 &&
                (rows.facets(row) & ExplainRows::CannotSell) != 0);
        unlisted.insert(rows.picked(row).value);
    }
    QCOMPARE(unlisted, (std::set<std::string>{"98", "SP7"})); // by code where no list told an id
}

/// Where no reading stands behind the rows, nothing is known of what the server holds.
void TestRules::draftsAlone()
{
    const RangeTarget target = targetOf(*ruleOf({shanghai}, {}).value, false);
    RangeEdits edits;
    edits.put(target, idKey("91"), editOf("91", true, listed(false)));
    const auto drafts =
        std::make_shared<const RuleRows>(nullptr, std::vector<ListItem<SaleRule>>(), false, edits, false);
    QCOMPARE(drafts->draftKeys(), std::set<std::string>{target.key()});
    const RuleProductRows rows(drafts, 0, edits.target(target.key()));
    QVERIFY(!rows.base(0).known);
    QVERIFY(!rows.isConflict(0));
}

/// A customer can have several rules: what one of them lists is there, whichever is looked at.
void TestRules::severalRulesOfACustomer()
{
    const auto ruleWith = [](std::string_view id, RuleProduct product) {
        SaleRule rule;
        rule.id = id;
        rule.status = "1";
        rule.customers = {{"7", "K7", "好邻居"}};
        rule.products = {product};
        return ListItem<SaleRule>{std::make_shared<const std::string>(),
                                  std::make_shared<const SaleRule>(rule)};
    };
    const auto rules = std::make_shared<const RuleRows>(
        nullptr, std::vector{ruleWith("1", tea), ruleWith("2", water)}, true);
    const RuleProductRows second(rules, 1);
    QCOMPARE(second.size(), std::size_t(1));
    const BaseValue base = second.baseOf(SelectBy::Id, idKey("91")); // of the first rule
    QVERIFY(base.known && base.present && base.mustSell);
    RangeEdits edits;
    edits.put(rules->target(0), idKey("91"), editOf("91", false, listed(true)));
    QCOMPARE(RuleProductRows(rules, 1, edits.target(rules->target(0).key())).size(), std::size_t(1));
    const RuleProductRows first(rules, 0, edits.target(rules->target(0).key()));
    QVERIFY(!first.isConflict(0));
}

/// A value to filter by stays the same one, whatever rows come in front of it.
void TestRules::choicesStay()
{
    const RuleField hangzhou{"dept_id", "部门", "12", "HZ001", "杭州营业所"};
    const int group = static_cast<int>(Dimension::Department);
    const RuleRows one(nullptr, {ruleOf({shanghai}, {}, "1"), ruleOf({hangzhou}, {}, "2")}, false);
    const RuleRows other(nullptr, {ruleOf({hangzhou}, {}, "2"), ruleOf({shanghai}, {}, "1")}, false);
    QCOMPARE(one.valueIn(0, group), other.valueIn(1, group));
    QVERIFY(one.valueIn(0, group) != one.valueIn(1, group));
}

/// How long ago rules were changed, by the server's dates; a draft has none.
void TestRules::ages()
{
    const auto dated = [](const char* id, int days, std::string& text) {
        text = vendorDateTime(QDateTime::currentDateTimeUtc().addDays(-days));
        ListItem<SaleRule> item = ruleOf({shanghai}, {}, id);
        SaleRule rule = *item.value;
        rule.createTime = "2020-01-01 10:00:00";
        rule.modifyTime = text;
        return ListItem<SaleRule>{item.text, std::make_shared<const SaleRule>(rule)};
    };
    std::array<std::string, 4> texts;
    std::vector<ListItem<SaleRule>> items{dated("1", 0, texts[0]), dated("2", 5, texts[1]),
                                          dated("3", 20, texts[2]), dated("4", 100, texts[3])};
    SaleRule old = *items.front().value;
    old.id = "5";
    old.modifyTime = {}; // never changed: when it was made counts
    items.push_back({nullptr, std::make_shared<const SaleRule>(old)});
    SaleRule odd = old;
    odd.id = "6";
    odd.createTime = "昨天";
    items.push_back({nullptr, std::make_shared<const SaleRule>(odd)});
    const RuleRows rows(nullptr, items, false);
    const std::array<std::uint64_t, 6> wanted{1, 2, 3, 4, 5, 0};
    for (std::uint32_t i = 0; i < wanted.size(); ++i)
        QCOMPARE(rows.valueIn(i, RuleRows::ageGroup), wanted.at(i));
    const FacetModel::Group group = rows.groups().back();
    QCOMPARE(group.number, RuleRows::ageGroup);
    QCOMPARE(group.values.size(), std::size_t(5));
    for (const FacetModel::Value& value : group.values)
        QCOMPARE(value.count, 1);
}

/// Rules have many products: each that lists one of the chosen is shown.
void TestRules::productFacet()
{
    const auto listing = [](const char* id, std::vector<RuleProduct> products) {
        SaleRule rule = *ruleOf({shanghai}, {}, id).value;
        rule.products = std::move(products);
        return ListItem<SaleRule>{nullptr, std::make_shared<const SaleRule>(rule)};
    };
    const RuleProduct tea{"7", "P7", "茶", {}, {}, false, false};
    const RuleProduct water{"8", "P8", "水", {}, {}, false, false};
    const RuleRows rows(
        nullptr,
        {listing("1", {tea, tea, water}), listing("2", {tea}), listing("3", {water}), listing("4", {})},
        false);
    const FacetModel::Group group = rows.products();
    QCOMPARE(group.number, RuleRows::productGroup);
    QCOMPARE(group.values.size(), std::size_t(2));
    QCOMPARE(group.values[0].count, 2); // twice in one rule is one rule
    QCOMPARE(group.values[1].count, 2);
    const auto numberOf = [&](const QString& text) {
        return std::find_if(group.values.begin(), group.values.end(),
                            [&](const FacetModel::Value& value) { return value.text == text; })
            ->number;
    };
    const std::atomic<bool> never{false};
    RowQuery query;
    query.choices[RuleRows::productGroup] = {numberOf(QString::fromUtf8("茶 P7"))};
    QCOMPARE(rows.select(query, never), (std::vector<std::uint32_t>{0, 1}));
    query.choices[RuleRows::productGroup].insert(numberOf(QString::fromUtf8("水 P8")));
    QCOMPARE(rows.select(query, never), (std::vector<std::uint32_t>{0, 1, 2}));
}

/// What is dragged out of the tree is text that any tree takes.
void TestRules::draggedAsText()
{
    ConditionTreeModel model;
    const auto catalogue = sampleCatalogue();
    const ConditionTree tree{{{Dimension::Department, {byId("11"), byId("12")}}}};
    model.setTree(tree, {});
    const std::unique_ptr<QMimeData> value(model.mimeData({model.indexOf(0, 1)}));
    const auto again = treeOfText(value->text(), *catalogue);
    QVERIFY(again);
    QCOMPARE(again->branches.front().values.size(), std::size_t(1));
    QCOMPARE(again->branches.front().values.front().value, std::string("12"));
    const std::unique_ptr<QMimeData> branch(model.mimeData({model.indexOf(0)}));
    QCOMPARE(treeOfText(branch->text(), *catalogue)->branches.front().values.size(), std::size_t(2));
    QSignalSpy texts(&model, &ConditionTreeModel::textDropped);
    QSignalSpy dimensions(&model, &ConditionTreeModel::dimensionDropped);
    QVERIFY(!model.dropMimeData(value.get(), Qt::CopyAction, -1, 0, {})); // only told
    QVERIFY(!model.dropMimeData(branch.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(texts.size(), 1);
    QCOMPARE(dimensions.size(), 1);
    ConditionTreeModel other; // of another window: the values come along
    QSignalSpy otherTexts(&other, &ConditionTreeModel::textDropped);
    QVERIFY(!other.dropMimeData(branch.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(otherTexts.size(), 1);
}

/// A code and an id of one entry are one value: it would be counted, and sent, twice.
void TestRules::valueNamedTwice()
{
    const auto catalogue = sampleCatalogue();
    const auto problems = [&](std::vector<TreeValue> values) {
        return problemsOf({{{Dimension::Department, std::move(values)}}}, *catalogue, {});
    };
    const auto twice = problems({{SelectBy::Code, "SH001"}, byId("11"), {SelectBy::Name, "上海分公司"}});
    QCOMPARE(twice.size(), std::size_t(2));
    QCOMPARE(twice[0].fault, TreeFault::Repeated);
    QCOMPARE(twice[0].value, 1);
    QCOMPARE(twice[1].value, 2);
    QVERIFY(problems({{SelectBy::Code, "SH001"}, byId("12")}).empty());
    // What the catalogue lacks is what it is called; a code is no id.
    const auto unknown = problems({{SelectBy::Code, "7", {}, {}, true}, {SelectBy::Id, "7", {}, {}, true}});
    QVERIFY(unknown.empty());
    // Names of two entries are no entry's.
    const auto ambiguous =
        problemsOf({{{Dimension::CityTier, {{SelectBy::Name, "同名"}, byId("32")}}}}, *catalogue, {});
    QCOMPARE(ambiguous.size(), std::size_t(1));
    QCOMPARE(ambiguous.front().fault, TreeFault::Ambiguous);
}

/// What is known is told at once, the rest once it was looked up.
void TestRules::treeCheckedInTwoSteps()
{
    const auto catalogue = sampleCatalogue();
    const ConditionTree tree{{{Dimension::Department, {{SelectBy::Code, "?"}, {SelectBy::Code, "SH001"}}},
                              {Dimension::CityTier, {}}}};
    KnownValues known;
    TreeCheck check = checkTree(tree, {}, known);
    QVERIFY(!check.isWhole);
    QCOMPARE(check.problems.size(), std::size_t(1)); // the branch without a value
    lookUp(tree, *catalogue, known, true);
    QVERIFY(known.empty()); // it was abandoned
    lookUp(tree, *catalogue, known, false);
    check = checkTree(tree, {}, known);
    QVERIFY(check.isWhole);
    QCOMPARE(check.problems.size(), std::size_t(2));
    QCOMPARE(check.problems.front().fault, TreeFault::NotInCatalogue);
    QCOMPARE(check.ids[0], (std::vector<std::string>{"", "11"}));
}

/// A rule with several values of one condition becomes a tree of them, which expands into ranges.
void TestRules::treeOfSeveralValues()
{
    const auto rule =
        ruleOf({levelB, {"dept_id", "部门", "11, 12", "SH001,HZ001", "上海分公司,杭州营业所"}}, {});
    const ConditionTree tree = treeOf(*rule.value);
    QCOMPARE(tree.branches.size(), std::size_t(2));
    QCOMPARE(tree.branches.front().dimension, Dimension::Department);
    QCOMPARE(tree.branches.front().values.size(), std::size_t(2));
    QCOMPARE(tree.branches.front().values[1].value, std::string("12"));
    QCOMPARE(tree.branches.front().values[1].code, std::string("HZ001"));
    QCOMPARE(tree.branches.front().values[1].name, std::string("杭州营业所"));
    QCOMPARE(expand(tree, 10)->size(), std::size_t(2));
    // Names that are not as many stay away; one value keeps the commas of its name.
    const auto mixed = ruleOf({{"dept_id", "", "11,12", "", "华东,一部,二部"}}, {});
    QVERIFY(treeOf(*mixed.value).branches.front().values.front().name.empty());
    const auto one = ruleOf({{"dept_id", "", "11", "", "华东,一部"}}, {});
    QCOMPARE(treeOf(*one.value).branches.front().values.size(), std::size_t(1));
    QCOMPARE(treeOf(*one.value).branches.front().values.front().name, std::string("华东,一部"));
}

void TestRules::treeModel()
{
    ConditionTreeModel model;
    const QAbstractItemModelTester tester(&model, strict);
    const auto catalogue = sampleCatalogue();
    const ConditionTree tree{
        {{Dimension::Department, {byId("11"), {SelectBy::Code, "?"}}}, {Dimension::CityTier, {}}}};
    KnownValues known;
    lookUp(tree, *catalogue, known, false);
    model.setTree(tree, checkTree(tree, {}, {}));
    QVERIFY(!model.indexOf(0, 1).data(FaultRole).toBool()); // not known yet
    QSignalSpy changed(&model, &ConditionTreeModel::dataChanged);
    model.setCheck(checkTree(tree, {}, known));
    QVERIFY(changed.size() > 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowCount(model.indexOf(0)), 2);
    QVERIFY(!model.indexOf(0).data(FaultRole).toBool());
    QVERIFY(!model.indexOf(0, 0).data(FaultRole).toBool());
    QVERIFY(model.indexOf(0, 1).data(FaultRole).toBool());
    QVERIFY(model.indexOf(1).data(FaultRole).toBool()); // an empty branch
    QVERIFY(model.indexOf(0, 1).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char('?')));
    QSignalSpy dropped(&model, &ConditionTreeModel::dimensionDropped);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.indexOf(1)}));
    model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, {});
    QCOMPARE(dropped.size(), 1);
    QMimeData odd;
    odd.setData(QLatin1String(ConditionTreeModel::dimensionMime), "99");
    model.dropMimeData(&odd, Qt::MoveAction, 0, 0, {});
    QCOMPARE(dropped.size(), 1);
    QVERIFY(model.mimeData({}) == nullptr);

    // By what a value is sent, not by what it was typed.
    const ConditionTree typed{{{Dimension::Department, {{SelectBy::Code, "SH001"}, {SelectBy::Code, "?"}}}}};
    lookUp(typed, *catalogue, known, false);
    model.setTree(typed, checkTree(typed, {}, known));
    model.setUses({{{Dimension::Department, "11"}, 5}});
    QCOMPARE(model.indexOf(0, 0).data(ChipRole).toString(), QStringLiteral("code SH001, sent as id"));
    QCOMPARE(model.indexOf(0, 0).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Typed as code SH001, sent as id 11"));
    QVERIFY(
        model.indexOf(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("sent as id")));
    QVERIFY(model.indexOf(0, 0).data(CaptionRole).toString().contains(QLatin1Char('5'))); // rules use the id
    QCOMPARE(model.indexOf(0, 1).data(ChipRole).toString(), QStringLiteral("by code ?"));
    model.setTree({}, {}); // to nothing
    QCOMPARE(model.rowCount(), 0);
}

void TestRules::facets()
{
    FacetModel model;
    const QAbstractItemModelTester tester(&model, strict);
    model.setGroups(
        {{1, QStringLiteral("部门"), {{1, QStringLiteral("上海"), 5}, {2, QStringLiteral("杭州"), 3}}},
         {2, QStringLiteral("级别"), {{1, QStringLiteral("A"), 2}}}});
    const QModelIndex shanghaiIndex = model.index(0, 0, model.index(0, 0));
    model.toggle(shanghaiIndex);
    QCOMPARE(model.choices(), (FacetModel::Choices{{1, {1}}}));
    QCOMPARE(model.chosenCount(), 1);
    model.setText(QStringLiteral("杭"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 2); // what is checked stays in sight
    model.setText({});
    model.setGroups({{2, QStringLiteral("级别"), {{1, QStringLiteral("A"), 2}}}});
    QVERIFY(model.choices().empty()); // its value is gone
    model.toggle(model.index(0, 0, model.index(0, 0)));
    model.clear();
    QCOMPARE(model.chosenCount(), 0);
}

void TestRules::pasted()
{
    const auto catalogue = sampleCatalogue();
    CatalogueNews news;
    news.add(EntryKind::Product, entryOf("8931837644917761234", "SP2", "同名"));
    news.add(EntryKind::Product, entryOf("95", "SP3", "同名"));
    const auto list = catalogue->with(news)->list(EntryKind::Product);
    const PastedColumn column = resolvePasted(
        *list, QString::fromUtf8("SP10003\tmore\r\n同名\n\nSP1OOO3\n8.93E+18\nSP10003\n 91 \n8.00E+18"));
    QCOMPARE(column.pasted, std::size_t(7));
    QCOMPARE(column.repeated, std::size_t(1));
    QCOMPARE(column.found(), std::size_t(2));
    QCOMPARE(column.ambiguous(), std::size_t(1));
    QCOMPARE(column.unknown(), std::size_t(3));
    QCOMPARE(column.texts[2].near.front(), std::string("91")); // letters for digits
    QCOMPARE(column.texts[3].near.front(), std::string("8931837644917761234"));
    QVERIFY(column.texts[5].isDamaged && column.texts[5].near.empty());
    PastedModel model;
    const QAbstractItemModelTester tester(&model, strict);
    model.setColumn(list, column);
    QCOMPARE(model.rowCount(), 6);
    model.setOnlyProblems(true);
    QCOMPARE(model.rowCount(), 4);
    model.decide(0, 0);
    QCOMPARE(model.column().ambiguous(), std::size_t(0));
    QCOMPARE(resolvePasted(*list, {}).texts.size(), std::size_t(0));
}

void TestRules::draftModels()
{
    DraftProductModel products;
    const QAbstractItemModelTester tester(&products, strict);
    QCOMPARE(products.add({{{SelectBy::Id, "1", "a", "A"}}, {{SelectBy::Id, "2", "b", "B"}}}),
             std::size_t(2));
    QCOMPARE(products.add({{{SelectBy::Id, "1", "a", "A"}}}), std::size_t(0));
    products.toggle(products.index(0, static_cast<int>(DraftProductModel::Column::New)));
    products.toggle(products.index(1, 0));
    QVERIFY(products.products()[0].isNew && !products.products()[0].mustSell);
    QVERIFY(products.products()[1].mustSell);
    products.remove({0});
    QCOMPARE(products.rowCount(), 1);

    ExpandedModel expanded;
    const QAbstractItemModelTester other(&expanded, strict);
    expanded.setRanges({{targetOf(*ruleOf({shanghai}, {}).value, false), {}, Mark::Added}});
    QCOMPARE(expanded.count(Mark::Added), 1);
    QCOMPARE(expanded.rowCount(), 1);

    Basket basket;
    const auto list = sampleCatalogue()->list(entryKind(Dimension::Department));
    EntryModel entries;
    const QAbstractItemModelTester third(&entries, strict);
    entries.setUp(&basket, 0);
    QSignalSpy settled(&entries, &RowModel::settled);
    entries.setSource(std::make_shared<const EntryRows>(list));
    QVERIFY(settled.wait(tests::patience));
    QVERIFY(basket.add(1));
    QVERIFY(!basket.add(1));
    entries.tellBasket();
    QVERIFY(entries.index(1, 0).data(OnRole).toBool());
    entries.setText(QStringLiteral("hz"));
    QVERIFY(settled.wait(tests::patience));
    QCOMPARE(entries.rowCount(), 1);
    Picks picks;
    picks.use(entryKind(Dimension::Department), {"12", "gone", "11"});
    QVERIFY(picks.setFavourite(entryKind(Dimension::Department), {"11"}, true));
    const auto marked = std::make_shared<const EntryRows>(list, entryKind(Dimension::Department), picks);
    QCOMPARE(marked->count(EntryRows::Favourite), 1);
    QCOMPARE(marked->count(EntryRows::Recent), 2);
    entries.setSource(marked);
    entries.setText({});
    entries.setFacets(EntryRows::Recent);
    QTRY_COMPARE(entries.rowCount(), 2);
    QCOMPARE(entries.rows()->list().id(entries.sourceRow(0)), std::string_view("12")); // the newest first
    entries.setFacets(EntryRows::Favourite);
    QTRY_COMPARE(entries.rowCount(), 1);
    const auto star = static_cast<int>(EntryModel::Column::Favourite);
    QCOMPARE(entries.index(0, star).data().toString(), QStringLiteral("★"));
    QVERIFY(!entries.index(0, star).data(Qt::AccessibleTextRole).toString().isEmpty());
    BasketModel basketModel;
    const QAbstractItemModelTester fourth(&basketModel, strict);
    basketModel.setUp(list, &basket);
    QCOMPARE(basketModel.rowCount(), 1);
    basket.remove(1);
    basketModel.tell();
    QCOMPARE(basketModel.rowCount(), 0);
}

void TestRules::picksKept()
{
    Picks picks;
    std::vector<std::string> many;
    for (std::size_t i = 0; i < Picks::mostFavourites + 1; ++i)
        many.push_back(std::to_string(i));
    picks.use(EntryKind::Product, {"a", "b"});
    picks.use(EntryKind::Product, {"b", "c"});
    QCOMPARE(picks.recent(EntryKind::Product), (std::vector<std::string>{"b", "c", "a"}));
    picks.use(EntryKind::Customer, many);
    QCOMPARE(picks.recent(EntryKind::Customer).size(), Picks::mostRecent);
    QVERIFY(picks.setFavourite(EntryKind::Customer, {"x", "y", "x"}, true));
    QVERIFY(picks.isFavourite(EntryKind::Customer, "y"));
    QVERIFY(!picks.isFavourite(EntryKind::Product, "y"));
    QVERIFY(picks.setFavourite(EntryKind::Customer, {"y"}, false));
    const auto again = Picks::fromJson(picks.toJson());
    QVERIFY(again);
    QCOMPARE(again->favourites(EntryKind::Customer), std::vector<std::string>{"x"});
    QCOMPARE(again->recent(EntryKind::Product), picks.recent(EntryKind::Product));
    QVERIFY(!picks.setFavourite(EntryKind::Customer, many, true)); // no room for all
    QCOMPARE(picks.favourites(EntryKind::Customer).size(), Picks::mostFavourites);
    QVERIFY(!Picks::fromJson("{}"));
    QVERIFY(!Picks::fromJson("nonsense"));
    const auto strange =
        Picks::fromJson(R"({"version":1,"kinds":{"product":{"recent":[1,null,"","ok"],"favourites":7}}})");
    QVERIFY(strange);
    QCOMPARE(strange->recent(EntryKind::Product), std::vector<std::string>{"ok"});
}

void TestRules::conditions()
{
    const CustomerFacts customer{"7", {{Dimension::Department, {"11", "SH001", "上海分公司"}}}};
    QCOMPARE(conditionFits(shanghai, customer), ConditionFit::Yes);
    QCOMPARE(conditionFits({"dept_id", "", "12", "HZ001", "杭州"}, customer), ConditionFit::No);
    QCOMPARE(conditionFits({"dept_id", "", "12,11", "", "杭州,上海分公司"}, customer), ConditionFit::Yes);
    QCOMPARE(conditionFits(levelB, customer), ConditionFit::NotFilled);
    QCOMPARE(conditionFits({"odd", "", "11", "", ""}, customer), ConditionFit::NotFilled);
    // A department does not contain its sub-departments.
    QCOMPARE(conditionFits({"dept_id", "", "1", "", "华东大区"}, customer), ConditionFit::No);
    // Two values of one name are two values.
    const auto names = namesOfValues(sampleCatalogue()->of(Dimension::CityTier), {"32", "一线"});
    QCOMPARE(names[0], (std::set<std::string>{"32"}));
    QCOMPARE(names[1], (std::set<std::string>{"31", "一线"}));
    const CustomerFacts ofTier{"7", {{Dimension::CityTier, names[0]}}};
    const std::string_view code = filterCodeOf(Dimension::CityTier);
    QCOMPARE(conditionFits({code, "", "33", "", "同名"}, ofTier), ConditionFit::No);
    QCOMPARE(conditionFits({code, "", "32", "", "同名"}, ofTier), ConditionFit::Yes);
}

void TestRules::explained()
{
    const ListItem<SaleRule> ofShanghai = ruleOf({shanghai}, {tea, water}, "1");
    const ListItem<SaleRule> ofBoth =
        ruleOf({shanghai, levelB}, {{"93", "SP5", "汽水", {}, {}, false, true}}, "2");
    const ListItem<SaleRule> gone =
        ruleOf({shanghai}, {{"94", "SP6", "下架", {}, {}, false, false}}, "3", "0");
    SaleRule own = *ruleOf({}, {{"92", "SP10004", "气泡水", "5", "凯顺商贸", true, false}}, "4").value;
    own.customers = {{"7", "K7", "好邻居"}};
    const std::vector<const SaleRule*> rules{ofShanghai.value.get(), ofBoth.value.get(), gone.value.get()};
    const std::vector<const SaleRule*> owns{&own};
    CustomerFacts customer{"7", {{Dimension::Department, {"11"}}}};

    Explanation answer = explain(customer, rules, owns, RulePolicy::Union);
    QCOMPARE(answer.products.size(), std::size_t(4));
    QCOMPARE(answer.canSell, std::size_t(2));
    QCOMPARE(answer.mustSell, std::size_t(2)); // the own rule says must-sell of the water
    QCOMPARE(answer.limited, std::size_t(0));  // another rule takes it from every supplier
    QCOMPARE(answer.rules, std::size_t(1));
    QCOMPARE(answer.ownRules, std::size_t(1));
    QCOMPARE(answer.notFilled, std::set<Dimension>{Dimension::CustomerLevel});
    QCOMPARE(answer.openRules, std::size_t(1));
    const ProductAnswer& soda = answer.products[2];
    QCOMPARE(soda.id, std::string_view("93"));
    QCOMPARE(soda.missed.front().unmet.size(), std::size_t(1));
    QCOMPARE(soda.missed.front().notFilled, 1);
    QVERIFY(answer.products[3].missed.front().rule->isDeleted());

    answer = explain(customer, rules, owns, RulePolicy::CustomerReplaces);
    QCOMPARE(answer.canSell, std::size_t(1));
    QCOMPARE(answer.limited, std::size_t(1));
    QCOMPARE(*answer.products.front().suppliers.begin(), std::string_view("凯顺商贸"));

    customer = {{}, {{Dimension::Department, {"11"}}, {Dimension::CustomerLevel, {"B级"}}}}; // thought up
    answer = explain(customer, rules, owns, RulePolicy::MostSpecific);
    QCOMPARE(answer.canSell, std::size_t(1));
    QCOMPARE(answer.products.front().id, std::string_view("93"));
    QVERIFY(answer.products.front().isNew);
}

/// One value may have a comma in its name or code; several values are told by several ids.
void TestRules::commas()
{
    const auto isOf = [](const RuleField& field, const char* name) {
        return conditionFits(field, {"7", {{Dimension::Department, {name}}}}) == ConditionFit::Yes;
    };
    const RuleField one{"dept_id", "", "11", "A,B", "华东,一部"};
    QVERIFY(!isOf(one, "华东") && !isOf(one, "一部") && !isOf(one, "A"));
    QVERIFY(isOf(one, "华东,一部") && isOf(one, "A,B") && isOf(one, "11"));
    const RuleField two{"dept_id", "", "11, 12", "A,B", "华东, 一部"};
    QVERIFY(isOf(two, "华东") && isOf(two, "一部") && isOf(two, "B") && isOf(two, "12"));
    QVERIFY(!isOf(two, "华东, 一部"));
    // Which of three names belongs to which of two values nobody knows.
    const RuleField mixed{"dept_id", "", "11,12", "", "华东,一部,二部"};
    QVERIFY(!isOf(mixed, "华东") && isOf(mixed, "11"));
    const RuleField nameless{"dept_id", "", "", "", "华东,一部"};
    QVERIFY(isOf(nameless, "华东,一部") && !isOf(nameless, "华东"));
    // A comma behind the only id makes no second value of it.
    QVERIFY(!isOf({"dept_id", "", "11,", "", "华东,一部"}, "华东"));
}

/// A chosen value is meant by all that names it alone, and by nothing that names another one, too.
void TestRules::namesOfChosenValues()
{
    const auto catalogue = sampleCatalogue();
    const EntryList& tiers = catalogue->of(Dimension::CityTier);
    QCOMPARE(namesOfValue(tiers, SelectBy::Id, "32"), (std::set<std::string>{"32"}));
    QCOMPARE(namesOfValue(tiers, SelectBy::Id, "31"), (std::set<std::string>{"31", "一线"}));
    QCOMPARE(namesOfValue(tiers, SelectBy::Name, "同名"), (std::set<std::string>{"同名"})); // as it was typed
    QCOMPARE(namesOfValue(tiers, SelectBy::Name, "未知"), (std::set<std::string>{"未知"}));
}

void TestRules::assumptions()
{
    for (int i = 0; i < static_cast<int>(RulePolicy::Count); ++i) {
        const auto policy = static_cast<RulePolicy>(i);
        QVERIFY(!describe(policy).isEmpty());
        QVERIFY(assumption(policy).contains(QStringLiteral("does not contain its sub-departments")));
        for (int other = 0; other < i; ++other)
            QVERIFY(assumption(policy) != assumption(static_cast<RulePolicy>(other)));
    }
}

namespace {

/// A value by its number: names and codes of the last are those of the first two with a comma between them.
const std::array<std::string, 3> valueIds{"0", "1", "2"};
const std::array<std::string, 3> valueCodes{"C0", "C1", "C0,C1"};
const std::array<std::string, 3> valueNames{"甲", "乙", "甲,乙"};

/// What a condition means, beside what it says.
struct MeantCondition
{
    std::vector<std::uint32_t> values;
    bool hasIds = true;
    bool hasCodes = false;
    bool hasNames = false;
};
/// Which value a customer has, and by what it is known.
struct MeantFact
{
    std::uint32_t value = 0;
    bool byId = true;
    bool byCode = false;
    bool byName = false;
};

bool isMeant(const MeantCondition& condition, const MeantFact& fact)
{
    const bool isOne = condition.values.size() == 1;
    const bool canRead =
        isOne || std::find(condition.values.begin(), condition.values.end(), 2U) == condition.values.end();
    return std::find(condition.values.begin(), condition.values.end(), fact.value) !=
               condition.values.end() &&
           ((condition.hasIds && fact.byId) || (condition.hasCodes && fact.byCode && canRead) ||
            (condition.hasNames && fact.byName && canRead));
}

} // namespace

/// 1,000 random sets of rules, with several values, commas in names and values without ids, against an
/// evaluator that knows what each condition means and asks each product of each rule by itself.
void TestRules::againstBruteForce()
{
    std::uint32_t state = 11;
    const auto next = [&state](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    static const std::vector<std::string> numbers{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    int fitting = 0;
    int varied = 0;
    for (int round = 0; round < 1000; ++round) {
        std::deque<std::string> texts; // what the rules point into
        std::map<const SaleRule*, std::map<Dimension, MeantCondition>> meant;
        std::vector<SaleRule> rules(next(8));
        std::vector<SaleRule> owns(next(3));
        const auto join = [&](const MeantCondition& condition, bool isThere,
                              const std::array<std::string, 3>& of) -> std::string_view {
            std::string text;
            for (const std::uint32_t value : condition.values) {
                if (isThere)
                    text.append(text.empty() ? "" : ",").append(of.at(value));
            }
            return texts.emplace_back(std::move(text));
        };
        const auto fill = [&](SaleRule& rule, bool isOwn) {
            rule.status = next(5) == 0 ? "0" : "1";
            for (std::uint32_t d = 0; !isOwn && d < 3; ++d) {
                if (next(2) != 0)
                    continue;
                MeantCondition condition{{next(3)}, next(4) != 0, next(2) == 0, next(2) == 0};
                if (condition.hasIds && next(3) == 0)
                    condition.values.push_back((condition.values.front() + 1 + next(2)) % 3);
                if (!condition.hasIds && !condition.hasCodes)
                    condition.hasNames = true;
                rule.fields.push_back({filterCodeOf(static_cast<Dimension>(d)),
                                       {},
                                       join(condition, condition.hasIds, valueIds),
                                       join(condition, condition.hasCodes, valueCodes),
                                       join(condition, condition.hasNames, valueNames)});
                meant[&rule][static_cast<Dimension>(d)] = condition;
            }
            if (isOwn)
                rule.customers.push_back({numbers[next(2)], {}, {}});
            for (std::uint32_t p = next(5); p-- > 0;)
                rule.products.push_back(
                    {numbers[next(6)], {}, {}, next(2) == 0 ? "-1" : "8", {}, next(2) == 0, next(2) == 0});
        };
        for (SaleRule& rule : rules)
            fill(rule, false);
        for (SaleRule& rule : owns)
            fill(rule, true);
        CustomerFacts customer;
        std::map<Dimension, MeantFact> facts;
        customer.id = next(3) == 0 ? std::string() : numbers[next(2)];
        for (std::uint32_t d = 0; d < 3; ++d) {
            if (next(4) == 0)
                continue;
            MeantFact fact{next(3), next(3) != 0, next(2) == 0, next(2) == 0};
            if (!fact.byId && !fact.byCode)
                fact.byName = true;
            std::set<std::string>& names = customer.values[static_cast<Dimension>(d)];
            if (fact.byId)
                names.insert(valueIds.at(fact.value));
            if (fact.byCode)
                names.insert(valueCodes.at(fact.value));
            if (fact.byName)
                names.insert(valueNames.at(fact.value));
            facts[static_cast<Dimension>(d)] = fact;
        }
        const auto policy = static_cast<RulePolicy>(next(static_cast<std::uint32_t>(RulePolicy::Count)));

        // The slow way: which rules speak for this customer, then product by product.
        using Facts = std::map<Dimension, MeantFact>;
        const auto speaks = [&](const SaleRule& rule, const Facts& of) {
            const auto& conditions = meant[&rule];
            return rule.status == "1" && !conditions.empty() &&
                   std::all_of(conditions.begin(), conditions.end(), [&](const auto& condition) {
                       const auto fact = of.find(condition.first);
                       return fact != of.end() && isMeant(condition.second, fact->second);
                   });
        };
        const auto speakingFor = [&](const Facts& of) {
            std::vector<const SaleRule*> found;
            std::vector<const SaleRule*> own;
            std::size_t most = 0;
            for (const SaleRule& rule : rules) {
                if (speaks(rule, of)) {
                    found.push_back(&rule);
                    most = std::max(most, rule.fields.size());
                }
            }
            for (const SaleRule& rule : owns) {
                if (rule.status == "1" && !customer.id.empty() && rule.customers.front().id == customer.id)
                    own.push_back(&rule);
            }
            if (policy == RulePolicy::MostSpecific)
                std::erase_if(found, [&](const SaleRule* rule) { return rule->fields.size() != most; });
            if (policy != RulePolicy::Union && !own.empty())
                found.clear();
            found.insert(found.end(), own.begin(), own.end());
            return found;
        };
        std::vector<const SaleRule*> speaking = speakingFor(facts);
        fitting += static_cast<int>(speaking.size());
        std::map<std::string, std::pair<bool, bool>> expected; // must-sell, limited
        for (const std::string& id : numbers) {
            bool sells = false;
            bool must = false;
            bool every = false;
            for (const SaleRule* rule : speaking) {
                for (const RuleProduct& product : rule->products) {
                    if (product.id != id)
                        continue;
                    sells = true;
                    must = must || product.mustSell;
                    every = every || product.supplyId == "-1";
                }
            }
            if (sells)
                expected[id] = {must, !every};
        }
        std::vector<const SaleRule*> all;
        std::vector<const SaleRule*> allOwn;
        for (const SaleRule& rule : rules)
            all.push_back(&rule);
        for (const SaleRule& rule : owns)
            allOwn.push_back(&rule);
        std::map<std::string, std::pair<bool, bool>> found;
        const Explanation answer = explain(customer, all, allOwn, policy);
        for (const ProductAnswer& product : answer.products) {
            if (product.canSell)
                found[std::string(product.id)] = {product.mustSell, !product.suppliers.empty()};
        }
        QVERIFY2(found == expected, qPrintable(QString::number(round)));

        // Every way to fill what is not filled: what may be sold in some and not in others is not sure.
        std::set<std::string> varying;
        for (int way = 0; way < 64; ++way) {
            Facts filled = facts;
            for (std::uint32_t d = 0; d < 3; ++d) {
                const auto value = static_cast<std::uint32_t>(way >> (2U * d)) % 4U;
                if (value < 3 && !facts.contains(static_cast<Dimension>(d)))
                    filled[static_cast<Dimension>(d)] = {value, true, true, true};
            }
            std::set<std::string> sold;
            for (const SaleRule* rule : speakingFor(filled)) {
                for (const RuleProduct& product : rule->products)
                    sold.emplace(product.id);
            }
            for (const std::string& id : numbers) {
                if (sold.contains(id) != expected.contains(id))
                    varying.insert(id);
            }
        }
        std::set<std::string> unsure;
        for (const ProductAnswer& product : answer.products) {
            if (product.isUnsure)
                unsure.emplace(product.id);
        }
        QCOMPARE(answer.unsure, unsure.size());
        varied += static_cast<int>(varying.size());
        // Rules that can only apply together are not looked for: the most specific may be surer than is said.
        QVERIFY2(policy == RulePolicy::MostSpecific
                     ? std::includes(unsure.begin(), unsure.end(), varying.begin(), varying.end())
                     : unsure == varying,
                 qPrintable(QString::number(round)));
        const auto surest = [](const ProductAnswer& one) {
            return one.surelyCanSell() ? 0 : one.surelyCannot() ? 2 : 1;
        };
        QVERIFY(std::is_sorted(
            answer.products.begin(), answer.products.end(),
            [&surest](const ProductAnswer& a, const ProductAnswer& b) { return surest(a) < surest(b); }));
        // The rules that grant them are told, the most conditions first.
        std::erase_if(speaking, [](const SaleRule* rule) { return !rule->customers.empty(); });
        QCOMPARE((std::set<const SaleRule*>(answer.granting.begin(), answer.granting.end())),
                 (std::set<const SaleRule*>(speaking.begin(), speaking.end())));
        QVERIFY(std::is_sorted(
            answer.granting.begin(), answer.granting.end(),
            [](const SaleRule* a, const SaleRule* b) { return a->fields.size() > b->fields.size(); }));
    }
    QVERIFY2(fitting > 100 && varied > 100, // else it compares nothing
             qPrintable(QStringLiteral("%1 %2").arg(fitting).arg(varied)));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
