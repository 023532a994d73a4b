// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/environment_band.h"
#include "pickers/paste_pane.h"
#include "pickers/picker_dialog.h"

#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

void PickerDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new EnvironmentBand(m_desk.environment(), this));
    QFrame* head = makePane(this, "pageHead");
    auto* headRow = new QVBoxLayout(head);
    headRow->setContentsMargins(16, 10, 16, 10);
    auto* titleRow = new QHBoxLayout;
    titleRow->addWidget(makeLabel(head, m_wish.title, Type::PaneTitle));
    titleRow->addStretch();
    m_count = makeLabel(head, {}, Type::Caption, "caption");
    titleRow->addWidget(m_count);
    headRow->addLayout(titleRow);
    auto* searchRow = new QHBoxLayout;
    m_search = makeSearchField(head);
    m_search->setObjectName(QStringLiteral("picker.search"));
    m_search->setPlaceholderText(tr("Name, code, external id, id, pinyin or its initials"));
    m_search->setAccessibleName(tr("Search"));
    m_search->installEventFilter(this);
    m_matches = makeLabel(head, {}, Type::Caption, "caption");
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_matches);
    QPushButton* pasteButton = nullptr;
    if (m_wish.several) {
        pasteButton = makeButton(head, "", "paste");
        setButtonText(pasteButton, tr("Paste a column"), QKeySequence::Paste);
        pasteButton->setObjectName(QStringLiteral("picker.paste"));
        connect(pasteButton, &QPushButton::clicked, this, &PickerDialog::paste);
        searchRow->addWidget(pasteButton);
    }
    headRow->addLayout(searchRow);
    m_picks = new EquationBar(head);
    m_picks->setObjectName(QStringLiteral("picker.picks"));
    headRow->addWidget(m_picks);
    connect(m_picks, &EquationBar::facetChosen, m_model, &RowModel::setFacets);
    column->addWidget(head);

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    m_facets = new FacetPane(QStringLiteral("picker.facets"), splitter);
    m_facets->setAccessibleTexts(tr("Filter by attribute"), tr("Find a value"));
    auto* middle = new QWidget(splitter);
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    m_table = new TableView(middle);
    m_table->setObjectName(QStringLiteral("picker.table"));
    m_table->setAccessibleName(m_wish.title);
    m_table->setSelectionMode(m_wish.several ? QAbstractItemView::ExtendedSelection
                                             : QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    middleColumn->addWidget(m_table, 1);
    QFrame* foot = makePane(middle, "paneFoot");
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(12, 4, 12, 4);
    if (m_wish.several) {
        footRow->addWidget(makeKeyCap(foot, tr("Space")));
        footRow->addWidget(makeLabel(foot, tr("picks"), Type::Caption, "caption"));
        footRow->addWidget(makeKeyCap(foot, QStringLiteral("Alt+F")));
        footRow->addWidget(makeLabel(foot, tr("attributes"), Type::Caption, "caption"));
        footRow->addWidget(makeKeyCap(foot, QStringLiteral("Ctrl+Enter")));
        footRow->addWidget(makeLabel(foot, tr("done"), Type::Caption, "caption"));
    }
    footRow->addStretch();
    m_favourite = makeButton(foot, "link", "favourite");
    m_favourite->setObjectName(QStringLiteral("picker.favourite"));
    setButtonText(m_favourite, tr("Favourite"), QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_favourite, &QPushButton::clicked, this, &PickerDialog::toggleFavourites);
    footRow->addWidget(m_favourite);
    m_all = makeButton(foot, "link");
    m_all->setObjectName(QStringLiteral("picker.all"));
    m_all->setVisible(m_wish.several);
    footRow->addWidget(m_all);
    middleColumn->addWidget(foot);
    splitter->addWidget(m_facets);
    splitter->addWidget(middle);
    splitter->setStretchFactor(1, 1);
    if (m_wish.several)
        splitter->addWidget(makeBasket());
    splitter->setSizes({200, 600, 290});
    column->addWidget(splitter, 1);

    QFrame* bottom = makePane(this, "pageHead");
    auto* bottomRow = new QHBoxLayout(bottom);
    bottomRow->setContentsMargins(16, 10, 16, 10);
    m_typedLabel = makeLabel(bottom, {}, Type::Body, "caption");
    bottomRow->addWidget(m_typedLabel);
    bottomRow->addStretch();
    QPushButton* leave = makeButton(bottom);
    leave->setText(tr("Cancel"));
    m_use = makeButton(bottom, "primary");
    m_use->setObjectName(QStringLiteral("picker.use"));
    for (QPushButton* button : {leave, m_use}) {
        button->setAutoDefault(false);
        bottomRow->addWidget(button);
    }
    column->addWidget(bottom);

    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &PickerDialog::finish);
    connect(m_all, &QPushButton::clicked, this, &PickerDialog::takeShown);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_facets->model(), &FacetModel::chosen, this,
            [this] { m_model->setChoices(m_facets->model()->choices()); });
    connect(m_model, &RowModel::settled, this, [this] {
        const bool stays = std::exchange(m_stays, false) && m_table->currentIndex().isValid();
        if (m_model->rowCount() > 0 && !stays)
            m_table->goToRow(0);
        if (m_columns)
            m_columns->follow();
        showState();
        if (std::exchange(m_finishesWhenSettled, false))
            finish();
    });
    connect(m_table, &TableView::toggleRequested, this, [this](const QModelIndex& index) {
        if (m_table->selectedCount() > 1)
            toggleSelected();
        else
            toggle(index.row());
    });
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_wish.several)
            toggle(index.row());
        else
            finish();
    });
    connect(m_table, &TableView::currentRowChanged, this, &PickerDialog::showState);
    connect(m_table, &TableView::menuWanted, this, [this](QMenu* menu) {
        const bool isThere = m_table->selectedCount() > 0;
        if (m_wish.several)
            addMenuItem(menu, "verified", tr("Pick, or take back"), Qt::Key_Space, isThere,
                        [this] { toggleSelected(); });
        addMenuItem(menu, "favourite", tr("Favourite on or off"), QKeySequence(Qt::CTRL | Qt::Key_D), isThere,
                    [this] { toggleFavourites(); });
    });
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_F), this), &QShortcut::activated, m_facets->tree(),
            [this] { m_facets->tree()->setFocus(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this), &QShortcut::activated, this,
            &PickerDialog::toggleFavourites);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(&m_desk.catalogueKeeper(), &CatalogueKeeper::changed, this, &PickerDialog::showState);
}

