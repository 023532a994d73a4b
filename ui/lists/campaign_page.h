// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_editor.h"
#include "lists/list_page.h"
#include "models/campaign_rows.h"

#include <QFormLayout>

namespace rangedesk::ui {

/// The campaigns, with the facts of the chosen one beside them.
class CampaignPage : public ListPage
{
    Q_OBJECT
public:
    CampaignPage(Desk& desk, QWidget* parent);

    void create();
    void edit();
    void duplicate();
    void review();
    void shown() override;

Q_SIGNALS:
    /// Changes to be compared and reviewed.
    void changed(const rangedesk::FollowUp& set);
    /// The campaigns were read.
    void campaignsRead(const std::shared_ptr<const rangedesk::CampaignRows>& campaigns);
    /// The registrations of this one are to be reviewed.
    void reviewWanted(const rangedesk::ListItem<rangedesk::Campaign>& campaign);

protected:
    Texts texts() const override;
    void startReading(const std::shared_ptr<ReadingProgress>& progress,
                      const std::optional<QDateTime>& since) override;
    bool startLoading() override;
    void showDetail(int row) override;
    std::vector<EquationBar::Term> facetTerms() const override;

private:
    QWidget* makeDetail();
    void addButtons();
    void showButtons();
    void showRead(const std::shared_ptr<const CampaignRows>& rows);
    void open(CampaignEditor::Mode mode, std::vector<CampaignBase> bases, const KeptEdit* kept = nullptr);
    std::vector<CampaignBase> chosen() const;
    CampaignChoices choices() const;
    void offerKept();

    CampaignModel* m_campaigns;
    std::shared_ptr<const CampaignRows> m_newest; ///< as read last; the model may still be at it
    QPushButton* m_new = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_review = nullptr;
    bool m_hasLookedForKept = false;
    QLabel* m_title = nullptr;
    QFormLayout* m_facts = nullptr;
    QLabel* m_information = nullptr;
    QLabel* m_informationTitle = nullptr;
};

} // namespace rangedesk::ui
