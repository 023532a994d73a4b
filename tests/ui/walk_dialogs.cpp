// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogs.h"
#include "dialog_watch.h"
#include "walk.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace rangedesk::tests {

using ui::BulkPage;
using ui::MainWindow;

/// A picture of the dialog that the work opens, which is then given up.
void Walk::pictureOfDialog(const char* shot, const std::function<void()>& work)
{
    const auto asks = std::exchange(ui::dialogs().ask, [](QWidget*, const ui::Question& question) {
        return static_cast<int>(question.answers.size()) - 1;
    });
    const DialogWatch watch(
        m_window.get(), [](const QDialog&) { return true; }, [this, shot](QDialog&) { picture(shot); },
        std::chrono::milliseconds(600));
    work();
    if (!watch.wasThere())
        fail(QStringLiteral("%1: no dialog is there").arg(QLatin1String(shot)));
    ui::dialogs().ask = asks;
    backToWindow();
}

void Walk::campaignForms()
{
    key(Qt::Key_1, Qt::ControlModifier);
    auto* page = static_cast<ui::ListPage*>(m_window->page(MainWindow::Place::Campaigns));
    key(Qt::Key_F5);
    auto* table = page->findChild<ui::TableView*>();
    waitFor([&] { return !page->isReading() && table->model()->rowCount() > 5; }, "the campaigns");
    table->setFocus();
    key(Qt::Key_Home);
    pictureOfDialog("44-campaign-form", [this] { key(Qt::Key_F2); });
    for (int row = 0; row < 4; ++row)
        key(Qt::Key_Down, Qt::ShiftModifier);
    picture("45-campaigns-chosen");
    pictureOfDialog("46-several-campaigns", [this] { key(Qt::Key_F2); });
    pictureOfDialog("47-new-campaign", [this] { key(Qt::Key_N, Qt::ControlModifier); });
}

void Walk::reviewRegistrations()
{
    key(Qt::Key_1, Qt::ControlModifier);
    auto* campaigns = m_window->page(MainWindow::Place::Campaigns);
    auto* table = campaigns->findChild<ui::TableView*>();
    table->setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ui::ReviewPage* page = m_window->review();
    waitFor([&] { return page->model()->rowCount() > 0 && page->state().download(); }, "the registrations");
    page->table()->setFocus();
    for (const Qt::Key decision : {Qt::Key_A, Qt::Key_A, Qt::Key_F, Qt::Key_A, Qt::Key_R, Qt::Key_A}) {
        key(decision);
        waitFor([page] { return !page->model()->isWorking(); }, "the decision");
    }
    settle(*page);
    picture("51-registrations");
    page->overlaps()->setFocus();
    page->overlaps()->setChosen(-1);
    for (int step = 0; step < 3; ++step)
        key(Qt::Key_Right);
    key(Qt::Key_Space);
    waitFor([page] { return !page->model()->isWorking(); }, "the filter");
    settle(*page);
    picture("52-registered-never-notified");
    page->table()->setFocus();
    key(Qt::Key_R, Qt::ControlModifier);
    picture("53-raw-text");
    key(Qt::Key_R, Qt::ControlModifier);
    key(Qt::Key_Escape);
    waitFor([page] { return !page->model()->isWorking(); }, "all again");
    settle(*page);
}

void Walk::dialogsOfAnEdit()
{
    openSheet(QStringLiteral(":/samples/range-products.csv"));
    m_window->bulk()->matchStep()->findChild<QPushButton*>(QStringLiteral("match.makeColumn"))->setFocus();
    pictureOfDialog("49-made-column", [this] { key(Qt::Key_Space); });
    check();
    m_window->bulk()->checkStep()->table()->table()->setFocus(); // where the key is heard
    pictureOfDialog("48-replace", [this] { key(Qt::Key_H, Qt::ControlModifier); });
    archive();
}

void Walk::archive()
{
    key(Qt::Key_6, Qt::ControlModifier);
    QWidget* jobs = m_window->page(MainWindow::Place::Jobs);
    auto* list = jobs->findChild<QAbstractItemView*>(QStringLiteral("jobs.list"));
    waitFor([list] { return list->model()->rowCount() > 0; }, "the jobs");
    const int all = list->model()->rowCount();
    list->setFocus();
    key(Qt::Key_End);
    auto* pack = jobs->findChild<QPushButton*>(QStringLiteral("jobResult.archive"));
    waitFor([pack] { return pack->isVisible() && pack->isEnabled(); }, "an ended job");
    pack->setFocus();
    key(Qt::Key_Space);
    waitFor([&] { return list->model()->rowCount() < all; }, "the archive");
    jobs->findChild<QPushButton*>(QStringLiteral("jobs.archive"))->setFocus();
    key(Qt::Key_Space);
    waitFor([&] { return list->model()->rowCount() == 1; }, "the archived job");
    list->setFocus();
    key(Qt::Key_Home);
    settle(*jobs);
    picture("50-archive");
}

} // namespace rangedesk::tests
