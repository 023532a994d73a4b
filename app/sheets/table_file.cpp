// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/table_file.h"

namespace rangedesk {

TableFile::TableFile(const QString& path)
{
    if (isWorkbookName(path))
        m_book = std::make_unique<XlsxBook>(path);
    else
        m_csv = std::make_unique<CsvFile>(path);
}

Result<void> TableFile::open(const QString& sheetName)
{
    if (m_csv)
        return m_csv->open();
    if (auto opened = m_book->open(); !opened)
        return opened;
    m_book->beginSheet(sheetName, true);
    return {};
}

void TableFile::cell(std::string_view value)
{
    if (m_book)
        m_book->cell(value, m_inHeadings ? XlsxBook::Look::Heading : XlsxBook::Look::Text);
    else
        m_csv->cell(value, ',');
}

void TableFile::number(double value, bool isShare, std::string_view shown)
{
    if (m_book)
        m_book->number(value, isShare);
    else
        m_csv->cell(shown, ',');
}

void TableFile::endRecord()
{
    m_inHeadings = false;
    if (m_book)
        m_book->endRecord();
    else
        m_csv->endRecord();
}

} // namespace rangedesk
