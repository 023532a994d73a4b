// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of registrations shows, and how it is read.
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_page.h"
#include "session/platform_memory.h"
#include "session/worker.h"

#include <QSignalBlocker>

namespace rangedesk::ui {

void ReviewPage::setCampaigns(const std::shared_ptr<const CampaignRows>& campaigns, const QDateTime& readAt)
{
    m_campaigns = campaigns;
    m_campaignsReadAt = readAt;
    if (m_fresh && m_fresh->readAt <= readAt)
        m_fresh.reset();
    showChoice();
    showState();
}

void ReviewPage::showChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    int current = -1;
    for (std::uint32_t row = 0; m_campaigns && row < m_campaigns->size(); ++row) {
        const Campaign& campaign = m_campaigns->campaign(row);
        m_choice->addItem(toQString(campaign.name) + QStringLiteral("   ") +
                              figure(static_cast<qint64>(m_campaigns->counts(row).registered)),
                          row);
        if (m_campaign.value && campaignKey(campaign) == campaignKey(*m_campaign.value))
            current = m_choice->count() - 1;
    }
    m_choice->setCurrentIndex(current);
}

void ReviewPage::open(const ListItem<Campaign>& campaign, const QDateTime& readAt)
{
    const std::string key = campaignKey(*campaign.value);
    const bool isOther = !m_campaign.value || campaignKey(*m_campaign.value) != key;
    const bool isShown = !isOther && m_state.download() && m_state.download()->at >= readAt;
    if (isShown)
        return;
    m_card->commitNote();
    if (m_reading)
        m_reading->stop = true; // it was of another one
    if (isOther) {              // nothing of the one before stays under this one's name
        m_state.clear();
        m_since->hide();
        clearFilter();
    }
    // What was downloaded again here is kept until a list holds something younger.
    if (m_fresh && (m_fresh->key != key || m_fresh->readAt <= readAt))
        m_fresh.reset();
    if (m_fresh)
        build(m_fresh->campaign, m_fresh->readAt);
    else
        build(campaign, readAt);
    showChoice();
    showState();
}

void ReviewPage::refresh()
{
    if (isWorking() || !m_desk.isOpen())
        return;
    if (!m_campaign.value) {
        Q_EMIT campaignsWanted();
        return;
    }
    m_reading = std::make_shared<ReadingProgress>();
    showWork();
    const auto work = [connection = m_desk.connection(), campaign = m_campaign, reading = m_reading] {
        return readCampaign(*connection, *campaign.value, *reading);
    };
    const auto done = [this, reading = m_reading, key = campaignKey(*m_campaign.value)](
                          const Result<std::optional<ListItem<Campaign>>>& read) {
        if (m_reading == reading)
            m_reading.reset();
        showWork();
        if (reading->stop || campaignKey(*m_campaign.value) != key)
            return; // cancelled, or another one was chosen meanwhile
        if (!read) {
            Q_EMIT told(Mark::Refused, read.error().text());
        } else if (!*read) {
            Q_EMIT told(Mark::Warning,
                        tr("The server has this campaign no more. What was read before is still shown."));
        } else {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            m_fresh = Fresh{key, **read, now};
            m_card->saveNote();
            build(**read, now);
        }
    };
    inWorker(this, work, done, &m_desk.readers());
}

void ReviewPage::build(const ListItem<Campaign>& campaign, const QDateTime& readAt)
{
    if (m_desk.data() == nullptr)
        return;
    m_campaign = campaign;
    if (!m_card->pictures()->hasLoader())
        m_card->pictures()->setLoader(std::make_unique<PictureLoader>(m_desk.wish().connection));
    if (m_abandonBuild)
        *m_abandonBuild = true;
    m_abandonBuild = std::make_shared<std::atomic<bool>>(false);
    ++m_building;
    m_state.expect();
    showWork();
    const auto work = [campaign, readAt, abandon = m_abandonBuild, path = m_desk.data()->marksPath(),
                       scope = m_desk.scope()]() -> ReviewState::Prepared {
        auto list = std::make_shared<const ReviewList>(campaign.text, campaign.value, abandon.get());
        if (*abandon)
            return {};
        auto prepared = ReviewState::prepared(
            std::make_shared<const ReviewDownload>(openReview(path, scope, std::move(list), readAt)));
        giveBackMemory();
        return prepared;
    };
    const auto done = [this, campaign, abandon = m_abandonBuild](ReviewState::Prepared prepared) {
        --m_building;
        const bool isWanted =
            prepared.download && abandon == m_abandonBuild && campaign.value == m_campaign.value;
        if (isWanted)
            take(std::move(prepared));
        showWork();
        showState();
    };
    inWorker(this, work, done, &m_desk.readers());
}

