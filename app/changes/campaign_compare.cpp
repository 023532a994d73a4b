// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/campaign_compare.h"

#include "core/wire_request.h"

namespace rangedesk {

namespace {

/// Values that a new campaign lacks, joined by commas; empty where there are none.
std::string missingForNew(const CampaignWish& wish)
{
    std::string missing;
    for (const CampaignField field : campaignFields) {
        if (wish[field])
            continue;
        missing += (missing.empty() ? "" : ",") + std::string(campaignFieldName(field));
    }
    return missing;
}

class CampaignComparer
{
public:
    CampaignComparer(Batch& batch, const CampaignSnapshot& campaigns) : m_batch(batch), m_campaigns(campaigns)
    {}

    void compare(std::uint32_t index)
    {
        Row& row = m_batch.rows[index];
        row.base = campaignBaseValue(m_batch, row, m_campaigns);
        if (!row.base.known) {
            row.comparison = Comparison::NotComparable;
            hold(row, RowNote::TwoCampaigns);
            return;
        }
        if (m_batch.kind == ChangeKind::Registrations)
            compareRegistration(row);
        else
            compareCampaign(index, row);
    }

private:
    static void hold(Row& row, RowNote why, std::optional<Comparison> comparison = {})
    {
        row.state = RowState::Held;
        row.note = why;
        row.comparison = comparison.value_or(row.comparison);
    }

    void compareRegistration(Row& row) const
    {
        // Nothing says that it may be sent again (api.md 18), and the query does not tell when it was.
        row.comparison = row.base.present ? Comparison::Same : Comparison::New;
        row.state = row.base.present ? RowState::Unchanged : RowState::NotSent;
        if (row.base.conflicting && m_batch.accepted.contains(indexOf(m_batch, row))) {
            row.comparison = Comparison::Changed;
            row.state = RowState::NotSent;
        } else if (row.base.conflicting) {
            hold(row, RowNote::RegisteredOtherwise, Comparison::Changed);
        }
        // The code goes along: one that the query may have cut has to stand in the sheet.
        const Target& target = m_batch.targets[row.target];
        const bool isTyped = std::any_of(target.cells.begin(), target.cells.end(),
                                         [](const TypedCell& cell) { return cell.by == SelectBy::Code; });
        if (row.state == RowState::NotSent && !isTyped && mayBeCut(CampaignField::Code, target.campaignCode))
            hold(row, RowNote::MaybeCut);
    }

    void compareCampaign(std::uint32_t index, Row& row)
    {
        using Mode = CampaignRow::Mode;
        CampaignRow& campaign = m_batch.campaigns[index];
        const KnownCampaign* known = m_campaigns.find(m_batch.targets[row.target].key);
        campaign.base = known != nullptr ? known->base : nullptr;
        if (known == nullptr && campaign.mode == Mode::ChangeOnly) {
            // A mistyped id must not look like something that is done already.
            const Target& target = m_batch.targets[row.target];
            m_batch.refuse(index, {0,
                                   target.cells.empty() ? std::int16_t{-1} : target.cells.front().column,
                                   RefusalReason::CampaignNotFound,
                                   target.key,
                                   {}});
            return;
        }
        const bool isThereSo = known != nullptr && differences(campaign.wish, *known->base).isEmpty();
        if (known != nullptr && campaign.mode == Mode::NewOnly && !isThereSo) {
            m_batch.refuse(index, {0, -1, RefusalReason::CampaignExists, m_batch.targets[row.target].key,
                                   known->base->edit.name});
            return;
        }
        if (known == nullptr) {
            if (std::string missing = missingForNew(campaign.wish); !missing.empty()) {
                m_batch.refuse(index, {0, -1, RefusalReason::MissingForNew, {}, std::move(missing)});
                return;
            }
            row.comparison = Comparison::New;
        } else {
            const bool same = differences(campaign.wish, *known->base).isEmpty();
            row.comparison = same ? Comparison::Same : Comparison::Changed;
            row.state = same ? RowState::Unchanged : RowState::NotSent;
            if (same)
                return;
        }
        row.state = RowState::NotSent;
        stopAtObstacle(index, row);
        // A change set tells what the server held when it was made.
        const bool moved =
            known == nullptr
                ? campaign.expected.has_value()
                : campaign.expectsAbsent || (campaign.expected && !shows(*known->base, *campaign.expected));
        if (row.state == RowState::NotSent && moved && !m_batch.accepted.contains(index))
            hold(row, RowNote::ChangedMeanwhile);
    }

