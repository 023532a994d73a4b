// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/left_behind.h"

#include "changes/campaign_wish.h"
#include "core/text.h"
#include "rules/range_target.h"
#include "rules/rule_comparison.h"

#include <QCoreApplication>
#include <map>

namespace rangedesk {

namespace {

struct TraceText
{
    Q_DECLARE_TR_FUNCTIONS(TraceText)
};

/// A product as a range lists it.
struct Entry
{
    std::string name;
    std::string code;
    std::string supplier; ///< empty: every supplier
    bool mustSell = false;
    bool isNew = false;

    QString words() const
    {
        QStringList words;
        if (mustSell)
            words << TraceText::tr("must-sell");
        if (isNew)
            words << TraceText::tr("new");
        if (words.isEmpty())
            words << TraceText::tr("listed");
        if (!supplier.empty())
            words << TraceText::tr("supplier %1").arg(toQString(supplier));
        return words.join(TraceText::tr(", "));
    }
};

/// The products of a range or customer, whichever of its rules lists them.
struct Place
{
    QString words;
    std::map<std::pair<std::string, std::string>, Entry> entries; ///< by product and supplier
};
using Places = std::map<std::string, Place>;

/// By what stays the same in a copy: ids that were missing are made up there, codes and names are not.
std::string keyOf(std::string_view id, std::string_view code)
{
    return code.empty() ? "id " + std::string(id) : "code " + std::string(code);
}

/// Rules that no request can name are told apart by their words.
std::pair<std::string, QString> placeOf(const SaleRule& rule, bool ofCustomers)
{
    if (readOnlyReason(rule, ofCustomers, {}) == ReadOnly::No) {
        const RangeTarget target = targetOf(rule, ofCustomers);
        return {ofCustomers ? keyOf(rule.customers.front().id, rule.customers.front().code) : target.key(),
                target.sentence()};
    }
    QStringList words;
    for (const RuleField& field : rule.fields)
        words << toQString(field.filterName) + QLatin1Char(' ') + toQString(field.selectedName);
    for (const RuleCustomer& customer : rule.customers)
        words << toQString(customer.code) + QLatin1Char(' ') + toQString(customer.name);
    const QString sentence = words.join(TraceText::tr(" & "));
    return {"words " + toUtf8(sentence), sentence};
}

Places placesOf(const std::vector<const SaleRule*>& rules, bool ofCustomers)
{
    Places places;
    for (const SaleRule* rule : rules) {
        if (rule->isDeleted())
            continue;
        const auto [key, words] = placeOf(*rule, ofCustomers);
        Place& place = places[key];
        place.words = words;
        for (const ListedProduct& product : listedProducts(*rule)) {
            Entry& entry =
                place.entries[{keyOf(product.first->id, product.first->code), std::string(product.supplier)}];
            entry.name = product.first->name;
            entry.code = product.first->code;
            entry.supplier = product.supplier.empty()            ? std::string_view()
                             : product.first->supplyName.empty() ? product.supplier
                                                                 : product.first->supplyName;
            entry.mustSell = entry.mustSell || product.mustSell;
            entry.isNew = entry.isNew || product.isNew;
        }
    }
    return places;
}

/// Calls @p take with what two maps have under each key, nullptr where one has it not, and the newer of both.
template <typename Map, typename Take> void forEachPair(const Map& before, const Map& after, Take take)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        const bool isOld = now == after.end() || (old != before.end() && old->first <= now->first);
        const bool isNow = old == before.end() || (now != after.end() && now->first <= old->first);
        take(isOld ? &old->second : nullptr, isNow ? &now->second : nullptr,
             isNow ? now->second : old->second);
        if (isOld)
            ++old;
        if (isNow)
            ++now;
    }
}

Trace::Kind kindOf(bool wasThere, bool isThere)
{
    return !wasThere ? Trace::Kind::Added : isThere ? Trace::Kind::Changed : Trace::Kind::Removed;
}

void comparePlaces(const Places& before, const Places& after, Trace::List list, std::vector<Trace>& traces)
{
    static const Place nothing;
    forEachPair(before, after, [&](const Place* old, const Place* now, const Place& named) {
        const QString& where = named.words;
        const auto& then = (old != nullptr ? *old : nothing).entries;
        forEachPair(then, (now != nullptr ? *now : nothing).entries,
                    [&](const Entry* was, const Entry* is, const Entry& entry) {
                        const QString wasWords = was != nullptr ? was->words() : QString();
                        const QString isWords = is != nullptr ? is->words() : QString();
                        if (wasWords == isWords)
                            return;
                        traces.push_back({list, kindOf(was != nullptr, is != nullptr), where, entry.name,
                                          entry.code, wasWords, isWords});
                    });
    });
}

