// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/batch_reader.h"
#include "changes/labels.h"
#include "changes/posting_guard.h"
#include "changes/progress.h"
#include "changes/sender.h"
#include "changes/snapshot.h"
#include "store/data_directory.h"
#include "store/journal.h"

#include <map>
#include <optional>

namespace rangedesk {

/// What an undo can and cannot bring back (lesson 23), told before anything is sent. In rows of the job that
/// is undone.
struct UndoSummary
{
    std::int64_t exact = 0;
    /// Put back, but not quite as it was: a product that came from one upstream supplier comes back for all,
    /// one that was listed twice comes back once.
    std::int64_t partly = 0;
    std::int64_t impossible = 0; ///< what was there before, or what is there now, cannot be known
    std::int64_t ended = 0;      ///< of `partly`: campaigns that were created, and can only be ended
    std::int64_t cut = 0;        ///< of `partly`: a text that the query may have cut stays as it is
    std::vector<std::uint32_t> impossibleLines = {}; ///< the first hundred; not kept with the job
};

/// A person's words on rows, by their index.
using RowComments = std::map<std::uint32_t, QString>;

struct ImportOptions
{
    ChangeKind kind = ChangeKind::RangeProducts;
    OperationChoice operation = OperationChoice::Upsert;
    SheetOptions sheet;
    SendSettings send;
    /// It was cancelled and then broke off: a resume settles and verifies, and sends nothing.
    bool isCancelled = false;
    std::optional<Consent> consent; ///< what somebody agreed to; kept with the job
    std::int64_t undoes = 0;        ///< the job that this one undoes, 0 for none
    UndoSummary undo;               ///< how exact that is
    std::int64_t retries = 0;       ///< the job whose rows this one sends again
    QString sharedNote = {};        ///< of the change set that it was opened from
    RowComments comments = {};
    /// Rows that are wanted though the server holds something else than was expected.
    std::set<std::uint32_t> accepted = {};
    QDateTime startAt = {}; ///< UTC: a queued job is due from then on
};

/// A sheet that was read and checked, without any connection.
struct CheckedFile
{
    QString path;
    QString hash; ///< SHA-256 of the bytes
    Batch batch;
    bool isMade = false; ///< by the program, from a job or a change set: no file says the same
    /// It was typed into a form: no file, job or list of edits holds it besides.
    bool isTyped = false;
    /// A file that keeps what was typed, and what it holds, until the job is recorded: it goes then, unless
    /// something else was kept there meanwhile.
    QString keptIn = {};
    std::string kept = {};
};

/// Reads and checks a file (decisions 7). Input where it cannot be used at all.
Result<CheckedFile> checkFile(const QString& path, const ImportOptions& options);

/// What came of a run, also of one that broke off.
struct JobOutcome
{
    JobRecord job;
    Batch batch;
    std::vector<RequestRecord> requests;
    std::optional<Error> problem; ///< why it broke off
    QString plan;                 ///< of a dry run: what consent is given to
    QString notice;               ///< why it ended early as it was asked to; translated
    BatchLabels labels;           ///< as far as names were read
    /// What was read of products, customers and values, for the catalogue; whoever learns it may take it.
    std::shared_ptr<CatalogueNews> news = {};
    std::vector<RowState> previewed; ///< of a draft: states of rows before any was excluded
};

/// One import from preview to verification, on the engine's thread. The same object serves a dry run, a
/// first run and a resume. The connection's and the journal's scope are the caller's choice.
class ImportJob
{
public:
    ImportJob(Connection& connection, QString scope, const JobControl& control, ProgressSink sink);

    /// Told of each request when it is about to leave and when its fate is known, in the engine's thread.
    void setRequestSink(RequestSink sink) { m_requestSink = std::move(sink); }

    /// What must hold before anything is sent. Without one, everything may.
    void setPolicy(PostingPolicy policy)
    {
        m_policy = std::move(policy);
        m_policy.scope = m_scope;
    }

    /// For tests, which need not wait as long for a server to show a write.
    void setReadBackPauses(const ReadBackPauses& pauses) { m_pauses = pauses; }

    /// Reads the current rules and compares: nothing is written, nothing recorded. Counts as `notSent`
    /// what would be sent.
    JobOutcome dryRun(CheckedFile file, const ImportOptions& options);

    /// Records the job with its own copy of the rows before the first request leaves, then previews, sends
    /// and verifies. With `stopOnError` nothing is sent if any row is refused.
    JobOutcome apply(CheckedFile file, const ImportOptions& options, DataDirectory& data, Journal& journal);

