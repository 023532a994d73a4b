// SPDX-License-Identifier: GPL-3.0-or-later
// A window under review, on a demo server whose company a test makes, and can change as the vendor would.
#pragma once

#include "common/dialogs.h"
#include "demo/demo_server.h"
#include "idle.h"
#include "keyboard.h"
#include "sheets/csv_scanner.h"
#include "sheets/xlsx_reader.h"
#include "shell/main_window.h"
#include "ui/dialog_watch.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace rangedesk::tests {

struct ReviewRoom
{
    demo::DemoData data;
    std::unique_ptr<demo::DemoServer> server;
    QTemporaryDir folder;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<ui::MainWindow> window;

    explicit ReviewRoom(demo::DemoData company = demo::seedData()) : data(std::move(company))
    {
        serve(0);
        SessionWish wish;
        wish.dataDir = folder.filePath(QStringLiteral("data"));
        wish.settingsFolder = folder.path();
        wish.environment = Environment::Test;
        wish.connection.baseUrl = QUrl(QStringLiteral("http://localhost:%1").arg(server->port()));
        wish.connection.openid = demo::DemoServer::openid();
        desk = std::make_unique<Desk>(std::move(wish), AppKey(demo::DemoServer::key()));
        window = std::make_unique<ui::MainWindow>(*desk);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get(), patience))
            qFatal("the window does not become active");
        window->open({});
        if (!QTest::qWaitFor([this] { return desk->isOpen(); }, patience))
            qFatal("the desk does not open");
    }
    /// The server holds the company as `data` is now.
    void serve(quint16 port)
    {
        server.reset();
        server = std::make_unique<demo::DemoServer>(data);
        if (!server->start(port))
            qFatal("no demo server");
    }
    void serveAgain() { serve(server->port()); }
    /// Opens the first campaign of the list for review, by keys.
    ui::ReviewPage* review()
    {
        key(Qt::Key_1, Qt::ControlModifier);
        auto* campaigns = static_cast<ui::ListPage*>(window->page(ui::MainWindow::Place::Campaigns));
        auto* table = campaigns->findChild<ui::TableView*>();
        key(Qt::Key_F5);
        if (!QTest::qWaitFor([&] { return !campaigns->isReading() && table->model()->rowCount() > 0; },
                             patience))
            qFatal("no campaign is read");
        table->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        ui::ReviewPage* page = window->review();
        if (!QTest::qWaitFor([page] { return page->state().download() && page->model()->rowCount() > 0; },
                             patience))
            qFatal("no campaign is under review");
        page->table()->setFocus();
        if (!settle())
            qFatal("the review does not settle");
        return page;
    }
    /// The company's campaign that is under review.
    demo::CampaignData& campaign()
    {
        const std::string code(window->review()->state().download()->list->campaign().code);
        return *std::find_if(data.campaigns.begin(), data.campaigns.end(),
                             [&code](const demo::CampaignData& one) { return one.code == code; });
    }
    bool settle()
    {
        ui::ReviewPage* page = window->review();
        // What is counted beside the rows as well: the pictures and the chips show it.
        return QTest::qWaitFor(
            [page] { return !page->model()->isWorking() && !page->isWorking() && isIdle(*page); }, patience);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { keyboard().press(key, modifiers); }
    Keyboard keyboard() { return Keyboard(*window); }
    /// Opens something modal and acts in it.
    bool inDialog(const char* name, const std::function<void()>& open,
                  const std::function<void(QDialog&)>& act)
    {
        const DialogWatch watch(window.get(), DialogWatch::named(name), act);
        open();
        const bool wasThere = QTest::qWaitFor([&watch] { return watch.wasThere(); }, patience);
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get(), patience))
            qFatal("the window is not active after the dialog"); // keys would be lost
        return wasThere;
    }
    /// Exports to a workbook; the answer to what is asked about a filter. @returns what was asked
    QString exported(const QString& path, int answer)
    {
        QString asked;
        const auto asks = std::exchange(ui::dialogs().ask, [&](QWidget*, const ui::Question& question) {
            asked = question.text;
            return answer;
        });
        const auto saves = std::exchange(ui::dialogs().saveFile,
                                         [&](QWidget*, const QString&, const QString&) { return path; });
        key(Qt::Key_E, Qt::ControlModifier);
        (void)QTest::qWaitFor([&] { return QFile::exists(path); }, patience);
        ui::dialogs().ask = asks;
        ui::dialogs().saveFile = saves;
        return asked;
    }
    std::size_t countOf(ReviewDecision decision) { return window->review()->state().rows()->count(decision); }
};

/// The lines of a sheet, its heading among them; -1 where there is no such sheet.
inline int linesOf(const QString& workbook, const char* sheet)
{
    QFile file(workbook);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const auto read = readXlsx(file.readAll().toStdString(), sheet, false);
    if (!read)
        return -1;
    CsvScanner scanner(read->text, ','); // a cell may hold line breaks
    CsvRecord record;
    int lines = 0;
    while (scanner.next(record) == CsvScanner::Status::Record)
        ++lines;
    return lines;
}

} // namespace rangedesk::tests
