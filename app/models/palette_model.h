// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "models/rule_rows.h"

#include <QAbstractListModel>
#include <atomic>
#include <mutex>

namespace rangedesk {

/// Something to go to or to do: a command, or an entry of the catalogue.
struct PaletteHit
{
    QString text;
    QString more; ///< what kind of entry it is, with its code; or the command's key
    int command = -1;
    EntryKind kind = EntryKind::Customer;   ///< of an entry
    std::string id = {};                    ///< of an entry
    std::optional<std::uint64_t> rule = {}; ///< key of a rule
    bool ofCustomers = false;               ///< the rule
};

/// Rules in force, made for searching as entries are: by any part of their conditions or customers, names,
/// codes or ids, and by pinyin. Workers share one.
class RuleIndex
{
public:
    explicit RuleIndex(std::shared_ptr<const RuleRows> rules) : m_rules(std::move(rules)) {}

    const std::shared_ptr<const RuleRows>& rules() const { return m_rules; }
    /// The rows that fit, the best first. The first call takes a while for many rules.
    std::vector<std::uint32_t> find(const QString& text, const std::atomic<bool>& abandon) const;

private:
    void build() const;

    std::shared_ptr<const RuleRows> m_rules;
    mutable std::once_flag m_isBuilt;
    mutable EntryList m_names;
};

/// The rules that are known, of either kind; what was never read is nullptr.
using ReadRules = std::array<std::shared_ptr<const RuleIndex>, 2>;

/// What fits @p text, commands first, then entries of each kind, the best of each first, then rules by their
/// conditions or customers. Commands alone where nothing is typed. @param commands their names; an entry's id
/// is the number of the command. Call it in a worker.
std::vector<PaletteHit> findAnything(const EntryList& commands, const Catalogue& catalogue,
                                     const QString& text, const std::atomic<bool>& abandon,
                                     const ReadRules& rules = {});

/// The hits, one a row.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<PaletteHit> hits);
    const PaletteHit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PaletteHit> m_hits;
};

} // namespace rangedesk
