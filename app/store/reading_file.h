// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QDateTime>
#include <functional>
#include <optional>
#include <vector>

namespace rangedesk {

/// The lists that are read from a server.
enum class ReadList : std::uint8_t { Rules, CustomerRules, Campaigns };

/// The records of the lists as they were told last, keyed by server and company, so that a list is there at
/// the next start. All of it can be read again from the server: a damaged file is set aside and begun anew.
/// Use it in the thread that opened it.
class ReadingFile
{
public:
    static Result<ReadingFile> open(const QString& path);

    struct Record
    {
        std::string key;
        /// Tells its text, JSON, part by part.
        std::function<void(const std::function<void(std::string_view)>&)> write;
    };
    /// When a list was read.
    struct Moment
    {
        QDateTime startedAt; ///< the server's time, from which the next reading asks
        QDateTime readAt;    ///< of this computer
        /// Codes of the dimensions that were enabled, with commas; null where that is not known.
        QString enabled;
    };
    /// What was read are the changes since a moment.
    struct Continued
    {
        QDateTime since;
        std::vector<std::string> gone = {}; ///< keys of records that by now have others
    };
    /// All of it or nothing. A whole reading replaces what was there. One that is @p continued replaces what
    /// has the same key, where what is there reaches up to its moment; else it is not kept: what lies between
    /// would be missing. Where @p moment knows no dimensions, those known before
    /// stay.
    /// @param record makes the records one by one: all of them at once take much memory
    Result<void> keep(const QString& scope, ReadList list, std::size_t count,
                      const std::function<Record(std::size_t)>& record, const Moment& moment,
                      const std::optional<Continued>& continued);
    /// Nothing where the list was never read. @p take gets each record's text, in the order in which they
    /// were first told.
    Result<std::optional<Moment>> load(const QString& scope, ReadList list,
                                       const std::function<Result<void>(std::string)>& take);

private:
    /// Whether what is there is of a reading that began at a moment or later.
    Result<bool> reachesUpTo(const QString& scope, ReadList list, const QDateTime& moment);

    explicit ReadingFile(Database database) : m_database(std::move(database)) {}

    Database m_database;
};

} // namespace rangedesk
