// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/edits_dialog.h"

#include "common/keys.h"
#include "core/text.h"
#include "session/worker.h"

#include <QShortcut>

namespace rangedesk::ui {

EditsDialog::EditsDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                         QWidget* parent)
    : AnswerDialog(desk.environment(), new EditModel, QStringLiteral("edits"),
                   rules->ofCustomers() ? tr("Waiting edits of customer ranges")
                                        : tr("Waiting edits of sale ranges"),
                   parent),
      m_edits(edits), m_rules(std::move(rules)), m_model(static_cast<EditModel*>(m_table->model()))
{
    setSearchText(tr("Condition, customer, product, code, id"), tr("Find an edit"));
    m_table->setAccessibleName(tr("Edits"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("edits"), {{Look::Mark, 110, 124},
                                                  {Look::Text, 170, 190, true},
                                                  {Look::Text, 150, 170},
                                                  {Look::Code, 80, 84},
                                                  {Look::Text, 90, 96},
                                                  {Look::Text, 90, 110},
                                                  {Look::Text, 90, 90}});
    m_table->setEmptyText(tr("Nothing matches. Esc clears the search."));
    addActions();
    connect(&m_edits, &PendingEdits::changed, this, &EditsDialog::work);
    const auto onKey = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::Undo, [this] { m_edits.undoStack().undo(); });
    for (const QKeySequence& key : redoKeys)
        onKey(key, [this] { m_edits.undoStack().redo(); });
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] { accept(); });
    work();
}

void EditsDialog::addActions()
{
    m_mine = addAction(QStringLiteral("edits.mine"), "", "edit");
    m_theirs = addAction(QStringLiteral("edits.theirs"), "", "undo");
    m_mustSell = addAction(QStringLiteral("edits.mustSell"), "", "verified");
    m_new = addAction(QStringLiteral("edits.new"), "", "flag");
    setButtonText(m_mustSell, tr("Must-sell on or off"), Qt::Key_Space);
    setButtonText(m_new, tr("New product on or off"), Qt::Key_N);
    m_undo = addAction(QStringLiteral("edits.undo"), "", "undo");
    m_redo = addAction(QStringLiteral("edits.redo"), "", "redo");
    setButtonText(m_undo, tr("Take the last edit back"), QKeySequence::Undo);
    setButtonText(m_redo, tr("Do it again"), redoKeys.front());
    m_review = addAction(QStringLiteral("edits.review"), "primary", "send");
    connect(m_undo, &QPushButton::clicked, this, [this] { m_edits.undoStack().undo(); });
    connect(m_redo, &QPushButton::clicked, this, [this] { m_edits.undoStack().redo(); });
    connect(&m_edits.undoStack(), &QUndoStack::indexChanged, this, &EditsDialog::showButtons);
    addHint(
        tr("Another value than yours and theirs is given by must-sell and new. Nothing is sent from here."));
    connect(m_mustSell, &QPushButton::clicked, this, [this] { toggle(true); });
    connect(m_new, &QPushButton::clicked, this, [this] { toggle(false); });
    connect(m_table, &TableView::menuWanted, this, [this](QMenu* menu) {
        addMenuItem(menu, "edit", tr("Keep mine"), Qt::Key_M, m_mine->isEnabled(), [this] { decide(true); });
        addMenuItem(menu, "undo", tr("Keep theirs"), Qt::Key_T, m_theirs->isEnabled(),
                    [this] { decide(false); });
        addMenuItem(menu, "verified", m_mustSell->accessibleName(), Qt::Key_Space, m_mustSell->isEnabled(),
                    [this] { toggle(true); });
        addMenuItem(menu, "flag", m_new->accessibleName(), Qt::Key_N, m_new->isEnabled(),
                    [this] { toggle(false); });
        addMenuItem(menu, "remove", tr("Drop the edit"), Qt::Key_Delete, canDrop(), [this] { drop(); });
    });
    connect(m_table, &TableView::deleteRequested, this, &EditsDialog::drop);
    connect(m_mine, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_review, &QPushButton::clicked, this, &EditsDialog::accept);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EditsDialog::showButtons);
    connect(m_table, &TableView::toggleRequested, this, [this] { toggle(true); });
    onTableKey(Qt::Key_M, [this] { decide(true); });
    onTableKey(Qt::Key_T, [this] { decide(false); });
    onTableKey(Qt::Key_N, [this] { toggle(false); });
}

