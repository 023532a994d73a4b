// SPDX-License-Identifier: GPL-3.0-or-later
// Models: searching and sorting in a worker, rows replaced by difference, what cells tell.
#include "core/text.h"
#include "models/batch_rows.h"
#include "models/campaign_rows.h"
#include "models/entry_rows.h"
#include "models/job_rows.h"
#include "models/palette_model.h"
#include "models/plan_model.h"
#include "models/request_model.h"
#include "models/roles.h"
#include "models/rule_rows.h"
#include "models/sheet_models.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

/// Rows of texts; the key is the number that the text begins with.
class TextRows : public RowSource
{
public:
    explicit TextRows(std::vector<std::string> texts) : m_texts(std::move(texts)) {}
    std::size_t size() const override { return m_texts.size(); }
    std::uint64_t key(std::uint32_t row) const override { return std::stoull(m_texts[row]); }
    std::uint32_t facets(std::uint32_t row) const override { return key(row) % 2 == 0 ? 1 : 2; }
    Matcher matcher(const std::string& word) const override
    {
        return [this, word](std::uint32_t row) { return holdsFolded(m_texts[row], word); };
    }
    std::string sortKey(std::uint32_t row, int) const override { return textKey(m_texts[row].substr(2)); }
    const std::string& text(std::uint32_t row) const { return m_texts[row]; }

private:
    std::vector<std::string> m_texts;
};

class TextModel : public RowModel
{
public:
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < rowCount(); ++row)
            all << data(index(row, 0), Qt::DisplayRole).toString();
        return all;
    }
    void show(std::vector<std::string> texts)
    {
        setSource(std::make_shared<const TextRows>(std::move(texts)));
    }

protected:
    QVariant cell(std::uint32_t row, int, int role) const override
    {
        return role == Qt::DisplayRole
                   ? QVariant(toQString(static_cast<const TextRows&>(*source()).text(row)))
                   : QVariant();
    }
};

QStringList list(const char* words)
{
    return QString::fromUtf8(words).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

void settle(RowModel& model)
{
    QSignalSpy settled(&model, &RowModel::settled);
    QTRY_VERIFY(!model.isWorking());
}

std::shared_ptr<JobOutcome> outcomeOf(const std::string& csv)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write(csv.data(), static_cast<qint64>(csv.size()));
    file.close();
    auto checked = checkFile(path, {});
    if (!checked)
        return nullptr;
    auto outcome = std::make_shared<JobOutcome>();
    outcome->batch = std::move(checked->batch);
    outcome->labels = labelsOf(outcome->batch, nullptr);
    return outcome;
}

template <typename T> ListItem<T> item(T value)
{
    return {std::make_shared<const std::string>(), std::make_shared<const T>(std::move(value))};
}

SaleRule ruleOf(std::string_view id, std::string_view status, std::vector<RuleProduct> products)
{
    SaleRule rule;
    rule.id = id;
    rule.status = status;
    rule.skuNum = "3";
    rule.fields.push_back({"dept", "部门", "1", "BM01", "上海分公司"});
    rule.fields.push_back({"city_level", "城市等级", "2", "T1", "一线"});
    rule.products = std::move(products);
    return rule;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldedSearch_data();
    void foldedSearch();
    void searchAndFacets();
    void newestWishWins();
    void sortsAndUnsorts();
    void difference_data();
    void difference();
    void watchedRows();
    void selectionSurvivesDifference();
    void emptyAndNone();
    void numbersSort();
    void batchReview();
    void batchExclusion();
    void planWithReasons();
    void repeatsShareTheirFirst();
    void summaryAgreesWithPlan();
    void rules();
    void ruleReadAgainTakesItsPlace();
    void campaigns();
    void campaignsOfACustomer();
    void axisOfDates();
    void rulesByPinyin();
    void manyValues();
    void picksComeFirst();
    void matchesInCodes();
    void requests();
    void jobList();
    void sheetModels();
    void columnLetters();
};

void TestModels::foldedSearch_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("holds");
    QTest::newRow("letters of either case") << QByteArray("abc-SP10009") << QByteArray("sp100") << true;
    QTest::newRow("Chinese") << QByteArray("无糖青柠气泡水") << QByteArray("气泡") << true;
    QTest::newRow("at the end") << QByteArray("气泡水") << QByteArray("水") << true;
    QTest::newRow("longer than the text") << QByteArray("水") << QByteArray("气泡水") << false;
    QTest::newRow("not there") << QByteArray("无糖青柠") << QByteArray("苏打") << false;
    QTest::newRow("full-width colon") << QByteArray("门店号：1") << QByteArray("号:1") << true;
    QTest::newRow("full-width at first")
        << QByteArray("（新）ＡＢ－１店") << QByteArray("(新)ab-1店") << true;
    QTest::newRow("full-width letter at first") << QByteArray("店ＡＢ") << QByteArray("ab") << true;
    QTest::newRow("full-width digits") << QByteArray("１２３号") << QByteArray("23号") << true;
    QTest::newRow("not the next one") << QByteArray("ＡＢ") << QByteArray("ac") << false;
    QTest::newRow("cut within a character") << QByteArray("店\xEF\xBC") << QByteArray("!") << false;
    QTest::newRow("other signs of that block") << QByteArray("￥5") << QByteArray("￥5") << true;
    QTest::newRow("nothing") << QByteArray("x") << QByteArray() << true;
}

