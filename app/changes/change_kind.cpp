// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_kind.h"

#include <QCoreApplication>
#include <array>

namespace rangedesk {

namespace {

struct KindText
{
    Q_DECLARE_TR_FUNCTIONS(KindText)
};

constexpr std::array<const char*, static_cast<std::size_t>(OperationChoice::Count)> choiceNames{
    "upsert", "delete", "per-row", "clear", "insert-only", "change-only", "exact"};

constexpr std::array allKinds{
    SheetKind{ChangeKind::RangeProducts, false}, SheetKind{ChangeKind::CustomerProducts, false},
    SheetKind{ChangeKind::RangeProducts, true},  SheetKind{ChangeKind::CustomerProducts, true},
    SheetKind{ChangeKind::Campaigns, false},     SheetKind{ChangeKind::Registrations, false}};

QString nameOf(const SheetKind& kind)
{
    return sheetKindName(kind.kind, kind.clears ? OperationChoice::Clear : OperationChoice::Upsert);
}

} // namespace

bool canChoose(ChangeKind kind, OperationChoice choice)
{
    switch (choice) {
    case OperationChoice::Upsert:
        return true;
    case OperationChoice::PerRow:
    case OperationChoice::InsertOnly:
    case OperationChoice::ChangeOnly:
        return kind != ChangeKind::Registrations;
    case OperationChoice::Delete:
    case OperationChoice::Clear:
    case OperationChoice::Exact:
    case OperationChoice::Count:
        break;
    }
    return !isOfCampaigns(kind);
}

QString operationChoiceName(OperationChoice choice)
{
    return QString::fromLatin1(choiceNames.at(static_cast<std::size_t>(choice)));
}

Result<OperationChoice> operationChoiceOfName(const QString& name)
{
    for (std::size_t i = 0; i < choiceNames.size(); ++i) {
        if (name == QLatin1String(choiceNames.at(i)))
            return static_cast<OperationChoice>(i);
    }
    QStringList names;
    for (const char* known : choiceNames)
        names << QString::fromLatin1(known);
    return fail(ErrorKind::Usage, KindText::tr("Unknown operation \"%1\".").arg(name),
                KindText::tr("Use one of: %1.").arg(names.join(QStringLiteral(", "))));
}

QString sheetKindName(ChangeKind kind, OperationChoice choice)
{
    const bool clears = choice == OperationChoice::Clear;
    switch (kind) {
    case ChangeKind::RangeProducts:
        return clears ? QStringLiteral("range-clear") : QStringLiteral("range-products");
    case ChangeKind::CustomerProducts:
        return clears ? QStringLiteral("customer-clear") : QStringLiteral("customer-products");
    case ChangeKind::Campaigns:
        return QStringLiteral("campaigns");
    case ChangeKind::Registrations:
        break;
    }
    return QStringLiteral("registrations");
}

QStringList sheetKindNames()
{
    QStringList names;
    for (const SheetKind& kind : allKinds)
        names << nameOf(kind);
    return names;
}

Result<SheetKind> sheetKindOfName(const QString& name)
{
    for (const SheetKind& kind : allKinds) {
        if (name == nameOf(kind))
            return kind;
    }
    return fail(ErrorKind::Usage, KindText::tr("Unknown kind of sheet \"%1\".").arg(name),
                KindText::tr("Use one of: %1.").arg(sheetKindNames().join(QStringLiteral(", "))));
}

Operation writeOperation(ChangeKind kind, ChangeType type)
{
    const bool clears = type == ChangeType::Clear;
    switch (kind) {
    case ChangeKind::RangeProducts:
        return clears ? Operation::RemoveSaleRange : Operation::ModifySaleRangePds;
    case ChangeKind::CustomerProducts:
        return clears ? Operation::RemoveCmSaleRange : Operation::ModifyCmSaleRangeByPds;
    case ChangeKind::Campaigns:
        return Operation::AddOrUpdateCampaign;
    case ChangeKind::Registrations:
        break;
    }
    return Operation::ApplyCallBack;
}

Operation readOperation(ChangeKind kind)
{
    if (isOfCampaigns(kind))
        return Operation::QueryCampaign;
    return kind == ChangeKind::RangeProducts ? Operation::GetSaleRangePds : Operation::GetSaleRangeCusPds;
}

} // namespace rangedesk
