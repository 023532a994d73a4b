// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/answer_dialog.h"
#include "models/health_rows.h"
#include "ranges/pending_edits.h"

#include <QTimer>
#include <atomic>

namespace rangedesk::ui {

/// What is odd about the rules that were read, with what can be proposed. Flags become edits that wait;
/// clearings are handed to whoever opened the dialog, which compares and reviews them like every other.
class HealthDialog : public AnswerDialog
{
    Q_OBJECT
public:
    HealthDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                 const EnabledSet& enabled, QWidget* parent);
    ~HealthDialog() override;

    HealthModel* model() const { return m_model; }
    /// Chosen to be cleared when the dialog was accepted; each once.
    const std::vector<RangeTarget>& toClear() const { return m_toClear; }
    /// The rule to show when the dialog was accepted.
    std::optional<std::uint32_t> toShow() const { return m_toShow; }

Q_SIGNALS:
    void told(rangedesk::Mark mark, const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showCurrent() override;

private:
    void addActions();
    void work(const EnabledSet& enabled);
    void showFindings(const HealthRows& rows);
    void countChosen();
    void setFlags();
    void clearRules();
    void showRule();
    std::vector<std::uint32_t> chosen(HealthRemedy remedy) const;
    bool isEdited(std::uint32_t ruleRow) const;

    PendingEdits& m_edits;
    std::shared_ptr<const RuleRows> m_rules;
    RulePolicy m_policy;
    std::shared_ptr<std::atomic<bool>> m_abandon = std::make_shared<std::atomic<bool>>(false);
    QTimer m_counter; ///< a selection of many rows tells of itself many times
    HealthModel* m_model;
    QPushButton* m_flags = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_show = nullptr;
    std::vector<RangeTarget> m_toClear;
    std::optional<std::uint32_t> m_toShow;
};

} // namespace rangedesk::ui
