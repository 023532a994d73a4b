// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections, value maps, values for empty cells and constant columns.
#include "core/text.h"
#include "sheets/sheet.h"

#include <QTest>

using namespace rangedesk;

namespace {

std::vector<std::pair<std::uint32_t, std::vector<std::string>>> rowsOf(const Sheet& sheet)
{
    std::vector<std::pair<std::uint32_t, std::vector<std::string>>> rows;
    CsvScanner scanner = sheet.scanner();
    CsvRecord record;
    while (scanner.next(record) == CsvScanner::Status::Record)
        rows.emplace_back(record.line, std::vector<std::string>(record.cells.begin(), record.cells.end()));
    return rows;
}

Sheet opened(const std::string& text, const SheetOptions& options)
{
    auto sheet = openSheet(text, options);
    if (!sheet)
        qFatal("%s", qPrintable(sheet.error().text()));
    return std::move(*sheet);
}

using Cells = std::vector<std::string>;

} // namespace

class TestRewrite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingToDo();
    void valuesAndDefaults();
    void constants();
    void constantsAndOddRows();
    void madeColumns();
    void madeCells();
    void madeOfWhatIsNotThere();
    void corrections();
    void assignedMeaning();
};

void TestRewrite::nothingToDo()
{
    const std::string text = "部门编码,商品编码\r\nA,\"x\ny\"\r\n\r\nB,2\r\n";
    SheetOptions options;
    options.constants[QStringLiteral("dept_code")] = QStringLiteral("Z"); // a column has it
    const Sheet sheet = opened(text, options);
    QCOMPARE(sheet.text, text);
    QVERIFY(sheet.lines.empty());
}

void TestRewrite::valuesAndDefaults()
{
    SheetOptions options;
    options.valueMaps[QStringLiteral("必售")] = {{QStringLiteral("必"), QStringLiteral("是")},
                                                 {QStringLiteral("x"), QStringLiteral("a,\"b\"")}};
    options.defaults[QStringLiteral("部门编码")] = QStringLiteral("HD");
    const Sheet sheet = opened("部门编码,商品编码,必售\nA,\"1\n2\", 必 \n,3,x\n\nB,4,否\n", options);
    const auto rows = rowsOf(sheet);
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[0].second, (Cells{"A", "1\n2", "是"}));
    QCOMPARE(rows[1].second, (Cells{"HD", "3", "a,\"b\""}));
    QCOMPARE(rows[3].second, (Cells{"B", "4", "否"}));
    // The lines are those of the file, whatever the text looks like now.
    QCOMPARE(rows[0].first, 2U);
    QCOMPARE(rows[1].first, 4U);
    QCOMPARE(rows[3].first, 6U);
    // An ignored column is left alone.
    options.ignoredColumns << QStringLiteral("部门编码");
    QCOMPARE(rowsOf(opened("部门编码,商品编码,必售\n,3,否\n", options))[0].second, (Cells{"", "3", "否"}));
}

void TestRewrite::constants()
{
    SheetOptions options;
    options.constants[QStringLiteral("is_must_sale")] = QStringLiteral("是");
    options.constants[QStringLiteral("cm_code")] = QStringLiteral("A,1");
    options.constants[QStringLiteral("no such role")] = QStringLiteral("x");
    const Sheet sheet = opened("商品编码\nP1\n\nP2\n", options);
    QCOMPARE(sheet.columns.size(), std::size_t(3));
    QVERIFY(sheet.columns[1].role && sheet.columns[2].role);
    const auto rows = rowsOf(sheet);
    QCOMPARE(rows[0].second, (Cells{"P1", "A,1", "是"}));
    QVERIFY(rows[1].second.size() == 1 && rows[1].second[0].empty()); // blank stays blank
    QCOMPARE(rows[2].second, (Cells{"P2", "A,1", "是"}));
    QCOMPARE(rows[2].first, 4U);
    QCOMPARE(sheet.text.substr(sheet.headingOffset, sheet.headingLength).substr(0, 12),
             std::string("商品编码"));
}

