// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_editor.h"
#include "campaigns/time_line.h"
#include "lists/list_page.h"
#include "models/campaign_rows.h"
#include "session/campaign_queries.h"

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
    /// Reports customers as registered for the chosen campaign.
    void registerCustomers();
    /// Shows the chosen campaigns side by side.
    void compare();
    /// Asks the server for a part of the campaigns.
    void query();
    void ask(const CampaignQuery& query);
    void showAll();
    /// Campaigns that jobs wrote, by external id: the next reading asks for them, whatever their time of
    /// change says.
    void noteWritten(const std::set<std::string>& written);
    /// The same, and reads at once where anything was read.
    void refreshWritten(const std::set<std::string>& written);
    void shown() override;

Q_SIGNALS:
    /// A sheet of campaigns or of registrations is to be opened.
    void sheetWanted(rangedesk::ChangeKind kind);
    /// An empty sheet with the headings of a kind is to be written.
    void templateWanted(const QString& kindName);
    /// These are to be shown side by side.
    void comparisonWanted(const std::vector<rangedesk::ListItem<rangedesk::Campaign>>& campaigns);
    /// Changes to be compared and reviewed.
    void changed(const rangedesk::FollowUp& set);
    /// The campaigns were read.
    void campaignsRead(const std::shared_ptr<const rangedesk::CampaignRows>& campaigns,
                       const QDateTime& readAt);
    /// The registrations of this one are to be reviewed.
    void reviewWanted(const rangedesk::ListItem<rangedesk::Campaign>& campaign, const QDateTime& readAt);

protected:
    Texts texts() const override;
    void startReading(const std::shared_ptr<ReadingProgress>& progress,
                      const std::optional<QDateTime>& since) override;
    bool startLoading() override;
    void showDetail(int row) override;
    std::vector<EquationBar::Term> facetTerms() const override;
    QString partText() const override;

private:
    QWidget* makeDetail();
    void addTimeLine();
    void setTimeLine(bool on);
    void fillTimeLine();
    void addButtons();
    static QString notEditable();
    void makeSheetMenu();
    void showButtons();
    void showChosenCount();
    void showRead(const std::shared_ptr<const CampaignRows>& rows, const QDateTime& readAt);
    void makeQueryStrip();
    void showQuery();
    void startQuery(const std::shared_ptr<ReadingProgress>& progress);
    void tell(const Result<FollowUp>& set);
    void open(CampaignEditor::Mode mode, std::vector<CampaignBase> bases, const KeptEdit* kept = nullptr);
    /// Rows of the source.
    std::vector<std::uint32_t> chosenRows() const;
    std::vector<CampaignBase> chosen() const;
    CampaignChoices choices();
    const std::shared_ptr<const CampaignValues>& campaignValues();
    void offerKept();
    enum class Kept : std::uint8_t {
        None,   ///< or given up by now
        WentOn, ///< it was shown in the form
        Waits,  ///< until the campaigns are known
    };
    Kept settleKept();

    CampaignModel* m_campaigns;
    std::shared_ptr<const CampaignRows> m_newest; ///< as read last; the model may still be at it
    std::shared_ptr<const CampaignValues> m_campaignValues;
    std::weak_ptr<const CampaignRows> m_knownOf; ///< the rows that name them
    QDateTime m_newestReadAt;                    ///< UTC
    QDateTime m_shownReadAt;                     ///< UTC
    std::optional<CampaignQuery> m_query;        ///< what is to be shown alone
    std::set<std::string> m_written;             ///< external ids, to be read again
    QDateTime m_queriedAt;                       ///< invalid while it was not answered
    Note* m_strip = nullptr;
    QPushButton* m_queryButton = nullptr;
    TimeLine* m_timeLine = nullptr;
    QPushButton* m_asList = nullptr;
    QPushButton* m_asTimeLine = nullptr;
    QPushButton* m_new = nullptr;
    Note* m_fixed = nullptr; ///< why the chosen one cannot be edited
    QPushButton* m_sheets = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_review = nullptr;
    QPushButton* m_register = nullptr;
    QPushButton* m_compare = nullptr;
    bool m_hasLookedForKept = false;
    QLabel* m_title = nullptr;
    QFormLayout* m_facts = nullptr;
    QLabel* m_information = nullptr;
    QLabel* m_informationTitle = nullptr;
};

} // namespace rangedesk::ui
