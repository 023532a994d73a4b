// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the chosen rules: new ranges, conditions, copies, clearing, the review of all
// edits.
#include "common/keys.h"
#include "core/text.h"
#include "pickers/picker_dialog.h"
#include "ranges/edits_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/range_page.h"
#include "ranges/tree_editor.h"
#include "session/worker.h"

#include <QApplication>
#include <QScopeGuard>
#include <unordered_set>

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

void RangePage::addToCustomers(const std::vector<DraftProduct>& products, const QString& title)
{
    const std::size_t most = RangeEdits::mostAtOnce / std::max<std::size_t>(1, products.size());
    const PickerWish wish{EntryKind::Customer, title.arg(figure(static_cast<qint64>(products.size()))), true,
                          true, most};
    const std::vector<Picked> customers =
        m_basket.empty() ? PickerDialog::pick(m_desk, wish, window()) : m_basket;
    if (customers.size() > most) {
        Q_EMIT told(Mark::Refused, tr("That makes more than %1 edits. Use a sheet for so many.")
                                       .arg(figure(static_cast<qint64>(RangeEdits::mostAtOnce))));
        return;
    }
    std::vector<PendingEdits::Wish> wishes;
    qint64 thereAlready = 0;
    for (const Picked& customer : customers) {
        const RangeTarget target = resolved(customerTarget(customer), *m_desk.catalogue());
        const auto row = m_newest ? m_newest->rowOf(target.key()) : std::nullopt;
        std::unique_ptr<const RuleProductRows> known;
        RangeEdits::Seen seen;
        if (row && !m_newest->isDraft(*row)) {
            known =
                std::make_unique<const RuleProductRows>(m_newest, *row, m_edits.edits().target(target.key()));
            seen = known->seen();
        }
        for (const DraftProduct& product : products) {
            ProductEdit edit;
            edit.product = {Dimension::Department, product.product.by, -1, product.product.value};
            edit.code = product.product.code;
            edit.name = product.product.name;
            edit.mustSell = product.mustSell;
            edit.isNew = product.isNew;
            const std::string key = RangeEdits::productKey(product.product.by, product.product.value);
            if (known)
                edit.base = known->baseOf(product.product.by, key);
            thereAlready += edit.base.present ? 1 : 0;
            wishes.push_back({target, key, std::move(edit), seen});
        }
    }
    if (wishes.empty())
        return;
    const auto all = static_cast<qint64>(wishes.size());
    const RangeTarget first = wishes.front().target;
    m_edits.apply(tr("%1 customers").arg(customers.size()), std::move(wishes));
    Q_EMIT told(Mark::Changed,
                (tr("%1 customers: %2 products are new to them, %3 they have already. What differs "
                    "waits to be reviewed.")
                     .arg(figure(static_cast<qint64>(customers.size())), figure(all - thereAlready),
                          figure(thereAlready)) +
                 QLatin1Char(' ') + suppliersLost(products))
                    .trimmed());
    if (m_basket.empty())
        goToTarget(first);
}

void RangePage::pickBasket()
{
    const PickerWish wish{EntryKind::Customer, tr("Customers to work on"), true, true,
                          RangeEdits::mostAtOnce};
    setBasket(PickerDialog::pick(m_desk, wish, window()));
}

void RangePage::setBasket(std::vector<Picked> customers)
{
    if (customers.empty())
        return; // the picker was left: all stays as it is
    m_basket = std::move(customers);
    for (Picked& customer : m_basket) { // rules name their customers by id
        const TypedCell cell = resolved(customerTarget(customer), *m_desk.catalogue()).cells.front();
        customer.by = cell.by;
        customer.value = cell.value;
    }
    std::set<std::string> targets; // at once; who is named by code or name comes with the worker
    for (const Picked& customer : m_basket)
        targets.insert(customerTarget(customer).key());
    m_rules->setTargets(std::move(targets));
    narrowToBasket();
    if (!m_hasRead || m_onlyByCustomer || (m_newest && m_newest->isPartial()))
        refresh();
    if (!m_hasRead && !isReading() && !m_onlyByCustomer)
        Q_EMIT told(Mark::Warning, tr("Customer ranges have not been read yet: the %1 picked customers are "
                                      "shown once they are (F5).")
                                       .arg(figure(static_cast<qint64>(m_basket.size()))));
}

