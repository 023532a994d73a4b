// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entry_rows.h"

#include "catalogue/entry_search.h"
#include "core/text.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <numeric>

namespace rangedesk {

namespace {

struct EntryModelText
{
    Q_DECLARE_TR_FUNCTIONS(EntryModelText)
};

constexpr std::size_t mostListed = 500;  ///< values of an attribute that are looked through
constexpr std::size_t mostFound = 10000; ///< values of an attribute that typing finds

/// Where a word that is searched for stands in a code or id.
QVariantList partsOf(const QString& code, const QString& text)
{
    QVariantList parts;
    const QString narrow = narrowed(code);
    for (const QString& word : narrowed(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (const qsizetype at = narrow.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
            parts << static_cast<int>(at) << static_cast<int>(word.size());
    }
    return parts;
}

} // namespace

Picked Picked::of(const EntryList& list, std::uint32_t entry)
{
    Picked picked{SelectBy::Id, std::string(list.id(entry)), std::string(list.code(entry)),
                  std::string(list.name(entry))};
    if (picked.value.starts_with(madeUpId)) {
        picked.by = picked.code.empty() ? SelectBy::Name : SelectBy::Code;
        picked.value = picked.code.empty() ? picked.name : picked.code;
        if (picked.value.empty()) { // a list told the external id alone
            picked.by = SelectBy::SourceCode;
            picked.value = std::string(list.sourceCode(entry));
        }
    }
    return picked;
}

QString Picked::text() const
{
    const QString shown = toQString(name.empty() ? value : name);
    return code.empty() || code == value || name.empty() ? shown : shown + QLatin1Char(' ') + toQString(code);
}

bool Basket::add(std::uint32_t entry)
{
    if (!m_held.insert(entry).second)
        return false;
    m_entries.push_back(entry);
    return true;
}

void Basket::remove(const std::vector<std::uint32_t>& entries)
{
    for (const std::uint32_t entry : entries)
        m_held.erase(entry);
    std::erase_if(m_entries, [this](std::uint32_t entry) { return !m_held.contains(entry); });
}

void Basket::clear()
{
    m_entries.clear();
    m_held.clear();
}

EntryRows::EntryRows(std::shared_ptr<const EntryList> list, EntryKind kind, const Picks& picks,
                     bool picksFirst)
    : m_list(std::move(list)), m_picksFirst(picksFirst)
{
    for (const std::string& id : picks.favourites(kind)) {
        if (const auto entry = m_list->withId(id))
            m_facets[*entry] |= Favourite;
    }
    for (const std::string& id : picks.recent(kind)) {
        if (const auto entry = m_list->withId(id)) {
            m_facets[*entry] |= Recent;
            m_recent.push_back(*entry);
        }
    }
}

std::uint32_t EntryRows::facets(std::uint32_t row) const
{
    const auto found = m_facets.find(row);
    return found == m_facets.end() ? 0 : found->second;
}

std::int64_t EntryRows::count(Facet facet) const
{
    return std::count_if(m_facets.begin(), m_facets.end(),
                         [facet](const auto& one) { return (one.second & facet) != 0; });
}

std::uint64_t EntryRows::key(std::uint32_t row) const
{
    return std::hash<std::string_view>()(m_list->id(row));
}

std::uint64_t EntryRows::valueIn(std::uint32_t row, int group) const
{
    const auto& attributes = m_list->attributes();
    const auto number = static_cast<std::size_t>(group);
    return number < attributes.size() ? attributes[number].valueOf[row] : 0;
}

RowSource::Matcher EntryRows::matcher(const std::string& word) const
{
    const RowSource::Abandon goesOn{false};
    return [found = fits(*m_list, toQString(word), goesOn)](std::uint32_t row) {
        return found[row] != Fit::None;
    };
}

std::string EntryRows::sortKey(std::uint32_t row, int column) const
{
    switch (static_cast<EntryModel::Column>(
        std::min(column, static_cast<int>(EntryModel::Column::FirstAttribute)))) {
    case EntryModel::Column::Check:
        return {};
    case EntryModel::Column::Name:
        return textKey(m_list->name(row));
    case EntryModel::Column::Favourite:
        return numberKey((facets(row) & Favourite) != 0 ? 0 : 1);
    case EntryModel::Column::Code:
        return textKey(m_list->code(row));
    case EntryModel::Column::SourceCode:
        return textKey(m_list->sourceCode(row));
    case EntryModel::Column::Id:
        return std::string(m_list->id(row));
    case EntryModel::Column::FirstAttribute:
        break;
    }
    const auto number =
        static_cast<std::size_t>(column - static_cast<int>(EntryModel::Column::FirstAttribute));
    return textKey(m_list->attribute(row, m_list->attributes()[number].name));
}

std::vector<std::uint32_t> EntryRows::select(const RowQuery& query, const Abandon& abandon) const
{
    std::vector<std::uint32_t> rows = search(*m_list, query.text, abandon);
    const auto isHidden = [&](std::uint32_t row) {
        return !isChosen(row, query) || (query.facets != 0 && (facets(row) & query.facets) == 0);
    };
    if (!query.choices.empty() || query.facets != 0)
        std::erase_if(rows, isHidden);
    // What was picked of late comes in the order in which it was, where no other is asked for.
    if (query.facets == Recent && query.text.isEmpty() && query.sortColumn < 0) {
        rows = m_recent;
        std::erase_if(rows, isHidden);
        return rows;
    }
    if (m_picksFirst && query.text.isEmpty() && query.sortColumn < 0)
        putPicksFirst(rows);
    sortRows(rows, query, abandon);
    return rows;
}

/// What was picked of late, the newest first, then favourites, then all others.
void EntryRows::putPicksFirst(std::vector<std::uint32_t>& rows) const
{
    std::vector<std::uint32_t> first = m_recent;
    for (const std::uint32_t row : rows) {
        const std::uint32_t has = facets(row);
        if ((has & Favourite) != 0 && (has & Recent) == 0)
            first.push_back(row);
    }
    std::erase_if(rows, [this](std::uint32_t row) { return facets(row) != 0; });
    rows.insert(rows.begin(), first.begin(), first.end());
}

void EntryModel::setUp(const Basket* basket, int attributes)
{
    m_basket = basket;
    m_attributes = std::min(attributes, mostAttributes);
}

void EntryModel::tellBasket()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {OnRole});
}

int EntryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::FirstAttribute) + m_attributes;
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(std::min(section, static_cast<int>(Column::FirstAttribute)))) {
    case Column::Check:
        return {};
    case Column::Name:
        return EntryModelText::tr("Name");
    case Column::Favourite:
        return QStringLiteral("★");
    case Column::Code:
        return EntryModelText::tr("Code");
    case Column::SourceCode:
        return EntryModelText::tr("External id");
    case Column::Id:
        return EntryModelText::tr("Id");
    case Column::FirstAttribute:
        break;
    }
    const auto number = static_cast<std::size_t>(section - static_cast<int>(Column::FirstAttribute));
    const auto entries = rows();
    const bool isThere = entries && number < entries->list().attributes().size();
    return isThere ? attributeName(entries->list().attributes()[number].name) : QString();
}

