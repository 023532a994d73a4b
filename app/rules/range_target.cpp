// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/range_target.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct RangeText
{
    Q_DECLARE_TR_FUNCTIONS(RangeText)
};

} // namespace

QString describe(ReadOnly reason)
{
    switch (reason) {
    case ReadOnly::No:
        break;
    case ReadOnly::Deleted:
        return RangeText::tr("The rule is deleted.");
    case ReadOnly::SeveralValues:
        return RangeText::tr(
            "A condition has several values. The API can only name ranges with one value each.");
    case ReadOnly::UnknownDimension:
        return RangeText::tr("A condition is of a kind that the API cannot name.");
    case ReadOnly::NotEnabled:
        return RangeText::tr("A condition is of a dimension that your company has not enabled.");
    case ReadOnly::NoCondition:
        return RangeText::tr("The rule has no condition, so no request can name it.");
    case ReadOnly::SharedCustomers:
        return RangeText::tr("Several customers share this rule.");
    }
    return {};
}

ReadOnly readOnlyReason(const SaleRule& rule, bool ofCustomers, const EnabledSet& enabled)
{
    if (rule.isDeleted())
        return ReadOnly::Deleted;
    if (ofCustomers) {
        if (rule.customers.size() > 1)
            return ReadOnly::SharedCustomers;
        return rule.customers.empty() ? ReadOnly::NoCondition : ReadOnly::No;
    }
    if (rule.fields.empty())
        return ReadOnly::NoCondition;
    std::set<Dimension> seen;
    for (const RuleField& field : rule.fields) {
        const auto dimension = dimensionOfFilterCode(field.filterCode);
        if (!dimension)
            return ReadOnly::UnknownDimension;
        if (enabled && !enabled->contains(*dimension))
            return ReadOnly::NotEnabled;
        const bool isOne = field.selectedId.find(',') == std::string_view::npos;
        if (!isOne || !seen.insert(*dimension).second)
            return ReadOnly::SeveralValues;
        if (trimmed(field.selectedId).empty())
            return ReadOnly::NoCondition;
    }
    return ReadOnly::No;
}

namespace {

/// The cells that name a rule, each with the words of its value.
std::vector<std::pair<TypedCell, std::string_view>> cellsOf(const SaleRule& rule, bool ofCustomers)
{
    std::vector<std::pair<TypedCell, std::string_view>> cells;
    if (ofCustomers) {
        if (!rule.customers.empty()) {
            const RuleCustomer& customer = rule.customers.front();
            cells.emplace_back(
                TypedCell{Dimension::Department, SelectBy::Id, -1, std::string(trimmed(customer.id))},
                customer.name);
        }
        return cells;
    }
    for (const RuleField& field : rule.fields) {
        if (const auto dimension = dimensionOfFilterCode(field.filterCode))
            cells.emplace_back(
                TypedCell{*dimension, SelectBy::Id, -1, std::string(trimmed(field.selectedId))},
                trimmed(field.selectedName));
    }
    return cells;
}

} // namespace

RangeTarget targetOf(const SaleRule& rule, bool ofCustomers)
{
    RangeTarget target;
    auto cells = cellsOf(rule, ofCustomers);
    if (ofCustomers)
        target.kind = ChangeKind::CustomerProducts;
    std::sort(cells.begin(), cells.end(),
              [](const auto& a, const auto& b) { return a.first.dimension < b.first.dimension; });
    for (auto& [cell, name] : cells) {
        target.words << (ofCustomers ? toQString(rule.customers.front().code) : dimensionName(cell.dimension))
                     << toQString(name);
        target.cells.push_back(std::move(cell));
    }
    return target;
}

std::string targetKeyOf(const SaleRule& rule, bool ofCustomers)
{
    std::vector<TypedCell> cells;
    for (auto& [cell, name] : cellsOf(rule, ofCustomers))
        cells.push_back(std::move(cell));
    return targetKey(ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts, cells);
}

std::string targetKey(ChangeKind kind, const std::vector<TypedCell>& cells)
{
    std::string key = kind == ChangeKind::CustomerProducts ? "customer" : "range";
    std::vector<std::string> parts;
    for (const TypedCell& cell : cells) {
        std::string part = kind == ChangeKind::CustomerProducts
                               ? std::string()
                               : std::string(dimensionPrefix(cell.dimension)) + '_';
        part.append(selectBySuffix(cell.by)).append(1, '=').append(cell.value);
        parts.push_back(std::move(part));
    }
    std::sort(parts.begin(), parts.end());
    for (const std::string& part : parts)
        key.append(1, '\x1f').append(part);
    return key;
}

bool RangeTarget::isById() const
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const TypedCell& cell) { return cell.by == SelectBy::Id; });
}

std::string RangeTarget::key() const
{
    return targetKey(kind, cells);
}

QString RangeTarget::sentence() const
{
    QStringList phrases;
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        phrases << (words[i] + QLatin1Char(' ') + words[i + 1]).trimmed();
    return phrases.join(RangeText::tr(" & "));
}

} // namespace rangedesk
