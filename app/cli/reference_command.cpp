// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_command.h"

#include "core/text.h"
#include "import_command.h"
#include "output.h"
#include "references/reference_list.h"
#include "store/catalogue_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct ReferenceCommandText
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceCommandText)
};

/// customers, products, or the prefix of a dimension's parameters (dept, …).
std::optional<EntryKind> kindOfName(const QString& name)
{
    if (name == QLatin1String("customers"))
        return EntryKind::Customer;
    if (name == QLatin1String("products"))
        return EntryKind::Product;
    for (int i = 0; i < dimensionCount; ++i) {
        if (name == toQString(dimensionPrefix(static_cast<Dimension>(i))))
            return entryKind(static_cast<Dimension>(i));
    }
    return std::nullopt;
}

QString kindNames()
{
    QStringList names{QStringLiteral("customers"), QStringLiteral("products")};
    for (int i = 0; i < dimensionCount; ++i)
        names << toQString(dimensionPrefix(static_cast<Dimension>(i)));
    return names.join(QStringLiteral(", "));
}

Result<Sheet> read(const Options& options)
{
    auto bytes = readSheetBytes(options.arguments.first());
    if (!bytes)
        return tl::unexpected(bytes.error());
    return openSheet(std::move(*bytes), options.import.sheet);
}

Result<EntryKind> kindOf(const Options& options, const Sheet& sheet)
{
    const auto kind =
        options.referenceKind.isEmpty() ? likelyReferenceKind(sheet) : kindOfName(options.referenceKind);
    if (kind)
        return *kind;
    const bool isOfChanges = options.referenceKind.isEmpty() && looksLikeChanges(sheet);
    return fail(
        ErrorKind::Usage,
        isOfChanges ? ReferenceCommandText::tr("This looks like a sheet of changes or a report, not like a "
                                               "reference list. Nothing was taken over.")
        : options.referenceKind.isEmpty()
            ? ReferenceCommandText::tr("The headings do not tell what this is a list of.")
            : ReferenceCommandText::tr("There is no kind \"%1\" of reference list.")
                  .arg(options.referenceKind),
        isOfChanges ? ReferenceCommandText::tr("If it is a list, say of what; --kind takes one of: %1")
                          .arg(kindNames())
                    : ReferenceCommandText::tr("--kind takes one of: %1").arg(kindNames()));
}

/// @param problem why nothing was kept; empty where all is well
void print(const ReferenceCounts& counts, const std::vector<ReferenceFault>& faults, bool json,
           const QString& problem = {})
{
    QJsonArray refused;
    for (const ReferenceFault& fault : faults) {
        if (json)
            refused.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(fault.line)},
                                       {QStringLiteral("column"), fault.heading},
                                       {QStringLiteral("value"), fault.value},
                                       {QStringLiteral("reason"), fault.reason}});
        else
            message(ReferenceCommandText::tr("Line %1: %2 %3 %4")
                        .arg(QString::number(fault.line), fault.heading, fault.value, fault.reason)
                        .simplified());
    }
    if (json) {
        QJsonObject object{{QStringLiteral("added"), static_cast<qint64>(counts.added)},
                           {QStringLiteral("changed"), static_cast<qint64>(counts.changed)},
                           {QStringLiteral("same"), static_cast<qint64>(counts.same)},
                           {QStringLiteral("repeated"), static_cast<qint64>(counts.repeated)},
                           {QStringLiteral("removed"), static_cast<qint64>(counts.removed)},
                           {QStringLiteral("refused"), refused}};
        if (!problem.isEmpty())
            object[QStringLiteral("problem")] = problem;
        cli::print(object);
        return;
    }
    cli::print(ReferenceCommandText::tr("%1 new, %2 changed, %3 the same, %4 repeated, %5 refused, %6 go")
                   .arg(counts.added)
                   .arg(counts.changed)
                   .arg(counts.same)
                   .arg(counts.repeated)
                   .arg(faults.size())
                   .arg(counts.removed));
}

/// @param problem why the whole list was refused and nothing kept
Result<ReferenceOutcome> takeOver(Session& session, const ReferenceList& list, std::optional<Error>& problem)
{
    const Options& options = session.options();
    auto data = session.data(!options.onlyShows);
    if (!data)
        return tl::unexpected(data.error());
    // A dry run writes nothing: no folder, no newer form of the file.
    const QString path = (*data)->cataloguePath();
    const bool isThere = QFile::exists(path);
    std::vector<CatalogueEntry> entries;
    std::optional<Result<CatalogueFile>> file;
    if (!options.onlyShows)
        file.emplace(CatalogueFile::open(path));
    else if (isThere)
        file.emplace(CatalogueFile::openForReading(path));
    if (file && !*file)
        return tl::unexpected(file->error());
    if (file) {
        tellSetAside(**file);
        auto loaded = (*file)->load(session.scope(), [&](EntryKind kind, CatalogueEntry entry) {
            if (kind == list.kind)
                entries.push_back(std::move(entry));
        });
        if (!loaded)
            return tl::unexpected(loaded.error());
    }
    ReferenceOutcome outcome =
        applyReferenceList(EntryList(EntryList(), std::move(entries)), list, options.isFull);
    if (options.onlyShows)
        return outcome;
    if (options.isFull)
        problem = fullListRefused(list, outcome);
    if (problem)
        return outcome;
    const CatalogueFile::Change change{outcome.changed.size(),
                                       [&outcome](std::size_t i) { return outcome.changed[i]; }, outcome.same,
                                       outcome.gone};
    if (auto kept = (*file)->apply(session.scope(), list.kind, change); !kept)
        return tl::unexpected(kept.error());
    return outcome;
}

} // namespace

int runReference(Session& session)
{
    const Options& options = session.options();
    // Whose catalogue? One that no window and no other command finds again is none.
    const SessionWish& wish = session.wish();
    if (wish.profile.isEmpty() && !wish.demo && wish.connection.openid.empty())
        return complain(
            {ErrorKind::Usage,
             ReferenceCommandText::tr("reference needs --profile, --demo, or --base-url and --openid."),
             {},
             {},
             {}});
    const auto sheet = read(options);
    if (!sheet)
        return complain(sheet.error());
    if (auto known = checkIgnored(options, *sheet); !known)
        return complain(known.error());
    const auto kind = kindOf(options, *sheet);
    if (!kind)
        return complain(kind.error());
    const auto list = readReferenceList(*sheet, *kind, referenceColumns(*sheet, *kind));
    if (!list)
        return complain(list.error());
    std::optional<Error> problem;
    const auto outcome = takeOver(session, *list, problem);
    if (!outcome)
        return complain(outcome.error());
    const std::vector<ReferenceFault> faults = allFaults(*list, *outcome);
    print(outcome->counts, faults, options.json, problem ? problem->text() : QString());
    if (problem) {
        message(problem->text());
        return BadUsage;
    }
    return faults.empty() ? AllDone : SomeRows;
}

} // namespace rangedesk::cli
