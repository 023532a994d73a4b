// SPDX-License-Identifier: GPL-3.0-or-later
// Edits that wait while others work on the same rules: what is decided, what is only told, what must not be
// forgotten.
#include "changes/target_view.h"
#include "models/draft_models.h"
#include "models/edit_rows.h"
#include "models/roles.h"
#include "rules/range_edits.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rangedesk;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

ListItem<SaleRule> ruleOf(std::vector<RuleField> fields, std::vector<RuleProduct> products,
                          std::string_view id = "1", std::vector<RuleCustomer> customers = {},
                          std::string_view status = "1")
{
    SaleRule rule;
    rule.id = id;
    rule.status = status;
    rule.createTime = "2026-11-01 10:00:00";
    rule.fields = std::move(fields);
    rule.customers = std::move(customers);
    rule.products = std::move(products);
    return {std::make_shared<const std::string>(), std::make_shared<const SaleRule>(std::move(rule))};
}

const RuleField shanghai{"dept_id", "部门", "11", "SH001", "上海分公司"};
const RuleField levelB{"customer_level", "客户级别", "21", "LV07", "B级"};
const RuleProduct tea{"91", "SP10003", "乌龙茶", {}, {}, true, false};
const RuleProduct water{"92", "SP10004", "气泡水", {}, {}, false, false};
const RuleProduct juice{"93", "SP10005", "果汁", {}, {}, false, true};

using Rules = std::shared_ptr<const RuleRows>;

Rules rulesOf(const std::vector<ListItem<SaleRule>>& items, bool ofCustomers = false)
{
    return std::make_shared<const RuleRows>(nullptr, items, ofCustomers);
}

std::string idKey(const std::string& id)
{
    return RangeEdits::productKey(SelectBy::Id, id);
}

/// An edit as the detail pane makes it.
void edit(RangeEdits& edits, const Rules& rules, const std::string& id,
          const std::function<void(ProductEdit&)>& change)
{
    const RuleProductRows products(rules, 0, edits.target(rules->target(0).key()));
    ProductEdit wanted;
    wanted.product = {Dimension::Department, SelectBy::Id, -1, id};
    wanted.base = products.baseOf(SelectBy::Id, idKey(id));
    change(wanted);
    edits.put(rules->target(0), idKey(id), wanted, products.seen());
}

void mustSell(ProductEdit& edit)
{
    edit.mustSell = true;
}

void removed(ProductEdit& edit)
{
    edit.isRemoved = true;
}

/// The line of a product.
const EditRows::Line* lineOf(const EditRows& rows, const std::string& id)
{
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (rows.line(i).key == idKey(id))
            return &rows.line(i);
    }
    return nullptr;
}

Batch jobOf(RowState state, ChangeType type, const RangeTarget& target)
{
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
}

} // namespace

class TestWaitingEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ruleIsGone();
    void customersByTheirIds();
    void threeWays();
    void cutShortProvesNothing();
    void seenIsKept();
    void takenBackSuccessor_data();
    void takenBackSuccessor();
    void clearingIsNotForgotten();
    void clearingIsShown();
    void digests();
    void suppliers();
    void copiedFromAllRules();
    void requests();
    void draftFigures();
    void valuesOfOneName();
    void foundById();
    void onlySomeCustomers();
};

/// Somebody cleared the range while a product was added to it: posting would make it anew.
void TestWaitingEdits::ruleIsGone()
{
    const auto before = rulesOf({ruleOf({shanghai}, {tea, water})});
    auto edits = std::make_shared<RangeEdits>();
    edit(*edits, before, "93", mustSell);
    edit(*edits, before, "91", removed);
    const auto after = rulesOf({ruleOf({shanghai}, {tea, water}, "1", {}, "0")});
    const EditRows rows(after, edits);
    QCOMPARE(lineOf(rows, "93")->state, EditState::Gone);
    QCOMPARE(lineOf(rows, "91")->state, EditState::Alike); // what was to be removed is gone with it
    QCOMPARE(rows.undecided(), 1);
    QCOMPARE(rows.count(EditState::OnlyThere), 0);
    // The products beside say so, too.
    const auto all = withDrafts(after, *edits);
    const std::string key = before->target(0).key();
    const RuleProductRows products(all, *all->rowOf(key), edits->target(key));
    QVERIFY(products.isGone());
    // A person decides: it is made anew.
    RangeEdits decided = *edits;
    decided.put(before->target(0), idKey("93"), *decided.find(key, idKey("93")), nullptr, true);
    QCOMPARE(EditRows(after, std::make_shared<const RangeEdits>(decided)).undecided(), 0);
    // What never was in force is not missed; nor is what was not read.
    RangeEdits fresh;
    edit(fresh, rulesOf({ruleOf({shanghai}, {})}), "93", mustSell);
    fresh.put(before->target(0), idKey("93"), *fresh.find(key, idKey("93")), nullptr, true);
    QCOMPARE(EditRows(after, std::make_shared<const RangeEdits>(fresh)).undecided(), 0);
}

