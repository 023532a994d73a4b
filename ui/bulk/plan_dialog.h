// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_view.h"
#include "models/plan_model.h"
#include "session/desk.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>

namespace rangedesk::ui {

/// Every request that a draft would send: to which target, with how many rows, why it is one of its own, and
/// the very body. Looking changes nothing.
class PlanDialog : public QDialog
{
    Q_OBJECT
public:
    PlanDialog(SharedOutcome draft, std::vector<RowState> states, std::size_t productsPerRequest,
               QWidget* parent);

    const PlanModel* model() const { return m_model; }

private:
    void showBody();

    QLabel* m_caption;
    PlanModel* m_model;
    TableView* m_table;
    QPlainTextEdit* m_body;
};

} // namespace rangedesk::ui
