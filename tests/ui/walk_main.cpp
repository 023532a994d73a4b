// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every step: rangedesk-walk FOLDER zh|en light|dark
#include "campaigns/query_dialog.h"
#include "campaigns/registration_dialog.h"
#include "common/certificate_card.h"
#include "common/dialogs.h"
#include "common/theme.h"
#include "core/language.h"
#include "demo/demo_server.h"
#include "gate.h"
#include "lists/campaign_page.h"
#include "openapi/tls_servers.h"
#include "ranges/left_behind_dialog.h"
#include "review/comparison_dialog.h"
#include "shell/connection_panel.h"
#include "shell/program.h"
#include "walk.h"
#include "window_room.h"

#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QScrollBar>
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
    (void)QTest::qWaitFor([&] { return program.window() != nullptr; }, 10000);
    program.window()->resize(1440, 900);
    (void)QTest::qWaitFor(
        [&] { return program.window()->findChild<QPushButton*>(QStringLiteral("key.type")) != nullptr; },
        10000);
    shoot(program.window(), folder, "22-no-key");
    program.switchTo(kept, std::make_shared<AppKey>(demo::DemoServer::key()));
    // The window before it goes first.
    (void)QTest::qWaitFor([&] { return program.desk() != nullptr && program.desk()->isOpen(); }, 10000);
    ui::MainWindow* window = program.window();
    window->resize(1440, 900);
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

/// A plan that is tried on a copy of the company, and what it left behind.
void takeRehearsalPictures(const QString& folder)
{
    const QTemporaryDir root;
    demo::DemoServer server;
    if (!server.start())
        return;
    Keychain keychain(std::chrono::milliseconds(500));
    ui::Program program(root.path(), keychain);
    Profile profile = program.store().fresh();
    profile.name = QString::fromUtf8("泉岭食品-正式");
    profile.environment = Environment::Production;
    profile.baseUrl = QUrl(server.address());
    profile.openid = QString::fromStdString(demo::DemoServer::openid());
    const Profile kept = program.store().keep(profile).value();
    program.switchTo(kept, std::make_shared<AppKey>(demo::DemoServer::key()));
    const auto waitForOpen = [&](bool isDemo) {
        (void)QTest::qWaitFor(
            [&] {
                return program.desk() != nullptr && program.desk()->isOpen() &&
                       program.desk()->isDemo() == isDemo;
            },
            20000);
        program.window()->resize(1440, 900);
    };
    waitForOpen(false);
    for (const auto place : {ui::MainWindow::Place::Ranges, ui::MainWindow::Place::CustomerRanges}) {
        program.window()->goTo(place);
        program.window()->page(place)->refresh();
        QTest::qWait(2000);
    }
    program.window()->bulk()->openSample("range-products");
    (void)QTest::qWaitFor([&] { return program.window()->bulk()->matchStep()->inspection() != nullptr; },
                          10000);
    program.window()->bulk()->goOn();
    program.window()->bulk()->reviewOrPost();
    (void)QTest::qWaitFor([&] { return program.window()->bulk()->reviewStep()->isSettled(); }, 20000);
    program.window()->bulk()->findChild<QPushButton*>(QStringLiteral("review.rehearse"))->click();
    waitForOpen(true);
    ui::BulkPage* bulk = program.window()->bulk();
    (void)QTest::qWaitFor([&] { return bulk->step() == ui::BulkPage::Step::Review; }, 20000);
    (void)QTest::qWaitFor([&] { return bulk->reviewStep()->isSettled(); }, 20000);
    shoot(program.window(), folder, "69-rehearsal");
    ui::LeftBehindDialog nothing(*program.desk(), program.window());
    nothing.show();
    (void)QTest::qWaitFor([&] { return nothing.model()->source() != nullptr; }, 20000);
    shoot(&nothing, folder, "70-nothing-left-behind");
    nothing.close();
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    bulk->reviewOrPost();
    (void)QTest::qWaitFor([&] { return bulk->step() == ui::BulkPage::Step::Result; }, 60000);
    ui::LeftBehindDialog dialog(*program.desk(), program.window());
    dialog.show();
    (void)QTest::qWaitFor([&] { return dialog.model()->source() != nullptr; }, 20000);
    shoot(&dialog, folder, "71-left-behind");
    program.edit(program.store().all().value().back());
    program.editor()->resize(1440, 900);
    shoot(program.editor(), folder, "72-rehearsal-profile");
}

