// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/keys.h"
#include "core/text.h"
#include "ranges/dimension_model.h"
#include "ranges/tree_delegate.h"
#include "ranges/tree_editor.h"
#include "ranges/tree_templates.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

void TreeEditor::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new EnvironmentBand(m_desk.environment(), this));
    QFrame* head = makePane(this, "pageHead");
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(16, 9, 16, 9);
    headRow->addWidget(makeLabel(head, windowTitle(), Type::PageTitle));
    headRow->addStretch();
    QPushButton* undo = makeButton(head, "quiet", "undo");
    QPushButton* redo = makeButton(head, "quiet", "redo");
    QPushButton* copy = makeButton(head, "", "copy");
    QPushButton* paste = makeButton(head, "", "paste");
    m_templates = makeButton(head, "", "favourite");
    m_templates->setObjectName(QStringLiteral("tree.templates"));
    setButtonText(undo, tr("Undo"), QKeySequence::Undo);
    setButtonText(redo, tr("Redo"), redoKeys.front());
    setButtonText(copy, tr("Copy as text"));
    setButtonText(paste, tr("Paste text"));
    setButtonText(m_templates, tr("Templates"));
    for (QPushButton* button : {undo, redo, copy, paste, m_templates}) {
        button->setAutoDefault(false);
        headRow->addWidget(button);
    }
    column->addWidget(head);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeMiddle());
    m_side = new TreeSide(m_desk, m_rules, splitter);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({190, 600, 430});
    column->addWidget(splitter, 1);
    QFrame* foot = makePane(this, "pageHead");
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(16, 10, 16, 10);
    QLabel* hint = makeParagraph(
        foot,
        m_original
            ? tr("The API cannot change conditions. New ranges are added first; once they are verified "
                 "you are asked to clear the old one.")
            : tr("Nothing is sent yet: the ranges join the edits that wait to be reviewed and posted."),
        Type::Caption, "caption");
    footRow->addWidget(hint, 1);
    QPushButton* leave = makeButton(foot);
    leave->setText(tr("Cancel"));
    m_apply = makeButton(foot, "primary");
    m_apply->setObjectName(QStringLiteral("tree.apply"));
    for (QPushButton* button : {leave, m_apply}) {
        button->setAutoDefault(false);
        footRow->addWidget(button);
    }
    column->addWidget(foot);
    connect(undo, &QPushButton::clicked, &m_undo, &QUndoStack::undo);
    connect(redo, &QPushButton::clicked, &m_undo, &QUndoStack::redo);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(treeText(tree())); });
    connect(paste, &QPushButton::clicked, this, [this] { pasteText(QGuiApplication::clipboard()->text()); });
    connect(m_templates, &QPushButton::clicked, this, &TreeEditor::showTemplates);
    connect(leave, &QPushButton::clicked, this, &TreeEditor::reject);
    connect(m_apply, &QPushButton::clicked, this, &TreeEditor::accept);
    connect(m_side, &TreeSide::changed, this, &TreeEditor::showState);
}

QWidget* TreeEditor::makeLeft()
{
    QFrame* pane = makePane(this, "sidePane");
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 12, 0, 0);
    column->addWidget(makeParagraph(pane, tr("Conditions: drag, or press Enter"), Type::Caption, "caption"));
    m_dimensionList = new QListView(pane);
    m_dimensionList->setObjectName(QStringLiteral("tree.dimensions"));
    m_dimensionList->setAccessibleName(tr("Conditions that can be added"));
    m_dimensionList->setModel(m_dimensions);
    m_dimensionList->setFrameShape(QFrame::NoFrame);
    m_dimensionList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_dimensionList->setDragEnabled(true);
    m_dimensionList->setDragDropMode(QAbstractItemView::DragOnly);
    column->addWidget(m_dimensionList, 1);
    connect(m_dimensionList, &QListView::activated, this, [this](const QModelIndex& index) {
        if ((index.flags() & Qt::ItemIsEnabled) != 0)
            addDimension(static_cast<Dimension>(index.data(dimensionRole).toInt()));
    });
    return pane;
}

