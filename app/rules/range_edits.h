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
    struct Target
    {
        RangeTarget target;
        std::map<std::string, ProductEdit> products; ///< by productKey
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
    };

    /// A range that is to be cleared once others took its place: the API cannot change conditions.
    struct Clearing
    {
        RangeTarget old;
        std::vector<std::string> after;      ///< keys of the targets that have to be there first
        std::set<std::string> verified = {}; ///< those of them that a job has verified
    };

    /// Each key press works on a copy of all edits: larger work is a sheet's.
    static constexpr std::size_t mostAtOnce = 20'000;

    static std::string productKey(SelectBy by, const std::string& value);

    bool isEmpty() const { return m_targets.empty() && m_clearings.empty(); }
    const std::map<std::string, Target>& targets() const { return m_targets; }
    const Target* target(const std::string& key) const;
    const ProductEdit* find(const std::string& target, const std::string& product) const;
    /// Takes an edit, or drops the one that is there. One that wants what the server holds is dropped, too.
    /// @returns the step, for undo
    Step put(const RangeTarget& target, const std::string& product, std::optional<ProductEdit> edit);
    Counts counts() const;
    Counts countsOf(const std::string& target) const;

    void addClearing(Clearing clearing) { m_clearings.push_back(std::move(clearing)); }
    const std::vector<Clearing>& clearings() const { return m_clearings; }
    void dropClearing(const std::string& oldKey);
    /// Those whose turn it is: all that comes before them was verified.
    std::vector<RangeTarget> dueClearings() const;
    /// Drops those whose successors were given up: neither posted nor waiting.
    void dropOrphanClearings();

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

} // namespace rangedesk
