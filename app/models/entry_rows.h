// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"
#include "catalogue/picks.h"
#include "models/facet_model.h"
#include "models/row_model.h"

#include <unordered_map>
#include <unordered_set>

namespace rangedesk {

/// What a picked entry is named by in a request: its id where it has one of the server's, else its code, else
/// its name; or as a person typed it.
struct Picked
{
    SelectBy by = SelectBy::Id;
    std::string value;
    std::string code = {};
    std::string name = {}; ///< empty where the catalogue does not know it

    static Picked of(const EntryList& list, std::uint32_t entry);
    /// Name and code for people.
    QString text() const;
    bool operator==(const Picked&) const = default;
};

/// The entries that were picked so far, in their order.
class Basket
{
public:
    bool holds(std::uint32_t entry) const { return m_held.contains(entry); }
    /// @returns whether it was not there yet
    bool add(std::uint32_t entry);
    void remove(std::uint32_t entry) { remove(std::vector<std::uint32_t>{entry}); }
    void remove(const std::vector<std::uint32_t>& entries);
    void clear();
    std::size_t size() const { return m_entries.size(); }
    const std::vector<std::uint32_t>& entries() const { return m_entries; }

private:
    std::vector<std::uint32_t> m_entries;
    std::unordered_set<std::uint32_t> m_held;
};

/// Entries of the catalogue of one kind. Groups of choices are its attributes, by number.
class EntryRows final : public RowSource
{
public:
    enum Facet : std::uint32_t { Favourite = 1U << 0U, Recent = 1U << 1U };

    explicit EntryRows(std::shared_ptr<const EntryList> list) : m_list(std::move(list)) {}
    /// @param picks what is a favourite, or was picked of late
    /// @param picksFirst they stand before all others as long as nothing is typed
    EntryRows(std::shared_ptr<const EntryList> list, EntryKind kind, const Picks& picks,
              bool picksFirst = false);

    const EntryList& list() const { return *m_list; }
    const std::shared_ptr<const EntryList>& shared() const { return m_list; }
    std::size_t size() const override { return m_list->size(); }
    std::uint64_t key(std::uint32_t row) const override;
    std::uint32_t facets(std::uint32_t row) const override;
    std::int64_t count(Facet facet) const;
    std::uint64_t valueIn(std::uint32_t row, int group) const override;
    Matcher matcher(const std::string& word) const override;
    std::string sortKey(std::uint32_t row, int column) const override;
    /// By what was typed, the best first.
    std::vector<std::uint32_t> select(const RowQuery& query, const Abandon& abandon) const override;

private:
    void putPicksFirst(std::vector<std::uint32_t>& rows) const;

    std::shared_ptr<const EntryList> m_list;
    bool m_picksFirst = false;
    std::unordered_map<std::uint32_t, std::uint32_t> m_facets; ///< of the few rows that have any
    std::vector<std::uint32_t> m_recent;                       ///< the newest first
};

/// A table of entries to pick from: a check box, name, codes, and what reference lists tell.
class EntryModel : public RowModel
{
    Q_OBJECT
public:
    enum class Column : std::uint8_t { Check, Name, Favourite, Code, SourceCode, Id, FirstAttribute };
    static constexpr int mostAttributes = 6;

    using RowModel::RowModel;

    /// To be called once, before there are rows. @param basket nullptr: nothing can be checked
    void setUp(const Basket* basket, int attributes);
    std::shared_ptr<const EntryRows> rows() const
    {
        return std::static_pointer_cast<const EntryRows>(source());
    }
    /// The basket changed.
    void tellBasket();

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::uint32_t row, int column, int role) const override;

private:
    const Basket* m_basket = nullptr;
    int m_attributes = 0;
};

/// Whether `attributeGroups` takes long enough to be left to a worker.
bool hasManyValues(const EntryList& list);
/// The attributes of a list to filter by, the most frequent values first; a group is named by the number of
/// its attribute, a value by its own.
std::vector<FacetModel::Group> attributeGroups(const EntryList& list);

/// The picked ones, one a line.
class BasketModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setUp(std::shared_ptr<const EntryList> list, const Basket* basket);
    /// The basket changed.
    void tell();
    std::uint32_t entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const EntryList> m_list;
    const Basket* m_basket = nullptr;
    std::vector<std::uint32_t> m_entries;
};

} // namespace rangedesk
