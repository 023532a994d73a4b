// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_line.h"

#include "common/environment_band.h"
#include "common/icons.h"
#include "common/marks.h"

#include <QHBoxLayout>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds tick{500};

QFrame* divider(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setObjectName(QStringLiteral("divider"));
    line->setFixedWidth(1);
    return line;
}

} // namespace

StatusLine::StatusLine(Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("statusBar"));
    const auto resize = [this] { setFixedHeight(Theme::instance().scaled(size::statusBar)); };
    resize();
    connect(&Theme::instance(), &Theme::changed, this, resize);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 14, 0);
    row->setSpacing(10);
    row->addWidget(new EnvironmentBlock(desk.environment(), this, true));
    m_sign = new QLabel(this);
    m_connection = makeButton(this, "link");
    m_connection->setObjectName(QStringLiteral("status.connection"));
    connect(m_connection, &QPushButton::clicked, this, &StatusLine::connectionClicked);
    m_flight = makeLabel(this, {}, Type::Caption, "caption");
    m_waiting = makeLabel(this, {}, Type::Caption, "caption");
    m_waiting->setObjectName(QStringLiteral("status.waiting"));
    m_job = makeButton(this, "link");
    m_job->setObjectName(QStringLiteral("status.job"));
    m_clock = makeLabel(this, {}, Type::Caption, "caption");
    row->addWidget(m_sign);
    row->addWidget(m_connection);
    row->addWidget(divider(this));
    row->addWidget(m_flight);
    row->addWidget(divider(this));
    row->addWidget(m_waiting);
    row->addWidget(m_job);
    row->addStretch();
    row->addWidget(m_clock);
    connect(m_job, &QPushButton::clicked, this, &StatusLine::jobClicked);
    JobRunner& runner = desk.runner();
    connect(&runner, &JobRunner::opened, this, [this] { setTrouble({}); });
    connect(&runner, &JobRunner::notOpened, this, [this](const Error& error) { setTrouble(error.what); });
    connect(&runner, &JobRunner::progressed, this, &StatusLine::showState);
    connect(&runner, &JobRunner::taskChanged, this, &StatusLine::showState);
    connect(&desk.drafts(), &DraftRunner::taskChanged, this, &StatusLine::showState);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &StatusLine::showState);
    m_ticker.start();
    translated(this, [this] { showState(); });
}

void StatusLine::setTrouble(const QString& trouble)
{
    m_trouble = trouble;
    showState();
}

void StatusLine::setWaiting(qint64 edits, qint64 requests)
{
    m_edits = edits;
    m_requests = requests;
    showState();
}

void StatusLine::showState()
{
    m_waiting->setText(tr("Edits that wait: %1, requests: %2").arg(figure(m_edits), figure(m_requests)));
    m_waiting->setVisible(m_edits > 0);
    const Connection* connection = m_desk.connection();
    const ConnectionStatus status = connection != nullptr ? connection->status() : ConnectionStatus();
    const bool isRefused = status.refusedCertificate != nullptr;
    const Mark mark = isRefused             ? Mark::Refused
                      : status.wasReached   ? Mark::Accepted
                      : m_trouble.isEmpty() ? Mark::Waiting
                                            : Mark::Warning;
    m_sign->setPixmap(status.unreachableSince
                          ? drawing(QStringLiteral("offline"), 14, devicePixelRatioF(), color(Token::Warning))
                          : markPixmap(mark, 14, devicePixelRatioF()));
    const QString words = status.unreachableSince ? tr("Offline: %1").arg(m_desk.host())
                          : isRefused             ? tr("Certificate refused: %1").arg(m_desk.host())
                          : status.wasReached     ? tr("%1 answers").arg(m_desk.host())
                          : connection != nullptr ? tr("Not asked yet: %1").arg(m_desk.host())
                          : m_trouble.isEmpty()   ? tr("Opening…")
                                                  : tr("Not connected");
    if (m_connection->text() != words) {
        m_connection->setText(words);
        m_connection->setAccessibleName(tr("Connection: %1").arg(words));
    }
    m_connection->setToolTip(m_trouble.isEmpty() ? tr("More about the connection (Ctrl+I)") : m_trouble);
    const JobRunner& runner = m_desk.runner();
    const Progress& p = runner.progress();
    const bool isPosting = runner.isBusy();
    m_flight->setText(tr("%1 in flight")
                          .arg(isPosting               ? p.inFlight
                               : connection != nullptr ? connection->inFlight()
                                                       : 0));
    QString job = tr("No job is running");
    if (!isPosting && m_desk.drafts().isBusy())
        job = tr("Comparing with the server");
    else if (isPosting)
        job = runner.isStorageLost()   ? tr("Job #%1 paused: the disk is full").arg(runner.jobId())
              : runner.isNetworkLost() ? tr("Job #%1 paused: the network was lost").arg(runner.jobId())
              : runner.isPaused()
                  ? tr("Job #%1 paused").arg(runner.jobId())
                  : tr("Job #%1 running, %2%")
                        .arg(runner.jobId())
                        .arg(p.requestsPlanned > 0 ? 100 * p.requestsAnswered / p.requestsPlanned : 0);
    if (m_job->text() != job) {
        m_job->setText(job);
        m_job->setAccessibleName(job);
    }
    const RequestLog* log = connection != nullptr ? m_desk.session().log() : nullptr;
    const auto problem = log != nullptr ? log->problem() : std::nullopt;
    m_clock->setForegroundRole(toneRole(problem ? "refused" : "caption"));
    m_clock->setToolTip(problem ? problem->text() : QString());
    if (problem)
        m_clock->setText(tr("The log cannot be written"));
    else if (connection == nullptr || !connection->knowsServerClock())
        m_clock->clear();
    else if (connection->clockSkew().count() == 0)
        m_clock->setText(tr("The server's clock agrees"));
    else
        m_clock->setText(tr("The server's clock differs by %1 s").arg(connection->clockSkew().count()));
}

} // namespace rangedesk::ui
