// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/review_rows.h"
#include "models/roles.h"
#include "registrations/review_export.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ReviewModelText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewModelText)
};

/// What a clerk should look at, in a few words; one at a time.
QString remarkOn(const ReviewRows& rows, std::uint32_t row)
{
    const ReviewCustomer& customer = rows.customer(row);
    if (rows.verdict(row).isOutdated)
        return ReviewModelText::tr("changed since it was decided");
    const ReviewChange change = rows.download().change(row);
    if (change == ReviewChange::Gone)
        return changeWord(change);
    if (customer.likeness != 0)
        return ReviewModelText::tr("possible duplicate");
    if (customer.repeats > 0)
        return ReviewModelText::tr("registered %1 times").arg(customer.repeats + 1);
    if (change == ReviewChange::New)
        return ReviewModelText::tr("new");
    if (change == ReviewChange::Changed)
        return ReviewModelText::tr("other information");
    return {};
}

QString decisionText(const ReviewRows& rows, std::uint32_t row)
{
    // Of who is gone the decision stays to be seen.
    const ReviewDecision decision = rows.verdict(row).decision;
    const bool isRegistered = (rows.customer(row).lists & Registered) != 0;
    return isRegistered || decision != ReviewDecision::None ? decisionWord(decision)
                                                            : ReviewModelText::tr("Not registered");
}

QString display(const ReviewRows& rows, std::uint32_t row, ReviewModel::Column column)
{
    const ReviewCustomer& customer = rows.customer(row);
    switch (column) {
    case ReviewModel::Column::Customer:
        return withVisibleControls(toQString(customer.name.empty() ? customer.code : customer.name));
    case ReviewModel::Column::Decision:
        return decisionText(rows, row);
    case ReviewModel::Column::Lists:
        return listsWord(customer.lists);
    case ReviewModel::Column::ExternalId:
        return withVisibleControls(toQString(customer.sourceCode));
    case ReviewModel::Column::Since:
        return changeWord(rows.download().change(row));
    case ReviewModel::Column::ReportedAt:
        return toQString(rows.download().reportedTime(row));
    case ReviewModel::Column::Note:
        return withVisibleControls(rows.mark(row).note);
    case ReviewModel::Column::DecidedBy:
        return rows.mark(row).by;
    case ReviewModel::Column::DecidedAt:
        return rows.mark(row).at.isValid() ? shortTime(rows.mark(row).at) : QString();
    case ReviewModel::Column::Code:
        return withVisibleControls(toQString(customer.code));
    case ReviewModel::Column::CustomerId:
        return withVisibleControls(toQString(customer.id));
    case ReviewModel::Column::Count:
        break;
    }
    return {};
}

} // namespace

int ReviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Customer:
        return ReviewModelText::tr("Customer");
    case Column::Decision:
        return ReviewModelText::tr("Decision");
    case Column::Lists:
        return ReviewModelText::tr("In the lists");
    case Column::ExternalId:
        return ReviewModelText::tr("External id");
    case Column::Since:
        return ReviewModelText::tr("Since the last download");
    case Column::ReportedAt:
        return ReviewModelText::tr("Registered at, as reported from here");
    case Column::Note:
        return ReviewModelText::tr("Note");
    case Column::DecidedBy:
        return ReviewModelText::tr("Decided by");
    case Column::DecidedAt:
        return ReviewModelText::tr("Decided at");
    case Column::Code:
        return ReviewModelText::tr("Customer code");
    case Column::CustomerId:
        return ReviewModelText::tr("Customer id");
    case Column::Count:
        break;
    }
    return {};
}

QVariant ReviewModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const auto rows = this->rows();
    const auto column = static_cast<Column>(columnIndex);
    const ReviewCustomer& customer = rows->customer(row);
    const bool isRegistered = (customer.lists & Registered) != 0;
    switch (role) {
    case Qt::DisplayRole:
        return display(*rows, row, column);
    case MarkRole:
        if (column == Column::Customer)
            return static_cast<int>(Mark::Warning); // of the remark
        return static_cast<int>(isRegistered || rows->verdict(row).decision != ReviewDecision::None
                                    ? markOf(rows->verdict(row).decision)
                                    : Mark::Ended);
    case SecondLineRole:
        return column == Column::Customer ? QVariant(withVisibleControls(toQString(customer.code)))
                                          : QVariant();
    case ChipRole:
        return column == Column::Customer ? QVariant(remarkOn(*rows, row)) : QVariant();
    case FadedRole:
        return !isRegistered;
    case Qt::AccessibleTextRole: {
        if (column != Column::Customer)
            return display(*rows, row, column);
        QStringList words{toQString(customer.name), toQString(customer.code), decisionText(*rows, row),
                          remarkOn(*rows, row)};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace rangedesk
