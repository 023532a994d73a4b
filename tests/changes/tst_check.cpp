// SPDX-License-Identifier: GPL-3.0-or-later
// What a row means: decisions 1 to 5 and 7.
#include "changes/catalogue_check.h"
#include "changes/check.h"
#include "changes/find_cells.h"
#include "changes/report.h"
#include "changes/row_store.h"
#include "core/text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

Result<Batch> check(const std::string& csv, ChangeKind kind = ChangeKind::RangeProducts,
                    OperationChoice operation = OperationChoice::Upsert, const QStringList& ignored = {})
{
    SheetOptions options;
    options.ignoredColumns = ignored;
    auto sheet = openSheet(csv, options);
    if (!sheet)
        return tl::unexpected(sheet.error());
    return checkSheet(std::move(*sheet), kind, operation);
}

int refusedWith(const Batch& batch, RefusalReason reason)
{
    return static_cast<int>(std::count_if(batch.refusals.begin(), batch.refusals.end(),
                                          [reason](const Refusal& r) { return r.reason == reason; }));
}

const std::string heading = "dept_code,type_name,product_code,is_must_sale,is_new\n";

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesThatNothingHas();
    void findsAndReplaces();
    void rowFaults_data();
    void rowFaults();
    void goodRows();
    void fileFaults_data();
    void fileFaults();
    void flags_data();
    void flags();
    void operations_data();
    void operations();
    void repeatsAndContradictions();
    void partlyFilledColumnWarns();
    void blankRowsAreNotCounted();
    void linesOfRecords();
    void knownIdsMayEndWithZeros();
    void countsBalance();
    void refusedSheetComesBack();
    void rowsSurviveStoring();
};

void TestCheck::findsAndReplaces()
{
    SheetOptions options;
    options.delimiter = ',';
    options.ignoredColumns = {QStringLiteral("remark")};
    auto sheet =
        openSheet("dept_code,product_code,remark,is_new\nBM01,XXaXX,XX,1\nXX, XX ,,0\n,,,\n", options);
    QVERIFY(sheet);
    const auto batch = checkSheet(std::move(*sheet), ChangeKind::RangeProducts, OperationChoice::Upsert);
    QVERIFY(batch);
    const auto found = [&](CellSearch search) {
        QStringList all;
        for (const CellEdit& edit : replaceCells(*batch, search))
            all << QStringLiteral("%1.%2:%3>%4")
                       .arg(edit.line)
                       .arg(edit.column)
                       .arg(toQString(edit.from), toQString(edit.to));
        return all.join(QLatin1Char(' '));
    };
    // Every time within a cell; ignored columns are left alone.
    QCOMPARE(found({-1, "XX", "S", false}), QStringLiteral("2.1:XXaXX>SaS 3.0:XX>S 3.1:XX>S"));
    QCOMPARE(found({1, "XX", "S", true}), QStringLiteral("3.1:XX>S"));
    QCOMPARE(found({-1, "XX", "XX", false}), QString()); // nothing changes
    QCOMPARE(found({-1, "", "S", false}), QString());
    QCOMPARE(found({0, "", "BM02", true}), QString()); // there is no empty one among rows that count
    QCOMPARE(found({3, "1", "", false}), QStringLiteral("2.3:1>"));
}

void TestCheck::rowFaults_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("column");
    QTest::newRow("no condition") << QByteArray(",,P1,1,0") << int(RefusalReason::NoCondition) << 0;
    QTest::newRow("no product") << QByteArray("BM01,,,1,0") << int(RefusalReason::NoProduct) << 2;
    QTest::newRow("too few cells") << QByteArray("BM01,,P1,1") << int(RefusalReason::TooFewCells) << -1;
    QTest::newRow("filled cell beyond")
        << QByteArray("BM01,,P1,1,0,x") << int(RefusalReason::ExtraCells) << -1;
    QTest::newRow("flag") << QByteArray("BM01,,P1,maybe,0") << int(RefusalReason::BadFlag) << 3;
    QTest::newRow("other flag") << QByteArray("BM01,,P1,1,2") << int(RefusalReason::BadFlag) << 4;
    QTest::newRow("damaged code") << QByteArray("BM01,,1.23E+12,1,0") << int(RefusalReason::DamagedByExponent)
                                  << 2;
    QTest::newRow("long product code")
        << QByteArray("BM01,,") + QByteArray(33, 'x') + ",1,0" << int(RefusalReason::TooLong) << 2;
    QTest::newRow("long name") << QByteArray(",") + QByteArray("名").repeated(33) + ",P1,1,0"
                               << int(RefusalReason::TooLong) << 1;
}