void TestModels::foldedSearch()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, word);
    QFETCH(const bool, holds);
    QCOMPARE(holdsFolded(text.toStdString(), word.toStdString()), holds);
}

void TestModels::searchAndFacets()
{
    TextModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({"1 apple", "2 Pear", "3 apple pear", "4 plum"});
    settle(model);
    QCOMPARE(model.rowCount(), 4);
    model.setText(QStringLiteral("PEAR"));
    settle(model);
    QCOMPARE(model.shown(), list("2 Pear|3 apple pear"));
    model.setText(QStringLiteral("apple pear")); // both words, in any order
    settle(model);
    QCOMPARE(model.shown(), list("3 apple pear"));
    model.setText({});
    model.setFacets(1);
    settle(model);
    QCOMPARE(model.shown(), list("2 Pear|4 plum"));
    model.setFacets(0);
    settle(model);
    QCOMPARE(model.rowCount(), 4);
}

void TestModels::newestWishWins()
{
    TextModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<std::string> many;
    for (int i = 0; i < 200000; ++i)
        many.push_back(std::to_string(i) + " row");
    model.show(many);
    for (const char* text : {"1", "12", "123", "1234", "12345"})
        model.setText(QLatin1String(text));
    settle(model);
    QStringList wanted;
    for (const std::string& text : many) {
        if (text.find("12345") != std::string::npos)
            wanted << toQString(text);
    }
    QCOMPARE(model.shown(), wanted);
}

void TestModels::sortsAndUnsorts()
{
    TextModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({"1 pear", "2 Apple", "3 plum"});
    model.sort(0);
    settle(model);
    QCOMPARE(model.shown(), list("2 Apple|1 pear|3 plum"));
    model.sort(0, Qt::DescendingOrder);
    settle(model);
    QCOMPARE(model.shown(), list("3 plum|1 pear|2 Apple"));
    model.sort(-1);
    settle(model);
    QCOMPARE(model.shown(), list("1 pear|2 Apple|3 plum"));
}

void TestModels::difference_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isReset");
    const auto row = [](const char* name, const char* before, const char* after, bool isReset) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << isReset;
    };
    row("the same", "1 a|2 b", "1 a|2 b", false);
    row("changed in place", "1 a|2 b", "1 a|2 B", false);
    row("added at both ends", "2 b", "1 a|2 b|3 c", false);
    row("removed in the middle", "1 a|2 b|3 c", "1 a|3 c", false);
    row("removed and added", "1 a|2 b|3 c", "1 a|4 d|3 c", false);
    row("smaller", "1 a|2 b|3 c", "2 b", false);
    row("nothing in common", "1 a|2 b", "3 c|4 d", false);
    row("another order", "1 a|2 b", "2 b|1 a", true);
    row("a key twice", "1 a|2 b", "1 a|1 b", true);
    row("to nothing", "1 a|2 b", "", true);
}

void TestModels::difference()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const bool, isReset);
    const auto texts = [](const QString& joined) {
        std::vector<std::string> all;
        for (const QString& text : joined.split(QLatin1Char('|'), Qt::SkipEmptyParts))
            all.push_back(toUtf8(text));
        return all;
    };
    TextModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(texts(before));
    settle(model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show(texts(after));
    settle(model);
    QCOMPARE(model.shown(), after.split(QLatin1Char('|'), Qt::SkipEmptyParts));
    QCOMPARE(!reset.isEmpty(), isReset);
}

/// A worker looks for the rows that a view wants to find again, so that the window need not.
void TestModels::watchedRows()
{
    TextModel model;
    model.setWatched([] { return RowModel::Keys{3, 5000}; });
    model.show({"1 a", "2 b", "3 c", "4 d"});
    settle(model);
    QCOMPARE(model.placeOf(3), std::optional(2));
    QCOMPARE(model.placeOf(5000), std::optional(-1));
    QVERIFY(!model.placeOf(4).has_value()); // not asked for: the view looks itself
}

