// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/follow_up.h"
#include "models/entry_rows.h"
#include "session/desk.h"
#include "session/list_reader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>
#include <unordered_set>

namespace rangedesk::ui {

/// Reports customers as registered for one campaign, all at one time and with one merchant information. What
/// it gives is a change set like any other: compared with the server, reviewed and posted in the bulk
/// workspace.
class RegistrationDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param campaign as it was read last; it has an external id
    RegistrationDialog(Desk& desk, ListItem<Campaign> campaign, QWidget* parent);

    /// Those that are there already are not taken twice.
    void addCustomers(const std::vector<Picked>& customers);
    const std::vector<Picked>& customers() const { return m_customers; }
    QPushButton* goOnButton() const { return m_goOn; }
    /// @pre accepted
    Result<FollowUp> changes() const;

    void reject() override;

    /// So many can be reported at once from here, as of edits of ranges; of more a sheet takes care.
    static constexpr std::size_t mostAtOnce = 20'000;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Merchant information that is used again, with its time where that was chosen.
    struct KeptText
    {
        QString text;
        QString time;
    };
    static KeptText keptTextOf(const QJsonValue& value);
    void useTemplate(const KeptText& kept);
    QWidget* makeCustomers();
    QWidget* makeValues();
    void pick(bool pastes = false);
    void addCodeField(QVBoxLayout* column, QWidget* pane);
    bool isCodeWhole() const;
    void removeChosen();
    void lookUpRegistered();
    /// After other customers: what typing in the fields does not change is counted once.
    void countCustomers();
    void check();
    void showTemplates();
    void keepTemplate();
    void removeTemplate();
    void loadTemplates();
    void writeTemplates();
    QString time() const;

    Desk& m_desk;
    ListItem<Campaign> m_campaign;
    std::vector<Picked> m_customers;
    QMap<QString, KeptText> m_texts;                  ///< kept merchant information, by name
    QString m_proposedTime;                           ///< when the dialog was opened
    QString m_textsProblem;                           ///< why they cannot be read
    using Ids = std::unordered_set<std::string_view>; ///< views into the campaign's reply
    std::shared_ptr<const Ids> m_registered;          ///< nothing until a worker has gathered them
    qint64 m_again = 0;         ///< customers that were registered when the campaign was read
    QString m_customersProblem; ///< why they cannot be reported
    QStringListModel* m_names;
    QListView* m_list = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_time = nullptr;
    QLabel* m_timeFault = nullptr;
    QLineEdit* m_code = nullptr;  ///< where the query may have cut it; else nullptr
    QCheckBox* m_whole = nullptr; ///< it did not
    QComboBox* m_templates = nullptr;
    QPushButton* m_removeTemplate = nullptr;
    QPlainTextEdit* m_information = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_goOn = nullptr;
};

} // namespace rangedesk::ui
