// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/program.h"
#include "session/worker.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/preferences.h"
#include "profiles/key_dialog.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace rangedesk::ui {

namespace {

QString lastProfileKey()
{
    return QStringLiteral("profiles/last");
}

} // namespace

Program::Program(const QString& root, Keychain& keychain) : m_store(root), m_keychain(keychain)
{
    // A window that makes room for another must not end the program.
    QApplication::setQuitOnLastWindowClosed(false);
    // What a removal left when it was interrupted.
    inWorker(
        this, [store = m_store] { return store.sweep(); }, [](const Result<void>&) {});
}

Program::~Program()
{
    ++m_turn;
    m_window.reset();
    m_desk.reset();
}

void Program::start(const QString& profileName, const QStringList& files)
{
    m_files = files;
    const auto profiles = m_store.all();
    if (!profiles || profiles->empty()) {
        edit(std::nullopt);
        if (!profiles)
            m_editor->form()->showProblem(profiles.error());
        return;
    }
    const QString last = Preferences::value(lastProfileKey()).toString();
    const auto wanted = std::find_if(profiles->begin(), profiles->end(), [&](const Profile& profile) {
        return profileName.isEmpty() ? profile.id == last
                                     : profile.name.compare(profileName, Qt::CaseInsensitive) == 0;
    });
    if (wanted == profiles->end() && !profileName.isEmpty()) {
        edit(std::nullopt);
        m_editor->form()->showProblem(m_store.named(profileName).error());
        return;
    }
    open(wanted != profiles->end() ? *wanted : profiles->front(), nullptr);
}

void Program::open(const Profile& profile, const std::shared_ptr<AppKey>& key, bool renewsRehearsal)
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_profile = profile;
    if (key)
        m_typedKeys.insert_or_assign(profile.id, AppKey(key->reveal()));
    ++m_turn;
    m_hasGoneOn = false;
    Preferences::setValue(lastProfileKey(), profile.id);
    SessionWish wish = wishOf(profile, m_store);
    if (wish.rehearsal)
        wish.rehearsal->renews = renewsRehearsal;
    m_desk = std::make_unique<Desk>(std::move(wish), key ? std::move(*key) : AppKey());
    m_window = std::make_unique<MainWindow>(*m_desk);
    connect(m_window.get(), &MainWindow::profileMenuWanted, this, &Program::fillMenu);
    connect(m_window.get(), &MainWindow::rehearsalWanted, this,
            [this](const QString& path) { QTimer::singleShot(0, this, [this, path] { rehearse({path}); }); });
    // Later: the window may be closed by what its job's end told, which is still on the stack.
    connect(m_window.get(), &MainWindow::closed, this,
            [this] { QTimer::singleShot(0, this, &Program::windowClosed); });
    m_window->show();
    if (m_editor)
        m_editor->hide();
    // First paint before any keychain, database or network is touched.
    QTimer::singleShot(0, m_window.get(), [this] {
        if (m_desk->session().needsKey())
            askKeychain();
        else
            openWindow();
    });
}

void Program::askKeychain()
{
    m_window->showWaiting(tr("Asking the keychain for the appkey…"));
    m_keychain.read(m_profile->id, [this, turn = ++m_turn](KeychainAnswer answer) {
        if (turn != m_turn)
            return;
        if (answer.state == KeychainState::Done)
            goOn(std::move(answer.key));
        else if (const auto typed = m_typedKeys.find(m_profile->id); typed != m_typedKeys.end())
            goOn(AppKey(typed->second.reveal()));
        else if (!m_fallback.isEmpty())
            goOn(AppKey(m_fallback.reveal()));
        else
            m_window->showKeyProblem(
                keychainError(answer.state, answer.words), [this] { askPerson(); },
                [this] { askKeychain(); });
    });
}

