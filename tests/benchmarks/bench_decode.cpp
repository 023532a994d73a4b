// SPDX-License-Identifier: GPL-3.0-or-later
// A queryCampaign reply of 50 MB (JSON within a JSON string): our decoder against QJsonDocument twice.
#include "memory.h"
#include "openapi/decode.h"
#include "ratios.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace rangedesk;
using namespace rangedesk::benchmarks;

namespace {

const std::string& largeReply()
{
    static const std::string reply = [] {
        std::string customers;
        for (int i = 0; customers.size() < 50U * 1000 * 1000; ++i) {
            if (i > 0)
                customers += ',';
            customers += R"({\"id\":\")" + std::to_string(5000000000000000000LL + i * 7919LL) +
                         R"(\",\"code\":\"KH)" + std::to_string(100000 + i) +
                         R"(\",\"name\":\"杭州好邻居便利店(中山路)" + std::to_string(i) +
                         R"(号店)\",\"source_code\":\"ERP-C)" + std::to_string(i) + R"(\"})";
        }
        return R"({"return_code":"0","return_msg":"","msg_id":"m","response_data":"[{\"activity_code\":\"HD1\",\"override_customer\":[)" +
               customers + R"(]}]"})";
    }();
    return reply;
}

void rapid(benchmark::State& state)
{
    for (auto _ : state) {
        std::string copy = largeReply();
        const auto list = decodeCampaigns(std::move(copy), "m");
        benchmark::DoNotOptimize(list->items.front().covered.size());
    }
}

void qjsonTwice(benchmark::State& state)
{
    for (auto _ : state) {
        const QByteArray copy = QByteArray::fromStdString(largeReply());
        const QJsonObject outer = QJsonDocument::fromJson(copy).object();
        const QJsonArray list =
            QJsonDocument::fromJson(outer[QStringLiteral("response_data")].toString().toUtf8()).array();
        benchmark::DoNotOptimize(list[0].toObject()[QStringLiteral("override_customer")].toArray().size());
    }
}

BENCHMARK(rapid)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(qjsonTwice)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace

int main(int argc, char** argv)
{
    const double megabytes = static_cast<double>(largeReply().size());
    // Memory first, before anything else has grown the process: the reply itself is part of the peak.
    std::string body = largeReply();
    const double before = resetPeak();
    {
        const auto list = decodeCampaigns(std::move(body), "m");
        benchmark::DoNotOptimize(list->items.front().covered.size());
    }
    const double peak = memoryBytes("VmHWM") - before + megabytes;
    const MedianReporter result = runAll(argc, argv);
    std::printf("reply %.1f MB\n", megabytes / 1e6);
    std::printf("ratio: QJsonDocument twice / ours = %.1f (wanted: at least 6)\n",
                result.medians.at("qjsonTwice") / result.medians.at("rapid"));
    std::printf("ratio: peak memory / reply = %.2f (wanted: at most 2.5)\n", peak / megabytes);
    return 0;
}
