// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_resolve.h"

namespace rangedesk {

MaybeFault resolveCampaign(Target& target, ChangeKind kind, const CampaignSnapshot& campaigns)
{
    const TypedCell* source = cellBy(target.cells, SelectBy::SourceCode);
    const TypedCell* code = cellBy(target.cells, SelectBy::Code);
    target.key = source != nullptr ? source->value : std::string();
    if (source == nullptr) {
        const std::set<std::string> named = campaigns.sourceCodesOf(code->value);
        if (named.empty())
            return NameFault{code->column, RefusalReason::CampaignNotFound, code->value, {}};
        if (named.size() > 1)
            return ambiguous(*code, named.size());
        if (named.begin()->empty())
            return NameFault{code->column, RefusalReason::CampaignUnnamed, code->value, {}};
        target.key = *named.begin();
    }
    target.comparable = !campaigns.isTwice(target.key);
    if (kind == ChangeKind::Campaigns)
        return {};
    const KnownCampaign* known = campaigns.find(target.key);
    if (known == nullptr)
        return NameFault{source != nullptr ? source->column : code->column,
                         RefusalReason::CampaignNotFound,
                         target.key,
                         {}};
    target.campaignCode = known->base->edit.code;
    if (code != nullptr && !showsValue(CampaignField::Code, target.campaignCode, code->value))
        return contradicting(*code, target.campaignCode);
    if (code != nullptr)
        target.campaignCode = code->value; // the query may have cut it
    return {};
}

MaybeFault resolveRegistered(ProductRef& customer, const CampaignSnapshot& campaigns)
{
    const TypedCell& first = customer.cells.front();
    customer.by = first.by;
    customer.value = first.value;
    if (first.by != SelectBy::Id) {
        const CampaignSnapshot::Ids& ids = campaigns.customerIds(first.by, first.value);
        if (ids.size() > 1)
            return ambiguous(first, ids.size());
        // A name may be another customer's as well, and this write cannot be taken back (decisions 6).
        if (ids.empty() && first.by == SelectBy::Name)
            return NameFault{first.column, RefusalReason::CustomerNotFound, first.value, {}};
        if (ids.size() == 1) {
            customer.by = SelectBy::Id;
            customer.value = *ids.begin();
        }
    }
    customer.key = std::string(selectBySuffix(customer.by)) + '=' + customer.value;
    return customer.by == SelectBy::Id ? disagreement(customer.cells, campaigns.customerLabel(customer.value))
                                       : MaybeFault();
}

} // namespace rangedesk
