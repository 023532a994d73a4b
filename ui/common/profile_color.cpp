// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/profile_color.h"

#include "common/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPainter>
#include <QSignalBlocker>

namespace rangedesk::ui {

namespace {

struct ColorText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileColor)
};

constexpr int side = 12;

Token tokenOf(ProfileColor profileColor)
{
    switch (profileColor) {
    case ProfileColor::Teal:
        return Token::Chart1;
    case ProfileColor::Blue:
        return Token::Changed;
    case ProfileColor::Violet:
        return Token::Unknown;
    case ProfileColor::Green:
        return Token::Added;
    case ProfileColor::Brown:
        return Token::Removed;
    case ProfileColor::Amber:
        return Token::Chart4;
    case ProfileColor::None:
    case ProfileColor::Count:
        break;
    }
    return Token::Line2;
}

} // namespace

QPixmap profilePixmap(ProfileColor profileColor, double ratio)
{
    if (profileColor == ProfileColor::None)
        return {};
    QPixmap pixmap(QSizeF(side * ratio, side * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(tokenOf(profileColor)));
    painter.drawRoundedRect(QRectF(0, 0, side, side), 3, 3);
    return pixmap;
}

QString profileColorWord(ProfileColor profileColor)
{
    switch (profileColor) {
    case ProfileColor::Teal:
        return ColorText::tr("teal");
    case ProfileColor::Blue:
        return ColorText::tr("blue");
    case ProfileColor::Violet:
        return ColorText::tr("violet");
    case ProfileColor::Green:
        return ColorText::tr("green");
    case ProfileColor::Brown:
        return ColorText::tr("brown");
    case ProfileColor::Amber:
        return ColorText::tr("amber");
    case ProfileColor::None:
    case ProfileColor::Count:
        break;
    }
    return ColorText::tr("none");
}

void fillColors(QComboBox& box)
{
    const QSignalBlocker quiet(box);
    const int chosen = std::max(0, box.currentIndex());
    box.clear();
    for (int i = 0; i < static_cast<int>(ProfileColor::Count); ++i) {
        const auto each = static_cast<ProfileColor>(i);
        box.addItem(QIcon(profilePixmap(each, box.devicePixelRatioF())), profileColorWord(each));
    }
    box.setCurrentIndex(chosen);
}

} // namespace rangedesk::ui
