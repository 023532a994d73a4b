// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batch_rows.h"
#include "models/kind_words.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct BatchModelText
{
    Q_DECLARE_TR_FUNCTIONS(BatchModelText)
};

} // namespace

namespace {

/// A warning goes before a comment.
QString chip(const BatchRows& rows, std::uint32_t row)
{
    constexpr qsizetype longest = 24;
    QString warning = rows.warning(row);
    if (!warning.isEmpty())
        return warning;
    QString comment = rows.comment(row);
    return comment.size() > longest ? comment.left(longest) + QStringLiteral("…") : comment;
}

} // namespace

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(column == Column::Line ? Qt::AlignRight | Qt::AlignVCenter
                                               : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Column::Include:
        return role == Qt::AccessibleTextRole ? BatchModelText::tr("Included") : QString();
    case Column::Mark:
        return BatchModelText::tr("Mark");
    case Column::Line:
        return BatchModelText::tr("Line");
    case Column::Target:
        return targetWord(m_kind);
    case Column::Product:
        return productWord(m_kind);
    case Column::Code:
        return m_kind == ChangeKind::Campaigns ? BatchModelText::tr("External id")
                                               : BatchModelText::tr("Code");
    case Column::Change:
        return BatchModelText::tr("Now → after");
    case Column::Words:
        return BatchModelText::tr("The server's words");
    case Column::Count:
        break;
    }
    return {};
}

QVariant BatchModel::display(const BatchRows& rows, std::uint32_t row, Column column) const
{
    switch (column) {
    case Column::Include:
        return {};
    case Column::Mark:
        return rows.view() == BatchRows::View::Review
                   ? reviewWord(rows.batch().outcomeRow(rows.row(row)), rows.state(row))
                   : outcomeWord(rows.state(row));
    case Column::Line:
        return rows.row(row).line == 0 ? QVariant(QStringLiteral("–")) : rows.row(row).line;
    case Column::Target:
        return rows.target(row);
    case Column::Product:
        return rows.product(row);
    case Column::Code:
        return rows.code(row);
    case Column::Change: {
        const BatchRows::Words words = rows.change(row);
        return words.after.isEmpty() ? words.before
                                     : BatchModelText::tr("%1 → %2").arg(words.before, words.after);
    }
    case Column::Words: {
        const QString words = rows.serverWords(row);
        const QString reason = rows.reason(row);
        return words.isEmpty() ? reason : reason.isEmpty() ? words : words + QLatin1Char(' ') + reason;
    }
    case Column::Count:
        break;
    }
    return {};
}

QVariant BatchModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto rows = this->rows();
    const auto column = static_cast<Column>(columnIndex);
    const RowState state = rows->state(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(*rows, row, column);
    case MarkRole:
        return static_cast<int>(markOf(rows->batch().outcomeRow(rows->row(row)), state));
    case OnRole:
        if (column != Column::Include)
            return {};
        return canExclude(state) || state == RowState::Excluded ? QVariant(canExclude(state)) : QVariant();
    case FadedRole:
        return state == RowState::Excluded || state == RowState::Unchanged;
    case FaultRole:
        return state == RowState::Refused || state == RowState::Rejected;
    case Qt::TextAlignmentRole:
        return QVariant(column == Column::Line ? Qt::AlignRight | Qt::AlignVCenter
                                               : Qt::AlignLeft | Qt::AlignVCenter);
    case BeforeRole:
        return column == Column::Change ? rows->change(row).before : QVariant();
    case AfterRole:
        return column == Column::Change ? rows->change(row).after : QVariant();
    case ChipRole:
        return column == Column::Change ? chip(*rows, row) : QVariant();
    case Qt::AccessibleTextRole: {
        if (column == Column::Include)
            return canExclude(state) ? BatchModelText::tr("included") : BatchModelText::tr("not sent");
        const QString text = display(*rows, row, column).toString();
        const QString warning = column == Column::Change ? rows->warning(row) : QString();
        const QString comment = column == Column::Change ? rows->comment(row) : QString();
        if (!warning.isEmpty())
            return BatchModelText::tr("%1, warning: %2").arg(text, warning);
        return comment.isEmpty() ? text : BatchModelText::tr("%1, comment: %2").arg(text, comment);
    }
    default:
        return {};
    }
}

} // namespace rangedesk
