// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/widgets.h"

#include "common/marks.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <cmath>
#include <optional>

namespace rangedesk::ui {

namespace {

// Of a button whose key stands behind its text.
constexpr const char* plainTextProperty = "plainText";
constexpr const char* keyTextProperty = "keyText";
constexpr const char* isShortProperty = "isShort";

struct WidgetText
{
    Q_DECLARE_TR_FUNCTIONS(WidgetText)
};

/// On X11 a field takes keys such as Ctrl+E for itself, as Emacs does; here they belong to the page.
class SearchField final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    bool event(QEvent* event) override
    {
        const bool isHandled = QLineEdit::event(event);
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<const QKeyEvent*>(event);
            const bool isOfThePage = key->key() == Qt::Key_E || key->key() == Qt::Key_K;
            if (isOfThePage && key->modifiers().testFlag(Qt::ControlModifier))
                event->ignore();
        }
        return isHandled;
    }
};

} // namespace

QLabel* makeLabel(QWidget* parent, const QString& text, Type type, const char* tone)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // texts of servers and sheets are shown as they are
    label->setForegroundRole(toneRole(tone));
    const auto setFont = [label, type] { label->setFont(Theme::instance().font(type)); };
    setFont();
    QObject::connect(&Theme::instance(), &Theme::changed, label, setFont);
    return label;
}

