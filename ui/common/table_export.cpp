// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TableView that brings rows into other programs, and its menus.
#include "common/dialogs.h"
#include "common/icons.h"
#include "common/preferences.h"
#include "common/table_view.h"
#include "core/text.h"
#include "models/roles.h"
#include "sheets/table_file.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTimer>

namespace rangedesk::ui {

namespace {

QString exportText(const QModelIndex& index)
{
    const QVariant text = index.data(ExportRole);
    if (text.isValid())
        return text.toString();
    const QVariant shown = index.data(Qt::DisplayRole);
    return shown.isValid() ? shown.toString() : index.data(Qt::AccessibleTextRole).toString();
}

/// Tabs and line ends would break the cells apart.
QString asCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString heading(const QAbstractItemModel& model, int column)
{
    const QString text = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return text.isEmpty() ? model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString()
                          : text;
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

void TableView::copyText(bool withHeads)
{
    constexpr qint64 mostCopied = 20000;
    if (selectedCount() > mostCopied)
        Q_EMIT exportFailed(tr("%1 rows are too many to copy. Export them instead.").arg(selectedCount()));
    else if (selectedCount() > 0)
        QGuiApplication::clipboard()->setText(asText(withHeads));
}

void TableView::copy()
{
    copyText(false);
}

/// Writes some rows each time the window has nothing else to do: a million rows do not stop it.
class TableExport : public QObject
{
public:
    TableExport(TableView* view, const QString& path, std::vector<int> columns)
        : QObject(view), m_view(view), m_path(path), m_file(path), m_columns(std::move(columns))
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
    void writeSome()
    {
        const QAbstractItemModel& model = *m_view->model();
        const int last = std::min(m_next + rowsATurn, model.rowCount());
        for (; m_next < last; ++m_next) {
            for (const int column : m_columns)
                cell(exportText(model.index(m_next, column)));
            m_file.endRecord();
        }
        if (m_next < model.rowCount())
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
            Q_EMIT m_view->exported(m_path);
        else
            Q_EMIT m_view->exportFailed(problem);
        deleteLater();
    }

    TableView* m_view;
    QString m_path;
    TableFile m_file;
    std::vector<int> m_columns;
    QTimer m_timer;
    int m_next = 0;
    bool m_isOver = false;
};

void TableView::exportRows()
{
    const QString path = dialogs().saveFile(this, tr("Export the rows"), m_name + QStringLiteral(".csv"));
    if (path.isEmpty() || model() == nullptr)
        return;
    auto* writing = new TableExport(this, path, visibleColumns());
    writing->start();
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
    menu.addAction(icon("export"), tr("Export all rows…"), this, &TableView::exportRows);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, &TableView::selectAll)->setShortcut(QKeySequence::SelectAll);
    // What the pointer does at the head, for the keyboard as well.
    if (isSortingEnabled()) {
        QMenu* sorts = menu.addMenu(icon("sort"), tr("Sort by"));
        for (const int column : visibleColumns()) {
            const bool down = horizontalHeader()->sortIndicatorSection() == column &&
                              horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
            sorts->addAction(heading(*model(), column), this, [this, column, down] {
                sortByColumn(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
            });
        }
        sorts->addAction(tr("As it was read"), this, [this] { sortByColumn(-1, Qt::AscendingOrder); });
    }
    addFreezing(menu.addMenu(icon("pin"), tr("Freeze columns")), -1);
    addColumnChoices(menu.addMenu(icon("columns"), tr("Columns")));
    menu.exec(event->globalPos());
}

void TableView::showHeadMenu(const QPoint& at)
{
    QMenu menu(this);
    addFreezing(&menu, horizontalHeader()->logicalIndexAt(at));
    menu.addSeparator();
    addColumnChoices(&menu);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

/// @param column the one under the pointer; -1: each is offered
void TableView::addFreezing(QMenu* menu, int column)
{
    const std::vector<int> columns = visibleColumns();
    for (std::size_t place = 0; place + 1 < columns.size(); ++place) {
        if (column >= 0 && columns[place] != column)
            continue;
        const int count = static_cast<int>(place) + 1;
        QAction* action = menu->addAction(tr("Freeze up to \"%1\"").arg(heading(*model(), columns[place])),
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
        QAction* shown = menu->addAction(heading(*model(), column));
        shown->setCheckable(true);
        shown->setChecked(!isColumnHidden(column));
        shown->setEnabled(isColumnHidden(column) || visibleColumns().size() > 1);
        connect(shown, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            rememberColumns();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Standard columns"), this, [this] {
        Preferences::setValue(stateKey(), {});
        applyColumns();
    });
}

} // namespace rangedesk::ui
