// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"
#include "sheets/sheet.h"

#include <QMap>
#include <atomic>

namespace rangedesk {

/// What a column of a reference list says of an entry.
struct ReferenceColumn
{
    enum class Meaning : std::uint8_t { Ignored, Id, Code, SourceCode, Name, Attribute, Count };

    QString heading;
    Meaning meaning = Meaning::Ignored;
    std::string attribute; ///< what it is called: the prefix of a dimension, or the heading
    QString sample;        ///< the first cell that is not empty
};

/// A row of which nothing is taken over, and why.
struct ReferenceFault
{
    std::uint32_t line = 0;
    QString heading; ///< empty where the row as a whole is meant
    QString value;
    QString reason;
};

/// A list of customers, products or values of a dimension, as a sheet has it.
struct ReferenceList
{
    struct Row
    {
        std::uint32_t line = 0;
        CatalogueEntry entry; ///< its id is empty where the sheet tells none
    };

    EntryKind kind = EntryKind::Customer;
    std::vector<ReferenceColumn> columns;
    std::vector<Row> rows;
    std::vector<ReferenceFault> faults;
};

/// What a list does to the catalogue. The rows of the list are `added + changed + same + repeated`, besides
/// those with faults.
struct ReferenceCounts
{
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    std::int64_t repeated = 0; ///< rows that say once more what another says
    std::int64_t removed = 0;  ///< by a full list: told by lists alone, and not by this one
    std::int64_t cleared =
        0; ///< by a full list: known from the server, and lose the attributes of earlier lists
};

struct ReferenceOutcome
{
    ReferenceCounts counts;
    std::vector<ReferenceFault> faults;  ///< rows that are refused in view of what is known
    std::vector<CatalogueEntry> changed; ///< new ones, and those that say something else; whole
    std::vector<std::string> same;       ///< ids
    std::vector<std::string> gone;       ///< ids
};

/// Whether the headings are those of a sheet of changes, or of a report of one: no list of reference, unless
/// somebody says of what.
bool looksLikeChanges(const Sheet& sheet);
/// The kind that the headings speak for; nullopt where they do not tell, or look like changes.
std::optional<EntryKind> likelyReferenceKind(const Sheet& sheet);

/// What the columns mean in a list of @p kind: by their headings, and by what a person @p chosen for them.
std::vector<ReferenceColumn> referenceColumns(const Sheet& sheet, EntryKind kind,
                                              const QMap<QString, ReferenceColumn::Meaning>& chosen = {});

/// Reads the rows. Input where no column names the entries, or the sheet's text ends in the middle of a row.
/// @param abandon ends it early, with any result
Result<ReferenceList> readReferenceList(const Sheet& sheet, EntryKind kind,
                                        std::vector<ReferenceColumn> columns,
                                        const std::atomic<bool>* abandon = nullptr);

/// A row without an id is the known entry with its code, else with its external id, else, where it has
/// neither, with its name; refused where several have it. Rows that contradict each other are all refused
/// (decisions 5). An update keeps what the list does not say. A full list also takes away what lists alone
/// told and this one does not: entries, and attributes of entries that are known from the server.
ReferenceOutcome applyReferenceList(const EntryList& known, const ReferenceList& list, bool isFull);

/// Why a list cannot be taken over as the whole list: a row that is refused would look like one that is not
/// there.
std::optional<Error> fullListRefused(const ReferenceList& list, const ReferenceOutcome& outcome);

/// All entries of the kind once the outcome of a full list is taken over.
std::vector<CatalogueEntry> entriesAfter(const EntryList& known, const ReferenceOutcome& outcome);

/// All rows that are refused, for what they say and in view of what is known, in the order of their lines.
std::vector<ReferenceFault> allFaults(const ReferenceList& list, const ReferenceOutcome& outcome);

} // namespace rangedesk
