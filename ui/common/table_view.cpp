// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/table_view.h"

#include "common/frozen_columns.h"
#include "common/notes.h"
#include "common/preferences.h"
#include "core/language.h"
#include "models/roles.h"
#include "models/row_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace rangedesk::ui {

namespace {

/// A selection of more rows than this is not carried over a reset.
constexpr int mostKept = 20000;

/// The key of a row; directly where the model can tell it, for a million rows are asked in a row.
quint64 keyOf(const QAbstractItemModel& model, int row)
{
    const auto* rows = qobject_cast<const RowModel*>(&model);
    return rows != nullptr ? rows->keyAt(row) : model.index(row, 0).data(KeyRole).toULongLong();
}

QAbstractItemDelegate* makeDelegate(ColumnLookKind look, int rowHeight, TableView* view)
{
    switch (look) {
    case ColumnLookKind::Text:
        return new RowDelegate(view, rowHeight);
    case ColumnLookKind::Figure:
        return new FigureDelegate(view, rowHeight);
    case ColumnLookKind::Code:
        return new CodeDelegate(view, rowHeight);
    case ColumnLookKind::Mark:
        return new MarkDelegate(view, rowHeight);
    case ColumnLookKind::Chip:
        return new ChipDelegate(view, rowHeight);
    case ColumnLookKind::BeforeAfter:
        return new BeforeAfterDelegate(view, rowHeight);
    case ColumnLookKind::Bar:
        return new BarDelegate(view, rowHeight);
    case ColumnLookKind::Span:
        return new SpanDelegate(view, rowHeight);
    case ColumnLookKind::TwoLines:
        return new TwoLineDelegate(view, rowHeight);
    case ColumnLookKind::Conditions:
        return new ConditionDelegate(view, rowHeight);
    case ColumnLookKind::Matches:
        return new MatchDelegate(view, rowHeight);
    case ColumnLookKind::CheckBox:
    case ColumnLookKind::ToggleChip: {
        auto* toggle =
            new ToggleDelegate(view, look == ColumnLookKind::CheckBox ? ToggleDelegate::Look::CheckBox
                                                                      : ToggleDelegate::Look::Chip);
        QObject::connect(toggle, &ToggleDelegate::toggled, view, &TableView::toggleRequested);
        return toggle;
    }
    }
    return nullptr;
}

} // namespace

TableView::TableView(QWidget* parent) : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionsMovable(true);
    head->setSortIndicatorShown(true);
    head->setSectionsClickable(true);
    head->setMinimumSectionSize(28);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setTextElideMode(Qt::ElideRight);
    connect(head, &QHeaderView::sectionResized, this, &TableView::rememberColumns);
    connect(head, &QHeaderView::sectionMoved, this, &TableView::rememberColumns);
    connect(head, &QWidget::customContextMenuRequested, this, &TableView::showHeadMenu);
    connect(&Theme::instance(), &Theme::changed, this, &TableView::applyColumns);
    m_frozen = new FrozenColumns(this);
}

void TableView::setColumns(const QString& name, std::vector<ColumnSpec> specs, int rowHeight)
{
    m_name = name;
    m_specs = std::move(specs);
    m_rowHeight = rowHeight;
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        setItemDelegateForColumn(static_cast<int>(i), makeDelegate(m_specs[i].look, rowHeight, this));
    setItemDelegate(new RowDelegate(this, rowHeight));
    applyColumns();
}

void TableView::setModel(QAbstractItemModel* wanted)
{
    QTableView::setModel(wanted);
    detachHeads(*this);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(wanted, &QAbstractItemModel::modelAboutToBeReset, this, &TableView::beforeReset);
    connect(wanted, &QAbstractItemModel::modelReset, this, &TableView::afterReset);
    if (auto* rows = qobject_cast<RowModel*>(wanted)) {
        connect(rows, &RowModel::workingChanged, viewport(), qOverload<>(&QWidget::update));
        rows->setWatched([view = QPointer(this), wanted] {
            RowModel::Keys keys;
            if (view && view->model() == wanted) {
                for (const quint64 key : view->keptKeys())
                    keys.insert(key);
            }
            return keys;
        });
    }
    applyColumns();
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

std::vector<int> TableView::selectedRows() const
{
    std::vector<int> rows;
    if (selectionModel() == nullptr)
        return rows;
    rows.reserve(static_cast<std::size_t>(selectedCount()));
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

qint64 TableView::selectedCount() const
{
    qint64 count = 0;
    if (selectionModel() == nullptr)
        return count;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        count += range.height();
    return count;
}

void TableView::goToRow(int row)
{
    if (model() == nullptr || row < 0 || row >= model()->rowCount())
        return;
    const auto columns = visibleColumns();
    const QModelIndex index = model()->index(row, columns.empty() ? 0 : columns.front());
    // Whatever keys are held: this row alone.
    const auto command = selectionMode() == NoSelection
                             ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate)
                             : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->setCurrentIndex(index, command);
    scrollTo(index, EnsureVisible);
    m_anchor = row;
}

void TableView::extendTo(int row)
{
    if (model() == nullptr || row < 0 || row >= model()->rowCount() || selectionMode() != ExtendedSelection) {
        goToRow(row);
        return;
    }
    const QScopedValueRollback extending(m_isExtending, true);
    const auto columns = visibleColumns();
    const QModelIndex index = model()->index(row, columns.empty() ? 0 : columns.front());
    const int anchor = m_anchor >= 0 && m_anchor < model()->rowCount() ? m_anchor : row;
    const QItemSelection rows(model()->index(std::min(anchor, row), 0),
                              model()->index(std::max(anchor, row), model()->columnCount() - 1));
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    scrollTo(index, EnsureVisible);
}

void TableView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    QScrollBar* across = horizontalScrollBar();
    const int before = across->value();
    QTableView::scrollTo(index, hint);
    if (!index.isValid() || m_frozen->isHidden())
        return;
    const int hidden = m_frozen->width() - columnViewportPosition(index.column());
    if (!m_frozen->isColumnHidden(index.column()))
        across->setValue(before);
    else if (hidden > 0)
        across->setValue(across->value() - hidden);
}

