// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TableView that brings rows into other programs, and its menus.
#include "common/dialogs.h"
#include "common/icons.h"
#include "common/notes.h"
#include "common/table_view.h"
#include "core/text.h"
#include "models/roles.h"
#include "sheets/csv_writer.h"
#include "sheets/table_file.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>
#include <QTimer>
#include <cmath>

namespace rangedesk::ui {

namespace {

const QKeySequence copyCellKey(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
const QKeySequence moveLeftKey(Qt::CTRL | Qt::SHIFT | Qt::Key_Left);
const QKeySequence moveRightKey(Qt::CTRL | Qt::SHIFT | Qt::Key_Right);

QString exportText(const QModelIndex& index)
{
    const QVariant text = index.data(ExportRole);
    if (text.isValid())
        return text.toString();
    const QVariant shown = index.data(Qt::DisplayRole);
    return shown.isValid() ? shown.toString() : index.data(Qt::AccessibleTextRole).toString();
}

/// A figure as a spreadsheet can sum it up. Ids and codes are none, whatever their digits: only columns that
/// are painted as figures or as bars of shares have any.
struct Figure
{
    double value;
    bool isShare = false;
};
std::optional<Figure> figureOf(const QModelIndex& index, ColumnLookKind look)
{
    constexpr double mostExact = 9007199254740992.0; // 2^53
    if (index.data(ExportRole).isValid())
        return std::nullopt;
    const QVariant shown = index.data(Qt::DisplayRole);
    if (look == ColumnLookKind::Bar) {
        const QVariant share = index.data(FractionRole);
        const bool isShare =
            share.isValid() && share.toDouble() >= 0 && shown.toString().endsWith(QLatin1Char('%'));
        return isShare ? std::optional(Figure{share.toDouble(), true}) : std::nullopt;
    }
    switch (shown.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        break;
    default:
        return std::nullopt;
    }
    const double value = shown.toDouble();
    return look == ColumnLookKind::Figure && std::abs(value) <= mostExact ? std::optional(Figure{value})
                                                                          : std::nullopt;
}

/// Tabs and line ends would break the cells apart.
QString asCell(QString text)
{
    for (QChar& c : text) {
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    }
    return toQString(guardedCell(toUtf8(text)));
}

/// A cell for spreadsheets: text stays text there, each with the mark that it knows.
void addHtml(QString& html, const QString& text, bool isText)
{
    html += isText ? QStringLiteral("<td class=\"t\" sdnum=\"1033;0;@\">") : QStringLiteral("<td>");
    html += text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) + QStringLiteral("</td>");
}

QString htmlTable(const QString& rows)
{
    return QStringLiteral("<html><head><meta charset=\"utf-8\"><style>td.t{mso-number-format:\"\\@\"}"
                          "</style></head><body><table>%1</table></body></html>")
        .arg(rows);
}

QString heading(const QAbstractItemModel& model, int column)
{
    const QString text = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return text.isEmpty() ? model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString()
                          : text;
}

/// Where nobody listens, as in some dialogs, the table says it itself: nothing fails in silence.
struct Listened : TableView
{
    using QObject::isSignalConnected;
};

template <typename Signal> void tellIfAlone(TableView& view, Signal signal, Mark mark, const QString& text)
{
    if ((view.*&Listened::isSignalConnected)(QMetaMethod::fromSignal(signal)))
        return;
    tell(view.window(), mark, text);
}

void tellFailed(TableView& view, const QString& why)
{
    tellIfAlone(view, &TableView::exportFailed, Mark::Refused, why);
    Q_EMIT view.exportFailed(why);
}

void tellExported(TableView& view, const QString& path)
{
    tellIfAlone(view, &TableView::exported, Mark::Accepted, TableView::tr("Written: %1").arg(path));
    Q_EMIT view.exported(path);
}

} // namespace

QString TableView::asText(bool withHeads) const
{
    const std::vector<int> columns = visibleColumns();
    const auto line = [&](const auto& cellOf) {
        QStringList cells;
        for (const int column : columns)
            cells << asCell(cellOf(column));
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines;
    if (withHeads)
        lines << line([&](int column) { return heading(*model(), column); });
    for (const int row : selectedRows())
        lines << line([&](int column) { return exportText(model()->index(row, column)); });
    return lines.join(QLatin1Char('\n'));
}

QString TableView::asHtml(bool withHeads) const
{
    const std::vector<int> columns = visibleColumns();
    QString rows;
    const auto line = [&](const auto& addCell) {
        rows += QStringLiteral("<tr>");
        for (const int column : columns)
            addCell(column);
        rows += QStringLiteral("</tr>");
    };
    if (withHeads)
        line([&](int column) { addHtml(rows, heading(*model(), column), true); });
    for (const int row : selectedRows())
        line([&](int column) {
            const QModelIndex index = model()->index(row, column);
            addHtml(rows, exportText(index), !figureOf(index, lookOf(column)));
        });
    return htmlTable(rows);
}

ColumnLookKind TableView::lookOf(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return at < m_specs.size() ? m_specs[at].look : ColumnLookKind::Text;
}

/// Text for chats and fields, and a table for spreadsheets: as mere text a long id would lose its last
/// digits there.
void TableView::copyText(bool withHeads)
{
    constexpr qint64 mostCopied = 20000;
    if (selectedCount() > mostCopied) {
        tellFailed(*this, tr("%1 rows are too many to copy. Export them instead.").arg(selectedCount()));
    } else if (selectedCount() > 0) {
        auto* copied = new QMimeData;
        copied->setText(asText(withHeads));
        copied->setHtml(asHtml(withHeads));
        QGuiApplication::clipboard()->setMimeData(copied);
    }
}

void TableView::copyCell()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QString text = exportText(index);
    QString cell = QStringLiteral("<tr>");
    addHtml(cell, text, !figureOf(index, lookOf(index.column())));
    auto* copied = new QMimeData;
    copied->setText(text); // word for word: it goes into fields and chats as well
    copied->setHtml(htmlTable(cell + QStringLiteral("</tr>")));
    QGuiApplication::clipboard()->setMimeData(copied);
    announce(window(), tr("Copied: %1").arg(text.left(80)));
}

void TableView::copy()
{
    copyText(false);
}

/// Writes some rows each time the window has nothing else to do: a million rows do not stop it.
class TableExport : public QObject
{
public:
    /// @param rows nothing for all
    TableExport(TableView* view, const QString& path, std::vector<int> columns,
                std::optional<std::vector<int>> rows)
        : QObject(view), m_view(view), m_path(path), m_file(path), m_columns(std::move(columns)),
          m_rows(std::move(rows))
    {
        const auto stop = [this] {
            end(TableView::tr("The rows changed while they were written. Export them again."));
        };
        const QAbstractItemModel* model = view->model();
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, stop);
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, stop);
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, stop);
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, &TableExport::writeSome);
    }
    void start()
    {
        if (auto opened = m_file.open(TableView::tr("Rows")); !opened)
            return end(opened.error().text());
        for (const int column : m_columns)
            cell(heading(*m_view->model(), column));
        m_file.endRecord();
        m_timer.start();
    }

