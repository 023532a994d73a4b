// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_state.h"

#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds retryAfter{5};

QString personAtDesk()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

} // namespace

class ReviewState::Command : public QUndoCommand
{
public:
    Command(ReviewState& state, const QString& text, SharedChanges before, SharedChanges after)
        : QUndoCommand(text), m_state(state), m_before(std::move(before)), m_after(std::move(after))
    {}
    void redo() override
    {
        m_state.apply(*m_after);
        if (std::exchange(m_isDone, true))
            Q_EMIT m_state.stepped(m_after->front().first, ReviewState::tr("Done again: %1").arg(text()));
    }
    void undo() override
    {
        m_state.apply(*m_before);
        Q_EMIT m_state.stepped(m_before->front().first, ReviewState::tr("Taken back: %1").arg(text()));
    }

private:
    ReviewState& m_state;
    SharedChanges m_before;
    SharedChanges m_after;
    bool m_isDone = false;
};

ReviewState::ReviewState(QObject* parent) : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &ReviewState::write);
}

ReviewState::~ReviewState()
{
    m_writer.waitForDone();
    // What was in flight may have failed; writing it twice does no harm.
    for (const auto& [place, marks] : *m_inFlight) {
        for (const auto& [key, mark] : marks)
            m_unsaved[place].try_emplace(key, mark);
    }
    if (!m_unsaved.empty())
        (void)written(std::move(m_unsaved));
}

void ReviewState::begin(const QString& marksPath, std::shared_ptr<const ReviewDownload> download)
{
    const bool isSame = m_download && m_path == marksPath && m_download->campaign == download->campaign &&
                        m_download->scope == download->scope;
    m_path = marksPath;
    if (!m_download || m_download->list != download->list)
        m_facts.reset(); // they count in the rows of a list
    m_download = std::move(download);
    if (!isSame) {
        std::unique_ptr<QUndoStack>& stack = m_stacks[place()];
        if (!stack)
            m_undo.addStack((stack = std::make_unique<QUndoStack>()).get());
        m_undo.setActiveStack(stack.get());
        m_marks = m_download->marks;
        // What was decided here may be younger than what was read.
        for (const Unsaved* unsaved : {m_inFlight.get(), &std::as_const(m_unsaved)}) {
            const auto found = unsaved->find(place());
            if (found == unsaved->end())
                continue;
            for (const auto& [key, mark] : found->second)
                m_marks[key] = mark;
        }
    }
    ReviewRows::Verdicts verdicts(m_download->list->size());
    for (const auto& [key, mark] : m_marks) {
        const std::uint32_t row = m_download->list->find(key);
        if (row != noCustomer)
            verdicts[row] = verdictOf(mark, m_download->list->at(row));
    }
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(verdicts), m_facts);
    Q_EMIT changed();
}

void ReviewState::setFacts(std::shared_ptr<const CustomerAttributes> facts)
{
    m_facts = std::move(facts);
    if (!m_rows)
        return;
    m_rows = std::make_shared<const ReviewRows>(m_download, m_rows->verdicts(), m_facts);
    Q_EMIT changed();
}

void ReviewState::clear()
{
    m_download.reset();
    m_facts.reset();
    m_rows.reset();
    m_marks.clear();
    m_undo.setActiveStack(nullptr);
    Q_EMIT changed();
}

ReviewMark ReviewState::mark(const ReviewCustomer& customer) const
{
    const auto found = m_marks.find(ReviewList::keyOf(customer));
    return found == m_marks.end() ? ReviewMark() : found->second;
}

ReviewRows::Verdict ReviewState::verdictOf(const ReviewMark& mark, const ReviewCustomer& customer) const
{
    const bool isDecided = mark.decision != ReviewDecision::None;
    return {mark.decision, !mark.note.isEmpty(), isDecided && mark.digest != customer.digest};
}

