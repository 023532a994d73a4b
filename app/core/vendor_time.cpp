// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vendor_time.h"

#include "core/text.h"

namespace rangedesk {

namespace {

constexpr int chinaOffsetSeconds = 8 * 60 * 60; // no daylight saving since 1991

std::string formatted(const QDateTime& moment, const QString& format)
{
    return toUtf8(moment.toOffsetFromUtc(chinaOffsetSeconds).toString(format));
}

/// Digits exactly where @p pattern has a 0, its own characters elsewhere.
bool hasShape(std::string_view text, std::string_view pattern)
{
    if (text.size() != pattern.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !digit : text[i] != pattern[i])
            return false;
    }
    return true;
}

} // namespace

std::string vendorTimestamp(const QDateTime& moment)
{
    return formatted(moment, QStringLiteral("yyyyMMddHHmmss"));
}

std::string vendorDateTime(const QDateTime& moment)
{
    return formatted(moment, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

bool isVendorDate(std::string_view text)
{
    return hasShape(text, "0000-00-00") && QDate::fromString(toQString(text), Qt::ISODate).isValid();
}

bool isVendorDateTime(std::string_view text)
{
    return hasShape(text, "0000-00-00 00:00:00") && isVendorDate(text.substr(0, 10)) &&
           QTime::fromString(toQString(text.substr(11)), QStringLiteral("HH:mm:ss")).isValid();
}

QDate vendorDay(std::string_view text)
{
    constexpr std::size_t dayLength = 10;
    return QDate::fromString(toQString(text.substr(0, dayLength)), Qt::ISODate);
}

} // namespace rangedesk
