// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/tree_side.h"

#include "pickers/picker_dialog.h"
#include "session/worker.h"

#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

namespace {

constexpr int defaultLimit = 100;
constexpr int highestLimit = 10'000;

} // namespace

TreeSide::TreeSide(Desk& desk, std::shared_ptr<const RuleRows> rules, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_rules(std::move(rules)), m_expanded(new ExpandedModel(this)),
      m_products(new DraftProductModel(this))
{
    setObjectName(QStringLiteral("sidePane"));
    setMinimumWidth(320);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    auto* above = new QWidget(splitter);
    auto* aboveColumn = new QVBoxLayout(above);
    aboveColumn->setContentsMargins(0, 12, 0, 0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    m_sum = makeParagraph(above, {}, Type::PaneTitle, "");
    m_factors = makeParagraph(above, {}, Type::Caption, "caption");
    m_note = new Note(Mark::Refused, above);
    auto* limitRow = new QHBoxLayout;
    m_limitLabel = makeLabel(above, {}, Type::Caption, "caption");
    m_limit = new QSpinBox(above);
    m_limit->setObjectName(QStringLiteral("tree.limit"));
    m_limit->setRange(1, highestLimit);
    m_limit->setValue(defaultLimit);
    limitRow->addWidget(m_limitLabel);
    limitRow->addWidget(m_limit);
    limitRow->addStretch();
    head->addWidget(m_sum);
    head->addWidget(m_factors);
    head->addWidget(m_note);
    head->addLayout(limitRow);
    aboveColumn->addLayout(head);
    m_rangeTable = new TableView(above);
    m_rangeTable->setObjectName(QStringLiteral("tree.ranges"));
    m_rangeTable->setModel(m_expanded);
    m_rangeTable->setSortingEnabled(false);
    using Look = ColumnLookKind;
    m_rangeTable->setColumns(QStringLiteral("tree.ranges"),
                             {{Look::Mark, 110, 130}, {Look::Text, 200, 200, true}});
    aboveColumn->addWidget(m_rangeTable, 1);
    m_legend = makeParagraph(above, {}, Type::Caption, "caption");
    m_legend->setContentsMargins(16, 0, 16, 6);
    aboveColumn->addWidget(m_legend);

    auto* below = new QWidget(splitter);
    auto* belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 8, 0, 0);
    auto* productRow = new QHBoxLayout;
    productRow->setContentsMargins(16, 0, 16, 0);
    m_productTitle = makeLabel(below, {}, Type::PaneTitle);
    m_add = makeButton(below, "", "add");
    m_add->setObjectName(QStringLiteral("tree.addProducts"));
    productRow->addWidget(m_productTitle);
    productRow->addStretch();
    productRow->addWidget(m_add);
    m_remove = makeIconButton(below, "remove");
    m_remove->setObjectName(QStringLiteral("tree.removeProducts"));
    productRow->addWidget(m_remove);
    belowColumn->addLayout(productRow);
    m_productTable = new TableView(below);
    m_productTable->setObjectName(QStringLiteral("tree.products"));
    m_productTable->setModel(m_products);
    m_productTable->setSortingEnabled(false);
    m_productTable->setColumns(QStringLiteral("tree.products"), {{Look::Text, 150, 150, true},
                                                                 {Look::Code, 92, 92},
                                                                 {Look::ToggleChip, 72, 96},
                                                                 {Look::ToggleChip, 72, 72}});
    belowColumn->addWidget(m_productTable, 1);
    splitter->addWidget(above);
    splitter->addWidget(below);
    column->addWidget(splitter);

    connect(m_limit, &QSpinBox::valueChanged, this, &TreeSide::work);
    connect(m_add, &QPushButton::clicked, this, &TreeSide::pickProducts);
    connect(m_productTable, &TableView::toggleRequested, this,
            [this](const QModelIndex& index) { edit([&] { m_products->toggle(index); }); });
    connect(m_productTable, &TableView::deleteRequested, this, &TreeSide::removeChosen);
    connect(m_remove, &QToolButton::clicked, this, &TreeSide::removeChosen);
    connect(m_productTable, &TableView::menuWanted, this, &TreeSide::addMenu);
    auto* isNew = new QShortcut(Qt::Key_N, m_productTable);
    isNew->setContext(Qt::WidgetShortcut);
    connect(isNew, &QShortcut::activated, this, [this] { toggle(DraftProductModel::Column::New); });
    translated(this, [this] {
        m_rangeTable->setAccessibleName(tr("Ranges that the conditions expand to"));
        m_rangeTable->setEmptyText(tr("Add a condition and a value."));
        m_productTable->setAccessibleName(tr("Products of these ranges"));
        setIconButtonText(m_remove, tr("Remove the chosen products"), Qt::Key_Delete);
        m_productTable->setEmptyText(tr("No products yet. Ins picks some."));
        m_limitLabel->setText(tr("At most"));
        m_limit->setAccessibleName(tr("At most so many ranges"));
        setButtonText(m_add, tr("Add products…"), Qt::Key_Insert);
        showTexts();
    });
}

void TreeSide::setTree(const ConditionTree& tree, int problems)
{
    m_tree = tree;
    m_problems = problems;
    work();
}

void TreeSide::addProducts(std::vector<DraftProduct> products)
{
    m_products->add(std::move(products));
    work();
}

void TreeSide::pickProducts()
{
    std::vector<DraftProduct> added;
    for (Picked& product : PickerDialog::pick(m_desk, {EntryKind::Product, tr("Add products")}, window()))
        added.push_back({std::move(product)});
    edit([&] { m_products->add(std::move(added)); });
}

void TreeSide::addMenu(QMenu* menu)
{
    using Column = DraftProductModel::Column;
    const bool isThere = m_productTable->currentIndex().isValid();
    addMenuItem(menu, "verified", tr("Must-sell on or off"), Qt::Key_Space, isThere,
                [this] { toggle(Column::MustSell); });
    addMenuItem(menu, "flag", tr("New product on or off"), Qt::Key_N, isThere,
                [this] { toggle(Column::New); });
    addMenuItem(menu, "remove", tr("Remove"), Qt::Key_Delete, isThere, [this] { removeChosen(); });
    addMenuItem(menu, "add", tr("Add products"), Qt::Key_Insert, true, [this] { pickProducts(); });
}

void TreeSide::toggle(DraftProductModel::Column column)
{
    const QModelIndex current = m_productTable->currentIndex();
    if (current.isValid())
        edit([&] { m_products->toggle(current.siblingAtColumn(static_cast<int>(column))); });
}

void TreeSide::removeChosen()
{
    edit([this] { m_products->remove(m_productTable->selectedRows()); });
}

void TreeSide::setProducts(std::vector<DraftProduct> products)
{
    m_products->set(std::move(products));
    work();
}

void TreeSide::edit(const std::function<void()>& act)
{
    const std::vector<DraftProduct> before = m_products->products();
    act();
    if (m_products->products() == before)
        return;
    Q_EMIT productsEdited(before);
    work();
}

void TreeSide::work()
{
    showTexts();
    if (m_isWorking) {
        m_isStale = true;
        return;
    }
    m_isWorking = true;
    const auto most = static_cast<std::uint64_t>(m_limit->value());
    const auto expandTree = [tree = m_tree, most, rules = m_rules, catalogue = m_desk.catalogue(),
                             products = m_products->products()] {
        return expandAgainst(tree, most, rules.get(), *catalogue, products);
    };
    const auto done = [this](std::vector<ExpandedRange> ranges) {
        m_isWorking = false;
        if (std::exchange(m_isStale, false)) {
            work();
            return;
        }
        m_expanded->setRanges(std::move(ranges));
        showTexts();
        Q_EMIT changed();
    };
    inWorker(this, expandTree, done);
}

void TreeSide::showTexts()
{
    const std::uint64_t count = rangeCount(m_tree);
    const auto number = [](std::uint64_t n) {
        constexpr std::uint64_t most = 1'000'000'000'000;
        return n > most ? QStringLiteral("∞") : figure(static_cast<qint64>(n));
    };
    const std::size_t products = m_products->products().size();
    const std::size_t perRequest = std::max<std::size_t>(1, m_desk.wish().productsPerRequest);
    const std::uint64_t requests = count * ((products + perRequest - 1) / perRequest);
    m_sum->setText(products == 0 ? tr("Ranges: %1 · no products yet").arg(number(count))
                                 : tr("Ranges: %1 · requests: %2").arg(number(count), number(requests)));
    QStringList factors;
    for (const TreeBranch& branch : m_tree.branches)
        factors << QStringLiteral("%1 %2").arg(branch.values.size()).arg(dimensionName(branch.dimension));
    m_factors->setText(factors.join(QStringLiteral(" × ")));
    m_note->setVisible(m_problems > 0 || isOverLimit());
    if (isOverLimit())
        m_note->setText(tr("More than the %1 that are allowed. Remove values, or raise the limit on purpose.")
                            .arg(figure(m_limit->value())));
    else
        m_note->setText(tr("To be mended first: %1. F8 goes from one to the next.").arg(m_problems));
    m_legend->setText(
        tr("＋ new %1   ∆ gets more %2   ＝ same %3   ⚠ unclear %4")
            .arg(figure(m_expanded->count(Mark::Added)), figure(m_expanded->count(Mark::Changed)),
                 figure(m_expanded->count(Mark::Same)), figure(m_expanded->count(Mark::Warning))));
    m_productTitle->setText(tr("Products %1").arg(figure(static_cast<qint64>(products))));
}

} // namespace rangedesk::ui
