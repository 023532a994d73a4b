// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/delegates.h"

#include <QMenu>
#include <QTableView>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace rangedesk::ui {

class FrozenColumns;

/// How a column is painted.
enum class ColumnLookKind : std::uint8_t {
    Text,
    Figure,
    Code,
    Mark,
    Chip,
    BeforeAfter,
    Bar,
    Span,
    TwoLines,
    Conditions,
    Matches,
    CheckBox,
    ToggleChip
};

struct ColumnSpec
{
    ColumnLookKind look = ColumnLookKind::Text;
    int widthZh = 120;
    int widthEn = 140;
    bool stretches = false; ///< takes the room that is left; one a table
    bool isHidden = false;  ///< until the person shows it
};

/// The one table of the program: rows of one height, columns that are remembered for each language, sorting
/// by the head, copying as text, export, selection that survives a reset of the model by KeyRole, and the
/// keys people expect. What a click or key does to rows is told by signals.
class TableView : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// @param name under which columns are remembered
    void setColumns(const QString& name, std::vector<ColumnSpec> specs, int rowHeight = size::row);
    void setModel(QAbstractItemModel* model) override;
    /// What an empty table says.
    void setEmptyText(const QString& text);

    /// Shows or hides a column as the program needs it; what the person chose of widths and columns stays.
    void setColumnShown(int column, bool isShown);
    /// Hides a column for as long as it says nothing, or has no room; then it is as the person left it.
    void withholdColumn(int column, bool isWithheld);
    /// So many of the visible columns, from the left, stay while the others scroll.
    void freeze(int columns);
    int frozenColumns() const;
    /// The table behind a widget that paints its cells, or nullptr.
    static const TableView* of(const QWidget* widget);

    int hoveredRow() const { return m_hoveredRow; }
    bool isFirstVisibleColumn(int column) const;
    std::vector<int> selectedRows() const;
    qint64 selectedCount() const;
    /// Makes a row the current one, selects it and brings it into sight.
    void goToRow(int row);
    /// Selects the rows from where the selection began up to this one, which becomes the current one.
    void extendTo(int row);
    /// Frozen columns are in sight wherever the others stand, and nothing is brought into sight beneath them.
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    /// Selected rows, or all without a selection, as tab-separated text of the visible columns.
    QString asText(bool withHeads) const;
    /// The same as a table of HTML, in which texts stay texts when a spreadsheet takes them.
    QString asHtml(bool withHeads) const;
    ColumnLookKind lookOf(int column) const;

    /// Each way to export, for a menu: all rows, and the chosen ones where there are several.
    void addExports(QMenu* menu);
    /// To the left (-1) or right (1), past what is hidden; remembered.
    void moveColumn(int column, int by);
    /// As they were before the person changed them: widths, order, what is hidden and frozen.
    void resetColumns();

public Q_SLOTS:
    void copy();
    /// The text of the current cell.
    void copyCell();
    /// Asks for a file and writes all rows, as CSV or as a workbook by its name.
    void exportRows();

Q_SIGNALS:
    /// Space on the current row, or a click into a toggle.
    void toggleRequested(const QModelIndex& index);
    void deleteRequested();
    /// The menu of a row is about to open: what can be done with the chosen rows goes in first.
    void menuWanted(QMenu* menu);
    /// The row under the keyboard changed; -1 for none.
    void currentRowChanged(int row);
    void exported(const QString& path);
    void exportFailed(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QString stateKey() const;
    void applyColumns();
    void rememberColumns();
    void stretch();
    void setHovered(int row);
    void beforeReset();
    void afterReset();
    /// What has to be found again after a reset: the current row and the selected ones, within reason.
    std::unordered_set<quint64> keptKeys() const;
    /// Rows of the keys that are kept; what the model does not know is looked for.
    std::unordered_map<quint64, int> keptPlaces() const;
    void showHeadMenu(const QPoint& at);
    void addColumnChoices(QMenu* menu);
    void addMoves(QMenu* menu, int column);
    void addMovesOfAll(QMenu* menu);
    void startExport(const QString& suffix, bool onlyChosen);
    void addFreezing(QMenu* menu, int column);
    void copyText(bool withHeads);
    std::vector<int> visibleColumns() const;

    QString m_name;
    FrozenColumns* m_frozen; ///< made in the constructor, hidden while nothing is frozen
    std::vector<ColumnSpec> m_specs;
    QString m_emptyText;
    int m_rowHeight = size::row;
    int m_hoveredRow = -1;
    bool m_isApplying = false;
    std::set<int> m_withheld;   ///< columns that the program hides for now
    int m_anchor = -1;          ///< the row where a selection with Shift begins
    bool m_isExtending = false; ///< a key or press with Shift is being handled
    std::unordered_set<quint64> m_keptSelection;
    std::optional<quint64> m_keptCurrent;
    int m_keptOffset = 0; ///< of the current row from the top of the viewport, in rows
    int m_keptColumn = 0;
};

} // namespace rangedesk::ui