/// A constant never slips into the place of a cell that is missing, nor does it hide one too many.
void TestRewrite::constantsAndOddRows()
{
    SheetOptions options;
    options.constants[QStringLiteral("is_new")] = QStringLiteral("1");
    const auto rows =
        rowsOf(opened("部门编码,商品编码\nA\nA,P,\nA,P,,,\nA,P,extra\nA,P,\"\"\nB,Q\n", options));
    QCOMPARE(rows[0].second, (Cells{"A"}));
    QCOMPARE(rows[1].second, (Cells{"A", "P", "1"}));
    QCOMPARE(rows[2].second, (Cells{"A", "P", "1"}));
    QCOMPARE(rows[3].second, (Cells{"A", "P", "extra", "1"}));
    QCOMPARE(rows[4].second, (Cells{"A", "P", "1"}));
    QCOMPARE(rows[5].second, (Cells{"B", "Q", "1"}));
}

void TestRewrite::madeColumns()
{
    SheetOptions options;
    options.made = {{QStringLiteral("dept_code"), {QStringLiteral("部门")}, QStringLiteral("-"), 1},
                    {QStringLiteral("product_code"),
                     {QStringLiteral("前缀"), QStringLiteral("号")},
                     QStringLiteral("P"),
                     MadeColumn::joined}};
    options.constants[QStringLiteral("is_new")] = QStringLiteral("1");
    const std::string text = "部门,前缀,号\nBM01-华东,S,01\nBM02,,02,\nBM03\n\nA-b,\"x,y\",\n1-2,3,4,5\n";
    const Sheet sheet = opened(text, options);
    QCOMPARE(sheet.columns.size(), 6U);
    QVERIFY(sheet.columns[3].origin == SheetColumn::Origin::Made &&
            sheet.columns[5].origin == SheetColumn::Origin::Constant);
    const auto rows = rowsOf(sheet);
    QCOMPARE(rows.size(), 6U);
    QCOMPARE(rows[0].second, (Cells{"BM01-华东", "S", "01", "BM01", "SP01", "1"}));
    QCOMPARE(rows[1].second, (Cells{"BM02", "", "02", "BM02", "02", "1"})); // an empty cell behind the last
    QCOMPARE(rows[2].second, (Cells{"BM03"}));                              // too few: it stays a faulty row
    QCOMPARE(rows[4].first, 6U);
    QCOMPARE(rows[4].second, (Cells{"A-b", "x,y", "", "A", "x,y", "1"}));
    QCOMPARE(rows[5].second.front(), std::string("1-2"));
    // Too many: whatever their number, the surplus stays behind, and the row a faulty one.
    QVERIFY(rows[5].second.size() > sheet.columns.size());
    for (std::size_t surplus = 1; surplus < 5; ++surplus) {
        const auto faulty =
            rowsOf(opened("部门,前缀,号\nA-b,S,01" + std::string(surplus, ',') + "x\n", options));
        QCOMPARE(faulty[0].second[3], std::string("A"));
        QCOMPARE(faulty[0].second[4], std::string("SP01"));
        QVERIFY(faulty[0].second.size() > sheet.columns.size());
    }
    // A value map and a correction find a made column as any other.
    options.valueMaps[toQString(sheet.columns[3].heading)] = {
        {QStringLiteral("BM01"), QStringLiteral("BM99")}};
    options.edits = {{3, 3, "BM02", "BM77"}};
    const auto changed = rowsOf(opened(text, options));
    QCOMPARE(changed[0].second[3], std::string("BM99"));
    QCOMPARE(changed[1].second[3], std::string("BM77"));
    // What the sheet has is not made.
    QCOMPARE(opened("dept_code,部门,前缀,号\nX,B-1,S,1\n", options).columns.size(), 6U);
}

