// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog_watch.h"
#include "pickers/picker_dialog.h"
#include "ranges/edits_dialog.h"
#include "ranges/explain_dialog.h"
#include "ranges/health_dialog.h"
#include "ranges/range_page.h"
#include "ranges/reach_dialog.h"
#include "ranges/rule_detail.h"
#include "ranges/tree_editor.h"
#include "walk.h"

#include "core/text.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

namespace rangedesk::tests {

using ui::MainWindow;

void Walk::inDialog(const char* name, const std::function<void()>& open, const std::function<void()>& act)
{
    const DialogWatch watch(m_window.get(), DialogWatch::named(name), [&act](QDialog& dialog) {
        (void)dialog;
        act();
    });
    open();
    waitFor([&watch] { return watch.wasThere(); }, name);
    if (QWidget* beneath = QApplication::activeModalWidget()) {
        beneath->activateWindow();
        waitFor([beneath] { return beneath->isActiveWindow(); }, "the dialog beneath");
    } else {
        backToWindow();
    }
}

namespace {

/// Customers as a reference list would tell them: with the values of all dimensions.
CatalogueNews listedCustomers(const Catalogue& catalogue)
{
    const std::array<QString, 4> names{
        QStringLiteral("上海家家福食品批发部(%1号店)"), QStringLiteral("杭州西湖区好邻居便利店 %1"),
        QStringLiteral("成都锦江百货商行第%1分店"), QStringLiteral("南京鼓楼连锁超市%1")};
    CatalogueNews news;
    for (std::uint32_t i = 0; i < 1200; ++i) {
        CatalogueEntry customer{"77" + std::to_string(10000 + i),
                                "XK" + std::to_string(100000 + i),
                                {},
                                toUtf8(names.at(i % 4).arg(i)),
                                {},
                                EntryOrigin::ReferenceList};
        for (int d = 0; d < dimensionCount; ++d) {
            const auto dimension = static_cast<Dimension>(d);
            const EntryList& values = catalogue.of(dimension);
            const std::uint32_t pick = (i * 7 + static_cast<std::uint32_t>(d) * 13) % 40;
            if (pick < values.size())
                customer.attributes[std::string(dimensionPrefix(dimension))] = values.id(pick);
        }
        news.add(EntryKind::Customer, std::move(customer));
    }
    return news;
}

} // namespace

void Walk::askReach()
{
    m_desk->catalogueKeeper().learn(listedCustomers(*m_desk->catalogue()));
    waitFor([this] { return m_desk->catalogue()->of(EntryKind::Customer).size() >= 1200; }, "the customers");
    const auto look = [this](const char* shot) {
        auto* dialog = static_cast<ui::ReachDialog*>(QApplication::activeModalWidget());
        waitFor([dialog] { return dialog->model()->rows() != nullptr && !dialog->model()->isWorking(); },
                "the answer");
        settle(*dialog);
        picture(shot);
        key(Qt::Key_Escape);
    };
    inDialog(
        "reach", [this] { key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier); },
        [&look] { look("65-effect"); });
    inDialog(
        "edits", [this] { key(Qt::Key_L, Qt::ControlModifier); },
        [this] {
            auto* dialog = static_cast<ui::EditsDialog*>(QApplication::activeModalWidget());
            waitFor([dialog] { return dialog->model()->rowCount() > 0; }, "the edits");
            settle(*dialog);
            picture("67-edits");
            key(Qt::Key_Escape);
        });
    auto* page = static_cast<ui::RangePage*>(m_window->page(MainWindow::Place::Ranges));
    page->detail()->table()->setFocus();
    page->detail()->table()->goToRow(0);
    inDialog(
        "reach", [this] { key(Qt::Key_W); }, [&look] { look("66-where"); });
}

