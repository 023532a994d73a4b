// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/draft_models.h"
#include "session/desk.h"

#include <QSpinBox>

namespace rangedesk::ui {

/// Beside a condition tree: into how many ranges it expands, what they are on the server, and the products
/// that they get.
class TreeSide : public QFrame
{
    Q_OBJECT
public:
    TreeSide(Desk& desk, std::shared_ptr<const RuleRows> rules, QWidget* parent);

    /// Works the ranges out again, in a worker; the newest tree wins.
    void setTree(const ConditionTree& tree, int problems);
    void addProducts(std::vector<DraftProduct> products);
    void setProducts(std::vector<DraftProduct> products);
    void pickProducts();
    const std::vector<ExpandedRange>& ranges() const { return m_expanded->ranges(); }
    const std::vector<DraftProduct>& products() const { return m_products->products(); }
    /// The ranges shown are those of the tree.
    bool isSettled() const { return !m_isWorking; }
    bool isOverLimit() const { return rangeCount(m_tree) > static_cast<std::uint64_t>(m_limit->value()); }
    TableView* productTable() const { return m_productTable; }
    TableView* rangeTable() const { return m_rangeTable; }

Q_SIGNALS:
    void changed();
    /// A person edited the products. @param before as they were
    void productsEdited(const std::vector<rangedesk::DraftProduct>& before);

private:
    /// Does something to the products, and tells it.
    void edit(const std::function<void()>& act);
    void work();
    void showTexts();
    void addMenu(QMenu* menu);
    void toggle(DraftProductModel::Column column);
    void removeChosen();

    Desk& m_desk;
    std::shared_ptr<const RuleRows> m_rules;
    ConditionTree m_tree;
    int m_problems = 0;
    bool m_isWorking = false;
    bool m_isStale = false;
    ExpandedModel* m_expanded;
    DraftProductModel* m_products;
    QLabel* m_sum = nullptr;
    QLabel* m_factors = nullptr;
    Note* m_note = nullptr;
    QSpinBox* m_limit = nullptr;
    QLabel* m_limitLabel = nullptr;
    TableView* m_rangeTable = nullptr;
    QLabel* m_legend = nullptr;
    QLabel* m_productTitle = nullptr;
    QPushButton* m_add = nullptr;
    QToolButton* m_remove = nullptr;
    TableView* m_productTable = nullptr;
};

} // namespace rangedesk::ui
