// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QToolButton>
#include <QWidget>

namespace rangedesk::ui {

/// A picture of numbers whose parts can be clicked, and reached by the arrow keys. Its numbers can be copied
/// as text; the picture goes to the clipboard, or to a PNG or SVG file.
class Chart : public QWidget
{
    Q_OBJECT
public:
    explicit Chart(QWidget* parent);

    /// Marks a part as the filter that holds now; -1 for none.
    void setChosen(int part);
    int chosen() const { return m_chosen; }
    int current() const { return m_current; }
    /// The numbers, a line each, with tabs.
    QString asText() const;
    /// Everything but focus and pointer, as it is written to files.
    void paint(QPainter& painter, const QSize& size);
    bool save(const QString& path);

Q_SIGNALS:
    /// A part was clicked, or Enter or Space pressed on it; again: it is let go, -1.
    void partChosen(int part);
    void told(const QString& text, bool failed);

protected:
    struct Part
    {
        QString text; ///< what it is, for people who do not see it
        qint64 count;
        QRect area;
    };
    /// Draws, and says in @p parts what stands where.
    virtual void draw(QPainter& painter, const QSize& size, std::vector<Part>& parts) = 0;
    /// Of many parts most are out of sight: they are told by `renew` and `measure`, and a painting leaves
    /// them as they are.
    virtual bool hasManyParts() const { return false; }
    /// What a part is, where `draw` left its text empty.
    virtual QString textOf(int part) const { return m_parts[static_cast<std::size_t>(part)].text; }
    /// What of the widget the picture takes: all but the room of the button in the corner.
    virtual QSize pictureSize() const { return size() - QSize(m_more->width(), 0); }
    /// After new numbers.
    void renew();
    /// The same numbers stand elsewhere.
    void measure();
    bool isChosen(int part) const { return m_chosen == part; }
    /// As drawn last; empty where there is no such part.
    QRect partArea(int part) const;
    /// -1 where there is none.
    int partAt(const QPoint& at) const;

    static void text(QPainter& painter, const QRect& area, const QString& text, Token token, Type type,
                     int alignment = Qt::AlignLeft | Qt::AlignVCenter);

    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(int part);
    void copyNumbers();
    void copyPicture();
    void savePicture();
    void showMenu(const QPoint& at);
    QString line(int part, QLatin1String separator) const;
    void tell();

    std::vector<Part> m_parts;
    QToolButton* m_more; ///< what can be done with the picture, for the pointer
    int m_chosen = -1;
    int m_current = 0;
};

} // namespace rangedesk::ui