void TestModels::selectionSurvivesDifference()
{
    TextModel model;
    model.show({"1 a", "2 b", "3 c"});
    settle(model);
    const QPersistentModelIndex kept(model.index(2, 0));
    model.show({"0 z", "1 a", "3 c", "4 d"});
    settle(model);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.data().toString(), QStringLiteral("3 c"));
    QCOMPARE(model.rowOfKey(3), 2);
    QCOMPARE(model.rowOfKey(2), -1);
}

void TestModels::emptyAndNone()
{
    TextModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({});
    settle(model);
    QCOMPARE(model.rowCount(), 0);
    model.show({"1 a"});
    settle(model);
    QCOMPARE(model.rowCount(), 1);
    model.setSource(nullptr);
    settle(model);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.totalCount(), 0U);
}

void TestModels::numbersSort()
{
    QVERIFY(numberKey(-5) < numberKey(0));
    QVERIFY(numberKey(9) < numberKey(10));
    QVERIFY(numberKey(255) < numberKey(256));
}

void TestModels::batchReview()
{
    auto outcome = outcomeOf("dept_code,product_code,product_name,is_must_sale,is_new\n"
                             "BM01,SP1,冰红茶,1,0\nBM01,SP2,苏打水,maybe,0\nBM02,SP3,薯片,0,1\n");
    QVERIFY(outcome);
    outcome->batch.rows[0].state = RowState::NotSent;
    outcome->batch.rows[0].comparison = Comparison::Changed;
    outcome->batch.rows[0].base = {true, true, false, false, false};
    outcome->batch.rows[2].state = RowState::Unchanged;
    outcome->batch.rows[2].comparison = Comparison::Same;
    outcome->batch.rows[2].base = {true, true, false, true, false};
    const auto rows = std::make_shared<const BatchRows>(outcome, BatchRows::View::Review);
    QCOMPARE(rows->count(ChangedFacet), 1);
    QCOMPARE(rows->count(RefusedFacet), 1);
    QCOMPARE(rows->count(SameFacet), 1);
    BatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(rows);
    settle(model);
    using Column = BatchModel::Column;
    const auto at = [&](int row, Column column, int role = Qt::DisplayRole) {
        return model.index(row, static_cast<int>(column)).data(role);
    };
    QCOMPARE(at(0, Column::Change, BeforeRole).toString(), QStringLiteral("not must-sell"));
    QCOMPARE(at(0, Column::Change, AfterRole).toString(), QStringLiteral("must-sell"));
    QCOMPARE(at(0, Column::Include, OnRole).toBool(), true);
    QCOMPARE(at(0, Column::Product).toString(), QString::fromUtf8("冰红茶"));
    // A refused row shows what the sheet says, and why it is refused.
    QVERIFY(!at(1, Column::Include, OnRole).isValid());
    QCOMPARE(at(1, Column::Target).toString(), QStringLiteral("BM01"));
    QCOMPARE(at(1, Column::Code).toString(), QStringLiteral("SP2"));
    QVERIFY(at(1, Column::Change).toString().contains(QStringLiteral("yes or no")));
    QVERIFY(at(2, Column::Change).toString().contains(QStringLiteral("already")));
    model.setText(QStringLiteral("薯片"));
    settle(model);
    QCOMPARE(model.rowCount(), 1);
    model.setText(QStringLiteral("yes or no")); // reasons are found, too
    settle(model);
    QCOMPARE(model.rowCount(), 1);
    model.setText({});
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, Qt::DescendingOrder);
        settle(model);
        QCOMPARE(model.rowCount(), 3);
    }
}

