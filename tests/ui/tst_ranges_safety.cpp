// SPDX-License-Identifier: GPL-3.0-or-later
// Sale ranges in the window where others are at work, where the server tells little, and where much is
// chosen.
#include "common/dialogs.h"
#include "core/language.h"
#include "core/text.h"
#include "demo/demo_data.h"
#include "pickers/picker_dialog.h"
#include "range_room.h"
#include "ranges/edits_dialog.h"
#include "ranges/explain_dialog.h"
#include "ranges/reach_dialog.h"
#include "ranges/rule_detail.h"
#include "ranges/tree_editor.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace rangedesk;
using tests::editableRow;
using tests::productsOf;
using Room = tests::RangeRoom;
using tests::currentRow;
using tests::modelOf;
using tests::settled;

namespace {

constexpr int longWait = 20000;

/// What the visible notes and labels below a widget say.
QString shownTexts(const QWidget* widget)
{
    QStringList all;
    for (const auto* label : widget->findChildren<QLabel*>()) {
        if (label->isVisible())
            all << label->text();
    }
    return all.join(QLatin1Char('\n'));
}

QPushButton* visibleButton(const QWidget* widget, const QString& text)
{
    for (auto* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith(text))
            return button;
    }
    return nullptr;
}

/// Somebody else's write to the range of a rule with one condition.
void writeElsewhere(Room& room, const SaleRule& rule, const char* operation, const std::string& more)
{
    std::string body = "{";
    for (const RuleField& field : rule.fields)
        body += (body.size() > 1 ? ",\"" : "\"") +
                std::string(dimensionPrefix(*dimensionOfFilterCode(field.filterCode))) + "_id\":\"" +
                std::string(field.selectedId) + '"';
    room.server.edit(operation, body + more + '}');
}

/// A copy of a rule that outlives the rows.
struct KeptRule
{
    std::shared_ptr<const RuleRows> rows;
    const SaleRule& rule;
};

KeptRule kept(ui::RangePage* page)
{
    const auto rows = modelOf(page)->rows();
    return {rows, rows->rule(currentRow(page))};
}

/// Another condition for the current rule, applied in the tree editor.
bool addCondition(Room& room)
{
    return room.inDialog<ui::TreeEditor>(
        [&] { room.key(Qt::Key_F2); },
        [&](ui::TreeEditor& editor) {
            auto* apply = editor.findChild<QPushButton*>(QStringLiteral("tree.apply"));
            ConditionTree tree = editor.tree();
            for (int d = 0; d < dimensionCount; ++d) {
                const auto dimension = static_cast<Dimension>(d);
                const auto catalogue = room.desk->catalogue();
                const EntryList& values = catalogue->of(dimension);
                if (tree.branch(dimension) == nullptr && dimension != Dimension::ChainBrand &&
                    values.size() > 0 && tree.branches.size() < 3)
                    tree.branches.push_back({dimension, {{SelectBy::Id, std::string(values.id(0))}}});
            }
            QGuiApplication::clipboard()->setText(treeText(tree));
            editor.findChild<QTreeView*>()->setFocus();
            room.key(Qt::Key_V, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), longWait);
            apply->click();
        });
}

bool reviewSample(Room& room, const char* sample)
{
    ui::BulkPage* bulk = room.window->bulk();
    room.window->goTo(ui::MainWindow::Place::Bulk);
    bulk->openSample(sample);
    if (!QTest::qWaitFor([bulk] { return bulk->matchStep()->inspection() != nullptr; }, longWait))
        return false;
    bulk->goOn();
    bulk->reviewOrPost();
    return QTest::qWaitFor(
        [bulk] { return bulk->step() == ui::BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
        longWait);
}

} // namespace

