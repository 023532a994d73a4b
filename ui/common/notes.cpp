// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/notes.h"

#include "common/certificate_card.h"
#include "common/marks.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollArea>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds toastStays{6};

} // namespace

Note::Note(Mark mark, QWidget* parent) : QFrame(parent), m_mark(mark)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(40, 9, 12, 9);
    m_column = new QBoxLayout(QBoxLayout::TopToBottom);
    QBoxLayout* column = m_column;
    column->setSpacing(6);
    m_label = makeParagraph(this, {}, Type::Caption, "");
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_label);
    m_buttons = new QHBoxLayout;
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    row->addLayout(column);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Note::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

void Note::setText(const QString& text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

QPushButton* Note::addButton(const QString& text)
{
    QPushButton* button = makeButton(this);
    button->setText(text);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void Note::setInline()
{
    m_column->setDirection(QBoxLayout::LeftToRight);
    m_column->setStretch(0, 1);
}

void Note::clearButtons()
{
    while (m_buttons->count() > 1) {
        QLayoutItem* item = m_buttons->takeAt(0);
        item->widget()->deleteLater();
        delete item;
    }
}

void Note::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(markTint(m_mark)));
    painter.drawRoundedRect(rect(), 4, 4);
    const Token bar = m_mark == Mark::Warning ? Token::Chart4 : markToken(m_mark);
    painter.fillRect(QRect(0, 0, 3, height()), color(bar));
    paintMark(&painter, m_mark, QRect(13, 8, Theme::instance().scaled(16), Theme::instance().scaled(20)));
}

Toast::Toast(QWidget* window) : QFrame(window)
{
    setObjectName(QStringLiteral("toast"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 8);
    row->setSpacing(10);
    m_sign = new QLabel(this);
    m_label = makeLabel(this, {}, Type::Body);
    m_action = makeButton(this, "link");
    row->addWidget(m_sign);
    row->addWidget(m_label);
    row->addWidget(m_action);
    m_action->setAccessibleName(tr("Close"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(toastStays);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_action->hasFocus())
            m_timer.start(); // somebody is at it by keyboard
        else
            hide();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_act)
            m_act();
    });
    m_placing.setSingleShot(true);
    connect(&m_placing, &QTimer::timeout, this, [this] {
        if (isVisible() && !underMouse() && !m_action->hasFocus()) // it does not run away
            place();
    });
    QWidget::hide();
}

void Toast::show(Mark mark, const QString& text, const QString& action, std::function<void()> act)
{
    if (text.isEmpty()) { // what was said is over
        hide();
        return;
    }
    QPalette dark = palette();
    dark.setColor(QPalette::Window, color(Token::Rail));
    dark.setColor(QPalette::WindowText, color(Token::White));
    setPalette(dark);
    setAutoFillBackground(true);
    m_label->setPalette(dark);
    m_sign->setPixmap(markPixmap(mark, 16, devicePixelRatioF(), true));
    m_label->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action.isEmpty() ? tr("Close") : action);
    m_action->setVisible(!action.isEmpty());
    m_act = std::move(act);
    setAccessibleName(text);
    adjustSize();
    place();
    QWidget::show();
    raise();
    m_timer.start();
    announce(parentWidget(), text);
}

/// How high a toast must stand to cover neither a footer line nor a button.
int Toast::above(QRect place) const
{
    constexpr int air = 8;
    std::vector<QRect> taken;
    for (const QWidget* widget : parentWidget()->findChildren<QWidget*>()) {
        const bool isTaken = widget->objectName() == QLatin1String("paneFoot") ||
                             qobject_cast<const QAbstractButton*>(widget) != nullptr;
        if (isTaken && widget->isVisible() && !isAncestorOf(widget) && widget->window() == window())
            taken.emplace_back(widget->mapTo(parentWidget(), QPoint(0, 0)), widget->size());
    }
    const int highest = parentWidget()->height() / 2; // or it would be looked for elsewhere
    for (bool isFree = false; !isFree && place.top() > highest;) {
        const auto below = std::find_if(taken.begin(), taken.end(),
                                        [&place](const QRect& area) { return area.intersects(place); });
        isFree = below == taken.end();
        if (!isFree)
            place.moveBottom(below->top() - air);
    }
    return place.top();
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    constexpr int gap = 16;
    const int bottom = window->height() - size::statusBar - gap;
    const int right = window->width() - width() - gap;
    std::optional<QPoint> best;
    for (const int x : {right, right / 2}) { // at the right, unless it would stand higher there
        const QPoint place(std::max(0, x),
                           std::max(0, above(QRect(x, bottom - height(), width(), height()))));
        if (!best || place.y() > best->y() + height())
            best = place;
    }
    move(*best);
}

