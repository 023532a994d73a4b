// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette_model.h"

#include "catalogue/entry_search.h"
#include "core/text.h"
#include "models/roles.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

constexpr std::size_t mostOfAKind = 8;

constexpr std::array kindsInOrder{EntryKind::Customer, EntryKind::Product, EntryKind::Campaign};

void addEntries(std::vector<PaletteHit>& hits, const EntryList& list, EntryKind kind, const QString& text,
                const std::atomic<bool>& abandon)
{
    const std::vector<std::uint32_t> found = search(list, text, abandon);
    for (std::size_t i = 0; i < std::min(found.size(), mostOfAKind) && !abandon; ++i) {
        const std::uint32_t entry = found[i];
        PaletteHit hit;
        const std::string_view code = list.label(entry);
        hit.text = toQString(list.name(entry).empty() ? code : list.name(entry));
        hit.more = entryKindName(kind) + QStringLiteral("   ") + toQString(code);
        hit.kind = kind;
        hit.id = std::string(list.id(entry));
        hits.push_back(std::move(hit));
    }
}

struct PaletteText
{
    Q_DECLARE_TR_FUNCTIONS(PaletteText)
};

void addRules(std::vector<PaletteHit>& hits, const RuleIndex& index, const QString& text,
              const std::atomic<bool>& abandon)
{
    const RuleRows& rules = *index.rules();
    const std::vector<std::uint32_t> found = index.find(text, abandon);
    for (std::size_t i = 0; i < std::min(found.size(), mostOfAKind) && !abandon; ++i) {
        const std::uint32_t row = found[i];
        PaletteHit hit;
        hit.text = rules.sentence(row);
        hit.more = (rules.ofCustomers() ? PaletteText::tr("Customer range: %1 products")
                                        : PaletteText::tr("Sale range: %1 products"))
                       .arg(rules.figures(row).distinct);
        hit.rule = rules.key(row);
        hit.ofCustomers = rules.ofCustomers();
        hits.push_back(std::move(hit));
    }
}

constexpr char32_t firstRowSign = 0xE000; // of private use: nobody types them

/// The number of a row, as an id that nothing that is typed can stand in.
std::string rowId(std::uint32_t row)
{
    QString id;
    for (const QChar digit : QString::number(row))
        id += QChar(static_cast<char16_t>(firstRowSign + static_cast<char32_t>(digit.digitValue())));
    return toUtf8(id);
}

std::uint32_t rowOf(std::string_view id)
{
    std::uint32_t row = 0;
    for (const QChar sign : toQString(id))
        row = row * 10 + static_cast<std::uint32_t>(sign.unicode() - firstRowSign);
    return row;
}

} // namespace

void RuleIndex::build() const
{
    std::vector<CatalogueEntry> names;
    for (std::uint32_t row = 0; row < m_rules->size(); ++row) {
        const SaleRule& rule = m_rules->rule(row);
        if (rule.isDeleted())
            continue;
        CatalogueEntry entry;
        entry.id = rowId(row);
        entry.name = toUtf8(m_rules->sentence(row));
        entry.sourceCode = rule.id;
        const auto addCode = [&entry](std::string_view code) {
            if (!code.empty())
                entry.code.append(entry.code.empty() ? "" : " ").append(code);
        };
        for (const RuleField& field : rule.fields)
            addCode(field.selectedCode);
        for (const RuleCustomer& customer : rule.customers)
            addCode(customer.code);
        names.push_back(std::move(entry));
    }
    m_names = EntryList(EntryList(), std::move(names));
}

std::vector<std::uint32_t> RuleIndex::find(const QString& text, const std::atomic<bool>& abandon) const
{
    std::call_once(m_isBuilt, [this] { build(); });
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t entry : search(m_names, text, abandon)) {
        if (rows.size() == mostOfAKind)
            break;
        rows.push_back(rowOf(m_names.id(entry)));
    }
    return rows;
}

std::vector<PaletteHit> findAnything(const EntryList& commands, const Catalogue& catalogue,
                                     const QString& text, const std::atomic<bool>& abandon,
                                     const ReadRules& rules)
{
    std::vector<PaletteHit> hits;
    for (const std::uint32_t entry : search(commands, text, abandon)) {
        PaletteHit hit;
        hit.text = toQString(commands.name(entry));
        hit.more = toQString(commands.sourceCode(entry));
        hit.command = toQString(commands.id(entry)).toInt();
        hits.push_back(std::move(hit));
    }
    if (text.trimmed().isEmpty()) {
        std::sort(hits.begin(), hits.end(),
                  [](const PaletteHit& a, const PaletteHit& b) { return a.command < b.command; });
        return hits;
    }
    for (const EntryKind kind : kindsInOrder)
        addEntries(hits, catalogue.of(kind), kind, text, abandon);
    for (int i = 0; i < dimensionCount; ++i)
        addEntries(hits, catalogue.of(static_cast<Dimension>(i)), static_cast<EntryKind>(i), text, abandon);
    for (const auto& read : rules) {
        if (read)
            addRules(hits, *read, text, abandon);
    }
    return hits;
}

void PaletteModel::setHits(std::vector<PaletteHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteHit& hit = m_hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return hit.text;
    case SecondLineRole:
        return hit.more;
    case Qt::AccessibleTextRole:
        return hit.more.isEmpty() ? hit.text : hit.text + QStringLiteral(", ") + hit.more;
    default:
        return {};
    }
}

} // namespace rangedesk
