// SPDX-License-Identifier: GPL-3.0-or-later
// The review of 50,000 registrations of a campaign with 200,000 covered and 100,000 notified customers: how
// fast it is there against decoding the reply, memory against the reply, and the longest pause of the window
// while one filters and decides.
#include "memory.h"
#include "openapi/decode.h"
#include "pause_meter.h"
#include "review/review_page.h"
#include "session/platform_memory.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

std::string customer(int number, bool registers)
{
    const std::string digits = std::to_string(1000000 + number);
    std::string text = R"({\"id\":\"893000000000)" + digits + R"(\",\"code\":\"KH)" + digits +
                       R"(\",\"name\":\"杭州市余杭区良渚街道)" + digits +
                       R"(号生鲜超市\",\"source_code\":\"CRM-)" + digits + R"(\")";
    if (registers)
        text += R"(,\"merchant_information\":\"联系人：王)" + digits + R"(；手机：138)" +
                std::to_string(10000000 + number * 7) + R"(；门店类型：)" +
                (number % 3 == 0   ? "便利店"
                 : number % 3 == 1 ? "零食专营"
                                   : "烟酒商行") +
                R"(；营业面积：)" + std::to_string(30 + number % 300) + R"(平方米\")";
    return text + '}';
}

std::string list(int from, int count, bool registers)
{
    std::string text = "[";
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : ",") + customer(from + i, registers);
    return text + ']';
}

/// As the server would send it: a document within a string.
std::string reply()
{
    return R"({"return_code":"0","return_msg":"成功","msg_id":"1","response_data":"[{\"activity_source_code\":\"CRM-1\",)"
           R"(\"activity_code\":\"HD1\",\"activity_name\":\"城市马拉松\",\"event_status\":\"1\",\"override_customer\":)" +
           list(0, 200000, false) + R"(,\"invited_customer\":)" + list(50000, 100000, false) +
           R"(,\"registered_customer\":)" + list(120000, 50000, true) + R"(}]"})";
}

double seconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void settle(const ui::ReviewPage& page)
{
    while (page.model()->isWorking() || page.isWorking())
        QTest::qWait(2);
}

} // namespace

