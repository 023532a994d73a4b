// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <array>
#include <string_view>

namespace rangedesk::ui {

/// Every colour of the program. Nobody writes a colour elsewhere.
enum class Token : std::uint8_t {
    Bg,
    Surface,
    Raised,
    Sunken,
    Line,
    Line2,
    Control,
    Ink,
    Ink2,
    Ink3,
    Accent,
    OnAccent,
    Selection,
    Hover,
    Rail,
    RailText,
    RailSelection,
    RailBar,
    Added,
    AddedTint,
    Changed,
    ChangedTint,
    Removed,
    RemovedTint,
    Warning,
    WarningTint,
    Refused,
    RefusedTint,
    Unknown,
    UnknownTint,
    Same,
    SameTint,
    Production,
    ProductionTint,
    Test,
    TestTint,
    Rehearsal,
    RehearsalTint,
    RehearsalHatch,
    White,
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Count
};

struct ColorPair
{
    QRgb light;
    QRgb dark;
};

/// The table of look.md, light and dark.
inline constexpr std::array<ColorPair, static_cast<std::size_t>(Token::Count)> colorTable{{
    {0xFFF1F4F5, 0xFF0E1619}, // Bg
    {0xFFFFFFFF, 0xFF151F23}, // Surface
    {0xFFF7F9FA, 0xFF1A262B}, // Raised
    {0xFFE8EEEF, 0xFF0B1215}, // Sunken
    {0xFFE0E7E9, 0xFF263439}, // Line
    {0xFFC5D0D3, 0xFF384A50}, // Line2
    {0xFF78898F, 0xFF788D94}, // Control
    {0xFF162226, 0xFFE4ECEE}, // Ink
    {0xFF435359, 0xFFB0BFC4}, // Ink2
    {0xFF57686E, 0xFF9AACB2}, // Ink3
    {0xFF0B6872, 0xFF5CC0C8}, // Accent
    {0xFFFFFFFF, 0xFF06262A}, // OnAccent
    {0xFFD9EDEE, 0xFF1D3F45}, // Selection
    {0xFFEEF5F5, 0xFF1B2A2F}, // Hover
    {0xFF13262C, 0xFF0A1215}, // Rail
    {0xFFB4C8CD, 0xFF9FB3B9}, // RailText
    {0xFF24434B, 0xFF1C343A}, // RailSelection
    {0xFF5CC0C8, 0xFF5CC0C8}, // RailBar
    {0xFF1D753A, 0xFF6CCB86}, // Added
    {0xFFE3F3E7, 0xFF16301F}, // AddedTint
    {0xFF2358B0, 0xFF8DB4F5}, // Changed
    {0xFFE5EDFA, 0xFF182A47}, // ChangedTint
    {0xFF9A4605, 0xFFF0A561}, // Removed
    {0xFFFAECDD, 0xFF38240F}, // RemovedTint
    {0xFF7F5600, 0xFFE9C04F}, // Warning
    {0xFFFFF2CC, 0xFF352B0E}, // WarningTint
    {0xFFAD1F2D, 0xFFFF8D8D}, // Refused
    {0xFFFBE7E8, 0xFF3D1B1F}, // RefusedTint
    {0xFF6840A3, 0xFFC3A4F3}, // Unknown
    {0xFFF0E9FA, 0xFF2C2142}, // UnknownTint
    {0xFF57686E, 0xFF9AACB2}, // Same
    {0xFFEDF1F2, 0xFF202C30}, // SameTint
    {0xFFB32F1C, 0xFFC4402C}, // Production
    {0xFFFBF1EE, 0xFF241715}, // ProductionTint
    {0xFF3B4C9F, 0xFF5566C4}, // Test
    {0xFFEFF1FA, 0xFF171B2D}, // TestTint
    {0xFF49682C, 0xFF5C7F3B}, // Rehearsal
    {0xFFF1F5EB, 0xFF182014}, // RehearsalTint
    {0xFF3B5523, 0xFF4C6B2F}, // RehearsalHatch
    {0xFFFFFFFF, 0xFFFFFFFF}, // White
    {0xFF0B6872, 0xFF5CC0C8}, // Chart1
    {0xFF539AA2, 0xFF35818A}, // Chart2
    {0xFFB9D7DA, 0xFF24484E}, // Chart3
    {0xFFD9A441, 0xFFD9A441}, // Chart4
}};

/// Logical pixels.
namespace size {
inline constexpr int row = 30;
inline constexpr int rowTwoLines = 48;
inline constexpr int head = 30;
inline constexpr int titleBar = 46;
inline constexpr int band = 6;
inline constexpr int railWidth = 76;
inline constexpr int railItem = 60;
inline constexpr int statusBar = 28;
inline constexpr int button = 30;
inline constexpr int chip = 20;
inline constexpr int radiusChip = 4;
inline constexpr int radiusControl = 5;
inline constexpr int padding = 16;
} // namespace size

/// Type sizes: big figures 24, page title 18, pane title 15, body 13, captions 12, codes and keys 11.
enum class Type : std::uint8_t { Figure, PageTitle, PaneTitle, Body, Caption, Small };

enum class ThemeMode : std::uint8_t { System, Light, Dark };

/// The look of the running program: chosen theme and text size, and the colours they come to.
class Theme : public QObject
{
    Q_OBJECT
public:
    static Theme& instance();

    /// Puts style, palette and fonts on the application, and again at each change.
    void apply();
    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    /// Standard, or all sizes times 1.15.
    void setLargeText(bool large);
    bool isLargeText() const { return m_large; }
    bool isDark() const { return m_dark; }

    QColor color(Token token) const;
    QFont font(Type type) const;
    /// A length of the table above at the chosen text size.
    int scaled(int length) const;

    static QColor color(Token token, bool dark);

Q_SIGNALS:
    void changed();

private:
    Theme();
    QPalette palette() const;
    static bool systemIsDark();

    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = false;
    bool m_large = false;
};

inline QColor color(Token token)
{
    return Theme::instance().color(token);
}

/// The role of the palette by which a label of a tone is painted: caption, faint, refused, warning, added, or
/// none.
QPalette::ColorRole toneRole(std::string_view tone);

} // namespace rangedesk::ui
