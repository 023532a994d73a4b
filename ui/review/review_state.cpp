// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_state.h"

#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds retryAfter{5};
constexpr qsizetype longestNote = 2000;

QString personAtDesk()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

template <typename Steps> void putBefore(Steps& later, const Steps& earlier)
{
    for (const auto& [place, steps] : earlier)
        later[place].insert(later[place].begin(), steps.begin(), steps.end());
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
        m_state.apply(m_after);
        if (std::exchange(m_isDone, true))
            Q_EMIT m_state.stepped(m_after->of->keys.front(), ReviewState::tr("Done again: %1").arg(text()));
    }
    void undo() override
    {
        m_state.apply(m_before);
        Q_EMIT m_state.stepped(m_before->of->keys.front(), ReviewState::tr("Taken back: %1").arg(text()));
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
    if (!m_inFlight->isWritten) // it has failed: first what is older
        putBefore(m_unsaved, m_inFlight->steps);
    if (!m_unsaved.empty())
        (void)writeSteps(std::move(m_unsaved));
}

ReviewState::Prepared ReviewState::prepared(std::shared_ptr<const ReviewDownload> download)
{
    Prepared made;
    made.download = std::move(download);
    made.verdicts.resize(made.download->rowCount());
    MarksByRow::Writer writer(made.marks);
    for (const auto& [key, mark] : made.download->marks) {
        const std::uint32_t row = made.download->find(key);
        if (row == noCustomer) {
            made.elsewhere.emplace(key, mark);
            continue;
        }
        writer.set(row, mark);
        made.verdicts[row] = ReviewRows::verdictOf(mark, made.download->customer(row));
    }
    return made;
}

void ReviewState::expect()
{
    m_isExpecting = true;
    m_expected = m_unsaved; // a list of pointers
    if (!m_inFlight->isWritten)
        putBefore(m_expected, m_inFlight->steps);
}

void ReviewState::begin(const QString& marksPath, Prepared prepared)
{
    const ReviewDownload& download = *prepared.download;
    const bool isSame = m_download && m_path == marksPath && m_download->campaign == download.campaign &&
                        m_download->scope == download.scope;
    // What could not be read, or stands in a new file, is known here all the same.
    const bool isLost = download.problem || !download.setAside.isEmpty();
    const SharedChanges known = isSame && isLost ? allMarks() : nullptr;
    m_path = marksPath;
    if (!m_download || m_download->list != download.list)
        m_facts.reset(); // they count in the rows of a list
    m_download = std::move(prepared.download);
    if (!isSame) {
        std::unique_ptr<QUndoStack>& stack = m_stacks[place()];
        if (!stack)
            m_undo.addStack((stack = std::make_unique<QUndoStack>()).get());
        m_undo.setActiveStack(stack.get());
    }
    m_elsewhere = std::move(prepared.elsewhere);
    MarksByRow::Writer writer(prepared.marks);
    if (known && !known->marks.empty()) {
        lay(*known, prepared.verdicts, writer);
        if (!m_download->problem)
            m_unsaved[place()].push_back(known);
    }
    // What was decided here may be younger than what was read.
    for (const SharedChanges& changes : m_expected[place()])
        lay(*changes, prepared.verdicts, writer);
    m_expected.clear();
    m_isExpecting = false;
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(prepared.verdicts), m_facts,
                                                std::move(prepared.marks));
    write();
    Q_EMIT changed();
}

/// @returns nothing to write where there are none
ReviewState::SharedChanges ReviewState::allMarks() const
{
    auto touched = std::make_shared<Touched>();
    auto changes = std::make_shared<Changes>();
    for (auto& [key, mark] : marks()) {
        touched->keys.push_back(key);
        touched->rows.push_back(noCustomer);
        changes->marks.push_back(mark);
    }
    changes->of = std::move(touched);
    return changes;
}

void ReviewState::setFacts(std::shared_ptr<const CustomerAttributes> facts)
{
    m_facts = std::move(facts);
    if (!m_rows)
        return;
    m_rows =
        std::make_shared<const ReviewRows>(m_download, m_rows->verdicts(), m_facts, m_rows->marksByRow());
    Q_EMIT changed();
}

void ReviewState::clear()
{
    m_download.reset();
    m_facts.reset();
    m_rows.reset();
    m_elsewhere.clear();
    m_undo.setActiveStack(nullptr);
    Q_EMIT changed();
}

