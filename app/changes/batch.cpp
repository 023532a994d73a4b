// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/batch.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct BatchText
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

} // namespace

QString describe(RowNote note)
{
    switch (note) {
    case RowNote::None:
        return {};
    case RowNote::UnresolvedValue:
        return BatchText::tr("Nothing read from the server names this value, so it cannot be compared.");
    case RowNote::TwoRules:
        return BatchText::tr("Two rules in force have this condition; which one is meant is not clear.");
    case RowNote::CutShort:
        return BatchText::tr("The server counts more products than it lists, so absence proves nothing.");
    case RowNote::ConflictingFlags:
        return BatchText::tr("The product is listed twice with different flags.");
    case RowNote::ChangedMeanwhile:
        return BatchText::tr("The server does not hold what was expected: somebody changed it meanwhile.");
    case RowNote::LastProduct:
        return BatchText::tr("This is the last product of its range; the rule itself may go.");
    case RowNote::SharedRule:
        return BatchText::tr("The rule also belongs to other customers.");
    case RowNote::NotVisible:
        return BatchText::tr("Accepted, but three readings did not show it.");
    case RowNote::OtherValue:
        return BatchText::tr("Accepted, but the server holds another value now.");
    case RowNote::NotIsolated:
        return BatchText::tr("Refused together with other rows; which of them is at fault was not found.");
    case RowNote::UnknownProduct:
        return BatchText::tr("The product cannot be found by this value in what was read.");
    case RowNote::ExistsAlready:
        return BatchText::tr("It is there already; only what is not there yet is added.");
    case RowNote::NotThereYet:
        return BatchText::tr("It is not there; only what is there is changed.");
    case RowNote::NotInSheet:
        return BatchText::tr("Not named by the sheet, which tells everything that is to be there.");
    case RowNote::SheetIncomplete:
        return BatchText::tr(
            "What is to be there cannot be told exactly, so nothing of this target is sent.");
    case RowNote::TwoCampaigns:
        return BatchText::tr("Two campaigns have this external id; which one is meant is not clear.");
    case RowNote::MaybeCut:
        return BatchText::tr(
            "The query gives 32 characters at most, so its code, type code or information may "
            "be longer than it shows. Give it in the row to be sure.");
    case RowNote::DepartmentsTooLong:
        return BatchText::tr("Its departments cannot be sent back: 100 characters hold neither their ids nor "
                             "their codes. Give them in the row, or change it in the platform.");
    case RowNote::ServerValue:
        return BatchText::tr("The server's copy holds a value that cannot be sent back as it is. Give it in "
                             "the row.");
    case RowNote::RegisteredOtherwise:
        return BatchText::tr("The customer is registered already, with other merchant information.");
    case RowNote::DepartmentsUntold:
        return BatchText::tr("The server did not tell its departments, and an update replaces them. Give "
                             "them in the row.");
    case RowNote::BesideOthers:
        return BatchText::tr(
            "It is there, beside other merchant information of the same customer; the server "
            "does not tell which of them counts.");
    case RowNote::Count:
        break;
    }
    return {};
}

ClearOutcome clearOutcome(const Row& row)
{
    if (row.type != ChangeType::Clear)
        return ClearOutcome::None;
    switch (row.state) {
    case RowState::Checked:
    case RowState::Refused:
    case RowState::Excluded:
    case RowState::Held:
    case RowState::NotSent:
        return ClearOutcome::None;
    case RowState::Unchanged:
        return ClearOutcome::NothingToClear;
    case RowState::Verified:
        return ClearOutcome::Cleared;
    case RowState::Accepted:
        return row.note == RowNote::NotVisible || row.note == RowNote::OtherValue ? ClearOutcome::NotCleared
                                                                                  : ClearOutcome::NotVerified;
    case RowState::Rejected:
    case RowState::Failed:
        return ClearOutcome::NotCleared;
    case RowState::Unknown:
        return ClearOutcome::NotVerified;
    }
    return ClearOutcome::None;
}

QString clearWord(ClearOutcome outcome)
{
    switch (outcome) {
    case ClearOutcome::None:
        break;
    case ClearOutcome::Cleared:
        return BatchText::tr("cleared");
    case ClearOutcome::NothingToClear:
        return BatchText::tr("there was nothing to clear");
    case ClearOutcome::NotCleared:
        return BatchText::tr("not cleared");
    case ClearOutcome::NotVerified:
        return BatchText::tr("could not be verified");
    }
    return {};
}

