// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_view.h"
#include "models/entry_rows.h"
#include "pickers/matched_columns.h"
#include "session/desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rangedesk::ui {

/// The inline form of the picker: a line to type in, and what matches beneath it; as long as nothing is
/// typed, first what was picked of late and favourites. Enter takes the chosen one, Alt+Enter what was typed,
/// as it is; Ctrl+D makes a favourite. In an empty field Undo and Redo belong to what is around it.
class PickerField : public QWidget
{
    Q_OBJECT
public:
    PickerField(Desk& desk, QWidget* parent);

    /// @param hasCode whether a typed text may be a code (some dimensions have none)
    void setList(std::shared_ptr<const EntryList> list, bool hasCode);
    QLineEdit* edit() const { return m_edit; }
    TableView* matches() const { return m_matches; }

Q_SIGNALS:
    void picked(const rangedesk::Picked& picked);
    void left(); ///< Esc

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(int row);
    void takeTyped(SelectBy by);
    void takeBest();
    SelectBy likelyBy() const;
    void showRows();
    void toggleFavourite();
    bool isUndo(const QEvent& event) const;

    Desk& m_desk;
    std::optional<EntryKind> m_kind; ///< nothing where the list is none of the catalogue's
    std::shared_ptr<const EntryList> m_list;
    QLineEdit* m_edit;
    TableView* m_matches;
    EntryModel* m_model;
    MatchedColumns m_columns;
    QLabel* m_hint;
    QPushButton* m_asCode;
    QPushButton* m_asName;
    QPushButton* m_asId;
    bool m_hasCode = true;
    bool m_takesWhenSettled = false;
    std::optional<std::uint64_t> m_stays; ///< key of the row to stand at when the rows come again
};

} // namespace rangedesk::ui
