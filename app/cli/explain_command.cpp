// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain_command.h"

#include "core/text.h"
#include "output.h"
#include "policy_option.h"
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
    CatalogueNews news;
    World world;
    ReadingProgress& progress = session.watchReading();
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
    world.catalogue = Catalogue().with(std::move(*known))->with(news);
    teachCatalogue(session, std::move(news));
    return world;
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
    if (world.knowsOwn || id.empty()) // one that is thought up has none
        return true;
    auto connection = session.connection();
    if (!connection)
        return tl::unexpected(connection.error());
    ReadingProgress& progress = session.watchReading();
    auto own = readRulesOf(**connection, {{SelectBy::Id, std::string(id)}}, progress);
    if (!own)
        return tl::unexpected(own.error());
    world.ownRules = eachRuleOnce(std::move(own->items));
    CatalogueNews news;
    for (const ListItem<SaleRule>& item : world.ownRules)
        news.add(*item.value);
    teachCatalogue(session, std::move(news));
    return own->refused.empty();
}

/// Whom is asked for: a customer of the catalogue, or one that is thought up, with attributes that were
/// given.
struct Asked
{
    CustomerFacts facts;
    QString name; ///< empty: thought up
    std::map<Dimension, QString> words;
};

Result<Asked> whomOf(const Session& session, const Catalogue& catalogue)
{
    Asked asked;
    const QString text = session.options().arguments.value(0);
    if (!text.isEmpty()) {
        const EntryList& customers = catalogue.of(EntryKind::Customer);
        const auto customer = entryNamed(customers, text);
        if (!customer)
            return tl::unexpected(customer.error());
        asked.facts = factsOf(catalogue, *customer);
        asked.name = toQString(customers.name(*customer));
        for (const auto& [dimension, names] : asked.facts.values) {
            const std::string value(customers.attribute(*customer, dimensionPrefix(dimension)));
            const EntryList& entries = catalogue.of(dimension);
            const auto found = entries.named({value}).front();
            const bool isOne = found.size() == 1 && !entries.name(found.front()).empty();
            asked.words[dimension] = toQString(isOne ? entries.name(found.front()) : std::string_view(value));
        }
    }
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const QString value = session.options().filters.value(toQString(dimensionPrefix(dimension)));
        if (value.isEmpty())
            continue;
        const EntryList& entries = catalogue.of(dimension);
        const auto entry = entryNamed(entries, value);
        if (!entry)
            return tl::unexpected(entry.error());
        asked.facts.values[dimension] = namesOfEntry(entries, *entry);
        asked.words[dimension] = toQString(entries.name(*entry));
    }
    return asked;
}

QString dimensionWord(const RuleField& field)
{
    const auto dimension = dimensionOfFilterCode(field.filterCode);
    return dimension ? dimensionName(*dimension)
                     : toQString(field.filterName.empty() ? field.filterCode : field.filterName);
}

QString hasWord(const RuleField& field, const Asked& asked)
{
    const auto dimension = dimensionOfFilterCode(field.filterCode);
    const auto word = dimension ? asked.words.find(*dimension) : asked.words.end();
    return word == asked.words.end() ? QString() : word->second;
}

/// A rule that lists a product, and which of its conditions the customer does not meet.
QJsonObject missedObject(const RuleReason& reason, const Asked& asked)
{
    QJsonArray unmet;
    for (const RuleField* field : reason.unmet)
        unmet.append(QJsonObject{{QStringLiteral("dimension"), dimensionWord(*field)},
                                 {QStringLiteral("wanted"), toQString(field->selectedName)},
                                 {QStringLiteral("has"), hasWord(*field, asked)}});
    return {{QStringLiteral("rule"), toQString(reason.rule->id)},
            {QStringLiteral("deleted"), reason.rule->isDeleted()},
            {QStringLiteral("unmet"), unmet}};
}

/// Why a product may not be sold: the nearest rule, with what fails.
QString missedWords(const ProductAnswer& product, const Asked& asked)
{
    if (product.missed.empty())
        return ExplainCommandText::tr("no rule lists it");
    const RuleReason& nearest = product.missed.front();
    QStringList unmet;
    for (const RuleField* field : nearest.unmet) {
        const QString has = hasWord(*field, asked);
        unmet << ExplainCommandText::tr("%1 asks for %2, is %3")
                     .arg(dimensionWord(*field), toQString(field->selectedName),
                          has.isEmpty() ? ExplainCommandText::tr("not filled") : has);
    }
    QString words = nearest.rule->isDeleted() ? ExplainCommandText::tr("rule %1 is deleted")
                    : unmet.isEmpty()         ? ExplainCommandText::tr("rule %1 is outranked by another")
                                              : ExplainCommandText::tr("rule %1");
    words = words.arg(toQString(nearest.rule->id));
    return unmet.isEmpty() ? words : words + QStringLiteral(": ") + unmet.join(ExplainCommandText::tr("; "));
}

