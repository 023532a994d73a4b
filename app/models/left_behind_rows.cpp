// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/left_behind_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <set>

namespace rangedesk {

namespace {

struct LeftText
{
    Q_DECLARE_TR_FUNCTIONS(LeftText)
};

QString orNothing(const QString& text)
{
    return text.isEmpty() ? LeftText::tr("nothing") : text;
}

Mark markOf(Trace::Kind kind)
{
    return kind == Trace::Kind::Added     ? Mark::Added
           : kind == Trace::Kind::Removed ? Mark::Removed
                                          : Mark::Changed;
}

} // namespace

LeftBehindRows::LeftBehindRows(std::vector<Trace> traces) : m_traces(std::move(traces))
{
    std::array<std::set<QString>, 3> places;
    for (const Trace& trace : m_traces)
        places.at(static_cast<std::size_t>(trace.list)).insert(trace.where);
    for (std::size_t i = 0; i < places.size(); ++i)
        m_places.at(i) = static_cast<std::int64_t>(places.at(i).size());
}

std::int64_t LeftBehindRows::count(std::uint32_t facet) const
{
    return std::count_if(m_traces.begin(), m_traces.end(), [facet](const Trace& trace) {
        return ((facetOf(trace.kind) | facetOf(trace.list)) & facet) != 0;
    });
}

std::uint64_t LeftBehindRows::key(std::uint32_t row) const
{
    const Trace& one = m_traces[row];
    const std::string words = toUtf8(one.where) + '\n' + one.what + '\n' + one.code + toUtf8(one.before);
    return std::hash<std::string>()(std::to_string(static_cast<int>(one.list)) + words);
}

RowSource::Matcher LeftBehindRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const Trace& one = m_traces[row];
        return holdsFolded(one.what, word) || holdsFolded(one.code, word) ||
               holdsFolded(toUtf8(one.where), word);
    };
}

std::string LeftBehindRows::sortKey(std::uint32_t row, int column) const
{
    const Trace& one = m_traces[row];
    switch (static_cast<LeftBehindModel::Column>(column)) {
    case LeftBehindModel::Column::Kind:
        return numberKey(static_cast<std::int64_t>(one.kind));
    case LeftBehindModel::Column::List:
        return numberKey(static_cast<std::int64_t>(one.list));
    case LeftBehindModel::Column::Where:
        return textKey(toUtf8(one.where));
    case LeftBehindModel::Column::What:
        return textKey(one.what);
    case LeftBehindModel::Column::Code:
        return textKey(one.code);
    case LeftBehindModel::Column::Before:
        return textKey(toUtf8(one.before));
    case LeftBehindModel::Column::After:
        return textKey(toUtf8(one.after));
    case LeftBehindModel::Column::Count:
        break;
    }
    return {};
}

int LeftBehindModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant LeftBehindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList names{LeftText::tr("Change"),
                            LeftText::tr("List"),
                            LeftText::tr("Where"),
                            LeftText::tr("What"),
                            LeftText::tr("Code"),
                            LeftText::tr("Before"),
                            LeftText::tr("After the rehearsal")};
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

QVariant LeftBehindModel::cell(std::uint32_t row, int column, int role) const
{
    const Trace& one = rows()->trace(row);
    if (role == MarkRole)
        return static_cast<int>(markOf(one.kind));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(column)) {
    case Column::Kind:
        return describe(one.kind);
    case Column::List:
        return describe(one.list);
    case Column::Where:
        return one.where;
    case Column::What:
        return excerpt(one.what, 120);
    case Column::Code:
        return toQString(one.code);
    case Column::Before:
        return orNothing(one.before);
    case Column::After:
        return orNothing(one.after);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
