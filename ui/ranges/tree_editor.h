// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/condition_tree_model.h"
#include "pickers/picker_field.h"
#include "ranges/pending_edits.h"
#include "ranges/tree_side.h"

#include <QDialog>
#include <QListView>
#include <QStandardItemModel>
#include <QTreeView>

namespace rangedesk::ui {

/// New ranges from a condition tree, or other conditions for a rule that is there. What it gives are edits
/// that wait to be posted, like any other.
class TreeEditor : public QDialog
{
    Q_OBJECT
public:
    /// @param rules as they were read last; nullptr: none were
    /// @param original the rule whose conditions are edited; none: new ranges
    TreeEditor(Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
               const EnabledSet& enabled, std::optional<std::uint32_t> original, QWidget* parent);

    /// Starts with these conditions.
    void setTree(ConditionTree tree);
    const ConditionTree& tree() const { return m_model->tree(); }
    ConditionTreeModel* model() const { return m_model; }
    TreeSide* side() const { return m_side; }
    /// The targets that got edits. @pre accepted
    const std::vector<RangeTarget>& applied() const { return m_applied; }

    /// The dimensions of the company, where they are known by now.
    const EnabledSet& enabled() const { return m_enabled; }

    ~TreeEditor() override;
    void accept() override;
    void reject() override;

private:
    class Command;
    class ProductCommand;
    void build();
    void countUses();
    void askEnabled();
    QWidget* makeLeft();
    QWidget* makeMiddle();
    void addKeys();
    /// What can be done with the current condition or value: by key, by menu and, some of it, by @p buttons.
    void addTreeActions(QHBoxLayout* buttons);
    /// One step for undo.
    void change(const QString& text, ConditionTree tree, std::optional<Dimension> show = {});
    void showTree(const ConditionTree& shown);
    void lookUpValues();
    void showCheck();
    void addDimension(Dimension dimension, int before = -1);
    void addValue(const Picked& picked);
    void removeCurrent();
    void moveBranch(int by);
    void copyText(bool cuts);
    void pasteText(const QString& text);
    void duplicateValue();
    void nextProblem();
    void repair(const TreeValue& value);
    void confirmCurrent();
    void showCurrent();
    void showState();
    void fillDimensions();
    void saveTemplate();
    void showTemplates();
    void removeTemplate(std::map<QString, ConditionTree> all, const QString& name);
    QModelIndex current() const;

    Desk& m_desk;
    PendingEdits& m_edits;
    std::shared_ptr<const RuleRows> m_rules;
    EnabledSet m_enabled;
    std::vector<std::string> m_unknown; ///< names of dimensions that are enabled, and not known here
    std::shared_ptr<StopFlag> m_asking; ///< which dimensions are enabled
    std::optional<std::uint32_t> m_original;
    ConditionTree m_begun; ///< as it was opened
    std::vector<DraftProduct> m_begunProducts;
    KnownValues m_known;
    bool m_isOutdated = false;                    ///< the catalogue knows more than when they were looked up
    std::shared_ptr<std::atomic<bool>> m_looking; ///< up values; set where the answer is not wanted any more
    std::vector<RangeTarget> m_applied;
    QUndoStack m_undo;
    ConditionTreeModel* m_model;
    QStandardItemModel* m_dimensions;
    QListView* m_dimensionList = nullptr;
    QTreeView* m_tree = nullptr;
    PickerField* m_field = nullptr;
    QLabel* m_fieldTitle = nullptr;
    QFrame* m_repairs = nullptr;
    FlowLayout* m_repairFlow = nullptr;
    TreeSide* m_side = nullptr;
    QPushButton* m_templates = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace rangedesk::ui
