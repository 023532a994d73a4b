// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal costs a run: 100,000 rows over 1,000 ranges at 20 ms latency, 6 in flight, no rate limit,
// with the journal on disk and, as the baseline, with one in memory that nothing has to wait for.
#include "support/sheet_maker.h"
#include "support/test_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <array>

using namespace rangedesk;

namespace {

constexpr int rounds = 5;

/// Seconds from sheet to report.
double seconds(const std::string& csv, bool onDisk)
{
    tests::World world;
    world.server.set("latency=20");
    const ImportOptions options;
    CheckedFile file = world.checked(csv, options);
    Journal journal = onDisk ? world.openJournal() : Journal::open(QStringLiteral(":memory:")).value();
    QElapsedTimer timer;
    timer.start();
    const JobOutcome outcome = world.engine().apply(std::move(file), options, *world.data, journal);
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (outcome.problem || outcome.job.counts.verified == 0)
        qFatal("the run failed");
    return taken;
}

double median(std::array<double, rounds> values)
{
    std::nth_element(values.begin(), values.begin() + rounds / 2, values.end());
    return values.at(rounds / 2);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    tests::SheetWish wish;
    wish.rows = 100000;
    wish.faulty = 0;
    const std::string csv = tests::makeSheet(demo::seedData(), wish).csv();
    std::array<double, rounds> onDisk{};
    std::array<double, rounds> inMemory{};
    for (std::size_t round = 0; round < rounds; ++round) { // in turn: both see the same moods of the machine
        inMemory.at(round) = seconds(csv, false);
        onDisk.at(round) = seconds(csv, true);
        std::printf("in memory %.2f s, on disk %.2f s\n", inMemory.at(round), onDisk.at(round));
    }
    std::printf("overhead of the journal: %.1f %% (wanted: at most 5)\n",
                (median(onDisk) / median(inMemory) - 1) * 100);
    return 0;
}
