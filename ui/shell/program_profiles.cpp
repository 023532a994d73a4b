// SPDX-License-Identifier: GPL-3.0-or-later
// The list of profiles, and what can be done with one of them.
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/profile_color.h"
#include "session/worker.h"
#include "shell/program.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QProcess>
#include <QSaveFile>

namespace rangedesk::ui {

/// What a company and its rehearsal have to do with each other.
template <typename Add> void Program::addRehearsal(QMenu* menu, const Add& add)
{
    if (m_profile && m_profile->needsKey()) {
        add(menu, tr("Rehearse on a copy of this company…"), [this] { rehearse({}); });
    } else if (m_desk && m_desk->wish().rehearsal) {
        add(menu, tr("What the rehearsal left behind"), [this] { m_window->showLeftBehind(); });
        add(menu, tr("Take a fresh copy of %1…").arg(m_desk->wish().rehearsal->name), [this] {
            const int answer = dialogs().ask(
                m_window.get(),
                {tr("Take a fresh copy?"),
                 tr("What was rehearsed on the present copy is given up. Jobs stay in the list; "
                    "their undo finds other values."),
                 {{tr("Cancel")}, {tr("Take a fresh copy"), "primary"}},
                 0});
            if (answer == 1)
                renewRehearsal(*m_profile);
        });
    } else {
        return;
    }
    menu->addSeparator();
}

/// The menu belongs to a window that some of its entries take away: they act once it is closed.
void Program::fillMenu(QMenu* menu)
{
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const auto add = [this](QMenu* into, const QString& text, std::function<void()> act) {
        QAction* action = into->addAction(text);
        connect(action, &QAction::triggered, this,
                [this, act = std::move(act)] { QTimer::singleShot(0, this, act); });
        return action;
    };
    const auto profiles = m_store.all();
    if (!profiles) {
        menu->addAction(profiles.error().what)->setEnabled(false);
        return;
    }
    auto* beside = new QMenu(tr("Open in a second window"), menu);
    for (const Profile& profile : *profiles) {
        const bool isOpen = m_profile && profile.id == m_profile->id;
        QAction* action = add(
            menu, environmentWord(profile.environment) + QStringLiteral("  ") + withoutMnemonic(profile.name),
            [this, profile] {
                if (!m_profile || profile.id != m_profile->id)
                    switchTo(profile);
            });
        action->setCheckable(true);
        action->setChecked(isOpen);
        action->setIcon(QIcon(profilePixmap(profile.color, menu->devicePixelRatioF())));
        if (!isOpen)
            add(beside, profile.name, [this, profile] {
                QProcess::startDetached(QApplication::applicationFilePath(),
                                        {QStringLiteral("--profile"), profile.name,
                                         QStringLiteral("--data-dir"), m_store.root()});
            });
    }
    menu->addSeparator();
    menu->addMenu(beside)->setEnabled(!beside->isEmpty());
    menu->addSeparator();
    addRehearsal(menu, add);
    add(menu, tr("New profile…"), [this] { edit(std::nullopt); });
    if (m_profile) {
        add(menu, tr("Change this profile…"), [this] { edit(m_profile); });
        add(menu, tr("Duplicate this profile…"), [this] {
            Profile copy = *m_profile;
            copy.id = m_store.fresh().id;
            copy.name = tr("%1 (copy)").arg(copy.name);
            edit(copy, false); // the key is not copied
        });
        add(menu, tr("Export this profile (without the key)…"), [this] { exportProfile(*m_profile); });
    }
    add(menu, tr("Import a profile…"), [this] { importProfile(); });
    if (m_profile)
        add(menu, tr("Remove this profile…"), [this, profile = *m_profile] { remove(profile); });
}

void Program::remove(const Profile& profile)
{
    Confirmation question;
    question.title = tr("Remove %1?").arg(profile.name);
    question.subtitle =
        tr("Its jobs, their journal and reports on this computer go, and its key in the keychain. Nothing "
           "changes on the server.");
    question.notes.emplace_back(Mark::Warning,
                                tr("This cannot be undone. Save reports that you need first."));
    question.name = profile.name;
    question.back = tr("Keep it");
    question.act = tr("Remove the profile and its data");
    question.kind = "danger";
    if (!dialogs().confirm(m_window.get(), question).isAgreed)
        return;
    leaveWindow([this, profile] { finishRemoving(profile); });
}

void Program::finishRemoving(const Profile& profile)
{
    const auto removed = m_store.remove(profile);
    const auto left = m_store.all();
    const bool isOut = left && std::none_of(left->begin(), left->end(),
                                            [&](const Profile& other) { return other.id == profile.id; });
    m_profile.reset();
    start({}, {});
    if (!removed)
        tell(Mark::Refused, removed.error().text());
    inWorker(
        this, [store = m_store] { return store.sweep(); },
        [this](const Result<void>& swept) {
            if (!swept)
                tell(Mark::Warning, swept.error().text());
        });
    if (!isOut)
        return;
    m_typedKeys.erase(profile.id);
    m_typedKeys.erase(profile.proxyEntry());
    // Also where it wants none now: it may have wanted one before.
    m_keychain.remove(profile.proxyEntry(), [](const KeychainAnswer&) {});
    m_keychain.remove(profile.id, [this](const KeychainAnswer& answer) {
        if (answer.state != KeychainState::Done)
            tell(Mark::Warning,
                 tr("The key may still be in the keychain: remove the entry RangeDesk there."));
    });
}

void Program::exportProfile(const Profile& profile)
{
    const QString path = dialogs().saveFile(m_window.get(), tr("Export the profile"),
                                            profile.name + QStringLiteral(".rangedesk-profile.json"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = ProfileStore::exported(profile);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        tell(Mark::Accepted, tr("Written: %1").arg(path));
    else
        tell(Mark::Refused, tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

void Program::importProfile()
{
    const QString path = dialogs().openFile(m_window.get(), tr("Import a profile"));
    if (path.isEmpty())
        return;
    QFile file(path);
    constexpr qint64 most = 1024LL * 1024;
    const auto profile =
        file.open(QIODevice::ReadOnly)
            ? ProfileStore::imported(file.read(most))
            : fail(ErrorKind::Input, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (!profile) {
        tell(Mark::Refused, profile.error().text());
        return;
    }
    edit(profile.value(), false);
    if (!profile->authorities.isEmpty() || profile->proxy == ProxyKind::Manual)
        m_editor->form()->showProblem(Error{
            ErrorKind::Usage,
            tr("This file brings a proxy or an authority of its own: whoever runs them can read everything."),
            tr("Keep them only if you know them; they stand below."),
            {},
            {}});
}

} // namespace rangedesk::ui
