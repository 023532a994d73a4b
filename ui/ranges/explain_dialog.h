// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/entry_rows.h"
#include "models/explain_rows.h"
#include "ranges/both_rules.h"
#include "ranges/pending_edits.h"
#include "rules/customer_match.h"

#include <QButtonGroup>
#include <QDialog>
#include <QMenu>
#include <QSplitter>

namespace rangedesk::ui {

/// What a customer may sell, and why; or a customer that is thought up. How rules combine is a choice that
/// stands beside the answer: the vendor's pages do not say.
class ExplainDialog : public QDialog
{
    Q_OBJECT
public:
    /// Rules that were not read yet are read now.
    ExplainDialog(Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                  std::shared_ptr<const RuleRows> ownRules, QWidget* parent);

    /// The assumption that was chosen last.
    static RulePolicy keptPolicy();
    void setCustomer(const Picked& customer);
    /// Another customer beside it; nothing: no longer.
    void compareWith(const std::optional<Picked>& customer);
    /// A value of a thought-up customer, or one that the catalogue lacks.
    void setValue(Dimension dimension, const Picked& value);
    /// Back to what the catalogue knows of the customer; where it stands so already, it is left open.
    void clearValue(Dimension dimension);
    /// A customer that there is not: nothing is filled yet.
    void thinkUp();
    ~ExplainDialog() override;
    /// Esc clears the search first.
    void reject() override;
    /// What F6 goes round.
    std::vector<QWidget*> panes() const;
    ExplainModel* model() const { return m_model; }
    TableView* table() const { return m_table; }

private:
    void addKeys();
    void nextPane(int by);
    void rememberPlace(QSplitter* splitter);
    QWidget* makeLeft();
    QWidget* makeMiddle();
    QWidget* makeRight();
    void pickCustomer();
    void pickOther();
    std::optional<std::uint32_t> entryOf(const Picked& customer) const;
    void pickValue(Dimension dimension);
    void work();
    void showFacts();
    void choose(std::uint32_t facet);
    void showReasons();
    /// A rule that speaks for the customer, to which a product could be added.
    struct Fitting
    {
        RangeTarget target;
        const SaleRule* rule = nullptr;
        std::optional<CustomerMatch::Count> customers = {}; ///< nothing: still being counted
    };
    bool canAddTo(const SaleRule& rule) const;
    void findFitting();
    void countFitting();
    void showAdding(std::optional<std::uint32_t> row);
    void fillMenu();
    bool waits(const RangeTarget& target, const Picked& product) const;
    RangeTarget ownTarget() const;
    void add(const RangeTarget& target);
    std::optional<std::uint32_t> currentRow() const;
    RulePolicy policy() const { return static_cast<RulePolicy>(m_policies->checkedId()); }

    Desk& m_desk;
    PendingEdits& m_edits;
    BothRules* m_both;
    int m_question = 0;                            ///< answers to older ones are dropped
    std::shared_ptr<const ExplainRows> m_answer;   ///< the newest; the table may still be at it
    std::vector<Fitting> m_fitting;                ///< the closest first
    std::shared_ptr<std::atomic<bool>> m_counting; ///< set where the counts are not wanted any more
    std::optional<Picked> m_customer;
    std::optional<Picked> m_other; ///< to compare with
    CustomerFacts m_otherFacts;
    bool m_wantsDiffering = false; ///< the comparison has just begun
    CustomerFacts m_facts;
    /// A value of an attribute, by its id, code and name, and as people read it.
    struct Fact
    {
        std::set<std::string> names;
        QString word;
        bool operator==(const Fact& other) const { return names == other.names; }
    };
    void setFact(Dimension dimension, const std::optional<Fact>& fact);
    std::optional<Fact> knownFact(Dimension dimension) const;
    bool isAsKnown(Dimension dimension) const;

    std::map<Dimension, Fact> m_known;    ///< what the catalogue has of the customer
    std::map<Dimension, QString> m_words; ///< of the values, for people
    ExplainModel* m_model;
    QButtonGroup* m_policies;
    QPushButton* m_pick = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_otherName = nullptr;
    QPushButton* m_endCompare = nullptr;
    std::map<Dimension, QPushButton*> m_values;
    std::map<Dimension, QToolButton*> m_clears;
    QLabel* m_incomplete = nullptr;
    QLabel* m_sum = nullptr;
    QLabel* m_caption = nullptr;
    QLineEdit* m_search = nullptr;
    EquationBar* m_facets = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_reasonTitle = nullptr;
    QLabel* m_reasons = nullptr;
    QPushButton* m_toCustomer = nullptr;
    QPushButton* m_toRule = nullptr;
    QMenu* m_rules = nullptr; ///< to which the product could be added
    QLabel* m_replaces = nullptr;
};

} // namespace rangedesk::ui
