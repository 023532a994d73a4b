// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/merchant_json.h"

#include "core/text.h"

#include <QStringList>
#include <array>
#include <rapidjson/document.h>

namespace rangedesk {

namespace {

using Tell = std::function<void(const QString&, const QString&)>;
using Value = rapidjson::Value;

constexpr int deepest = 6;
constexpr unsigned parseFlags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag |
                                rapidjson::kParseValidateEncodingFlag;

std::string_view viewOf(const Value& text)
{
    return {text.GetString(), text.GetStringLength()};
}

bool isScalar(const Value& value)
{
    return !value.IsObject() && !value.IsArray();
}

QString scalarText(const Value& value)
{
    if (value.IsString())
        return toQString(viewOf(value));
    if (value.IsBool())
        return value.GetBool() ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

const Value* member(const Value& object, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const auto found = object.FindMember(name);
        if (found != object.MemberEnd() && isScalar(found->value))
            return &found->value;
    }
    return nullptr;
}

QString joined(const QString& outer, const QString& inner)
{
    if (outer.isEmpty() || inner.isEmpty())
        return outer + inner;
    return outer + QStringLiteral(" · ") + inner;
}

void walk(const QString& name, const Value& value, int depth, const Tell& tell);

bool readText(const QString& name, std::string_view text, int depth, const Tell& tell)
{
    rapidjson::Document document;
    document.Parse<parseFlags>(text.data(), text.size());
    if (document.HasParseError())
        return false;
    if (document.IsString() && depth < deepest)
        return readText(name, viewOf(document), depth + 1, tell);
    if (isScalar(document))
        return false;
    walk(name, document, depth, tell);
    return true;
}

bool looksLikeJson(std::string_view text)
{
    const std::string_view bare = trimmed(text);
    return bare.size() > 1 && (bare.front() == '{' || bare.front() == '[');
}

void walkArray(const QString& name, const Value& array, int depth, const Tell& tell)
{
    QStringList texts;
    for (const Value& item : array.GetArray()) {
        if (isScalar(item)) {
            if (const QString text = scalarText(item); !text.isEmpty())
                texts << text;
            continue;
        }
        if (!item.IsObject()) {
            walk(name, item, depth + 1, tell);
            continue;
        }
        const Value* label =
            member(item, {"name", "label", "title", "field", "fieldName", "key", "名称", "字段"});
        const Value* value = member(item, {"value", "val", "text", "content", "fieldValue", "值"});
        if (label != nullptr && value != nullptr)
            tell(joined(name, scalarText(*label)), scalarText(*value));
        else
            walk(name, item, depth + 1, tell);
    }
    if (texts.isEmpty())
        return;
    const bool isAddresses = texts.first().startsWith(QLatin1String("http"));
    tell(name, texts.join(isAddresses ? QStringLiteral(" ") : QStringLiteral("、")));
}

void walk(const QString& name, const Value& value, int depth, const Tell& tell)
{
    if (depth > deepest) {
        tell(name, QStringLiteral("…"));
    } else if (value.IsObject()) {
        for (const auto& [inner, item] : value.GetObject())
            walk(joined(name, toQString(viewOf(inner))), item, depth + 1, tell);
    } else if (value.IsArray()) {
        walkArray(name, value, depth, tell);
    } else if (!(value.IsString() && looksLikeJson(viewOf(value)) &&
                 readText(name, viewOf(value), depth + 1, tell))) {
        tell(name, scalarText(value));
    }
}

} // namespace

bool readMerchantJson(std::string_view text, const Tell& tell)
{
    const char first = text.empty() ? '\0' : text.front();
    return (first == '{' || first == '[' || first == '"') && readText({}, text, 0, tell);
}

} // namespace rangedesk