    /// For a person to review before anything is sent: records the job as a draft with its own copy of the
    /// rows, then previews. Where the preview fails no draft is left: `problem` tells why, the sheet is
    /// unharmed.
    JobOutcome draft(CheckedFile file, const ImportOptions& options, DataDirectory& data, Journal& journal);
    /// The first half of it: the draft is recorded, and compared by `reopenDraft` when that can be. So what
    /// was typed is not lost where the comparison fails.
    static Result<JobRecord> keepAsDraft(CheckedFile file, const ImportOptions& options, const QString& scope,
                                         const DataDirectory& data, Journal& journal);
    /// Previews a draft of the journal again; rows that were excluded stay so.
    JobOutcome reopenDraft(JobRecord job, DataDirectory& data, Journal& journal);
    /// Keeps which rows of a draft are excluded.
    static Result<void> keepDraft(JobRecord& job, const Batch& reviewed, Journal& journal);
    /// Posts a draft as it was reviewed: from here on it is a job like any other. Its targets are read again
    /// first (decisions 18). @p reviewed holds the states of rows as the person left them. Where the policy
    /// refuses, it stays a draft.
    JobOutcome post(JobRecord draft, const Batch& reviewed, DataDirectory& data, Journal& journal,
                    const std::optional<Consent>& consent = {});

    /// Keeps a reviewed draft to be posted later, at @p startAt (UTC), with what somebody agreed to: it is
    /// resumed then. Locked where the policy refuses already now.
    Result<JobRecord> schedule(JobRecord draft, const Batch& reviewed, Journal& journal,
                               const Consent& consent, const QDateTime& startAt) const;
    /// Makes a queued job a draft again; what was agreed to goes. Usage where it has begun.
    static Result<void> withdraw(JobRecord job, Journal& journal);

    /// Goes on with an interrupted job: settles unknown requests by reading back, reads the targets of
    /// unsent rows again (decisions 18), sends the rest and verifies. @p consent takes the place of the kept
    /// one, which may have ended.
    JobOutcome resume(JobRecord job, DataDirectory& data, Journal& journal,
                      const std::optional<Consent>& consent = {});

private:
    static std::shared_ptr<CatalogueNews> newsOf(const Snapshot& snapshot);
    std::optional<Consent> seenPlanOnly(std::optional<Consent> consent) const;
    Result<void> preview(Batch& batch, Snapshot& snapshot, BatchReader& reader, bool isResumed = false);
    void restore(Batch& batch, const Batch& stored, std::vector<RequestRecord>& requests);
    void sendAndVerify(JobOutcome& outcome, const ImportOptions& options, Snapshot& snapshot,
                       BatchReader& reader, DataDirectory& data, Journal& journal);
    void conclude(JobOutcome& outcome, Journal* journal);
    void keepReportedTimes(const JobOutcome& outcome, const DataDirectory& data) const;
    std::unique_ptr<BatchReader> readerFor(ChangeKind kind);
    void report(JobPhase phase);
    std::optional<Error> foreignJob(const JobRecord& job) const;
    void previewDraft(JobOutcome& outcome, const ImportOptions& options, const Batch* reviewed,
                      const DataDirectory& data, Journal& journal);
    JobRecord agreed(JobRecord draft, const Batch& reviewed, const std::optional<Consent>& consent,
                     std::size_t productsPerRequest) const;
    static Result<void> keepSheet(const JobOutcome& outcome, const DataDirectory& data);
    static Result<void> record(JobOutcome& outcome, CheckedFile file, const ImportOptions& options,
                               JobState state, const QString& scope, const DataDirectory& data,
                               Journal& journal);

    Connection& m_connection;
    QString m_scope;
    PostingPolicy m_policy;
    const JobControl& m_control;
    ProgressSink m_sink;
    RequestSink m_requestSink;
    ReadBackPauses m_pauses = readBackPauses;
    JobPhase m_phase = JobPhase::Preview; ///< as reported last
    std::int64_t m_earlierReads = 0;
    std::int64_t m_readsAtStart = 0;
};

/// A job's rows and outcomes from the journal and the kept copy, for reports: no connection needed.
Result<JobOutcome> loadJob(JobRecord job, const DataDirectory& data, Journal& journal);

/// Key under which jobs are kept: normalised address and openid (decisions 23).
QString scopeOf(const ConnectionSettings& settings);

} // namespace rangedesk
