// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the products of a rule: edits that wait to be posted.
#include "pickers/picker_dialog.h"
#include "ranges/rule_detail.h"

#include <map>
#include <set>

namespace rangedesk::ui {

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
