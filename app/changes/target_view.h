// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <map>

namespace rangedesk {

/// What is known of one product of a target.
struct Presence
{
    enum class Kind : std::uint8_t {
        Listed,
        Absent,    ///< known not to be there
        Unclear,   ///< not listed, but the list is cut short
        Ambiguous, ///< a code that stands for several products there
        Unnamed,   ///< named by an external id, which no reply returns
    };
    Kind kind = Kind::Absent;
    bool mustSell = false;
    bool isNew = false;
    bool conflicting = false; ///< listed several times, not equal
    bool oneSupplier = false; ///< only from one upstream supplier
};

/// The products that a range or a customer holds, from its rules in force. Views into the snapshot:
/// valid until it is read again.
class TargetView
{
public:
    TargetView(const Snapshot& snapshot, const std::string& key);

    bool exists() const { return !m_rules.empty(); }
    std::size_t ruleCount() const { return m_rules.size(); }
    bool isCutShort() const { return m_cutShort; }
    bool isShared() const { return m_shared; }
    std::size_t productCount() const { return m_products.size(); }

    Presence find(const ProductRef& product) const;
    /// By the ids of products, in their order.
    std::vector<std::pair<std::string_view, Presence>> products() const;
    /// The code of a product id; empty where it has none.
    std::string_view codeOf(std::string_view id) const;
    /// Of all products and their flags: equal where nothing moved. Never 0.
    std::uint32_t digest() const;

private:
    const std::vector<const SnapshotRule*>& m_rules;
    std::unordered_map<std::string_view, Presence> m_products;
    std::unordered_multimap<std::string_view, std::string_view> m_idsByCode;
    bool m_cutShort = false;
    bool m_shared = false;
};

/// A product of a target, for the digest.
struct DigestedProduct
{
    bool mustSell = false;
    bool isNew = false;
    bool conflicting = false;
};
/// Of all products and their flags, by id: equal where nothing moved, whatever the order of the rules. Never
/// 0.
std::uint32_t digestOf(const std::map<std::string_view, DigestedProduct>& products);

} // namespace rangedesk
