// SPDX-License-Identifier: GPL-3.0-or-later
// The look: contrast of the colour table, digits of one width, marks that differ in grey, icons that are
// there.
#include "common/icons.h"
#include "common/marks.h"
#include "common/style.h"
#include "common/theme.h"
#include "gallery.h"

#include <QDirIterator>
#include <QFontMetrics>
#include <QPainter>
#include <QTest>
#include <cmath>
#include <set>

using namespace rangedesk;
using namespace rangedesk::ui;

namespace {

double luminance(const QColor& c)
{
    const auto linear = [](double v) {
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(Token a, Token b, bool dark)
{
    const double first = luminance(Theme::color(a, dark));
    const double second = luminance(Theme::color(b, dark));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QImage greyMark(Mark mark)
{
    QImage image(32, 32, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    paintMark(&painter, mark, QRect(0, 0, 16, 16), true);
    return image;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textContrast_data();
    void textContrast();
    void lineContrast_data();
    void lineContrast();
    void digitsHaveOneWidth();
    void marksDifferInGrey();
    void iconsAreThere();
    void tonesHaveRolesOfTheirOwn();
    void galleryPaints_data();
    void galleryPaints();
};

void TestLook::textContrast_data()
{
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    const auto row = [](const char* name, Token ink, Token ground) {
        QTest::newRow(name) << static_cast<int>(ink) << static_cast<int>(ground);
    };
    for (const Token ground : {Token::Surface, Token::Bg, Token::Raised, Token::Selection, Token::Hover}) {
        for (const Token ink : {Token::Ink, Token::Ink2, Token::Ink3})
            QTest::addRow("ink %d on ground %d", static_cast<int>(ink), static_cast<int>(ground))
                << static_cast<int>(ink) << static_cast<int>(ground);
    }
    row("accent", Token::Accent, Token::Surface);
    row("label of the primary button", Token::OnAccent, Token::Accent);
    row("rail", Token::RailText, Token::Rail);
    row("chosen place of the rail", Token::White, Token::RailSelection);
    row("link of a toast", Token::RailBar, Token::Rail);
    for (const auto& [ink, tint] :
         {std::pair{Token::Added, Token::AddedTint}, std::pair{Token::Changed, Token::ChangedTint},
          std::pair{Token::Removed, Token::RemovedTint}, std::pair{Token::Warning, Token::WarningTint},
          std::pair{Token::Refused, Token::RefusedTint}, std::pair{Token::Unknown, Token::UnknownTint},
          std::pair{Token::Same, Token::SameTint}}) {
        for (const Token ground : {tint, Token::Surface, Token::Selection})
            QTest::addRow("mark %d on %d", static_cast<int>(ink), static_cast<int>(ground))
                << static_cast<int>(ink) << static_cast<int>(ground);
    }
    row("production", Token::White, Token::Production);
    row("test", Token::White, Token::Test);
    row("rehearsal", Token::White, Token::Rehearsal);
    row("stripe of the rehearsal", Token::White, Token::RehearsalHatch);
    row("text on the production tint", Token::Ink, Token::ProductionTint);
    row("text in notes", Token::Ink, Token::WarningTint);
}

void TestLook::textContrast()
{
    QFETCH(const int, ink);
    QFETCH(const int, ground);
    for (const bool dark : {false, true}) {
        const double ratio = contrast(static_cast<Token>(ink), static_cast<Token>(ground), dark);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1, dark %2").arg(ratio).arg(dark)));
    }
}

void TestLook::lineContrast_data()
{
    QTest::addColumn<int>("line");
    QTest::newRow("borders of controls") << static_cast<int>(Token::Control);
    QTest::newRow("focus ring") << static_cast<int>(Token::Accent);
    QTest::newRow("chart 1") << static_cast<int>(Token::Chart1);
    QTest::newRow("chart 2") << static_cast<int>(Token::Chart2);
}

void TestLook::lineContrast()
{
    QFETCH(const int, line);
    for (const bool dark : {false, true})
        QVERIFY(contrast(static_cast<Token>(line), Token::Surface, dark) >= 3.0);
}

void TestLook::digitsHaveOneWidth()
{
    for (const Type type : {Type::Figure, Type::Body, Type::Caption, Type::Small}) {
        const QFontMetrics metrics(Theme::instance().font(type));
        std::set<int> widths;
        for (const char digit : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'})
            widths.insert(metrics.horizontalAdvance(QLatin1Char(digit)));
        QCOMPARE(widths.size(), 1U);
    }
}

void TestLook::marksDifferInGrey()
{
    for (int a = static_cast<int>(Mark::Added); a < static_cast<int>(Mark::Count); ++a) {
        const QImage first = greyMark(static_cast<Mark>(a));
        for (int b = a + 1; b < static_cast<int>(Mark::Count); ++b) {
            const QImage second = greyMark(static_cast<Mark>(b));
            int different = 0;
            for (int y = 0; y < first.height(); ++y) {
                for (int x = 0; x < first.width(); ++x)
                    different += std::abs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y))) > 64 ? 1 : 0;
            }
            // A dot and a square, a circle and a struck circle: the closest pairs still differ by some 40 of
            // 1024 points.
            QVERIFY2(different >= 24,
                     qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(different)));
        }
    }
}

void TestLook::iconsAreThere()
{
    int icons = 0;
    QDirIterator files(QStringLiteral(":/icons"));
    while (files.hasNext()) {
        files.next();
        if (files.fileName().contains(QLatin1String("-light")) ||
            files.fileName().contains(QLatin1String("-dark")))
            continue;
        ++icons;
        const QString name = files.fileInfo().completeBaseName();
        const QImage image = iconPixmap(name, {20, 20}, 2, Qt::red).toImage();
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
        }
        QVERIFY2(painted > 10, qPrintable(name));
    }
    QVERIFY(icons >= 60);
}

void TestLook::tonesHaveRolesOfTheirOwn()
{
    const std::array<std::pair<const char*, Token>, 6> tones{{{"", Token::Ink},
                                                              {"caption", Token::Ink2},
                                                              {"faint", Token::Ink3},
                                                              {"refused", Token::Refused},
                                                              {"warning", Token::Warning},
                                                              {"added", Token::Added}}};
    Theme::instance().apply();
    QVERIFY(qApp->styleSheet().isEmpty()); // several kilobytes for each widget
    QSet<int> roles;
    for (const auto& [tone, token] : tones) {
        roles.insert(toneRole(tone));
        QCOMPARE(QApplication::palette().color(toneRole(tone)), Theme::instance().color(token));
    }
    QCOMPARE(roles.size(), static_cast<qsizetype>(tones.size()));
}

void TestLook::galleryPaints_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("large");
    QTest::newRow("light") << static_cast<int>(ThemeMode::Light) << false;
    QTest::newRow("dark") << static_cast<int>(ThemeMode::Dark) << false;
    QTest::newRow("light, large") << static_cast<int>(ThemeMode::Light) << true;
}

void TestLook::galleryPaints()
{
    QFETCH(const int, mode);
    QFETCH(const bool, large);
    Theme::instance().setLargeText(large);
    Theme::instance().setMode(static_cast<ThemeMode>(mode));
    const auto gallery = tests::makeGallery();
    gallery->resize(1200, 1000);
    gallery->show();
    QTest::qWait(50);
    const QImage image = gallery->grab().toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY(colours.size() > 60); // all of it is there, not a blank window
    const QColor ground = image.pixelColor(2, 2);
    QCOMPARE(ground.name(), Theme::instance().color(Token::Bg).name());
    Theme::instance().setLargeText(false);
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
