// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/rule_detail.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace rangedesk::ui {

RuleDetail::RuleDetail(Desk& desk, PendingEdits& edits, bool ofCustomers, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_edits(edits), m_ofCustomers(ofCustomers),
      m_products(new RuleProductModel(this)), m_conditions(new RuleConditionModel(this))
{
    setObjectName(QStringLiteral("sidePane"));
    build();
    connect(&m_edits, &PendingEdits::changed, this, &RuleDetail::showProducts);
}

void RuleDetail::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(size::padding, 14, size::padding, 10);
    top->setSpacing(6);
    m_title = makeParagraph(this, {}, Type::PaneTitle, "");
    m_facts = makeParagraph(this, {}, Type::Caption, "faint");
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_seen = makeParagraph(this, {}, Type::Caption, "faint");
    m_seen->setObjectName(QStringLiteral("range.seen"));
    m_aging.setSingleShot(true);
    connect(&m_aging, &QTimer::timeout, this, &RuleDetail::showSeen);
    m_note = new Note(Mark::Warning, this);
    auto* line = new QHBoxLayout;
    m_figures = makeLabel(this, {}, Type::Body);
    m_search = makeSearchField(this);
    m_search->setMinimumWidth(110);
    m_add = makeButton(this, "", "add");
    m_add->setObjectName(QStringLiteral("range.add"));
    line->addWidget(m_search, 1);
    line->addWidget(m_add);
    m_remove = makeIconButton(this, "remove");
    m_remove->setObjectName(QStringLiteral("range.remove"));
    line->addWidget(m_remove);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_facts, m_seen, m_note})
        top->addWidget(widget);
    m_tree = new ConditionTreeView(this);
    m_tree->setObjectName(QStringLiteral("range.tree"));
    m_tree->setReadOnly(6);
    m_tree->setModel(m_conditions);
    top->addWidget(m_tree);
    m_where = makeButton(this, "link");
    m_where->setObjectName(QStringLiteral("range.where"));
    auto* figures = new QHBoxLayout;
    figures->addWidget(m_figures, 1);
    figures->addWidget(m_where);
    top->addLayout(figures);
    top->addLayout(line);
    m_forAll = new QCheckBox(this);
    m_forAll->setObjectName(QStringLiteral("range.forAll"));
    m_forAll->hide();
    top->addWidget(m_forAll);
    column->addLayout(top);
    m_table = new TableView(this);
    const QString name =
        m_ofCustomers ? QStringLiteral("customerRules.products") : QStringLiteral("rules.products");
    m_table->setObjectName(name);
    m_table->setModel(m_products);
    using Look = ColumnLookKind;
    m_table->setColumns(name, {{Look::Mark, 32, 32},
                               {Look::Text, 150, 118, true},
                               {Look::Code, 78, 78},
                               {Look::ToggleChip, 70, 96},
                               {Look::ToggleChip, 70, 70},
                               {Look::Text, 104, 104, false, !m_ofCustomers}});
    column->addWidget(m_table, 1);
    m_keys = makeParagraph(this, {}, Type::Caption, "caption");
    m_keys->setObjectName(QStringLiteral("range.keys"));
    m_keys->setContentsMargins(16, 4, 16, 6);
    column->addWidget(m_keys);
    m_pending = makePane(this, "paneFoot");
    auto* pendingColumn = new QVBoxLayout(m_pending);
    pendingColumn->setContentsMargins(12, 6, 12, 6);
    m_pendingText = makeParagraph(m_pending, {}, Type::Body, "");
    pendingColumn->addWidget(m_pendingText);
    auto* pendingRow = new QHBoxLayout;
    m_mine = makeButton(m_pending);
    m_theirs = makeButton(m_pending);
    m_discard = makeButton(m_pending, "", "undo");
    m_discard->setObjectName(QStringLiteral("range.discard"));
    for (QPushButton* button : {m_mine, m_theirs, m_discard})
        pendingRow->addWidget(button);
    pendingRow->addStretch();
    pendingColumn->addLayout(pendingRow);
    column->addStretch(); // without a rule the title stays on top
    column->addWidget(m_pending);

    connect(m_forAll, &QCheckBox::clicked, this, [this](bool isOn) {
        m_tickedFor.clear();
        if (isOn) {
            for (const std::uint32_t other : m_others)
                m_tickedFor.insert(m_rows->target(other).key());
        }
    });
    connect(m_search, &QLineEdit::textChanged, m_products, &RowModel::setText);
    connect(m_add, &QPushButton::clicked, this, &RuleDetail::addProducts);
    connect(m_where, &QPushButton::clicked, this, &RuleDetail::askWhere);
    connect(m_table, &TableView::toggleRequested, this, [this](const QModelIndex& index) {
        toggle(index.column() != static_cast<int>(RuleProductModel::Column::New));
    });
    connect(m_table, &TableView::deleteRequested, this, &RuleDetail::removeOrRestore);
    connect(m_remove, &QToolButton::clicked, this, &RuleDetail::removeOrRestore);
    connect(m_table, &TableView::menuWanted, this, &RuleDetail::addMenu);
    connect(m_table, &TableView::currentRowChanged, this, &RuleDetail::showRemoving);
    connect(m_products, &RowModel::settled, this, &RuleDetail::showRemoving);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        if (m_row)
            m_edits.discard(m_rows->target(*m_row).key());
    });
    connect(m_mine, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { decide(false); });
    const auto onKey = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::Key_M), [this] { toggle(true); });
    onKey(QKeySequence(Qt::Key_N), [this] { toggle(false); });
    onKey(QKeySequence(Qt::Key_W), [this] { askWhere(); });
    onKey(QKeySequence(Qt::Key_Insert), [this] { addProducts(); });
    translated(this, [this] {
        m_tree->setAccessibleName(tr("Conditions of the rule: all of them hold"));
        m_table->setAccessibleName(tr("Products of the rule"));
        m_table->setEmptyText(tr("No product to show."));
        m_search->setPlaceholderText(tr("Find a product"));
        m_search->setAccessibleName(tr("Find a product of the rule"));
        setButtonText(m_add, tr("Add products…"), Qt::Key_Insert);
        m_where->setText(tr("Where sold?"));
        m_where->setToolTip(tr("Where may the chosen product be sold?  W"));
        m_mine->setText(tr("Keep mine"));
        m_mine->setToolTip(tr("Posts your values over what others changed meanwhile."));
        m_theirs->setText(tr("Keep theirs"));
        m_theirs->setToolTip(tr("Drops your edits of what others changed meanwhile."));
        m_discard->setText(tr("Discard"));
        m_keys->setText(tr("Space: must-sell   N: new   Del: remove   W: where sold"));
        showTexts();
    });
}

