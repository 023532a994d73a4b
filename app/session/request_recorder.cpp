// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/request_recorder.h"

#include "core/text.h"
#include "openapi/envelope.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace rangedesk {

namespace {

struct RecorderText
{
    Q_DECLARE_TR_FUNCTIONS(RecorderText)
};

constexpr qsizetype longestBody = 32LL * 1024;
constexpr qsizetype longestValue = 120;
constexpr qsizetype merchantShown = 10;

/// For replies of which only the envelope is wanted.
class DeafSink final : public RecordSink
{
public:
    void beginRecord() override {}
    bool recordField(std::string_view, std::string_view) override { return true; }
    void beginEntry(std::string_view) override {}
    void entryField(std::string_view, std::string_view) override {}
    bool endRecord() override { return true; }
};

QString cutShort(const QString& text, qsizetype most)
{
    return text.size() <= most
               ? text
               : RecorderText::tr("%1… (%2 characters)").arg(text.left(most)).arg(text.size());
}

QJsonValue withoutMerchants(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray kept;
        for (const auto& item : value.toArray())
            kept.append(withoutMerchants(item));
        return kept;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() == QLatin1String("merchant_information")) {
            field.value() = cutShort(field.value().toString(), merchantShown);
        } else if (field.key() == QLatin1String("response_data") && field.value().isString()) {
            const auto inner = QJsonDocument::fromJson(field.value().toString().toUtf8());
            field.value() = inner.isArray()    ? withoutMerchants(inner.array())
                            : inner.isObject() ? withoutMerchants(inner.object())
                                               : QJsonValue(QString());
        } else {
            field.value() = withoutMerchants(field.value());
        }
    }
    return object;
}

/// Of a long reply: the code and words that stand before or behind the data.
void summarise(const RequestTrace& trace, LogEntry& entry)
{
    static const QRegularExpression code(QStringLiteral(R"re("return_code"\s*:\s*"?(-?\w+)"?)re"));
    static const QRegularExpression words(QStringLiteral(R"re("return_msg?"\s*:\s*"((?:[^"\\]|\\.)*)")re"));
    QString around = toQString(trace.replyHead);
    around.truncate(std::max<qsizetype>(0, around.indexOf(QLatin1String("\"response_data\""))));
    around += toQString(trace.replyTail);
    entry.code = code.match(around).captured(1);
    entry.words = words.match(around).captured(1);
    entry.outcome = entry.code.isEmpty()               ? LogOutcome::Unusable
                    : entry.code == QLatin1String("0") ? LogOutcome::Answered
                                                       : LogOutcome::Refused;
}

void judgeReply(const RequestTrace& trace, LogEntry& entry)
{
    if (trace.httpStatus < 200 || trace.httpStatus >= 300) {
        entry.outcome = LogOutcome::Unusable;
        entry.words = RecorderText::tr("HTTP status %1").arg(trace.httpStatus);
        return;
    }
    if (!trace.replyTail.empty()) {
        summarise(trace, entry);
        return;
    }
    std::string body = trace.replyHead;
    DeafSink sink;
    const auto envelope = readReply(trace.operation, body, &sink);
    if (!envelope) {
        entry.outcome = LogOutcome::Unusable;
        entry.words = cutShort(envelope.error().what, longestValue * 4);
        return;
    }
    entry.code = toQString(envelope->code);
    entry.words = toQString(envelope->message);
    entry.outcome = envelope->isSuccess() || (codeProvesNothing(trace.operation) && envelope->code == "1")
                        ? LogOutcome::Answered
                        : LogOutcome::Refused;
}

/// What the request is about: its single values, and how many products it carries.
void readTarget(const std::string& body, LogEntry& entry)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
    QJsonObject target;
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field->isArray())
            entry.items += field->toArray().size();
        else if (field->isString() && field.key() != QLatin1String("merchant_information"))
            target.insert(field.key(), cutShort(field->toString(), longestValue));
        else if (field->isDouble() || field->isBool())
            target.insert(field.key(), *field);
    }
    entry.target = QJsonDocument(target).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray maskedBody(const std::string& body)
{
    QString text = toQString(body);
    if (text.contains(QLatin1String("merchant_information"))) {
        const auto document = QJsonDocument::fromJson(text.toUtf8());
        if (!document.isObject())
            return {}; // a part of a long reply: it cannot be told what is personal
        text = QString::fromUtf8(
            QJsonDocument(withoutMerchants(document.object()).toObject()).toJson(QJsonDocument::Compact));
    }
    // A value that is nothing but digits is an id or a code: it stays. What is masked gets another length, so
    // that nobody takes it for what was sent.
    static const QRegularExpression telephone(QStringLiteral(R"((?<![\d"])(1[3-9]\d)\d{4}(\d{4})(?!\d))"));
    static const QRegularExpression identity(QStringLiteral(R"((?<![\d"])(\d{4})\d{13}([\dXx])(?!\d))"));
    text.replace(telephone, QStringLiteral("\\1**\\2"));
    text.replace(identity, QStringLiteral("\\1**\\2"));
    return cutShort(text, longestBody).toUtf8();
}

LogEntry logEntryOf(const RequestTrace& trace, const LogOrigin& origin, bool withBodies)
{
    LogEntry entry;
    entry.at = trace.startedAt;
    entry.profile = origin.profile;
    entry.address = origin.address;
    entry.openid = origin.openid;
    entry.operation = toQString(operationName(trace.operation));
    entry.writes = operationWrites(trace.operation);
    entry.about = toQString(trace.about);
    readTarget(trace.body, entry);
    entry.msgId = toQString(trace.msgId);
    entry.attempt = trace.attempt;
    entry.httpStatus = trace.httpStatus;
    entry.milliseconds = trace.took.count();
    entry.bytesSent = trace.keptBack ? 0 : static_cast<std::int64_t>(trace.body.size());
    entry.bytesReceived = trace.bytesReceived;
    if (trace.keptBack || trace.kind != Delivery::Kind::Replied) {
        entry.words = trace.problem;
        entry.outcome = trace.keptBack                            ? LogOutcome::KeptBack
                        : trace.kind == Delivery::Kind::NeverLeft ? LogOutcome::NotSent
                                                                  : LogOutcome::NoAnswer;
        if (entry.outcome != LogOutcome::NoAnswer)
            entry.bytesSent = 0;
    } else {
        judgeReply(trace, entry);
    }
    if (withBodies) {
        entry.requestBody = maskedBody(trace.body);
        entry.replyBody = trace.replyTail.empty() ? maskedBody(trace.replyHead) : QByteArray();
    }
    return entry;
}

void RequestRecorder::requestOver(RequestTrace trace)
{
    m_log.append([trace = std::move(trace), origin = m_origin, withBodies = m_withBodies.load()] {
        return logEntryOf(trace, origin, withBodies);
    });
}

} // namespace rangedesk
