// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/packed_entries.h"
#include "catalogue/pinyin.h"
#include "core/catalogue_entry.h"
#include "core/selector.h"

#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rangedesk {

class JoinedEntries;

/// The entries of one kind, in the order of their codes, made for searching: a few long texts instead of
/// millions of small ones. It never changes; workers read it without locks.
class EntryList
{
public:
    /// What an attribute says of the entries: `values[valueOf[i] - 1]`, nothing where `valueOf[i]` is 0.
    struct Attribute
    {
        std::string name;
        std::vector<std::string> values;
        std::vector<std::uint32_t> valueOf;
        std::vector<std::int64_t> counts; ///< of each value
    };

    EntryList() = default;
    /// @param earlier kept where @p news says nothing of the same id. What @p news leaves empty is kept, too.
    EntryList(const EntryList& earlier, const PackedEntries& news);
    EntryList(const EntryList& earlier, std::vector<CatalogueEntry> news);

    std::size_t size() const { return m_name.empty() ? 0 : m_name.size() - 1; }
    std::string_view name(std::uint32_t entry) const { return piece(m_names, m_name, entry); }
    std::string_view code(std::uint32_t entry) const { return field(entry, 0); }
    std::string_view sourceCode(std::uint32_t entry) const { return field(entry, 1); }
    std::string_view id(std::uint32_t entry) const { return field(entry, 2); }
    /// What people know it by: its code, else its id where that is the server's, else its external id.
    std::string_view label(std::uint32_t entry) const;
    /// Ids that are made up, because a list told none.
    std::vector<std::string> madeUpIds() const;
    EntryOrigin origin(std::uint32_t entry) const { return m_origins[entry]; }
    CatalogueEntry entry(std::uint32_t entry) const;
    const std::vector<Attribute>& attributes() const { return m_attributes; }
    /// The value of an attribute, empty where there is none.
    std::string_view attribute(std::uint32_t entry, std::string_view name) const;

    /// Those with an id; nullopt for none.
    std::optional<std::uint32_t> withId(std::string_view id) const;
    /// Of each text, which entries it names exactly: as code, external id, id or name, where @p by does not
    /// say which. One walk over all entries.
    std::vector<std::vector<std::uint32_t>> named(const std::vector<std::string>& texts,
                                                  std::optional<SelectBy> by = {}) const;

    /// The same of one text.
    std::vector<std::uint32_t> namedBy(const std::string& text, SelectBy by) const
    {
        return std::move(named({text}, by).front());
    }

    // For searching: the long texts, and where each entry begins in them (one more than there are entries).
    const std::string& names() const { return m_names; }
    const std::vector<std::uint32_t>& nameStarts() const { return m_name; }
    /// Code, external id and id, folded for searching, each ended by fieldEnd.
    const std::string& codes() const { return m_folded.empty() ? m_codes : m_folded; }
    const std::vector<std::uint32_t>& codeStarts() const
    {
        return m_foldedCode.empty() ? m_code : m_foldedCode;
    }
    const std::vector<Sound>& sounds() const { return m_sounds; }
    const std::vector<std::uint32_t>& soundStarts() const { return m_sound; }
    /// By entry, all that can begin one of its sounds.
    const std::vector<Initials>& initials() const { return m_initials; }
    static constexpr char fieldEnd = PackedEntries::fieldEnd;

private:
    std::string_view piece(const std::string& text, const std::vector<std::uint32_t>& starts,
                           std::uint32_t entry) const
    {
        return std::string_view(text).substr(starts[entry], starts[entry + 1] - starts[entry]);
    }
    std::string_view field(std::uint32_t entry, int number) const;
    void foldCodes();
    void reserve(const JoinedEntries& all);
    void addAttributes(const JoinedEntries& all);

    std::string m_names;
    std::vector<std::uint32_t> m_name;
    std::string m_codes;
    std::string m_folded;                    ///< the same folded; empty where that changes nothing
    std::vector<std::uint32_t> m_foldedCode; ///< empty where they begin in the same places
    std::vector<std::uint32_t> m_code;
    std::vector<Sound> m_sounds;
    std::vector<std::uint32_t> m_sound;
    std::vector<Initials> m_initials;
    std::vector<EntryOrigin> m_origins;
    std::vector<Attribute> m_attributes;
    std::vector<std::uint32_t> m_byId; ///< entries in the order of their ids
};

/// What an attribute is called on the screen: the dimension's name, or its heading.
QString attributeName(const std::string& name);

} // namespace rangedesk
