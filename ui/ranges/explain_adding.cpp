// SPDX-License-Identifier: GPL-3.0-or-later
// What would let the customer sell a product: edits that wait, for the customer alone or for a rule that
// speaks for it, with how many customers each concerns.
#include "core/text.h"
#include "ranges/explain_dialog.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

/// Each costs a walk over all customers.
constexpr std::size_t mostFitting = 12;

QString customerWords(const std::optional<CustomerMatch::Count>& count)
{
    if (!count)
        return ExplainDialog::tr("counting…");
    const QString number = figure(static_cast<qint64>(count->customers));
    return count->isAtLeast ? ExplainDialog::tr("customers: at least %1").arg(number)
                            : ExplainDialog::tr("customers: %1").arg(number);
}

/// For a menu, where a single & would mark a key.
QString menuText(const QString& text)
{
    constexpr int most = 90;
    return QString(excerpt(toUtf8(text), most)).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

/// A request can name it, and it alone.
bool ExplainDialog::canAddTo(const SaleRule& rule) const
{
    const RuleRows& rules = *m_both->rules();
    return readOnlyReason(rule, false, rules.enabled()) == ReadOnly::No &&
           rules.rulesOf(targetKeyOf(rule, false)) == 1;
}

void ExplainDialog::findFitting()
{
    m_fitting.clear();
    for (const SaleRule* rule : m_answer->answer().granting) {
        if (canAddTo(*rule))
            m_fitting.push_back({targetOf(*rule, false), rule});
        if (m_fitting.size() == mostFitting)
            break;
    }
    countFitting();
}

void ExplainDialog::countFitting()
{
    if (m_counting)
        *m_counting = true;
    m_counting.reset();
    if (m_fitting.empty())
        return;
    m_counting = std::make_shared<std::atomic<bool>>(false);
    std::vector<const SaleRule*> rules;
    rules.reserve(m_fitting.size());
    for (const Fitting& one : m_fitting)
        rules.push_back(one.rule);
    const auto count = [rules = std::move(rules), keep = m_answer, catalogue = m_desk.catalogue(),
                        abandon = m_counting] {
        const CustomerMatch match(catalogue);
        std::vector<CustomerMatch::Count> counts;
        counts.reserve(rules.size());
        for (const SaleRule* rule : rules)
            counts.push_back(match.count(*rule, *abandon));
        return counts;
    };
    inWorker(this, count, [this, mine = m_counting](const std::vector<CustomerMatch::Count>& counts) {
        if (mine != m_counting)
            return; // another answer stands there
        for (std::size_t i = 0; i < counts.size(); ++i)
            m_fitting[i].customers = counts[i];
        // What concerns the fewest others is the closest.
        std::stable_sort(m_fitting.begin(), m_fitting.end(), [](const Fitting& a, const Fitting& b) {
            return a.customers->customers < b.customers->customers;
        });
        showAdding(currentRow());
    });
}

void ExplainDialog::showAdding(std::optional<std::uint32_t> row)
{
    const bool canAdd = row && !m_model->rows()->product(*row).canSell;
    m_toCustomer->setVisible(canAdd && m_customer);
    m_toRule->setVisible(canAdd && !m_fitting.empty());
    // Where a range of the customer's own outranks the rules, the first product in it takes all others away.
    m_replaces->setVisible(canAdd && m_customer && policy() != RulePolicy::Union &&
                           m_model->rows()->answer().ownRules == 0);
    if (canAdd)
        m_toCustomer->setEnabled(m_customer && !waits(ownTarget(), m_model->rows()->picked(*row)));
    if (m_rules->isVisible())
        fillMenu(); // the counts have come
}

void ExplainDialog::fillMenu()
{
    m_rules->clear();
    const auto row = currentRow();
    if (!row)
        return;
    const Picked product = m_model->rows()->picked(*row);
    for (const Fitting& one : m_fitting) {
        const bool isThere = waits(one.target, product);
        QAction* action = m_rules->addAction(QStringLiteral("%1\t%2").arg(
            menuText(one.target.sentence()), isThere ? tr("waits already") : customerWords(one.customers)));
        action->setEnabled(!isThere);
        connect(action, &QAction::triggered, this, [this, target = one.target] { add(target); });
    }
}

bool ExplainDialog::waits(const RangeTarget& target, const Picked& product) const
{
    const ProductEdit* edit =
        m_edits.edits().find(target.key(), RangeEdits::productKey(product.by, product.value));
    return edit != nullptr && !edit->isRemoved;
}

/// @pre there is a customer
RangeTarget ExplainDialog::ownTarget() const
{
    return {ChangeKind::CustomerProducts,
            {{Dimension::Department, m_customer->by, -1, m_customer->value}},
            {toQString(m_customer->code), toQString(m_customer->name)}};
}

/// The product of the current row, as an edit that waits.
void ExplainDialog::add(const RangeTarget& target)
{
    const auto row = currentRow();
    if (!row)
        return;
    const Picked product = m_model->rows()->picked(*row);
    ProductEdit edit;
    edit.product = {Dimension::Department, product.by, -1, product.value};
    edit.code = product.code;
    edit.name = product.name;
    m_edits.apply(tr("add %1").arg(toQString(product.name)),
                  {{target, RangeEdits::productKey(product.by, product.value), edit}});
    tell(this, Mark::Added, tr("%1 waits to be posted for %2").arg(product.text(), target.sentence()));
    showAdding(row);
}

} // namespace rangedesk::ui
