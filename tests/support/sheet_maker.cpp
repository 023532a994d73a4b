// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sheet_maker.h"

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

namespace rangedesk::tests {

namespace {

struct MadeRange
{
    std::string key;
    std::map<std::string, std::string> cells; ///< heading to value
};

/// Headings of the sheet: by code where the dimension has codes, by name elsewhere.
std::string headingOf(const demo::DimensionData& dimension)
{
    return dimension.prefix + (dimension.hasCode ? "_code" : "_name");
}

MadeRange makeRange(const demo::DemoData& data, const std::map<std::size_t, std::size_t>& on)
{
    MadeRange range{"range", {}};
    for (const auto& [index, value] : on) {
        const demo::DimensionData& dimension = data.dimensions[index];
        range.key += ' ' + dimension.prefix + '=' + dimension.values[value].id + ';';
        range.cells[headingOf(dimension)] =
            dimension.hasCode ? dimension.values[value].code : dimension.values[value].name;
    }
    range.key += ' ';
    return range;
}

std::string record(const demo::DemoData& data, const MadeRange& range, const std::string& product,
                   const std::string& flags)
{
    std::string line;
    for (const demo::DimensionData& dimension : data.dimensions) {
        const auto cell = range.cells.find(headingOf(dimension));
        line += (cell == range.cells.end() ? std::string() : cell->second) + ',';
    }
    return line + product + ',' + flags[0] + ',' + flags[1];
}

} // namespace

State parseState(const std::string& text)
{
    State state;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t bar = line.find('|');
        std::istringstream products(line.substr(bar + 1));
        auto& held = state[line.substr(0, bar)];
        for (std::string product; products >> product;)
            held[product.substr(0, product.find(':'))] = product.substr(product.find(':') + 1);
    }
    return state;
}

std::string describeDifference(const State& expected, const State& actual)
{
    if (expected == actual)
        return {};
    for (const auto& [range, products] : expected) {
        const auto found = actual.find(range);
        if (found == actual.end())
            return "missing: " + range;
        if (found->second == products)
            continue;
        for (const auto& [product, flags] : products) {
            const auto held = found->second.find(product);
            if (held == found->second.end() || held->second != flags)
                return range + product + " expected " + flags + ", is " +
                       (held == found->second.end() ? "absent" : held->second);
        }
        return range + "holds more than expected";
    }
    return "more ranges than expected";
}

std::string MadeSheet::csv() const
{
    std::string text = heading + '\n';
    for (const MadeRow& row : rows)
        text += row.csv + '\n';
    return text;
}

MadeSheet makeSheet(const demo::DemoData& data, const SheetWish& wish, const State& unchanged)
{
    std::mt19937 dice(wish.seed);
    const auto below = [&dice](std::size_t limit) { return dice() % limit; };
    MadeSheet sheet;
    for (const demo::DimensionData& dimension : data.dimensions)
        sheet.heading += headingOf(dimension) + ',';
    sheet.heading += "product_code,is_must_sale,is_new";

    std::vector<MadeRange> ranges;
    std::set<std::string> used;
    while (ranges.size() < wish.ranges) {
        std::map<std::size_t, std::size_t> on;
        for (std::size_t i = 0; i <= below(3); ++i) {
            const std::size_t dimension = below(data.dimensions.size());
            on[dimension] = below(data.dimensions[dimension].values.size());
        }
        MadeRange range = makeRange(data, on);
        if (used.insert(range.key).second)
            ranges.push_back(std::move(range));
    }
    const std::size_t perRange = (wish.rows + wish.ranges - 1) / wish.ranges;
    for (const MadeRange& range : ranges) {
        const auto held = unchanged.find(range.key);
        std::size_t repeats = held == unchanged.end() ? 0 : std::min(perRange, held->second.size());
        if (!wish.deletes)
            repeats = std::min(repeats, perRange);
        std::set<std::string> products;
        auto next = held == unchanged.end() ? std::map<std::string, std::string>::const_iterator{}
                                            : held->second.begin();
        while (products.size() < perRange && sheet.rows.size() < wish.rows) {
            MadeRow row;
            row.range = range.key;
            row.deletes = wish.deletes;
            if (repeats > 0) {
                --repeats;
                row.product = next->first;
                row.flags = next->second;
                ++next;
            } else {
                row.product = data.products[below(data.products.size())].code;
                row.flags = std::string(1, below(4) == 0 ? '1' : '0') + (below(6) == 0 ? '1' : '0');
            }
            if (!products.insert(row.product).second)
                continue;
            row.csv = record(data, range, row.product, row.flags);
            if (static_cast<double>(below(10000)) < wish.faulty * 10000) {
                row.faulty = true;
                row.csv = record(data, range, below(2) == 0 ? "1.23E+12" : row.product, "x0");
            }
            sheet.rows.push_back(std::move(row));
        }
    }
    std::shuffle(sheet.rows.begin(), sheet.rows.end(), dice);
    return sheet;
}

void applyRows(const MadeSheet& sheet, State& state)
{
    for (const MadeRow& row : sheet.rows) {
        if (row.faulty)
            continue;
        if (!row.deletes) {
            state[row.range][row.product] = row.flags;
        } else if (const auto held = state.find(row.range); held != state.end()) {
            held->second.erase(row.product);
            if (held->second.empty())
                state.erase(held);
        }
    }
}

std::string editBody(const demo::DemoData& data, const std::string& range,
                     const std::map<std::string, std::string>& products)
{
    std::string body = "{\"opt_type\":\"0\"";
    for (const demo::DimensionData& dimension : data.dimensions) {
        const std::string start = ' ' + dimension.prefix + '=';
        const std::size_t at = range.find(start);
        if (at == std::string::npos)
            continue;
        const std::size_t from = at + start.size();
        body +=
            ",\"" + dimension.prefix + "_id\":\"" + range.substr(from, range.find(';', from) - from) + '"';
    }
    body += ",\"sale_products\":[";
    bool first = true;
    for (const auto& [product, flags] : products) {
        body += std::string(first ? "" : ",") + "{\"product_code\":\"" + product + "\",\"is_must_sale\":\"" +
                flags[0] + "\",\"is_new\":\"" + flags[1] + "\"}";
        first = false;
    }
    return body + "]}";
}

} // namespace rangedesk::tests
