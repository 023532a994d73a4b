// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/log_words.h"

#include "changes/labels.h"
#include "core/dimension.h"
#include "core/operation.h"
#include "core/text.h"
#include "sheets/csv_writer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace rangedesk {

namespace {

struct LogWordsText
{
    Q_DECLARE_TR_FUNCTIONS(LogWordsText)
};

constexpr std::int64_t entriesAtOnce = 10000;
constexpr std::array outcomeNames{"answered", "refused", "unusable", "no-answer", "not-sent", "kept-back"};

/// "dept_code" is of the department, by its code; empty for other parameters.
QString dimensionWords(const QString& parameter)
{
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        const QString prefix = toQString(dimensionPrefix(dimension));
        for (const char* suffix : {"_id", "_code", "_name"}) {
            if (parameter == prefix + QLatin1String(suffix))
                return dimensionName(dimension);
        }
    }
    return {};
}

QString parameterWords(const QString& parameter, const QString& value)
{
    if (parameter == QLatin1String("page_number"))
        return LogWordsText::tr("page %1").arg(value);
    if (parameter == QLatin1String("page_length"))
        return {};
    if (parameter == QLatin1String("opt_type"))
        return value == QLatin1String("1") ? LogWordsText::tr("delete") : LogWordsText::tr("add or change");
    if (parameter.startsWith(QLatin1String("cm_")))
        return LogWordsText::tr("Customer %1").arg(value);
    if (parameter.contains(QLatin1String("modify")))
        return (parameter.startsWith(QLatin1String("end")) || parameter.startsWith(QLatin1String("before"))
                    ? LogWordsText::tr("changed until %1")
                    : LogWordsText::tr("changed since %1"))
            .arg(value);
    if (parameter.contains(QLatin1String("create")))
        return (parameter.startsWith(QLatin1String("end")) || parameter.startsWith(QLatin1String("before"))
                    ? LogWordsText::tr("made until %1")
                    : LogWordsText::tr("made since %1"))
            .arg(value);
    const QString dimension = dimensionWords(parameter);
    return (dimension.isEmpty() ? parameter : dimension) + QLatin1Char(' ') + value;
}

QString valueText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString();
}

/// For a shell, between apostrophes.
QString quoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// What was sent, as far as it is known byte for byte.
std::optional<QString> knownBody(const LogEntry& entry)
{
    if (!entry.requestBody.isEmpty())
        return entry.requestBody.size() == entry.bytesSent
                   ? std::optional(QString::fromUtf8(entry.requestBody))
                   : std::nullopt;
    // The parameters of a read are its whole body; the order of JSON's members has no meaning.
    if (!entry.writes && entry.items == 0 && !entry.target.contains("\xE2\x80\xA6"))
        return QString::fromUtf8(entry.target.isEmpty() ? QByteArrayLiteral("{}") : entry.target);
    return std::nullopt;
}

std::optional<Operation> operationOf(const QString& wireName)
{
    for (int i = 0; i < static_cast<int>(Operation::Count); ++i) {
        if (wireName == toQString(operationName(static_cast<Operation>(i))))
            return static_cast<Operation>(i);
    }
    return std::nullopt;
}

} // namespace

QString logOutcomeName(LogOutcome outcome)
{
    const auto place = static_cast<std::size_t>(outcome);
    return QLatin1String(place < outcomeNames.size() ? outcomeNames.at(place) : "unusable");
}

QString logOutcomeWord(LogOutcome outcome)
{
    switch (outcome) {
    case LogOutcome::Answered:
        return LogWordsText::tr("Answered");
    case LogOutcome::Refused:
        return LogWordsText::tr("Refused by the server");
    case LogOutcome::Unusable:
        break;
    case LogOutcome::NoAnswer:
        return LogWordsText::tr("No answer");
    case LogOutcome::NotSent:
        return LogWordsText::tr("Did not leave");
    case LogOutcome::KeptBack:
        return LogWordsText::tr("Kept back");
    }
    return LogWordsText::tr("Answer not usable");
}

