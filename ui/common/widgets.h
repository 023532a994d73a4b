// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/icons.h"
#include "common/theme.h"
#include "common/translated.h"
#include "models/mark.h"

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <functional>

class QMenu;

namespace rangedesk::ui {

/// A label in one of the type sizes; it follows theme and text size.
QLabel* makeLabel(QWidget* parent, const QString& text, Type type, const char* tone = "");
/// A push button. @p kind primary, production, danger, quiet, link, or empty for an outlined one.
QPushButton* makeButton(QWidget* parent, const char* kind = "", const char* iconName = nullptr);
/// Text, accessible name and tooltip; the key is shown where it acts.
void setButtonText(QAbstractButton* button, const QString& text, const QKeySequence& key = {});
/// A text of a server, a file or a person for a menu or a button: an & in it is shown, and underlines
/// nothing.
QString withoutMnemonic(QString text);
/// Shows the text of `setButtonText` with its key, or without where room is short.
void setKeyShown(QAbstractButton* button, bool isShown);
bool isKeyShown(const QAbstractButton* button);
/// The key of `setButtonText` in words, shown or not; empty for none.
QString keyShownBy(const QAbstractButton* button);
/// What the key takes of the button's width, shown or not, in pixels.
int keyWidth(const QAbstractButton* button);
/// A button of an icon alone: accessible name, and a tooltip with the key.
QToolButton* makeIconButton(QWidget* parent, const char* iconName);
void setIconButtonText(QToolButton* button, const QString& text, const QKeySequence& key = {});
/// A line of a menu that acts; the key is shown only, it acts by itself.
void addMenuItem(QMenu* menu, const char* iconName, const QString& text, const QKeySequence& key,
                 bool isEnabled, const std::function<void()>& act);
/// A field to search in, with the magnifier in front and a button to clear it.
QLineEdit* makeSearchField(QWidget* parent);
/// A small frame with a key's name.
QLabel* makeKeyCap(QWidget* parent, const QString& key);
/// An area with object name and ground.
QFrame* makePane(QWidget* parent, const char* objectName);
/// A number with separators for thousands.
QString figure(qint64 number);
/// "3 min 20 s", 约 in words people use.
QString durationText(double seconds);
/// "33 bytes", "4.2 MB".
QString dataSizeText(qint64 bytes);

/// A word wrapped text that keeps its height for its width in layouts, with caption type.
QLabel* makeParagraph(QWidget* parent, const QString& text, Type type = Type::Caption,
                      const char* tone = "caption");

/// A checkable filter chip: mark, word, figure.
class FilterChip : public QToolButton
{
    Q_OBJECT
public:
    FilterChip(Mark mark, std::uint32_t facet, QWidget* parent);

    void setTexts(const QString& word, qint64 count);
    std::uint32_t facet() const { return m_facet; }
    qint64 count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    Mark m_mark;
    std::uint32_t m_facet;
    QString m_word;
    qint64 m_count = 0;
};

/// Widgets in lines, as words in a paragraph.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent, int spacing = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    int arrange(const QRect& rect, bool move) const;

    QList<QLayoutItem*> m_items;
};

/// The counts as an equation that balances; each term filters.
class EquationBar : public QWidget
{
    Q_OBJECT
public:
    struct Term
    {
        std::uint32_t facet;
        Mark mark;
        QString word;
        qint64 count;
        bool always = true; ///< shown though it is 0
        bool apart = false; ///< behind a line: not a summand
    };

    explicit EquationBar(QWidget* parent);

    /// The first term is the sum, the others are the summands.
    void setTerms(const QString& totalWord, qint64 total, const std::vector<Term>& terms);
    void choose(std::uint32_t facet);
    std::uint32_t chosen() const { return m_chosen; }

Q_SIGNALS:
    void facetChosen(std::uint32_t facet);

private:
    FlowLayout* m_line;
    std::vector<FilterChip*> m_chips;
    std::uint32_t m_chosen = 0;
};

/// The steps of a job: done, current, to come.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(QWidget* parent);

    void setSteps(const QStringList& names);
    void setCurrent(int step);
    int current() const { return m_current; }

    QSize sizeHint() const override;
    /// Narrow: the numbers, and the name of the current step alone.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void tellState();
    int widthOf(bool compact) const;

    QStringList m_names;
    int m_current = 0;
};

/// One bar of segments: what is answered, refused, unknown, in flight (hatched), and the rest as track.
class SegmentedBar : public QWidget
{
    Q_OBJECT
public:
    struct Segment
    {
        qint64 count;
        Token token;
        bool hatched = false;
        QString word;
    };

    explicit SegmentedBar(QWidget* parent);

    void setSegments(qint64 total, std::vector<Segment> segments);

    QSize sizeHint() const override { return {200, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qint64 m_total = 0;
    std::vector<Segment> m_segments;
};

} // namespace rangedesk::ui