/// What a message is about often shows up a moment after it: counts and buttons come out from under it then.
bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool moves = type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show;
    if (moves && watched->isWidgetType() && watched != this) {
        auto* widget = static_cast<QWidget*>(watched);
        if (widget == parentWidget())
            place();
        else if (!m_placing.isActive() && parentWidget()->isAncestorOf(widget) && !isAncestorOf(widget))
            m_placing.start(0);
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::showEvent(QShowEvent* event)
{
    qApp->installEventFilter(this);
    QFrame::showEvent(event);
}

void Toast::hideEvent(QHideEvent* event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    m_timer.start();
    QFrame::leaveEvent(event);
}

void tell(QWidget* window, Mark mark, const QString& text)
{
    auto* toast = window->findChild<Toast*>(QString(), Qt::FindDirectChildrenOnly);
    if (toast == nullptr)
        toast = new Toast(window);
    toast->show(mark, text);
}

void announce(QWidget* window, const QString& text)
{
    auto* label = window->findChild<QLabel*>(QStringLiteral("announcer"), Qt::FindDirectChildrenOnly);
    if (label == nullptr) {
        label = new QLabel(window);
        label->setObjectName(QStringLiteral("announcer"));
        label->setTextFormat(Qt::PlainText); // it may be a server's
        label->setGeometry(-10, -10, 1, 1);
        label->show();
    }
    label->setText(text);
    label->setAccessibleName(text);
    QAccessibleEvent named(label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

WayButton::WayButton(const char* iconName, const QString& text, const QString& more, const QKeySequence& key,
                     QWidget* parent)
    : QPushButton(parent), m_icon(QLatin1String(iconName)), m_text(text), m_more(more),
      m_key(key.toString(QKeySequence::NativeText))
{
    setAutoDefault(false);
    setAccessibleName(more.isEmpty() ? text : tr("%1: %2").arg(text, more));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize WayButton::sizeHint() const
{
    return {320, Theme::instance().scaled(m_more.isEmpty() ? 42 : 56)};
}

void WayButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::instance();
    painter.setPen(QPen(color(hasFocus() ? Token::Accent : Token::Line2), hasFocus() ? 2 : 1));
    painter.setBrush(color(isDown()                      ? Token::Selection
                           : underMouse() && isEnabled() ? Token::Hover
                                                         : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const Token ink = isEnabled() ? Token::Ink : Token::Ink3;
    painter.drawPixmap(
        18, (height() - 20) / 2,
        iconPixmap(m_icon, {20, 20}, devicePixelRatioF(), color(isEnabled() ? Token::Accent : Token::Ink3)));
    QRect rest = rect().adjusted(54, 0, -16, 0);
    if (!m_key.isEmpty()) {
        painter.setFont(theme.font(Type::Small));
        const int wide = painter.fontMetrics().horizontalAdvance(m_key) + 12;
        const QRectF cap(rest.right() - wide, (height() - 20) / 2.0, wide, 20);
        painter.setPen(QPen(color(Token::Line2), 1));
        painter.setBrush(color(Token::Raised));
        painter.drawRoundedRect(cap, 3, 3);
        painter.setPen(color(Token::Ink2));
        painter.drawText(cap, Qt::AlignCenter, m_key);
        rest.setRight(rest.right() - wide - 10);
    }
    painter.setFont(theme.font(Type::Body));
    painter.setPen(color(ink));
    const int lineUp = static_cast<int>(Qt::AlignLeft) |
                       static_cast<int>(m_more.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom);
    const int half = m_more.isEmpty() ? rest.height() : rest.height() / 2 + 2;
    painter.drawText(QRect(rest.x(), 0, rest.width(), half), lineUp,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, rest.width()));
    if (m_more.isEmpty())
        return;
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(color(Token::Ink3));
    painter.drawText(QRect(rest.x(), half, rest.width(), rest.height() - half), Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_more, Qt::ElideRight, rest.width()));
}

StatePanel::StatePanel(QWidget* parent) : QWidget(parent)
{
    // A low window scrolls; nothing is squeezed.
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    auto* outer = new QHBoxLayout(content);
    outer->addStretch(1);
    auto* middle = new QWidget(content);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    whole->addWidget(scroll);
    middle->setMaximumWidth(480);
    middle->setMinimumWidth(300);
    outer->addWidget(middle, 4);
    outer->addStretch(1);
    m_column = new QVBoxLayout(middle);
    m_column->setSpacing(10);
    m_column->addStretch(2);
    m_picture = new QLabel(middle);
    m_picture->setAlignment(Qt::AlignCenter);
    m_title = makeLabel(middle, {}, Type::PaneTitle);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text = makeParagraph(middle, {}, Type::Body, "caption");
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(m_picture);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_ways = new QVBoxLayout;
    m_ways->setSpacing(8);
    m_column->addSpacing(6);
    m_column->addLayout(m_ways);
    m_copy = makeButton(middle, "", "copy");
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details); });
    m_column->addWidget(m_copy, 0, Qt::AlignHCenter);
    m_column->addStretch(3);
    translated(this, [this] { setButtonText(m_copy, tr("Copy the explanation")); });
    reset();
}