/// Per product: unchanged, only here, only there, alike, in conflict, gone.
void TestWaitingEdits::threeWays()
{
    RuleProduct cola{"94", "SP4", "可乐", {}, {}, false, false};
    RuleProduct beer{"95", "SP5", "啤酒", {}, {}, false, false};
    RuleProduct milk{"96", "SP6", "牛奶", {}, {}, false, false};
    const auto before = rulesOf({ruleOf({shanghai}, {tea, water, juice, cola, beer, milk})});
    auto edits = std::make_shared<RangeEdits>();
    edit(*edits, before, "92", mustSell); // only here
    edit(*edits, before, "93", mustSell); // gone there
    edit(*edits, before, "94", mustSell); // alike
    edit(*edits, before, "95", mustSell); // in conflict
    cola.mustSell = true;
    beer.isNew = true;
    RuleProduct changed = tea; // only there
    changed.mustSell = false;
    const RuleProduct added{"97", "SP7", "新茶", {}, {}, false, false};
    const auto after = rulesOf({ruleOf({shanghai}, {changed, water, cola, beer, milk, added})});
    const auto rows = std::make_shared<const EditRows>(after, edits);
    QCOMPARE(lineOf(*rows, "92")->state, EditState::Mine);
    QCOMPARE(lineOf(*rows, "93")->state, EditState::Gone);
    QCOMPARE(lineOf(*rows, "94")->state, EditState::Alike);
    QCOMPARE(lineOf(*rows, "95")->state, EditState::Conflict);
    QCOMPARE(lineOf(*rows, "91")->state, EditState::OnlyThere);
    QCOMPARE(lineOf(*rows, "97")->state, EditState::OnlyThere);
    QVERIFY(lineOf(*rows, "96") == nullptr);
    QCOMPARE(rows->unchanged(), 1);
    QCOMPARE(rows->edits(), 4);
    QCOMPARE(rows->undecided(), 2);
    QVERIFY(!lineOf(*rows, "97")->edit.base.present && lineOf(*rows, "97")->now.present);

    EditModel model;
    const QAbstractItemModelTester tester(&model, strict);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setSource(rows);
    QVERIFY(settled.wait(tests::patience));
    model.setFacets(EditRows::facetOf(EditState::OnlyThere));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, 20000);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, static_cast<int>(EditModel::Column::Mine)).data().toString().isEmpty());
    // What was posted from here was changed by nobody else.
    Batch batch = jobOf(RowState::Verified, ChangeType::Upsert, before->target(0));
    batch.products.front().cells.front().value = "92";
    edits->dropDone(batch);
    RuleProduct posted = water;
    posted.mustSell = true;
    const EditRows later(rulesOf({ruleOf({shanghai}, {tea, posted, juice, cola, beer, milk})}), edits);
    QVERIFY(lineOf(later, "92") == nullptr);
}

void TestWaitingEdits::cutShortProvesNothing()
{
    const auto before = rulesOf({ruleOf({shanghai}, {tea, water})});
    auto edits = std::make_shared<RangeEdits>();
    edit(*edits, before, "91", removed);
    SaleRule cut = *ruleOf({shanghai}, {tea}).value;
    cut.skuNum = "5";
    const EditRows rows(rulesOf({{nullptr, std::make_shared<const SaleRule>(cut)}}), edits);
    QVERIFY(lineOf(rows, "92") == nullptr);
}

