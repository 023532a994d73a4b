// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_form.h"
#include "campaigns/edit_keeper.h"
#include "campaigns/merge_cards.h"
#include "changes/follow_up.h"
#include "session/desk.h"
#include "session/list_reader.h"

#include <QDialog>
#include <QPointer>
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
    MergeCards* mergeCards() const { return m_merge; }
    bool isReading() const { return m_reading != nullptr; }
    /// Why the edit is not on disk as it was when the form closed; nothing where it is.
    const std::optional<Error>& keepProblem() const { return m_keepProblem; }
    /// @pre accepted
    Result<FollowUp> changes() const;

    void accept() override;
    void reject() override;

private:
    /// Before an edit leaves this dialog the campaign is read again.
    void goOn();
    void readAgain();
    struct ReadAgain
    {
        std::optional<Error> problem;
        std::optional<CampaignBase> now; ///< nothing: the server has it no more
    };
    void take(ReadAgain read);
    void takeDecision(const MovedValue& value, bool isMine);
    void noteHandMade();
    void offerNew();
    void makeSide(QHBoxLayout* row);
    void showChanges();
    QStringList changesOfOne(const CampaignBase& base, bool& changes) const;
    KeptEdit edit() const;
    QString nameOfSet() const;
    void keep();
    void tellKept(const std::optional<Error>& problem);
    /// What differs from a campaign as the list shows it.
    CampaignWish differing(const CampaignBase& base) const;
    QString title() const;

    Desk& m_desk;
    Mode m_mode;
    std::vector<CampaignBase> m_bases;
    CampaignForm* m_form;
    Note* m_gone = nullptr; ///< the campaign is not on the server any more
    MergeCards* m_merge = nullptr;
    CampaignWish m_mine; ///< as it was when the others' changes came
    std::shared_ptr<ReadingProgress> m_reading;
    QString m_readProblem;
    std::optional<KeptEdit> m_restored; ///< waits until the campaign is read that it changes
    bool m_isDeciding = false;          ///< a decision is being put into the form
    QPointer<QWidget> m_focused;        ///< when the reading began
    QLabel* m_differences = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_goOn = nullptr;
    QTimer m_keepTimer;
    EditKeeper m_keeper;
    std::optional<Error> m_keepProblem;
    Note* m_unkept = nullptr; ///< the edit could not be kept
    bool m_isTouched = false;
};

} // namespace rangedesk::ui
