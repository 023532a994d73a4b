// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CampaignPage that reads: what changed, what the server's filters find, and what was kept.
#include "campaigns/query_dialog.h"
#include "core/text.h"
#include "lists/campaign_page.h"
#include "session/worker.h"

namespace rangedesk::ui {

void CampaignPage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                                const std::optional<QDateTime>& since)
{
    if (m_query) {
        startQuery(progress);
        return;
    }
    struct Read
    {
        std::shared_ptr<const CampaignRows> rows;
        std::optional<Error> problem;
        QDateTime startedAt;
        CatalogueNews news = {};
        std::vector<ListItem<Campaign>> items = {};
    };
    // What a job writes from now on is for the next reading.
    const std::set<std::string> written = std::exchange(m_written, {});
    const auto work = [connection = m_desk.connection(), since, progress,
                       earlier = since ? m_newest : nullptr, written] {
        auto read = readCampaignList(*connection, since, *progress, written);
        if (!read)
            return Read{nullptr, read.error(), {}};
        CatalogueNews news;
        for (const ListItem<Campaign>& item : read->items)
            news.add(*item.value);
        auto rows = std::make_shared<const CampaignRows>(earlier, read->items);
        return Read{rows, {}, read->startedAt, std::move(news), std::move(read->items)};
    };
    const auto done = [this, since, written](Read read) {
        if (!read.rows)
            m_written.insert(written.begin(), written.end());
        if (read.rows) {
            m_desk.catalogueKeeper().learn(std::move(read.news));
            std::optional<ReadingFile::Continued> continued;
            if (since)
                continued = ReadingFile::Continued{*since, read.rows->superseded()};
            m_desk.readings().keepCampaigns(std::move(read.items), read.startedAt, continued);
            showRead(read.rows, QDateTime::currentDateTimeUtc());
        }
        readingDone(read.problem, read.startedAt);
    };
    inWorker(this, work, done, &m_desk.readers());
}

bool CampaignPage::startLoading()
{
    struct Loaded
    {
        std::shared_ptr<const CampaignRows> rows;
        std::optional<ReadingMoment> moment = {};
        std::optional<Error> problem = {};
    };
    ReadingKeeper& readings = m_desk.readings();
    const auto work = [path = readings.path(), scope = readings.scope()] {
        const auto kept = loadKeptCampaigns(path, scope);
        if (!kept || !*kept)
            return Loaded{nullptr, {}, kept ? std::nullopt : std::optional(kept.error())};
        return Loaded{std::make_shared<const CampaignRows>(nullptr, (*kept)->items), (*kept)->moment};
    };
    const auto done = [this](const Loaded& loaded) {
        if (loaded.rows)
            showRead(loaded.rows, loaded.moment->readAt.toUTC());
        loadingDone(loaded.problem, loaded.moment);
    };
    inWorker(this, work, done, &readings.pool());
    return true;
}

void CampaignPage::showRead(const std::shared_ptr<const CampaignRows>& rows, const QDateTime& readAt)
{
    m_newest = rows;
    m_newestReadAt = readAt;
    m_shownReadAt = readAt;
    m_campaigns->setSource(rows);
    Q_EMIT campaignsRead(rows, readAt);
    if (isVisible())
        QMetaObject::invokeMethod(this, &CampaignPage::offerKept, Qt::QueuedConnection);
}

