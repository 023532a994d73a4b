// SPDX-License-Identifier: GPL-3.0-or-later
// What the health check finds and proposes, with a slow evaluator beside it.
#include "changes/share.h"
#include "models/health_rows.h"
#include "models/roles.h"
#include "rules/health_changes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace rangedesk;

namespace {

/// @param count of the server; nothing: what it lists, each once
SaleRule ruleOf(std::string_view id, std::vector<RuleField> fields, std::vector<RuleProduct> products,
                std::optional<std::string_view> count = {})
{
    static constexpr std::array<std::string_view, 6> numbers{"0", "1", "2", "3", "4", "5"};
    std::set<std::string_view> distinct;
    for (const RuleProduct& product : products)
        distinct.insert(product.id);
    SaleRule rule;
    rule.id = id;
    rule.status = "1";
    rule.skuNum = count.value_or(numbers.at(distinct.size()));
    rule.fields = std::move(fields);
    rule.products = std::move(products);
    return rule;
}

std::vector<HealthFinding> check(const std::vector<SaleRule>& rules, const EnabledSet& enabled = {},
                                 bool ofCustomers = false)
{
    std::vector<const SaleRule*> all;
    for (const SaleRule& rule : rules)
        all.push_back(&rule);
    return checkHealth(all, {ofCustomers, enabled});
}

const RuleField shanghai{"dept_id", "部门", "11", "SH001", "上海分公司"};
const RuleField both{"dept_id", "部门", "12, 11", "", "上海分公司,杭州营业所"};
const RuleField levelB{"customer_level", "客户级别", "21", "LV07", "B级"};
const RuleProduct tea{"91", "SP10003", "乌龙茶", {}, {}, true, false};
const RuleProduct plainTea{"91", "SP10003", "乌龙茶", {}, {}, false, false};
const RuleField cityTier{"city_level", "城市等级", "31", "", "一线"};
const RuleProduct other{"93", "SP10005", "牛奶", {}, {}, false, false};
const RuleProduct water{"92", "SP10004", "气泡水", {}, {}, false, false};

} // namespace

class TestHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthy();
    void sameConditions();
    void addsNothing();
    void addsSomething();
    void overruled();
    void ofItself();
    void countsOfFlags();
    void rulesOfOneCustomer();
    void customersAgainstBruteForce();
    void notEnabled();
    void ofCustomers();
    void manyValues();
    void againstBruteForce();
    void rows();
    void changeSets();
};

/// What is proposed is a change set with what the server held: the same as the window makes of it.
void TestHealth::changeSets()
{
    const std::vector<SaleRule> rules{
        ruleOf("1", {shanghai}, {tea, water}), ruleOf("2", {shanghai, levelB}, {water}, "1"),
        ruleOf("3", {cityTier}, {other, tea}), ruleOf("4", {cityTier, levelB}, {plainTea, water}, "2"),
        ruleOf("5", {levelB}, {tea, plainTea, other})};
    std::vector<const SaleRule*> all;
    std::vector<ListItem<SaleRule>> items;
    for (const SaleRule& rule : rules) {
        all.push_back(&rule);
        items.push_back({std::make_shared<const std::string>(), std::make_shared<const SaleRule>(rule)});
    }
    const RuleRows rows(nullptr, items, false);
    const std::vector<HealthFinding> findings = checkHealth(all, {});
    const HealthChanges cleared = changesOf(all, findings, HealthRemedy::Clear, false);
    QCOMPARE(cleared.rows.size(), std::size_t(1));
    QCOMPARE(cleared.rows[0].type, ChangeType::Clear);
    QCOMPARE(cleared.targets[0].key(), rows.target(1).key());
    QVERIFY(cleared.rows[0].product.empty() && cleared.rows[0].expected.digest != 0);
    QCOMPARE(cleared.rows[0].expected.digest, rows.listed(rows.target(1).key()).digest);
    const HealthChanges flags = changesOf(all, findings, HealthRemedy::Flags, false);
    QCOMPARE(flags.rows.size(), std::size_t(2));
    for (const ChangeRow& row : flags.rows) {
        QCOMPARE(row.product.front().value, std::string("91"));
        QCOMPARE(row.type, ChangeType::Upsert);
        QCOMPARE(row.mustSell, Flag::Yes);
        QVERIFY(!row.comment.empty());
    }
    // Of one value it is expected; what is listed twice with different flags has none.
    QCOMPARE(flags.targets[0].key(), rows.target(3).key());
    QVERIFY(flags.rows[0].expected.known && flags.rows[0].expected.present &&
            !flags.rows[0].expected.mustSell);
    QCOMPARE(flags.targets[1].key(), rows.target(4).key());
    QVERIFY(!flags.rows[1].expected.known);
    // Both come back from a file, for that company alone.
    const QTemporaryDir folder;
    for (const HealthChanges* changes : {&cleared, &flags}) {
        const QString path = folder.filePath(QStringLiteral("h.rdchanges"));
        QVERIFY(writeShared(path, ChangeKind::RangeProducts, changes->rows, {}, QStringLiteral("a")));
        SharedFacts facts;
        const auto set = openShared(path, {QStringLiteral("a")}, facts);
        QVERIFY(set.has_value());
        QCOMPARE(set->file.batch.rows.size(), changes->rows.size());
        for (std::size_t i = 0; i < changes->rows.size(); ++i) {
            QCOMPARE(set->file.batch.rows[i].state, RowState::Checked);
            QCOMPARE(set->file.batch.rows[i].type, changes->rows[i].type);
        }
        QVERIFY(!openShared(path, {QStringLiteral("b")}, facts));
    }
}

