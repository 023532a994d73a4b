// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "bulk/posting.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/keys.h"
#include "common/preferences.h"
#include "core/language.h"
#include "ranges/explain_dialog.h"
#include "shell/connection_panel.h"
#include "shell/help_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QShortcut>

namespace rangedesk::ui {

MainWindow::MainWindow(Desk& desk) : m_desk(desk)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    dialogs().environment = desk.environment();
    setMinimumSize(900, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new EnvironmentBand(desk.environment(), this));
    m_title = new TitleBar(desk, this);
    column->addWidget(m_title);
    auto* offline = new OfflineBar(desk, this);
    column->addWidget(offline);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new Rail(this);
    row->addWidget(m_rail);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_status = new StatusLine(desk, this);
    column->addWidget(m_status);
    m_toast = new Toast(this);
    m_background = new Background(desk, this);
    connect(m_background, &Background::quitWanted, this, &QWidget::close);
    // Nothing begins while a question waits for its answer, or the window is about to go.
    desk.runner().setQueueGate(
        [this] { return !m_isClosing && QApplication::activeModalWidget() == nullptr; });
    connect(&desk.runner(), &JobRunner::queueStopped, this, [this] {
        if (jobs()->queuedCount() > 0)
            m_toast->show(Mark::Warning, tr("The jobs behind it wait until you begin one of them."),
                          tr("Show"), [this] { goTo(Place::Jobs); });
    });
    m_edits = new PendingEdits(desk, this);
    addPlaces();
    connect(m_edits, &PendingEdits::changed, this, &MainWindow::showEdits);
    connect(m_edits, &PendingEdits::failed, this,
            [this](const Error& error) { m_toast->show(Mark::Refused, error.text()); });
    const auto warn = [this](const Error& error) { m_toast->show(Mark::Warning, error.text()); };
    connect(&desk.catalogueKeeper(), &CatalogueKeeper::failed, this, warn);
    connect(&desk.picks(), &PickKeeper::failed, this, warn);
    connect(&desk.readings(), &ReadingKeeper::failed, this, warn);
    m_trouble = new StatePanel(m_stack);
    m_stack->addWidget(m_trouble);
    addKeys();

    connect(m_rail, &Rail::chosen, this, [this](int place) { goTo(static_cast<Place>(place)); });
    connect(m_title->languageButton(), &QToolButton::clicked, this, &MainWindow::switchLanguage);
    connect(m_title->goToButton(), &QPushButton::clicked, this, &MainWindow::goToAnything);
    connect(m_title->themeButton(), &QToolButton::clicked, this, &MainWindow::switchTheme);
    connect(m_title, &TitleBar::profileMenuWanted, this, &MainWindow::profileMenuWanted);
    connect(m_title, &TitleBar::lockToggled, this, [this] {
        if (m_desk.writeLock()->isOpen())
            m_desk.writeLock()->lock();
        else
            openWriteLock(this, m_desk);
    });
    connect(m_status, &StatusLine::connectionClicked, this, &MainWindow::showConnection);
    connect(m_status, &StatusLine::jobClicked, this,
            [this] { m_desk.runner().isBusy() ? showRun() : goTo(Place::Jobs); });
    JobRunner& runner = desk.runner();
    connect(&runner, &JobRunner::notOpened, this, &MainWindow::showTrouble);
    connect(&runner, &JobRunner::opened, this, [this] {
        goTo(m_place);
        jobs()->refresh(); // tells how many jobs wait for a person
        if (!m_filesToOpen.isEmpty())
            bulk()->openPaths(std::exchange(m_filesToOpen, {}));
    });
    for (EngineRunner* engine : std::initializer_list<EngineRunner*>{&runner, &desk.drafts()})
        connect(engine, &EngineRunner::taskChanged, this, [this] {
            if (m_isClosing && !isAtWork())
                close();
        });
    connect(offline, &OfflineBar::reachedAgain, this,
            [this] { m_toast->show(Mark::Accepted, tr("The server answers again.")); });
    translated(this, [this] { setTexts(); });
    restorePlace();
    goTo(Place::Bulk);
}

