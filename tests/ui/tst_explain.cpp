// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer may sell, and why, on a small company that each test makes for itself.
#include "common/preferences.h"
#include "core/language.h"
#include "core/text.h"
#include "range_room.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/reach_dialog.h"

#include <QRadioButton>

using namespace rangedesk;
using tests::addRule;
using tests::emptyCompany;
using Room = tests::RangeRoom;

namespace {

constexpr std::size_t department = 0;

Dimension dimensionOf(const demo::DemoData& data, std::size_t index)
{
    return *dimensionOfFilterCode(data.dimensions[index].filterCode);
}

Picked valueOf(const demo::DemoData& data, std::size_t dimension, std::size_t value)
{
    const demo::NamedValue& one = data.dimensions[dimension].values[value];
    return {SelectBy::Id, one.id, one.code, one.name};
}

/// Customers with these attributes, as a reference list tells them.
void learnCustomers(Room& room, int count, const std::map<std::string, std::string>& attributes,
                    const std::string& prefix)
{
    CatalogueNews news;
    for (int i = 0; i < count; ++i)
        news.add(EntryKind::Customer, {prefix + std::to_string(i),
                                       "K" + prefix + std::to_string(i),
                                       {},
                                       "客户",
                                       attributes,
                                       EntryOrigin::ReferenceList});
    const std::size_t before = room.desk->catalogue()->of(EntryKind::Customer).size();
    room.desk->catalogueKeeper().learn(std::move(news));
    if (!QTest::qWaitFor(
            [&] {
                return room.desk->catalogue()->of(EntryKind::Customer).size() >=
                       before + static_cast<std::size_t>(count);
            },
            20000))
        qFatal("the customers are not learned");
}

std::unique_ptr<ui::ExplainDialog> explain(Room& room)
{
    auto dialog = std::make_unique<ui::ExplainDialog>(
        *room.desk, *room.window->findChild<ui::PendingEdits*>(), nullptr, nullptr, room.window.get());
    dialog->show();
    dialog->activateWindow();
    return dialog;
}

std::set<std::string> sellable(const ui::ExplainDialog& dialog)
{
    std::set<std::string> ids;
    if (dialog.model()->rows()) {
        for (const ProductAnswer& product : dialog.model()->rows()->answer().products) {
            if (product.canSell)
                ids.emplace(product.id);
        }
    }
    return ids;
}

bool goToProduct(ui::ExplainDialog& dialog, const std::string& id)
{
    for (int row = 0; row < dialog.model()->rowCount(); ++row) {
        if (dialog.model()->rows()->product(dialog.model()->sourceRow(row)).id != id)
            continue;
        dialog.table()->goToRow(row);
        return true;
    }
    return false;
}

/// What the menu of rules offers now.
QList<QAction*> offered(ui::ExplainDialog& dialog)
{
    QMenu* menu = dialog.findChild<QPushButton*>(QStringLiteral("explain.toRule"))->menu();
    Q_EMIT menu->aboutToShow();
    return menu->actions();
}

bool says(const QWidget& dialog, const QString& text)
{
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ui::Preferences::setFile(m_folder.filePath(QStringLiteral("window.ini"))); }
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup()
    {
        ui::dialogs() = m_dialogs;
        setLanguage(QStringLiteral("en"));
    }
    void anotherOfTheSameName();
    void whatIsNotFilledDecides();
    void rulesThatFit();
    void notEnabled();
    void assumptionsAreTold();
    void keys();
    void placeIsKept();

private:
    QTemporaryDir m_folder;
    ui::Dialogs m_dialogs = ui::dialogs();
};