ReviewMarks::Marks ReviewState::marks() const
{
    ReviewMarks::Marks marks = m_rows ? m_rows->marks() : ReviewMarks::Marks();
    marks.insert(m_elsewhere.begin(), m_elsewhere.end());
    return marks;
}

ReviewMark ReviewState::mark(const ReviewCustomer& customer) const
{
    if (!m_rows)
        return {};
    const std::string key = ReviewList::keyOf(customer);
    if (const std::uint32_t row = m_download->find(key); row != noCustomer)
        return m_rows->mark(row);
    const auto found = m_elsewhere.find(key);
    return found == m_elsewhere.end() ? ReviewMark() : found->second;
}

QStringList ReviewState::readyReasons() const
{
    constexpr qsizetype mostUsed = 8;
    constexpr int mostLookedAt = 10000; // of more the frequent ones are among them
    QHash<QString, int> used;
    int looked = 0;
    for (std::uint32_t row = 0; m_rows && row < m_rows->size() && looked < mostLookedAt; ++row) {
        if (!m_rows->verdict(row).isNoted)
            continue;
        ++used[m_rows->mark(row).note];
        ++looked;
    }
    QStringList reasons = used.keys();
    std::sort(reasons.begin(), reasons.end(), [&used](const QString& a, const QString& b) {
        const int left = used.value(a);
        const int right = used.value(b);
        return left != right ? left > right : a < b;
    });
    reasons = reasons.mid(0, mostUsed);
    for (const QString& usual : {tr("Papers are missing"), tr("Registered twice"),
                                 tr("Not in the covered list"), tr("The telephone could not be reached")}) {
        if (!reasons.contains(usual))
            reasons << usual;
    }
    return reasons;
}

std::function<Result<std::vector<ReviewMark>>()> ReviewState::historyOf(const ReviewCustomer& customer) const
{
    return [place = place(), key = ReviewList::keyOf(customer)]() -> Result<std::vector<ReviewMark>> {
        auto store = ReviewMarks::openForReading(place.path);
        if (!store)
            return tl::unexpected(store.error());
        return store->history(place.scope, place.campaign, key);
    };
}

template <typename Change>
std::size_t ReviewState::changeMarks(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                                     const Change& change, const std::function<QString(std::size_t)>& text)
{
    if (!m_download || shown.download().campaign != m_download->campaign)
        return 0;
    const bool isShown = &shown.download() == m_download.get();
    const QString person = personAtDesk();
    const QDateTime at = QDateTime::currentDateTimeUtc();
    auto touched = std::make_shared<Touched>();
    touched->list = m_download->list;
    auto before = std::make_shared<Changes>();
    auto after = std::make_shared<Changes>();
    touched->rows.reserve(rows.size());
    touched->keys.reserve(rows.size());
    before->marks.reserve(rows.size());
    after->marks.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const ReviewCustomer& customer = shown.customer(row);
        if ((customer.lists & Registered) == 0)
            continue;
        const std::uint32_t here = isShown ? row : m_download->find(ReviewList::keyOf(customer));
        const ReviewMark old = here != noCustomer ? ReviewMark() : mark(customer);
        const ReviewMark& now = here != noCustomer ? m_rows->mark(here) : old;
        ReviewMark& made = after->marks.emplace_back(now);
        if (!change(made, customer)) {
            after->marks.pop_back();
            continue;
        }
        made.by = person;
        made.at = at;
        touched->rows.push_back(here);
        touched->keys.push_back(ReviewList::keyOf(customer));
        before->marks.push_back(now);
    }
    const std::size_t count = after->marks.size();
    if (count == 0)
        return 0;
    before->of = touched;
    after->of = touched;
    m_undo.activeStack()->push(new Command(*this, text(count), std::move(before), std::move(after)));
    return count;
}

std::size_t ReviewState::decide(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                                ReviewDecision decision, const std::optional<QString>& note)
{
    const std::optional<QString> kept =
        note ? std::optional(note->trimmed().left(longestNote)) : std::nullopt;
    const auto change = [&](ReviewMark& mark, const ReviewCustomer& customer) {
        const bool isSame = mark.decision == decision && (!kept || mark.note == *kept) &&
                            (decision == ReviewDecision::None || mark.digest == customer.digest);
        mark.decision = decision;
        mark.digest = customer.digest;
        if (kept)
            mark.note = *kept;
        return !isSame;
    };
    return changeMarks(shown, rows, change, [decision](std::size_t count) {
        return tr("%1: %2 registrations").arg(decisionWord(decision), figure(static_cast<qint64>(count)));
    });
}