QLabel* makeParagraph(QWidget* parent, const QString& text, Type type, const char* tone)
{
    QLabel* label = makeLabel(parent, text, type, tone);
    label->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

QPushButton* makeButton(QWidget* parent, const char* kind, const char* iconName)
{
    auto* button = new QPushButton(parent);
    button->setProperty("kind", QLatin1String(kind));
    button->setAutoDefault(false);
    if (iconName != nullptr) {
        const QLatin1String name(kind);
        const bool onFill = name == QLatin1String("primary") || name == QLatin1String("production");
        button->setIcon(
            name == QLatin1String("danger") ? icon(iconName, Token::Refused)
            : onFill ? icon(iconName, name == QLatin1String("primary") ? Token::OnAccent : Token::White)
                     : icon(iconName));
        button->setIconSize({16, 16});
    }
    return button;
}

void setButtonText(QAbstractButton* button, const QString& text, const QKeySequence& key)
{
    QString keyText = key.toString(QKeySequence::NativeText);
    keyText.replace(QLatin1String("Return"), QLatin1String("Enter")); // as it stands on the key
    const QString gap = button->icon().isNull() ? QString() : QStringLiteral(" ");
    button->setProperty(plainTextProperty, gap + text);
    button->setProperty(keyTextProperty, keyText.isEmpty() ? QString() : QStringLiteral("   ") + keyText);
    button->setAccessibleName(QString(text).replace(QLatin1String("&&"), QLatin1String("&")));
    setKeyShown(button, isKeyShown(button));
}

QString withoutMnemonic(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

void setKeyShown(QAbstractButton* button, bool isShown)
{
    button->setProperty(isShortProperty, !isShown);
    const QString text = button->property(plainTextProperty).toString() +
                         (isShown ? button->property(keyTextProperty).toString() : QString());
    if (button->text() != text)
        button->setText(text);
    // A key that is not shown stands in the tool tip, where that says nothing else.
    const QString key = button->property(keyTextProperty).toString().trimmed();
    if (button->toolTip().isEmpty() || button->toolTip() == key)
        button->setToolTip(isShown ? QString() : key);
}

bool isKeyShown(const QAbstractButton* button)
{
    return !button->property(isShortProperty).toBool();
}

QString keyShownBy(const QAbstractButton* button)
{
    return button->property(keyTextProperty).toString().trimmed();
}

int keyWidth(const QAbstractButton* button)
{
    const QString key = button->property(keyTextProperty).toString();
    return key.isEmpty() ? 0 : button->fontMetrics().horizontalAdvance(key);
}

QToolButton* makeIconButton(QWidget* parent, const char* iconName)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({18, 18});
    button->setFixedSize(30, 30);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void setIconButtonText(QToolButton* button, const QString& text, const QKeySequence& key)
{
    button->setAccessibleName(text);
    button->setToolTip(
        key.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, key.toString(QKeySequence::NativeText)));
}

void addMenuItem(QMenu* menu, const char* iconName, const QString& text, const QKeySequence& key,
                 bool isEnabled, const std::function<void()>& act)
{
    auto* action = new QAction(icon(iconName), text, menu);
    action->setShortcut(key);
    action->setEnabled(isEnabled);
    QObject::connect(action, &QAction::triggered, menu, act);
    menu->addAction(action);
}

QLineEdit* makeSearchField(QWidget* parent)
{
    auto* field = new SearchField(parent);
    field->addAction(icon("search"), QLineEdit::LeadingPosition);
    field->setClearButtonEnabled(true);
    field->setMinimumWidth(200);
    return field;
}

QLabel* makeKeyCap(QWidget* parent, const QString& key)
{
    QLabel* cap = makeLabel(parent, key, Type::Small, "caption");
    cap->setProperty("keycap", true);
    cap->setMargin(3); // within the frame, which contents margins are not
    cap->setMinimumWidth(20);
    cap->setAlignment(Qt::AlignCenter);
    return cap;
}

QFrame* makePane(QWidget* parent, const char* objectName)
{
    auto* pane = new QFrame(parent);
    pane->setObjectName(QLatin1String(objectName));
    pane->setAutoFillBackground(true);
    return pane;
}

QString figure(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return WidgetText::tr("%1 s").arg(whole);
    if (whole < 600)
        return WidgetText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    if (whole < 5400)
        return WidgetText::tr("%1 min").arg((whole + 30) / 60);
    return WidgetText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString dataSizeText(qint64 bytes)
{
    if (bytes < 1024) // QLocale writes "bytes" in every language
        return WidgetText::tr("%1 bytes").arg(bytes);
    return QLocale(QLocale::English).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

FilterChip::FilterChip(Mark mark, std::uint32_t facet, QWidget* parent)
    : QToolButton(parent), m_mark(mark), m_facet(facet)
{
    setCheckable(true);
    setProperty("chip", true);
    setFocusPolicy(Qt::StrongFocus);
}

void FilterChip::setTexts(const QString& word, qint64 count)
{
    m_word = word;
    m_count = count;
    setAccessibleName(WidgetText::tr("%1 %2 rows").arg(word, figure(count)));
    setToolTip(WidgetText::tr("Show only these rows"));
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const Theme& theme = Theme::instance();
    QFont bold = theme.font(Type::Body);
    bold.setBold(true);
    const int text = QFontMetrics(theme.font(Type::Body)).horizontalAdvance(m_word) + 7 +
                     QFontMetrics(bold).horizontalAdvance(figure(m_count));
    const int mark = m_mark == Mark::None ? 0 : theme.scaled(16) + 7;
    return {text + mark + 24, theme.scaled(32)};
}

void FilterChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::instance();
    const bool isOn = isChecked();
    painter.setPen(QPen(color(hasFocus() || isOn ? Token::Accent : Token::Line2), hasFocus() ? 2 : 1));
    painter.setBrush(color(isOn ? Token::Selection : underMouse() ? Token::Hover : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::radiusControl, size::radiusControl);
    int x = 12;
    if (m_mark != Mark::None) {
        paintMark(&painter, m_mark, QRect(x, 0, theme.scaled(16), height()));
        x += theme.scaled(16) + 7;
    }
    QFont font = theme.font(Type::Body);
    painter.setFont(font);
    painter.setPen(color(m_count == 0 ? Token::Ink3 : Token::Ink));
    const QRect rest(x, 0, width() - x - 8, height());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, m_word);
    x = painter.fontMetrics().horizontalAdvance(m_word) + 7;
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(rest.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, figure(m_count));
}

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    while (QLayoutItem* item = takeAt(0))
        delete item;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem* item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

int FlowLayout::arrange(const QRect& rect, bool move) const
{
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        if (x > rect.x() && x + wanted.width() > rect.right() + 1) {
            x = rect.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (move)
            item->setGeometry(QRect(QPoint(x, y), wanted));
        x += wanted.width() + spacing();
        lineHeight = std::max(lineHeight, wanted.height());
    }
    return y + lineHeight - rect.y();
}

EquationBar::EquationBar(QWidget* parent) : QWidget(parent), m_line(new FlowLayout(this, 5)) {}

void EquationBar::setTerms(const QString& totalWord, qint64 total, const std::vector<Term>& terms)
{
    // The same terms in other numbers keep their chips, and so focus and place.
    std::vector<Term> shown{{0, Mark::None, totalWord, total}};
    for (const Term& term : terms) {
        if (term.always || term.count > 0)
            shown.push_back(term);
    }
    bool isSame = shown.size() == m_chips.size();
    for (std::size_t i = 0; isSame && i < shown.size(); ++i)
        isSame = m_chips[i]->facet() == shown[i].facet;
    std::optional<std::uint32_t> focused; // it is not lost with its chip
    for (const FilterChip* chip : m_chips) {
        if (chip->hasFocus())
            focused = chip->facet();
    }
    if (!isSame) {
        while (QLayoutItem* item = m_line->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        m_chips.clear();
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const bool isFurtherApart = i > 0 && shown[i].apart && shown[i - 1].apart; // one line parts them
            if (i > 0 && !isFurtherApart) {
                const char* sign = shown[i].apart ? "│" : i == 1 ? "=" : "+";
                QLabel* label = makeLabel(this, QString::fromUtf8(sign), Type::Body, "faint");
                label->setMinimumHeight(Theme::instance().scaled(32));
                m_line->addWidget(label);
                label->show();
            }
            auto* chip = new FilterChip(shown[i].mark, shown[i].facet, this);
            chip->setObjectName(QStringLiteral("facet%1").arg(shown[i].facet));
            connect(chip, &QToolButton::clicked, this, [this, facet = shown[i].facet] {
                choose(facet);
                Q_EMIT facetChosen(facet);
            });
            m_line->addWidget(chip);
            chip->show();
            m_chips.push_back(chip);
            if (focused == shown[i].facet)
                chip->setFocus();
        }
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
        m_chips[i]->setTexts(shown[i].word, shown[i].count);
    const std::uint32_t before = m_chosen;
    choose(m_chosen);
    if (m_chosen != before)
        Q_EMIT facetChosen(m_chosen); // its chip is gone: the rows must not stay filtered by it
    m_line->invalidate();
    updateGeometry();
}

void EquationBar::choose(std::uint32_t facet)
{
    const bool isThere = std::any_of(m_chips.begin(), m_chips.end(),
                                     [facet](const FilterChip* chip) { return chip->facet() == facet; });
    m_chosen = isThere ? facet : 0;
    for (FilterChip* chip : m_chips)
        chip->setChecked(chip->facet() == m_chosen);
}

} // namespace rangedesk::ui
