// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons, keys and menus of the two workspaces.
#include "common/dialogs.h"
#include "common/keys.h"
#include "pickers/picker_dialog.h"
#include "ranges/range_page.h"
#include "ranges/rule_detail.h"

#include <QShortcut>

namespace rangedesk::ui {

void RangePage::addButtons()
{
    m_explain = makeButton(head(), "", "explain");
    m_explain->setObjectName(objectName() + QStringLiteral(".explain"));
    m_explain->setVisible(m_ofCustomers);
    connect(m_explain, &QPushButton::clicked, this, &RangePage::explain);
    m_clear = makeButton(head(), "danger", "remove");
    m_clear->setObjectName(objectName() + QStringLiteral(".clear"));
    m_conditions = makeButton(head(), "", m_ofCustomers ? "copy" : "tree");
    m_conditions->setObjectName(objectName() + QStringLiteral(".conditions"));
    m_new = makeButton(head(), "", "add");
    m_new->setObjectName(objectName() + QStringLiteral(".new"));
    m_review = makeButton(head(), "primary", "send");
    m_review->setObjectName(objectName() + QStringLiteral(".review"));
    for (QPushButton* button : {m_explain, m_clear, m_conditions, m_new, m_review})
        head()->addRight(button);
    const auto changeIt = [this] { m_ofCustomers ? copyProducts() : editConditions(); };
    connect(m_new, &QPushButton::clicked, this, &RangePage::create);
    connect(m_conditions, &QPushButton::clicked, this, changeIt);
    connect(m_clear, &QPushButton::clicked, this, &RangePage::clearChosen);
    connect(m_review, &QPushButton::clicked, this, &RangePage::review);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showOthers();
        showButtons();
    });
    const auto onKey = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::New, [this] { create(); });
    onKey(Qt::Key_F2, changeIt);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { explain(); });
    onKey(Qt::Key_F7, [this] { checkHealth(); });
    onKey(effectKey, [this] { askEffect(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { copyProducts(); });
    if (m_ofCustomers)
        onKey(pickKey, [this] { pickBasket(); });
    onKey(clearKey, [this] {
        if (m_clear->isEnabled())
            clearChosen();
    });
    onKey(editListKey, [this] {
        if (m_list->isVisible())
            listEdits();
    });
    onKey(QKeySequence::Undo, [this] { undo(); });
    for (const QKeySequence& redoKey : redoKeys)
        onKey(redoKey, [this] { redo(); });
    auto* insert = new QShortcut(Qt::Key_Insert, m_table);
    insert->setContext(Qt::WidgetShortcut);
    connect(insert, &QShortcut::activated, m_detail, &RuleDetail::addProducts);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { m_detail->table()->setFocus(); });
    connect(m_table, &TableView::menuWanted, this, &RangePage::addMenu);
    translated(this, [this] {
        showButtons();
        if (m_facetPane == nullptr)
            return;
        m_facetPane->setAccessibleTexts(tr("Filter by condition"), tr("Find a value"));
        showFacetPane();
        if (m_newest)
            m_facets->show(m_newest);
    });
}

/// What concerns the edits that wait; shown while there are any, or any to take back.
void RangePage::addEditTools()
{
    m_redo = makeIconButton(this, "redo");
    m_redo->setObjectName(objectName() + QStringLiteral(".redo"));
    m_undo = makeIconButton(this, "undo");
    m_undo->setObjectName(objectName() + QStringLiteral(".undo"));
    m_list = makeIconButton(this, "edit");
    m_list->setObjectName(objectName() + QStringLiteral(".list"));
    m_effect = makeButton(this, "", "customer");
    m_effect->setObjectName(objectName() + QStringLiteral(".effect"));
    for (QWidget* tool : std::initializer_list<QWidget*>{m_redo, m_undo, m_list, m_effect})
        addTool(tool); // each goes before the last
    connect(m_effect, &QPushButton::clicked, this, &RangePage::askEffect);
    connect(m_list, &QToolButton::clicked, this, &RangePage::listEdits);
    connect(m_undo, &QToolButton::clicked, this, &RangePage::undo);
    connect(m_redo, &QToolButton::clicked, this, &RangePage::redo);
    const auto show = [this] {
        m_undo->setEnabled(m_edits.undoStack().canUndo());
        m_redo->setEnabled(m_edits.undoStack().canRedo());
        showButtons();
    };
    connect(&m_edits.undoStack(), &QUndoStack::indexChanged, this, show);
    show();
}

/// What the keys do with the chosen rules, for the pointer.
void RangePage::addMenu(QMenu* menu)
{
    const bool isOne = chosen().size() == 1;
    if (m_ofCustomers) {
        addMenuItem(menu, "copy", tr("Copy to customers"), Qt::Key_F2, m_conditions->isEnabled(),
                    [this] { copyProducts(); });
        addMenuItem(menu, "explain", tr("Explain"), QKeySequence(Qt::CTRL | Qt::Key_E),
                    m_explain->isEnabled(), [this] { explain(); });
    } else {
        addMenuItem(menu, "tree", tr("Edit conditions"), Qt::Key_F2, m_conditions->isEnabled(),
                    [this] { editConditions(); });
        addMenuItem(menu, "copy", tr("New range with these products"), QKeySequence(Qt::CTRL | Qt::Key_D),
                    isOne, [this] { copyProducts(); });
    }
    addMenuItem(menu, "add", tr("Add products…"), Qt::Key_Insert, m_detail->canEdit(),
                [this] { m_detail->addProducts(); });
    addMenuItem(menu, "remove", tr("Clear"), clearKey, m_clear->isEnabled(), [this] { clearChosen(); });
    if (m_review->isVisible()) {
        menu->addSeparator();
        addMenuItem(menu, "edit", tr("List of the edits that wait"), editListKey, true,
                    [this] { listEdits(); });
        addMenuItem(menu, "send", m_review->accessibleName(), reviewKey, m_review->isEnabled(),
                    [this] { review(); });
        addMenuItem(menu, "undo", tr("Discard all edits…"), {}, true, [this] { discardAll(); });
    }
}

