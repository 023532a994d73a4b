// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/known_values.h"

#include "core/id.h"
#include "core/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace rangedesk {

namespace {

struct KnownText
{
    Q_DECLARE_TR_FUNCTIONS(KnownText)
};

constexpr int productGroup = dimensionCount;
constexpr int customerGroup = dimensionCount + 1;
constexpr int campaignGroup = dimensionCount + 2; ///< by external id
constexpr std::size_t mostSuggestions = 5;
/// Digits that a spreadsheet keeps.
constexpr std::size_t keptDigits = 15;

int groupOf(const ColumnRole& role)
{
    switch (role.field) {
    case ColumnRole::Field::Condition:
        return static_cast<int>(role.dimension);
    case ColumnRole::Field::Product:
        return productGroup;
    case ColumnRole::Field::Customer:
        return customerGroup;
    case ColumnRole::Field::Campaign:
        return campaignGroup;
    default:
        return -1;
    }
}

/// The digits that are left of a rounded id and how many it had: of 8.93E+18 these are 893 and 19.
struct Rounded
{
    std::string digits;
    std::size_t length = 0;
};

Rounded roundedOf(const std::string& cell)
{
    Rounded rounded;
    const std::size_t exponent = cell.find_first_of("eE");
    for (const char c : cell.substr(0, exponent)) {
        if (c >= '0' && c <= '9')
            rounded.digits += c;
    }
    rounded.length = rounded.digits.size();
    if (exponent != std::string::npos)
        rounded.length =
            static_cast<std::size_t>(std::max(0, toQString(cell.substr(exponent + 1)).toInt())) + 1;
    while (!rounded.digits.empty() && rounded.digits.back() == '0')
        rounded.digits.pop_back();
    return rounded;
}

/// Whether an id becomes this when it is rounded: the same digits but for the last, which may be rounded up.
bool becomes(const std::string& id, const Rounded& rounded)
{
    const std::size_t kept = std::min(rounded.digits.size(), keptDigits);
    if (id.size() != rounded.length || kept < 2 || id.size() <= kept)
        return false;
    if (id.compare(0, kept, rounded.digits) == 0)
        return true;
    std::string up = id.substr(0, kept);
    ++up.back(); // no carry: a digit 9 that was rounded up left a zero, which is cut off
    return up == rounded.digits && id[kept] >= '5';
}

/// How many characters have to be changed, added or taken away; up to a limit.
std::size_t distance(const QString& a, const QString& b)
{
    std::vector<std::size_t> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = static_cast<std::size_t>(i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t same = diagonal + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, same});
        }
    }
    return row.back();
}

} // namespace

void KnownValues::take(int group, std::string_view id, std::string_view code, std::string_view name)
{
    if (!id.empty())
        m_groups[group][std::string(id)] = {std::string(id), std::string(code), std::string(name)};
}

void KnownValues::add(const SaleRule& rule)
{
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        const bool isOne = field.selectedId.find(',') == std::string_view::npos;
        if (dimension && isOne)
            take(static_cast<int>(*dimension), trimmed(field.selectedId), trimmed(field.selectedCode),
                 trimmed(field.selectedName));
    }
    for (const RuleProduct& product : rule.products)
        take(productGroup, product.id, product.code, product.name);
    for (const RuleCustomer& customer : rule.customers)
        take(customerGroup, customer.id, customer.code, customer.name);
}

void KnownValues::add(const Campaign& campaign)
{
    take(campaignGroup, campaign.sourceCode, campaign.code, campaign.name);
    for (const NamedEntry& department : campaign.departments)
        take(static_cast<int>(Dimension::Department), department.id, department.code, department.name);
    for (const auto* customers : {&campaign.covered, &campaign.notified, &campaign.registered}) {
        for (const NamedEntry& customer : *customers)
            take(customerGroup, customer.id, customer.code, customer.name);
    }
}

std::vector<std::pair<QString, std::vector<const KnownValues::Entry*>>> KnownValues::groups() const
{
    std::vector<std::pair<QString, std::vector<const Entry*>>> all;
    for (const auto& [number, group] : m_groups) {
        const QString name = number == productGroup    ? KnownText::tr("Product")
                             : number == customerGroup ? KnownText::tr("Customer")
                             : number == campaignGroup ? KnownText::tr("Campaign")
                                                       : dimensionName(static_cast<Dimension>(number));
        std::vector<const Entry*>& entries = all.emplace_back(name, std::vector<const Entry*>()).second;
        for (const auto& [id, entry] : group)
            entries.push_back(&entry);
        std::sort(entries.begin(), entries.end(),
                  [](const Entry* a, const Entry* b) { return a->code < b->code; });
    }
    return all;
}

std::vector<std::string> KnownValues::suggestions(const ColumnRole& role, const std::string& cell) const
{
    const auto found = m_groups.find(groupOf(role));
    std::vector<std::string> fitting;
    const bool isOther = role.by == SelectBy::SourceCode && role.field != ColumnRole::Field::Campaign;
    if (found == m_groups.end() || cell.empty() || isOther) // no reply tells external ids of others
        return fitting;
    if (role.by == SelectBy::Id) {
        const Rounded rounded = roundedOf(cell);
        for (const auto& [id, entry] : found->second) {
            if (idDamage(cell) != IdDamage::None && becomes(id, rounded))
                fitting.push_back(id);
        }
        return fitting.size() == 1 ? fitting : std::vector<std::string>();
    }
    const QString wanted = toQString(foldedHeading(cell));
    const auto most = static_cast<std::size_t>(std::max<qsizetype>(1, wanted.size() / 3));
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& [id, entry] : found->second) {
        const std::string& text = role.by == SelectBy::Code         ? entry.code
                                  : role.by == SelectBy::SourceCode ? id
                                                                    : entry.name;
        if (text.empty() || text == cell)
            continue;
        const QString other = toQString(foldedHeading(text));
        const bool holds = wanted.size() > 1 && (other.contains(wanted) || wanted.contains(other));
        const std::size_t gap = distance(wanted, other);
        if (gap <= most || holds)
            near.emplace_back(holds ? std::min(gap, most) : gap, text);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (std::size_t i = 0; i < std::min(near.size(), mostSuggestions); ++i)
        fitting.push_back(near[i].second);
    return fitting;
}

} // namespace rangedesk
