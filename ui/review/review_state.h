// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review_rows.h"
#include "review/review_changes.h"

#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QUndoGroup>
#include <QUndoStack>
#include <atomic>
#include <map>
#include <memory>
#include <tuple>

namespace rangedesk::ui {

/// The decisions on registrations while they are made: undone without limit, and written to the store of
/// marks behind the window's back. What could not be written is kept, and tried again.
class ReviewState : public QObject
{
    Q_OBJECT
public:
    explicit ReviewState(QObject* parent);
    /// Writes what is left, and waits for it.
    ~ReviewState() override;

    /// A download with the marks on its rows, as it is made in a worker.
    struct Prepared
    {
        std::shared_ptr<const ReviewDownload> download;
        ReviewRows::Verdicts verdicts;
        MarksByRow marks;
        ReviewMarks::Marks elsewhere; ///< of customers that have no row
    };
    /// Takes its time with many marks: call it in a worker.
    static Prepared prepared(std::shared_ptr<const ReviewDownload> download);
    /// A download will be prepared from now on: what is decided until it comes, or is not on disk yet, holds
    /// against what it will have read.
    void expect();
    /// Begins with what was just prepared. Each campaign keeps its own undo for as long as the program runs.
    void begin(const QString& marksPath, Prepared prepared);
    /// What the catalogue knows of the customers of the list that is open.
    void setFacts(std::shared_ptr<const CustomerAttributes> facts);
    /// Nothing is under review: another campaign is being read.
    void clear();
    const std::shared_ptr<const ReviewDownload>& download() const { return m_download; }
    /// What a table shows now.
    std::shared_ptr<const ReviewRows> rows() const { return m_rows; }
    /// All of the campaign, by customer. Takes its time with many.
    ReviewMarks::Marks marks() const;
    ReviewMark mark(const ReviewCustomer& customer) const;
    /// Notes that were written on this campaign, the most frequent first, then the usual ones.
    QStringList readyReasons() const;
    /// All that was decided on a customer of the campaign, the oldest first, as far as it is on disk. Blocks.
    std::function<Result<std::vector<ReviewMark>>()> historyOf(const ReviewCustomer& customer) const;

    /// Decides on rows of what is @p shown, which may be an older download of the campaign than the state's.
    /// Rows that are not registered are left out. With a note all of them get it; without one theirs stay.
    /// One step of undo. @returns how many changed
    std::size_t decide(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                       ReviewDecision decision, const std::optional<QString>& note = {});
    /// The same note for all of them, in one step.
    std::size_t note(const ReviewRows& shown, const std::vector<std::uint32_t>& rows, const QString& text);
    /// Of the campaign that is under review.
    QUndoGroup& undoStacks() { return m_undo; }
    /// Decisions are on their way to the disk, or could not be written.
    bool isSaving() const { return m_isWriting || !m_unsaved.empty(); }
    /// They could not be written.
    bool hasFailed() const { return m_hasFailed; }

Q_SIGNALS:
    void changed();
    /// A step was taken back or done again; the customer that it was about.
    void stepped(const std::string& customer, const QString& text);
    void notSaved(const rangedesk::Error& error);
    /// Decisions are on disk.
    void written();
    /// What could not be written before is on disk now.
    void savedAgain();
    /// The file was damaged; it is kept under this name, and a new one holds what is known here.
    void setAside(const QString& path);

private:
    using SharedChanges = std::shared_ptr<const ReviewChanges>;
    class Command;
    struct Place
    {
        QString path;
        QString scope;
        QString campaign;
        bool operator<(const Place& other) const
        {
            return std::tie(path, scope, campaign) < std::tie(other.path, other.scope, other.campaign);
        }
    };
    /// In the order in which they were made.
    using Steps = std::map<Place, std::vector<SharedChanges>>;
    struct InFlight
    {
        Steps steps;
        std::atomic<bool> isWritten{false};
    };
    struct Written
    {
        std::optional<Error> problem;
        QString setAside;
        Steps left; ///< not written
    };

    Place place() const { return {m_path, m_download->scope, m_download->campaign}; }
    /// Changes marks of rows of what is shown, where @p change says that it does. @returns how many
    template <typename Change>
    std::size_t changeMarks(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                            const Change& change, const std::function<QString(std::size_t)>& text);
    /// The same with rows of what the table shows, and the window never waits.
    template <typename Change>
    std::size_t changeMany(const std::vector<std::uint32_t>& rows, const Change& change,
                           const std::function<QString(std::size_t)>& text);
    /// @param made what comes of it, where that is known already
    void apply(const SharedChanges& changes, std::shared_ptr<const ReviewRows> made = {});
    void lay(const ReviewChanges& changes, ReviewRows::Verdicts& verdicts, MarksByRow::Writer& marks);
    SharedChanges allMarks() const;
    void write();
    static Written writeSteps(Steps steps);

    QString m_path;
    std::shared_ptr<const ReviewDownload> m_download;
    ReviewMarks::Marks m_elsewhere; ///< of customers that have no row in this download
    std::shared_ptr<const CustomerAttributes> m_facts;
    std::shared_ptr<const ReviewRows> m_rows;
    std::map<Place, std::unique_ptr<QUndoStack>> m_stacks;
    QUndoGroup m_undo;
    Steps m_unsaved;
    std::shared_ptr<InFlight> m_inFlight = std::make_shared<InFlight>(); ///< never copied here
    Steps m_expected; ///< since, or not on disk at, `expect`
    bool m_isExpecting = false;
    bool m_isWriting = false; ///< one at a time: a failure can never overwrite what came later
    bool m_hasFailed = false;
    QTimer m_retry;
    QThreadPool m_writer;
};

} // namespace rangedesk::ui
