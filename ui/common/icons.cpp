// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <optional>

namespace rangedesk::ui {

namespace {

class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QString name, std::optional<Token> token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, iconPixmap(m_name, rect.size(), ratio, tint(mode, state)));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap pixmap = iconPixmap(m_name, size / scale, scale, tint(mode, state));
        return pixmap;
    }
    QIconEngine* clone() const override { return new TintedIcon(m_name, m_token); }
    bool isNull() override { return false; }

private:
    QColor tint(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return color(Token::Ink3);
        if (m_token)
            return color(*m_token);
        return color(state == QIcon::On || mode == QIcon::Active ? Token::Ink : Token::Ink2);
    }

    QString m_name;
    std::optional<Token> m_token; ///< asked again at each painting: the theme may change
};

} // namespace

QPixmap iconPixmap(const QString& name, QSize size, qreal ratio, const QColor& tint)
{
    const QString key = QStringLiteral("rangedesk/%1/%2x%3/%4/%5")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio)
                            .arg(tint.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(name)).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), tint);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap drawing(const QString& name, int side, qreal ratio, const QColor& tint)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr double gridSide = 20;
    const double line = 2 * gridSide / side; // two pixels, however large it is drawn
    const QByteArray thin = file.readAll().replace(
        "stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(line, 'f', 2) + '"');
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(thin).render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), tint);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void forgetIcons()
{
    QPixmapCache::clear();
}

QIcon icon(const char* name)
{
    return QIcon(new TintedIcon(QLatin1String(name), std::nullopt));
}

QIcon icon(const char* name, Token token)
{
    return QIcon(new TintedIcon(QLatin1String(name), token));
}

} // namespace rangedesk::ui
