// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bare_copy.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace rangedesk::ui {

namespace {

class BareCopy : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(BareCopy)
public:
    explicit BareCopy(QLabel* label) : QObject(label), m_label(label) { label->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
            if (!static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
                return false;
            watched->event(event);
            makeBare(QClipboard::Clipboard);
            return true;
        case QEvent::MouseButtonRelease: // on X11 what is selected is copied
            watched->event(event);
            makeBare(QClipboard::Selection);
            return true;
        case QEvent::ContextMenu:
            showMenu(static_cast<QContextMenuEvent*>(event)->globalPos());
            return true;
        default:
            return false;
        }
    }

private:
    void makeBare(QClipboard::Mode mode) const
    {
        QClipboard* clipboard = QGuiApplication::clipboard();
        const bool isOther = mode == QClipboard::Selection && !clipboard->supportsSelection();
        if (isOther || !m_label->hasSelectedText())
            return;
        QString text = clipboard->text(mode);
        if (text.contains(QChar(breakPlace)))
            clipboard->setText(text.remove(QChar(breakPlace)), mode);
    }

    void showMenu(const QPoint& at)
    {
        QMenu menu(m_label);
        menu.setObjectName(QStringLiteral("copyMenu"));
        QAction* copy = menu.addAction(tr("Copy"), this, [this] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier);
            eventFilter(m_label, &press);
        });
        copy->setShortcut(QKeySequence::Copy);
        copy->setEnabled(m_label->hasSelectedText());
        menu.exec(at);
    }

    QLabel* m_label;
};

} // namespace

void copiesBare(QLabel* label)
{
    new BareCopy(label); // goes with the label
}

} // namespace rangedesk::ui
