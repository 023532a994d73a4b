// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/reference_list.h"

#include "core/id.h"
#include "core/text.h"

#include <QCoreApplication>
#include <unordered_set>

namespace rangedesk {

namespace {

using Meaning = ReferenceColumn::Meaning;

struct ReferenceText
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceText)
};

constexpr std::size_t longestCode = 200;       // characters; the vendor's codes have 50 at most
constexpr std::size_t longestText = 1000;      // of names and attributes
constexpr std::ptrdiff_t mostAttributes = 100; // each takes memory for every entry
constexpr std::size_t lookEvery = 4096;        // rows between two looks at whether it is still wanted

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

QString damagedId()
{
    return ReferenceText::tr("A spreadsheet damaged this id: digits are gone. Format the column as text.");
}

/// Why a cell cannot be taken over; empty where it can.
QString faultOf(Meaning meaning, std::string_view cell)
{
    if (hasControl(cell))
        return ReferenceText::tr("It holds a line break or a control character.");
    if (characterCount(cell) >
        (meaning == Meaning::Code || meaning == Meaning::Id ? longestCode : longestText))
        return ReferenceText::tr("It is too long.");
    if (meaning == Meaning::Id) {
        if (idDamage(cell) == IdDamage::Exponent)
            return damagedId();
        if (!isDigits(cell))
            return ReferenceText::tr("An id is made of digits.");
    }
    if (meaning == Meaning::Code && codeDamage(cell) != IdDamage::None)
        return ReferenceText::tr("A spreadsheet damaged this code. Format the column as text.");
    return {};
}

bool isNaming(const ReferenceColumn& column)
{
    return column.meaning != Meaning::Ignored && column.meaning != Meaning::Attribute;
}

/// A row with other cells than headings (decisions 7): a stray delimiter has moved its values.
QString shapeFault(const CsvRecord& record, std::size_t columns)
{
    if (record.cells.size() < columns)
        return ReferenceText::tr("It has fewer cells than there are headings.");
    const bool hasMore =
        std::any_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns), record.cells.end(),
                    [](std::string_view cell) { return !trimmed(cell).empty(); });
    return hasMore ? ReferenceText::tr("It has more cells than there are headings.") : QString();
}

std::string& placeOf(CatalogueEntry& entry, const ReferenceColumn& column)
{
    switch (column.meaning) {
    case Meaning::Id:
        return entry.id;
    case Meaning::Code:
        return entry.code;
    case Meaning::SourceCode:
        return entry.sourceCode;
    case Meaning::Name:
        return entry.name;
    default:
        return entry.attributes[column.attribute];
    }
}

/// Which known entries bear a text, by code, external id or name; asked for all rows at once.
class KnownBy
{
public:
    KnownBy(const EntryList& known, const ReferenceList& list, SelectBy by,
            std::string CatalogueEntry::*field)
        : m_field(field)
    {
        std::vector<std::string> texts;
        for (const ReferenceList::Row& row : list.rows) {
            const std::string& text = row.entry.*field;
            if (!text.empty() && m_places.emplace(text, texts.size()).second)
                texts.push_back(text);
        }
        m_found = known.named(texts, by);
    }
    const std::vector<std::uint32_t>& of(const CatalogueEntry& entry) const
    {
        static const std::vector<std::uint32_t> none;
        const auto place = m_places.find(entry.*m_field);
        return place == m_places.end() ? none : m_found[place->second];
    }

private:
    std::string CatalogueEntry::*m_field;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::vector<std::uint32_t>> m_found;
};

class Applying
{
public:
    Applying(const EntryList& known, const ReferenceList& list, bool isFull)
        : m_known(known), m_list(list), m_isFull(isFull),
          m_byCode(known, list, SelectBy::Code, &CatalogueEntry::code),
          m_bySource(known, list, SelectBy::SourceCode, &CatalogueEntry::sourceCode),
          m_byName(known, list, SelectBy::Name, &CatalogueEntry::name)
    {}

    ReferenceOutcome run()
    {
        // Who each row is about; then what all rows say of each.
        for (const ReferenceList::Row& row : m_list.rows) {
            if (row.entry.id.empty() || row.entry.code.empty())
                continue;
            m_ownIds.emplace(row.entry.code, row.entry.id);
        }
        for (const ReferenceList::Row& row : m_list.rows) {
            std::string id = identify(row);
            if (!id.empty())
                m_rowsOf[std::move(id)].push_back(&row);
        }
        for (const auto& [id, rows] : m_rowsOf)
            take(id, rows);
        if (m_isFull)
            takeAwayTheRest();
        std::stable_sort(m_outcome.faults.begin(), m_outcome.faults.end(),
                         [](const ReferenceFault& a, const ReferenceFault& b) { return a.line < b.line; });
        return std::move(m_outcome);
    }

private:
    using Rows = std::vector<const ReferenceList::Row*>;

    void refuse(const ReferenceList::Row& row, const std::string& value, const QString& reason)
    {
        m_outcome.faults.push_back({row.line, {}, toQString(value), reason});
    }

