// SPDX-License-Identifier: GPL-3.0-or-later
// Which customers may sell a product, and what edits that wait change for them: held against `explain`, which
// looks at one customer at a time and knows no edits.
#include "models/rule_rows.h"
#include "rules/batch_edits.h"
#include "rules/reach.h"

#include <QTest>
#include <deque>
#include <random>

using namespace rangedesk;

namespace {

constexpr std::array<Dimension, 3> dimensions{Dimension::Department, Dimension::CustomerLevel,
                                              Dimension::CityTier};

/// A random company: customers, rules, rules of customers, and edits that wait.
struct Company
{
    std::mt19937 random;
    std::deque<std::string> texts; ///< what rules point into
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<SaleRule> rules;
    std::vector<SaleRule> ownRules;
    RangeEdits edits;

    explicit Company(unsigned seed) : random(seed)
    {
        CatalogueNews news;
        for (std::size_t d = 0; d < dimensions.size(); ++d) {
            for (int v = 1; v < 4; ++v)
                news.add(entryKind(dimensions.at(d)),
                         {value(d, v), value(d, v) + "C", {}, value(d, v) + "名", {}});
        }
        for (int i = 0; i < 12; ++i) {
            CatalogueEntry customer{"7" + std::to_string(i), "KH" + std::to_string(i), {}, "店", {}};
            for (std::size_t d = 0; d < dimensions.size(); ++d) {
                // Some attributes are not filled, and some are told by code or name.
                const std::string id = value(d, below(4));
                if (const int how = below(4); how > 0)
                    customer.attributes[std::string(dimensionPrefix(dimensions.at(d)))] = how == 1 ? id
                                                                                          : how == 2
                                                                                              ? id + "C"
                                                                                              : id + "名";
            }
            news.add(EntryKind::Customer, std::move(customer));
        }
        for (int i = 0; i < 6; ++i)
            news.add(EntryKind::Product, {product(i), "P" + std::to_string(i), {}, "品", {}});
        catalogue = Catalogue().with(news);
        for (int i = below(7); i >= 0; --i)
            rules.push_back(makeRule(false));
        for (int i = below(5); i > 0; --i)
            ownRules.push_back(makeRule(true));
        for (int i = below(6); i > 0; --i)
            edit();
    }
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); }
    std::string_view kept(std::string text) { return texts.emplace_back(std::move(text)); }
    static std::string value(std::size_t dimension, int v)
    {
        return std::to_string(dimension + 1) + std::to_string(v);
    }
    static std::string product(int i) { return "90" + std::to_string(i); }

    SaleRule makeRule(bool isOwn)
    {
        SaleRule rule;
        rule.id = kept(std::to_string(texts.size() + 1000));
        rule.status = below(6) == 0 ? "0" : "1";
        if (isOwn) {
            rule.customers.push_back({kept("7" + std::to_string(below(12))), {}, {}});
        } else {
            for (std::size_t d = 0; d < dimensions.size(); ++d) {
                if (below(2) == 0)
                    continue;
                const std::string first = value(d, 1 + below(3));
                std::string ids = first;
                if (below(5) == 0)
                    ids += "," + value(d, 1 + below(3));
                // The name of one value is at times the list of two.
                const std::string name =
                    below(4) == 0 ? value(d, 1) + "名," + value(d, 2) + "名" : first + "名";
                rule.fields.push_back({filterCodeOf(dimensions.at(d)),
                                       {},
                                       below(6) == 0 ? std::string_view() : kept(ids),
                                       {},
                                       below(2) == 0 ? std::string_view() : kept(name)});
            }
        }
        for (int i = below(5); i > 0; --i)
            rule.products.push_back(
                {kept(product(below(6))), {}, "品", {}, {}, below(2) == 0, below(2) == 0});
        return rule;
    }
    /// Of a rule that is there, or a range or customer that has none.
    void edit()
    {
        const bool isOwn = below(2) == 0;
        std::vector<SaleRule>& all = isOwn ? ownRules : rules;
        RangeTarget target;
        if (!all.empty() && below(4) > 0) {
            const SaleRule& rule = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
            const ReadOnly why = readOnlyReason(rule, isOwn, {});
            if (why != ReadOnly::No)
                return;
            target = targetOf(rule, isOwn);
        } else {
            target.kind = isOwn ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
            target.cells = {{dimensions.front(), SelectBy::Id, -1,
                             isOwn ? "7" + std::to_string(below(12)) : value(0, 1 + below(3))}};
            target.words = isOwn ? QStringList{QString(), QString()}
                                 : QStringList{QStringLiteral("部门"), QStringLiteral("x")};
        }
        ProductEdit one;
        one.product = {Dimension::Department, SelectBy::Id, -1, product(below(6))};
        if (below(3) == 0)
            one.product = {Dimension::Department, SelectBy::Code, -1, "P" + std::to_string(below(6))};
        one.isRemoved = below(3) == 0;
        one.mustSell = below(2) == 0;
        one.isNew = below(2) == 0;
        edits.put(target, RangeEdits::productKey(one.product.by, one.product.value), one);
    }
};