QJsonObject objectOf(const ProductAnswer& product, const Asked& asked)
{
    QJsonArray by;
    for (const RuleReason& reason : product.granting)
        by.append(toQString(reason.rule->id));
    QJsonArray suppliers; // none: every supplier
    for (const std::string_view supplier : product.suppliers)
        suppliers.append(toQString(supplier));
    QJsonArray missed;
    if (!product.canSell) {
        for (const RuleReason& reason : product.missed)
            missed.append(missedObject(reason, asked));
    }
    return {{QStringLiteral("id"), toQString(product.id)},
            {QStringLiteral("code"), toQString(product.code)},
            {QStringLiteral("name"), toQString(product.name)},
            {QStringLiteral("may_sell"), product.canSell},
            {QStringLiteral("not_sure"), product.isUnsure},
            {QStringLiteral("must_sell"), product.canSell && product.mustSell},
            {QStringLiteral("new"), product.canSell && product.isNew},
            {QStringLiteral("rules"), by},
            {QStringLiteral("suppliers"), suppliers},
            {QStringLiteral("missed"), missed}};
}

void printLine(const ProductAnswer& product, const Asked& asked)
{
    QStringList ids;
    for (const RuleReason& reason : product.granting)
        ids << toQString(reason.rule->id);
    QStringList suppliers;
    for (const std::string_view supplier : product.suppliers)
        suppliers << toQString(supplier);
    const QString from = suppliers.isEmpty() ? ExplainCommandText::tr("every supplier")
                                             : suppliers.join(ExplainCommandText::tr(", "));
    print(QStringList{product.isUnsure ? ExplainCommandText::tr("not sure") : yesOrNo(product.canSell),
                      toQString(product.code), toQString(product.name),
                      yesOrNo(product.canSell && product.mustSell), yesOrNo(product.canSell && product.isNew),
                      ids.join(QLatin1Char(' ')), product.canSell ? from : missedWords(product, asked)});
}

int explainCustomer(Session& session, World& world, RulePolicy policy)
{
    const auto asked = whomOf(session, *world.catalogue);
    if (!asked)
        return complain(asked.error());
    const auto knowsOwn = readOwn(session, world, asked->facts.id);
    if (!knowsOwn)
        return complain(knowsOwn.error());
    const auto rules = pointers(world.rules);
    const auto own = pointers(world.ownRules);
    const Explanation all = explain(asked->facts, rules, own, policy);
    QJsonArray products;
    for (const ProductAnswer& product : all.products) {
        if (session.options().json)
            products.append(objectOf(product, *asked));
        else
            printLine(product, *asked);
    }
    QStringList missing;
    for (const Dimension dimension : all.notFilled)
        missing << dimensionName(dimension);
    if (session.options().json) {
        QJsonObject attributes;
        for (const auto& [dimension, word] : asked->words)
            attributes[toQString(dimensionPrefix(dimension))] = word;
        QJsonObject object = assumptionObject(policy);
        object[QStringLiteral("customer")] = toQString(asked->facts.id);
        object[QStringLiteral("attributes")] = attributes;
        object[QStringLiteral("may_sell")] = static_cast<qint64>(all.canSell);
        object[QStringLiteral("not_sure")] = static_cast<qint64>(all.unsure);
        object[QStringLiteral("not_filled")] = QJsonArray::fromStringList(missing);
        object[QStringLiteral("own_ranges_known")] = *knowsOwn;
        object[QStringLiteral("products")] = products;
        print(object);
    }
    message(ExplainCommandText::tr("%1 may sell %2 of %3 products that rules know.")
                .arg(asked->name.isEmpty() ? ExplainCommandText::tr("Such a customer") : asked->name)
                .arg(all.canSell)
                .arg(all.products.size()));
    if (!*knowsOwn)
        tellOwnUnknown();
    if (!missing.isEmpty())
        message(ExplainCommandText::tr("Rules ask for what is not known of the customer: %1.")
                    .arg(missing.join(QStringLiteral(", "))));
    if (all.unsure > 0)
        message(ExplainCommandText::tr("Of %1 products that decides: not sure.").arg(all.unsure));
    message(assumption(policy));
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
    if (session.options().json) {
        QJsonObject object = assumptionObject(policy);
        object[QStringLiteral("product")] = toQString(products.id(*product));
        object[QStringLiteral("known_customers")] = static_cast<qint64>(customers.size());
        object[QStringLiteral("unsure")] = static_cast<qint64>(unsure);
        object[QStringLiteral("own_ranges_known")] = world.knowsOwn;
        object[QStringLiteral("customers")] = array;
        print(object);
    }
    message(ExplainCommandText::tr("%1: %2 of %3 customers of the catalogue may sell it; of %4 more it does "
                                   "not know all that rules ask for.")
                .arg(toQString(products.name(*product)))
                .arg(may)
                .arg(customers.size())
                .arg(unsure));
    if (!world.knowsOwn)
        tellOwnUnknown();
    message(assumption(policy));
    return AllDone;
}

} // namespace

int runExplain(Session& session)
{
    const auto policy = policyOf(session.options());
    if (!policy)
        return complain(policy.error());
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