std::size_t ReviewState::note(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                              const QString& text)
{
    const QString kept = text.trimmed().left(longestNote);
    QString name;
    const auto change = [&](ReviewMark& mark, const ReviewCustomer& customer) {
        if (mark.note == kept)
            return false;
        name = toQString(customer.name);
        mark.note = kept;
        if (mark.decision == ReviewDecision::None)
            mark.digest = customer.digest;
        return true;
    };
    return changeMarks(shown, rows, change, [&name](std::size_t count) {
        return count == 1 ? tr("Note on %1").arg(name)
                          : tr("Note on %1 registrations").arg(figure(static_cast<qint64>(count)));
    });
}

void ReviewState::lay(const Changes& changes, ReviewRows::Verdicts& verdicts, MarksByRow::Writer& marks)
{
    const Touched& of = *changes.of;
    const bool isOfList = of.list.lock() == m_download->list;
    for (std::size_t i = 0; i < of.keys.size(); ++i) {
        const bool isKnown = isOfList && of.rows[i] != noCustomer;
        const std::uint32_t row = isKnown ? of.rows[i] : m_download->find(of.keys[i]);
        const ReviewMark& mark = changes.marks[i];
        if (row == noCustomer) {
            m_elsewhere[of.keys[i]] = mark;
            continue;
        }
        marks.set(row, mark);
        verdicts[row] = ReviewRows::verdictOf(mark, m_download->customer(row));
    }
}

void ReviewState::apply(const SharedChanges& changes)
{
    ReviewRows::Verdicts verdicts = m_rows->verdicts();
    MarksByRow marks = m_rows->marksByRow();
    MarksByRow::Writer writer(marks);
    lay(*changes, verdicts, writer);
    m_rows = std::make_shared<const ReviewRows>(m_download, std::move(verdicts), m_facts, std::move(marks));
    m_unsaved[place()].push_back(changes);
    if (m_isExpecting)
        m_expected[place()].push_back(changes);
    write();
    Q_EMIT changed();
}

ReviewState::Written ReviewState::writeSteps(Steps steps)
{
    Written outcome;
    while (!steps.empty()) {
        const auto first = steps.begin();
        const Place& place = first->first;
        std::vector<ReviewMarks::Change> all; // of one customer the last one holds, and all are its history
        for (const SharedChanges& changes : first->second) {
            for (std::size_t i = 0; i < changes->marks.size(); ++i)
                all.emplace_back(changes->of->keys[i], changes->marks[i]);
        }
        auto store = ReviewMarks::open(place.path);
        const Result<void> put = store ? store->put(place.scope, place.campaign, all)
                                       : Result<void>(tl::unexpected(store.error()));
        if (!put) {
            outcome.problem = put.error();
            outcome.left = std::move(steps);
            return outcome;
        }
        if (!store->setAside().isEmpty())
            outcome.setAside = store->setAside();
        steps.erase(first);
    }
    return outcome;
}

void ReviewState::write()
{
    if (m_isWriting || m_unsaved.empty())
        return;
    m_isWriting = true;
    m_inFlight = std::make_shared<InFlight>();
    m_inFlight->steps = std::exchange(m_unsaved, {});
    const auto work = [inFlight = m_inFlight] {
        Written outcome = writeSteps(inFlight->steps);
        inFlight->isWritten = !outcome.problem;
        return outcome;
    };
    const auto done = [this](const Written& outcome) {
        m_isWriting = false;
        m_inFlight = std::make_shared<InFlight>();
        putBefore(m_unsaved, outcome.left);
        if (outcome.problem) {
            m_hasFailed = true;
            m_retry.start();
            Q_EMIT notSaved(*outcome.problem);
            return;
        }
        if (!outcome.setAside.isEmpty() && m_download) {
            m_unsaved[place()].push_back(allMarks()); // the new file holds nothing of it
            Q_EMIT setAside(outcome.setAside);
        }
        Q_EMIT this->written();
        if (m_unsaved.empty() && std::exchange(m_hasFailed, false))
            Q_EMIT savedAgain();
        write();
    };
    inWorker(this, work, done, &m_writer);
}

} // namespace rangedesk::ui
