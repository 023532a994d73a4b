// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_commands.h"

#include "changes/rule_reader.h"
#include "core/campaign_counts.h"
#include "core/rule_key.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "core/wire_request.h"
#include "openapi/call.h"
#include "output.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>
#include <unordered_map>

namespace rangedesk::cli {

namespace {

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(QueryText)
};

using Pairs = std::initializer_list<std::pair<const char*, std::string_view>>;

/// Empty texts are printed too: what was decoded is what is shown.
QJsonObject object(Pairs pairs)
{
    QJsonObject result;
    for (const auto& [name, value] : pairs)
        result[QLatin1String(name)] = toQString(value);
    return result;
}

QJsonArray entries(const std::vector<NamedEntry>& list, bool withSource, bool withInformation)
{
    QJsonArray array;
    for (const NamedEntry& entry : list) {
        QJsonObject item = object({{"id", entry.id}, {"code", entry.code}, {"name", entry.name}});
        if (withSource)
            item[QStringLiteral("source_code")] = toQString(entry.sourceCode);
        if (withInformation)
            item[QStringLiteral("merchant_information")] = toQString(entry.merchantInformation);
        array.append(item);
    }
    return array;
}

QJsonObject campaignObject(const Campaign& c)
{
    QJsonObject item = object({{"activity_source_code", c.sourceCode},
                               {"activity_code", c.code},
                               {"activity_type_code", c.typeCode},
                               {"activity_type_name", c.typeName},
                               {"activity_name", c.name},
                               {"start_date", c.startDate},
                               {"end_date", c.endDate},
                               {"event_status", c.eventStatus},
                               {"event_information", c.eventInformation},
                               {"register_url", c.registerUrl}});
    item[QStringLiteral("belong_dept")] = entries(c.departments, false, false);
    item[QStringLiteral("override_customer")] = entries(c.covered, true, false);
    item[QStringLiteral("invited_customer")] = entries(c.notified, true, false);
    item[QStringLiteral("registered_customer")] = entries(c.registered, true, true);
    return item;
}

QJsonObject ruleObject(const SaleRule& rule, bool ofCustomer)
{
    QJsonObject item = object({{"id", rule.id},
                               {"status", rule.status},
                               {"create_time", rule.createTime},
                               {"modify_time", rule.modifyTime},
                               {"sku_num", rule.skuNum}});
    QJsonArray fields;
    for (const RuleField& field : rule.fields)
        fields.append(object({{"filter_code", field.filterCode},
                              {"filter_name", field.filterName},
                              {"selected_id", field.selectedId},
                              {"selected_code", field.selectedCode},
                              {"selected_name", field.selectedName}}));
    item[QStringLiteral("salesRangeCusFields")] = fields;
    if (ofCustomer) {
        QJsonArray customers;
        for (const RuleCustomer& customer : rule.customers)
            customers.append(
                object({{"cm_id", customer.id}, {"cm_code", customer.code}, {"cm_name", customer.name}}));
        item[QStringLiteral("salesRangeCuss")] = customers;
    }
    QJsonArray products;
    for (const RuleProduct& product : rule.products) {
        QJsonObject entry = object({{"product_id", product.id},
                                    {"product_code", product.code},
                                    {"product_name", product.name},
                                    {"is_must_sale", product.mustSell ? "1" : "0"},
                                    {"is_new", product.isNew ? "1" : "0"}});
        if (ofCustomer) {
            entry[QStringLiteral("supply_id")] = toQString(product.supplyId);
            entry[QStringLiteral("supply_name")] = toQString(product.supplyName);
        }
        products.append(entry);
    }
    item[QStringLiteral("salesRangeProducts")] = products;
    return item;
}

QString statusWord(std::string_view status)
{
    if (status == "1")
        return QueryText::tr("online");
    if (status == "2")
        return QueryText::tr("suspended");
    return status == "3" ? QueryText::tr("ended") : toQString(status);
}

std::string filter(const Options& options, const char* name)
{
    return toUtf8(options.filters.value(QLatin1String(name)));
}

/// The first filter that the vendor's tables do not allow, under the name of its option.
std::optional<Error> faultOf(const WireRequest& query)
{
    const std::vector<Violation> violations = validate(query);
    if (violations.empty())
        return std::nullopt;
    const Violation& first = violations.front();
    return Error{ErrorKind::Usage,
                 QueryText::tr("--%1 \"%2\": %3")
                     .arg(toQString(first.field).replace(QLatin1Char('_'), QLatin1Char('-')),
                          excerpt(first.value), describe(first)),
                 {},
                 {},
                 {}};
}

int campaigns(Session& session, Connection& connection)
{
    const Options& options = session.options();
    CampaignQuery query;
    query.sourceCode = filter(options, "activity_source_code");
    query.code = filter(options, "activity_code");
    query.beforeCreateTime = filter(options, "before_create_time");
    query.afterCreateTime = filter(options, "after_create_time");
    query.beforeModifyTime = filter(options, "before_modify_time");
    query.afterModifyTime = filter(options, "after_modify_time");
    query.typeCode = filter(options, "activity_type_code");
    if (const auto fault = faultOf(toWire(query)))
        return complain(*fault);
    auto list = queryCampaigns(connection, query, {&session.control().stop, limits::retryPauses});
    if (!list)
        return complain(list.error());
    QJsonArray array;
    CatalogueNews news;
    for (const Campaign& campaign : list->items) {
        news.add(campaign);
        const CampaignCounts counts = countsOf(campaign);
        if (options.json)
            array.append(campaignObject(campaign));
        else
            print(QueryText::tr("%1\t%2\t%3\t%4 – %5\tcovered %6, notified %7, registered %8")
                      .arg(toQString(campaign.code), toQString(campaign.name),
                           statusWord(campaign.eventStatus), toQString(campaign.startDate),
                           toQString(campaign.endDate))
                      .arg(counts.covered)
                      .arg(counts.notified)
                      .arg(counts.registered));
    }
    if (options.json)
        print(QJsonObject{{QStringLiteral("campaigns"), array}});
    else
        message(QueryText::tr("%1 campaigns").arg(list->items.size()));
    teachCatalogue(session, std::move(news));
    return AllDone;
}

int dimensions(Session& session, Connection& connection)
{
    auto list = queryDimensions(connection, {&session.control().stop, limits::retryPauses});
    if (!list)
        return complain(list.error());
    QJsonArray array;
    for (const EnabledDimension& dimension : list->items) {
        const bool writable = dimensionOfFilterCode(dimension.filterCode).has_value();
        if (session.options().json)
            array.append(
                object({{"filter_code", dimension.filterCode}, {"filter_name", dimension.filterName}}));
        else
            print(toQString(dimension.filterCode) + QLatin1Char('\t') + toQString(dimension.filterName) +
                  (writable ? QString() : QueryText::tr("\t(not known to this program: cannot be written)")));
    }
    if (session.options().json)
        print(QJsonObject{{QStringLiteral("dimensions"), array}});
    return AllDone;
}

QString ruleLine(const SaleRule& rule)
{
    QStringList parts;
    for (const RuleField& field : rule.fields)
        parts << toQString(field.filterName) + QStringLiteral(" = ") + toQString(field.selectedName);
    for (const RuleCustomer& customer : rule.customers)
        parts << toQString(customer.code) + QLatin1Char(' ') + toQString(customer.name);
    std::set<std::string_view> distinct;
    for (const RuleProduct& product : rule.products)
        distinct.insert(product.id);
    QString line =
        QueryText::tr("%1\t%2\t%3\t%4 products")
            .arg(toQString(rule.id), rule.isDeleted() ? QueryText::tr("deleted") : QueryText::tr("in force"),
                 parts.join(QStringLiteral("; ")))
            .arg(distinct.size());
    if (rule.products.size() > distinct.size())
        line += QueryText::tr(", %1 repeats").arg(rule.products.size() - distinct.size());
    if (toQString(rule.skuNum).toLongLong() > static_cast<qlonglong>(distinct.size()))
        line +=
            QueryText::tr(", the server counts %1: the list may be cut short").arg(toQString(rule.skuNum));
    return line;
}

/// The rules of all pages, each once, as it was told last.
class ListedRules
{
public:
    ListedRules(bool asJson, bool ofCustomer) : m_asJson(asJson), m_ofCustomer(ofCustomer) {}

