// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/offline_bar.h"

#include "common/icons.h"
#include "common/notes.h"
#include "session/connection_test.h"
#include "session/worker.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds tick{1000};

} // namespace

OfflineBar::OfflineBar(Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("offlineBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(size::padding, 8, 14, 8);
    row->setSpacing(12);
    m_sign = new QLabel(this);
    row->addWidget(m_sign);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(1);
    m_title = makeLabel(this, {}, Type::PaneTitle);
    m_more = makeLabel(this, {}, Type::Caption, "caption");
    m_more->setWordWrap(true);
    texts->addWidget(m_title);
    texts->addWidget(m_more);
    row->addLayout(texts, 1);
    m_retry = makeButton(this, "", "retry");
    m_retry->setObjectName(QStringLiteral("offline.retry"));
    row->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &OfflineBar::retry);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &OfflineBar::showState);
    m_ticker.start();
    translated(this, [this] { showState(); });
    hide();
}

void OfflineBar::showState()
{
    setButtonText(m_retry, m_isAsking ? tr("Asking…") : tr("Try again"));
    const Connection* connection = m_desk.connection();
    const auto since = connection != nullptr ? connection->unreachableSince() : std::nullopt;
    if (!since) {
        if (isVisible())
            Q_EMIT reachedAgain();
        hide();
        return;
    }
    const auto seconds = since->secsTo(QDateTime::currentDateTime());
    m_title->setText(tr("No answer from the server for %1").arg(durationText(static_cast<double>(seconds))));
    m_more->setText(
        m_desk.runner().isBusy()
            ? tr("Job #%1 asks again by itself. What was sent and got no answer is read back, never "
                 "sent twice.")
                  .arg(m_desk.runner().jobId())
            : tr("What was read, sheets, checks and drafts stay open. Reading, comparing and posting "
                 "wait for the connection."));
    m_retry->setEnabled(!m_isAsking);
    m_sign->setPixmap(drawing(QStringLiteral("offline"), 20, devicePixelRatioF(), color(Token::Warning)));
    setAccessibleName(m_title->text() + QLatin1Char(' ') + m_more->text());
    if (!isVisible()) {
        show();
        announce(window(), accessibleName());
    }
}

void OfflineBar::retry()
{
    m_isAsking = true;
    showState();
    inWorker(
        this,
        [connection = m_desk.connection(), &going = m_desk.isGoing()] {
            return testConnection(*connection, going);
        },
        [this](const ConnectionReport&) {
            m_isAsking = false;
            showState();
        },
        &m_desk.readers());
}

void OfflineBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::WarningTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Chart4));
}

} // namespace rangedesk::ui
