// SPDX-License-Identifier: GPL-3.0-or-later
// A window with ranges on a demo server that a test can change behind its back.
#pragma once

#include "idle.h"
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
        // Rows of an earlier reading may be there yet: what is shown must be what was read.
        const auto* model = static_cast<RowModel*>(table->model());
        if (!QTest::qWaitFor(
                [&] {
                    return !ranges->isReading() && desk->catalogue()->of(EntryKind::Product).size() > 0 &&
                           !model->isWorking() && model->rowCount() > 0;
                },
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

inline RuleModel* modelOf(ui::RangePage* page)
{
    return static_cast<RuleModel*>(RangeRoom::tableOf(page)->model());
}
/// The chosen rule, as its rows count.
inline std::uint32_t currentRow(ui::RangePage* page)
{
    return modelOf(page)->sourceRow(RangeRoom::tableOf(page)->currentIndex().row());
}

/// A company without rules, of the demo company's values and products.
inline demo::DemoData emptyCompany()
{
    demo::DemoData data = demo::seedData();
    data.rangeRules.clear();
    data.customerRules.clear();
    return data;
}
/// @param on dimension to values, by their places
inline void addRule(demo::DemoData& data, std::map<std::size_t, std::vector<std::size_t>> on,
                    std::uint32_t product)
{
    demo::RuleData rule;
    rule.id = data.newId();
    rule.createTime = rule.modifyTime = "2026-11-01 10:00:00";
    rule.on = std::move(on);
    rule.products.push_back({data.newNumber(), product, false, false, 0});
    data.rangeRules.push_back(std::move(rule));
}

/// Requests of an operation that reached the server.
inline qsizetype requestsOf(RangeRoom& room, const char* operation)
{
    return QByteArray::fromStdString(room.server.log()).count(operation);
}

/// The first rule in force that can be edited and has several products and one dimension.
inline int editableRow(ui::RangePage* page, std::size_t conditions = 1)
{
    auto* model = modelOf(page);
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
