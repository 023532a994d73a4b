// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/csv_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rangedesk {

namespace {

struct CsvFileText
{
    Q_DECLARE_TR_FUNCTIONS(CsvFileText)
};

constexpr std::size_t flushAt = 1U << 16U;

/// Whether a spreadsheet takes a cell for a formula.
bool isRun(std::string_view value)
{
    return !value.empty() && (std::string_view("=+-@").find(value.front()) != std::string_view::npos ||
                              static_cast<unsigned char>(value.front()) < 0x20);
}

} // namespace

std::string guardedCell(std::string_view value)
{
    std::string cell(isRun(value) ? "'" : "");
    return cell += value;
}

std::string withoutGuards(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    bool isAtBegin = true; // of a cell
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isGuard = isAtBegin && text[i] == '\'' && isRun(text.substr(i + 1).substr(0, 1)) &&
                             std::string_view("\t\r\n").find(text[i + 1]) == std::string_view::npos;
        if (!isGuard)
            plain += text[i];
        isAtBegin = text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
    }
    return plain;
}

std::string csvCell(std::string_view value, char delimiter)
{
    return quotedCell(guardedCell(value), delimiter);
}

std::string quotedCell(std::string_view value, char delimiter)
{
    const auto isSpecial = [delimiter](char c) {
        return c == '"' || c == '\r' || c == '\n' || c == delimiter;
    };
    if (std::none_of(value.begin(), value.end(), isSpecial))
        return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

CsvFile::CsvFile(const QString& path) : m_file(path) {}

tl::unexpected<Error> CsvFile::failure() const
{
    return fail(ErrorKind::Storage,
                CsvFileText::tr("%1 cannot be written: %2.")
                    .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString()),
                CsvFileText::tr("Choose another place, or free some space."));
}

Result<void> CsvFile::open()
{
    // Another kind of file, such as a pipe, would be replaced by a plain one.
    if (const QFileInfo info(m_file.fileName()); info.exists() && !info.isFile())
        return fail(
            ErrorKind::Storage,
            CsvFileText::tr("%1 is not a regular file.").arg(QDir::toNativeSeparators(m_file.fileName())),
            CsvFileText::tr("Choose another place."));
    if (!m_file.open(QIODevice::WriteOnly))
        return failure();
    m_buffer = "\xEF\xBB\xBF";
    return {};
}

void CsvFile::cell(std::string_view value, char delimiter)
{
    if (!m_atStart)
        m_buffer += delimiter;
    m_buffer += csvCell(value, delimiter);
    m_atStart = false;
}

void CsvFile::endRecord()
{
    m_buffer += "\r\n";
    m_atStart = true;
    if (m_buffer.size() < flushAt)
        return;
    m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
    m_buffer.clear();
}

Result<void> CsvFile::commit()
{
    m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
    if (!m_file.commit()) // also after an earlier write failed
        return failure();
    return {};
}

} // namespace rangedesk
