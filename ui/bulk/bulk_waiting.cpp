// SPDX-License-Identifier: GPL-3.0-or-later
// What the bulk page compares for others, and drafts that wait because that could not be done.
#include "bulk/bulk_page.h"

#include "common/dialogs.h"
#include "core/text.h"
#include "session/worker.h"

#include <QFileInfo>
#include <QSaveFile>

namespace rangedesk::ui {

namespace {

QString nameOf(const FollowUp& set)
{
    return QFileInfo(set.file.path).fileName();
}

Result<void> writeSheet(const QString& path, const Sheet& sheet)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF"; // spreadsheets take it for UTF-8 then
    QSaveFile file(path);
    const auto put = [&file](std::string_view text) {
        const auto size = static_cast<qint64>(text.size());
        return file.write(text.data(), size) == size;
    };
    if (file.open(QIODevice::WriteOnly) && put(mark) && put(sheet.text) && file.commit())
        return {};
    return fail(ErrorKind::Storage, BulkPage::tr("%1 cannot be written: %2").arg(path, file.errorString()),
                BulkPage::tr("Choose another place."));
}

} // namespace

void BulkPage::makeWaiting(QVBoxLayout* column)
{
    m_waitingBox = new QWidget(this);
    auto* around = new QVBoxLayout(m_waitingBox);
    around->setContentsMargins(size::padding, 10, size::padding, 0);
    m_waitingNote = new Note(Mark::Waiting, m_waitingBox);
    m_waitingNote->setObjectName(QStringLiteral("bulk.waiting"));
    around->addWidget(m_waitingNote);
    m_waitingBox->hide();
    column->addWidget(m_waitingBox);
    connect(&m_desk.runner(), &JobRunner::opened, this, &BulkPage::keepUnkept);
    connect(&m_desk.drafts(), &DraftRunner::taskChanged, this, &BulkPage::showWaiting);
}

bool BulkPage::reviewChanges(const FollowUp& set)
{
    if (set.file.isTyped) {
        m_unkept.push_back({set, {}});
        keepUnkept();
        return m_desk.isOpen() && !m_desk.drafts().isBusy();
    }
    // Edits of ranges wait where they were made.
    if (!mayPreview())
        return false;
    m_desk.drafts().previewChanges(set);
    return true;
}

/// What was typed is recorded first, so that it is there whatever becomes of its comparison.
void BulkPage::keepUnkept()
{
    if (m_desk.data() == nullptr) {
        for (Unkept& one : m_unkept)
            one.problem = tr("There is no connection yet.");
        if (!m_unkept.empty())
            Q_EMIT told(Mark::Warning, m_unkept.back().problem);
        showWaiting();
        return;
    }
    for (Unkept& one : m_unkept) {
        if (std::exchange(one.isOnItsWay, true))
            continue;
        const quint64 number = one.number = ++m_lastUnkept;
        m_desk.drafts().keepChanges(
            this, one.set, *m_desk.data(),
            [this, number](const Result<std::int64_t>& job) { noteKept(number, job); });
    }
}

bool BulkPage::hasUnkept() const
{
    return std::any_of(m_unkept.begin(), m_unkept.end(), [](const Unkept& one) { return !one.isOnItsWay; });
}

/// To another place, as a sheet that is opened once there is room again; then it is no longer here, so that
/// it is not posted from both.
void BulkPage::saveUnkept()
{
    const auto open =
        std::find_if(m_unkept.rbegin(), m_unkept.rend(), [](const Unkept& one) { return !one.isOnItsWay; });
    if (open == m_unkept.rend())
        return;
    const quint64 number = open->number;
    const auto find = [this, number] {
        return std::find_if(m_unkept.begin(), m_unkept.end(),
                            [number](const Unkept& one) { return one.number == number && !one.isOnItsWay; });
    };
    const QString path = dialogs().saveFile(this, tr("Save the changes as a sheet (CSV)"),
                                            nameOf(open->set) + QStringLiteral(".csv"));
    const auto unkept = find(); // the dialog takes its time
    if (path.isEmpty() || unkept == m_unkept.end())
        return;
    unkept->isOnItsWay = true;
    const auto work = [path, set = unkept->set] { return writeSheet(path, set.file.batch.sheet); };
    const auto done = [this, path, number](const Result<void>& written) {
        const auto saved = std::find_if(m_unkept.begin(), m_unkept.end(),
                                        [number](const Unkept& one) { return one.number == number; });
        if (saved == m_unkept.end())
            return;
        if (written) {
            m_unkept.erase(saved);
            Q_EMIT told(Mark::Accepted, tr("Written: %1. Open that sheet to go on with it.").arg(path));
        } else {
            saved->isOnItsWay = false;
            saved->problem = written.error().text();
            Q_EMIT told(Mark::Refused, saved->problem);
        }
        showWaiting();
    };
    inWorker(this, work, done);
    showWaiting();
}

void BulkPage::noteKept(quint64 number, const Result<std::int64_t>& job)
{
    const auto at = std::find_if(m_unkept.begin(), m_unkept.end(),
                                 [number](const Unkept& one) { return one.number == number; });
    if (at == m_unkept.end())
        return;
    if (!job) {
        at->isOnItsWay = false;
        at->problem = job.error().text();
        Q_EMIT told(Mark::Refused, at->problem);
        showWaiting();
        return;
    }
    m_waiting.push_back({*job, nameOf(at->set), {}});
    m_unkept.erase(at);
    if (m_desk.isOpen() && !m_desk.drafts().isBusy()) {
        openDraft(*job);
        return;
    }
    Q_EMIT told(Mark::Waiting, tr("The changes are kept as draft #%1. Something else is being compared with "
                                  "the server; compare them after that.")
                                   .arg(*job));
    showWaiting();
}

