// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks in and out: one written by LibreOffice, one by our writer (libxlsxwriter), and ones put together
// by hand for what no program would write.
#include "core/text.h"
#include "sheets/sheet.h"
#include "sheets/sheet_file.h"
#include "sheets/xlsx_reader.h"
#include "sheets/xlsx_workbook.h"
#include "sheets/xlsx_writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <zip.h>

using namespace rangedesk;

namespace {

using Parts = std::vector<std::pair<QByteArray, QByteArray>>;

/// A ZIP file of these parts. @param password encrypts the last one
std::string zipOf(const Parts& parts, const char* password = nullptr, bool stored = false)
{
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("made.zip")));
    zip_t* archive = zip_open(path.constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    zip_int64_t index = -1;
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (stored)
            zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (password != nullptr)
        zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    if (zip_close(archive) != 0)
        return {};
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

const QByteArray relationsHead =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A workbook with these rows (the inside of sheetData), what stands behind them, and workbook properties.
Parts workbookParts(const QByteArray& rows, const QByteArray& behind = {}, const QByteArray& properties = {})
{
    return {
        {"_rels/.rels", relationsHead + "<Relationship Id=\"r1\" Type=\"" + office +
                            "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"" + office + "\">" + properties +
                                "<sheets><sheet name=\"藏\" sheetId=\"1\" state=\"hidden\" r:id=\"a\"/>"
                                "<sheet name=\"数据\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         relationsHead + "<Relationship Id=\"a\" Type=\"" + office +
             "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"b\" Type=\"" +
             office + "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"c\" Type=\"" +
             office + "styles\" Target=\"styles.xml\"/><Relationship Id=\"d\" Type=\"" + office +
             "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
         "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00\"/>"
         "<numFmt numFmtId=\"167\" formatCode=\"00000;-00000\"/><numFmt numFmtId=\"168\" "
         "formatCode=\"[$-804]000000_ \"/>"
         "<numFmt numFmtId=\"169\" formatCode=\"&quot;SP&quot;00000\"/><numFmt numFmtId=\"170\" "
         "formatCode=\"#,##0_);(#,##0)\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
         "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"21\"/><xf "
         "numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"169\"/><xf "
         "numFmtId=\"170\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>部门编码</t></si><si><r><t>商品</t></r><r><t xml:space=\"preserve\"> "
         "编码</t></r><rPh><t>shangpin</t></rPh></si><si><t>a_x000A_b_x005F_</t></si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c "
                                     "t=\"inlineStr\"><is><t>藏</t></is></c></row></sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"},
    };
}

QByteArray number(const QByteArray& value, int style = 0)
{
    return "<c s=\"" + QByteArray::number(style) + "\"><v>" + value + "</v></c>";
}

QByteArray text(const QByteArray& value)
{
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}

std::vector<std::vector<std::string>> cellsOf(const std::string& csv)
{
    std::vector<std::vector<std::string>> rows;
    CsvScanner scanner(csv, ',');
    CsvRecord record;
    while (scanner.next(record) == CsvScanner::Status::Record)
        rows.emplace_back(record.cells.begin(), record.cells.end());
    return rows;
}

std::string fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void libreOffice();
    void roundTrip();
    void cells_data();
    void cells();
    void dates1904();
    void lines();
    void sheetsOfABook();
    void headingsBelowATitle();
    void mergedCells();
    void refused_data();
    void refused();
    void tooLargeToWrite();
    void copies();
    void copiesOfResults();
};

void TestXlsx::libreOffice()
{
    const auto read =
        readXlsx(fileBytes(QStringLiteral(TEST_DATA_DIR "/workbooks/libreoffice.xlsx")), {}, false);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    const auto rows = cellsOf(read->text);
    const std::vector<std::vector<std::string>> wanted{
        {"部门编码", "客户级别名称", "商品ID", "商品编码", "必售", "新品", "备注"},
        {"00012", "A级", "8931837644917761234", "P-001", "是", "1", "第一行\n第二行"},
        {"HD01", "重点,客户", "8931837644917761235", "00077", "#VALUE!", "0", "说\"好\""},
        // A number of 19 digits has lost its last ones; it is shown so that a check refuses it.
        {"2026-11-22", "B级", "8.93183764491776E+18", "P-003", "0", "1", "日期"}};
    QCOMPARE(rows.size(), wanted.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i], wanted[i]);
    QCOMPARE(read->facts.sheets.size(), std::size_t(2));
    QCOMPARE(read->facts.sheets[0].name, std::string("可售范围"));
}

