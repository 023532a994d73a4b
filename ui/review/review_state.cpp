// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_state.h"

#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

QString personAtDesk()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

} // namespace

class ReviewState::Command : public QUndoCommand
{
public:
    Command(ReviewState& state, const QString& text, Changes before, Changes after)
        : QUndoCommand(text), m_state(state), m_before(std::move(before)), m_after(std::move(after))
    {}
    void redo() override { m_state.apply(m_after); }
    void undo() override { m_state.apply(m_before); }

private:
    ReviewState& m_state;
    Changes m_before;
    Changes m_after;
};

ReviewState::ReviewState(QObject* parent) : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
}

ReviewState::~ReviewState()
{
    m_writer.waitForDone();
}

void ReviewState::begin(const QString& marksPath, std::shared_ptr<const ReviewDownload> download)
{
    const bool isSame = m_download && m_path == marksPath && m_download->campaign == download->campaign &&
                        m_download->scope == download->scope;
    m_path = marksPath;
    m_download = std::move(download);
    if (!isSame) {
        m_undo.clear();
        m_unsaved.clear();
        m_marks = m_download->marks;
    }
    // Of the same campaign, what was decided here is newer than what was read.
    ReviewRows::Verdicts verdicts(m_download->list->size());
    for (const auto& [key, mark] : m_marks) {
        const std::uint32_t row = m_download->list->find(key);
        if (row != noCustomer)
            verdicts[row] = verdictOf(row);
    }
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(verdicts));
    Q_EMIT changed();
}

ReviewMark ReviewState::mark(std::uint32_t row) const
{
    const auto found = m_marks.find(ReviewList::keyOf(m_download->list->at(row)));
    return found == m_marks.end() ? ReviewMark() : found->second;
}

ReviewRows::Verdict ReviewState::verdictOf(std::uint32_t row) const
{
    const ReviewMark mark = this->mark(row);
    const bool isDecided = mark.decision != ReviewDecision::None;
    return {mark.decision, !mark.note.isEmpty(),
            isDecided && mark.digest != m_download->list->at(row).digest};
}

std::size_t ReviewState::decide(const std::vector<std::uint32_t>& rows, ReviewDecision decision)
{
    Changes after;
    for (const std::uint32_t row : rows) {
        const ReviewCustomer& customer = m_download->list->at(row);
        if ((customer.lists & Registered) == 0)
            continue;
        ReviewMark mark = this->mark(row);
        if (mark.decision == decision && mark.digest == customer.digest)
            continue;
        mark.decision = decision;
        mark.by = personAtDesk();
        mark.at = QDateTime::currentDateTimeUtc();
        mark.digest = customer.digest;
        after.emplace_back(ReviewList::keyOf(customer), std::move(mark));
    }
    const std::size_t count = after.size();
    if (count > 0)
        push(tr("%1: %2 registrations").arg(decisionWord(decision), figure(static_cast<qint64>(count))),
             std::move(after));
    return count;
}

void ReviewState::note(std::uint32_t row, const QString& text)
{
    constexpr qsizetype longest = 2000;
    const ReviewCustomer& customer = m_download->list->at(row);
    ReviewMark mark = this->mark(row);
    if (mark.note == text.trimmed().left(longest))
        return;
    mark.note = text.trimmed().left(longest);
    mark.by = personAtDesk();
    mark.at = QDateTime::currentDateTimeUtc();
    if (mark.decision == ReviewDecision::None)
        mark.digest = customer.digest;
    push(tr("Note on %1").arg(toQString(customer.name)), {{ReviewList::keyOf(customer), std::move(mark)}});
}

void ReviewState::push(const QString& text, Changes after)
{
    Changes before;
    before.reserve(after.size());
    for (const auto& [key, mark] : after) {
        const auto found = m_marks.find(key);
        before.emplace_back(key, found == m_marks.end() ? ReviewMark() : found->second);
    }
    m_undo.push(new Command(*this, text, std::move(before), std::move(after)));
}

void ReviewState::apply(const Changes& changes)
{
    ReviewRows::Verdicts verdicts = m_rows->verdicts();
    for (const auto& [key, mark] : changes) {
        if (mark.isEmpty())
            m_marks.erase(key);
        else
            m_marks[key] = mark;
        const std::uint32_t row = m_download->list->find(key);
        if (row != noCustomer)
            verdicts[row] = verdictOf(row);
    }
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(verdicts));
    save(changes);
    Q_EMIT changed();
}

void ReviewState::save(const Changes& changes)
{
    m_unsaved.insert(m_unsaved.end(), changes.begin(), changes.end());
    ++m_saving;
    const auto work = [path = m_path, scope = m_download->scope, campaign = m_download->campaign,
                       changes = std::exchange(m_unsaved, {})] {
        std::pair<Result<void>, Changes> outcome;
        auto store = ReviewMarks::open(path);
        outcome.first =
            store ? store->put(scope, campaign, changes) : Result<void>(tl::unexpected(store.error()));
        if (!outcome.first)
            outcome.second = changes;
        return outcome;
    };
    const auto done = [this](const std::pair<Result<void>, Changes>& outcome) {
        --m_saving;
        if (outcome.first)
            return;
        m_unsaved.insert(m_unsaved.begin(), outcome.second.begin(), outcome.second.end());
        Q_EMIT notSaved(outcome.first.error());
    };
    inWorker(this, work, done, &m_writer);
}

} // namespace rangedesk::ui
