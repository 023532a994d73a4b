// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/tree_templates.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk::ui {

namespace {

QString pathOf(const DataDirectory& data)
{
    return data.filePath(QStringLiteral("range-templates.json"));
}

} // namespace

Result<std::map<QString, ConditionTree>> treeTemplates(const DataDirectory& data)
{
    std::map<QString, ConditionTree> all;
    if (!QFileInfo::exists(pathOf(data)))
        return all;
    const auto bytes = data.load(pathOf(data));
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes));
    if (!document.isObject())
        return tl::unexpected(treeOfJson({}).error()); // no template may be kept over it unseen
    const QJsonObject object = document.object();
    for (auto at = object.begin(); at != object.end(); ++at) {
        auto tree = treeOfJson(at.value().toString().toStdString());
        if (!tree)
            return tl::unexpected(tree.error());
        all.emplace(at.key(), std::move(*tree));
    }
    return all;
}

Result<void> keepTreeTemplates(const DataDirectory& data, const std::map<QString, ConditionTree>& all)
{
    QJsonObject object;
    for (const auto& [name, tree] : all)
        object.insert(name, QString::fromStdString(treeToJson(tree)));
    return data.keep(pathOf(data), QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace rangedesk::ui
