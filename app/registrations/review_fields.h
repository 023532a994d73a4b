// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registrations/merchant_information.h"

#include <QHash>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace rangedesk {

/// A field of the merchant information that has few different values: what registrations are grouped by.
struct ReviewField
{
    QString name; ///< as it was first written
    int group;    ///< the same in every list that has the field
    std::vector<QString> values;
    std::vector<std::uint64_t> keys; ///< of the values; the same in every list
    std::vector<std::uint16_t>
        valueOf; ///< by row of the registered: 0 where it is not filled, else from 1 on
    std::size_t filled = 0;
};

/// What of a field's name or value tells it from others: blanks, case and width do not.
std::string comparableText(const QString& text);
/// Identifies a value among those of its field; neither 0, "not filled", nor 1, "not asked".
std::uint64_t valueKey(std::string_view comparable);
int groupKey(std::string_view comparable);

/// Gathers the fields of all registrations, row by row.
class ReviewFieldCollector
{
public:
    void add(std::uint32_t row, const MerchantInformation& information);
    /// Those that group, the best ones first. @param rows so many are registered
    std::vector<ReviewField> take(std::size_t rows);

private:
    struct Gathered
    {
        ReviewField field;
        QHash<QString, std::uint16_t> asWritten; ///< folding a text takes its time
        std::unordered_map<std::string, std::uint16_t> places;
        std::uint32_t lastRow = 0; ///< from 1 on; a field that is there twice is counted once
        bool groups = true;        ///< has not too many values yet
    };
    Gathered* of(const QString& name);

    std::vector<Gathered> m_fields;
    QHash<QString, int> m_asWritten; ///< -1: one too many
    std::unordered_map<std::string, int> m_places;
};

} // namespace rangedesk