/// As rows of the pages, which is where the program takes the rules from.
std::shared_ptr<const RuleRows> rowsOf(const std::vector<SaleRule>& rules, bool ofCustomers,
                                       const RangeEdits& edits)
{
    std::vector<ListItem<SaleRule>> items;
    for (const SaleRule& rule : rules)
        items.push_back({nullptr, std::make_shared<const SaleRule>(rule)});
    return std::make_shared<const RuleRows>(nullptr, items, ofCustomers, edits);
}

/// The rules as they would be, made without the code under test.
std::vector<SaleRule> afterEdits(const RuleRows& rows, const RangeEdits& edits)
{
    std::vector<SaleRule> after;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        SaleRule rule = rows.rule(row);
        const bool isInForce = rows.isDraft(row) || !rule.isDeleted();
        const auto* target = isInForce ? edits.target(rows.target(row).key()) : nullptr;
        if (target != nullptr) {
            for (const auto& [key, edit] : target->products) {
                const bool byCode = edit.product.by == SelectBy::Code;
                const std::string id = byCode ? "90" + edit.product.value.substr(1) : edit.product.value;
                std::erase_if(rule.products, [&](const RuleProduct& p) { return p.id == id; });
                static std::deque<std::string> ids;
                if (!edit.isRemoved)
                    rule.products.push_back(
                        {ids.emplace_back(id), {}, {}, {}, {}, edit.mustSell, edit.isNew});
            }
        }
        after.push_back(std::move(rule));
    }
    return after;
}

using Answer = std::map<std::string, std::string>; ///< flags by product

Answer answerOf(const CustomerFacts& facts, const std::vector<SaleRule>& rules,
                const std::vector<SaleRule>& own, RulePolicy policy)
{
    const auto pointers = [](const std::vector<SaleRule>& all) {
        std::vector<const SaleRule*> them;
        for (const SaleRule& one : all)
            them.push_back(&one);
        return them;
    };
    Answer answer;
    const Explanation all = explain(facts, pointers(rules), pointers(own), policy);
    for (const ProductAnswer& product : all.products) {
        if (product.canSell)
            answer[std::string(product.id)] =
                std::string(product.mustSell ? "must" : "") + (product.isNew ? " new" : "");
    }
    return answer;
}

std::string flagsOf(const Sellable& one)
{
    return std::string(one.mustSell ? "must" : "") + (one.isNew ? " new" : "");
}

} // namespace

class TestReach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void likeExplainEdits();
    void likeExplainProduct();
    void customersOfRules();
    void commas();
    void missingFactsAreTold();
    void clearings();
    void namedByCode();
    void sheetsAreEdits();
    void unknownConditions();
    void emptyCatalogue();
    void canBeAbandoned();
};

