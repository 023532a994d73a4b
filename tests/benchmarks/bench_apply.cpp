// SPDX-License-Identifier: GPL-3.0-or-later
// Apply 100,000 rows over 1,000 ranges at 20 ms latency, 6 in flight, no rate limit; preview and
// verification included. The ideal is (all requests × 20 ms ÷ 6); the server's own time is taken out.
#include "ratios.h"
#include "support/sheet_maker.h"
#include "support/test_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace rangedesk;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const demo::DemoData data = demo::seedData();
    tests::SheetWish wish;
    wish.rows = 100000;
    wish.faulty = 0;
    const std::string csv = tests::makeSheet(data, wish).csv();
    for (int round = 0; round < 3; ++round) {
        tests::World world;
        world.server.set("latency=20");
        ImportOptions options;
        CheckedFile file = world.checked(csv, options);
        Journal journal = world.openJournal();
        QElapsedTimer timer;
        timer.start();
        const JobOutcome outcome = world.engine().apply(std::move(file), options, *world.data, journal);
        const double total = static_cast<double>(timer.nsecsElapsed()) / 1e9;
        const double building = std::stod(world.server.figures()) / 1e6;
        const auto requests =
            static_cast<double>(world.connection().readsSent() + world.connection().writesSent());
        const double ideal = requests * 0.020 / 6;
        std::printf("rows %lld, verified %lld, requests %.0f, total %.2f s, server building replies %.2f s, "
                    "ideal %.2f s\n",
                    static_cast<long long>(outcome.job.counts.rowsRead),
                    static_cast<long long>(outcome.job.counts.verified), requests, total, building, ideal);
        std::printf("ratio: ideal / (total - server) = %.2f (wanted: at least 0.8)\n",
                    ideal / (total - building));
    }
    return 0;
}
