// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_page.h"
#include "models/rule_rows.h"

namespace rangedesk::ui {

/// Sale ranges by condition, or the rules of customers, with the products of the chosen one beside them.
class RulePage : public ListPage
{
    Q_OBJECT
public:
    RulePage(Desk& desk, bool ofCustomers, QWidget* parent);

protected:
    Texts texts() const override;
    void startReading(const std::shared_ptr<ReadingProgress>& progress,
                      const std::optional<QDateTime>& since) override;
    void showDetail(int row) override;
    std::vector<EquationBar::Term> facetTerms() const override;

private:
    QWidget* makeDetail();

    bool m_ofCustomers;
    RuleModel* m_rules;
    RuleProductModel* m_products;
    TableView* m_productTable = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_facts = nullptr;
    QLabel* m_figures = nullptr;
    QLineEdit* m_productSearch = nullptr;
    Note* m_cutNote = nullptr;
    std::shared_ptr<const RuleRows> m_newest; ///< as read last; the model may still be at it
    std::optional<std::uint64_t> m_shownKey;
    std::shared_ptr<const RuleRows> m_shownRows;
};

} // namespace rangedesk::ui