/// What the edits would change, on 1,000 random companies and under each policy.
void TestReach::likeExplainEdits()
{
    int changed = 0;
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const Company company(seed);
        const auto rules = rowsOf(company.rules, false, company.edits);
        const auto own = rowsOf(company.ownRules, true, company.edits);
        const auto drafts = [](const RuleRows& rows, std::vector<SaleRule> all) {
            all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rows.draftKeys().size()));
            return all;
        };
        const RangeEdits none;
        const std::vector<SaleRule> rulesNow = drafts(*rules, afterEdits(*rules, none));
        const std::vector<SaleRule> ownNow = drafts(*own, afterEdits(*own, none));
        const std::vector<SaleRule> rulesAfter = afterEdits(*rules, company.edits);
        const std::vector<SaleRule> ownAfter = afterEdits(*own, company.edits);
        for (int p = 0; p < static_cast<int>(RulePolicy::Count); ++p) {
            const auto policy = static_cast<RulePolicy>(p);
            const Reach reach({company.catalogue, editedRules(*rules, company.edits),
                               editedRules(*own, company.edits), policy});
            std::set<std::string> asked;
            for (const Reach::Product& product : reach.products())
                asked.insert(product.id);
            QCOMPARE(reach.customers().size(), company.catalogue->of(EntryKind::Customer).size());
            std::map<std::string, std::uint32_t> gainedBy;
            for (const CustomerReach& customer : reach.customers()) {
                const CustomerFacts facts = factsOf(*company.catalogue, customer.customer);
                Answer now = answerOf(facts, rulesNow, ownNow, policy);
                Answer after = answerOf(facts, rulesAfter, ownAfter, policy);
                // Edits of a customer's own range outrank rules on other products, too: that is not asked
                // for.
                std::erase_if(now, [&](const auto& one) { return !asked.contains(one.first); });
                std::erase_if(after, [&](const auto& one) { return !asked.contains(one.first); });
                Answer saidNow;
                Answer saidAfter;
                std::uint32_t gained = 0;
                for (const ProductReach& one : reach.of(customer.customer)) {
                    const std::string& id = reach.products()[one.product].id;
                    if (one.now.may)
                        saidNow[id] = flagsOf(one.now);
                    if (one.after.may)
                        saidAfter[id] = flagsOf(one.after);
                    gained += one.after.may && !one.now.may ? 1 : 0;
                    gainedBy[id] += one.after.may && !one.now.may ? 1 : 0;
                }
                QVERIFY2(saidNow == now && saidAfter == after, qPrintable(QString::number(seed)));
                QCOMPARE(customer.now, now.size());
                QCOMPARE(customer.after, after.size());
                QCOMPARE(customer.gained, gained);
                changed += customer.isChanged() ? 1 : 0;
            }
            for (const Reach::Product& product : reach.products())
                QCOMPARE(product.gainedBy, gainedBy[product.id]);
        }
    }
    QVERIFY(changed > 1000);
}

/// A compared sheet answers like the edits that say the same, with what was excluded of it left out.
void TestReach::sheetsAreEdits()
{
    int changed = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Company company(seed);
        for (const ChangeKind kind : {ChangeKind::RangeProducts, ChangeKind::CustomerProducts}) {
            RangeEdits wanted;
            Batch batch;
            batch.kind = kind;
            std::vector<RowState> states;
            for (const auto& [key, target] : company.edits.targets()) {
                if (target.target.kind != kind)
                    continue;
                Target named;
                for (const TypedCell& cell : target.target.cells) {
                    named.conditions.push_back({cell.dimension, cell.by, cell.value});
                    named.customer = {cell.by, cell.value};
                }
                batch.targets.push_back(std::move(named));
                for (const auto& [product, edit] : target.products) {
                    Row row;
                    row.target = static_cast<std::uint32_t>(batch.targets.size()) - 1;
                    row.product = static_cast<std::uint32_t>(batch.products.size());
                    row.type = edit.isRemoved ? ChangeType::Delete : ChangeType::Upsert;
                    row.mustSell = edit.mustSell ? Flag::Yes : Flag::No;
                    row.isNew = edit.isNew ? Flag::Yes : Flag::No;
                    row.state = RowState::NotSent;
                    batch.rows.push_back(row);
                    ProductRef ref;
                    ref.by = edit.product.by;
                    ref.value = edit.product.value;
                    batch.products.push_back(std::move(ref));
                    const bool isExcluded = batch.rows.size() % 3 == 0;
                    states.push_back(isExcluded ? RowState::Excluded : RowState::NotSent);
                    if (!isExcluded)
                        wanted.put(target.target, product, edit);
                }
            }
            const RangeEdits made = editsOf(batch, states);
            const auto reached = [&](const RangeEdits& edits) {
                const auto rules = rowsOf(company.rules, false, edits);
                const auto own = rowsOf(company.ownRules, true, edits);
                const Reach reach({company.catalogue, editedRules(*rules, edits), editedRules(*own, edits),
                                   RulePolicy::Union});
                std::vector<std::array<std::uint32_t, 3>> all;
                for (const CustomerReach& one : reach.customers())
                    all.push_back({one.gained, one.lost, one.flagged});
                return all;
            };
            const auto expected = reached(wanted);
            QVERIFY2(reached(made) == expected, qPrintable(QString::number(seed)));
            for (const auto& one : expected)
                changed += one[0] + one[1] + one[2] > 0 ? 1 : 0;
        }
    }
    QVERIFY(changed > 300);
    // One that clears takes everything, whatever its rows say; a sheet of campaigns changes no range.
    Batch batch;
    batch.targets.resize(1);
    batch.targets.front().conditions = {{Dimension::Department, SelectBy::Id, "11"}};
    batch.rows.resize(2);
    for (Row& row : batch.rows) {
        row.target = 0;
        row.type = ChangeType::Clear;
        row.state = RowState::NotSent;
    }
    QCOMPARE(editsOf(batch).clearings().size(), std::size_t(1));
    QVERIFY(editsOf(batch, {RowState::Held, RowState::Excluded}).isEmpty());
    batch.kind = ChangeKind::Campaigns;
    QVERIFY(editsOf(batch).isEmpty());
}

