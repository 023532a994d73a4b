// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/pinyin.h"

#include <array>
#include <string>

namespace rangedesk {

namespace {

#include "pinyin_table.inc" // made by make_pinyin from Unihan

constexpr Sound firstLetter = 1;
constexpr Sound firstDigit = 27;
constexpr Sound firstSet = 37;
constexpr Sound numberMask = 0x7FFF;
/// A hostile name could be read in very many ways.
constexpr int mostSteps = 4000;

std::vector<std::string_view> wordsOf(std::string_view set)
{
    std::vector<std::string_view> words;
    while (!set.empty()) {
        const std::size_t space = set.find(' ');
        words.push_back(set.substr(0, space));
        set.remove_prefix(space == std::string_view::npos ? set.size() : space + 1);
    }
    return words;
}

struct Readings
{
    std::uint32_t initials = 0; ///< bit 0 is a
    std::vector<std::string_view> words;
};

const std::vector<Readings>& allReadings()
{
    static const std::vector<Readings> all = [] {
        std::vector<Readings> sets;
        for (const std::string_view set : readingSets) {
            Readings& readings = sets.emplace_back();
            readings.words = wordsOf(set);
            for (const std::string_view word : readings.words)
                readings.initials |= 1U << static_cast<unsigned>(word.front() - 'a');
        }
        return sets;
    }();
    return all;
}

std::uint16_t setOfCharacter(char32_t character)
{
    const bool isIn = character >= firstCharacter && character < firstCharacter + setOf.size();
    return isIn ? setOf.at(character - firstCharacter) : std::uint16_t{0};
}

bool isLeftOut(char32_t character)
{
    constexpr std::u32string_view places = U"省市区县州镇乡村";
    return places.find(character) != std::u32string_view::npos;
}

Sound soundOf(char32_t character)
{
    constexpr char32_t fullWidth = 0xFEE0;
    if (character > 0xFF00 && character < 0xFF5F)
        character -= fullWidth;
    if (character >= U'a' && character <= U'z')
        return static_cast<Sound>(firstLetter + (character - U'a'));
    if (character >= U'A' && character <= U'Z')
        return static_cast<Sound>(firstLetter + (character - U'A'));
    if (character >= U'0' && character <= U'9')
        return static_cast<Sound>(firstDigit + (character - U'0'));
    const std::uint16_t set = setOfCharacter(character);
    if (set == 0)
        return canBeLeftOut;
    return static_cast<Sound>((firstSet + set) | (isLeftOut(character) ? canBeLeftOut : 0));
}

char literalOf(Sound number)
{
    return static_cast<char>(number < firstDigit ? 'a' + (number - firstLetter)
                                                 : '0' + (number - firstDigit));
}

class SoundMatch
{
public:
    SoundMatch(std::span<const Sound> sounds, std::string_view letters) : m_sounds(sounds), m_letters(letters)
    {}

    /// The place behind the last sound, 0 for none.
    std::size_t from(std::size_t place, std::size_t letter)
    {
        if (letter == m_letters.size())
            return place;
        if (place == m_sounds.size() || ++m_steps > mostSteps)
            return 0;
        const Sound sound = m_sounds[place];
        const Sound number = sound & numberMask;
        std::size_t end = 0;
        if (number >= firstSet)
            end = fromReading(allReadings()[number - firstSet], place, letter);
        else if (number != 0 && literalOf(number) == m_letters[letter])
            end = from(place + 1, letter + 1);
        if (end == 0 && letter > 0 && (sound & canBeLeftOut) != 0)
            end = from(place + 1, letter);
        return end;
    }

private:
    std::size_t fromReading(const Readings& readings, std::size_t place, std::size_t letter)
    {
        const char first = m_letters[letter];
        if (first < 'a' || (readings.initials & (1U << static_cast<unsigned>(first - 'a'))) == 0)
            return 0;
        const std::string_view rest = m_letters.substr(letter);
        std::uint32_t tried = 0; // lengths, so that none is tried twice
        const auto attempt = [&](std::size_t length) {
            const std::uint32_t bit = 1U << length;
            if ((tried & bit) != 0)
                return std::size_t{0};
            tried |= bit;
            return from(place + 1, letter + length);
        };
        for (const std::string_view word : readings.words) {
            if (word.starts_with(rest))
                return place + 1; // typed as far as this
            std::size_t end = rest.starts_with(word) ? attempt(word.size()) : 0;
            const bool isTwoLetters =
                word.size() > 2 && word[1] == 'h' && rest.starts_with(word.substr(0, 2));
            if (end == 0 && isTwoLetters)
                end = attempt(2);
            if (end != 0)
                return end;
        }
        return attempt(1);
    }

    std::span<const Sound> m_sounds;
    std::string_view m_letters;
    int m_steps = 0;
};

} // namespace

void appendSounds(std::vector<Sound>& sounds, std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
        char32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
            character = (character << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        sounds.push_back(soundOf(character));
        i += length;
    }
}

bool canBegin(Sound sound, char letter)
{
    return (initialsOf(sound) & initialOf(letter)) != 0;
}

Initials initialsOf(Sound sound)
{
    const Sound number = sound & numberMask;
    if (number >= firstSet)
        return allReadings()[number - firstSet].initials;
    return number != 0 ? initialOf(literalOf(number)) : 0;
}

Initials neededInitials(std::string_view letters)
{
    static const Initials withinSyllables = [] {
        Initials within = 0;
        for (const Readings& readings : allReadings()) {
            for (const std::string_view word : readings.words) {
                for (const char letter : word.substr(1))
                    within |= initialOf(letter);
            }
        }
        return within;
    }();
    Initials needed = 0;
    for (const char letter : letters) {
        if (needed == 0 || (withinSyllables & initialOf(letter)) == 0)
            needed |= initialOf(letter);
    }
    return needed;
}

std::size_t soundKinds()
{
    return firstSet + readingSets.size();
}

std::size_t soundsNamed(std::span<const Sound> sounds, std::string_view letters)
{
    return letters.empty() ? 0 : SoundMatch(sounds, letters).from(0, 0);
}

std::vector<std::string_view> readingsOf(char32_t character)
{
    return wordsOf(readingSets.at(setOfCharacter(character)));
}

} // namespace rangedesk