/// Every edit of this kind, after a question; undo brings them back.
void RangePage::discardAll()
{
    const qint64 waiting = waitingEdits();
    const Question question{
        tr("Discard all edits that wait here (%1)?").arg(figure(waiting)),
        tr("Nothing was sent, and nothing is. Ctrl+Z brings them back until RangeDesk ends."),
        {{tr("Keep them"), ""}, {tr("Discard all"), "danger"}}};
    if (waiting > 0 && dialogs().ask(this, question) == 1)
        m_edits.discardAll(kind());
}

qint64 RangePage::waitingEdits() const
{
    qint64 waiting = 0;
    for (const auto& [key, edited] : m_edits.edits().targets())
        waiting += edited.target.kind == kind() ? static_cast<qint64>(edited.products.size()) : 0;
    return waiting;
}

void RangePage::askEffect()
{
    if (m_effect->isVisible())
        Q_EMIT reachWanted(std::nullopt);
}

/// Both workspaces share the edits: what is taken back may be out of sight, so it is told.
void RangePage::undo()
{
    const QString text = m_edits.undoStack().undoText();
    m_edits.undoStack().undo();
    if (!text.isEmpty())
        Q_EMIT told(Mark::Excluded, tr("Taken back: %1").arg(text));
}

void RangePage::redo()
{
    const QString text = m_edits.undoStack().redoText();
    m_edits.undoStack().redo();
    if (!text.isEmpty())
        Q_EMIT told(Mark::Changed, tr("Done again: %1").arg(text));
}

void RangePage::showButtons()
{
    if (m_review == nullptr)
        return;
    const qint64 waiting = waitingEdits();
    // The head shows the keys where it has the room; the tooltips always do.
    const auto setText = [this](QPushButton* button, const QString& text, const QKeySequence& key) {
        setButtonText(button, text, button->parentWidget() == head() ? key : QKeySequence());
        button->setToolTip(QStringLiteral("%1  %2").arg(text, key.toString(QKeySequence::NativeText)));
    };
    setText(m_review, tr("Review and post edits: %1").arg(figure(waiting)), reviewKey);
    const qint64 requests = m_edits.edits().requests(kind(), m_desk.wish().productsPerRequest);
    QString more = tr("Requests: at most %1.").arg(figure(requests));
    const auto clearings = m_ofCustomers ? 0 : static_cast<qint64>(m_edits.edits().clearings().size());
    if (clearings > 0)
        more += QLatin1Char('\n') + tr("Ranges to be cleared afterwards: %1.").arg(figure(clearings));
    m_review->setToolTip(m_review->toolTip() + QLatin1Char('\n') + more);
    m_review->setVisible(waiting > 0);
    m_list->setVisible(waiting > 0 || clearings > 0);
    setIconButtonText(m_list, tr("List of the edits that wait"), editListKey);
    const bool canTakeBack = m_edits.undoStack().canUndo() || m_edits.undoStack().canRedo();
    m_undo->setVisible(canTakeBack);
    m_redo->setVisible(canTakeBack);
    setIconButtonText(m_undo, tr("Take the last edit back"), QKeySequence::Undo);
    setIconButtonText(m_redo, tr("Do it again"), redoKeys.front());
    m_review->setEnabled(m_desk.isOpen());
    setText(m_new,
            !m_ofCustomers ? tr("New range")
            : m_basket.empty()
                ? tr("New customer range")
                : tr("Products for the %1 picked").arg(figure(static_cast<qint64>(m_basket.size()))),
            QKeySequence::New);
    if (m_pick != nullptr)
        setText(m_pick, tr("Pick customers"), pickKey);
    setText(m_conditions, m_ofCustomers ? tr("Copy to customers") : tr("Edit conditions"), Qt::Key_F2);
    setText(m_explain, tr("Explain"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_explain->setEnabled(m_desk.isOpen());
    setButtonText(m_effect, tr("Effect"));
    m_effect->setToolTip(QStringLiteral("%1  %2").arg(tr("What the edits that wait change for customers"),
                                                      effectKey.toString(QKeySequence::NativeText)));
    m_effect->setVisible(waiting > 0);
    setText(m_health, tr("Health check"), Qt::Key_F7);
    m_health->setVisible(m_hasRead);
    setText(m_clear, tr("Clear"), clearKey);
    const std::vector<std::uint32_t> rows = chosen();
    bool canWrite = !rows.empty();
    for (const std::uint32_t row : rows)
        canWrite = canWrite && m_rules->readOnly(row) == ReadOnly::No && !m_rules->rows()->isDraft(row);
    m_clear->setEnabled(canWrite);
    m_clear->setToolTip(canWrite ? QStringLiteral("%1  %2").arg(
                                       tr("Takes away all products of the chosen ranges, after a review"),
                                       clearKey.toString(QKeySequence::NativeText))
                                 : tr("Only ranges in force that the API can name can be cleared"));
    const bool canChange = rows.size() == 1 && !m_rules->rows()->isDraft(rows.front()) &&
                           (m_ofCustomers || m_rules->readOnly(rows.front()) == ReadOnly::No) &&
                           m_rules->rows()->figures(rows.front()).missing == 0;
    m_conditions->setEnabled(canChange);
    if (!canChange)
        m_conditions->setToolTip(
            tr("Needs one range that the server holds, that it lists whole, and that the API can name"));
}

} // namespace rangedesk::ui
