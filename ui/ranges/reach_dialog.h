// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/answer_dialog.h"
#include "models/entry_rows.h"
#include "models/reach_rows.h"
#include "ranges/both_rules.h"
#include "ranges/pending_edits.h"

namespace rangedesk::ui {

/// All customers of the catalogue at once: where a product may be sold, or what the edits that wait would
/// change for whom.
class ReachDialog : public AnswerDialog
{
    Q_OBJECT
public:
    enum class About : std::uint8_t { Product, Edits, Plan };

    /// Rules that were not read yet are read now.
    ReachDialog(Desk& desk, const PendingEdits& edits, About about, std::shared_ptr<const RuleRows> rules,
                std::shared_ptr<const RuleRows> ownRules, QWidget* parent);
    ~ReachDialog() override;

    void setProduct(const Picked& product);
    /// What is under review. @param make runs in a worker
    void setPlan(std::function<std::shared_ptr<const RangeEdits>()> make);
    ReachModel* model() const { return m_model; }

Q_SIGNALS:
    /// Why this customer may sell what it may.
    void explainWanted(const std::optional<rangedesk::Picked>& customer);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showCurrent() override;

private:
    void addProductButton();
    void pickProduct();
    void work();
    void showAnswer(const ReachRows& rows);
    void explain();

    Desk& m_desk;
    const PendingEdits& m_edits;
    About m_about;
    BothRules* m_both;
    std::optional<Picked> m_product;
    std::shared_ptr<const RangeEdits> m_plan; ///< instead of the edits that wait
    QString m_problem;                        ///< of reading the rules
    int m_question = 0;                       ///< answers to older ones are dropped
    std::shared_ptr<std::atomic<bool>> m_abandon;
    ReachModel* m_model;
    QPushButton* m_explain = nullptr;
};

} // namespace rangedesk::ui
