// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QButtonGroup>
#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// A place of the rail: icon, word, and a badge with how many things wait there.
class RailButton : public QToolButton
{
    Q_OBJECT
public:
    RailButton(const char* iconName, QWidget* parent);

    void setTexts(const QString& word, const QKeySequence& key);
    void setBadge(int count);
    int badge() const { return m_badge; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();

    QString m_word;
    int m_badge = 0;
};

/// The navigation at the left: one place a workspace, Ctrl+1 to Ctrl+9.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent);

    RailButton* addPlace(const char* iconName, const char* objectName);
    /// A place at the lower end. Add these last.
    RailButton* addFoot(const char* iconName, const char* objectName);
    void setCurrent(int place);

Q_SIGNALS:
    void chosen(int place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QVBoxLayout* m_column;
    QButtonGroup* m_group;
    int m_places = 0;
};

} // namespace rangedesk::ui