void TestModels::batchExclusion()
{
    auto outcome = outcomeOf("dept_code,product_code,is_must_sale,is_new\nBM01,SP1,1,0\nBM01,SP2,1,0\n");
    QVERIFY(outcome);
    for (Row& row : outcome->batch.rows) {
        row.state = RowState::NotSent;
        row.comparison = Comparison::New;
    }
    BatchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(std::make_shared<const BatchRows>(outcome, BatchRows::View::Review));
    settle(model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setSource(std::make_shared<const BatchRows>(
        outcome, BatchRows::View::Review, std::vector<RowState>{RowState::NotSent, RowState::Excluded}));
    settle(model);
    QVERIFY(reset.isEmpty()); // the same rows in other states: nothing moves
    QCOMPARE(model.rows()->count(ExcludedFacet), 1);
    QCOMPARE(model.index(1, 0).data(OnRole).toBool(), false);
}

void TestModels::repeatsShareTheirFirst()
{
    auto outcome = outcomeOf("dept_code,product_code,is_must_sale,is_new\nBM01,SP1,1,0\nBM01,SP1,1,0\n");
    QVERIFY(outcome);
    QCOMPARE(outcome->batch.rows[1].primary, 0U);
    outcome->batch.rows[0].state = RowState::Verified;
    const BatchRows rows(outcome, BatchRows::View::Result);
    QCOMPARE(rows.state(1), RowState::Verified);
    QCOMPARE(rows.count(VerifiedFacet), 2);
}

void TestModels::summaryAgreesWithPlan()
{
    std::string csv = "dept_code,product_code,is_must_sale,is_new\n";
    for (int row = 0; row < 700; ++row)
        csv += "BM0" + std::to_string(row % 3) + ",SP" + std::to_string(row / 2) + ",1,0\n";
    auto outcome = outcomeOf(csv);
    QVERIFY(outcome);
    std::vector<RowState> states;
    for (Row& row : outcome->batch.rows) {
        row.state = row.line % 5 == 0 ? RowState::Excluded : RowState::NotSent;
        states.push_back(row.state);
    }
    const PlanSummary summary = summarisePlan(outcome->batch, states, 50);
    QCOMPARE(summary.requests, static_cast<std::int64_t>(planRequests(outcome->batch, 50).size()));
    QCOMPARE(summary.targets, 3);
    QCOMPARE(summary.rows, 560);
    QCOMPARE(summary.removals, 0);
}

void TestModels::planWithReasons()
{
    std::string csv = "dept_code,product_code,is_must_sale,is_new\n";
    for (int row = 0; row < 7; ++row)
        csv += "BM01,SP" + std::to_string(row) + ",1,0\n";
    auto outcome = outcomeOf(csv);
    QVERIFY(outcome);
    std::vector<RowState> states(outcome->batch.rows.size(), RowState::NotSent);
    states[6] = RowState::Excluded;
    for (int row = 4; row < 6; ++row)
        outcome->batch.rows[static_cast<std::size_t>(row)].type = ChangeType::Delete;
    Target& target = outcome->batch.targets.front();
    target.conditions = {{Dimension::Department, SelectBy::Code, "BM01"}};
    for (ProductRef& product : outcome->batch.products) {
        product.by = SelectBy::Code;
        product.value = product.cells.front().value;
    }
    PlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(makeReviewedPlan(outcome, states, 3));
    QCOMPARE(model.rowCount(), 3); // four to add in two, two to remove
    const auto text = [&model](int row, PlanModel::Column column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, PlanModel::Column::Rows), QStringLiteral("3"));
    QVERIFY(text(1, PlanModel::Column::Reason).contains(QStringLiteral("2 of 2")));
    QVERIFY(text(2, PlanModel::Column::Reason) != text(0, PlanModel::Column::Reason));
    // The body is the one that would be sent, without what was excluded.
    QVERIFY(model.bodyOf(0).contains(QStringLiteral("\"dept_code\": \"BM01\"")));
    QVERIFY(model.bodyOf(0).contains(QStringLiteral("SP0")));
    QVERIFY(model.bodyOf(2).contains(QStringLiteral("\"opt_type\": \"1\"")));
    for (int row = 0; row < 3; ++row)
        QVERIFY(!model.bodyOf(row).contains(QStringLiteral("SP6")));
    QVERIFY(model.bodyOf(3).isEmpty());
    model.setPlan(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::rules()
{
    const auto rows = std::make_shared<const RuleRows>(
        nullptr,
        std::vector{item(ruleOf("1", "1",
                                {{"p1", "SP1", "冰红茶", "", "", true, false},
                                 {"p1", "SP1", "冰红茶", "", "", false, false}})),
                    item(ruleOf("2", "0", {}))},
        false);
    QCOMPARE(rows->size(), 2U);
    QCOMPARE(rows->figures(0).distinct, 1);
    QCOMPARE(rows->figures(0).repeats, 1);
    QCOMPARE(rows->figures(0).missing, 2);
    QVERIFY(rows->products(0)[0].conflicting);
    QCOMPARE(rows->count(RuleRows::Deleted), 1);
    RuleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(rows);
    model.setText(QString::fromUtf8("上海 冰红茶"));
    settle(model);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 1).data().toString().contains(QString::fromUtf8("上海分公司")));
    RuleProductModel products;
    const QAbstractItemModelTester productTester(&products,
                                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
    products.setSource(std::make_shared<const RuleProductRows>(rows, 0));
    settle(products);
    QCOMPARE(products.rowCount(), 1);
    const int product = static_cast<int>(RuleProductModel::Column::Product);
    QVERIFY(products.index(0, product).data(ChipRole).toString().contains(QLatin1Char('2')));
}

void TestModels::ruleReadAgainTakesItsPlace()
{
    const auto first = std::make_shared<const RuleRows>(
        nullptr, std::vector{item(ruleOf("1", "1", {})), item(ruleOf("2", "1", {}))}, false);
    const RuleRows second(first, {item(ruleOf("1", "0", {})), item(ruleOf("3", "1", {}))}, false);
    QCOMPARE(second.size(), 3U);
    QCOMPARE(second.rule(0).status, "0");
    QCOMPARE(second.key(0), first->key(0));
    QCOMPARE(second.rule(2).id, "3");
}

void TestModels::campaigns()
{
    Campaign campaign;
    campaign.code = "HD1";
    campaign.name = "夏日陈列";
    campaign.eventStatus = "1";
    campaign.startDate = "2026-11-01";
    campaign.endDate = "2026-12-01";
    campaign.departments.push_back({"1", "BM", "华东大区", "", ""});
    for (const char* id : {"1", "2", "3", "4"})
        campaign.notified.push_back({id, "", "", "", ""});
    campaign.registered = {{"1", "", "", "", ""}, {"1", "K1", "", "", ""}}; // one customer, told twice
    CampaignModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Campaign odd = campaign;
    odd.code = "HD2";
    odd.eventStatus = "9";
    odd.notified.clear();
    model.setSource(std::make_shared<const CampaignRows>(nullptr, std::vector{item(campaign), item(odd)}));
    settle(model);
    using Column = CampaignModel::Column;
    QCOMPARE(model.index(0, static_cast<int>(Column::Rate)).data(FractionRole).toDouble(), 0.25);
    QVERIFY(model.index(1, static_cast<int>(Column::Rate)).data(FractionRole).toDouble() < 0);
    QCOMPARE(model.index(1, static_cast<int>(Column::State)).data().toString(), QStringLiteral("9"));
    QCOMPARE(model.index(0, static_cast<int>(Column::Registered)).data().toInt(), 1);
    for (const char* word : {"华东", "bm", "2026-12", "夏日"}) {
        model.setText(QString::fromUtf8(word));
        settle(model);
        QCOMPARE(model.rowCount(), 2);
    }
    // Today is on the axis where it is near.
    const QDate day(2026, 6, 1);
    using Span = std::pair<QDate, QDate>;
    QCOMPARE(withToday({day, day.addDays(9)}, day.addDays(15)), (Span{day, day.addDays(15)}));
    QCOMPARE(withToday({day, day.addDays(9)}, day.addDays(-3)), (Span{day.addDays(-3), day.addDays(9)}));
    QCOMPARE(withToday({day, day.addDays(9)}, day.addDays(60)), (Span{day, day.addDays(9)}));
    model.setFacets(CampaignRows::Online);
    settle(model);
    QCOMPARE(model.rowCount(), 1);
}

/// customer: looks into the three lists, in either language and however wide the colon is.
void TestModels::campaignsOfACustomer()
{
    Campaign first;
    first.code = "HD1";
    first.name = "夏日陈列";
    first.covered = {{"9001", "KH000009", "新街口便利店", "CRM-9", {}}};
    Campaign second;
    second.code = "HD2";
    second.name = "新街口专场"; // named like the shop, which is in none of its lists
    second.registered = {{"9002", "KH000010", "Corner Shop", {}, {}}};
    CampaignModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(std::make_shared<const CampaignRows>(nullptr, std::vector{item(first), item(second)}));
    settle(model);
    const auto found = [&](const char* text) {
        model.setText(QString::fromUtf8(text));
        settle(model);
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, static_cast<int>(CampaignModel::Column::Name)).data().toString();
        return names.join(QLatin1Char(','));
    };
    QCOMPARE(found("新街口"), QStringLiteral("新街口专场"));
    for (const char* text : {"customer:新街口", "客户:新街口", "客户：新街口", "customer:kh000009",
                             "Customer:9001", "customer:crm-9", "customer:新街口 夏日"})
        QCOMPARE(found(text), QStringLiteral("夏日陈列"));
    QCOMPARE(found("customer:corner"), QStringLiteral("新街口专场"));
    QCOMPARE(found("customer:nobody"), QString());
    QCOMPARE(found("customer:"), QStringLiteral("夏日陈列,新街口专场")); // not typed to its end yet
}