    void stopAtObstacle(std::uint32_t index, Row& row)
    {
        const CampaignRow& campaign = m_batch.campaigns[index];
        const auto edit = merged(m_batch.targets[row.target].key, campaign.wish, campaign.base.get());
        const auto* obstacle = std::get_if<CampaignObstacle>(&edit);
        if (obstacle == nullptr)
            return;
        switch (obstacle->kind) {
        case CampaignObstacle::Kind::Violation:
            m_batch.refuse(index, refusalOf(obstacle->violation, columnOf(obstacle->violation.field)));
            break;
        case CampaignObstacle::Kind::ServerValue:
            hold(row, RowNote::ServerValue);
            break;
        case CampaignObstacle::Kind::MaybeCut:
            hold(row, RowNote::MaybeCut);
            break;
        case CampaignObstacle::Kind::DepartmentsTooLong:
            hold(row, RowNote::DepartmentsTooLong);
            break;
        case CampaignObstacle::Kind::DepartmentsUntold:
            hold(row, RowNote::DepartmentsUntold);
            break;
        }
    }

    /// The column of a parameter, -1 where the sheet has none.
    std::int16_t columnOf(const std::string& parameter) const
    {
        for (std::size_t i = 0; i < m_batch.sheet.columns.size(); ++i) {
            const auto& role = m_batch.sheet.columns[i].role;
            if (role && role->field == ColumnRole::Field::CampaignValue &&
                parameter == campaignFieldName(role->campaign))
                return static_cast<std::int16_t>(i);
        }
        return -1;
    }

