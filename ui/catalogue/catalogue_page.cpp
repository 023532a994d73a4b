// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/catalogue_page.h"

#include "common/delegates.h"
#include "common/dialogs.h"
#include "common/translated.h"
#include "core/text.h"
#include "lists/list_page.h"
#include "models/roles.h"
#include "session/worker.h"
#include "store/catalogue_file.h"

#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

namespace {

constexpr std::array kindsInOrder{EntryKind::Customer, EntryKind::Product, EntryKind::Campaign};

} // namespace

CataloguePage::CataloguePage(Desk& desk, QWidget* parent) : Page(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("catalogue"));
    build();
    connect(&m_desk.catalogueKeeper(), &CatalogueKeeper::changed, this, [this] {
        showKinds();
        if (m_list == m_desk.catalogue()->list(kind()))
            return;
        if (const auto entry = currentEntry(); entry && !m_wanted)
            m_wanted = m_list->id(*entry); // news take nobody away from where he is
        showList();
    });
    translated(this, [this] { setTexts(); });
}

void CataloguePage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(this);
    m_import = makeButton(m_head, "primary", "open");
    m_import->setObjectName(QStringLiteral("catalogue.import"));
    m_head->addRight(m_import);
    connect(m_import, &QPushButton::clicked, this, [this] { importList(); });
    column->addWidget(m_head);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    auto* left = new QSplitter(Qt::Vertical, splitter);
    m_kinds = new QListWidget(left);
    m_kinds->setObjectName(QStringLiteral("catalogue.kinds"));
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->setItemDelegate(new TwoLineDelegate(m_kinds, size::rowTwoLines));
    m_facets = new FacetPane(QStringLiteral("catalogue.facets"), left);
    auto* kinds = new QWidget(left);
    auto* kindColumn = new QVBoxLayout(kinds);
    kindColumn->setContentsMargins(0, 0, 0, 6);
    kindColumn->setSpacing(0);
    kindColumn->addWidget(m_kinds, 1);
    m_ranges = makeButton(kinds, "link", "range");
    m_ranges->setObjectName(QStringLiteral("catalogue.ranges"));
    m_customerRanges = makeButton(kinds, "link", "customer-range");
    m_customerRanges->setObjectName(QStringLiteral("catalogue.customerRanges"));
    connect(m_ranges, &QPushButton::clicked, this, [this] { Q_EMIT rangesWanted(false); });
    connect(m_customerRanges, &QPushButton::clicked, this, [this] { Q_EMIT rangesWanted(true); });
    kindColumn->addWidget(m_ranges, 0, Qt::AlignLeft);
    kindColumn->addWidget(m_customerRanges, 0, Qt::AlignLeft);
    left->addWidget(kinds);
    left->addWidget(m_facets);
    left->setSizes({360, 260});
    auto* middle = new QWidget(splitter);
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    QFrame* tools = makePane(middle, "toolBar");
    auto* toolRow = new QHBoxLayout(tools);
    toolRow->setContentsMargins(12, 8, 12, 8);
    m_search = makeSearchField(tools);
    m_search->setObjectName(QStringLiteral("catalogue.search"));
    m_count = makeLabel(tools, {}, Type::Caption, "caption");
    toolRow->addWidget(m_search, 1);
    toolRow->addWidget(m_count);
    middleColumn->addWidget(tools);
    m_stack = new QStackedWidget(middle);
    m_empty = new StatePanel(m_stack);
    m_table = new TableView(m_stack);
    m_table->setObjectName(QStringLiteral("catalogue.table"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    middleColumn->addWidget(m_stack, 1);
    splitter->addWidget(left);
    splitter->addWidget(middle);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({210, 780, 310});
    column->addWidget(splitter, 1);
    connect(m_kinds, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        m_facets->model()->clear();
        showList();
    });
    connect(m_facets->model(), &FacetModel::chosen, this, [this] {
        if (m_model != nullptr)
            m_model->setChoices(m_facets->model()->choices());
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (m_model != nullptr)
            m_model->setText(text);
    });
    connect(m_table, &TableView::currentRowChanged, this, &CataloguePage::showDetail);
    connect(m_table, &TableView::exported, this,
            [this](const QString& path) { Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path)); });
    connect(m_table, &TableView::exportFailed, this,
            [this](const QString& why) { Q_EMIT told(Mark::Refused, why); });
    const auto onKey = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { importList(); });
    onKey(Qt::Key_Escape, [this] {
        if (m_search->text().isEmpty())
            m_table->setFocus();
        m_search->clear();
    });
}

