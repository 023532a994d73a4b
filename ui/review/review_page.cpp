// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_page.h"

#include "common/keys.h"
#include "common/preferences.h"

#include <QShortcut>

namespace rangedesk::ui {

ReviewPage::ReviewPage(Desk& desk, QWidget* parent) : Page(parent), m_desk(desk), m_state(this)
{
    setObjectName(QStringLiteral("review"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(this);
    m_choice = new QComboBox(m_head);
    m_choice->setObjectName(QStringLiteral("review.campaign"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(22);
    m_progressText = makeLabel(m_head, {}, Type::Caption, "caption");
    m_progress = new SegmentedBar(m_head);
    m_progress->setMinimumWidth(160);
    m_cancel = makeButton(m_head, "", "stop");
    m_cancel->hide();
    m_refresh = makeButton(m_head, "", "refresh");
    m_refresh->setObjectName(QStringLiteral("review.refresh"));
    m_export = makeButton(m_head, "", "export");
    m_export->setObjectName(QStringLiteral("review.export"));
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_choice, m_progressText, m_progress, m_cancel, m_refresh, m_export})
        m_head->addRight(widget);
    column->addWidget(m_head);
    m_since = new Note(Mark::Changed, this);
    m_since->hide();
    column->addWidget(m_since);
    m_stack = new QStackedWidget(this);
    m_empty = new StatePanel(m_stack);
    m_stack->addWidget(m_empty);
    m_counter.setMaxThreadCount(1);
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_pictures = makePictures();
    m_splitter->addWidget(m_pictures);
    m_splitter->addWidget(makeList());
    m_card = new MerchantCard(m_state, m_splitter);
    m_splitter->addWidget(m_card);
    const Theme& theme = Theme::instance();
    const QString splitKey = QStringLiteral("review/splitter");
    if (!m_splitter->restoreState(Preferences::value(splitKey).toByteArray()))
        m_splitter->setSizes({theme.scaled(420), theme.scaled(500), theme.scaled(400)});
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this, splitKey] { Preferences::setValue(splitKey, m_splitter->saveState()); });
    m_stack->addWidget(m_splitter);
    column->addWidget(m_stack, 1);

    connect(m_choice, &QComboBox::activated, this, [this](int at) {
        if (m_campaigns && at >= 0)
            open(m_campaigns->item(m_choice->itemData(at).toUInt()), m_campaignsReadAt);
    });
    connect(m_refresh, &QPushButton::clicked, this, &ReviewPage::refresh);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_reading)
            m_reading->stop = true;
        if (m_abandonBuild)
            *m_abandonBuild = true;
    });
    connect(m_export, &QPushButton::clicked, this, &ReviewPage::exportList);
    connect(m_card, &MerchantCard::decided, this, &ReviewPage::decide);
    connect(m_card, &MerchantCard::rowWanted, this, &ReviewPage::goTo);
    connect(m_card->noteField(), &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_card, &MerchantCard::noteLeft, m_table, qOverload<>(&QWidget::setFocus));
    connect(&m_state, &ReviewState::changed, this, &ReviewPage::showRows);
    const auto strip = [this](Mark mark, const QString& text) {
        m_since->setMark(mark);
        m_since->clearButtons();
        m_since->setText(text);
        m_since->show();
    };
    connect(&m_state, &ReviewState::notSaved, this, [strip](const Error& error) {
        strip(Mark::Refused, tr("The last decisions could not be written yet, and are kept here. It is tried "
                                "again every few seconds. %1")
                                 .arg(error.text()));
    });
    connect(&m_state, &ReviewState::savedAgain, this,
            [strip] { strip(Mark::Verified, tr("All decisions are written now.")); });
    connect(&m_state, &ReviewState::setAside, this, [strip](const QString& path) {
        strip(Mark::Warning, tr("The file of decisions was damaged. It is kept as %1; the decisions on this "
                                "campaign were written to a new one.")
                                 .arg(path));
    });
    connect(&m_state, &ReviewState::stepped, this, [this](const std::string& customer, const QString& text) {
        goToKey(customer);
        Q_EMIT told(Mark::Changed, text);
    });
    connect(&m_desk.catalogueKeeper(), &CatalogueKeeper::changed, this, &ReviewPage::lookUpFacts);
    addKeys();
    translated(this, [this] { setTexts(); });
    showState();
}

ReviewPage::~ReviewPage()
{
    m_card->commitNote();
    for (const auto& abandon : {m_abandonBuild, m_abandonCount}) {
        if (abandon)
            *abandon = true;
    }
    if (m_reading)
        m_reading->stop = true;
    m_counter.waitForDone();
}

