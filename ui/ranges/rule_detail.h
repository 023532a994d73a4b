// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/table_view.h"
#include "models/entry_rows.h"
#include "models/rule_condition_model.h"
#include "models/rule_rows.h"
#include "ranges/pending_edits.h"
#include "ranges/tree_delegate.h"

#include <QCheckBox>
#include <QDateTime>
#include <QTimer>
#include <set>

namespace rangedesk::ui {

/// One rule: what it is, and its products, which are edited here. Nothing is sent: edits wait in
/// PendingEdits.
class RuleDetail : public QFrame
{
    Q_OBJECT
public:
    RuleDetail(Desk& desk, PendingEdits& edits, bool ofCustomers, QWidget* parent);

    /// Shows a rule of the table, or none.
    void setRule(std::shared_ptr<const RuleRows> rows, std::optional<std::uint32_t> row, ReadOnly readOnly);
    /// Where the rules were seen last.
    enum class SeenIn : std::uint8_t {
        Reading,    ///< of all, by this run of the program
        EarlierRun, ///< the same, by an earlier one
        Customers   ///< when some customers were asked for
    };
    /// @param at by this computer's clock; invalid: they were not read
    void setSeen(const QDateTime& at, SeenIn in);
    /// The other chosen rules, of the same rows: a person may edit all of them at once. Call it after
    /// `setRule`.
    /// @param tooMany so many are chosen that they cannot be edited together; 0: they can
    void setOthers(std::vector<std::uint32_t> rows, qint64 tooMany = 0);
    /// Beyond that a sheet does better.
    static constexpr std::size_t mostOthers = 2000;
    TableView* table() const { return m_table; }
    /// Picks products and adds them.
    void addProducts();
    void askWhere();
    bool canEdit() const;

Q_SIGNALS:
    void told(rangedesk::Mark mark, const QString& text);
    void reviewWanted();
    /// Where the current product may be sold is asked for.
    void whereWanted(const rangedesk::Picked& product);

private:
    void build();
    void showConditions();
    void showProducts();
    void showTexts();
    void showNote(const RuleProductRows& all);
    void showPending(const RuleProductRows& all);
    void showSeen();
    void showFigures(const RuleProductRows& all);
    void showRemoving();
    void addMenu(QMenu* menu);
    void toggle(bool mustSell);
    void removeOrRestore();
    std::shared_ptr<const RuleProductRows> shownProducts() const;
    std::optional<ProductEdit> asItIsNow(const RuleProductRows& rows, std::uint32_t at) const;
    std::optional<ProductEdit> currentProduct() const;
    /// Whether the current product is to be removed: then Del brings it back.
    bool isToBeRemoved() const;
    std::vector<int> chosen() const;
    /// An edit of each chosen product, as @p change makes it.
    void edit(const QString& text, const std::function<void(ProductEdit&)>& change);
    /// The rules that an edit is for: the one that is shown, with the others where that is wished.
    std::vector<std::uint32_t> edited() const;
    /// What adds products to a rule; what is there already is counted in @p known.
    static void addTo(const RuleProductRows& all, const std::vector<Picked>& picked,
                      std::vector<PendingEdits::Wish>& wishes, std::size_t& known);
    void apply(const QString& text, std::vector<PendingEdits::Wish> wishes);
    void decide(bool mine);
    bool refuse();

    Desk& m_desk;
    PendingEdits& m_edits;
    bool m_ofCustomers;
    std::shared_ptr<const RuleRows> m_rows;
    std::optional<std::uint32_t> m_row;
    ReadOnly m_readOnly = ReadOnly::No;
    RuleProductModel* m_products;
    QLabel* m_title = nullptr;
    QLabel* m_facts = nullptr;
    QLabel* m_seen = nullptr;
    QDateTime m_seenAt;
    SeenIn m_seenIn = SeenIn::Reading;
    QTimer m_aging; ///< until what was read just now is no longer that
    RuleConditionModel* m_conditions;
    ConditionTreeView* m_tree = nullptr;
    Note* m_note = nullptr;
    QLabel* m_figures = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_add = nullptr;
    QToolButton* m_remove = nullptr;
    QPushButton* m_where = nullptr;
    QCheckBox* m_forAll = nullptr;
    std::vector<std::uint32_t> m_others;
    std::set<std::string> m_tickedFor; ///< targets of the others while m_forAll is ticked
    TableView* m_table = nullptr;
    QFrame* m_pending = nullptr;
    QLabel* m_pendingText = nullptr;
    QPushButton* m_mine = nullptr;
    QPushButton* m_theirs = nullptr;
    QPushButton* m_discard = nullptr;
    QLabel* m_keys = nullptr; ///< of the products
};

} // namespace rangedesk::ui