/// One that never ends does not make all others a dot.
void TestModels::axisOfDates()
{
    const QDate today(2026, 6, 1);
    const auto near = [&](int days) { return std::pair(today.addDays(days), today.addDays(days + 60)); };
    using Span = std::pair<QDate, QDate>;
    const CampaignDays usual{near(-100), near(-20), near(10)};
    QCOMPARE(axisOf(usual, today), (Span{today.addDays(-100), today.addDays(70)}));
    CampaignDays open = usual;
    open.emplace_back(today.addDays(-30), QDate(9999, 12, 31));
    QCOMPARE(axisOf(open, today), (Span{today.addDays(-100), today.addYears(3)}));
    open.emplace_back(QDate(1, 1, 1), today);
    const Span both = axisOf(open, today);
    QVERIFY(both.first >= today.addYears(-30) && both.second == today.addYears(3));
    // All of them open, and one alone.
    const CampaignDays allOpen(40, {today.addDays(-3), QDate(9999, 12, 31)});
    QCOMPARE(axisOf(allOpen, today), (Span{today.addDays(-3), today.addYears(3)}));
    QCOMPARE(axisOf({allOpen.front()}, today), (Span{today.addDays(-3), today.addYears(3)}));
    // Long ago: still an axis.
    const Span old = axisOf({{QDate(1900, 1, 1), QDate(1980, 1, 1)}}, today);
    QVERIFY(old.first.isValid() && old.first < old.second);
    QVERIFY(!axisOf({}, today).first.isValid());
    // Among many the odd one out is cut, and history is kept.
    CampaignDays many;
    for (int i = 0; i < 100; ++i)
        many.push_back(near(-36 * i));
    many.emplace_back(QDate(1970, 1, 1), QDate(1970, 2, 1));
    const Span whole = axisOf(many, today);
    QVERIFY(whole.first > QDate(2010, 1, 1) && whole.first < QDate(2018, 1, 1));
    // On the axis of the table, what goes beyond it says so.
    Campaign endless;
    endless.code = "HD";
    endless.startDate = today.addDays(-3).toString(Qt::ISODate).toStdString();
    endless.endDate = "9999-12-31";
    CampaignModel model;
    const std::string start = QDate::currentDate().addDays(-3).toString(Qt::ISODate).toStdString();
    endless.startDate = start;
    model.setSource(std::make_shared<const CampaignRows>(nullptr, std::vector{item(endless)}));
    settle(model);
    const QVariantList span =
        model.index(0, static_cast<int>(CampaignModel::Column::Dates)).data(SpanRole).toList();
    QCOMPARE(span.size(), 3);
    QVERIFY(span[0].toDouble() >= 0 && span[1].toDouble() > 1 && span[2].toDouble() < 0.1);
}