void Program::askPerson()
{
    auto typed = keyQuestion()(m_window.get(), m_profile->name);
    if (!typed)
        return;
    m_typedKeys.insert_or_assign(m_profile->id, AppKey(typed->key.reveal()));
    if (!typed->isToBeKept) {
        goOn(std::move(typed->key));
        return;
    }
    m_window->showWaiting(tr("Keeping the appkey in the keychain…"));
    const auto key = std::make_shared<AppKey>(std::move(typed->key));
    m_keychain.write(m_profile->id, *key, [this, key, turn = ++m_turn](const KeychainAnswer& answer) {
        if (turn != m_turn)
            return;
        if (answer.state != KeychainState::Done)
            tell(Mark::Warning, keychainError(answer.state, answer.words).what + QLatin1Char(' ') +
                                    tr("The key serves this run."));
        goOn(std::move(*key));
    });
}

void Program::goOn(AppKey key)
{
    if (std::exchange(m_hasGoneOn, true))
        return;
    m_desk->session().setKey(std::move(key));
    openWindow();
}

/// With the password of its proxy, where that wants one. Without it the window opens all the same: the
/// connection then says what is missing.
void Program::openWindow()
{
    const QString entry = m_desk->wish().proxyEntry;
    const auto open = [this] { m_window->open(std::exchange(m_files, {})); };
    if (entry.isEmpty()) {
        open();
        return;
    }
    if (const auto typed = m_typedKeys.find(entry); typed != m_typedKeys.end()) {
        m_desk->session().setProxyPassword(AppKey(typed->second.reveal()));
        open();
        return;
    }
    m_keychain.read(entry, [this, open, turn = m_turn](KeychainAnswer answer) {
        if (turn != m_turn)
            return;
        if (answer.state == KeychainState::Done)
            m_desk->session().setProxyPassword(std::move(answer.key));
        else
            tell(Mark::Warning, tr("The password of the proxy did not come from the keychain: type it in the "
                                   "profile."));
        open();
    });
}

/// @p then comes when the window is gone: at once, or when what runs has ended. A person may keep it.
void Program::leaveWindow(std::function<void()> then)
{
    if (!m_window) {
        then();
        return;
    }
    m_afterClose = std::move(then);
    if (!m_window->close() && !m_window->isClosing())
        m_afterClose = nullptr;
}

void Program::windowClosed()
{
    if (m_window && m_window->isVisible())
        return;
    ++m_turn;
    const auto then = std::exchange(m_afterClose, nullptr);
    if (then) {
        m_window.reset();
        m_desk.reset();
        then();
    } else {
        QApplication::quit();
    }
}

void Program::switchTo(const Profile& profile, std::shared_ptr<AppKey> key, const QString& warning)
{
    leaveWindow([this, profile, key = std::move(key), warning] {
        open(profile, key);
        if (!warning.isEmpty())
            tell(Mark::Warning, warning + QLatin1Char(' ') + tr("The key serves this run."));
    });
}

void Program::edit(const std::optional<Profile>& profile, bool hasKey)
{
    if (!m_editor) {
        m_editor = std::make_unique<ProfileEditor>(m_store, m_keychain);
        connect(m_editor.get(), &ProfileEditor::sampleWanted, this, &Program::openSample);
        connect(m_editor.get(), &ProfileEditor::cancelled, m_editor.get(), &QWidget::hide);
        connect(m_editor.get(), &ProfileEditor::saved, this,
                [this](const Profile& kept, const std::shared_ptr<AppKey>& key,
                       const std::shared_ptr<AppKey>& password, const QString& problem) {
                    m_editor->hide();
                    if (password)
                        m_typedKeys.insert_or_assign(kept.proxyEntry(), AppKey(password->reveal()));
                    switchTo(kept, key, problem);
                });
    }
    m_editor->edit(profile, m_window != nullptr, hasKey);
    m_editor->setWindowModality(m_window ? Qt::ApplicationModal : Qt::NonModal);
    m_editor->show();
    m_editor->activateWindow();
    QApplication::setQuitOnLastWindowClosed(m_window == nullptr);
}

