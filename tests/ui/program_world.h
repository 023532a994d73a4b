// SPDX-License-Identifier: GPL-3.0-or-later
// The program with profiles, a keychain in memory and a demo server, for tests.
#pragma once

#include "common/preferences.h"
#include "demo/demo_server.h"
#include "shell/program.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace rangedesk::tests {

/// A keychain in memory that can be in any state.
class MemoryKeychain : public Keychain
{
public:
    void read(const QString& id, Done done) override
    {
        KeychainAnswer answer;
        answer.state = state;
        if (state == KeychainState::Done && !keys.contains(id))
            answer.state = KeychainState::Absent;
        if (answer.state == KeychainState::Done)
            answer.key = AppKey(keys[id].toStdString());
        later(std::move(answer), std::move(done));
    }
    void write(const QString& id, const AppKey& key, Done done) override
    {
        KeychainAnswer answer;
        answer.state = state;
        if (state == KeychainState::Done)
            keys[id] = QString::fromStdString(key.reveal());
        later(std::move(answer), std::move(done));
    }
    void remove(const QString& id, Done done) override
    {
        keys.remove(id);
        KeychainAnswer answer;
        answer.state = state;
        later(std::move(answer), std::move(done));
    }

    QMap<QString, QString> keys;
    KeychainState state = KeychainState::Done;

private:
    void later(KeychainAnswer answer, Done done)
    {
        auto kept = std::make_shared<KeychainAnswer>(std::move(answer));
        QTimer::singleShot(0, this, [kept, done = std::move(done)] { done(std::move(*kept)); });
    }
};

/// A folder, a keychain, a server and the program.
struct World
{
    World()
    {
        if (!server.start())
            qFatal("the demo server does not start");
        ui::Preferences::setFile(folder.filePath(QStringLiteral("window.ini")));
        start();
    }
    void start() { program = std::make_unique<ui::Program>(folder.path(), keychain); }
    Profile profile(const QString& name, Environment environment)
    {
        Profile made = program->store().fresh();
        made.name = name;
        made.environment = environment;
        made.baseUrl = QUrl(server.address());
        made.openid = QString::fromStdString(demo::DemoServer::openid());
        made.requestsPerSecond = 0;
        return made;
    }
    Profile kept(const QString& name, Environment environment)
    {
        const Profile made = program->store().keep(profile(name, environment)).value();
        keychain.keys[made.id] = QString::fromStdString(demo::DemoServer::key());
        return made;
    }
    qsizetype writes() { return QByteArray::fromStdString(server.log()).count("modifySaleRangePds"); }

    QTemporaryDir folder;
    MemoryKeychain keychain;
    demo::DemoServer server;
    std::unique_ptr<ui::Program> program;
};

inline bool waitForOpen(const World& world)
{
    return QTest::qWaitFor(
        [&] { return world.program->desk() != nullptr && world.program->desk()->isOpen(); }, 20000);
}

} // namespace rangedesk::tests
