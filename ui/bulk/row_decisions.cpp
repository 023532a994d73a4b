// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/row_decisions.h"

#include "changes/job_files.h"

#include <algorithm>
#include <numeric>

namespace rangedesk::ui {

namespace {

void sortOnce(RowDecisions::Rows& rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

} // namespace

void RowDecisions::setDraft(const SharedOutcome& draft)
{
    const bool isSame =
        m_draft && m_draft->job.id == draft->job.id && m_draft->batch.rows.size() == draft->batch.rows.size();
    m_steps = isSame && m_nextSteps ? *std::exchange(m_nextSteps, std::nullopt) : Steps();
    m_nextSteps.reset();
    m_draft = draft;
    m_states.clear();
    m_states.reserve(draft->batch.rows.size());
    for (const Row& row : draft->batch.rows)
        m_states.push_back(row.state);
    const auto options = optionsOf(draft->job);
    m_accepted = options ? options->accepted : Accepted();
    m_wanted = m_accepted;
}

/// A repeat shares the fate of the row it repeats.
std::uint32_t RowDecisions::firstOf(std::uint32_t row) const
{
    const std::uint32_t first = m_draft->batch.rows[row].primary;
    return first == noIndex ? row : first;
}

void RowDecisions::flip(const Rows& rows)
{
    for (const std::uint32_t row : rows) {
        const RowState previewed = m_draft->previewed[row];
        if (m_states[row] == RowState::Excluded)
            m_states[row] = previewed;
        else if (canExclude(previewed)) // compared again meanwhile, it may be refused
            m_states[row] = RowState::Excluded;
    }
}

RowDecisions::Change RowDecisions::toggle(const Rows& rows)
{
    Rows changed;
    for (const std::uint32_t row : rows) {
        const std::uint32_t first = firstOf(row);
        if (canExclude(m_draft->previewed[first]) || m_states[first] == RowState::Excluded)
            changed.push_back(first);
    }
    sortOnce(changed);
    if (changed.empty())
        return Change::None;
    flip(changed);
    m_steps.undo.push_back({std::move(changed)});
    m_steps.redo.clear();
    return Change::States;
}

RowDecisions::Rows RowDecisions::heldAmong(const Rows& rows) const
{
    Rows held;
    for (const std::uint32_t row : rows) {
        const std::uint32_t first = firstOf(row);
        if (m_states[first] == RowState::Held && canAccept(m_draft->batch.rows[first]))
            held.push_back(first);
    }
    sortOnce(held);
    return held;
}

RowDecisions::Change RowDecisions::take(const Rows& rows)
{
    Rows held = heldAmong(rows);
    if (held.empty()) {
        Rows all(m_draft->batch.rows.size());
        std::iota(all.begin(), all.end(), 0U);
        held = heldAmong(all);
    }
    if (held.empty())
        return Change::None;
    Steps next = m_steps;
    next.undo.push_back({held, true});
    next.redo.clear();
    return accept(held, std::move(next));
}

/// Takes rows that are held, and gives back those that were taken: compared again with that.
RowDecisions::Change RowDecisions::accept(const Rows& rows, Steps next)
{
    m_nextSteps = std::move(next);
    m_wanted = m_accepted;
    for (const std::uint32_t row : rows) {
        if (!m_wanted.insert(row).second)
            m_wanted.erase(row);
    }
    return Change::Accepted;
}

RowDecisions::Change RowDecisions::undo()
{
    if (m_steps.undo.empty())
        return Change::None;
    Steps next = m_steps;
    const Step step = next.undo.back();
    next.undo.pop_back();
    next.redo.push_back(step);
    return repeat(step, std::move(next));
}

RowDecisions::Change RowDecisions::redo()
{
    if (m_steps.redo.empty())
        return Change::None;
    Steps next = m_steps;
    const Step step = next.redo.back();
    next.redo.pop_back();
    next.undo.push_back(step);
    return repeat(step, std::move(next));
}

RowDecisions::Change RowDecisions::repeat(const Step& step, Steps next)
{
    if (step.isAccepting)
        return accept(step.rows, std::move(next));
    flip(step.rows);
    m_steps = std::move(next);
    return Change::States;
}

RowDecisions::HeldCounts RowDecisions::heldOf(const Batch& batch, const std::vector<RowState>& states)
{
    HeldCounts held;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const Row& row = batch.rows[i];
        if (states[i] == RowState::Held && row.primary == noIndex && canAccept(row))
            ++(row.note == RowNote::RegisteredOtherwise ? held.otherwise : held.moved);
    }
    return held;
}

} // namespace rangedesk::ui