/// Over a restart and an undo.
void TestWaitingEdits::seenIsKept()
{
    const auto rules = rulesOf({ruleOf({shanghai}, {tea, water})});
    const std::string key = rules->target(0).key();
    RangeEdits edits;
    edit(edits, rules, "92", mustSell);
    edits.addClearing({rules->target(0), {"after"}, {}, 4000000000U});
    const auto read = RangeEdits::fromJson(edits.toJson());
    QVERIFY(read && read->target(key) != nullptr && read->target(key)->seen != nullptr);
    QCOMPARE(*read->target(key)->seen, *edits.target(key)->seen);
    QCOMPARE(read->clearings().front().digest, 4000000000U);
    const RangeEdits::Step step = edits.put(rules->target(0), idKey("92"), {});
    QVERIFY(edits.target(key) == nullptr);
    edits.put(step.target, step.product, step.before, step.seenBefore, true);
    QCOMPARE(edits.target(key)->seen->size(), std::size_t(2));
}

void TestWaitingEdits::takenBackSuccessor_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("isDue");
    const auto add = [](const char* name, RowState state, ChangeType type, bool isDue) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(type) << isDue;
    };
    add("undone", RowState::Verified, ChangeType::Delete, false);
    add("cleared", RowState::Verified, ChangeType::Clear, false);
    add("perhaps undone", RowState::Unknown, ChangeType::Delete, false);
    add("accepted, not seen", RowState::Accepted, ChangeType::Clear, false);
    add("undo rejected", RowState::Rejected, ChangeType::Delete, true);
    add("undo held", RowState::Held, ChangeType::Delete, true);
    add("posted again", RowState::Verified, ChangeType::Upsert, true);
}

/// The old range is not to be cleared once the new one was taken back: neither would be left.
void TestWaitingEdits::takenBackSuccessor()
{
    QFETCH(const int, state);
    QFETCH(const int, type);
    QFETCH(const bool, isDue);
    const RangeTarget old = targetOf(*ruleOf({shanghai}, {}).value, false);
    const RangeTarget next = targetOf(*ruleOf({levelB}, {}).value, false);
    RangeEdits edits;
    ProductEdit wanted;
    wanted.product = {Dimension::Department, SelectBy::Id, -1, "91"};
    wanted.mustSell = true;
    edits.put(next, idKey("91"), wanted);
    edits.addClearing({old, {next.key()}});
    edits.dropDone(jobOf(RowState::Verified, ChangeType::Upsert, next));
    QCOMPARE(edits.dueClearings().size(), std::size_t(1));
    edits.dropDone(jobOf(static_cast<RowState>(state), static_cast<ChangeType>(type), next));
    QCOMPARE(edits.dueClearings().size(), isDue ? std::size_t(1) : std::size_t(0));
    QCOMPARE(edits.clearings().size(), std::size_t(1)); // a person decides
    QCOMPARE(edits.stateOf(edits.clearings().front()),
             isDue ? RangeEdits::ClearingState::Due : RangeEdits::ClearingState::Lapsed);
}

/// Its new range was accepted and not seen: the other half stays, whatever else is edited.
void TestWaitingEdits::clearingIsNotForgotten()
{
    const RangeTarget old = targetOf(*ruleOf({shanghai}, {}).value, false);
    const RangeTarget next = targetOf(*ruleOf({levelB}, {}).value, false);
    RangeEdits edits;
    ProductEdit wanted;
    wanted.product = {Dimension::Department, SelectBy::Id, -1, "91"};
    wanted.mustSell = true;
    edits.put(next, idKey("91"), wanted);
    edits.addClearing({old, {next.key()}});
    QCOMPARE(edits.stateOf(*edits.clearingOf(old.key())), RangeEdits::ClearingState::Waiting);
    edits.dropDone(jobOf(RowState::Accepted, ChangeType::Upsert, next));
    edits.dropOrphanClearings({}); // another edit
    QCOMPARE(edits.clearings().size(), std::size_t(1));
    QCOMPARE(edits.stateOf(edits.clearings().front()), RangeEdits::ClearingState::Lapsed);
    edits.dropOrphanClearings({next.key()});
    QVERIFY(edits.clearings().empty());
}