void TestXlsx::roundTrip()
{
    const std::vector<std::vector<std::string>> wanted{{"名称", "编码", "id"},
                                                       {"=1+1", "00012", "8931837644917761234"},
                                                       {"=cmd|' /C calc'!A0", "1E10", "@x"},
                                                       {"行一\n行二", "a,\"b\"", "_x000D_ 字面"},
                                                       {std::string(32767, 'x'), " 前后空格 ", "😀"}};
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("写出 '; rm.xlsx"));
    XlsxBook book(path);
    QVERIFY(book.open().has_value());
    book.beginSheet(QStringLiteral("行"), true);
    book.setWidth(0, 30);
    book.offerValues(1, {QStringLiteral("是"), QStringLiteral("否")});
    for (const auto& row : wanted) {
        for (const std::string& cell : row)
            book.cell(cell);
        book.explainCell(QStringLiteral("说明"));
        book.endRecord();
    }
    QVERIFY2(book.commit().has_value(), "");
    const auto read = readXlsx(fileBytes(path), {}, false);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    const auto rows = cellsOf(read->text);
    QCOMPARE(rows.size(), wanted.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i], wanted[i]);
    XlsxBook nowhere(QStringLiteral("/proc/none/x.xlsx"));
    QCOMPARE(nowhere.open().error().kind, ErrorKind::Storage);
}

void TestXlsx::cells_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("integer") << number("12") << QByteArray("12");
    QTest::newRow("written as a float") << number("12.0") << QByteArray("12");
    QTest::newRow("decimal") << number("0.1") << QByteArray("0.1");
    QTest::newRow("negative") << number("-3") << QByteArray("-3");
    QTest::newRow("15 digits") << number("123456789012345") << QByteArray("123456789012345");
    QTest::newRow("16 digits") << number("1234567890123450") << QByteArray("1.23456789012345E+15");
    QTest::newRow("19 digits") << number("8931837644917760000") << QByteArray("8.93183764491776E+18");
    QTest::newRow("round, 19 digits") << number("1E18") << QByteArray("1.0E+18");
    QTest::newRow("zeros") << number("12", 3) << QByteArray("00012");
    QTest::newRow("date") << number("46348", 1) << QByteArray("2026-11-22");
    QTest::newRow("1 January 1900") << number("1", 1) << QByteArray("1900-01-01");
    QTest::newRow("28 February 1900") << number("59", 1) << QByteArray("1900-02-28");
    QTest::newRow("1 March 1900") << number("61", 1) << QByteArray("1900-03-01");
    QTest::newRow("date and time") << number("46348.75", 2) << QByteArray("2026-11-22 18:00:00");
    QTest::newRow("last moment") << number("46348.999999999", 2) << QByteArray("2026-11-23 00:00:00");
    QTest::newRow("time") << number("0.5", 6) << QByteArray("12:00:00");
    QTest::newRow("Chinese date") << number("46348", 4) << QByteArray("2026-11-22");
    QTest::newRow("colour is no date") << number("46348", 5) << QByteArray("46348");
    QTest::newRow("no date at all") << number("-5", 1) << QByteArray("-5");
    QTest::newRow("true") << QByteArray("<c t=\"b\"><v>1</v></c>") << QByteArray("TRUE");
    QTest::newRow("ISO date") << QByteArray("<c t=\"d\"><v>2026-11-22T18:00:00Z</v></c>")
                              << QByteArray("2026-11-22 18:00:00");
    QTest::newRow("shared") << QByteArray("<c t=\"s\"><v>1</v></c>") << QByteArray("商品 编码");
    QTest::newRow("escaped") << QByteArray("<c t=\"s\"><v>2</v></c>") << QByteArray("a\nb_");
    QTest::newRow("inline, rich")
        << QByteArray("<c t=\"inlineStr\"><is><r><t>x&amp;</t></r><r><t>y</t></r></is></c>")
        << QByteArray("x&y");
    QTest::newRow("formula") << QByteArray("<c><f>1+2</f><v>3</v></c>") << QByteArray("3");
    QTest::newRow("formula of text") << QByteArray("<c t=\"str\"><f>A1</f><v>文</v></c>") << QByteArray("文");
    QTest::newRow("formula, empty text") << QByteArray("<c t=\"str\"><f>A1</f><v></v></c>") << QByteArray("");
    QTest::newRow("formula, not computed") << QByteArray("<c><f>1+2</f></c>") << QByteArray("#FORMULA!");
    QTest::newRow("error") << QByteArray("<c t=\"e\"><v>#N/A</v></c>") << QByteArray("#N/A");
    QTest::newRow("negative section") << number("12", 7) << QByteArray("00012");
    QTest::newRow("zeros of a place") << number("12", 8) << QByteArray("000012");
    QTest::newRow("letters of the format") << number("12", 9) << QByteArray("#FORMAT!");
    QTest::newRow("unit in the format") << number("12", 10) << QByteArray("12");
    QTest::newRow("error of a newer program")
        << QByteArray("<c t=\"e\"><v>#CALC!</v></c>") << QByteArray("#VALUE!");
    QTest::newRow("no number") << number("x1") << QByteArray("x1");
}