QWidget* CataloguePage::makeDetail()
{
    const FactsPane pane = makeFactsPane(this);
    m_title = pane.title;
    m_facts = pane.facts;
    m_explain = makeButton(pane.title->parentWidget(), "", "explain");
    m_explain->setObjectName(QStringLiteral("catalogue.explain"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_explain);
    row->addStretch();
    pane.column->addLayout(row);
    pane.column->addStretch();
    connect(m_explain, &QPushButton::clicked, this, [this] {
        const auto entry = currentEntry();
        if (entry && kind() == EntryKind::Product)
            Q_EMIT whereWanted(Picked::of(*m_list, *entry));
        else if (entry)
            Q_EMIT explainWanted(Picked::of(*m_list, *entry));
    });
    return pane.pane;
}

std::vector<QWidget*> CataloguePage::panes() const
{
    std::vector<QWidget*> all{m_kinds, m_search};
    if (m_facets->isVisibleTo(this))
        all.push_back(m_facets->tree());
    if (m_stack->currentWidget() == m_table)
        all.push_back(m_table);
    return all;
}

void CataloguePage::find()
{
    m_search->setFocus();
    m_search->selectAll();
}

EntryKind CataloguePage::kind() const
{
    const QListWidgetItem* item = m_kinds->currentItem();
    return item == nullptr ? EntryKind::Customer
                           : static_cast<EntryKind>(item->data(Qt::UserRole + 100).toInt());
}

void CataloguePage::show(EntryKind kind)
{
    for (int row = 0; row < m_kinds->count(); ++row) {
        if (m_kinds->item(row)->data(Qt::UserRole + 100).toInt() == static_cast<int>(kind))
            m_kinds->setCurrentRow(row);
    }
}

void CataloguePage::showEntry(EntryKind wanted, const std::string& id)
{
    m_wanted = id;
    if (wanted != kind())
        show(wanted); // which clears the search
    m_search->clear();
    m_facets->model()->clear();
    showState();
    m_table->setFocus();
}

void CataloguePage::setTexts()
{
    m_head->setTitle(tr("Catalogue"));
    m_head->setCaption(tr("what was read from the server, and your reference lists; on this computer alone"));
    setButtonText(m_import, tr("Take over a list…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_import->setToolTip(tr("Customers, products or values from a sheet, with any attributes"));
    m_kinds->setAccessibleName(tr("Kinds"));
    setButtonText(m_ranges, tr("Sale ranges…"));
    setButtonText(m_customerRanges, tr("Customer ranges…"));
    for (QPushButton* button : {m_ranges, m_customerRanges})
        button->setToolTip(tr("The rules that were read have a workspace of their own."));
    m_facets->setAccessibleTexts(tr("Filter by attribute"), tr("Find a value"));
    m_search->setPlaceholderText(tr("Name, code, external id, id, pinyin or its initials"));
    m_search->setAccessibleName(tr("Search"));
    showKinds();
    showList();
}

void CataloguePage::showKinds()
{
    const QSignalBlocker quiet(m_kinds);
    if (m_kinds->count() == 0) {
        for (const EntryKind kind : kindsInOrder)
            (new QListWidgetItem(m_kinds))->setData(Qt::UserRole + 100, static_cast<int>(kind));
        for (int i = 0; i < dimensionCount; ++i)
            (new QListWidgetItem(m_kinds))->setData(Qt::UserRole + 100, i);
        m_kinds->setCurrentRow(0);
    }
    for (int row = 0; row < m_kinds->count(); ++row) {
        QListWidgetItem* item = m_kinds->item(row);
        const auto kind = static_cast<EntryKind>(item->data(Qt::UserRole + 100).toInt());
        const QString count = figure(static_cast<qint64>(m_desk.catalogue()->of(kind).size()));
        item->setText(entryKindName(kind));
        item->setData(SecondLineRole, tr("%1 known").arg(count));
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(entryKindName(kind), count));
    }
}

void CataloguePage::showList()
{
    m_list = m_desk.catalogue()->list(kind());
    auto* before = m_model;
    m_model = new EntryModel(this);
    m_model->setUp(nullptr, static_cast<int>(m_list->attributes().size()));
    m_table->setModel(m_model);
    delete before;
    using Look = ColumnLookKind;
    std::vector<ColumnSpec> columns{
        {Look::CheckBox, 36, 36, false, true},
        {Look::Matches, 240, 240, true},
        {Look::Text, 32, 32, false, true},
        {Look::Code, 120, 120},
        {Look::Code, 130, 130, false, kind() != EntryKind::Customer || m_list->attributes().size() > 2},
        {Look::Code, 160, 160, false, !m_list->attributes().empty()}};
    while (columns.size() < static_cast<std::size_t>(m_model->columnCount()))
        columns.push_back({Look::Text, 110, 120});
    // Remembered for each set of attributes: other lists have other columns.
    m_table->setColumns(
        QStringLiteral("catalogue%1-%2").arg(static_cast<int>(kind())).arg(m_list->attributes().size()),
        std::move(columns));
    m_table->setAccessibleName(entryKindName(kind()));
    m_table->setEmptyText(tr("Nothing matches. Esc clears the search."));
    connect(m_model, &RowModel::settled, this, &CataloguePage::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CataloguePage::showDetail);
    m_facets->model()->clear(); // numbered anew: the same numbers would mean other values
    if (!hasManyValues(*m_list)) {
        m_facets->setGroups(attributeGroups(*m_list));
    } else {
        m_facets->setGroups({});
        inWorker(
            this, [list = m_list] { return attributeGroups(*list); },
            [this, list = m_list](std::vector<FacetModel::Group> groups) {
                if (list == m_list)
                    m_facets->setGroups(std::move(groups));
            });
    }
    m_facets->setVisible(!m_list->attributes().empty());
    m_model->setSource(std::make_shared<const EntryRows>(m_list, kind(), m_desk.picks().picks()));
    m_model->setText(m_search->text());
    m_model->setChoices(m_facets->model()->choices());
    showState();
    showDetail();
}

void CataloguePage::showState()
{
    const bool isEmpty = m_list->size() == 0;
    if (isEmpty) {
        m_empty->showEmpty("catalogue", tr("Nothing of this kind is known yet"),
                           tr("The catalogue grows from every list that is read (F5 in campaigns, ranges and "
                              "customers), and from your own lists. No server operation lists customers or "
                              "products."));
        connect(m_empty->addWay("open", tr("Take over a list…"),
                                tr("customers, products or values from a sheet"),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
                &QPushButton::clicked, this, [this] { importList(); });
    }
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    const int shown = m_model->rowCount();
    const auto all = static_cast<qint64>(m_list->size());
    m_count->setText(shown < all ? tr("%1 of %2").arg(figure(shown), figure(all)) : figure(all));
    // The rows are there once a worker has sorted them.
    const auto entry = m_wanted && m_model->rows() ? m_list->withId(*m_wanted) : std::nullopt;
    if (const int row = entry ? m_model->rowOfKey(m_model->rows()->key(*entry)) : -1; row >= 0) {
        m_wanted.reset();
        m_table->goToRow(row);
        return;
    }
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->goToRow(0);
    else if (shown == 0)
        showDetail();
}

std::optional<std::uint32_t> CataloguePage::currentEntry() const
{
    const int row = m_table->currentIndex().row();
    if (m_model == nullptr || row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->sourceRow(row);
}

void CataloguePage::showDetail()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    m_seen = nullptr;
    const auto entry = currentEntry();
    m_explain->setVisible(entry && (kind() == EntryKind::Customer || kind() == EntryKind::Product));
    setButtonText(m_explain,
                  kind() == EntryKind::Product ? tr("Where may it be sold?") : tr("What may it sell?"));
    m_title->setText(entry ? toQString(m_list->name(*entry)) : QString());
    if (!entry)
        return;
    QWidget* owner = m_title->parentWidget();
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty())
            return static_cast<QLabel*>(nullptr);
        QLabel* fact = makeParagraph(owner, value, Type::Body, "");
        fact->setTextFormat(Qt::PlainText);
        fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        fact->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
        m_facts->addRow(makeLabel(owner, name, Type::Caption, "caption"), fact);
        return fact;
    };
    const CatalogueEntry all = m_list->entry(*entry);
    add(tr("Code"), toQString(all.code));
    add(tr("External id"), toQString(all.sourceCode));
    add(tr("Id"), all.id.starts_with(madeUpId) ? tr("not told by the list") : toQString(all.id));
    for (const auto& [name, value] : all.attributes)
        add(attributeName(name), toQString(value));
    static const std::array origins{QT_TR_NOOP("ranges"), QT_TR_NOOP("customer ranges"),
                                    QT_TR_NOOP("campaigns"), QT_TR_NOOP("a reference list")};
    add(tr("Seen in"), tr(origins.at(static_cast<std::size_t>(all.origin))));
    m_seen = add(tr("Seen last"), QStringLiteral("…"));
    const auto look = [path = m_desk.catalogueKeeper().path(), scope = m_desk.catalogueKeeper().scope(),
                       kind = kind(), id = all.id]() -> QDateTime {
        auto file = path.isEmpty() ? Result<CatalogueFile>(tl::unexpected(Error{}))
                                   : CatalogueFile::openForReading(path);
        const auto seen = file ? file->seen(scope, kind, id) : Result<QDateTime>(QDateTime());
        return seen ? *seen : QDateTime();
    };
    inWorker(this, look, [this, asked = ++m_seenAsked](const QDateTime& seen) {
        if (asked == m_seenAsked)
            showSeen(seen);
    });
}

void CataloguePage::showSeen(const QDateTime& seen)
{
    if (m_seen != nullptr)
        m_seen->setText(seen.isValid() ? seen.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                       : tr("not kept on disk"));
}

void CataloguePage::importList(const QString& path)
{
    const QString chosen = path.isEmpty() ? dialogs().openFile(this, tr("Take over a list")) : path;
    if (chosen.isEmpty())
        return;
    ReferenceDialog dialog(m_desk, kind(), chosen, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    show(dialog.kind());
    Q_EMIT told(Mark::Accepted, tr("Taken over: %1").arg(referenceWords(dialog.counts(), 0)));
}

} // namespace rangedesk::ui
