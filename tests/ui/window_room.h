// SPDX-License-Identifier: GPL-3.0-or-later
// A window on a demo server that a test can change behind its back.
#pragma once

#include "common/dialogs.h"
#include "demo/demo_server.h"
#include "keyboard.h"
#include "shell/main_window.h"
#include "ui/dialog_watch.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace rangedesk::tests {

/// Has the keys from now on, as a window manager has it.
inline bool isActive(QWidget& window)
{
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window, patience);
}

struct WindowRoom
{
    demo::DemoServer server;
    QTemporaryDir folder;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<ui::MainWindow> window;

    explicit WindowRoom(demo::DemoData data = demo::seedData()) : server(std::move(data))
    {
        if (!server.start())
            qFatal("no demo server");
        open();
    }
    /// As at a new start of the program, with the same folder. @param firstByte patience with a silent server
    void open(std::chrono::milliseconds firstByte = ConnectionSettings().firstByteTimeout)
    {
        window.reset();
        desk.reset();
        SessionWish wish;
        wish.dataDir = folder.filePath(QStringLiteral("data"));
        wish.settingsFolder = folder.path();
        wish.environment = Environment::Test;
        wish.connection.baseUrl = QUrl(QStringLiteral("http://localhost:%1").arg(server.port()));
        wish.connection.firstByteTimeout = firstByte;
        wish.connection.requestsPerSecond = 0; // the server is of this computer
        wish.connection.openid = demo::DemoServer::openid();
        desk = std::make_unique<Desk>(std::move(wish), AppKey(demo::DemoServer::key()));
        // As often as ever, sooner after each other: the demo server shows at once what was done.
        desk->runner().setReadBackPauses(
            {std::chrono::milliseconds(0), std::chrono::milliseconds(50), std::chrono::milliseconds(200)});
        window = std::make_unique<ui::MainWindow>(*desk);
        window->resize(1280, 800);
        window->show();
        if (!isActive(*window))
            qFatal("the window does not become active");
        window->open({});
        if (!QTest::qWaitFor([this] { return desk->isOpen(); }, patience))
            qFatal("the desk does not open");
    }
    tests::Keyboard keyboard() { return tests::Keyboard(*window); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { keyboard().press(key, modifiers); }
    /// Opens something modal and acts in it; afterwards the keys are the window's again.
    template <typename Dialog, typename Act> bool inDialog(const std::function<void()>& open, Act act)
    {
        const DialogWatch watch(window.get(), DialogWatch::ofType<Dialog>(),
                                [&act](QDialog& dialog) { act(static_cast<Dialog&>(dialog)); });
        open();
        const bool wasThere = QTest::qWaitFor([&watch] { return watch.wasThere(); }, patience);
        const bool hasKeys = window->isVisible() && QApplication::activeModalWidget() == nullptr;
        if (hasKeys && !isActive(*window))
            qFatal("the window is not active after the dialog"); // keys would be lost
        return wasThere;
    }
    /// Posts what is under review and waits for the result.
    bool post()
    {
        ui::BulkPage* bulk = window->bulk();
        if (!QTest::qWaitFor(
                [&] { return bulk->step() == ui::BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
                patience))
            return false;
        ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
            return static_cast<int>(question.answers.size()) - 1;
        };
        bulk->reviewOrPost();
        return QTest::qWaitFor([&] { return bulk->step() == ui::BulkPage::Step::Result; }, 60000);
    }
    JobCounts counts() { return window->bulk()->resultView()->outcome()->job.counts; }
};

} // namespace rangedesk::tests
