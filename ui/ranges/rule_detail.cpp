// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/rule_detail.h"

#include "core/text.h"
#include "pickers/picker_dialog.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <set>

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
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_facts, m_note})
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
    m_table->setColumns(name, {{Look::Mark, 34, 34},
                               {Look::Text, 150, 118, true},
                               {Look::Code, 82, 82},
                               {Look::ToggleChip, 70, 96},
                               {Look::ToggleChip, 70, 70},
                               {Look::Text, 104, 104, false, !m_ofCustomers}});
    column->addWidget(m_table, 1);
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
        showTexts();
    });
}

void RuleDetail::setRule(std::shared_ptr<const RuleRows> rows, std::optional<std::uint32_t> row,
                         ReadOnly readOnly)
{
    const bool isSame = m_rows == rows && m_row == row && m_readOnly == readOnly;
    if (m_rows != rows)
        setOthers({}); // they count in the rows of before
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

void RuleDetail::showTexts()
{
    const bool isThere = m_rows && m_row;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_table, m_search, m_add, m_remove, m_where, m_figures, m_facts})
        widget->setVisible(isThere);
    m_tree->setVisible(isThere && !m_ofCustomers);
    if (!isThere) {
        m_title->setText(tr("No rule is chosen"));
        m_note->hide();
        m_pending->hide();
        return;
    }
    const SaleRule& rule = m_rows->rule(*m_row);
    const RuleRows::Figures& figures = m_rows->figures(*m_row);
    QStringList values;
    const QStringList parts = m_rows->conditions(*m_row);
    for (qsizetype i = 1; i < parts.size(); i += 2)
        values << parts[i];
    m_title->setText(values.join(QStringLiteral(" · ")));
    m_facts->setText(m_rows->isDraft(*m_row)
                         ? (m_rows->knows(m_rows->target(*m_row).key())
                                ? tr("%1\nNot posted yet: it is here only")
                                : tr("%1\nThe rules have not been read yet: press F5"))
                               .arg(m_rows->sentence(*m_row))
                         : tr("Rule %1   %2\nCreated %3   changed %4")
                               .arg(toQString(rule.id), rule.isDeleted() ? tr("deleted") : tr("in force"),
                                    toQString(rule.createTime),
                                    rule.modifyTime.empty() ? tr("never") : toQString(rule.modifyTime)));
    const std::string key = m_rows->target(*m_row).key();
    const RangeEdits::Target* edited = m_edits.edits().target(key);
    const RuleProductRows all(m_rows, *m_row, edited);
    showFigures(all);
    const RangeEdits::Clearing* clearing = m_edits.edits().clearingOf(key);
    m_note->setVisible(m_readOnly != ReadOnly::No || figures.missing > 0 || figures.repeats > 0 ||
                       all.isGone() || clearing != nullptr);
    if (all.isGone())
        m_note->setText(tr("It was in force when it was edited and is not there any more: somebody cleared "
                           "it, or changed its conditions. Posting would make it anew with what is added "
                           "here alone."));
    else if (clearing != nullptr)
        m_note->setText(tr("This range is %1.")
                            .arg(describe(m_edits.edits().stateOf(*clearing), clearing->after.size())));
    else if (m_readOnly != ReadOnly::No)
        m_note->setText(tr("Read-only. %1").arg(describe(m_readOnly)));
    else if (figures.missing > 0)
        m_note->setText(tr("The server counts %1 products more than it lists.").arg(figures.missing));
    else if (figures.repeats > 0)
        m_note->setText(tr("The server lists %1 products twice; they are shown once.").arg(figures.repeats));
    m_add->setEnabled(canEdit());
    showRemoving();

    const RangeEdits::Counts counts = m_edits.edits().countsOf(key);
    m_pending->setVisible(counts.all() > 0);
    std::set<std::string> conflicting; // a product of several suppliers has several rows
    for (std::uint32_t i = 0; edited != nullptr && i < all.size(); ++i) {
        if (all.isConflict(i))
            conflicting.insert(all.editKey(i));
    }
    const auto conflicts = static_cast<qint64>(conflicting.size());
    m_pendingText->setText(
        tr("＋%1   ∆%2   −%3   not posted yet")
            .arg(figure(counts.added), figure(counts.changed), figure(counts.removed)) +
        (conflicts > 0
             ? QLatin1Char('\n') + tr("⚠ %1 of them were changed on the server since").arg(figure(conflicts))
             : QString()));
    m_mine->setVisible(conflicts > 0);
    m_theirs->setVisible(conflicts > 0);
}

