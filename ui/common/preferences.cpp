// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"

namespace rangedesk::ui {

std::unique_ptr<QSettings>& Preferences::settings()
{
    static std::unique_ptr<QSettings> file;
    return file;
}

void Preferences::setFile(const QString& path)
{
    settings() = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

QVariant Preferences::value(const QString& key, const QVariant& otherwise)
{
    return settings() ? settings()->value(key, otherwise) : otherwise;
}

void Preferences::setValue(const QString& key, const QVariant& value)
{
    if (settings())
        settings()->setValue(key, value);
}

} // namespace rangedesk::ui
