// SPDX-License-Identifier: GPL-3.0-or-later
#include "left_behind_command.h"

#include "core/text.h"
#include "output.h"
#include "session/left_behind_reader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct LeftBehindCommandText
{
    Q_DECLARE_TR_FUNCTIONS(LeftBehindCommandText)
};

// Names in the JSON output.
constexpr std::array<const char*, 3> listNames{"ranges", "customers", "campaigns"};
constexpr std::array<const char*, 3> kindNames{"added", "changed", "removed"};

QJsonObject objectOf(const Trace& trace)
{
    return {{QStringLiteral("list"), QLatin1String(listNames.at(static_cast<std::size_t>(trace.list)))},
            {QStringLiteral("change"), QLatin1String(kindNames.at(static_cast<std::size_t>(trace.kind)))},
            {QStringLiteral("where"), trace.where},
            {QStringLiteral("what"), toQString(trace.what)},
            {QStringLiteral("code"), toQString(trace.code)},
            {QStringLiteral("before"), trace.before},
            {QStringLiteral("after"), trace.after}};
}

} // namespace

int runLeftBehind(Session& session)
{
    if (!session.wish().rehearsal)
        return complain(Error{ErrorKind::Usage,
                              LeftBehindCommandText::tr("This is no rehearsal on a copy of a company."),
                              LeftBehindCommandText::tr("Name one with --profile; the window makes it."),
                              {},
                              {}});
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    auto data = session.data(false);
    if (!data)
        return complain(data.error());
    ReadingProgress& progress = session.watchReading();
    const auto traces = readLeftBehind(**connection, **data, progress);
    if (!traces)
        return complain(traces.error());
    QJsonArray array;
    for (const Trace& trace : *traces) {
        if (session.options().json)
            array.append(objectOf(trace));
        else
            print(QStringList{describe(trace.kind), describe(trace.list), trace.where, toQString(trace.what),
                              toQString(trace.code), trace.before, trace.after});
    }
    const auto facts = rehearsalFacts(**data);
    const QString taken = facts ? facts->takenAt.toString(Qt::ISODate) : QString();
    if (session.options().json)
        print(QJsonObject{{QStringLiteral("company"), facts ? facts->name : QString()},
                          {QStringLiteral("copy_taken_at"), taken},
                          {QStringLiteral("differences"), array}});
    message(LeftBehindCommandText::tr("%1 differences from the copy of %2, taken %3.")
                .arg(traces->size())
                .arg(facts ? facts->name : QString(), taken));
    return AllDone;
}

} // namespace rangedesk::cli
