// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/explain_dialog.h"

#include "common/page.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "session/worker.h"

namespace rangedesk::ui {

ExplainDialog::ExplainDialog(Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                             std::shared_ptr<const RuleRows> ownRules, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_edits(edits),
      m_both(new BothRules(desk, std::move(rules), std::move(ownRules), this)),
      m_model(new ExplainModel(this)), m_policies(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("explain"));
    setWindowTitle(tr("What may this customer sell, and why?"));
    const DialogFrame frame = frameDialog(*this, m_desk.environment(), {1320, 780});
    connect(frame.close, &QPushButton::clicked, this, &QDialog::accept);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(makeLeft());
    splitter->addWidget(makeMiddle());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 740, 310});
    frame.column->addWidget(splitter, 1);
    rememberPlace(splitter);
    addKeys();
    showFacts();
    m_table->setFocus(); // the answer, not the first button
    connect(m_both, &BothRules::read, this, [this](const std::optional<Error>& problem) {
        if (problem)
            m_caption->setText(problem->text());
        work();
    });
    connect(&m_edits, &PendingEdits::changed, this, [this] { showAdding(currentRow()); });
    m_both->readMissing();
    work();
}

ExplainDialog::~ExplainDialog()
{
    if (m_counting)
        *m_counting = true;
}

void ExplainDialog::pickCustomer()
{
    const auto picked =
        PickerDialog::pick(m_desk, {EntryKind::Customer, tr("Choose a customer"), false}, this);
    if (!picked.empty())
        setCustomer(picked.front());
}

void ExplainDialog::pickOther()
{
    const auto picked = PickerDialog::pick(
        m_desk, {EntryKind::Customer, tr("Choose a customer to compare with"), false}, this);
    if (!picked.empty())
        compareWith(picked.front());
}

/// A customer that a list told without an id is known by its code, external id or name.
std::optional<std::uint32_t> ExplainDialog::entryOf(const Picked& customer) const
{
    const std::vector<std::uint32_t> same =
        m_desk.catalogue()->of(EntryKind::Customer).namedBy(customer.value, customer.by);
    return same.size() == 1 ? std::optional(same.front()) : std::nullopt;
}

void ExplainDialog::compareWith(const std::optional<Picked>& customer)
{
    m_other = customer;
    m_otherFacts = {};
    m_wantsDiffering = customer.has_value();
    if (!customer && m_facets->chosen() == ExplainRows::Differs)
        choose(0);
    if (customer) {
        if (const auto entry = entryOf(*customer))
            m_otherFacts = factsOf(*m_desk.catalogue(), *entry);
        m_otherFacts.id = customer->by == SelectBy::Id ? customer->value : std::string();
    }
    showFacts();
    work();
}

void ExplainDialog::setCustomer(const Picked& customer)
{
    m_customer = customer;
    m_facts = {};
    m_words.clear();
    m_known.clear();
    m_facts.id = customer.by == SelectBy::Id ? customer.value : std::string();
    const EntryList& customers = m_desk.catalogue()->of(EntryKind::Customer);
    if (const auto entry = entryOf(customer)) {
        const CustomerFacts known = factsOf(*m_desk.catalogue(), *entry);
        m_facts.values = known.values;
        for (const auto& [dimension, names] : known.values) {
            const std::string value(customers.attribute(*entry, dimensionPrefix(dimension)));
            const EntryList& values = m_desk.catalogue()->of(dimension);
            const auto found = values.named({value}).front();
            const bool isOne = found.size() == 1 && !values.name(found.front()).empty();
            m_words[dimension] = toQString(isOne ? values.name(found.front()) : std::string_view(value));
            m_known[dimension] = {names, m_words[dimension]};
        }
    }
    showFacts();
    work();
}

void ExplainDialog::pickValue(Dimension dimension)
{
    const auto picked =
        PickerDialog::pick(m_desk, {entryKind(dimension), dimensionName(dimension), false}, this);
    if (!picked.empty())
        setValue(dimension, picked.front());
}

