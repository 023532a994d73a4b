// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/list_page.h"
#include "models/log_rows.h"

#include <QFormLayout>
#include <QPlainTextEdit>

namespace rangedesk::ui {

/// Every request of this profile: what left, what was kept back, and what came of it.
class LogPage : public ListPage
{
    Q_OBJECT
public:
    LogPage(Desk& desk, QWidget* parent);

    /// Goes over the hash chain in a worker and tells what it found.
    void verify();
    /// All entries, not only those shown.
    void exportAll();
    void shown() override { refresh(); }

Q_SIGNALS:
    void verified();

protected:
    Texts texts() const override;
    void startReading(const std::shared_ptr<ReadingProgress>& progress,
                      const std::optional<QDateTime>& since) override;
    void showDetail(int row) override;
    std::vector<EquationBar::Term> facetTerms() const override;

private:
    QWidget* makeDetail();
    void showEntry(const LogEntry& entry);
    void showBodies(const LogEntry& entry);

    LogModel* m_log;
    std::shared_ptr<const LogRows> m_newest; ///< as read last; the model may still be at it
    std::optional<LogEntry> m_shown;         ///< with its bodies, once they are read
    QLabel* m_title = nullptr;
    QFormLayout* m_facts = nullptr;
    QLabel* m_requestTitle = nullptr;
    QPlainTextEdit* m_request = nullptr;
    QLabel* m_replyTitle = nullptr;
    QPlainTextEdit* m_reply = nullptr;
    QLabel* m_noBodies = nullptr;
    QPushButton* m_curl = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_verify = nullptr;
    QPushButton* m_export = nullptr;
    bool m_isVerifying = false;
};

} // namespace rangedesk::ui
