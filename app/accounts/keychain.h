// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace rangedesk {

/// How a question to the keychain ended. Each has its own words and its own way on.
enum class KeychainState : std::uint8_t {
    Done,
    Absent,    ///< the keychain works and holds no entry
    OtherForm, ///< an entry that this program did not write in this form
    None,      ///< this computer has no keychain, or none that answers
    Denied,    ///< locked, and the unlocking was refused
    TimedOut,  ///< it does not answer; some hang for good
    Failed,
};

struct KeychainAnswer
{
    KeychainState state = KeychainState::Failed;
    AppKey key;    ///< of a read that is Done
    QString words; ///< the keychain's own, where it Failed; never the key
};

/// What the answer means and what to do, for people. @pre not Done
Error keychainError(KeychainState state, const QString& words);

/// The place of secrets: the Secret Service on Linux, the Credential Manager on Windows. Every question is
/// answered exactly once, in the thread of this object, at the latest after the time-out. Tests take the
/// place of the three functions.
class Keychain : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(KeychainAnswer)>;

    explicit Keychain(std::chrono::milliseconds patience = std::chrono::seconds(25),
                      QObject* parent = nullptr);

    /// @param profileId names the entry
    virtual void read(const QString& profileId, Done done);
    virtual void write(const QString& profileId, const AppKey& key, Done done);
    /// Done also where there was nothing.
    virtual void remove(const QString& profileId, Done done);

private:
    void start(QKeychain::Job* job, const QString& profileId, Done done);

    std::chrono::milliseconds m_patience;
};

} // namespace rangedesk