void TestHealth::healthy()
{
    QVERIFY(check({}).empty());
    QVERIFY(check({ruleOf("1", {shanghai}, {tea}, "1"), ruleOf("2", {levelB}, {tea}, "1")}).empty());
    SaleRule gone = ruleOf("1", {shanghai}, {});
    gone.status = "0";
    QVERIFY(check({gone}).empty());
}

void TestHealth::sameConditions()
{
    const auto found = check({ruleOf("1", {shanghai, levelB}, {tea}), ruleOf("2", {levelB, shanghai}, {})});
    QCOMPARE(found.size(), std::size_t(2)); // and the second is empty
    QCOMPARE(found[0].problem, HealthProblem::SameConditions);
    QCOMPARE(found[0].rule, 1U);
    QCOMPARE(found[0].other, std::optional<std::uint32_t>(0));
    QCOMPARE(found[0].remedy, HealthRemedy::None);
    // Clearing the empty one would clear the other.
    QCOMPARE(found[1].problem, HealthProblem::Empty);
    QCOMPARE(found[1].remedy, HealthRemedy::None);
}

void TestHealth::addsNothing()
{
    const auto found =
        check({ruleOf("1", {shanghai}, {tea, water}), ruleOf("2", {shanghai, levelB}, {water}, "1")});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].problem, HealthProblem::AddsNothing);
    QCOMPARE(found[0].rule, 1U);
    QCOMPARE(found[0].other, std::optional<std::uint32_t>(0));
    QCOMPARE(found[0].remedy, HealthRemedy::Clear);
    QVERIFY(explained(found[0]).contains(QLatin1Char('1')));
    // One value of several is narrower, too; but a clearing of it may take the other along.
    const auto ofValues = check({ruleOf("1", {both}, {tea}), ruleOf("2", {shanghai}, {tea})});
    QCOMPARE(ofValues.size(), std::size_t(1));
    QCOMPARE(ofValues[0].rule, 1U);
    QCOMPARE(ofValues[0].remedy, HealthRemedy::None);
    QCOMPARE(ofValues[0].why, HealthWhy::Neighbours);
    // So it may where a third holds all its conditions and more.
    const auto third = check({ruleOf("1", {shanghai}, {tea, water}), ruleOf("2", {shanghai, levelB}, {water}),
                              ruleOf("3", {shanghai, levelB, cityTier}, {other})});
    QCOMPARE(third.size(), std::size_t(1));
    QCOMPARE(third[0].why, HealthWhy::Neighbours);
    // Where the most conditions win, the narrower rule has an effect.
    const std::vector<SaleRule> rules{ruleOf("1", {shanghai}, {tea, water}),
                                      ruleOf("2", {shanghai, levelB}, {water})};
    const std::vector<const SaleRule*> all{&rules[0], &rules[1]};
    QVERIFY(checkHealth(all, {false, {}, RulePolicy::MostSpecific}).empty());
    QCOMPARE(checkHealth(all, {false, {}, RulePolicy::CustomerReplaces}).size(), std::size_t(1));
    // Nobody wants the answer any more.
    const std::atomic<bool> abandoned{true};
    QVERIFY(checkHealth(all, {false, {}, RulePolicy::Union, &abandoned}).empty());
    // The several are not narrower than the one.
    QVERIFY(check({ruleOf("1", {shanghai}, {tea}), ruleOf("2", {both}, {water})}).empty());
}

