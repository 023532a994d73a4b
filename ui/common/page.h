// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"

#include "core/environment.h"

#include <QDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QHash>
#include <QIcon>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// One workspace of the window.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What F6 goes round: the widget that takes the focus in each pane.
    virtual std::vector<QWidget*> panes() const = 0;
    /// Ctrl+F.
    virtual void find() {}
    /// F5.
    virtual void refresh() {}
    /// Ctrl+Shift+Enter: reviews the edits of this page. @returns false where it has none of its own
    virtual bool reviewEdits() { return false; }
    /// The page came into sight.
    virtual void shown() {}

Q_SIGNALS:
    /// Something to tell that needs no answer.
    void told(rangedesk::Mark mark, const QString& text);
};

/// The upper part of a side pane: it scrolls where there is more to tell than room. @returns the column to
/// fill.
QVBoxLayout* addSideColumn(QFrame* side, QVBoxLayout* sideColumn);

/// The strip on top of a page: title, what it is about, and buttons at the right.
class PageHead : public QFrame
{
    Q_OBJECT
public:
    explicit PageHead(QWidget* parent) : QFrame(parent)
    {
        setObjectName(QStringLiteral("pageHead"));
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(size::padding, 9, size::padding, 9);
        m_row->setSpacing(10);
        m_title = makeLabel(this, {}, Type::PageTitle);
        m_caption = makeLabel(this, {}, Type::Body, "caption");
        m_row->addWidget(m_title);
        m_row->addWidget(m_caption);
        m_row->addStretch();
        setMinimumHeight(52);
    }
    void setTitle(const QString& title) { m_title->setText(title); }
    void setCaption(const QString& caption) { m_caption->setText(caption); }
    void addRight(QWidget* widget) { m_row->addWidget(widget); }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    bool m_isFitting = false;
    QHash<QAbstractButton*, QIcon> m_icons; ///< that buttons go without for now
    QHBoxLayout* m_row;
    QLabel* m_title;
    QLabel* m_caption;
};

/// What every large dialog has: the band of its environment, a head with its title and a button that closes
/// it.
struct DialogFrame
{
    QVBoxLayout* column; ///< for what comes below
    QPushButton* close;
};

/// @param wanted in unscaled pixels; at most as large as the window above. @pre the dialog has its title, and
/// a parent
DialogFrame frameDialog(QDialog& dialog, Environment environment, QSize wanted);

} // namespace rangedesk::ui
