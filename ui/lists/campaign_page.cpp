// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/campaign_page.h"

#include "common/preferences.h"
#include "core/campaign_field.h"
#include "core/text.h"
#include "registrations/campaign_comparison.h"

#include <QMenu>
#include <QShortcut>
#include <map>

namespace rangedesk::ui {

CampaignPage::CampaignPage(Desk& desk, QWidget* parent)
    : ListPage(desk, "campaigns", "campaign", new CampaignModel, parent),
      m_campaigns(static_cast<CampaignModel*>(m_model))
{
    using Look = ColumnLookKind;
    makeQueryStrip();
    build(makeDetail(),
          {{Look::Chip, 96, 120},
           {Look::TwoLines, 200, 210, true},
           {Look::Span, 160, 176},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 92},
           {Look::Bar, 138, 150},
           {Look::Code, 130, 130, false, true},
           {Look::Code, 150, 150, false, true},
           {Look::Text, 140, 150, false, true},
           {Look::Text, 180, 190, false, true},
           {Look::Code, 96, 96, false, true},
           {Look::Code, 96, 96, false, true},
           {Look::Text, 220, 220, false, true}},
          size::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    addTimeLine();
    exportFromHead(QKeySequence(Qt::CTRL | Qt::Key_E));
    addButtons();
}

/// The same campaigns on an axis of days; what the table has chosen is chosen there, too.
void CampaignPage::addTimeLine()
{
    m_timeLine = new TimeLine(this);
    addView(m_timeLine, m_timeLine->chart());
    auto* segments = new QWidget(head());
    auto* segmentRow = new QHBoxLayout(segments);
    segmentRow->setContentsMargins(0, 0, 0, 0);
    segmentRow->setSpacing(0);
    m_asList = makeButton(segments, "", "sheet");
    m_asList->setObjectName(QStringLiteral("campaigns.asList"));
    m_asTimeLine = makeButton(segments, "", "calendar");
    m_asTimeLine->setObjectName(QStringLiteral("campaigns.asTimeLine"));
    for (QPushButton* button : {m_asList, m_asTimeLine}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setProperty("segment", true);
        segmentRow->addWidget(button);
    }
    head()->addRight(segments);
    connect(m_asList, &QPushButton::toggled, this, [this](bool on) { setTimeLine(!on); });
    connect(m_campaigns, &RowModel::settled, this, &CampaignPage::fillTimeLine);
    connect(m_campaigns, &RowModel::settled, this, &CampaignPage::showButtons);
    connect(m_timeLine, &TimeLine::chosen, this, [this](std::uint32_t row) {
        const auto rows = m_campaigns->rows();
        if (rows && row < rows->size())
            m_table->goToRow(m_campaigns->rowOfKey(rows->key(row)));
    });
    connect(m_timeLine, &TimeLine::opened, this, [this](std::uint32_t row) {
        const auto rows = m_campaigns->rows();
        const int at = rows && row < rows->size() ? m_campaigns->rowOfKey(rows->key(row)) : -1;
        if (at < 0)
            return;
        m_table->goToRow(at); // this one, whatever else was chosen
        edit();
    });
    connect(m_timeLine, &TimeLine::told, this, [this](const QString& text, bool failed) {
        Q_EMIT told(failed ? Mark::Refused : Mark::Accepted, text);
    });
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
        if (view() == 1 && row >= 0 && row < m_campaigns->rowCount())
            m_timeLine->show(m_campaigns->sourceRow(row));
    });
    const bool isTimeLine = Preferences::value(QStringLiteral("campaigns/timeLine")).toBool();
    (isTimeLine ? m_asTimeLine : m_asList)->setChecked(true);
    setTimeLine(isTimeLine);
}

void CampaignPage::setTimeLine(bool on)
{
    showView(on ? 1 : 0);
    Preferences::setValue(QStringLiteral("campaigns/timeLine"), on);
    fillTimeLine();
}

