// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/violation.h"

#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ViolationText
{
    Q_DECLARE_TR_FUNCTIONS(ViolationText)
};

} // namespace

QString describe(const Violation& violation)
{
    const QString allowed = toQString(violation.allowed);
    switch (violation.kind) {
    case Violation::Kind::Missing:
        return ViolationText::tr("A value is required here. Fill it in.");
    case Violation::Kind::TooLong:
        return ViolationText::tr("%1 characters; at most %2 are allowed. Shorten it.")
            .arg(characterCount(violation.value))
            .arg(allowed);
    case Violation::Kind::NotADate:
        return ViolationText::tr("Not a calendar day. Write it as 2026-01-31.");
    case Violation::Kind::NotADateTime:
        return ViolationText::tr("Not a date with a time. Write it as 2026-01-31 09:00:00.");
    case Violation::Kind::NotAllowed:
        return ViolationText::tr("Not an allowed value. Use one of: %1.").arg(allowed);
    case Violation::Kind::NotAnAddress:
        return ViolationText::tr("Not a web address. It must begin with http:// or https://.");
    case Violation::Kind::OutOfRange:
        return ViolationText::tr("Outside the allowed range %1.").arg(allowed);
    case Violation::Kind::EndBeforeStart:
        return ViolationText::tr("The end lies before the start %1. Correct one of them.").arg(allowed);
    case Violation::Kind::NoneOf:
        return ViolationText::tr("At least one of these must be filled: %1.").arg(toQString(violation.field));
    case Violation::Kind::MoreThanOne:
        return ViolationText::tr("Only one of these may be filled: %1.").arg(toQString(violation.field));
    case Violation::Kind::HoldsComma:
        return ViolationText::tr(
            "A name with a comma cannot be sent in a comma-separated list. Use the id or the code.");
    case Violation::Kind::Unknown:
        return ViolationText::tr("The operation has no such field.");
    }
    return {};
}

} // namespace rangedesk
