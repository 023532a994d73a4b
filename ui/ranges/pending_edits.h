// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/range_edits.h"
#include "session/desk.h"

#include <QTimer>
#include <QUndoStack>
#include <atomic>
#include <set>

namespace rangedesk::ui {

/// The edits of ranges and customers that wait to be posted, with undo; shared by both workspaces, and kept
/// on disk half a second after each change.
class PendingEdits : public QObject
{
    Q_OBJECT
public:
    explicit PendingEdits(Desk& desk, QObject* parent = nullptr);
    ~PendingEdits() override;

    /// Where the edits of a server and company are kept.
    static QString pathOf(const DataDirectory& data, const QString& scope);

    const RangeEdits& edits() const { return *m_edits; }
    std::shared_ptr<const RangeEdits> shared() const { return m_edits; }
    QUndoStack& undoStack() { return m_undo; }

    struct Wish
    {
        RangeTarget target;
        std::string product; ///< RangeEdits::productKey
        std::optional<ProductEdit> edit;
        RangeEdits::Seen seen = {}; ///< what the target's rules list
        bool renewsSeen = false;    ///< a person decided on what became of them
    };
    /// One step for undo, whatever the number of edits.
    /// @param clearing a range that is to be cleared once the edited ones are there
    void apply(const QString& text, std::vector<Wish> wishes,
               const std::optional<RangeEdits::Clearing>& clearing = {});
    /// Drops the edits of a target, or all of a kind.
    void discard(const std::string& targetKey);
    void discardAll(ChangeKind kind);
    /// Not wanted any more; undo brings it back.
    void dropClearings(const std::vector<std::string>& oldKeys);
    /// Tells what a range that is to be cleared lists now, by the key of its target.
    using DigestOf = std::function<std::uint32_t(const std::string&)>;
    void setDigestOf(DigestOf digestOf) { m_digestOf = std::move(digestOf); }
    /// What a job has done waits no more. Steps of what it did are undone as a job from now on, others stay.
    void settle(const Batch& batch);
    /// Writes what is not on disk yet, and waits for it.
    Result<void> flush();

Q_SIGNALS:
    void changed();
    /// The edits could not be kept on disk, or what was kept could not be read.
    void failed(const rangedesk::Error& error);

private:
    class Command;
    void set(RangeEdits edits);
    using Clearings = std::vector<RangeEdits::Clearing>;
    void change(const QString& text, std::vector<Wish> wishes, const Clearings& come, const Clearings& gone);
    void load();
    void keep();
    void forget(const std::set<std::string>& targets);

    Desk& m_desk;
    std::shared_ptr<const RangeEdits> m_edits;
    DigestOf m_digestOf;
    QUndoStack m_undo;
    QTimer m_timer;
    QThreadPool m_writer;
    bool m_isLoaded = false;
    bool m_isDirty = false;
    /// Whether the last writing came about; it may be under way.
    std::shared_ptr<std::atomic<bool>> m_isWritten;
};

} // namespace rangedesk::ui
