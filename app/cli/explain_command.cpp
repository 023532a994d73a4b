// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain_command.h"

#include "core/text.h"
#include "output.h"
#include "rules/reach.h"
#include "session/list_reader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct ExplainCommandText
{
    Q_DECLARE_TR_FUNCTIONS(ExplainCommandText)
};

/// The rules as they are now, and the catalogue with what they name.
struct World
{
    std::vector<ListItem<SaleRule>> rules;
    std::vector<ListItem<SaleRule>> ownRules;
    std::shared_ptr<const Catalogue> catalogue;
    bool knowsOwn = true; ///< else the server tells own ranges only one customer at a time
};

void tellOwnUnknown()
{
    message(ExplainCommandText::tr("This server tells own ranges only one customer at a time: they are not "
                                   "known here, and the answer is of rules by condition alone."));
}

Result<World> readWorld(Session& session)
{
    auto connection = session.connection();
    if (!connection)
        return tl::unexpected(connection.error());
    auto known = knownEntries(session);
    if (!known)
        return tl::unexpected(known.error());
    CatalogueNews news = std::move(*known);
    World world;
    ReadingProgress progress;
    for (const bool ofCustomers : {false, true}) {
        auto list = readRuleList(**connection, ofCustomers, std::nullopt, progress);
        if (!list)
            return tl::unexpected(list.error());
        if (list->onlyByCustomer)
            world.knowsOwn = false;
        auto& into = ofCustomers ? world.ownRules : world.rules;
        into = eachRuleOnce(std::move(list->items));
        for (const ListItem<SaleRule>& item : into)
            news.add(*item.value);
    }
    world.catalogue = Catalogue().with(news);
    return world;
}

std::optional<RulePolicy> policyNamed(const QString& name)
{
    if (name.isEmpty() || name == QLatin1String("union"))
        return RulePolicy::Union;
    if (name == QLatin1String("customer"))
        return RulePolicy::CustomerReplaces;
    return name == QLatin1String("specific") ? std::optional(RulePolicy::MostSpecific) : std::nullopt;
}

/// The one entry that a text names: as id, code, external id or name.
Result<std::uint32_t> entryNamed(const EntryList& list, const QString& text)
{
    const std::vector<std::uint32_t> found = list.named({toUtf8(text)}).front();
    if (found.size() == 1)
        return found.front();
    return fail(ErrorKind::Usage,
                found.empty()
                    ? ExplainCommandText::tr("\"%1\" is not known.").arg(text)
                    : ExplainCommandText::tr("\"%1\" names %2 entries.").arg(text).arg(found.size()),
                found.empty() ? ExplainCommandText::tr("Take it over with a reference list first.")
                              : ExplainCommandText::tr("Give the id or the code."));
}

std::vector<const SaleRule*> pointers(const std::vector<ListItem<SaleRule>>& items)
{
    std::vector<const SaleRule*> rules;
    rules.reserve(items.size());
    for (const ListItem<SaleRule>& item : items)
        rules.push_back(item.value.get());
    return rules;
}

QString yesOrNo(bool is)
{
    return is ? ExplainCommandText::tr("yes") : ExplainCommandText::tr("no");
}

/// Of one customer they can be asked for. @returns whether they are known
Result<bool> readOwn(Session& session, World& world, std::string_view id)
{
    if (world.knowsOwn)
        return true;
    auto connection = session.connection();
    if (!connection)
        return tl::unexpected(connection.error());
    ReadingProgress progress;
    auto own = readRulesOf(**connection, {{SelectBy::Id, std::string(id)}}, progress);
    if (!own)
        return tl::unexpected(own.error());
    world.ownRules = eachRuleOnce(std::move(own->items));
    return own->refused.empty();
}