/// What is listed, and what the edits make of it.
void RuleDetail::showFigures(const RuleProductRows& all)
{
    const RuleRows::Figures& figures = m_rows->figures(*m_row);
    const RuleProductRows::Counts now = all.edited();
    const bool isDraft = m_rows->isDraft(*m_row);
    const auto change = [isDraft](int before, int after) {
        return isDraft || before == after ? figure(after)
                                          : QStringLiteral("%1 → %2").arg(figure(before), figure(after));
    };
    m_figures->setText(tr("Products %1   must-sell %2   new %3")
                           .arg(change(figures.distinct, now.products),
                                change(figures.mustSell, now.mustSell), change(figures.isNew, now.isNew)));
}

void RuleDetail::showRemoving()
{
    const QString text =
        isToBeRemoved() ? tr("Bring the chosen products back") : tr("Remove the chosen products");
    m_remove->setIcon(icon(isToBeRemoved() ? "undo" : "remove"));
    setIconButtonText(m_remove, text, Qt::Key_Delete);
    m_remove->setEnabled(canEdit() && m_table->currentIndex().isValid());
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

/// Says why nothing can be changed here. @returns whether that is so
bool RuleDetail::refuse()
{
    if (canEdit())
        return false;
    if (m_rows && m_row)
        Q_EMIT told(Mark::Warning, tr("Read-only. %1").arg(describe(m_readOnly)));
    return true;
}

std::vector<int> RuleDetail::chosen() const
{
    std::vector<int> rows = m_table->selectedRows();
    if (rows.empty() && m_table->currentIndex().isValid())
        rows.push_back(m_table->currentIndex().row());
    return rows;
}

void RuleDetail::edit(const QString& text, const std::function<void(ProductEdit&)>& change)
{
    if (refuse() || !m_products->source())
        return;
    const auto rows = std::static_pointer_cast<const RuleProductRows>(m_products->source());
    if (rows->target().key() != m_rows->target(*m_row).key())
        return; // the products of the chosen rule are on their way
    std::vector<PendingEdits::Wish> wishes;
    const auto wish = [&](const RuleProductRows& of, std::uint32_t at, const RangeEdits::Seen& seen) {
        ProductEdit edit = of.unedited(at);
        change(edit);
        // An addition that is removed is no edit any more.
        const bool isGone = edit.isRemoved && !of.isListed(at);
        wishes.push_back({of.target(), of.editKey(at),
                          isGone ? std::nullopt : std::optional<ProductEdit>(std::move(edit)), seen});
    };
    const RangeEdits::Seen seen = rows->seen();
    std::set<std::string> keys; // of the chosen products, to be found in the other rules
    for (const int row : chosen()) {
        const std::uint32_t at = m_products->sourceRow(row);
        keys.insert(rows->editKey(at));
        wish(*rows, at, seen);
    }
    for (const std::uint32_t other : edited()) {
        if (other == *m_row)
            continue;
        const RuleProductRows all(m_rows, other, m_edits.edits().target(m_rows->target(other).key()));
        const RangeEdits::Seen seenThere = all.seen();
        for (std::uint32_t at = 0; at < all.size(); ++at) {
            if (keys.contains(all.editKey(at)))
                wish(all, at, seenThere);
        }
    }
    apply(text, std::move(wishes));
}

void RuleDetail::apply(const QString& text, std::vector<PendingEdits::Wish> wishes)
{
    constexpr std::size_t most = RangeEdits::mostAtOnce; // that a person can still look over
    if (wishes.size() > most)
        Q_EMIT told(Mark::Warning, tr("That makes more than %1 edits. Use a sheet for so many.")
                                       .arg(figure(static_cast<qint64>(most))));
    else
        m_edits.apply(text, std::move(wishes));
}

void RuleDetail::setOthers(std::vector<std::uint32_t> rows, qint64 tooMany)
{
    m_others = std::move(rows);
    m_forAll->setVisible(!m_others.empty() || tooMany > 0);
    m_forAll->setEnabled(tooMany == 0);
    if (m_others.empty())
        m_forAll->setChecked(false);
    if (tooMany > 0) {
        m_forAll->setText(
            m_ofCustomers ? tr("%1 customers are chosen: too many to be edited at once").arg(figure(tooMany))
                          : tr("%1 ranges are chosen: too many to be edited at once").arg(figure(tooMany)));
        m_forAll->setToolTip(
            tr("Choose %1 at most, or use a sheet.").arg(figure(static_cast<qint64>(mostOthers))));
        return;
    }
    const QString count = figure(static_cast<qint64>(m_others.size()) + 1);
    m_forAll->setText(m_ofCustomers ? tr("Edit all %1 chosen customers").arg(count)
                                    : tr("Edit all %1 chosen ranges").arg(count));
    m_forAll->setToolTip(tr("Products are added to all of them; flags and removals hold wherever the product "
                            "is listed. Read-only ones are left out."));
}

std::vector<std::uint32_t> RuleDetail::edited() const
{
    std::vector<std::uint32_t> rows{*m_row};
    if (m_forAll->isChecked())
        rows.insert(rows.end(), m_others.begin(), m_others.end());
    return rows;
}

void RuleDetail::toggle(bool mustSell)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_products->source())
        return;
    const auto& rows = static_cast<const RuleProductRows&>(*m_products->source());
    const std::uint32_t at = m_products->sourceRow(current.row());
    const bool on = mustSell ? !rows.mustSell(at) : !rows.isNew(at);
    edit(mustSell ? tr("must-sell") : tr("new product"), [&](ProductEdit& edit) {
        edit.isRemoved = false;
        (mustSell ? edit.mustSell : edit.isNew) = on;
    });
}

