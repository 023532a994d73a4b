// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_runner.h"

#include <optional>
#include <set>

namespace rangedesk::ui {

/// What a person decided on the rows of a draft: which are excluded, and which of the held ones are taken as
/// they were compared. Rows that are taken show it when the draft was compared again with that.
class RowDecisions
{
public:
    using Rows = std::vector<std::uint32_t>;
    using Accepted = std::set<std::uint32_t>;
    enum class Change : std::uint8_t {
        None,
        States,   ///< rows are excluded or included by now
        Accepted, ///< the draft is to be compared again with the rows that are wanted
    };
    /// Held rows that a person can take: changed meanwhile, registered otherwise.
    struct HeldCounts
    {
        qint64 moved = 0;
        qint64 otherwise = 0;
    };

    /// A draft as it was compared. The same one again goes on with the step that asked for it.
    void setDraft(const SharedOutcome& draft);
    /// The draft is no longer kept here; the states stay as they were.
    void forget() { m_draft.reset(); }
    const std::vector<RowState>& states() const { return m_states; }
    /// All rows that are wanted whatever was expected of the server.
    const Accepted& wanted() const { return m_wanted; }

    /// Excludes rows, or includes those that are excluded.
    Change toggle(const Rows& rows);
    /// Takes those of the rows that are held for a decision; where none of them is, all that are.
    Change take(const Rows& rows);
    Change undo();
    Change redo();

    /// Takes its time with many rows: in a worker.
    static HeldCounts heldOf(const Batch& batch, const std::vector<RowState>& states);

private:
    /// Every step is its own opposite.
    struct Step
    {
        Rows rows;
        bool isAccepting = false;
    };
    struct Steps
    {
        std::vector<Step> undo;
        std::vector<Step> redo;
    };
    std::uint32_t firstOf(std::uint32_t row) const;
    Rows heldAmong(const Rows& rows) const;
    Change repeat(const Step& step, Steps next);
    Change accept(const Rows& rows, Steps next);
    void flip(const Rows& rows);

    SharedOutcome m_draft;
    std::vector<RowState> m_states;
    Accepted m_accepted; ///< rows that were held and are wanted as they are now
    Accepted m_wanted;
    Steps m_steps;
    /// What they become when the draft was compared again with the rows that were taken.
    std::optional<Steps> m_nextSteps;
};

} // namespace rangedesk::ui
