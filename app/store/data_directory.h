// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QLockFile>
#include <QString>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace rangedesk {

/// The folder in which the program keeps its files. One instance at a time may change it.
class DataDirectory
{
public:
    /// The folder is made when it is missing. Storage where it cannot be written. An empty @p path is
    /// the user's own place for application data.
    static Result<DataDirectory> open(const QString& path);

    /// Takes the folder for this instance, for as long as this object lives. Busy where another has it.
    Result<void> lock();
    /// Whether another living instance has it now.
    bool isLockedByAnother() const;

    QString path() const { return m_path; }
    QString journalPath() const { return filePath(QStringLiteral("journal.db")); }
    QString logPath() const { return filePath(QStringLiteral("log.db")); }
    /// What was read from the server, and reference lists.
    QString cataloguePath() const { return filePath(QStringLiteral("catalogue.db")); }
    /// The lists that were read from the server, as they were told last.
    QString readingsPath() const { return filePath(QStringLiteral("readings.db")); }
    /// What was decided on registrations.
    QString marksPath() const { return filePath(QStringLiteral("marks.db")); }
    /// The copy of a job's rows.
    QString rowsPath(const QString& jobKey) const;
    /// The names that were read for a job.
    QString namesPath(const QString& jobKey) const;
    /// What a job's clearings took away.
    QString clearedPath(const QString& jobKey) const;
    QString filePath(const QString& name) const;
    /// Of a JSON file for one server and company: those of one never show under another's name.
    QString scopedPath(const QString& name, const QString& scope) const;
    /// Copies a file that cannot be read to one beside it (.damaged), so that a new one loses nothing.
    static void keepDamaged(const QString& file);

    /// Keeps @p bytes as a file of the folder; it is on disk when this returns. Storage on failure.
    Result<void> keep(const QString& file, const std::string& bytes) const { return keep(file, {bytes}); }
    /// The same of several pieces, one behind the other.
    Result<void> keep(const QString& file, std::initializer_list<std::string_view> pieces) const;
    Result<std::string> load(const QString& file) const;
    /// Whether there is such a file to load, packed or not.
    bool holds(const QString& file) const;
    /// Compresses such a file; `load` reads it as before. Nothing happens where there is none.
    Result<void> pack(const QString& file) const;

private:
    explicit DataDirectory(QString path) : m_path(std::move(path)) {}

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace rangedesk
