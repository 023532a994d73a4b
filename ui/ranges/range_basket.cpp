// SPDX-License-Identifier: GPL-3.0-or-later
// Customers that the page is about, and what they get together.
#include "common/keys.h"
#include "pickers/picker_dialog.h"
#include "ranges/range_page.h"
#include "session/worker.h"

#include <unordered_set>

namespace rangedesk::ui {

void RangePage::addToCustomers(const std::vector<DraftProduct>& products, const QString& title)
{
    const std::size_t most = RangeEdits::mostAtOnce / std::max<std::size_t>(1, products.size());
    const PickerWish wish{EntryKind::Customer, title.arg(figure(static_cast<qint64>(products.size()))), true,
                          true, most};
    std::vector<Picked> customers = m_basket.empty() ? PickerDialog::pick(m_desk, wish, window()) : m_basket;
    if (customers.size() > most) {
        Q_EMIT told(Mark::Refused, tr("That makes more than %1 edits. Use a sheet for so many.")
                                       .arg(figure(static_cast<qint64>(RangeEdits::mostAtOnce))));
        return;
    }
    resolveCustomers(customers, *m_desk.catalogue());
    std::vector<PendingEdits::Wish> wishes;
    qint64 thereAlready = 0;
    for (const Picked& customer : customers) {
        const RangeTarget target = customerTarget(customer);
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
    const quint64 wish = ++m_basketWish;
    std::set<std::string> targets; // at once; who is named by code or name comes with the worker
    for (const Picked& customer : m_basket)
        targets.insert(customerTarget(customer).key());
    m_rules->setTargets(std::move(targets));
    const bool isResolved = std::all_of(m_basket.begin(), m_basket.end(),
                                        [](const Picked& customer) { return customer.by == SelectBy::Id; });
    if (isResolved) {
        lookAtBasket();
        return;
    }
    // Rules name their customers by id. Those that are picked otherwise are looked for among all there are.
    auto work = [basket = m_basket, catalogue = m_desk.catalogue()]() mutable {
        resolveCustomers(basket, *catalogue);
        return std::move(basket);
    };
    inWorker(this, std::move(work), [this, wish](std::vector<Picked> basket) {
        if (wish != m_basketWish)
            return; // others were picked meanwhile, or all are shown again
        m_basket = std::move(basket);
        lookAtBasket();
    });
}

/// What is known of the picked customers, and what is not is read.
void RangePage::lookAtBasket()
{
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
    ++m_basketWish;
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

} // namespace rangedesk::ui