QVariant EntryModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto entries = rows();
    const EntryList& list = entries->list();
    const auto column = static_cast<Column>(std::min(columnIndex, static_cast<int>(Column::FirstAttribute)));
    if (column == Column::Check) {
        const bool isOn = m_basket != nullptr && m_basket->holds(row);
        if (role == OnRole && m_basket != nullptr)
            return isOn;
        if (role == Qt::AccessibleTextRole)
            return isOn ? EntryModelText::tr("picked") : EntryModelText::tr("not picked");
        return {};
    }
    if (role == MatchRole && column > Column::Favourite && column < Column::FirstAttribute)
        return partsOf(cell(row, columnIndex, Qt::DisplayRole).toString(), query().text);
    if (role == MatchRole && column == Column::Name) {
        QVariantList parts;
        for (const auto& [first, length] : matchedParts(toQString(list.name(row)), query().text))
            parts << first << length;
        return parts;
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Name:
        return toQString(list.name(row));
    case Column::Favourite: {
        const bool isOne = (entries->facets(row) & EntryRows::Favourite) != 0;
        if (role == Qt::AccessibleTextRole)
            return isOne ? EntryModelText::tr("favourite") : QString();
        return isOne ? QStringLiteral("★") : QString();
    }
    case Column::Code:
        return toQString(list.code(row));
    case Column::SourceCode:
        return toQString(list.sourceCode(row));
    case Column::Id:
        return list.id(row).starts_with(madeUpId) ? QString() : toQString(list.id(row));
    default:
        break;
    }
    const auto number = static_cast<std::size_t>(columnIndex - static_cast<int>(Column::FirstAttribute));
    return number < list.attributes().size() ? toQString(list.attribute(row, list.attributes()[number].name))
                                             : QString();
}

void BasketModel::setUp(std::shared_ptr<const EntryList> list, const Basket* basket)
{
    m_list = std::move(list);
    m_basket = basket;
    tell();
}

void BasketModel::tell()
{
    beginResetModel();
    m_entries = m_basket->entries();
    endResetModel();
}

int BasketModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant BasketModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::uint32_t at = entry(index.row());
    if (role == Qt::DisplayRole)
        return toQString(m_list->name(at));
    if (role == SecondLineRole)
        return toQString(m_list->label(at));
    if (role == Qt::AccessibleTextRole)
        return toQString(m_list->name(at)) + QLatin1Char(' ') + toQString(m_list->code(at));
    return {};
}

bool hasManyValues(const EntryList& list)
{
    return std::any_of(list.attributes().begin(), list.attributes().end(),
                       [](const EntryList::Attribute& one) { return one.values.size() > mostListed; });
}

std::vector<FacetModel::Group> attributeGroups(const EntryList& list)
{
    std::vector<FacetModel::Group> groups;
    for (std::size_t i = 0; i < list.attributes().size(); ++i) {
        const EntryList::Attribute& attribute = list.attributes()[i];
        std::vector<std::uint32_t> order(attribute.values.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto kept = std::min(order.size(), mostFound);
        const auto isMore = [&attribute](std::uint32_t a, std::uint32_t b) {
            return std::pair(-attribute.counts[a], a) < std::pair(-attribute.counts[b], b);
        };
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                          isMore);
        FacetModel::Group group{
            static_cast<int>(i), attributeName(attribute.name), {}, mostListed, attribute.values.size()};
        group.values.reserve(kept);
        for (std::size_t at = 0; at < kept; ++at) {
            const std::uint32_t v = order[at];
            group.values.push_back({v + 1, toQString(attribute.values[v]), attribute.counts[v]});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace rangedesk
