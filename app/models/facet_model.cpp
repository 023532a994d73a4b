// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facet_model.h"

#include "models/roles.h"
#include "models/tool_tip.h"

#include <QCoreApplication>
#include <QLocale>

namespace rangedesk {

namespace {

struct FacetText
{
    Q_DECLARE_TR_FUNCTIONS(FacetText)
};

} // namespace

void FacetModel::setGroups(std::vector<Group> groups)
{
    m_all = std::move(groups);
    Choices kept;
    for (const Group& group : m_all) {
        const auto chosen = m_choices.find(group.number);
        if (chosen == m_choices.end())
            continue;
        for (const Value& value : group.values) {
            if (chosen->second.contains(value.number))
                kept[group.number].insert(value.number);
        }
    }
    const bool isOther = kept != m_choices;
    m_choices = std::move(kept);
    rebuild();
    if (isOther)
        Q_EMIT chosen();
}

void FacetModel::setText(const QString& text)
{
    m_text = text;
    rebuild();
}

void FacetModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (const Group& group : m_all) {
        Group shown{
            group.number, group.name, {}, group.mostListed, std::max(group.total, group.values.size())};
        std::size_t listed = 0;
        const bool isWhole = m_text.isEmpty() || group.name.contains(m_text, Qt::CaseInsensitive);
        for (const Value& value : group.values) {
            const bool isOn =
                m_choices.contains(group.number) && m_choices.at(group.number).contains(value.number);
            if (!isOn && !isWhole && !value.text.contains(m_text, Qt::CaseInsensitive))
                continue;
            if (isOn || group.mostListed == 0 || listed++ < group.mostListed)
                shown.values.push_back(value);
        }
        if (!shown.values.empty())
            m_shown.push_back(std::move(shown));
    }
    endResetModel();
}

void FacetModel::clear()
{
    if (m_choices.empty())
        return;
    m_choices.clear();
    rebuild();
    Q_EMIT chosen();
}

int FacetModel::chosenCount() const
{
    std::size_t count = 0;
    for (const auto& [group, values] : m_choices)
        count += values.size();
    return static_cast<int>(count);
}

void FacetModel::toggle(const QModelIndex& index)
{
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : topLevel);
}

QModelIndex FacetModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, topLevel);
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_shown.size());
    if (parent.internalId() != topLevel || parent.column() > 0)
        return 0;
    return static_cast<int>(m_shown[static_cast<std::size_t>(parent.row())].values.size());
}

int FacetModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == topLevel) {
        const Group& group = m_shown[static_cast<std::size_t>(index.row())];
        const auto chosen = m_choices.find(group.number);
        const auto listed = static_cast<int>(group.values.size());
        const bool isPart = group.mostListed > 0 && group.values.size() < group.total;
        const auto total = m_text.isEmpty() ? static_cast<int>(group.total) : listed;
        if (role == Qt::DisplayRole)
            return isPart && m_text.isEmpty() ? FacetText::tr("%1: type to find").arg(group.name)
                                              : group.name;
        if (role == Qt::ToolTipRole && isPart && m_text.isEmpty())
            return toolTipText(
                FacetText::tr("%1 of %2 values are listed, the most frequent first. Typing above "
                              "finds the others.")
                    .arg(listed)
                    .arg(total));
        if (role == CaptionRole)
            return chosen == m_choices.end() || chosen->second.empty()
                       ? QString::number(total)
                       : QStringLiteral("%1 / %2").arg(chosen->second.size()).arg(total);
        if (role == Qt::AccessibleTextRole)
            return group.name;
        return {};
    }
    const Group& group = m_shown[static_cast<std::size_t>(index.internalId())];
    const Value& value = group.values[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return value.text;
    case Qt::ToolTipRole:
        return toolTipText(value.text);
    case CaptionRole:
        return QLocale().toString(value.count);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(value.text).arg(value.count);
    case Qt::CheckStateRole: {
        const auto chosen = m_choices.find(group.number);
        const bool isOn = chosen != m_choices.end() && chosen->second.contains(value.number);
        return isOn ? Qt::Checked : Qt::Unchecked;
    }
    default:
        return {};
    }
}

bool FacetModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.internalId() == topLevel)
        return false;
    const Group& group = m_shown[static_cast<std::size_t>(index.internalId())];
    const std::uint64_t number = group.values[static_cast<std::size_t>(index.row())].number;
    if (value.toInt() == Qt::Checked) {
        m_choices[group.number].insert(number);
    } else {
        m_choices[group.number].erase(number);
        if (m_choices[group.number].empty())
            m_choices.erase(group.number);
    }
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT dataChanged(index.parent(), index.parent(), {CaptionRole});
    Q_EMIT chosen();
    return true;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.internalId() == topLevel ? all : all | Qt::ItemIsUserCheckable;
}

} // namespace rangedesk
