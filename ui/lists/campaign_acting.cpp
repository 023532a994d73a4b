// SPDX-License-Identifier: GPL-3.0-or-later
// What CampaignPage does with the campaigns that are chosen: the form, registrations, review, side by side.
#include "campaigns/campaign_editor.h"
#include "campaigns/edit_keeper.h"
#include "campaigns/registration_dialog.h"
#include "common/dialogs.h"
#include "core/text.h"
#include "lists/campaign_page.h"
#include "pickers/picker_dialog.h"
#include "registrations/campaign_comparison.h"

#include <QApplication>

namespace rangedesk::ui {

/// An edit that was not finished, such as at a crash. One that changes campaigns waits until they are known.
void CampaignPage::offerKept()
{
    if (m_hasLookedForKept || m_desk.data() == nullptr || QApplication::activeModalWidget() != nullptr)
        return;
    const auto kept = keptEdit(*m_desk.data(), m_desk.scope());
    if (!kept || kept->mode == CampaignEditor::Mode::New || m_newest)
        (void)settleKept();
}

CampaignPage::Kept CampaignPage::settleKept()
{
    const auto kept = keptEdit(*m_desk.data(), m_desk.scope());
    if (kept && kept->mode == CampaignEditor::Mode::Many && !m_newest)
        return Kept::Waits;
    m_hasLookedForKept = true;
    if (!kept)
        return Kept::None;
    const std::string& first = kept->campaigns.empty() ? std::string() : kept->campaigns.front();
    const bool isMany = kept->mode == CampaignEditor::Mode::Many;
    const QString name = toQString(kept->wish[CampaignField::Name].value_or(first));
    const int answer = dialogs().ask(
        this,
        {tr("Go on with an edit?"),
         isMany ? tr("The edit of %1 campaigns was neither posted nor given up.").arg(kept->campaigns.size())
                : tr("The edit of \"%1\" was neither posted nor given up.").arg(name),
         {{tr("Give it up")}, {tr("Go on"), "primary"}},
         1});
    if (answer != 1) {
        if (const auto forgotten = forgetEdit(*m_desk.data(), m_desk.scope()); !forgotten)
            Q_EMIT told(Mark::Warning, forgotten.error().text());
        return Kept::None;
    }
    // As a new one it brings all its values; of those to change the server's copies are needed beside it.
    std::vector<CampaignBase> bases;
    if (kept->mode != CampaignEditor::Mode::New) {
        const std::set<std::string> wanted(kept->campaigns.begin(), kept->campaigns.end());
        for (std::uint32_t row = 0; m_newest && row < m_newest->size(); ++row) {
            if (wanted.contains(std::string(m_newest->campaign(row).sourceCode)))
                bases.push_back(CampaignBase::of(m_newest->campaign(row)));
        }
        if (!isMany && bases.empty()) { // the editor reads it, or finds that it is gone
            bases.emplace_back();
            bases.back().edit.sourceCode = first;
        }
    }
    if (isMany && bases.empty())
        Q_EMIT told(Mark::Warning, tr("None of these campaigns is in the list any more."));
    else
        open(kept->mode, std::move(bases), &*kept);
    return Kept::WentOn;
}

std::vector<std::uint32_t> CampaignPage::chosenRows() const
{
    std::vector<std::uint32_t> chosen;
    for (const int row : m_table->selectedRows()) {
        if (m_campaigns->rows() && row < m_campaigns->rowCount())
            chosen.push_back(m_campaigns->sourceRow(row));
    }
    return chosen;
}

std::vector<CampaignBase> CampaignPage::chosen() const
{
    std::vector<CampaignBase> bases;
    const auto rows = m_campaigns->rows();
    for (const std::uint32_t row : chosenRows())
        bases.push_back(CampaignBase::of(rows->campaign(row)));
    return bases;
}

/// Gathered once for each list that is read; the campaigns themselves stay where they are.
const std::shared_ptr<const CampaignValues>& CampaignPage::campaignValues()
{
    const auto rows = m_newest ? m_newest : m_campaigns->rows();
    if (m_campaignValues && m_knownOf.lock() == rows)
        return m_campaignValues;
    std::map<std::string_view, std::string_view> types;
    std::map<std::pair<std::string_view, std::string_view>, const NamedEntry*> departments;
    for (std::uint32_t row = 0; rows && row < rows->size(); ++row) {
        const Campaign& campaign = rows->campaign(row);
        types[campaign.typeCode] = campaign.typeName;
        for (const NamedEntry& department : campaign.departments)
            departments[{department.code, department.id}] = &department;
    }
    auto known = std::make_shared<CampaignValues>();
    for (const auto& [code, name] : types)
        known->types.emplace_back(toQString(code), toQString(name));
    for (const auto& [key, department] : departments)
        known->departments.push_back(
            {std::string(department->id), std::string(department->code), std::string(department->name)});
    m_knownOf = rows;
    m_campaignValues = std::move(known);
    return m_campaignValues;
}

CampaignChoices CampaignPage::choices()
{
    return {campaignValues(), [this] {
                return PickerDialog::pick(
                    m_desk, {entryKind(Dimension::Department), tr("Departments of the campaign")},
                    QApplication::activeModalWidget());
            }};
}

void CampaignPage::create()
{
    open(CampaignEditor::Mode::New, {});
}

void CampaignPage::duplicate()
{
    if (auto bases = chosen(); bases.size() == 1)
        open(CampaignEditor::Mode::New, std::move(bases));
}

void CampaignPage::review()
{
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.size() == 1 && m_campaigns->rows() && rows.front() < m_campaigns->rowCount())
        Q_EMIT reviewWanted(m_campaigns->rows()->item(m_campaigns->sourceRow(rows.front())), m_shownReadAt);
}

