// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/review_step.h"

#include "bulk/plan_dialog.h"
#include "changes/job_files.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/keys.h"
#include "common/page.h"
#include "session/worker.h"

#include <QShortcut>

namespace rangedesk::ui {

namespace {

/// Exclusions reach the journal so long after the last of them.
constexpr std::chrono::seconds keepAfter{2};

constexpr auto takeKey =
    static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::SHIFT) | static_cast<int>(Qt::Key_A);

} // namespace

ReviewStep::ReviewStep(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rows = new BatchTable("review", BatchTable::Step::Review, this);
    m_exclude = makeButton(m_rows, "", "exclude");
    m_exclude->setObjectName(QStringLiteral("review.exclude"));
    m_export = makeButton(m_rows, "", "export");
    m_comment = makeButton(m_rows, "", "edit");
    m_comment->setObjectName(QStringLiteral("review.comment"));
    m_take = makeButton(m_rows, "", "verified");
    m_take->setObjectName(QStringLiteral("review.take"));
    m_take->hide();
    m_rows->addTool(m_take);
    m_rows->addTool(m_comment);
    m_rows->addTool(m_exclude);
    m_rows->addTool(m_export);
    row->addWidget(m_rows, 1);

    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(Theme::instance().scaled(284));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = addSideColumn(side, column);
    QWidget* content = top->parentWidget();
    m_title = makeLabel(content, {}, Type::PaneTitle);
    m_figures = makeLabel(content, {}, Type::Body);
    m_estimate = makeParagraph(content, {}, Type::Caption);
    m_plan = makeButton(content, "link");
    m_plan->setObjectName(QStringLiteral("review.plan"));
    m_facts = new QFormLayout;
    m_facts->setVerticalSpacing(6);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (int i = 0; i < 5; ++i) {
        QLabel* name = makeLabel(content, {}, Type::Caption, "caption");
        QLabel* value = makeLabel(content, {}, Type::Body);
        value->setAlignment(Qt::AlignRight);
        m_factNames.push_back(name);
        m_factValues.push_back(value);
        m_facts->addRow(name, value);
    }
    m_problem = new Note(Mark::Refused, content);
    m_problem->hide();
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_problem);
    top->addWidget(m_figures);
    top->addWidget(m_estimate);
    top->addWidget(m_plan, 0, Qt::AlignLeft);
    top->addSpacing(4);
    top->addLayout(m_facts);
    top->addSpacing(6);
    top->addLayout(m_notes);
    top->addStretch();
    QFrame* foot = makePane(side, "paneFoot");
    auto* buttons = new QVBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 14, size::padding, 14);
    buttons->setSpacing(8);
    const bool isProduction = desk.environment() == Environment::Production;
    m_post = makeButton(foot, isProduction ? "production" : "primary", "send");
    m_post->setObjectName(QStringLiteral("review.post"));
    m_post->setProperty("large", true);
    m_later = makeButton(foot, "", "calendar");
    m_later->setObjectName(QStringLiteral("review.later"));
    m_back = makeButton(foot);
    m_share = makeButton(foot, "", "copy");
    m_share->setObjectName(QStringLiteral("review.share"));
    m_effect = makeButton(foot, "", "customer");
    m_effect->setObjectName(QStringLiteral("review.effect"));
    m_rehearse = makeButton(foot, "", "rehearse");
    m_rehearse->setObjectName(QStringLiteral("review.rehearse"));
    // Of a company that has a profile, and is none itself.
    m_rehearse->setVisible(desk.environment() != Environment::Rehearsal && !desk.wish().profile.isEmpty());
    m_hint = makeParagraph(foot, {}, Type::Caption, "faint");
    auto* posting = new QHBoxLayout;
    posting->addWidget(m_post, 1);
    posting->addWidget(m_later);
    buttons->addLayout(posting);
    auto* others = new QHBoxLayout;
    others->addWidget(m_back, 1);
    others->addWidget(m_share);
    buttons->addLayout(others);
    buttons->addWidget(m_effect);
    buttons->addWidget(m_rehearse);
    buttons->addWidget(m_hint);
    column->addWidget(foot);
    row->addWidget(side);

    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &ReviewStep::keep);
    connect(m_exclude, &QPushButton::clicked, this, &ReviewStep::toggleSelected);
    connect(m_take, &QPushButton::clicked, this, &ReviewStep::takeHeld);
    connect(m_rows->table(), &TableView::deleteRequested, this, &ReviewStep::toggleSelected);
    connect(m_rows->table(), &TableView::toggleRequested, this, &ReviewStep::toggleRow);
    connect(m_export, &QPushButton::clicked, this, &ReviewStep::exportRefused);
    connect(m_comment, &QPushButton::clicked, this, &ReviewStep::comment);
    connect(m_share, &QPushButton::clicked, this, &ReviewStep::share);
    connect(m_rehearse, &QPushButton::clicked, this, &ReviewStep::rehearse);
    connect(m_effect, &QPushButton::clicked, this, &ReviewStep::effectWanted);
    connect(m_post, &QPushButton::clicked, this, &ReviewStep::post);
    connect(m_later, &QPushButton::clicked, this, &ReviewStep::postLater);
    connect(m_plan, &QPushButton::clicked, this, [this] {
        const auto options = optionsOf(m_draft->job);
        const SendSettings send = options ? options->send : SendSettings{};
        PlanDialog dialog(m_draft, states(), send.productsPerRequest, window());
        dialog.exec();
    });
    connect(m_back, &QPushButton::clicked, this, &ReviewStep::back);
    connect(m_rows, &BatchTable::told, this, &ReviewStep::told);
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    connect(&desk.runner(), &JobRunner::taskChanged, this, [this] {
        if (m_draft)
            showSummary();
    });
    onKey(QKeySequence::Undo, &ReviewStep::undo);
    for (const QKeySequence& redo : redoKeys)
        onKey(redo, &ReviewStep::redo);
    onKey(QKeySequence(Qt::Key_F2), &ReviewStep::comment);
    onKey(QKeySequence(takeKey), &ReviewStep::takeHeld);
    onKey(QKeySequence(effectKey), [this] {
        if (m_effect->isVisible())
            Q_EMIT effectWanted();
    });
    translated(this, [this] { setTexts(); });
}

