// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language.h"
#include "sheets/csv_writer.h"
#include "sheets/gb18030.h"
#include "sheets/sheet.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

std::vector<std::vector<std::string>> scan(std::string_view text, char delimiter = ',',
                                           std::vector<int>* lines = nullptr)
{
    std::vector<std::vector<std::string>> records;
    CsvScanner scanner(text, delimiter);
    CsvRecord record;
    while (scanner.next(record) == CsvScanner::Status::Record) {
        records.emplace_back(record.cells.begin(), record.cells.end());
        if (lines != nullptr)
            lines->push_back(static_cast<int>(record.line));
    }
    return records;
}

using Records = std::vector<std::vector<std::string>>;

// 商品,𠮷 in GB18030: two-byte characters and a four-byte one.
const std::string gbText = "\xC9\xCC\xC6\xB7,\x95\x34\xB2\x35\n";
const std::string utf8Text = "商品,\xF0\xA0\xAE\xB7\n";

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scansRecords();
    void scansLineEnds();
    void countsPhysicalLines();
    void scannerErrors();
    void delimiters_data();
    void delimiters();
    void gb18030AcrossBlocks();
    void encodings_data();
    void encodings();
    void undecodable_data();
    void undecodable();
    void headings_data();
    void headings();
    void sheetErrors_data();
    void sheetErrors();
    void headingTwice();
    void ignoredColumns();
    void filesThatAreNoSheets();
    void writesForSpreadsheets();
};

void TestSheets::scansRecords()
{
    QCOMPARE(scan("a,b\n1,\"x,\"\"y\"\"\nz\"\n"), (Records{{"a", "b"}, {"1", "x,\"y\"\nz"}}));
    QCOMPARE(scan("a,,\n"), (Records{{"a", "", ""}}));
    QCOMPARE(scan("a\"b,c"), (Records{{"a\"b", "c"}})); // a quote within a cell is itself
    QCOMPARE(scan("\"\",\"\"\"\""), (Records{{"", "\""}}));
    QCOMPARE(scan(""), Records{});
}

void TestSheets::scansLineEnds()
{
    const Records expected{{"a"}, {"b"}, {"c"}};
    QCOMPARE(scan("a\nb\nc"), expected);
    QCOMPARE(scan("a\r\nb\r\nc\r\n"), expected);
    QCOMPARE(scan("a\rb\rc\r"), expected);
    QCOMPARE(scan("\"a\"\r\n\"b\"\n\"c\""), expected);
}

void TestSheets::countsPhysicalLines()
{
    std::vector<int> lines;
    scan("h\n\"a\nb\r\nc\"\n\nd\r\ne", ',', &lines);
    QCOMPARE(lines, (std::vector<int>{1, 2, 5, 6, 7}));
}

void TestSheets::scannerErrors()
{
    CsvRecord record;
    CsvScanner unclosed("a,b\n1,\"x\n2,3\n", ',');
    QCOMPARE(unclosed.next(record), CsvScanner::Status::Record);
    QCOMPARE(unclosed.next(record), CsvScanner::Status::UnclosedQuote);
    QCOMPARE(unclosed.errorLine(), 2U);
    QCOMPARE(unclosed.errorColumn(), 2U);
    CsvScanner stray("\"a\"b,c\n", ',');
    QCOMPARE(stray.next(record), CsvScanner::Status::StrayText);
    QCOMPARE(stray.errorColumn(), 1U);
}

void TestSheets::delimiters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b,c\n1;2,3") << ',';
    QTest::newRow("tab") << QByteArray("a\tb\tc,d\n") << '\t';
    QTest::newRow("semicolon") << QByteArray("a;b;c") << ';';
    QTest::newRow("commas within quotes") << QByteArray("\"a,b,c\";d") << ';';
    QTest::newRow("one column") << QByteArray("a\nb,c") << ',';
}

void TestSheets::delimiters()
{
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QCOMPARE(detectDelimiter(text.toStdString()), delimiter);
}

void TestSheets::gb18030AcrossBlocks()
{
    for (std::size_t cut = 0; cut <= gbText.size(); ++cut) {
        Gb18030Decoder decoder;
        QVERIFY(decoder.isAvailable());
        std::string out;
        QVERIFY(decoder.decode(std::string_view(gbText).substr(0, cut), out));
        QVERIFY(decoder.decode(std::string_view(gbText).substr(cut), out));
        QVERIFY(decoder.finish());
        QCOMPARE(out, utf8Text);
    }
    Gb18030Decoder decoder;
    std::string out;
    QVERIFY(decoder.decode("\xC9", out));
    QVERIFY(!decoder.finish());
}