void TestXlsx::cells()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, shown);
    const auto read =
        readXlsx(zipOf(workbookParts("<row>" + text("h") + cell + text("z") + "</row>")), {}, false);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
    const auto rows = cellsOf(read->text);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(rows[0][1]), shown);
    QCOMPARE(isCellError(rows[0][1]), shown.startsWith('#'));
    QCOMPARE(rows[0][2], std::string("z"));
}

void TestXlsx::dates1904()
{
    const auto read = readXlsx(
        zipOf(workbookParts("<row>" + number("44886", 1) + "</row>", {}, "<workbookPr date1904=\"1\"/>")), {},
        false);
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("2026-11-22\n"));
}

void TestXlsx::lines()
{
    const QByteArray rows =
        "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>dept_code</t></is></c><c r=\"D3\" "
        "t=\"s\"><v>1</v></c></row>"
        "<row r=\"5\" hidden=\"1\"><c r=\"B5\"><v>1</v></c><c r=\"D5\"><v>2</v></c></row>"
        "<row r=\"6\"><c r=\"B6\" s=\"1\"/></row>"
        "<row r=\"9\"><c r=\"B9\"><v>3</v></c></row>";
    const auto read = readXlsx(zipOf(workbookParts(rows)), {}, false);
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string(",dept_code,,商品 编码\n,1,,2\n,3,,\n"));
    QCOMPARE(read->lines, (std::vector<std::uint32_t>{3, 5, 9}));
    QCOMPARE(read->facts.hiddenRows, std::size_t(1));
    const auto visible = readXlsx(zipOf(workbookParts(rows)), {}, true);
    QCOMPARE(visible->lines, (std::vector<std::uint32_t>{3, 9}));
    QCOMPARE(visible->facts.hiddenRows, std::size_t(1));
    const auto sheet = openSheet(zipOf(workbookParts(rows)), {});
    QVERIFY(sheet.has_value());
    QCOMPARE(sheet->headingLine, 3U);
    CsvScanner scanner = sheet->scanner();
    CsvRecord record;
    QCOMPARE(scanner.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.line, 5U);
    QCOMPARE(scanner.next(record), CsvScanner::Status::Record);
    QCOMPARE(record.line, 9U);
}

void TestXlsx::sheetsOfABook()
{
    const std::string bytes = zipOf(workbookParts("<row>" + text("x") + "</row>"));
    const auto first = readXlsx(bytes, {}, false);
    QCOMPARE(first->text, std::string("x\n"));
    QCOMPARE(first->facts.chosen, std::size_t(1));
    QVERIFY(first->facts.sheets[0].isHidden);
    QCOMPARE(readXlsx(bytes, "藏", false)->text, std::string("藏\n"));
    const auto none = readXlsx(bytes, "没有", false);
    QCOMPARE(none.error().kind, ErrorKind::Usage);
    QVERIFY(none.error().text().contains(QStringLiteral("数据")));
}