int main(int argc, char** argv)
{
    keepMemoryTight(); // as the program does
    const QApplication app(argc, argv);
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    const QTemporaryDir folder;
    SessionWish wish;
    wish.demo = true;
    wish.dataDir = folder.path();
    Desk desk(wish, AppKey());
    desk.open();
    while (!desk.isOpen())
        QTest::qWait(5);
    ui::ReviewPage page(desk, nullptr);
    page.resize(1400, 860);
    page.show();
    QTest::qWait(100);

    std::string bytes = reply();
    const auto replyBytes = static_cast<double>(bytes.size());
    benchmarks::resetPeak();
    const double before = benchmarks::memoryBytes("VmRSS") - replyBytes;
    QElapsedTimer timer;
    timer.start();
    auto campaigns = decodeCampaigns(std::move(bytes), "1");
    const double decoding = seconds(timer);
    std::printf("memory while the reply is decoded: %.2f times the reply at its peak, %.2f stay\n",
                (benchmarks::memoryBytes("VmHWM") - before) / replyBytes,
                (benchmarks::memoryBytes("VmRSS") - before) / replyBytes);
    if (!campaigns || campaigns->items.size() != 1)
        return 1;
    const ListItem<Campaign> item{campaigns->text,
                                  std::make_shared<const Campaign>(std::move(campaigns->items.front()))};
    campaigns->items.clear();
    benchmarks::PauseMeter meter;
    timer.restart();
    page.open(item, QDateTime::currentDateTimeUtc());
    settle(page);
    std::printf(
        "open: %.2f s (decoding the reply %.2f s, ratio %.1f), longest pause %.1f ms, work of the window "
        "in one go %.1f ms\n",
        seconds(timer), decoding, seconds(timer) / decoding, meter.longest().wall, meter.mostWork());
    std::printf("memory: %.2f times the reply of %.0f MB at its peak (wanted at most 3)\n",
                (benchmarks::memoryBytes("VmHWM") - before) / replyBytes, replyBytes / 1e6);
    QTest::qWait(1500); // the fields are counted
    std::printf("memory that stays: %.2f times the reply\n",
                (benchmarks::memoryBytes("VmRSS") - before) / replyBytes);
    // What a reading does besides: the catalogue learns the customers, and the list is kept on disk.
    const auto peak = [&](const char* what) {
        std::printf("memory while %s, review open: %.2f times the reply at its peak (wanted at most 3), %.2f "
                    "stay\n",
                    what, (benchmarks::memoryBytes("VmHWM") - before) / replyBytes,
                    (benchmarks::memoryBytes("VmRSS") - before) / replyBytes);
        benchmarks::resetPeak();
    };
    benchmarks::resetPeak();
    desk.readings().keepCampaigns({item}, QDateTime::currentDateTimeUtc(), {});
    desk.readings().pool().waitForDone();
    peak("the list is kept");
    CatalogueNews news;
    news.add(*item.value);
    peak("the news are gathered");
    desk.catalogueKeeper().learn(std::move(news));
    while (desk.catalogue()->of(EntryKind::Customer).size() == 0)
        QTest::qWait(20);
    peak("the catalogue learns");

    { // as at the next start, where no review is open
        const double beforeLoading = benchmarks::memoryBytes("VmRSS");
        const auto kept = loadKeptCampaigns(desk.readings().path(), desk.readings().scope());
        if (!kept || !*kept || (*kept)->items.front().value->covered.size() != item.value->covered.size())
            return 1;
        std::printf("memory while the list is read from the disk: %.2f times the reply at its peak\n",
                    (benchmarks::memoryBytes("VmHWM") - beforeLoading) / replyBytes);
    }

    const auto told = [&meter](const char* what) {
        std::printf("%s: longest pause %.1f ms, work of the window in one go %.1f ms (wanted at most 16)\n",
                    what, meter.longest().wall, meter.mostWork());
        meter.restart();
    };
    meter.restart();
    for (const char* text : {"1", "12", "123", "1234", "123", "门店类型=便利店", ""}) {
        page.searchField()->setText(QString::fromUtf8(text));
        QTest::qWait(30);
    }
    settle(page);
    told("filter");
    page.table()->setFocus();
    page.table()->goToRow(0);
    meter.restart();
    for (int i = 0; i < 30; ++i) {
        page.decide(i % 3 == 0 ? ReviewDecision::Flagged : ReviewDecision::Approved);
        QTest::qWait(15);
    }
    settle(page);
    told("decide one by one");
    const auto rows = page.model()->rows();
    std::vector<std::uint32_t> all;
    for (std::uint32_t row = 0; row < rows->size() && (rows->customer(row).lists & Registered) != 0; ++row)
        all.push_back(row);
    page.state().decide(*rows, all, ReviewDecision::Approved);
    QTest::qWait(20);
    settle(page);
    std::printf("%zu registrations: ", all.size());
    told("decide on all at once");
    page.state().note(*rows, all, QStringLiteral("one reason for all"));
    QTest::qWait(20);
    settle(page);
    std::printf("%zu registrations: ", all.size());
    told("a note for all at once");
    page.state().undoStacks().undo();
    QTest::qWait(20);
    settle(page);
    told("undo of that");
    // Opened again with a mark on each of them.
    while (page.state().isSaving())
        QTest::qWait(20);
    meter.restart();
    timer.restart();
    page.open(item, QDateTime::currentDateTimeUtc());
    settle(page);
    std::printf("open with %zu marks: %.2f s; ", page.state().download()->marks.size(), seconds(timer));
    told("open with marks");
    Q_EMIT page.overlaps()->partChosen(0);
    QTest::qWait(50);
    settle(page);
    told("filter by a picture");
    return 0;
}
