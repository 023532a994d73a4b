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
               ? HealthText::tr("%1 and %2 more").arg(list).arg(finding.products.size() - most)
               : list;
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
    case HealthProblem::SameConditions:
        return HealthText::tr("Another rule in force has the very same conditions. What is sent to one may "
                              "change the other.");
    case HealthProblem::AddsNothing:
        return HealthText::tr("Whoever fits this rule fits the other, too, and all %1 products stand there, "
                              "with nothing less demanded. Should any rule that fits grant its products "
                              "(an assumption), this rule has no effect.")
            .arg(finding.listed);
    case HealthProblem::Overruled:
        return HealthText::tr("Whoever fits this rule fits the other, too, which makes these must-sell; here "
                              "they are not: %1.")
            .arg(productWords(finding));
    case HealthProblem::FlagsDiffer:
        return HealthText::tr("One product stands here twice, with different flags: %1.")
            .arg(productWords(finding));
    case HealthProblem::Repeats:
        return HealthText::tr("One product stands here twice, alike: %1.").arg(productWords(finding));
    case HealthProblem::CountDiffers:
        return HealthText::tr("The server counts %1 products and lists %2.")
            .arg(finding.counted)
            .arg(finding.listed);
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
    switch (finding.problem) {
    case HealthProblem::SameConditions:
        return HealthText::tr("None: no request can tell the two apart. Delete one of them on the platform.");
    case HealthProblem::Repeats:
        return HealthText::tr("None is needed: it has no effect, and no request takes one of two away.");
    case HealthProblem::CountDiffers:
        return HealthText::tr("None: read again; should it stay, the list of this rule is cut short.");
    default:
        return HealthText::tr("None: no request can name this rule alone.");
    }
}

} // namespace rangedesk