void TestCheck::rowFaults()
{
    QFETCH(QByteArray, row);
    QFETCH(int, reason);
    QFETCH(int, column);
    const auto batch = check(heading + row.toStdString() + "\nBM02,,P1,1,0\n");
    QVERIFY2(batch.has_value(), batch ? "" : qPrintable(batch.error().text()));
    QCOMPARE(batch->refusals.size(), 1U);
    QCOMPARE(int(batch->refusals[0].reason), reason);
    QCOMPARE(int(batch->refusals[0].column), column);
    QVERIFY(!describe(batch->refusals[0]).isEmpty());
    QCOMPARE(batch->rows[0].state, RowState::Refused);
    QCOMPARE(batch->rows[1].state, RowState::Checked); // a faulty row never stops the others
}

void TestCheck::goodRows()
{
    const auto batch =
        check(heading + "BM01,,P1,1,0\n,批发商,00012,是,否\nBM01,批发商,1E10,Y,n,\n \t BM01　,,P2,,\n" +
              QByteArray("BM01,").toStdString() + QByteArray("名").repeated(32).toStdString() + ",P9,1,0\n");
    QVERIFY2(batch.has_value(), batch ? "" : qPrintable(batch.error().text()));
    QVERIFY(batch->refusals.empty());
    QCOMPARE(batch->rows.size(), 5U);
    QCOMPARE(batch->targets.size(), 4U);
    QCOMPARE(batch->rows[0].target, batch->rows[3].target); // trimmed
    QCOMPARE(batch->products[batch->rows[1].product].cells[0].value, std::string("00012"));
    QCOMPARE(batch->rows[3].mustSell, Flag::Keep);
}

void TestCheck::fileFaults_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const int ranges = int(ChangeKind::RangeProducts);
    const int customers = int(ChangeKind::CustomerProducts);
    QTest::newRow("misspelt condition") << QByteArray("dept_cod,type_name,product_code\nBM01,批发商,P1\n")
                                        << ranges << QStringLiteral("dept_cod");
    QTest::newRow("no heading over cells")
        << QByteArray("dept_code,product_code,\nBM01,P1,x\n") << ranges << QStringLiteral("column 3");
    QTest::newRow("customer sheet for ranges")
        << QByteArray("cm_code,product_code\nK,P\n") << ranges << QStringLiteral("customer-products");
    QTest::newRow("range sheet for customers")
        << QByteArray("dept_code,product_code\nK,P\n") << customers << QStringLiteral("range-products");
    QTest::newRow("no condition column")
        << QByteArray("product_code,is_new\nP,1\n") << ranges << QStringLiteral("condition");
    QTest::newRow("no product column")
        << QByteArray("cm_code,is_new\nK,1\n") << customers << QStringLiteral("product");
    QTest::newRow("external product id for ranges")
        << QByteArray("dept_code,product_code,product_source_code\nB,P,X\n") << ranges
        << QStringLiteral("product_source_code");
    QTest::newRow("result file of ours")
        << QByteArray("dept_code,product_code,outcome,change,request_id,server_message,verified,reason\nB,P,"
                      "verified,new,,,yes,\n")
        << ranges << QStringLiteral("result file");
    QTest::newRow("a column of the user's that is named like one of ours")
        << QByteArray("dept_code,原因,product_code\nB,x,P\n") << ranges << QStringLiteral("原因");
    QTest::newRow("unclosed quote") << QByteArray("dept_code,product_code\nB,P\nB,\"P\n") << ranges
                                    << QStringLiteral("Line 3, column 2");
}

