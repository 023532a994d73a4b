// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connection_panel.h"

#include "common/certificate_card.h"
#include "common/environment_band.h"
#include "openapi/proxy.h"
#include "session/worker.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds tick{500};

} // namespace

ConnectionPanel::ConnectionPanel(Desk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("connectionPanel"));
    resize(560, 480);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new EnvironmentBand(desk.environment(), this));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto* content = new QWidget(scroll);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(24, 18, 24, 14);
    m_column->setSpacing(14);
    m_title = makeLabel(content, {}, Type::PageTitle);
    m_column->addWidget(m_title);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(9);
    form->setLabelAlignment(Qt::AlignLeft);
    for (std::size_t i = 0; i < FactCount; ++i) {
        m_names.at(i) = makeLabel(content, {}, Type::Caption, "caption");
        m_values.at(i) = makeParagraph(content, {}, Type::Body, "");
        m_values.at(i)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(m_names.at(i), m_values.at(i));
    }
    m_column->addLayout(form);
    m_column->addStretch();
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    QFrame* foot = makePane(this, "paneFoot");
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 12, 24, 12);
    m_copy = makeButton(foot, "", "copy");
    m_close = makeButton(foot);
    m_test = makeButton(foot, "primary", "retry");
    m_test->setObjectName(QStringLiteral("connection.test"));
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_test);
    outer->addWidget(foot);
    connect(m_test, &QPushButton::clicked, this, &ConnectionPanel::test);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        if (isVisible())
            showState();
    });
    m_ticker.start();
    translated(this, [this] { setTexts(); });
}

void ConnectionPanel::setTexts()
{
    setWindowTitle(tr("Connection"));
    m_title->setText(tr("Connection"));
    const std::array<QString, FactCount> names{
        tr("State"),       tr("Address"),   tr("Proxy"),
        tr("Certificate"), tr("Clock"),     tr("Under way"),
        tr("Rate now"),    tr("Slow-down"), tr("Sent since it was opened")};
    for (std::size_t i = 0; i < FactCount; ++i)
        m_names.at(i)->setText(names.at(i));
    setButtonText(m_copy, tr("Copy"));
    setButtonText(m_close, tr("Close"), Qt::Key_Escape);
    showState();
}

void ConnectionPanel::setFact(Fact fact, const QString& value, const char* tone)
{
    QLabel* label = m_values.at(fact);
    label->setForegroundRole(toneRole(tone));
    if (label->text() == value)
        return;
    label->setText(value);
    label->setAccessibleName(m_names.at(fact)->text() + QStringLiteral(": ") + value);
}

QString ConnectionPanel::stateWords(const ConnectionStatus& status, const char** tone) const
{
    *tone = "warning";
    if (status.refusedCertificate) {
        *tone = "refused";
        return tr("Refused: the server's certificate is not trusted. %1")
            .arg(faultSentences(*status.refusedCertificate));
    }
    if (status.unreachableSince) {
        const auto seconds = status.unreachableSince->secsTo(QDateTime::currentDateTime());
        return tr("No answer for %1. %2").arg(durationText(static_cast<double>(seconds)), status.problem);
    }
    *tone = "";
    if (!status.wasReached)
        return tr("Not asked yet");
    *tone = "added";
    return tr("The server answers");
}