    /// @returns whether any was new
    bool take(const RuleList& page)
    {
        const std::size_t before = m_places.size();
        for (const SaleRule& rule : page.items) {
            m_news.add(rule);
            const auto [place, isNew] = m_places.emplace(ruleKey(rule), m_places.size());
            const auto at = static_cast<qsizetype>(place->second);
            if (m_asJson && isNew)
                m_objects.append(ruleObject(rule, m_ofCustomer));
            else if (m_asJson)
                m_objects.replace(at, ruleObject(rule, m_ofCustomer));
            else if (isNew)
                m_lines.append(ruleLine(rule));
            else
                m_lines[at] = ruleLine(rule);
        }
        return m_places.size() > before;
    }
    /// What the catalogue learns of them.
    CatalogueNews takeNews() { return std::exchange(m_news, CatalogueNews()); }
    void tell() const
    {
        if (m_asJson) {
            print(QJsonObject{{QStringLiteral("rules"), m_objects}});
            return;
        }
        for (const QString& line : m_lines)
            print(line);
        message(QueryText::tr("%1 rules").arg(m_places.size()));
    }

private:
    bool m_asJson;
    bool m_ofCustomer;
    CatalogueNews m_news;
    std::unordered_map<std::string, std::size_t> m_places;
    QJsonArray m_objects;
    QStringList m_lines;
};

int rules(Session& session, Connection& connection, Operation operation)
{
    const Options& options = session.options();
    RuleQuery query;
    query.startCreateDate = filter(options, "start_create_date");
    query.endCreateDate = filter(options, "end_create_date");
    query.startModifyDate = filter(options, "start_modify_date");
    query.endModifyDate = filter(options, "end_modify_date");
    const bool onePage = options.filters.contains(QStringLiteral("page_number"));
    if (onePage)
        query.pageNumber = options.filters[QStringLiteral("page_number")].toInt();
    if (options.filters.contains(QStringLiteral("page_length")))
        query.pageLength = options.filters[QStringLiteral("page_length")].toInt();
    for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name, SelectBy::SourceCode}) {
        const std::string value = filter(options, ("cm_" + std::string(selectBySuffix(by))).c_str());
        if (!value.empty() && !query.customer)
            query.customer = CustomerSelector{by, value};
    }
    if (const auto fault = faultOf(toWire(operation, query)))
        return complain(*fault);
    const bool ofCustomer = operation == Operation::GetSaleRangeCusPds;
    ListedRules listed(options.json, ofCustomer);
    ReadControl control{&session.control().stop, limits::retryPauses};
    if (options.filters.isEmpty()) {
        // The same rule can come on two pages, and slip between them while it is read.
        RuleReader reader(connection, ofCustomer ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts,
                          std::move(control), {});
        if (auto done = reader.readList({}, [&listed](const RuleList& page) { listed.take(page); }); !done)
            return complain(done.error());
        listed.tell();
        teachCatalogue(session, listed.takeNews());
        return AllDone;
    }
    for (;; ++query.pageNumber) {
        auto page = queryRules(connection, operation, query, control);
        if (!page)
            return complain(page.error());
        const bool isFresh = listed.take(*page);
        if (onePage || !isFresh || page->items.size() < static_cast<std::size_t>(query.pageLength))
            break;
    }
    listed.tell();
    teachCatalogue(session, listed.takeNews());
    return AllDone;
}

} // namespace

int runQuery(Session& session)
{
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    session.watchInterrupts();
    const QString& command = session.options().command;
    int code = AllDone;
    if (command == QLatin1String("campaigns"))
        code = campaigns(session, **connection);
    else if (command == QLatin1String("dimensions"))
        code = dimensions(session, **connection);
    else
        code = rules(session, **connection,
                     command == QLatin1String("rules") ? Operation::GetSaleRangePds
                                                       : Operation::GetSaleRangeCusPds);
    session.tellClock();
    return code;
}

} // namespace rangedesk::cli
