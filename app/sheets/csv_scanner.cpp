// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/csv_scanner.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace rangedesk {

bool CsvRecord::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return trimmed(cell).empty(); });
}

bool CsvScanner::endsRecord()
{
    if (m_at >= m_text.size())
        return true;
    const char c = m_text[m_at];
    if (c != '\n' && c != '\r')
        return false;
    m_at += c == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n' ? 2 : 1;
    ++m_line;
    return true;
}

CsvScanner::Status CsvScanner::quotedCell(CsvRecord& record)
{
    const std::uint32_t startLine = m_line;
    std::size_t start = ++m_at;
    std::string* unescaped = nullptr;
    for (;;) {
        const std::size_t stop = m_text.find_first_of("\"\r\n", m_at);
        if (stop == std::string_view::npos) {
            m_errorLine = startLine;
            m_errorColumn = static_cast<std::uint32_t>(record.cells.size() + 1);
            return Status::UnclosedQuote;
        }
        m_at = stop + 1;
        if (m_text[stop] == '\n' || (m_text[stop] == '\r' && !m_text.substr(m_at).starts_with('\n'))) {
            ++m_line;
        } else if (m_text[stop] == '"') {
            const bool doubled = m_text.substr(m_at).starts_with('"');
            if (doubled && unescaped == nullptr)
                unescaped = &m_unescaped.emplace_back();
            if (unescaped != nullptr)
                unescaped->append(m_text.substr(start, stop - start + (doubled ? 1 : 0)));
            if (!doubled) {
                record.cells.push_back(unescaped != nullptr ? std::string_view(*unescaped)
                                                            : m_text.substr(start, stop - start));
                break;
            }
            start = ++m_at;
        }
    }
    const bool proper =
        m_at >= m_text.size() || m_text[m_at] == m_delimiter || m_text[m_at] == '\r' || m_text[m_at] == '\n';
    if (proper)
        return Status::Record;
    m_errorLine = m_line;
    m_errorColumn = static_cast<std::uint32_t>(record.cells.size());
    return Status::StrayText;
}

CsvScanner::Status CsvScanner::next(CsvRecord& record)
{
    record.cells.clear();
    m_unescaped.clear();
    if (m_at >= m_text.size())
        return Status::End;
    record.offset = m_at;
    record.line = m_records < m_lines.size() ? m_lines[m_records] : m_line;
    ++m_records;
    const char* const data = m_text.data();
    for (;;) {
        if (m_at < m_text.size() && data[m_at] == '"') {
            const Status status = quotedCell(record);
            if (status != Status::Record)
                return status;
        } else {
            const std::size_t start = m_at;
            while (m_at < m_text.size() && data[m_at] != m_delimiter && data[m_at] != '\n' &&
                   data[m_at] != '\r')
                ++m_at;
            record.cells.push_back(m_text.substr(start, m_at - start));
        }
        record.length = m_at - record.offset;
        if (endsRecord())
            return Status::Record;
        ++m_at; // the delimiter
    }
}

char detectDelimiter(std::string_view text)
{
    constexpr std::array<char, 4> candidates{',', '\t', ';', '|'};
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        const auto found = std::find(candidates.begin(), candidates.end(), c);
        if (found != candidates.end())
            ++counts.at(static_cast<std::size_t>(found - candidates.begin()));
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates.at(static_cast<std::size_t>(most - counts.begin()));
}

} // namespace rangedesk
