// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change_kind.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct KindText
{
    Q_DECLARE_TR_FUNCTIONS(KindText)
};

} // namespace

QString changeKindName(ChangeKind kind)
{
    return kind == ChangeKind::RangeProducts ? QStringLiteral("range-products")
                                             : QStringLiteral("customer-products");
}

Result<ChangeKind> changeKindOfName(const QString& name)
{
    for (const ChangeKind kind : {ChangeKind::RangeProducts, ChangeKind::CustomerProducts}) {
        if (name == changeKindName(kind))
            return kind;
    }
    return fail(ErrorKind::Usage, KindText::tr("Unknown kind of sheet \"%1\".").arg(name),
                KindText::tr("Use range-products or customer-products."));
}

Operation writeOperation(ChangeKind kind)
{
    return kind == ChangeKind::RangeProducts ? Operation::ModifySaleRangePds
                                             : Operation::ModifyCmSaleRangeByPds;
}

Operation readOperation(ChangeKind kind)
{
    return kind == ChangeKind::RangeProducts ? Operation::GetSaleRangePds : Operation::GetSaleRangeCusPds;
}

} // namespace rangedesk