void ReviewPage::take(ReviewState::Prepared prepared)
{
    if (m_desk.data() == nullptr)
        return;
    const bool isAgain = m_state.download() != nullptr;
    m_state.begin(m_desk.data()->marksPath(), std::move(prepared));
    const ReviewFigures& figures = m_state.download()->list->figures();
    m_funnel->setFigures(figures);
    m_overlaps->setFigures(figures);
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists) {
        if (m_overlapFacets == ReviewRows::overlapFacet(lists))
            m_overlaps->setChosen(m_overlaps->partOf(lists));
    }
    m_lookedUp.reset();
    lookUpFacts();
    showDownloaded();
    showFilter();
    showSince();
    const ReviewDownload& now = *m_state.download();
    if (isAgain && now.added + now.changed + now.gone.size() == 0)
        Q_EMIT told(Mark::Same, tr("Nothing has changed since the download before."));
}

void ReviewPage::showDownloaded()
{
    m_head->setCaption(
        tr("downloaded %1")
            .arg(m_state.download()->at.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss"))));
}

void ReviewPage::showWork()
{
    const bool working = isWorking();
    m_refresh->setVisible(!working);
    m_cancel->setVisible(working);
}

void ReviewPage::shown()
{
    showState();
}

void ReviewPage::showState()
{
    const bool has = m_state.download() != nullptr;
    m_refresh->setEnabled(has);
    m_export->setEnabled(has);
    m_progress->setVisible(has);
    m_progressText->setVisible(has);
    if (has) {
        m_stack->setCurrentIndex(1);
        return;
    }
    m_head->setCaption({});
    if (isWorking()) {
        m_empty->showWaiting(tr("Reading…"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const bool canChoose = m_choice->count() > 0;
    m_empty->showEmpty("review",
                       canChoose ? tr("No campaign is under review") : tr("No campaigns have been read yet"),
                       canChoose ? tr("Choose one above, or press Ctrl+Shift+R on the campaigns' page.")
                                 : tr("Who is covered, notified and registered comes with the campaigns."));
    if (!canChoose)
        connect(m_empty->addWay("campaign", tr("Go to the campaigns"), tr("read them there, and choose one"),
                                QKeySequence(Qt::CTRL | Qt::Key_1)),
                &QPushButton::clicked, this, &ReviewPage::campaignsWanted);
    m_stack->setCurrentWidget(m_empty);
}

void ReviewPage::showRows()
{
    m_model->setFacets(facets());
    m_model->setSource(m_state.rows());
    showProgress();
    if (!m_state.rows())
        m_card->showCustomer(nullptr, noCustomer);
}

void ReviewPage::showSince()
{
    const ReviewDownload& download = *m_state.download();
    const bool hasNews = download.added > 0 || download.changed > 0 || !download.gone.empty();
    QStringList texts;
    if (download.problem)
        texts << tr("What was decided before could not be read, or this download not be kept: %1")
                     .arg(download.problem->text());
    if (!download.setAside.isEmpty())
        texts << tr("The file of decisions was damaged. It is kept as %1, and a new one was begun.")
                     .arg(download.setAside);
    if (hasNews) {
        texts << tr("Since the download of %1: %2 new, %3 with other information, %4 gone.")
                     .arg(shortTime(download.before), figure(static_cast<qint64>(download.added)),
                          figure(static_cast<qint64>(download.changed)),
                          figure(static_cast<qint64>(download.gone.size())));
        texts << tr("The chips above the list show them.");
    }
    m_since->clearButtons();
    m_since->setMark(download.setAside.isEmpty() && !download.problem ? Mark::Changed : Mark::Warning);
    m_since->setText(texts.join(QLatin1Char(' ')));
    if (!texts.isEmpty())
        connect(m_since->addButton(tr("Close")), &QPushButton::clicked, m_since, &QWidget::hide);
    m_since->setVisible(!texts.isEmpty());
}

} // namespace rangedesk::ui
