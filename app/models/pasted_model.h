// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/entry_list.h"
#include "models/mark.h"

#include <QAbstractListModel>
#include <memory>

namespace rangedesk {

/// A text of a pasted column, and which entries it may mean.
struct PastedText
{
    std::string text;
    std::vector<std::uint32_t> entries; ///< one: found; several: ambiguous; none: not in the catalogue
    std::vector<std::string> near;      ///< what it may have been, by id, where it names none
    bool isDamaged = false;             ///< a spreadsheet took digits away
};

struct PastedColumn
{
    std::vector<PastedText> texts; ///< each once, in their order
    std::size_t pasted = 0;        ///< lines that were not blank
    std::size_t repeated = 0;

    std::size_t found() const { return count(1, 1); }
    std::size_t ambiguous() const { return count(2, ~std::size_t{0}); }
    std::size_t unknown() const { return count(0, 0); }

private:
    std::size_t count(std::size_t least, std::size_t most) const;
};

/// Which entries a column of codes, external ids, ids or names means: the first cell of each line. Takes a
/// while for many: call it in a worker.
PastedColumn resolvePasted(const EntryList& list, const QString& text);

/// What became of a pasted column, one text a line.
class PastedModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setColumn(std::shared_ptr<const EntryList> list, PastedColumn column);
    const PastedColumn& column() const { return m_column; }
    /// Only those that need a decision.
    void setOnlyProblems(bool only);
    const PastedText& at(int row) const { return m_column.texts[m_shown[static_cast<std::size_t>(row)]]; }
    /// A person says which entry a text means.
    void decide(int row, std::uint32_t entry);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void show();

    std::shared_ptr<const EntryList> m_list;
    PastedColumn m_column;
    std::vector<std::size_t> m_shown;
    bool m_onlyProblems = false;
};

} // namespace rangedesk