/// The ranges of a company that has none, one, and very many.
void takeSizePictures(const QString& folder)
{
    for (const std::size_t count : {0UL, 1UL, 50000UL}) {
        demo::DemoData data = demo::seedData();
        const std::vector<demo::RuleData> seeds = std::exchange(data.rangeRules, {});
        for (std::size_t i = 0; i < count; ++i) {
            demo::RuleData rule = seeds[i % seeds.size()];
            rule.id = data.newId();
            rule.deleted = i % 97 == 96;
            rule.products.resize(std::min<std::size_t>(rule.products.size(), 20));
            rule.on = {{0, {i % 20}}, {3, {i / 20 % 15}}, {4, {i / 300 % 8}}, {6, {i / 2400 % 12}}};
            if (i >= 28800)
                rule.on[7] = {i / 28800 % 5};
            data.rangeRules.push_back(std::move(rule));
        }
        demo::DemoServer server(std::move(data));
        const QTemporaryDir root;
        if (!server.start())
            return;
        SessionWish wish;
        wish.dataDir = root.filePath(QStringLiteral("data"));
        wish.settingsFolder = root.path();
        wish.profile = QString::fromUtf8("泉岭食品-测试");
        wish.environment = Environment::Test;
        wish.connection.baseUrl = QUrl(server.address());
        wish.connection.openid = demo::DemoServer::openid();
        wish.connection.requestsPerSecond = 0;
        Desk desk(std::move(wish), AppKey(demo::DemoServer::key()));
        ui::MainWindow window(desk);
        window.resize(1440, 900);
        window.show();
        window.open({});
        (void)QTest::qWaitFor([&] { return desk.isOpen(); }, 10000);
        window.goTo(ui::MainWindow::Place::Ranges);
        auto* page = static_cast<ui::ListPage*>(window.page(ui::MainWindow::Place::Ranges));
        page->refresh();
        QTest::qWait(300);
        (void)QTest::qWaitFor([&] { return !page->isReading(); }, 120000);
        QTest::qWait(2000);
        const QByteArray name = "73-rules-" + QByteArray::number(static_cast<qint64>(count));
        shoot(&window, folder, name.constData());
    }
}

/// The log, the settings, the connection's panel, a refused certificate, a run that lost its network.
void takeConnectionPictures(const QString& folder)
{
    const QTemporaryDir root;
    demo::DemoServer server;
    if (!server.start())
        return;
    (void)server.set("latency=60");
    tests::Gate gate(static_cast<quint16>(QUrl(server.address()).port()));
    SessionWish wish;
    wish.dataDir = root.filePath(QStringLiteral("data"));
    wish.settingsFolder = root.path();
    wish.settings.logBodies = true;
    wish.profile = QString::fromUtf8("泉岭食品-测试");
    wish.environment = Environment::Test;
    wish.color = ProfileColor::Violet;
    wish.connection.baseUrl = QUrl(QStringLiteral("http://localhost:%1").arg(gate.port()));
    wish.connection.openid = demo::DemoServer::openid();
    Desk desk(std::move(wish), AppKey(demo::DemoServer::key()));
    ui::MainWindow window(desk);
    window.resize(1440, 900);
    window.show();
    window.open({});
    (void)QTest::qWaitFor([&] { return desk.isOpen(); }, 10000);
    window.goTo(ui::MainWindow::Place::Log);
    shoot(&window, folder, "26-log-empty");
    window.bulk()->openSample("range-products");
    (void)QTest::qWaitFor([&] { return window.bulk()->matchStep()->inspection() != nullptr; }, 10000);
    window.bulk()->goOn();
    window.bulk()->reviewOrPost();
    (void)QTest::qWaitFor([&] { return window.bulk()->reviewStep()->isSettled(); }, 20000);
    ui::dialogs().ask = [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    };
    window.bulk()->reviewOrPost();
    (void)QTest::qWaitFor([&] { return desk.runner().progress().requestsAnswered > 12; }, 20000);
    gate.shut();
    (void)QTest::qWaitFor([&] { return desk.runner().isNetworkLost(); }, 30000);
    window.goTo(ui::MainWindow::Place::Bulk);
    QTest::qWait(1200);
    shoot(&window, folder, "27-network-lost");
    (void)gate.open();
    auto* bar = window.findChild<ui::OfflineBar*>();
    (void)QTest::qWaitFor([&] { return !desk.connection()->unreachableSince(); }, 20000);
    QTest::qWait(1200);
    shoot(&window, folder, "28-network-back");
    bar->retryButton()->click();
    desk.connection()->slowDown(QString::fromUtf8("请求过于频繁，请稍后再试"));
    window.findChild<QPushButton*>(QStringLiteral("status.connection"))->click();
    auto* panel = window.findChild<ui::ConnectionPanel*>();
    QTest::qWait(600);
    shoot(panel, folder, "29-connection");
    panel->hide();
    (void)QTest::qWaitFor([&] { return !desk.runner().isBusy(); }, 60000);
    window.goTo(ui::MainWindow::Place::Log);
    (void)QTest::qWaitFor([&] { return window.findChild<QPlainTextEdit*>() != nullptr; }, 5000);
    QTest::qWait(500);
    shoot(&window, folder, "30-log");
    window.goTo(ui::MainWindow::Place::Settings);
    shoot(&window, folder, "31-settings");
}

