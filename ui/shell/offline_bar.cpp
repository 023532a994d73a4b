// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/offline_bar.h"

#include "common/icons.h"
#include "common/notes.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds tick{1000};
constexpr qint64 askAgainMs = std::chrono::milliseconds(limits::askAgainAfter).count();

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
    connect(m_retry, &QPushButton::clicked, this, &OfflineBar::act);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &OfflineBar::showState);
    m_ticker.start();
    translated(this, [this] { showState(); });
    hide();
}

void OfflineBar::showState()
{
    const Connection* connection = m_desk.connection();
    const auto since = connection != nullptr ? connection->unreachableSince() : std::nullopt;
    const bool waits = m_desk.runner().isNetworkLost();
    // A reply that was already under way when the network went says nothing about now: a job that paused is
    // only offered again when the server has answered a question that was put to it after that.
    m_hasAnswered = m_hasAnswered && waits && !since;
    const bool isLost = since || (waits && !m_hasAnswered);
    const State before = std::exchange(m_state, isLost  ? State::Lost
                                                : waits ? State::WaitsForPerson
                                                        : State::Reached);
    if (m_state == State::Reached) {
        setButtonText(m_retry, tr("Try again"));
        hide();
        if (before == State::Lost)
            Q_EMIT reachedAgain();
        return;
    }
    if (isLost && before != State::Lost)
        m_since = since.value_or(QDateTime::currentDateTime());
    if (isLost)
        showLost();
    else
        showQuestion();
    m_sign->setPixmap(drawing(isLost ? QStringLiteral("offline") : QStringLiteral("connection"), 20,
                              devicePixelRatioF(), color(Token::Warning)));
    setAccessibleName(m_title->text() + QLatin1Char(' ') + m_more->text());
    if (m_state != before) {
        show();
        announce(window(), accessibleName());
    }
    // A job that waits is not left to a person's patience: the server is asked, harmlessly, for its return.
    if (waits && isLost && !m_isAsking && (!m_asked.isValid() || m_asked.hasExpired(askAgainMs))) {
        m_asked.start();
        retry();
    }
}

void OfflineBar::showLost()
{
    const JobRunner& runner = m_desk.runner();
    setButtonText(m_retry, m_isAsking ? tr("Asking…") : tr("Try again"));
    m_retry->setIcon(icon("retry"));
    m_retry->setEnabled(!m_isAsking);
    const QString time = durationText(static_cast<double>(m_since.secsTo(QDateTime::currentDateTime())));
    m_title->setText(
        runner.isNetworkLost()
            ? tr("No answer from the server for %1; job #%2 has paused itself").arg(time).arg(runner.jobId())
            : tr("No answer from the server for %1").arg(time));
    m_more->setText(
        runner.isNetworkLost()
            ? tr("When it answers again, you are asked before anything goes on. What was sent and got no "
                 "answer is read back first, never sent twice.")
        : runner.isBusy()
            ? tr("Job #%1 asks again by itself. What was sent and got no answer is read back, never "
                 "sent twice.")
                  .arg(runner.jobId())
            : tr("What was read, sheets, checks and drafts stay open. Reading, comparing and posting "
                 "wait for the connection."));
}

void OfflineBar::showQuestion()
{
    const JobRunner& runner = m_desk.runner();
    const Progress& p = runner.progress();
    m_title->setText(tr("The server answers again. Go on with job #%1?").arg(runner.jobId()));
    m_more->setText(tr("It paused when the network was lost: %1 of %2 requests have a result.")
                        .arg(figure(p.requestsAnswered), figure(p.requestsPlanned)));
    setButtonText(m_retry, tr("Go on with job #%1").arg(runner.jobId()));
    m_retry->setIcon(icon("run"));
    m_retry->setEnabled(true);
}

void OfflineBar::act()
{
    if (m_state == State::WaitsForPerson)
        m_desk.runner().setPaused(false);
    else
        retry();
    showState();
}

void OfflineBar::retry()
{
    m_isAsking = true;
    showState();
    const bool waited = m_desk.runner().isNetworkLost();
    m_desk.askServer(this, [this, waited] {
        m_isAsking = false;
        m_hasAnswered = waited && !m_desk.connection()->unreachableSince();
        showState();
    });
}

void OfflineBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::WarningTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Chart4));
}

} // namespace rangedesk::ui
