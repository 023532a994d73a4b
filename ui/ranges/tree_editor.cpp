// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/tree_editor.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "core/text.h"
#include "ranges/dimension_model.h"
#include "ranges/tree_templates.h"
#include "session/worker.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

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

/// The products of the new ranges; they were changed already when it is made.
class TreeEditor::ProductCommand : public QUndoCommand
{
public:
    ProductCommand(TreeSide& side, std::vector<DraftProduct> before)
        : QUndoCommand(TreeEditor::tr("products")), m_side(side), m_before(std::move(before)),
          m_after(side.products())
    {}
    void redo() override
    {
        if (m_side.products() != m_after)
            m_side.setProducts(m_after);
    }
    void undo() override { m_side.setProducts(m_before); }

private:
    TreeSide& m_side;
    std::vector<DraftProduct> m_before;
    std::vector<DraftProduct> m_after;
};

TreeEditor::TreeEditor(Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                       const EnabledSet& enabled, std::optional<std::uint32_t> original, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_edits(edits), m_rules(std::move(rules)), m_enabled(enabled),
      m_original(original), m_model(new ConditionTreeModel(this)), m_dimensions(new DimensionModel(this))
{
    setObjectName(QStringLiteral("treeEditor"));
    setWindowTitle(m_original ? tr("Edit the conditions") : tr("New range"));
    const Theme& theme = Theme::instance();
    resize(QSize(theme.scaled(1240), theme.scaled(760)).boundedTo(parent->window()->size()));
    build();
    addKeys();
    connect(m_side, &TreeSide::productsEdited, this, [this](const std::vector<DraftProduct>& before) {
        m_undo.push(new ProductCommand(*m_side, before));
    });
    // What was unknown may be known by now, and what was unique ambiguous.
    connect(&m_desk.catalogueKeeper(), &CatalogueKeeper::changed, this, [this] {
        m_isOutdated = true;
        lookUpValues();
    });
    if (m_rules)
        countUses();
    if (m_desk.connection() != nullptr)
        askEnabled();
    if (m_original) {
        m_begun = treeOf(m_rules->rule(*m_original));
        m_side->addProducts(draftProductsOf(m_rules, *m_original, m_edits.edits()));
        m_begunProducts = m_side->products();
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
            for (const TreeBranch& branch : treeOf(rules->rule(row)).branches) {
                for (const TreeValue& value : branch.values)
                    ++uses[{branch.dimension, value.value}];
            }
        }
        return uses;
    };
    inWorker(this, count, [this](Uses uses) {
        m_model->setUses(std::move(uses));
        m_tree->viewport()->update();
    });
}

/// Operation 4: what a reading told may be old, and tells nothing of dimensions that are not known here.
/// Where nothing is known every dimension is offered until the answer comes, and what is not enabled becomes
/// a fault then; where it is refused it stays so.
void TreeEditor::askEnabled()
{
    m_asking = std::make_shared<StopFlag>(false);
    const auto ask = [connection = m_desk.connection(), stop = m_asking] {
        return readDimensions(*connection, *stop);
    };
    const auto done = [this](const std::optional<DimensionReading>& reading) {
        m_asking.reset();
        if (!reading)
            return;
        m_unknown = reading->unknown;
        m_enabled = reading->known;
        m_model->setCheck(checkTree(tree(), m_enabled, m_known));
        fillDimensions();
        showCheck();
    };
    inWorker(this, ask, done, &m_desk.readers());
}

TreeEditor::~TreeEditor()
{
    if (m_asking)
        *m_asking = true;
    if (m_looking)
        *m_looking = true;
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
    m_model->setTree(shown, checkTree(shown, m_enabled, m_known));
    m_tree->expandAll();
    if (m_model->rowCount() > 0) {
        const int at = std::clamp(branch, 0, m_model->rowCount() - 1);
        const int values = m_model->rowCount(m_model->indexOf(at));
        m_tree->setCurrentIndex(m_model->indexOf(at, std::min(value, values - 1)));
    }
    fillDimensions();
    showCheck();
    lookUpValues();
}

/// Values that were not met before, in a worker: what the catalogue lacks is compared with all that it has.
/// The newest tree wins.
void TreeEditor::lookUpValues()
{
    if (m_looking)
        *m_looking = true;
    m_looking.reset();
    if (m_model->check().isWhole && !m_isOutdated)
        return;
    m_looking = std::make_shared<std::atomic<bool>>(false);
    const auto look = [tree = tree(), catalogue = m_desk.catalogue(),
                       known = m_isOutdated ? KnownValues() : m_known, abandon = m_looking]() mutable {
        lookUp(tree, *catalogue, known, *abandon);
        return std::move(known);
    };
    inWorker(this, look, [this, mine = m_looking](KnownValues known) {
        if (mine != m_looking)
            return; // the tree is another one by now
        m_looking.reset();
        m_isOutdated = false;
        m_known = std::move(known);
        m_model->setCheck(checkTree(tree(), m_enabled, m_known));
        showCheck();
    });
}

void TreeEditor::showCheck()
{
    m_side->setTree(tree(), static_cast<int>(m_model->check().problems.size()));
    showCurrent();
    showState();
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
    const ConditionTree piece = m_model->piece(current());
    if (piece.branches.empty())
        return;
    QGuiApplication::clipboard()->setText(treeText(piece));
    if (cuts)
        removeCurrent();
}

/// Another value begins as this one: its text stands in the field, ready to be changed.
void TreeEditor::duplicateValue()
{
    const ConditionTree piece = m_model->piece(current());
    if (ConditionTreeModel::valueOf(current()) < 0 || piece.branches.empty())
        return;
    const TreeValue& value = piece.branches.front().values.front();
    m_field->edit()->setText(toQString(value.name.empty() ? value.value : value.name));
    m_field->edit()->setFocus();
    m_field->edit()->selectAll();
}

void TreeEditor::pasteText(const QString& text)
{
    const auto pasted = treeOfText(text, *m_desk.catalogue());
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
    const std::vector<TreeProblem>& problems = m_model->check().problems;
    if (problems.empty())
        return;
    const auto place = [this](const QModelIndex& index) {
        return std::pair(ConditionTreeModel::branchOf(index), ConditionTreeModel::valueOf(index));
    };
    const TreeProblem* next = &problems.front();
    for (const TreeProblem& problem : problems) {
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

void TreeEditor::showState()
{
    const std::size_t products = std::max<std::size_t>(1, m_side->products().size());
    const bool isTooMuch =
        m_side->isOverLimit() || m_side->ranges().size() > RangeEdits::mostAtOnce / products;
    const auto problems = static_cast<int>(m_model->check().problems.size());
    const bool isLooking = !m_model->check().isWhole;
    const bool hasRanges = !m_side->ranges().empty() && m_side->isSettled();
    QString text = tr("Apply to %1 ranges").arg(figure(static_cast<qint64>(m_side->ranges().size())));
    if (problems > 0)
        text = tr("Apply: %1 to mend first").arg(problems);
    else if (isLooking)
        text = tr("Apply: looking the values up…");
    else if (isTooMuch)
        text = tr("Apply: too many ranges");
    else if (m_side->products().empty())
        text = tr("Apply: no products yet");
    else if (m_original && tree() == m_begun)
        text = tr("Apply: nothing changed");
    const bool isOther = !m_original || !(tree() == m_begun);
    setButtonText(m_apply, text, QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_apply->setEnabled(problems == 0 && !isLooking && hasRanges && !isTooMuch &&
                        !m_side->products().empty() && isOther);
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
    if (!(tree() == m_begun) || m_side->products() != m_begunProducts) {
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
