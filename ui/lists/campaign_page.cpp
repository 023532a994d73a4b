// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/campaign_page.h"

#include "common/dialogs.h"
#include "core/text.h"
#include "session/worker.h"

#include <QShortcut>
#include <map>

namespace rangedesk::ui {

CampaignPage::CampaignPage(Desk& desk, QWidget* parent)
    : ListPage(desk, "campaigns", "campaign", new CampaignModel, parent),
      m_campaigns(static_cast<CampaignModel*>(m_model))
{
    using Look = ColumnLookKind;
    build(makeDetail(),
          {{Look::Chip, 96, 120},
           {Look::TwoLines, 200, 210, true},
           {Look::Span, 160, 176},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 84},
           {Look::Figure, 72, 92},
           {Look::Bar, 138, 150}},
          size::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    addButtons();
}

void CampaignPage::addButtons()
{
    m_copy = makeButton(head(), "", "copy");
    m_copy->setObjectName(QStringLiteral("campaigns.copy"));
    m_edit = makeButton(head(), "", "edit");
    m_edit->setObjectName(QStringLiteral("campaigns.edit"));
    m_new = makeButton(head(), "primary", "add");
    m_new->setObjectName(QStringLiteral("campaigns.new"));
    m_review = makeButton(head(), "", "review");
    m_review->setObjectName(QStringLiteral("campaigns.review"));
    connect(m_review, &QPushButton::clicked, this, &CampaignPage::review);
    for (QPushButton* button : {m_review, m_copy, m_edit, m_new})
        head()->addRight(button);
    connect(m_new, &QPushButton::clicked, this, &CampaignPage::create);
    connect(m_edit, &QPushButton::clicked, this, &CampaignPage::edit);
    connect(m_copy, &QPushButton::clicked, this, &CampaignPage::duplicate);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &CampaignPage::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CampaignPage::showButtons);
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    onKey(QKeySequence(Qt::Key_F2), &CampaignPage::edit);
    onKey(QKeySequence::New, &CampaignPage::create);
    onKey(QKeySequence(Qt::CTRL | Qt::Key_D), &CampaignPage::duplicate);
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), &CampaignPage::review);
    translated(this, [this] {
        setButtonText(m_new, tr("New campaign"), QKeySequence::New);
        setButtonText(m_copy, tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D));
        setButtonText(m_review, tr("Registrations"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        showButtons();
    });
}

void CampaignPage::showButtons()
{
    const std::vector<CampaignBase> bases = chosen();
    const bool isMany = bases.size() > 1;
    setButtonText(m_edit,
                  isMany ? tr("Edit %1…").arg(figure(static_cast<qint64>(bases.size()))) : tr("Edit…"),
                  Qt::Key_F2);
    const bool canWrite = std::all_of(bases.begin(), bases.end(),
                                      [](const CampaignBase& base) { return !base.edit.sourceCode.empty(); });
    m_edit->setEnabled(!bases.empty() && canWrite);
    m_edit->setToolTip(canWrite ? QString()
                                : tr("A campaign without an external id cannot be changed through the API. "
                                     "Duplicate it: the copy gets one."));
    m_copy->setEnabled(bases.size() == 1);
    m_review->setEnabled(bases.size() == 1);
    m_new->setEnabled(m_desk.isOpen());
}

void CampaignPage::shown()
{
    ListPage::shown();
    showButtons();
    offerKept();
}

/// An edit that was not finished, such as at a crash.
void CampaignPage::offerKept()
{
    if (m_hasLookedForKept || m_desk.data() == nullptr)
        return;
    m_hasLookedForKept = true;
    const auto kept = keptEdit(*m_desk.data());
    if (!kept)
        return;
    const QString name = toQString(kept->wish[CampaignField::Name].value_or(kept->sourceCode));
    const int answer =
        dialogs().ask(this, {tr("Go on with an edit?"),
                             tr("The edit of \"%1\" was neither posted nor given up.").arg(name),
                             {{tr("Give it up")}, {tr("Go on"), "primary"}},
                             1});
    if (answer != 1) {
        forgetEdit(*m_desk.data());
        return;
    }
    // As a new one it brings all its values; of one to change the server's copy is needed beside it.
    std::vector<CampaignBase> bases;
    if (!kept->isNew) {
        CampaignBase base;
        base.edit.sourceCode = kept->sourceCode;
        const auto rows = m_campaigns->rows();
        for (std::uint32_t row = 0; rows && row < rows->size(); ++row) {
            if (rows->campaign(row).sourceCode == kept->sourceCode)
                base = CampaignBase::of(rows->campaign(row));
        }
        bases.push_back(std::move(base));
    }
    open(kept->isNew ? CampaignEditor::Mode::New : CampaignEditor::Mode::Edit, std::move(bases), &*kept);
}

