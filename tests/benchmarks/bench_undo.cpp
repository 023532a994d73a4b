// SPDX-License-Identifier: GPL-3.0-or-later
// What undoes 100,000 rows, against checking and planning them.
#include "changes/check.h"
#include "changes/follow_up.h"
#include "ratios.h"

using namespace rangedesk;
using namespace rangedesk::benchmarks;

namespace {

const std::string& sheetText()
{
    static const std::string text = [] {
        std::string rows = "dept_code,customer_level_name,type_code,product_code,is_must_sale,is_new\n";
        for (int row = 0; row < 100000; ++row)
            rows += "BM" + std::to_string(1000 + row / 100) + ",A级客户,LX" + std::to_string(row / 100 % 8) +
                    ",SP-CODE-" + std::to_string(100000 + row % 100 * 37) + ",1,0\n";
        return rows;
    }();
    return text;
}

Batch planned(Result<Sheet> sheet, OperationChoice choice)
{
    auto batch = checkSheet(std::move(*sheet), ChangeKind::RangeProducts, choice);
    for (Row& row : batch->rows)
        row.state = RowState::NotSent;
    benchmark::DoNotOptimize(planRequests(*batch, 200).size());
    return std::move(*batch);
}

const JobOutcome& job()
{
    static const JobOutcome outcome = [] {
        JobOutcome made;
        made.batch = planned(openSheet(sheetText(), {}), OperationChoice::Upsert);
        for (std::size_t i = 0; i < made.batch.rows.size(); ++i) {
            Row& row = made.batch.rows[i];
            row.state = RowState::Verified;
            row.base.known = true;
            row.base.present = i % 2 == 0; // half were changed, half are new
        }
        return made;
    }();
    return outcome;
}

void plan(benchmark::State& state)
{
    for (auto _ : state) {
        const Batch batch = planned(openSheet(sheetText(), {}), OperationChoice::Upsert);
        benchmark::DoNotOptimize(batch.rows.size());
    }
}

void undo(benchmark::State& state)
{
    for (auto _ : state) {
        auto set = undoOf(job(), {}, {});
        for (Row& row : set->file.batch.rows)
            row.state = RowState::NotSent;
        benchmark::DoNotOptimize(planRequests(set->file.batch, 200).size());
    }
}

BENCHMARK(plan)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(undo)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int argc, char** argv)
{
    benchmark::DoNotOptimize(job().batch.rows.size());
    const MedianReporter result = runAll(argc, argv);
    std::printf("undo / plan: %.2f (wanted: under 2)\n",
                result.medians.at("undo") / result.medians.at("plan"));
    return 0;
}
