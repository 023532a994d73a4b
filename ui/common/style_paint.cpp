// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/style_paint.h"

#include "common/theme.h"

#include <QFrame>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

namespace rangedesk::ui {

namespace {

enum Edge : std::uint8_t { NoEdge = 0, Top = 1, Bottom = 2, Left = 4, Right = 8, Round = 16 };

struct PaneLook
{
    const char* name = "";
    std::optional<Token> ground{};
    std::uint8_t edges = NoEdge;
    Token line = Token::Line;
};

constexpr std::array paneLooks{PaneLook{"rail", Token::Rail, NoEdge, Token::Line},
                               PaneLook{"statusBar", Token::Raised, Top, Token::Line},
                               PaneLook{"pageHead", Token::Bg, Bottom, Token::Line},
                               PaneLook{"toolBar", Token::Surface, Bottom, Token::Line},
                               PaneLook{"sidePane", Token::Raised, Left, Token::Line},
                               PaneLook{"divider", Token::Line2, NoEdge, Token::Line},
                               PaneLook{"paneFoot", Token::Raised, Top, Token::Line},
                               PaneLook{"card", Token::Surface, Round, Token::Line},
                               PaneLook{"statCell", std::nullopt, Right, Token::Line}};

constexpr int cardRadius = 6;
constexpr int barWidth = 3; ///< of the current place in the rail

bool isOn(const QWidget* widget, const char* property)
{
    return widget != nullptr && widget->property(property).toBool();
}

QString kindOf(const QWidget* widget)
{
    return widget == nullptr ? QString() : widget->property("kind").toString();
}

bool isIn(const QWidget* widget, const char* parent)
{
    const QWidget* above = widget == nullptr ? nullptr : widget->parentWidget();
    return above != nullptr && above->objectName() == QLatin1String(parent);
}

/// A border drawn within the rectangle.
void roundedRect(QPainter* painter, const QRect& rect, double radius, const QColor& ground,
                 const QColor& line, int width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(width == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    painter->setBrush(ground);
    const double inset = width / 2.0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void paintPane(QPainter* painter, const QRect& rect, const PaneLook& look)
{
    if ((look.edges & Round) != 0) {
        roundedRect(painter, rect, cardRadius, color(*look.ground), color(look.line), 1);
        return;
    }
    if (look.ground)
        painter->fillRect(rect, color(*look.ground));
    const QColor line = color(look.line);
    if ((look.edges & Top) != 0)
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line);
    if ((look.edges & Bottom) != 0)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if ((look.edges & Left) != 0)
        painter->fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), line);
    if ((look.edges & Right) != 0)
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
}

Token titleGround(const QWidget* widget)
{
    const QString environment = widget->property("env").toString();
    return environment == QLatin1String("production") ? Token::ProductionTint
           : environment == QLatin1String("test")     ? Token::TestTint
                                                      : Token::RehearsalTint;
}

struct ButtonLook
{
    QColor ground;
    QColor line;
    QColor text;
    int width = 1;
};

ButtonLook filledLook(Token ground, Token text, bool enabled, bool focused)
{
    if (!enabled)
        return {color(Token::Line2), color(Token::Line2), color(Token::Ink2), 1};
    return {color(ground), color(focused ? Token::Chart4 : ground), color(text), focused ? 2 : 1};
}

ButtonLook pushButtonLook(const QStyleOption& option, const QWidget* widget)
{
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver) != 0;
    const bool down = (option.state & (QStyle::State_Sunken | QStyle::State_On)) != 0;
    const QString kind = kindOf(widget);
    if (kind == QLatin1String("primary"))
        return filledLook(Token::Accent, Token::OnAccent, enabled, focused);
    if (kind == QLatin1String("production"))
        return filledLook(Token::Production, Token::White, enabled, focused);
    ButtonLook look{color(!enabled  ? Token::Bg
                          : down    ? Token::Selection
                          : hovered ? Token::Hover
                                    : Token::Surface),
                    color(!enabled ? Token::Line2
                          : down   ? Token::Accent
                                   : Token::Control),
                    color(enabled ? Token::Ink : Token::Ink3)};
    if (kind == QLatin1String("danger")) {
        look.line = color(enabled ? Token::Refused : Token::Line2);
        look.text = color(enabled ? Token::Refused : Token::Ink3);
    } else if (kind == QLatin1String("quiet") || kind == QLatin1String("link") || isIn(widget, "toast")) {
        look.line = Qt::transparent;
        look.ground = kind == QLatin1String("quiet") && (hovered || down)
                          ? color(down ? Token::Selection : Token::Hover)
                          : QColor(Qt::transparent);
        if (enabled)
            look.text = color(isIn(widget, "toast")            ? Token::RailBar
                              : kind == QLatin1String("quiet") ? Token::Ink2
                                                               : Token::Accent);
    }
    if (focused) {
        look.line = color(Token::Accent);
        look.width = 2;
    }
    return look;
}

