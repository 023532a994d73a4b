// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of registrations shows, and how it is read.
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_page.h"
#include "session/worker.h"

#include <QSignalBlocker>

namespace rangedesk::ui {

void ReviewPage::setCampaigns(const std::shared_ptr<const CampaignRows>& campaigns, const QDateTime& readAt)
{
    m_campaigns = campaigns;
    m_campaignsReadAt = readAt;
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
    const auto fresh = m_fresh.find(key);
    if (fresh != m_fresh.end() && fresh->second.second > readAt)
        build(fresh->second.first, fresh->second.second);
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
            m_fresh[key] = {**read, now};
            m_card->commitNote();
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
    showWork();
    const auto work = [campaign, readAt, abandon = m_abandonBuild, path = m_desk.data()->marksPath(),
                       scope = m_desk.scope()]() -> std::shared_ptr<const ReviewDownload> {
        auto list = std::make_shared<const ReviewList>(campaign.text, campaign.value, abandon.get());
        if (*abandon)
            return nullptr;
        return std::make_shared<const ReviewDownload>(openReview(path, scope, std::move(list), readAt));
    };
    const auto done = [this, campaign,
                       abandon = m_abandonBuild](const std::shared_ptr<const ReviewDownload>& download) {
        --m_building;
        const bool isWanted = download && abandon == m_abandonBuild && campaign.value == m_campaign.value;
        if (isWanted)
            take(download);
        showWork();
        showState();
    };
    inWorker(this, work, done, &m_desk.readers());
}

void ReviewPage::take(std::shared_ptr<const ReviewDownload> download)
{
    if (m_desk.data() == nullptr)
        return;
    const bool isAgain = m_state.download() != nullptr;
    m_state.begin(m_desk.data()->marksPath(), std::move(download));
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
    countFields();
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
    m_model->setFacets(m_overlapFacets | m_otherFacets);
    m_model->setSource(m_state.rows());
    if (!m_state.rows())
        m_card->showCustomer(nullptr, noCustomer);
}

void ReviewPage::showCounts()
{
    const auto rows = m_state.rows();
    if (!rows)
        return;
    qint64 sum = 0;
    std::array<qint64, 4> decided{};
    std::array<qint64, 4> remarks{};
    constexpr std::array remarkFacets{ReviewRows::Alike, ReviewRows::NewOne, ReviewRows::ChangedOne,
                                      ReviewRows::Noted};
    const std::uint32_t overlap = m_overlapFacets & ReviewRows::AnyRegistered;
    for (std::uint32_t row = 0; row < rows->size() && (rows->customer(row).lists & Registered) != 0; ++row) {
        const std::uint32_t facets = rows->facets(row);
        if ((facets & overlap) == 0)
            continue;
        ++sum;
        ++decided.at(static_cast<std::size_t>(rows->verdict(row).decision));
        for (std::size_t i = 0; i < remarkFacets.size(); ++i)
            remarks.at(i) += (facets & remarkFacets.at(i)) != 0 ? 1 : 0;
    }
    std::vector<EquationBar::Term> terms;
    for (int i = 0; i < static_cast<int>(decided.size()); ++i) {
        const auto decision = static_cast<ReviewDecision>(i);
        terms.push_back({ReviewRows::decisionFacet(decision), markOf(decision), decisionWord(decision),
                         decided.at(static_cast<std::size_t>(i))});
    }
    const std::array remarkWords{tr("possible duplicates"), tr("new"), tr("changed"), tr("with a note")};
    for (std::size_t i = 0; i < remarkFacets.size(); ++i)
        terms.push_back({remarkFacets.at(i), Mark::Warning, remarkWords.at(i), remarks.at(i),
                         remarkFacets.at(i) == m_otherFacets, true}); // a filter that holds is always seen
    m_facets->setTerms(tr("Registered"), sum, terms);
    m_facets->choose(m_otherFacets);
    m_legend->setText(tr("%1 customers are shown").arg(figure(m_model->rowCount())));

    const auto all = static_cast<qint64>(m_state.download()->list->figures().registered);
    const auto count = [&rows](ReviewDecision decision) {
        return static_cast<qint64>(rows->count(decision));
    };
    const qint64 open = count(ReviewDecision::None);
    m_progress->setSegments(
        all,
        {{count(ReviewDecision::Approved), Token::Added, false, decisionWord(ReviewDecision::Approved)},
         {count(ReviewDecision::Flagged), Token::Chart4, false, decisionWord(ReviewDecision::Flagged)},
         {count(ReviewDecision::Rejected), Token::Refused, false, decisionWord(ReviewDecision::Rejected)}});
    m_progressText->setText(tr("%1 of %2 decided").arg(figure(all - open), figure(all)));
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
                     .arg(download.before.toLocalTime().toString(QStringLiteral("MM-dd HH:mm")),
                          figure(static_cast<qint64>(download.added)),
                          figure(static_cast<qint64>(download.changed)),
                          figure(static_cast<qint64>(download.gone.size())));
        constexpr std::size_t mostNames = 5;
        QStringList names;
        for (const GoneCustomer& gone : download.gone) {
            if (names.size() < static_cast<qsizetype>(mostNames))
                names << toQString(gone.name) +
                             (gone.mark.isEmpty() ? QString()
                                                  : QStringLiteral(" (") + decisionWord(gone.mark.decision) +
                                                        QLatin1Char(')'));
        }
        if (!names.isEmpty())
            texts << tr("Gone: %1").arg(names.join(tr(", ")));
    }
    m_since->clearButtons();
    m_since->setMark(download.setAside.isEmpty() && !download.problem ? Mark::Changed : Mark::Warning);
    m_since->setText(texts.join(QLatin1Char(' ')));
    if (!texts.isEmpty())
        connect(m_since->addButton(tr("Close")), &QPushButton::clicked, m_since, &QWidget::hide);
    m_since->setVisible(!texts.isEmpty());
}

