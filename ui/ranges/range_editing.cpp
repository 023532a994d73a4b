// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the chosen rules: new ranges, conditions, copies, clearing, the review of all
// edits.
#include "pickers/picker_dialog.h"
#include "ranges/edits_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/range_page.h"
#include "ranges/tree_editor.h"
#include "session/worker.h"

#include <QApplication>
#include <QScopeGuard>

namespace rangedesk::ui {

void RangePage::explain()
{
    std::optional<Picked> customer;
    const std::vector<std::uint32_t> rows = chosen();
    if (m_ofCustomers && rows.size() == 1) {
        const SaleRule& rule = m_rules->rows()->rule(rows.front());
        if (!rule.customers.empty() && !rule.customers.front().id.empty())
            customer =
                Picked{SelectBy::Id, std::string(rule.customers.front().id),
                       std::string(rule.customers.front().code), std::string(rule.customers.front().name)};
    }
    Q_EMIT explainWanted(customer);
}

void RangePage::checkHealth()
{
    const auto read = rules();
    if (!read) {
        Q_EMIT told(Mark::Warning, tr("Read the rules from the server first (F5)."));
        return;
    }
    if (isOfEarlierRun()) { // proposals do not stand on an old list
        readThen([this] { checkHealth(); });
        return;
    }
    HealthDialog dialog(m_desk, m_edits, read, m_enabled, window());
    connect(&dialog, &HealthDialog::told, this, &Page::told);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<ToClear> targets;
    for (const RangeTarget& target : dialog.toClear())
        targets.push_back({target, read->listed(target.key()).digest});
    clear(targets);
    if (dialog.toShow())
        goToKey(read->key(*dialog.toShow()));
}

void RangePage::create()
{
    if (m_ofCustomers) {
        std::vector<DraftProduct> products;
        for (Picked& product :
             PickerDialog::pick(m_desk, {EntryKind::Product, tr("Products of the customer range")}, window()))
            products.push_back({std::move(product), false, false});
        if (!products.empty())
            addToCustomers(products, tr("Customers that get %1 products"));
        return;
    }
    TreeEditor editor(m_desk, m_edits, rules(), m_enabled, {}, window());
    run(editor);
}

void RangePage::run(TreeEditor& editor)
{
    const bool isAccepted = editor.exec() == QDialog::Accepted;
    if (!m_enabled)
        m_enabled = editor.enabled();
    if (!isAccepted)
        return;
    qint64 count = 0;
    for (const RangeTarget& target : editor.applied())
        count += m_edits.edits().countsOf(target.key()).all();
    Q_EMIT told(Mark::Changed, tr("%1 ranges wait to be posted, with %2 edits")
                                   .arg(figure(static_cast<qint64>(editor.applied().size())), figure(count)));
    if (!editor.applied().empty())
        goToTarget(editor.applied().front());
}

/// To its rule, or to the row that it gets until it is posted.
void RangePage::goToTarget(const RangeTarget& target)
{
    const std::string key = target.key();
    const auto row = m_newest ? m_newest->rowOf(key) : std::nullopt;
    goToKey(row ? m_newest->key(*row) : RuleRows::draftKey(key));
}

void RangePage::editConditions()
{
    const auto row = rowToCopy();
    if (m_ofCustomers || !row)
        return;
    if (const ReadOnly reason = m_rules->readOnly(*row); reason != ReadOnly::No) { // it could not be cleared
        Q_EMIT told(Mark::Warning, tr("Read-only. %1").arg(describe(reason)));
        return;
    }
    const auto rows = m_rules->rows();
    // What is copied now is what may be cleared later.
    m_edits.setDigestOf([rows](const std::string& key) { return rows->listed(key).digest; });
    const auto reset = qScopeGuard([this] { m_edits.setDigestOf({}); });
    TreeEditor editor(m_desk, m_edits, rows, m_enabled, *row, window());
    run(editor);
}

/// The chosen rule where all of it can be copied; else it is told why not.
std::optional<std::uint32_t> RangePage::rowToCopy()
{
    const std::vector<std::uint32_t> rows = chosen();
    if (rows.size() != 1)
        return std::nullopt;
    const std::uint32_t row = rows.front();
    const ReadOnly reason = m_rules->readOnly(row);
    // Several values of one condition expand into ranges that requests can name.
    const bool canName = m_ofCustomers || reason == ReadOnly::No || reason == ReadOnly::SeveralValues;
    const auto all = m_rules->rows();
    const std::vector<std::uint32_t> rulesOf =
        m_ofCustomers ? all->rowsOf(all->target(row).key()) : std::vector<std::uint32_t>();
    const bool isWhole = all->figures(row).missing == 0 &&
                         std::all_of(rulesOf.begin(), rulesOf.end(),
                                     [&](std::uint32_t one) { return all->figures(one).missing == 0; });
    if (!canName || !isWhole || m_rules->rows()->isDraft(row)) {
        Q_EMIT told(Mark::Warning, !canName ? tr("Read-only. %1").arg(describe(reason))
                                   : !isWhole
                                       ? tr("The server does not list all products of this rule, so it "
                                            "cannot be copied.")
                                       : tr("It is not posted yet."));
        return std::nullopt;
    }
    return row;
}

/// All products of a rule with their flags and edits, for customers that are picked or in a new tree.
void RangePage::copyProducts()
{
    const auto row = rowToCopy();
    if (!row)
        return;
    std::vector<DraftProduct> products = draftProductsOf(m_rules->rows(), *row, m_edits.edits());
    if (products.empty())
        return;
    if (!m_ofCustomers) {
        TreeEditor editor(m_desk, m_edits, rules(), m_enabled, {}, window());
        editor.setTree(treeOf(m_rules->rows()->rule(*row)));
        editor.side()->addProducts(std::move(products));
        run(editor);
        return;
    }
    const QString lost = suppliersLost(products);
    addToCustomers(products, tr("Customers that get the %1 products, too") +
                                 (lost.isEmpty() ? QString() : QStringLiteral(". ") + lost));
}

/// No request can say that a product comes from one supplier.
QString RangePage::suppliersLost(const std::vector<DraftProduct>& products) const
{
    const auto count = std::count_if(products.begin(), products.end(),
                                     [](const DraftProduct& product) { return product.oneSupplier; });
    return !m_ofCustomers || count == 0
               ? QString()
               : tr("%1 of them come from one supplier here; in the copies they come from every supplier.")
                     .arg(figure(count));
}

void RangePage::clearChosen()
{
    std::vector<ToClear> targets;
    const auto rows = m_rules->rows(); // as they are looked at
    for (const std::uint32_t row : chosen()) {
        const RangeTarget target = rows->target(row);
        targets.push_back({target, rows->listed(target.key()).digest});
    }
    clear(targets);
}

/// Whole ranges are cleared by a job of their own, with the guards of every clearing: what moved since they
/// were read is held.
void RangePage::clear(const std::vector<ToClear>& targets)
{
    std::vector<ChangeRow> rows;
    for (const ToClear& one : targets) {
        ChangeRow& row = rows.emplace_back();
        row.line = static_cast<std::uint32_t>(rows.size() + 1);
        row.target = one.target.cells;
        row.type = ChangeType::Clear;
        row.expected.digest =
            one.digest != 0 || m_newest == nullptr ? one.digest : m_newest->listed(one.target.key()).digest;
        row.expected.known = row.expected.present = row.expected.digest != 0;
    }
    if (!rows.empty())
        post(setOfChanges(kind(), rows, m_ofCustomers ? tr("clear customer ranges") : tr("clear ranges")));
}

void RangePage::readThen(std::function<void()> act)
{
    m_afterReading = std::move(act);
    if (!isReading()) // else it comes when that has ended
        refresh();
    if (!isReading()) // it could not begin: nothing waits for a reading that somebody begins later
        m_afterReading = {};
}

void RangePage::review()
{
    if (m_edits.edits().rows(kind()).rows.empty())
        return;
    if (m_hasRead)
        readThen([this] { decideAndCompare(); });
    else
        compareEdits(); // comparing reads what it needs
}

void RangePage::listEdits()
{
    if (!m_newest)
        return;
    EditsDialog dialog(m_desk, m_edits, m_newest, window());
    if (dialog.exec() == QDialog::Accepted)
        review(); // what was looked at may be old
}

/// The server was asked what changed; edits that nobody else touched go on at once.
void RangePage::decideAndCompare()
{
    const auto look = [rules = m_newest, edits = m_edits.shared()] {
        return std::make_shared<const EditRows>(rules, edits);
    };
    inWorker(this, look, [this](const std::shared_ptr<const EditRows>& rows) {
        if (!isVisible() || QApplication::activeModalWidget() != nullptr)
            return; // the person has turned to something else
        if (rows->undecided() == 0) {
            settleAndCompare(*rows);
            return;
        }
        EditsDialog dialog(m_desk, m_edits, m_newest, window());
        if (dialog.exec() == QDialog::Accepted && dialog.model()->rows())
            settleAndCompare(*dialog.model()->rows());
    });
}

/// What the server has come to hold by itself waits no more.
void RangePage::settleAndCompare(const EditRows& rows)
{
    std::vector<PendingEdits::Wish> alike;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        const EditRows::Line& line = rows.line(row);
        const ProductEdit* current = m_edits.edits().find(line.target.key(), line.key);
        const bool isAsSeen = current != nullptr && current->isRemoved == line.edit.isRemoved &&
                              current->mustSell == line.edit.mustSell && current->isNew == line.edit.isNew;
        if (line.state == EditState::Alike && isAsSeen)
            alike.push_back({line.target, line.key, std::nullopt});
    }
    const auto count = static_cast<qint64>(alike.size());
    if (count > 0) {
        m_edits.apply(tr("alike on both sides"), std::move(alike));
        Q_EMIT told(Mark::Same,
                    tr("%1 edits are on the server already and wait no more.").arg(figure(count)));
    }
    compareEdits();
}

void RangePage::compareEdits()
{
    const RangeEdits::EditRows edits = m_edits.edits().rows(kind());
    if (!edits.rows.empty())
        post(setOfChanges(kind(), edits.rows,
                          m_ofCustomers ? tr("edits of customer ranges") : tr("edits of ranges")));
}

bool RangePage::reviewEdits()
{
    const bool hasEdits = m_review->isVisible();
    review();
    return hasEdits;
}

void RangePage::post(const Result<FollowUp>& set)
{
    if (set)
        Q_EMIT reviewed(*set);
    else
        Q_EMIT told(Mark::Refused, set.error().text());
}

} // namespace rangedesk::ui
