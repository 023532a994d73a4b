// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "rules/health.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct HealthText
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
};

/// The first of the products concerned, by name.
QString productWords(const HealthFinding& finding)
{
    constexpr std::size_t most = 5;
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, finding.products.size()); ++i) {
        const RuleProduct& product = *finding.products[i].listed;
        names << toQString(product.name.empty() ? product.id : product.name);
    }
    const QString list = names.join(HealthText::tr(", "));
    return finding.products.size() > most
               ? HealthText::tr("%1 and %2 more").arg(list, QString::number(finding.products.size() - most))
               : list;
}

QString countWords(const HealthFinding& finding)
{
    QStringList words;
    if (finding.allDiffer)
        words << HealthText::tr("The server counts %1 products and lists %2.")
                     .arg(finding.counted)
                     .arg(finding.listed);
    if (finding.mustSell)
        words << HealthText::tr("It counts %1 must-sell products and lists %2.")
                     .arg(finding.mustSell->counted)
                     .arg(finding.mustSell->listed);
    if (finding.isNew)
        words << HealthText::tr("It counts %1 new products and lists %2.")
                     .arg(finding.isNew->counted)
                     .arg(finding.isNew->listed);
    return words.join(QLatin1Char(' '));
}

} // namespace

QString describe(HealthProblem problem)
{
    switch (problem) {
    case HealthProblem::SameConditions:
        return HealthText::tr("Same conditions");
    case HealthProblem::AddsNothing:
        return HealthText::tr("Adds nothing");
    case HealthProblem::Overruled:
        return HealthText::tr("Must-sell overruled");
    case HealthProblem::FlagsDiffer:
        return HealthText::tr("Flags contradict");
    case HealthProblem::Repeats:
        return HealthText::tr("Listed twice");
    case HealthProblem::CountDiffers:
        return HealthText::tr("Count differs");
    case HealthProblem::Empty:
        return HealthText::tr("Empty");
    case HealthProblem::NotEnabled:
        return HealthText::tr("Not enabled");
    case HealthProblem::Count:
        break;
    }
    return {};
}

QString explained(const HealthFinding& finding)
{
    switch (finding.problem) {
    case HealthProblem::SameConditions: {
        QString text =
            finding.ofCustomers
                ? HealthText::tr("Another rule in force is of the very same customers. What is sent "
                                 "to one may change the other.")
                : HealthText::tr("Another rule in force has the very same conditions. What is sent "
                                 "to one may change the other.");
        if (!finding.products.empty())
            text +=
                QLatin1Char(' ') + HealthText::tr("Their flags contradict: %1.").arg(productWords(finding));
        return text;
    }
    case HealthProblem::AddsNothing:
        if (finding.ofCustomers)
            return HealthText::tr("The customers of this rule have the other, too, and all %1 products stand "
                                  "there, with nothing less demanded. This rule has no effect for them.")
                .arg(finding.listed);
        return HealthText::tr("Whoever fits this rule fits the other, too, and all %1 products stand there, "
                              "with nothing less demanded. As long as any rule that fits grants its products "
                              "(an assumption), this rule has no effect. Should only the rule with the most "
                              "conditions count, it limits its customers to these products.")
            .arg(finding.listed);
    case HealthProblem::Overruled:
        return HealthText::tr("Whoever fits this rule fits the other, too, which makes these must-sell; here "
                              "they are not: %1. As long as any rule that fits counts (an assumption), they "
                              "are must-sell all the same. It may be an exception that somebody wants.")
            .arg(productWords(finding));
    case HealthProblem::FlagsDiffer:
        return HealthText::tr("Listed more than once, with different flags: %1.").arg(productWords(finding));
    case HealthProblem::Repeats:
        return HealthText::tr("Listed more than once, alike: %1.").arg(productWords(finding));
    case HealthProblem::CountDiffers:
        return countWords(finding);
    case HealthProblem::Empty:
        return HealthText::tr("The rule is in force and lists no product.");
    case HealthProblem::NotEnabled:
        return HealthText::tr("A condition is of a dimension that your company has not enabled, or that the "
                              "API cannot name.");
    case HealthProblem::Count:
        break;
    }
    return {};
}

namespace {

QString whyNothing(const HealthFinding& finding)
{
    switch (finding.why) {
    case HealthWhy::NotNamed:
        return HealthText::tr("None: no request can name this rule alone.");
    case HealthWhy::Neighbours:
        return HealthText::tr("None: a clearing might take other rules along that hold its conditions, too.");
    case HealthWhy::NotSure:
        return HealthText::tr("None: the server does not say for sure that it listed everything.");
    case HealthWhy::Cleared:
        return HealthText::tr("None: it is proposed to clear this rule.");
    case HealthWhy::Suppliers:
        return HealthText::tr("None: a product is limited to a supplier, which no request can name.");
    case HealthWhy::Nothing:
        break;
    }
    switch (finding.problem) {
    case HealthProblem::SameConditions:
        return HealthText::tr(
            "None: no request can tell the two apart, so nothing can be moved from one to the "
            "other either. Delete one of them on the platform.");
    case HealthProblem::Repeats:
        return HealthText::tr("None is needed: it has no effect, and no request takes one of two away.");
    case HealthProblem::CountDiffers:
        return HealthText::tr("None: read again. Should it stay, the server's count or list is wrong.");
    case HealthProblem::NotEnabled:
        return HealthText::tr(
            "None: no request can name this dimension. Have it enabled, or change the rule on "
            "the platform.");
    default:
        return HealthText::tr("None: change it on the platform.");
    }
}

} // namespace

QString proposal(const HealthFinding& finding)
{
    switch (finding.remedy) {
    case HealthRemedy::Clear:
        return HealthText::tr("Clear this rule");
    case HealthRemedy::Flags:
        return HealthText::tr("Set flags (products: %1)").arg(finding.products.size());
    case HealthRemedy::None:
        break;
    }
    return whyNothing(finding);
}

} // namespace rangedesk
