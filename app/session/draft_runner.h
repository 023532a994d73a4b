// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/follow_up.h"
#include "session/engine_runner.h"

namespace rangedesk {

/// Compares drafts with the server and keeps them; nothing here changes the server. A job may run meanwhile:
/// both use the one connection, and its limits.
class DraftRunner : public EngineRunner
{
    Q_OBJECT
public:
    explicit DraftRunner(Session& session, QObject* parent = nullptr);
    ~DraftRunner() override;

    /// Records the sheet as a draft and compares it with the server; `previewed` brings the outcome.
    void preview(std::shared_ptr<const CheckedFile> file, const ImportOptions& options);
    /// Records changes that were typed as a draft, at once and also while another comparison is under way;
    /// they are compared when the draft is reopened. @p done comes in the window's thread, unless @p context
    /// is gone: the draft's number, or why nothing was recorded. @param data locked for this instance
    void keepChanges(QObject* context, const FollowUp& set, const DataDirectory& data,
                     std::function<void(const Result<std::int64_t>&)> done);
    /// Keeps which rows of a draft are wanted whatever was expected of the server, and compares it again.
    void accept(std::int64_t jobId, std::set<std::uint32_t> rows);
    /// Records what undoes a job (or these rows of it) as a draft, and compares it.
    void previewUndo(std::int64_t jobId, std::vector<std::uint32_t> rows);
    /// The same for changes that were made in a form.
    void previewChanges(const FollowUp& set);
    /// The same for the rows of a job that failed, are unknown or were not sent.
    void previewRetry(std::int64_t jobId);
    /// The same for a change set that was shared as a file.
    void previewShared(const QString& path);
    /// Compares a kept draft again.
    void reopen(std::int64_t jobId);
    /// Keeps which rows of a draft are excluded; waits its turn.
    void keepDraft(SharedOutcome draft, std::vector<RowState> states,
                   const std::optional<RowComments>& comments = {});
    /// Takes away a job of which nothing was sent.
    void discard(std::int64_t jobId);
    /// Puts a job that is over into the archive, or takes it out again.
    void setArchived(std::int64_t jobId, bool isArchived);
    /// Puts all that ended so long ago into the archive.
    void archiveOld(int days);

Q_SIGNALS:
    void previewed(const rangedesk::SharedOutcome& outcome);
    void discarded(qint64 job);
    /// So many old jobs went to the archive.
    void archived(int jobs);

private:
    using SetMaker = std::function<Result<FollowUp>(const DataDirectory&, Journal&)>;
    void previewSet(SetMaker make);
    void ended(const SharedOutcome& outcome) override;

    QThreadPool m_keeping; ///< never behind a comparison
};

} // namespace rangedesk
