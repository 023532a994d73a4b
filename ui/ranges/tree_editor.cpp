// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/tree_editor.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "core/text.h"
#include "ranges/tree_delegate.h"
#include "ranges/tree_templates.h"
#include "session/worker.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

namespace {

constexpr int dimensionRole = Qt::UserRole + 100;

/// The dimensions that can be dragged into the tree.
class DimensionModel : public QStandardItemModel
{
public:
    using QStandardItemModel::QStandardItemModel;

    QStringList mimeTypes() const override { return {QLatin1String(ConditionTreeModel::dimensionMime)}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override
    {
        if (indexes.isEmpty())
            return nullptr;
        auto* data = new QMimeData;
        data->setData(QLatin1String(ConditionTreeModel::dimensionMime),
                      QByteArray::number(indexes.first().data(dimensionRole).toInt()));
        return data;
    }
};

} // namespace

class TreeEditor::Command : public QUndoCommand
{
public:
    Command(TreeEditor& editor, const QString& text, ConditionTree before, ConditionTree after)
        : QUndoCommand(text), m_editor(editor), m_before(std::move(before)), m_after(std::move(after))
    {}
    void redo() override { m_editor.showTree(m_after); }
    void undo() override { m_editor.showTree(m_before); }

private:
    TreeEditor& m_editor;
    ConditionTree m_before;
    ConditionTree m_after;
};

TreeEditor::TreeEditor(Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                       const EnabledSet& enabled, std::optional<std::uint32_t> original, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_edits(edits), m_rules(std::move(rules)), m_enabled(enabled),
      m_original(original), m_model(new ConditionTreeModel(this)), m_dimensions(new DimensionModel(this))
{
    setObjectName(QStringLiteral("treeEditor"));
    setWindowTitle(m_original ? tr("Edit the conditions") : tr("New range"));
    const Theme& theme = Theme::instance();
    resize(theme.scaled(1240), theme.scaled(760));
    build();
    addKeys();
    if (m_rules)
        countUses();
    if (m_original) {
        m_begun = treeOf(m_rules->rule(*m_original));
        m_side->addProducts(draftProductsOf(m_rules, *m_original, m_edits.edits()));
        m_begunProducts = m_side->products().size();
    }
    showTree(m_begun);
    m_dimensionList->setFocus();
}

/// How many rules use each value: told beside it once it is known.
void TreeEditor::countUses()
{
    using Uses = std::map<std::pair<Dimension, std::string>, qint64>;
    const auto count = [rules = m_rules] {
        Uses uses;
        for (std::uint32_t row = 0; row < rules->size(); ++row) {
            for (const TreeBranch& branch : treeOf(rules->rule(row)).branches)
                ++uses[{branch.dimension, branch.values.front().value}];
        }
        return uses;
    };
    inWorker(this, count, [this](Uses uses) {
        m_model->setUses(std::move(uses));
        m_tree->viewport()->update();
    });
}

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
    setButtonText(redo, tr("Redo"), QKeySequence::Redo);
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
    connect(paste, &QPushButton::clicked, this, &TreeEditor::pasteText);
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
    m_field = new PickerField(adding);
    addingColumn->addWidget(m_field);
    column->addWidget(adding);
    connect(m_field, &PickerField::picked, this, &TreeEditor::addValue);
    connect(m_field, &PickerField::left, this, [this] { m_tree->setFocus(); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreeEditor::showCurrent);
    connect(m_model, &ConditionTreeModel::dimensionDropped, this, &TreeEditor::addDimension);
    connect(m_tree, &QTreeView::activated, m_field, [this] { m_field->edit()->setFocus(); });
    return pane;
}

void TreeEditor::addKeys()
{
    const auto onTree = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onTree(Qt::Key_Delete, [this] { removeCurrent(); });
    onTree(Qt::Key_Insert, [this] { m_field->edit()->setFocus(); });
    onTree(QKeySequence::Cut, [this] { copyText(true); });
    onTree(QKeySequence::Copy, [this] { copyText(false); });
    onTree(QKeySequence::Paste, [this] { pasteText(); });
    onTree(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveBranch(-1); });
    onTree(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveBranch(1); });
    const auto onKey = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::Undo, [this] { m_undo.undo(); });
    onKey(QKeySequence::Redo, [this] { m_undo.redo(); });
    onKey(Qt::Key_F8, [this] { nextProblem(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { accept(); });
}

QModelIndex TreeEditor::current() const
{
    return m_tree->currentIndex();
}

void TreeEditor::setTree(ConditionTree tree)
{
    m_begun = std::move(tree);
    m_undo.clear();
    showTree(m_begun);
}

void TreeEditor::change(const QString& text, ConditionTree changed, std::optional<Dimension> shown)
{
    if (changed == tree())
        return;
    m_undo.push(new Command(*this, text, tree(), std::move(changed)));
    if (!shown)
        return;
    for (int branch = 0; branch < m_model->rowCount(); ++branch) {
        if (tree().branches[static_cast<std::size_t>(branch)].dimension == *shown)
            m_tree->setCurrentIndex(m_model->indexOf(branch));
    }
}

void TreeEditor::showTree(const ConditionTree& shown)
{
    const int branch = ConditionTreeModel::branchOf(current());
    const int value = ConditionTreeModel::valueOf(current());
    m_problems = problemsOf(shown, *m_desk.catalogue(), m_enabled, &m_known);
    m_model->setTree(shown, m_problems);
    m_tree->expandAll();
    if (m_model->rowCount() > 0) {
        const int at = std::clamp(branch, 0, m_model->rowCount() - 1);
        const int values = m_model->rowCount(m_model->indexOf(at));
        m_tree->setCurrentIndex(m_model->indexOf(at, std::min(value, values - 1)));
    }
    m_side->setTree(shown, static_cast<int>(m_problems.size()));
    fillDimensions();
    showCurrent();
    showState();
}

void TreeEditor::fillDimensions()
{
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
    }
}