void ReviewPage::setOverlap(std::uint32_t facets)
{
    m_overlapFacets = facets;
    m_isNewFilter = true;
    m_model->setFacets(m_overlapFacets | m_otherFacets);
    showFilter();
    countFields();
}

void ReviewPage::showFilter()
{
    const bool isSet = m_overlapFacets != ReviewRows::AnyRegistered && m_state.download();
    m_filter->setVisible(isSet);
    if (!isSet)
        return;
    QString word;
    std::size_t count = 0;
    const ReviewFigures& figures = m_state.download()->list->figures();
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists) {
        if ((m_overlapFacets & ReviewRows::overlapFacet(lists)) == 0)
            continue;
        count += figures.overlaps.at(lists);
        word = overlapWord(lists);
    }
    if (m_funnel->chosen() >= 0)
        word = FunnelChart::wordOf(FunnelChart::listOf(m_funnel->chosen()));
    m_filter->clearButtons();
    m_filter->setText(tr("%1: %2 customers").arg(word, figure(static_cast<qint64>(count))));
    QPushButton* clear = m_filter->addButton(tr("Clear the filter"));
    setButtonText(clear, tr("Clear the filter"), Qt::Key_Escape);
    connect(clear, &QPushButton::clicked, this, &ReviewPage::clearFilter);
}

void ReviewPage::clearFilter()
{
    m_funnel->setChosen(-1);
    m_overlaps->setChosen(-1);
    m_breakdown->setChosen(-1);
    m_search->clear();
    m_otherFacets = 0;
    m_facets->choose(0);
    setOverlap(ReviewRows::AnyRegistered);
}

/// What the catalogue knows of these customers; again where it has learned since.
void ReviewPage::lookUpFacts()
{
    const auto download = m_state.rows() ? m_state.rows()->download().list : nullptr;
    const auto catalogue = m_desk.catalogue();
    if (!download || !catalogue)
        return;
    const auto customers = catalogue->list(EntryKind::Customer);
    if (m_lookedUp == customers)
        return;
    m_lookedUp = customers;
    const auto work = [customers, download] {
        return std::make_shared<const CustomerAttributes>(customers, *download);
    };
    const auto done = [this, customers, download](const std::shared_ptr<const CustomerAttributes>& facts) {
        if (m_lookedUp != customers || !m_state.rows() || m_state.rows()->download().list != download)
            return;
        m_state.setFacts(facts);
        countFields();
    };
    inWorker(this, work, done, &m_desk.readers());
}

void ReviewPage::countFields()
{
    const auto rows = m_state.rows();
    if (!rows)
        return;
    if (m_abandonCount)
        *m_abandonCount = true;
    m_abandonCount = std::make_shared<std::atomic<bool>>(false);
    const auto work = [rows, overlap = m_overlapFacets, abandon = m_abandonCount] {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t row = 0; row < rows->size(); ++row) {
            if ((rows->facets(row) & overlap & ReviewRows::AnyOverlap) != 0)
                chosen.push_back(row);
        }
        auto fields = rows->facts() != nullptr ? rows->facts()->breakdowns(chosen, abandon.get())
                                               : std::vector<ReviewList::Breakdown>();
        auto told = rows->download().list->breakdowns(chosen, abandon.get());
        std::move(told.begin(), told.end(), std::back_inserter(fields));
        return fields;
    };
    const auto done = [this, abandon = m_abandonCount](std::vector<ReviewList::Breakdown> fields) {
        if (abandon != m_abandonCount)
            return; // another filter holds by now
        m_fields = std::move(fields);
        const QString before = m_field->currentText();
        {
            const QSignalBlocker quiet(m_field);
            m_field->clear();
            for (const ReviewList::Breakdown& field : m_fields)
                m_field->addItem(field.field);
            m_field->setCurrentIndex(m_fields.empty() ? -1 : std::max(0, m_field->findText(before)));
        }
        showBreakdown();
    };
    inWorker(this, work, done, &m_counter);
}

void ReviewPage::showBreakdown()
{
    const int at = m_field->currentIndex();
    const bool has = at >= 0 && at < static_cast<int>(m_fields.size());
    for (QWidget* part : std::initializer_list<QWidget*>{m_fieldTitle, m_field, m_breakdown})
        part->setVisible(has);
    m_breakdown->setChosen(-1);
    if (has)
        m_breakdown->setBreakdown(m_fields[static_cast<std::size_t>(at)]);
}

} // namespace rangedesk::ui
