// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kind_words.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct KindWords
{
    Q_DECLARE_TR_FUNCTIONS(KindWords)
};

} // namespace

QString kindWord(const QString& kindName)
{
    const auto kind = sheetKindOfName(kindName);
    if (!kind)
        return kindName;
    switch (kind->kind) {
    case ChangeKind::RangeProducts:
        return kind->clears ? KindWords::tr("Clear ranges") : KindWords::tr("Range products");
    case ChangeKind::CustomerProducts:
        return kind->clears ? KindWords::tr("Clear customers") : KindWords::tr("Customer products");
    case ChangeKind::Campaigns:
        return KindWords::tr("Campaigns");
    case ChangeKind::Registrations:
        break;
    }
    return KindWords::tr("Registrations");
}

QString targetWord(ChangeKind kind)
{
    if (isOfCampaigns(kind))
        return KindWords::tr("Campaign");
    return kind == ChangeKind::RangeProducts ? KindWords::tr("Range") : KindWords::tr("Customer");
}

QString targetsWord(ChangeKind kind)
{
    if (isOfCampaigns(kind))
        return KindWords::tr("Campaigns");
    return kind == ChangeKind::RangeProducts ? KindWords::tr("Ranges") : KindWords::tr("Customers");
}

QString productWord(ChangeKind kind)
{
    return kind == ChangeKind::Registrations ? KindWords::tr("Customer") : KindWords::tr("Product");
}

QString productsWord(ChangeKind kind)
{
    return kind == ChangeKind::Registrations ? KindWords::tr("Customers") : KindWords::tr("Products");
}

} // namespace rangedesk
