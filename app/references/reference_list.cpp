// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/reference_list.h"

#include "core/id.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

using Meaning = ReferenceColumn::Meaning;

struct ReferenceText
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceText)
};

constexpr std::size_t longestCode = 200;  // characters; the vendor's codes have 50 at most
constexpr std::size_t longestText = 1000; // of names and attributes
constexpr std::size_t lookEvery = 4096;   // rows between two looks at whether it is still wanted

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
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
        if (idDamage(cell) != IdDamage::None)
            return ReferenceText::tr(
                "A spreadsheet damaged this id: digits are gone. Format the column as text.");
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
            if (row.entry.id.empty() && !text.empty() && m_places.emplace(text, texts.size()).second)
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
        for (const ReferenceList::Row& row : m_list.rows)
            take(row);
        if (m_isFull)
            keepTheRest();
        return std::move(m_outcome);
    }

private:
    void refuse(const ReferenceList::Row& row, const std::string& value, const QString& reason)
    {
        m_outcome.faults.push_back({row.line, {}, toQString(value), reason});
    }

    /// The id of the entry that a row is about; empty where it is refused.
    std::string identify(const ReferenceList::Row& row)
    {
        const CatalogueEntry& entry = row.entry;
        if (!entry.id.empty())
            return entry.id;
        const auto unique = [&](const std::vector<std::uint32_t>& found, const std::string& text) {
            if (found.size() > 1) {
                refuse(row, text,
                       ReferenceText::tr("%1 known entries bear it: which one is meant needs the id.")
                           .arg(found.size()));
                return std::string();
            }
            return found.empty() ? madeUpId + text : std::string(m_known.id(found.front()));
        };
        if (!entry.code.empty() && (!m_byCode.of(entry).empty() || entry.sourceCode.empty()))
            return unique(m_byCode.of(entry), entry.code);
        if (!entry.sourceCode.empty() && (!m_bySource.of(entry).empty() || entry.code.empty()))
            return unique(m_bySource.of(entry), entry.sourceCode);
        if (!entry.code.empty())
            return madeUpId + entry.code;
        return unique(m_byName.of(entry), entry.name);
    }

    void take(const ReferenceList::Row& row)
    {
        CatalogueEntry entry = row.entry;
        entry.id = identify(row);
        entry.origin = EntryOrigin::ReferenceList;
        if (entry.id.empty())
            return;
        const auto [first, isNew] = m_rowOf.emplace(entry.id, &row);
        if (!isNew) {
            const CatalogueEntry& other = first->second->entry;
            const bool isSame = std::tie(other.code, other.sourceCode, other.name, other.attributes) ==
                                std::tie(entry.code, entry.sourceCode, entry.name, entry.attributes);
            if (isSame)
                ++m_outcome.counts.repeated;
            else
                refuse(row, entry.code.empty() ? entry.name : entry.code,
                       ReferenceText::tr("Line %1 says something else of the same entry.")
                           .arg(first->second->line));
            return;
        }
        const auto place = m_known.withId(entry.id);
        if (!place) {
            ++m_outcome.counts.added;
            m_outcome.entries.push_back(std::move(entry));
            return;
        }
        const CatalogueEntry before = m_known.entry(*place);
        CatalogueEntry after = entry;
        for (std::string CatalogueEntry::*field :
             {&CatalogueEntry::code, &CatalogueEntry::sourceCode, &CatalogueEntry::name}) {
            if ((after.*field).empty())
                after.*field = before.*field;
        }
        std::erase_if(after.attributes, [](const auto& attribute) { return attribute.second.empty(); });
        if (!m_isFull)
            after.attributes.insert(before.attributes.begin(), before.attributes.end());
        const bool isSame = std::tie(before.code, before.sourceCode, before.name, before.attributes) ==
                            std::tie(after.code, after.sourceCode, after.name, after.attributes);
        ++(isSame ? m_outcome.counts.same : m_outcome.counts.changed);
        if (m_isFull || !isSame)
            m_outcome.entries.push_back(std::move(after));
    }

    void keepTheRest()
    {
        for (std::uint32_t i = 0; i < m_known.size(); ++i) {
            if (m_rowOf.contains(std::string(m_known.id(i))))
                continue;
            if (m_known.origin(i) == EntryOrigin::ReferenceList)
                ++m_outcome.counts.removed;
            else
                m_outcome.entries.push_back(m_known.entry(i));
        }
    }

    const EntryList& m_known;
    const ReferenceList& m_list;
    const bool m_isFull;
    const KnownBy m_byCode;
    const KnownBy m_bySource;
    const KnownBy m_byName;
    std::unordered_map<std::string, const ReferenceList::Row*> m_rowOf; ///< by id
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
        QString reason;
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

std::vector<ReferenceFault> allFaults(const ReferenceList& list, const ReferenceOutcome& outcome)
{
    std::vector<ReferenceFault> faults = list.faults;
    faults.insert(faults.end(), outcome.faults.begin(), outcome.faults.end());
    std::stable_sort(faults.begin(), faults.end(),
                     [](const ReferenceFault& a, const ReferenceFault& b) { return a.line < b.line; });
    return faults;
}

} // namespace rangedesk
