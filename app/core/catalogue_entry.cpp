// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue_entry.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct EntryText
{
    Q_DECLARE_TR_FUNCTIONS(EntryText)
};

} // namespace

QString entryKindName(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Product:
        return EntryText::tr("Product");
    case EntryKind::Customer:
        return EntryText::tr("Customer");
    case EntryKind::Campaign:
        return EntryText::tr("Campaign");
    default:
        return dimensionName(static_cast<Dimension>(kind));
    }
}

} // namespace rangedesk
