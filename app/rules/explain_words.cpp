// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/explain.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ExplainText
{
    Q_DECLARE_TR_FUNCTIONS(ExplainText)
};

} // namespace

QString describe(RulePolicy policy)
{
    switch (policy) {
    case RulePolicy::Union:
        return ExplainText::tr("Any rule that fits (union)");
    case RulePolicy::CustomerReplaces:
        return ExplainText::tr("The customer's own range replaces");
    case RulePolicy::MostSpecific:
        return ExplainText::tr("The most conditions win");
    case RulePolicy::Count:
        break;
    }
    return {};
}

QString assumption(RulePolicy policy)
{
    switch (policy) {
    case RulePolicy::Union:
        return ExplainText::tr("Assumption: any rule that fits grants its products (union); a department "
                               "does not contain its sub-departments.");
    case RulePolicy::CustomerReplaces:
        return ExplainText::tr("Assumption: a customer's own range replaces the rules by condition; a "
                               "department does not contain its sub-departments.");
    case RulePolicy::MostSpecific:
        return ExplainText::tr("Assumption: the rules with the most conditions win, a customer's own range "
                               "over all; a department does not contain its sub-departments.");
    case RulePolicy::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