void TableView::setHovered(int row)
{
    if (m_hoveredRow == row)
        return;
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    m_frozen->viewport()->update();
    for (const int changed : {m_hoveredRow, row}) {
        if (changed >= 0 && changed < rows)
            viewport()->update(
                QRect(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed)));
    }
    m_hoveredRow = row;
}

void TableView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void TableView::mousePressEvent(QMouseEvent* event)
{
    const QScopedValueRollback extending(m_isExtending, (event->modifiers() & Qt::ShiftModifier) != 0);
    QTableView::mousePressEvent(event);
}

/// Qt's own place where a selection begins knows nothing of rows that the program went to.
void TableView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const bool isOwn = m_isExtending && command.testFlag(QItemSelectionModel::Current) &&
                       selectionMode() == ExtendedSelection && currentIndex().isValid() &&
                       state() != DragSelectingState;
    if (isOwn)
        extendTo(currentIndex().row());
    else
        QTableView::setSelection(rect, command);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    const QScopedValueRollback extending(m_isExtending, (event->modifiers() & Qt::ShiftModifier) != 0);
    const bool isOfColumns =
        (event->modifiers() & ~Qt::KeypadModifier) == (Qt::ControlModifier | Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (isOfColumns && event->key() == Qt::Key_C) {
        copyCell();
    } else if (isOfColumns && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) &&
               currentIndex().isValid()) {
        moveColumn(currentIndex().column(), event->key() == Qt::Key_Left ? -1 : 1);
    } else if (event->key() == Qt::Key_Space && currentIndex().isValid() &&
               (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        Q_EMIT toggleRequested(currentIndex());
    } else if (event->key() == Qt::Key_Delete) {
        Q_EMIT deleteRequested();
    } else if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model() != nullptr &&
               (event->modifiers() & Qt::ShiftModifier) == 0) {
        goToRow(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1); // rows, not columns
    } else if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model() != nullptr) {
        extendTo(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isExtending)
        m_anchor = current.row();
    viewport()->update();
    m_frozen->viewport()->update();
    Q_EMIT currentRowChanged(current.row());
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const auto* rows = qobject_cast<const RowModel*>(model());
    const bool isStillLooking = rows != nullptr && rows->isWorking();
    if (model() == nullptr || model()->rowCount() > 0 || m_emptyText.isEmpty() || isStillLooking)
        return;
    QPainter painter(viewport());
    painter.setFont(Theme::instance().font(Type::Body));
    painter.setPen(color(Token::Ink3));
    painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void TableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        applyColumns();
        viewport()->update();
        horizontalHeader()->viewport()->update();
    }
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretch();
    m_frozen->follow();
}

void TableView::beforeReset()
{
    m_keptSelection.clear();
    m_keptCurrent.reset();
    const QModelIndex current = currentIndex();
    if (current.isValid()) {
        m_keptCurrent = current.data(KeyRole).toULongLong();
        m_keptOffset = current.row() - rowAt(0);
        m_keptColumn = current.column();
    }
    if (selectedCount() > mostKept)
        return;
    m_keptSelection = keptKeys();
    if (m_keptCurrent && !selectionModel()->isRowSelected(current.row(), {}))
        m_keptSelection.erase(*m_keptCurrent);
}

std::unordered_set<quint64> TableView::keptKeys() const
{
    std::unordered_set<quint64> keys;
    if (currentIndex().isValid())
        keys.insert(keyOf(*model(), currentIndex().row()));
    if (selectedCount() > mostKept)
        return keys;
    for (const int row : selectedRows())
        keys.insert(keyOf(*model(), row));
    return keys;
}

std::unordered_map<quint64, int> TableView::keptPlaces() const
{
    const auto* rows = qobject_cast<const RowModel*>(model());
    std::unordered_set<quint64> unknown;
    std::unordered_map<quint64, int> places;
    std::unordered_set<quint64> wanted = m_keptSelection;
    wanted.insert(*m_keptCurrent);
    for (const quint64 key : wanted) {
        if (const auto place = rows != nullptr ? rows->placeOf(key) : std::nullopt)
            places.emplace(key, *place);
        else
            unknown.insert(key); // chosen while the worker was at it
    }
    for (int row = 0; row < model()->rowCount() && !unknown.empty(); ++row) {
        const quint64 key = keyOf(*model(), row);
        if (unknown.erase(key) > 0)
            places.emplace(key, row);
    }
    return places;
}

void TableView::afterReset()
{
    m_hoveredRow = -1;
    if (m_specs.size() < static_cast<std::size_t>(horizontalHeader()->count()) || m_keptCurrent)
        stretch();
    if (!m_keptCurrent || model()->rowCount() == 0)
        return;
    QItemSelection selection;
    int currentRow = -1;
    const int rows = model()->rowCount();
    for (const auto& [key, row] : keptPlaces()) {
        if (row < 0 || row >= rows)
            continue;
        if (key == *m_keptCurrent)
            currentRow = row;
        if (m_keptSelection.contains(key))
            selection.select(model()->index(row, 0), model()->index(row, model()->columnCount() - 1));
    }
    if (currentRow >= 0) {
        selectionModel()->setCurrentIndex(model()->index(currentRow, m_keptColumn),
                                          QItemSelectionModel::NoUpdate);
        verticalScrollBar()->setValue(std::max(0, currentRow - std::max(0, m_keptOffset)));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace rangedesk::ui
