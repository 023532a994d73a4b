// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/encode.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace rangedesk {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void writeFields(Writer& writer, const WireRequest& request, const std::vector<WireField>& fields)
{
    for (const WireField& field : fields) {
        writer.Key(field.name.data(), static_cast<rapidjson::SizeType>(field.name.size()));
        const FieldRule* rule = fieldRule(request.operation, field.name);
        const bool number = rule != nullptr && (rule->format == FieldFormat::PageNumber ||
                                                rule->format == FieldFormat::PageLength);
        if (number)
            writer.RawValue(field.value.data(), field.value.size(), rapidjson::kNumberType);
        else
            writer.String(field.value.data(), static_cast<rapidjson::SizeType>(field.value.size()));
    }
}

} // namespace

std::string encodeBody(const WireRequest& request)
{
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writeFields(writer, request, request.fields);
    if (request.hasProducts) {
        writer.Key("sale_products");
        writer.StartArray();
        for (const std::vector<WireField>& product : request.products) {
            writer.StartObject();
            writeFields(writer, request, product);
            writer.EndObject();
        }
        writer.EndArray();
    }
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace rangedesk