void TestWaitingEdits::clearingIsShown()
{
    const auto rules = rulesOf({ruleOf({shanghai}, {tea, water})});
    auto edits = std::make_shared<RangeEdits>();
    const RangeTarget next = targetOf(*ruleOf({levelB}, {}).value, false);
    ProductEdit wanted;
    wanted.product = {Dimension::Department, SelectBy::Id, -1, "91"};
    edits->put(next, idKey("91"), wanted);
    edits->addClearing({rules->target(0), {next.key()}});
    const EditRows rows(rules, edits);
    QCOMPARE(rows.count(EditState::ToClear), 1);
    QCOMPARE(rows.edits(), 1);
    QCOMPARE(rows.undecided(), 0);
    RuleModel model;
    const QAbstractItemModelTester tester(&model, strict);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setEdits(edits);
    model.setSource(rules);
    QVERIFY(settled.wait(tests::patience));
    const QModelIndex conditions = model.index(0, static_cast<int>(RuleModel::Column::Conditions));
    QVERIFY(conditions.data(ChipRole).toString().contains(QStringLiteral("cleared")));
    model.setFacets(RuleRows::Edited);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 20000);
}

/// The page and the engine come to one digest, whatever the order of rules.
void TestWaitingEdits::digests()
{
    const RuleCustomer shop{"7", "K7", "好邻居"};
    RuleProduct other = tea;
    other.mustSell = false;
    const auto one = ruleOf({}, {tea, water}, "1", {shop});
    const auto two = ruleOf({}, {other, juice}, "2", {shop});
    const auto key = targetOf(*one.value, true).key();
    const auto digest = [&](const std::vector<ListItem<SaleRule>>& items) {
        return rulesOf(items, true)->listed(key);
    };
    QCOMPARE(digest({one, two}).digest, digest({two, one}).digest);
    QCOMPARE(digest({one, two}).products, 3);
    QVERIFY(digest({one}).digest != digest({two}).digest);
    QCOMPARE(digest({}).digest, 0U);
    const auto engine = [](std::vector<SaleRule> rules) {
        Snapshot snapshot(ChangeKind::CustomerProducts);
        snapshot.beginPass();
        RuleList page;
        page.text = std::make_shared<const std::string>();
        page.items = std::move(rules);
        snapshot.add(std::move(page));
        snapshot.completePass();
        snapshot.index();
        return TargetView(snapshot, "7").digest();
    };
    QCOMPARE(engine({*one.value, *two.value}), digest({one, two}).digest);
    // What a shared rule lists is listed for the customer, too: nothing is claimed.
    const auto shared = ruleOf({}, {juice}, "3", {{"8", "K8", "另一家"}, shop});
    QCOMPARE(digest({one, shared}).digest, 0U);
}

/// Two suppliers of one product are no repeat; what has no name is told by its id.
void TestWaitingEdits::suppliers()
{
    RuleProduct first = tea;
    first.supplyId = "501";
    first.supplyName = "供货商甲";
    RuleProduct second = tea;
    second.supplyId = "502";
    RuleProduct every = water;
    every.supplyId = "-1";
    const auto rules =
        rulesOf({ruleOf({}, {first, second, second, every}, "1", {{"7", "K7", "好邻居"}})}, true);
    QCOMPARE(rules->figures(0).distinct, 2);
    QCOMPARE(rules->figures(0).repeats, 1); // the second supplier's, which is listed twice
    const auto rows = std::make_shared<const RuleProductRows>(rules, 0);
    QCOMPARE(rows->size(), std::size_t(3));
    QVERIFY(rows->key(0) != rows->key(1));
    QCOMPARE(rows->editKey(0), rows->editKey(1));
    QVERIFY(rows->base(0).oneSupplier && !rows->base(2).oneSupplier);
    RuleProductModel model;
    const QAbstractItemModelTester tester(&model, strict);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setSource(rows);
    QVERIFY(settled.wait(tests::patience));
    const auto supplier = [&](int row) {
        return model.index(row, static_cast<int>(RuleProductModel::Column::Supplier)).data().toString();
    };
    QCOMPARE(supplier(0), QStringLiteral("供货商甲"));
    QCOMPARE(supplier(1), QStringLiteral("502"));
    QCOMPARE(supplier(2), QStringLiteral("any"));
    QVERIFY(model.index(0, static_cast<int>(RuleProductModel::Column::Product)).data(ChipRole).isNull());
    QCOMPARE(rows->edited().products, 2);
}

