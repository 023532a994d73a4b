// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy_option.h"

#include <QCoreApplication>
#include <array>

namespace rangedesk::cli {

namespace {

struct ExplainCommandText
{
    Q_DECLARE_TR_FUNCTIONS(ExplainCommandText)
};

constexpr std::array<const char*, static_cast<std::size_t>(RulePolicy::Count)> policyNames{
    "union", "customer", "specific"};

} // namespace

Result<RulePolicy> policyOf(const Options& options)
{
    for (std::size_t i = 0; i < policyNames.size(); ++i) {
        if (options.policy == QLatin1String(policyNames.at(i)) || (options.policy.isEmpty() && i == 0))
            return static_cast<RulePolicy>(i);
    }
    return fail(ErrorKind::Usage, ExplainCommandText::tr("--policy takes union, customer or specific."));
}

QJsonObject assumptionObject(RulePolicy policy)
{
    return {{QStringLiteral("policy"), QLatin1String(policyNames.at(static_cast<std::size_t>(policy)))},
            {QStringLiteral("departments_contain_sub_departments"), false},
            {QStringLiteral("assumption"), assumption(policy)}};
}

} // namespace rangedesk::cli