QWidget* ReviewPage::makeList()
{
    using Look = ColumnLookKind;
    auto* content = new QWidget(m_stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* tools = makePane(content, "toolBar");
    auto* toolColumn = new QVBoxLayout(tools);
    toolColumn->setContentsMargins(12, 8, 12, 8);
    m_search = makeSearchField(tools);
    m_search->setObjectName(QStringLiteral("review.search"));
    m_facets = new EquationBar(tools);
    auto* searchLine = new QHBoxLayout;
    m_picturesToggle = makeButton(tools);
    m_picturesToggle->setObjectName(QStringLiteral("review.pictures"));
    m_picturesToggle->setCheckable(true);
    connect(m_picturesToggle, &QPushButton::toggled, this, &ReviewPage::showPictures);
    searchLine->addWidget(m_picturesToggle);
    searchLine->addWidget(m_search, 1);
    toolColumn->addLayout(searchLine);
    m_chips = new FilterChips(tools);
    m_chips->setObjectName(QStringLiteral("review.chips"));
    toolColumn->addWidget(m_chips);
    toolColumn->addWidget(m_facets);
    column->addWidget(tools);
    m_table = new TableView(content);
    m_table->setObjectName(QStringLiteral("review.table"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumns(QStringLiteral("review"),
                        {{Look::TwoLines, 240, 240, true},
                         {Look::Chip, 104, 144},
                         {Look::Text, 200, 240, false, true},
                         {Look::Code, 130, 130, false, true},
                         {Look::Text, 120, 140, false, true},
                         {Look::Code, 150, 170, false, true},
                         {Look::Text, 180, 200, false, true},
                         {Look::Text, 100, 110, false, true},
                         {Look::Code, 120, 130, false, true},
                         {Look::Code, 110, 120, false, true},
                         {Look::Code, 170, 170, false, true}},
                        size::rowTwoLines);
    m_model = new ReviewModel(this);
    m_table->setModel(m_model);
    column->addWidget(m_table, 1);
    QFrame* foot = makePane(content, "paneFoot");
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(12, 5, 12, 5);
    m_legend = makeLabel(foot, {}, Type::Caption, "caption");
    m_batch = makeButton(foot, "link");
    m_batch->setObjectName(QStringLiteral("review.batch"));
    footRow->addWidget(m_legend);
    footRow->addStretch();
    footRow->addWidget(m_batch);
    column->addWidget(foot);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_facets, &EquationBar::facetChosen, this, [this](std::uint32_t facet) {
        m_otherFacets = facet;
        if (facet == ReviewRows::GoneOne) { // they stand in no picture
            m_funnel->setChosen(-1);
            m_overlaps->setChosen(-1);
            setOverlap(ReviewRows::AnyRegistered);
        }
        m_model->setFacets(facets());
    });
    connect(m_chips, &FilterChips::changed, this, [this] {
        m_isNewFilter = true;
        m_model->setChoices(m_chips->choices());
        showBreakdown();
    });
    connect(m_model, &RowModel::settled, this, [this] {
        const int current = m_table->currentIndex().row();
        if ((current < 0 || m_table->selectedCount() == 0) && m_model->rowCount() > 0) {
            m_table->goToRow(std::max(current, 0)); // what the keys decide on is always marked
            if (m_choice->hasFocus() && isVisible())
                m_table->setFocus(); // the keys decide here
        } else if (std::exchange(m_isNewFilter, false)) {
            m_table->scrollTo(m_table->currentIndex());
        }
        showCurrent(m_table->currentIndex().row());
        showProgress();
        countFields();
    });
    connect(m_table, &TableView::currentRowChanged, this, &ReviewPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewPage::showChosen);
    connect(m_table, &TableView::exported, this,
            [this](const QString& path) { Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path)); });
    connect(m_table, &TableView::exportFailed, this,
            [this](const QString& why) { Q_EMIT told(Mark::Refused, why); });
    connect(m_batch, &QPushButton::clicked, this, [this] { decideAllShown(ReviewDecision::None); });
    return content;
}

void ReviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    showPictures();
}

/// A narrow window has room for the list and either the card or the pictures.
void ReviewPage::showPictures()
{
    constexpr int roomy = 1180;
    const bool isRoomy = width() >= Theme::instance().scaled(roomy);
    m_picturesToggle->setVisible(!isRoomy);
    m_pictures->setVisible(isRoomy || m_picturesToggle->isChecked());
    m_card->setVisible(isRoomy || !m_picturesToggle->isChecked());
}