/// What the server's own filters find. The list that was read stays as it is: a part of it is never taken
/// for all there is, neither here nor on disk.
void CampaignPage::startQuery(const std::shared_ptr<ReadingProgress>& progress)
{
    struct Found
    {
        std::shared_ptr<const CampaignRows> rows;
        std::shared_ptr<const CampaignRows> all; ///< what was known, with what was found
        std::optional<Error> problem;
        CatalogueNews news = {};
    };
    const auto work = [connection = m_desk.connection(), query = *m_query, progress, newest = m_newest] {
        auto read = readCampaigns(*connection, query, *progress);
        if (!read)
            return Found{nullptr, nullptr, read.error()};
        CatalogueNews news;
        for (const ListItem<Campaign>& item : read->items)
            news.add(*item.value);
        return Found{std::make_shared<const CampaignRows>(nullptr, read->items),
                     newest ? std::make_shared<const CampaignRows>(newest, read->items) : nullptr,
                     {},
                     std::move(news)};
    };
    const auto done = [this, asked = *m_query](Found found) {
        const bool isWanted = m_query && *m_query == asked; // or all is shown again meanwhile
        if (found.rows)
            m_desk.catalogueKeeper().learn(std::move(found.news));
        if (found.rows && found.all)
            m_newest = found.all;
        if (found.rows && isWanted) {
            m_queriedAt = QDateTime::currentDateTime();
            m_shownReadAt = m_queriedAt.toUTC();
            m_campaigns->setSource(found.rows);
        }
        readingDone(found.problem, std::nullopt);
        showQuery();
    };
    inWorker(this, work, done, &m_desk.readers());
}

void CampaignPage::noteWritten(const std::set<std::string>& written)
{
    m_written.insert(written.begin(), written.end());
}

void CampaignPage::refreshWritten(const std::set<std::string>& written)
{
    noteWritten(written);
    if (isReading())
        readNext();
    else if (m_query)
        refresh(); // what is shown is an answer, whether or not the list was read: it is asked for again
    else
        refreshWhatWasRead();
}

void CampaignPage::makeQueryStrip()
{
    m_strip = new Note(Mark::Same, this);
    m_strip->setObjectName(QStringLiteral("campaigns.queryStrip"));
    m_strip->setInline();
    m_strip->hide();
    addStrip(m_strip);
    m_queryButton = makeButton(this, "", "filter");
    m_queryButton->setObjectName(QStringLiteral("campaigns.query"));
    addTool(m_queryButton);
    connect(m_queryButton, &QPushButton::clicked, this, &CampaignPage::query);
    makeSheetMenu();
    // What is read must not be asked for twice at once.
    connect(this, &ListPage::readingEnded, this, &CampaignPage::showButtons);
}

void CampaignPage::query()
{
    if (!m_desk.isOpen() || isReading())
        return;
    QueryDialog dialog(m_desk, m_query.value_or(CampaignQuery()), campaignValues()->types, window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    focusView(); // and the answer, once it is there
    ask(dialog.query());
}

void CampaignPage::ask(const CampaignQuery& query)
{
    // Until it is answered the list is shown as it was read, and not what another query found.
    if (m_query && m_queriedAt.isValid()) {
        m_shownReadAt = m_newestReadAt;
        m_campaigns->setSource(m_newest);
    }
    m_query = query;
    m_queriedAt = {};
    setTexts();
    showQuery();
    if (isReading())
        readNext();
    else
        refresh();
    showButtons();
}

void CampaignPage::showAll()
{
    m_query.reset();
    stopReading();
    if (m_newest)
        showRead(m_newest, m_newestReadAt);
    else
        m_campaigns->setSource(nullptr);
    setTexts();
    showQuery();
    focusView();
}

QString CampaignPage::partText() const
{
    return m_query && m_queriedAt.isValid()
               ? tr("queried at %1").arg(m_queriedAt.toString(QStringLiteral("MM-dd HH:mm:ss")))
               : QString();
}

/// Which part of the campaigns is shown, for as long as it is not all of them.
void CampaignPage::showQuery()
{
    m_strip->setVisible(m_query.has_value());
    if (!m_query)
        return;
    const QString asked = describe(*m_query);
    m_strip->setText(
        m_queriedAt.isValid()
            ? tr("Only what the server found: %1").arg(asked)
            : tr("Asked for: %1. Not answered yet; the list is as it was read before.").arg(asked));
    m_strip->clearButtons();
    connect(m_strip->addButton(tr("Change…")), &QPushButton::clicked, this, &CampaignPage::query);
    QPushButton* all = m_strip->addButton(tr("Show all"));
    all->setObjectName(QStringLiteral("campaigns.showAll"));
    connect(all, &QPushButton::clicked, this, &CampaignPage::showAll, Qt::QueuedConnection);
}

} // namespace rangedesk::ui