/// Where a product may be sold.
void TestReach::likeExplainProduct()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Company company(seed);
        const RangeEdits none;
        const auto rules = rowsOf(company.rules, false, none);
        const auto own = rowsOf(company.ownRules, true, none);
        for (int p = 0; p < static_cast<int>(RulePolicy::Count); ++p) {
            const auto policy = static_cast<RulePolicy>(p);
            const Reach reach({company.catalogue, editedRules(*rules, none), editedRules(*own, none), policy,
                               Company::product(2)});
            QCOMPARE(reach.products().size(), std::size_t(1));
            for (const CustomerReach& customer : reach.customers()) {
                const Answer answer = answerOf(factsOf(*company.catalogue, customer.customer), company.rules,
                                               company.ownRules, policy);
                QVERIFY2((customer.now == 1) == answer.contains(Company::product(2)),
                         qPrintable(QString::number(seed)));
                QVERIFY(!customer.isChanged());
            }
        }
    }
}

/// How many customers a rule speaks for, asked of each by itself.
void TestReach::customersOfRules()
{
    int atLeast = 0;
    std::size_t counted = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Company company(seed);
        const CustomerMatch match(company.catalogue);
        for (const SaleRule& rule : company.rules) {
            CustomerMatch::Count expected;
            for (std::uint32_t i = 0; i < company.catalogue->of(EntryKind::Customer).size(); ++i) {
                const CustomerFacts facts = factsOf(*company.catalogue, i);
                const auto have = [&](ConditionFit fit) {
                    return std::count_if(rule.fields.begin(), rule.fields.end(), [&](const RuleField& field) {
                        return conditionFits(field, facts) == fit;
                    });
                };
                if (rule.fields.empty() || have(ConditionFit::No) > 0)
                    continue;
                expected.customers += have(ConditionFit::NotFilled) == 0 ? 1 : 0;
                expected.isAtLeast = expected.isAtLeast || have(ConditionFit::NotFilled) > 0;
            }
            QVERIFY2(match.count(rule, false) == expected, qPrintable(QString::number(seed)));
            atLeast += expected.isAtLeast ? 1 : 0;
            counted += expected.customers;
        }
    }
    QVERIFY(atLeast > 100 && counted > 100);
    SaleRule unknown;
    unknown.status = "1";
    unknown.fields = {{"moon_phase", {}, "11", {}, {}}};
    QCOMPARE(CustomerMatch(Company(1).catalogue).count(unknown, false), (CustomerMatch::Count{0, true}));
    QCOMPARE(CustomerMatch(std::make_shared<const Catalogue>()).count(unknown, false).customers,
             std::size_t(0));
}

/// A name with a comma is one value, here as in `explain`.
void TestReach::commas()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "A", {}, "店", {{"dept", "华东"}}});
    news.add(EntryKind::Customer, {"2", "B", {}, "店", {{"dept", "华东,一部"}}});
    SaleRule rule;
    rule.id = "5";
    rule.status = "1";
    rule.fields = {{"dept_id", {}, "11", {}, "华东,一部"}};
    rule.products = {{"90", "P0", "品", {}, {}}};
    const Reach reach({Catalogue().with(news), {{&rule}}, {}, RulePolicy::Union, "90"});
    QCOMPARE(reach.customers()[0].now, 0U);
    QCOMPARE(reach.customers()[1].now, 1U);
}

void TestReach::missingFactsAreTold()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "A", {}, "全", {{"dept", "11"}}});
    news.add(EntryKind::Customer, {"2", "B", {}, "缺", {}});
    const auto catalogue = Catalogue().with(news);
    SaleRule rule;
    rule.id = "5";
    rule.status = "1";
    rule.fields = {{"dept_id", {}, "11", {}, {}}};
    rule.products = {{"90", "P", "品", {}, {}}};
    const Reach reach({catalogue, {{&rule}}, {}, RulePolicy::Union, "90"});
    QCOMPARE(reach.customers().size(), std::size_t(2));
    QCOMPARE(reach.customers()[0].now, 1U);
    QVERIFY(!reach.customers()[0].isUnsure);
    QCOMPARE(reach.customers()[1].now, 0U);
    QVERIFY(reach.customers()[1].isUnsure);
}

