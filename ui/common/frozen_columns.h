// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace rangedesk::ui {

/// The first columns of a table once more, on top of it: they stay where they are while the others scroll. It
/// takes no focus and has no will of its own: model, selection, widths and order are the table's.
class FrozenColumns : public QTableView
{
    Q_OBJECT
public:
    explicit FrozenColumns(QTableView* table);

    /// So many of the visible columns, from the left; 0 for none.
    void setCount(int count);
    int count() const { return m_count; }
    /// After the table's columns, rows or place changed.
    void follow();
    void reset() override;

protected:
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QTableView* m_table;
    int m_count = 0;
    bool m_isFollowing = false;
};

/// The heads of a table follow no selection. Those that do ask of every row whether it is chosen, each time
/// they are drawn, which halts a window of a million chosen rows; and they clear the table's own selection
/// with each reset of the model. Call it after the table got a model.
void detachHeads(QTableView& table);

} // namespace rangedesk::ui