std::size_t ReviewState::decide(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                                ReviewDecision decision)
{
    if (!m_download || shown.download().campaign != m_download->campaign)
        return 0;
    const QString person = personAtDesk();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Changes after;
    after.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const ReviewCustomer& customer = shown.customer(row);
        if ((customer.lists & Registered) == 0)
            continue;
        std::string key = ReviewList::keyOf(customer);
        const auto found = m_marks.find(key);
        ReviewMark mark = found == m_marks.end() ? ReviewMark() : found->second;
        const bool isSame =
            mark.decision == decision && (decision == ReviewDecision::None || mark.digest == customer.digest);
        if (isSame)
            continue;
        mark.decision = decision;
        mark.by = person;
        mark.at = now;
        mark.digest = customer.digest;
        after.emplace_back(std::move(key), std::move(mark));
    }
    const std::size_t count = after.size();
    if (count > 0)
        push(tr("%1: %2 registrations").arg(decisionWord(decision), figure(static_cast<qint64>(count))),
             std::move(after));
    return count;
}

void ReviewState::note(const ReviewCustomer& customer, const QString& text)
{
    constexpr qsizetype longest = 2000;
    if (!m_download)
        return;
    ReviewMark mark = this->mark(customer);
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
    m_undo.activeStack()->push(new Command(*this, text, std::make_shared<const Changes>(std::move(before)),
                                           std::make_shared<const Changes>(std::move(after))));
}

void ReviewState::apply(const Changes& changes)
{
    ReviewRows::Verdicts verdicts = m_rows->verdicts();
    ReviewMarks::Marks& unsaved = m_unsaved[place()];
    unsaved.reserve(unsaved.size() + changes.size());
    m_marks.reserve(m_marks.size() + changes.size());
    for (const auto& [key, mark] : changes) {
        m_marks[key] = mark;
        unsaved[key] = mark;
        const std::uint32_t row = m_download->list->find(key);
        if (row != noCustomer)
            verdicts[row] = verdictOf(mark, m_download->list->at(row));
    }
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(verdicts), m_facts);
    write();
    Q_EMIT changed();
}

ReviewState::Written ReviewState::written(Unsaved unsaved)
{
    Written outcome;
    while (!unsaved.empty()) {
        const auto first = unsaved.begin();
        const Place& place = first->first;
        const Changes changes(first->second.begin(), first->second.end());
        auto store = ReviewMarks::open(place.path);
        const Result<void> put = store ? store->put(place.scope, place.campaign, changes)
                                       : Result<void>(tl::unexpected(store.error()));
        if (!put) {
            outcome.problem = put.error();
            outcome.left = std::move(unsaved);
            return outcome;
        }
        if (!store->setAside().isEmpty())
            outcome.setAside = store->setAside();
        unsaved.erase(first);
    }
    return outcome;
}

void ReviewState::write()
{
    if (m_isWriting || m_unsaved.empty())
        return;
    m_isWriting = true;
    m_inFlight = std::make_shared<const Unsaved>(std::exchange(m_unsaved, {}));
    const auto work = [unsaved = m_inFlight] { return written(*unsaved); };
    const auto done = [this](const Written& outcome) {
        m_isWriting = false;
        m_inFlight = std::make_shared<const Unsaved>();
        for (const auto& [place, marks] : outcome.left) {
            for (const auto& [key, mark] : marks)
                m_unsaved[place].try_emplace(key, mark); // what came since is newer
        }
        if (outcome.problem) {
            m_hasFailed = true;
            m_retry.start();
            Q_EMIT notSaved(*outcome.problem);
            return;
        }
        if (!outcome.setAside.isEmpty() && m_download) {
            m_unsaved[place()].insert(m_marks.begin(), m_marks.end()); // the new file holds nothing of it
            Q_EMIT setAside(outcome.setAside);
        }
        if (m_unsaved.empty() && std::exchange(m_hasFailed, false))
            Q_EMIT savedAgain();
        write();
    };
    inWorker(this, work, done, &m_writer);
}

} // namespace rangedesk::ui
