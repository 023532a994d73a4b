// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "core/error.h"
#include "openapi/certificate.h"

#include <QFrame>
#include <QTimer>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// A tinted strip with a mark and a text that stays until its reason is gone, with buttons inside.
class Note : public QFrame
{
    Q_OBJECT
public:
    Note(Mark mark, QWidget* parent);

    void setMark(Mark mark);
    /// Plain text; the accessible name as well.
    void setText(const QString& text);
    QString text() const { return m_label->text(); }
    QPushButton* addButton(const QString& text);
    void clearButtons();
    /// The buttons at the right of the text, for a strip of one line.
    void setInline();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mark m_mark;
    QLabel* m_label;
    QBoxLayout* m_column;
    QHBoxLayout* m_buttons;
};

/// A message that goes by itself after six seconds, with one thing to do; it stays while the pointer is on
/// it. Anything that needs an answer is a note.
class Toast : public QFrame
{
    Q_OBJECT
public:
    explicit Toast(QWidget* window);

    /// An empty @p text takes away what is shown.
    void show(Mark mark, const QString& text, const QString& action = {}, std::function<void()> act = {});

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    int above(QRect place) const;

    QLabel* m_sign;
    QLabel* m_label;
    QPushButton* m_action;
    std::function<void()> m_act;
    QTimer m_timer;
    QTimer m_placing; ///< once what moved in the window has settled
};

/// Says it in a toast of this window: a dialog's messages stand within it, not behind.
void tell(QWidget* window, Mark mark, const QString& text);

/// Says a text to screen readers; Qt 6.4 knows no announcement, so a hidden label changes its name.
void announce(QWidget* window, const QString& text);

/// A way on from an empty page: icon, what it does, more about it, and its key at the right.
class WayButton : public QPushButton
{
    Q_OBJECT
public:
    WayButton(const char* iconName, const QString& text, const QString& more, const QKeySequence& key,
              QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_text;
    QString m_more;
    QString m_key;
};

/// A whole pane that says what is not there: nothing yet, an error, no connection. One sentence, what it
/// means, and up to three ways on with their keys.
class StatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit StatePanel(QWidget* parent);

    void showEmpty(const char* iconName, const QString& title, const QString& text);
    /// What, to what, what now; it can be copied.
    void showError(const Error& error, const QString& title = {});
    /// The server is not reached: what can be done all the same, and what must wait.
    void showOffline(const Error& error);
    /// The server's certificate was refused: why, the certificate itself, and what can be done. There is no
    /// way to go on all the same.
    void showCertificate(const CertificateRefusal& refusal);
    void showWaiting(const QString& text);

    /// A way on. Cleared by each `show…`.
    QPushButton* addWay(const char* iconName, const QString& text, const QString& more,
                        const QKeySequence& key = {});

private:
    void reset();
    /// @param mark before each; None: numbers
    void addList(const QString& heading, Mark mark, const QStringList& items);

    QVBoxLayout* m_column;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_ways;
    QPushButton* m_copy;
    QString m_details;
};

} // namespace rangedesk::ui
