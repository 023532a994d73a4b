// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/answer_dialog.h"
#include "models/left_behind_rows.h"
#include "session/desk.h"

namespace rangedesk::ui {

/// What a rehearsal left behind: the copy of the company as it was taken, beside what the demo server holds
/// now, all lists read anew.
class LeftBehindDialog : public AnswerDialog
{
    Q_OBJECT
public:
    /// @pre the session rehearses a copy, and is open
    LeftBehindDialog(Desk& desk, QWidget* parent);
    ~LeftBehindDialog() override;

    LeftBehindModel* model() const { return m_model; }

protected:
    void showCurrent() override;

private:
    void work();
    void showRows(const LeftBehindRows& rows);

    Desk& m_desk;
    LeftBehindModel* m_model;
    std::shared_ptr<ReadingProgress> m_reading;
};

} // namespace rangedesk::ui