void TestHealth::addsSomething()
{
    const SaleRule wide = ruleOf("1", {shanghai}, {plainTea});
    QVERIFY(check({wide, ruleOf("2", {shanghai, levelB}, {plainTea, water})}).empty());
    QVERIFY(check({wide, ruleOf("2", {shanghai, levelB}, {tea})}).empty()); // demands more
    // The server counts a product that it does not list: it may be another one.
    const auto cutShort = check({wide, ruleOf("2", {shanghai, levelB}, {plainTea}, "2")});
    QCOMPARE(cutShort.size(), std::size_t(1));
    QCOMPARE(cutShort[0].problem, HealthProblem::CountDiffers);
    // The other contradicts itself: only what both its entries say is sure.
    const auto unsure =
        check({ruleOf("1", {shanghai}, {tea, plainTea}), ruleOf("2", {shanghai, levelB}, {tea})});
    QCOMPARE(unsure.size(), std::size_t(1));
    QCOMPARE(unsure[0].problem, HealthProblem::FlagsDiffer);
    // Entries are no products: one of the two that the server counts is not listed.
    const auto repeated = check({wide, ruleOf("2", {shanghai, levelB}, {plainTea, plainTea}, "2")});
    QCOMPARE(repeated.size(), std::size_t(1));
    QCOMPARE(repeated[0].problem, HealthProblem::Repeats);
    // A dimension twice in one rule can mean anything: it is not compared.
    QVERIFY(check({wide, ruleOf("2", {shanghai, shanghai}, {plainTea})}).empty());
    // Only one supplier there, every supplier here.
    RuleProduct ofOne = plainTea;
    ofOne.supplyId = "8";
    QVERIFY(check({ruleOf("1", {shanghai}, {ofOne}), ruleOf("2", {shanghai, levelB}, {plainTea})}).empty());
    QCOMPARE(check({ruleOf("1", {shanghai}, {ofOne}), ruleOf("2", {shanghai, levelB}, {ofOne})}).size(),
             std::size_t(1));
}

void TestHealth::overruled()
{
    const std::vector<SaleRule> rules{ruleOf("1", {shanghai}, {tea}),
                                      ruleOf("2", {shanghai, levelB}, {plainTea, water})};
    const auto found = check(rules); // points into the rules
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].problem, HealthProblem::Overruled);
    QCOMPARE(found[0].remedy, HealthRemedy::Flags);
    QCOMPARE(found[0].products.size(), std::size_t(1));
    QVERIFY(found[0].products[0].mustSell);
    QCOMPARE(found[0].products[0].listed->id, std::string_view("91"));
    QVERIFY(explained(found[0]).contains(QStringLiteral("乌龙茶")));
}

