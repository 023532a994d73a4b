// SPDX-License-Identifier: GPL-3.0-or-later
#include "health_command.h"

#include "core/text.h"
#include "output.h"
#include "rules/health.h"
#include "session/list_reader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct HealthCommandText
{
    Q_DECLARE_TR_FUNCTIONS(HealthCommandText)
};

/// Names in the JSON output.
constexpr std::array<const char*, static_cast<std::size_t>(HealthProblem::Count)> problemNames{
    "same-conditions", "adds-nothing", "must-sell-overruled", "flags-contradict", "listed-twice",
    "count-differs",   "empty",        "not-enabled"};

QJsonObject objectOf(const HealthFinding& finding, const std::vector<const SaleRule*>& rules)
{
    QJsonArray products;
    for (const HealthProduct& product : finding.products)
        products.append(toQString(product.listed->id));
    constexpr std::array<const char*, 3> remedies{"none", "clear", "flags"};
    QJsonObject object{
        {QStringLiteral("problem"),
         QLatin1String(problemNames.at(static_cast<std::size_t>(finding.problem)))},
        {QStringLiteral("rule"), toQString(rules[finding.rule]->id)},
        {QStringLiteral("remedy"), QLatin1String(remedies.at(static_cast<std::size_t>(finding.remedy)))},
        {QStringLiteral("words"), explained(finding)},
        {QStringLiteral("proposal"), proposal(finding)},
        {QStringLiteral("listed"), static_cast<qint64>(finding.listed)},
        {QStringLiteral("counted"), static_cast<qint64>(finding.counted)},
        {QStringLiteral("products"), products}};
    if (finding.other)
        object[QStringLiteral("other")] = toQString(rules[*finding.other]->id);
    return object;
}

} // namespace

int runHealth(Session& session)
{
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    ReadingProgress progress;
    const EnabledSet enabled = readEnabledDimensions(**connection, progress.stop);
    QJsonObject all{{QStringLiteral("policy"), QStringLiteral("union")}};
    std::size_t found = 0;
    for (const bool ofCustomers : {false, true}) {
        auto list = readRuleList(**connection, ofCustomers, std::nullopt, progress);
        if (!list)
            return complain(list.error());
        if (list->onlyByCustomer) { // nothing can be said of them all
            message(HealthCommandText::tr("Customer ranges were not checked: this server tells them only one "
                                          "customer at a time. %1")
                        .arg(list->onlyByCustomer->text()));
            all[QStringLiteral("customer_rules")] = QJsonValue::Null;
            continue;
        }
        const std::vector<ListItem<SaleRule>> items = eachRuleOnce(std::move(list->items));
        std::vector<const SaleRule*> rules;
        for (const ListItem<SaleRule>& item : items) {
            if (!item.value->isDeleted())
                rules.push_back(item.value.get());
        }
        const std::vector<HealthFinding> findings = checkHealth(rules, {ofCustomers, enabled});
        found += findings.size();
        QJsonArray array;
        for (const HealthFinding& finding : findings) {
            if (session.options().json) {
                array.append(objectOf(finding, rules));
                continue;
            }
            const SaleRule& rule = *rules[finding.rule];
            print(QStringList{describe(finding.problem), toQString(rule.id),
                              targetOf(rule, ofCustomers).sentence(), explained(finding), proposal(finding)});
        }
        all[ofCustomers ? QStringLiteral("customer_rules") : QStringLiteral("rules")] = array;
        if (!session.options().json)
            message((ofCustomers ? HealthCommandText::tr("Customer ranges: %1 findings in %2 rules")
                                 : HealthCommandText::tr("Sale ranges: %1 findings in %2 rules"))
                        .arg(findings.size())
                        .arg(rules.size()));
    }
    if (session.options().json)
        print(all);
    session.tellClock();
    return found == 0 ? AllDone : SomeRows;
}

} // namespace rangedesk::cli
