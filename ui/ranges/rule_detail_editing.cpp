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

/// What the table shows of the chosen rule; nullptr while its products are on their way.
std::shared_ptr<const RuleProductRows> RuleDetail::shownProducts() const
{
    const auto rows = std::static_pointer_cast<const RuleProductRows>(m_products->source());
    const bool isOfChosen = rows && m_row && rows->target().key() == m_rows->target(*m_row).key();
    return isOfChosen ? rows : nullptr;
}

/// A product with its edit as it is by now: the table may be a moment behind the keys. Nothing for an
/// addition that was taken back.
std::optional<ProductEdit> RuleDetail::asItIsNow(const RuleProductRows& rows, std::uint32_t at) const
{
    if (const ProductEdit* waiting = m_edits.edits().find(rows.target().key(), rows.editKey(at)))
        return *waiting;
    return rows.isListed(at) ? std::optional(rows.asListed(at)) : std::nullopt;
}

void RuleDetail::edit(const QString& text, const std::function<void(ProductEdit&)>& change)
{
    if (refuse())
        return;
    const auto rows = shownProducts();
    if (!rows)
        return;
    std::vector<PendingEdits::Wish> wishes;
    const auto wish = [&](const RuleProductRows& of, std::uint32_t at, const RangeEdits::Seen& seen) {
        std::optional<ProductEdit> edit = asItIsNow(of, at);
        if (!edit)
            return;
        change(*edit);
        std::string key = RangeEdits::productKey(edit->product.by, edit->product.value);
        if (edit->isRemoved && !of.isListed(at))
            edit.reset(); // an addition that is removed is no edit any more
        wishes.push_back({of.target(), std::move(key), std::move(edit), seen});
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
    std::set<std::string> keys;
    for (const std::uint32_t other : m_others)
        keys.insert(m_rows->target(other).key());
    if (m_others.empty())
        m_forAll->setChecked(false);
    else if (keys == m_tickedFor) // the same rules, read anew
        m_forAll->setChecked(true);
    m_tickedFor = m_forAll->isChecked() ? std::move(keys) : std::set<std::string>();
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
    const auto now = currentProduct();
    if (!now)
        return;
    const bool on = !(mustSell ? now->mustSell : now->isNew);
    edit(mustSell ? tr("must-sell") : tr("new product"), [&](ProductEdit& edit) {
        edit.isRemoved = false;
        (mustSell ? edit.mustSell : edit.isNew) = on;
    });
}

std::optional<ProductEdit> RuleDetail::currentProduct() const
{
    const auto rows = shownProducts();
    const int row = m_table->currentIndex().row();
    if (!rows || row < 0 || row >= m_products->rowCount())
        return std::nullopt;
    return asItIsNow(*rows, m_products->sourceRow(row));
}

bool RuleDetail::isToBeRemoved() const
{
    const auto now = currentProduct();
    return now && now->isRemoved;
}

/// Del removes; on what is to be removed already it brings back.
void RuleDetail::removeOrRestore()
{
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
    const auto rows = shownProducts();
    std::vector<PendingEdits::Wish> wishes;
    for (std::uint32_t i = 0; rows && i < rows->size(); ++i) {
        const ProductEdit* waiting = m_edits.edits().find(rows->target().key(), rows->editKey(i));
        if (waiting == nullptr || !rows->isConflict(i))
            continue;
        ProductEdit edit = *waiting;
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
