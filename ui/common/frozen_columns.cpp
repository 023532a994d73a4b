// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/frozen_columns.h"

#include "common/table_view.h"
#include "common/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace rangedesk::ui {

void detachHeads(QTableView& table)
{
    for (QHeaderView* head : {table.horizontalHeader(), table.verticalHeader()}) {
        const auto earlier = head->findChildren<QItemSelectionModel*>(QString(), Qt::FindDirectChildrenOnly);
        head->setSelectionModel(new QItemSelectionModel(table.model(), head));
        qDeleteAll(earlier); // those of the models before
    }
}

FrozenColumns::FrozenColumns(QTableView* table) : QTableView(table), m_table(table)
{
    hide();
    setObjectName(QStringLiteral("frozenColumns"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setFocusPolicy(Qt::NoFocus);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setAutoScroll(false); // the table does
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(table->verticalScrollMode());
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    const QHeaderView* theirs = table->horizontalHeader();
    connect(head, &QWidget::customContextMenuRequested, theirs, &QWidget::customContextMenuRequested);
    connect(head, &QHeaderView::sectionClicked, this, [this, theirs](int column) {
        const bool isUp =
            theirs->sortIndicatorSection() == column && theirs->sortIndicatorOrder() == Qt::AscendingOrder;
        m_table->sortByColumn(column, isUp ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(head, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isFollowing && width > 0)
            m_table->setColumnWidth(column, width);
    });
    connect(theirs, &QHeaderView::sortIndicatorChanged, head, &QHeaderView::setSortIndicator);
    connect(theirs, &QHeaderView::geometriesChanged, this, &FrozenColumns::follow);
    connect(theirs, &QHeaderView::sectionResized, this, &FrozenColumns::follow);
    connect(theirs, &QHeaderView::sectionMoved, this, &FrozenColumns::follow);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    // Never the other way round: its range follows late, and what it cuts would move the table.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this] { verticalScrollBar()->setValue(m_table->verticalScrollBar()->value()); });
    connect(this, &QAbstractItemView::doubleClicked, table, &QAbstractItemView::doubleClicked);
}

void FrozenColumns::setCount(int count)
{
    m_count = count;
    follow();
}

void FrozenColumns::follow()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    if (m_count <= 0 || m_table->model() == nullptr) {
        hide();
        if (model() != nullptr)
            setModel(nullptr); // what is not shown costs nothing
        return;
    }
    if (model() != m_table->model()) {
        setModel(m_table->model());
        setSelectionModel(m_table->selectionModel());
        detachHeads(*this);
    }
    setSelectionMode(m_table->selectionMode());
    verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->minimumSectionSize());
    verticalHeader()->setDefaultSectionSize(m_table->verticalHeader()->defaultSectionSize());
    QHeaderView* head = horizontalHeader();
    const QHeaderView* theirs = m_table->horizontalHeader();
    head->setFixedHeight(theirs->height());
    head->setMinimumSectionSize(theirs->minimumSectionSize());
    int taken = 0;
    int width = 0;
    for (int place = 0; place < theirs->count(); ++place) {
        const int column = theirs->logicalIndex(place);
        head->moveSection(head->visualIndex(column), place);
        const bool isTaken = taken < m_count && !m_table->isColumnHidden(column);
        setColumnHidden(column, !isTaken);
        if (!isTaken)
            continue;
        ++taken;
        setColumnWidth(column, m_table->columnWidth(column));
        setItemDelegateForColumn(column, m_table->itemDelegateForColumn(column));
        width += m_table->columnWidth(column);
    }
    // Where all of the room would be frozen there is nothing left to scroll.
    const int room = m_table->viewport()->width();
    const bool isUseful = width < room - theirs->minimumSectionSize() * 2;
    setGeometry(m_table->frameWidth(), m_table->frameWidth(), width,
                theirs->height() + m_table->viewport()->height());
    setVisible(isUseful);
    if (isUseful)
        raise();
    verticalScrollBar()->setValue(m_table->verticalScrollBar()->value());
}

/// The selection is the table's, which has put it back by now.
void FrozenColumns::reset()
{
    QItemSelectionModel* theirs = selectionModel();
    if (theirs == nullptr) {
        QTableView::reset();
        return;
    }
    const QItemSelection selected = theirs->selection();
    const QPersistentModelIndex current = theirs->currentIndex();
    QTableView::reset();
    const QSignalBlocker quiet(theirs); // nothing has changed
    theirs->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    theirs->select(selected, QItemSelectionModel::ClearAndSelect);
}

void FrozenColumns::wheelEvent(QWheelEvent* event)
{
    QApplication::sendEvent(m_table->viewport(), event);
}

void FrozenColumns::contextMenuEvent(QContextMenuEvent* event)
{
    QApplication::sendEvent(m_table, event);
}

void FrozenColumns::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(qRound(event->position().y()));
    auto* table = qobject_cast<TableView*>(m_table);
    const bool extends =
        (event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) == Qt::ShiftModifier;
    if (table != nullptr && row >= 0 && extends && event->button() == Qt::LeftButton)
        table->extendTo(row); // where it began the table knows
    else
        QTableView::mousePressEvent(event);
}

void FrozenColumns::mouseMoveEvent(QMouseEvent* event)
{
    // For the row under the pointer alone: the table did not get the press, and must not drag.
    QMouseEvent moved(event->type(), event->position(), event->globalPosition(), Qt::NoButton, Qt::NoButton,
                      event->modifiers());
    QApplication::sendEvent(m_table->viewport(), &moved);
    QTableView::mouseMoveEvent(event);
}

void FrozenColumns::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(QPen(color(Token::Control), 0));
    painter.drawLine(viewport()->rect().topRight(), viewport()->rect().bottomRight());
}

} // namespace rangedesk::ui
