// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every step: rangedesk-walk FOLDER zh|en light|dark
#include "common/theme.h"
#include "core/language.h"
#include "demo/demo_server.h"
#include "shell/program.h"
#include "walk.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <cstdio>

namespace {

using namespace rangedesk;

void shoot(QWidget* widget, const QString& folder, const char* name)
{
    QTest::qWait(200);
    widget->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
}

/// First start, a tested connection, a keychain that gives nothing, the write lock, posting to production.
void takeProfilePictures(const QString& folder)
{
    const QTemporaryDir root;
    demo::DemoServer server;
    if (!server.start())
        return;
    Keychain keychain(std::chrono::milliseconds(500));
    ui::Program program(root.path(), keychain);
    program.start({}, {});
    ui::ProfileEditor* editor = program.editor();
    editor->resize(1440, 900);
    shoot(editor, folder, "20-first-start");
    Profile profile = program.store().fresh();
    profile.name = QString::fromUtf8("泉岭食品-正式");
    profile.environment = Environment::Production;
    profile.baseUrl = QUrl(server.address());
    profile.openid = QString::fromStdString(demo::DemoServer::openid());
    profile.ceiling.requests = 40;
    editor->form()->setProfile(profile, false);
    editor->form()->keyField()->setText(QString::fromStdString(demo::DemoServer::key()));
    editor->testButton()->click();
    (void)QTest::qWaitFor([&] { return editor->report()->text().contains(QLatin1Char('8')); }, 20000);
    shoot(editor, folder, "21-tested");
    const Profile kept = program.store().keep(profile).value();
    program.switchTo(kept);
    program.window()->resize(1440, 900);
    (void)QTest::qWaitFor(
        [&] { return program.window()->findChild<QPushButton*>(QStringLiteral("key.type")) != nullptr; },
        10000);
    shoot(program.window(), folder, "22-no-key");
    program.switchTo(kept, std::make_shared<AppKey>(demo::DemoServer::key()));
    ui::MainWindow* window = program.window();
    window->resize(1440, 900);
    (void)QTest::qWaitFor([&] { return program.desk()->isOpen(); }, 10000);
    window->bulk()->openSample("range-products");
    (void)QTest::qWaitFor([&] { return window->bulk()->matchStep()->inspection() != nullptr; }, 10000);
    window->bulk()->goOn();
    window->bulk()->reviewOrPost();
    (void)QTest::qWaitFor([&] { return window->bulk()->reviewStep()->isSettled(); }, 20000);
    shoot(window, folder, "23-production");
    int dialogs = 0;
    QTimer answers;
    answers.setInterval(400);
    QObject::connect(&answers, &QTimer::timeout, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (dialog == nullptr)
            return;
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("confirm.name"));
        name->setText(kept.name);
        dialog->grab().save(QDir(folder).filePath(QStringLiteral("24-confirm%1.png").arg(++dialogs)));
        dialog
            ->findChild<QPushButton*>(dialogs == 1 ? QStringLiteral("confirm.act")
                                                   : QStringLiteral("confirm.back"))
            ->click();
    });
    answers.start();
    window->bulk()->reviewOrPost();
    answers.stop();
    shoot(window, folder, "25-lock-open");
}

} // namespace

int main(int argc, char** argv)
{
    using namespace rangedesk;
    const QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    setLanguage(words.value(2));
    ui::Theme::instance().setMode(words.value(3) == QLatin1String("dark") ? ui::ThemeMode::Dark
                                                                          : ui::ThemeMode::Light);
    tests::Walk walk(words.value(1), 8);
    walk.all();
    walk.brokenFiles();
    tests::Walk gone(words.value(1), 0, tests::Walk::Server::Gone);
    gone.open();
    gone.offline();
    if (!gone.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(gone.failure()));
    takeProfilePictures(words.value(1));
    if (!walk.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(walk.failure()));
    return walk.failure().isEmpty() ? 0 : 1;
}