/// Two departments of one name: a rule for the other one does not fit.
void TestExplain::anotherOfTheSameName()
{
    demo::DemoData data = emptyCompany();
    data.dimensions[department].values[1].name = data.dimensions[department].values[0].name;
    addRule(data, {{department, {0}}}, 0);
    addRule(data, {{department, {1}}}, 1);
    Room room(data);
    const auto dialog = explain(room);
    QTRY_COMPARE_WITH_TIMEOUT(room.desk->catalogue()->of(dimensionOf(data, department)).size(),
                              std::size_t(2), 20000);
    dialog->setValue(dimensionOf(data, department), valueOf(data, department, 1));
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog), std::set<std::string>{data.products[1].id}, 20000);
}

/// A rule that asks for an attribute nobody knows of the customer neither grants nor denies.
void TestExplain::whatIsNotFilledDecides()
{
    demo::DemoData data = emptyCompany();
    constexpr std::size_t level = 2;
    addRule(data, {{department, {0}}}, 0);
    addRule(data, {{department, {0}}, {level, {0}}}, 1);
    addRule(data, {{department, {1}}, {level, {0}}}, 2);
    Room room(data);
    const auto dialog = explain(room);
    dialog->setValue(dimensionOf(data, department), valueOf(data, department, 0));
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog), std::set<std::string>{data.products[0].id}, 20000);
    using Column = ExplainModel::Column;
    const auto text = [&](const std::string& product, Column column) {
        if (!goToProduct(*dialog, product))
            return QStringLiteral("no row");
        const QModelIndex current = dialog->table()->currentIndex();
        return current.siblingAtColumn(static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(data.products[0].id, Column::Mark), QStringLiteral("yes"));
    QCOMPARE(text(data.products[2].id, Column::Mark), QStringLiteral("no"));
    QCOMPARE(text(data.products[1].id, Column::Mark), QStringLiteral("unsure"));
    QVERIFY(text(data.products[1].id, Column::Gap).contains(dimensionName(dimensionOf(data, level))));
    QVERIFY(says(*dialog, QStringLiteral("the first of these rules ask only for what is not filled")));
    dialog->table()->goToRow(0);
    auto* equation = dialog->findChild<ui::EquationBar*>();
    Q_EMIT equation->facetChosen(ExplainRows::Unsure);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->model()->rowCount(), 1, 20000);
    Q_EMIT equation->facetChosen(0);
    // Filled in, it decides.
    dialog->setValue(dimensionOf(data, level), valueOf(data, level, 0));
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog).size(), std::size_t(2), 20000);
    QCOMPARE(dialog->model()->rows()->answer().unsure, std::size_t(0));
    // Nothing is sure where a rule with more conditions may outrank what fits.
    dialog->clearValue(dimensionOf(data, level));
    for (auto* policy : dialog->findChildren<QRadioButton*>()) {
        if (policy->text() == describe(RulePolicy::MostSpecific))
            policy->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(dialog->model()->rows()->answer().unsure, std::size_t(2), 20000);
    QCOMPARE(sellable(*dialog).size(), std::size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(text(data.products[0].id, Column::Mark), QStringLiteral("unsure"), 20000);
    QVERIFY(says(*dialog, QStringLiteral("May be sold, unless a rule with more conditions applies")));
    dialog->findChildren<QRadioButton*>().first()->click();
}

/// Every rule that speaks for the customer is offered with how many customers it concerns, the closest first.
void TestExplain::rulesThatFit()
{
    demo::DemoData data = emptyCompany();
    constexpr std::size_t level = 2;
    addRule(data, {{department, {0}}}, 0);
    addRule(data, {{department, {0}}, {level, {0}}}, 1);
    addRule(data, {{department, {1}}}, 2); // lists what the customer may not sell
    Room room(data);
    const std::string own(dimensionPrefix(dimensionOf(data, department)));
    const std::string second(dimensionPrefix(dimensionOf(data, level)));
    const std::string here = data.dimensions[department].values[0].id;
    learnCustomers(room, 5, {{own, here}, {second, data.dimensions[level].values[0].id}}, "881");
    learnCustomers(room, 2, {{own, here}}, "882"); // whose level nobody knows
    const auto dialog = explain(room);
    dialog->setCustomer({SelectBy::Id, "8810", "K8810", "客户"});
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog).size(), std::size_t(2), 20000);
    QVERIFY(goToProduct(*dialog, data.products[2].id));
    auto* toRule = dialog->findChild<QPushButton*>(QStringLiteral("explain.toRule"));
    QVERIFY(toRule->isVisible());
    QCOMPARE(offered(*dialog).size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(offered(*dialog)[0]->text().endsWith(QStringLiteral("at least 5")), 20000);
    QVERIFY2(offered(*dialog)[1]->text().endsWith(QStringLiteral("customers: 7")),
             qPrintable(offered(*dialog)[1]->text()));
    // Once for the rule with both conditions, once for the customer alone.
    offered(*dialog)[0]->trigger();
    auto* edits = room.window->findChild<ui::PendingEdits*>();
    QCOMPARE(edits->edits().counts(), (RangeEdits::Counts{1, 1, 0, 0}));
    QCOMPARE(edits->edits().targets().begin()->second.target.cells.size(), std::size_t(2));
    QVERIFY(!offered(*dialog)[0]->isEnabled() && offered(*dialog)[1]->isEnabled());
    auto* toCustomer = dialog->findChild<QPushButton*>(QStringLiteral("explain.toCustomer"));
    QVERIFY(toCustomer->isVisible() && toCustomer->isEnabled());
    toCustomer->click();
    QVERIFY(!toCustomer->isEnabled());
    // It is said within the dialog, not behind it.
    const auto* toast = dialog->findChild<ui::Toast*>();
    QVERIFY(toast != nullptr && toast->isVisible());
    QVERIFY(toast->accessibleName().contains(QStringLiteral("waits to be posted")));
    QVERIFY(!room.window->toast()->isVisible());
    QCOMPARE(edits->edits().counts().targets, 2);
    // Nothing is offered for what may be sold already.
    QVERIFY(goToProduct(*dialog, data.products[0].id));
    QVERIFY(!toRule->isVisible() && !toCustomer->isVisible());
}

