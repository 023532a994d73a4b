// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/reach_dialog.h"

#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "ranges/explain_dialog.h"
#include "session/worker.h"

#include <QKeyEvent>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

constexpr qsizetype mostLines = 40; ///< of products beside the table, of each kind

QString titleOf(ReachDialog::About about)
{
    switch (about) {
    case ReachDialog::About::Product:
        return ReachDialog::tr("Where may this product be sold?");
    case ReachDialog::About::Edits:
        return ReachDialog::tr("What do the edits that wait change?");
    case ReachDialog::About::Plan:
        return ReachDialog::tr("What do these changes change for customers?");
    }
    return {};
}

QString number(std::size_t count)
{
    return figure(static_cast<qint64>(count));
}

} // namespace

ReachDialog::ReachDialog(Desk& desk, const PendingEdits& edits, About about,
                         std::shared_ptr<const RuleRows> rules, std::shared_ptr<const RuleRows> ownRules,
                         QWidget* parent)
    : AnswerDialog(desk.environment(), new ReachModel, QStringLiteral("reach"), titleOf(about), parent),
      m_desk(desk), m_edits(edits), m_about(about),
      m_both(new BothRules(desk, std::move(rules), std::move(ownRules), this)),
      m_model(static_cast<ReachModel*>(m_table->model()))
{
    setSearchText(tr("Customer, code, id"), tr("Find a customer"));
    m_table->setAccessibleName(tr("Customers"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("reach"), {{Look::Mark, 96, 116},
                                                  {Look::Text, 200, 260, true},
                                                  {Look::Code, 90, 110},
                                                  {Look::Text, 150, 170},
                                                  {Look::Text, 150, 200}});
    if (about == About::Product)
        addProductButton();
    auto* note = new Note(Mark::Warning, this);
    note->setText(tr("Customers and their attributes are those of the catalogue. Another assumption can be "
                     "chosen in Explain."));
    addNote(note);
    m_explain = addAction(QStringLiteral("reach.explain"), "", "explain");
    setButtonText(m_explain, tr("Explain this customer"), Qt::Key_Return);
    m_explain->setEnabled(false); // until there is a row
    connect(m_explain, &QPushButton::clicked, this, &ReachDialog::explain);
    connect(m_both, &BothRules::read, this, [this](const std::optional<Error>& problem) {
        m_problem = problem ? problem->text() : QString();
        work();
    });
    // What the answer stands on.
    connect(&m_edits, &PendingEdits::changed, this, &ReachDialog::work);
    connect(&desk.catalogueKeeper(), &CatalogueKeeper::changed, this, &ReachDialog::work);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, [this] {
        m_both->readMissing();
        work();
    });
    m_both->readMissing();
    work();
}

ReachDialog::~ReachDialog()
{
    if (m_abandon)
        *m_abandon = true;
}

void ReachDialog::addProductButton()
{
    QPushButton* pick = makeButton(this, "", "search");
    pick->setObjectName(QStringLiteral("reach.product"));
    pick->setAutoDefault(false);
    setButtonText(pick, tr("Choose a product…"), QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(pick, &QPushButton::clicked, this, &ReachDialog::pickProduct);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &ReachDialog::pickProduct);
    m_searchRow->addWidget(pick);
}

void ReachDialog::pickProduct()
{
    const auto picked = PickerDialog::pick(m_desk, {EntryKind::Product, tr("Choose a product"), false}, this);
    if (!picked.empty())
        setProduct(picked.front());
}

void ReachDialog::setProduct(const Picked& product)
{
    m_product = product;
    work();
}

void ReachDialog::setPlan(std::function<std::shared_ptr<const RangeEdits>()> make)
{
    inWorker(this, std::move(make), [this](std::shared_ptr<const RangeEdits> plan) {
        m_plan = std::move(plan);
        work();
    });
}