void ReviewStep::stopKeeping()
{
    m_keepTimer.stop();
    m_isDirty = false;
}

void ReviewStep::keepAgain()
{
    m_isDirty = m_draft != nullptr;
    keep();
}

void ReviewStep::forget()
{
    clear();
    m_decisions.forget();
}

void ReviewStep::clear()
{
    stopKeeping();
    m_draft.reset();
    m_rows->clear();
    m_post->setEnabled(false);
    m_later->setEnabled(false);
}

void ReviewStep::setHasSheet(bool has)
{
    m_hasSheet = has;
    setTexts();
}

void ReviewStep::showProblem(const std::optional<Error>& problem)
{
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setText(problem->text());
        announce(window(), problem->text());
    }
}

void ReviewStep::setDraft(const SharedOutcome& draft)
{
    // The same draft compared again brings its own exclusions; those of another one are kept first.
    if (m_draft && m_draft->job.id != draft->job.id)
        keep();
    m_decisions.setDraft(draft);
    clear();
    showProblem(std::nullopt);
    m_draft = draft;
    const auto options = optionsOf(draft->job);
    m_comments = options ? options->comments : RowComments();
    m_effect->setVisible(draft->batch.kind == ChangeKind::RangeProducts ||
                         draft->batch.kind == ChangeKind::CustomerProducts);
    setTexts();
    rebuild();
}

void ReviewStep::toggleRow(const QModelIndex& index)
{
    if (!m_rows->model()->rows() || !m_draft)
        return;
    toggle({m_rows->model()->sourceRow(index.row())});
}

void ReviewStep::toggleSelected()
{
    const auto shown = m_rows->model()->rows();
    if (!shown || !m_draft)
        return;
    const auto now = [this, &shown](std::uint32_t row) {
        const std::uint32_t first = shown->row(row).primary == noIndex ? row : shown->row(row).primary;
        return states()[first];
    };
    std::vector<std::uint32_t> rows;
    bool anyIncluded = false;
    for (const int row : m_rows->table()->selectedRows()) {
        rows.push_back(m_rows->model()->sourceRow(row));
        anyIncluded = anyIncluded || canExclude(now(rows.back()));
    }
    // A mixed selection is excluded as a whole first.
    if (anyIncluded)
        std::erase_if(rows, [&now](std::uint32_t row) { return !canExclude(now(row)); });
    toggle(rows);
}

/// What was done now would be lost when the comparison comes.
bool ReviewStep::isComparedAgain() const
{
    const DraftRunner& drafts = m_desk.drafts();
    return drafts.isBusy() && m_draft && drafts.jobId() == m_draft->job.id;
}

void ReviewStep::takeHeld()
{
    const auto shown = m_rows->model()->rows();
    if (!shown || !m_draft || isComparedAgain())
        return;
    std::vector<std::uint32_t> rows;
    for (const int row : m_rows->table()->selectedRows())
        rows.push_back(m_rows->model()->sourceRow(row));
    const RowDecisions::Change change = m_decisions.take(rows);
    if (change == RowDecisions::Change::None)
        Q_EMIT told(Mark::Excluded, tr("None of these rows is held for a decision."));
    showDecided(change);
}

void ReviewStep::toggle(const std::vector<std::uint32_t>& rows)
{
    if (isComparedAgain()) {
        Q_EMIT told(Mark::Waiting, tr("The draft is being compared again; wait for that, or cancel it."));
        return;
    }
    const RowDecisions::Change change = m_decisions.toggle(rows);
    if (change == RowDecisions::Change::None)
        Q_EMIT told(Mark::Excluded, tr("These rows are not sent anyway."));
    showDecided(change);
}