void RuleDetail::setRule(std::shared_ptr<const RuleRows> rows, std::optional<std::uint32_t> row,
                         ReadOnly readOnly)
{
    const bool isSame = m_rows == rows && m_row == row && m_readOnly == readOnly;
    if (m_rows != rows) {
        auto ticked = std::move(m_tickedFor);
        setOthers({}); // they count in the rows of before
        m_tickedFor = std::move(ticked);
    }
    m_rows = std::move(rows);
    m_row = row;
    m_readOnly = readOnly;
    if (!isSame) {
        showConditions();
        showProducts();
    } else
        showTexts();
}

/// As they stand, also where no request could name them.
void RuleDetail::showConditions()
{
    if (!m_rows || !m_row)
        return;
    if (m_rows->isDraft(*m_row))
        m_conditions->setTarget(m_rows->target(*m_row));
    else
        m_conditions->setRule(m_rows->rule(*m_row));
}

void RuleDetail::showProducts()
{
    if (m_rows && m_row)
        m_products->setSource(std::make_shared<const RuleProductRows>(
            m_rows, *m_row, m_edits.edits().target(m_rows->target(*m_row).key())));
    showTexts();
}

/// What the keys do, for the pointer.
void RuleDetail::addMenu(QMenu* menu)
{
    const bool isThere = m_table->currentIndex().isValid();
    addMenuItem(menu, "verified", tr("Must-sell on or off"), Qt::Key_Space, isThere && canEdit(),
                [this] { toggle(true); });
    addMenuItem(menu, "flag", tr("New product on or off"), Qt::Key_N, isThere && canEdit(),
                [this] { toggle(false); });
    addMenuItem(menu, isToBeRemoved() ? "undo" : "remove", isToBeRemoved() ? tr("Bring back") : tr("Remove"),
                Qt::Key_Delete, isThere && canEdit(), [this] { removeOrRestore(); });
    addMenuItem(menu, "add", tr("Add products…"), Qt::Key_Insert, canEdit(), [this] { addProducts(); });
    addMenuItem(menu, "range", tr("Where sold?"), Qt::Key_W, isThere, [this] { askWhere(); });
}

void RuleDetail::askWhere()
{
    const int row = m_table->currentIndex().row();
    const auto* products = static_cast<const RuleProductRows*>(m_products->source().get());
    if (products == nullptr || row < 0 || row >= m_products->rowCount())
        return;
    const std::uint32_t at = m_products->sourceRow(row);
    const RuleRows::Product& product = products->product(at);
    const ProductEdit* edit = products->edit(at);
    const SelectBy by = products->isListed(at) || edit == nullptr ? SelectBy::Id : edit->product.by;
    Q_EMIT whereWanted({by, std::string(product.id), std::string(product.code), std::string(product.name)});
}

bool RuleDetail::canEdit() const
{
    return m_rows && m_row && m_readOnly == ReadOnly::No;
}

} // namespace rangedesk::ui
