// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickers/matched_columns.h"

#include "models/roles.h"

namespace rangedesk::ui {

namespace {

constexpr int mostLookedAt = 20; ///< rows: those that are in sight

} // namespace

bool MatchedColumns::isFoundIn(int row, EntryModel::Column column) const
{
    return !m_model->index(row, static_cast<int>(column)).data(MatchRole).toList().isEmpty();
}

void MatchedColumns::follow()
{
    using Column = EntryModel::Column;
    for (const Column column : {Column::Code, Column::SourceCode, Column::Id}) {
        const int at = static_cast<int>(column);
        const bool isOurs = m_shown.contains(at);
        if (!m_table->isColumnHidden(at) && !isOurs)
            continue;
        bool isNeeded = false;
        for (int row = 0; row < std::min(mostLookedAt, m_model->rowCount()) && !isNeeded; ++row)
            isNeeded = isFoundIn(row, column) && !isFoundIn(row, Column::Name);
        if (isNeeded == isOurs)
            continue;
        m_table->setColumnShown(at, isNeeded);
        if (isNeeded)
            m_shown.insert(at);
        else
            m_shown.erase(at);
    }
}

} // namespace rangedesk::ui