void TestXlsx::headingsBelowATitle()
{
    const auto sheet = openSheet("华东区九月可售范围,,\n制表：王\n部门编码,商品编码,必售\nHD,P1,1\n", {});
    QVERIFY2(sheet.has_value(), sheet ? "" : qPrintable(sheet.error().text()));
    QCOMPARE(sheet->headingLine, 3U);
    QCOMPARE(sheet->columns.size(), std::size_t(3));
    QCOMPARE(sheet->dataLine, 4U);
    // Headings of which one is known stand in the first line, whatever comes below.
    const auto first = openSheet("部门编码,x\n部门编码,商品编码\n", {});
    QCOMPARE(first->headingLine, 1U);
}

void TestXlsx::mergedCells()
{
    MergedCells merged({{5, 7, 1, 1}, {2, 3, 2, 4}});
    QVERIFY(!merged.firstLineOf(1, 2));
    QVERIFY(!merged.firstLineOf(2, 2));
    QCOMPARE(merged.firstLineOf(2, 3), std::optional<std::uint32_t>(2));
    QCOMPARE(merged.firstLineOf(3, 2), std::optional<std::uint32_t>(2));
    QVERIFY(!merged.firstLineOf(3, 5));
    QVERIFY(!merged.firstLineOf(5, 1));
    QCOMPARE(merged.firstLineOf(7, 1), std::optional<std::uint32_t>(5));
    QVERIFY(!merged.firstLineOf(8, 1));
}

void TestXlsx::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto add = [](const char* name, const std::string& bytes, const QString& says) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << says;
    };
    const auto with = [](Parts parts, const QByteArray& name, const QByteArray& bytes) {
        std::erase_if(parts, [&](const auto& part) { return part.first == name; });
        parts.emplace_back(name, bytes);
        return parts;
    };
    const Parts sound = workbookParts("<row>" + text("x") + "</row>");
    add("no archive", "PK\x03\x04rest", QStringLiteral("cannot be read"));
    add("other ZIP", zipOf({{"readme.txt", "x"}}), QStringLiteral("no workbook"));
    add("OpenDocument", zipOf({{"mimetype", "x"}, {"content.xml", "x"}}), QStringLiteral("OpenDocument"));
    add("macros", zipOf(with(sound, "xl/vbaProject.bin", "x")), QStringLiteral("macros"));
    add("binary", zipOf(with(sound, "xl/workbook.bin", "x")), QStringLiteral("XLSB"));
    add("part missing", zipOf(Parts(sound.begin(), sound.end() - 1)), QStringLiteral("is missing"));
    add("XML breaks off", zipOf(with(sound, "xl/worksheets/sheet2.xml", "<worksheet><sheetData><row>")),
        QStringLiteral("breaks off"));
    add("no XML", zipOf(with(sound, "xl/worksheets/sheet2.xml", "<worksheet><a></b>")),
        QStringLiteral("line 1"));
    add("entities",
        zipOf(with(sound, "xl/worksheets/sheet2.xml",
                   "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>")),
        QStringLiteral("entities"));
    add("rows out of order", zipOf(workbookParts("<row r=\"5\"></row><row r=\"4\"></row>")),
        QStringLiteral("row 4 follows row 5"));
    add("row beyond the format", zipOf(workbookParts("<row r=\"4000000000\"></row>")),
        QStringLiteral("row 4000000000"));
    add("cells out of order", zipOf(workbookParts("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>")),
        QStringLiteral("out of place"));
    add("column beyond the format", zipOf(workbookParts("<row r=\"1\"><c r=\"ZZZZ1\"/></row>")),
        QStringLiteral("out of place"));
    add("shared text missing", zipOf(workbookParts("<row><c t=\"s\"><v>99</v></c></row>")),
        QStringLiteral("not there"));
    add("encrypted part", zipOf(sound, "secret"), QStringLiteral("password"));
    add("bomb",
        zipOf(with(sound, "xl/worksheets/sheet2.xml",
                   "<worksheet><sheetData>" + QByteArray(90'000'000, ' ') + "</sheetData></worksheet>")),
        QStringLiteral("zip bombs"));
    add("giant cell", zipOf(workbookParts("<row>" + text(QByteArray(300'000, 'x')) + "</row>")),
        QStringLiteral("larger"));
    // One byte of a stored part is another: only its checksum tells.
    std::string flipped = zipOf(workbookParts("<row>" + number("1234567") + "</row>"), nullptr, true);
    flipped[flipped.find("1234567")] = '9';
    add("checksum", flipped, QStringLiteral("cannot be read"));
    std::string torn = zipOf(workbookParts("<row>" + text(QByteArray(5000, 'x') + "ABCDEFGH") + "</row>"));
    torn.resize(torn.size() / 2);
    add("torn", torn, QStringLiteral("cannot be read"));
}

void TestXlsx::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto read = readXlsx(bytes.toStdString(), {}, false);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::Input);
    QVERIFY2(read.error().text().contains(says), qPrintable(read.error().text()));
    QVERIFY(!read.error().advice.isEmpty());
}

void TestXlsx::tooLargeToWrite()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.xlsx"));
    XlsxBook book(path);
    QVERIFY(book.open().has_value());
    book.beginSheet(QStringLiteral("行"), false);
    book.cell(std::string(32768, 'x'));
    book.endRecord();
    const auto written = book.commit();
    QVERIFY(!written.has_value());
    QVERIFY(written.error().advice.contains(QLatin1String("CSV")));
    QVERIFY(!QFile::exists(path));
}