class TestRangesSafety : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup() { ui::dialogs() = m_dialogs; }
    void onlyByCustomer_data();
    void onlyByCustomer();
    void answersWithoutOwnRanges();
    void basketBeforeAReading();
    void basketAndFailure();
    void basketsInTurn();
    void newRangeTakenBack();
    void clearedByOthersMeanwhile();
    void ruleGoneWhileEdited();
    void plannedClearingIsListed();
    void tooManyChosen();
    void allDiscarded();
    void effectOfASheet();
    void comparisonsTeach();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestRangesSafety::onlyByCustomer_data()
{
    QTest::addColumn<QString>("flag");
    QTest::newRow("refused without a customer") << QStringLiteral("need-customer=on");
    QTest::newRow("rules without their customers") << QStringLiteral("no-customers=on");
}

/// Customers are picked first; their ranges are read one by one, edited and posted.
void TestRangesSafety::onlyByCustomer()
{
    QFETCH(const QString, flag);
    Room room;
    QVERIFY(room.server.set(toUtf8(flag)));
    ui::RangePage* page = room.page(true);
    page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(
        !page->isReading() && shownTexts(page).contains(QStringLiteral("Pick the customers")), longWait);
    QVERIFY(shownTexts(page).simplified().contains(QStringLiteral("one customer at a time")));
    QVERIFY(page->rules() == nullptr);
    const demo::DemoData data = demo::seedData();
    const auto rule = std::find_if(data.customerRules.begin(), data.customerRules.end(),
                                   [](const auto& one) { return !one.deleted && one.customers.size() == 1; });
    const auto& customer = data.customers[rule->customers.front()];
    const Picked stranger{SelectBy::Id, "9111222333444555666", "KH-NEW", "新客户"};
    page->setBasket({{SelectBy::Id, customer.id, customer.code, customer.name}, stranger});
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && page->rules() && modelOf(page)->rowCount() > 0, longWait);
    const auto rows = page->rules();
    QVERIFY(rows->isPartial());
    for (std::uint32_t row = 0; row < rows->size(); ++row) {
        QCOMPARE(rows->rule(row).customers.front().id, std::string_view(customer.id));
        QVERIFY(rows->figures(row).readOnly != ReadOnly::NoCondition);
    }
    // An edit of it is posted and verified, and read again after that.
    Room::tableOf(page)->goToRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(page->detail()->canEdit(), longWait);
    QVERIFY(settled(page));
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    room.key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(Room::button(page, "review")->isVisible(), longWait);
    page->review();
    QVERIFY(room.post());
    QCOMPARE(room.counts().verified, 1);
}

/// Explain reads the one customer's own range; where-sold answers by condition and says so.
void TestRangesSafety::answersWithoutOwnRanges()
{
    Room room;
    QVERIFY(room.server.set("need-customer=on"));
    ui::RangePage* page = room.read();
    const demo::DemoData data = demo::seedData();
    const auto rule = std::find_if(data.customerRules.begin(), data.customerRules.end(),
                                   [](const auto& one) { return !one.deleted && one.customers.size() == 1; });
    const auto& customer = data.customers[rule->customers.front()];
    QVERIFY(room.inDialog<ui::ExplainDialog>(
        [&] { room.key(Qt::Key_E, Qt::ControlModifier); },
        [&](ui::ExplainDialog& dialog) {
            dialog.setCustomer({SelectBy::Id, customer.id, customer.code, customer.name});
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rows() && dialog.model()->rows()->answer().ownRules > 0,
                                     longWait);
            QVERIFY(!shownTexts(&dialog).contains(QStringLiteral("own range is not known")));
            dialog.reject();
        }));
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    QVERIFY(room.inDialog<ui::ReachDialog>(
        [&] { page->detail()->askWhere(); },
        [&](ui::ReachDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(shownTexts(&dialog).contains(QStringLiteral("by condition alone")),
                                     longWait);
            QVERIFY(!shownTexts(&dialog).contains(QStringLiteral("could not be read")));
            dialog.reject();
        }));
}

