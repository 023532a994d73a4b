// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_fields.h"

#include "core/text.h"

#include <algorithm>

namespace rangedesk {

namespace {

constexpr std::size_t mostFields = 60;
constexpr std::size_t mostValues = 200; ///< more are no groups
/// Of names and values as they are written: a merchant can write what it wants.
constexpr qsizetype mostWritings = 4096;

std::uint64_t hashOf(std::string_view text)
{
    constexpr std::uint64_t basis = 1469598103934665603ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = basis;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    return hash;
}

} // namespace

std::string comparableText(const QString& text)
{
    QString plain = text;
    plain.removeIf([](QChar c) { return c.isSpace(); });
    return foldedText(toUtf8(plain));
}

std::uint64_t valueKey(std::string_view comparable)
{
    return std::max<std::uint64_t>(hashOf(comparable), 2);
}

int groupKey(std::string_view comparable)
{
    const std::uint64_t hash = hashOf(comparable);
    return static_cast<int>((hash ^ (hash >> 32U)) & 0x3FFFFFFFU);
}

ReviewFieldCollector::Gathered* ReviewFieldCollector::of(const QString& name)
{
    auto written = m_asWritten.constFind(name);
    if (written == m_asWritten.constEnd()) {
        std::string comparable = comparableText(name);
        auto place = m_places.find(comparable);
        int at = -1;
        if (place != m_places.end()) {
            at = place->second;
        } else if (m_fields.size() < mostFields) {
            at = static_cast<int>(m_fields.size());
            Gathered& made = m_fields.emplace_back();
            made.field.name = name;
            made.field.group = groupKey(comparable);
            m_places.emplace(std::move(comparable), at);
        }
        if (m_asWritten.size() >= mostWritings)
            return at < 0 ? nullptr : &m_fields[static_cast<std::size_t>(at)];
        written = m_asWritten.insert(name, at);
    }
    return *written < 0 ? nullptr : &m_fields[static_cast<std::size_t>(*written)];
}

void ReviewFieldCollector::add(std::uint32_t row, const MerchantInformation& information)
{
    for (const MerchantField& told : information.fields) {
        if (told.name.isEmpty() || told.value.isEmpty() || told.isPicture)
            continue;
        Gathered* gathered = of(told.name);
        if (gathered == nullptr || !gathered->groups || gathered->lastRow == row + 1)
            continue;
        gathered->lastRow = row + 1;
        ReviewField& field = gathered->field;
        std::uint16_t value = gathered->asWritten.value(told.value);
        if (value == 0) {
            const std::string comparable = comparableText(told.value);
            const auto [place, isNew] =
                gathered->places.emplace(comparable, static_cast<std::uint16_t>(field.values.size() + 1));
            value = place->second;
            if (isNew) {
                field.values.push_back(told.value);
                field.keys.push_back(valueKey(comparable));
            }
            if (gathered->asWritten.size() < mostWritings)
                gathered->asWritten.insert(told.value, value);
        }
        if (field.values.size() > mostValues) {
            const QString name = field.name;
            *gathered = {};
            gathered->field.name = name;
            gathered->groups = false;
            continue;
        }
        field.valueOf.resize(row + 1);
        field.valueOf[row] = value;
        ++field.filled;
    }
}

std::vector<ReviewField> ReviewFieldCollector::take(std::size_t rows)
{
    std::vector<ReviewField> fields;
    for (Gathered& gathered : m_fields) {
        ReviewField& field = gathered.field;
        const bool isGrouping =
            gathered.groups && field.values.size() > 1 && field.values.size() * 2 <= field.filled;
        if (!isGrouping)
            continue;
        field.valueOf.resize(rows);
        field.valueOf.shrink_to_fit();
        fields.push_back(std::move(field));
    }
    m_fields.clear();
    // What groups best comes first.
    std::stable_sort(fields.begin(), fields.end(), [](const ReviewField& a, const ReviewField& b) {
        return a.values.size() < b.values.size();
    });
    return fields;
}

} // namespace rangedesk