void ExplainDialog::setValue(Dimension dimension, const Picked& value)
{
    // By all that names this value and no other.
    setFact(dimension, Fact{namesOfValue(m_desk.catalogue()->of(dimension), value.by, value.value),
                            toQString(value.name.empty() ? value.value : value.name)});
}

void ExplainDialog::clearValue(Dimension dimension)
{
    setFact(dimension, isAsKnown(dimension) ? std::nullopt : knownFact(dimension));
}

void ExplainDialog::setFact(Dimension dimension, const std::optional<Fact>& fact)
{
    m_facts.values.erase(dimension);
    m_words.erase(dimension);
    if (fact) {
        m_facts.values[dimension] = fact->names;
        m_words[dimension] = fact->word;
    }
    showFacts();
    work();
}

std::optional<ExplainDialog::Fact> ExplainDialog::knownFact(Dimension dimension) const
{
    const auto known = m_known.find(dimension);
    return known == m_known.end() ? std::nullopt : std::optional(known->second);
}

bool ExplainDialog::isAsKnown(Dimension dimension) const
{
    const auto fact = m_facts.values.find(dimension);
    const auto known = m_known.find(dimension);
    if (fact == m_facts.values.end() || known == m_known.end())
        return fact == m_facts.values.end() && known == m_known.end();
    return fact->second == known->second.names;
}

void ExplainDialog::thinkUp()
{
    m_customer.reset();
    m_facts = {};
    m_words.clear();
    m_known.clear();
    showFacts();
    work();
}

void ExplainDialog::showFacts()
{
    m_name->setText(m_customer ? m_customer->text() : tr("An imagined customer"));
    m_otherName->setText(m_other ? tr("Compared with %1").arg(m_other->text()) : QString());
    m_otherName->setVisible(m_other.has_value());
    m_endCompare->setVisible(m_other.has_value());
    // Two answers side by side need the room; why each is so stands at the right.
    using Column = ExplainModel::Column;
    for (const Column column : {Column::Other, Column::From, Column::Gap})
        m_table->withholdColumn(static_cast<int>(column), m_other.has_value() != (column == Column::Other));
    for (const auto& [dimension, button] : m_values) {
        const auto word = m_words.find(dimension);
        const QString text = word == m_words.end() ? tr("not filled: choose…") : word->second;
        // What was changed here only bears the mark of changes.
        const bool isChanged = m_customer && !isAsKnown(dimension);
        button->setText(isChanged ? QStringLiteral("∆ ") + text : text);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(dimensionName(dimension), text) +
                                  (isChanged ? QStringLiteral(", ") + tr("changed here only") : QString()));
        QToolButton* clear = m_clears.at(dimension);
        const auto known = knownFact(dimension);
        clear->setVisible(word != m_words.end() || isChanged);
        setIconButtonText(clear, isChanged && known ? tr("Back to %1").arg(known->word)
                                                    : tr("Leave %1 open").arg(dimensionName(dimension)));
        clear->setIcon(icon(isChanged && known ? "undo" : "close"));
    }
}

