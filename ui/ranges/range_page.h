// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/follow_up.h"
#include "lists/list_page.h"
#include "models/draft_models.h"
#include "models/edit_rows.h"
#include "models/rule_rows.h"
#include "ranges/pending_edits.h"
#include "ranges/rule_facets.h"

namespace rangedesk::ui {

class RuleDetail;
class TreeEditor;

/// Sale ranges by condition, or the rules of customers, with the products of the chosen one beside them. All
/// edits are local until they are reviewed and posted like a sheet.
class RangePage : public ListPage
{
    Q_OBJECT
public:
    RangePage(Desk& desk, PendingEdits& edits, bool ofCustomers, QWidget* parent);

    /// A new range from a condition tree, or customers picked.
    void create();
    void editConditions();
    /// What the chosen rules have, for other customers or in a condition tree.
    void copyProducts();
    void clearChosen();
    /// Customers that the page is about from now on: only they are shown, and new products go to all of them.
    void pickBasket();
    void setBasket(std::vector<Picked> customers);
    /// All customers are shown again.
    void dropBasket();
    /// Reads what changed on the server, lets a person decide on what others changed meanwhile, and compares
    /// all edits for the review.
    void review();
    /// Every edit of this kind, after a question.
    void discardAll();
    /// The edits that wait, one by one. @pre edits wait
    void listEdits();
    const PendingEdits& edits() const { return m_edits; }
    RuleDetail* detail() const { return m_detail; }
    /// As read last; nullptr: not yet.
    std::shared_ptr<const RuleRows> rules() const { return m_hasRead ? m_newest : nullptr; }
    /// The same where it was read by this run of the program: answers do not stand on older lists.
    std::shared_ptr<const RuleRows> freshRules() const { return isOfEarlierRun() ? nullptr : rules(); }
    void explain();
    /// Goes to a rule, whatever was searched.
    void goToRule(std::uint64_t key) { goToKey(key); }
    /// What is odd about the rules that were read, with proposals.
    void checkHealth();
    /// After a job of this kind.
    void refreshWhatWasRead();
    void shown() override;
    bool reviewEdits() override;

Q_SIGNALS:
    /// What a customer may sell is asked for; the chosen one where there is one.
    void explainWanted(const std::optional<rangedesk::Picked>& customer);
    /// Where a product may be sold is asked for; without one: what the edits that wait change.
    void reachWanted(const std::optional<rangedesk::Picked>& product);
    /// Changes to be compared and reviewed.
    void reviewed(const rangedesk::FollowUp& set);

protected:
    Texts texts() const override;
    void startReading(const std::shared_ptr<ReadingProgress>& progress,
                      const std::optional<QDateTime>& since) override;
    bool startLoading() override;
    void showDetail(int row) override;
    void showOthers();
    void clearFilters() override;
    std::vector<EquationBar::Term> facetTerms() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFacetPane();
    void run(TreeEditor& editor);
    void goToTarget(const RangeTarget& target);
    void addButtons();
    void addEditTools();
    void addMenu(QMenu* menu);
    void undo();
    void redo();
    void askEffect();
    qint64 waitingEdits() const;
    void showEdits();
    void showButtons();
    void showClearing();
    bool isReplaced(const RangeEdits::Clearing& clearing) const;
    void reviewClearing(const std::string& oldKey);
    void lookAtBasket();
    void narrowToBasket();
    void showBasket(qint64 have);
    void tellSeen();
    bool addOwnWay(StatePanel& empty) override;
    QString partText() const override;
    void showOnlyByCustomer();
    void rebuildRows();
    /// Reads what changed, then does it; not where the reading fails or is cancelled.
    void readThen(std::function<void()> act);
    void decideAndCompare();
    void settleAndCompare(const EditRows& rows);
    void compareEdits();
    void post(const Result<FollowUp>& set);
    /// A target, and what it listed when it was looked at; 0: as read last.
    struct ToClear
    {
        RangeTarget target;
        std::uint32_t digest = 0;
    };
    void clear(const std::vector<ToClear>& targets);
    void addToCustomers(const std::vector<DraftProduct>& products, const QString& title);
    std::optional<std::uint32_t> rowToCopy();
    QString suppliersLost(const std::vector<DraftProduct>& products) const;
    void showRows(const std::shared_ptr<const RuleRows>& rows);
    void showRead(const std::shared_ptr<const RuleRows>& rows, const EnabledSet& enabled);
    std::vector<std::uint32_t> chosen() const;
    qint64 editedTargets() const;
    ChangeKind kind() const
    {
        return m_ofCustomers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
    }

    bool m_ofCustomers;
    PendingEdits& m_edits;
    RuleModel* m_rules;
    RuleDetail* m_detail;
    FacetPane* m_facetPane = nullptr;
    RuleFacets* m_facets = nullptr;       ///< where there is a pane
    QPushButton* m_facetToggle = nullptr; ///< in a narrow window, which has no room for the pane
    EnabledSet m_enabled;
    bool m_hasRead = false;
    QPushButton* m_health = nullptr;
    QPushButton* m_effect = nullptr;
    QToolButton* m_list = nullptr; ///< of the edits that wait
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QPushButton* m_explain = nullptr;
    QPushButton* m_pick = nullptr; ///< customers to work on
    QPushButton* m_new = nullptr;
    QPushButton* m_conditions = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_review = nullptr;
    std::shared_ptr<const RuleRows> m_newest; ///< as read last; the model may still be at it
    bool m_isRebuilding = false;
    std::function<void()> m_afterReading; ///< what a person asked for and needs what changed first
    bool m_tellsClearing = false;
    std::optional<Error> m_onlyByCustomer; ///< the server tells no more; its words
    QDateTime m_partReadAt;                ///< of the rules of some customers alone
    std::size_t m_refusedCustomers = 0;    ///< of the basket: the server would not show them
    std::vector<Picked> m_basket;          ///< the customers that the page is about; none: all
    quint64 m_basketWish = 0;              ///< counts who is picked: the newest wish wins
    Note* m_basketNote = nullptr;          ///< tells whose; beside what a reading has to say
};

} // namespace rangedesk::ui
