// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review_rows.h"

#include <QThreadPool>
#include <QTimer>
#include <QUndoGroup>
#include <QUndoStack>
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

    /// Begins with what was just read. Each campaign keeps its own undo for as long as the program runs.
    void begin(const QString& marksPath, std::shared_ptr<const ReviewDownload> download);
    /// What the catalogue knows of the customers of the list that is open.
    void setFacts(std::shared_ptr<const CustomerAttributes> facts);
    /// Nothing is under review: another campaign is being read.
    void clear();
    const std::shared_ptr<const ReviewDownload>& download() const { return m_download; }
    /// What a table shows now.
    std::shared_ptr<const ReviewRows> rows() const { return m_rows; }
    const ReviewMarks::Marks& marks() const { return m_marks; }
    ReviewMark mark(const ReviewCustomer& customer) const;

    /// Decides on rows of what is @p shown, which may be an older download of the campaign than the state's.
    /// Rows that are not registered are left out. @returns how many changed
    std::size_t decide(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                       ReviewDecision decision);
    void note(const ReviewCustomer& customer, const QString& text);
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
    /// What could not be written before is on disk now.
    void savedAgain();
    /// The file was damaged; it is kept under this name, and a new one holds what is known here.
    void setAside(const QString& path);

private:
    using Changes = std::vector<ReviewMarks::Change>;
    using SharedChanges = std::shared_ptr<const Changes>;
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
    /// The newest mark of each customer that is not on disk.
    using Unsaved = std::map<Place, ReviewMarks::Marks>;
    struct Written
    {
        std::optional<Error> problem;
        QString setAside;
        Unsaved left; ///< not written
    };

    Place place() const { return {m_path, m_download->scope, m_download->campaign}; }
    void push(const QString& text, Changes after);
    void apply(const Changes& changes);
    void write();
    static Written written(Unsaved unsaved);
    ReviewRows::Verdict verdictOf(const ReviewMark& mark, const ReviewCustomer& customer) const;

    QString m_path;
    std::shared_ptr<const ReviewDownload> m_download;
    ReviewMarks::Marks m_marks;
    std::shared_ptr<const CustomerAttributes> m_facts;
    std::shared_ptr<const ReviewRows> m_rows;
    std::map<Place, std::unique_ptr<QUndoStack>> m_stacks;
    QUndoGroup m_undo;
    Unsaved m_unsaved;
    std::shared_ptr<const Unsaved> m_inFlight = std::make_shared<const Unsaved>(); ///< never copied here
    bool m_isWriting = false; ///< one at a time: a failure can never overwrite what came later
    bool m_hasFailed = false;
    QTimer m_retry;
    QThreadPool m_writer;
};

} // namespace rangedesk::ui
