// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/edit_keeper.h"

#include "core/text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk::ui {

namespace {

QString pathOf(const DataDirectory& data)
{
    return data.filePath(QStringLiteral("campaign-edit.json"));
}

} // namespace

Result<void> keepEdit(const DataDirectory& data, const KeptEdit& edit)
{
    const QJsonObject object{{QStringLiteral("campaign"), toQString(edit.sourceCode)},
                             {QStringLiteral("new"), edit.isNew},
                             {QStringLiteral("values"), toQString(wishToJson(edit.wish))}};
    return data.keep(pathOf(data), QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
}

std::optional<KeptEdit> keptEdit(const DataDirectory& data)
{
    if (!QFileInfo::exists(pathOf(data)))
        return std::nullopt;
    const auto bytes = data.load(pathOf(data));
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    auto wish = wishFromJson(toUtf8(object[QStringLiteral("values")].toString()));
    if (!wish)
        return std::nullopt;
    return KeptEdit{toUtf8(object[QStringLiteral("campaign")].toString()),
                    object[QStringLiteral("new")].toBool(), std::move(*wish)};
}

void forgetEdit(const DataDirectory& data)
{
    QFile::remove(pathOf(data));
}

} // namespace rangedesk::ui
