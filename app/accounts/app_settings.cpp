// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/app_settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rangedesk {

namespace {

struct SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(AppSettingsText)
};

constexpr qint64 mostBytes = 64LL * 1024;
constexpr int mostDays = 3650;
constexpr int mostProducts = 10000;

QString pathIn(const QString& root)
{
    return root + QStringLiteral("/settings.json");
}

} // namespace

AppSettings loadSettings(const QString& root)
{
    AppSettings settings;
    QFile file(pathIn(root));
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QJsonObject object = QJsonDocument::fromJson(file.read(mostBytes)).object();
    const auto number = [&object](const char* name, double least, double most, auto& value) {
        const double read = object.value(QLatin1String(name)).toDouble(-1);
        if (read >= least && read <= most)
            value = static_cast<std::remove_reference_t<decltype(value)>>(read);
    };
    number("logDays", 1, mostDays, settings.logDays);
    number("archiveDays", 0, mostDays, settings.archiveDays);
    number("inFlight", 1, limits::maxInFlight, settings.inFlight);
    number("requestsPerSecond", 0, limits::mostRequestsPerSecond, settings.requestsPerSecond);
    number("productsPerRequest", 1, mostProducts, settings.productsPerRequest);
    settings.templatesFolder =
        object.value(QStringLiteral("templatesFolder")).toString(settings.templatesFolder);
    settings.logBodies = object.value(QStringLiteral("logBodies")).toBool(settings.logBodies);
    return settings;
}

QString templatesFolder(const AppSettings& settings, const QString& root)
{
    if (!settings.templatesFolder.isEmpty())
        return settings.templatesFolder;
    return root.isEmpty() ? QString() : root + QStringLiteral("/column-templates");
}

Result<void> saveSettings(const QString& root, const AppSettings& settings)
{
    const QJsonObject object{{QStringLiteral("logDays"), settings.logDays},
                             {QStringLiteral("logBodies"), settings.logBodies},
                             {QStringLiteral("archiveDays"), settings.archiveDays},
                             {QStringLiteral("templatesFolder"), settings.templatesFolder},
                             {QStringLiteral("inFlight"), settings.inFlight},
                             {QStringLiteral("requestsPerSecond"), settings.requestsPerSecond},
                             {QStringLiteral("productsPerRequest"), settings.productsPerRequest}};
    QDir().mkpath(root);
    QSaveFile file(pathIn(root));
    const QByteArray bytes = QJsonDocument(object).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(ErrorKind::Storage,
                SettingsText::tr("The settings cannot be written to %1: %2")
                    .arg(QDir::toNativeSeparators(pathIn(root)), file.errorString()),
                SettingsText::tr("Free some space, or check the rights of the folder."));
}

} // namespace rangedesk