/// What was not read is not "none": it is read first, and external ids are found through the catalogue.
void TestRangesSafety::basketBeforeAReading()
{
    Room room;
    const demo::DemoData data = demo::seedData();
    const auto rule = std::find_if(data.customerRules.begin(), data.customerRules.end(),
                                   [](const auto& one) { return !one.deleted && one.customers.size() == 1; });
    const auto& customer = data.customers[rule->customers.front()];
    CatalogueNews news;
    news.add(EntryKind::Customer,
             {customer.id, customer.code, "EXT-1", customer.name, {}, EntryOrigin::ReferenceList});
    room.desk->catalogueKeeper().learn(std::move(news));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Customer).size() > 0, longWait);
    ui::RangePage* page = room.page(true);
    page->setBasket({{SelectBy::SourceCode, "EXT-1", customer.code, customer.name}});
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && page->rules(), longWait);
    QTRY_VERIFY_WITH_TIMEOUT(!modelOf(page)->isWorking() && modelOf(page)->rowCount() > 0, longWait);
    for (int row = 0; row < modelOf(page)->rowCount(); ++row)
        QCOMPARE(modelOf(page)->rows()->rule(modelOf(page)->sourceRow(row)).customers.front().id,
                 std::string_view(customer.id));
    QTRY_VERIFY2_WITH_TIMEOUT(shownTexts(page).contains(QStringLiteral("1 have a range of their own")),
                              qPrintable(shownTexts(page)), longWait);
}

/// That only some customers are shown, and that a reading failed, are told side by side.
void TestRangesSafety::basketAndFailure()
{
    Room room;
    ui::RangePage* page = room.read(true);
    const RuleCustomer& customer = modelOf(page)->rows()->rule(modelOf(page)->sourceRow(0)).customers.front();
    const Picked byName{SelectBy::Name, std::string(customer.name), {}, std::string(customer.name)};
    page->setBasket({byName});
    QTRY_VERIFY_WITH_TIMEOUT(shownTexts(page).contains(QStringLiteral("Only the 1 picked customers")),
                             longWait);
    QVERIFY(room.server.set("fault=refuse:getSaleRangeCusPds:-1:0:没有权限"));
    page->readEverything();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), longWait);
    QTRY_VERIFY_WITH_TIMEOUT(shownTexts(page).contains(QStringLiteral("没有权限")), longWait);
    // The narrowing that follows each reading takes nothing away.
    page->setBasket({byName});
    QTRY_VERIFY_WITH_TIMEOUT(shownTexts(page).contains(QStringLiteral("1 have a range of their own")),
                             longWait);
    QVERIFY2(shownTexts(page).contains(QStringLiteral("没有权限")), qPrintable(shownTexts(page)));
    page->dropBasket();
    QVERIFY(!shownTexts(page).contains(QStringLiteral("Only the 1 picked customers")));
    QVERIFY(shownTexts(page).contains(QStringLiteral("没有权限"))); // that is still so
}

