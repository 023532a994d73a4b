// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/catalogue_teaching.h"

#include "core/entry_merge.h"

namespace rangedesk {

namespace {

/// Entries that go on under the id that is known now.
std::vector<std::string> renamed(const EntryList& before, const EntryList& after)
{
    std::vector<std::string> gone = before.madeUpIds();
    std::erase_if(gone, [&](const std::string& id) { return after.withId(id).has_value(); });
    return gone;
}

/// What the news tell of entries that are known, where it is new.
std::unordered_map<std::string, CatalogueEntry> toldOf(const EntryList& known,
                                                       const std::vector<CatalogueEntry>& news)
{
    std::unordered_map<std::string, CatalogueEntry> told;
    for (const CatalogueEntry& entry : news) {
        const auto place = known.withId(entry.id);
        if (!place)
            continue;
        const CatalogueEntry before = known.entry(*place);
        CatalogueEntry after = before;
        mergeEntry(after, entry);
        if (before.origin != EntryOrigin::ReferenceList)
            after.origin = before.origin; // known from the server in any case
        if (!(after == before))
            told.emplace(entry.id, entry);
    }
    return told;
}

/// @param open gives the file once there is something to keep; nullptr: there is none
template <typename Open>
Taught teachWith(const Catalogue& known, CatalogueNews news, const QString& scope, Open open)
{
    std::array<CatalogueFile::Change, entryKindCount> changes;
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        for (const CatalogueEntry& entry : news.entries(kind))
            changes.at(i).seen.push_back(entry.id);
        changes.at(i).told = toldOf(known.of(kind), news.entries(kind));
    }
    ChangedEntries changed;
    Taught taught{known.with(std::move(news), &changed), {}};
    for (std::size_t i = 0; i < entryKindCount && !taught.problem; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        CatalogueFile::Change& change = changes.at(i);
        change.putCount = changed.at(i).size();
        change.put = [&list = taught.catalogue->of(kind), &places = changed.at(i)](std::size_t at) {
            return list.entry(places[at]);
        };
        change.gone = renamed(known.of(kind), taught.catalogue->of(kind));
        if (change.putCount == 0 && change.seen.empty() && change.gone.empty())
            continue;
        Result<CatalogueFile*> file = open();
        const auto kept =
            file && *file ? (*file)->learn(scope, kind, change) : file.map([](CatalogueFile*) {});
        if (!kept)
            taught.problem = kept.error();
    }
    return taught;
}

} // namespace

Taught teach(const Catalogue& known, CatalogueNews news, const QString& path, const QString& scope)
{
    std::optional<CatalogueFile> file; // looked through when it is opened: once for all kinds
    return teachWith(known, std::move(news), scope, [&]() -> Result<CatalogueFile*> {
        if (path.isEmpty())
            return nullptr;
        if (!file) {
            auto opened = CatalogueFile::open(path);
            if (!opened)
                return tl::unexpected(opened.error());
            file.emplace(std::move(*opened));
        }
        return &*file;
    });
}

std::optional<Error> teachFile(CatalogueNews news, CatalogueFile& file, const QString& scope)
{
    auto known = std::make_shared<const Catalogue>();
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        std::vector<std::string> ids;
        for (const CatalogueEntry& entry : news.entries(kind))
            ids.push_back(entry.id);
        auto entries = file.find(scope, kind, ids);
        if (!entries)
            return entries.error();
        if (!entries->empty())
            known = known->withList(kind, std::move(*entries));
    }
    return teachWith(*known, std::move(news), scope, [&file]() -> Result<CatalogueFile*> { return &file; })
        .problem;
}

} // namespace rangedesk
