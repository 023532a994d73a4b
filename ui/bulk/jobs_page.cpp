// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/jobs_page.h"

#include "changes/report.h"
#include "common/dialogs.h"
#include "common/preferences.h"
#include "session/worker.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>

namespace rangedesk::ui {

JobsPage::JobsPage(Desk& desk, QWidget* parent) : Page(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("jobs"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(this);
    column->addWidget(m_head);
    m_problem = new Note(Mark::Refused, this);
    m_problem->hide();
    column->addWidget(m_problem);
    m_aside = new Note(Mark::Warning, this);
    m_aside->setObjectName(QStringLiteral("jobs.aside"));
    m_aside->hide();
    column->addWidget(m_aside);
    m_stack = new QStackedWidget(this);
    m_empty = new StatePanel(m_stack);
    m_stack->addWidget(m_empty);
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_splitter->setChildrenCollapsible(false);
    QFrame* left = makePane(m_splitter, "toolBar");
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 8, 12, 8);
    searchRow->setSpacing(8);
    m_search = makeSearchField(left);
    m_search->setObjectName(QStringLiteral("jobs.search"));
    m_archive = makeButton(left);
    m_archive->setObjectName(QStringLiteral("jobs.archive"));
    m_archive->setCheckable(true);
    m_archive->hide();
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_archive);
    leftColumn->addLayout(searchRow);
    left->setMinimumWidth(Theme::instance().scaled(320));
    m_list = new TableView(left);
    m_list->setObjectName(QStringLiteral("jobs.list"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_model = new JobModel(this);
    m_list->setModel(m_model);
    m_list->setSortingEnabled(false);
    m_list->horizontalHeader()->hide();
    m_list->setColumns(QStringLiteral("jobs"), {{ColumnLookKind::TwoLines, 240, 240, true}}, 56);
    leftColumn->addWidget(m_list, 1);
    m_splitter->addWidget(left);
    m_sideStack = new QStackedWidget(m_splitter);
    m_side = new StatePanel(m_sideStack);
    m_result = new ResultView(desk, "jobResult", true, m_sideStack);
    m_sideStack->addWidget(m_side);
    m_sideStack->addWidget(m_result);
    m_splitter->addWidget(m_sideStack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({400, 860});
    m_stack->addWidget(m_splitter);
    column->addWidget(m_stack, 1);

    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_archive, &QPushButton::toggled, this, &JobsPage::showJobs);
    connect(m_list, &TableView::currentRowChanged, this, &JobsPage::loadChosen);
    connect(m_model, &RowModel::settled, this, [this] {
        showCaption();
        if (m_wanted != 0) {
            const int row = m_model->source() ? m_model->rowOfKey(static_cast<std::uint64_t>(m_wanted)) : -1;
            if (row >= 0) {
                m_wanted = 0;
                m_list->goToRow(row);
                loadChosen();
                return;
            }
        }
        if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
            m_list->goToRow(0);
        else
            loadChosen();
    });
    connect(m_result, &ResultView::resume, this, &JobsPage::resume);
    connect(m_result, &ResultView::openDraft, this, &JobsPage::openDraft);
    connect(m_result, &ResultView::discardDraft, this, &JobsPage::discard);
    connect(m_result, &ResultView::undo, this, &JobsPage::undo);
    connect(m_result, &ResultView::retry, this, &JobsPage::retry);
    connect(m_result, &ResultView::archive, this, &JobsPage::setArchived);
    connect(&desk.drafts(), &DraftRunner::archived, this, [this](int jobs) {
        Q_EMIT told(Mark::Waiting,
                    tr("Old jobs were put into the archive: %1. Nothing of them is deleted.").arg(jobs));
    });
    connect(m_result, &ResultView::told, this, &Page::told);
    JobRunner& runner = desk.runner();
    connect(&runner, &JobRunner::opened, this, &JobsPage::refresh);
    connect(&runner, &JobRunner::opened, this, &JobsPage::lookForDamage);
    lookForDamage();
    for (EngineRunner* engine : std::initializer_list<EngineRunner*>{&runner, &desk.drafts()}) {
        connect(engine, &EngineRunner::jobsChanged, this, &JobsPage::refresh);
        connect(engine, &EngineRunner::taskChanged, this, [this] {
            m_loaded = 0;
            refresh();
        });
    }
    const auto tellRunning = [this] {
        const Progress& p = m_desk.runner().progress();
        const double share = p.requestsPlanned > 0 ? static_cast<double>(p.requestsAnswered) /
                                                         static_cast<double>(p.requestsPlanned)
                                                   : 0;
        m_model->setRunning(m_desk.runner().jobId(), share, m_desk.runner().isPaused());
    };
    connect(&runner, &JobRunner::progressed, this, tellRunning);
    connect(&runner, &JobRunner::taskChanged, this, tellRunning);
    translated(this, [this] { setTexts(); });
}

std::vector<QWidget*> JobsPage::panes() const
{
    if (m_stack->currentIndex() == 0)
        return {};
    std::vector<QWidget*> all{m_search, m_list};
    if (m_sideStack->currentWidget() == m_result)
        all.push_back(m_result->table()->table());
    return all;
}

void JobsPage::find()
{
    m_search->setFocus();
    m_search->selectAll();
}

void JobsPage::choose(qint64 job)
{
    m_wanted = job;
    refresh();
}

void JobsPage::refresh()
{
    if (m_desk.data() == nullptr)
        return;
    if (m_isListing) {
        m_listAgain = true;
        return;
    }
    m_isListing = true;
    const auto work = [data = m_desk.data(), scope = m_desk.scope(), running = m_desk.runner().jobId()] {
        return Desk::jobs(*data, scope, running);
    };
    const auto done = [this](const Result<std::vector<JobRecord>>& jobs) {
        m_isListing = false;
        if (std::exchange(m_listAgain, false)) {
            refresh();
            return;
        }
        showList(jobs);
    };
    inWorker(this, work, done, &m_desk.readers());
}

void JobsPage::showList(const Result<std::vector<JobRecord>>& jobs)
{
    m_problem->setVisible(!jobs);
    if (!jobs) {
        m_problem->setText(jobs.error().text());
        return;
    }
    m_waiting = m_drafts = m_archived = 0;
    m_queued = 0;
    for (const JobRecord& job : *jobs) {
        m_archived += job.archived.isValid() ? 1 : 0;
        m_waiting += job.state == JobState::Interrupted ? 1 : 0;
        m_drafts += job.state == JobState::Draft ? 1 : 0;
        m_queued += job.state == JobState::Queued ? 1 : 0;
    }
    Q_EMIT openCountChanged(static_cast<int>(m_waiting), static_cast<int>(m_drafts));
    m_stack->setCurrentIndex(jobs->empty() ? 0 : 1);
    m_jobs = *jobs;
    const auto wanted = std::find_if(m_jobs.begin(), m_jobs.end(),
                                     [this](const JobRecord& job) { return job.id == m_wanted; });
    if (wanted != m_jobs.end()) {
        const QSignalBlocker blocker(m_archive);
        m_archive->setChecked(wanted->archived.isValid());
    }
    m_loaded = 0; // its record may have moved
    showJobs();
    if (isVisible() && !isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus(); // what had it may have gone with its job
}

/// The list, or the archive.
void JobsPage::showJobs()
{
    m_archive->setVisible(m_archived > 0 || m_archive->isChecked());
    m_archive->setText(tr("Archive %1").arg(m_archived));
    m_archive->setAccessibleName(m_archive->text());
    std::vector<JobRecord> shown;
    std::copy_if(m_jobs.begin(), m_jobs.end(), std::back_inserter(shown),
                 [this](const JobRecord& job) { return job.archived.isValid() == m_archive->isChecked(); });
    m_list->setEmptyText(shown.empty() && !m_archive->isChecked() ? tr("All jobs are in the archive.")
                                                                  : tr("No job matches."));
    m_model->setSource(std::make_shared<const JobRows>(std::move(shown)));
}

void JobsPage::setArchived(qint64 job, bool archived)
{
    m_desk.drafts().setArchived(job, archived);
    Q_EMIT told(Mark::Waiting, archived ? tr("Job #%1 goes to the archive.").arg(job)
                                        : tr("Job #%1 comes back to the list.").arg(job));
}

void JobsPage::lookForDamage()
{
    if (m_desk.data() == nullptr)
        return;
    const auto done = [this](std::optional<SetAsideJournal> unseen) {
        m_unseen = std::move(unseen);
        showDamage();
    };
    inWorker(
        this, [data = m_desk.data()] { return Desk::unseenJournal(*data); }, done, &m_desk.readers());
}

/// What a damaged journal held, as far as it can be read. Posting is unlocked when the person has seen it.
void JobsPage::showDamage()
{
    m_aside->setVisible(m_unseen.has_value());
    m_aside->clearButtons();
    if (!m_unseen)
        return;
    QStringList jobs;
    for (const JobRecord& job : m_unseen->jobs)
        jobs << tr("#%1 %2 (%3)")
                    .arg(job.id)
                    .arg(QFileInfo(job.file).fileName(), jobStateWord(livingState(job.state, false)));
    m_aside->setText(
        tr("The journal of jobs was damaged and set aside as %1; it is not deleted. Jobs that can still be "
           "read in it: %2. Posting is locked until you have seen this.")
            .arg(QDir::toNativeSeparators(m_unseen->path),
                 jobs.isEmpty() ? tr("none") : jobs.join(tr(", "))));
    connect(m_aside->addButton(tr("I have seen it, unlock posting")), &QPushButton::clicked, this, [this] {
        if (auto marked = markSeen(*m_desk.data(), *m_unseen); !marked)
            Q_EMIT told(Mark::Refused, marked.error().text());
        lookForDamage();
    });
}

void JobsPage::showCaption()
{
    const auto jobs = static_cast<qsizetype>(m_jobs.size());
    m_head->setCaption(jobs == 0
                           ? QString()
                           : tr("%1 in all, %2 to resume, %3 drafts").arg(jobs).arg(m_waiting).arg(m_drafts));
}

void JobsPage::loadChosen()
{
    const int row = m_list->currentIndex().row();
    if (!m_model->source() || row < 0 || row >= m_model->rowCount() || m_desk.data() == nullptr) {
        m_side->showEmpty("jobs", tr("No job is chosen"), {});
        m_sideStack->setCurrentIndex(0);
        return;
    }
    const qint64 id = m_model->job(row).id;
    if (m_desk.runner().isBusy() && id == m_desk.runner().jobId()) {
        m_side->showEmpty("run",
                          m_desk.runner().isPaused() ? tr("Job #%1 is paused").arg(id)
                                                     : tr("Job #%1 is running").arg(id),
                          tr("Its progress is on the bulk page."));
        connect(m_side->addWay("bulk", tr("Show its progress"), {}), &QPushButton::clicked, this,
                &JobsPage::showRunning);
        m_sideStack->setCurrentIndex(0);
        m_loaded = 0;
        return;
    }
    if (m_desk.drafts().isBusy() && id == m_desk.drafts().jobId()) {
        m_side->showEmpty("compare", tr("Draft #%1 is compared with the server").arg(id),
                          tr("Reading changes nothing."));
        connect(m_side->addWay("stop", tr("Cancel"), {}), &QPushButton::clicked, &m_desk.drafts(),
                &DraftRunner::stop);
        m_sideStack->setCurrentIndex(0);
        m_loaded = 0;
        return;
    }
    if (id == m_loaded)
        return;
    m_loaded = id;
    const JobState state = m_model->job(row).state;
    const auto work = [data = m_desk.data(), id, state]() -> Result<JobOutcome> {
        auto outcome = Desk::loadJob(*data, id);
        if (outcome)
            outcome->job.state = state;
        return outcome;
    };
    const auto done = [this, id](Result<JobOutcome> outcome) {
        if (id != m_loaded)
            return;
        if (!outcome) {
            m_side->showError(outcome.error());
            m_sideStack->setCurrentIndex(0);
            return;
        }
        m_result->setOutcome(std::make_shared<const JobOutcome>(std::move(*outcome)));
        m_sideStack->setCurrentWidget(m_result);
    };
    inWorker(this, work, done, &m_desk.readers());
}

void JobsPage::discard(qint64 job)
{
    const int answer = dialogs().ask(
        this, {tr("Discard draft #%1?").arg(job),
               tr("Nothing of it was sent. Its copy of the rows goes; the sheet itself is not touched."),
               {{tr("Keep it")}, {tr("Discard the draft"), "danger"}},
               0});
    if (answer == 1)
        m_desk.drafts().discard(job);
}

void JobsPage::setTexts()
{
    m_head->setTitle(tr("Jobs"));
    m_search->setPlaceholderText(tr("File, number, kind, state"));
    m_search->setAccessibleName(tr("Find a job"));
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setEmptyText(tr("No job matches."));
    m_archive->setText(tr("Archive %1").arg(m_archived));
    m_archive->setAccessibleName(m_archive->text());
    showCaption();
    showDamage();
    loadChosen();
    m_empty->showEmpty(
        "jobs", tr("There are no jobs yet"),
        tr("Each import that is compared or posted is kept here with its rows, its requests and what "
           "became of them."));
}

} // namespace rangedesk::ui