void ReachDialog::work()
{
    const bool isAsked = m_about == About::Edits || m_product || m_plan;
    setCaption(
        QStringList{m_problem, assumption(ExplainDialog::keptPolicy())}.join(QLatin1Char('\n')).trimmed());
    if (!isAsked || !m_both->areThere()) {
        m_sum->setText(m_both->isReading()                            ? tr("Reading the rules…")
                       : m_about == About::Plan && m_both->areThere() ? tr("Looking at every customer…")
                       : m_both->areThere()                           ? tr("Choose a product")
                                            : tr("The rules could not be read. F5 tries again."));
        m_table->setEmptyText(m_sum->text());
        return;
    }
    if (m_abandon)
        *m_abandon = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    m_sum->setText(tr("Looking at every customer…"));
    m_table->setEmptyText(m_sum->text());
    ReachWish wish{m_desk.catalogue(), m_both->rules(), m_both->ownRules(),
                   m_plan ? m_plan : m_edits.shared(), ExplainDialog::keptPolicy()};
    if (m_product) {
        wish.product = m_product->value;
        wish.productBy = m_product->by;
    }
    const int question = ++m_question;
    const auto look = [wish = std::move(wish), abandon = m_abandon] {
        return std::make_shared<const ReachRows>(wish, abandon.get());
    };
    inWorker(this, look, [this, question](const std::shared_ptr<const ReachRows>& rows) {
        if (question != m_question)
            return; // another product was chosen meanwhile
        m_model->setSource(rows);
        showAnswer(*rows);
    });
}

void ReachDialog::showAnswer(const ReachRows& rows)
{
    const auto count = [&rows](ReachRows::Facet facet) { return figure(rows.count(facet)); };
    QStringList more;
    if (!m_problem.isEmpty())
        more << m_problem;
    more << assumption(rows.policy());
    if (!m_both->knowsAllOwn())
        more << tr("This server tells own ranges only one customer at a time: they are not known here, and "
                   "the answer is of rules by condition alone.");
    if (m_about == About::Product) {
        // Where the most specific rule wins, an unknown one may also take away: no figure is the least then.
        const bool isAtLeast = rows.count(ReachRows::Unsure) > 0 && rows.policy() != RulePolicy::MostSpecific;
        m_sum->setText((isAtLeast ? tr("%1: at least %2 of %3 customers may sell it")
                                  : tr("%1: %2 of %3 customers may sell it"))
                           .arg(m_product->text(), count(ReachRows::MaySell), number(rows.customers())));
        if (rows.count(ReachRows::Gains) + rows.count(ReachRows::Loses) > 0)
            more << tr("Once the edits that wait are posted, %1 more may sell it, and %2 no longer.")
                        .arg(count(ReachRows::Gains), count(ReachRows::Loses));
        if (rows.count(ReachRows::Unsure) > 0)
            more << tr("Not sure of %1: the catalogue does not know all of them that the rules ask for.")
                        .arg(count(ReachRows::Unsure));
    } else {
        m_sum->setText((rows.unknown() > 0
                            ? tr("The edits that wait change what at least %1 of %2 customers may sell")
                            : tr("The edits that wait change what %1 of %2 customers may sell"))
                           .arg(number(rows.size()), number(rows.customers())));
        if (rows.unknown() > 0)
            more << tr("Of %1 others the catalogue does not know all that these rules ask for: they may be "
                       "concerned as well. A list of customers with their attributes tells it.")
                        .arg(number(rows.unknown()));
        std::size_t gained = 0;
        std::size_t lost = 0;
        for (const Reach::Product& product : rows.products()) {
            gained += product.gainedBy > 0 ? 1 : 0;
            lost += product.lostBy > 0 ? 1 : 0;
        }
        more << tr("Products named: %1; gained by some customers: %2, lost to some: %3.")
                    .arg(number(rows.products().size()), number(gained), number(lost));
    }
    setCaption(more.join(QLatin1Char('\n')));
    m_table->setEmptyText(
        rows.customers() == 0
            ? tr("The catalogue knows no customers yet. Take over a list of customers there.")
        : rows.size() == 0 && rows.unknown() > 0
            ? tr("No customer is concerned for certain: the catalogue knows too little of them.")
        : rows.size() == 0 ? tr("No customer of the catalogue is concerned.")
                           : tr("Nothing matches. Esc clears the search."));
    std::vector<EquationBar::Term> terms;
    if (m_about == About::Product) {
        terms.push_back({ReachRows::MaySell, Mark::Accepted, tr("May sell"), rows.count(ReachRows::MaySell)});
        terms.push_back({ReachRows::MayNot, Mark::Excluded, tr("May not"), rows.count(ReachRows::MayNot)});
        // Where the most specific rule wins, one that is not known to fit can also take away.
        if (rows.count(ReachRows::Unsure) > 0)
            terms.push_back({ReachRows::Unsure, Mark::Unknown, tr("Not sure"), rows.count(ReachRows::Unsure),
                             true, rows.policy() == RulePolicy::MostSpecific});
    }
    const auto aside = [&](ReachRows::Facet facet, Mark mark, const QString& word) {
        if (rows.count(facet) > 0)
            terms.push_back({facet, mark, word, rows.count(facet), false, true});
    };
    aside(ReachRows::Gains, Mark::Added, tr("Gain"));
    aside(ReachRows::Loses, Mark::Removed, tr("Lose"));
    aside(ReachRows::Flags, Mark::Changed, tr("Flags"));
    m_facets->setTerms(tr("All"), static_cast<qint64>(rows.size()), terms);
}