std::vector<CampaignBase> CampaignPage::chosen() const
{
    std::vector<CampaignBase> bases;
    const auto rows = m_campaigns->rows();
    for (const int row : m_table->selectedRows()) {
        if (rows && row < m_campaigns->rowCount())
            bases.push_back(CampaignBase::of(rows->campaign(m_campaigns->sourceRow(row))));
    }
    return bases;
}

CampaignChoices CampaignPage::choices() const
{
    std::map<QString, QString> types;
    std::map<std::string, CampaignBase::Department> departments;
    const auto rows = m_campaigns->rows();
    for (std::uint32_t row = 0; rows && row < rows->size(); ++row) {
        const Campaign& campaign = rows->campaign(row);
        types[toQString(campaign.typeCode)] = toQString(campaign.typeName);
        for (const CampaignBase::Department& department : CampaignBase::of(campaign).departments)
            departments[department.code + department.id] = department;
    }
    CampaignChoices found;
    found.types.assign(types.begin(), types.end());
    for (auto& [key, department] : departments)
        found.departments.push_back(std::move(department));
    return found;
}

void CampaignPage::create()
{
    open(CampaignEditor::Mode::New, {});
}

void CampaignPage::duplicate()
{
    if (auto bases = chosen(); bases.size() == 1)
        open(CampaignEditor::Mode::New, std::move(bases));
}

void CampaignPage::review()
{
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.size() == 1 && m_campaigns->rows() && rows.front() < m_campaigns->rowCount())
        Q_EMIT reviewWanted(m_campaigns->rows()->item(m_campaigns->sourceRow(rows.front())));
}

void CampaignPage::edit()
{
    showButtons();
    auto bases = chosen();
    if (!m_edit->isEnabled()) {
        if (!bases.empty())
            Q_EMIT told(Mark::Warning, m_edit->toolTip());
        return;
    }
    const auto mode = bases.size() > 1 ? CampaignEditor::Mode::Many : CampaignEditor::Mode::Edit;
    open(mode, std::move(bases));
}

void CampaignPage::open(CampaignEditor::Mode mode, std::vector<CampaignBase> bases, const KeptEdit* kept)
{
    CampaignEditor editor(m_desk, mode, std::move(bases), choices(), window());
    if (kept != nullptr)
        editor.restore(*kept);
    if (editor.exec() != QDialog::Accepted)
        return;
    const auto set = editor.changes();
    if (set)
        Q_EMIT changed(*set);
    else
        Q_EMIT told(Mark::Refused, set.error().text());
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
    return {tr("Campaigns"),
            tr("No campaigns have been read yet"),
            tr("Read them from the server. Reading changes nothing."),
            tr("Name, code, department, external id"),
            tr("%1 campaigns"),
            {},
            {},
            tr("The company has no campaigns. Ctrl+N makes the first.")};
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
        CatalogueNews news = {};
        std::vector<ListItem<Campaign>> items = {};
    };
    const auto work = [connection = m_desk.connection(), since, progress,
                       earlier = since ? m_newest : nullptr] {
        auto read = readCampaignList(*connection, since, *progress);
        if (!read)
            return Read{nullptr, read.error(), {}};
        CatalogueNews news;
        for (const ListItem<Campaign>& item : read->items)
            news.add(*item.value);
        auto rows = std::make_shared<const CampaignRows>(earlier, read->items);
        return Read{rows, {}, read->startedAt, std::move(news), std::move(read->items)};
    };
    const auto done = [this, since](Read read) {
        if (read.rows) {
            m_desk.catalogueKeeper().learn(std::move(read.news));
            m_desk.readings().keepCampaigns(std::move(read.items), read.startedAt, since);
            showRead(read.rows);
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
            showRead(loaded.rows);
        loadingDone(loaded.problem, loaded.moment);
    };
    inWorker(this, work, done, &readings.pool());
    return true;
}

void CampaignPage::showRead(const std::shared_ptr<const CampaignRows>& rows)
{
    m_newest = rows;
    m_campaigns->setSource(rows);
    Q_EMIT campaignsRead(rows);
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