void TestModels::rulesByPinyin()
{
    const auto rule = [](const char* id, const char* value, const char* code) {
        SaleRule made;
        made.id = id;
        made.status = "1";
        made.fields = {{"dept_id", "部门", "1", code, value}};
        return made;
    };
    const std::vector items{item(rule("8930212674401593001", "华东大区", "HD")),
                            item(rule("8930212674401593002", "重庆营业所", "CQ")),
                            item(rule("8930212674401593003", "华北大区", "HB"))};
    const auto rows = std::make_shared<const RuleRows>(nullptr, items, false);
    const RuleIndex index(rows);
    const std::atomic<bool> goesOn{false};
    const auto found = [&](const char* text) {
        QStringList names;
        for (const std::uint32_t row : index.find(QString::fromUtf8(text), goesOn))
            names << toQString(rows->rule(row).id).right(1);
        names.sort();
        return names.join(QString());
    };
    QCOMPARE(found("chongqing"), QStringLiteral("2"));
    QCOMPARE(found("cqyys"), QStringLiteral("2"));
    QCOMPARE(found("zq"), QStringLiteral("2")); // the other reading
    QCOMPARE(found("huadong"), QStringLiteral("1"));
    QCOMPARE(found("大区"), QStringLiteral("13"));
    QCOMPARE(found("hb"), QStringLiteral("3"));
    QCOMPARE(found("593003"), QStringLiteral("3"));
    QCOMPARE(found("0"), QStringLiteral("123")); // in their ids, and not in the numbers of their rows
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ReadRules known{std::make_shared<const RuleIndex>(rows), nullptr};
    model.setHits(findAnything(EntryList(), Catalogue(), QStringLiteral("chongqing"), goesOn, known));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.hit(0).rule, std::optional(rows->key(1)));
    model.setHits(findAnything(EntryList(), Catalogue(), QStringLiteral("nothing"), goesOn, known));
    QCOMPARE(model.rowCount(), 0);
}

namespace {

EntryList listOf(int count)
{
    std::vector<CatalogueEntry> entries;
    for (int i = 0; i < count; ++i) {
        CatalogueEntry entry;
        entry.id = std::to_string(8930212674401590000ULL + static_cast<std::uint64_t>(i));
        entry.code = "KH" + std::to_string(1000 + i);
        entry.sourceCode = "CRM-" + std::to_string(i);
        entry.name = "客户" + std::to_string(i);
        entry.attributes = {{"street", "Street " + std::to_string(i % (count - 1))},
                            {"kind", i % 2 == 0 ? "A" : "B"}};
        entries.push_back(std::move(entry));
    }
    return {EntryList(), std::move(entries)};
}

} // namespace