private:
    static constexpr int rowsATurn = 250;

    void cell(const QString& text) { m_file.cell(toUtf8(text)); }
    void write(const QModelIndex& index, ColumnLookKind look)
    {
        const QString text = exportText(index);
        if (const auto number = figureOf(index, look))
            m_file.number(number->value, number->isShare, toUtf8(text));
        else
            cell(text);
    }
    void writeSome()
    {
        const QAbstractItemModel& model = *m_view->model();
        const int count = m_rows ? static_cast<int>(m_rows->size()) : model.rowCount();
        const int last = std::min(m_next + rowsATurn, count);
        for (; m_next < last; ++m_next) {
            const int row = m_rows ? (*m_rows)[static_cast<std::size_t>(m_next)] : m_next;
            for (const int column : m_columns)
                write(model.index(row, column), m_view->lookOf(column));
            m_file.endRecord();
        }
        if (m_next < count)
            return;
        const auto written = m_file.commit();
        end(written ? QString() : written.error().text());
    }
    void end(const QString& problem)
    {
        if (std::exchange(m_isOver, true))
            return;
        m_timer.stop();
        if (problem.isEmpty())
            tellExported(*m_view, m_path);
        else
            tellFailed(*m_view, problem);
        deleteLater();
    }

    TableView* m_view;
    QString m_path;
    TableFile m_file;
    std::vector<int> m_columns;
    std::optional<std::vector<int>> m_rows;
    QTimer m_timer;
    int m_next = 0;
    bool m_isOver = false;
};

void TableView::exportRows()
{
    startExport(QStringLiteral("csv"), false);
}

void TableView::startExport(const QString& suffix, bool onlyChosen)
{
    if (model() == nullptr)
        return;
    auto rows = onlyChosen ? std::optional(selectedRows()) : std::nullopt;
    const QString path = dialogs().saveFile(this, tr("Export the rows"), m_name + QLatin1Char('.') + suffix);
    if (path.isEmpty())
        return;
    // While the dialog stood open the rows may have become others.
    if (onlyChosen && rows != selectedRows()) {
        tellFailed(*this, tr("The rows changed while they were written. Export them again."));
        return;
    }
    auto* writing = new TableExport(this, path, visibleColumns(), std::move(rows));
    writing->start();
}

