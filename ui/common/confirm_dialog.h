// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/marks.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

class QCheckBox;

namespace rangedesk::ui {

/// Something that must not happen by accident: what it is in figures, and a name that has to be typed.
struct Confirmation
{
    QString title;
    QString subtitle;
    struct Stat
    {
        QString label;
        QString value;
        QString unit;
    };
    std::vector<Stat> stats;
    QStringList lines;
    std::vector<std::pair<Mark, QString>> notes;
    struct Check
    {
        QString text;
        bool isRequired = false; ///< the button waits for it
        bool isOn = false;
    };
    std::vector<Check> checks;
    QString name; ///< to be typed; empty: none
    QString back;
    QString act;
    const char* kind = "primary"; ///< primary, danger or production
};

struct ConfirmationAnswer
{
    bool isAgreed = false;
    std::vector<bool> checks;
};

/// A field into which a name has to be typed: nothing can be pasted or dropped.
class TypedField : public QLineEdit
{
    Q_OBJECT
public:
    explicit TypedField(QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

/// A button that the mouse clicks and the keyboard has to hold: Space for a second. Enter does nothing.
class HoldButton : public QPushButton
{
    Q_OBJECT
public:
    explicit HoldButton(QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QTimer m_hold;
};

class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(QWidget* parent, Confirmation confirmation);

    ConfirmationAnswer answer() const;

private:
    void showState();
    QWidget* makeHead();
    QWidget* makeStats();

    Confirmation m_confirmation;
    std::vector<QCheckBox*> m_checks;
    TypedField* m_name = nullptr;
    QLabel* m_fits = nullptr;
    QLabel* m_open = nullptr; ///< why it cannot be done yet
    HoldButton* m_act;
};

} // namespace rangedesk::ui