/// The rehearsal that "sample data" stands for; made once.
void Program::openSample()
{
    auto profiles = m_store.all();
    if (profiles) {
        for (const Profile& profile : *profiles) {
            if (profile.environment == Environment::Rehearsal && profile.rehearsalOf.isEmpty()) {
                switchTo(profile);
                return;
            }
        }
    }
    Profile sample = m_store.fresh();
    if (!profiles)
        sample.id = QStringLiteral("sample"); // the list is damaged and left as it is: a folder beside it
    sample.name = tr("Demo company, rehearsal");
    sample.environment = Environment::Rehearsal;
    sample.startsLocked = false;
    const auto kept = profiles ? m_store.keep(sample) : Result<Profile>(sample);
    if (kept)
        switchTo(*kept);
    else
        m_editor->form()->showProblem(kept.error());
}

void Program::rehearse(const QStringList& files)
{
    const auto profiles = m_store.all();
    if (!profiles)
        tell(Mark::Refused, profiles.error().text());
    if (!m_profile || !m_profile->needsKey() || !profiles)
        return;
    for (const Profile& profile : *profiles) {
        if (profile.environment != Environment::Rehearsal || profile.rehearsalOf != m_profile->id)
            continue;
        const auto data = DataDirectory::open(m_store.dataFolder(profile));
        const auto facts = data ? rehearsalFacts(*data) : std::nullopt;
        if (!facts || !isCopyOf(*facts, *wishOf(profile, m_store).rehearsal)) {
            renewRehearsal(profile, files);
            return;
        }
        const int answer = dialogs().ask(
            m_window.get(),
            {tr("Rehearse on the copy of %1, or on a fresh one?")
                 .arg(facts->takenAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
             tr("The copy holds what was rehearsed since. A fresh one holds what this computer knows of %1 "
                "now, "
                "and gives that up.")
                 .arg(m_profile->name),
             {{tr("Cancel")}, {tr("Go on with that copy")}, {tr("Take a fresh copy"), "primary"}},
             0});
        if (answer == 1)
            leaveForRehearsal(profile, files, false);
        else if (answer == 2)
            renewRehearsal(profile, files);
        return;
    }
    Profile made = m_store.fresh();
    // Names are short, and differ.
    for (int number = 1;; ++number) {
        QString name = tr("%1, rehearsal");
        if (number > 1)
            name += QLatin1Char(' ') + QString::number(number);
        made.name = name.arg(m_profile->name.left(longestProfileName - name.size()));
        if (std::none_of(profiles->begin(), profiles->end(), [&](const Profile& other) {
                return other.name.compare(made.name, Qt::CaseInsensitive) == 0;
            }))
            break;
    }
    made.environment = Environment::Rehearsal;
    made.rehearsalOf = m_profile->id;
    made.startsLocked = false;
    const auto kept = m_store.keep(made);
    if (kept)
        renewRehearsal(*kept, files);
    else
        tell(Mark::Refused, kept.error().text());
}

void Program::renewRehearsal(const Profile& rehearsal, const QStringList& files)
{
    leaveForRehearsal(rehearsal, files, true);
}

/// The window stays where the rehearsal could not open: another instance has it, or nothing is known yet.
void Program::leaveForRehearsal(const Profile& rehearsal, const QStringList& files, bool renews)
{
    const bool isOpen = m_profile && m_profile->id == rehearsal.id;
    const auto data = DataDirectory::open(m_store.dataFolder(rehearsal));
    if (!isOpen && data && data->isLockedByAnother()) {
        tell(Mark::Refused, tr("%1 is open in another window.").arg(rehearsal.name));
        return;
    }
    const auto wish = wishOf(rehearsal, m_store).rehearsal;
    const bool isKnown =
        !renews || (wish && (QFileInfo::exists(wish->folder + QStringLiteral("/catalogue.db")) ||
                             QFileInfo::exists(wish->folder + QStringLiteral("/readings.db"))));
    if (!isKnown) {
        tell(Mark::Warning, tr("Nothing was read of this company yet: read its ranges first (F5)."));
        return;
    }
    leaveWindow([this, rehearsal, files, renews] {
        m_files = files;
        open(rehearsal, nullptr, renews);
    });
}

void Program::tell(Mark mark, const QString& text)
{
    if (m_window)
        m_window->toast()->show(mark, text);
    else if (m_editor)
        m_editor->form()->showProblem(Error{ErrorKind::Storage, text, {}, {}, {}});
}

} // namespace rangedesk::ui