void ExplainDialog::work()
{
    const bool isAsked = m_customer || !m_facts.values.empty();
    m_table->setEmptyText(!m_both->areThere() ? m_both->isReading()
                                                    ? tr("Reading the rules…")
                                                    : tr("The rules could not be read. F5 tries again.")
                          : isAsked ? tr("Nothing matches. Esc clears the search.")
                                              : tr("Choose a customer, or attributes of an imagined one."));
    if (m_both->areThere() && m_customer)
        m_both->readOwnOf(m_other ? std::vector<Picked>{*m_customer, *m_other}
                                  : std::vector<Picked>{*m_customer});
    if (!isAsked) { // nor is an answer that is under way any more
        ++m_question;
        m_fitting.clear();
        m_model->setSource(nullptr);
        m_facets->setTerms(tr("All"), 0, {});
        m_incomplete->clear();
    }
    if (!isAsked || !m_both->areThere()) {
        m_sum->setText(m_both->isReading()  ? tr("Reading the rules…")
                       : m_both->areThere() ? tr("Choose a customer")
                                            : tr("The rules could not be read. F5 tries again."));
        if (m_both->isReading() || !m_both->areThere())
            return;
        m_caption->setText(tr("Or choose attributes of an imagined one."));
        return;
    }
    const auto answer = [facts = m_facts, rules = m_both->rules(), own = m_both->ownRules(),
                         policy = policy(), other = m_other ? std::optional(m_otherFacts) : std::nullopt,
                         products = m_desk.catalogue()->list(EntryKind::Product)] {
        return std::make_shared<const ExplainRows>(facts, rules, own, policy, other, products);
    };
    const int question = ++m_question;
    const auto done = [this, question](const std::shared_ptr<const ExplainRows>& rows) {
        if (question != m_question)
            return;        // the customer changed meanwhile: the newer answer is on its way, or here
        m_fitting.clear(); // they point into the rows
        m_answer = rows;   // the table shows them once its worker is done
        m_model->setSource(rows);
        findFitting();
        const Explanation& all = rows->answer();
        const auto number = [](std::size_t n) { return figure(static_cast<qint64>(n)); };
        if (rows->isCompared())
            m_sum->setText(tr("May sell %1 products, the other %2; %3 differ")
                               .arg(number(all.canSell), number(rows->otherAnswer().canSell),
                                    figure(rows->differing())));
        else
            m_sum->setText(
                tr("May sell %1 products: must-sell %2, new %3, limited to suppliers %4")
                    .arg(number(all.canSell), number(all.mustSell), number(all.isNew), number(all.limited)));
        m_caption->setText(tr("From rules by condition: %1, of the customer: %2. Rules know %3 products.")
                               .arg(number(all.rules), number(all.ownRules),
                                    number(all.products.size() - rows->unlisted())) +
                           QLatin1Char('\n') + assumption(policy()));
        QStringList missing;
        for (const Dimension dimension : all.notFilled)
            missing << dimensionName(dimension);
        QStringList open;
        if (!missing.isEmpty())
            open << tr("%1 rules ask for what is not filled (%2): the answer may lack products.")
                        .arg(number(all.openRules), missing.join(tr(", ")));
        const auto isOwnOpen = [this](const std::optional<Picked>& customer) {
            return customer && !m_both->knowsOwnOf(*customer);
        };
        if (isOwnOpen(m_customer) || isOwnOpen(m_other))
            open << (m_both->isReading()
                         ? tr("Reading the customer's own range…")
                         : tr("The customer's own range is not known: the answer is of rules by "
                              "condition alone."));
        m_incomplete->setText(open.join(QLatin1Char('\n')));
        std::vector<EquationBar::Term> terms{
            {ExplainRows::CanSell, Mark::Accepted, tr("May sell"),
             static_cast<qint64>(all.canSell - all.unsureCanSell)},
            {ExplainRows::Unsure, Mark::Unknown, tr("Not sure"), static_cast<qint64>(all.unsure), false},
            {ExplainRows::CannotSell, Mark::Excluded, tr("May not"),
             static_cast<qint64>(all.products.size() - all.canSell - (all.unsure - all.unsureCanSell))},
            {ExplainRows::MustSell, Mark::None, tr("Must-sell"), static_cast<qint64>(all.mustSell), true,
             true},
            {ExplainRows::New, Mark::None, tr("New"), static_cast<qint64>(all.isNew), true, true}};
        terms.push_back({ExplainRows::Unlisted, Mark::None, tr("No rule lists it"),
                         static_cast<qint64>(rows->unlisted()), false, true});
        if (rows->isCompared())
            terms.push_back(
                {ExplainRows::Differs, Mark::Changed, tr("Differ"), rows->differing(), true, true});
        m_facets->setTerms(tr("All"), static_cast<qint64>(all.products.size()), terms);
        // Once: whoever looks at all of them then is left alone.
        if (std::exchange(m_wantsDiffering, false) && rows->differing() > 0)
            choose(ExplainRows::Differs);
    };
    inWorker(this, answer, done);
}