void MainWindow::addPlaces()
{
    const std::array<std::pair<const char*, const char*>, static_cast<std::size_t>(Place::Settings)> places{{
        {"campaign", "rail.campaigns"},
        {"review", "rail.review"},
        {"range", "rail.ranges"},
        {"customer-range", "rail.customers"},
        {"bulk", "rail.bulk"},
        {"jobs", "rail.jobs"},
        {"log", "rail.log"},
        {"catalogue", "rail.catalogue"},
    }};
    for (const auto& [iconName, name] : places)
        m_places.push_back(m_rail->addPlace(iconName, name));
    m_places.push_back(m_rail->addFoot("settings", "rail.settings"));
}

void MainWindow::tellEnd(const SharedOutcome& outcome)
{
    const JobCounts& c = outcome->job.counts;
    Mark mark = Mark::Verified;
    QString text = tr("Job #%1 has ended: %2 of %3 rows are verified")
                       .arg(outcome->job.id)
                       .arg(figure(c.verified), figure(c.planned));
    if (outcome->problem) {
        mark = Mark::Warning;
        text = outcome->problem->what;
    } else if (outcome->job.state == JobState::Cancelled) {
        mark = Mark::Ended;
        text = tr("Job #%1 was cancelled: %2 rows are verified, %3 were not sent")
                   .arg(outcome->job.id)
                   .arg(figure(c.verified), figure(c.notSent));
    }
    if (m_desk.wish().rehearsal && mark == Mark::Verified)
        m_toast->show(mark, text, tr("What it left behind"), [this] { showLeftBehind(); });
    else
        m_toast->show(mark, text, tr("Show"), [this, job = outcome->job.id] {
            const bool isOnBulk =
                bulk()->step() == BulkPage::Step::Result && bulk()->resultView()->outcome()->job.id == job;
            goTo(isOnBulk ? Place::Bulk : Place::Jobs);
            if (!isOnBulk)
                jobs()->choose(job);
        });
    m_background->tell(QStringLiteral("RangeDesk"), text);
    QApplication::alert(this);
}

void MainWindow::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, slot);
    };
    const auto current = [this] { return page(m_place); };
    const auto onBulk = [this](auto act) {
        return [this, act] {
            goTo(Place::Bulk);
            act();
        };
    };
    for (int i = 0; i < static_cast<int>(Place::Count); ++i)
        onKey(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i)),
              [this, i] { goTo(static_cast<Place>(i)); });
    onKey(QKeySequence::Open, onBulk([this] { bulk()->chooseFile(); }));
    onKey(QKeySequence::Paste, onBulk([this] { bulk()->pasteText(); }));
    onKey(QKeySequence::Find, [current] { current()->find(); });
    onKey(Qt::Key_F5, [current] { current()->refresh(); });
    onKey(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::Key_I)),
          [this] { showConnection(); });
    onKey(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::Key_K)), [this] { goToAnything(); });
    onKey(settingsKey, [this] { goTo(Place::Settings); });
    onKey(Qt::Key_F6, [this] { nextPane(1); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(-1); });
    onKey(Qt::Key_F1, [this] { m_title->helpButton()->click(); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        onKey(QKeySequence(static_cast<int>(Qt::CTRL) | enter), onBulk([this] { bulk()->goOn(); }));
        onKey(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::SHIFT) | enter),
              [current, review = onBulk([this] { bulk()->reviewOrPost(); })] {
                  if (!current()->reviewEdits())
                      review();
              });
    }
    onKey(Qt::Key_F8, [this] {
        if (m_place == Place::Jobs)
            jobs()->result()->table()->nextProblem();
        else
            bulk()->nextProblem();
    });
    connect(m_title->helpButton(), &QToolButton::clicked, this, [this] {
        auto* help = findChild<HelpWindow*>();
        if (help == nullptr)
            help = new HelpWindow(this);
        help->show();
        help->raise();
        help->activateWindow();
    });
}

