// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickers/picker_dialog.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/preferences.h"
#include "core/id.h"
#include "core/text.h"
#include "pickers/paste_pane.h"
#include "session/worker.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

namespace {

/// Attributes of which a list of values can be looked through.
constexpr std::size_t mostValues = 500;

std::vector<FacetModel::Group> groupsOf(const EntryList& list)
{
    std::vector<FacetModel::Group> groups;
    for (std::size_t i = 0; i < list.attributes().size(); ++i) {
        const EntryList::Attribute& attribute = list.attributes()[i];
        if (attribute.values.size() > mostValues)
            continue;
        FacetModel::Group group{static_cast<int>(i), attributeName(attribute.name), {}};
        for (std::uint32_t v = 0; v < attribute.values.size(); ++v)
            group.values.push_back({v + 1, toQString(attribute.values[v]), attribute.counts[v]});
        std::sort(group.values.begin(), group.values.end(),
                  [](const auto& a, const auto& b) { return a.count > b.count; });
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

PickerDialog::PickerDialog(Desk& desk, PickerWish wish, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_wish(std::move(wish)), m_list(desk.catalogue()->list(m_wish.kind)),
      m_model(new EntryModel(this)), m_basketModel(new BasketModel(this))
{
    setObjectName(QStringLiteral("picker"));
    setWindowTitle(m_wish.title);
    const Theme& theme = Theme::instance();
    resize(theme.scaled(m_wish.several ? 1080 : 760), theme.scaled(660));
    build();
    showList();
    m_search->setFocus();
}

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
        if (m_model->rowCount() > 0)
            m_table->goToRow(0);
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
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_F), this), &QShortcut::activated, m_facets->tree(),
            [this] { m_facets->tree()->setFocus(); });
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
    m_basketView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_basketView->setItemDelegate(new TwoLineDelegate(m_basketView, 44));
    m_paste = new PastePane(m_tabs);
    m_tabs->addTab(m_basketView, {});
    m_tabs->addTab(m_paste, {});
    auto* remove = new QShortcut(QKeySequence::Delete, m_basketView);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        std::vector<std::uint32_t> gone;
        for (const QModelIndex& index : m_basketView->selectionModel()->selectedIndexes())
            gone.push_back(m_basketModel->entry(index.row()));
        m_basket.remove(gone);
        tellBasket();
    });
    connect(m_paste, &PastePane::taken, this, [this](const std::vector<std::uint32_t>& entries) {
        for (const std::uint32_t entry : entries)
            m_basket.add(entry);
        tellBasket();
        m_tabs->setCurrentIndex(0);
    });
    connect(m_paste, &PastePane::typedWanted, this, &PickerDialog::addTyped);
    return m_tabs;
}

void PickerDialog::showList()
{
    m_basketModel->setUp(m_list, &m_basket);
    m_model->setUp(m_wish.several ? &m_basket : nullptr, static_cast<int>(m_list->attributes().size()));
    m_table->setModel(m_model);
    using Look = ColumnLookKind;
    std::vector<ColumnSpec> columns{{Look::CheckBox, 36, 36, false, !m_wish.several},
                                    {Look::Matches, 240, 240, true},
                                    {Look::Code, 110, 110},
                                    {Look::Code, 120, 120, false, true},
                                    {Look::Code, 150, 150, false, m_wish.kind == EntryKind::Customer}};
    while (columns.size() < static_cast<std::size_t>(m_model->columnCount()))
        columns.push_back({Look::Text, 100, 110});
    m_table->setColumns(QStringLiteral("picker%1").arg(static_cast<int>(m_wish.kind)), std::move(columns));
    m_model->setSource(std::make_shared<const EntryRows>(m_list));
    m_facets->setGroups(groupsOf(*m_list));
    m_facets->setVisible(!m_list->attributes().empty());
    m_count->setText(tr("%1 in the catalogue").arg(figure(static_cast<qint64>(m_list->size()))));
    m_table->setEmptyText(
        m_list->size() == 0 ? tr("The catalogue knows none yet. It grows from every list that is read (F5).")
                            : tr("Nothing matches. Shorten the search, or use it as it is typed."));
    tellBasket();
}

void PickerDialog::showState()
{
    const int shown = m_model->rowCount();
    const bool isFiltered = shown != static_cast<int>(m_model->totalCount());
    m_matches->setText(isFiltered ? tr("%1 match").arg(figure(shown)) : QString());
    setButtonText(m_all, tr("Pick all %1 shown").arg(figure(shown)));
    m_all->setEnabled(shown > 0);
    const auto picked = static_cast<qint64>(m_basket.size() + m_typed.size());
    if (m_wish.several) {
        setButtonText(m_use, tr("Use %1").arg(figure(picked)), QKeySequence(Qt::CTRL | Qt::Key_Return));
        m_use->setEnabled(picked > 0);
        m_tabs->setTabText(0, tr("Basket %1").arg(figure(static_cast<qint64>(m_basket.size()))));
        m_tabs->setTabText(1,
                           tr("Pasted %1").arg(figure(static_cast<qint64>(m_paste->column().texts.size()))));
    } else {
        const bool isTyped = shown == 0 && m_wish.takesTyped && !m_search->text().trimmed().isEmpty();
        m_use->setText(isTyped ? tr("Use \"%1\" as it is").arg(m_search->text().trimmed())
                               : tr("Use this one"));
        m_use->setEnabled(isTyped || m_table->currentIndex().isValid());
    }
    m_typedLabel->setText(m_typed.empty() ? QString()
                                          : tr("%1 of them as typed, not in the catalogue")
                                                .arg(figure(static_cast<qint64>(m_typed.size()))));
}

