// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/profile.h"
#include "common/notes.h"
#include "profiles/network_fields.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

namespace rangedesk::ui {

/// The fields of a profile. The key field never shows a key that is kept, and nothing can be copied from it.
class ProfileForm : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileForm(QWidget* parent);

    void setProfile(const Profile& profile, bool hasKey);
    /// Whose companies a rehearsal may have a copy of.
    /// @param isKept the profile that is edited is kept already: its data stay what they are
    void setOthers(const std::vector<Profile>& profiles, bool isKept);
    /// As typed; `checkedProfile` judges it.
    Profile profile() const;
    /// What was typed as key; empty: keep the one there is.
    QString typedKey() const { return m_key->text(); }
    bool hasKey() const { return m_hasKey; }
    QString typedProxyPassword() const { return m_network->typedPassword(); }
    /// Keys and passwords, once they are kept.
    void clearSecrets()
    {
        m_key->clear();
        m_network->clearPassword();
    }
    NetworkFields* network() const { return m_network; }
    bool hasEnvironment() const { return m_environments->checkedId() >= 0; }
    void showProblem(const std::optional<Error>& problem);
    QLineEdit* nameField() const { return m_name; }
    QLineEdit* addressField() const { return m_address; }
    QLineEdit* openidField() const { return m_openid; }
    QLineEdit* keyField() const { return m_key; }
    QAbstractButton* environmentButton(Environment environment) const
    {
        return m_environments->button(static_cast<int>(environment));
    }

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void showState();
    QWidget* makeCard(Environment environment);
    QWidget* makeMore();
    QWidget* makeRehearsal();

    Profile m_profile;
    bool m_hasKey = false;
    bool m_isKept = false;
    Note* m_problem;
    std::vector<QLabel*> m_labels;
    QLineEdit* m_name;
    QButtonGroup* m_environments;
    std::vector<QLabel*> m_cardTexts;
    QLineEdit* m_address;
    QLineEdit* m_openid;
    QLineEdit* m_key;
    QLabel* m_addressHint;
    QLabel* m_keyHint;
    QWidget* m_rehearsal = nullptr; ///< what only a rehearsal needs
    QLabel* m_copyLabel = nullptr;
    QComboBox* m_copy = nullptr; ///< by id of the profile
    QLabel* m_copyHint = nullptr;
    QWidget* m_server; ///< what a rehearsal does not need
    QToolButton* addFold(QVBoxLayout* column, const char* name, QWidget* content);
    QLabel* m_colorLabel;
    QComboBox* m_color;
    QToolButton* m_networkButton;
    NetworkFields* m_network;
    QToolButton* m_moreButton;
    QWidget* m_more = nullptr;
    std::vector<QLabel*> m_moreLabels;
    QDoubleSpinBox* m_rate = nullptr;
    QSpinBox* m_inFlight = nullptr;
    QSpinBox* m_products = nullptr;
    QSpinBox* m_reply = nullptr;
    QSpinBox* m_requests = nullptr;
    QSpinBox* m_removals = nullptr;
    QSpinBox* m_minutes = nullptr;
    QCheckBox* m_locked = nullptr;
};

} // namespace rangedesk::ui
