// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review_rows.h"

#include <QThreadPool>
#include <QUndoStack>

namespace rangedesk::ui {

/// The decisions on one campaign's registrations while they are made: undone without limit, and written to
/// the store of marks behind the window's back, in their order.
class ReviewState : public QObject
{
    Q_OBJECT
public:
    explicit ReviewState(QObject* parent);
    /// Waits until everything is written.
    ~ReviewState() override;

    /// Begins with what was just read; the undo of another campaign is forgotten.
    void begin(const QString& marksPath, std::shared_ptr<const ReviewDownload> download);
    const std::shared_ptr<const ReviewDownload>& download() const { return m_download; }
    /// What a table shows now.
    std::shared_ptr<const ReviewRows> rows() const { return m_rows; }
    const ReviewMarks::Marks& marks() const { return m_marks; }
    ReviewMark mark(std::uint32_t row) const;

    /// Rows that are not registered are left out. @returns how many are decided
    std::size_t decide(const std::vector<std::uint32_t>& rows, ReviewDecision decision);
    void note(std::uint32_t row, const QString& text);
    QUndoStack& undoStack() { return m_undo; }
    bool isSaving() const { return m_saving > 0; }

Q_SIGNALS:
    void changed();
    void notSaved(const rangedesk::Error& error);

private:
    using Changes = std::vector<ReviewMarks::Change>;
    class Command;

    void push(const QString& text, Changes after);
    void apply(const Changes& changes);
    void save(const Changes& changes);
    ReviewRows::Verdict verdictOf(std::uint32_t row) const;

    QString m_path;
    std::shared_ptr<const ReviewDownload> m_download;
    ReviewMarks::Marks m_marks;
    std::shared_ptr<const ReviewRows> m_rows;
    QUndoStack m_undo;
    Changes m_unsaved; ///< could not be written; tried again with the next
    int m_saving = 0;
    QThreadPool m_writer; ///< one thread: in their order
};

} // namespace rangedesk::ui
