// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTextBrowser;

namespace rangedesk::ui {

/// The users' guide in the language of the window.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent);

private:
    QTextBrowser* m_text;
};

} // namespace rangedesk::ui