/// The current customer, product by product.
void ReachDialog::showCurrent()
{
    const auto row = currentRow();
    m_explain->setEnabled(row.has_value());
    m_title->clear();
    m_words->clear();
    if (!row)
        return;
    const auto rows = m_model->rows();
    const CustomerReach& customer = rows->reach(*row);
    m_title->setText(Picked::of(rows->list(), customer.customer).text());
    std::array<QStringList, 4> parts; // gained, lost, other flags, the same
    for (const ProductReach& one : rows->details(*row)) {
        const Reach::Product& product = rows->products()[one.product];
        const QString name = m_about == About::Product ? m_product->text()
                                                       : QStringLiteral("%1 %2").arg(toQString(product.name),
                                                                                     toQString(product.code));
        if (one.now == one.after)
            parts.at(3) << QStringLiteral("%1: %2").arg(name, describe(one.now));
        else if (one.now.may && one.after.may)
            parts.at(2) << tr("%1: %2, then %3").arg(name, describe(one.now), describe(one.after));
        else
            parts.at(one.after.may ? 0 : 1) << name;
    }
    const std::array<QString, 4> titles{tr("Gains"), tr("Loses"), tr("Other flags"), tr("Stays as it is")};
    QStringList lines;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto count = static_cast<std::size_t>(parts.at(i).size());
        if (count == 0)
            continue;
        if (!lines.isEmpty())
            lines << QString();
        lines << QStringLiteral("%1 (%2)").arg(titles.at(i), number(count));
        lines << parts.at(i).mid(0, mostLines);
        if (count > static_cast<std::size_t>(mostLines))
            lines << tr("and %1 more").arg(number(count - static_cast<std::size_t>(mostLines)));
    }
    if (lines.isEmpty())
        lines << tr("No rule that fits this customer lists it.");
    if (customer.isUnsure)
        lines << QString()
              << tr("The catalogue does not know all attributes of this customer that the rules ask for.");
    m_words->setText(lines.join(QLatin1Char('\n')));
}

void ReachDialog::explain()
{
    const RulePolicy policy = ExplainDialog::keptPolicy();
    if (const auto row = currentRow())
        Q_EMIT explainWanted(Picked::of(m_model->rows()->list(), m_model->rows()->reach(*row).customer));
    if (policy != ExplainDialog::keptPolicy())
        work(); // another assumption was chosen there
}

void ReachDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_table->hasFocus())
        explain();
    else
        QDialog::keyPressEvent(event);
}

} // namespace rangedesk::ui