void Walk::editRanges()
{
    key(Qt::Key_3, Qt::ControlModifier);
    auto* page = static_cast<ui::RangePage*>(m_window->page(MainWindow::Place::Ranges));
    auto* table = page->findChild<ui::TableView*>(QStringLiteral("rules.table"));
    key(Qt::Key_F5);
    waitFor([&] { return !page->isReading() && table->model()->rowCount() > 0; }, "the ranges");
    page->findChild<QLineEdit*>(QStringLiteral("rules.search"))->clear();
    waitFor([&] { return m_desk->catalogue()->of(EntryKind::Product).size() > 0; }, "the catalogue");
    table->setFocus();
    key(Qt::Key_Home);
    settle(*page);
    picture("54-ranges");
    ui::TableView* products = page->detail()->table();
    waitFor([&] { return products->model()->rowCount() > 4; }, "the products");
    products->setFocus();
    key(Qt::Key_Home);
    const auto counts = [page] { return page->edits().edits().counts(); };
    key(Qt::Key_Space);
    settle(*page);
    key(Qt::Key_Down);
    key(Qt::Key_N);
    settle(*page);
    key(Qt::Key_Down);
    key(Qt::Key_Delete);
    settle(*page);
    waitFor([&] { return counts().changed == 2 && counts().removed == 1; }, "the edits of three products");
    inDialog(
        "picker", [this] { key(Qt::Key_Insert); },
        [this] {
            auto* picker = static_cast<ui::PickerDialog*>(QApplication::activeModalWidget());
            auto* found = picker->findChild<ui::TableView*>(QStringLiteral("picker.table"));
            waitFor([found] { return found->model()->rowCount() > 0; }, "the entries");
            settle(*picker);
            type(QStringLiteral("wl"));
            settle(*picker);
            key(Qt::Key_Down);
            key(Qt::Key_Space);
            key(Qt::Key_Down);
            key(Qt::Key_Space);
            waitFor([picker] { return picker->picked().size() == 2; }, "two products");
            key(Qt::Key_D, Qt::ControlModifier); // a favourite
            settle(*picker);
            picture("56-picker");
            QGuiApplication::clipboard()->setText(
                QStringLiteral("SP10001\nSP10002\nSP1OOO3\n8.93E+18\nSP10001\n"));
            key(Qt::Key_V, Qt::ControlModifier);
            settle(*picker);
            waitFor([picker] { return picker->picked().size() == 3; }, "one product more, pasted");
            picture("57-picker-pasted");
            key(Qt::Key_Return, Qt::ControlModifier);
        });
    waitFor([&] { return counts().added == 3; }, "the added products");
    settle(*page);
    picture("55-range-edited");
    inDialog(
        "treeEditor", [this] { key(Qt::Key_N, Qt::ControlModifier); },
        [this] {
            auto* editor = static_cast<ui::TreeEditor*>(QApplication::activeModalWidget());
            auto* dimensions = editor->findChild<QListView*>(QStringLiteral("tree.dimensions"));
            settle(*editor); // the answer about the enabled dimensions fills the list anew
            dimensions->setFocus();
            key(Qt::Key_Home);
            for (int branch = 0; branch < 3; ++branch) {
                dimensions->setFocus();
                dimensions->setCurrentIndex(dimensions->model()->index(branch * 2, 0));
                key(Qt::Key_Return);
                const auto values = [editor, branch] {
                    const auto& branches = editor->tree().branches;
                    return static_cast<int>(branches.size()) == branch + 1
                               ? static_cast<int>(branches.back().values.size())
                               : -1;
                };
                waitFor([&] { return values() == 0; }, "the condition");
                for (int value = 0; value < 2; ++value) {
                    settle(*editor);
                    for (int down = 0; down <= value; ++down)
                        key(Qt::Key_Down);
                    key(Qt::Key_Return);
                    waitFor([&] { return values() == value + 1; }, "the value");
                }
            }
            const auto problems = [editor] { return editor->model()->check().problems.size(); };
            settle(*editor);
            type(QStringLiteral("L07"));
            settle(*editor);
            key(Qt::Key_Return, Qt::AltModifier);
            waitFor([&] { return problems() == 1; }, "the value that is not known");
            settle(*editor);
            key(Qt::Key_F8);
            picture("58-tree-problem");
            key(Qt::Key_Delete);
            waitFor([&] { return problems() == 0 && editor->model()->check().isWhole; }, "the repair");
            inDialog(
                "picker", [editor] { editor->side()->pickProducts(); },
                [this] {
                    auto* picker = static_cast<ui::PickerDialog*>(QApplication::activeModalWidget());
                    auto* found = picker->findChild<ui::TableView*>(QStringLiteral("picker.table"));
                    waitFor([found] { return found->model()->rowCount() > 0; }, "the entries");
                    settle(*picker);
                    key(Qt::Key_Down);
                    for (int i = 0; i < 5; ++i) {
                        key(Qt::Key_Space);
                        key(Qt::Key_Down);
                    }
                    waitFor([picker] { return picker->picked().size() == 5; }, "five products");
                    key(Qt::Key_Return, Qt::ControlModifier);
                });
            const auto* apply = editor->findChild<QPushButton*>(QStringLiteral("tree.apply"));
            waitFor([apply] { return apply->isEnabled(); }, "new ranges that can be applied");
            settle(*editor);
            picture("59-tree");
            key(Qt::Key_Return, Qt::ControlModifier);
        });
    constexpr qint64 newRanges = 2 * 2 * 2;
    constexpr qint64 ownProducts = 5;
    waitFor(
        [&] {
            return counts() == RangeEdits::Counts{1 + newRanges, 3 + newRanges * ownProducts, 2, 1};
        },
        "the edits of all ranges");
    settle(*page);
    picture("60-new-ranges");
    key(Qt::Key_4, Qt::ControlModifier);
    auto* customers = static_cast<ui::RangePage*>(m_window->page(MainWindow::Place::CustomerRanges));
    auto* customerTable = customers->findChild<ui::TableView*>(QStringLiteral("customerRules.table"));
    key(Qt::Key_F5);
    waitFor([&] { return !customers->isReading() && customerTable->model()->rowCount() > 0; },
            "the customers");
    customerTable->setFocus();
    key(Qt::Key_Home);
    inDialog(
        "explain", [this] { key(Qt::Key_E, Qt::ControlModifier); },
        [this] {
            auto* dialog = static_cast<ui::ExplainDialog*>(QApplication::activeModalWidget());
            const auto catalogue = m_desk->catalogue();
            const EntryList& departments = catalogue->of(Dimension::Department);
            dialog->setValue(Dimension::Department, Picked::of(departments, 3));
            waitFor([dialog] { return dialog->model()->rowCount() > 0; }, "the answer");
            settle(*dialog);
            dialog->table()->setFocus();
            key(Qt::Key_Home);
            for (int i = 0; i < 5; ++i)
                key(Qt::Key_Down); // past what may be sold: why not
            settle(*dialog);
            picture("62-explain");
            const EntryList& known = catalogue->of(EntryKind::Customer);
            dialog->compareWith(Picked::of(known, 7));
            waitFor([dialog] { return dialog->model()->rows()->isCompared(); }, "the comparison");
            settle(*dialog);
            picture("68-compared");
            key(Qt::Key_Escape);
        });
    inDialog(
        "health", [this] { key(Qt::Key_F7); },
        [this] {
            auto* dialog = static_cast<ui::HealthDialog*>(QApplication::activeModalWidget());
            waitFor([dialog] { return dialog->model()->rowCount() > 0; }, "the findings");
            dialog->findChild<QLineEdit*>()->setText(QStringLiteral("nothing like it"));
            waitFor([dialog] { return dialog->model()->rowCount() == 0; }, "nothing");
            settle(*dialog);
            picture("64-health-nothing");
            key(Qt::Key_Escape);
            key(Qt::Key_Escape);
        });
    key(Qt::Key_3, Qt::ControlModifier);
    table->setFocus();
    askReach();
    table->setFocus();
    inDialog(
        "health", [this] { key(Qt::Key_F7); },
        [this] {
            auto* dialog = static_cast<ui::HealthDialog*>(QApplication::activeModalWidget());
            waitFor([dialog] { return dialog->model()->rowCount() > 0; }, "the findings");
            settle(*dialog);
            dialog->table()->setFocus();
            key(Qt::Key_Down);
            key(Qt::Key_Down, Qt::ShiftModifier);
            settle(*dialog);
            picture("63-health");
            key(Qt::Key_Escape);
        });
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ui::BulkPage* bulk = m_window->bulk();
    waitFor([bulk] { return bulk->step() == ui::BulkPage::Step::Review && bulk->reviewStep()->isSettled(); },
            "the review of the edits");
    waitFor([&] { return bulk->reviewStep()->summary().rows == counts().all(); }, "all edits in it");
    settle(*bulk);
    picture("61-edits-reviewed");
}

} // namespace rangedesk::tests