void TreeEditor::addDimension(Dimension dimension, int before)
{
    ConditionTree changed = tree();
    const auto found = std::find_if(changed.branches.begin(), changed.branches.end(),
                                    [dimension](const TreeBranch& b) { return b.dimension == dimension; });
    TreeBranch branch{dimension, {}};
    auto at = before < 0 ? static_cast<std::ptrdiff_t>(changed.branches.size()) : std::ptrdiff_t{before};
    if (found != changed.branches.end()) { // moved
        branch = *found;
        if (found - changed.branches.begin() < at)
            --at;
        changed.branches.erase(found);
    }
    at = std::min(at, static_cast<std::ptrdiff_t>(changed.branches.size()));
    changed.branches.insert(changed.branches.begin() + at, std::move(branch));
    change(tr("condition %1").arg(dimensionName(dimension)), std::move(changed), dimension);
    m_field->edit()->setFocus();
}

void TreeEditor::addValue(const Picked& picked)
{
    const int branch = ConditionTreeModel::branchOf(current());
    if (branch < 0)
        return;
    ConditionTree changed = tree();
    TreeBranch& into = changed.branches[static_cast<std::size_t>(branch)];
    const TreeValue value{picked.by, picked.value, picked.code, picked.name, false};
    if (into.holds(value))
        return;
    into.values.push_back(value);
    change(tr("value %1").arg(picked.text()), std::move(changed), into.dimension);
}

void TreeEditor::removeCurrent()
{
    const int branch = ConditionTreeModel::branchOf(current());
    const int value = ConditionTreeModel::valueOf(current());
    if (branch < 0)
        return;
    ConditionTree changed = tree();
    if (value < 0) {
        changed.branches.erase(changed.branches.begin() + branch);
    } else {
        auto& values = changed.branches[static_cast<std::size_t>(branch)].values;
        values.erase(values.begin() + value);
    }
    change(tr("remove"), std::move(changed));
}