void TestHealth::ofItself()
{
    const auto flags = check({ruleOf("1", {shanghai}, {tea, plainTea}, "2")});
    QCOMPARE(flags.size(), std::size_t(1));
    QCOMPARE(flags[0].problem, HealthProblem::FlagsDiffer);
    QVERIFY(flags[0].products[0].mustSell); // the greater of both
    const auto repeats = check({ruleOf("1", {shanghai}, {tea, water, tea}, "2")});
    QCOMPARE(repeats.size(), std::size_t(1));
    QCOMPARE(repeats[0].problem, HealthProblem::Repeats);
    QCOMPARE(repeats[0].remedy, HealthRemedy::None);
    // Two suppliers are two settings; a request could not tell them apart.
    RuleProduct ofOne = tea;
    ofOne.supplyId = "8";
    RuleProduct ofTwo = plainTea;
    ofTwo.supplyId = "9";
    QVERIFY(check({ruleOf("1", {shanghai}, {ofOne, ofTwo})}).empty());
    RuleProduct ofOneToo = plainTea;
    ofOneToo.supplyId = "8";
    const auto limited = check({ruleOf("1", {shanghai}, {ofOne, ofOneToo})});
    QCOMPARE(limited.size(), std::size_t(1));
    QCOMPARE(limited[0].why, HealthWhy::Suppliers);
    const auto counts = check({ruleOf("1", {shanghai}, {tea}, "0")});
    QCOMPARE(counts.size(), std::size_t(1));
    QCOMPARE(counts[0].problem, HealthProblem::CountDiffers);
    QVERIFY(check({ruleOf("1", {shanghai}, {tea}, "many")}).empty()); // no number: nothing is said
    const auto unsaid = check({ruleOf("1", {shanghai}, {}, "")});
    QCOMPARE(unsaid.size(), std::size_t(1));
    QCOMPARE(unsaid[0].why, HealthWhy::NotSure);
    const auto empty = check({ruleOf("1", {shanghai}, {}, " 0")});
    QCOMPARE(empty.size(), std::size_t(1));
    QCOMPARE(empty[0].remedy, HealthRemedy::Clear);
    QCOMPARE(check({ruleOf("1", {}, {}, "0")})[0].remedy, HealthRemedy::None); // no request can name it
}

/// The numbers of must-sell and of new products, where the server tells them.
void TestHealth::countsOfFlags()
{
    const auto counted = [](std::string_view mustSell, std::string_view isNew,
                            std::vector<RuleProduct> products, std::optional<std::string_view> all = {}) {
        SaleRule rule = ruleOf("1", {shanghai}, std::move(products), all);
        rule.mustSaleNum = mustSell;
        rule.newNum = isNew;
        std::vector<HealthFinding> found = check({rule});
        std::erase_if(found,
                      [](const HealthFinding& one) { return one.problem != HealthProblem::CountDiffers; });
        return found;
    };
    QVERIFY(counted("1", "0", {tea, water}).empty());
    QVERIFY(counted("", "", {tea, water}).empty()); // not told
    QVERIFY(counted("some", "-", {tea, water}).empty());
    const auto wrong = counted("2", " 0", {tea, water});
    QCOMPARE(wrong.size(), std::size_t(1));
    QCOMPARE(wrong[0].mustSell, std::optional(HealthCount{2, 1}));
    QVERIFY(!wrong[0].isNew && !wrong[0].allDiffer);
    QCOMPARE(wrong[0].remedy, HealthRemedy::None);
    QVERIFY(explained(wrong[0]).contains(QStringLiteral("must-sell")));
    QVERIFY(!proposal(wrong[0]).isEmpty());
    const auto wrongBoth = counted("0", "1", {tea});
    QCOMPARE(wrongBoth[0].mustSell, std::optional(HealthCount{0, 1}));
    QCOMPARE(wrongBoth[0].isNew, std::optional(HealthCount{1, 0}));
    // A product listed with both flags may be counted either way; entries may be counted, too.
    QVERIFY(counted("1", "0", {tea, plainTea}, "1").empty());
    QVERIFY(counted("0", "0", {tea, plainTea}, "1").empty());
    QVERIFY(counted("2", "0", {tea, tea}, "1").empty());
    // Of a list that is cut short some may not be listed; fewer than listed there cannot be.
    QVERIFY(!counted("2", "0", {tea}, "5").front().mustSell);
    QCOMPARE(counted("0", "0", {tea}, "5").front().mustSell, std::optional(HealthCount{0, 1}));
}

