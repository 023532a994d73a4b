// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit_rows.h"

#include "core/text.h"
#include "models/mark.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct EditText
{
    Q_DECLARE_TR_FUNCTIONS(EditText)
};

/// @param isGone the whole rule is there no more
EditState stateOf(const ProductEdit& edit, const BaseValue& now, bool isGone)
{
    if (isGone && !edit.isRemoved)
        return EditState::Gone;
    if (!edit.base.known || !now.known)
        return EditState::Unread;
    if (edit.base == now)
        return EditState::Mine;
    ProductEdit anew = edit;
    anew.base = now;
    if (anew.isVoid())
        return EditState::Alike;
    return edit.base.present && !now.present ? EditState::Gone : EditState::Conflict;
}

Mark markOf(const EditRows::Line& line)
{
    switch (line.state) {
    case EditState::Conflict:
    case EditState::Gone:
        return Mark::Warning;
    case EditState::Alike:
        return Mark::Same;
    case EditState::OnlyThere:
        return Mark::Online;
    case EditState::ToClear:
        return Mark::Removed;
    default:
        return line.edit.isRemoved ? Mark::Removed : line.edit.isAddition() ? Mark::Added : Mark::Changed;
    }
}

QString flagsText(bool mustSell, bool isNew)
{
    QStringList flags;
    if (mustSell)
        flags << EditText::tr("must-sell");
    if (isNew)
        flags << EditText::tr("new");
    return flags.isEmpty() ? EditText::tr("listed") : flags.join(EditText::tr(", "));
}

} // namespace

QString describe(EditState state)
{
    switch (state) {
    case EditState::Mine:
        return EditText::tr("Only here");
    case EditState::Alike:
        return EditText::tr("Alike on both sides");
    case EditState::Conflict:
        return EditText::tr("Conflict");
    case EditState::Gone:
        return EditText::tr("Gone there");
    case EditState::Unread:
        return EditText::tr("Not compared yet");
    case EditState::OnlyThere:
        return EditText::tr("Only there");
    case EditState::ToClear:
        return EditText::tr("To be cleared");
    case EditState::Count:
        break;
    }
    return {};
}

QString describe(const BaseValue& value)
{
    if (!value.known)
        return EditText::tr("not known");
    return value.present ? flagsText(value.mustSell, value.isNew) : EditText::tr("not listed");
}

QString describe(const ProductEdit& edit)
{
    return edit.isRemoved ? EditText::tr("removed") : flagsText(edit.mustSell, edit.isNew);
}

QString EditRows::Line::mine() const
{
    return state == EditState::ToClear     ? words
           : state == EditState::OnlyThere ? EditText::tr("not edited")
                                           : describe(edit);
}

EditRows::EditRows(const std::shared_ptr<const RuleRows>& rules,
                   const std::shared_ptr<const RangeEdits>& edits)
{
    const bool ofCustomers = rules->ofCustomers();
    const ChangeKind kind = ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
    // Targets without a rule are rows of their own; the list may be older than the edits.
    const auto all = withDrafts(rules, *edits);
    for (const auto& [key, edited] : edits->targets()) {
        if (edited.target.kind != kind)
            continue;
        bool isGone = false;
        const std::vector<std::uint32_t> rows = all->rowsOf(key);
        std::map<std::string, Held> now;
        for (const std::uint32_t row : rows) {
            const RuleProductRows products(all, row, &edited);
            isGone = products.isGone();
            for (std::uint32_t i = 0; i < products.size(); ++i) {
                const RuleRows::Product& product = products.product(i);
                now.emplace(products.editKey(i),
                            Held{products.base(i), std::string(product.code), std::string(product.name)});
            }
        }
        for (const auto& [product, edit] : edited.products) {
            const auto found = now.find(product);
            const BaseValue held = found == now.end() ? BaseValue() : found->second.base;
            m_lines.push_back({edited.target, product, edit, held, stateOf(edit, held, isGone)});
        }
        const bool isCutShort = std::any_of(rows.begin(), rows.end(),
                                            [&](std::uint32_t row) { return all->figures(row).missing > 0; });
        if (edited.seen && !isGone && all->knows(key))
            addOthers(edited, now, isCutShort);
    }
    for (const RangeEdits::Clearing& clearing : edits->clearings()) {
        if (clearing.old.kind == kind)
            m_lines.push_back({clearing.old,
                               {},
                               {},
                               {},
                               EditState::ToClear,
                               describe(edits->stateOf(clearing), clearing.after.size())});
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line& a, const Line& b) {
        const auto rank = [](const Line& line) {
            return line.state == EditState::Conflict   ? 0
                   : line.state == EditState::Gone     ? 1
                   : line.state < EditState::OnlyThere ? 2
                                                       : static_cast<int>(line.state);
        };
        return rank(a) < rank(b);
    });
    for (const Line& line : m_lines)
        ++m_counts.at(static_cast<std::size_t>(line.state));
}

