// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/condition_tree.h"

#include "changes/suggestions.h"
#include "core/id.h"
#include "core/text.h"
#include "core/vendor_rules.h"

#include <QCoreApplication>
#include <limits>

namespace rangedesk {

namespace {

struct TreeText
{
    Q_DECLARE_TR_FUNCTIONS(TreeText)
};

/// The most characters that the wire takes for a value; 0 for any number.
int mostCharacters(Dimension dimension, SelectBy by)
{
    std::string name(dimensionPrefix(dimension));
    name.append(1, '_').append(selectBySuffix(by));
    const FieldRule* rule = fieldRule(Operation::ModifySaleRangePds, name);
    return rule == nullptr ? 0 : rule->maxCharacters;
}

TreeValue valueOf(const EntryList& entries, std::uint32_t entry)
{
    TreeValue value{SelectBy::Id, std::string(entries.id(entry)), std::string(entries.code(entry)),
                    std::string(entries.name(entry)), false};
    if (value.value.starts_with(madeUpId)) {
        value.by = value.code.empty() ? SelectBy::Name : SelectBy::Code;
        value.value = value.code.empty() ? value.name : value.code;
        if (value.value.empty()) { // a list told the external id alone
            value.by = SelectBy::SourceCode;
            value.value = std::string(entries.sourceCode(entry));
        }
    }
    return value;
}

/// As the ranges of the tree name it: by the id of the one entry that it names, where that is the server's.
std::string idOf(const TreeValue& value, const EntryList& entries)
{
    if (value.by == SelectBy::Id)
        return value.value;
    const std::vector<std::uint32_t> found = entries.namedBy(value.value, value.by);
    return found.size() == 1 && !entries.id(found.front()).starts_with(madeUpId)
               ? std::string(entries.id(found.front()))
               : std::string();
}

std::optional<TreeProblem> problemOf(const TreeValue& value, Dimension dimension, const EntryList& entries)
{
    TreeProblem problem;
    if (value.by == SelectBy::Code && !dimensionHasCode(dimension)) {
        problem.fault = TreeFault::NoCode;
    } else if (const int most = mostCharacters(dimension, value.by);
               most > 0 && characterCount(value.value) > static_cast<std::size_t>(most)) {
        problem.fault = TreeFault::TooLong;
        return problem;
    } else {
        const std::vector<std::uint32_t> found = entries.namedBy(value.value, value.by);
        const bool isDamaged = value.by == SelectBy::Id && idDamage(value.value) != IdDamage::None;
        if (found.size() == 1 || (found.empty() && value.isConfirmed && !isDamaged))
            return std::nullopt;
        problem.fault = !found.empty() ? TreeFault::Ambiguous
                        : isDamaged    ? TreeFault::Damaged
                                       : TreeFault::NotInCatalogue;
        for (const std::uint32_t entry : found)
            problem.repairs.push_back(valueOf(entries, entry));
    }
    constexpr std::size_t mostRepairs = 4;
    for (const SelectBy by : {SelectBy::Code, SelectBy::Name, SelectBy::Id}) {
        // A name among the codes, a code among the names; then what is near.
        for (const std::uint32_t entry : entries.namedBy(value.value, by))
            problem.repairs.push_back(valueOf(entries, entry));
        for (const std::string& near : suggestions(entries, by, value.value)) {
            for (const std::uint32_t entry : entries.namedBy(near, by))
                problem.repairs.push_back(valueOf(entries, entry));
        }
    }
    std::vector<TreeValue> once;
    for (TreeValue& repair : problem.repairs) {
        if (std::find(once.begin(), once.end(), repair) == once.end() && once.size() < mostRepairs)
            once.push_back(std::move(repair));
    }
    problem.repairs = std::move(once);
    return problem;
}

} // namespace

bool TreeBranch::holds(const TreeValue& value) const
{
    return std::any_of(values.begin(), values.end(), [&](const TreeValue& there) {
        return there.by == value.by && there.value == value.value;
    });
}

const TreeBranch* ConditionTree::branch(Dimension dimension) const
{
    const auto found = std::find_if(branches.begin(), branches.end(),
                                    [dimension](const TreeBranch& b) { return b.dimension == dimension; });
    return found == branches.end() ? nullptr : &*found;
}

QString describe(const TreeProblem& problem, const ConditionTree& tree)
{
    const TreeBranch& branch = tree.branches[static_cast<std::size_t>(problem.branch)];
    switch (problem.fault) {
    case TreeFault::EmptyBranch:
        return TreeText::tr("No value yet: add one, or remove the condition");
    case TreeFault::DimensionTwice:
        return TreeText::tr("This condition is there twice");
    case TreeFault::NotEnabled:
        return TreeText::tr("Your company has not enabled this dimension");
    case TreeFault::Repeated:
        return TreeText::tr("There twice");
    case TreeFault::Damaged:
        return TreeText::tr("A spreadsheet took digits away");
    case TreeFault::NotInCatalogue:
        return TreeText::tr("The catalogue does not know it");
    case TreeFault::Ambiguous:
        return TreeText::tr("Several have it: choose one");
    case TreeFault::TooLong:
        return TreeText::tr("Too long: the platform takes %1 characters")
            .arg(mostCharacters(branch.dimension, branch.values[static_cast<std::size_t>(problem.value)].by));
    case TreeFault::NoCode:
        return TreeText::tr("This dimension has no codes: use the id or the name");
    }
    return {};
}

void lookUp(const ConditionTree& tree, const Catalogue& catalogue, KnownValues& known,
            const std::atomic<bool>& abandon)
{
    for (const TreeBranch& branch : tree.branches) {
        const EntryList& entries = catalogue.of(branch.dimension);
        for (const TreeValue& value : branch.values) {
            if (abandon)
                return;
            const auto [place, isNew] =
                known.try_emplace(std::tuple(branch.dimension, value.by, value.value, value.isConfirmed));
            if (isNew)
                place->second = {idOf(value, entries), problemOf(value, branch.dimension, entries)};
        }
    }
}

TreeCheck checkTree(const ConditionTree& tree, const EnabledSet& enabled, const KnownValues& known)
{
    TreeCheck check;
    std::set<Dimension> dimensions;
    for (int b = 0; b < static_cast<int>(tree.branches.size()); ++b) {
        const TreeBranch& branch = tree.branches[static_cast<std::size_t>(b)];
        std::vector<std::string>& ids = check.ids.emplace_back(branch.values.size());
        const auto ofBranch = [&](TreeFault fault) { check.problems.push_back({b, -1, fault, {}}); };
        if (!dimensions.insert(branch.dimension).second)
            ofBranch(TreeFault::DimensionTwice);
        if (enabled && !enabled->contains(branch.dimension))
            ofBranch(TreeFault::NotEnabled);
        if (branch.values.empty())
            ofBranch(TreeFault::EmptyBranch);
        std::set<std::pair<SelectBy, std::string>> seen;
        for (int v = 0; v < static_cast<int>(branch.values.size()); ++v) {
            const TreeValue& value = branch.values[static_cast<std::size_t>(v)];
            const auto found =
                known.find(std::tuple(branch.dimension, value.by, value.value, value.isConfirmed));
            check.isWhole = check.isWhole && found != known.end();
            std::string& id = ids[static_cast<std::size_t>(v)];
            if (found != known.end())
                id = found->second.id;
            // A code and an id may name one value.
            const bool isFirst = id.empty() ? seen.emplace(value.by, value.value).second
                                            : seen.emplace(SelectBy::Id, id).second;
            if (!isFirst) {
                check.problems.push_back({b, v, TreeFault::Repeated, {}});
            } else if (found != known.end() && found->second.problem) {
                TreeProblem& problem = check.problems.emplace_back(*found->second.problem);
                problem.branch = b;
                problem.value = v;
            }
        }
    }
    return check;
}

std::vector<TreeProblem> problemsOf(const ConditionTree& tree, const Catalogue& catalogue,
                                    const EnabledSet& enabled)
{
    KnownValues known;
    lookUp(tree, catalogue, known, false);
    return checkTree(tree, enabled, known).problems;
}

std::uint64_t rangeCount(const ConditionTree& tree)
{
    if (tree.branches.empty())
        return 0;
    std::uint64_t count = 1;
    for (const TreeBranch& branch : tree.branches) {
        const std::uint64_t values = branch.values.size();
        if (values == 0)
            return 0;
        if (count > std::numeric_limits<std::uint64_t>::max() / values)
            return std::numeric_limits<std::uint64_t>::max();
        count *= values;
    }
    return count;
}

Result<std::vector<RangeTarget>> expand(const ConditionTree& tree, std::uint64_t most)
{
    const std::uint64_t count = rangeCount(tree);
    if (count == 0)
        return fail(ErrorKind::Usage, TreeText::tr("Each condition needs a value."));
    if (count > most)
        return fail(ErrorKind::Usage,
                    TreeText::tr("This expands to %1 ranges, more than the %2 that are allowed.")
                        .arg(count)
                        .arg(most),
                    TreeText::tr("Remove values, or raise the limit on purpose."));
    std::vector<const TreeBranch*> branches;
    for (const TreeBranch& branch : tree.branches)
        branches.push_back(&branch);
    std::sort(branches.begin(), branches.end(),
              [](const TreeBranch* a, const TreeBranch* b) { return a->dimension < b->dimension; });
    QStringList names;
    for (const TreeBranch* branch : branches)
        names << dimensionName(branch->dimension);
    std::vector<RangeTarget> ranges;
    ranges.reserve(count);
    std::vector<std::size_t> at(branches.size(), 0); // the last one turns fastest
    for (std::uint64_t i = 0; i < count; ++i) {
        RangeTarget& range = ranges.emplace_back();
        range.cells.reserve(branches.size());
        for (std::size_t b = 0; b < branches.size(); ++b) {
            const TreeValue& value = branches[b]->values[at[b]];
            range.cells.push_back({branches[b]->dimension, value.by, -1, value.value});
            range.words << names[static_cast<qsizetype>(b)]
                        << toQString(value.name.empty() ? value.value : value.name);
        }
        for (std::size_t b = branches.size(); b-- > 0;) {
            if (++at[b] < branches[b]->values.size())
                break;
            at[b] = 0;
        }
    }
    return ranges;
}

std::vector<TreeValue> treeValuesOf(const RuleField& field)
{
    const std::vector<std::string_view> ids = commaParts(field.selectedId);
    if (ids.size() < 2)
        return {{SelectBy::Id, std::string(trimmed(field.selectedId)),
                 std::string(trimmed(field.selectedCode)), std::string(trimmed(field.selectedName)), true}};
    const std::vector<std::string_view> codes = commaParts(field.selectedCode);
    const std::vector<std::string_view> names = commaParts(field.selectedName);
    std::vector<TreeValue> values;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].empty())
            continue;
        values.push_back({SelectBy::Id, std::string(ids[i]),
                          codes.size() == ids.size() ? std::string(codes[i]) : std::string(),
                          names.size() == ids.size() ? std::string(names[i]) : std::string(), true});
    }
    return values;
}

ConditionTree treeOf(const SaleRule& rule)
{
    ConditionTree tree;
    for (const RuleField& field : rule.fields) {
        if (const auto dimension = dimensionOfFilterCode(field.filterCode))
            tree.branches.push_back({*dimension, treeValuesOf(field)});
    }
    std::stable_sort(tree.branches.begin(), tree.branches.end(),
                     [](const TreeBranch& a, const TreeBranch& b) { return a.dimension < b.dimension; });
    return tree;
}

} // namespace rangedesk
