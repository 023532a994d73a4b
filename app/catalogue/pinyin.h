// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Searching names by how they sound: full pinyin, initials, or a mixture, with every reading of a character.
// The readings are Unihan's (kTGHZ2013, then kHanyuPinyin, then kMandarin).
namespace rangedesk {

/// What one character of a name can be typed as: nothing, a letter or digit, or the readings of a Chinese
/// character. One for each code point.
using Sound = std::uint16_t;

/// Set in the sound of characters that people leave out: 省, 市, 区, 县 and the like, and punctuation.
inline constexpr Sound canBeLeftOut = 0x8000;

/// Appends the sounds of a text, one for each code point.
void appendSounds(std::vector<Sound>& sounds, std::string_view utf8);

/// Whether a letter or digit, small, can begin a sound.
bool canBegin(Sound sound, char letter);

/// Letters and digits as bits: a to z, then 0 to 9.
using Initials = std::uint64_t;
constexpr Initials initialOf(char letter)
{
    return Initials{1} << static_cast<unsigned>(letter >= 'a' ? letter - 'a' : 26 + (letter - '0'));
}
/// All that can begin a sound.
Initials initialsOf(Sound sound);
/// What has to begin some sound of a name that @p letters fit: the first of them, digits, and letters that do
/// not stand within a syllable. @pre small letters and digits
Initials neededInitials(std::string_view letters);

/// Sounds are smaller than this, `canBeLeftOut` aside.
std::size_t soundKinds();

/// How many sounds from the first on are named by @p letters (small letters and digits), all of which must
/// be used; 0 where they do not fit.
std::size_t soundsNamed(std::span<const Sound> sounds, std::string_view letters);

/// The readings of a character without tones, ü as v and as u; empty where none is known.
std::vector<std::string_view> readingsOf(char32_t character);

} // namespace rangedesk
