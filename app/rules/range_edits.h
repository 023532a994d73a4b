// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/change_rows.h"
#include "rules/range_target.h"

#include <array>
#include <map>

namespace rangedesk {

/// What a person wants of one product of a range or customer.
struct ProductEdit
{
    TypedCell product; ///< as it is sent
    std::string code;
    std::string name;
    bool isRemoved = false;
    bool mustSell = false;
    bool isNew = false;
    BaseValue base = {}; ///< as the server held it when the edit was made; not known: it was not read

    /// The server holds what is wanted already.
    bool isVoid() const;
    bool isAddition() const { return !isRemoved && !(base.known && base.present); }
};

/// Edits that were made on the screen and not posted yet: by target, then by product. They are kept on disk,
/// so no crash loses one.
class RangeEdits
{
public:
    /// The products that the rules of a target listed, by id, with their flags as BaseValue packs them.
    using Seen = std::shared_ptr<const std::map<std::string, std::uint8_t>>;
    struct Target
    {
        RangeTarget target;
        std::map<std::string, ProductEdit> products; ///< by productKey
        /// As it was at the first edit; nullptr: there was no rule then, or none was read.
        Seen seen = {};
    };
    struct Counts
    {
        qint64 targets = 0;
        qint64 added = 0;
        qint64 changed = 0;
        qint64 removed = 0;
        qint64 all() const { return added + changed + removed; }
        bool operator==(const Counts&) const = default;
    };
    /// One edit as it was and as it becomes; nothing: no edit.
    struct Step
    {
        RangeTarget target;
        std::string product;
        std::optional<ProductEdit> before;
        std::optional<ProductEdit> after;
        Seen seenBefore = {}; ///< Target::seen
        Seen seenAfter = {};
    };

    /// A range that is to be cleared once others took its place: the API cannot change conditions.
    struct Clearing
    {
        RangeTarget old;
        std::vector<std::string> after;      ///< keys of the targets that have to be there first
        std::set<std::string> verified = {}; ///< those of them that a job has verified
        /// Of what the old one listed when it was copied, as TargetView::digest; 0: not known.
        std::uint32_t digest = 0;

        bool operator==(const Clearing& other) const
        {
            return old.key() == other.old.key() && after == other.after && verified == other.verified &&
                   digest == other.digest;
        }
    };
    enum class ClearingState : std::uint8_t {
        Waiting, ///< for its successors to be posted
        Due,     ///< all of them were verified
        Lapsed   ///< a successor was posted and not verified, or was taken back: a person decides
    };

    /// Each key press works on a copy of all edits: larger work is a sheet's.
    static constexpr std::size_t mostAtOnce = 20'000;

    static std::string productKey(SelectBy by, const std::string& value);

    bool isEmpty() const { return m_targets.empty() && m_clearings.empty(); }
    const std::map<std::string, Target>& targets() const { return m_targets; }
    const Target* target(const std::string& key) const;
    const ProductEdit* find(const std::string& target, const std::string& product) const;
    /// Takes an edit, or drops the one that is there. One that wants what the server holds is dropped, too.
    /// @param seen what its rules list, where this is the first edit of the target
    /// @param renewsSeen it replaces what was seen, for undo and decisions
    /// @returns the step, for undo
    Step put(const RangeTarget& target, const std::string& product, std::optional<ProductEdit> edit,
             Seen seen = {}, bool renewsSeen = false);
    Counts counts() const;
    Counts countsOf(const std::string& target) const;
    /// How many requests post the edits of a kind, at most: what the server holds already needs none.
    qint64 requests(ChangeKind kind, std::size_t productsPerRequest) const;

    void addClearing(Clearing clearing) { m_clearings.push_back(std::move(clearing)); }
    const std::vector<Clearing>& clearings() const { return m_clearings; }
    void dropClearing(const std::string& oldKey);
    /// That of a range, or nullptr.
    const Clearing* clearingOf(const std::string& oldKey) const;
    ClearingState stateOf(const Clearing& clearing) const;
    /// Those whose turn it is: all that comes before them was verified.
    std::vector<Clearing> dueClearings() const;
    /// Drops those that wait for one of these targets, whose edits a person has given up.
    void dropOrphanClearings(const std::set<std::string>& givenUp);

    /// Rows of a change set, and the cells that they point to.
    struct EditRows
    {
        std::vector<std::array<TypedCell, 2>> products; ///< as it is sent; its name, for people
        std::vector<ChangeRow> rows;
    };
    /// The edits of a kind; views into this object and the result.
    EditRows rows(ChangeKind kind) const;
    /// Drops what a job has done, clearings among it, and notes which successors of a range are there now.
    /// @returns the steps, so that they can be told
    std::vector<Step> dropDone(const Batch& batch);

    std::string toJson() const;
    /// Input where it is damaged.
    static Result<RangeEdits> fromJson(const std::string& bytes);

private:
    void settleClearings(const Batch& batch);

    std::map<std::string, Target> m_targets;
    std::vector<Clearing> m_clearings;
};

/// "to be cleared once its 3 new ranges are there".
QString describe(RangeEdits::ClearingState state, std::size_t successors);

} // namespace rangedesk