    Batch& m_batch;
    const CampaignSnapshot& m_campaigns;
};

/// The entry of a customer that is not named by its id, through what was read meanwhile.
const RegisteredEntry* registeredEntry(const ProductRef& customer, const KnownCampaign& campaign,
                                       const CampaignSnapshot& campaigns)
{
    std::vector<std::string> keys{customer.key};
    for (const TypedCell& cell : customer.cells) {
        if (cell.by == SelectBy::Id || cell.by == SelectBy::Code || cell.by == SelectBy::Name)
            keys.push_back(std::string(selectBySuffix(cell.by)) + '=' + cell.value);
    }
    // What nothing named when the customer was resolved may be named by now.
    if (customer.by != SelectBy::Id) {
        const CampaignSnapshot::Ids& ids = campaigns.customerIds(customer.by, customer.value);
        if (ids.size() == 1)
            keys.push_back("id=" + *ids.begin());
    } else if (const Snapshot::Label* label = campaigns.customerLabel(customer.value);
               label && !label->code.empty()) {
        keys.push_back("code=" + label->code);
    }
    for (const std::string& key : keys) {
        const auto found = campaign.registered.find(key);
        if (found != campaign.registered.end())
            return &found->second;
    }
    return nullptr;
}

} // namespace

std::uint32_t indexOf(const Batch& batch, const Row& row)
{
    return static_cast<std::uint32_t>(&row - batch.rows.data());
}

BaseValue campaignBaseValue(const Batch& batch, const Row& row, const CampaignSnapshot& campaigns)
{
    const Target& target = batch.targets[row.target];
    BaseValue base;
    if (!target.comparable || !campaigns.isFresh(target.key))
        return base;
    base.known = true;
    const KnownCampaign* known = campaigns.find(target.key);
    if (known == nullptr)
        return base;
    if (batch.kind == ChangeKind::Campaigns) {
        base.present = true;
        base.digest = known->base->digest();
        return base;
    }
    const RegisteredEntry* entry = registeredEntry(batch.products[row.product], *known, campaigns);
    if (entry == nullptr)
        return base;
    const std::uint32_t wish = digestOf(batch.registrations[indexOf(batch, row)].information);
    base.present = true;
    base.digest = entry->holds(wish) ? wish : entry->digest;
    base.conflicting = !entry->others.empty() || entry->digest != wish;
    return base;
}

ReadBack campaignReadBack(const Batch& batch, const Row& row, const CampaignSnapshot& campaigns)
{
    const Target& target = batch.targets[row.target];
    if (!target.comparable || !campaigns.isFresh(target.key))
        return ReadBack::Unclear;
    const KnownCampaign* known = campaigns.find(target.key);
    if (batch.kind == ChangeKind::Registrations) {
        const BaseValue now = campaignBaseValue(batch, row, campaigns);
        const std::uint32_t sent = digestOf(batch.registrations[indexOf(batch, row)].information);
        if (!now.present || now.digest != sent)
            return ReadBack::Differs;
        if (!now.conflicting)
            return ReadBack::Match;
        // It stands among others: what stood there before, or may have, proves nothing.
        const bool mayBeOlder = !row.base.known || (row.base.present && row.base.digest == sent);
        return mayBeOlder ? ReadBack::Unclear : ReadBack::Beside;
    }
    if (known == nullptr)
        return ReadBack::Differs;
    const CampaignRow& campaign = batch.campaigns[indexOf(batch, row)];
    const auto edit = merged(target.key, campaign.wish, campaign.base.get());
    const auto* sent = std::get_if<CampaignEdit>(&edit);
    if (sent == nullptr)
        return ReadBack::Unclear;
    CampaignWish whole;
    for (const CampaignField field : campaignFields)
        whole[field] = valueOf(*sent, field);
    if (!sent->departments.empty())
        whole.departments = CampaignDepartments{sent->departmentsBy, sent->departments};
    if (known->base->hasDepartments)
        return shows(*known->base, whole) ? ReadBack::Match : ReadBack::Differs;
    whole.departments.reset(); // what became of them is not told
    return shows(*known->base, whole) ? ReadBack::Unclear : ReadBack::Differs;
}

void compareCampaignRows(Batch& batch, const CampaignSnapshot& campaigns)
{
    CampaignComparer comparer(batch, campaigns);
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        if (batch.rows[i].state == RowState::Checked && batch.rows[i].primary == noIndex)
            comparer.compare(i);
    }
    // A repeat shares what came of the first; where that is refused, so is it, in the same words.
    const std::vector<const Refusal*> refusals = refusalByRow(batch);
    std::vector<Refusal> shared;
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        Row& row = batch.rows[i];
        if (row.state != RowState::Checked)
            continue;
        const Row& first = batch.rows[row.primary];
        row.comparison = first.comparison;
        row.note = first.note;
        row.base = first.base;
        row.state = first.state;
        if (!batch.campaigns.empty())
            batch.campaigns[i].base = batch.campaigns[row.primary].base;
        if (const Refusal* refusal = refusals[row.primary]; first.state == RowState::Refused && refusal)
            shared.push_back({i, refusal->column, refusal->reason, refusal->value, refusal->detail});
    }
    for (Refusal& refusal : shared)
        batch.refusals.push_back(std::move(refusal));
    batch.sortRefusals();
}

WireRequest campaignRequest(const Batch& batch, const std::vector<std::uint32_t>& rows)
{
    const Row& first = batch.rows[rows.front()];
    const Target& target = batch.targets[first.target];
    if (batch.kind == ChangeKind::Campaigns) {
        const CampaignRow& campaign = batch.campaigns[rows.front()];
        const auto edit = merged(target.key, campaign.wish, campaign.base.get());
        const auto* sent = std::get_if<CampaignEdit>(&edit);
        return toWire(sent != nullptr ? *sent : CampaignEdit{}); // nothing with an obstacle is planned
    }
    Registration registration;
    registration.campaignSourceCode = target.key;
    registration.campaignCode = target.campaignCode;
    registration.customersBy = batch.products[first.product].by;
    registration.registeredTime = batch.registrations[rows.front()].time;
    registration.merchantInformation = batch.registrations[rows.front()].information;
    for (const std::uint32_t row : rows)
        registration.customers.push_back(batch.products[batch.rows[row].product].value);
    return toWire(registration);
}

} // namespace rangedesk