void ConnectionPanel::showState()
{
    setButtonText(m_test, m_isTesting ? tr("Asking…") : tr("Ask the server once"));
    const Connection* connection = m_desk.connection();
    m_test->setEnabled(connection != nullptr);
    if (connection == nullptr) {
        setFact(State, tr("Not open yet"));
        return;
    }
    if (!std::exchange(m_hasAskedProxy, true)) // the system may take its time
        inWorker(
            this, [connection] { return proxyText(connection->settings()); },
            [this](const QString& proxy) {
                m_proxy = proxy;
                showState();
            },
            &m_desk.readers());
    const ConnectionStatus status = connection->status();
    const ConnectionSettings& settings = connection->settings();
    const char* tone = "";
    const QString state = stateWords(status, &tone);
    setFact(State, state, tone);
    setFact(Address, m_desk.isDemo()
                         ? tr("the demo server on this computer, %1").arg(settings.baseUrl.toString())
                         : settings.baseUrl.toString());
    setFact(Proxy, m_proxy);
    showCertificate(status);
    const auto skew = connection->clockSkew().count();
    setFact(Clock, !connection->knowsServerClock() ? tr("not known yet")
                   : skew == 0                     ? tr("agrees with the server's")
                   : skew > 0 ? tr("the server's is %1 s ahead; signatures use the server's").arg(skew)
                              : tr("the server's is %1 s behind; signatures use the server's").arg(-skew));
    setFact(Flight, tr("%1 of at most %2 requests, %3 wait for their turn")
                        .arg(status.inFlight)
                        .arg(settings.inFlight)
                        .arg(status.waiting));
    const QString rate = QString::number(status.requestsPerSecond, 'f', 1);
    setFact(Rate, settings.requestsPerSecond > 0
                      ? tr("%1 answers a second; at most %2").arg(rate).arg(settings.requestsPerSecond)
                      : tr("%1 answers a second; no limit is set").arg(rate));
    setFact(SlowDown,
            status.isSlowedDown
                ? tr("in force since %1: %2")
                      .arg(status.slowedAt.toString(QStringLiteral("HH:mm:ss")), status.slowReason)
            : status.slowedAt.isValid()
                ? tr("none; the last at %1: %2")
                      .arg(status.slowedAt.toString(QStringLiteral("HH:mm:ss")), status.slowReason)
                : tr("none"),
            status.isSlowedDown ? "warning" : "");
    setFact(Sent, tr("%1 that read, %2 that change something")
                      .arg(figure(connection->readsSent()), figure(connection->writesSent())));
}

void ConnectionPanel::showCertificate(const ConnectionStatus& status)
{
    const bool isRefused = status.refusedCertificate != nullptr;
    const bool isPlain = m_desk.connection()->settings().baseUrl.scheme() == QLatin1String("http");
    setFact(Certificate,
            isRefused            ? tr("refused, see below")
            : isPlain            ? tr("none: not encrypted, to this computer only")
            : status.certificate ? tr("trusted, see below")
                                 : tr("not seen yet"),
            isRefused ? "refused" : "");
    const CertificateFacts* facts = isRefused            ? &status.refusedCertificate->certificate
                                    : status.certificate ? &*status.certificate
                                                         : nullptr;
    const QString shown =
        facts == nullptr ? QString() : facts->fingerprint + QString::number(isRefused ? 1 : 0);
    if (shown == m_shownFingerprint)
        return;
    m_shownFingerprint = shown;
    delete m_certificate;
    m_certificate = nullptr;
    if (facts == nullptr)
        return;
    m_certificate = new CertificateCard(
        *facts, isRefused ? status.refusedCertificate->faults : std::vector<CertificateFault>{}, this);
    m_column->insertWidget(m_column->count() - 1, m_certificate);
}

void ConnectionPanel::test()
{
    if (m_desk.connection() == nullptr || m_isTesting)
        return;
    m_isTesting = true;
    showState();
    m_desk.askServer(this, [this] {
        m_isTesting = false;
        showState();
        Q_EMIT tested();
    });
}

QString ConnectionPanel::text() const
{
    QStringList lines;
    for (std::size_t i = 0; i < FactCount; ++i)
        lines << m_names.at(i)->text() + QStringLiteral(": ") + m_values.at(i)->text();
    const Connection* connection = m_desk.connection();
    if (connection != nullptr) {
        const ConnectionStatus status = connection->status();
        if (status.refusedCertificate)
            lines << certificateText(*status.refusedCertificate);
        else if (status.certificate)
            lines << factsText(*status.certificate);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace rangedesk::ui