QString operationWord(const QString& wireName)
{
    const auto operation = operationOf(wireName);
    switch (operation.value_or(Operation::Count)) {
    case Operation::AddOrUpdateCampaign:
        return LogWordsText::tr("Save a campaign");
    case Operation::ApplyCallBack:
        return LogWordsText::tr("Report a registration");
    case Operation::QueryCampaign:
        return LogWordsText::tr("Read campaigns");
    case Operation::QueryPdSaleRange:
        return LogWordsText::tr("Read the enabled conditions");
    case Operation::GetSaleRangePds:
        return LogWordsText::tr("Read sale ranges");
    case Operation::GetSaleRangeCusPds:
        return LogWordsText::tr("Read customers' ranges");
    case Operation::ModifySaleRangePds:
        return LogWordsText::tr("Change range products");
    case Operation::RemoveSaleRange:
        return LogWordsText::tr("Clear a range");
    case Operation::ModifyCmSaleRangeByPds:
        return LogWordsText::tr("Change customer products");
    case Operation::RemoveCmSaleRange:
        return LogWordsText::tr("Clear a customer's range");
    case Operation::Count:
        break;
    }
    return wireName;
}

QString logTargetWords(const LogEntry& entry)
{
    QStringList words;
    if (!entry.about.isEmpty())
        words << QString(entry.about).replace(QLatin1Char(labelSeparator), LogWordsText::tr(" & "));
    const QJsonObject target = QJsonDocument::fromJson(entry.target).object();
    for (auto field = target.begin(); field != target.end(); ++field) {
        // Where names are known, the ids that were sent only get in the way.
        if (!entry.about.isEmpty() && field.key() != QLatin1String("opt_type"))
            continue;
        const QString part = parameterWords(field.key(), valueText(*field));
        if (!part.isEmpty())
            words << part;
    }
    if (entry.items > 0)
        words << LogWordsText::tr("%1 products").arg(entry.items);
    return words.join(QStringLiteral(" · "));
}

QStringList verdictWords(const LogVerdict& verdict)
{
    const auto day = [](const QDateTime& time) {
        return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
    };
    QStringList lines;
    if (verdict.firstBroken > 0)
        lines << LogWordsText::tr(
                     "Entry %1 does not fit its hash: it or one before it was changed or taken out.")
                     .arg(verdict.firstBroken);
    if (verdict.missingAtEnd > 0)
        lines << LogWordsText::tr("%1 entries are missing at the end: the journal knows of more.")
                     .arg(verdict.missingAtEnd);
    if (verdict.hasAside)
        lines << LogWordsText::tr(
            "An earlier log was damaged and set aside; the first entry names the file.");
    if (verdict.isAnother)
        lines << LogWordsText::tr("The journal knows an earlier log that is no longer here.");
    if (verdict.isWhole())
        lines << LogWordsText::tr("The log is whole: %1 entries, each fits the one before it.")
                     .arg(verdict.entries);
    if (verdict.dropped > 0)
        lines << LogWordsText::tr("%1 older entries, from %2 to %3, were dropped by age.")
                     .arg(verdict.dropped)
                     .arg(day(verdict.droppedFrom), day(verdict.droppedUntil));
    if (!verdict.knowsEnd && verdict.entries > 0)
        lines << LogWordsText::tr("The journal keeps no count yet, so a cut end would not be noticed.");
    return lines;
}