/// A customer may have several rules: a copy is of all of them, and says what it loses.
void TestWaitingEdits::copiedFromAllRules()
{
    const RuleCustomer shop{"7", "K7", "好邻居"};
    RuleProduct limited = tea;
    limited.supplyId = "501";
    const auto rules =
        rulesOf({ruleOf({}, {limited, water}, "1", {shop}), ruleOf({}, {water, juice}, "2", {shop}),
                 ruleOf({}, {{"99", "P", "别家", {}, {}, false, false}}, "3", {{"8", "K8", "另一家"}})},
                true);
    RangeEdits edits;
    edit(edits, rules, "92", removed);
    const std::vector<DraftProduct> products = draftProductsOf(rules, 1, edits);
    std::set<std::string> ids;
    for (const DraftProduct& product : products) {
        ids.insert(product.product.value);
        QCOMPARE(product.oneSupplier, product.product.value == "91");
    }
    QCOMPARE(ids, (std::set<std::string>{"91", "93"}));
    QCOMPARE(products.size(), std::size_t(2));
}

void TestWaitingEdits::requests()
{
    const auto rules = rulesOf({ruleOf({shanghai}, {tea, water, juice})});
    RangeEdits edits;
    QCOMPARE(edits.requests(ChangeKind::RangeProducts, 2), 0);
    for (const char* id : {"92", "93", "94"})
        edit(edits, rules, id, mustSell);
    edit(edits, rules, "91", removed);
    QCOMPARE(edits.requests(ChangeKind::RangeProducts, 2), 3);
    QCOMPARE(edits.requests(ChangeKind::RangeProducts, 200), 2);
    QCOMPARE(edits.requests(ChangeKind::CustomerProducts, 2), 0);
}

void TestWaitingEdits::draftFigures()
{
    const RangeTarget fresh{ChangeKind::RangeProducts,
                            {{Dimension::Department, SelectBy::Code, -1, "NEW"}},
                            {QStringLiteral("部门"), QStringLiteral("新")}};
    auto edits = std::make_shared<RangeEdits>();
    for (const char* id : {"91", "92"}) {
        ProductEdit wanted;
        wanted.product = {Dimension::Department, SelectBy::Id, -1, id};
        wanted.mustSell = id[1] == '1';
        wanted.isNew = true;
        edits->put(fresh, idKey(id), wanted);
    }
    const auto rules =
        std::make_shared<const RuleRows>(nullptr, std::vector<ListItem<SaleRule>>(), false, *edits);
    RuleModel model;
    QSignalSpy settled(&model, &RowModel::settled);
    model.setEdits(edits);
    model.setSource(rules);
    QVERIFY(settled.wait(tests::patience));
    const auto figure = [&](RuleModel::Column column) {
        return model.index(0, static_cast<int>(column)).data().toInt();
    };
    QCOMPARE(figure(RuleModel::Column::Products), 2);
    QCOMPARE(figure(RuleModel::Column::MustSell), 1);
    QCOMPARE(figure(RuleModel::Column::New), 2);
}

/// Two values of one name are two entries, and a rule with several values is found under each.
void TestWaitingEdits::valuesOfOneName()
{
    const RuleField one{"city_level", "城市等级", "32", "", "同名"};
    const RuleField other{"city_level", "城市等级", "33", "", "同名"};
    const RuleField both{"city_level", "城市等级", "32,34", "", "同名,一线"};
    const RuleRows rows(nullptr, {ruleOf({one}, {}, "1"), ruleOf({other}, {}, "2"), ruleOf({both}, {}, "3")},
                        false);
    const int number = static_cast<int>(Dimension::CityTier);
    const auto groups = rows.groups();
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const FacetModel::Group& g) { return g.number == number; });
    QVERIFY(group != groups.end());
    QCOMPARE(group->values.size(), std::size_t(4)); // two of one name, one, and several values
    const std::atomic<bool> never{false};
    const auto shown = [&](const QString& text) {
        const auto value = std::find_if(group->values.begin(), group->values.end(),
                                        [&](const FacetModel::Value& v) { return v.text == text; });
        RowQuery query;
        query.choices[number] = {value == group->values.end() ? 0 : value->number};
        return rows.select(query, never);
    };
    QCOMPARE(shown(QStringLiteral("同名 (32)")), (std::vector<std::uint32_t>{0, 2}));
    QCOMPARE(shown(QStringLiteral("同名 (33)")), (std::vector<std::uint32_t>{1}));
    QCOMPARE(shown(QStringLiteral("一线")), (std::vector<std::uint32_t>{2}));
}

