// SPDX-License-Identifier: GPL-3.0-or-later
// A window with ranges on a demo server that a test can change behind its back.
#pragma once

#include "ranges/range_page.h"
#include "ranges/rule_detail.h"
#include "window_room.h"

namespace rangedesk::tests {

struct RangeRoom : WindowRoom
{
    using WindowRoom::WindowRoom;

    ui::RangePage* page(bool ofCustomers = false)
    {
        const auto place =
            ofCustomers ? ui::MainWindow::Place::CustomerRanges : ui::MainWindow::Place::Ranges;
        window->goTo(place);
        return static_cast<ui::RangePage*>(window->page(place));
    }
    ui::RangePage* read(bool ofCustomers = false)
    {
        ui::RangePage* ranges = page(ofCustomers);
        ranges->refresh();
        auto* table = tableOf(ranges);
        if (!QTest::qWaitFor([&] { return !ranges->isReading() && table->model()->rowCount() > 0; },
                             patience) ||
            !QTest::qWaitFor([this] { return desk->catalogue()->of(EntryKind::Product).size() > 0; },
                             patience))
            qFatal("nothing was read");
        table->setFocus();
        return ranges;
    }
    static ui::TableView* tableOf(ui::RangePage* page)
    {
        return page->findChild<ui::TableView*>(page->objectName() + QStringLiteral(".table"));
    }
    static QPushButton* button(ui::RangePage* page, const char* name)
    {
        return page->findChild<QPushButton*>(page->objectName() + QLatin1Char('.') + QLatin1String(name));
    }
};

/// The first rule in force that can be edited and has several products and one dimension.
inline int editableRow(ui::RangePage* page, std::size_t conditions = 1)
{
    auto* model = static_cast<RuleModel*>(RangeRoom::tableOf(page)->model());
    for (int row = 0; row < model->rowCount(); ++row) {
        const std::uint32_t at = model->sourceRow(row);
        const RuleRows::Figures& figures = model->rows()->figures(at);
        const std::size_t fields = model->rows()->rule(at).fields.size();
        if (model->readOnly(at) == ReadOnly::No && figures.distinct > 4 && figures.repeats == 0 &&
            figures.missing == 0 && (fields == conditions || model->rows()->ofCustomers()) &&
            model->rows()->rulesOf(model->rows()->target(at).key()) == 1)
            return row;
    }
    return -1;
}

inline const RuleProductRows* productsOf(ui::RangePage* page)
{
    auto* model = static_cast<RuleProductModel*>(page->detail()->table()->model());
    return static_cast<const RuleProductRows*>(model->source().get());
}

inline bool settled(ui::RangePage* page)
{
    auto* model = static_cast<RuleProductModel*>(page->detail()->table()->model());
    return QTest::qWaitFor([model] { return !model->isWorking() && model->rowCount() > 0; }, patience);
}

} // namespace rangedesk::tests
