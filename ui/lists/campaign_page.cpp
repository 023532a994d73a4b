// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/campaign_page.h"

#include "core/text.h"
#include "session/worker.h"

namespace rangedesk::ui {

CampaignPage::CampaignPage(Desk& desk, QWidget* parent)
    : ListPage(desk, "campaigns", "campaign", new CampaignModel, parent),
      m_campaigns(static_cast<CampaignModel*>(m_model))
{
    using Look = ColumnLookKind;
    build(makeDetail(),
          {{Look::Chip, 96, 110},
           {Look::TwoLines, 240, 240, true},
           {Look::Text, 176, 186},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 92},
           {Look::Bar, 138, 150}},
          size::rowTwoLines);
}

QWidget* CampaignPage::makeDetail()
{
    const FactsPane facts = makeFactsPane(this);
    QWidget* pane = facts.title->parentWidget();
    QVBoxLayout* column = facts.column;
    m_title = facts.title;
    m_facts = facts.facts;
    m_informationTitle = makeLabel(pane, {}, Type::Body, "caption");
    m_information = makeParagraph(pane, {}, Type::Body, "");
    m_information->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_informationTitle);
    column->addWidget(m_information);
    column->addStretch();
    return facts.pane;
}

ListPage::Texts CampaignPage::texts() const
{
    return {tr("Campaigns"), tr("No campaigns have been read yet"),
            tr("Read them from the server. Reading changes nothing."),
            tr("Name, code, department, external id"), tr("%1 campaigns")};
}

std::vector<EquationBar::Term> CampaignPage::facetTerms() const
{
    const auto rows = m_campaigns->rows();
    return {{CampaignRows::Online, Mark::Online, tr("Online"), rows->count(CampaignRows::Online)},
            {CampaignRows::Suspended, Mark::Paused, tr("Suspended"), rows->count(CampaignRows::Suspended)},
            {CampaignRows::Ended, Mark::Ended, tr("Ended"), rows->count(CampaignRows::Ended)},
            {CampaignRows::Other, Mark::Warning, tr("Other"), rows->count(CampaignRows::Other), false}};
}

void CampaignPage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                                const std::optional<QDateTime>& since)
{
    struct Read
    {
        std::shared_ptr<const CampaignRows> rows;
        std::optional<Error> problem;
        QDateTime startedAt;
    };
    const auto work = [connection = m_desk.connection(), since, progress,
                       earlier = since ? m_newest : nullptr] {
        auto read = readCampaignList(*connection, since, *progress);
        if (!read)
            return Read{nullptr, read.error(), {}};
        return Read{std::make_shared<const CampaignRows>(earlier, read->items), {}, read->startedAt};
    };
    const auto done = [this](const Read& read) {
        if (read.rows) {
            m_newest = read.rows;
            m_campaigns->setSource(read.rows);
        }
        readingDone(read.problem, read.startedAt);
    };
    inWorker(this, work, done, &m_desk.readers());
}

void CampaignPage::showDetail(int row)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto rows = m_campaigns->rows();
    const bool isThere = rows && row >= 0 && row < m_campaigns->rowCount();
    m_informationTitle->setVisible(isThere);
    m_information->setVisible(isThere);
    if (!isThere) {
        m_title->setText(tr("No campaign is chosen"));
        return;
    }
    const std::uint32_t at = m_campaigns->sourceRow(row);
    const Campaign& campaign = rows->campaign(at);
    m_title->setText(toQString(campaign.name));
    QWidget* owner = m_title->parentWidget();
    const auto add = [&](const QString& name, const QString& value) {
        QLabel* fact = makeParagraph(owner, value.isEmpty() ? tr("Not filled") : value, Type::Body,
                                     value.isEmpty() ? "faint" : "");
        fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addRow(makeLabel(owner, name, Type::Caption, "caption"), fact);
    };
    add(tr("State"), campaignStateWord(campaign));
    add(tr("Campaign code"), toQString(campaign.code));
    add(tr("External id"), toQString(campaign.sourceCode));
    add(tr("Type"),
        (toQString(campaign.typeName) + QLatin1Char(' ') + toQString(campaign.typeCode)).trimmed());
    add(tr("From, to"), tr("%1 to %2").arg(toQString(campaign.startDate), toQString(campaign.endDate)));
    add(tr("Departments"), rows->departments(at));
    add(tr("Registration page"), toQString(campaign.registerUrl));
    add(tr("Covered customers"), figure(static_cast<qint64>(campaign.covered.size())));
    add(tr("Notified customers"), figure(static_cast<qint64>(campaign.notified.size())));
    add(tr("Registered customers"), figure(static_cast<qint64>(campaign.registered.size())));
    m_informationTitle->setText(tr("Campaign information"));
    m_information->setText(campaign.eventInformation.empty() ? tr("Not filled")
                                                             : toQString(campaign.eventInformation));
    m_information->setTextFormat(Qt::PlainText);
}

} // namespace rangedesk::ui