void ReviewPage::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        // A single key that is held must not decide on twenty, nor one that is typed into a list of choices.
        const bool isSingle =
            (key[0].keyboardModifiers() & ~Qt::ShiftModifier) == 0 && key[0].key() != Qt::Key_Escape;
        shortcut->setAutoRepeat(!isSingle);
        connect(shortcut, &QShortcut::activated, this, [this, act, isSingle] {
            if (!isSingle || !isTypingElsewhere())
                act();
        });
    };
    const std::array<std::pair<Qt::Key, ReviewDecision>, 4> decisions{
        {{Qt::Key_A, ReviewDecision::Approved},
         {Qt::Key_F, ReviewDecision::Flagged},
         {Qt::Key_R, ReviewDecision::Rejected},
         {Qt::Key_Delete, ReviewDecision::None}}};
    for (const auto& [key, decision] : decisions) {
        onKey(key, [this, chosen = decision] { decide(chosen); });
        if (decision != ReviewDecision::None)
            onKey(QKeySequence(Qt::SHIFT | key), [this, chosen = decision] { decideAllShown(chosen); });
    }
    onKey(Qt::Key_H, [this] { m_card->toggleHistory(); });
    onKey(Qt::Key_U, [this] { nextUndecided(); });
    onKey(Qt::Key_D, [this] { m_card->goToPartner(); });
    onKey(Qt::Key_P, [this] {
        if (m_card->pictures()->isVisible()) // else it would be turned on for later ones unseen
            m_card->pictures()->button()->click();
    });
    onKey(Qt::Key_N, [this] {
        m_picturesToggle->setChecked(false);
        m_card->noteField()->setFocus();
        m_card->noteField()->selectAll();
    });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        m_picturesToggle->setChecked(false);
        m_card->toggleRaw();
    });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportList(); });
    onKey(QKeySequence::Undo, [this] { m_state.undoStacks().undo(); });
    for (const QKeySequence& redo : redoKeys)
        onKey(redo, [this] { m_state.undoStacks().redo(); });
    onKey(Qt::Key_Escape, [this] {
        if (m_reading) {
            m_reading->stop = true;
        } else if (m_card->noteField()->hasFocus()) {
            m_card->restoreNote();
            m_table->setFocus();
        } else if (!m_search->text().isEmpty()) {
            m_search->clear();
        } else {
            clearFilter();
        }
    });
}

void ReviewPage::setTexts()
{
    m_head->setTitle(tr("Registrations"));
    m_choice->setAccessibleName(tr("Campaign under review"));
    m_choice->setPlaceholderText(tr("Choose a campaign"));
    setButtonText(m_refresh, tr("Download again"), Qt::Key_F5);
    setButtonText(m_cancel, tr("Cancel"), Qt::Key_Escape);
    setButtonText(m_export, tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_search->setPlaceholderText(tr("Name, code, merchant information"));
    m_search->setAccessibleName(tr("Search the customers"));
    m_picturesToggle->setText(tr("Pictures"));
    m_picturesToggle->setAccessibleName(m_picturesToggle->text());
    m_table->setAccessibleName(tr("Customers of the campaign"));
    m_table->setEmptyText(tr("No customer fits this filter."));
    m_funnelTitle->setText(tr("From covered to registered"));
    m_funnel->setAccessibleName(m_funnelTitle->text());
    m_overlapTitle->setText(tr("How the three lists overlap (solid: registered)"));
    m_overlaps->setAccessibleName(tr("How the three lists overlap"));
    m_fieldTitle->setText(tr("By"));
    m_field->setAccessibleName(tr("Field of the merchant information, or attribute of the catalogue"));
    m_breakdown->setAccessibleName(tr("How often each value occurs"));
    setButtonText(m_batch, tr("Decide on all that are shown…"), QKeySequence(Qt::SHIFT | Qt::Key_A));
    m_batch->setToolTip(tr("Shift+A, Shift+F or Shift+R, with that decision chosen"));
    showFilter();
    showCounts();
    showProgress();
    if (m_state.download()) { // charts hold words
        m_funnel->setFigures(m_state.download()->list->figures());
        m_overlaps->setFigures(m_state.download()->list->figures());
        showSince();
        showDownloaded();
        showBreakdown();
    }
    showState();
}

std::vector<QWidget*> ReviewPage::panes() const
{
    if (!m_state.download())
        return {m_choice};
    std::vector<QWidget*> all{m_table, m_card->noteField(), m_choice, m_funnel, m_overlaps};
    if (m_breakdown->isVisible())
        all.push_back(m_breakdown);
    all.push_back(m_search);
    return all;
}

void ReviewPage::find()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ReviewPage::showCurrent(int row)
{
    const auto rows = m_model->rows();
    const bool isThere = rows && row >= 0 && row < m_model->rowCount();
    m_card->showCustomer(rows, isThere ? m_model->sourceRow(row) : noCustomer);
    showChosen();
}

} // namespace rangedesk::ui
