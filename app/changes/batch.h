// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"
#include "changes/change_kind.h"
#include "changes/refusal.h"
#include "core/requests.h"
#include "sheets/sheet.h"

#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace rangedesk {

inline constexpr std::uint32_t noIndex = std::numeric_limits<std::uint32_t>::max();

/// A flag cell: empty keeps what is read (decisions 2).
enum class Flag : std::uint8_t { No, Yes, Keep };

/// Where a row stands; the last eight are its outcome.
enum class RowState : std::uint8_t {
    Checked,   ///< in order by itself, not compared yet
    Refused,   ///< cannot be sent; a refusal tells why
    Excluded,  ///< left out by the user
    Unchanged, ///< the server holds it already, or there is nothing to remove
    Held,      ///< cannot be compared, or changed meanwhile: not sent, for a person to decide
    NotSent,   ///< planned
    Accepted,  ///< the server said yes; not (yet) read back
    Verified,  ///< read back and equal
    Rejected,  ///< refused by the server
    Failed,    ///< certainly not applied
    Unknown,   ///< sent, its fate is open
};

/// Whether a person may leave out a row in this state.
constexpr bool canExclude(RowState state)
{
    return state == RowState::NotSent;
}

struct Row;
/// Whether the row is held only because the server holds something else than was expected: a person may want
/// it sent all the same (decisions 18, 19). Never one that cannot be compared.
bool canAccept(const Row& row);

/// What a row would change on the server.
enum class Comparison : std::uint8_t { None, New, Changed, Same, Removed, NothingToRemove, NotComparable };

/// Why a row is held, or what is to be known about its outcome.
enum class RowNote : std::uint8_t {
    None,
    UnresolvedValue,     ///< nothing read so far names the value
    TwoRules,            ///< two rules in force have this condition
    CutShort,            ///< the server lists fewer products than it counts
    ConflictingFlags,    ///< listed twice with different flags
    ChangedMeanwhile,    ///< the value moved since the preview
    LastProduct,         ///< the last product of its range: the rule itself may go
    SharedRule,          ///< the rule is another customer's too
    NotVisible,          ///< accepted, but three readings did not show it
    OtherValue,          ///< accepted, but the server holds another value
    NotIsolated,         ///< refused together with others; the culprit was not found within the cap
    UnknownProduct,      ///< a product code that the server knows for several products, or not comparable
    ExistsAlready,       ///< only what is not there yet is added
    NotThereYet,         ///< only what is there is changed
    NotInSheet,          ///< removed because the sheet, which tells all there is to be, does not name it
    SheetIncomplete,     ///< what the target is to hold cannot be told, so nothing of it is sent
    TwoCampaigns,        ///< two campaigns have this external id
    MaybeCut,            ///< a value that would be kept may have been cut by the query
    DepartmentsTooLong,  ///< the campaign's departments cannot be sent back
    ServerValue,         ///< the server's copy holds a value that cannot be sent back
    RegisteredOtherwise, ///< the customer is registered with other merchant information
    DepartmentsUntold,   ///< the server did not tell the campaign's departments
    BesideOthers,        ///< accepted, and the customer is registered with other information as well
    Count
};

QString describe(RowNote note);

/// What the server held for a row when it was last read.
struct BaseValue
{
    bool known = false;
    bool present = false;
    bool mustSell = false;
    bool isNew = false;
    bool conflicting = false;
    bool oneSupplier = false; ///< from one upstream supplier only, which no write can say
    bool cutShort = false;    ///< the server lists fewer products there than it counts
    /// Of all products of the target, for rows that clear it; of the campaign; of merchant information.
    std::uint32_t digest = 0;

    /// Whether the product is there in the same way; where it comes from is not looked at.
    bool operator==(const BaseValue& other) const
    {
        return known == other.known && present == other.present && mustSell == other.mustSell &&
               isNew == other.isNew && conflicting == other.conflicting && digest == other.digest;
    }
    /// A rule of the target lists the product; the flags of the first one stand.
    void addListed(bool listedMustSell, bool listedNew, bool ofOneSupplier)
    {
        conflicting = conflicting || (present && (mustSell != listedMustSell || isNew != listedNew));
        if (!present) {
            mustSell = listedMustSell;
            isNew = listedNew;
        }
        known = present = true;
        oneSupplier = oneSupplier || ofOneSupplier;
    }
    /// Everything but the digest; `hasDigest` where there is one.
    std::uint8_t packed() const;
    static BaseValue unpacked(std::uint8_t bits);
    static constexpr std::uint8_t hasDigest = 64;
};

