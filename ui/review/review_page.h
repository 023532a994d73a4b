// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/page.h"
#include "common/table_view.h"
#include "models/campaign_rows.h"
#include "models/review_counts.h"
#include "review/filter_chips.h"
#include "review/merchant_card.h"
#include "review/review_charts.h"
#include "session/desk.h"

#include <QComboBox>
#include <QSplitter>
#include <QStackedWidget>

namespace rangedesk::ui {

/// Who registered for a campaign: the funnel and the overlaps of its three lists, each a filter; the
/// customers; and a card on which one decides about them.
class ReviewPage : public Page
{
    Q_OBJECT
public:
    ReviewPage(Desk& desk, QWidget* parent);
    ~ReviewPage() override;

    /// The campaigns to choose from. @param readAt when they were read, UTC
    void setCampaigns(const std::shared_ptr<const CampaignRows>& campaigns, const QDateTime& readAt);
    /// Opens one of them for review.
    void open(const ListItem<Campaign>& campaign, const QDateTime& readAt);

    std::vector<QWidget*> panes() const override;
    void find() override;
    /// Downloads the campaign again; what is new, gone or changed since is shown.
    void refresh() override;
    void shown() override;
    void resizeEvent(QResizeEvent* event) override;
    bool isWorking() const { return m_building > 0 || m_reading != nullptr; }
    ReviewState& state() { return m_state; }
    TableView* table() const { return m_table; }
    ReviewModel* model() const { return m_model; }
    OverlapChart* overlaps() const { return m_overlaps; }
    FilterChips* chips() const { return m_chips; }
    QLineEdit* searchField() const { return m_search; }
    /// The next customer that is not decided on, of those that are shown.
    void nextUndecided();
    void decide(ReviewDecision decision);
    /// Asks for the decision, with this one chosen at first, and for a reason.
    void decideAllShown(ReviewDecision decision);
    void exportList();

Q_SIGNALS:
    /// Campaigns are read on their own page.
    void campaignsWanted();

private:
    QWidget* makePictures();
    QWidget* makeList();
    void addKeys();
    void showPictures();
    void setTexts();
    void showChoice();
    void take(ReviewState::Prepared prepared);
    void build(const ListItem<Campaign>& campaign, const QDateTime& readAt);
    void showDownloaded();
    void showWork();
    void showState();
    void showRows();
    void showFields();
    void showCounts();
    void showProgress();
    void showCurrent(int row);
    void showFilter();
    void showSince();
    void setOverlap(std::uint32_t overlap);
    std::uint32_t facets() const;
    const ReviewCounts::Field* shownField() const;
    void showOthers();
    void clearFilter();
    void countFields();
    void lookUpFacts();
    void showBreakdown();
    std::vector<std::uint32_t> chosenRows() const;
    void showChosen();
    void goTo(std::uint32_t row);
    void goToKey(const std::string& customer);
    bool isTypingElsewhere() const;

    Desk& m_desk;
    ReviewState m_state;
    std::shared_ptr<const CampaignRows> m_campaigns;
    QDateTime m_campaignsReadAt;
    ListItem<Campaign> m_campaign; ///< under review
    /// What was downloaded again here last, while it is younger than the list above.
    struct Fresh
    {
        std::string key;
        ListItem<Campaign> campaign;
        QDateTime readAt;
    };
    std::optional<Fresh> m_fresh;
    bool m_isNewFilter = false;
    int m_building = 0;
    std::shared_ptr<const EntryList> m_lookedUp; ///< the customers that facts are of, or will be
    std::shared_ptr<std::atomic<bool>> m_abandonBuild;
    std::shared_ptr<std::atomic<bool>> m_abandonCount;
    std::shared_ptr<ReadingProgress> m_reading;
    QThreadPool m_counter; ///< filters never wait behind it
    std::uint32_t m_overlapFacets = ReviewRows::AnyRegistered;
    std::uint32_t m_otherFacets = 0;
    ReviewCounts m_counts;

    PageHead* m_head = nullptr;
    QComboBox* m_choice = nullptr;
    QLabel* m_progressText = nullptr;
    SegmentedBar* m_progress = nullptr;
    QPushButton* m_refresh = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_export = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatePanel* m_empty = nullptr;
    Note* m_since = nullptr;
    QWidget* m_pictures = nullptr;
    QPushButton* m_picturesToggle = nullptr; ///< in a narrow window, which has no room for them
    FunnelChart* m_funnel = nullptr;
    OverlapChart* m_overlaps = nullptr;
    Note* m_filter = nullptr;
    QLabel* m_funnelTitle = nullptr;
    QLabel* m_overlapTitle = nullptr;
    QLabel* m_fieldTitle = nullptr;
    QComboBox* m_field = nullptr;
    BreakdownChart* m_breakdown = nullptr;
    QLineEdit* m_search = nullptr;
    FilterChips* m_chips = nullptr;
    EquationBar* m_facets = nullptr;
    ReviewModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_legend = nullptr;
    QPushButton* m_batch = nullptr;
    MerchantCard* m_card = nullptr;
    QSplitter* m_splitter = nullptr;
};

} // namespace rangedesk::ui
