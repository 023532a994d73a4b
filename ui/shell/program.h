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
    /// The key of the environment, for a computer without a keychain.
    void setFallbackKey(AppKey key) { m_fallback = std::move(key); }
    /// Closes what is open and opens another profile. A running job may keep the window, or end first.
    /// @param warning told in the new window
    void switchTo(const Profile& profile, std::shared_ptr<AppKey> key = {}, const QString& warning = {});
    void edit(const std::optional<Profile>& profile, bool hasKey = true);
    /// After the name was typed: its data folder and its entry in the keychain go, too.
    void remove(const Profile& profile);
    void exportProfile(const Profile& profile);
    void importProfile();
    /// Opens the rehearsal of the company that is open, made where there is none yet, with these files.
    void rehearse(const QStringList& files);
    /// Gives up what was rehearsed of a company and takes a fresh copy.
    void renewRehearsal(const Profile& rehearsal, const QStringList& files = {});

private:
    void open(const Profile& profile, const std::shared_ptr<AppKey>& key, bool renewsRehearsal = false);
    void askKeychain();
    void askPerson();
    void goOn(AppKey key);
    void openWindow();
    void openSample();
    void fillMenu(QMenu* menu);
    void leaveForRehearsal(const Profile& rehearsal, const QStringList& files, bool renews);
    template <typename Add> void addRehearsal(QMenu* menu, const Add& add);
    void leaveWindow(std::function<void()> then);
    void windowClosed();
    void finishRemoving(const Profile& profile);
    void tell(Mark mark, const QString& text);

    ProfileStore m_store;
    Keychain& m_keychain;
    std::optional<Profile> m_profile; ///< of the window
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ProfileEditor> m_editor;
    QStringList m_files;
    AppKey m_fallback;
    std::map<QString, AppKey>
        m_typedKeys; ///< by entry of the keychain, where the keychain did not take them: for this run
    std::function<void()> m_afterClose; ///< what the window makes room for
    int m_turn = 0;                     ///< answers of the keychain to an earlier turn come too late
    bool m_hasGoneOn = false;           ///< the window has its key
};

} // namespace rangedesk::ui
