// SPDX-License-Identifier: GPL-3.0-or-later
// Check and plan 1,000,000 rows (120 MB) against what libcsv needs only to split them.
#include "changes/check.h"
#include "changes/plan.h"
#include "memory.h"
#include "ratios.h"

#include <csv.h>

using namespace rangedesk;
using namespace rangedesk::benchmarks;

namespace {

const std::string& largeSheet()
{
    static const std::string sheet = [] {
        std::string text = "dept_code,customer_level_name,type_code,product_code,is_must_sale,is_new,备注\n";
        for (int row = 0; row < 1000000; ++row) {
            const int range = row / 100;
            text += "BM" + std::to_string(1000 + range) + ",A级客户,LX" + std::to_string(range % 8) +
                    ",SP-CODE-" + std::to_string(100000 + row % 100 * 37) + ",1,0,\"春季铺货计划第" +
                    std::to_string(row) + "行,由销售运营中心提交,请于月底前完成核对\"\n";
        }
        return text;
    }();
    return sheet;
}

Batch checkAndPlan(std::string text, std::size_t& requests)
{
    SheetOptions options;
    options.ignoredColumns << QStringLiteral("备注");
    auto sheet = openSheet(std::move(text), options);
    auto batch = checkSheet(std::move(*sheet), ChangeKind::RangeProducts, OperationChoice::Upsert);
    for (Row& row : batch->rows)
        row.state = RowState::NotSent; // without a server every row is planned
    requests = planRequests(*batch, 200).size();
    return std::move(*batch);
}

void ours(benchmark::State& state)
{
    for (auto _ : state) {
        std::size_t requests = 0;
        const Batch batch = checkAndPlan(largeSheet(), requests);
        benchmark::DoNotOptimize(requests);
    }
}

void countCell(void*, std::size_t, void* count)
{
    ++*static_cast<std::size_t*>(count);
}

void countRow(int, void* count)
{
    ++*static_cast<std::size_t*>(count);
}

void libcsv(benchmark::State& state)
{
    for (auto _ : state) {
        csv_parser parser{};
        csv_init(&parser, 0);
        std::size_t count = 0;
        csv_parse(&parser, largeSheet().data(), largeSheet().size(), countCell, countRow, &count);
        csv_fini(&parser, countCell, countRow, &count);
        csv_free(&parser);
        benchmark::DoNotOptimize(count);
    }
}

BENCHMARK(ours)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(libcsv)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int argc, char** argv)
{
    const auto size = static_cast<double>(largeSheet().size());
    std::string text = largeSheet();
    const double before = resetPeak();
    std::size_t requests = 0;
    {
        const Batch batch = checkAndPlan(std::move(text), requests);
        benchmark::DoNotOptimize(batch.rows.size());
    }
    const double peak = memoryBytes("VmHWM") - before + size;
    const MedianReporter result = runAll(argc, argv);
    std::printf("sheet %.1f MB, 1,000,000 rows, %zu requests\n", size / 1e6, requests);
    std::printf("ratio: ours / libcsv = %.2f (wanted: at most 6)\n",
                result.medians.at("ours") / result.medians.at("libcsv"));
    std::printf("ratio: peak memory / file = %.2f (wanted: at most 2)\n", peak / size);
    return 0;
}