void takeCertificatePictures(const QString& folder)
{
    const QTemporaryDir root;
    tests::Authority authority;
    tests::SecureServer server;
    if (!authority.make() ||
        !authority.sign(QStringLiteral("expired"), QStringLiteral("localhost"),
                        QStringLiteral("20251119000000Z"), QStringLiteral("20261119000000Z")) ||
        !server.serve(authority, QStringLiteral("expired")))
        return;
    Keychain keychain(std::chrono::milliseconds(500));
    ui::Program program(root.path(), keychain);
    program.start({}, {});
    Profile profile = program.store().fresh();
    profile.name = QString::fromUtf8("泉岭食品-正式");
    profile.environment = Environment::Production;
    profile.baseUrl = QUrl(QStringLiteral("https://localhost:%1").arg(server.port()));
    profile.openid = QString::fromStdString(demo::DemoServer::openid());
    profile.proxy = ProxyKind::Manual;
    profile.proxyHost = QStringLiteral("proxy.quanling.example");
    profile.proxyUser = QStringLiteral("ops");
    profile.color = ProfileColor::Teal;
    profile.authorities = authority.pem("ca.pem");
    ui::ProfileEditor* editor = program.editor();
    editor->resize(1440, 900);
    editor->form()->setProfile(profile, true);
    editor->form()->findChild<QToolButton*>(QStringLiteral("profile.network"))->setChecked(true);
    shoot(editor, folder, "32-profile-network");
    profile.proxy = ProxyKind::None;
    profile.proxyUser.clear();
    editor->form()->setProfile(profile, false);
    editor->form()->findChild<QToolButton*>(QStringLiteral("profile.network"))->setChecked(true);
    editor->form()->keyField()->setText(QString::fromStdString(demo::DemoServer::key()));
    editor->testButton()->click();
    (void)QTest::qWaitFor([&] { return editor->findChild<ui::CertificateCard*>() != nullptr; }, 20000);
    shoot(editor, folder, "33-test-certificate");
    const Profile kept = program.store().keep(profile).value();
    program.switchTo(kept, std::make_shared<AppKey>(demo::DemoServer::key()));
    (void)QTest::qWaitFor([&] { return program.desk() != nullptr && program.desk()->isOpen(); }, 10000);
    ui::MainWindow* window = program.window();
    window->resize(1440, 900);
    window->goTo(ui::MainWindow::Place::Ranges);
    auto* page = static_cast<ui::ListPage*>(window->page(ui::MainWindow::Place::Ranges));
    page->refresh();
    (void)QTest::qWaitFor([&] { return window->findChild<ui::CertificateCard*>() != nullptr; }, 20000);
    shoot(window, folder, "34-certificate");
}

