// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch_rows.h"
#include "session/desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <tuple>

namespace rangedesk::ui {

/// The faulty cell of a row, corrected in place: alone, or wherever the same stands in its column. What was
/// read from the server is offered where it comes near.
class RepairCard : public QWidget
{
    Q_OBJECT
public:
    RepairCard(Desk& desk, QWidget* parent);

    /// @param row of the rows; nothing for none
    void showRow(const std::shared_ptr<const BatchRows>& rows, std::optional<std::uint32_t> row);
    /// The same sheet was read again and its rows are on their way: the cell stays as it is, with what is
    /// being typed, until showRow(). A correction confirmed meanwhile is made then, if its cell still says
    /// the same.
    void awaitRows();
    /// Nothing is shown, and what was typed is forgotten: another sheet begins.
    void clear();
    void setUndoCount(int corrected, bool canUndo);
    /// The column of the cell that is shown, -1 for none.
    int column() const { return m_column; }
    QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void corrected(const std::vector<rangedesk::CellEdit>& edits);
    void undo();

private:
    void setTexts();
    void showCell();
    void correct(bool all);
    void offer(const QString& text, const QString& instead);
    void look(const ColumnRole& role, const std::string& value);
    std::vector<std::uint32_t> linesThatSayTheSame() const;
    std::vector<CellEdit> editsFor(const std::string& to, bool all) const;

    Desk& m_desk;
    std::shared_ptr<const BatchRows> m_rows;
    std::optional<std::uint32_t> m_row;
    int m_column = -1;
    std::string m_value;                                 ///< as it stands in the cell
    std::tuple<std::uint32_t, int, std::string> m_shown; ///< line, column and value the field was filled for
    bool m_isWaiting = false;                            ///< for rows
    std::optional<bool> m_confirmed;                     ///< while waiting: for this cell, or for all
    int m_equal = 0;                                     ///< refused rows with the same in this column
    int m_count = 0;
    bool m_canUndo = false;
    std::optional<std::pair<ColumnRole, std::string>> m_wanted; ///< what is looked for in the catalogue
    bool m_isLooking = false;
    QLabel* m_caption;
    QLabel* m_title;
    QLineEdit* m_field;
    QVBoxLayout* m_offers;
    QPushButton* m_one;
    QPushButton* m_all;
    QLabel* m_done;
    QPushButton* m_undo;
};

} // namespace rangedesk::ui