/// Where the server tells no more than one customer at a time, customers are picked first.
bool RangePage::addOwnWay(StatePanel& empty)
{
    if (!m_onlyByCustomer)
        return false;
    QPushButton* pick =
        empty.addWay("customer", tr("Pick customers"), tr("one request for each of them"), pickKey);
    connect(pick, &QPushButton::clicked, this, &RangePage::pickBasket);
    return true;
}

QString RangePage::partText() const
{
    return m_newest && m_newest->isPartial()
               ? tr("of the picked customers alone, read at %1")
                     .arg(m_partReadAt.toString(QStringLiteral("MM-dd HH:mm:ss")))
               : QString();
}

/// What is shown beside is of an earlier reading, or not posted yet.
void RangePage::showOnlyByCustomer()
{
    if (!m_onlyByCustomer || !m_basket.empty() || m_newest == nullptr)
        return;
    showNote(Mark::Warning, texts().emptyTitle + QStringLiteral(". ") + texts().emptyText);
    connect(addNoteButton(tr("Pick customers")), &QPushButton::clicked, this, &RangePage::pickBasket);
}

void RangePage::dropBasket()
{
    if (m_basket.empty())
        return;
    m_basket.clear();
    m_rules->setTargets({});
    m_basketNote->hide();
    showButtons();
}

/// Rules name their customers by id; what was picked by code or name is looked up in them, in a worker. The
/// newest basket wins.
void RangePage::narrowToBasket()
{
    if (m_basket.empty())
        return;
    struct Narrowed
    {
        std::set<std::string> targets;
        qint64 have = 0; ///< a range of their own
    };
    const auto work = [basket = m_basket, rows = m_newest] {
        Narrowed narrowed;
        std::unordered_set<std::string_view> others;
        for (const Picked& customer : basket) {
            narrowed.targets.insert(customerTarget(customer).key());
            if (customer.by != SelectBy::Id)
                others.insert(customer.value);
        }
        for (std::uint32_t row = 0; !others.empty() && rows && row < rows->size(); ++row) {
            for (const RuleCustomer& customer : rows->rule(row).customers) {
                if (others.contains(customer.code) || others.contains(customer.name))
                    narrowed.targets.insert(rows->target(row).key());
            }
        }
        if (rows)
            narrowed.have = std::count_if(narrowed.targets.begin(), narrowed.targets.end(),
                                          [&rows](const std::string& key) {
                                              const auto row = rows->rowOf(key);
                                              return row && !rows->isDraft(*row);
                                          });
        return narrowed;
    };
    inWorker(this, work, [this, basket = m_basket, rows = m_newest](Narrowed narrowed) {
        if (basket != m_basket)
            return; // it has a worker of its own, or is not wanted any more
        if (rows != m_newest) {
            narrowToBasket();
            return;
        }
        m_rules->setTargets(std::move(narrowed.targets));
        showBasket(narrowed.have);
    });
}

/// @param have customers with a range of their own
void RangePage::showBasket(qint64 have)
{
    const auto all = static_cast<qint64>(m_basket.size());
    const auto open = static_cast<qint64>(m_refusedCustomers);
    QString text;
    if (!m_hasRead) {
        text = tr("Only the %1 picked customers are shown. Their ranges have not been read yet.")
                   .arg(figure(all));
    } else {
        text = tr("Only the %1 picked customers are shown: %2 have a range of their own, %3 have none.")
                   .arg(figure(all), figure(have), figure(std::max<qint64>(0, all - have - open)));
        if (open > 0)
            text += QLatin1Char(' ') + tr("Of %1 the server told nothing.").arg(figure(open));
    }
    m_basketNote->setText(text);
    m_basketNote->clearButtons();
    connect(m_basketNote->addButton(tr("Pick others")), &QPushButton::clicked, this, &RangePage::pickBasket);
    connect(m_basketNote->addButton(tr("Show all")), &QPushButton::clicked, this, &RangePage::dropBasket);
    m_basketNote->show();
    showButtons();
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
