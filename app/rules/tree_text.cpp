// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "rules/condition_tree.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

struct TreeTextWords
{
    Q_DECLARE_TR_FUNCTIONS(TreeTextWords)
};

constexpr QLatin1Char tab('\t');

QString byWord(SelectBy by)
{
    switch (by) {
    case SelectBy::Code:
        return TreeTextWords::tr("code");
    case SelectBy::Name:
        return TreeTextWords::tr("name");
    default:
        return TreeTextWords::tr("id");
    }
}

/// In the language of the program, in Chinese, in English, or as the wire calls it.
std::optional<Dimension> dimensionNamed(const QString& text)
{
    const std::string folded = foldedHeading(toUtf8(text));
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const bool isIt = folded == foldedHeading(dimensionChineseName(dimension)) ||
                          folded == foldedHeading(dimensionEnglishName(dimension)) ||
                          folded == dimensionPrefix(dimension);
        if (isIt)
            return dimension;
    }
    return std::nullopt;
}

std::optional<SelectBy> byNamed(const QString& text)
{
    const std::string folded = foldedHeading(toUtf8(text));
    if (folded == "id")
        return SelectBy::Id;
    if (folded == "code" || folded == "编码")
        return SelectBy::Code;
    if (folded == "name" || folded == "名称")
        return SelectBy::Name;
    return std::nullopt;
}

/// A text as the catalogue knows it: by code, id or name, the first that names one entry; else as a code.
TreeValue valueNamed(const std::string& text, Dimension dimension, const Catalogue& catalogue)
{
    const EntryList& entries = catalogue.of(dimension);
    for (const SelectBy by : {SelectBy::Code, SelectBy::Id, SelectBy::Name}) {
        const std::vector<std::uint32_t> found = entries.namedBy(text, by);
        if (found.size() == 1)
            return {by, text, std::string(entries.code(found.front())),
                    std::string(entries.name(found.front())), false};
    }
    return {dimensionHasCode(dimension) ? SelectBy::Code : SelectBy::Name, text, {}, {}, false};
}

} // namespace

QString treeText(const ConditionTree& tree)
{
    QStringList lines;
    for (const TreeBranch& branch : tree.branches) {
        for (const TreeValue& value : branch.values)
            lines << QStringList{dimensionName(branch.dimension), byWord(value.by), toQString(value.value),
                                 toQString(value.name)}
                         .join(tab);
    }
    return lines.join(QLatin1Char('\n'));
}

Result<ConditionTree> treeOfText(const QString& text, const Catalogue& catalogue)
{
    ConditionTree tree;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QStringList cells = line.split(tab);
        const auto dimension = dimensionNamed(cells.first());
        if (!dimension || cells.size() < 2)
            return fail(ErrorKind::Input,
                        TreeTextWords::tr("Line %1 names no dimension: \"%2\".")
                            .arg(number)
                            .arg(excerpt(toUtf8(line), 40)),
                        TreeTextWords::tr("Each line is a dimension and a value, with a tab between them."));
        TreeValue value;
        const auto by = byNamed(cells[1]);
        if (by && cells.size() > 2) {
            value = {*by, std::string(trimmed(toUtf8(cells[2]))), {}, {}, false};
            const EntryList& entries = catalogue.of(*dimension);
            const auto found = entries.namedBy(value.value, *by);
            if (found.size() == 1) {
                value.code = entries.code(found.front());
                value.name = entries.name(found.front());
            } else if (cells.size() > 3) {
                value.name = trimmed(toUtf8(cells[3]));
            }
        } else {
            value = valueNamed(std::string(trimmed(toUtf8(cells[1]))), *dimension, catalogue);
        }
        if (value.value.empty())
            return fail(ErrorKind::Input, TreeTextWords::tr("Line %1 has no value.").arg(number));
        auto branch = std::find_if(tree.branches.begin(), tree.branches.end(),
                                   [&](const TreeBranch& b) { return b.dimension == *dimension; });
        if (branch == tree.branches.end())
            branch = tree.branches.insert(branch, TreeBranch{*dimension, {}});
        branch->values.push_back(std::move(value));
    }
    if (tree.branches.empty())
        return fail(ErrorKind::Input, TreeTextWords::tr("There is no condition in this text."));
    return tree;
}

std::string treeToJson(const ConditionTree& tree)
{
    QJsonArray branches;
    for (const TreeBranch& branch : tree.branches) {
        QJsonArray values;
        for (const TreeValue& value : branch.values)
            values.append(QJsonObject{{QStringLiteral("by"), static_cast<int>(value.by)},
                                      {QStringLiteral("value"), toQString(value.value)},
                                      {QStringLiteral("code"), toQString(value.code)},
                                      {QStringLiteral("name"), toQString(value.name)},
                                      {QStringLiteral("confirmed"), value.isConfirmed}});
        branches.append(
            QJsonObject{{QStringLiteral("dimension"), toQString(dimensionPrefix(branch.dimension))},
                        {QStringLiteral("values"), values}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("all"), branches}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

Result<ConditionTree> treeOfJson(const std::string& bytes)
{
    const auto damaged = [] {
        return fail(ErrorKind::Input, TreeTextWords::tr("The conditions that were kept cannot be read."));
    };
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    if (object[QStringLiteral("version")].toInt() != 1)
        return damaged();
    ConditionTree tree;
    for (const auto& one : object[QStringLiteral("all")].toArray()) {
        const auto dimension = dimensionNamed(one[QStringLiteral("dimension")].toString());
        if (!dimension)
            return damaged();
        TreeBranch& branch = tree.branches.emplace_back();
        branch.dimension = *dimension;
        for (const auto& value : one[QStringLiteral("values")].toArray()) {
            const int by = value[QStringLiteral("by")].toInt(-1);
            if (by < 0 || by > static_cast<int>(SelectBy::Name))
                return damaged();
            branch.values.push_back({static_cast<SelectBy>(by),
                                     toUtf8(value[QStringLiteral("value")].toString()),
                                     toUtf8(value[QStringLiteral("code")].toString()),
                                     toUtf8(value[QStringLiteral("name")].toString()),
                                     value[QStringLiteral("confirmed")].toBool()});
        }
    }
    return tree;
}

} // namespace rangedesk
