// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_state.h"

#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds retryAfter{5};

template <typename Steps> void putBefore(Steps& later, const Steps& earlier)
{
    for (const auto& [place, steps] : earlier)
        later[place].insert(later[place].begin(), steps.begin(), steps.end());
}

} // namespace

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
    std::vector<std::string> keys;
    auto changes = std::make_shared<ReviewChanges>();
    for (auto& [key, mark] : marks()) {
        keys.push_back(key);
        changes->marks.push_back(mark);
    }
    std::vector<std::uint32_t> rows(keys.size(), noCustomer);
    changes->of = std::make_shared<TouchedCustomers>(m_download->list, std::move(rows), std::move(keys));
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

ReviewState::Written ReviewState::writeSteps(Steps steps)
{
    Written outcome;
    while (!steps.empty()) {
        const auto first = steps.begin();
        const Place& place = first->first;
        std::vector<ReviewMarks::Change> all; // of one customer the last one holds, and all are its history
        for (const SharedChanges& changes : first->second) {
            const std::vector<std::string>& keys = changes->of->keys();
            for (std::size_t i = 0; i < keys.size(); ++i)
                all.emplace_back(keys[i], changes->mark(i));
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