void PickerDialog::toggle(int row)
{
    if (!m_wish.several || row < 0 || row >= m_model->rowCount())
        return;
    const std::uint32_t entry = m_model->sourceRow(row);
    if (!m_basket.add(entry))
        m_basket.remove(entry);
    tellBasket();
}

void PickerDialog::toggleSelected()
{
    bool hasAdded = false;
    const std::vector<int> rows = m_table->selectedRows();
    for (const int row : rows)
        hasAdded = m_basket.add(m_model->sourceRow(row)) || hasAdded;
    if (!hasAdded) {
        std::vector<std::uint32_t> gone;
        for (const int row : rows)
            gone.push_back(m_model->sourceRow(row));
        m_basket.remove(gone);
    }
    tellBasket();
}

void PickerDialog::takeShown()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_basket.add(m_model->sourceRow(row));
    tellBasket();
}

void PickerDialog::tellBasket()
{
    m_model->tellBasket();
    m_basketModel->tell();
    showState();
}

void PickerDialog::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    m_tabs->setCurrentIndex(1);
    const auto work = [list = m_list, text] { return resolvePasted(*list, text); };
    const auto done = [this](PastedColumn column) {
        m_paste->setColumn(m_list, std::move(column));
        m_paste->view()->setFocus();
        showState();
    };
    inWorker(this, work, done);
}

/// Texts that the catalogue does not know: 19 digits are an id, others a code.
void PickerDialog::addTyped(const QStringList& texts)
{
    constexpr qsizetype idLength = 16;
    std::set<std::string> there;
    for (const Picked& typed : m_typed)
        there.insert(typed.value);
    for (const QString& text : texts) {
        const std::string value = toUtf8(text);
        const bool isId = isDigits(value) && text.size() >= idLength;
        // Digits that a spreadsheet took away cannot be guessed (decisions 4).
        if (idDamage(value) == IdDamage::None && there.insert(value).second)
            m_typed.push_back({isId ? SelectBy::Id : SelectBy::Code, value, {}, {}});
    }
    showState();
}

void PickerDialog::finish()
{
    if (!m_wish.several && m_model->isWorking()) { // Enter right behind the last letter
        m_finishesWhenSettled = true;
        return;
    }
    if (!m_use->isEnabled())
        return;
    if (!m_wish.several) {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            m_basket.add(m_model->sourceRow(current.row()));
        else
            addTyped({m_search->text().trimmed()});
    }
    accept();
}

std::vector<Picked> PickerDialog::picked() const
{
    std::vector<Picked> all;
    for (const std::uint32_t entry : m_basket.entries())
        all.push_back(Picked::of(*m_list, entry));
    all.insert(all.end(), m_typed.begin(), m_typed.end());
    return all;
}

std::vector<Picked> PickerDialog::pick(Desk& desk, const PickerWish& wish, QWidget* parent)
{
    PickerDialog dialog(desk, wish, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.picked() : std::vector<Picked>();
}

void PickerDialog::reject()
{
    constexpr std::size_t worthAsking = 3;
    const bool isLost = m_wish.several && m_basket.size() + m_typed.size() > worthAsking;
    if (isLost &&
        dialogs().ask(
            this,
            {tr("Leave without what you picked?"),
             tr("%1 are in the basket.").arg(figure(static_cast<qint64>(m_basket.size() + m_typed.size()))),
             {{tr("Leave")}, {tr("Go on picking"), "primary"}},
             1}) != 0)
        return;
    QDialog::reject();
}

bool PickerDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    // Typing goes on searching in the table, too.
    const QString text = key->text();
    const bool isTyping = !text.isEmpty() && text.front().isLetterOrNumber() &&
                          (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    if (watched == m_table && isTyping) {
        m_search->setFocus();
        m_search->setText(m_search->text() + text);
        return true;
    }
    if (watched != m_search)
        return QDialog::eventFilter(watched, event);
    const bool isMove = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up ||
                        key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
    if (isMove) {
        m_table->setFocus();
        QCoreApplication::sendEvent(m_table, event);
        return true;
    }
    // A column is pasted as a column; a single text goes into the search.
    if (key->matches(QKeySequence::Paste) && m_wish.several &&
        QGuiApplication::clipboard()->text().trimmed().contains(QLatin1Char('\n'))) {
        paste();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void PickerDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & Qt::ControlModifier) != 0) {
        finish();
        return;
    }
    if (isEnter) {
        auto* button = qobject_cast<QAbstractButton*>(focusWidget());
        const bool isInList = m_search->hasFocus() || m_table->hasFocus();
        if (button != nullptr)
            button->click();
        else if (isInList && m_wish.several && !m_model->isWorking() && m_table->currentIndex().isValid())
            toggle(m_table->currentIndex().row());
        else if (isInList && !m_wish.several)
            finish();
        return;
    }
    if (event->matches(QKeySequence::Paste) && m_wish.several) {
        paste();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace rangedesk::ui
