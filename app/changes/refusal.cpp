// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/refusal.h"

#include "core/campaign_field.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
};

/// The first letter tells the kind.
QString describeViolation(const Refusal& refusal)
{
    if (refusal.detail.empty())
        return {};
    Violation violation;
    violation.kind = static_cast<Violation::Kind>(refusal.detail.front() - 'A');
    violation.value = refusal.value;
    violation.allowed = refusal.detail.substr(1);
    return describe(violation);
}

/// Names of parameters joined by commas, as people call them.
QString fieldLabels(const QString& parameters)
{
    QStringList labels;
    for (const QString& parameter : parameters.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        QString label = parameter;
        for (const CampaignField field : campaignFields) {
            if (toUtf8(parameter) == campaignFieldName(field))
                label = toQString(campaignFieldLabel(field));
        }
        labels << label;
    }
    return labels.join(QStringLiteral(", "));
}

} // namespace

Refusal refusalOf(const Violation& violation, std::int16_t column)
{
    return {0, column, RefusalReason::NotAllowedValue, violation.value,
            static_cast<char>('A' + static_cast<int>(violation.kind)) + violation.allowed};
}

QString describe(const Refusal& refusal)
{
    const QString detail = toQString(refusal.detail);
    switch (refusal.reason) {
    case RefusalReason::TooFewCells:
        return RefusalText::tr(
            "The row has fewer cells than there are headings. Add the missing delimiters.");
    case RefusalReason::ExtraCells:
        return RefusalText::tr(
            "The row has filled cells beyond the last heading. Quote cells that hold the delimiter.");
    case RefusalReason::NoCondition:
        return RefusalText::tr(
            "Every condition is empty. Fill at least one, or the row would mean everything.");
    case RefusalReason::NoCustomer:
        return RefusalText::tr("No customer is named. Fill its id, code, external id or name.");
    case RefusalReason::NoProduct:
        return RefusalText::tr("No product is named. Fill its id or its code.");
    case RefusalReason::TooLong:
        return RefusalText::tr("%1 characters; at most %2 are allowed. Shorten it.")
            .arg(characterCount(refusal.value))
            .arg(detail);
    case RefusalReason::BadFlag:
        return RefusalText::tr(
            "Not a yes or no. Use 1/0, 是/否, Y/N or true/false; leave it empty to keep the value.");
    case RefusalReason::BadOperation:
        return RefusalText::tr(
            "Not an operation. Use 0 or 新增/修改 to add or change, 1 or 删除 to delete, 清除 to clear.");
    case RefusalReason::OtherOperation:
        return RefusalText::tr("The row asks for another operation than the chosen one. Choose \"per row\" "
                               "to follow the column.");
    case RefusalReason::NoOperation:
        return RefusalText::tr(
            "The operation of this row is empty, and the operation is to be read per row. Fill it in.");
    case RefusalReason::DamagedByExponent:
        return RefusalText::tr("A spreadsheet turned the value into a rounded number. Format the column as "
                               "text and enter it again.");
    case RefusalReason::DamagedByZeros:
        return RefusalText::tr("The id ends with four zeros or more: a spreadsheet has probably rounded it. "
                               "Format the column as text and enter it again.");
    case RefusalReason::Contradiction:
        return RefusalText::tr("Other rows ask for something else for the same thing: lines %1. "
                               "Keep one of them.")
            .arg(detail);
    case RefusalReason::ContradictingCells:
        return RefusalText::tr("The cells of this row name different things: the server says %1. Correct or "
                               "empty one of them.")
            .arg(detail);
    case RefusalReason::Ambiguous:
        return RefusalText::tr("%1 entries have this value. Use the id instead.").arg(detail);
    case RefusalReason::CustomerNotFound:
        return RefusalText::tr(
            "No customer with this name was read from the server. Use the id or the code.");
    case RefusalReason::KeepUnclear:
        return RefusalText::tr("An empty flag keeps the value, but the server lists this product twice with "
                               "different values. Fill the flag.");
    case RefusalReason::CellError:
        return RefusalText::tr(
            "This cell has no usable value: a formula without one, or a number format that "
            "shows something else. Enter the value itself, as text.");
    case RefusalReason::MergedCell:
        return RefusalText::tr("The cell is merged with that of line %1, so it is empty by itself. Unmerge "
                               "the cells and fill each of them.")
            .arg(detail);
    case RefusalReason::ProductInClear:
        return RefusalText::tr("The row clears everything of its target, but names a product. Empty that "
                               "cell, or delete the one product instead.");
    case RefusalReason::BadExpected:
        return RefusalText::tr("Not a value as change sets hold it: absent, 0/0, 1/0, 0/1 or 1/1.");
    case RefusalReason::NoCampaign:
        return RefusalText::tr("No campaign is named. Fill its external id or its code.");
    case RefusalReason::CampaignNotFound:
        return RefusalText::tr("The server has no campaign of this name. Correct it, or create it first.");
    case RefusalReason::CampaignExists:
        return RefusalText::tr("A campaign with this external id is there already: %1. Choose another id, or "
                               "change that one.")
            .arg(detail);
    case RefusalReason::CampaignUnnamed:
        return RefusalText::tr("This campaign has no external id, and only by that can it be written.");
    case RefusalReason::NotAllowedValue:
        return describeViolation(refusal);
    case RefusalReason::MissingForNew:
        return RefusalText::tr("The campaign is new, and a new one needs these as well: %1.")
            .arg(fieldLabels(detail));
    case RefusalReason::NothingToChange:
        return RefusalText::tr("The row names a campaign and nothing to change about it.");
    case RefusalReason::CannotEmpty:
        return RefusalText::tr("The platform wants a value here; it cannot be cleared.");
    case RefusalReason::CommaInName:
        return RefusalText::tr("A value with a comma cannot be sent in a comma-separated list. Use the id.");
    case RefusalReason::BadCampaignOperation:
        return RefusalText::tr("Not an operation. Use 新增 (add) or 修改 (change), or leave it empty.");
    case RefusalReason::CannotDelete:
        return RefusalText::tr("The platform can neither delete campaigns nor take registrations back.");
    case RefusalReason::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