/// The campaigns' page: queried, as a time line, an edit that meets what others changed, registrations.
void takeCampaignPictures(const QString& folder)
{
    tests::WindowRoom room;
    room.window->resize(1440, 900);
    room.window->goTo(ui::MainWindow::Place::Campaigns);
    auto* page = static_cast<ui::CampaignPage*>(room.window->page(ui::MainWindow::Place::Campaigns));
    auto* table = page->findChild<ui::TableView*>(QStringLiteral("campaigns.table"));
    auto* model = static_cast<CampaignModel*>(table->model());
    const auto settle = [&] {
        (void)QTest::qWaitFor([&] { return !page->isReading() && !model->isWorking(); }, 20000);
    };
    shoot(room.window.get(), folder, "74-campaigns-empty");
    page->refresh();
    settle();
    table->setFocus();
    table->goToRow(0);
    shoot(room.window.get(), folder, "75-campaigns");
    for (int column = 7; column < model->columnCount(); ++column)
        table->setColumnHidden(column, false);
    table->freeze(2);
    table->horizontalScrollBar()->setValue(260);
    shoot(room.window.get(), folder, "76-campaigns-frozen");
    for (int column = 7; column < model->columnCount(); ++column)
        table->setColumnHidden(column, true);
    table->freeze(0);
    auto* line = page->findChild<ui::TimeLine*>();
    page->findChild<QPushButton*>(QStringLiteral("campaigns.asTimeLine"))->click();
    line->chart()->setFocus();
    QTest::keyClick(line->chart(), Qt::Key_Right);
    shoot(room.window.get(), folder, "77-time-line");
    line->findChild<QComboBox*>()->setCurrentIndex(1);
    for (int step = 0; step < 4; ++step)
        QTest::keyClick(line->chart(), Qt::Key_Plus);
    shoot(room.window.get(), folder, "78-time-line-wide");
    line->findChild<QComboBox*>()->setCurrentIndex(0);
    page->findChild<QPushButton*>(QStringLiteral("campaigns.asList"))->click();
    const Campaign& first = model->rows()->campaign(model->sourceRow(0));
    room.inDialog<ui::QueryDialog>(
        [&] { page->query(); },
        [&](ui::QueryDialog& dialog) {
            dialog.findChild<QLineEdit*>(QStringLiteral("campaignQuery.after_modify_time"))
                ->setText(QStringLiteral("2026-13-01"));
            shoot(&dialog, folder, "79-query");
            dialog.reject();
        });
    page->ask(CampaignQuery{{}, {}, {}, {}, {}, {}, std::string(first.typeCode)});
    settle();
    shoot(room.window.get(), folder, "80-queried");
    page->showAll();
    settle();
    table->goToRow(0);
    const auto item = model->rows()->item(model->sourceRow(0));
    ui::RegistrationDialog registrations(*room.desk, item, room.window.get());
    registrations.show();
    const auto catalogue = room.desk->catalogue();
    const EntryList& customers = catalogue->of(EntryKind::Customer);
    std::vector<Picked> picked;
    for (std::uint32_t i = 0; i < std::min<std::uint32_t>(40, static_cast<std::uint32_t>(customers.size()));
         ++i)
        picked.push_back(Picked::of(customers, i));
    registrations.addCustomers(picked);
    registrations.findChild<QPlainTextEdit*>()->setPlainText(
        QString::fromUtf8("联系人: 王敏\n电话: 13800000000\n面积: 20 平方米"));
    shoot(&registrations, folder, "81-report-registrations");
    registrations.hide();
    CampaignBase base = CampaignBase::of(first);
    base.edit.endDate = "2027-01-15";
    base.edit.eventInformation = "按 260 元/店核销。同一门店只核销一次。";
    base.edit.eventStatus = "2";
    ui::CampaignEditor editor(*room.desk, ui::CampaignEditor::Mode::Edit, {base}, {}, room.window.get());
    editor.show();
    editor.findChild<QPlainTextEdit*>(QStringLiteral("campaign.event_information"))
        ->setPlainText(QString::fromUtf8("按 280 元/店核销。同一门店只核销一次。"));
    editor.goOnButton()->click();
    (void)QTest::qWaitFor([&] { return !editor.isReading(); }, 10000);
    shoot(&editor, folder, "82-merge");
    editor.hide();
    base.edit.sourceCode = "GONE-1";
    ui::CampaignEditor gone(*room.desk, ui::CampaignEditor::Mode::Edit, {base}, {}, room.window.get());
    gone.show();
    gone.findChild<QLineEdit*>(QStringLiteral("campaign.name"))->setText(QStringLiteral("X"));
    gone.goOnButton()->click();
    (void)QTest::qWaitFor([&] { return !gone.isReading(); }, 10000);
    shoot(&gone, folder, "83-gone");
    gone.hide();
    std::vector<CampaignComparison::Member> members;
    for (int row = 0; row < 4; ++row) {
        const auto one = model->rows()->item(model->sourceRow(row));
        members.push_back({one.text, one.value});
    }
    ui::ComparisonDialog comparison(*room.desk, members, room.window.get());
    comparison.show();
    (void)QTest::qWaitFor([&] { return comparison.model()->rowCount() > 0; }, 20000);
    comparison.chart()->setChosen(5);
    shoot(&comparison, folder, "84-side-by-side");
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
    if (words.value(4) == QLatin1String("sizes")) {
        takeSizePictures(words.value(1));
        return 0;
    }
    if (words.value(4) == QLatin1String("campaigns")) {
        takeCampaignPictures(words.value(1));
        return 0;
    }
    if (words.value(4) == QLatin1String("rehearsal")) {
        takeRehearsalPictures(words.value(1));
        return 0;
    }
    if (words.value(4) == QLatin1String("ranges")) {
        walk.open();
        walk.editRanges();
        std::fprintf(stderr, "%s\n", qPrintable(walk.failure()));
        return walk.failure().isEmpty() ? 0 : 1;
    }
    walk.all();
    walk.editRanges();
    walk.bulkMore();
    walk.campaignSheets();
    walk.campaignForms();
    walk.reviewRegistrations();
    walk.dialogsOfAnEdit();
    walk.brokenFiles();
    tests::Walk gone(words.value(1), 0, tests::Walk::Server::Gone);
    gone.open();
    gone.offline();
    if (!gone.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(gone.failure()));
    takeProfilePictures(words.value(1));
    takeConnectionPictures(words.value(1));
    takeRehearsalPictures(words.value(1));
    takeCertificatePictures(words.value(1));
    if (!walk.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(walk.failure()));
    return walk.failure().isEmpty() ? 0 : 1;
}
