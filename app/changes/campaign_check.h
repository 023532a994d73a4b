// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/check_columns.h"

#include <unordered_map>

namespace rangedesk {

/// Reads the cells of campaigns and registrations that are not names (decisions 19, 20; field-guide 10): an
/// empty cell keeps what is there; `[清空]` is refused, since the platform has no way to empty any of them.
class CampaignCells
{
public:
    CampaignCells(Batch& batch, const CheckColumns& columns) : m_batch(batch), m_columns(columns) {}

    /// Row @p index, the last one. @returns false where it was refused.
    bool read(const CsvRecord& record, std::uint32_t index);

private:
    bool readCampaign(const CsvRecord& record, std::uint32_t index);
    bool readMode(const CsvRecord& record, std::uint32_t index, CampaignRow& row);
    bool readExpected(const CsvRecord& record, std::uint32_t index, CampaignRow& row);
    bool readValue(const CampaignColumn& column, std::string_view cell, std::uint32_t index,
                   CampaignWish& wish);
    bool readDepartments(const CsvRecord& record, std::uint32_t index, CampaignWish& wish);
    bool readRegistration(const CsvRecord& record, std::uint32_t index);
    bool refuse(std::uint32_t index, std::int16_t column, RefusalReason reason, std::string_view value);

    Batch& m_batch;
    const CheckColumns& m_columns;
    std::unordered_map<std::string, std::uint32_t> m_groups;
};

} // namespace rangedesk
