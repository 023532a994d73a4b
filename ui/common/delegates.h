// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "models/mark.h"

#include <QStyledItemDelegate>

namespace rangedesk::ui {

/// A row's ground, line and selection, and its text. All delegates stand on it; they are fed by roles and
/// know no model. Rows have one height, so nothing is measured.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent, int height = size::row)
        : QStyledItemDelegate(parent), m_height(height)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    /// Paints the cell's content into @p rect; the ground is there already.
    virtual void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const;
    /// Text for the tooltip, shown where it does not fit into the cell.
    virtual QString fullText(const QModelIndex& index) const;

    static QColor textColor(const QModelIndex& index);
    /// One line of text, elided; @returns its width.
    static int paintText(QPainter* painter, const QRect& rect, const QString& text, const QColor& ink,
                         Type type = Type::Body, int alignment = Qt::AlignLeft | Qt::AlignVCenter,
                         Qt::TextElideMode elide = Qt::ElideRight);
    /// A state chip; @returns its width.
    static int paintChip(QPainter* painter, const QRect& rect, Mark mark, const QString& text,
                         bool atRight = false);
    static int chipWidth(const QString& text);
    static int roomForChip(const QString& chip, const QRect& rect);

private:
    QString tipOf(const QStyleOptionViewItem& option, const QAbstractItemView& view,
                  const QModelIndex& index) const;

    int m_height;
};

/// An arrow at the end of a bar that goes on beyond its axis.
void paintEnd(QPainter& painter, const QRect& bar, Qt::ArrowType way, const QColor& ink);

/// Right-aligned numbers with thousands separators.
class FigureDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// Codes and ids: smaller, elided in the middle.
class CodeDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// A mark and its word.
class MarkDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// A state chip: tint, sign, word.
class ChipDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// Old value struck, arrow, new value in the mark's colour, and a warning chip.
class BeforeAfterDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// A bar of FractionRole with the text at its right.
class BarDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// The text above a bar of SpanRole on its axis, with today marked.
class SpanDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// Two lines, the second smaller; with a chip and a caption at the right, and a bar beneath while it runs.
class TwoLineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    explicit TwoLineDelegate(QObject* parent, int height = size::rowTwoLines) : RowDelegate(parent, height) {}

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
    QString fullText(const QModelIndex& index) const override;
};

/// Dimension in grey, value in ink, and so on, from the texts of BeforeRole.
class ConditionDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// A text in which what was searched for is marked (MatchRole).
class MatchDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

/// A check box or a chip that is on or off by OnRole. Where the view lets it be toggled, it tells so.
class ToggleDelegate : public RowDelegate
{
    Q_OBJECT
public:
    enum class Look : std::uint8_t { CheckBox, Chip };
    ToggleDelegate(QObject* parent, Look look) : RowDelegate(parent), m_look(look) {}

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void toggled(const QModelIndex& index);

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;

private:
    Look m_look;
};

} // namespace rangedesk::ui
