// SPDX-License-Identifier: GPL-3.0-or-later
#include "health_command.h"

#include "changes/share.h"
#include "core/text.h"
#include "output.h"
#include "output_path.h"
#include "policy_option.h"
#include "rules/health_changes.h"
#include "session/list_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <set>

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
    const auto addCount = [&object](const QString& name, const std::optional<HealthCount>& count) {
        if (count)
            object[name] = QJsonObject{{QStringLiteral("counted"), static_cast<qint64>(count->counted)},
                                       {QStringLiteral("listed"), static_cast<qint64>(count->listed)}};
    };
    addCount(QStringLiteral("must_sell"), finding.mustSell);
    addCount(QStringLiteral("new"), finding.isNew);
    if (finding.other)
        object[QStringLiteral("other")] = toQString(rules[*finding.other]->id);
    return object;
}

/// Whether the finding is of a rule that was named; all are where none was.
bool isChosen(const Options& options, std::string_view rule)
{
    return options.arguments.isEmpty() || options.arguments.contains(toQString(rule));
}

/// The changes that are proposed, of one kind.
class Proposals
{
public:
    explicit Proposals(const Options& options) : m_options(options) {}

    void take(std::span<const SaleRule* const> rules, const std::vector<HealthFinding>& findings,
              bool ofCustomers)
    {
        const ChangeKind kind = ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
        for (const HealthRemedy remedy : {HealthRemedy::Flags, HealthRemedy::Clear}) {
            const bool clears = remedy == HealthRemedy::Clear;
            HealthChanges changes = changesOf(rules, findings, remedy, ofCustomers);
            const auto choice = clears ? OperationChoice::Clear : OperationChoice::PerRow;
            if (kind == m_options.import.kind && choice == m_options.import.operation)
                m_changes = std::move(changes);
            else if (!changes.rows.empty())
                m_others << HealthCommandText::tr("%1 (%2 changes)")
                                .arg(sheetKindName(kind, choice), QString::number(changes.rows.size()));
        }
    }

    std::size_t count() const { return m_changes.rows.size(); }

    /// Asked before anything is read.
    Result<void> canWrite() const
    {
        return m_options.outputPath.isEmpty() ? Result<void>() : checkNew(m_options.outputPath);
    }

    /// Nothing where nothing of this kind is proposed.
    Result<void> write(const Session& session) const
    {
        if (count() == 0)
            return {};
        if (auto free = canWrite(); !free)
            return free;
        const SharedFacts facts{session.host(), m_options.note, {}, 0};
        return writeShared(m_options.outputPath, m_options.import.kind, m_changes.rows, facts,
                           session.scope());
    }

    void tell() const
    {
        message(count() == 0 ? HealthCommandText::tr("Nothing of this kind is proposed: %1 was not written.")
                                   .arg(m_options.outputPath)
                             : HealthCommandText::tr(
                                   "Written: %1, with %2 changes. Preview them with: open %1 --dry-run")
                                   .arg(m_options.outputPath, QString::number(count())));
        if (!m_others.isEmpty())
            message(HealthCommandText::tr("More is proposed, of other kinds (--kind): %1")
                        .arg(m_others.join(QStringLiteral(", "))));
    }

private:
    const Options& m_options;
    HealthChanges m_changes;
    QStringList m_others;
};

} // namespace

int runHealth(Session& session)
{
    const auto policy = policyOf(session.options());
    if (!policy)
        return complain(policy.error());
    Proposals proposals(session.options());
    if (const auto free = proposals.canWrite(); !free)
        return complain(free.error());
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    ReadingProgress& progress = session.watchReading();
    const EnabledSet enabled = readEnabledDimensions(**connection, progress.stop);
    QJsonObject all = assumptionObject(*policy);
    message(assumption(*policy));
    std::size_t found = 0;
    CatalogueNews news;
    std::set<std::string> met;
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
        for (const ListItem<SaleRule>& item : items)
            news.add(*item.value);
        for (const SaleRule* rule : rules)
            met.emplace(rule->id);
        std::vector<HealthFinding> findings = checkHealth(rules, {ofCustomers, enabled, *policy});
        std::erase_if(findings, [&](const HealthFinding& finding) {
            return !isChosen(session.options(), rules[finding.rule]->id);
        });
        proposals.take(rules, findings, ofCustomers);
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
    session.tellClock();
    teachCatalogue(session, std::move(news));
    const QStringList& wanted = session.options().arguments;
    for (const QString& rule : wanted) {
        if (!met.contains(toUtf8(rule)))
            return complain({ErrorKind::Usage,
                             HealthCommandText::tr("No rule %1 in force was read.").arg(rule),
                             HealthCommandText::tr("Give the ids of rules, as health and rules print them."),
                             {},
                             {}});
    }
    const bool writes = !session.options().outputPath.isEmpty();
    if (writes) {
        if (const auto written = proposals.write(session); !written)
            return complain(written.error());
        all[QStringLiteral("changes")] = static_cast<qint64>(proposals.count());
    }
    if (session.options().json)
        print(all);
    if (writes)
        proposals.tell();
    return found == 0 ? AllDone : SomeRows;
}

} // namespace rangedesk::cli
