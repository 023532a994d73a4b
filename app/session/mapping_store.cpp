// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mapping_store.h"

#include "accounts/app_settings.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

namespace rangedesk {

namespace {

struct MappingText
{
    Q_DECLARE_TR_FUNCTIONS(MappingText)
};

constexpr qint64 mostBytes = 1024LL * 1024;

QJsonObject toJson(const QMap<QString, QString>& texts)
{
    QJsonObject object;
    for (auto at = texts.begin(); at != texts.end(); ++at)
        object[at.key()] = at.value();
    return object;
}

QMap<QString, QString> textsOf(const QJsonObject& object)
{
    QMap<QString, QString> texts;
    for (auto at = object.begin(); at != object.end(); ++at)
        texts[at.key()] = at.value().toString();
    return texts;
}

QByteArray toBytes(const ColumnTemplate& mapping)
{
    QJsonObject values;
    for (auto at = mapping.sheet.valueMaps.begin(); at != mapping.sheet.valueMaps.end(); ++at)
        values[at.key()] = toJson(at.value());
    QJsonArray made;
    for (const MadeColumn& column : mapping.sheet.made)
        made.append(QJsonObject{{QStringLiteral("field"), column.role},
                                {QStringLiteral("of"), QJsonArray::fromStringList(column.of)},
                                {QStringLiteral("separator"), column.separator},
                                {QStringLiteral("part"), column.part}});
    const QJsonObject object{
        {QStringLiteral("rangedesk"), QStringLiteral("column template 1")},
        {QStringLiteral("name"), mapping.name},
        {QStringLiteral("kind"), sheetKindName(mapping.kind, OperationChoice::Upsert)},
        {QStringLiteral("headings"), QJsonArray::fromStringList(mapping.headings)},
        {QStringLiteral("ignored"), QJsonArray::fromStringList(mapping.sheet.ignoredColumns)},
        {QStringLiteral("assigned"), toJson(mapping.sheet.assigned)},
        {QStringLiteral("empty"), toJson(mapping.sheet.defaults)},
        {QStringLiteral("constants"), toJson(mapping.sheet.constants)},
        {QStringLiteral("made"), made},
        {QStringLiteral("values"), values}};
    return QJsonDocument(object).toJson();
}

std::optional<ColumnTemplate> templateOf(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const auto kind = sheetKindOfName(object[QStringLiteral("kind")].toString());
    ColumnTemplate mapping;
    mapping.name = object[QStringLiteral("name")].toString().trimmed();
    if (object[QStringLiteral("rangedesk")].toString() != QLatin1String("column template 1") || !kind ||
        mapping.name.isEmpty())
        return std::nullopt;
    mapping.kind = kind->kind;
    for (const auto& heading : object[QStringLiteral("headings")].toArray())
        mapping.headings << heading.toString();
    for (const auto& heading : object[QStringLiteral("ignored")].toArray())
        mapping.sheet.ignoredColumns << heading.toString();
    mapping.sheet.assigned = textsOf(object[QStringLiteral("assigned")].toObject());
    mapping.sheet.defaults = textsOf(object[QStringLiteral("empty")].toObject());
    mapping.sheet.constants = textsOf(object[QStringLiteral("constants")].toObject());
    for (const auto& entry : object[QStringLiteral("made")].toArray()) {
        const QJsonObject column = entry.toObject();
        mapping.sheet.made.push_back({column[QStringLiteral("field")].toString(),
                                      column[QStringLiteral("of")].toVariant().toStringList(),
                                      column[QStringLiteral("separator")].toString(),
                                      column[QStringLiteral("part")].toInt()});
    }
    const QJsonObject values = object[QStringLiteral("values")].toObject();
    for (auto at = values.begin(); at != values.end(); ++at)
        mapping.sheet.valueMaps[at.key()] = textsOf(at.value().toObject());
    return mapping;
}

tl::unexpected<Error> unwritable(const QString& path, const QString& reason)
{
    return fail(ErrorKind::Storage,
                MappingText::tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), reason),
                MappingText::tr("Choose another place, or free some space."));
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

std::optional<ColumnTemplate> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return std::nullopt;
    return templateOf(file.readAll());
}

QSet<QString> folded(const QStringList& headings)
{
    QSet<QString> set;
    for (const QString& heading : headings)
        set.insert(toQString(foldedHeading(toUtf8(heading))));
    return set;
}

} // namespace

bool ColumnTemplate::fits(const QStringList& others) const
{
    return !headings.isEmpty() && folded(others).contains(folded(headings));
}

void ColumnTemplate::applyTo(SheetOptions& options) const
{
    options.ignoredColumns = sheet.ignoredColumns;
    options.assigned = sheet.assigned;
    options.defaults = sheet.defaults;
    options.valueMaps = sheet.valueMaps;
    options.made = sheet.made;
    options.constants = sheet.constants;
}

MappingStore::MappingStore(const QString& settingsFolder) : m_settingsFolder(settingsFolder) {}

/// Asked each time: the settings may have changed, here or in another window.
QString MappingStore::folder() const
{
    return m_settingsFolder.isEmpty() ? QString()
                                      : templatesFolder(loadSettings(m_settingsFolder), m_settingsFolder);
}

/// Names of any characters become names of files that every system takes.
QString MappingStore::pathOf(const QString& name) const
{
    return folder() + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(name)) +
           QStringLiteral(".json");
}

std::vector<ColumnTemplate> MappingStore::all() const
{
    std::vector<ColumnTemplate> templates;
    const QString path = folder();
    if (path.isEmpty())
        return templates;
    const QDir place(path);
    for (const QString& file : place.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (auto mapping = readFile(place.filePath(file)))
            templates.push_back(std::move(*mapping));
    }
    std::sort(templates.begin(), templates.end(), [](const ColumnTemplate& a, const ColumnTemplate& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return templates;
}

Result<void> MappingStore::save(const ColumnTemplate& mapping) const
{
    if (mapping.name.trimmed().isEmpty())
        return fail(ErrorKind::Usage, MappingText::tr("The template needs a name."));
    const QString place = folder();
    if (place.isEmpty() || !QDir().mkpath(place))
        return unwritable(place, MappingText::tr("the folder cannot be made."));
    return writeFile(pathOf(mapping.name.trimmed()), toBytes(mapping));
}

Result<void> MappingStore::remove(const QString& name) const
{
    QFile file(pathOf(name));
    if (!file.remove() && file.exists())
        return unwritable(file.fileName(), file.errorString());
    return {};
}

Result<void> exportTemplate(const ColumnTemplate& mapping, const QString& path)
{
    return writeFile(path, toBytes(mapping));
}

Result<ColumnTemplate> importTemplate(const QString& path)
{
    auto mapping = readFile(path);
    if (!mapping && !QFile::exists(path))
        return fail(ErrorKind::Input,
                    MappingText::tr("There is no file %1.").arg(QDir::toNativeSeparators(path)));
    if (!mapping)
        return fail(ErrorKind::Input,
                    MappingText::tr("%1 is no column template.").arg(QDir::toNativeSeparators(path)));
    return std::move(*mapping);
}

} // namespace rangedesk
