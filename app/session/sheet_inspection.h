// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"

#include <atomic>

namespace rangedesk {

/// A column as a person sees it before anything is checked.
struct ColumnLook
{
    QString heading;
    std::optional<ColumnRole> role;
    bool ignored = false;
    SheetColumn::Origin origin = SheetColumn::Origin::File;
    bool assigned = false;  ///< its meaning was chosen
    std::size_t filled = 0; ///< cells that are not empty
    QStringList samples;    ///< the first different values
    QStringList values;     ///< those that occur, where they are few
};

/// A sheet opened with certain options: what it looks like, and what its check says.
struct SheetInspection
{
    QString path;
    qint64 bytes = 0;
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    std::size_t rows = 0; ///< that are not blank
    std::vector<ColumnLook> columns;
    struct PreviewRow
    {
        std::uint32_t line = 0;
        QStringList cells;
    };
    std::vector<PreviewRow> firstRows;
    std::optional<WorkbookFacts> workbook;       ///< of a workbook
    ChangeKind kind = ChangeKind::RangeProducts; ///< that it was read as
    /// What the headings speak for, where they do.
    std::optional<ChangeKind> likelyKind;
    std::optional<Error> problem;               ///< why the sheet as a whole cannot be used
    std::shared_ptr<const CheckedFile> checked; ///< otherwise
};

/// Reads, decodes, looks at and checks a file; takes as long as reading it does, so call it in a worker.
/// Set @p abandon and it returns early, with any result.
SheetInspection inspectSheet(const QString& path, const ImportOptions& options,
                             const std::atomic<bool>* abandon = nullptr);

} // namespace rangedesk