/// A range that is to be cleared lets nobody sell by it any more, once it was posted.
void TestReach::clearings()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "A", {}, "店", {{"dept", "11"}}});
    const auto catalogue = Catalogue().with(news);
    SaleRule rule;
    rule.id = "5";
    rule.status = "1";
    rule.fields = {{"dept_id", {}, "11", {}, {}}};
    rule.products = {{"90", "P0", "品", {}, {}}, {"91", "P1", "品", {}, {}}};
    SaleRule other = rule; // one of the two stays to be sold by another rule
    other.id = "6";
    other.products.pop_back();
    RangeEdits edits;
    edits.addClearing({targetOf(rule, false), {}});
    const Reach reach({catalogue, {{&rule, nullptr, false, true}, {&other}}, {}, RulePolicy::Union});
    QCOMPARE(reach.products().size(), std::size_t(2));
    QCOMPARE(reach.customers()[0].now, 2U);
    QCOMPARE(reach.customers()[0].after, 1U);
    QCOMPARE(reach.customers()[0].lost, 1U);
    QCOMPARE(reach.products()[1].lostBy, 1U);
    // The rows of a page know their clearings.
    const auto rows = rowsOf({rule}, false, edits);
    QVERIFY(editedRules(*rows, edits).front().isCleared);
    QVERIFY(!editedRules(*rows, {}).front().isCleared);
}

/// A product may be named by its code, by whom asks and by who edits.
void TestReach::namedByCode()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "A", {}, "店", {{"dept", "11"}}});
    news.add(EntryKind::Product, {"90", "P0", {}, "品", {}});
    news.add(EntryKind::Product, {"91", "PX", {}, "品", {}});
    news.add(EntryKind::Product, {"92", "PX", {}, "品", {}}); // the code of two
    const auto catalogue = Catalogue().with(news);
    SaleRule rule;
    rule.id = "5";
    rule.status = "1";
    rule.fields = {{"dept_id", {}, "11", {}, {}}};
    rule.products = {{"90", "P0", "品", {}, {}}, {"92", "PX", "品", {}, {}}};
    const Reach asked({catalogue, {{&rule}}, {}, RulePolicy::Union, "P0", nullptr, SelectBy::Code});
    QCOMPARE(asked.customers()[0].now, 1U);
    RangeEdits edits;
    ProductEdit removed;
    removed.product = {Dimension::Department, SelectBy::Code, -1, "PX"}; // in this rule it is one product
    removed.isRemoved = true;
    const RangeTarget target = targetOf(rule, false);
    edits.put(target, RangeEdits::productKey(SelectBy::Code, "PX"), removed);
    const Reach reach({catalogue, {{&rule, edits.target(target.key())}}, {}, RulePolicy::Union});
    QCOMPARE(reach.customers()[0].now, 1U);
    QCOMPARE(reach.customers()[0].lost, 1U);
    // A customer named by an external id has a range of its own only here.
    CatalogueNews more;
    more.add(EntryKind::Customer, {"2", "B", "ERP-2", "店", {}});
    const auto both = catalogue->with(more);
    RangeEdits own;
    ProductEdit added;
    added.product = {Dimension::Department, SelectBy::Id, -1, "90"};
    own.put({ChangeKind::CustomerProducts,
             {{Dimension::Department, SelectBy::SourceCode, -1, "ERP-2"}},
             {QString(), QStringLiteral("店")}},
            RangeEdits::productKey(SelectBy::Id, "90"), added);
    const auto rows = rowsOf({}, true, own);
    const Reach gained({both, {}, editedRules(*rows, own), RulePolicy::Union});
    QCOMPARE(gained.products().front().gainedBy, 1U);
    QCOMPARE(gained.customers()[1].gained, 1U);
}

/// Conditions of a kind that is not known here may hold or not.
void TestReach::unknownConditions()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "A", {}, "店", {{"dept", "11"}}});
    SaleRule rule;
    rule.id = "5";
    rule.status = "1";
    rule.fields = {{"moon_phase", {}, "11", {}, {}}};
    rule.products = {{"90", "P0", "品", {}, {}}};
    const Reach reach({Catalogue().with(news), {{&rule}}, {}, RulePolicy::Union, "90"});
    QCOMPARE(reach.customers()[0].now, 0U);
    QVERIFY(reach.customers()[0].isUnsure);
}

void TestReach::emptyCatalogue()
{
    const Reach reach({std::make_shared<const Catalogue>(), {}, {}, RulePolicy::Union, "90"});
    QVERIFY(reach.customers().empty());
}

void TestReach::canBeAbandoned()
{
    const std::atomic<bool> abandon{true};
    const Company company(1);
    const Reach reach({company.catalogue, {}, {}, RulePolicy::Union, "90", &abandon});
    QVERIFY(reach.customers().empty());
}

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
