// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, each made when it is first wanted, and what leads from one to another.
#include "catalogue/catalogue_page.h"
#include "common/preferences.h"
#include "core/language.h"
#include "ranges/explain_dialog.h"
#include "ranges/left_behind_dialog.h"
#include "ranges/reach_dialog.h"
#include "review/comparison_dialog.h"
#include "rules/batch_edits.h"
#include "shell/main_window.h"

namespace rangedesk::ui {

Page* MainWindow::page(Place place)
{
    Page*& made = m_pages.at(static_cast<std::size_t>(place));
    if (made == nullptr) {
        made = makePage(place);
        m_stack->addWidget(made);
        connect(made, &Page::told, this,
                [this](Mark mark, const QString& text) { m_toast->show(mark, text); });
    }
    return made;
}

Page* MainWindow::makePage(Place place)
{
    switch (place) {
    case Place::Campaigns:
        return makeCampaigns();
    case Place::Review:
        return makeReview();
    case Place::Ranges:
        return makeRanges(false);
    case Place::CustomerRanges:
        return makeRanges(true);
    case Place::Bulk:
        return makeBulk();
    case Place::Log:
        return new LogPage(m_desk, m_stack);
    case Place::Catalogue:
        return makeCatalogue();
    case Place::Settings:
        return makeSettings();
    case Place::Jobs:
    case Place::Count:
        break;
    }
    return makeJobs();
}

Page* MainWindow::makeCampaigns()
{
    auto* campaigns = new CampaignPage(m_desk, m_stack);
    campaigns->noteWritten(m_writtenCampaigns);
    connect(campaigns, &CampaignPage::sheetWanted, this, [this](ChangeKind kind) {
        goTo(Place::Bulk);
        bulk()->chooseFile(kind);
    });
    connect(campaigns, &CampaignPage::templateWanted, this,
            [this](const QString& kind) { bulk()->saveTemplate(kind); });
    connect(campaigns, &CampaignPage::changed, this, [this](const FollowUp& set) {
        if (bulk()->reviewChanges(set))
            goTo(Place::Bulk);
    });
    connect(campaigns, &CampaignPage::campaignsRead, this,
            [this](const std::shared_ptr<const CampaignRows>& rows, const QDateTime& readAt) {
                m_campaigns = rows;
                m_campaignsReadAt = readAt;
                if (m_pages.at(static_cast<std::size_t>(Place::Review)) != nullptr)
                    review()->setCampaigns(rows, m_campaignsReadAt);
            });
    connect(campaigns, &CampaignPage::reviewWanted, this,
            [this](const ListItem<Campaign>& campaign, const QDateTime& readAt) {
                review()->open(campaign, readAt);
                goTo(Place::Review);
            });
    connect(campaigns, &CampaignPage::comparisonWanted, this,
            [this](const std::vector<ListItem<Campaign>>& chosen) {
                std::vector<CampaignComparison::Member> members;
                members.reserve(chosen.size());
                for (const ListItem<Campaign>& one : chosen)
                    members.push_back({one.text, one.value});
                ComparisonDialog(m_desk, std::move(members), this).exec();
            });
    return campaigns;
}

Page* MainWindow::makeRanges(bool ofCustomers)
{
    auto* ranges = new RangePage(m_desk, *m_edits, ofCustomers, m_stack);
    connect(ranges, &RangePage::reviewed, this, [this](const FollowUp& set) {
        if (bulk()->reviewChanges(set))
            goTo(Place::Bulk);
    });
    connect(ranges, &RangePage::explainWanted, this, &MainWindow::explain);
    connect(ranges, &RangePage::reachWanted, this, &MainWindow::showReach);
    return ranges;
}

void MainWindow::showLeftBehind()
{
    if (!m_desk.isOpen())
        return;
    LeftBehindDialog dialog(m_desk, this);
    dialog.exec();
}

/// What a customer may sell: it needs the rules of both pages.
void MainWindow::explain(const std::optional<Picked>& customer)
{
    ExplainDialog dialog(m_desk, *m_edits, freshRules(Place::Ranges), freshRules(Place::CustomerRanges),
                         this);
    if (customer)
        dialog.setCustomer(*customer);
    dialog.exec();
}

std::shared_ptr<const RuleRows> MainWindow::freshRules(Place place) const
{
    return madeRanges(place) != nullptr ? madeRanges(place)->freshRules() : nullptr;
}

/// Where a product may be sold; without one: what the edits that wait change.
/// The customers for whom the changes under review change something.
void MainWindow::showEffect(const SharedOutcome& draft, const std::vector<RowState>& states)
{
    ReachDialog dialog(m_desk, *m_edits, ReachDialog::About::Plan, freshRules(Place::Ranges),
                       freshRules(Place::CustomerRanges), this);
    connect(&dialog, &ReachDialog::explainWanted, this, &MainWindow::explain);
    dialog.setPlan(
        [draft, states] { return std::make_shared<const RangeEdits>(editsOf(draft->batch, states)); });
    dialog.exec();
}

void MainWindow::showReach(const std::optional<Picked>& product)
{
    const auto about = product ? ReachDialog::About::Product : ReachDialog::About::Edits;
    ReachDialog dialog(m_desk, *m_edits, about, freshRules(Place::Ranges), freshRules(Place::CustomerRanges),
                       this);
    connect(&dialog, &ReachDialog::explainWanted, this, &MainWindow::explain);
    // Without a product it is chosen in the dialog.
    if (product && !product->value.empty())
        dialog.setProduct(*product);
    dialog.exec();
}

RangePage* MainWindow::madeRanges(Place place) const
{
    return static_cast<RangePage*>(m_pages.at(static_cast<std::size_t>(place)));
}

/// What waits to be posted, as badges of the rail.
void MainWindow::showEdits()
{
    qint64 ranges = 0;
    qint64 customers = 0;
    for (const auto& [key, edited] : m_edits->edits().targets())
        (edited.target.kind == ChangeKind::CustomerProducts ? customers : ranges) +=
            static_cast<qint64>(edited.products.size());
    m_places[static_cast<std::size_t>(Place::Ranges)]->setBadge(static_cast<int>(ranges));
    m_places[static_cast<std::size_t>(Place::CustomerRanges)]->setBadge(static_cast<int>(customers));
    const std::size_t most = m_desk.wish().productsPerRequest;
    m_status->setWaiting(ranges + customers,
                         m_edits->edits().requests(ChangeKind::RangeProducts, most) +
                             m_edits->edits().requests(ChangeKind::CustomerProducts, most));
}

Page* MainWindow::makeReview()
{
    auto* review = new ReviewPage(m_desk, m_stack);
    review->setCampaigns(m_campaigns, m_campaignsReadAt);
    connect(review, &ReviewPage::campaignsWanted, this, [this] { goTo(Place::Campaigns); });
    return review;
}

BulkPage* MainWindow::makeBulk()
{
    auto* bulk = new BulkPage(m_desk, m_stack);
    connect(bulk, &BulkPage::stepChanged, this, [this, bulk] {
        const bool isElsewhere = m_place != Place::Bulk && isVisible();
        const bool wants = bulk->step() == BulkPage::Step::Review || bulk->step() == BulkPage::Step::Run;
        if (isElsewhere && wants)
            goTo(Place::Bulk);
    });
    connect(bulk, &BulkPage::jobWanted, this, [this](qint64 job) {
        goTo(Place::Jobs);
        jobs()->choose(job);
    });
    connect(bulk, &BulkPage::rehearse, this, &MainWindow::rehearsalWanted);
    connect(bulk, &BulkPage::effectWanted, this, &MainWindow::showEffect);
    connect(bulk, &BulkPage::discardDraft, this, [this](qint64 job) { jobs()->discard(job); });
    connect(bulk, &BulkPage::jobEnded, this, &MainWindow::tellEnd);
    connect(bulk, &BulkPage::jobEnded, this, [this](const SharedOutcome& outcome) {
        auto* campaigns = static_cast<CampaignPage*>(m_pages.at(static_cast<std::size_t>(Place::Campaigns)));
        std::set<std::string> written;
        for (const Target& target : outcome->batch.targets) {
            if (isOfCampaigns(outcome->batch.kind) && !target.key.empty() && !target.isFaulty)
                written.insert(target.key);
        }
        if (campaigns != nullptr && !written.empty())
            campaigns->refreshWritten(written);
        else
            m_writtenCampaigns.merge(written); // for when the page is made
        m_edits->settle(outcome->batch);
        if (outcome->batch.kind == ChangeKind::RangeProducts && madeRanges(Place::Ranges) != nullptr)
            madeRanges(Place::Ranges)->refreshWhatWasRead();
        if (outcome->batch.kind == ChangeKind::CustomerProducts &&
            madeRanges(Place::CustomerRanges) != nullptr)
            madeRanges(Place::CustomerRanges)->refreshWhatWasRead();
    });
    return bulk;
}

JobsPage* MainWindow::makeJobs()
{
    auto* jobs = new JobsPage(m_desk, m_stack);
    connect(jobs, &JobsPage::resume, this,
            [this, jobs](qint64 job) { bulk()->resume(job, jobs->result()->outcome()); });
    connect(jobs, &JobsPage::openDraft, this, [this](qint64 job) { bulk()->openDraft(job); });
    connect(jobs, &JobsPage::undo, this,
            [this](qint64 job, const std::vector<std::uint32_t>& rows) { bulk()->undoJob(job, rows); });
    connect(jobs, &JobsPage::retry, this, [this](qint64 job) { bulk()->retryJob(job); });
    connect(jobs, &JobsPage::showRunning, this, &MainWindow::showRun);
    connect(jobs, &JobsPage::openCountChanged, this, [this, jobs](int waiting, int drafts) {
        m_places[static_cast<std::size_t>(Place::Jobs)]->setBadge(waiting + drafts);
        m_background->setWaits(jobs->queuedCount() > 0);
        if (waiting > 0 && !std::exchange(m_hasToldOfWaiting, true))
            m_toast->show(Mark::Paused, tr("%1 jobs were interrupted and can be resumed").arg(waiting),
                          tr("Show"), [this] { goTo(Place::Jobs); });
    });
    return jobs;
}

Page* MainWindow::makeCatalogue()
{
    auto* catalogue = new CataloguePage(m_desk, m_stack);
    connect(catalogue, &CataloguePage::explainWanted, this,
            [this](const Picked& customer) { explain(customer); });
    connect(catalogue, &CataloguePage::rangesWanted, this,
            [this](bool ofCustomers) { goTo(ofCustomers ? Place::CustomerRanges : Place::Ranges); });
    connect(catalogue, &CataloguePage::whereWanted, this,
            [this](const Picked& product) { showReach(product); });
    return catalogue;
}

Page* MainWindow::makeSettings()
{
    auto* settings =
        new SettingsPage(m_desk.wish().settingsFolder,
                         m_desk.data() != nullptr ? m_desk.data()->path() : m_desk.wish().dataDir, m_stack);
    connect(settings, &SettingsPage::languageWanted, this, [this](bool chinese) {
        if (chinese != isChinese())
            switchLanguage();
    });
    connect(settings, &SettingsPage::logBodiesWanted, this, [this](bool on) {
        if (m_desk.isOpen())
            m_desk.session().keepLogBodies(on);
    });
    return settings;
}

void MainWindow::showEntry(EntryKind kind, const std::string& id)
{
    goTo(Place::Catalogue);
    static_cast<CataloguePage*>(page(Place::Catalogue))->showEntry(kind, id);
}

} // namespace rangedesk::ui
