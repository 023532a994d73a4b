// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/catalogue_keeper.h"

#include "session/catalogue_teaching.h"
#include "session/platform_memory.h"
#include "session/worker.h"
#include "store/catalogue_file.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct KeeperText
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueKeeperText)
};

struct Learned
{
    std::shared_ptr<const Catalogue> catalogue;
    std::optional<Error> problem;
};

/// Keeps what came of a change of a kind.
Result<void> keep(const QString& path, const QString& scope, EntryKind kind,
                  const CatalogueFile::Change& change)
{
    if (path.isEmpty() || (change.putCount == 0 && change.seen.empty() && change.gone.empty()))
        return {};
    auto file = CatalogueFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return file->apply(scope, kind, change);
}

CatalogueNews newsOf(const ReferenceList& list, const ReferenceOutcome& outcome)
{
    CatalogueNews news;
    for (const CatalogueEntry& entry : outcome.changed)
        news.add(list.kind, entry);
    return news;
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
    const auto shared = std::make_shared<CatalogueNews>(std::move(news)); // never copied, and used once
    run([news = shared, newest = m_newest, path = m_path,
         scope = m_scope](const Catalogue& known) -> Result<std::shared_ptr<const Catalogue>> {
        Taught taught = teach(known, std::move(*news), path, scope);
        *newest = taught.catalogue; // known from now on, whatever becomes of the file
        giveBackMemory();
        if (taught.problem)
            return tl::unexpected(*taught.problem);
        return taught.catalogue;
    });
}

void CatalogueKeeper::import(std::shared_ptr<const ReferenceList> list, bool isFull,
                             std::int64_t agreedRemovals, Imported done)
{
    const auto counts = std::make_shared<ReferenceCounts>();
    auto work = [list = std::move(list), isFull, agreedRemovals, counts, path = m_path,
                 scope = m_scope](const Catalogue& known) -> Result<std::shared_ptr<const Catalogue>> {
        const EntryList& before = known.of(list->kind);
        ReferenceOutcome outcome = applyReferenceList(before, *list, isFull);
        if (isFull) {
            if (const auto refused = fullListRefused(*list, outcome))
                return tl::unexpected(*refused);
            if (outcome.counts.removed > agreedRemovals)
                return fail(ErrorKind::Usage,
                            KeeperText::tr("The catalogue changed meanwhile: more entries would go."),
                            KeeperText::tr("Look at the figures again."));
        }
        *counts = outcome.counts;
        auto next = isFull ? known.withList(list->kind, entriesAfter(before, outcome))
                           : known.with(newsOf(*list, outcome));
        const CatalogueFile::Change change{outcome.changed.size(),
                                           [&outcome](std::size_t i) { return outcome.changed[i]; },
                                           std::move(outcome.same), std::move(outcome.gone)};
        if (auto kept = keep(path, scope, list->kind, change); !kept)
            return tl::unexpected(kept.error());
        return next;
    };
    run(std::move(work), [counts, done = std::move(done)](const std::optional<Error>& problem) {
        done(problem ? Result<ReferenceCounts>(tl::unexpected(*problem)) : Result<ReferenceCounts>(*counts));
    });
}

} // namespace rangedesk
