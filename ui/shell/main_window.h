// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulk_page.h"
#include "bulk/jobs_page.h"
#include "common/notes.h"
#include "lists/campaign_page.h"
#include "log/log_page.h"
#include "ranges/range_page.h"
#include "review/review_page.h"
#include "settings/settings_page.h"
#include "shell/background.h"
#include "shell/offline_bar.h"
#include "shell/palette.h"
#include "shell/rail.h"
#include "shell/status_line.h"
#include "shell/title_bar.h"

#include <QStackedWidget>

namespace rangedesk::ui {

/// The window: rail, title bar, one page at a time, status line. It wires pages together and holds no logic
/// of theirs.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Place : std::uint8_t {
        Campaigns,
        Review,
        Ranges,
        CustomerRanges,
        Bulk,
        Jobs,
        Log,
        Catalogue,
        Settings,
        Count
    };

    explicit MainWindow(Desk& desk);

    /// Opens the data folder and the connection; called after the first paint.
    void open(const QStringList& files);
    /// What a rehearsal changed of its copy. @pre the session rehearses a copy
    void showLeftBehind();
    void goTo(Place place);
    Place place() const { return m_place; }
    /// The page of a place; made when it is first asked for.
    Page* page(Place place);
    BulkPage* bulk() { return static_cast<BulkPage*>(page(Place::Bulk)); }
    JobsPage* jobs() { return static_cast<JobsPage*>(page(Place::Jobs)); }
    ReviewPage* review() { return static_cast<ReviewPage*>(page(Place::Review)); }
    Toast* toast() const { return m_toast; }
    /// It goes as soon as what runs has ended.
    bool isClosing() const { return m_isClosing; }
    TitleBar* titleBar() const { return m_title; }
    /// In the place of the pages, until the desk is open.
    void showWaiting(const QString& text);
    /// The key did not come; two ways on.
    void showKeyProblem(const Error& error, const std::function<void()>& typeIt,
                        const std::function<void()>& again);

Q_SIGNALS:
    void profileMenuWanted(QMenu* menu);
    /// A change set that is to be tried on a copy of the company.
    void rehearsalWanted(const QString& path);
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addPlaces();
    Page* makePage(Place place);
    Page* makeCampaigns();
    Page* makeReview();
    Page* makeRanges(bool ofCustomers);
    RangePage* madeRanges(Place place) const;
    void explain(const std::optional<Picked>& customer);
    void showReach(const std::optional<Picked>& product);
    void showEffect(const SharedOutcome& draft, const std::vector<RowState>& states);
    std::shared_ptr<const RuleRows> freshRules(Place place) const;
    void showEdits();
    BulkPage* makeBulk();
    JobsPage* makeJobs();
    void addKeys();
    void setTexts();
    void nextPane(int step);
    void showTrouble(const Error& error);
    Page* makeCatalogue();
    Page* makeSettings();
    void showConnection();
    void goToAnything();
    /// What Ctrl+K can do now.
    std::vector<Palette::Command> commands();
    void addPageCommands(std::vector<Palette::Command>& all);
    void addWorkCommands(std::vector<Palette::Command>& all);
    void addWindowCommands(std::vector<Palette::Command>& all);
    std::shared_ptr<const RuleIndex> knownRules(bool ofCustomers);
    void loadRulesFor(Palette& palette, bool ofCustomers);
    void showEntry(EntryKind kind, const std::string& id);
    void switchLanguage();
    void switchTheme();
    void restorePlace();
    bool mayClose();
    bool isAtWork() const;
    void showRun();
    bool mayLeaveDecisions();
    bool mayLeaveChanges();
    bool mayLeaveQueue();
    void tellEnd(const SharedOutcome& outcome);

    Desk& m_desk;
    PendingEdits* m_edits = nullptr;
    TitleBar* m_title;
    Rail* m_rail;
    std::vector<RailButton*> m_places;
    QStackedWidget* m_stack;
    std::array<Page*, static_cast<std::size_t>(Place::Count)> m_pages{};
    StatePanel* m_trouble;
    StatusLine* m_status;
    Toast* m_toast;
    Background* m_background;
    std::shared_ptr<const CampaignRows> m_campaigns; ///< as read last
    QDateTime m_campaignsReadAt;
    std::set<std::string> m_writtenCampaigns; ///< by jobs, before their page was made ///< UTC
    QStringList m_filesToOpen;
    ReadRules m_keptRules; ///< for Ctrl+K, as long as their page was not made
    ReadRules m_indexed;   ///< the pages' own
    Place m_place = Place::Bulk;
    bool m_isClosing = false;
    bool m_hasToldOfWaiting = false;
};

} // namespace rangedesk::ui