    /// The id of the entry that a row is about; empty where it is refused.
    std::string identify(const ReferenceList::Row& row)
    {
        const CatalogueEntry& entry = row.entry;
        if (!entry.id.empty()) {
            for (const std::uint32_t other : m_byCode.of(entry)) {
                // As after a column was shifted by a row: one customer's code must not go to another.
                if (m_known.origin(other) != EntryOrigin::ReferenceList && m_known.id(other) != entry.id) {
                    refuse(row, entry.code,
                           ReferenceText::tr("The server tells this code of another id: %1.")
                               .arg(toQString(m_known.id(other))));
                    return {};
                }
            }
            // Four zeros at the end may be a spreadsheet's doing; not where the server told that very id.
            if (idDamage(entry.id) == IdDamage::None || m_known.withId(entry.id))
                return entry.id;
            refuse(row, entry.id, damagedId());
            return {};
        }
        const auto unique = [&](const std::vector<std::uint32_t>& found, const std::string& text) {
            if (found.size() > 1) {
                refuse(row, text,
                       ReferenceText::tr("%1 known entries bear it: which one is meant needs the id.")
                           .arg(found.size()));
                return std::string();
            }
            return found.empty() ? madeUpId + text : std::string(m_known.id(found.front()));
        };
        if (const auto own = m_ownIds.find(entry.code); own != m_ownIds.end() && !entry.code.empty())
            return own->second;
        if (!entry.code.empty() && (!m_byCode.of(entry).empty() || entry.sourceCode.empty()))
            return unique(m_byCode.of(entry), entry.code);
        if (!entry.sourceCode.empty() && (!m_bySource.of(entry).empty() || entry.code.empty()))
            return unique(m_bySource.of(entry), entry.sourceCode);
        if (!entry.code.empty())
            return madeUpId + entry.code;
        return unique(m_byName.of(entry), entry.name);
    }

    /// The known entry that a list told without the id that now is told.
    std::optional<std::uint32_t> earlierWithoutId(const CatalogueEntry& entry) const
    {
        const auto found = entry.code.empty() ? std::nullopt : m_known.withId(madeUpId + entry.code);
        return found && m_known.code(*found) == entry.code ? found : std::nullopt;
    }

    static auto tied(const CatalogueEntry& entry)
    {
        return std::tie(entry.code, entry.sourceCode, entry.name, entry.attributes);
    }

    void take(const std::string& id, const Rows& rows)
    {
        const CatalogueEntry& first = rows.front()->entry;
        const bool contradicts = std::any_of(rows.begin(), rows.end(), [&](const ReferenceList::Row* row) {
            return tied(row->entry) != tied(first);
        });
        if (contradicts) {
            for (const ReferenceList::Row* row : rows) {
                const ReferenceList::Row* other = row == rows.front() ? rows[1] : rows.front();
                refuse(*row, first.code.empty() ? first.name : first.code,
                       ReferenceText::tr("Line %1 says something else of the same entry.").arg(other->line));
            }
            return;
        }
        m_outcome.counts.repeated += static_cast<std::int64_t>(rows.size()) - 1;
        CatalogueEntry after = first;
        after.id = id;
        after.origin = EntryOrigin::ReferenceList;
        std::erase_if(after.attributes, [](const auto& attribute) { return attribute.second.empty(); });
        auto place = m_known.withId(id);
        const auto earlier = place ? std::nullopt : earlierWithoutId(after);
        if (!place && !earlier) {
            ++m_outcome.counts.added;
            m_outcome.changed.push_back(std::move(after));
            return;
        }
        if (earlier) {
            m_outcome.gone.emplace_back(m_known.id(*earlier)); // it goes on under its real id
            m_renamed.insert(*earlier);
        }
        const CatalogueEntry before = m_known.entry(place ? *place : *earlier);
        after.origin = before.origin;
        for (std::string CatalogueEntry::*field :
             {&CatalogueEntry::code, &CatalogueEntry::sourceCode, &CatalogueEntry::name}) {
            if ((after.*field).empty())
                after.*field = before.*field;
        }
        if (!m_isFull)
            after.attributes.insert(before.attributes.begin(), before.attributes.end());
        const bool isSame = place && tied(before) == tied(after);
        ++(isSame ? m_outcome.counts.same : m_outcome.counts.changed);
        if (isSame)
            m_outcome.same.push_back(id);
        else
            m_outcome.changed.push_back(std::move(after));
    }

    /// What lists alone told and this one does not.
    void takeAwayTheRest()
    {
        for (std::uint32_t i = 0; i < m_known.size(); ++i) {
            if (m_rowsOf.contains(std::string(m_known.id(i))) || m_renamed.contains(i))
                continue;
            if (m_known.origin(i) == EntryOrigin::ReferenceList) {
                ++m_outcome.counts.removed;
                m_outcome.gone.emplace_back(m_known.id(i));
                continue;
            }
            CatalogueEntry entry = m_known.entry(i);
            if (entry.attributes.empty())
                continue;
            entry.attributes.clear(); // attributes come from lists alone
            ++m_outcome.counts.cleared;
            m_outcome.changed.push_back(std::move(entry));
        }
    }