void TreeEditor::moveBranch(int by)
{
    const int from = ConditionTreeModel::branchOf(current());
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_model->rowCount())
        return;
    ConditionTree changed = tree();
    std::swap(changed.branches[static_cast<std::size_t>(from)],
              changed.branches[static_cast<std::size_t>(to)]);
    const Dimension moved = changed.branches[static_cast<std::size_t>(to)].dimension;
    change(tr("move"), std::move(changed), moved);
}

/// The branch or value under the keyboard, as text.
void TreeEditor::copyText(bool cuts)
{
    const int branch = ConditionTreeModel::branchOf(current());
    const int value = ConditionTreeModel::valueOf(current());
    if (branch < 0)
        return;
    ConditionTree piece{{tree().branches[static_cast<std::size_t>(branch)]}};
    if (value >= 0)
        piece.branches.front().values = {piece.branches.front().values[static_cast<std::size_t>(value)]};
    QGuiApplication::clipboard()->setText(treeText(piece));
    if (cuts)
        removeCurrent();
}

void TreeEditor::pasteText()
{
    const auto pasted = treeOfText(QGuiApplication::clipboard()->text(), *m_desk.catalogue());
    if (!pasted) {
        dialogs().ask(this,
                      {tr("This text cannot be pasted here"), pasted.error().text(), {{tr("Close")}}, 0});
        return;
    }
    ConditionTree changed = tree();
    for (const TreeBranch& branch : pasted->branches) {
        auto into = std::find_if(changed.branches.begin(), changed.branches.end(),
                                 [&](const TreeBranch& b) { return b.dimension == branch.dimension; });
        if (into == changed.branches.end())
            into = changed.branches.insert(into, TreeBranch{branch.dimension, {}});
        for (const TreeValue& value : branch.values) {
            if (!into->holds(value))
                into->values.push_back(value);
        }
    }
    change(tr("paste"), std::move(changed), pasted->branches.back().dimension);
}

void TreeEditor::nextProblem()
{
    if (m_problems.empty())
        return;
    const auto place = [this](const QModelIndex& index) {
        return std::pair(ConditionTreeModel::branchOf(index), ConditionTreeModel::valueOf(index));
    };
    const TreeProblem* next = &m_problems.front();
    for (const TreeProblem& problem : m_problems) {
        if (std::pair(problem.branch, problem.value) > place(current())) {
            next = &problem;
            break;
        }
    }
    m_tree->setCurrentIndex(m_model->indexOf(next->branch, next->value));
    m_tree->setFocus();
}

void TreeEditor::repair(const TreeValue& value)
{
    const int branch = ConditionTreeModel::branchOf(current());
    const int at = ConditionTreeModel::valueOf(current());
    if (branch < 0 || at < 0)
        return;
    ConditionTree changed = tree();
    changed.branches[static_cast<std::size_t>(branch)].values[static_cast<std::size_t>(at)] = value;
    change(tr("repair"), std::move(changed));
}