void TestCheck::fileFaults()
{
    QFETCH(QByteArray, csv);
    QFETCH(int, kind);
    QFETCH(QString, says);
    const auto batch = check(csv.toStdString(), ChangeKind(kind));
    QVERIFY(!batch.has_value());
    QCOMPARE(batch.error().kind, ErrorKind::Input);
    QVERIFY2(batch.error().what.contains(says), qPrintable(batch.error().text()));
    // An unknown column is taken when it is empty, or ignored on purpose.
    QVERIFY(check("dept_code,remark,product_code\nB,,P\n").has_value());
    QVERIFY(check("dept_code,remark,product_code\nB,x,P\n", ChangeKind::RangeProducts,
                  OperationChoice::Upsert, {QStringLiteral("Remark")})
                .has_value());
}

void TestCheck::flags_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("flag");
    for (const char* yes : {"1", "是", "Y", "y", "yes", "TRUE", "１"})
        QTest::newRow(yes) << QByteArray(yes) << int(Flag::Yes);
    for (const char* no : {"0", "否", "N", "no", "False", "[清空]"})
        QTest::newRow(no) << QByteArray(no) << int(Flag::No);
    QTest::newRow("empty") << QByteArray() << int(Flag::Keep);
}

void TestCheck::flags()
{
    QFETCH(QByteArray, cell);
    QFETCH(int, flag);
    const auto batch = check(heading + "BM01,,P1," + cell.toStdString() + ",0\n");
    QVERIFY(batch->refusals.empty());
    QCOMPARE(int(batch->rows[0].mustSell), flag);
}

void TestCheck::operations_data()
{
    QTest::addColumn<int>("chosen");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("refusal"); // -1: taken
    QTest::addColumn<int>("type");
    const int upsert = int(OperationChoice::Upsert);
    const int remove = int(OperationChoice::Delete);
    const int perRow = int(OperationChoice::PerRow);
    QTest::newRow("empty follows the choice") << remove << QByteArray() << -1 << int(ChangeType::Delete);
    QTest::newRow("agrees") << upsert << QByteArray("0") << -1 << int(ChangeType::Upsert);
    QTest::newRow("agrees in Chinese") << remove << QByteArray("删除") << -1 << int(ChangeType::Delete);
    QTest::newRow("differs") << upsert << QByteArray("删除") << int(RefusalReason::OtherOperation)
                             << int(ChangeType::Upsert);
    QTest::newRow("unknown") << upsert << QByteArray("清除吧") << int(RefusalReason::BadOperation)
                             << int(ChangeType::Upsert);
    QTest::newRow("per row deletes") << perRow << QByteArray("1") << -1 << int(ChangeType::Delete);
    QTest::newRow("per row changes") << perRow << QByteArray("新增/修改") << -1 << int(ChangeType::Upsert);
    QTest::newRow("per row and empty")
        << perRow << QByteArray() << int(RefusalReason::NoOperation) << int(ChangeType::Upsert);
}

void TestCheck::operations()
{
    QFETCH(int, chosen);
    QFETCH(QByteArray, cell);
    QFETCH(int, refusal);
    QFETCH(int, type);
    const auto batch = check("dept_code,product_code,操作\nBM01,P1," + cell.toStdString() + "\n",
                             ChangeKind::RangeProducts, OperationChoice(chosen));
    QVERIFY(batch.has_value());
    QCOMPARE(batch->refusals.empty(), refusal < 0);
    if (refusal >= 0)
        QCOMPARE(int(batch->refusals[0].reason), refusal);
    else
        QCOMPARE(int(batch->rows[0].type), type);
}

