// SPDX-License-Identifier: GPL-3.0-or-later
// Each step of deciding: made, taken back, done again.
#include "common/widgets.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_state.h"

namespace rangedesk::ui {

namespace {

constexpr qsizetype longestNote = 2000;
/// Steps of more customers share their marks with the rows that the table shows, and their keys are made in
/// the worker that writes them. A copy of the marks is dearer than a step of one customer.
constexpr std::size_t manyCustomers = 512;

QString personAtDesk()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

} // namespace

class ReviewState::Command : public QUndoCommand
{
public:
    /// @param made what comes of it at first, where that is known already
    Command(ReviewState& state, const QString& text, SharedChanges before, SharedChanges after,
            std::shared_ptr<const ReviewRows> made = {})
        : QUndoCommand(text), m_state(state), m_before(std::move(before)), m_after(std::move(after)),
          m_made(std::move(made))
    {}
    ~Command() override
    {
        if (m_after->of->size() > manyCustomers) // freeing them takes its time
            QThreadPool::globalInstance()->start(
                [before = std::move(m_before), after = std::move(m_after)] {});
    }
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    Command(Command&&) = delete;
    Command& operator=(Command&&) = delete;

    void redo() override
    {
        m_state.apply(m_after, std::exchange(m_made, nullptr));
        if (std::exchange(m_isDone, true))
            Q_EMIT m_state.stepped(m_after->of->firstKey(), ReviewState::tr("Done again: %1").arg(text()));
    }
    void undo() override
    {
        m_state.apply(m_before);
        Q_EMIT m_state.stepped(m_before->of->firstKey(), ReviewState::tr("Taken back: %1").arg(text()));
    }

private:
    ReviewState& m_state;
    SharedChanges m_before;
    SharedChanges m_after;
    std::shared_ptr<const ReviewRows> m_made;
    bool m_isDone = false;
};

template <typename Change>
std::size_t ReviewState::changeMarks(const ReviewRows& shown, const std::vector<std::uint32_t>& rows,
                                     const Change& change, const std::function<QString(std::size_t)>& text)
{
    if (!m_download || shown.download().campaign != m_download->campaign)
        return 0;
    const bool isShown = &shown.download() == m_download.get();
    if (isShown && rows.size() > manyCustomers)
        return changeMany(rows, change, text);
    const QString person = personAtDesk();
    const QDateTime at = QDateTime::currentDateTimeUtc();
    std::vector<std::uint32_t> touched;
    std::vector<std::string> keys;
    auto before = std::make_shared<ReviewChanges>();
    auto after = std::make_shared<ReviewChanges>();
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
        touched.push_back(here);
        keys.push_back(ReviewList::keyOf(customer));
        before->marks.push_back(now);
    }
    const std::size_t count = after->marks.size();
    if (count == 0)
        return 0;
    after->of = std::make_shared<TouchedCustomers>(m_download->list, std::move(touched), std::move(keys));
    before->of = after->of;
    m_undo.activeStack()->push(new Command(*this, text(count), std::move(before), std::move(after)));
    return count;
}

template <typename Change>
std::size_t ReviewState::changeMany(const std::vector<std::uint32_t>& rows, const Change& change,
                                    const std::function<QString(std::size_t)>& text)
{
    const QString person = personAtDesk();
    const QDateTime at = QDateTime::currentDateTimeUtc();
    auto before = std::make_shared<ReviewChanges>();
    auto after = std::make_shared<ReviewChanges>();
    before->byRow = m_rows->marksByRow();
    after->byRow = before->byRow;
    ReviewRows::Verdicts verdicts = m_rows->verdicts();
    MarksByRow::Writer marks(after->byRow);
    std::vector<std::uint32_t> touched;
    touched.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const ReviewCustomer& customer = m_download->customer(row);
        if ((customer.lists & Registered) == 0)
            continue;
        ReviewMark made = before->byRow.at(row);
        if (!change(made, customer))
            continue;
        made.by = person;
        made.at = at;
        verdicts[row] = ReviewRows::verdictOf(made, customer);
        marks.set(row, std::move(made));
        touched.push_back(row);
    }
    const std::size_t count = touched.size();
    if (count == 0)
        return 0;
    after->of = std::make_shared<TouchedCustomers>(m_download->list, std::move(touched));
    before->of = after->of;
    auto made = std::make_shared<const ReviewRows>(m_download, std::move(verdicts), m_facts, after->byRow);
    m_undo.activeStack()->push(
        new Command(*this, text(count), std::move(before), std::move(after), std::move(made)));
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
        if (name.isNull()) // it is told of one alone
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

void ReviewState::lay(const ReviewChanges& changes, ReviewRows::Verdicts& verdicts, MarksByRow::Writer& marks)
{
    const TouchedCustomers& of = *changes.of;
    const bool isOfList = of.isOf(m_download->list);
    for (std::size_t i = 0; i < of.size(); ++i) {
        const bool isKnown = isOfList && of.row(i) != noCustomer;
        const std::uint32_t row = isKnown ? of.row(i) : m_download->find(of.keys()[i]);
        const ReviewMark& mark = changes.mark(i);
        if (row == noCustomer) {
            m_elsewhere[of.keys()[i]] = mark;
            continue;
        }
        marks.set(row, mark);
        verdicts[row] = ReviewRows::verdictOf(mark, m_download->customer(row));
    }
}

void ReviewState::apply(const SharedChanges& changes, std::shared_ptr<const ReviewRows> made)
{
    if (made) {
        m_rows = std::move(made);
    } else {
        ReviewRows::Verdicts verdicts = m_rows->verdicts();
        MarksByRow marks = m_rows->marksByRow();
        MarksByRow::Writer writer(marks);
        lay(*changes, verdicts, writer);
        m_rows =
            std::make_shared<const ReviewRows>(m_download, std::move(verdicts), m_facts, std::move(marks));
    }
    m_unsaved[place()].push_back(changes);
    if (m_isExpecting)
        m_expected[place()].push_back(changes);
    write();
    Q_EMIT changed();
}

} // namespace rangedesk::ui