/// Rules of one customer are compared with each other, and with those that it shares.
void TestHealth::rulesOfOneCustomer()
{
    const auto of = [](std::string_view id, std::vector<RuleCustomer> customers,
                       std::vector<RuleProduct> products) {
        SaleRule rule = ruleOf(id, {}, std::move(products));
        rule.customers = std::move(customers);
        return rule;
    };
    const RuleCustomer one{"7", "K7", "甲"};
    const RuleCustomer two{"8", "K8", "乙"};
    const std::vector<SaleRule> same{of("1", {one}, {tea}), of("2", {one}, {plainTea, water})};
    const auto found = check(same, {}, true);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].problem, HealthProblem::SameConditions);
    QCOMPARE(found[0].remedy, HealthRemedy::None);
    QCOMPARE(found[0].products.size(), std::size_t(1)); // the tea: must-sell here, and there not
    QVERIFY(explained(found[0]).contains(QStringLiteral("乌龙茶")));
    QVERIFY(explained(found[0]).contains(QStringLiteral("customers")));
    // Within one that others share.
    const std::vector<SaleRule> shared{of("1", {one, two}, {tea, water}), of("2", {one}, {water})};
    const auto within = check(shared, {}, true);
    QCOMPARE(within.size(), std::size_t(1));
    QCOMPARE(within[0].problem, HealthProblem::AddsNothing);
    QCOMPARE(within[0].rule, 1U);
    QCOMPARE(within[0].remedy, HealthRemedy::None); // a request would name all rules of the customer
    const std::vector<SaleRule> overruled{of("1", {one, two}, {tea}), of("2", {two}, {plainTea, water})};
    QCOMPARE(check(overruled, {}, true).front().problem, HealthProblem::Overruled);
    // Two customers are two.
    QVERIFY(check({of("1", {one}, {tea}), of("2", {two}, {tea})}, {}, true).empty());
    // So it is under every assumption: these rules have no conditions.
    std::vector<const SaleRule*> all{&shared[0], &shared[1]};
    QCOMPARE(checkHealth(all, {true, {}, RulePolicy::MostSpecific}).size(), std::size_t(1));
}

/// 1,000 random sets of customers' rules: each pair compared, customer by customer.
void TestHealth::customersAgainstBruteForce()
{
    std::uint32_t state = 23;
    const auto next = [&state](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    static const std::vector<std::string> customers{"7", "8", "9"};
    static const std::vector<std::string> ids{"a", "b", "c"};
    int same = 0;
    int nothing = 0;
    for (int round = 0; round < 1000; ++round) {
        std::vector<SaleRule> rules;
        for (std::uint32_t i = 1 + next(6); i-- > 0;) {
            SaleRule rule;
            for (const std::string& customer : customers) {
                if (next(2) == 0)
                    rule.customers.push_back({customer, {}, {}});
            }
            std::vector<RuleProduct> products;
            for (const std::string& id : ids) {
                if (next(2) == 0)
                    products.push_back({id, {}, {}, {}, {}, next(2) == 0, next(2) == 0});
            }
            const auto of = std::exchange(rule.customers, {});
            rule = ruleOf("r", {}, std::move(products));
            rule.customers = of;
            rules.push_back(std::move(rule));
        }
        const auto whose = [](const SaleRule& rule) {
            std::set<std::string_view> who;
            for (const RuleCustomer& customer : rule.customers)
                who.insert(customer.id);
            return who;
        };
        std::set<std::uint32_t> expectedSame;
        std::set<std::uint32_t> expectedNothing;
        for (std::uint32_t a = 0; a < rules.size(); ++a) {
            for (std::uint32_t b = 0; b < rules.size(); ++b) {
                const auto narrow = whose(rules[a]);
                const auto wide = whose(rules[b]);
                if (a == b || narrow.empty() ||
                    !std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end()))
                    continue;
                if (narrow == wide) {
                    if (b < a)
                        expectedSame.insert(a);
                    continue;
                }
                const bool isCovered = std::all_of(
                    rules[a].products.begin(), rules[a].products.end(), [&](const RuleProduct& own) {
                        return std::any_of(rules[b].products.begin(), rules[b].products.end(),
                                           [&](const RuleProduct& there) {
                                               return there.id == own.id && there.mustSell >= own.mustSell &&
                                                      there.isNew >= own.isNew;
                                           });
                    });
                if (isCovered && !rules[a].products.empty())
                    expectedNothing.insert(a);
            }
        }
        std::set<std::uint32_t> foundSame;
        std::set<std::uint32_t> foundNothing;
        for (const HealthFinding& finding : check(rules, {}, true)) {
            QVERIFY(finding.remedy == HealthRemedy::None || !foundSame.contains(finding.rule));
            if (finding.problem == HealthProblem::SameConditions)
                foundSame.insert(finding.rule);
            if (finding.problem == HealthProblem::AddsNothing)
                foundNothing.insert(finding.rule);
        }
        QVERIFY2(foundSame == expectedSame && foundNothing == expectedNothing,
                 qPrintable(QString::number(round)));
        same += static_cast<int>(foundSame.size());
        nothing += static_cast<int>(foundNothing.size());
    }
    QVERIFY(same > 100 && nothing > 100);
}