void TestXlsx::copiesOfResults()
{
    // Columns that results add are known again: such a sheet is checked once more when its job is resumed.
    for (const char* text :
         {"dept_code,product_code,line,column,value,reason\nA,P,2,x,y,z\n",
          "dept_code,product_code,outcome,change,request_id,server_message,verified,reason\n"
          "A,P,1,2,3,4,5,6\n"}) {
        const auto sheet = openSheet(text, {});
        QVERIFY(sheet.has_value());
        const auto copy = sheetOfCopy(sheet->text + sheetTrailer(*sheet));
        QVERIFY(copy.has_value());
        for (std::size_t i = 0; i < sheet->columns.size(); ++i) {
            QVERIFY(sheet->columns[i].role.has_value());
            QVERIFY2(copy->columns[i].role == sheet->columns[i].role, sheet->columns[i].heading.c_str());
        }
    }
}

void TestXlsx::copies()
{
    auto sheet = openSheet(
        zipOf(workbookParts("<row r=\"2\"><c t=\"s\"><v>0</v></c>" + text("商品编码") + text("备注") +
                                "</row><row r=\"7\">" + text("HD") + text("P,1") + text("x") + "</row>",
                            "<mergeCells><mergeCell ref=\"A3:B9\"/></mergeCells>")),
        {});
    QVERIFY(sheet.has_value());
    sheet->columns[2].ignored = true;
    const std::string bytes = sheet->text + sheetTrailer(*sheet);
    QVERIFY(isSheetCopy(bytes));
    const auto copy = sheetOfCopy(bytes);
    QVERIFY2(copy.has_value(), copy ? "" : qPrintable(copy.error().text()));
    QCOMPARE(copy->text, sheet->text);
    QCOMPARE(copy->lines, sheet->lines);
    QCOMPARE(copy->headingLine, 2U);
    QCOMPARE(copy->columns.size(), std::size_t(3));
    QVERIFY(copy->columns[0].role == sheet->columns[0].role && copy->columns[0].role.has_value());
    QVERIFY(copy->columns[2].ignored);
    QCOMPARE(copy->workbook->merged.size(), std::size_t(1));
    QCOMPARE(copy->workbook->sheets[1].name, std::string("数据"));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
        QVERIFY2(!sheetOfCopy(damaged).has_value(), qPrintable(QString::number(i)));
    }
    for (std::size_t length = 0; length < bytes.size(); ++length)
        QVERIFY(!sheetOfCopy(bytes.substr(0, length)).has_value());
}

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
