// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dimension.h"
#include "core/id.h"
#include "core/text.h"
#include "core/vendor_time.h"

#include <QTest>

using namespace rangedesk;

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void charactersAreCodePoints();
    void utf8IsStrict_data();
    void utf8IsStrict();
    void trimmingKnowsChineseSpace();
    void headingsFoldCaseAndWidth();
    void damagedIds_data();
    void damagedIds();
    void damagedCodes_data();
    void damagedCodes();
    void vendorClockIgnoresTheZone();
    void vendorDates_data();
    void vendorDates();
    void dimensionNames();
    void excerptsAreBounded();
};

void TestValues::charactersAreCodePoints()
{
    QCOMPARE(characterCount("南京abc"), 5U);
    QCOMPARE(characterCount("\xF0\xA0\xAE\xB7"), 1U); // 𠮷, outside the basic plane
    QCOMPARE(characterCount(""), 0U);
}

void TestValues::utf8IsStrict_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("wrongAt");
    QTest::newRow("chinese") << QByteArray("商品") << -1;
    QTest::newRow("four bytes") << QByteArray("\xF0\xA0\xAE\xB7") << -1;
    QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF") << 1;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("cut off") << QByteArray("ab\xE5\x95") << 2;
    QTest::newRow("GBK") << QByteArray("\xC9\xCC\xC6\xB7") << 0;
}

void TestValues::utf8IsStrict()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, wrongAt);
    const std::size_t found = firstInvalidUtf8(bytes.toStdString());
    QCOMPARE(found == std::string::npos ? -1 : static_cast<int>(found), wrongAt);
}

void TestValues::trimmingKnowsChineseSpace()
{
    QCOMPARE(trimmed(" \t　商品 \xC2\xA0\r\n"), std::string_view("商品"));
    QCOMPARE(trimmed("　　"), std::string_view());
}

void TestValues::headingsFoldCaseAndWidth()
{
    QCOMPARE(foldedHeading(" Dept_Code "), std::string("dept_code"));
    QCOMPARE(foldedHeading("DEPT_ID"), std::string("dept_id"));
    QCOMPARE(foldedHeading("Department   code"), std::string("department code"));
}

void TestValues::damagedIds_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("damage");
    QTest::newRow("whole") << QByteArray("8931837644917765665") << int(IdDamage::None);
    QTest::newRow("exponent") << QByteArray("8.93E+18") << int(IdDamage::Exponent);
    QTest::newRow("exponent without sign") << QByteArray("893e16") << int(IdDamage::Exponent);
    QTest::newRow("rounded") << QByteArray("8931837644917760000") << int(IdDamage::TrailingZeros);
    QTest::newRow("three zeros") << QByteArray("8931837644917761000") << int(IdDamage::None);
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << int(IdDamage::None);
    QTest::newRow("letters") << QByteArray("ABC0000") << int(IdDamage::None);
}

void TestValues::damagedIds()
{
    QFETCH(QByteArray, cell);
    QFETCH(int, damage);
    QCOMPARE(int(idDamage(cell.toStdString())), damage);
}

void TestValues::damagedCodes_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("damaged");
    QTest::newRow("as a spreadsheet shows it") << QByteArray("1.23E+12") << true;
    QTest::newRow("a code with an E") << QByteArray("1E10") << false;
    QTest::newRow("leading zeros") << QByteArray("00012") << false;
    QTest::newRow("trailing zeros") << QByteArray("120000") << false;
    QTest::newRow("no sign") << QByteArray("1.5E10") << false;
}

void TestValues::damagedCodes()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, damaged);
    QCOMPARE(codeDamage(cell.toStdString()) != IdDamage::None, damaged);
}

void TestValues::vendorClockIgnoresTheZone()
{
    const QDateTime moment(QDate(2015, 8, 6), QTime(6, 28, 36), Qt::UTC);
    for (const char* zone : {"Asia/Shanghai", "UTC", "America/Los_Angeles"}) {
        qputenv("TZ", zone);
        QCOMPARE(vendorTimestamp(moment.toLocalTime()), std::string("20150806142836"));
        QCOMPARE(vendorDateTime(moment.toLocalTime()), std::string("2015-08-06 14:28:36"));
    }
    qunsetenv("TZ");
}

void TestValues::vendorDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("day");
    QTest::addColumn<bool>("moment");
    QTest::newRow("day") << QByteArray("2026-02-28") << true << false;
    QTest::newRow("no such day") << QByteArray("2026-02-29") << false << false;
    QTest::newRow("leap day") << QByteArray("2024-02-29") << true << false;
    QTest::newRow("short") << QByteArray("2026-2-8") << false << false;
    QTest::newRow("slashes") << QByteArray("2026/02/08") << false << false;
    QTest::newRow("moment") << QByteArray("2026-02-28 23:59:59") << false << true;
    QTest::newRow("hour 24") << QByteArray("2026-02-28 24:00:00") << false << false;
    QTest::newRow("T between") << QByteArray("2026-02-28T10:00:00") << false << false;
}

void TestValues::vendorDates()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, day);
    QFETCH(bool, moment);
    QCOMPARE(isVendorDate(text.toStdString()), day);
    QCOMPARE(isVendorDateTime(text.toStdString()), moment);
}

void TestValues::dimensionNames()
{
    QCOMPARE(dimensionPrefix(*dimensionOfFilterCode("dept_id")), std::string_view("dept"));
    QCOMPARE(dimensionPrefix(*dimensionOfFilterCode("type_id")), std::string_view("type"));
    QCOMPARE(dimensionPrefix(*dimensionOfFilterCode("customer_level")), std::string_view("customer_level"));
    QCOMPARE(*dimensionOfFilterCode("kasys"), Dimension::ChainBrand);
    QCOMPARE(*dimensionOfFilterCode("kasys_id"), Dimension::ChainBrand);
    QVERIFY(!dimensionOfFilterCode("channel_id"));
    QVERIFY(!dimensionHasCode(Dimension::ChainBrand));
    QVERIFY(!dimensionHasCode(Dimension::CityTier));
    QVERIFY(dimensionHasCode(Dimension::TradingArea));
}

void TestValues::excerptsAreBounded()
{
    QCOMPARE(excerpt("短", 10), QStringLiteral("短"));
    QCOMPARE(excerpt(std::string(500, 'x'), 10).size(), 11);
    QCOMPARE(excerpt("a\nb", 10), QStringLiteral("a·b"));
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