void EditsDialog::work()
{
    m_isWorking = true;
    showButtons();
    const int question = ++m_question;
    const auto look = [rules = m_rules, edits = m_edits.shared()] {
        return std::make_shared<const EditRows>(rules, edits);
    };
    inWorker(this, look, [this, question](const std::shared_ptr<const EditRows>& rows) {
        if (question != m_question)
            return; // edited again meanwhile
        m_isWorking = false;
        m_model->setSource(rows);
        showLines(*rows);
        showButtons();
    });
}

void EditsDialog::showLines(const EditRows& rows)
{
    m_sum->setText(
        rows.undecided() > 0
            ? tr("Others changed %1 of %2 edited products meanwhile: decide before anything is posted")
                  .arg(figure(rows.undecided()), figure(rows.edits()))
            : tr("%1 edits wait; nothing is left to decide").arg(figure(rows.edits())));
    QStringList more;
    if (rows.count(EditState::OnlyThere) + rows.unchanged() > 0)
        more << tr("Other products of these: %1 changed on the server, %2 unchanged.")
                    .arg(figure(rows.count(EditState::OnlyThere)), figure(rows.unchanged()));
    if (rows.count(EditState::ToClear) > 0)
        more << tr("Ranges to be cleared, each in a job of its own: %1.")
                    .arg(figure(rows.count(EditState::ToClear)));
    setCaption(more.join(QLatin1Char(' ')));
    std::vector<EquationBar::Term> terms;
    const auto add = [&](EditState state, Mark mark) {
        if (rows.count(state) > 0)
            terms.push_back({EditRows::facetOf(state), mark, describe(state), rows.count(state)});
    };
    add(EditState::Conflict, Mark::Warning);
    add(EditState::Gone, Mark::Warning);
    add(EditState::Mine, Mark::Changed);
    add(EditState::Alike, Mark::Same);
    add(EditState::Unread, Mark::Unknown);
    add(EditState::OnlyThere, Mark::Online);
    add(EditState::ToClear, Mark::Removed);
    m_facets->setTerms(tr("All"), static_cast<qint64>(rows.size()), terms);
}

void EditsDialog::showCurrent()
{
    showButtons();
    m_title->clear();
    m_words->clear();
    const auto row = currentRow();
    if (!row)
        return;
    const EditRows::Line& line = m_model->rows()->line(*row);
    m_title->setText(describe(line.state));
    if (line.state == EditState::ToClear) {
        m_words->setText(QStringList{line.target.sentence(), {}, line.mine()}.join(QLatin1Char('\n')));
        return;
    }
    m_words->setText(
        QStringList{line.target.sentence(),
                    QStringLiteral("%1 %2").arg(toQString(line.edit.name), toQString(line.edit.code)),
                    {},
                    tr("When it was edited: %1").arg(describe(line.edit.base)),
                    tr("On the server, as read last: %1").arg(describe(line.now)),
                    tr("Yours: %1").arg(line.mine())}
            .join(QLatin1Char('\n')));
}

void EditsDialog::showButtons()
{
    qint64 open = 0;
    const std::vector<std::uint32_t> rows = chosenRows();
    for (const std::uint32_t row : rows) {
        const EditState state = m_model->rows()->line(row).state;
        open += state == EditState::Conflict || state == EditState::Gone ? 1 : 0;
    }
    setButtonText(m_mine, tr("Keep mine: %1").arg(figure(open)), Qt::Key_M);
    setButtonText(m_theirs, tr("Keep theirs: %1").arg(figure(open)), Qt::Key_T);
    const bool isEdit = std::any_of(rows.begin(), rows.end(), [this](std::uint32_t row) {
        return m_model->rows()->line(row).state < EditState::OnlyThere;
    });
    m_mustSell->setEnabled(isEdit);
    m_new->setEnabled(isEdit);
    m_undo->setEnabled(m_edits.undoStack().canUndo());
    m_redo->setEnabled(m_edits.undoStack().canRedo());
    m_mine->setEnabled(open > 0);
    m_theirs->setEnabled(open > 0);
    const auto all = m_model->rows();
    const qint64 waiting = all ? all->edits() : 0;
    setButtonText(m_review, tr("Review and post edits: %1").arg(figure(waiting)));
    m_review->setEnabled(!m_isWorking && !m_model->isWorking() && waiting > 0 && all->undecided() == 0);
    m_review->setToolTip(all && all->undecided() > 0 ? tr("First decide on what others changed.")
                                                     : QString());
}

