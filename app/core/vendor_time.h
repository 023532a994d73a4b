// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <chrono>
#include <string>
#include <string_view>

// The vendor's wall clock is China Standard Time, whatever the zone of the user's computer.
namespace rangedesk {

/// yyyyMMddHHmmss, for the signature.
std::string vendorTimestamp(const QDateTime& moment);
/// yyyy-MM-dd HH:mm:ss, for filters and registrations.
std::string vendorDateTime(const QDateTime& moment);
/// Whether the text is a real day in the form yyyy-mm-dd.
bool isVendorDate(std::string_view text);
/// Whether the text is a real moment in the form yyyy-mm-dd hh:mm:ss.
bool isVendorDateTime(std::string_view text);
/// The day with which a date or a moment begins; invalid where it begins with none.
QDate vendorDay(std::string_view text);

} // namespace rangedesk
