// SPDX-License-Identifier: GPL-3.0-or-later
// Search among 1,000,000 customers against a memchr scan of the same texts; loading them from the catalogue's
// file against a bare sorted insert; expanding a condition tree against copying what comes of it.
#include "catalogue/entry_search.h"
#include "ratios.h"
#include "rules/condition_tree.h"
#include "store/catalogue_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstring>

using namespace rangedesk;

namespace {

constexpr int customers = 1'000'000;
const std::atomic<bool> goesOn{false};

std::vector<CatalogueEntry> manyCustomers()
{
    static const std::array<const char*, 8> cities{"重庆市渝中区", "厦门市思明区", "上海市静安区",
                                                   "长沙市岳麓区", "杭州市西湖区", "南京市鼓楼区",
                                                   "成都市锦江区", "广州市天河区"};
    static const std::array<const char*, 6> kinds{"便利店",   "生活超市", "食品经营部",
                                                  "百货商行", "批发部",   "连锁超市"};
    std::vector<CatalogueEntry> entries;
    entries.reserve(customers);
    for (std::uint32_t i = 0; i < customers; ++i) {
        const std::string number = std::to_string(1'000'000 + i);
        entries.push_back({"8931837644" + number + "00",
                           "KH" + number,
                           {},
                           std::string(cities.at(i % 8)) + "家家福" + number.substr(3) + kinds.at(i % 6),
                           {},
                           EntryOrigin::ReferenceList});
    }
    return entries;
}

const EntryList& list()
{
    static const EntryList all(EntryList(), manyCustomers());
    return all;
}

void scan(benchmark::State& state)
{
    for (auto _ : state) {
        std::size_t hits = 0;
        for (const std::string* text : {&list().names(), &list().codes()}) {
            const char* at = text->data();
            const char* const end = at + text->size();
            while ((at = static_cast<const char*>(
                        std::memchr(at, '\x01', static_cast<std::size_t>(end - at)))) != nullptr)
                ++hits, ++at;
        }
        benchmark::DoNotOptimize(hits);
    }
}

void find(benchmark::State& state, const char* text)
{
    for (auto _ : state) {
        auto found = search(list(), QString::fromUtf8(text), goesOn);
        benchmark::DoNotOptimize(found);
    }
}

ConditionTree treeOfTenThousand()
{
    ConditionTree tree;
    for (int d = 0; d < 4; ++d) {
        TreeBranch branch{static_cast<Dimension>(d), {}};
        for (int v = 0; v < 10; ++v)
            branch.values.push_back(
                {SelectBy::Id, "893183764491776" + std::to_string(1000 + v), "", "上海分公司", false});
        tree.branches.push_back(std::move(branch));
    }
    return tree;
}

void expandTree(benchmark::State& state)
{
    const ConditionTree tree = treeOfTenThousand();
    for (auto _ : state) {
        auto ranges = expand(tree, 10'000);
        benchmark::DoNotOptimize(ranges);
    }
}

void copyRanges(benchmark::State& state)
{
    const auto ranges = expand(treeOfTenThousand(), 10'000);
    for (auto _ : state) {
        std::vector<RangeTarget> copy = *ranges;
        benchmark::DoNotOptimize(copy);
    }
}

double secondsOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Once: it takes its time.
void benchFile()
{
    const QTemporaryDir folder;
    const QString scope = QStringLiteral("https://a|1");
    const std::vector<CatalogueEntry> entries = manyCustomers();
    auto bare = Database::open(
        folder.filePath(QStringLiteral("bare.db")),
        {{QStringLiteral("CREATE TABLE c (id TEXT PRIMARY KEY, code TEXT, name TEXT) WITHOUT ROWID")}});
    const double insert = secondsOf([&] {
        (void)bare->transaction([&] {
            return bare->runEach(QStringLiteral("INSERT INTO c VALUES (?, ?, ?)"), entries.size(),
                                 [&](std::size_t i) {
                                     return QVariantList{QString::fromStdString(entries[i].id),
                                                         QString::fromStdString(entries[i].code),
                                                         QString::fromStdString(entries[i].name)};
                                 });
        });
    });
    auto file = CatalogueFile::open(folder.filePath(QStringLiteral("catalogue.db")));
    const double put = secondsOf([&] { (void)file->put(scope, EntryKind::Customer, entries); });
    std::vector<CatalogueEntry> read;
    const double load = secondsOf([&] {
        (void)file->load(scope, [&](EntryKind, CatalogueEntry entry) { read.push_back(std::move(entry)); });
        const EntryList loaded(EntryList(), std::move(read));
        benchmark::DoNotOptimize(loaded);
    });
    std::printf(
        "1,000,000 customers: bare sorted insert %.2f s; put %.2f s, ratio %.2f; loaded and made searchable "
        "%.2f s, ratio %.2f (wanted under 10)\n",
        insert, put, put / insert, load, load / insert);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::RegisterBenchmark("memchr", scan)->Unit(benchmark::kMillisecond);
    for (const char* text : {"重庆", "cq", "cqyz", "chongqing", "KH1000999", "c", "渝中 bld"})
        benchmark::RegisterBenchmark(text, find, text)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("copy", copyRanges)->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("expand", expandTree)->Unit(benchmark::kMicrosecond);
    const auto reporter = benchmarks::runAll(argc, argv);
    const double base = reporter.medians.at("memchr");
    for (const auto& [name, time] : reporter.medians) {
        if (name != "memchr" && name != "copy" && name != "expand")
            std::printf("search for %s: %.1f ms, %.1f times a memchr scan (wanted within 10, and 20 ms)\n",
                        name.c_str(), time, time / base);
    }
    std::printf("10,000 ranges: expanded in %.1f times the time of copying them (wanted under 100)\n",
                reporter.medians.at("expand") / reporter.medians.at("copy"));
    benchFile();
    return 0;
}
