// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/envelope.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <rapidjson/reader.h>

namespace rangedesk {

namespace {

/// What quotes the request's path quotes the signature with it: such words are left out.
QString withoutPaths(QString text)
{
    static const QRegularExpression path(QStringLiteral("\\S*/(api|v1)/\\S*"));
    return text.replace(path, QStringLiteral("…"));
}

/// The server's words as they are told and kept: without what a terminal would obey, and without an address.
std::string shownWords(std::string_view words)
{
    return toUtf8(withoutPaths(withVisibleControls(toQString(words))));
}

struct EnvelopeText
{
    Q_DECLARE_TR_FUNCTIONS(EnvelopeText)
};

using rapidjson::SizeType;

constexpr unsigned parseFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                                rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

/// The SAX interface of RapidJSON on a RecordReader.
class DataHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, DataHandler>
{
public:
    explicit DataHandler(RecordSink& sink) : m_reader(sink) {}

    bool Null() { return m_reader.null(); }
    bool Bool(bool value) { return m_reader.value(value ? "true" : "false"); }
    bool RawNumber(const char* text, SizeType length, bool) { return m_reader.value({text, length}); }
    bool String(const char* text, SizeType length, bool) { return m_reader.value({text, length}); }
    bool Key(const char* text, SizeType length, bool)
    {
        m_reader.key({text, length});
        return true;
    }
    bool StartObject() { return m_reader.startObject(); }
    bool EndObject(SizeType) { return m_reader.endObject(); }
    bool StartArray() { return m_reader.startArray(); }
    bool EndArray(SizeType) { return m_reader.endArray(); }

    bool isOpen() const { return m_reader.isOpen(); }
    /// Why the parser was stopped, where a value cannot stand where it stands.
    std::optional<QString> misplaced() const
    {
        const auto& [field, value] = m_reader.misplaced();
        if (field.empty())
            return std::nullopt;
        constexpr int longest = 40;
        return EnvelopeText::tr("its field %1 holds \"%2\", which cannot stand there.")
            .arg(excerpt(field, longest), excerpt(value, longest));
    }

private:
    RecordReader m_reader;
};

/// The outer object. `response_data` as text is kept for a second pass; inline it goes through.
class EnvelopeHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, EnvelopeHandler>
{
public:
    EnvelopeHandler(Envelope& envelope, DataHandler* data) : m_envelope(envelope), m_data(data) {}

    bool Null() { return !m_inData || m_data->Null(); }
    bool Bool(bool value) { return m_inData ? m_data->Bool(value) : scalar(value ? "true" : "false", false); }
    bool RawNumber(const char* text, SizeType length, bool copy)
    {
        return m_inData ? m_data->RawNumber(text, length, copy) : scalar({text, length}, false);
    }
    bool String(const char* text, SizeType length, bool copy)
    {
        if (m_inData)
            return m_data->String(text, length, copy);
        if (isData() && m_data != nullptr) {
            m_dataText = {text, length};
            return true;
        }
        return scalar({text, length}, true);
    }
    bool Key(const char* text, SizeType length, bool copy)
    {
        if (m_inData)
            return m_data->Key(text, length, copy);
        if (m_depth == 1)
            m_key = {text, length};
        return true;
    }
    bool StartObject()
    {
        return start([this] { return m_data->StartObject(); });
    }
    bool StartArray()
    {
        return m_depth > 0 && start([this] { return m_data->StartArray(); });
    }
    bool EndObject(SizeType count)
    {
        return end([this, count] { return m_data->EndObject(count); });
    }
    bool EndArray(SizeType count)
    {
        return end([this, count] { return m_data->EndArray(count); });
    }

    std::string_view dataText() const { return m_dataText; }
    bool hasCode() const { return m_hasCode; }

private:
    bool isData() const { return m_depth == 1 && m_key == "response_data"; }

    template <typename Forward> bool start(Forward forward)
    {
        if (isData() && m_data != nullptr)
            m_inData = true;
        ++m_depth;
        return m_depth < maxDepth && (!m_inData || forward());
    }
    template <typename Forward> bool end(Forward forward)
    {
        --m_depth;
        const bool fine = !m_inData || forward();
        if (m_inData && !m_data->isOpen())
            m_inData = false;
        return fine;
    }
    bool scalar(std::string_view value, bool isText)
    {
        if (m_depth == 0)
            return false; // the reply is a bare value
        if (m_depth > 1)
            return true;
        if (isData() && m_data != nullptr)
            return isText;
        if (m_key == "msg_id")
            m_envelope.msgId = std::string(value);
        else if (m_key == "return_msg" || (m_key == "return_ms" && m_envelope.message.empty()))
            m_envelope.message = shownWords(value);
        else if (m_key == "return_code") {
            m_envelope.code = std::string(trimmed(value));
            m_hasCode = !m_envelope.code.empty();
        }
        return true;
    }