void TestSheets::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    const QString text = QString::fromStdString(utf8Text);
    QByteArray little("\xFF\xFE", 2);
    QByteArray big("\xFE\xFF", 2);
    for (const QChar c : text) {
        little += char(c.unicode() & 0xFF);
        little += char(c.unicode() >> 8);
        big += char(c.unicode() >> 8);
        big += char(c.unicode() & 0xFF);
    }
    QTest::newRow("UTF-8") << QByteArray::fromStdString(utf8Text) << int(Encoding::Utf8);
    QTest::newRow("UTF-8 with a mark")
        << QByteArray("\xEF\xBB\xBF") + QByteArray::fromStdString(utf8Text) << int(Encoding::Utf8);
    QTest::newRow("GB18030") << QByteArray::fromStdString(gbText) << int(Encoding::Gb18030);
    QTest::newRow("UTF-16 little") << little << int(Encoding::Utf16Le);
    QTest::newRow("UTF-16 big") << big << int(Encoding::Utf16Be);
}

void TestSheets::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    const auto decoded = decodeText(bytes.toStdString(), Encoding::Automatic);
    QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().text()));
    QCOMPARE(decoded->utf8, utf8Text);
    QCOMPARE(int(decoded->encoding), encoding);
}

void TestSheets::undecodable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("wanted");
    QTest::newRow("neither") << QByteArray("a\n\xFF\xFF\xFF") << int(Encoding::Automatic);
    QTest::newRow("GBK as UTF-8") << QByteArray::fromStdString(gbText) << int(Encoding::Utf8);
    QTest::newRow("NUL bytes") << QByteArray("a,b\n1,\0\n", 8) << int(Encoding::Automatic);
    QTest::newRow("odd UTF-16") << QByteArray("\xFF\xFE\x41", 3) << int(Encoding::Automatic);
    QTest::newRow("cut within a character") << QByteArray("\xC9\xCC\xC6") << int(Encoding::Gb18030);
}

void TestSheets::undecodable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, wanted);
    const auto decoded = decodeText(bytes.toStdString(), Encoding(wanted));
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().kind, ErrorKind::Input);
}

void TestSheets::headings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<int>("by");
    const auto row = [](const char* heading, ColumnRole::Field field, Dimension dimension, SelectBy by) {
        QTest::newRow(heading) << QString::fromUtf8(heading) << int(field) << int(dimension) << int(by);
    };
    using Field = ColumnRole::Field;
    row("dept_code", Field::Condition, Dimension::Department, SelectBy::Code);
    row("部门编码", Field::Condition, Dimension::Department, SelectBy::Code);
    row("Department code", Field::Condition, Dimension::Department, SelectBy::Code);
    row("ＤＥＰＴ_ＣＯＤＥ", Field::Condition, Dimension::Department, SelectBy::Code);
    row("客户级别ID", Field::Condition, Dimension::CustomerLevel, SelectBy::Id);
    row("tradingarea_nomal_name", Field::Condition, Dimension::TradingArea, SelectBy::Name);
    row("商圈名称", Field::Condition, Dimension::TradingArea, SelectBy::Name);
    row("kasys_id", Field::Condition, Dimension::ChainBrand, SelectBy::Id);
    row("城市等级名称", Field::Condition, Dimension::CityTier, SelectBy::Name);
    row("cm_source_code", Field::Customer, Dimension::Department, SelectBy::SourceCode);
    row("客户第三方唯一标识", Field::Customer, Dimension::Department, SelectBy::SourceCode);
    row("商品编码", Field::Product, Dimension::Department, SelectBy::Code);
    row("Product id", Field::Product, Dimension::Department, SelectBy::Id);
    row("是否必售", Field::MustSell, Dimension::Department, SelectBy::Id);
    row("is_new", Field::IsNew, Dimension::Department, SelectBy::Id);
    row("操作", Field::Operation, Dimension::Department, SelectBy::Id);
}

void TestSheets::headings()
{
    QFETCH(QString, heading);
    QFETCH(int, field);
    QFETCH(int, dimension);
    QFETCH(int, by);
    const auto role = roleOfHeading(heading.toStdString());
    QVERIFY(role.has_value());
    QCOMPARE(int(role->field), field);
    QCOMPARE(int(role->dimension), dimension);
    QCOMPARE(int(role->by), by);
    QVERIFY(!roleOfHeading("kasys_code")); // there is no such parameter
    QVERIFY(!roleOfHeading("dept_cod"));
    QVERIFY(!roleOfHeading("部门")); // id, code or name? not guessed
}

