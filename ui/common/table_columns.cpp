// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a table: widths, order, which are shown, and how they are remembered.
#include "common/frozen_columns.h"
#include "common/notes.h"
#include "common/preferences.h"
#include "common/table_view.h"
#include "core/language.h"

#include <QHeaderView>
#include <QScopedValueRollback>

namespace rangedesk::ui {

QString TableView::stateKey() const
{
    return QStringLiteral("columns/%1/%2")
        .arg(m_name, isChinese() ? QStringLiteral("zh") : QStringLiteral("en"));
}

/// Widths by the language, then what the person made of them.
void TableView::applyColumns()
{
    m_isApplying = true;
    const Theme& theme = Theme::instance();
    verticalHeader()->setDefaultSectionSize(theme.scaled(m_rowHeight));
    verticalHeader()->setMinimumSectionSize(theme.scaled(m_rowHeight));
    horizontalHeader()->setFixedHeight(theme.scaled(size::head));
    const int columns = horizontalHeader()->count();
    const QVariantMap kept = Preferences::value(stateKey()).toMap();
    for (int i = 0; i < columns && static_cast<std::size_t>(i) < m_specs.size(); ++i) {
        const ColumnSpec& spec = m_specs[static_cast<std::size_t>(i)];
        const int width = kept.value(QStringLiteral("w%1").arg(i)).toInt();
        setColumnWidth(i, width > 0 ? width : theme.scaled(isChinese() ? spec.widthZh : spec.widthEn));
        setColumnHidden(i, m_withheld.contains(i) ||
                               kept.value(QStringLiteral("h%1").arg(i), spec.isHidden).toBool());
    }
    for (int place = 0; place < columns; ++place) {
        const QVariant column = kept.value(QStringLiteral("p%1").arg(place), place);
        if (column.toInt() < 0 || column.toInt() >= columns)
            continue;
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column.toInt()), place);
    }
    m_isApplying = false;
    stretch();
    m_frozen->setCount(kept.value(QStringLiteral("frozen")).toInt());
}

void TableView::setColumnShown(int column, bool isShown)
{
    {
        const QScopedValueRollback applying(m_isApplying, true);
        setColumnHidden(column, !isShown);
    }
    stretch();
}

void TableView::withholdColumn(int column, bool isWithheld)
{
    if (isWithheld == m_withheld.contains(column))
        return;
    if (isWithheld)
        m_withheld.insert(column);
    else
        m_withheld.erase(column);
    const QVariantMap kept = Preferences::value(stateKey()).toMap();
    setColumnShown(column, !isWithheld && !kept.value(QStringLiteral("h%1").arg(column)).toBool());
}

void TableView::moveColumn(int column, int by)
{
    QHeaderView* head = horizontalHeader();
    int place = head->visualIndex(column) + by;
    while (place >= 0 && place < head->count() && isColumnHidden(head->logicalIndex(place)))
        place += by;
    if (place < 0 || place >= head->count() || isColumnHidden(column))
        return;
    head->moveSection(head->visualIndex(column), place); // remembered as when it is dragged
    m_frozen->follow();
    announce(window(), (by < 0 ? tr("%1: moved to the left") : tr("%1: moved to the right"))
                           .arg(model()->headerData(column, Qt::Horizontal).toString()));
}

void TableView::resetColumns()
{
    Preferences::setValue(stateKey(), {});
    applyColumns();
}

void TableView::freeze(int columns)
{
    m_frozen->setCount(columns);
    rememberColumns();
}

int TableView::frozenColumns() const
{
    return m_frozen->count();
}

const TableView* TableView::of(const QWidget* widget)
{
    const auto* table = qobject_cast<const TableView*>(widget);
    return table == nullptr && widget != nullptr ? qobject_cast<const TableView*>(widget->parentWidget())
                                                 : table;
}

void TableView::rememberColumns()
{
    if (m_isApplying || m_name.isEmpty())
        return;
    const QVariantMap earlier = Preferences::value(stateKey()).toMap();
    QVariantMap kept;
    const QHeaderView* head = horizontalHeader();
    for (int i = 0; i < head->count() && static_cast<std::size_t>(i) < m_specs.size(); ++i) {
        const QString width = QStringLiteral("w%1").arg(i);
        const QString hidden = QStringLiteral("h%1").arg(i);
        kept[QStringLiteral("p%1").arg(i)] = head->logicalIndex(i);
        if (m_withheld.contains(i)) { // what the person chose of it stands
            for (const QString& name : {width, hidden}) {
                if (earlier.contains(name))
                    kept[name] = earlier[name];
            }
            continue;
        }
        if (!m_specs[static_cast<std::size_t>(i)].stretches)
            kept[width] = isColumnHidden(i) ? 0 : columnWidth(i);
        kept[hidden] = isColumnHidden(i);
    }
    kept[QStringLiteral("frozen")] = m_frozen->count();
    Preferences::setValue(stateKey(), kept);
    stretch();
}

/// The stretching column takes what the others leave, and never less than its own width.
void TableView::stretch()
{
    const QHeaderView* head = horizontalHeader();
    int others = 0;
    int stretching = -1;
    for (int i = 0; i < head->count(); ++i) {
        if (static_cast<std::size_t>(i) < m_specs.size() && m_specs[static_cast<std::size_t>(i)].stretches)
            stretching = i;
        else if (!isColumnHidden(i))
            others += columnWidth(i);
    }
    if (stretching < 0 || m_isApplying)
        return;
    m_isApplying = true;
    const auto wish = [this](int column) {
        const ColumnSpec& spec = m_specs[static_cast<std::size_t>(column)];
        return Theme::instance().scaled(isChinese() ? spec.widthZh : spec.widthEn);
    };
    const int least = wish(stretching);
    // In a narrow window the texts give way, as long as the person has not chosen widths.
    const bool isUntouched = Preferences::value(stateKey()).toMap().isEmpty();
    if (isUntouched) {
        std::vector<int> texts;
        int texted = 0;
        others = 0;
        for (int i = 0; i < head->count(); ++i) {
            if (i == stretching || isColumnHidden(i) || static_cast<std::size_t>(i) >= m_specs.size())
                continue;
            others += wish(i);
            if (m_specs[static_cast<std::size_t>(i)].look == ColumnLookKind::Text) {
                texts.push_back(i);
                texted += wish(i);
            }
        }
        const int missing = std::clamp(others + least - viewport()->width(), 0, texted / 2);
        for (const int column : texts)
            setColumnWidth(column, wish(column) - (texted > 0 ? missing * wish(column) / texted : 0));
        others -= missing;
    }
    setColumnWidth(stretching, std::max(least, viewport()->width() - others));
    m_isApplying = false;
}

bool TableView::isFirstVisibleColumn(int column) const
{
    const QHeaderView* head = horizontalHeader();
    for (int place = 0; place < head->count(); ++place) {
        const int logical = head->logicalIndex(place);
        if (!isColumnHidden(logical))
            return logical == column;
    }
    return false;
}

std::vector<int> TableView::visibleColumns() const
{
    std::vector<int> columns;
    const QHeaderView* head = horizontalHeader();
    for (int place = 0; place < head->count(); ++place) {
        const int logical = head->logicalIndex(place);
        if (!isColumnHidden(logical))
            columns.push_back(logical);
    }
    return columns;
}

} // namespace rangedesk::ui