bool RuleDetail::isToBeRemoved() const
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_products->rowCount() || !m_products->source())
        return false;
    const auto& rows = static_cast<const RuleProductRows&>(*m_products->source());
    const ProductEdit* edit = rows.edit(m_products->sourceRow(row));
    return edit != nullptr && edit->isRemoved;
}

/// Del removes; on what is to be removed already it brings back.
void RuleDetail::removeOrRestore()
{
    if (!m_table->currentIndex().isValid() || !m_products->source())
        return;
    const bool brings = isToBeRemoved();
    edit(brings ? tr("bring back") : tr("remove"), [&](ProductEdit& edit) {
        edit.isRemoved = !brings;
        if (edit.base.present) {
            edit.mustSell = edit.base.mustSell;
            edit.isNew = edit.base.isNew;
        }
    });
}

/// Of what others changed meanwhile: mine is measured against their value from now on, or dropped.
void RuleDetail::decide(bool mine)
{
    const auto rows = std::static_pointer_cast<const RuleProductRows>(m_products->source());
    std::vector<PendingEdits::Wish> wishes;
    for (std::uint32_t i = 0; rows && i < rows->size(); ++i) {
        if (!rows->isConflict(i))
            continue;
        ProductEdit edit = rows->unedited(i);
        edit.base = rows->base(i);
        // A rule that is gone is made anew then, knowingly.
        wishes.push_back({rows->target(), rows->editKey(i),
                          mine ? std::optional<ProductEdit>(std::move(edit)) : std::nullopt, nullptr,
                          mine && rows->isGone()});
    }
    m_edits.apply(mine ? tr("keep mine") : tr("keep theirs"), std::move(wishes));
}

void RuleDetail::addProducts()
{
    if (refuse())
        return;
    // While products are picked a reading may end, and another rule be chosen.
    const auto rules = m_rows;
    const std::vector<std::uint32_t> targets = edited();
    const QString title =
        targets.size() > 1 ? m_forAll->text() : tr("Add products to %1").arg(m_title->text());
    const auto picked = PickerDialog::pick(
        m_desk, {EntryKind::Product, title, true, true, RangeEdits::mostAtOnce / targets.size()}, window());
    if (picked.empty())
        return;
    std::vector<PendingEdits::Wish> wishes;
    std::size_t known = 0;
    for (const std::uint32_t row : targets)
        addTo(RuleProductRows(rules, row, m_edits.edits().target(rules->target(row).key())), picked, wishes,
              known);
    if (known > 0)
        Q_EMIT told(Mark::Same, tr("%1 of the picked products are there already").arg(known));
    const QString text = tr("add %1 products").arg(wishes.size());
    apply(text, std::move(wishes));
    m_table->setFocus();
}

void RuleDetail::addTo(const RuleProductRows& all, const std::vector<Picked>& picked,
                       std::vector<PendingEdits::Wish>& wishes, std::size_t& known)
{
    const RangeEdits::Seen seen = all.seen();
    std::map<std::string, std::uint32_t> there;
    for (std::uint32_t i = 0; i < all.size(); ++i)
        there.emplace(all.editKey(i), i);
    for (const Picked& product : picked) {
        const std::string key = RangeEdits::productKey(product.by, product.value);
        const auto found = there.find(key);
        if (found != there.end()) {
            ++known;
            ProductEdit edit = all.unedited(found->second);
            if (edit.isRemoved) { // picked again: it stays
                edit.isRemoved = false;
                wishes.push_back({all.target(), key, edit, seen});
            }
            continue;
        }
        ProductEdit edit;
        edit.product = {Dimension::Department, product.by, -1, product.value};
        edit.code = product.code;
        edit.name = product.name;
        edit.base = all.baseOf(product.by, key);
        wishes.push_back({all.target(), key, std::move(edit), seen});
    }
}

} // namespace rangedesk::ui
