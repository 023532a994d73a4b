// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace rangedesk {

/// Finds texts that are kept elsewhere, by their hash: eight bytes for each and what is kept free, where a
/// map would hold every text once more.
class PlaceIndex
{
public:
    /// @param isIt whether the text at a place is the one that is looked for
    template <typename IsIt> std::optional<std::uint32_t> find(std::string_view text, const IsIt& isIt) const
    {
        if (m_slots.empty())
            return std::nullopt;
        const std::uint32_t hash = hashOf(text);
        for (std::size_t at = hash & mask(); m_slots[at].place != none; at = (at + 1) & mask()) {
            if (m_slots[at].hash == hash && isIt(m_slots[at].place))
                return m_slots[at].place;
        }
        return std::nullopt;
    }
    /// @pre not there yet
    void add(std::string_view text, std::uint32_t place)
    {
        if ((m_count + 1) * 3 > m_slots.size() * 2)
            grow();
        put({hashOf(text), place});
        ++m_count;
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t place = none;
    };

    static std::uint32_t hashOf(std::string_view text)
    {
        const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>()(text));
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }
    std::size_t mask() const { return m_slots.size() - 1; }
    void put(Slot slot)
    {
        std::size_t at = slot.hash & mask();
        while (m_slots[at].place != none)
            at = (at + 1) & mask();
        m_slots[at] = slot;
    }
    void grow()
    {
        constexpr std::size_t fewest = 16;
        std::vector<Slot> earlier(m_slots.empty() ? fewest : m_slots.size() * 2);
        earlier.swap(m_slots);
        for (const Slot& slot : earlier) {
            if (slot.place != none)
                put(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two
    std::size_t m_count = 0;
};

} // namespace rangedesk