    const EntryList& m_known;
    const ReferenceList& m_list;
    const bool m_isFull;
    const KnownBy m_byCode;
    const KnownBy m_bySource;
    const KnownBy m_byName;
    std::unordered_map<std::string, std::string> m_ownIds; ///< by code, of rows that tell both
    std::unordered_map<std::string, Rows> m_rowsOf;        ///< by id
    std::unordered_set<std::uint32_t> m_renamed;           ///< known ones whose id is told now
    ReferenceOutcome m_outcome;
};

} // namespace

Result<ReferenceList> readReferenceList(const Sheet& sheet, EntryKind kind,
                                        std::vector<ReferenceColumn> columns,
                                        const std::atomic<bool>* abandon)
{
    if (std::none_of(columns.begin(), columns.end(), isNaming))
        return fail(ErrorKind::Input, ReferenceText::tr("No column names the entries of this list."),
                    ReferenceText::tr("Give a column the meaning id, code, external id or name."));
    const auto attributes = std::count_if(columns.begin(), columns.end(), [](const ReferenceColumn& column) {
        return column.meaning == Meaning::Attribute;
    });
    if (attributes > mostAttributes)
        return fail(ErrorKind::Input,
                    ReferenceText::tr("The list has %1 attributes; %2 can be taken over.")
                        .arg(attributes)
                        .arg(mostAttributes),
                    ReferenceText::tr("Choose \"not taken over\" for columns that nobody filters by."));
    ReferenceList list{kind, std::move(columns), {}, {}};
    CsvScanner scanner = sheet.scanner();
    CsvRecord record;
    std::size_t rows = 0;
    auto status = CsvScanner::Status::End;
    while ((status = scanner.next(record)) == CsvScanner::Status::Record) {
        if (record.isBlank())
            continue;
        if (++rows % lookEvery == 0 && abandon != nullptr && *abandon)
            return list;
        ReferenceList::Row row{record.line, {}};
        QString reason = shapeFault(record, list.columns.size());
        if (!reason.isEmpty())
            list.faults.push_back({record.line, {}, {}, reason});
        for (std::size_t i = 0; i < record.cells.size() && reason.isEmpty(); ++i) {
            const std::string_view cell = trimmed(record.cells[i]);
            if (i >= list.columns.size() || list.columns[i].meaning == Meaning::Ignored || cell.empty())
                continue;
            reason = faultOf(list.columns[i].meaning, cell);
            if (!reason.isEmpty())
                list.faults.push_back({record.line, list.columns[i].heading, excerpt(cell), reason});
            else
                placeOf(row.entry, list.columns[i]) = std::string(cell);
        }
        const CatalogueEntry& entry = row.entry;
        if (!reason.isEmpty())
            continue;
        if (entry.id.empty() && entry.code.empty() && entry.sourceCode.empty() && entry.name.empty())
            list.faults.push_back(
                {record.line, {}, {}, ReferenceText::tr("Nothing says which entry this row is about.")});
        else
            list.rows.push_back(std::move(row));
    }
    if (status != CsvScanner::Status::End)
        return tl::unexpected(scanError(status, scanner));
    return list;
}

ReferenceOutcome applyReferenceList(const EntryList& known, const ReferenceList& list, bool isFull)
{
    return Applying(known, list, isFull).run();
}

std::optional<Error> fullListRefused(const ReferenceList& list, const ReferenceOutcome& outcome)
{
    const std::size_t refused = list.faults.size() + outcome.faults.size();
    if (refused == 0 && !list.rows.empty())
        return std::nullopt;
    return Error{ErrorKind::Input,
                 refused == 0
                     ? ReferenceText::tr("The list is empty.")
                     : ReferenceText::tr("%1 rows are refused: their entries would go as if the list did "
                                         "not name them.")
                           .arg(refused),
                 ReferenceText::tr("Correct the rows, or take the list as an update."),
                 {},
                 {}};
}

std::vector<CatalogueEntry> entriesAfter(const EntryList& known, const ReferenceOutcome& outcome)
{
    std::unordered_set<std::string_view> others(outcome.gone.begin(), outcome.gone.end());
    for (const CatalogueEntry& entry : outcome.changed)
        others.insert(entry.id);
    std::vector<CatalogueEntry> entries = outcome.changed;
    for (std::uint32_t i = 0; i < known.size(); ++i) {
        if (!others.contains(known.id(i)))
            entries.push_back(known.entry(i));
    }
    return entries;
}

std::vector<ReferenceFault> allFaults(const ReferenceList& list, const ReferenceOutcome& outcome)
{
    std::vector<ReferenceFault> faults = list.faults;
    faults.insert(faults.end(), outcome.faults.begin(), outcome.faults.end());
    std::stable_sort(faults.begin(), faults.end(),
                     [](const ReferenceFault& a, const ReferenceFault& b) { return a.line < b.line; });
    return faults;
}

} // namespace rangedesk
