// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/campaign_queries.h"
#include "session/desk.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rangedesk::ui {

/// Asks which campaigns the server is to be asked for: its seven filters, checked by the vendor's rules while
/// one types, kept under names.
class QueryDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param types code and name of those that are known
    QueryDialog(Desk& desk, const CampaignQuery& query, const std::vector<std::pair<QString, QString>>& types,
                QWidget* parent);

    CampaignQuery query() const;
    QPushButton* goOnButton() const { return m_goOn; }

private:
    struct Box
    {
        const CampaignFilter* filter;
        QLabel* name;
        QLabel* fault;
        QLineEdit* edit;
    };
    void build(const std::vector<std::pair<QString, QString>>& types);
    void setQuery(const CampaignQuery& query);
    void check();
    void showNamed();
    void keepNamed();
    void removeNamed();
    void write();
    void ask();

    Desk& m_desk;
    CampaignQueries m_queries;
    QString m_problem; ///< why the kept ones cannot be read
    std::vector<Box> m_boxes;
    QComboBox* m_named = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_remove = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_goOn = nullptr;
    bool m_isFilling = false;
};

} // namespace rangedesk::ui