/// A rule on a dimension that is not enabled cannot be changed, though the dialog read the rules by itself.
void TestExplain::notEnabled()
{
    demo::DemoData data = emptyCompany();
    constexpr std::size_t level = 2;
    data.dimensions[level].isEnabled = false;
    addRule(data, {{level, {0}}}, 0);
    addRule(data, {{department, {1}}}, 1);
    addRule(data, {{department, {2}}}, 2);
    Room room(data);
    const auto dialog = explain(room);
    dialog->setValue(dimensionOf(data, level), valueOf(data, level, 0));
    dialog->setValue(dimensionOf(data, department), valueOf(data, department, 0));
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog), std::set<std::string>{data.products[0].id}, 20000);
    QVERIFY(goToProduct(*dialog, data.products[1].id));
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("explain.toRule"))->isVisible());
    // With an enabled one beside it that one is offered, and it alone.
    dialog->setValue(dimensionOf(data, department), valueOf(data, department, 1));
    QTRY_COMPARE_WITH_TIMEOUT(sellable(*dialog).size(), std::size_t(2), 20000);
    bool isThere = false;
    for (int row = 0; row < dialog->model()->rowCount() && !isThere; ++row) {
        dialog->table()->goToRow(row);
        isThere = !dialog->model()->rows()->product(dialog->model()->sourceRow(row)).canSell;
    }
    QVERIFY(isThere);
    QCOMPARE(offered(*dialog).size(), 1);
    QVERIFY(offered(*dialog).front()->text().contains(toQString(data.dimensions[department].values[1].name)));
}