QWidget* PickerDialog::makeBasket()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumWidth(220);
    m_basketView = new QListView(m_tabs);
    m_basketView->setObjectName(QStringLiteral("picker.basket"));
    m_basketView->setAccessibleName(tr("Basket"));
    m_basketView->setModel(m_basketModel);
    m_basketView->setFrameShape(QFrame::NoFrame);
    m_basketView->setUniformItemSizes(true);
    m_basketView->setLayoutMode(QListView::Batched); // a million lines are laid out piece by piece
    m_basketView->setBatchSize(2000);
    m_basketView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_basketView->setItemDelegate(new TwoLineDelegate(m_basketView, 44));
    m_paste = new PastePane(m_tabs);
    m_tabs->addTab(m_basketView, {});
    m_tabs->addTab(m_paste, {});
    auto* remove = new QAction(icon("remove"), tr("Take out of the basket"), m_basketView);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_basketView->addAction(remove);
    m_basketView->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, [this] {
        std::vector<std::uint32_t> gone;
        for (const QModelIndex& index : m_basketView->selectionModel()->selectedIndexes())
            gone.push_back(m_basketModel->entry(index.row()));
        m_basket.remove(gone);
        tellBasket();
    });
    connect(m_paste, &PastePane::taken, this, &PickerDialog::gather);
    connect(m_paste, &PastePane::typedWanted, this, &PickerDialog::addTyped);
    return m_tabs;
}

} // namespace rangedesk::ui