void CampaignPage::fillTimeLine()
{
    if (view() != 1)
        return; // it is filled when it comes into sight
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(m_campaigns->rowCount()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = m_campaigns->sourceRow(static_cast<int>(i));
    m_timeLine->setCampaigns(m_campaigns->rows(), std::move(rows));
    const int current = m_table->currentIndex().row();
    if (current >= 0 && current < m_campaigns->rowCount())
        m_timeLine->show(m_campaigns->sourceRow(current));
}

void CampaignPage::addButtons()
{
    m_new = makeButton(head(), "primary", "add");
    m_new->setObjectName(QStringLiteral("campaigns.new"));
    head()->addRight(m_new);
    connect(m_new, &QPushButton::clicked, this, &CampaignPage::create);
    connect(m_edit, &QPushButton::clicked, this, &CampaignPage::edit);
    connect(m_copy, &QPushButton::clicked, this, &CampaignPage::duplicate);
    connect(m_review, &QPushButton::clicked, this, &CampaignPage::review);
    connect(m_register, &QPushButton::clicked, this, &CampaignPage::registerCustomers);
    connect(m_compare, &QPushButton::clicked, this, &CampaignPage::compare);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &CampaignPage::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showButtons();
        showChosenCount();
    });
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    onKey(QKeySequence(Qt::Key_F2), &CampaignPage::edit);
    onKey(QKeySequence::New, &CampaignPage::create);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_D), &CampaignPage::duplicate);
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), &CampaignPage::review);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_R), &CampaignPage::registerCustomers);
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), &CampaignPage::query);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_B), &CampaignPage::compare);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { (view() == 0 ? m_asTimeLine : m_asList)->click(); });
    translated(this, [this] {
        setButtonText(m_new, tr("New campaign"), QKeySequence::New);
        setButtonText(m_copy, tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D));
        setButtonText(m_review, tr("Registrations"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        setButtonText(m_register, tr("Report registrations…"), QKeySequence(Qt::CTRL | Qt::Key_R));
        setButtonText(m_queryButton, tr("Query…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
        m_queryButton->setToolTip(tr("Asks the server for a part of the campaigns, by its own filters."));
        setButtonText(m_asList, tr("List"));
        setButtonText(m_asTimeLine, tr("Time line"));
        for (QPushButton* button : {m_asList, m_asTimeLine})
            button->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_T).toString(QKeySequence::NativeText));
        m_fixed->setText(notEditable());
        m_fixed->clearButtons();
        connect(m_fixed->addButton(tr("Create a copy that can be edited")), &QPushButton::clicked, this,
                &CampaignPage::duplicate, Qt::QueuedConnection);
        showButtons();
        showQuery();
    });
}

/// The sheets of campaigns and of registrations, which are checked and posted in bulk.
void CampaignPage::makeSheetMenu()
{
    m_sheets = makeButton(this, "", "bulk");
    m_sheets->setObjectName(QStringLiteral("campaigns.sheets"));
    auto* menu = new QMenu(m_sheets);
    m_sheets->setMenu(menu);
    addTool(m_sheets);
    translated(this, [this, menu] {
        setButtonText(m_sheets, tr("By sheet"));
        menu->clear();
        menu->addAction(tr("Open a sheet of campaigns…"), this,
                        [this] { Q_EMIT sheetWanted(ChangeKind::Campaigns); });
        menu->addAction(tr("Open a sheet of registrations…"), this,
                        [this] { Q_EMIT sheetWanted(ChangeKind::Registrations); });
        menu->addSeparator();
        menu->addAction(tr("Template for campaigns…"), this,
                        [this] { Q_EMIT templateWanted(QStringLiteral("campaigns")); });
        menu->addAction(tr("Template for registrations…"), this,
                        [this] { Q_EMIT templateWanted(QStringLiteral("registrations")); });
    });
}

QString CampaignPage::notEditable()
{
    return tr("A campaign without an external id cannot be changed through the API. Duplicate it: the copy "
              "gets one.");
}

void CampaignPage::showButtons()
{
    const auto rows = m_campaigns->rows();
    const std::vector<std::uint32_t> chosen = chosenRows();
    const bool isMany = chosen.size() > 1;
    const auto editable = std::count_if(chosen.begin(), chosen.end(), [&rows](std::uint32_t row) {
        return !rows->campaign(row).sourceCode.empty();
    });
    const bool canWrite = editable == static_cast<std::ptrdiff_t>(chosen.size());
    setButtonText(m_edit, isMany ? tr("Edit %1…").arg(figure(static_cast<qint64>(editable))) : tr("Edit…"),
                  Qt::Key_F2);
    m_edit->setEnabled(editable > 0);
    m_edit->setToolTip(canWrite ? QString() : notEditable());
    m_fixed->setVisible(chosen.size() == 1 && !canWrite);
    m_copy->setEnabled(chosen.size() == 1);
    m_review->setEnabled(chosen.size() == 1);
    m_register->setEnabled(chosen.size() == 1 && canWrite);
    m_register->setToolTip(canWrite ? QString()
                                    : tr("A registration names the campaign by its external id; this one has "
                                         "none."));
    m_compare->setVisible(isMany);
    m_compare->setEnabled(chosen.size() <= mostCompared);
    setButtonText(m_compare, tr("Side by side"), QKeySequence(Qt::CTRL | Qt::Key_B));
    m_compare->setToolTip(
        chosen.size() <= mostCompared ? QString() : tr("Choose %1 campaigns at most.").arg(mostCompared));
    m_new->setEnabled(m_desk.isOpen());
    m_queryButton->setEnabled(m_desk.isOpen() && !isReading());
}

