// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_data.h"

#include <map>
#include <string>
#include <vector>

// Sheets for the demo company, and an independent applier: it knows nothing of the engine, applies row
// by row to a map, and says what the server's state must be in the end.
namespace rangedesk::tests {

/// Range (or customer) and product code to the two flags, as the demo server prints its state.
using State = std::map<std::string, std::map<std::string, std::string>>;

State parseState(const std::string& text);
std::string describeDifference(const State& expected, const State& actual);

struct MadeRow
{
    std::string csv;     ///< the record without its line end
    std::string range;   ///< key as in the state
    std::string product; ///< code
    std::string flags;   ///< "10": must-sell and not new
    bool faulty = false;
    bool deletes = false;
};

struct MadeSheet
{
    std::string heading;
    std::vector<MadeRow> rows;

    std::string csv() const;
};

struct SheetWish
{
    std::size_t rows = 50000;
    std::size_t ranges = 1000;
    double faulty = 0.02;
    bool deletes = false; ///< rows that delete what `state` holds
    unsigned seed = 1;
};

/// Rows over ranges of one to three conditions, named by code or name, products by code. Where
/// @p unchanged is given, a third of the rows repeats what it holds.
MadeSheet makeSheet(const demo::DemoData& data, const SheetWish& wish, const State& unchanged = {});

/// What the rows make of a state, one after the other.
void applyRows(const MadeSheet& sheet, State& state);

/// Body of operation 7 that writes the products of a range, for what "another user" did before.
std::string editBody(const demo::DemoData& data, const std::string& range,
                     const std::map<std::string, std::string>& products);

} // namespace rangedesk::tests