int explainCustomer(Session& session, World& world, RulePolicy policy)
{
    const EntryList& customers = world.catalogue->of(EntryKind::Customer);
    const auto customer = entryNamed(customers, session.options().arguments.value(0));
    if (!customer)
        return complain(customer.error());
    const auto knowsOwn = readOwn(session, world, customers.id(*customer));
    if (!knowsOwn)
        return complain(knowsOwn.error());
    const auto rules = pointers(world.rules);
    const auto own = pointers(world.ownRules);
    const Explanation all = explain(factsOf(*world.catalogue, *customer), rules, own, policy);
    QJsonArray products;
    for (const ProductAnswer& product : all.products) {
        QJsonArray by;
        QStringList ids;
        for (const RuleReason& reason : product.granting) {
            by.append(toQString(reason.rule->id));
            ids << toQString(reason.rule->id);
        }
        if (session.options().json)
            products.append(QJsonObject{{QStringLiteral("id"), toQString(product.id)},
                                        {QStringLiteral("code"), toQString(product.code)},
                                        {QStringLiteral("name"), toQString(product.name)},
                                        {QStringLiteral("may_sell"), product.canSell},
                                        {QStringLiteral("must_sell"), product.canSell && product.mustSell},
                                        {QStringLiteral("new"), product.canSell && product.isNew},
                                        {QStringLiteral("rules"), by}});
        else
            print(QStringList{yesOrNo(product.canSell), toQString(product.code), toQString(product.name),
                              yesOrNo(product.canSell && product.mustSell),
                              yesOrNo(product.canSell && product.isNew), ids.join(QLatin1Char(' '))});
    }
    QStringList missing;
    for (const Dimension dimension : all.notFilled)
        missing << dimensionName(dimension);
    if (session.options().json)
        print(QJsonObject{{QStringLiteral("customer"), toQString(customers.id(*customer))},
                          {QStringLiteral("may_sell"), static_cast<qint64>(all.canSell)},
                          {QStringLiteral("not_filled"), QJsonArray::fromStringList(missing)},
                          {QStringLiteral("own_ranges_known"), *knowsOwn},
                          {QStringLiteral("products"), products}});
    message(ExplainCommandText::tr("%1 may sell %2 of %3 products that rules know.")
                .arg(toQString(customers.name(*customer)))
                .arg(all.canSell)
                .arg(all.products.size()));
    if (!*knowsOwn)
        tellOwnUnknown();
    if (!missing.isEmpty())
        message(ExplainCommandText::tr("Rules ask for what the catalogue does not know of the customer: %1.")
                    .arg(missing.join(QStringLiteral(", "))));
    return AllDone;
}

int tellWhere(Session& session, const World& world, RulePolicy policy)
{
    const EntryList& products = world.catalogue->of(EntryKind::Product);
    const auto product = entryNamed(products, session.options().arguments.value(0));
    if (!product)
        return complain(product.error());
    ReachQuestion question{world.catalogue, {}, {}, policy, std::string(products.id(*product))};
    for (const ListItem<SaleRule>& item : world.rules)
        question.rules.push_back({item.value.get()});
    for (const ListItem<SaleRule>& item : world.ownRules)
        question.ownRules.push_back({item.value.get()});
    const Reach reach(std::move(question));
    const EntryList& customers = world.catalogue->of(EntryKind::Customer);
    QJsonArray array;
    std::size_t may = 0;
    for (const CustomerReach& one : reach.customers()) {
        if (one.now == 0)
            continue;
        ++may;
        const Sellable sellable = reach.of(one.customer).front().now;
        if (session.options().json)
            array.append(QJsonObject{{QStringLiteral("id"), toQString(customers.id(one.customer))},
                                     {QStringLiteral("code"), toQString(customers.code(one.customer))},
                                     {QStringLiteral("name"), toQString(customers.name(one.customer))},
                                     {QStringLiteral("must_sell"), sellable.mustSell},
                                     {QStringLiteral("new"), sellable.isNew}});
        else
            print(QStringList{toQString(customers.label(one.customer)),
                              toQString(customers.name(one.customer)), yesOrNo(sellable.mustSell),
                              yesOrNo(sellable.isNew)});
    }
    const auto unsure = std::count_if(reach.customers().begin(), reach.customers().end(),
                                      [](const CustomerReach& one) { return one.now == 0 && one.isUnsure; });
    if (session.options().json)
        print(QJsonObject{{QStringLiteral("product"), toQString(products.id(*product))},
                          {QStringLiteral("known_customers"), static_cast<qint64>(customers.size())},
                          {QStringLiteral("unsure"), static_cast<qint64>(unsure)},
                          {QStringLiteral("own_ranges_known"), world.knowsOwn},
                          {QStringLiteral("customers"), array}});
    message(ExplainCommandText::tr("%1: %2 of %3 customers of the catalogue may sell it; of %4 more it does "
                                   "not know all that rules ask for.")
                .arg(toQString(products.name(*product)))
                .arg(may)
                .arg(customers.size())
                .arg(unsure));
    if (!world.knowsOwn)
        tellOwnUnknown();
    return AllDone;
}

} // namespace

int runExplain(Session& session)
{
    const auto policy = policyNamed(session.options().policy);
    if (!policy)
        return complain(Error{ErrorKind::Usage,
                              ExplainCommandText::tr("--policy takes union, customer or specific."),
                              {},
                              {},
                              {}});
    auto world = readWorld(session);
    if (!world)
        return complain(world.error());
    const bool isCustomer = session.options().command == QLatin1String("explain");
    const int exitCode =
        isCustomer ? explainCustomer(session, *world, *policy) : tellWhere(session, *world, *policy);
    session.tellClock();
    return exitCode;
}

} // namespace rangedesk::cli
