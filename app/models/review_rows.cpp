// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review_rows.h"

#include "core/text.h"
#include "registrations/merchant_information.h"

namespace rangedesk {

Mark markOf(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Approved:
        return Mark::Accepted;
    case ReviewDecision::Flagged:
        return Mark::Warning;
    case ReviewDecision::Rejected:
        return Mark::Refused;
    case ReviewDecision::None:
    case ReviewDecision::Count:
        break;
    }
    return Mark::Waiting;
}

QString shortTime(const QDateTime& utc)
{
    const QDateTime time = utc.toLocalTime();
    const bool isThisYear = time.date().year() == QDate::currentDate().year();
    return time.toString(isThisYear ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

ReviewRows::ReviewRows(std::shared_ptr<const ReviewDownload> download, Verdicts verdicts,
                       std::shared_ptr<const CustomerAttributes> facts, MarksByRow marks)
    : m_download(std::move(download)), m_verdicts(std::move(verdicts)), m_facts(std::move(facts)),
      m_marks(std::move(marks))
{
    m_verdicts.resize(m_download->rowCount());
    // The registered ones stand first.
    const std::size_t registered = m_download->list->figures().registered;
    for (std::size_t row = 0; row < registered; ++row)
        ++m_counts.at(static_cast<std::size_t>(m_verdicts[row].decision));
}

std::uint64_t ReviewRows::key(std::uint32_t row) const
{
    return std::hash<std::string>()(ReviewList::keyOf(customer(row)));
}

std::uint32_t ReviewRows::facets(std::uint32_t row) const
{
    const ReviewCustomer& customer = this->customer(row);
    const Verdict& verdict = m_verdicts[row];
    std::uint32_t facets = overlapFacet(customer.lists);
    if ((customer.lists & Registered) != 0)
        facets |= decisionFacet(verdict.decision);
    const ReviewChange change = m_download->change(row);
    facets |= change == ReviewChange::Gone ? GoneOne : 0U;
    facets |= change == ReviewChange::New ? NewOne : 0U;
    facets |= change == ReviewChange::Changed || verdict.isOutdated ? ChangedOne : 0U;
    facets |= customer.likeness != 0 || customer.repeats > 0 ? Alike : 0U;
    facets |= customer.hasPictures ? WithPictures : 0U;
    facets |= verdict.isNoted ? Noted : 0U;
    return facets;
}

ReviewMarks::Marks ReviewRows::marks() const
{
    ReviewMarks::Marks marks;
    for (std::uint32_t row = 0; row < size(); ++row) {
        if (const ReviewMark& mark = m_marks.at(row); !mark.isEmpty())
            marks.emplace(ReviewList::keyOf(customer(row)), mark);
    }
    return marks;
}

ReviewRows::Verdict ReviewRows::verdictOf(const ReviewMark& mark, const ReviewCustomer& customer)
{
    const bool isDecided = mark.decision != ReviewDecision::None;
    const bool isRegistered = (customer.lists & Registered) != 0;
    return {mark.decision, !mark.note.isEmpty(), isDecided && isRegistered && mark.digest != customer.digest};
}

std::size_t ReviewRows::groupCount() const
{
    return factCount() + m_download->list->fields().size();
}

int ReviewRows::group(std::size_t at) const
{
    return at < factCount() ? m_facts->group(at) : field(at).group;
}

QString ReviewRows::groupWord(std::size_t at) const
{
    return at < factCount() ? m_facts->attributeWord(at) : field(at).name;
}

std::size_t ReviewRows::valueCount(std::size_t at) const
{
    return at < factCount() ? m_facts->values(at).size() : field(at).values.size();
}

QString ReviewRows::valueText(std::size_t at, std::uint32_t value) const
{
    return at < factCount() ? toQString(m_facts->values(at)[value - 1]) : field(at).values[value - 1];
}

std::uint64_t ReviewRows::valueKey(std::size_t at, std::uint32_t value) const
{
    return at < factCount() ? m_facts->keys(at)[value - 1] : field(at).keys[value - 1];
}

std::uint32_t ReviewRows::valueIndex(std::size_t at, std::uint32_t row) const
{
    if (at < factCount())
        return m_facts->valueIndex(row, at);
    const std::vector<std::uint16_t>& valueOf = field(at).valueOf; // the registered ones stand first
    return row < valueOf.size() ? valueOf[row] : notAsked;
}

std::uint64_t ReviewRows::valueIn(std::uint32_t row, int wanted) const
{
    constexpr std::uint64_t otherThanAll = 1;
    for (std::size_t at = 0; at < groupCount(); ++at) {
        if (group(at) != wanted)
            continue;
        const std::uint32_t value = valueIndex(at, row);
        return value == notAsked ? otherThanAll : value == 0 ? 0 : valueKey(at, value);
    }
    return 0; // nobody tells it any more
}

RowSource::Matcher ReviewRows::matcher(const std::string& word) const
{
    const std::size_t at = word.find('=');
    // Fields are compared as they are gathered: without blanks, in compatibility forms.
    const std::string field = comparableText(toQString(word.substr(0, at)));
    const std::string told = at == std::string::npos ? "" : comparableText(toQString(word.substr(at + 1)));
    const bool isAddress = word.substr(0, at).find("://") != std::string::npos;
    for (std::size_t fact = 0; at != std::string::npos && m_facts && fact < m_facts->attributeCount();
         ++fact) {
        if (comparableText(m_facts->attributeWord(fact)) != field)
            continue;
        return [this, fact, value = told](std::uint32_t row) {
            return comparableText(toQString(m_facts->value(row, fact))) == value; // "attribute=": not known
        };
    }
    if (at != std::string::npos && at > 0 && !isAddress) {
        // A part of an address, perhaps; or a field with such a name.
        const bool mayBeText = word.substr(0, at).find_first_of("/?.") != std::string::npos;
        return [this, mayBeText, word, name = field, value = told](std::uint32_t row) {
            const MerchantInformation information =
                parseMerchantInformation(customer(row).merchantInformation);
            bool isThere = false;
            bool isFound = false;
            for (const MerchantField& one : information.fields) {
                if (comparableText(one.name) != name || one.value.isEmpty())
                    continue;
                isThere = true;
                isFound = isFound || comparableText(one.value) == value;
            }
            if (value.empty()) // "field=" finds those who did not fill it
                return !isThere;
            return isFound || (!isThere && mayBeText && holdsFolded(customer(row).merchantInformation, word));
        };
    }
    return [this, word](std::uint32_t row) {
        const ReviewCustomer& c = customer(row);
        for (const std::string_view text : {c.name, c.code, c.sourceCode, c.id, c.merchantInformation}) {
            if (holdsFolded(text, word))
                return true;
        }
        return false;
    };
}

std::string ReviewRows::sortKey(std::uint32_t row, int column) const
{
    const ReviewCustomer& c = customer(row);
    switch (static_cast<ReviewModel::Column>(column)) {
    case ReviewModel::Column::Customer:
        return textKey(c.name);
    case ReviewModel::Column::Decision:
        return numberKey(static_cast<std::int64_t>(m_verdicts[row].decision));
    case ReviewModel::Column::Lists:
        return numberKey(c.lists);
    case ReviewModel::Column::ExternalId:
        return textKey(c.sourceCode);
    case ReviewModel::Column::Since:
        return numberKey(static_cast<std::int64_t>(m_download->change(row)));
    case ReviewModel::Column::ReportedAt:
        return std::string(m_download->reportedTime(row));
    case ReviewModel::Column::Note:
        return textKey(toUtf8(mark(row).note));
    case ReviewModel::Column::DecidedBy:
        return textKey(toUtf8(mark(row).by));
    case ReviewModel::Column::DecidedAt:
        return numberKey(mark(row).at.isValid() ? mark(row).at.toMSecsSinceEpoch() : 0);
    case ReviewModel::Column::Code:
        return textKey(c.code);
    case ReviewModel::Column::CustomerId:
        return std::string(c.id);
    case ReviewModel::Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
