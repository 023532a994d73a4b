// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/log_rows.h"

#include "core/text.h"
#include "models/roles.h"
#include "session/log_words.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct LogRowsText
{
    Q_DECLARE_TR_FUNCTIONS(LogRowsText)
};

bool isFigure(LogModel::Column column)
{
    return column == LogModel::Column::Http || column == LogModel::Column::Duration ||
           column == LogModel::Column::Number;
}

QVariant alignment(LogModel::Column column)
{
    return QVariant((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// What a person may look for, in words of the program's language and of the wire.
std::string searched(const LogEntry& entry)
{
    return foldedForSearch(
        toUtf8(QStringList{entry.operation, operationWord(entry.operation), logTargetWords(entry),
                           entry.about, QString::fromUtf8(entry.target), entry.words, entry.msgId, entry.code,
                           QString::number(entry.httpStatus),
                           entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))}
                   .join(QLatin1Char('\n'))));
}

QVariant display(const LogEntry& entry, LogModel::Column column)
{
    switch (column) {
    case LogModel::Column::Time:
        return entry.at.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss.zzz"));
    case LogModel::Column::Outcome:
        return logOutcomeWord(entry.outcome);
    case LogModel::Column::Operation:
        return operationWord(entry.operation);
    case LogModel::Column::About:
        return logTargetWords(entry);
    case LogModel::Column::Words:
        return entry.words;
    case LogModel::Column::Http:
        return entry.httpStatus == 0 ? QVariant(QString()) : QVariant(QString::number(entry.httpStatus));
    case LogModel::Column::Duration:
        return static_cast<qlonglong>(entry.milliseconds);
    case LogModel::Column::Number:
        return static_cast<qlonglong>(entry.sequence);
    case LogModel::Column::Count:
        break;
    }
    return {};
}

} // namespace

Mark markOf(LogOutcome outcome)
{
    switch (outcome) {
    case LogOutcome::Answered:
        return Mark::Accepted;
    case LogOutcome::Refused:
        return Mark::Refused;
    case LogOutcome::Unusable:
        break;
    case LogOutcome::NoAnswer:
        return Mark::Unknown;
    case LogOutcome::NotSent:
        return Mark::Waiting;
    case LogOutcome::KeptBack:
        return Mark::Excluded;
    }
    return Mark::Warning;
}

LogRows::LogRows(const std::shared_ptr<const LogRows>& earlier, std::vector<LogEntry> read, std::size_t most)
{
    if (earlier)
        m_items = earlier->m_items;
    m_items.reserve(m_items.size() + read.size());
    for (LogEntry& entry : read) {
        auto folded = std::make_shared<const std::string>(searched(entry));
        m_items.push_back({std::make_shared<const LogEntry>(std::move(entry)), std::move(folded)});
    }
    if (m_items.size() > most)
        m_items.erase(m_items.begin(), m_items.end() - static_cast<std::ptrdiff_t>(most));
}

std::int64_t LogRows::count(Facet facet) const
{
    std::int64_t count = 0;
    for (std::uint32_t row = 0; row < m_items.size(); ++row)
        count += (facets(row) & facet) != 0 ? 1 : 0;
    return count;
}

std::uint32_t LogRows::facets(std::uint32_t row) const
{
    const LogEntry& e = entry(row);
    return (1U << static_cast<std::uint32_t>(e.outcome)) | (e.writes ? Writes : 0U);
}

RowSource::Matcher LogRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        return m_items[m_items.size() - 1 - row].folded->find(word) != std::string::npos;
    };
}

std::string LogRows::sortKey(std::uint32_t row, int column) const
{
    const LogEntry& e = entry(row);
    const auto wanted = static_cast<LogModel::Column>(column);
    switch (wanted) {
    case LogModel::Column::Time:
    case LogModel::Column::Number:
        return numberKey(e.sequence);
    case LogModel::Column::Http:
        return numberKey(e.httpStatus);
    case LogModel::Column::Duration:
        return numberKey(e.milliseconds);
    case LogModel::Column::Outcome:
    case LogModel::Column::Operation:
    case LogModel::Column::About:
    case LogModel::Column::Words:
    case LogModel::Column::Count:
        break;
    }
    return textKey(toUtf8(display(e, wanted).toString()));
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return LogRowsText::tr("Time");
    case Column::Outcome:
        return LogRowsText::tr("Outcome");
    case Column::Operation:
        return LogRowsText::tr("Operation");
    case Column::About:
        return LogRowsText::tr("About");
    case Column::Words:
        return LogRowsText::tr("In words");
    case Column::Http:
        return QStringLiteral("HTTP");
    case Column::Duration:
        return LogRowsText::tr("ms");
    case Column::Number:
        return LogRowsText::tr("No.");
    case Column::Count:
        break;
    }
    return {};
}

QVariant LogModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto all = rows();
    const LogEntry& entry = all->entry(row);
    const auto column = static_cast<Column>(columnIndex);
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::ToolTipRole:
        return column == Column::Operation ? QVariant(entry.operation) : QVariant();
    case MarkRole:
        return static_cast<int>(markOf(entry.outcome));
    case FaultRole:
        return column == Column::Words && entry.outcome == LogOutcome::Refused;
    case Qt::AccessibleTextRole:
        return display(entry, column).toString();
    default:
        return {};
    }
}

} // namespace rangedesk
