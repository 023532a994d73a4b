// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/confirm_dialog.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/notes.h"
#include "common/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds holdFor{1};

} // namespace

TypedField::TypedField(QWidget* parent) : QLineEdit(parent)
{
    setAcceptDrops(false);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void TypedField::keyPressEvent(QKeyEvent* event)
{
    // What is held down since another dialog is not typed here.
    if (event->isAutoRepeat() || event->matches(QKeySequence::Paste) || event->key() == Qt::Key_Insert) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept(); // Enter answers nothing here
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TypedField::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::MiddleButton) // it would paste the selection on X11
        QLineEdit::mouseReleaseEvent(event);
}

HoldButton::HoldButton(QWidget* parent) : QPushButton(parent)
{
    setAutoDefault(false);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdFor);
    connect(&m_hold, &QTimer::timeout, this, [this] {
        setDown(false);
        Q_EMIT clicked();
    });
}

void HoldButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            setDown(true);
            m_hold.start();
        }
        event->accept();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
    } else {
        QPushButton::keyPressEvent(event);
    }
}

void HoldButton::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_hold.stop();
            setDown(false);
        }
        event->accept();
    } else {
        QPushButton::keyReleaseEvent(event);
    }
}

void HoldButton::focusOutEvent(QFocusEvent* event)
{
    m_hold.stop();
    setDown(false);
    QPushButton::focusOutEvent(event);
}

ConfirmDialog::ConfirmDialog(QWidget* parent, Confirmation confirmation)
    : QDialog(parent), m_confirmation(std::move(confirmation))
{
    const Confirmation& c = m_confirmation;
    setObjectName(QStringLiteral("confirm"));
    setWindowTitle(c.title);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    if (dialogs().environment)
        outer->addWidget(new EnvironmentBand(*dialogs().environment, this));
    outer->addWidget(makeHead());
    auto* column = new QVBoxLayout;
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    outer->addLayout(column);
    if (!c.stats.empty())
        column->addWidget(makeStats());
    for (const QString& line : c.lines)
        column->addWidget(makeParagraph(this, line, Type::Body, ""));
    for (const auto& [mark, text] : c.notes) {
        auto* note = new Note(mark, this);
        note->setText(text);
        column->addWidget(note);
    }
    for (const Confirmation::Check& check : c.checks) {
        auto* box = new QCheckBox(check.text, this);
        box->setChecked(check.isOn);
        box->setAccessibleName(check.text);
        connect(box, &QCheckBox::toggled, this, &ConfirmDialog::showState);
        column->addWidget(box);
        m_checks.push_back(box);
    }
    if (!c.name.isEmpty()) {
        column->addWidget(makeLabel(this, tr("Type the name to confirm:   %1").arg(c.name), Type::Body));
        auto* row = new QHBoxLayout;
        m_name = new TypedField(this);
        m_name->setObjectName(QStringLiteral("confirm.name"));
        m_name->setAccessibleName(tr("Name of the profile"));
        m_fits = makeLabel(this, {}, Type::Caption, "caption");
        m_fits->setMinimumWidth(90);
        row->addWidget(m_name, 1);
        row->addWidget(m_fits);
        column->addLayout(row);
        column->addWidget(makeParagraph(
            this,
            tr("It cannot be pasted. Enter does nothing: click the button, or go there with Tab and hold "
               "Space for a second."),
            Type::Caption, "caption"));
        connect(m_name, &QLineEdit::textChanged, this, &ConfirmDialog::showState);
    }
    auto* foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("paneFoot"));
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(24, 12, 24, 12);
    auto* back = makeButton(foot);
    back->setText(c.back);
    back->setAutoDefault(false);
    back->setObjectName(QStringLiteral("confirm.back"));
    m_act = new HoldButton(foot);
    m_act->setProperty("kind", QLatin1String(c.kind));
    m_act->setProperty("large", true);
    m_act->setText(c.act);
    m_act->setAccessibleName(c.act);
    m_act->setObjectName(QStringLiteral("confirm.act"));
    m_open = makeParagraph(foot, {}, Type::Caption, "caption");
    m_open->setObjectName(QStringLiteral("confirm.open"));
    m_open->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    buttons->addWidget(back);
    buttons->addWidget(m_open, 1);
    buttons->addWidget(m_act);
    outer->addWidget(foot);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(Theme::instance().scaled(580));
    if (m_name != nullptr)
        m_name->setFocus();
    else
        back->setFocus();
    showState();
}

QWidget* ConfirmDialog::makeHead()
{
    auto* head = new QWidget(this);
    const bool isProduction = dialogs().environment == Environment::Production;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(24, 14, 24, 14);
    row->setSpacing(14);
    if (dialogs().environment)
        row->addWidget(new EnvironmentBlock(*dialogs().environment, head));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    QLabel* title = makeLabel(head, m_confirmation.title, Type::PageTitle);
    QLabel* more = makeParagraph(head, m_confirmation.subtitle, Type::Body, "");
    texts->addWidget(title);
    texts->addWidget(more);
    row->addLayout(texts, 1);
    if (isProduction) {
        QPalette red = head->palette();
        red.setColor(QPalette::Window, color(Token::Production));
        red.setColor(QPalette::WindowText, color(Token::White));
        head->setPalette(red);
        head->setAutoFillBackground(true);
        title->setPalette(red);
        more->setPalette(red);
    }
    return head;
}

QWidget* ConfirmDialog::makeStats()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (const Confirmation::Stat& stat : m_confirmation.stats) {
        auto* cell = new QWidget(box);
        auto* column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLabel(cell, stat.label, Type::Caption, "caption"));
        column->addWidget(makeLabel(cell, stat.value, Type::Figure));
        column->addWidget(makeLabel(cell, stat.unit, Type::Caption, "faint"));
        row->addWidget(cell, 1);
    }
    return box;
}

void ConfirmDialog::showState()
{
    QString open; // the first thing that is missing
    for (std::size_t i = 0; i < m_checks.size(); ++i) {
        if (open.isEmpty() && m_confirmation.checks[i].isRequired && !m_checks[i]->isChecked())
            open = tr("To be ticked first: %1").arg(m_confirmation.checks[i].text);
    }
    if (m_name != nullptr) {
        const bool fits = m_name->text() == m_confirmation.name;
        m_fits->setText(m_name->text().isEmpty() ? QString()
                        : fits                   ? QStringLiteral("✓ ") + tr("It fits")
                                                 : tr("Not yet"));
        if (open.isEmpty() && !fits)
            open = tr("The name is to be typed first.");
    }
    m_act->setEnabled(open.isEmpty());
    m_act->setToolTip(open);
    m_open->setText(open);
}

ConfirmationAnswer ConfirmDialog::answer() const
{
    ConfirmationAnswer answer;
    answer.isAgreed = result() == QDialog::Accepted;
    for (const QCheckBox* box : m_checks)
        answer.checks.push_back(box->isChecked());
    return answer;
}

} // namespace rangedesk::ui