void TestHealth::notEnabled()
{
    const EnabledSet some = std::set<Dimension>{Dimension::Department};
    const auto found = check({ruleOf("1", {levelB}, {tea})}, some);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].problem, HealthProblem::NotEnabled);
    QCOMPARE(found[0].remedy, HealthRemedy::None);
    // What the wider rule grants is not sure while its dimension is switched off.
    const auto narrower = check({ruleOf("1", {levelB}, {tea}), ruleOf("2", {levelB, shanghai}, {tea})}, some);
    QVERIFY(std::none_of(narrower.begin(), narrower.end(),
                         [](const HealthFinding& one) { return one.problem == HealthProblem::AddsNothing; }));
    QCOMPARE(check({ruleOf("1", {{"odd", "怪", "1", "", "x"}}, {tea})})[0].problem,
             HealthProblem::NotEnabled);
}

void TestHealth::ofCustomers()
{
    SaleRule first = ruleOf("1", {}, {});
    first.customers.push_back({"5", "KH5", "客户"});
    SaleRule second = ruleOf("2", {}, {tea, plainTea});
    second.customers.push_back({"6", "KH6", "客户六"});
    auto found = check({first, second}, {}, true);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].problem, HealthProblem::Empty);
    QCOMPARE(found[0].remedy, HealthRemedy::Clear);
    QCOMPARE(found[1].remedy, HealthRemedy::Flags);
    // Two rules of one customer: a clearing takes both.
    second.customers.front().id = " 5";
    found = check({first, second}, {}, true);
    QCOMPARE(found[0].remedy, HealthRemedy::None);
    QCOMPARE(found[0].why, HealthWhy::NotNamed);
    // One rule of two customers, which the server tells once for each.
    second.customers.front().id = "6";
    first.customers.front().id = "7";
    SaleRule shared = first;
    shared.customers.front().id = "8";
    found = check({first, shared, second}, {}, true);
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].remedy, HealthRemedy::None);
    QCOMPARE(found[1].remedy, HealthRemedy::None);
    QCOMPARE(found[2].remedy, HealthRemedy::Flags);
}

/// More combinations than are kept apart.
void TestHealth::manyValues()
{
    std::string many;
    for (int i = 0; i < 1500; ++i)
        many += std::to_string(i) + ",";
    const auto found =
        check({ruleOf("1", {{"dept_id", "部门", many, "", "many"}}, {tea}), ruleOf("2", {shanghai}, {tea})});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].rule, 1U);
    // Ten thousand rules that share one value, and others of one combination each: no pair is left out, and
    // it does not take the square of them.
    static const std::vector<std::string> levels = [] {
        std::vector<std::string> texts;
        for (int i = 0; i < 10'000; ++i)
            texts.push_back(std::to_string(1000 + i));
        return texts;
    }();
    std::vector<SaleRule> rules;
    for (const std::string& level : levels) {
        rules.push_back(ruleOf("w", {{"customer_level", "客户级别", level, {}, {}}}, {tea}));
        rules.push_back(ruleOf("n", {shanghai, {"customer_level", "客户级别", level, {}, {}}}, {tea}));
    }
    QCOMPARE(check(rules).size(), levels.size());
}