void TestWaitingEdits::foundById()
{
    const RuleRows rows(nullptr,
                        {ruleOf({{"dept_id", "部门", "8931604275500012877", "", "上海"}},
                                {{"7300001112223334445", "P", "茶", {}, {}, false, false}})},
                        false);
    QVERIFY(rows.matcher("8931604275500012877")(0));
    QVERIFY(rows.matcher("7300001112223334445")(0));
    QVERIFY(!rows.matcher("999999")(0));
}

/// Of customers that were not asked for nothing is known: what they have is not "none".
void TestWaitingEdits::onlySomeCustomers()
{
    const auto item = ruleOf({}, {tea}, "1", {{"7", "K7", "好邻居"}});
    const std::string key = targetOf(*item.value, true).key();
    Picked stranger{SelectBy::Id, "8", "K8", "另一家"};
    RangeEdits edits;
    ProductEdit wanted;
    wanted.product = {Dimension::Department, SelectBy::Id, -1, "91"};
    edits.put(customerTarget(stranger), idKey("91"), wanted);
    const auto rules = std::make_shared<const RuleRows>(nullptr, std::vector{item}, true, edits, true,
                                                        EnabledSet(), std::set<std::string>{key});
    QVERIFY(rules->isPartial() && rules->knows(key) && !rules->knows(customerTarget(stranger).key()));
    const std::uint32_t draft = *rules->rowOf(customerTarget(stranger).key());
    QVERIFY(!RuleProductRows(rules, draft, edits.target(customerTarget(stranger).key()))
                 .baseOf(SelectBy::Id, idKey("91"))
                 .known);
    QVERIFY(RuleProductRows(rules, *rules->rowOf(key)).baseOf(SelectBy::Id, idKey("92")).known);
    // Drafts that come later change nothing of that.
    QVERIFY(RuleRows(rules, {}, true, edits).isPartial());
}

/// Who is named by code, external id or name is named by id where the catalogue knows one alone.
void TestWaitingEdits::customersByTheirIds()
{
    CatalogueNews news;
    news.add(EntryKind::Customer, {"1", "K1", "EXT1", "one", {}, EntryOrigin::Rules});
    news.add(EntryKind::Customer, {"2", "K2", "", "two", {}, EntryOrigin::Rules});
    news.add(EntryKind::Customer, {"3", "K3", "", "two", {}, EntryOrigin::Rules});
    news.add(EntryKind::Customer, {"#K4", "K4", "", "four", {}, EntryOrigin::ReferenceList});
    std::vector<Picked> customers{{SelectBy::SourceCode, "EXT1", {}, {}}, {SelectBy::Name, "two", {}, {}},
                                  {SelectBy::Code, "K4", {}, {}},         {SelectBy::Code, "K3", {}, {}},
                                  {SelectBy::Code, "K9", {}, {}},         {SelectBy::Id, "7", {}, {}},
                                  {SelectBy::Code, "K2", {}, {}}};
    resolveCustomers(customers, *Catalogue().with(news));
    const std::vector<std::pair<SelectBy, std::string>> wanted{
        {SelectBy::Id, "1"},    {SelectBy::Name, "two"}, {SelectBy::Code, "K4"}, {SelectBy::Id, "3"},
        {SelectBy::Code, "K9"}, {SelectBy::Id, "7"},     {SelectBy::Id, "2"}};
    for (std::size_t i = 0; i < customers.size(); ++i)
        QCOMPARE(std::pair(customers[i].by, customers[i].value), wanted[i]);
}

QTEST_MAIN(TestWaitingEdits)
#include "tst_waiting_edits.moc"
