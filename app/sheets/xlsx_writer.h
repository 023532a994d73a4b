// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <memory>
#include <string_view>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace rangedesk {

/// Writes a workbook (XLSX) row by row, in the memory of one row. Cells are text, but for figures:
/// nothing is run, no digit of an id is lost. The file appears whole or not at all.
class XlsxBook
{
public:
    enum class Look : std::uint8_t { Text, Heading, RequiredHeading, Caption };

    explicit XlsxBook(const QString& path);
    ~XlsxBook();
    Q_DISABLE_COPY_MOVE(XlsxBook)

    /// Storage where no temporary file can be made or the place cannot be written to.
    Result<void> open();
    /// Begins a sheet; what is written next stands there. @param headings stay in sight when it is scrolled
    void beginSheet(const QString& name, bool headings);
    /// @param characters about so wide
    void setWidth(int column, double characters);
    /// Offers values for the cells of a column below its heading.
    void offerValues(int column, const QStringList& values);
    /// A note that appears when the pointer rests on the last cell.
    void explainCell(const QString& text);
    void cell(std::string_view text, Look look = Look::Text);
    /// A figure that can be summed up. Ids and codes are none. @param isShare shown in per cent
    void number(double value, bool isShare = false);
    void endRecord();
    /// Puts the file in its place. Storage where anything failed; Input where the format cannot hold it.
    Result<void> commit();

private:
    struct Impl;
    tl::unexpected<Error> failure(const QString& reason) const;

    QString m_path;
    std::unique_ptr<Impl> m_impl;
};

/// Whether a file name asks for a workbook.
bool isWorkbookName(const QString& path);

} // namespace rangedesk