void paintRailButton(QPainter* painter, const QStyleOption& option)
{
    const bool isCurrent = (option.state & QStyle::State_On) != 0;
    if (isCurrent || (option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, color(Token::RailSelection));
    if (isCurrent)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), barWidth, option.rect.height()),
                          color(Token::RailBar));
    if ((option.state & QStyle::State_HasFocus) != 0)
        roundedRect(painter, option.rect, 0, Qt::transparent, color(Token::RailBar), 2);
}

} // namespace

bool paintFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    if (widget == nullptr)
        return false;
    if (isOn(widget, "keycap")) {
        roundedRect(painter, option.rect, 3, color(Token::Raised), color(Token::Line2), 1);
        painter->fillRect(option.rect.left() + 2, option.rect.bottom() - 1, option.rect.width() - 4, 1,
                          color(Token::Line2));
        return true;
    }
    const auto* frame = qobject_cast<const QFrame*>(widget);
    const bool isText = qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
                        qobject_cast<const QTextEdit*>(widget) != nullptr;
    if (isText) {
        if (frame->frameShape() != QFrame::NoFrame)
            paintField(painter, option.rect, option.state);
        return true;
    }
    const QString name = widget->objectName();
    if (name.isEmpty())
        return false;
    if (name == QLatin1String("titleBar")) {
        paintPane(painter, option.rect, {"titleBar", titleGround(widget), Bottom, Token::Line});
        return true;
    }
    const auto* const look = std::find_if(paneLooks.begin(), paneLooks.end(), [&](const PaneLook& each) {
        return name == QLatin1String(each.name);
    });
    if (look == paneLooks.end())
        return false;
    paintPane(painter, option.rect, *look);
    return true;
}

QColor pushButtonText(const QStyleOptionButton& option, const QWidget* widget)
{
    return pushButtonLook(option, widget).text;
}

QColor paintPushButton(QPainter* painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const ButtonLook look = pushButtonLook(option, widget);
    if (!isOn(widget, "segment")) {
        roundedRect(painter, option.rect, size::radiusControl, look.ground, look.line, look.width);
        return look.text;
    }
    // Neighbours share the line between them.
    const bool isFirst = widget->x() == 0;
    roundedRect(painter, option.rect.adjusted(isFirst ? 0 : -1, 0, 0, 0), 0, look.ground, look.line,
                look.width);
    if ((option.state & QStyle::State_On) != 0)
        painter->fillRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2,
                          color(Token::Accent));
    return look.text;
}

QSize pushButtonSize(const QSize& contents, const QWidget* widget)
{
    const Theme& theme = Theme::instance();
    const bool isLink = kindOf(widget) == QLatin1String("link");
    const int height = isOn(widget, "large") ? 34 : isLink ? 22 : 28;
    const int padding = isLink ? 4 : theme.scaled(12);
    return {contents.width() + 2 * (padding + 1), std::max(contents.height(), theme.scaled(height)) + 2};
}

void paintToolButton(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    if (isIn(widget, "rail")) {
        paintRailButton(painter, option);
        return;
    }
    const bool isChip = isOn(widget, "chip");
    const bool on = isChip && (option.state & QStyle::State_On) != 0;
    const bool hovered =
        (option.state & QStyle::State_MouseOver) != 0 && (option.state & QStyle::State_Enabled) != 0;
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    const QColor ground = on        ? color(Token::Selection)
                          : hovered ? color(Token::Hover)
                          : isChip  ? color(Token::Surface)
                                    : QColor(Qt::transparent);
    const QColor line = focused || on ? color(Token::Accent)
                        : isChip      ? color(Token::Line2)
                                      : QColor(Qt::transparent);
    roundedRect(painter, option.rect, size::radiusControl, ground, line, focused ? 2 : 1);
}

