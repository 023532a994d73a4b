// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/facet_pane.h"

#include "common/delegates.h"
#include "common/style.h"
#include "common/widgets.h"
#include "models/roles.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

constexpr int margin = 8;

/// A group's name, or a check box and a value; the count at the right.
class FacetDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::instance();
        const bool isGroup = !index.parent().isValid();
        QRect rect = option.rect;
        if ((option.state & QStyle::State_Selected) != 0 && (option.state & QStyle::State_HasFocus) != 0)
            painter->fillRect(rect, color(Token::Selection));
        else if ((option.state & QStyle::State_MouseOver) != 0 && !isGroup)
            painter->fillRect(rect, color(Token::Hover));
        rect.adjust(margin / 2, 0, -margin, 0);
        const QString count = index.data(CaptionRole).toString();
        painter->setFont(theme.font(Type::Caption));
        painter->setPen(color(Token::Ink3));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(count) - margin);
        if (!isGroup) {
            const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            paintCheckBox(painter, QRect(rect.x(), rect.y(), 16, rect.height()),
                          isOn ? Qt::Checked : Qt::Unchecked, true, false);
            rect.setLeft(rect.x() + 24);
        }
        QFont font = theme.font(Type::Body);
        font.setBold(isGroup);
        painter->setFont(font);
        painter->setPen(color(Token::Ink));
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    }

    /// The view's click checks a value; the check box would do it once more.
    bool editorEvent(QEvent*, QAbstractItemModel*, const QStyleOptionViewItem&, const QModelIndex&) override
    {
        return false;
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {120, Theme::instance().scaled(26)};
    }
};

class FacetTree : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Space && currentIndex().parent().isValid()) {
            static_cast<FacetModel*>(model())->toggle(currentIndex());
            return;
        }
        QTreeView::keyPressEvent(event);
    }
};

} // namespace

FacetPane::FacetPane(const QString& name, QWidget* parent)
    : QFrame(parent), m_model(new FacetModel(this)), m_search(makeSearchField(this)),
      m_clear(makeButton(this, "link")), m_tree(new FacetTree(this))
{
    setObjectName(QStringLiteral("sidePane"));
    setMinimumWidth(170);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 0, 0);
    column->setSpacing(6);
    m_search->setMinimumWidth(60);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 12, 0);
    top->addWidget(m_search, 1);
    top->addWidget(m_clear);
    column->addLayout(top);
    column->addWidget(m_tree, 1);
    m_search->setObjectName(name + QStringLiteral(".search"));
    m_tree->setObjectName(name);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMouseTracking(true);
    m_tree->setItemDelegate(new FacetDelegate(m_tree));
    m_clear->hide();
    connect(m_search, &QLineEdit::textChanged, m_model, &FacetModel::setText);
    connect(m_model, &QAbstractItemModel::modelReset, m_tree, &QTreeView::expandAll);
    connect(m_model, &FacetModel::chosen, this, [this] { m_clear->setVisible(m_model->chosenCount() > 0); });
    connect(m_clear, &QPushButton::clicked, m_model, &FacetModel::clear);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.parent().isValid())
            m_model->toggle(index);
    });
    translated(this, [this] { m_clear->setText(tr("Clear")); });
}

void FacetPane::setGroups(std::vector<FacetModel::Group> groups)
{
    m_model->setGroups(std::move(groups));
    m_clear->setVisible(m_model->chosenCount() > 0);
}

void FacetPane::setAccessibleTexts(const QString& tree, const QString& search)
{
    m_tree->setAccessibleName(tree);
    m_search->setAccessibleName(search);
    m_search->setPlaceholderText(search);
}

} // namespace rangedesk::ui