/// An attribute of very many values is offered all the same: the most frequent, and the rest by typing.
void TestModels::manyValues()
{
    QVERIFY(!hasManyValues(listOf(100)));
    const EntryList list = listOf(700);
    QVERIFY(hasManyValues(list));
    FacetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGroups(attributeGroups(list));
    QCOMPARE(model.rowCount(), 2);
    const auto group = [&](const char* name) {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString().startsWith(QLatin1String(name)))
                return model.index(row, 0);
        }
        return QModelIndex();
    };
    QCOMPARE(model.rowCount(group("street")), 500);
    QVERIFY(group("street").data().toString() != QStringLiteral("street")); // it says that there are more
    QCOMPARE(group("street").data(CaptionRole).toString(), QStringLiteral("699"));
    QCOMPARE(model.index(0, 0, group("street")).data().toString(), QStringLiteral("Street 0")); // of two
    QCOMPARE(group("kind").data().toString(), QStringLiteral("kind"));
    model.setText(QStringLiteral("Street 69"));
    QCOMPARE(model.rowCount(group("street")), 10); // 69, 690 to 698
    model.toggle(model.index(9, 0, group("street")));
    model.setText({});
    QCOMPARE(model.rowCount(group("street")), 501); // what is chosen stays in sight
    QCOMPARE(model.chosenCount(), 1);
}

void TestModels::picksComeFirst()
{
    const auto list = std::make_shared<const EntryList>(listOf(10));
    const auto id = [&](std::uint32_t entry) { return std::string(list->id(entry)); };
    Picks picks;
    picks.use(EntryKind::Customer, {id(7)});
    picks.use(EntryKind::Customer, {id(4)});
    picks.setFavourite(EntryKind::Customer, {id(2), id(4)}, true);
    const EntryRows rows(list, EntryKind::Customer, picks, true);
    const RowSource::Abandon goesOn{false};
    QCOMPARE(rows.select({}, goesOn), (std::vector<std::uint32_t>{4, 7, 2, 0, 1, 3, 5, 6, 8, 9}));
    RowQuery typed;
    typed.text = QStringLiteral("KH100");
    QCOMPARE(rows.select(typed, goesOn).front(), 0U);
    const EntryRows plain(list, EntryKind::Customer, picks);
    QCOMPARE(plain.select({}, goesOn).front(), 0U);
}

void TestModels::matchesInCodes()
{
    EntryModel model;
    model.setUp(nullptr, 0);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(std::make_shared<const EntryRows>(std::make_shared<const EntryList>(listOf(10))));
    settle(model);
    const auto matches = [&](const char* text, EntryModel::Column column) {
        model.setText(QString::fromUtf8(text));
        settle(model);
        return model.rowCount() == 1 ? model.index(0, static_cast<int>(column)).data(MatchRole).toList()
                                     : QVariantList{-1};
    };
    using Column = EntryModel::Column;
    QCOMPARE(matches("h1003", Column::Code), (QVariantList{1, 5}));
    QCOMPARE(matches("crm-3", Column::SourceCode), (QVariantList{0, 5}));
    QCOMPARE(matches("crm-3", Column::Code), QVariantList());
    QCOMPARE(matches("4401590003", Column::Id), (QVariantList{9, 10}));
    QCOMPARE(matches("客户3", Column::Name), (QVariantList{0, 3}));
    QCOMPARE(matches("ＣＲＭ－3", Column::SourceCode), (QVariantList{0, 5}));
}

