// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/catalogue_check.h"

#include "changes/suggestions.h"
#include "core/text.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace rangedesk {

namespace {

struct DoubtText
{
    Q_DECLARE_TR_FUNCTIONS(DoubtText)
};

/// What a column names: an id is no word that one mistypes.
std::optional<std::pair<EntryKind, SelectBy>> namedBy(const Batch& batch, std::int16_t column)
{
    const auto& role = batch.sheet.columns[static_cast<std::size_t>(column)].role;
    if (!role || role->by == SelectBy::Id || role->field == ColumnRole::Field::Campaign)
        return std::nullopt;
    const bool isForPeople = role->field == ColumnRole::Field::Product && role->by == SelectBy::Name;
    const auto kind = isForPeople ? std::nullopt : entryKindOf(*role);
    return kind ? std::optional(std::pair(*kind, role->by)) : std::nullopt;
}

/// Calls @p look(column, value) for each name in a row.
template <typename Look> void eachName(const Batch& batch, std::size_t index, Look look)
{
    const Row& row = batch.rows[index];
    const auto cells = [&](const std::vector<TypedCell>& typed) {
        for (const TypedCell& cell : typed) {
            if (cell.column >= 0 && !cell.value.empty())
                look(cell.column, cell.value);
        }
    };
    if (row.target != noIndex)
        cells(batch.targets[row.target].cells);
    if (row.product != noIndex)
        cells(batch.products[row.product].cells);
    if (batch.campaigns.empty() || !batch.campaigns[index].wish.departments)
        return;
    const CampaignDepartments& departments = *batch.campaigns[index].wish.departments;
    const int column =
        batch.sheet.columnOf({ColumnRole::Field::Condition, Dimension::Department, departments.by});
    for (const std::string& name : departments.names) {
        if (column >= 0)
            look(static_cast<std::int16_t>(column), name);
    }
}

bool knowsAny(const EntryList& entries, SelectBy by)
{
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (!nameOf(entries, i, by).empty())
            return true;
    }
    return false;
}

} // namespace

std::vector<Doubt> notInCatalogue(const Batch& batch, const Catalogue& catalogue)
{
    using Names = std::map<std::pair<EntryKind, SelectBy>, std::set<std::string>>;
    Names unknown;
    const auto eachRow = [&batch](auto act) {
        for (std::size_t i = 0; i < batch.rows.size(); ++i) {
            if (batch.rows[i].state == RowState::Checked)
                act(i);
        }
    };
    eachRow([&](std::size_t row) {
        eachName(batch, row, [&](std::int16_t column, const std::string& value) {
            if (const auto named = namedBy(batch, column))
                unknown[*named].insert(value);
        });
    });
    for (auto& [named, values] : unknown) {
        const EntryList& entries = catalogue.of(named.first);
        if (!knowsAny(entries, named.second)) {
            values.clear(); // that it is not there says nothing
            continue;
        }
        const std::vector<std::string> texts(values.begin(), values.end());
        const auto found = entries.named(texts, named.second);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (!found[i].empty())
                values.erase(texts[i]);
        }
    }
    std::vector<Doubt> doubts;
    eachRow([&](std::size_t row) {
        eachName(batch, row, [&](std::int16_t column, const std::string& value) {
            const auto named = namedBy(batch, column);
            const bool isKnown = !named || !unknown[*named].contains(value);
            const auto index = static_cast<std::uint32_t>(row);
            if (!isKnown && (doubts.empty() || doubts.back().row != index))
                doubts.push_back({index, column, value});
        });
    });
    return doubts;
}

QString describe(const Doubt& doubt)
{
    return DoubtText::tr(
               "\"%1\" is not in the catalogue: nothing that was read so far is called so. It may be "
               "mistyped; the server is asked all the same.")
        .arg(excerpt(doubt.value, 60));
}

} // namespace rangedesk
