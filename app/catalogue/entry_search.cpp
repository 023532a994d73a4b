// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/entry_search.h"

#include "core/text.h"

#include <QStringList>
#include <QThread>
#include <algorithm>
#include <cstring>
#include <functional>
#include <thread>

namespace rangedesk {

namespace {

constexpr std::uint32_t abandonEvery = 16384;

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QStringList wordsOf(const QString& text)
{
    return narrowed(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool isAlphanumeric(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

/// A part of a word that has one spelling, or two: it is looked for, and what stands around it is compared.
struct Anchor
{
    std::size_t at;
    std::size_t length;
};

/// The longest part without ASCII, which has no case and no other width; else a sign.
Anchor anchorOf(std::string_view foldedWord)
{
    Anchor best{0, 0};
    Anchor now{0, 0};
    for (std::size_t i = 0; i < foldedWord.size(); ++i) {
        const bool isOther = static_cast<unsigned char>(foldedWord[i]) >= 0x80;
        now = isOther ? Anchor{now.length > 0 ? now.at : i, now.length + 1} : Anchor{i + 1, 0};
        if (now.length > best.length)
            best = now;
    }
    if (best.length > 0)
        return best;
    const auto sign = std::find_if(foldedWord.begin(), foldedWord.end(), [](char c) {
        return !isAlphanumeric({&c, 1});
    });
    return {static_cast<std::size_t>(sign - foldedWord.begin()), 1};
}

/// As it is, and the full-width form of a sign.
std::vector<std::string> spellingsOf(std::string_view anchor)
{
    std::vector<std::string> spellings{std::string(anchor)};
    const auto c = static_cast<unsigned char>(anchor.front());
    if (c > 0x20 && c < 0x60)
        spellings.push_back({'\xEF', '\xBC', static_cast<char>(c + 0x60)});
    else if (c >= 0x60 && c < 0x7F)
        spellings.push_back({'\xEF', '\xBD', static_cast<char>(c + 0x20)});
    return spellings;
}

/// Where a folded word ends that begins at a place of a text.
std::optional<std::size_t> endOf(std::string_view text, std::size_t at, std::string_view foldedWord)
{
    const char* const end = text.data() + text.size();
    for (const char wanted : foldedWord) {
        if (at >= text.size())
            return std::nullopt;
        const FoldedByte one = foldedAt(text.data() + at, end);
        if (one.byte != wanted)
            return std::nullopt;
        at += one.length;
    }
    return at;
}

/// Where a folded word begins that ends at a place of a text.
std::optional<std::size_t> beginOf(std::string_view text, std::size_t at, std::string_view foldedWord)
{
    constexpr std::size_t wide = 3; // bytes of a full-width form
    for (std::size_t i = foldedWord.size(); i-- > 0;) {
        if (at == 0)
            return std::nullopt;
        const char* const end = text.data() + at;
        FoldedByte one = at >= wide ? foldedAt(end - wide, end) : FoldedByte{0, 1};
        if (one.length != wide)
            one = foldedAt(end - 1, end);
        if (one.byte != foldedWord[i])
            return std::nullopt;
        at -= one.length;
    }
    return at;
}

/// Entries that one thread looks at.
struct EntryRange
{
    std::uint32_t begin;
    std::uint32_t end;
};

std::vector<EntryRange> shares(std::uint32_t entries)
{
    constexpr std::uint32_t fewest = 16384; // a thread's while
    const auto threads = static_cast<std::uint32_t>(std::max(1, QThread::idealThreadCount()));
    const std::uint32_t count = std::clamp(entries / fewest, 1U, threads);
    std::vector<EntryRange> all;
    for (std::uint32_t i = 0; i < count; ++i)
        all.push_back({static_cast<std::uint32_t>(std::uint64_t{entries} * i / count),
                       static_cast<std::uint32_t>(std::uint64_t{entries} * (i + 1) / count)});
    return all;
}

/// What is looked for: a part byte for byte, and around it folded.
struct Wanted
{
    std::string_view part;
    std::string_view before = {};
    std::string_view behind = {};
};

/// Tells each entry in whose part of a long text a word stands; an entry once.
class TextScan
{
public:
    /// @param begin, end of the word in the entry's part
    using Found = std::function<void(std::uint32_t entry, std::size_t begin, std::size_t end)>;

    TextScan(const std::string& text, const std::vector<std::uint32_t>& starts)
        : m_text(text), m_starts(starts)
    {}

    void operator()(EntryRange range, const Wanted& wanted, const std::atomic<bool>& abandon,
                    const Found& found) const
    {
        const std::string_view word = wanted.part;
        const std::boyer_moore_horspool_searcher searcher(word.begin(), word.end());
        const char* const begin = m_text.data();
        const char* const first = begin + m_starts[range.begin];
        const char* const end = begin + m_starts[range.end];
        const auto rare = rareByte({first, static_cast<std::size_t>(end - first)}, word);
        const auto next = [&](const char* from) {
            return rare ? findBy(*rare, word, from, end) : std::search(from, end, searcher);
        };
        std::uint32_t entry = range.begin;
        std::uint32_t hits = 0;
        for (const char* at = first; at < end;) {
            at = next(at);
            if (at == end || (++hits % abandonEvery == 0 && abandon))
                return;
            const auto place = static_cast<std::uint32_t>(at - begin);
            // In the long text at first: most places differ in the next byte already.
            const auto wordBegin = beginOf(m_text, place, wanted.before);
            const auto wordEnd = wordBegin ? endOf(m_text, place + word.size(), wanted.behind) : std::nullopt;
            if (!wordEnd) {
                ++at;
                continue;
            }
            entry = entryAt(place, entry);
            const std::size_t start = m_starts[entry];
            if (*wordBegin < start || *wordEnd > m_starts[entry + 1]) { // it is of two entries
                ++at;
                continue;
            }
            found(entry, *wordBegin - start, *wordEnd - start);
            at = begin + m_starts[entry + 1];
        }
    }

private:
    /// A byte of the word that is so rare in the text that looking for it alone is the fastest; nothing where
    /// skipping by the whole word is.
    static std::optional<std::size_t> rareByte(std::string_view text, std::string_view word)
    {
        constexpr std::size_t sample = 32UL * 1024;
        constexpr std::size_t rarely = sample / 32;
        std::array<std::size_t, 256> counts{};
        for (const char c : text.substr(0, sample))
            ++counts.at(static_cast<unsigned char>(c));
        std::size_t best = 0;
        for (std::size_t i = 1; i < word.size(); ++i) {
            if (counts.at(static_cast<unsigned char>(word[i])) <
                counts.at(static_cast<unsigned char>(word[best])))
                best = i;
        }
        const bool isRare = counts.at(static_cast<unsigned char>(word[best])) < rarely;
        return isRare || word.size() == 1 ? std::optional(best) : std::nullopt;
    }

    static const char* findBy(std::size_t rare, std::string_view word, const char* from, const char* end)
    {
        while (static_cast<std::size_t>(end - from) >= word.size()) {
            const auto left = static_cast<std::size_t>(end - from) - word.size() + 1;
            const void* hit = std::memchr(from + rare, word[rare], left);
            if (hit == nullptr)
                return end;
            from = static_cast<const char*>(hit) - rare;
            if (std::memcmp(from, word.data(), word.size()) == 0)
                return from;
            ++from;
        }
        return end;
    }

    /// The entry that holds a place, looked for from an earlier one on, in steps that double.
    std::uint32_t entryAt(std::uint32_t place, std::uint32_t from) const
    {
        std::size_t step = 1;
        std::size_t low = from;
        while (low + step < m_starts.size() && m_starts[low + step] <= place) {
            low += step;
            step *= 2;
        }
        const std::size_t high = std::min(low + step, m_starts.size());
        const auto first = m_starts.begin() + static_cast<std::ptrdiff_t>(low);
        const auto last = m_starts.begin() + static_cast<std::ptrdiff_t>(high);
        return static_cast<std::uint32_t>(std::upper_bound(first, last, place) - m_starts.begin() - 1);
    }

    const std::string& m_text;
    const std::vector<std::uint32_t>& m_starts;
};

class WordFits
{
public:
    WordFits(const EntryList& list, const std::atomic<bool>& abandon) : m_list(list), m_abandon(abandon) {}

    /// @param earlier what the words before it found: others need not be looked at
    std::vector<Fit> operator()(const QString& word, const std::vector<Fit>& earlier)
    {
        m_fits.assign(m_list.size(), Fit::None);
        const std::string folded = foldedForSearch(toUtf8(word));
        if (folded.empty() || m_fits.empty())
            return std::move(m_fits);
        const auto look = [&](EntryRange range) {
            inCodes(range, folded);
            if (isAlphanumeric(folded))
                inSounds(range, folded, earlier);
            else
                inNames(range, folded);
        };
        // Threads of their own: this runs in a thread of a pool, and pools that wait for themselves stand
        // still.
        const std::vector<EntryRange> ranges = shares(static_cast<std::uint32_t>(m_list.size()));
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < ranges.size(); ++i)
            helpers.emplace_back(look, ranges[i]);
        look(ranges.front());
        helpers.clear(); // waits
        return std::move(m_fits);
    }

private:
    void raise(std::uint32_t entry, Fit fit) { m_fits[entry] = std::max(m_fits[entry], fit); }

    void inCodes(EntryRange range, const std::string& word)
    {
        TextScan(m_list.codes(), m_list.codeStarts())(
            range, {word}, m_abandon, [&](std::uint32_t entry, std::size_t, std::size_t) {
                const std::size_t start = m_list.codeStarts()[entry];
                const std::string_view all =
                    std::string_view(m_list.codes()).substr(start, m_list.codeStarts()[entry + 1] - start);
                raise(entry, fitOfFields(all, word));
            });
    }

    /// The best of code, external id and id.
    static Fit fitOfFields(std::string_view all, std::string_view word)
    {
        Fit best = Fit::Inside;
        while (!all.empty()) {
            const std::string_view field = all.substr(0, all.find(EntryList::fieldEnd));
            if (field.starts_with(word))
                best = std::max(best, field.size() == word.size() ? Fit::Whole : Fit::Begins);
            all.remove_prefix(field.size() + 1);
        }
        return best;
    }

    /// Names are not folded beforehand: most are Chinese alone, and a million of them would stand there
    /// twice.
    void inNames(EntryRange range, std::string_view word)
    {
        const Anchor anchor = anchorOf(word);
        for (const std::string& spelling : spellingsOf(word.substr(anchor.at, anchor.length))) {
            const Wanted wanted{spelling, word.substr(0, anchor.at), word.substr(anchor.at + anchor.length)};
            TextScan(m_list.names(), m_list.nameStarts())(
                range, wanted, m_abandon, [&](std::uint32_t entry, std::size_t begin, std::size_t end) {
                    raise(entry, begin > 0                          ? Fit::Inside
                                 : end == m_list.name(entry).size() ? Fit::Whole
                                                                    : Fit::Begins);
                });
        }
    }

    void inSounds(EntryRange range, const std::string& letters, const std::vector<Fit>& earlier)
    {
        const std::vector<Sound>& sounds = m_list.sounds();
        const std::vector<std::uint32_t>& starts = m_list.soundStarts();
        const Initials needed = neededInitials(letters);
        const Initials first = initialOf(letters.front());
        // Which sounds the first letter can begin, worked out once.
        std::vector<char> begins(soundKinds(), 0);
        for (std::size_t s = 0; s < soundKinds(); ++s)
            begins[s] = (initialsOf(static_cast<Sound>(s)) & first) != 0 ? 1 : 0;
        for (std::uint32_t entry = range.begin; entry < range.end; ++entry) {
            if (entry % abandonEvery == 0 && m_abandon)
                return;
            const bool isLeft = earlier.empty() || earlier[entry] != Fit::None;
            if (!isLeft || (m_list.initials()[entry] & needed) != needed)
                continue;
            const std::span<const Sound> name(sounds.data() + starts[entry],
                                              starts[entry + 1] - starts[entry]);
            if (letters.size() == 1) { // one sound, and it is known that there is one
                const bool isFirst = begins[name.front() & (canBeLeftOut - 1)] != 0;
                raise(entry, !isFirst ? Fit::Inside : name.size() == 1 ? Fit::Begins : Fit::BySound);
                continue;
            }
            for (std::size_t at = 0; at < name.size(); ++at) {
                if (begins[name[at] & (canBeLeftOut - 1)] == 0)
                    continue;
                const std::size_t count = soundsNamed(name.subspan(at), letters);
                if (count == 0)
                    continue;
                raise(entry, at > 0 ? Fit::Inside : count == name.size() ? Fit::Begins : Fit::BySound);
                break;
            }
        }
    }

    const EntryList& m_list;
    const std::atomic<bool>& m_abandon;
    std::vector<Fit> m_fits;
};

} // namespace

std::vector<Fit> fits(const EntryList& list, const QString& text, const std::atomic<bool>& abandon)
{
    std::vector<Fit> all;
    WordFits fitsOf(list, abandon);
    for (const QString& word : wordsOf(text)) {
        std::vector<Fit> fits = fitsOf(word, all);
        if (all.empty()) {
            all = std::move(fits);
            continue;
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = std::min(all[i], fits[i]);
    }
    if (all.empty())
        all.assign(list.size(), Fit::Inside);
    return all;
}

std::vector<std::uint32_t> search(const EntryList& list, const QString& text,
                                  const std::atomic<bool>& abandon)
{
    const std::vector<Fit> all = fits(list, text, abandon);
    std::array<std::vector<std::uint32_t>, static_cast<std::size_t>(Fit::Whole) + 1> byFit;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i] != Fit::None)
            byFit.at(static_cast<std::size_t>(all[i])).push_back(i);
    }
    std::vector<std::uint32_t> found;
    for (const Fit fit : {Fit::Whole, Fit::Begins, Fit::BySound, Fit::Inside}) {
        const std::vector<std::uint32_t>& entries = byFit.at(static_cast<std::size_t>(fit));
        found.insert(found.end(), entries.begin(), entries.end());
    }
    return found;
}

std::vector<std::pair<int, int>> matchedParts(const QString& name, const QString& text)
{
    std::vector<std::pair<int, int>> parts;
    const QString narrow = narrowed(name);
    for (const QString& word : wordsOf(text)) {
        const qsizetype at = narrow.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0) {
            parts.emplace_back(static_cast<int>(at), static_cast<int>(word.size()));
            continue;
        }
        const std::string letters = foldedForSearch(toUtf8(word));
        if (letters.empty() || !isAscii(letters))
            continue;
        std::vector<Sound> sounds;
        appendSounds(sounds, toUtf8(name));
        // Sounds count code points, the screen counts UTF-16 units.
        const QList<uint> points = name.toUcs4();
        const auto units = [&points](std::size_t from, std::size_t count) {
            int sum = 0;
            for (std::size_t i = from; i < from + count; ++i)
                sum += QChar::requiresSurrogates(points[static_cast<qsizetype>(i)]) ? 2 : 1;
            return sum;
        };
        for (std::size_t i = 0; i < sounds.size(); ++i) {
            const std::size_t count = soundsNamed(std::span(sounds).subspan(i), letters);
            if (count > 0) {
                parts.emplace_back(units(0, i), units(i, count));
                break;
            }
        }
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

} // namespace rangedesk