QWidget* TreeEditor::makeMiddle()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* rule = makePane(pane, "toolBar");
    auto* ruleRow = new QHBoxLayout(rule);
    ruleRow->setContentsMargins(16, 8, 16, 8);
    ruleRow->addWidget(
        makeParagraph(rule, tr("All of these conditions hold; of the values of one condition any may."),
                      Type::Body, "caption"));
    column->addWidget(rule);
    m_tree = new ConditionTreeView(pane);
    m_tree->setObjectName(QStringLiteral("tree.tree"));
    m_tree->setAccessibleName(tr("Conditions"));
    m_tree->setModel(m_model);
    addTreeActions(ruleRow);
    column->addWidget(m_tree, 1);
    m_repairs = makePane(pane, "paneFoot");
    auto* repairColumn = new QVBoxLayout(m_repairs);
    repairColumn->setContentsMargins(16, 6, 16, 6);
    auto* repairLine = new QWidget(m_repairs);
    m_repairFlow = new FlowLayout(repairLine);
    repairColumn->addWidget(repairLine);
    column->addWidget(m_repairs);
    QFrame* adding = makePane(pane, "paneFoot");
    auto* addingColumn = new QVBoxLayout(adding);
    addingColumn->setContentsMargins(16, 8, 16, 8);
    m_fieldTitle = makeLabel(adding, {}, Type::Caption, "caption");
    addingColumn->addWidget(m_fieldTitle);
    m_field = new PickerField(m_desk, adding);
    addingColumn->addWidget(m_field);
    column->addWidget(adding);
    connect(m_field, &PickerField::picked, this, &TreeEditor::addValue);
    connect(m_field, &PickerField::left, this, [this] { m_tree->setFocus(); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreeEditor::showCurrent);
    connect(m_model, &ConditionTreeModel::dimensionDropped, this, &TreeEditor::addDimension);
    // Later: what cannot be pasted is told, and the drag must be over by then.
    connect(m_model, &ConditionTreeModel::textDropped, this, &TreeEditor::pasteText, Qt::QueuedConnection);
    connect(m_tree, &QTreeView::activated, m_field, [this] { m_field->edit()->setFocus(); });
    return pane;
}

void TreeEditor::addTreeActions(QHBoxLayout* buttons)
{
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [&](const char* sign, const QString& text, const QKeySequence& key, bool hasButton,
                         auto act) {
        auto* action = new QAction(text, m_tree);
        if (sign != nullptr)
            action->setIcon(icon(sign));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_tree->addAction(action);
        if (!hasButton)
            return;
        QToolButton* button = makeIconButton(m_tree->parentWidget(), sign);
        setIconButtonText(button, text, key);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    };
    add(nullptr, tr("Cut"), QKeySequence::Cut, false, [this] { copyText(true); });
    add(nullptr, tr("Copy"), QKeySequence::Copy, false, [this] { copyText(false); });
    add("paste", tr("Paste"), QKeySequence::Paste, false,
        [this] { pasteText(QGuiApplication::clipboard()->text()); });
    add("copy", tr("Another value like this one"), QKeySequence(Qt::CTRL | Qt::Key_D), true,
        [this] { duplicateValue(); });
    add(nullptr, tr("Move the condition up"), QKeySequence(Qt::ALT | Qt::Key_Up), false,
        [this] { moveBranch(-1); });
    add(nullptr, tr("Move the condition down"), QKeySequence(Qt::ALT | Qt::Key_Down), false,
        [this] { moveBranch(1); });
    add("remove", tr("Remove the condition or value"), Qt::Key_Delete, true, [this] { removeCurrent(); });
}

void TreeEditor::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::Undo, [this] { m_undo.undo(); });
    for (const QKeySequence& redo : redoKeys)
        onKey(redo, [this] { m_undo.redo(); });
    onKey(Qt::Key_Insert, [this] { m_side->pickProducts(); });
    onKey(Qt::Key_F8, [this] { nextProblem(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { accept(); });
}

void TreeEditor::fillDimensions()
{
    const QVariant current = m_dimensionList->currentIndex().data(dimensionRole);
    m_dimensions->clear();
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const bool isUsed = tree().branch(dimension) != nullptr;
        const bool isOff = m_enabled && !m_enabled->contains(dimension);
        const auto known = static_cast<qint64>(m_desk.catalogue()->of(dimension).size());
        auto* item = new QStandardItem(QStringLiteral("%1   %2").arg(
            dimensionName(dimension), isUsed  ? tr("used")
                                      : isOff ? tr("not enabled")
                                              : tr("%1 values").arg(figure(known))));
        item->setData(i, dimensionRole);
        item->setSizeHint(QSize(120, Theme::instance().scaled(size::row)));
        item->setEnabled(!isUsed && !isOff);
        item->setDragEnabled(!isUsed && !isOff);
        m_dimensions->appendRow(item);
        if (current == QVariant(i)) // the keys stand where they stood
            m_dimensionList->setCurrentIndex(item->index());
    }
    constexpr int mostCharacters = 40;
    for (const std::string& name : m_unknown) {
        const QString shown = excerpt(name, mostCharacters);
        auto* item = new QStandardItem(QStringLiteral("%1   %2").arg(shown, tr("cannot be sent")));
        item->setToolTip(tr("Your company has enabled %1. No request of the API can name it, so it cannot be "
                            "part of a range here.")
                             .arg(shown));
        item->setData(item->toolTip(), Qt::AccessibleDescriptionRole);
        item->setSizeHint(QSize(120, Theme::instance().scaled(size::row)));
        item->setEnabled(false);
        item->setDragEnabled(false);
        m_dimensions->appendRow(item);
    }
}