void ExplainDialog::choose(std::uint32_t facet)
{
    m_facets->choose(facet);
    m_model->setFacets(facet);
}

std::optional<std::uint32_t> ExplainDialog::currentRow() const
{
    const int row = m_table->currentIndex().row();
    if (!m_model->rows() || row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->sourceRow(row);
}

/// The rules that grant the product, or those that nearly do, condition by condition.
void ExplainDialog::showReasons()
{
    const auto row = currentRow();
    showAdding(row);
    if (!row) {
        m_reasonTitle->clear();
        m_reasons->clear();
        return;
    }
    const ProductAnswer& product = m_model->rows()->product(*row);
    m_reasonTitle->setText(QStringLiteral("%1\n%2").arg(toQString(product.name), toQString(product.code)));
    QString text =
        product.canSell && product.isUnsure
            ? tr("May be sold, unless a rule with more conditions applies that asks for what is not "
                 "filled. Rules that grant it:")
        : product.canSell        ? tr("May be sold. Rules that grant it:")
        : product.isUnsure       ? tr("Not sure: the first of these rules ask only for what is not filled.")
        : product.missed.empty() ? tr("May not be sold: no rule lists it.")
                                 : tr("May not be sold. Rules that list it, the nearest first:");
    constexpr std::size_t mostRules = 12;
    const std::vector<RuleReason>& reasons = product.canSell ? product.granting : product.missed;
    for (std::size_t i = 0; i < std::min(reasons.size(), mostRules); ++i) {
        const RuleReason& reason = reasons[i];
        text += QStringLiteral("\n\n") + reasonWords(reason);
        if (reason.rule->isDeleted())
            text += QStringLiteral("   ") + tr("(deleted)");
        text += QLatin1Char('\n') + tr("Rule %1").arg(toQString(reason.rule->id));
        for (const RuleField& field : reason.rule->fields) {
            const auto dimension = dimensionOfFilterCode(field.filterCode);
            const ConditionFit fit = conditionFits(field, m_facts);
            const QString name = dimension ? dimensionName(*dimension) : toQString(field.filterName);
            const QString wanted = toQString(field.selectedName);
            const auto word = dimension ? m_words.find(*dimension) : m_words.end();
            text += QLatin1Char('\n') +
                    (fit == ConditionFit::Yes ? tr("✓ %1: asks for %2").arg(name, wanted)
                     : word == m_words.end()
                         ? tr("? %1: asks for %2; not filled for this customer").arg(name, wanted)
                         : tr("✕ %1: asks for %2, is %3").arg(name, wanted, word->second));
        }
    }
    if (reasons.size() > mostRules)
        text += QStringLiteral("\n\n") + tr("and %1 more").arg(reasons.size() - mostRules);
    if (m_model->rows()->isCompared()) {
        const ProductAnswer* other = m_model->rows()->other(*row);
        text +=
            QStringLiteral("\n\n") + tr("The other customer: %1").arg(describe(m_model->rows()->other(*row)));
        const auto& granting = other != nullptr ? other->granting : std::vector<RuleReason>();
        for (std::size_t i = 0; i < std::min(granting.size(), mostRules); ++i)
            text += QLatin1Char('\n') + reasonWords(granting[i]) + QLatin1Char('\n') +
                    tr("Rule %1").arg(toQString(granting[i].rule->id));
    }
    m_reasons->setText(text);
}

} // namespace rangedesk::ui