void TestCheck::repeatsAndContradictions()
{
    const auto batch = check(
        heading + "BM01,,P1,1,0\nBM01,,P2,1,0\nBM01,,P1,1,0\nBM02,,P1,1,0\nBM02,,P1,0,0\nBM02,,P1,,0\n");
    QVERIFY(batch.has_value());
    QCOMPARE(batch->rows[2].primary, 0U);
    QCOMPARE(batch->rows[2].state, RowState::Checked);
    QCOMPARE(refusedWith(*batch, RefusalReason::Contradiction), 3);
    QCOMPARE(batch->refusals[0].detail, std::string("6, 7"));
    QCOMPARE(batch->refusals[1].detail, std::string("5, 7"));
}

void TestCheck::partlyFilledColumnWarns()
{
    const auto batch = check(heading + "BM01,批发商,P1,1,0\nBM02,,P1,1,0\n");
    QCOMPARE(batch->warnings.size(), 1U);
    QVERIFY(describe(batch->warnings[0]).contains(QLatin1String("type_name")));
    QVERIFY(describe(batch->warnings[0]).contains(QLatin1String("1 of 2")));
    // Rows that are faulty elsewhere count with what they hold; rows without any condition do not count.
    const auto faulty = check("dept_code,product_code,is_new\nBM01,P1,1\nBM01,P2,perhaps\n,P3,1\n");
    QVERIFY(faulty->warnings.empty());
}

void TestCheck::blankRowsAreNotCounted()
{
    const auto batch = check(heading + "\nBM01,,P1,1,0\n,,,,\n  \nBM02,,P1,1,0\n\n");
    QCOMPARE(batch->rows.size(), 2U);
    QCOMPARE(batch->rows[1].line, 6U);
}

void TestCheck::linesOfRecords()
{
    const auto batch = check(heading + "\"BM01\",\"两\n行\",P1,1,0\nBM02,,P1,x,0\n");
    QCOMPARE(batch->rows[0].line, 2U);
    QCOMPARE(batch->rows[1].line, 4U);
}

void TestCheck::knownIdsMayEndWithZeros()
{
    const std::string csv = "dept_id,product_code\n8931837644917760000,P1\n";
    QCOMPARE(refusedWith(*check(csv), RefusalReason::DamagedByZeros), 1);
    auto sheet = openSheet(csv, {});
    const auto known =
        checkSheet(std::move(*sheet), ChangeKind::RangeProducts, OperationChoice::Upsert,
                   [](const ColumnRole& role, std::string_view id) {
                       return role.field == ColumnRole::Field::Condition && id == "8931837644917760000";
                   });
    QVERIFY(known->refusals.empty());
}

void TestCheck::countsBalance()
{
    const auto batch = check(heading + "BM01,,P1,1,0\nBM01,,P1,1,0\n,,P1,1,0\n");
    const JobCounts counts = countRows(*batch);
    QCOMPARE(counts.rowsRead, 3);
    QCOMPARE(counts.refused, 1);
    QCOMPARE(counts.planned, 2);
    QCOMPARE(counts.notSent, 2);
    QCOMPARE(counts.rowsRead,
             counts.refused + counts.excluded + counts.unchanged + counts.held + counts.planned);
}

void TestCheck::refusedSheetComesBack()
{
    QTemporaryDir folder;
    const auto batch =
        check("dept_code,备注,product_code,is_must_sale\nBM01,\"说,明\",P1,x\nBM01,,P2,1\nBM03,,P3\n",
              ChangeKind::RangeProducts, OperationChoice::Upsert, {QStringLiteral("备注")});
    QCOMPARE(batch->refusals.size(), 2U);
    const QString path = folder.filePath(QStringLiteral("refused.csv"));
    QVERIFY(writeRefused(path, *batch).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::string text = file.readAll().toStdString();
    QVERIFY(text.find("BM01,\"说,明\",P1,x,2,is_must_sale,x,") != std::string::npos);
    // Imported again as it is, the same rows are refused; corrected, they are taken.
    const auto again =
        check(text, ChangeKind::RangeProducts, OperationChoice::Upsert, {QStringLiteral("备注")});
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().text()));
    QCOMPARE(again->refusals.size(), 2U);
    text.replace(text.find("P1,x,"), 5, "P1,1,");
    QCOMPARE(check(text, ChangeKind::RangeProducts, OperationChoice::Upsert, {QStringLiteral("备注")})
                 ->refusals.size(),
             1U);
}