/// What is under the keyboard: where new values go, and what may mend it.
void TreeEditor::showCurrent()
{
    const int branch = ConditionTreeModel::branchOf(current());
    m_field->setEnabled(branch >= 0);
    if (branch >= 0) {
        const Dimension dimension = tree().branches[static_cast<std::size_t>(branch)].dimension;
        m_fieldTitle->setText(tr("Add a value to: %1").arg(dimensionName(dimension)));
        m_field->setList(m_desk.catalogue()->list(entryKind(dimension)), dimensionHasCode(dimension));
    } else {
        m_fieldTitle->setText(tr("Add a condition first"));
    }
    while (QLayoutItem* item = m_repairFlow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const TreeProblem* problem = m_model->problem(current());
    m_repairs->setVisible(problem != nullptr && problem->value >= 0);
    if (problem == nullptr || problem->value < 0)
        return;
    for (const TreeValue& value : problem->repairs) {
        QPushButton* button = makeButton(m_repairFlow->parentWidget());
        button->setText(tr("Use %1 %2").arg(toQString(value.name), toQString(value.code)));
        connect(button, &QPushButton::clicked, this, [this, value] { repair(value); });
        m_repairFlow->addWidget(button);
    }
    if (problem->fault == TreeFault::NotInCatalogue) {
        QPushButton* confirm = makeButton(m_repairFlow->parentWidget(), "link");
        confirm->setObjectName(QStringLiteral("tree.confirm"));
        confirm->setText(tr("Send it as it stands"));
        connect(confirm, &QPushButton::clicked, this, &TreeEditor::confirmCurrent);
        m_repairFlow->addWidget(confirm);
    }
    QPushButton* remove = makeButton(m_repairFlow->parentWidget(), "link");
    remove->setText(tr("Remove it"));
    connect(remove, &QPushButton::clicked, this, &TreeEditor::removeCurrent);
    m_repairFlow->addWidget(remove);
}

void TreeEditor::saveTemplate()
{
    bool isGiven = false;
    const QString name = dialogs().input(this, tr("Save as a template"), tr("Name"), {}, &isGiven).trimmed();
    if (!isGiven || name.isEmpty() || m_desk.data() == nullptr)
        return;
    auto read = treeTemplates(*m_desk.data());
    std::map<QString, ConditionTree> all = read ? *read : std::map<QString, ConditionTree>();
    if (!read) {
        dialogs().ask(this, {tr("The template could not be saved"), read.error().text(), {{tr("Close")}}, 0});
        return;
    }
    if (all.contains(name) && dialogs().ask(this, {tr("Replace the template?"),
                                                   tr("There is a template \"%1\" already.").arg(name),
                                                   {{tr("Cancel")}, {tr("Replace"), "primary"}},
                                                   0}) != 1)
        return;
    all.insert_or_assign(name, tree());
    if (const auto kept = keepTreeTemplates(*m_desk.data(), all); !kept)
        dialogs().ask(this, {tr("The template could not be saved"), kept.error().text(), {{tr("Close")}}, 0});
}

void TreeEditor::removeTemplate(std::map<QString, ConditionTree> all, const QString& name)
{
    if (dialogs().ask(this, {tr("Remove the template \"%1\"?").arg(name),
                             tr("It cannot be brought back."),
                             {{tr("Cancel")}, {tr("Remove"), "danger"}},
                             0}) != 1)
        return;
    all.erase(name);
    if (const auto kept = keepTreeTemplates(*m_desk.data(), all); !kept)
        dialogs().ask(this,
                      {tr("The template could not be removed"), kept.error().text(), {{tr("Close")}}, 0});
}

void TreeEditor::showTemplates()
{
    QMenu menu(this);
    connect(menu.addAction(tr("Save as a template…")), &QAction::triggered, this, &TreeEditor::saveTemplate);
    menu.addSeparator();
    if (m_desk.data() != nullptr) {
        const auto read = treeTemplates(*m_desk.data());
        const auto all = read ? *read : std::map<QString, ConditionTree>();
        for (const auto& [name, kept] : all)
            connect(menu.addAction(withoutMnemonic(name)), &QAction::triggered, this,
                    [this, name = name, kept = kept] { change(name, kept); });
        if (!read)
            connect(
                menu.addAction(icon("info"), tr("The templates cannot be read…")), &QAction::triggered, this,
                [this, problem = read.error().text()] {
                    dialogs().ask(this, {tr("The templates cannot be read"), problem, {{tr("Close")}}, 0});
                });
        else if (all.empty())
            menu.addAction(tr("No template yet"))->setEnabled(false);
        else if (QMenu* removing = menu.addMenu(tr("Remove a template")); removing != nullptr) {
            for (const auto& [name, kept] : all)
                connect(removing->addAction(withoutMnemonic(name)), &QAction::triggered, this,
                        [this, all, name = name] { removeTemplate(all, name); });
        }
    }
    menu.exec(m_templates->mapToGlobal(m_templates->rect().bottomLeft()));
}

} // namespace rangedesk::ui
