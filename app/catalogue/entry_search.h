// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"

#include <QString>
#include <atomic>

namespace rangedesk {

/// How well an entry fits, best last. No fit is 0.
enum class Fit : std::uint8_t { None, Inside, BySound, Begins, Whole };

/// How well each entry fits @p text: all its words must be found, each anywhere in name, code, external id or
/// id, or in the sound of the name (full pinyin or initials). An empty text fits all. Returns early, with any
/// result, once abandoned.
std::vector<Fit> fits(const EntryList& list, const QString& text, const std::atomic<bool>& abandon);

/// The entries that fit, the best first, those that fit alike in the order of the list.
std::vector<std::uint32_t> search(const EntryList& list, const QString& text,
                                  const std::atomic<bool>& abandon);

/// Where a name shows what @p text found in it: first character and number of characters (UTF-16 units).
std::vector<std::pair<int, int>> matchedParts(const QString& name, const QString& text);

} // namespace rangedesk