void TableView::addExports(QMenu* menu)
{
    const auto add = [&](const QString& text, const char* suffix, bool onlyChosen) {
        menu->addAction(icon("export"), text, this,
                        [this, suffix, onlyChosen] { startExport(QLatin1String(suffix), onlyChosen); });
    };
    const int all = model() != nullptr ? model()->rowCount() : 0;
    add(tr("All %1 rows shown as a workbook…").arg(figure(all)), "xlsx", false);
    add(tr("All %1 rows shown as CSV…").arg(figure(all)), "csv", false);
    if (const qint64 chosen = selectedCount(); chosen > 1) {
        menu->addSeparator();
        add(tr("The %1 chosen rows as a workbook…").arg(figure(chosen)), "xlsx", true);
        add(tr("The %1 chosen rows as CSV…").arg(figure(chosen)), "csv", true);
    }
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    Q_EMIT menuWanted(&menu);
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction* copyRows = menu.addAction(icon("copy"), tr("Copy rows"), this, &TableView::copy);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setEnabled(selectedCount() > 0);
    menu.addAction(tr("Copy rows with headings"), this, [this] { copyText(true); })
        ->setEnabled(selectedCount() > 0);
    if (currentIndex().isValid()) {
        QAction* cell = menu.addAction(
            tr("Copy \"%1\"").arg(withoutMnemonic(asCell(exportText(currentIndex())).left(30))), this,
            &TableView::copyCell);
        cell->setShortcut(copyCellKey);
        cell->setObjectName(QStringLiteral("copyCell"));
    }
    addExports(menu.addMenu(icon("export"), tr("Export")));
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, &TableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    // What the pointer does at the head, for the keyboard as well.
    if (isSortingEnabled()) {
        QMenu* sorts = menu.addMenu(icon("sort"), tr("Sort by"));
        for (const int column : visibleColumns()) {
            const bool down = horizontalHeader()->sortIndicatorSection() == column &&
                              horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
            sorts->addAction(withoutMnemonic(heading(*model(), column)), this, [this, column, down] {
                sortByColumn(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
            });
        }
        sorts->addAction(tr("As it was read"), this, [this] { sortByColumn(-1, Qt::AscendingOrder); });
    }
    addMovesOfAll(menu.addMenu(tr("Move columns")));
    addFreezing(menu.addMenu(icon("pin"), tr("Freeze columns")), -1);
    addColumnChoices(menu.addMenu(icon("columns"), tr("Columns")));
    menu.exec(event->globalPos());
}

void TableView::showHeadMenu(const QPoint& at)
{
    QMenu menu(this);
    const int column = horizontalHeader()->logicalIndexAt(at);
    if (column >= 0)
        addMoves(&menu, column);
    addFreezing(&menu, column);
    menu.addSeparator();
    addColumnChoices(&menu);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void TableView::addMoves(QMenu* menu, int column)
{
    const std::vector<int> columns = visibleColumns();
    const QString name = withoutMnemonic(heading(*model(), column));
    QAction* left = menu->addAction(tr("Move \"%1\" to the left").arg(name), this,
                                    [this, column] { moveColumn(column, -1); });
    left->setEnabled(!columns.empty() && columns.front() != column);
    left->setShortcut(moveLeftKey);
    QAction* right = menu->addAction(tr("Move \"%1\" to the right").arg(name), this,
                                     [this, column] { moveColumn(column, 1); });
    right->setEnabled(!columns.empty() && columns.back() != column);
    right->setShortcut(moveRightKey);
}

/// Each column; the one of the current cell has the keys.
void TableView::addMovesOfAll(QMenu* menu)
{
    for (const int column : visibleColumns()) {
        addMoves(menu, column);
        if (column == currentIndex().column())
            continue;
        for (QAction* action : menu->actions().last(2))
            action->setShortcut({});
    }
}

/// @param column the one under the pointer; -1: each is offered
void TableView::addFreezing(QMenu* menu, int column)
{
    const std::vector<int> columns = visibleColumns();
    for (std::size_t place = 0; place + 1 < columns.size(); ++place) {
        if (column >= 0 && columns[place] != column)
            continue;
        const int count = static_cast<int>(place) + 1;
        QAction* action =
            menu->addAction(tr("Freeze up to \"%1\"").arg(withoutMnemonic(heading(*model(), columns[place]))),
                            this, [this, count] { freeze(count); });
        action->setCheckable(true);
        action->setChecked(frozenColumns() == count);
    }
    menu->addAction(tr("Freeze none"), this, [this] { freeze(0); })->setEnabled(frozenColumns() > 0);
}

void TableView::addColumnChoices(QMenu* menu)
{
    const QHeaderView* head = horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        QAction* shown = menu->addAction(withoutMnemonic(heading(*model(), column)));
        shown->setCheckable(true);
        shown->setChecked(!isColumnHidden(column));
        shown->setEnabled(isColumnHidden(column) || visibleColumns().size() > 1);
        connect(shown, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            rememberColumns();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Standard columns"), this, &TableView::resetColumns);
}

} // namespace rangedesk::ui
