// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/keychain.h"
#include "accounts/profile_store.h"
#include "profiles/profile_form.h"
#include "profiles/report_view.h"

#include <QThreadPool>

namespace rangedesk::ui {

/// The first thing a new user sees, and the place where profiles are changed: fields, a harmless test of the
/// connection with its result explained, and the way to try the program without a key.
class ProfileEditor : public QWidget
{
    Q_OBJECT
public:
    /// @p store and @p keychain must outlive it.
    ProfileEditor(ProfileStore& store, Keychain& keychain);
    /// Ends a running test and waits for it.
    ~ProfileEditor() override;

    /// Nothing: a new one, which a person who has none may leave by the sample data alone.
    /// @param hasKey whether the keychain holds its key
    void edit(const std::optional<Profile>& profile, bool canCancel, bool hasKey = true);
    ProfileForm* form() const { return m_form; }
    ReportView* report() const { return m_report; }
    QPushButton* testButton() const { return m_test; }
    QPushButton* saveButton() const { return m_save; }
    QPushButton* sampleButton() const { return m_sample; }

Q_SIGNALS:
    /// @param key as typed, for this run; null where the one in the keychain stays
    /// @param proxyPassword likewise
    /// @param problem why the keychain did not take it; empty where it did
    void saved(const rangedesk::Profile& profile, std::shared_ptr<rangedesk::AppKey> key,
               std::shared_ptr<rangedesk::AppKey> proxyPassword, const QString& problem);
    void sampleWanted();
    void cancelled();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void setTexts();
    void showState();
    using Secret = std::function<void(std::shared_ptr<AppKey>)>;
    void test();
    void withSecret(std::shared_ptr<AppKey> typed, const QString& entry, Secret then);
    void endTest(const Error& problem);
    void runTest(const Profile& profile, const std::shared_ptr<AppKey>& key,
                 const std::shared_ptr<const AppKey>& password);
    Result<std::shared_ptr<AppKey>> typedKey() const;
    std::shared_ptr<AppKey> typedPassword() const;
    void keepSecrets(std::vector<std::pair<QString, std::shared_ptr<AppKey>>> secrets, const QString& problem,
                     std::function<void(const QString&)> then);
    void save();
    bool mayCallOtherwise(const Profile& profile);
    QWidget* makeWelcome();

    ProfileStore& m_store;
    Keychain& m_keychain;
    std::optional<Profile> m_edited;
    StopFlag m_isGoing{false};
    QThreadPool m_worker;
    bool m_isTesting = false;
    bool m_isSaving = false; ///< the keychain is being asked: nothing else may happen meanwhile
    int m_turn = 0;          ///< tests of an earlier turn are not shown
    bool m_canCancel = false;

    QLabel* m_welcomeTitle = nullptr;
    QLabel* m_welcomeText = nullptr;
    QLabel* m_sampleTitle = nullptr;
    QLabel* m_sampleText = nullptr;
    QPushButton* m_sample = nullptr;
    QLabel* m_title;
    QLabel* m_caption;
    ProfileForm* m_form;
    ReportView* m_report;
    QPushButton* m_cancel;
    QPushButton* m_test;
    QPushButton* m_save;
};

} // namespace rangedesk::ui
