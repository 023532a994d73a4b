// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/run_step.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/page.h"

namespace rangedesk::ui {

namespace {

/// A run in which nothing moves for so long says so.
constexpr qint64 stalledAfterMs = 30000;

} // namespace

RunStep::RunStep(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* head = makePane(left, "toolBar");
    auto* headColumn = new QVBoxLayout(head);
    headColumn->setContentsMargins(20, 14, 20, 12);
    headColumn->setSpacing(8);
    auto* line = new QHBoxLayout;
    m_percent = makeLabel(head, {}, Type::Figure);
    m_count = makeLabel(head, {}, Type::PaneTitle);
    m_left = makeLabel(head, {}, Type::Body, "caption");
    m_pulse = makeLabel(head, {}, Type::Body, "caption");
    line->addWidget(m_percent);
    line->addWidget(m_count);
    line->addWidget(m_left);
    line->addStretch();
    line->addWidget(m_pulse);
    headColumn->addLayout(line);
    m_bar = new SegmentedBar(head);
    headColumn->addWidget(m_bar);
    m_equation = makeLabel(head, {}, Type::Caption, "caption");
    headColumn->addWidget(m_equation);
    column->addWidget(head);

    QFrame* tools = makePane(left, "toolBar");
    auto* toolRow = new QHBoxLayout(tools);
    toolRow->setContentsMargins(14, 7, 14, 7);
    m_tableTitle = makeLabel(tools, {}, Type::PaneTitle);
    toolRow->addWidget(m_tableTitle);
    toolRow->addSpacing(8);
    m_requests = new RequestModel(this);
    for (int i = 0; i < 4; ++i) {
        auto* chip = new QToolButton(tools);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setChecked(i == 0);
        toolRow->addWidget(chip);
        m_filters.push_back(chip);
        connect(chip, &QToolButton::clicked, this, [this, i] {
            m_requests->setFilter(static_cast<RequestModel::Filter>(i));
            showProgress();
        });
    }
    toolRow->addStretch();
    m_follow = new QCheckBox(tools);
    m_follow->setChecked(true);
    toolRow->addWidget(m_follow);
    column->addWidget(tools);
    m_table = new TableView(left);
    m_table->setObjectName(QStringLiteral("run.table"));
    m_table->setModel(m_requests);
    m_table->setSortingEnabled(false);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("run"), {{Look::Mark, 110, 130},
                                                {Look::Figure, 78, 82},
                                                {Look::Text, 230, 230},
                                                {Look::Text, 96, 116},
                                                {Look::Figure, 66, 96},
                                                {Look::Text, 220, 220, true},
                                                {Look::Figure, 84, 84}});
    column->addWidget(m_table, 1);
    row->addWidget(left, 1);

    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(Theme::instance().scaled(330));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(size::padding, 14, size::padding, 8);
    top->setSpacing(8);
    auto* speedLine = new QHBoxLayout;
    m_speedTitle = makeLabel(side, {}, Type::PaneTitle);
    m_speed = makeLabel(side, {}, Type::Body, "caption");
    speedLine->addWidget(m_speedTitle);
    speedLine->addStretch();
    speedLine->addWidget(m_speed);
    m_chart = new SpeedChart(side);
    m_slow = new Note(Mark::Warning, side);
    m_slow->hide();
    m_facts = new QFormLayout;
    m_facts->setVerticalSpacing(6);
    m_facts->setHorizontalSpacing(20);
    for (int i = 0; i < 4; ++i) {
        m_factNames.push_back(makeLabel(side, {}, Type::Caption, "caption"));
        m_factValues.push_back(makeParagraph(side, {}, Type::Caption, ""));
        m_facts->addRow(m_factNames.back(), m_factValues.back());
    }
    top->addLayout(speedLine);
    top->addWidget(m_chart);
    top->addWidget(m_slow);
    top->addSpacing(6);
    top->addLayout(m_facts);
    sideColumn->addLayout(top);
    sideColumn->addStretch();
    QFrame* foot = makePane(side, "paneFoot");
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(size::padding, 12, size::padding, 14);
    footColumn->setSpacing(10);
    m_ifCancelled = makeParagraph(foot, {}, Type::Caption);
    footColumn->addWidget(m_ifCancelled);
    auto* buttons = new QHBoxLayout;
    m_pause = makeButton(foot, "", "pause");
    m_pause->setObjectName(QStringLiteral("run.pause"));
    m_pause->setProperty("large", true);
    m_cancel = makeButton(foot, "danger", "stop");
    m_cancel->setObjectName(QStringLiteral("run.cancel"));
    m_cancel->setProperty("large", true);
    buttons->addWidget(m_pause, 1);
    buttons->addWidget(m_cancel, 1);
    footColumn->addLayout(buttons);
    sideColumn->addWidget(foot);
    row->addWidget(side);

