// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entry_merge.h"

namespace rangedesk {

void mergeEntry(CatalogueEntry& known, CatalogueEntry news)
{
    const auto take = [](std::string& into, std::string& from) {
        if (!from.empty())
            into = std::move(from);
    };
    take(known.code, news.code);
    take(known.sourceCode, news.sourceCode);
    take(known.name, news.name);
    for (auto& [name, value] : news.attributes)
        take(known.attributes[name], value);
    // What the server told once is known from the server, whatever lists say later.
    if (news.origin != EntryOrigin::ReferenceList)
        known.origin = news.origin;
}

} // namespace rangedesk