void StatePanel::reset()
{
    while (QLayoutItem* item = m_ways->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_copy->hide();
    m_details.clear();
}

void StatePanel::showEmpty(const char* iconName, const QString& title, const QString& text)
{
    reset();
    m_picture->setPixmap(drawing(QLatin1String(iconName), 72, devicePixelRatioF(), color(Token::Chart2)));
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title + QLatin1Char(' ') + text);
}

void StatePanel::showError(const Error& error, const QString& title)
{
    reset();
    m_picture->setPixmap(markPixmap(Mark::Refused, 28, devicePixelRatioF()));
    m_title->setText(title.isEmpty() ? error.what : title);
    QString text = title.isEmpty() ? error.advice : error.text();
    if (!error.serverWords.isEmpty() && !text.contains(error.serverWords))
        text += QLatin1Char('\n') + tr("The server says: %1").arg(error.serverWords);
    m_text->setText(text);
    m_details = m_title->text() + QLatin1Char('\n') + text;
    m_copy->show();
    setAccessibleName(m_details);
    announce(window(), m_details);
}

void StatePanel::showOffline(const Error& error)
{
    showError(error, tr("The server is not reached"));
    m_picture->setPixmap(drawing(QStringLiteral("offline"), 48, devicePixelRatioF(), color(Token::Chart2)));
    addList(tr("Without a connection you can"), Mark::Accepted,
            {tr("look at what was read, and at jobs and their reports"),
             tr("open sheets, match columns, check and mend them"),
             tr("go on with drafts: they are kept here")});
    addList(
        tr("This waits for the connection"), Mark::Excluded,
        {tr("getting recent changes"), tr("comparing with what the server holds"), tr("posting changes")});
}

void StatePanel::addList(const QString& heading, Mark mark, const QStringList& items)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 6, 0, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(makeLabel(box, heading, Type::Caption, "caption"), 0, 0, 1, 2);
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        QLabel* sign = mark == Mark::None ? makeKeyCap(box, QString::number(i + 1)) : new QLabel(box);
        if (mark != Mark::None)
            sign->setPixmap(markPixmap(mark, 16, devicePixelRatioF()));
        grid->addWidget(sign, i + 1, 0, Qt::AlignTop);
        grid->addWidget(makeParagraph(box, items[i], Type::Body, ""), i + 1, 1);
    }
    m_ways->addWidget(box);
}

void StatePanel::showCertificate(const CertificateRefusal& refusal)
{
    const QString text =
        faultSentences(refusal) + QLatin1Char(' ') +
        tr("To protect the key nothing was sent, and there is no way to go on all the same.");
    showError(
        {ErrorKind::Connection, tr("No connection: the server's certificate is not trusted"), text, {}, {}});
    m_details = certificateText(refusal);
    m_ways->addWidget(new CertificateCard(refusal.certificate, refusal.faults, this));
    addList(tr("What to do"), Mark::None, certificateAdvice(refusal));
}

void StatePanel::showWaiting(const QString& text)
{
    reset();
    m_picture->setPixmap({});
    m_title->setText(text);
    m_text->clear();
    setAccessibleName(text);
}

QPushButton* StatePanel::addWay(const char* iconName, const QString& text, const QString& more,
                                const QKeySequence& key)
{
    auto* way = new WayButton(iconName, text, more, key, this);
    m_ways->addWidget(way);
    return way;
}

} // namespace rangedesk::ui
