// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_command.h"

#include "output.h"
#include "output_path.h"
#include "session/log_words.h"
#include "store/request_log.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rangedesk::cli {

namespace {

struct LogCommandText
{
    Q_DECLARE_TR_FUNCTIONS(LogCommandText)
};

constexpr std::int64_t shownEntries = 200;

QJsonObject entryObject(const LogEntry& entry)
{
    return {{QStringLiteral("sequence"), static_cast<qint64>(entry.sequence)},
            {QStringLiteral("at"), entry.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("profile"), entry.profile},
            {QStringLiteral("operation"), entry.operation},
            {QStringLiteral("outcome"), logOutcomeName(entry.outcome)},
            {QStringLiteral("about"), logTargetWords(entry)},
            {QStringLiteral("msg_id"), entry.msgId},
            {QStringLiteral("attempt"), entry.attempt},
            {QStringLiteral("http"), entry.httpStatus},
            {QStringLiteral("return_code"), entry.code},
            {QStringLiteral("words"), entry.words},
            {QStringLiteral("milliseconds"), static_cast<qint64>(entry.milliseconds)},
            {QStringLiteral("sent"), static_cast<qint64>(entry.bytesSent)},
            {QStringLiteral("received"), static_cast<qint64>(entry.bytesReceived)}};
}

int list(const QString& path, bool json)
{
    const auto entries = RequestLog::readNewest(path, shownEntries);
    if (!entries)
        return complain(entries.error());
    QJsonArray array;
    for (const LogEntry& entry : *entries) {
        if (json)
            array.append(entryObject(entry));
        else
            print(QStringLiteral("%1\t%2\t%3\t%4\t%5\t%6")
                      .arg(QString::number(entry.sequence),
                           entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                           entry.operation, logOutcomeWord(entry.outcome), logTargetWords(entry),
                           entry.words));
    }
    if (json)
        print(QJsonObject{{QStringLiteral("entries"), array}});
    else if (entries->empty())
        message(
            LogCommandText::tr("The log is empty: nothing was sent from this folder yet. Each profile has "
                               "a log of its own (--profile NAME)."));
    return AllDone;
}

int verify(const DataDirectory& data, bool json)
{
    const auto verdict = verifyLog(data.logPath(), data.journalPath());
    if (!verdict)
        return complain(verdict.error());
    if (json) {
        print(QJsonObject{{QStringLiteral("whole"), verdict->isWhole()},
                          {QStringLiteral("entries"), static_cast<qint64>(verdict->entries)},
                          {QStringLiteral("first_broken"), static_cast<qint64>(verdict->firstBroken)},
                          {QStringLiteral("missing_at_end"), static_cast<qint64>(verdict->missingAtEnd)},
                          {QStringLiteral("end_is_known"), verdict->knowsEnd},
                          {QStringLiteral("another_log"), verdict->isAnother},
                          {QStringLiteral("dropped"), static_cast<qint64>(verdict->dropped)}});
    } else {
        for (const QString& line : verdictWords(*verdict))
            print(line);
    }
    return verdict->isWhole() ? AllDone : SomeRows;
}

} // namespace

int runLog(Session& session)
{
    const QStringList& words = session.options().arguments;
    const bool json = session.options().json;
    auto data = session.data(false);
    if (!data)
        return complain(data.error());
    const QString what = words.value(0);
    if (what.isEmpty())
        return list((*data)->logPath(), json);
    if (what == QLatin1String("verify") && words.size() == 1)
        return verify(**data, json);
    if (what == QLatin1String("export") && words.size() == 2) {
        if (auto free = checkReplaceable(words[1], {}, session.options().dataDir); !free)
            return complain(free.error());
        const auto written = exportLog(words[1], (*data)->logPath());
        if (!written)
            return complain(written.error());
        if (json)
            print(QJsonObject{{QStringLiteral("entries"), static_cast<qint64>(*written)}});
        message(LogCommandText::tr("%1 entries written to %2.").arg(*written).arg(words[1]));
        return AllDone;
    }
    if (what == QLatin1String("curl") && words.size() == 2) {
        const auto entry = RequestLog::readEntry((*data)->logPath(), words[1].toLongLong());
        if (!entry)
            return complain(entry.error());
        if (!*entry)
            return complain(
                {ErrorKind::Usage, LogCommandText::tr("The log has no entry %1.").arg(words[1]), {}, {}, {}});
        const QString command = curlCommand(**entry, session.wish().connection).trimmed();
        if (json)
            print(QJsonObject{{QStringLiteral("curl"), command}});
        else
            print(command);
        return AllDone;
    }
    return complain({ErrorKind::Usage,
                     LogCommandText::tr("log goes alone, or with verify, export FILE or curl NUMBER."),
                     LogCommandText::tr("See rangedesk-cli --help."),
                     {},
                     {}});
}

} // namespace rangedesk::cli
