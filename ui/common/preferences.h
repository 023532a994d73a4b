// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>

namespace rangedesk::ui {

/// What the window remembers: its place, columns, splitters, language, theme. One small file; losing it loses
/// no work.
class Preferences
{
public:
    /// Chooses the file; before that nothing is remembered.
    static void setFile(const QString& path);

    static QVariant value(const QString& key, const QVariant& otherwise = {});
    static void setValue(const QString& key, const QVariant& value);

private:
    static std::unique_ptr<QSettings>& settings();
};

} // namespace rangedesk::ui
