// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace rangedesk {

/// Groups of values to filter by, each value with how many rows have it. Values that are checked within a
/// group are alternatives; groups must all hold.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    struct Value
    {
        std::uint64_t number; ///< as the rows know it
        QString text;
        qint64 count = 0;
    };
    struct Group
    {
        int number; ///< as the rows know it
        QString name;
        std::vector<Value> values;
        /// So many are listed at most, what is chosen aside: the rest is found by typing. 0: all
        std::size_t mostListed = 0;
        std::size_t total = 0; ///< where there are more values than the group holds
    };
    using Choices = std::map<int, std::set<std::uint64_t>>;

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows other groups; what was checked stays where it is still there. Only values holding @p text.
    void setGroups(std::vector<Group> groups);
    void setText(const QString& text);
    const Choices& choices() const { return m_choices; }
    void clear();
    /// Number of values that are checked.
    int chosenCount() const;
    void toggle(const QModelIndex& index);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosen();

private:
    void rebuild();
    static constexpr quintptr topLevel = ~quintptr{0};

    std::vector<Group> m_all;
    std::vector<Group> m_shown; ///< those whose values hold the text
    QString m_text;
    Choices m_choices;
};

} // namespace rangedesk
