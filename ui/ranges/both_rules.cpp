// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/both_rules.h"

#include "models/draft_models.h"
#include "session/worker.h"

namespace rangedesk::ui {

BothRules::BothRules(Desk& desk, std::shared_ptr<const RuleRows> rules,
                     std::shared_ptr<const RuleRows> ownRules, QObject* parent)
    : QObject(parent), m_desk(desk), m_rules(std::move(rules)), m_ownRules(std::move(ownRules))
{}

BothRules::~BothRules()
{
    if (m_reading)
        m_reading->stop = true;
}

void BothRules::readMissing()
{
    if (areThere() || isReading())
        return;
    if (m_desk.connection() == nullptr) {
        Q_EMIT read(Error{ErrorKind::Connection, tr("There is no connection yet."), {}, {}, {}});
        return;
    }
    m_reading = std::make_shared<ReadingProgress>();
    struct Read
    {
        std::shared_ptr<const RuleRows> rules;
        std::shared_ptr<const RuleRows> ownRules;
        std::vector<LatestRules> latest = {};
        CatalogueNews news = {};
        std::optional<Error> problem = {};
    };
    const auto readThem = [connection = m_desk.connection(), progress = m_reading, rules = m_rules,
                           own = m_ownRules, path = m_desk.readings().path(),
                           scope = m_desk.readings().scope()] {
        Read all{rules, own};
        for (const bool ofCustomers : {false, true}) {
            auto& into = ofCustomers ? all.ownRules : all.rules;
            if (into)
                continue;
            LatestRules latest = readLatestRules(*connection, path, scope, ofCustomers, *progress);
            if (latest.problem)
                all.problem = latest.problem;
            // What is not enabled makes rules read-only: no edit may come of them.
            if (!ofCustomers && !latest.problem) {
                if (const auto now = readEnabledDimensions(*connection, progress->stop))
                    latest.enabled = now;
            }
            if (latest.news.onlyByCustomer) {
                into = std::make_shared<const RuleRows>(nullptr, std::vector<ListItem<SaleRule>>(), true,
                                                        RangeEdits(), true, EnabledSet(),
                                                        std::set<std::string>());
                continue; // nothing of it is to be kept
            }
            if (!latest.problem || latest.since) {
                into = std::make_shared<const RuleRows>(nullptr, latest.kept, ofCustomers, RangeEdits(), true,
                                                        latest.enabled);
                into = std::make_shared<const RuleRows>(into, latest.news.items, ofCustomers, RangeEdits(),
                                                        true, latest.enabled);
            }
            for (const ListItem<SaleRule>& item : latest.news.items)
                all.news.add(*item.value);
            all.latest.push_back(std::move(latest));
        }
        return all;
    };
    const auto done = [this](Read all) {
        m_reading.reset();
        m_rules = all.rules;
        m_ownRules = all.ownRules;
        m_desk.catalogueKeeper().learn(std::move(all.news));
        for (LatestRules& latest : all.latest) {
            if (!latest.problem)
                m_desk.readings().keepRules(latest.ofCustomers, std::move(latest.news.items),
                                            latest.news.startedAt, latest.enabled, latest.since);
        }
        Q_EMIT read(all.problem);
    };
    inWorker(this, readThem, done, &m_desk.readers());
}

bool BothRules::knowsOwnOf(const Picked& customer) const
{
    return m_ownRules && m_ownRules->knows(customerTarget(customer).key());
}

void BothRules::readOwnOf(const std::vector<Picked>& customers)
{
    std::vector<CustomerSelector> missing;
    for (const Picked& customer : customers) {
        const bool isTried = m_refused.contains(customerTarget(customer).key());
        if (!knowsOwnOf(customer) && !isTried)
            missing.push_back({customer.by, customer.value});
    }
    if (missing.empty() || isReading() || m_desk.connection() == nullptr)
        return;
    m_reading = std::make_shared<ReadingProgress>();
    const auto readThem = [connection = m_desk.connection(), progress = m_reading, missing] {
        return readRulesOf(*connection, missing, *progress);
    };
    const auto done = [this, missing](const Result<CustomerReading>& reading) {
        m_reading.reset();
        std::set<std::string> known = *m_ownRules->only();
        const auto keyOf = [](const CustomerSelector& one) {
            return targetKey(ChangeKind::CustomerProducts, {{Dimension::Department, one.by, -1, one.value}});
        };
        for (const CustomerSelector& one : missing)
            (reading ? known : m_refused).insert(keyOf(one));
        if (!reading) {
            Q_EMIT read(reading.error());
            return;
        }
        for (const CustomerSelector& one : reading->refused) {
            known.erase(keyOf(one));
            m_refused.insert(keyOf(one));
        }
        CatalogueNews news;
        for (const ListItem<SaleRule>& item : reading->items) {
            news.add(*item.value);
            known.insert(targetKeyOf(*item.value, true));
        }
        m_desk.catalogueKeeper().learn(std::move(news));
        m_ownRules = std::make_shared<const RuleRows>(m_ownRules, reading->items, true, RangeEdits(), true,
                                                      EnabledSet(), known);
        Q_EMIT read(std::nullopt);
    };
    inWorker(this, readThem, done, &m_desk.readers());
}

} // namespace rangedesk::ui