/// What is not edited here, against what was seen when the first edit was made.
void EditRows::addOthers(const RangeEdits::Target& edited, const std::map<std::string, Held>& now,
                         bool isCutShort)
{
    const auto add = [&](const std::string& id, const Held& held, const BaseValue& before) {
        const std::string key = RangeEdits::productKey(SelectBy::Id, id);
        if (edited.products.contains(key))
            return;
        if (before.present == held.base.present && before.mustSell == held.base.mustSell &&
            before.isNew == held.base.isNew && before.conflicting == held.base.conflicting) {
            ++m_unchanged;
            return;
        }
        ProductEdit other;
        other.product = {Dimension::Department, SelectBy::Id, -1, id};
        other.code = held.code;
        other.name = held.name;
        other.base = before;
        m_lines.push_back({edited.target, key, std::move(other), held.base, EditState::OnlyThere});
    };
    const std::size_t prefix = RangeEdits::productKey(SelectBy::Id, {}).size();
    BaseValue absent;
    absent.known = true;
    for (const auto& [key, held] : now) {
        if (!held.base.present)
            continue; // an addition of ours
        const std::string id = key.substr(prefix);
        const auto before = edited.seen->find(id);
        add(id, held, before == edited.seen->end() ? absent : BaseValue::unpacked(before->second));
    }
    for (const auto& [id, flags] : *edited.seen) {
        // Where the list is cut short absence proves nothing.
        if (!isCutShort && !now.contains(RangeEdits::productKey(SelectBy::Id, id)))
            add(id, {absent, {}, {}}, BaseValue::unpacked(flags));
    }
}

std::uint64_t EditRows::key(std::uint32_t row) const
{
    const Line& one = m_lines[row];
    return std::hash<std::string>()(one.target.key() + '\n' + one.key);
}

RowSource::Matcher EditRows::matcher(const std::string& word) const
{
    return [this, word](std::uint32_t row) {
        const Line& one = m_lines[row];
        return holdsFolded(one.edit.name, word) || holdsFolded(one.edit.code, word) ||
               holdsFolded(one.edit.product.value, word) || holdsFolded(toUtf8(one.target.sentence()), word);
    };
}

std::string EditRows::sortKey(std::uint32_t row, int column) const
{
    const Line& one = m_lines[row];
    switch (static_cast<EditModel::Column>(column)) {
    case EditModel::Column::State:
        return numberKey(static_cast<std::int64_t>(one.state));
    case EditModel::Column::Target:
        return textKey(toUtf8(one.target.sentence()));
    case EditModel::Column::Product:
        return textKey(one.edit.name);
    case EditModel::Column::Code:
        return textKey(one.edit.code);
    case EditModel::Column::Base:
        return textKey(toUtf8(describe(one.edit.base)));
    case EditModel::Column::Now:
        return textKey(toUtf8(describe(one.now)));
    case EditModel::Column::Mine:
        return textKey(toUtf8(one.mine()));
    case EditModel::Column::Count:
        break;
    }
    return {};
}

int EditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant EditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::State:
        return EditText::tr("State");
    case Column::Target:
        return EditText::tr("Range or customer");
    case Column::Product:
        return EditText::tr("Product");
    case Column::Code:
        return EditText::tr("Code");
    case Column::Base:
        return EditText::tr("When edited");
    case Column::Now:
        return EditText::tr("On the server");
    case Column::Mine:
        return EditText::tr("Mine");
    case Column::Count:
        break;
    }
    return {};
}

QVariant EditModel::cell(std::uint32_t row, int columnIndex, int role) const
{
    const EditRows::Line& line = rows()->line(row);
    if (role == MarkRole)
        return static_cast<int>(markOf(line));
    if (role == FadedRole)
        return line.state == EditState::Alike;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(columnIndex)) {
    case Column::State:
        return describe(line.state);
    case Column::Target:
        return line.target.sentence();
    case Column::Product:
        return line.state == EditState::ToClear
                   ? EditText::tr("all products")
                   : toQString(line.edit.name.empty() ? line.edit.product.value : line.edit.name);
    case Column::Code:
        return toQString(line.edit.code);
    case Column::Base:
        return line.state == EditState::ToClear ? QString() : describe(line.edit.base);
    case Column::Now:
        return line.state == EditState::ToClear ? QString() : describe(line.now);
    case Column::Mine:
        return line.mine();
    case Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
