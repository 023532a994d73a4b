// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/halving.h"
#include "changes/plan.h"

#include <QTest>
#include <random>
#include <set>

using namespace rangedesk;

namespace {

Batch batchOf(const std::vector<std::pair<std::uint32_t, ChangeType>>& rows)
{
    Batch batch;
    batch.targets.resize(8);
    for (const auto& [target, type] : rows) {
        Row row;
        row.target = target;
        row.product = static_cast<std::uint32_t>(batch.products.size());
        row.type = type;
        row.state = RowState::NotSent;
        batch.products.push_back({{}, SelectBy::Code, "P" + std::to_string(batch.rows.size()), {}});
        batch.rows.push_back(row);
    }
    return batch;
}

/// The fewest groups of at most @p limit rows of one target and operation, by trying every way.
int fewest(const Batch& batch, std::size_t limit, std::size_t at,
           std::vector<std::vector<std::uint32_t>>& groups)
{
    if (at == batch.rows.size())
        return static_cast<int>(groups.size());
    int best = std::numeric_limits<int>::max();
    const Row& row = batch.rows[at];
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Row& first = batch.rows[groups[i].front()];
        if (first.target != row.target || first.type != row.type || groups[i].size() >= limit)
            continue;
        groups[i].push_back(static_cast<std::uint32_t>(at));
        best = std::min(best, fewest(batch, limit, at + 1, groups));
        groups[i].pop_back();
    }
    groups.push_back({static_cast<std::uint32_t>(at)});
    best = std::min(best, fewest(batch, limit, at + 1, groups));
    groups.pop_back();
    return best;
}

RequestRecord refused(std::int64_t sequence, std::int64_t parent, const char* words)
{
    RequestRecord request;
    request.sequence = sequence;
    request.parent = parent;
    request.state = RequestState::Rejected;
    request.code = QStringLiteral("1");
    request.message = QString::fromUtf8(words);
    request.rows = {1, 2};
    return request;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewestRequests();
    void keepsTheSheetsMeaning();
    void sendsWhatIsPlannedOnly();
    void bodies();
    void halving();
};

void TestPlan::fewestRequests()
{
    std::mt19937 dice(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::pair<std::uint32_t, ChangeType>> rows;
        for (unsigned i = 0, count = 1 + dice() % 8; i < count; ++i)
            rows.emplace_back(dice() % 3, dice() % 3 == 0 ? ChangeType::Delete : ChangeType::Upsert);
        const Batch batch = batchOf(rows);
        for (const std::size_t limit : {1U, 2U, 3U, 200U}) {
            const auto requests = planRequests(batch, limit);
            std::vector<std::vector<std::uint32_t>> groups;
            QCOMPARE(static_cast<int>(requests.size()), fewest(batch, limit, 0, groups));
            std::set<std::uint32_t> carried;
            for (const PlannedRequest& request : requests) {
                QVERIFY(!request.rows.empty() && request.rows.size() <= limit);
                for (const std::uint32_t row : request.rows) {
                    QVERIFY(carried.insert(row).second);
                    QCOMPARE(batch.rows[row].target, request.target);
                    QCOMPARE(batch.rows[row].type, request.type);
                }
            }
            QCOMPARE(carried.size(), batch.rows.size());
        }
    }
}

void TestPlan::keepsTheSheetsMeaning()
{
    const Batch batch = batchOf(
        {{2, ChangeType::Delete}, {1, ChangeType::Upsert}, {2, ChangeType::Upsert}, {2, ChangeType::Upsert}});
    const auto requests = planRequests(batch, 1);
    QCOMPARE(requests.size(), 4U);
    QCOMPARE(requests[0].target, 2U);               // in the order of the sheet
    QCOMPARE(requests[0].type, ChangeType::Upsert); // and adding before deleting
    QCOMPARE(requests[0].rows.front(), 2U);
    QCOMPARE(requests[2].type, ChangeType::Delete);
    QCOMPARE(requests[3].target, 1U);
}

void TestPlan::sendsWhatIsPlannedOnly()
{
    Batch batch = batchOf(
        {{0, ChangeType::Upsert}, {0, ChangeType::Upsert}, {0, ChangeType::Upsert}, {0, ChangeType::Upsert}});
    batch.rows[0].state = RowState::Unchanged;
    batch.rows[1].state = RowState::Held;
    batch.rows[3].primary = 2; // a repeat
    const auto requests = planRequests(batch, 200);
    QCOMPARE(requests.size(), 1U);
    QCOMPARE(requests[0].rows, std::vector<std::uint32_t>{2});
}

void TestPlan::bodies()
{
    Batch batch = batchOf({{0, ChangeType::Delete}, {0, ChangeType::Upsert}});
    batch.targets[0].conditions = {{Dimension::Department, SelectBy::Code, "BM01"}};
    batch.rows[0].base = {true, true, true, false, false};
    batch.rows[1].mustSell = Flag::Keep;
    batch.rows[1].isNew = Flag::Yes;
    batch.rows[1].base = {true, true, true, false, false};
    const WireRequest deletion = wireRequest(batch, {0, ChangeType::Delete, {0}, 0});
    QVERIFY(validate(deletion).empty());
    QCOMPARE(deletion.value("opt_type"), std::string_view("1"));
    QCOMPARE(deletion.products[0][1].value, std::string("1")); // a delete sends the flags read
    const WireRequest upsert = wireRequest(batch, {0, ChangeType::Upsert, {1}, 0});
    QCOMPARE(upsert.products[0][1].value, std::string("1")); // an empty cell keeps
    QCOMPARE(upsert.products[0][2].value, std::string("1"));
    batch.kind = ChangeKind::CustomerProducts;
    batch.targets[0].customer = {SelectBy::Id, "5300173088207827217"};
    QVERIFY(validate(wireRequest(batch, {0, ChangeType::Upsert, {1}, 0})).empty());
}

void TestPlan::halving()
{
    std::vector<RequestRecord> requests{refused(1, 0, "商品不存在")};
    QCOMPARE(halvingStep(requests, requests[0]), HalvingStep::Halve);
    // Both first halves refused in the same words: not a product.
    requests = {refused(1, 0, "部门停用"), refused(2, 1, "部门停用"), refused(3, 1, "部门停用")};
    QCOMPARE(halvingStep(requests, requests[1]), HalvingStep::Stop);
    requests[2].message = QStringLiteral("商品B停用");
    QCOMPARE(halvingStep(requests, requests[1]), HalvingStep::Halve);
    // Never for the signature, a permission or switched-off ranges.
    for (const char* words : {"签名验证失败", "没有权限", "没有启用可售范围!"}) {
        requests = {refused(1, 0, words)};
        QCOMPARE(halvingStep(requests, requests[0]), HalvingStep::Stop);
    }
    // The cap.
    requests = {refused(1, 0, "停用")};
    for (int i = 0; i < mostExtraRequests - 1; ++i)
        requests.push_back(refused(2 + i, 1 + i, i % 2 == 0 ? "甲" : "乙"));
    QCOMPARE(halvingStep(requests, requests.back()), HalvingStep::NotIsolated);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
