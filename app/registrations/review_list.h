// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/place_index.h"
#include "core/rule.h"
#include "registrations/review_fields.h"

#include <QString>
#include <array>
#include <atomic>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rangedesk {

/// The three lists of a campaign, as bits: a customer is in any of them.
enum CampaignLists : std::uint8_t { Covered = 1U, Notified = 2U, Registered = 4U };
inline constexpr std::size_t overlapCount = 8; ///< by bits; 0 is nobody, but for customers that are gone

/// Why two registrations may be the same merchant.
enum Likeness : std::uint8_t { SamePhone = 1U, SameLicence = 2U, NearName = 4U };

inline constexpr std::uint32_t noCustomer = 0xFFFFFFFFU;

/// A customer of a campaign, once, in however many lists it stands. Texts are views into the reply.
struct ReviewCustomer
{
    std::string_view id;
    std::string_view code;
    std::string_view sourceCode;
    std::string_view name;
    std::string_view merchantInformation; ///< of the first registration that tells any
    std::uint32_t digest = 0;             ///< of the merchant information of all registrations; 0 for none
    std::uint32_t partner = noCustomer;   ///< a customer that may be the same merchant
    std::uint8_t lists = 0;               ///< of CampaignLists
    std::uint8_t likeness = 0;            ///< of Likeness, with the partner
    std::uint8_t repeats = 0;             ///< how often it is registered beyond once, at most 255
    bool hasPictures = false;
};

/// How many are in which list; each customer once.
struct ReviewFigures
{
    std::size_t covered = 0;
    std::size_t notified = 0;
    std::size_t registered = 0;
    std::array<std::size_t, overlapCount> overlaps{};

    /// Of @p of; negative where that is 0.
    static double rate(std::size_t part, std::size_t of)
    {
        return of == 0 ? -1 : static_cast<double>(part) / static_cast<double>(of);
    }
};

class CustomerKeys;

/// The customers of a campaign as operation 3 returned them: registered ones first, in the server's order.
class ReviewList
{
public:
    /// Some milliseconds for each thousand registered customers: call it in a worker. Returns early, with any
    /// result, once @p abandon is set.
    ReviewList(TextOwner text, std::shared_ptr<const Campaign> campaign,
               const std::atomic<bool>* abandon = nullptr);

    const Campaign& campaign() const { return *m_campaign; }
    std::size_t size() const { return m_customers.size(); }
    const ReviewCustomer& at(std::uint32_t row) const { return m_customers[row]; }
    const ReviewFigures& figures() const { return m_figures; }

    /// Of a customer that is registered several times: the merchant information of the others.
    std::vector<std::string_view> furtherInformation(std::uint32_t row) const;

    /// What a customer's mark is kept under: "id=…", else "code=…", else "name=…".
    static std::string keyOf(const ReviewCustomer& customer);
    /// The row of a key, or noCustomer; also of "code=…" where the customer was registered by its code alone.
    std::uint32_t find(const std::string& key) const;

    /// What the merchant information can be grouped by.
    const std::vector<ReviewField>& fields() const { return m_fields; }

private:
    /// @param firsts by row, the entry that told it first
    void take(const std::vector<NamedEntry>& entries, CampaignLists list, const CustomerKeys& keys,
              std::vector<const NamedEntry*>& firsts);
    void findLikeness(const std::atomic<bool>* abandon);

    TextOwner m_text;
    std::shared_ptr<const Campaign> m_campaign;
    std::vector<ReviewCustomer> m_customers;
    PlaceIndex m_places; ///< by key
    /// Where customers that have an id were registered by their code alone, by "code=…".
    std::unordered_map<std::string, std::uint32_t> m_placesByCode;
    std::unordered_map<std::uint32_t, std::vector<std::string_view>> m_further;
    std::vector<ReviewField> m_fields;
    ReviewFigures m_figures;
};

/// A merchant's name as it is compared: without blanks, signs and the words that every shop bears.
QString comparableName(const QString& name);

} // namespace rangedesk