/// Beside every answer stands what it takes for granted.
void TestExplain::assumptionsAreTold()
{
    demo::DemoData data = emptyCompany();
    addRule(data, {{department, {0}}}, 0);
    Room room(data);
    ui::RangePage* page = room.read();
    for (const char* language : {"en", "zh"}) {
        setLanguage(QLatin1String(language));
        const QString sentence = assumption(ui::ExplainDialog::keptPolicy());
        QVERIFY(!sentence.isEmpty());
        {
            const auto dialog = explain(room);
            dialog->setValue(dimensionOf(data, department), valueOf(data, department, 0));
            QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, sentence), 20000);
            // And another one where another policy is chosen.
            auto* other = dialog->findChildren<QRadioButton*>().last();
            const int before = static_cast<int>(ui::ExplainDialog::keptPolicy());
            other->click();
            const QString more = assumption(ui::ExplainDialog::keptPolicy());
            QVERIFY(more != sentence);
            QTRY_VERIFY_WITH_TIMEOUT(says(*dialog, more), 20000);
            dialog->findChildren<QRadioButton*>().at(before)->click();
        }
        for (const auto about : {ui::ReachDialog::About::Product, ui::ReachDialog::About::Edits}) {
            ui::ReachDialog dialog(*room.desk, page->edits(), about, page->rules(), nullptr,
                                   room.window.get());
            dialog.show();
            QVERIFY(says(dialog, sentence)); // also before there is an answer
            dialog.setProduct({SelectBy::Id, data.products[0].id, {}, {}});
            QTRY_VERIFY_WITH_TIMEOUT(dialog.model()->rows() != nullptr, 20000);
            QVERIFY(says(dialog, sentence));
        }
        ui::HealthDialog health(*room.desk, *room.window->findChild<ui::PendingEdits*>(), page->rules(), {},
                                room.window.get());
        health.show();
        QVERIFY(says(health, sentence));
    }
}

void TestExplain::keys()
{
    demo::DemoData data = emptyCompany();
    addRule(data, {{department, {0}}}, 0);
    addRule(data, {{department, {1}}}, 1);
    Room room(data);
    const auto dialog = explain(room);
    QVERIFY(!dialog->windowTitle().isEmpty());
    dialog->setValue(dimensionOf(data, department), valueOf(data, department, 0));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->model()->rowCount() > 1, 20000);
    QVERIFY(dialog->table()->hasFocus());
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(dialog->windowHandle(), key, modifiers);
    };
    const std::vector<QWidget*> panes = dialog->panes();
    press(Qt::Key_F6);
    QCOMPARE(dialog->focusWidget(), panes[2]);
    press(Qt::Key_F6);
    QCOMPARE(dialog->focusWidget(), panes[0]);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(dialog->focusWidget(), panes[2]);
    // Tab leads to everything, and comes back.
    QSet<const QWidget*> met;
    for (int i = 0; i < 60 && !met.contains(dialog->focusWidget()); ++i) {
        met.insert(dialog->focusWidget());
        press(Qt::Key_Tab);
    }
    QVERIFY(met.contains(dialog->table()));
    for (auto* widget : dialog->findChildren<QAbstractButton*>()) {
        const bool isAlone = qobject_cast<QRadioButton*>(widget) == nullptr; // arrows go through a group
        if (widget->isVisible() && widget->isEnabled() && isAlone && widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(met.contains(widget), qPrintable(widget->objectName() + widget->text()));
        const bool isOfField = qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr; // clears it
        if (widget->isVisible() && !isOfField)
            QVERIFY(!widget->text().isEmpty() || !widget->accessibleName().isEmpty());
    }
    // Esc clears the search, then it closes.
    auto* search = dialog->findChild<QLineEdit*>();
    search->setFocus();
    search->setText(QStringLiteral("nothing of the kind"));
    QTRY_COMPARE(dialog->model()->rowCount(), 0);
    press(Qt::Key_Escape);
    QVERIFY(dialog->isVisible() && search->text().isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestExplain::placeIsKept()
{
    Room room(emptyCompany());
    {
        const auto dialog = explain(room);
        dialog->resize(1003, 604);
        dialog->reject();
    }
    QCOMPARE(explain(room)->size(), QSize(1003, 604));
}

QTEST_MAIN(TestExplain)
#include "tst_explain.moc"