/// Customers that were picked by code are looked for beside the window, and who is picked last counts.
void TestRangesSafety::basketsInTurn()
{
    Room room;
    const demo::DemoData data = demo::seedData();
    std::vector<const demo::CustomerData*> owners;
    CatalogueNews news;
    for (const auto& rule : data.customerRules) {
        if (rule.deleted || rule.customers.size() != 1)
            continue;
        const auto& customer = data.customers[rule.customers.front()];
        owners.push_back(&customer);
        news.add(EntryKind::Customer,
                 {customer.id, customer.code, {}, customer.name, {}, EntryOrigin::CustomerRules});
    }
    const auto& first = *owners.front();
    const auto& last =
        **std::find_if(owners.begin(), owners.end(), [&](const auto* one) { return one->id != first.id; });
    room.desk->catalogueKeeper().learn(std::move(news));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Customer).size() > 0, longWait);
    const auto byCode = [](const auto& customer) {
        return std::vector<Picked>{{SelectBy::Code, customer.code, customer.code, customer.name}};
    };
    ui::RangePage* page = room.page(true);
    const auto showsOnly = [&](const auto& customer) {
        const auto rows = modelOf(page)->rows();
        if (modelOf(page)->isWorking() || !rows || modelOf(page)->rowCount() == 0)
            return false;
        for (int row = 0; row < modelOf(page)->rowCount(); ++row) {
            if (rows->rule(modelOf(page)->sourceRow(row)).customers.front().id != customer.id)
                return false;
        }
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), longWait);
    QVERIFY(page->rules() == nullptr);
    // While nobody is free to look for them, the window goes on.
    QThreadPool& pool = *QThreadPool::globalInstance();
    QSemaphore free;
    const auto keepBusy = [&pool, &free] { // what is started behind these waits for them
        for (int i = 0; i < pool.maxThreadCount(); ++i)
            pool.start([&free] { free.acquire(); });
    };
    const auto freeAtLast = qScopeGuard([&pool, &free] {
        free.release(4 * pool.maxThreadCount());
        pool.waitForDone();
    });
    keepBusy();
    page->setBasket(byCode(first));
    QVERIFY(!page->isReading()); // what is read depends on who it is
    page->setBasket(byCode(last));
    page->hide();
    free.release(pool.maxThreadCount());
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && page->rules(), longWait);
    page->show();
    QTRY_VERIFY_WITH_TIMEOUT(showsOnly(last), longWait);
    // All are wished for again before the others were found: that is so then.
    keepBusy();
    page->setBasket(byCode(first));
    page->dropBasket();
    free.release(pool.maxThreadCount());
    QTRY_VERIFY_WITH_TIMEOUT(pool.activeThreadCount() == 0, longWait);
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(
        !modelOf(page)->isWorking() && modelOf(page)->rowCount() > 1 && !showsOnly(first), longWait);
    QVERIFY(!shownTexts(page).contains(QStringLiteral("picked customers are shown")));
    // The window may go while they are looked for.
    keepBusy();
    page->setBasket(byCode(first));
    room.window.reset();
    free.release(pool.maxThreadCount());
    QVERIFY(pool.waitForDone(longWait));
}

