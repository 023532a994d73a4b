// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "core/error.h"
#include "rules/range_target.h"

#include <atomic>
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
struct KnownValue
{
    std::string id; ///< of the one entry it names: what is sent; empty where the catalogue does not tell
    std::optional<TreeProblem> problem;
};
using KnownValues = std::map<std::tuple<Dimension, SelectBy, std::string, bool>, KnownValue>;

/// What is known of a tree.
struct TreeCheck
{
    std::vector<TreeProblem> problems; ///< by branch, then value
    /// Of each value the id that is sent for it, where it is known; by branch.
    std::vector<std::vector<std::string>> ids;
    bool isWhole = true; ///< every value is known
};

/// What can be said without looking anything up: of values that are not in @p known nothing is said.
TreeCheck checkTree(const ConditionTree& tree, const EnabledSet& enabled, const KnownValues& known);
/// Looks up what @p known lacks. Values that the catalogue does not have are compared with all that it has:
/// call it in a worker. @param abandon set by who does not want the answer any more
void lookUp(const ConditionTree& tree, const Catalogue& catalogue, KnownValues& known,
            const std::atomic<bool>& abandon);

/// Both in one.
std::vector<TreeProblem> problemsOf(const ConditionTree& tree, const Catalogue& catalogue,
                                    const EnabledSet& enabled);

/// Into how many ranges a tree expands; 0 for an empty one. Never more than the largest number there is.
std::uint64_t rangeCount(const ConditionTree& tree);

/// The ranges of a tree: each combination of its values, dimensions in their order. Usage where there are
/// more than @p most, or a branch is empty.
Result<std::vector<RangeTarget>> expand(const ConditionTree& tree, std::uint64_t most);

/// The values of a condition, by their ids; what the server joins with commas as several, where codes or
/// names are as many with theirs.
std::vector<TreeValue> treeValuesOf(const RuleField& field);
/// The tree of a rule. @pre no request can name it for its several values alone, or any can
ConditionTree treeOf(const SaleRule& rule);

/// As text that can be pasted into a chat or a sheet: dimension, by what, value, name; a line a value.
QString treeText(const ConditionTree& tree);
/// A tree of such a text, or of two columns: dimension, and code, id or name. Input names the line.
Result<ConditionTree> treeOfText(const QString& text, const Catalogue& catalogue);

std::string treeToJson(const ConditionTree& tree);
Result<ConditionTree> treeOfJson(const std::string& bytes);

} // namespace rangedesk
