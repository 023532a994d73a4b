// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keychain.h"

#include "accounts/keychain_lock.h"

#include <QCoreApplication>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace rangedesk {

namespace {

struct KeychainText
{
    Q_DECLARE_TR_FUNCTIONS(KeychainText)
};

/// Before the key in an entry. An entry without it is of another form.
constexpr std::string_view form = "rangedesk1:";

KeychainState stateOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return KeychainState::Done;
    case QKeychain::EntryNotFound:
        return KeychainState::Absent;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainState::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainState::None;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    // QtKeychain tells a missing Secret Service, or a missing session bus, only in GLib's words.
    const QString words = job.errorString();
    for (const char* part :
         {"org.freedesktop.secrets", "D-Bus", "DBus", "dbus", "autolaunch", "Could not connect"}) {
        if (words.contains(QLatin1String(part)))
            return KeychainState::None;
    }
    for (const char* part : {"dismiss", "cancel", "locked"}) {
        if (words.contains(QLatin1String(part), Qt::CaseInsensitive))
            return KeychainState::Denied;
    }
    return KeychainState::Failed;
}

} // namespace

Error keychainError(KeychainState state, const QString& words)
{
    const auto error = [](const QString& what, const QString& advice) {
        return Error{ErrorKind::Usage, what, advice, {}, {}};
    };
    switch (state) {
    case KeychainState::Absent:
        return error(KeychainText::tr("The keychain holds no appkey for this profile."),
                     KeychainText::tr("Type the appkey once; it is then kept there."));
    case KeychainState::OtherForm:
        return error(KeychainText::tr("The keychain's entry for this profile has another form."),
                     KeychainText::tr("Type the appkey once; the entry is then renewed."));
    case KeychainState::None:
        return error(KeychainText::tr("This computer has no keychain that answers."),
                     KeychainText::tr("The appkey can be typed for this run; it is not written anywhere. On "
                                      "Linux, install and unlock GNOME Keyring or KWallet to keep it."));
    case KeychainState::Denied:
        return error(KeychainText::tr("The keychain is locked, and it was not unlocked."),
                     KeychainText::tr("Unlock it and try again, or type the appkey for this run."));
    case KeychainState::TimedOut:
        return error(
            KeychainText::tr("The keychain does not answer."),
            KeychainText::tr("Look for its window asking for a password, then try again; or type the "
                             "appkey for this run."));
    case KeychainState::Done:
    case KeychainState::Failed:
        break;
    }
    return error(KeychainText::tr("The keychain refused: %1").arg(words),
                 KeychainText::tr("Try again, or type the appkey for this run."));
}

Keychain::Keychain(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_patience(patience)
{}

/// The job lives on after a time-out: some back-ends cannot be stopped. What it says then is dropped.
void Keychain::start(QKeychain::Job* job, const QString& profileId, Done done)
{
    job->setKey(QStringLiteral("appkey/") + profileId);
    job->setInsecureFallback(false);
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    auto shared = std::make_shared<Done>(std::move(done));
    connect(timer, &QTimer::timeout, this, [timer, shared] {
        timer->deleteLater();
        KeychainAnswer answer;
        answer.state = KeychainState::TimedOut;
        (*shared)(std::move(answer));
    });
    connect(job, &QKeychain::Job::finished, timer, [timer, shared](QKeychain::Job* ended) {
        if (!timer->isActive())
            return;
        timer->stop();
        timer->deleteLater();
        KeychainAnswer answer;
        answer.state = stateOf(*ended);
        answer.words = answer.state == KeychainState::Failed ? ended->errorString() : QString();
        if (auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(ended);
            reading != nullptr && answer.state == KeychainState::Done) {
            std::string entry = reading->textData().toStdString();
            if (entry.starts_with(form))
                answer.key = AppKey(entry.substr(form.size()));
            else
                answer.state = entry.empty() ? KeychainState::Absent : KeychainState::OtherForm;
            std::fill(entry.begin(), entry.end(), '\0');
        }
        (*shared)(std::move(answer));
    });
    timer->start(m_patience);
    job->start();
}

void Keychain::read(const QString& profileId, Done done)
{
    auto told = [this, done = std::move(done)](KeychainAnswer answer) {
        if (answer.state != KeychainState::Absent)
            return done(std::move(answer));
        askWhetherLocked(this, [done](bool isLocked) {
            KeychainAnswer absent;
            absent.state = isLocked ? KeychainState::Denied : KeychainState::Absent;
            done(std::move(absent));
        });
    };
    start(new QKeychain::ReadPasswordJob(QStringLiteral("RangeDesk")), profileId, std::move(told));
}

void Keychain::write(const QString& profileId, const AppKey& key, Done done)
{
    auto* job = new QKeychain::WritePasswordJob(QStringLiteral("RangeDesk"));
    job->setTextData(QString::fromStdString(std::string(form) + key.reveal()));
    start(job, profileId, std::move(done));
}

void Keychain::remove(const QString& profileId, Done done)
{
    start(new QKeychain::DeletePasswordJob(QStringLiteral("RangeDesk")), profileId,
          [done = std::move(done)](KeychainAnswer answer) {
              if (answer.state == KeychainState::Absent)
                  answer.state = KeychainState::Done;
              done(std::move(answer));
          });
}

} // namespace rangedesk