void TestRewrite::madeCells()
{
    const auto part = [](const char* cell, const char* separator, int number) {
        const std::array<std::string_view, 1> cells{cell};
        return madeCell({{}, {}, QString::fromUtf8(separator), number}, cells);
    };
    QCOMPARE(part("a - b -c", "-", 2), std::string("b"));
    QCOMPARE(part("a - b -c", "-", MadeColumn::last), std::string("c"));
    QCOMPARE(part("a", "-", MadeColumn::last), std::string("a"));
    QCOMPARE(part("a", "-", 2), std::string());
    QCOMPARE(part("华东／上海", "／", 2), std::string("上海"));
    QCOMPARE(part("a--b", "-", 2), std::string());
    QCOMPARE(part("", "-", 1), std::string());
    QCOMPARE(part("a-b", "", 1), std::string("a-b"));
}

void TestRewrite::madeOfWhatIsNotThere()
{
    SheetOptions options;
    options.made = {{QStringLiteral("dept_code"), {QStringLiteral("没有")}, QStringLiteral("-"), 1}};
    const auto sheet = openSheet("部门,商品编码\nA,1\n", options);
    QVERIFY(!sheet && sheet.error().kind == ErrorKind::Input &&
            sheet.error().text().contains(QStringLiteral("没有")));
    // Nor what this program does not know: a condition that is left out widens the range.
    options.made = {{QStringLiteral("planet_code"), {QStringLiteral("部门")}, QStringLiteral("-"), 1}};
    QVERIFY(!openSheet("部门,商品编码\nA,1\n", options));
    options.made = {{QStringLiteral("dept_code"), {}, QStringLiteral("-"), 1}};
    QVERIFY(!openSheet("部门,商品编码\nA,1\n", options));
    // A condition that would come out empty of a filled cell makes the row a faulty one.
    options.made = {{QStringLiteral("dept_code"), {QStringLiteral("部门")}, QStringLiteral("-"), 2}};
    const auto rows = rowsOf(opened("部门,商品编码\nA,1\n,1\nA-B,1\n", options));
    QCOMPARE(rows[0].second, (Cells{"A", "1"}));
    QCOMPARE(rows[1].second, (Cells{"", "1", ""}));
    QCOMPARE(rows[2].second, (Cells{"A-B", "1", "B"}));
}

void TestRewrite::corrections()
{
    SheetOptions options;
    options.edits = {{3, 1, "1.2E+5", "120001"},
                     {3, 0, "other", "never"}, // it says something else now
                     {4, 1, "", "P9"},
                     {5, 9, "", "beyond"},
                     {99, 0, "A", "nowhere"}};
    options.valueMaps[QStringLiteral("部门编码")] = {{QStringLiteral("A"), QStringLiteral("HD")}};
    const auto rows = rowsOf(opened("部门编码,商品编码\nA,P1\nA,1.2E+5\nB\nB,P3\n", options));
    QCOMPARE(rows[0].second, (Cells{"HD", "P1"}));
    QCOMPARE(rows[1].second, (Cells{"HD", "120001"}));
    QCOMPARE(rows[2].second, (Cells{"B", "P9"})); // the missing cell was filled in
    QCOMPARE(rows[3].second, (Cells{"B", "P3"}));
}

void TestRewrite::assignedMeaning()
{
    SheetOptions options;
    options.assigned[QStringLiteral("货号")] = QStringLiteral("product_code");
    options.assigned[QStringLiteral("商品编码")] = QStringLiteral("no such role");
    const Sheet sheet = opened("部门编码,货号,商品编码\nA,1,2\n", options);
    const ColumnRole code{ColumnRole::Field::Product, Dimension::Department, SelectBy::Code};
    QCOMPARE(sheet.columnOf(code), 1);
    QVERIFY(!sheet.columns[2].role);
    // Two columns of one meaning are refused, also where a person gave it.
    options.assigned.remove(QStringLiteral("商品编码"));
    QVERIFY(!openSheet("部门编码,货号,商品编码\nA,1,2\n", options).has_value());
}

QTEST_GUILESS_MAIN(TestRewrite)
#include "tst_rewrite.moc"
