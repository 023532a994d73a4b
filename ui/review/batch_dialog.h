// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "core/environment.h"
#include "store/review_marks.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <optional>

namespace rangedesk::ui {

/// One decision, and if wanted one reason, for many registrations.
class BatchDialog : public QDialog
{
    Q_OBJECT
public:
    struct Batch
    {
        std::size_t count;                              ///< registrations that are shown
        std::size_t decided;                            ///< of those
        QStringList reasons;                            ///< ready ones
        ReviewDecision decision = ReviewDecision::None; ///< chosen at first
    };
    BatchDialog(Environment environment, const Batch& batch, QWidget* parent);

    ReviewDecision decision() const;
    /// Nothing: notes stay as they are.
    std::optional<QString> note() const;

private:
    QButtonGroup* m_decisions;
    QComboBox* m_reason;
    QPushButton* m_act;
};

} // namespace rangedesk::ui