/// A draft that was to be compared: it waits, or it is told how it stands.
void BulkPage::noteCompared(qint64 job, const std::optional<Error>& problem, const QString& name)
{
    const auto known = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [job](const WaitingDraft& one) { return one.job == job; });
    WaitingDraft waiting{job, name, {}};
    if (known != m_waiting.end()) {
        waiting.name = known->name;
        m_waiting.erase(known);
    }
    if (problem) {
        waiting.problem =
            problem->kind == ErrorKind::Interrupted ? tr("The comparison was cancelled.") : problem->text();
        m_waiting.push_back(std::move(waiting));
    }
    showWaiting();
}

void BulkPage::showWaiting()
{
    const bool isBusy = m_desk.drafts().isBusy();
    const auto next = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [this](const WaitingDraft& one) {
        return m_desk.drafts().jobId() != one.job; // else it is told elsewhere how far it is
    });
    m_waitingBox->setVisible(hasUnkept() || next != m_waiting.rend());
    m_waitingNote->clearButtons();
    if (hasUnkept()) {
        const Unkept& one = m_unkept.back();
        m_waitingNote->setMark(Mark::Refused);
        m_waitingNote->setText(tr("\"%1\" could not be kept: %2 It is here as long as this window is open.")
                                   .arg(nameOf(one.set), one.problem));
        QPushButton* again = m_waitingNote->addButton(tr("Try again"));
        again->setObjectName(QStringLiteral("bulk.keepAgain"));
        connect(again, &QPushButton::clicked, this, &BulkPage::keepUnkept, Qt::QueuedConnection);
        QPushButton* save = m_waitingNote->addButton(tr("Save as a sheet…"));
        save->setObjectName(QStringLiteral("bulk.saveUnkept"));
        connect(save, &QPushButton::clicked, this, &BulkPage::saveUnkept, Qt::QueuedConnection);
        return;
    }
    if (next == m_waiting.rend())
        return;
    m_waitingNote->setMark(Mark::Waiting);
    QString text = tr("Draft #%1 \"%2\" is kept and was not compared with the server yet; nothing of it was "
                      "sent.")
                       .arg(next->job)
                       .arg(next->name);
    if (!next->problem.isEmpty())
        text += QLatin1Char(' ') + next->problem;
    if (m_waiting.size() > 1)
        text += QLatin1Char(' ') + tr("Drafts that wait in the list of jobs: %1.").arg(m_waiting.size());
    m_waitingNote->setText(text);
    if (!isBusy) {
        QPushButton* again =
            m_waitingNote->addButton(next->problem.isEmpty() ? tr("Compare it now") : tr("Try again"));
        again->setObjectName(QStringLiteral("bulk.compareAgain"));
        connect(
            again, &QPushButton::clicked, this, [this, job = next->job] { openDraft(job); },
            Qt::QueuedConnection); // the button goes with its note
    }
    QPushButton* jobs = m_waitingNote->addButton(tr("Show in the list of jobs"));
    jobs->setObjectName(QStringLiteral("bulk.showJobs"));
    connect(
        jobs, &QPushButton::clicked, this, [this, job = next->job] { Q_EMIT jobWanted(job); },
        Qt::QueuedConnection);
}

/// Before a draft that no open sheet stands behind is compared.
bool BulkPage::mayPreview()
{
    if (refuseWhileComparing())
        return false;
    if (!m_desk.isOpen()) {
        Q_EMIT told(Mark::Warning, tr("There is no connection yet, so nothing can be compared."));
        return false;
    }
    makeSteps();
    m_review->keep();
    m_isReopening = true;
    m_asked = 0;
    Q_EMIT told(Mark::Sending, tr("Comparing with the server…"));
    return true;
}

void BulkPage::undoJob(qint64 job, const std::vector<std::uint32_t>& rows)
{
    if (mayPreview())
        m_desk.drafts().previewUndo(job, rows);
}

void BulkPage::retryJob(qint64 job)
{
    if (mayPreview())
        m_desk.drafts().previewRetry(job);
}

void BulkPage::openDraft(qint64 job)
{
    if (!mayPreview())
        return;
    m_asked = job;
    m_desk.drafts().reopen(job);
    Q_EMIT told(Mark::Sending, tr("Comparing draft #%1 with the server again…").arg(job));
}

/// Rows that were held are wanted as they are now, or no more: the draft is compared again with that.
void BulkPage::acceptHeld(const std::set<std::uint32_t>& rows)
{
    if (!m_review->draft() || refuseWhileComparing() || !m_desk.isOpen())
        return;
    m_review->keep(); // what was excluded stays so
    m_isReopening = m_isFromJobs;
    m_compared = m_drafted;
    m_asked = m_review->draft()->job.id;
    m_desk.drafts().accept(m_asked, rows);
    Q_EMIT told(Mark::Sending, tr("Comparing draft #%1 with the server again…").arg(m_asked));
}

} // namespace rangedesk::ui
