// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/catalogue_keeper.h"

#include "session/worker.h"
#include "store/catalogue_file.h"

namespace rangedesk {

namespace {

struct Learned
{
    std::shared_ptr<const Catalogue> catalogue;
    std::optional<Error> problem;
};

/// @param seen what was seen, changed or not; nullptr where nothing more was
std::optional<Error> keep(const QString& path, const QString& scope, const CatalogueNews& changed,
                          const CatalogueNews* seen = nullptr)
{
    if (path.isEmpty() || (changed.isEmpty() && seen == nullptr))
        return std::nullopt;
    auto file = CatalogueFile::open(path);
    if (!file)
        return file.error();
    for (std::size_t i = 0; i < entryKindCount; ++i) {
        const auto kind = static_cast<EntryKind>(i);
        if (seen != nullptr && !seen->entries(kind).empty()) {
            if (auto touched = file->touch(scope, kind, seen->entries(kind)); !touched)
                return touched.error();
        }
        if (changed.entries(kind).empty())
            continue;
        if (auto kept = file->put(scope, kind, changed.entries(kind)); !kept)
            return kept.error();
    }
    return std::nullopt;
}

} // namespace

CatalogueKeeper::CatalogueKeeper(QObject* parent)
    : QObject(parent), m_catalogue(std::make_shared<const Catalogue>()),
      m_newest(std::make_shared<std::shared_ptr<const Catalogue>>(m_catalogue))
{
    m_pool.setMaxThreadCount(1);
}

CatalogueKeeper::~CatalogueKeeper()
{
    m_pool.waitForDone(); // what was read is kept
}

/// Works on the newest catalogue in the pool's thread and shows what came of it.
void CatalogueKeeper::run(Work work, std::function<void(const std::optional<Error>&)> then)
{
    auto change = [newest = m_newest, work = std::move(work)] {
        auto next = work(**newest);
        if (!next)
            return Learned{*newest, next.error()};
        *newest = *next;
        return Learned{*newest, {}};
    };
    const auto done = [this, then = std::move(then)](const Learned& learned) {
        if (std::exchange(m_catalogue, learned.catalogue) != learned.catalogue)
            Q_EMIT changed();
        if (then)
            then(learned.problem);
        else if (learned.problem)
            Q_EMIT failed(*learned.problem);
    };
    inWorker(this, std::move(change), done, &m_pool);
}

void CatalogueKeeper::open(const QString& path, const QString& scope)
{
    m_path = path;
    m_scope = scope;
    run([path, scope](const Catalogue& known) -> Result<std::shared_ptr<const Catalogue>> {
        auto file = CatalogueFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        std::array<std::vector<CatalogueEntry>, entryKindCount> entries;
        auto loaded = file->load(scope, [&](EntryKind kind, CatalogueEntry entry) {
            entries.at(static_cast<std::size_t>(kind)).push_back(std::move(entry));
        });
        if (!loaded)
            return tl::unexpected(loaded.error());
        auto catalogue = std::make_shared<const Catalogue>(known);
        for (std::size_t i = 0; i < entryKindCount; ++i) {
            if (!entries.at(i).empty())
                catalogue = catalogue->withList(static_cast<EntryKind>(i), std::move(entries.at(i)));
        }
        return catalogue;
    });
}

void CatalogueKeeper::learn(CatalogueNews news)
{
    if (news.isEmpty())
        return;
    const auto shared = std::make_shared<const CatalogueNews>(std::move(news)); // never copied
    run([news = shared, newest = m_newest, path = m_path,
         scope = m_scope](const Catalogue& known) -> Result<std::shared_ptr<const Catalogue>> {
        CatalogueNews changed;
        auto next = known.with(*news, &changed);
        *newest = next; // known from now on, whatever becomes of the file
        if (const auto problem = keep(path, scope, changed, news.get()))
            return tl::unexpected(*problem);
        return next;
    });
}

void CatalogueKeeper::import(std::shared_ptr<const ReferenceList> list, bool isFull, Imported done)
{
    const auto counts = std::make_shared<ReferenceCounts>();
    auto work = [list = std::move(list), isFull, counts, path = m_path,
                 scope = m_scope](const Catalogue& known) -> Result<std::shared_ptr<const Catalogue>> {
        ReferenceOutcome outcome = applyReferenceList(known.of(list->kind), *list, isFull);
        *counts = outcome.counts;
        if (isFull) {
            auto file = path.isEmpty() ? std::nullopt : std::optional(CatalogueFile::open(path));
            if (file && !*file)
                return tl::unexpected(file->error());
            if (file) {
                if (auto kept = (*file)->replace(scope, list->kind, outcome.entries); !kept)
                    return tl::unexpected(kept.error());
            }
            return known.withList(list->kind, std::move(outcome.entries));
        }
        CatalogueNews news;
        for (CatalogueEntry& entry : outcome.entries)
            news.add(list->kind, std::move(entry));
        CatalogueNews changed;
        auto next = known.with(news, &changed);
        if (const auto problem = keep(path, scope, changed))
            return tl::unexpected(*problem);
        return next;
    };
    run(std::move(work), [counts, done = std::move(done)](const std::optional<Error>& problem) {
        done(problem ? Result<ReferenceCounts>(tl::unexpected(*problem)) : Result<ReferenceCounts>(*counts));
    });
}

} // namespace rangedesk