/// The new range is posted and then taken back: the old one is not cleared on top of it.
void TestRangesSafety::newRangeTakenBack()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    const std::string oldKey = modelOf(page)->rows()->target(currentRow(page)).key();
    QVERIFY(addCondition(room));
    page->review();
    QVERIFY(room.post());
    page = room.page();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && visibleButton(page, QStringLiteral("Review the clearing")),
                             longWait);
    // Somebody clears the new range behind our back: known only once it is read again.
    const std::string newKey = page->edits().edits().clearings().front().after.front();
    const auto rows = page->rules();
    const auto row = rows->rowOf(newKey);
    QVERIFY(row.has_value());
    writeElsewhere(room, rows->rule(*row), "removeSaleRange", {});
    visibleButton(page, QStringLiteral("Review the clearing"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!page->isReading() && visibleButton(page, QStringLiteral("Keep the old one")),
                             longWait);
    QVERIFY(visibleButton(page, QStringLiteral("Review the clearing")) == nullptr);
    QVERIFY(shownTexts(page).contains(QStringLiteral("not in force")));
    QVERIFY(page->rules()->rowOf(oldKey).has_value());
    visibleButton(page, QStringLiteral("Keep the old one"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(page->edits().edits().clearings().empty(), longWait);
}

/// A colleague adds a product between the look and the clearing: held, not cleared unseen.
void TestRangesSafety::clearedByOthersMeanwhile()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    const KeptRule old = kept(page);
    std::set<std::string_view> listed;
    for (const RuleProduct& product : old.rule.products)
        listed.insert(product.id);
    const demo::DemoData data = demo::seedData();
    const auto& products = data.products;
    const auto other = std::find_if(products.begin(), products.end(),
                                    [&](const auto& product) { return !listed.contains(product.id); });
    writeElsewhere(room, old.rule, "modifySaleRangePds",
                   ",\"opt_type\":\"0\",\"sale_products\":[{\"product_id\":\"" + other->id +
                       "\",\"is_must_sale\":\"1\",\"is_new\":\"0\"}]");
    room.key(Qt::Key_Delete, Qt::ControlModifier); // the clearing has a key
    ui::BulkPage* bulk = room.window->bulk();
    QTRY_VERIFY_WITH_TIMEOUT(bulk->step() == ui::BulkPage::Step::Review && bulk->reviewStep()->isSettled(),
                             longWait);
    const auto rows = bulk->reviewStep()->table()->rows();
    QCOMPARE(rows->state(0), RowState::Held);
    const QString words = rows->change(0).before;
    QVERIFY2(words.contains(QStringLiteral("changed it meanwhile")) &&
                 words.contains(QString::number(old.rule.products.size() + 1) + QStringLiteral(" products")),
             qPrintable(words));
}

/// The rule that products were added to is cleared by somebody else: it is not made anew unasked.
void TestRangesSafety::ruleGoneWhileEdited()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    const KeptRule old = kept(page);
    const std::string key = old.rows->target(currentRow(page)).key();
    QVERIFY(room.inDialog<ui::PickerDialog>(
        [&] { page->detail()->addProducts(); },
        [&](ui::PickerDialog& picker) {
            std::set<std::string_view> listed;
            for (const RuleProduct& product : old.rule.products)
                listed.insert(product.id);
            const demo::DemoData data = demo::seedData();
            for (const auto& product : data.products) {
                if (!listed.contains(product.id)) {
                    QGuiApplication::clipboard()->setText(QString::fromStdString(product.code) +
                                                          QLatin1Char('\n'));
                    break;
                }
            }
            picker.findChild<QPushButton*>(QStringLiteral("picker.paste"))->click();
            QTRY_VERIFY_WITH_TIMEOUT(!picker.picked().empty(), longWait);
            picker.findChild<QPushButton*>(QStringLiteral("picker.use"))->click();
        }));
    QTRY_COMPARE_WITH_TIMEOUT(page->edits().edits().countsOf(key).added, 1, longWait);
    // The figures beside tell what the edit makes of it.
    QVERIFY2(shownTexts(page->detail()).contains(QStringLiteral("→")),
             qPrintable(shownTexts(page->detail())));
    writeElsewhere(room, old.rule, "removeSaleRange", {});
    QVERIFY(room.inDialog<ui::EditsDialog>(
        [&] { page->review(); },
        [&](ui::EditsDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rows() && dialog.model()->rows()->undecided() == 1,
                                     longWait);
            QCOMPARE(dialog.model()->rows()->line(0).state, EditState::Gone);
            auto* review = dialog.findChild<QPushButton*>(QStringLiteral("edits.review"));
            QVERIFY(!review->isEnabled());
            dialog.table()->goToRow(0);
            dialog.decide(true); // made anew, knowingly
            QTRY_VERIFY_WITH_TIMEOUT(review->isEnabled(), longWait);
            dialog.findChild<QPushButton*>(QStringLiteral("edits.undo"))->click();
            QTRY_VERIFY_WITH_TIMEOUT(!review->isEnabled() && dialog.model()->rows()->undecided() == 1,
                                     longWait);
            dialog.findChild<QPushButton*>(QStringLiteral("edits.redo"))->click();
            QTRY_VERIFY_WITH_TIMEOUT(review->isEnabled(), longWait);
            dialog.reject();
        }));
}

/// What is to be cleared later is listed, can be dropped, and comes back by undo.
void TestRangesSafety::plannedClearingIsListed()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    const std::string oldKey = modelOf(page)->rows()->target(currentRow(page)).key();
    const std::uint32_t digest = modelOf(page)->rows()->listed(oldKey).digest;
    QVERIFY(addCondition(room));
    const auto clearings = [&] { return page->edits().edits().clearings().size(); };
    QCOMPARE(clearings(), std::size_t(1));
    QCOMPARE(page->edits().edits().clearings().front().digest, digest); // what was copied
    QVERIFY(Room::button(page, "review")->toolTip().contains(QStringLiteral("cleared afterwards: 1")));
    QVERIFY(room.inDialog<ui::EditsDialog>(
        [&] { page->listEdits(); },
        [&](ui::EditsDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(
                dialog.model()->rows() && dialog.model()->rows()->count(EditState::ToClear) == 1, longWait);
            dialog.model()->setFacets(EditRows::facetOf(EditState::ToClear));
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() == 1 && !dialog.model()->isWorking(),
                                     longWait);
            dialog.table()->goToRow(0);
            QVERIFY(shownTexts(&dialog).contains(QStringLiteral("to be cleared once")));
            dialog.drop();
            QCOMPARE(clearings(), std::size_t(0));
            room.key(Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(clearings(), std::size_t(1), longWait);
            dialog.reject();
        }));
}

