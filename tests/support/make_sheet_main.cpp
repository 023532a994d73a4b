// SPDX-License-Identifier: GPL-3.0-or-later
// make-sheet ROWS RANGES FAULTY SEED: prints a sheet for the demo company, for trying things by hand and
// for the sample in resources/samples.
#include "support/sheet_maker.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::fputs("usage: make-sheet ROWS RANGES FAULTY SEED\n", stderr);
        return 2;
    }
    using namespace rangedesk;
    tests::SheetWish wish;
    wish.rows = std::strtoul(argv[1], nullptr, 10);
    wish.ranges = std::strtoul(argv[2], nullptr, 10);
    wish.faulty = std::strtod(argv[3], nullptr);
    wish.seed = static_cast<unsigned>(std::strtoul(argv[4], nullptr, 10));
    const std::string csv = tests::makeSheet(demo::seedData(), wish).csv();
    std::fwrite(csv.data(), 1, csv.size(), stdout);
    return 0;
}
