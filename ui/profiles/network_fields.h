// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/profile.h"
#include "common/notes.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

namespace rangedesk::ui {

/// The way to the server: its proxy, and authorities that the company trusts besides those of the computer.
class NetworkFields : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkFields(QWidget* parent);

    /// @param hasPassword whether the keychain holds the one of its proxy
    void setProfile(const Profile& profile, bool hasPassword);
    void fill(Profile& profile) const;
    /// What was typed as password of the proxy; empty: keep the one there is.
    QString typedPassword() const { return m_password->text(); }
    void clearPassword() { m_password->clear(); }
    /// The one that is kept belongs to the proxy and user it was typed for.
    bool hasPassword() const;
    /// Takes the authorities of a PEM file, or says why not.
    void addAuthorities(const QString& path);

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void showState();
    void chooseFile();

    QByteArray m_authorities;
    bool m_hasPassword = false;
    QString m_keptFor; ///< proxy and user
    QLabel* m_proxyLabel;
    QComboBox* m_proxy;
    QFormLayout* m_form;
    std::vector<QLabel*> m_labels;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLabel* m_authorityLabel;
    QLabel* m_authority;
    QPushButton* m_add;
    QPushButton* m_remove;
    Note* m_problem;
};

} // namespace rangedesk::ui
