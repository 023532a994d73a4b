// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook as another program reads it.
#pragma once

#include "sheets/csv_scanner.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <map>

namespace rangedesk::tests {

using Table = std::vector<std::vector<std::string>>;

/// As another program reads it: each sheet of a workbook by its name. Empty where LibreOffice fails.
inline std::map<QString, Table> readByLibreOffice(const QString& workbook, const QString& folder)
{
    QProcess office;
    office.start(
        QStandardPaths::findExecutable(QStringLiteral("soffice")),
        {QStringLiteral("-env:UserInstallation=file://") + folder + QStringLiteral("/office"),
         QStringLiteral("--headless"), QStringLiteral("--convert-to"),
         // comma, quotes, UTF-8, cells as they are shown, every sheet
         QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
         QStringLiteral("--outdir"), folder, workbook});
    if (!office.waitForFinished(120000) || office.exitCode() != 0)
        return {};
    const QString stem = QFileInfo(workbook).completeBaseName() + QLatin1Char('-');
    std::map<QString, Table> sheets;
    for (const QString& name : QDir(folder).entryList({stem + QStringLiteral("*.csv")})) {
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const std::string text = file.readAll().toStdString();
        Table& table = sheets[name.mid(stem.size()).chopped(4)];
        CsvScanner scanner(text, ',');
        CsvRecord record;
        while (scanner.next(record) == CsvScanner::Status::Record)
            table.emplace_back(record.cells.begin(), record.cells.end());
    }
    return sheets;
}

inline std::size_t columnOf(const Table& table, const char* heading)
{
    const auto found = std::find(table.front().begin(), table.front().end(), heading);
    return static_cast<std::size_t>(found - table.front().begin());
}

inline std::string cellOf(const Table& table, std::size_t row, const char* heading)
{
    const std::size_t column = columnOf(table, heading);
    return column < table[row].size() ? table[row][column] : std::string("no such column");
}

/// The cells behind the first one of each line, by the first one.
inline std::map<std::string, std::vector<std::string>> figuresOf(const Table& table)
{
    std::map<std::string, std::vector<std::string>> figures;
    for (const auto& row : table) {
        if (row.size() > 1)
            figures.emplace(row[0], std::vector<std::string>(row.begin() + 1, row.end()));
    }
    return figures;
}

} // namespace rangedesk::tests
