// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <string>

namespace rangedesk::demo {

/// A text parameter of a request, or empty.
inline std::string text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}

/// Inclusive bounds on a time; an empty time passes only where no bound is set.
inline bool within(const std::string& time, const std::string& from, const std::string& to)
{
    return (from.empty() || (!time.empty() && time >= from)) && (to.empty() || (!time.empty() && time <= to));
}

} // namespace rangedesk::demo
