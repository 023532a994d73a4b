// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include "common/icons.h"
#include "common/style.h"

#include <QApplication>
#include <QSettings>
#include <QToolTip>
#include <QWidget>
#include <cmath>

namespace rangedesk::ui {

namespace {

constexpr double largeFactor = 1.15;

int pixels(Type type)
{
    switch (type) {
    case Type::Figure:
        return 24;
    case Type::PageTitle:
        return 18;
    case Type::PaneTitle:
        return 15;
    case Type::Body:
        return 13;
    case Type::Caption:
        return 12;
    case Type::Small:
        return 11;
    }
    return 13;
}

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

Theme::Theme() : m_dark(systemIsDark()) {}

QColor Theme::color(Token token, bool dark)
{
    const ColorPair& pair = colorTable.at(static_cast<std::size_t>(token));
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor Theme::color(Token token) const
{
    return color(token, m_dark);
}

int Theme::scaled(int length) const
{
    return m_large ? static_cast<int>(std::lround(length * largeFactor)) : length;
}

QFont Theme::font(Type type) const
{
    QFont font;
    // The SC faces by name, or Linux may pick Japanese glyphs.
    font.setFamilies({QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("Source Han Sans SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(scaled(pixels(type)));
    font.setWeight(type == Type::PageTitle || type == Type::PaneTitle ? QFont::Bold : QFont::Normal);
    return font;
}

bool Theme::systemIsDark()
{
#ifdef Q_OS_WIN
    const QSettings registry(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return registry.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    // What the desktop's theme gives Qt: light text on a darker ground.
    const QPalette system = QGuiApplication::palette();
    return system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
#endif
}

void Theme::setMode(ThemeMode mode)
{
    static const bool systemDark = m_dark; // as found before our own palette was set
    m_mode = mode;
    m_dark = mode == ThemeMode::System ? systemDark : mode == ThemeMode::Dark;
    apply();
}

void Theme::setLargeText(bool large)
{
    m_large = large;
    apply();
}

QPalette::ColorRole toneRole(std::string_view tone)
{
    if (tone == "caption")
        return QPalette::LinkVisited;
    if (tone == "faint")
        return QPalette::PlaceholderText;
    if (tone == "refused")
        return QPalette::BrightText;
    if (tone == "warning")
        return QPalette::ToolTipBase;
    if (tone == "added")
        return QPalette::ToolTipText;
    return QPalette::WindowText;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Bg);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Raised);
    set(QPalette::Button, Token::Surface);
    set(QPalette::Text, Token::Ink);
    set(QPalette::WindowText, Token::Ink);
    set(QPalette::ButtonText, Token::Ink);
    set(QPalette::PlaceholderText, Token::Ink3);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Ink);
    set(QPalette::Link, Token::Accent);
    // Tones of labels, in roles that nothing else of ours uses: a palette for each label would cost memory.
    set(toneRole("caption"), Token::Ink2);
    set(toneRole("refused"), Token::Refused);
    set(toneRole("warning"), Token::Warning);
    set(toneRole("added"), Token::Added);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Line);
    set(QPalette::Mid, Token::Line2);
    set(QPalette::Dark, Token::Control);
    set(QPalette::Shadow, Token::Line2);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Ink3));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::SameTint));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, color(Token::Ink3));
    return palette;
}

void Theme::apply()
{
    static const bool hasStyle = [] {
        QApplication::setStyle(new Style);
        return true;
    }();
    Q_UNUSED(hasStyle)
    QApplication::setPalette(palette());
    QPalette tips = palette();
    tips.setColor(QPalette::ToolTipBase, color(Token::Rail));
    tips.setColor(QPalette::ToolTipText, color(Token::White));
    QToolTip::setPalette(tips);
    QApplication::setFont(font(Type::Body));
    forgetIcons();
    Q_EMIT changed();
    for (QWidget* window : QApplication::topLevelWidgets())
        window->update();
}

} // namespace rangedesk::ui