void TestSheets::sheetErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("only white space") << QByteArray(" \n\n") << QStringLiteral("no headings");
    QTest::newRow("blank first line") << QByteArray("\n\na,b") << QStringLiteral("Line 1");
    QTest::newRow("unclosed heading") << QByteArray("\"a,b\n1,2") << QStringLiteral("Line 1, column 1");
    QTest::newRow("too wide") << QByteArray("dept_code,product_code") + QByteArray(33000, ',') + "\n"
                              << QStringLiteral("at most 1000");
    QTest::newRow("meaning twice") << QByteArray("product_code,商品编码\n")
                                   << QStringLiteral("columns 1 and 2");
}

void TestSheets::sheetErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto sheet = openSheet(bytes.toStdString(), {});
    QVERIFY(!sheet.has_value());
    QCOMPARE(sheet.error().kind, ErrorKind::Input);
    QVERIFY2(sheet.error().what.contains(says), qPrintable(sheet.error().text()));
}

/// One of them keeps the heading; the others are told apart, and mean nothing until a person says so.
void TestSheets::headingTwice()
{
    const std::string text = "product_code,x,Product_Code,product_code\n";
    const auto sheet = openSheet(text, {});
    QVERIFY(sheet.has_value());
    QVERIFY(sheet->columns[0].role && !sheet->columns[2].role && !sheet->columns[3].role);
    QCOMPARE(sheet->columns[2].heading, std::string("Product_Code (2)"));
    QCOMPARE(sheet->columns[3].heading, std::string("product_code (3)"));
    SheetOptions options;
    options.assigned = {{QStringLiteral("product_code"), QString()},
                        {QStringLiteral("product_code (3)"), QStringLiteral("product_code")}};
    options.ignoredColumns << QStringLiteral("product_code");
    const auto chosen = openSheet(text, options);
    QVERIFY(chosen.has_value());
    QVERIFY(chosen->columns[0].ignored && chosen->columns[2].ignored && chosen->columns[3].role);
    // Faults of columns leave the columns there to be looked at.
    std::optional<Error> fault;
    const auto twice = openSheet("product_code,商品编码\nA,B\n", {}, &fault);
    QVERIFY(twice && fault && twice->columns.size() == 2);
}

void TestSheets::ignoredColumns()
{
    SheetOptions options;
    options.ignoredColumns << QStringLiteral("备注");
    const auto sheet = openSheet("部门编码,备注,备注,商品编码\nA,x,y,P\n", options);
    QVERIFY2(sheet.has_value(), sheet ? "" : qPrintable(sheet.error().text()));
    QVERIFY(sheet->columns[1].ignored);
    QCOMPARE(sheet->dataLine, 2U);
}

void TestSheets::filesThatAreNoSheets()
{
    QTemporaryDir folder;
    QCOMPARE(readSheetBytes(folder.path()).error().kind, ErrorKind::Input);
    QCOMPARE(readSheetBytes(folder.filePath(QStringLiteral("none.csv"))).error().kind, ErrorKind::Input);
    const auto write = [&](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    QVERIFY(readSheetBytes(write("x.xlsx", "PK\x03\x04....")).has_value()); // read as a workbook
    QVERIFY(
        readSheetBytes(write("x.xls", "\xD0\xCF\x11\xE0....")).error().text().contains(QLatin1String("CSV")));
    QVERIFY(readSheetBytes(write("empty.csv", "")).error().text().contains(QLatin1String("empty")));
    QCOMPARE(readSheetBytes(write("fine.csv", "a\n")).value(), std::string("a\n"));
}

void TestSheets::writesForSpreadsheets()
{
    QCOMPARE(guardedCell("=1+1"), std::string("'=1+1"));
    QCOMPARE(guardedCell("a=1"), std::string("a=1"));
    QCOMPARE(withoutGuards("a\t'=1+1\n'-1\tit's\t'\t'x"), std::string("a\t=1+1\n-1\tit's\t'\t'x"));
    QCOMPARE(csvCell("plain", ','), std::string("plain"));
    QCOMPARE(csvCell("a,\"b\"", ','), std::string("\"a,\"\"b\"\"\""));
    QCOMPARE(csvCell("a,b", '\t'), std::string("a,b"));
    for (const char* dangerous : {"=1+1", "+1", "-1", "@x", "\tx"})
        QVERIFY(csvCell(dangerous, ',').find('\'') <= 1);
    QTemporaryDir folder;
    CsvFile file(folder.filePath(QStringLiteral("out.csv")));
    QVERIFY(file.open().has_value());
    file.cell("名称", ',');
    file.cell("=x", ',');
    file.endRecord();
    QVERIFY(file.commit().has_value());
    QFile written(folder.filePath(QStringLiteral("out.csv")));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("\xEF\xBB\xBF名称,'=x\r\n"));
    CsvFile nowhere(folder.filePath(QStringLiteral("none/out.csv")));
    QCOMPARE(nowhere.open().error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