void TreeEditor::confirmCurrent()
{
    const int branch = ConditionTreeModel::branchOf(current());
    const int at = ConditionTreeModel::valueOf(current());
    if (branch < 0 || at < 0)
        return;
    TreeValue value = tree().branches[static_cast<std::size_t>(branch)].values[static_cast<std::size_t>(at)];
    value.isConfirmed = true;
    repair(value);
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

void TreeEditor::showState()
{
    const auto problems = static_cast<int>(m_problems.size());
    const bool hasRanges = !m_side->ranges().empty() && m_side->isSettled();
    QString text = tr("Apply to %1 ranges").arg(figure(static_cast<qint64>(m_side->ranges().size())));
    if (problems > 0)
        text = tr("Apply: %1 to mend first").arg(problems);
    else if (m_side->isOverLimit())
        text = tr("Apply: too many ranges");
    else if (m_side->products().empty())
        text = tr("Apply: no products yet");
    else if (m_original && tree() == m_begun)
        text = tr("Apply: nothing changed");
    const bool isOther = !m_original || !(tree() == m_begun);
    setButtonText(m_apply, text, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_apply->setEnabled(problems == 0 && hasRanges && !m_side->isOverLimit() && !m_side->products().empty() &&
                        isOther);
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

void TreeEditor::showTemplates()
{
    QMenu menu(this);
    connect(menu.addAction(tr("Save as a template…")), &QAction::triggered, this, &TreeEditor::saveTemplate);
    menu.addSeparator();
    if (m_desk.data() != nullptr) {
        auto all = treeTemplates(*m_desk.data()).value_or(std::map<QString, ConditionTree>());
        for (const auto& [name, kept] : all)
            connect(menu.addAction(name), &QAction::triggered, this,
                    [this, name = name, kept = kept] { change(name, kept); });
        if (all.empty())
            menu.addAction(tr("No template yet"))->setEnabled(false);
        else if (QMenu* removing = menu.addMenu(tr("Remove a template")); removing != nullptr) {
            for (const auto& [name, kept] : all)
                connect(removing->addAction(name), &QAction::triggered, this,
                        [this, all, name = name]() mutable {
                            all.erase(name);
                            (void)keepTreeTemplates(*m_desk.data(), all);
                        });
        }
    }
    menu.exec(m_templates->mapToGlobal(m_templates->rect().bottomLeft()));
}

/// The ranges get their products as edits that wait; what is there already is compared with it.
void TreeEditor::accept()
{
    if (!m_apply->isEnabled())
        return;
    std::vector<PendingEdits::Wish> wishes;
    for (const ExpandedRange& range : m_side->ranges()) {
        const RangeTarget& target = range.known;
        const auto row = m_rules ? m_rules->rowOf(target.key()) : std::nullopt;
        std::map<std::string, BaseValue> there;
        bool isCut = false;
        if (row && !m_rules->isDraft(*row)) {
            isCut = m_rules->figures(*row).missing > 0;
            const RuleProductRows products(m_rules, *row);
            for (std::uint32_t i = 0; i < products.size(); ++i)
                there.emplace(products.editKey(i), products.base(i));
        }
        for (const DraftProduct& wanted : m_side->products()) {
            const std::string key = RangeEdits::productKey(wanted.product.by, wanted.product.value);
            ProductEdit edit{{Dimension::Department, wanted.product.by, -1, wanted.product.value},
                             wanted.product.code,
                             wanted.product.name,
                             false,
                             wanted.mustSell,
                             wanted.isNew,
                             {}};
            const auto found = there.find(key);
            if (found != there.end())
                edit.base = found->second;
            else
                edit.base.known = target.isById() && m_rules != nullptr && !isCut &&
                                  wanted.product.by == SelectBy::Id && range.mark != Mark::Warning;
            wishes.push_back({target, key, std::move(edit)});
        }
        m_applied.push_back(target);
    }
    std::optional<RangeEdits::Clearing> clearing;
    if (m_original) {
        const RangeTarget old = m_rules->target(*m_original);
        const bool stays = std::any_of(m_applied.begin(), m_applied.end(),
                                       [&](const RangeTarget& target) { return target.key() == old.key(); });
        if (!stays) { // the old range may be one of the new ones
            clearing = RangeEdits::Clearing{old, {}};
            for (const ExpandedRange& range : m_side->ranges()) {
                if (range.mark != Mark::Same) // those are there, as they were read
                    clearing->after.push_back(range.known.key());
            }
            // What was edited there and not posted went over to the new ones.
            if (const RangeEdits::Target* edited = m_edits.edits().target(old.key())) {
                for (const auto& [product, edit] : edited->products)
                    wishes.push_back({old, product, {}});
            }
        }
    }
    m_edits.apply(m_original ? tr("other conditions") : tr("new ranges"), std::move(wishes), clearing);
    QDialog::accept();
}

void TreeEditor::reject()
{
    if (!(tree() == m_begun) || m_side->products().size() != m_begunProducts) {
        const int answer =
            dialogs().ask(this, {tr("Give these conditions up?"),
                                 tr("They were not applied."),
                                 {{tr("Give them up"), "danger"}, {tr("Go on editing"), "primary"}},
                                 1});
        if (answer != 0)
            return;
    }
    QDialog::reject();
}

} // namespace rangedesk::ui
