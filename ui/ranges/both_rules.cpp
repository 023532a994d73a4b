// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/both_rules.h"

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

} // namespace rangedesk::ui