void TestModels::requests()
{
    RequestModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto now = std::chrono::steady_clock::now();
    const auto move = [&](std::int64_t sequence, RequestState state, int after) {
        RequestMove moved;
        moved.request.sequence = sequence;
        moved.request.state = state;
        moved.request.rows = {1, 2, 3};
        moved.at = now + std::chrono::milliseconds(after);
        return moved;
    };
    model.begin(nullptr);
    model.take({move(1, RequestState::Intended, 0), move(2, RequestState::Intended, 0)});
    QCOMPARE(model.rowCount(), 2);
    model.take({move(1, RequestState::Accepted, 500), move(2, RequestState::Rejected, 700),
                move(3, RequestState::Intended, 700)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, static_cast<int>(RequestModel::Column::Took)).data().toString(),
             QStringLiteral("0.50 s"));
    QCOMPARE(model.count(RequestModel::Filter::Rejected), 1);
    model.setFilter(RequestModel::Filter::Rejected);
    QCOMPARE(model.rowCount(), 1);
    model.take(
        {move(3, RequestState::Rejected, 900), move(2, RequestState::Applied, 950)}); // one comes, one goes
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("#3"));
    model.setFilter(RequestModel::Filter::All);
    QCOMPARE(model.rowCount(), 3);
    model.begin(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::jobList()
{
    std::vector<JobRecord> jobs(3);
    jobs[0].id = 3;
    jobs[0].file = QStringLiteral("/a/双十二.csv");
    jobs[0].kind = QStringLiteral("range-products");
    jobs[0].state = JobState::Done;
    jobs[0].counts.planned = 10;
    jobs[0].counts.verified = 9;
    jobs[1].id = 2;
    jobs[1].state = JobState::Interrupted;
    jobs[1].counts.notSent = 7;
    jobs[2].id = 1;
    jobs[2].state = JobState::Draft;
    JobModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(std::make_shared<const JobRows>(jobs));
    settle(model);
    QCOMPARE(model.index(0, 0).data().toString(), QString::fromUtf8("双十二.csv"));
    QCOMPARE(model.index(0, 0).data(CaptionRole).toString(), QStringLiteral("90.0%"));
    QVERIFY(model.index(1, 0).data(CaptionRole).toString().contains(QLatin1Char('7')));
    model.setRunning(2, 0.5, false);
    QCOMPARE(model.index(1, 0).data(FractionRole).toDouble(), 0.5);
    model.setText(QStringLiteral("#1"));
    settle(model);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(livingState(JobState::Running, false), JobState::Interrupted);
    QCOMPARE(livingState(JobState::Running, true), JobState::Running);
    QCOMPARE(livingState(JobState::Draft, false), JobState::Draft);
}

void TestModels::sheetModels()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("dept_code,product_code,colour,empty\nBM01,SP1,red,\nBM02,SP2,,\n");
    file.close();
    const auto inspection = std::make_shared<const SheetInspection>(inspectSheet(path, {}));
    QCOMPARE(inspection->rows, 2U);
    QVERIFY(inspection->problem);
    QCOMPARE(inspection->likelyKind, ChangeKind::RangeProducts);
    ColumnModel columns;
    const QAbstractItemModelTester tester(&columns, QAbstractItemModelTester::FailureReportingMode::QtTest);
    columns.setInspection(inspection);
    QCOMPARE(columns.rowCount(), 4);
    QCOMPARE(columns.count(ColumnModel::ColumnState::Matched), 2);
    QCOMPARE(columns.count(ColumnModel::ColumnState::Unknown), 1);
    QCOMPARE(columns.count(ColumnModel::ColumnState::Empty), 1);
    // A meaning is dragged to another column of the file, never to where it is, and never anything else.
    const QModelIndex colour = columns.index(2, 0);
    const std::unique_ptr<QMimeData> product(columns.mimeData({columns.index(1, 1)}));
    QVERIFY(product && columns.mimeData({colour}) == nullptr); // it means nothing
    QVERIFY(columns.canDropMimeData(product.get(), Qt::CopyAction, -1, -1, colour));
    QVERIFY(!columns.canDropMimeData(product.get(), Qt::CopyAction, -1, -1, columns.index(1, 0)));
    QVERIFY(!columns.canDropMimeData(product.get(), Qt::CopyAction, 2, 0, {}));
    QMimeData foreign;
    foreign.setData(DraggedRole::mimeType(), "no such role\nx");
    QVERIFY(!columns.canDropMimeData(&foreign, Qt::CopyAction, -1, -1, colour));
    QSignalSpy dropped(&columns, &ColumnModel::roleDropped);
    QVERIFY(!columns.dropMimeData(product.get(), Qt::MoveAction, -1, -1, colour));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].value<DraggedRole>().role, QStringLiteral("product_code"));
    QCOMPARE(dropped[0][0].value<DraggedRole>().from, QStringLiteral("product_code"));
    QCOMPARE(dropped[0][1].toInt(), 2);
    FreeRoleModel free;
    const QAbstractItemModelTester freeTester(&free, QAbstractItemModelTester::FailureReportingMode::QtTest);
    free.setRoles({ColumnRole{ColumnRole::Field::IsNew}});
    QCOMPARE(free.rowCount(), 1);
    const std::unique_ptr<QMimeData> fresh(free.mimeData({free.index(0)}));
    QVERIFY(columns.canDropMimeData(fresh.get(), Qt::CopyAction, -1, -1, colour));
    SheetPreviewModel preview;
    const QAbstractItemModelTester previewTester(&preview,
                                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
    preview.setInspection(inspection);
    QCOMPARE(preview.rowCount(), 2);
    QCOMPARE(preview.columnCount(), 5);
    QCOMPARE(preview.index(1, 2).data().toString(), QStringLiteral("SP2"));
    ImportOptions options;
    options.sheet.ignoredColumns << QStringLiteral("colour");
    QVERIFY(inspectSheet(path, options).checked);
}

void TestModels::columnLetters()
{
    QCOMPARE(columnLetter(0), QStringLiteral("A"));
    QCOMPARE(columnLetter(25), QStringLiteral("Z"));
    QCOMPARE(columnLetter(26), QStringLiteral("AA"));
    QCOMPARE(columnLetter(701), QStringLiteral("ZZ"));
    QCOMPARE(columnLetter(702), QStringLiteral("AAA"));
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