    JobRunner& runner = desk.runner();
    connect(m_pause, &QPushButton::clicked, this, [&runner] { runner.setPaused(!runner.isPaused()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const int answer =
            dialogs().ask(this, {tr("Cancel what was not sent?"),
                                 m_ifCancelled->text() + QLatin1Char('\n') +
                                     tr("A cancelled job cannot be resumed; the sheet can be imported again, "
                                        "and rows that the server holds "
                                        "already are left alone."),
                                 {{tr("Go on sending")}, {m_cancel->accessibleName(), "danger"}},
                                 0});
        if (answer == 1)
            m_desk.runner().cancel();
    });
    connect(&runner, &JobRunner::progressed, this, &RunStep::showProgress);
    connect(&runner, &JobRunner::taskChanged, this, &RunStep::showControls);
    connect(&runner, &JobRunner::requestsMoved, this, &RunStep::takeMoves);
    m_sampler.setInterval(1000);
    connect(&m_sampler, &QTimer::timeout, this, &RunStep::sample);
    translated(this, [this] { setTexts(); });
}

std::vector<QWidget*> RunStep::panes() const
{
    return {m_table, m_pause};
}

void RunStep::begin(const SharedOutcome& reviewed, std::int64_t jobId)
{
    m_jobId = jobId;
    m_requests->begin(reviewed);
    m_chart->clear();
    m_begun = QDateTime::currentDateTime();
    m_lastAnswer.start();
    m_sampledRequests = 0;
    m_sampler.start();
    m_follow->setChecked(true);
    setTexts();
}

void RunStep::takeMoves(const std::vector<RequestMove>& moves)
{
    // What never left, or was not answered, is no reply.
    const bool hasReply = std::any_of(moves.begin(), moves.end(), [](const RequestMove& move) {
        return move.request.state == RequestState::Accepted || move.request.state == RequestState::Rejected;
    });
    if (hasReply)
        m_lastAnswer.restart();
    m_requests->take(moves);
    if (m_follow->isChecked())
        m_table->scrollToBottom();
}

void RunStep::sample()
{
    if (!m_desk.runner().isBusy()) {
        m_sampler.stop();
        return;
    }
    const Progress& progress = m_desk.runner().progress();
    m_chart->add(static_cast<double>(progress.requestsAnswered - m_sampledRequests), progress.slowedDown);
    m_sampledRequests = progress.requestsAnswered;
    m_speed->setText(
        tr("%1 a second, %2 rows an hour")
            .arg(m_chart->last(), 0, 'f', 1)
            .arg(
                figure(m_desk.runner().isPaused() ? 0 : static_cast<qint64>(progress.rowsPerSecond * 3600))));
    const qint64 quiet = m_lastAnswer.elapsed();
    const bool isSending = progress.phase == JobPhase::Sending;
    m_pulse->setText(
        !isSending || m_desk.runner().isPaused() ? QString()
        : quiet > stalledAfterMs
            ? tr("Stalled: nothing has moved for %1").arg(durationText(static_cast<double>(quiet) / 1000))
            : tr("Last reply %1 s ago").arg(static_cast<double>(quiet) / 1000, 0, 'f', 1));
    showProgress();
    constexpr int secondsBetweenWords = 5;
    if (++m_samples % secondsBetweenWords == 0 && isVisible())
        announce(window(), m_count->text() + QLatin1Char(' ') + m_left->text());
}

void RunStep::setTexts()
{
    m_tableTitle->setText(tr("Requests"));
    m_table->setAccessibleName(tr("Requests of the job"));
    m_table->setEmptyText(tr("No request has left yet."));
    m_follow->setText(tr("Follow the newest"));
    m_speedTitle->setText(tr("Speed"));
    const QStringList names{tr("Environment"), tr("Begun"), tr("Journal"), tr("Verification")};
    for (std::size_t i = 0; i < m_factNames.size(); ++i)
        m_factNames[i]->setText(names.value(static_cast<qsizetype>(i)));
    showControls();
    showProgress();
}

void RunStep::showControls()
{
    const JobRunner& runner = m_desk.runner();
    const bool isPaused = runner.isPaused();
    const Progress& progress = runner.progress();
    const qint64 unsent =
        std::max<qint64>(0, progress.requestsPlanned - progress.requestsAnswered - progress.inFlight);
    m_pause->setIcon(icon(isPaused ? "run" : "pause"));
    setButtonText(m_pause, isPaused ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(runner.isBusy() && !runner.isEnding());
    setButtonText(m_cancel, runner.isEnding() ? tr("Ending…") : tr("Cancel %1 unsent").arg(figure(unsent)));
    m_cancel->setEnabled(runner.isBusy() && !runner.isEnding());
}

void RunStep::showProgress()
{
    const JobRunner& runner = m_desk.runner();
    const Progress& p = runner.progress();
    const qint64 answered = p.requestsAnswered;
    const qint64 unsent = std::max<qint64>(0, p.requestsPlanned - answered - p.inFlight);
    const double share = p.requestsPlanned > 0
                             ? 100.0 * static_cast<double>(answered) / static_cast<double>(p.requestsPlanned)
                             : 0;
    m_percent->setText(QString::number(share, 'f', 1) + QLatin1Char('%'));
    m_count->setText(tr("%1 of %2 requests").arg(figure(answered), figure(p.requestsPlanned)));
    QString state;
    switch (p.phase) {
    case JobPhase::Preview:
        state = tr("Reading the targets again before anything is sent: %1 readings").arg(figure(p.reads));
        break;
    case JobPhase::Sending:
        state = p.settling > 0 ? tr("Reading back %1 requests whose fate is unknown").arg(figure(p.settling))
                : runner.isPaused() ? tr("Paused: nothing new is sent")
                : runner.isEnding() ? tr("Ending: waiting for what is in flight")
                : p.secondsLeft >= 0
                    ? tr("about %1 left, done near %2")
                          .arg(durationText(p.secondsLeft), QTime::currentTime()
                                                                .addSecs(static_cast<int>(p.secondsLeft))
                                                                .toString(QStringLiteral("HH:mm")))
                    : tr("sending");
        break;
    case JobPhase::Verifying:
    case JobPhase::Reported:
        state = tr("Reading back what was accepted: %1 readings").arg(figure(p.reads));
        break;
    }
    m_left->setText(runner.isNetworkLost() ? tr("Paused: the network was lost")
                    : runner.isStorageLost()
                        ? tr("Paused: the journal cannot be written. Nothing leaves that is "
                             "not recorded. Free some space on the disk, then go on.")
                        : state);
    using Filter = RequestModel::Filter;
    const qint64 rejected = m_requests->count(Filter::Rejected);
    const qint64 unknown = m_requests->count(Filter::Unknown);
    m_bar->setSegments(p.requestsPlanned, {{std::max<qint64>(0, answered - rejected - unknown), Token::Chart1,
                                            false, tr("accepted")},
                                           {rejected, Token::Refused, false, tr("rejected")},
                                           {unknown, Token::Unknown, false, tr("unknown")},
                                           {p.inFlight, Token::Chart2, true, tr("in flight")}});
    m_equation->setText(tr("%1 with a result + %2 in flight + %3 not sent = %4 requests")
                            .arg(figure(answered), figure(p.inFlight), figure(unsent),
                                 figure(answered + p.inFlight + unsent)));
    const std::array<QString, 4> words{tr("All"), tr("Rejected"), tr("Unknown"), tr("Queued again")};
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const auto filter = static_cast<Filter>(i);
        m_filters[i]->setText(tr("%1 %2").arg(words.at(i), figure(m_requests->count(filter))));
        m_filters[i]->setAccessibleName(m_filters[i]->text());
        m_filters[i]->setChecked(m_requests->filter() == filter);
    }
    m_slow->setVisible(p.slowedDown);
    if (p.slowedDown)
        m_slow->setText(
            tr("The server asked to go slower. Requests leave at a greater distance and, while it does not "
               "object, step by step faster again."));
    const std::array<QString, 4> facts{
        environmentWord(m_desk.environment()) + QStringLiteral("   ") + m_desk.host(),
        tr("%1, %2 ago")
            .arg(m_begun.toString(QStringLiteral("HH:mm:ss")),
                 durationText(static_cast<double>(m_begun.secsTo(QDateTime::currentDateTime())))),
        tr("each request is on disk before it leaves"), tr("everything accepted is read back")};
    for (std::size_t i = 0; i < facts.size(); ++i)
        m_factValues[i]->setText(facts.at(i));
    m_ifCancelled->setText(tr("If cancelled now: %1 requests have a result, %2 in flight are waited for or "
                              "withdrawn, %3 are not sent.")
                               .arg(figure(answered), figure(p.inFlight), figure(unsent)));
    showControls();
}

} // namespace rangedesk::ui
