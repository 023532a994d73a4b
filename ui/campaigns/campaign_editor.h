// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_form.h"
#include "campaigns/edit_keeper.h"
#include "changes/follow_up.h"
#include "session/desk.h"

#include <QDialog>
#include <QPushButton>
#include <QTimer>

namespace rangedesk::ui {

/// Creates a campaign, changes one, or several at once. What it gives is a change set like any other:
/// compared with the server, reviewed and posted in the bulk workspace. An edit that is not finished is kept
/// over a crash.
class CampaignEditor : public QDialog
{
    Q_OBJECT
public:
    using Mode = CampaignForm::Mode;

    /// @param bases the campaigns as the list shows them: one to change or to copy, or several
    CampaignEditor(Desk& desk, Mode mode, std::vector<CampaignBase> bases, CampaignChoices choices,
                   QWidget* parent);
    ~CampaignEditor() override;

    /// Goes on with what was kept.
    void restore(const KeptEdit& edit);
    CampaignForm* form() const { return m_form; }
    QPushButton* goOnButton() const { return m_goOn; }
    /// @pre accepted
    Result<FollowUp> changes() const;

    void reject() override;

private:
    void showChanges();
    void keep();
    /// What differs from a campaign as the list shows it.
    CampaignWish differing(const CampaignBase& base) const;
    QString title() const;

    Desk& m_desk;
    Mode m_mode;
    std::vector<CampaignBase> m_bases;
    CampaignForm* m_form;
    QLabel* m_differences;
    QLabel* m_hint;
    QPushButton* m_goOn;
    QTimer m_keepTimer;
    bool m_isTouched = false;
};

} // namespace rangedesk::ui
