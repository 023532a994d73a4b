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

/// Each word stands in a value of a condition, or in the customer.
bool isNamed(const SaleRule& rule, const std::vector<std::string>& words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        const auto holds = [&word](std::string_view text) { return holdsFolded(text, word); };
        return holds(rule.id) ||
               std::any_of(
                   rule.fields.begin(), rule.fields.end(),
                   [&](const RuleField& f) { return holds(f.selectedName) || holds(f.selectedCode); }) ||
               std::any_of(rule.customers.begin(), rule.customers.end(),
                           [&](const RuleCustomer& c) { return holds(c.name) || holds(c.code); });
    });
}

void addRules(std::vector<PaletteHit>& hits, const RuleRows& rules, const QString& text,
              const std::atomic<bool>& abandon)
{
    std::vector<std::string> words;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(foldedText(toUtf8(word)));
    std::size_t found = 0;
    for (std::uint32_t row = 0; row < rules.size() && found < mostOfAKind && !abandon; ++row) {
        if (rules.rule(row).isDeleted() || !isNamed(rules.rule(row), words))
            continue;
        ++found;
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

} // namespace

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
