// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chart.h"

#include "common/dialogs.h"
#include "common/notes.h"
#include "common/widgets.h"
#include "models/tool_tip.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolTip>

namespace rangedesk::ui {

Chart::Chart(QWidget* parent) : QWidget(parent), m_more(makeIconButton(this, "menu"))
{
    constexpr int side = 24;
    m_more->setFixedSize(side, side);
    m_more->setIconSize({14, 14});
    m_more->setFocusPolicy(Qt::NoFocus); // the keys reach the same by Ctrl+C and the menu key
    m_more->setCursor(Qt::ArrowCursor);
    connect(m_more, &QToolButton::clicked, this,
            [this] { showMenu(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    translated(this, [this] { setIconButtonText(m_more, tr("Copy or save the picture or its numbers")); });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void Chart::setChosen(int part)
{
    if (m_chosen == part)
        return;
    m_chosen = part;
    if (part >= 0)
        m_current = part;
    update();
}

QString Chart::asText() const
{
    QStringList lines;
    for (int part = 0; part < static_cast<int>(m_parts.size()); ++part)
        lines << line(part, QLatin1String("\t"));
    return lines.join(QLatin1Char('\n'));
}

QString Chart::line(int part, QLatin1String separator) const
{
    return textOf(part) + separator + QString::number(m_parts[static_cast<std::size_t>(part)].count);
}

void Chart::paint(QPainter& painter, const QSize& size)
{
    std::vector<Part> parts;
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, size, parts);
}

bool Chart::save(const QString& path)
{
    constexpr int scale = 2;
    const QSize whole = pictureSize();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(whole);
        svg.setViewBox(QRect(QPoint(0, 0), whole));
        svg.setTitle(accessibleName());
        QPainter painter(&svg);
        painter.fillRect(QRect(QPoint(0, 0), whole), color(Token::Surface));
        paint(painter, whole);
        painter.end();
    } else {
        QImage image(whole * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(color(Token::Surface));
        QPainter painter(&image);
        paint(painter, whole);
        painter.end();
        if (!image.save(&file, "PNG"))
            return false;
    }
    return file.commit();
}

void Chart::renew()
{
    constexpr int mostTold = 200; // nobody listens to more; the arrow keys tell each
    measure();
    QStringList lines;
    for (int part = 0; part < std::min(mostTold, static_cast<int>(m_parts.size())); ++part)
        lines << line(part, QLatin1String(": "));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

void Chart::measure()
{
    QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nowhere);
    // The keys stand at a value, not at a place: new counts bring the bars into another order.
    const bool isNamed = !hasManyParts() && m_current < static_cast<int>(m_parts.size());
    const QString stood = isNamed ? textOf(m_current) : QString();
    m_parts.clear();
    draw(painter, pictureSize(), m_parts);
    for (int part = 0; !stood.isEmpty() && part < static_cast<int>(m_parts.size()); ++part) {
        if (textOf(part) == stood)
            m_current = part;
    }
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_parts.size()) - 1));
    update();
}

void Chart::text(QPainter& painter, const QRect& area, const QString& text, Token token, Type type,
                 int alignment)
{
    painter.setFont(Theme::instance().font(type));
    painter.setPen(color(token));
    painter.drawText(area, alignment,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, area.width())));
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<Part> drawn;
    draw(painter, pictureSize(), drawn);
    if (!hasManyParts())
        m_parts = std::move(drawn);
    if (hasFocus() && m_current < static_cast<int>(m_parts.size())) {
        painter.setPen(QPen(color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(m_parts[static_cast<std::size_t>(m_current)].area).adjusted(1, 1, -1, -1),
            size::radiusChip, size::radiusChip);
    }
}

QRect Chart::partArea(int part) const
{
    return part >= 0 && part < static_cast<int>(m_parts.size()) ? m_parts[static_cast<std::size_t>(part)].area
                                                                : QRect();
}

int Chart::partAt(const QPoint& at) const
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].area.contains(at))
            return static_cast<int>(i);
    }
    return -1;
}

void Chart::choose(int part)
{
    if (part < 0 || part >= static_cast<int>(m_parts.size()))
        return;
    m_current = part;
    setChosen(m_chosen == part ? -1 : part);
    Q_EMIT partChosen(m_chosen);
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(partAt(event->pos()));
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(partAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Chart::tell()
{
    if (m_current >= static_cast<int>(m_parts.size()))
        return;
    const QString tip = line(m_current, QLatin1String(": "));
    announce(window(), tip);
    QToolTip::showText(mapToGlobal(partArea(m_current).bottomLeft()), toolTipText(tip), this);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    if (m_parts.empty())
        return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(m_parts.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        m_current = std::min(last, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(m_current);
    default:
        if (event->matches(QKeySequence::Copy)) {
            copyNumbers();
            return;
        }
        return QWidget::keyPressEvent(event);
    }
    tell();
    update();
}

bool Chart::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int part = partAt(help->pos());
        if (part >= 0) {
            QToolTip::showText(help->globalPos(), toolTipText(line(part, QLatin1String(": "))), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void Chart::contextMenuEvent(QContextMenuEvent* event)
{
    showMenu(event->globalPos());
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_more->move(width() - m_more->width(), 0);
}

void Chart::showMenu(const QPoint& at)
{
    QMenu menu(this);
    menu.addAction(icon("copy"), tr("Copy the numbers"), QKeySequence::Copy, this, &Chart::copyNumbers);
    menu.addAction(icon("picture"), tr("Copy the picture"), this, &Chart::copyPicture);
    menu.addAction(icon("export"), tr("Save the picture…"), this, &Chart::savePicture);
    menu.exec(at);
}

void Chart::copyNumbers()
{
    QApplication::clipboard()->setText(asText());
    Q_EMIT told(tr("The numbers are in the clipboard."), false);
}

void Chart::copyPicture()
{
    QImage image(pictureSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(color(Token::Surface));
    QPainter painter(&image);
    paint(painter, pictureSize());
    QApplication::clipboard()->setImage(image);
    Q_EMIT told(tr("The picture is in the clipboard."), false);
}

void Chart::savePicture()
{
    QString path = dialogs().saveFile(this, tr("Save the picture (PNG or SVG)"),
                                      accessibleName() + QStringLiteral(".png"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    if (save(path))
        Q_EMIT told(tr("Saved as %1").arg(path), false);
    else
        Q_EMIT told(tr("%1 cannot be written.").arg(path), true);
}

} // namespace rangedesk::ui