void EditsDialog::decide(bool mine)
{
    std::vector<PendingEdits::Wish> wishes;
    for (const std::uint32_t row : chosenRows()) {
        const EditRows::Line& line = m_model->rows()->line(row);
        if (line.state != EditState::Conflict && line.state != EditState::Gone)
            continue;
        // As it is by now: the table may be a moment behind the keys.
        const ProductEdit* current = m_edits.edits().find(line.target.key(), line.key);
        if (current == nullptr)
            continue;
        ProductEdit edit = *current;
        edit.base = line.now;
        // A rule that is gone is made anew then, knowingly.
        const bool isAnew = mine && line.state == EditState::Gone && isRuleGone(line);
        wishes.push_back({line.target, line.key,
                          mine ? std::optional<ProductEdit>(std::move(edit)) : std::nullopt, nullptr,
                          isAnew});
    }
    if (!wishes.empty())
        m_edits.apply(mine ? tr("keep mine") : tr("keep theirs"), std::move(wishes));
}

void EditsDialog::toggle(bool mustSell)
{
    std::vector<PendingEdits::Wish> wishes;
    std::optional<bool> wanted; // of the first; the others follow it
    for (const std::uint32_t row : chosenRows()) {
        const EditRows::Line& line = m_model->rows()->line(row);
        const ProductEdit* current = m_edits.edits().find(line.target.key(), line.key);
        if (current == nullptr)
            continue;
        ProductEdit edit = *current;
        bool& flag = mustSell ? edit.mustSell : edit.isNew;
        wanted = wanted.value_or(edit.isRemoved || !flag);
        flag = *wanted;
        edit.isRemoved = false;
        if (line.now.known)
            edit.base = line.now;
        wishes.push_back({line.target, line.key, std::move(edit), nullptr, isRuleGone(line)});
    }
    if (!wishes.empty())
        m_edits.apply(mustSell ? tr("must-sell") : tr("new"), std::move(wishes));
}

/// The chosen edits are made no more; undo brings them back.
void EditsDialog::drop()
{
    std::vector<PendingEdits::Wish> wishes;
    std::vector<std::string> clearings;
    for (const std::uint32_t row : chosenRows()) {
        const EditRows::Line& line = m_model->rows()->line(row);
        if (line.state == EditState::ToClear)
            clearings.push_back(line.target.key());
        else if (line.state != EditState::OnlyThere)
            wishes.push_back({line.target, line.key, std::nullopt});
    }
    const QString text = tr("drop %1 edits").arg(wishes.size());
    if (!wishes.empty())
        m_edits.apply(text, std::move(wishes));
    m_edits.dropClearings(clearings);
}

bool EditsDialog::canDrop() const
{
    const auto rows = chosenRows();
    return std::any_of(rows.begin(), rows.end(), [this](std::uint32_t row) {
        return m_model->rows()->line(row).state != EditState::OnlyThere;
    });
}

/// The whole rule is there no more, by what was read last.
bool EditsDialog::isRuleGone(const EditRows::Line& line) const
{
    const std::string key = line.target.key();
    const RangeEdits::Target* edited = m_edits.edits().target(key);
    const auto row = m_rules->rowOf(key);
    return edited != nullptr && edited->seen && m_rules->knows(key) && (!row || m_rules->isDraft(*row));
}

/// Not while a person has not decided.
void EditsDialog::accept()
{
    if (m_review->isEnabled())
        QDialog::accept();
}

} // namespace rangedesk::ui