struct Registration
{
    std::string name;
    std::string code;
    std::string information;
};

struct CampaignLook
{
    QString words;
    std::map<std::string, std::pair<std::string, std::string>> fields; ///< name and value
    std::map<std::string, Registration> registered;                    ///< by id
};
using Looks = std::map<std::string, CampaignLook>;

Looks looksOf(const std::vector<const Campaign*>& campaigns)
{
    Looks looks;
    for (const Campaign* campaign : campaigns) {
        // The code can be changed, the external id cannot; what two say alike are two.
        std::string key = campaign->sourceCode.empty() ? "code " + std::string(campaign->code)
                                                       : "external " + std::string(campaign->sourceCode);
        while (looks.contains(key))
            key += '\n';
        CampaignLook& look = looks[key];
        look.words = toQString(campaign->name);
        for (const CampaignField field : campaignFields) {
            const std::string value(valueOf(*campaign, field));
            if (!value.empty())
                look.fields[std::string(campaignFieldName(field))] = {std::string(campaignFieldLabel(field)),
                                                                      shownValue(field, value)};
        }
        QStringList departments;
        for (const NamedEntry& department : campaign->departments)
            departments << toQString(department.name);
        if (!departments.isEmpty())
            look.fields["dept"] = {toUtf8(TraceText::tr("Departments")),
                                   toUtf8(departments.join(TraceText::tr(", ")))};
        for (const NamedEntry& one : campaign->registered)
            look.registered[keyOf(one.id, one.code)] = {std::string(one.name), std::string(one.code),
                                                        std::string(one.merchantInformation)};
    }
    return looks;
}

void compareCampaigns(const Looks& before, const Looks& after, std::vector<Trace>& traces)
{
    static const CampaignLook nothing;
    forEachPair(
        before, after, [&](const CampaignLook* was, const CampaignLook* is, const CampaignLook& named) {
            const QString& where = named.words;
            const CampaignLook& old = was != nullptr ? *was : nothing;
            const CampaignLook& now = is != nullptr ? *is : nothing;
            forEachPair(old.fields, now.fields, [&](const auto* then, const auto* field, const auto& either) {
                const QString from = then != nullptr ? toQString(then->second) : QString();
                const QString to = field != nullptr ? toQString(field->second) : QString();
                if (from != to)
                    traces.push_back({Trace::List::Campaigns,
                                      kindOf(was != nullptr, is != nullptr),
                                      where,
                                      either.first,
                                      {},
                                      from,
                                      to});
            });
            forEachPair(old.registered, now.registered,
                        [&](const Registration* then, const Registration* one, const Registration& either) {
                            if (then != nullptr && one != nullptr && then->information == one->information)
                                return;
                            const auto words = [](const Registration* registration) {
                                return registration == nullptr ? QString()
                                       : registration->information.empty()
                                           ? TraceText::tr("registered")
                                           : TraceText::tr("registered: %1")
                                                 .arg(excerpt(registration->information, 60));
                            };
                            traces.push_back({Trace::List::Campaigns, kindOf(then != nullptr, one != nullptr),
                                              where, either.name, either.code, words(then), words(one)});
                        });
        });
}

} // namespace

QString describe(Trace::Kind kind)
{
    switch (kind) {
    case Trace::Kind::Added:
        return TraceText::tr("Added");
    case Trace::Kind::Changed:
        return TraceText::tr("Changed");
    case Trace::Kind::Removed:
        return TraceText::tr("Removed");
    }
    return {};
}

QString describe(Trace::List list)
{
    switch (list) {
    case Trace::List::Ranges:
        return TraceText::tr("Ranges");
    case Trace::List::Customers:
        return TraceText::tr("Customers");
    case Trace::List::Campaigns:
        return TraceText::tr("Campaigns");
    }
    return {};
}

std::vector<Trace> tracesOf(const CompanyState& before, const CompanyState& after)
{
    std::vector<Trace> traces;
    comparePlaces(placesOf(before.rules, false), placesOf(after.rules, false), Trace::List::Ranges, traces);
    comparePlaces(placesOf(before.customerRules, true), placesOf(after.customerRules, true),
                  Trace::List::Customers, traces);
    compareCampaigns(looksOf(before.campaigns), looksOf(after.campaigns), traces);
    return traces;
}

} // namespace rangedesk