QString describe(ClearOutcome outcome)
{
    switch (outcome) {
    case ClearOutcome::None:
        break;
    case ClearOutcome::Cleared:
        return BatchText::tr("Cleared: read back, it is there no more.");
    case ClearOutcome::NothingToClear:
        return BatchText::tr("There was nothing to clear.");
    case ClearOutcome::NotCleared:
        return BatchText::tr("Not cleared: read back, it is still there.");
    case ClearOutcome::NotVerified:
        return BatchText::tr("It could not be verified whether it is cleared: it could not be read back.");
    }
    return {};
}

bool canAccept(const Row& row)
{
    return row.state == RowState::Held && row.base.known && row.comparison != Comparison::NotComparable &&
           (row.note == RowNote::ChangedMeanwhile || row.note == RowNote::RegisteredOtherwise);
}

QString describe(const Warning& warning)
{
    const QStringList& details = warning.details;
    switch (warning.kind) {
    case Warning::Kind::PartlyFilled:
        return BatchText::tr(
                   "Column \"%1\" is filled in %2 of %3 rows; in the others the condition is not part of "
                   "the range.")
            .arg(details.value(0), details.value(1), details.value(2));
    case Warning::Kind::LastProducts:
        return BatchText::tr(
                   "%1 rows remove the last products of their range or customer: the rule itself may go.")
            .arg(details.value(0));
    case Warning::Kind::SharedRules:
        return BatchText::tr(
            "Some rules belong to several customers: changing them for one may change the others.");
    case Warning::Kind::SharedChanged:
        return BatchText::tr("Read back: the shared rules changed for these customers, too: %1.")
            .arg(details.join(QStringLiteral(", ")));
    case Warning::Kind::HiddenRows:
        return BatchText::tr("%1 rows are hidden in the workbook and are read all the same.")
            .arg(details.value(0));
    case Warning::Kind::CannotUndo:
        return BatchText::tr(
                   "%1 rows are of ranges whose list the server cuts short: what they remove cannot be "
                   "put back by an undo.")
            .arg(details.value(0));
    case Warning::Kind::ClearsNear:
        return BatchText::tr(
                   "Other ranges contain what is cleared, or customers share its rule: %1. The first "
                   "clearing goes alone and is read back before the others follow.")
            .arg(details.join(QStringLiteral("; ")));
    case Warning::Kind::NoRemovals:
        return BatchText::tr("Rows are refused, so %1 targets keep products that the sheet does not name.")
            .arg(details.value(0));
    }
    return {};
}

QStringList describe(const Warnings& warnings)
{
    QStringList texts;
    for (const Warning& warning : warnings)
        texts << describe(warning);
    return texts;
}

std::uint8_t BaseValue::packed() const
{
    return static_cast<std::uint8_t>((known ? 1 : 0) | (present ? 2 : 0) | (mustSell ? 4 : 0) |
                                     (isNew ? 8 : 0) | (conflicting ? 16 : 0) | (oneSupplier ? 32 : 0) |
                                     (digest != 0 ? hasDigest : 0) | (cutShort ? 128 : 0));
}

BaseValue BaseValue::unpacked(std::uint8_t bits)
{
    return {(bits & 1) != 0,  (bits & 2) != 0,  (bits & 4) != 0,   (bits & 8) != 0,
            (bits & 16) != 0, (bits & 32) != 0, (bits & 128) != 0, 0};
}

void Batch::refuse(std::uint32_t row, Refusal refusal)
{
    rows[row].state = RowState::Refused;
    refusal.row = row;
    refusals.push_back(std::move(refusal));
}

void Batch::sortRefusals()
{
    std::stable_sort(refusals.begin(), refusals.end(),
                     [](const Refusal& a, const Refusal& b) { return a.row < b.row; });
}

std::vector<const Refusal*> refusalByRow(const Batch& batch)
{
    std::vector<const Refusal*> byRow(batch.rows.size(), nullptr);
    for (const Refusal& refusal : batch.refusals) {
        if (byRow[refusal.row] == nullptr)
            byRow[refusal.row] = &refusal;
    }
    return byRow;
}

} // namespace rangedesk
