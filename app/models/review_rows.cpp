// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review_rows.h"

#include "core/text.h"
#include "registrations/merchant_information.h"

namespace rangedesk {

namespace {} // namespace

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

QString fieldWord(const QString& field, const QString& value)
{
    QString word = field + QLatin1Char('=') + value;
    return word.removeIf([](QChar c) { return c.isSpace(); });
}

ReviewRows::ReviewRows(std::shared_ptr<const ReviewDownload> download, Verdicts verdicts,
                       std::shared_ptr<const CustomerAttributes> facts)
    : m_download(std::move(download)), m_verdicts(std::move(verdicts)), m_facts(std::move(facts))
{
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
    const ReviewChange change = m_download->changes[row];
    facets |= change == ReviewChange::New ? NewOne : 0U;
    facets |= change == ReviewChange::Changed || verdict.isOutdated ? ChangedOne : 0U;
    facets |= customer.likeness != 0 || customer.repeats > 0 ? Alike : 0U;
    facets |= customer.hasPictures ? WithPictures : 0U;
    facets |= verdict.isNoted ? Noted : 0U;
    return facets;
}

RowSource::Matcher ReviewRows::matcher(const std::string& word) const
{
    const std::size_t at = word.find('=');
    const bool isAddress = word.substr(0, at).find("://") != std::string::npos;
    for (std::size_t fact = 0; at != std::string::npos && m_facts && fact < m_facts->attributeCount();
         ++fact) {
        if (ReviewList::comparable(m_facts->attributeWord(fact)) != word.substr(0, at))
            continue;
        return [this, fact, value = word.substr(at + 1)](std::uint32_t row) {
            return ReviewList::comparable(toQString(m_facts->value(row, fact))) ==
                   value; // "attribute=": not known
        };
    }
    if (at != std::string::npos && at > 0 && !isAddress) {
        // A part of an address, perhaps; or a field with such a name.
        const bool mayBeText = word.substr(0, at).find_first_of("/?.") != std::string::npos;
        return [this, mayBeText, name = word.substr(0, at), value = word.substr(at + 1)](std::uint32_t row) {
            const MerchantInformation information =
                parseMerchantInformation(customer(row).merchantInformation);
            bool isThere = false;
            bool isFound = false;
            for (const MerchantField& field : information.fields) {
                if (ReviewList::comparable(field.name) != name || field.value.isEmpty())
                    continue;
                isThere = true;
                isFound = isFound || ReviewList::comparable(field.value) == value;
            }
            if (value.empty()) // "field=" finds those who did not fill it
                return !isThere;
            return isFound || (!isThere && mayBeText &&
                               holdsFolded(customer(row).merchantInformation, name + '=' + value));
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
        return numberKey(static_cast<std::int64_t>(m_download->changes[row]));
    case ReviewModel::Column::ReportedAt:
        return std::string(m_download->reportedTime(row));
    case ReviewModel::Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