/// Too many to be edited at once: the box says so, and nothing is looked up for it.
void TestRangesSafety::tooManyChosen()
{
    Room room;
    ui::RangePage* page = room.read();
    std::vector<std::uint32_t> some{1, 2};
    page->detail()->setRule(modelOf(page)->rows(), 0, ReadOnly::No);
    auto* box = page->detail()->findChild<QCheckBox*>(QStringLiteral("range.forAll"));
    page->detail()->setOthers(some);
    QVERIFY(box->isVisible() && box->isEnabled());
    page->detail()->setOthers({}, 50000);
    QVERIFY(box->isVisible() && !box->isEnabled() && !box->isChecked());
    QVERIFY(box->text().contains(QStringLiteral("too many")));
    QVERIFY(box->toolTip().contains(QStringLiteral("sheet")));
    page->detail()->setOthers({});
    QVERIFY(!box->isVisible());
}

/// All at once, after a question; undo brings them back. The line below counts.
void TestRangesSafety::allDiscarded()
{
    Room room;
    ui::RangePage* page = room.read();
    Room::tableOf(page)->goToRow(editableRow(page));
    QVERIFY(settled(page));
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    room.key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(Room::button(page, "review")->isVisible(), longWait);
    QVERIFY(Room::button(page, "review")->toolTip().contains(QStringLiteral("Requests: at most 1")));
    const auto* waiting = room.window->findChild<QLabel*>(QStringLiteral("status.waiting"));
    QVERIFY(waiting->isVisible() && waiting->text().contains(QStringLiteral("requests: 1")));
    int answer = 0;
    int asked = 0;
    ui::dialogs().ask = [&](QWidget*, const ui::Question&) {
        ++asked;
        return answer;
    };
    page->discardAll();
    QCOMPARE(page->edits().edits().counts().all(), 1);
    answer = 1;
    page->discardAll();
    QCOMPARE(page->edits().edits().counts().all(), 0);
    QCOMPARE(asked, 2);
    QTRY_VERIFY_WITH_TIMEOUT(!waiting->isVisible(), longWait);
    Room::tableOf(page)->setFocus();
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page->edits().edits().counts().all(), 1, longWait);
}

/// What a sheet under review changes for customers is told before it is posted.
void TestRangesSafety::effectOfASheet()
{
    Room room;
    (void)room.read(true);
    QVERIFY(reviewSample(room, "customer-products"));
    ui::BulkPage* bulk = room.window->bulk();
    const std::string before = room.server.state();
    QVERIFY(room.inDialog<ui::ReachDialog>(
        [&] { room.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); },
        [](ui::ReachDialog& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rowCount() > 0, longWait);
            const auto* rows = static_cast<const ReachRows*>(dialog.model()->source().get());
            QVERIFY(!rows->isOfProduct());
            for (std::uint32_t row = 0; row < rows->size(); ++row)
                QVERIFY(rows->reach(row).isChanged());
            dialog.reject();
        }));
    QCOMPARE(room.server.state(), before);
    QVERIFY(bulk->step() == ui::BulkPage::Step::Review); // as it was
}

/// What a comparison reads is in the catalogue, for pickers and templates, without any list being read.
void TestRangesSafety::comparisonsTeach()
{
    Room room;
    QCOMPARE(room.desk->catalogue()->of(EntryKind::Product).size(), std::size_t(0));
    QVERIFY(reviewSample(room, "range-products"));
    QTRY_VERIFY_WITH_TIMEOUT(room.desk->catalogue()->of(EntryKind::Product).size() > 0, longWait);
    QVERIFY(room.desk->catalogue()->of(Dimension::Department).size() > 0);
}

QTEST_MAIN(TestRangesSafety)
#include "tst_ranges_safety.moc"