void CampaignPage::registerCustomers()
{
    const std::vector<int> rows = m_table->selectedRows();
    showButtons();
    if (rows.size() != 1 || !m_campaigns->rows() || rows.front() >= m_campaigns->rowCount())
        return;
    if (!m_register->isEnabled()) {
        Q_EMIT told(Mark::Warning, m_register->toolTip());
        return;
    }
    RegistrationDialog dialog(m_desk, m_campaigns->rows()->item(m_campaigns->sourceRow(rows.front())),
                              window());
    if (dialog.exec() == QDialog::Accepted)
        tell(dialog.changes());
}

void CampaignPage::compare()
{
    const auto rows = m_campaigns->rows();
    std::vector<ListItem<Campaign>> campaigns;
    for (const std::uint32_t row : chosenRows())
        campaigns.push_back(rows->item(row));
    if (campaigns.size() >= 2 && campaigns.size() <= mostCompared)
        Q_EMIT comparisonWanted(campaigns);
    else
        Q_EMIT told(Mark::Warning, tr("Choose 2 to %1 campaigns, with Ctrl or Shift.").arg(mostCompared));
}

void CampaignPage::tell(const Result<FollowUp>& set)
{
    if (set)
        Q_EMIT changed(*set);
    else
        Q_EMIT told(Mark::Refused, set.error().text());
}

void CampaignPage::edit()
{
    showButtons();
    auto bases = chosen();
    QStringList left;
    std::erase_if(bases, [&left](const CampaignBase& base) {
        if (base.edit.sourceCode.empty())
            left << toQString(base.edit.name);
        return base.edit.sourceCode.empty();
    });
    if (bases.empty()) {
        if (!left.isEmpty())
            Q_EMIT told(Mark::Warning, notEditable());
        return;
    }
    if (!left.isEmpty())
        Q_EMIT told(Mark::Warning, tr("Left out, for they have no external id: %1")
                                       .arg(left.mid(0, 5).join(tr(", ")) +
                                            (left.size() > 5 ? QStringLiteral("…") : QString())));
    const auto mode = bases.size() > 1 ? CampaignEditor::Mode::Many : CampaignEditor::Mode::Edit;
    open(mode, std::move(bases));
}

void CampaignPage::open(CampaignEditor::Mode mode, std::vector<CampaignBase> bases, const KeptEdit* kept)
{
    if (!m_desk.isOpen()) { // an edit could neither be kept nor compared
        Q_EMIT told(Mark::Warning,
                    tr("There is no connection yet: campaigns can be edited as soon as there is."));
        return;
    }
    // One that was not finished is settled first: there is room for one.
    const Kept earlier = kept == nullptr && !m_hasLookedForKept ? settleKept() : Kept::None;
    if (earlier == Kept::Waits)
        Q_EMIT told(Mark::Warning, tr("An edit of several campaigns was neither posted nor given up. It is "
                                      "offered as soon as the campaigns are read (F5)."));
    if (earlier != Kept::None)
        return;
    CampaignEditor editor(m_desk, mode, std::move(bases), choices(), window());
    if (kept != nullptr)
        editor.restore(*kept);
    const int result = editor.exec();
    if (result == QDialog::Accepted)
        tell(editor.changes());
    if (const auto& problem = editor.keepProblem())
        Q_EMIT told(Mark::Warning, problem->text());
}

} // namespace rangedesk::ui
