// SPDX-License-Identifier: GPL-3.0-or-later
// How rules come onto the page: from the server, or as an earlier run of the program kept them.
#include "ranges/range_page.h"
#include "session/worker.h"

#include <QApplication>

namespace rangedesk::ui {

namespace {

struct BasketRules
{
    std::shared_ptr<const RuleRows> rows;
    CatalogueNews news;
    std::size_t refused = 0;
};

/// The rules of the picked customers, asked for one by one; blocks.
Result<BasketRules> readBasket(Connection& connection, const std::vector<Picked>& basket,
                               ReadingProgress& progress, const RangeEdits& edits)
{
    std::vector<CustomerSelector> customers;
    std::set<std::string> known;
    for (const Picked& customer : basket) {
        customers.push_back({customer.by, customer.value});
        known.insert(customerTarget(customer).key());
    }
    auto read = readRulesOf(connection, customers, progress);
    if (!read)
        return tl::unexpected(read.error());
    for (const CustomerSelector& refused : read->refused)
        known.erase(targetKey(ChangeKind::CustomerProducts,
                              {{Dimension::Department, refused.by, -1, refused.value}}));
    BasketRules rules;
    for (const ListItem<SaleRule>& item : read->items) {
        rules.news.add(*item.value);
        known.insert(targetKeyOf(*item.value, true));
    }
    rules.refused = read->refused.size();
    rules.rows =
        std::make_shared<const RuleRows>(nullptr, read->items, true, edits, true, EnabledSet(), known);
    return rules;
}

} // namespace

void RangePage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                             const std::optional<QDateTime>& since)
{
    struct Read
    {
        std::shared_ptr<const RuleRows> rows;
        std::optional<Error> problem;
        QDateTime startedAt;
        CatalogueNews news = {};
        EnabledSet enabled = {};
        std::vector<ListItem<SaleRule>> items = {};
        std::optional<Error> onlyByCustomer = {};
        std::size_t refused = 0;
    };
    // What was read of some customers alone cannot be gone on with.
    const auto from = m_newest && m_newest->isPartial() ? std::nullopt : since;
    const auto work = [connection = m_desk.connection(), ofCustomers = m_ofCustomers, since = from, progress,
                       basket = m_basket, earlier = from ? m_newest : nullptr, edits = m_edits.shared()] {
        auto read = readRuleList(*connection, ofCustomers, since, *progress);
        if (!read)
            return Read{nullptr, read.error(), {}};
        if (read->onlyByCustomer && basket.empty())
            return Read{nullptr, {}, {}, {}, {}, {}, read->onlyByCustomer};
        if (read->onlyByCustomer) {
            auto some = readBasket(*connection, basket, *progress, *edits);
            if (!some)
                return Read{nullptr, some.error(), {}, {}, {}, {}, read->onlyByCustomer};
            return Read{some->rows,           {},           {}, std::move(some->news), {}, {},
                        read->onlyByCustomer, some->refused};
        }
        CatalogueNews news;
        for (const ListItem<SaleRule>& item : read->items)
            news.add(*item.value);
        EnabledSet enabled;
        // Where this is refused it is not known: the rules are shown all the same.
        if (!ofCustomers)
            enabled = readEnabledDimensions(*connection, progress->stop);
        auto rows =
            std::make_shared<const RuleRows>(earlier, read->items, ofCustomers, *edits, true, enabled);
        return Read{rows, {}, read->startedAt, std::move(news), std::move(enabled), std::move(read->items)};
    };
    const auto done = [this, since = from, basket = m_basket](Read read) {
        const bool isPart = read.onlyByCustomer.has_value();
        if (isPart || read.rows)
            m_onlyByCustomer = read.onlyByCustomer;
        m_refusedCustomers = read.refused;
        if (read.rows && isPart) {
            m_desk.catalogueKeeper().learn(std::move(read.news));
            m_partReadAt = QDateTime::currentDateTime();
            showRead(read.rows, {});
        } else if (read.rows) {
            m_desk.catalogueKeeper().learn(std::move(read.news));
            m_desk.readings().keepRules(m_ofCustomers, std::move(read.items), read.startedAt, read.enabled,
                                        since);
            showRead(read.rows, read.enabled);
        }
        const bool isBroken = read.problem.has_value();
        readingDone(read.problem, isPart ? std::nullopt : std::optional(read.startedAt));
        if (isPart)
            setTexts();
        rebuildRows(); // edits may have come while it was read
        if (isPart && basket != m_basket)
            refresh(); // others were picked meanwhile
        if (const auto next = std::exchange(m_afterReading, {});
            next && !isBroken && isVisible() && QApplication::activeModalWidget() == nullptr)
            next(); // unless the person has turned to something else
        showClearing();
        narrowToBasket();
        showOnlyByCustomer();
    };
    inWorker(this, work, done, &m_desk.readers());
}

bool RangePage::startLoading()
{
    struct Loaded
    {
        std::shared_ptr<const RuleRows> rows;
        EnabledSet enabled = {};
        std::optional<ReadingMoment> moment = {};
        std::optional<Error> problem = {};
    };
    ReadingKeeper& readings = m_desk.readings();
    const auto work = [path = readings.path(), scope = readings.scope(), ofCustomers = m_ofCustomers,
                       edits = m_edits.shared()] {
        auto kept = loadKeptRules(path, scope, ofCustomers);
        if (!kept || !*kept)
            return Loaded{nullptr, {}, {}, kept ? std::nullopt : std::optional(kept.error())};
        auto rows = std::make_shared<const RuleRows>(nullptr, (*kept)->items, ofCustomers, *edits, true,
                                                     (*kept)->enabled);
        return Loaded{rows, std::move((*kept)->enabled), (*kept)->moment};
    };
    const auto done = [this](const Loaded& loaded) {
        if (loaded.rows)
            showRead(loaded.rows, loaded.enabled);
        loadingDone(loaded.problem, loaded.moment);
        rebuildRows(); // edits may have come while it was loaded
        narrowToBasket();
    };
    inWorker(this, work, done, &readings.pool());
    return true;
}

} // namespace rangedesk::ui