void MainWindow::setTexts()
{
    const QStringList words{tr("Campaigns"), tr("Review"), tr("Ranges"),    tr("Customers"), tr("Bulk"),
                            tr("Jobs"),      tr("Log"),    tr("Catalogue"), tr("Settings")};
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i]->setTexts(words.value(static_cast<qsizetype>(i)),
                              QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + static_cast<int>(i))));
    const QString& profile = m_desk.wish().profile;
    m_title->setCompany(!profile.isEmpty() ? profile
                        : m_desk.isDemo()  ? tr("Demo company on this computer")
                                           : m_desk.host());
    setWindowTitle(
        tr("RangeDesk · %1 · %2")
            .arg(environmentWord(m_desk.environment()), profile.isEmpty() ? m_desk.host() : profile));
}

void MainWindow::restorePlace()
{
    const QByteArray kept = Preferences::value(QStringLiteral("window/geometry")).toByteArray();
    if (!kept.isEmpty() && restoreGeometry(kept))
        return;
    const QScreen* screen = QGuiApplication::primaryScreen();
    const QSize room = screen != nullptr ? screen->availableSize() : QSize(1440, 900);
    constexpr QSize frame(16, 56); // what the system puts around a window
    resize(QSize(1440, 900).boundedTo(room - frame));
}

void MainWindow::open(const QStringList& files)
{
    m_filesToOpen = files;
    m_desk.open();
}

void MainWindow::showTrouble(const Error& error)
{
    m_trouble->showError(error);
    connect(m_trouble->addWay("retry", tr("Try again"), {}), &QPushButton::clicked, this, [this] {
        m_trouble->showWaiting(tr("Opening…"));
        m_desk.open();
    });
    m_stack->setCurrentWidget(m_trouble);
}

void MainWindow::showWaiting(const QString& text)
{
    m_trouble->showWaiting(text);
    m_stack->setCurrentWidget(m_trouble);
}

void MainWindow::showKeyProblem(const Error& error, const std::function<void()>& typeIt,
                                const std::function<void()>& again)
{
    m_trouble->showError(error);
    QPushButton* type =
        m_trouble->addWay("key", tr("Type the appkey…"), tr("it is not shown, and never logged"));
    type->setObjectName(QStringLiteral("key.type"));
    connect(type, &QPushButton::clicked, this, typeIt);
    connect(m_trouble->addWay("retry", tr("Ask the keychain again"), {}), &QPushButton::clicked, this, again);
    m_stack->setCurrentWidget(m_trouble);
}

void MainWindow::goTo(Place place)
{
    m_place = place;
    m_rail->setCurrent(static_cast<int>(place));
    const bool isInTrouble = m_stack->currentWidget() == m_trouble && !m_desk.isOpen();
    if (isInTrouble)
        return;
    Page* shown = page(place);
    if (m_stack->currentWidget() == shown)
        return;
    m_stack->setCurrentWidget(shown);
    const auto panes = shown->panes();
    if (!panes.empty())
        panes.front()->setFocus();
    shown->shown();
}

void MainWindow::nextPane(int step)
{
    std::vector<QWidget*> panes = page(m_place)->panes();
    panes.push_back(m_places[static_cast<std::size_t>(m_place)]);
    std::erase_if(panes, [](const QWidget* pane) { return !pane->isVisible() || !pane->isEnabled(); });
    const auto count = static_cast<int>(panes.size());
    if (count == 0)
        return;
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (panes[static_cast<std::size_t>(i)]->hasFocus())
            at = i;
    }
    panes[static_cast<std::size_t>((at + step + count) % count)]->setFocus(Qt::TabFocusReason);
}

void MainWindow::switchLanguage()
{
    setLanguage(isChinese() ? QStringLiteral("en") : QStringLiteral("zh"));
    Preferences::setValue(QStringLiteral("window/language"),
                          isChinese() ? QStringLiteral("zh") : QStringLiteral("en"));
}

void MainWindow::switchTheme()
{
    Theme& theme = Theme::instance();
    theme.setMode(theme.isDark() ? ThemeMode::Light : ThemeMode::Dark);
    Preferences::setValue(QStringLiteral("window/theme"), static_cast<int>(theme.mode()));
}

void MainWindow::showConnection()
{
    auto* panel = findChild<ConnectionPanel*>();
    if (panel == nullptr)
        panel = new ConnectionPanel(m_desk, this);
    panel->show();
    panel->raise();
    panel->activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (paths.isEmpty()) {
        m_toast->show(Mark::Warning, tr("Only files of this computer can be opened."));
        return;
    }
    event->acceptProposedAction();
    goTo(Place::Bulk);
    bulk()->openPaths(paths);
}

