// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "core/error.h"
#include "rules/range_target.h"

#include <tuple>

namespace rangedesk {

/// A value of a condition, and by which of id, code and name it is sent.
struct TreeValue
{
    SelectBy by = SelectBy::Id;
    std::string value;
    std::string code = {}; ///< for people, where they are known
    std::string name = {};
    bool isConfirmed = false; ///< a person says that it is meant as it stands, though the catalogue lacks it

    bool operator==(const TreeValue&) const = default;
};

/// Any of these values of one dimension.
struct TreeBranch
{
    Dimension dimension = Dimension::Department;
    std::vector<TreeValue> values;

    /// Whether a value that is named alike is there.
    bool holds(const TreeValue& value) const;
    bool operator==(const TreeBranch&) const = default;
};

/// All of these branches: what a person means by one or many ranges. The API takes one value a dimension, so
/// a tree stands for each combination of its values.
struct ConditionTree
{
    std::vector<TreeBranch> branches;

    bool operator==(const ConditionTree&) const = default;
    const TreeBranch* branch(Dimension dimension) const;
};

enum class TreeFault : std::uint8_t {
    EmptyBranch,
    DimensionTwice,
    NotEnabled,
    Repeated,       ///< the same value once more
    Damaged,        ///< an id from which a spreadsheet took digits
    NotInCatalogue, ///< until a person confirms it
    Ambiguous,      ///< several entries of the catalogue have this name or code
    TooLong,        ///< for the wire
    NoCode,         ///< the dimension cannot be named by a code
};

/// What is wrong with a value, or with a branch where `value` is -1.
struct TreeProblem
{
    int branch = 0;
    int value = -1;
    TreeFault fault = TreeFault::EmptyBranch;
    std::vector<TreeValue> repairs; ///< what may have been meant
};

QString describe(const TreeProblem& problem, const ConditionTree& tree);

/// What was found of single values: each is looked up once, not at every change of the tree.
using KnownProblems =
    std::map<std::tuple<Dimension, SelectBy, std::string, bool>, std::optional<TreeProblem>>;

std::vector<TreeProblem> problemsOf(const ConditionTree& tree, const Catalogue& catalogue,
                                    const EnabledSet& enabled, KnownProblems* known = nullptr);

/// Into how many ranges a tree expands; 0 for an empty one. Never more than the largest number there is.
std::uint64_t rangeCount(const ConditionTree& tree);

/// The ranges of a tree: each combination of its values, dimensions in their order. Usage where there are
/// more than @p most, or a branch is empty.
Result<std::vector<RangeTarget>> expand(const ConditionTree& tree, std::uint64_t most);

/// The tree of a rule. @pre its read-only reason is none
ConditionTree treeOf(const SaleRule& rule);

/// As text that can be pasted into a chat or a sheet: dimension, by what, value, name; a line a value.
QString treeText(const ConditionTree& tree);
/// A tree of such a text, or of two columns: dimension, and code, id or name. Input names the line.
Result<ConditionTree> treeOfText(const QString& text, const Catalogue& catalogue);

std::string treeToJson(const ConditionTree& tree);
Result<ConditionTree> treeOfJson(const std::string& bytes);

} // namespace rangedesk
