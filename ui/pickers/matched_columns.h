// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_view.h"
#include "models/entry_rows.h"

#include <set>

namespace rangedesk::ui {

/// Shows a hidden column of codes or ids for as long as what was typed is found there and nowhere in sight:
/// else nobody sees why an entry fits.
class MatchedColumns
{
public:
    /// @pre both outlive this
    MatchedColumns(TableView* table, const EntryModel* model) : m_table(table), m_model(model) {}

    /// After the rows have changed.
    void follow();

private:
    bool isFoundIn(int row, EntryModel::Column column) const;

    TableView* m_table;
    const EntryModel* m_model;
    std::set<int> m_shown; ///< by this
};

} // namespace rangedesk::ui