/// A running job is never left without a word.
/// What could not be written is lost with the window; it has tried every few seconds.
bool MainWindow::mayLeaveUnwritten()
{
    const auto mayLose = [this](const QString& title, const QString& text) {
        return dialogs().ask(this, {title, text, {{tr("Stay")}, {tr("Close all the same"), "danger"}}, 0}) ==
               1;
    };
    const bool isMade = m_pages.at(static_cast<std::size_t>(Place::Review)) != nullptr;
    if (isMade && review()->state().hasFailed() &&
        !mayLose(tr("The last decisions are not written"),
                 tr("Decisions on registrations could not be written to the disk. They are lost when the "
                    "window closes.")))
        return false;
    if (bulk()->holdsUnkept()) {
        goTo(Place::Bulk);
        if (!mayLose(
                tr("Changes could not be kept"),
                tr("What was made in a form could not be written to the disk. It is lost when the window "
                   "closes; it can be saved as a sheet in another place.")))
            return false;
    }
    const Result<void> kept = m_edits->flush();
    return kept || mayLose(tr("The last edits are not written"),
                           tr("Edits of ranges that wait to be posted could not be written to the disk. They "
                              "are lost when the window closes.") +
                               QLatin1Char('\n') + kept.error().text());
}

/// Something runs that is waited for before the window goes.
bool MainWindow::isAtWork() const
{
    return m_desk.runner().isBusy() || m_desk.drafts().isBusy();
}

void MainWindow::showRun()
{
    goTo(Place::Bulk);
    bulk()->showRun();
}

bool MainWindow::mayClose()
{
    if (!mayLeaveUnwritten())
        return false;
    JobRunner& runner = m_desk.runner();
    if (!runner.isBusy()) {
        if (!mayLeaveQueue())
            return false;
        m_desk.drafts().stop(); // only reading: nothing is lost
        m_isClosing = m_desk.drafts().isBusy();
        return !m_isClosing;
    }
    const Progress& p = runner.progress();
    std::vector<Question::Answer> answers{{tr("Keep it running")}, {tr("Stop, resume later"), "primary"}};
    if (Background::canHide())
        answers.push_back({tr("Go on in the background"), "primary"});
    const int answer = dialogs().ask(
        this, {tr("A job is still running"),
               tr("Job #%1: %2 requests have a result, %3 are in flight, %4 were not sent.\nStopping waits "
                  "for what is in "
                  "flight; the job can be resumed later.")
                   .arg(runner.jobId())
                   .arg(figure(p.requestsAnswered), figure(p.inFlight),
                        figure(std::max<qint64>(0, p.requestsPlanned - p.requestsAnswered - p.inFlight))),
               answers, 0});
    if (answer == 2)
        m_background->hideWindow();
    if (answer != 1)
        return false;
    runner.stop();
    m_desk.drafts().stop();
    m_isClosing = true; // the window goes when the last reply is there
    m_toast->show(Mark::Sending, tr("Stopping: waiting for what is in flight…"));
    return !isAtWork();
}

/// Jobs that wait for their time begin only while the program is there.
bool MainWindow::mayLeaveQueue()
{
    const int queued = jobs()->queuedCount();
    if (queued == 0)
        return true;
    std::vector<Question::Answer> answers{{tr("Stay open")}, {tr("Close all the same")}};
    if (Background::canHide())
        answers.push_back({tr("Stay in the background"), "primary"});
    const int answer = dialogs().ask(
        this,
        {tr("Jobs wait for their time"),
         tr("%1 jobs are to begin later. They begin only while RangeDesk is open; otherwise they stay in "
            "the list until you begin them.")
             .arg(queued),
         answers, 0});
    if (answer == 2)
        m_background->hideWindow();
    return answer == 1;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_isClosing && !mayClose()) {
        event->ignore();
        return;
    }
    if (isAtWork()) {
        event->ignore();
        return;
    }
    bulk()->keepDraft();
    Preferences::setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
    Q_EMIT closed();
}

} // namespace rangedesk::ui