QColor toolButtonText(const QStyleOption& option, const QWidget* widget)
{
    if (isIn(widget, "rail"))
        return color((option.state & (QStyle::State_On | QStyle::State_MouseOver)) != 0 ? Token::White
                                                                                        : Token::RailText);
    if ((option.state & QStyle::State_Enabled) == 0)
        return color(Token::Ink3);
    return color(isOn(widget, "chip") ? Token::Ink : Token::Ink2);
}

QRect toolButtonLabel(const QRect& rect, const QWidget* widget)
{
    return isIn(widget, "rail") ? rect.adjusted(0, 4, 0, -4) : rect;
}

QSize toolButtonSize(const QSize& contents, const QWidget* widget)
{
    const Theme& theme = Theme::instance();
    if (isIn(widget, "rail"))
        return {contents.width(), contents.height() + 8};
    if (isOn(widget, "chip"))
        return {contents.width() + 2 * (theme.scaled(10) + 1),
                std::max(contents.height(), theme.scaled(28)) + 2};
    const int around = 2 * (theme.scaled(4) + 1);
    return {contents.width() + around, contents.height() + around};
}

void paintField(QPainter* painter, const QRect& rect, QStyle::State state)
{
    const bool enabled = (state & QStyle::State_Enabled) != 0;
    const bool focused = enabled && (state & QStyle::State_HasFocus) != 0;
    roundedRect(painter, rect, size::radiusControl, color(enabled ? Token::Surface : Token::Bg),
                color(!enabled  ? Token::Line2
                      : focused ? Token::Accent
                                : Token::Control),
                focused ? 2 : 1);
}

void paintChevron(QPainter* painter, const QRect& rect, bool up, bool enabled)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(color(enabled ? Token::Ink2 : Token::Ink3), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QPointF middle = QRectF(rect).center();
    const double half = std::min(4.0, rect.height() / 3.0);
    const double tip = up ? -half / 2 : half / 2;
    painter->drawPolyline(
        QPolygonF({middle + QPointF(-half, -tip), middle + QPointF(0, tip), middle + QPointF(half, -tip)}));
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    int slider = length;
    if (range > 0) {
        const qint64 pages = static_cast<qint64>(range) + bar.pageStep;
        slider = std::clamp(
            static_cast<int>(static_cast<qint64>(bar.pageStep) * length / std::max<qint64>(1, pages)),
            std::min(leastSlider, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto stretch = [&](int from, int size) {
        return isHorizontal ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    QRect result;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        result = stretch(start, slider);
        break;
    case QStyle::SC_ScrollBarSubPage:
        result = stretch(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        result = stretch(start + slider, length - start - slider);
        break;
    case QStyle::SC_ScrollBarGroove:
        result = bar.rect;
        break;
    default:
        return {};
    }
    return QStyle::visualRect(bar.direction, bar.rect, result);
}

void paintScrollBar(QPainter* painter, const QStyleOptionSlider& option, const QRect& slider)
{
    if (slider.isEmpty() || option.maximum == option.minimum)
        return;
    const bool held = (option.activeSubControls & QStyle::SC_ScrollBarSlider) != 0 &&
                      (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken)) != 0;
    roundedRect(painter, slider.adjusted(2, 2, -2, -2), 4, color(held ? Token::Control : Token::Line2),
                Qt::transparent, 0);
}

void paintHeaderSection(QPainter* painter, const QStyleOption& option)
{
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->fillRect(option.rect, color(hovered ? Token::Hover : Token::Raised));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      color(Token::Line2));
}

void paintSplitter(QPainter* painter, const QStyleOption& option)
{
    const QColor line = color((option.state & QStyle::State_MouseOver) != 0 ? Token::Chart2 : Token::Line);
    const QPoint middle = option.rect.center();
    if ((option.state & QStyle::State_Horizontal) != 0)
        painter->fillRect(QRect(middle.x(), option.rect.top(), 1, option.rect.height()), line);
    else
        painter->fillRect(QRect(option.rect.left(), middle.y(), option.rect.width(), 1), line);
}

} // namespace rangedesk::ui
