// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the table of pinyin readings from Unihan_Readings.txt: one number for each character that stands
// for its set of readings, and the sets.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::uint32_t firstCharacter = 0x3400;
constexpr std::uint32_t lastCharacter = 0x9FFF;

struct Letter
{
    std::string_view marked;
    std::string_view plain;
};

/// Letters with tone marks; ü is written as v, and once more as u.
constexpr std::array letters{
    Letter{"ā", "a"}, Letter{"á", "a"}, Letter{"ǎ", "a"}, Letter{"à", "a"}, Letter{"ē", "e"},
    Letter{"é", "e"}, Letter{"ě", "e"}, Letter{"è", "e"}, Letter{"ê̄", "e"}, Letter{"ế", "e"},
    Letter{"ê̌", "e"}, Letter{"ề", "e"}, Letter{"ê", "e"}, Letter{"ī", "i"}, Letter{"í", "i"},
    Letter{"ǐ", "i"}, Letter{"ì", "i"}, Letter{"ō", "o"}, Letter{"ó", "o"}, Letter{"ǒ", "o"},
    Letter{"ò", "o"}, Letter{"ū", "u"}, Letter{"ú", "u"}, Letter{"ǔ", "u"}, Letter{"ù", "u"},
    Letter{"ǖ", "v"}, Letter{"ǘ", "v"}, Letter{"ǚ", "v"}, Letter{"ǜ", "v"}, Letter{"ü", "v"},
    Letter{"ń", "n"}, Letter{"ň", "n"}, Letter{"ǹ", "n"}, Letter{"ḿ", "m"}, Letter{"m̀", "m"},
};

std::string plainReading(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        const auto* letter = std::find_if(letters.begin(), letters.end(),
                                          [&](const Letter& l) { return text.starts_with(l.marked); });
        if (letter != letters.end()) {
            plain += letter->plain;
            text.remove_prefix(letter->marked.size());
            continue;
        }
        if (text.front() >= 'a' && text.front() <= 'z')
            plain += text.front();
        text.remove_prefix(1);
    }
    return plain;
}

void add(std::vector<std::string>& readings, std::string_view marked)
{
    const std::string plain = plainReading(marked);
    if (plain.empty())
        return;
    readings.push_back(plain);
    if (plain.find('v') != std::string::npos) {
        std::string other = plain;
        std::replace(other.begin(), other.end(), 'v', 'u');
        readings.push_back(other);
    }
}

/// "0020.050:zhòng,chóng 0030.010:tóng", or "zhòng chóng" for kMandarin.
std::vector<std::string> readingsOf(std::string_view value)
{
    std::vector<std::string> readings;
    std::string word;
    for (const char c : std::string(value) + ' ') {
        if (c == ':') {
            word.clear();
        } else if (c == ' ' || c == ',') {
            add(readings, word);
            word.clear();
        } else {
            word += c;
        }
    }
    std::sort(readings.begin(), readings.end());
    readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
    return readings;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "make-pinyin Unihan_Readings.txt OUTPUT\n";
        return 1;
    }
    // The table of the common characters first; what it lacks comes from the others.
    constexpr std::array<std::string_view, 3> fields{"kTGHZ2013", "kHanyuPinyin", "kMandarin"};
    std::array<std::map<std::uint32_t, std::vector<std::string>>, fields.size()> found;
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        const std::size_t second = line.find('\t', tab + 1);
        if (!line.starts_with("U+") || second == std::string::npos)
            continue;
        const auto* field = std::find(fields.begin(), fields.end(), line.substr(tab + 1, second - tab - 1));
        const auto character = static_cast<std::uint32_t>(std::stoul(line.substr(2, tab - 2), nullptr, 16));
        if (field == fields.end() || character < firstCharacter || character > lastCharacter)
            continue;
        found.at(static_cast<std::size_t>(field - fields.begin()))[character] =
            readingsOf(std::string_view(line).substr(second + 1));
    }
    std::map<std::string, std::size_t> numbers; // of a set of readings
    std::vector<std::string> sets;
    std::ofstream out(argv[2]);
    out << "constexpr std::uint32_t firstCharacter = " << firstCharacter << ";\n"
        << "constexpr std::array<std::uint16_t, " << lastCharacter - firstCharacter + 1 << "> setOf{";
    for (std::uint32_t character = firstCharacter; character <= lastCharacter; ++character) {
        std::string set;
        for (const auto& map : found) {
            const auto place = map.find(character);
            if (place == map.end() || !set.empty())
                continue;
            for (const std::string& reading : place->second)
                set += (set.empty() ? "" : " ") + reading;
        }
        std::size_t number = 0;
        if (!set.empty()) {
            const auto [place, isNew] = numbers.emplace(set, sets.size() + 1);
            if (isNew)
                sets.push_back(set);
            number = place->second;
        }
        out << (character == firstCharacter ? "" : ",") << (character % 32 == 0 ? "\n" : "") << number;
    }
    out << "};\nconstexpr std::array<std::string_view, " << sets.size() + 1 << "> readingSets{\"\"";
    for (const std::string& set : sets)
        out << ",\n\"" << set << '"';
    out << "};\n";
    const bool isGood = found.front().size() > 7900 && out.good();
    if (!isGood)
        std::cerr << "The readings are not complete.\n";
    return isGood ? 0 : 1;
}
