// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/rule_page.h"

#include "core/text.h"
#include "session/worker.h"

namespace rangedesk::ui {

RulePage::RulePage(Desk& desk, bool ofCustomers, QWidget* parent)
    : ListPage(desk, ofCustomers ? "customerRules" : "rules", ofCustomers ? "customer-range" : "range",
               new RuleModel, parent),
      m_ofCustomers(ofCustomers), m_rules(static_cast<RuleModel*>(m_model)),
      m_products(new RuleProductModel(this))
{
    m_rules->setOfCustomers(ofCustomers);
    using Look = ColumnLookKind;
    build(makeDetail(), {{Look::Mark, 86, 92},
                         {Look::Conditions, 260, 260, true},
                         {Look::Figure, 72, 86},
                         {Look::Figure, 72, 92},
                         {Look::Figure, 72, 72},
                         {Look::Text, 72, 86},
                         {Look::Text, 138, 138}});
}

QWidget* RulePage::makeDetail()
{
    QFrame* pane = makePane(this, "sidePane");
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(size::padding, 14, size::padding, 10);
    top->setSpacing(6);
    m_title = makeParagraph(pane, {}, Type::PaneTitle, "");
    m_facts = makeParagraph(pane, {}, Type::Caption, "faint");
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cutNote = new Note(Mark::Warning, pane);
    auto* line = new QHBoxLayout;
    m_figures = makeLabel(pane, {}, Type::Body);
    m_productSearch = makeSearchField(pane);
    m_productSearch->setMinimumWidth(120);
    line->addWidget(m_figures);
    line->addStretch();
    line->addWidget(m_productSearch);
    top->addWidget(m_title);
    top->addWidget(m_facts);
    top->addWidget(m_cutNote);
    top->addLayout(line);
    column->addLayout(top);
    m_productTable = new TableView(pane);
    m_productTable->setObjectName(objectName() + QStringLiteral(".products"));
    m_productTable->setModel(m_products);
    using Look = ColumnLookKind;
    m_productTable->setColumns(objectName() + QStringLiteral(".products"),
                               {{Look::Text, 150, 150, true},
                                {Look::Code, 92, 92},
                                {Look::ToggleChip, 72, 96},
                                {Look::ToggleChip, 72, 72},
                                {Look::Text, 110, 130, false, !m_ofCustomers}});
    column->addWidget(m_productTable, 1);
    connect(m_productSearch, &QLineEdit::textChanged, m_products, &RowModel::setText);
    translated(pane, [this] {
        m_productTable->setAccessibleName(tr("Products of the rule"));
        m_productTable->setEmptyText(tr("No product to show."));
        m_productSearch->setPlaceholderText(tr("Find a product"));
        m_productSearch->setAccessibleName(tr("Find a product of the rule"));
    });
    return pane;
}

ListPage::Texts RulePage::texts() const
{
    if (m_ofCustomers)
        return {tr("Customer ranges"), tr("No customer ranges have been read yet"),
                tr("Read them from the server. Reading changes nothing."), tr("Customer, product, code, id"),
                tr("%1 rules")};
    return {tr("Sale ranges"), tr("No sale ranges have been read yet"),
            tr("Read them from the server. Reading changes nothing."), tr("Condition, product, code, id"),
            tr("%1 rules")};
}

std::vector<EquationBar::Term> RulePage::facetTerms() const
{
    const auto rows = m_rules->rows();
    return {
        {RuleRows::InForce, Mark::Online, tr("In force"), rows->count(RuleRows::InForce)},
        {RuleRows::Deleted, Mark::Ended, tr("Deleted"), rows->count(RuleRows::Deleted)},
        {RuleRows::Repeating, Mark::Warning, tr("Repeats"), rows->count(RuleRows::Repeating), false, true},
        {RuleRows::CutShort, Mark::Warning, tr("Cut short"), rows->count(RuleRows::CutShort), false, true}};
}

void RulePage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                            const std::optional<QDateTime>& since)
{
    struct Read
    {
        std::shared_ptr<const RuleRows> rows;
        std::optional<Error> problem;
        QDateTime startedAt;
        CatalogueNews news = {};
    };
    const auto work = [connection = m_desk.connection(), ofCustomers = m_ofCustomers, since, progress,
                       earlier = since ? m_newest : nullptr] {
        auto read = readRuleList(*connection, ofCustomers, since, *progress);
        if (!read)
            return Read{nullptr, read.error(), {}};
        CatalogueNews news;
        for (const ListItem<SaleRule>& item : read->items)
            news.add(*item.value);
        return Read{std::make_shared<const RuleRows>(earlier, read->items, ofCustomers),
                    {},
                    read->startedAt,
                    std::move(news)};
    };
    const auto done = [this](Read read) {
        if (read.rows) {
            m_newest = read.rows;
            m_rules->setSource(read.rows);
            m_desk.catalogueKeeper().learn(std::move(read.news));
        }
        readingDone(read.problem, read.startedAt);
    };
    inWorker(this, work, done, &m_desk.readers());
}

void RulePage::showDetail(int row)
{
    const auto rows = m_rules->rows();
    const bool isThere = rows && row >= 0 && row < m_rules->rowCount();
    m_productTable->setVisible(isThere);
    m_productSearch->setVisible(isThere);
    if (!isThere) {
        m_title->setText(tr("No rule is chosen"));
        m_facts->clear();
        m_figures->clear();
        m_cutNote->hide();
        return;
    }
    const std::uint32_t at = m_rules->sourceRow(row);
    const SaleRule& rule = rows->rule(at);
    const RuleRows::Figures& figures = rows->figures(at);
    QStringList values;
    const QStringList parts = rows->conditions(at);
    for (qsizetype i = 1; i < parts.size(); i += 2)
        values << parts[i];
    m_title->setText(values.join(QStringLiteral(" · ")));
    m_facts->setText(tr("Rule %1   %2\nCreated %3   changed %4")
                         .arg(toQString(rule.id), rule.isDeleted() ? tr("deleted") : tr("in force"),
                              toQString(rule.createTime),
                              rule.modifyTime.empty() ? tr("never") : toQString(rule.modifyTime)));
    m_figures->setText(tr("Products %1   must-sell %2   new %3")
                           .arg(figure(figures.distinct), figure(figures.mustSell), figure(figures.isNew)));
    m_cutNote->setVisible(figures.missing > 0 || figures.repeats > 0);
    if (figures.missing > 0)
        m_cutNote->setText(tr("The server counts %1 products more than it lists.").arg(figures.missing));
    else if (figures.repeats > 0)
        m_cutNote->setText(
            tr("The server lists %1 products twice; they are shown once.").arg(figures.repeats));
    const std::uint64_t key = rows->key(at);
    if (m_shownKey != key || m_shownRows != rows) {
        m_shownKey = key;
        m_shownRows = rows;
        m_products->setSource(std::make_shared<const RuleProductRows>(rows, at));
    }
}

} // namespace rangedesk::ui
