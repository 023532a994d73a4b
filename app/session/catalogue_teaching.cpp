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

/// Which of the news are known, and what they tell of those where that is new.
void compareNews(const EntryList& known, const PackedEntries& news, CatalogueFile::Change& change)
{
    for (std::size_t i = 0; i < news.size(); ++i) {
        const auto place = known.withId(news.id(i));
        if (!place)
            continue;
        CatalogueEntry entry = news.entry(i);
        const CatalogueEntry before = known.entry(*place);
        CatalogueEntry after = before;
        mergeEntry(after, entry);
        if (before.origin != EntryOrigin::ReferenceList)
            after.origin = before.origin; // known from the server in any case
        change.seen.push_back(entry.id);
        if (!(after == before))
            change.told.emplace(change.seen.back(), std::move(entry));
    }
}

/// @param open gives the file once there is something to keep; nullptr: there is none
template <typename Open>
Taught teachWith(const Catalogue& known, CatalogueNews news, const QString& scope, Open open)
{
    std::array<CatalogueFile::Change, entryKindCount> changes;
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        compareNews(known.of(kind), news.entries(kind), changes.at(i));
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
        for (std::size_t at = 0; at < news.entries(kind).size(); ++at)
            ids.emplace_back(news.entries(kind).id(at));
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
