// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "session/connection_test.h"

#include <QFrame>
#include <QVBoxLayout>

namespace rangedesk::ui {

/// What a test of a connection found, line by line, each with its mark, and what to do about it.
class ReportView : public QFrame
{
    Q_OBJECT
public:
    explicit ReportView(QWidget* parent);

    void showNothingYet();
    void showWaiting();
    /// @param skew of the server's clock; nothing where it is not known
    void showReport(const ConnectionReport& report, const QString& host, bool isEncrypted,
                    std::optional<std::chrono::seconds> skew);
    /// All lines, to hand on. Never with a key.
    QString text() const { return m_text; }

private:
    void clear();
    void addLine(Mark mark, const QString& title, const QString& detail, const QString& right = {});

    QLabel* m_title;
    QLabel* m_caption;
    QVBoxLayout* m_lines;
    QPushButton* m_copy;
    QString m_text;
};

} // namespace rangedesk::ui