/// 1,000 random sets of rules: which are narrower than which, and add nothing, asked of each pair.
void TestHealth::againstBruteForce()
{
    std::uint32_t state = 7;
    const auto next = [&state](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    static const std::vector<std::string> values{"1", "2", "3", "1,2", "2,3"};
    static const std::vector<std::string> ids{"a", "b", "c", "d"};
    int nothing = 0;
    for (int round = 0; round < 1000; ++round) {
        std::vector<SaleRule> rules;
        for (std::uint32_t i = 1 + next(9); i-- > 0;) {
            SaleRule rule = ruleOf("r", {}, {});
            for (std::uint32_t d = 0; d < 3; ++d) {
                if (next(2) == 0)
                    rule.fields.push_back({filterCodeOf(static_cast<Dimension>(d)),
                                           {},
                                           values[next(static_cast<std::uint32_t>(values.size()))],
                                           {},
                                           {}});
            }
            for (const std::string& id : ids) {
                if (next(2) == 0)
                    rule.products.push_back({id, {}, {}, {}, {}, next(2) == 0, next(2) == 0});
            }
            rule.skuNum = ruleOf("r", {}, rule.products).skuNum;
            rules.push_back(std::move(rule));
        }
        // A customer has one of three values in each dimension: who fits is counted out.
        const auto whoFits = [](const SaleRule& rule) {
            std::set<int> who;
            for (int customer = 0; customer < 27; ++customer) {
                const std::array<int, 3> has{customer % 3 + 1, customer / 3 % 3 + 1, customer / 9 + 1};
                const bool fits =
                    std::all_of(rule.fields.begin(), rule.fields.end(), [&](const RuleField& f) {
                        const auto d = static_cast<std::size_t>(*dimensionOfFilterCode(f.filterCode));
                        return f.selectedId.find(std::to_string(has.at(d))) != std::string_view::npos;
                    });
                if (fits)
                    who.insert(customer);
            }
            return who;
        };
        std::set<std::uint32_t> expected;
        for (std::uint32_t a = 0; a < rules.size(); ++a) {
            for (std::uint32_t b = 0; b < rules.size(); ++b) {
                const std::set<int> narrow = whoFits(rules[a]);
                const std::set<int> wide = whoFits(rules[b]);
                if (narrow == wide || rules[a].products.empty() || rules[b].fields.empty() ||
                    !std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end()))
                    continue;
                const bool isCovered = std::all_of(
                    rules[a].products.begin(), rules[a].products.end(), [&](const RuleProduct& own) {
                        return std::any_of(rules[b].products.begin(), rules[b].products.end(),
                                           [&](const RuleProduct& other) {
                                               return other.id == own.id && other.mustSell >= own.mustSell &&
                                                      other.isNew >= own.isNew;
                                           });
                    });
                if (isCovered)
                    expected.insert(a);
            }
        }
        std::set<std::uint32_t> found;
        for (const HealthFinding& finding : check(rules)) {
            if (finding.problem == HealthProblem::AddsNothing)
                found.insert(finding.rule);
        }
        QVERIFY2(found == expected, qPrintable(QString::number(round)));
        nothing += static_cast<int>(found.size());
    }
    QVERIFY(nothing > 100);
}

void TestHealth::rows()
{
    const auto item = [](SaleRule rule) {
        return ListItem<SaleRule>{std::make_shared<const std::string>(),
                                  std::make_shared<const SaleRule>(std::move(rule))};
    };
    SaleRule gone = ruleOf("0", {levelB}, {});
    gone.status = "0";
    const auto rules = std::make_shared<const RuleRows>(
        nullptr,
        std::vector<ListItem<SaleRule>>{item(gone), item(ruleOf("1", {shanghai}, {tea, water, water})),
                                        item(ruleOf("2", {shanghai, levelB}, {water}))},
        false);
    HealthModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(std::make_shared<const HealthRows>(rules, HealthQuestion()));
    QTRY_COMPARE(model.rowCount(), 2);
    const auto rows = model.rows();
    QCOMPARE(rows->looked(), std::size_t(2));
    QCOMPARE(rows->proposed(), 1);
    QCOMPARE(rows->count(HealthProblem::AddsNothing), 1);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setFacets(HealthRows::Proposed);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(rows->rules().rule(rows->ruleRow(model.sourceRow(0))).id, std::string_view("2"));
    QCOMPARE(rows->rules().rule(*rows->otherRow(model.sourceRow(0))).id, std::string_view("1"));
    const auto text = [&](HealthModel::Column column) {
        return model.index(0, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(HealthModel::Column::Problem), describe(HealthProblem::AddsNothing));
    QVERIFY(text(HealthModel::Column::Rule).contains(QStringLiteral("B级")));
    QVERIFY(!text(HealthModel::Column::Proposal).isEmpty());
    model.setFacets(0);
    model.setText(QStringLiteral("LV07"));
    QTRY_COMPARE(model.rowCount(), 1);
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column);
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