QString curlCommand(const LogEntry& entry, const ConnectionSettings& settings)
{
    const auto operation = operationOf(entry.operation);
    if (!operation)
        return {};
    QStringList lines;
    if (entry.writes)
        lines << QLatin1String("# ") +
                     LogWordsText::tr("Careful: this changes something on the server each time "
                                      "it runs.");
    if (entry.address.isEmpty())
        return QLatin1String("# ") + LogWordsText::tr("This entry does not say to which server it went.") +
               QLatin1Char('\n');
    const bool isItsServer = entry.address == normalisedAddress(settings.baseUrl);
    QString proxy;
    if (isItsServer && settings.proxy.kind == ProxyKind::Manual)
        proxy = QStringLiteral(" --proxy %1:%2").arg(quoted(settings.proxy.host)).arg(settings.proxy.port);
    if (isItsServer && !settings.authorities.isEmpty())
        lines << QLatin1String("# ") +
                     LogWordsText::tr(
                         "The profile trusts an authority of its own: add --cacert with its PEM file.");
    const auto body = knownBody(entry);
    if (!body)
        lines << QLatin1String("# ") +
                     LogWordsText::tr("The body was not kept: put it between the apostrophes.");
    lines << QStringLiteral("body=") + quoted(body.value_or(QString()))
          << QStringLiteral("time=$(TZ=Asia/Shanghai date +%Y%m%d%H%M%S)")
          << QStringLiteral("id=$(tr -d - < /proc/sys/kernel/random/uuid)")
          << QStringLiteral(
                 "sign=$(printf '%s|%s|%s' \"$body\" \"$RANGEDESK_APPKEY\" \"$time\" | md5sum | cut -c1-32)")
          << QStringLiteral(
                 "curl -sS%1 -X POST -H 'Content-Type: application/json' --data-binary \"$body\" \\")
                 .arg(proxy)
          << QStringLiteral("  %1\"/$time/$sign/$id\"")
                 .arg(quoted(entry.address + toQString(operationPath(*operation)) + QLatin1Char('/') +
                             entry.openid));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

Result<std::int64_t> exportLog(const QString& path, const QString& logPath, const std::atomic<bool>* stop)
{
    CsvFile file(path);
    if (auto opened = file.open(); !opened)
        return tl::unexpected(opened.error());
    const auto record = [&file](const QStringList& cells) {
        for (const QString& cell : cells)
            file.cell(toUtf8(cell), ',');
        file.endRecord();
    };
    record({LogWordsText::tr("No."), LogWordsText::tr("Time (UTC)"), LogWordsText::tr("Profile"),
            LogWordsText::tr("Operation"), LogWordsText::tr("Outcome"), LogWordsText::tr("About"),
            QStringLiteral("msg_id"), LogWordsText::tr("Attempt"), QStringLiteral("HTTP"),
            QStringLiteral("return_code"), LogWordsText::tr("The server's words, or the reason"),
            LogWordsText::tr("Milliseconds"), LogWordsText::tr("Bytes sent"),
            LogWordsText::tr("Bytes received"), LogWordsText::tr("Hash")});
    std::int64_t written = 0;
    std::int64_t last = 0;
    for (;;) {
        const auto entries = RequestLog::read(logPath, last, entriesAtOnce);
        if (!entries)
            return tl::unexpected(entries.error());
        if (stop != nullptr && *stop)
            return fail(ErrorKind::Interrupted, LogWordsText::tr("Interrupted."));
        for (const LogEntry& entry : *entries)
            record({QString::number(entry.sequence), entry.at.toUTC().toString(Qt::ISODateWithMs),
                    entry.profile, entry.operation, logOutcomeName(entry.outcome), logTargetWords(entry),
                    entry.msgId, QString::number(entry.attempt),
                    entry.httpStatus == 0 ? QString() : QString::number(entry.httpStatus), entry.code,
                    entry.words, QString::number(entry.milliseconds), QString::number(entry.bytesSent),
                    QString::number(entry.bytesReceived), QString::fromLatin1(entry.hash.toHex())});
        written += static_cast<std::int64_t>(entries->size());
        if (entries->size() < static_cast<std::size_t>(entriesAtOnce))
            break;
        last = entries->back().sequence;
    }
    if (auto committed = file.commit(); !committed)
        return tl::unexpected(committed.error());
    return written;
}

} // namespace rangedesk