void TestCheck::rowsSurviveStoring()
{
    auto batch = check(heading + "BM01,,P1,1,0\nBM01,,P1,1,0\n,,P1,1,0\n");
    batch->rows[0].state = RowState::Verified;
    batch->rows[0].base = {true, true, false, true, false};
    batch->rows[0].request = 7;
    const QByteArray bytes = packRows(*batch);
    auto other = check(heading + "BM01,,P1,1,0\nBM01,,P1,1,0\n,,P1,1,0\n");
    QVERIFY(unpackRows(bytes, *other).has_value());
    QCOMPARE(other->rows[0].state, RowState::Verified);
    QCOMPARE(other->rows[0].base, batch->rows[0].base);
    QCOMPARE(other->rows[1].primary, 0U);
    QCOMPARE(other->refusals.size(), 1U);
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        auto damaged = check(heading + "BM01,,P1,1,0\nBM01,,P1,1,0\n,,P1,1,0\n");
        QVERIFY(!unpackRows(bytes.left(cut), *damaged).has_value());
    }
}

/// A mistyped name is no fault, but told; where the catalogue knows no such names, it says nothing.
void TestCheck::namesThatNothingHas()
{
    CatalogueNews news;
    SaleRule rule;
    rule.fields.push_back({"dept_id", "部门", "8931837644917761234", "BM01", "华东大区"});
    rule.products.push_back({"7364136223846793005", "SP10001", "乌龙茶", {}, {}, false, false});
    news.add(rule);
    const auto known = Catalogue().with(news);
    const auto doubtsOf = [&](const std::string& text, ChangeKind kind) {
        auto sheet = openSheet(std::string(text), {});
        auto batch = checkSheet(std::move(*sheet), kind, OperationChoice::Upsert);
        return batch ? notInCatalogue(*batch, *known) : std::vector<Doubt>{{99, 0, "refused"}};
    };
    const auto doubts = doubtsOf("dept_code,type_name,product_code,product_name,is_must_sale,is_new\n"
                                 "BM01,某类型,SP10001,别的名字,1,0\n" // types are not known at all
                                 "BM0I,某类型,SP10001,,1,0\n"
                                 "BM01,某类型,SP1001,,1,0\n"
                                 "BM0I,某类型,SP1001,,1,0\n"         // told once
                                 "BM0I,某类型,SP10001,,perhaps,0\n", // refused anyway
                                 ChangeKind::RangeProducts);
    QCOMPARE(doubts.size(), std::size_t(3));
    QCOMPARE(doubts[0].row, 1U);
    QCOMPARE(doubts[0].column, std::int16_t(0));
    QCOMPARE(doubts[0].value, std::string("BM0I"));
    QVERIFY(describe(doubts[0]).contains(QStringLiteral("BM0I")));
    QCOMPARE(doubts[1].row, 2U);
    QCOMPARE(doubts[1].value, std::string("SP1001"));
    QCOMPARE(doubts[2].row, 3U);
    // Ids are no words that one mistypes; customers are not known here.
    QVERIFY(doubtsOf("dept_id,product_id,is_must_sale,is_new\n1,2,1,0\n", ChangeKind::RangeProducts).empty());
    QVERIFY(
        doubtsOf("cm_code,product_code,is_must_sale,is_new\nX,SP10001,1,0\n", ChangeKind::CustomerProducts)
            .empty());
    // One of several departments of a campaign; its own external id may be new.
    const auto ofCampaign =
        doubtsOf("source_code,name,dept_code\nNEW,N,\"BM01,BM09\"\n", ChangeKind::Campaigns);
    QCOMPARE(ofCampaign.size(), std::size_t(1));
    QCOMPARE(ofCampaign[0].value, std::string("BM09"));
    QCOMPARE(ofCampaign[0].column, std::int16_t(2));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