void CampaignPage::shown()
{
    ListPage::shown();
    showButtons();
    offerKept();
}

QWidget* CampaignPage::makeDetail()
{
    const FactsPane facts = makeFactsPane(this);
    QWidget* pane = facts.title->parentWidget();
    QVBoxLayout* column = facts.column;
    m_title = facts.title;
    m_facts = facts.facts;
    auto* actions = new QWidget(pane);
    auto* line = new FlowLayout(actions);
    const auto add = [&](const char* name, const char* kind, const char* iconName) {
        QPushButton* button = makeButton(actions, kind, iconName);
        button->setObjectName(QLatin1String(name));
        line->addWidget(button);
        return button;
    };
    m_edit = add("campaigns.edit", "", "edit");
    m_review = add("campaigns.review", "", "review");
    m_register = add("campaigns.register", "", "customer");
    m_copy = add("campaigns.copy", "", "copy");
    m_compare = add("campaigns.compare", "", "compare");
    column->insertWidget(1, actions);
    m_fixed = new Note(Mark::Warning, pane);
    m_fixed->setObjectName(QStringLiteral("campaigns.fixed"));
    m_fixed->hide();
    column->insertWidget(2, m_fixed);
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
    const bool isQuery = m_query.has_value();
    return {
        tr("Campaigns"),
        tr("No campaigns have been read yet"),
        tr("Read them from the server. Reading changes nothing."),
        tr("Name, code, department, or customer:name"),
        tr("%1 campaigns"),
        isQuery ? tr("Query again") : QString(),
        isQuery ? tr("one request") : QString(),
        isQuery ? tr("The server has no campaign that fits. Change the query, or show all again.")
                : tr("The company has no campaigns. Ctrl+N makes the first."),
        tr("Any part of name, code, external id, department, type, dates or information; pinyin of names. "
           "customer: and a part of a name, code or id finds the campaigns that list the customer.")};
}

std::vector<EquationBar::Term> CampaignPage::facetTerms() const
{
    const auto rows = m_campaigns->rows();
    return {{CampaignRows::Online, Mark::Online, tr("Online"), rows->count(CampaignRows::Online)},
            {CampaignRows::Suspended, Mark::Paused, tr("Suspended"), rows->count(CampaignRows::Suspended)},
            {CampaignRows::Ended, Mark::Ended, tr("Ended"), rows->count(CampaignRows::Ended)},
            {CampaignRows::Other, Mark::Warning, tr("Other"), rows->count(CampaignRows::Other), false}};
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
    add(toQString(campaignFieldLabel(CampaignField::RegisterUrl)), toQString(campaign.registerUrl));
    const auto withRate = [](std::size_t part, std::size_t of) {
        const QString count = figure(static_cast<qint64>(part));
        return of == 0 ? count
                       : QStringLiteral("%1   %2%")
                             .arg(count,
                                  QString::number(100.0 * static_cast<double>(part) / static_cast<double>(of),
                                                  'f', 1));
    };
    const CampaignCounts& counts = rows->counts(at);
    add(tr("Covered customers"), figure(static_cast<qint64>(counts.covered)));
    add(tr("Notified customers"), withRate(counts.notified, counts.covered));
    add(tr("Registered customers"), withRate(counts.registered, counts.notified));
    m_informationTitle->setText(tr("Campaign information"));
    m_information->setText(campaign.eventInformation.empty() ? tr("Not filled")
                                                             : toQString(campaign.eventInformation));
    m_information->setTextFormat(Qt::PlainText);
}

/// Of several that are chosen the facts of one would mislead.
void CampaignPage::showChosenCount()
{
    const qint64 count = m_table->selectedCount();
    if (count > 1) {
        m_title->setText(tr("%1 campaigns are chosen").arg(figure(count)));
        while (m_facts->rowCount() > 0)
            m_facts->removeRow(0);
        m_informationTitle->hide();
        m_information->hide();
    } else {
        showDetail(m_table->currentIndex().row());
    }
}

} // namespace rangedesk::ui