void ReviewStep::showDecided(RowDecisions::Change change)
{
    switch (change) {
    case RowDecisions::Change::None:
        return;
    case RowDecisions::Change::Accepted:
        Q_EMIT acceptHeld(m_decisions.wanted());
        return;
    case RowDecisions::Change::States:
        rebuild();
        m_isDirty = true;
        m_keepTimer.start();
        return;
    }
}

/// A word on the selected rows; an empty one takes it away.
void ReviewStep::comment()
{
    const auto shown = m_rows->model()->rows();
    const std::vector<int> selected = m_rows->table()->selectedRows();
    if (!shown || !m_draft || selected.empty())
        return;
    const QString before = shown->comment(m_rows->model()->sourceRow(selected.front()));
    bool isAccepted = false;
    const QString text =
        dialogs().input(this, tr("Comment on %1 rows").arg(figure(static_cast<qint64>(selected.size()))),
                        tr("Comment"), before, &isAccepted);
    if (!isAccepted)
        return;
    for (const int row : selected)
        m_comments[m_rows->model()->sourceRow(row)] = text.trimmed();
    rebuild();
    m_isDirty = true;
    m_keepTimer.start();
}

void ReviewStep::undo()
{
    if (m_draft && !isComparedAgain())
        showDecided(m_decisions.undo());
}

void ReviewStep::redo()
{
    if (m_draft && !isComparedAgain())
        showDecided(m_decisions.redo());
}

void ReviewStep::keep()
{
    m_keepTimer.stop();
    if (!m_isDirty || !m_draft)
        return;
    m_isDirty = false;
    m_desk.drafts().keepDraft(m_draft, states(), m_comments);
}

/// Counts and table anew, in a worker; the newest states win.
void ReviewStep::rebuild()
{
    m_post->setEnabled(false); // until the counts are those of the rows as they are
    if (m_isRebuilding) {
        m_rebuildAgain = true;
        return;
    }
    m_isRebuilding = true;
    struct Rebuilt
    {
        std::shared_ptr<const BatchRows> rows;
        PlanSummary summary;
        RowDecisions::HeldCounts held;
    };
    const auto work = [draft = m_draft, states = states(), comments = m_comments] {
        const auto options = optionsOf(draft->job);
        const std::size_t most =
            options ? options->send.productsPerRequest : SendSettings{}.productsPerRequest;
        return Rebuilt{std::make_shared<const BatchRows>(draft, BatchRows::View::Review, states, comments),
                       summarisePlan(draft->batch, states, most), RowDecisions::heldOf(draft->batch, states)};
    };
    const auto done = [this, draft = m_draft](const Rebuilt& rebuilt) {
        m_isRebuilding = false;
        if (std::exchange(m_rebuildAgain, false) || draft != m_draft) {
            if (m_draft)
                rebuild();
            return;
        }
        m_summary = rebuilt.summary;
        m_held = rebuilt.held;
        m_rows->setRows(rebuilt.rows);
        showSummary();
    };
    inWorker(this, work, done);
}

void ReviewStep::setTexts()
{
    setButtonText(m_exclude, tr("Exclude rows"), Qt::Key_Delete);
    m_exclude->setToolTip(tr("Excluded rows are not sent. Space toggles one row, Ctrl+Z takes it back."));
    setButtonText(m_take, tr("Take as compared")); // the row of buttons has no room for its key
    m_take->setToolTip(
        tr("Takes the comparison as it is now: the selected rows that are held for a decision, or "
           "all of them, are posted over what the server holds by now. Ctrl+Z takes it back.") +
        QStringLiteral("   ") + QKeySequence(takeKey).toString(QKeySequence::NativeText));
    setButtonText(m_export, tr("Save the refused rows…"));
    setButtonText(m_comment, tr("Comment…"), Qt::Key_F2);
    m_comment->setToolTip(
        tr("A word on the selected rows, for yourself or for the colleague who gets the changes."));
    setButtonText(m_share, tr("Share…"));
    m_share->setToolTip(tr("Saves the changes as one file that a colleague can open, check and post."));
    setButtonText(m_effect, tr("Effect on customers…"), QKeySequence(effectKey));
    m_effect->setToolTip(tr("For how many customers of the catalogue products are gained, lost or flagged "
                            "otherwise, and which."));
    setButtonText(m_rehearse, tr("Rehearse these changes…"));
    m_rehearse->setToolTip(tr("Opens a copy of the company on this computer with these changes, ready to be "
                              "posted there. Nothing reaches the company."));
    m_title->setText(tr("Before posting"));
    setButtonText(m_back, m_hasSheet ? tr("Back to the check") : tr("Back to the start"));
    m_hint->setText(tr("A confirmation follows: nothing is posted by one key."));
    setButtonText(m_plan, tr("Show each request and its reason"));
    m_later->setToolTip(tr("Post at a set time…"));
    m_later->setAccessibleName(tr("Post at a set time"));
    if (m_draft)
        showSummary();
}

} // namespace rangedesk::ui
