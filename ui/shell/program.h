// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile_editor.h"
#include "shell/main_window.h"

namespace rangedesk::ui {

/// The program with profiles: which of them is open, its key from the keychain, and the way between windows.
/// One window a process works on one profile; a second window is a process of its own.
class Program : public QObject
{
    Q_OBJECT
public:
    /// @param root where profiles and their data are kept; empty: the user's own place
    /// @param keychain must outlive it
    Program(const QString& root, Keychain& keychain);
    ~Program() override;

    /// Opens the named profile, else the one that was open last, else the form for the first one.
    void start(const QString& profileName, const QStringList& files);
    MainWindow* window() const { return m_window.get(); }
    Desk* desk() const { return m_desk.get(); }
    ProfileEditor* editor() const { return m_editor.get(); }
    ProfileStore& store() { return m_store; }
    /// Closes what is open, unless a job keeps it, and opens another profile.
    void switchTo(const Profile& profile, std::shared_ptr<AppKey> key = {});
    void edit(const std::optional<Profile>& profile);
    /// After the name was typed: its data folder and its entry in the keychain go, too.
    void remove(const Profile& profile);
    void exportProfile(const Profile& profile);
    void importProfile();

private:
    void open(const Profile& profile, std::shared_ptr<AppKey> key);
    void askKeychain();
    void askPerson();
    void goOn(AppKey key);
    void openSample();
    void fillMenu(QMenu* menu);
    bool closeWindow();
    void tell(Mark mark, const QString& text);

    ProfileStore m_store;
    Keychain& m_keychain;
    std::optional<Profile> m_profile; ///< of the window
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ProfileEditor> m_editor;
    QStringList m_files;
};

} // namespace rangedesk::ui