    static constexpr int maxDepth = 64;
    Envelope& m_envelope;
    DataHandler* m_data;
    std::string_view m_key;
    std::string_view m_dataText;
    int m_depth = 0;
    bool m_inData = false;
    bool m_hasCode = false;
};

/// Parses NUL-terminated text in place. @returns whether all @p length bytes were one JSON value.
template <typename Handler> bool parseInPlace(char* text, std::size_t length, Handler& handler)
{
    rapidjson::InsituStringStream stream(text);
    rapidjson::Reader reader;
    const rapidjson::ParseResult result = reader.Parse<parseFlags>(stream, handler);
    return !result.IsError() && stream.Tell() >= length;
}

bool holdsAny(std::string_view message, std::initializer_list<std::string_view> words)
{
    const std::string folded = foldedHeading(message);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

} // namespace

bool codeProvesNothing(Operation operation)
{
    return operation == Operation::RemoveSaleRange || operation == Operation::RemoveCmSaleRange;
}

Error malformed(Operation operation, const QString& why, std::string_view body)
{
    const QString name = toQString(operationName(operation));
    return {ErrorKind::Malformed,
            EnvelopeText::tr("The reply to %1 cannot be used: %2").arg(name, why),
            body.empty() ? EnvelopeText::tr("It was empty. Check the server address.")
                         : EnvelopeText::tr("It begins: %1").arg(withoutPaths(excerpt(body))),
            {},
            {}};
}

Result<Envelope> readReply(Operation operation, std::string& body, RecordSink* sink)
{
    // Parsing in place destroys the text, so what an error would quote is put aside first.
    const std::string start = body.substr(0, 400);
    std::size_t skip = body.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    Envelope envelope;
    std::optional<DataHandler> data;
    if (sink != nullptr)
        data.emplace(*sink);
    EnvelopeHandler handler(envelope, data ? &*data : nullptr);
    if (!parseInPlace(body.data() + skip, body.size() - skip, handler))
        return tl::unexpected(
            malformed(operation,
                      (data ? data->misplaced() : std::nullopt)
                          .value_or(EnvelopeText::tr("it is not a complete JSON object in UTF-8.")),
                      start));
    if (!handler.hasCode())
        return tl::unexpected(malformed(operation, EnvelopeText::tr("it has no return_code."), start));
    if (!envelope.isSuccess() || sink == nullptr)
        return envelope;

    const std::string_view text = trimmed(handler.dataText());
    if (text.empty() || text == "null")
        return envelope;
    const std::string dataStart(text.substr(0, 400));
    // The unescaped string lies within the body and ends with the NUL that the parser put there.
    char* inner = body.data() + (text.data() - body.data());
    DataHandler second(*sink);
    if (!parseInPlace(inner, text.size(), second))
        return tl::unexpected(malformed(
            operation,
            second.misplaced().value_or(EnvelopeText::tr("its response_data is not the documented list.")),
            dataStart));
    return envelope;
}

Error refusal(Operation operation, const Envelope& envelope)
{
    const QString words = toQString(envelope.message);
    return {ErrorKind::Refused,
            EnvelopeText::tr("The server refused %1 (code %2): %3")
                .arg(toQString(operationName(operation)), toQString(envelope.code), words),
            {},
            toQString(envelope.code),
            words};
}

bool speaksOfThrottling(std::string_view message)
{
    return holdsAny(message, {"频繁", "too many requests", "too frequent"});
}

bool speaksOfCredentials(std::string_view message)
{
    return holdsAny(message, {"签名", "验签", "密钥", "digest", "signature", "appkey", "openid", "白名单"});
}

bool speaksOfPermission(std::string_view message)
{
    return holdsAny(message, {"权限", "无权", "未授权", "授权", "permission", "unauthorized"});
}

bool speaksOfDisabledRanges(std::string_view message)
{
    return holdsAny(message, {"没有启用可售范围"});
}

} // namespace rangedesk