/// One record of the sheet. Its index counts records that are not blank, from 0, and never changes.
struct Row
{
    std::size_t offset = 0;
    std::uint32_t line = 0;
    std::uint32_t target = noIndex;
    std::uint32_t product = noIndex;
    std::uint32_t primary = noIndex; ///< the row that this one repeats
    std::uint32_t request = 0;       ///< sequence of the last request that carried it, 0 for none
    ChangeType type = ChangeType::Upsert;
    Flag mustSell = Flag::Keep;
    Flag isNew = Flag::Keep;
    RowState state = RowState::Checked;
    Comparison comparison = Comparison::None;
    RowNote note = RowNote::None;
    BaseValue base;

    bool isPlanned() const { return state >= RowState::NotSent; }
    /// The flags that are sent; @pre compared.
    bool sentMustSell() const { return flag(mustSell, base.mustSell); }
    bool sentIsNew() const { return flag(isNew, base.isNew); }

private:
    bool flag(Flag wanted, bool read) const
    {
        const bool keeps = type == ChangeType::Delete || wanted == Flag::Keep;
        return keeps ? base.known && base.present && read : wanted == Flag::Yes;
    }
};

/// A filled cell of those that name a target or a product.
struct TypedCell
{
    Dimension dimension = Dimension::Department; ///< of conditions only
    SelectBy by = SelectBy::Id;
    std::int16_t column = -1;
    std::string value;
};

/// A range, customer or campaign as the sheet names it, and as it is sent once it was resolved.
struct Target
{
    std::vector<TypedCell> cells;
    std::string key;            ///< after resolving: equal for what is one target
    bool comparable = false;    ///< all its values were resolved
    bool isFaulty = false;      ///< ambiguous or contradicting: never sent, never compared
    RangeConditions conditions; ///< as sent, for ranges
    CustomerSelector customer;  ///< as sent, for customers
    std::string campaignCode;   ///< as sent with the external id, which is the key, for registrations
};

/// A product; in sheets of registrations a customer.
struct ProductRef
{
    std::vector<TypedCell> cells;
    SelectBy by = SelectBy::Id; ///< as sent
    std::string value;
    std::string key; ///< after resolving
};

/// A warning about the whole sheet; worded when it is shown.
struct Warning
{
    enum class Kind : std::uint8_t {
        PartlyFilled,  ///< heading, filled rows, all rows
        LastProducts,  ///< how many rows
        SharedRules,   ///< no details
        SharedChanged, ///< codes of the customers
        HiddenRows,    ///< how many rows of the workbook are hidden and read all the same
        CannotUndo,    ///< how many rows
        ClearsNear,    ///< what clearing might take besides, by name
        NoRemovals,    ///< how many targets keep what the sheet does not name, because rows are faulty
    };
    Kind kind = Kind::PartlyFilled;
    QStringList details;
};
using Warnings = std::vector<Warning>;

/// What came of a clearing (api.md 2): the server's code proves nothing, reading back decides.
enum class ClearOutcome : std::uint8_t {
    None,           ///< no clearing, or not sent
    Cleared,        ///< it was there, and is there no more
    NothingToClear, ///< it was not there
    NotCleared,     ///< read back, it is still there
    NotVerified     ///< it could not be read back
};
ClearOutcome clearOutcome(const Row& row);
/// A sentence, and a word.
QString describe(ClearOutcome outcome);
QString clearWord(ClearOutcome outcome);

/// In the language of the program.
QString describe(const Warning& warning);
QStringList describe(const Warnings& warnings);

struct Batch
{
    ChangeKind kind = ChangeKind::RangeProducts;
    OperationChoice operation = OperationChoice::Upsert;
    Sheet sheet;
    std::vector<Row> rows;
    std::vector<Target> targets;
    std::vector<ProductRef> products;
    std::vector<Refusal> refusals;
    Warnings warnings;
    std::vector<BaseValue> expected;            ///< of each row, where the sheet says it; else empty
    std::vector<CampaignRow> campaigns;         ///< of each row, in sheets of campaigns
    std::vector<RegistrationRow> registrations; ///< of each row, in sheets of registrations
    /// Rows that a person wants sent though the server holds something else than was expected.
    std::set<std::uint32_t> accepted;

    /// Refuses a row and remembers why.
    void refuse(std::uint32_t row, Refusal refusal);
    /// Puts the refusals into the order of the sheet.
    void sortRefusals();
    /// The row whose state tells the outcome: the row itself, or the one it repeats.
    const Row& outcomeRow(const Row& row) const { return row.primary == noIndex ? row : rows[row.primary]; }
};

/// The first refusal of each row, or nullptr; valid until the batch changes.
std::vector<const Refusal*> refusalByRow(const Batch& batch);

} // namespace rangedesk
