// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_page.h"

#include "common/preferences.h"

#include <QApplication>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds progressTick{200};

} // namespace

FactsPane makeFactsPane(QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setObjectName(QStringLiteral("sidePane"));
    scroll->setWidgetResizable(true);
    QFrame* pane = makePane(scroll, "sidePane");
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(size::padding, 14, size::padding, 14);
    column->setSpacing(10);
    QLabel* title = makeParagraph(pane, {}, Type::PaneTitle, "");
    auto* facts = new QFormLayout;
    facts->setLabelAlignment(Qt::AlignLeft);
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(7);
    column->addWidget(title);
    column->addLayout(facts);
    scroll->setWidget(pane);
    return {scroll, column, title, facts};
}

ListPage::ListPage(Desk& desk, const char* name, const char* iconName, RowModel* model, QWidget* parent)
    : Page(parent), m_desk(desk), m_model(model), m_icon(iconName), m_name(QLatin1String(name))
{
    setObjectName(m_name);
    m_model->setParent(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(this);
    m_cancel = makeButton(m_head, "", "stop");
    m_refresh = makeButton(m_head, "", "refresh");
    m_refresh->setObjectName(m_name + QStringLiteral(".refresh"));
    m_cancel->hide();
    m_everything = makeButton(m_head, "quiet");
    m_everything->setObjectName(m_name + QStringLiteral(".everything"));
    m_everything->hide();
    m_head->addRight(m_cancel);
    m_head->addRight(m_everything);
    m_head->addRight(m_refresh);
    column->addWidget(m_head);

    m_stack = new QStackedWidget(this);
    m_empty = new StatePanel(m_stack);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    auto* content = new QWidget(m_stack);
    m_content = new QVBoxLayout(content);
    QVBoxLayout* inner = m_content;
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    QFrame* tools = makePane(content, "toolBar");
    m_tools = new QHBoxLayout(tools);
    m_tools->setContentsMargins(12, 8, 12, 8);
    m_search = makeSearchField(tools);
    m_search->setObjectName(m_name + QStringLiteral(".search"));
    m_search->setMaximumWidth(320);
    m_facets = new EquationBar(tools);
    m_tools->addWidget(m_search, 2);
    m_tools->addWidget(m_facets, 3);
    inner->addWidget(tools);
    m_note = new Note(Mark::Warning, content);
    m_note->hide();
    inner->addWidget(m_note);
    m_splitter = new QSplitter(Qt::Horizontal, content);
    m_splitter->setChildrenCollapsible(true);
    m_views = new QStackedWidget(m_splitter);
    m_table = new TableView(m_views);
    addView(m_table, m_table);
    m_table->setObjectName(m_name + QStringLiteral(".table"));
    inner->addWidget(m_splitter, 1);
    QFrame* foot = makePane(content, "paneFoot");
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(12, 5, 12, 5);
    m_legend = makeLabel(foot, {}, Type::Caption, "caption");
    footRow->addWidget(m_legend);
    footRow->addStretch();
    makeExport(foot, footRow);
    inner->addWidget(foot);
    m_stack->addWidget(content);

    m_ticker.setInterval(progressTick);
    connect(&m_ticker, &QTimer::timeout, this, &ListPage::tellProgress);
    connect(m_refresh, &QPushButton::clicked, this, [this] { read(false); });
    connect(m_everything, &QPushButton::clicked, this, &ListPage::readEverything);
    connect(m_cancel, &QPushButton::clicked, this, &ListPage::stopReading);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_facets, &EquationBar::facetChosen, m_model, &RowModel::setFacets);
    connect(m_model, &RowModel::settled, this, [this] {
        goToWanted();
        if (m_search->text().isEmpty() && m_facets->chosen() == 0)
            m_wanted.reset(); // all is shown: it is gone
        showState();
        showCounts();
        if (!isReading() && std::exchange(m_wantsView, false) && QApplication::focusWidget() == m_leftAt)
            focusView();
    });
    connect(
        this, &ListPage::readingEnded, this,
        [this] {
            if (std::exchange(m_readsNext, false)) // what was wished for while another reading was under way
                refresh();
        },
        Qt::QueuedConnection);
    connect(m_table, &TableView::exported, this,
            [this](const QString& path) { Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path)); });
    connect(m_table, &TableView::exportFailed, this,
            [this](const QString& why) { Q_EMIT told(Mark::Refused, why); });
    auto* leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        if (isReading())
            stopReading();
        else if (!m_search->text().isEmpty())
            m_search->clear();
        else
            focusView();
    });
    connect(&m_desk.runner(), &JobRunner::opened, this, [this] {
        if (isVisible())
            load();
        showState();
    });
}

ListPage::~ListPage()
{
    stopReading(); // or the worker goes on for as long as the server takes
}

/// What the context menu of the table offers, in sight: whatever view shows the rows.
void ListPage::makeExport(QFrame* foot, QHBoxLayout* row)
{
    m_export = makeButton(foot, "link", "export");
    m_export->setObjectName(m_name + QStringLiteral(".exportRows"));
    row->addWidget(m_export);
    auto* menu = new QMenu(m_export);
    menu->setObjectName(m_name + QStringLiteral(".exports"));
    m_export->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        m_table->addExports(menu);
    });
    m_exportKey = new QShortcut(this);
    m_exportKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_exportKey, &QShortcut::activated, this, &ListPage::showExports);
}

void ListPage::exportFromHead(const QKeySequence& key)
{
    m_export->setProperty("kind", QString());
    m_head->addRight(m_export);
    m_exportKey->setKey(key);
}

void ListPage::showExports()
{
    if (m_export->isEnabled())
        m_export->showMenu();
}

void ListPage::shown()
{
    load();
}

/// What an earlier run of the program read is there at once; the server is asked when the person wants it.
void ListPage::load()
{
    if (m_hasLoaded || !m_desk.isOpen())
        return;
    m_hasLoaded = true;
    m_isLoading = startLoading();
    showState();
}

void ListPage::loadingDone(const std::optional<Error>& problem, const std::optional<ReadingMoment>& kept)
{
    m_isLoading = false;
    if (kept) {
        m_since = kept->startedAt;
        m_readAt = kept->readAt;
        m_isOfEarlierRun = true;
    }
    if (problem)
        Q_EMIT told(Mark::Warning, problem->text());
    if (m_reading)
        startReading(m_reading, m_readsEverything ? std::nullopt : m_since);
    showState();
    showCounts();
}

void ListPage::build(QWidget* detail, std::vector<ColumnSpec> columns, int rowHeight)
{
    m_table->setModel(m_model);
    m_table->setColumns(m_name, std::move(columns), rowHeight);
    m_splitter->addWidget(detail);
    const int table = m_splitter->indexOf(m_views);
    m_splitter->setStretchFactor(table, 3);
    m_splitter->setStretchFactor(table + 1, 1);
    m_splitter->setCollapsible(table, false);
    const QString key =
        QStringLiteral("splitter/%1%2").arg(m_name, table > 0 ? QStringLiteral("3") : QString());
    const QByteArray kept = Preferences::value(key).toByteArray();
    if (kept.isEmpty() || !m_splitter->restoreState(kept))
        m_splitter->setSizes(table > 0 ? QList<int>{214, 676, 410} : QList<int>{860, 400});
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this, key] { Preferences::setValue(key, m_splitter->saveState()); });
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) { showDetail(row); });
    translated(this, [this] { setTexts(); });
}

void ListPage::addLeft(QWidget* pane)
{
    m_splitter->insertWidget(0, pane);
}

std::vector<QWidget*> ListPage::panes() const
{
    if (m_stack->currentIndex() == 0)
        return {m_refresh};
    std::vector<QWidget*> all{m_search};
    if (m_splitter->widget(0) != m_views && m_splitter->widget(0)->isVisibleTo(this))
        all.push_back(m_splitter->widget(0)->findChild<QAbstractItemView*>());
    all.push_back(viewFocus());
    for (auto* table : m_splitter->widget(m_splitter->count() - 1)->findChildren<TableView*>())
        all.push_back(table);
    return all;
}

void ListPage::find()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ListPage::setTexts()
{
    const Texts words = texts();
    m_head->setTitle(words.title);
    m_table->setAccessibleName(words.title);
    m_search->setPlaceholderText(words.search);
    m_search->setAccessibleName(words.search);
    m_search->setToolTip(words.searchTip);
    const bool isOwn = !words.refresh.isEmpty();
    setButtonText(m_refresh, isOwn ? words.refresh : tr("Get recent changes"), Qt::Key_F5);
    m_refresh->setToolTip(isOwn ? QString()
                                : tr("Reads what changed since the last reading. Reading changes nothing."));
    setButtonText(m_export, tr("Export"), m_exportKey->key());
    setButtonText(m_cancel, tr("Cancel"), Qt::Key_Escape);
    setButtonText(m_everything, tr("Read all again"));
    showState();
    showCounts();
}

/// Empty, error or table: what the page has decides.
void ListPage::showState()
{
    const bool hasRows = m_model->source() != nullptr;
    m_stack->setCurrentIndex(hasRows ? 1 : 0);
    const QString nothing = hasRows && m_model->totalCount() == 0 ? texts().nothing : QString();
    m_table->setEmptyText(
        !nothing.isEmpty() ? nothing
                           : tr("Nothing matches. Esc clears the search; the chips above show all again."));
    m_refresh->setEnabled(!isReading() && m_desk.isOpen());
    m_cancel->setVisible(isReading());
    m_export->setVisible(hasRows);
    m_export->setEnabled(hasRows && m_model->totalCount() > 0);
    m_everything->setVisible(hasRows && !isReading() && texts().refresh.isEmpty() && partText().isEmpty());
    if (hasRows)
        return;
    if (isReading() || m_isLoading) {
        m_empty->showWaiting(isReading() ? tr("Reading…") : tr("Loading what was read before…"));
        return;
    }
    if (m_problem) {
        showProblem();
        return;
    }
    const Texts words = texts();
    m_empty->showEmpty(m_icon, words.emptyTitle, words.emptyText);
    if (addOwnWay(*m_empty))
        return;
    QPushButton* way = words.refresh.isEmpty()
                           ? m_empty->addWay("refresh", tr("Get recent changes"),
                                             tr("a few requests, some seconds"), Qt::Key_F5)
                           : m_empty->addWay("refresh", words.refresh, words.cost, Qt::Key_F5);
    way->setEnabled(m_desk.isOpen());
    connect(way, &QPushButton::clicked, this, [this] { read(false); });
}

void ListPage::addView(QWidget* view, QWidget* focus)
{
    m_views->addWidget(view);
    m_viewFocus.push_back(focus);
}

void ListPage::showView(int view)
{
    const bool hadFocus = m_views->isAncestorOf(QApplication::focusWidget());
    m_views->setCurrentIndex(view);
    if (hadFocus)
        focusView();
}

void ListPage::goToKey(std::uint64_t key)
{
    m_wanted = key;
    if (m_model->rowOfKey(key) < 0) {
        m_search->clear();
        m_facets->choose(0);
        m_model->setFacets(0);
        clearFilters();
    }
    goToWanted();
}

void ListPage::goToWanted()
{
    const int row = m_wanted ? m_model->rowOfKey(*m_wanted) : -1;
    if (row < 0)
        return;
    m_wanted.reset();
    m_table->goToRow(row);
    focusView();
}

void ListPage::showCounts()
{
    if (!m_model->source())
        return;
    const auto total = static_cast<qint64>(m_model->totalCount());
    m_facets->setTerms(tr("All"), total, facetTerms());
    const QString count = texts().count.arg(figure(total));
    const QString shown =
        m_model->rowCount() == total ? QString() : tr(", %1 shown").arg(figure(m_model->rowCount()));
    m_legend->setText(count + shown + QStringLiteral("   ·   ") + ageText());
    m_head->setCaption(count);
    // Where what was chosen is gone, what stands in its place is: the facts beside are always of something.
    const bool isNothingChosen = !m_table->selectionModel()->hasSelection();
    if ((!m_table->currentIndex().isValid() || isNothingChosen) && m_model->rowCount() > 0)
        m_table->goToRow(std::max(0, m_table->currentIndex().row()));
    showDetail(m_table->currentIndex().row());
}

QString ListPage::ageText() const
{
    if (QString part = partText(); !part.isEmpty())
        return part;
    if (!m_readAt.isValid())
        return tr("not read from the server yet");
    const QString time = m_readAt.toString(m_isOfEarlierRun ? QStringLiteral("yyyy-MM-dd HH:mm")
                                                            : QStringLiteral("MM-dd HH:mm:ss"));
    return m_isOfEarlierRun ? tr("as read on %1; F5 gets what changed since").arg(time)
                            : tr("read at %1").arg(time);
}

void ListPage::refreshWhatWasRead()
{
    if (isReading())
        readNext(); // it may have passed by what was written since
    else if (m_since)
        read(false);
}

void ListPage::read(bool everything)
{
    if (isReading() || !m_desk.isOpen())
        return;
    m_note->hide();
    m_problem.reset();
    const QWidget* focus = QApplication::focusWidget();
    m_reading = std::make_shared<ReadingProgress>();
    showState();
    // What was pressed to read is there no more.
    m_wantsView = isAncestorOf(focus) && QApplication::focusWidget() != focus;
    if (m_wantsView)
        m_cancel->setFocus();
    m_ticker.start();
    m_readsEverything = everything;
    if (!everything)
        load(); // what was kept spares reading all of it
    m_hasLoaded = true;
    if (!m_isLoading) // else it goes on when that is done
        startReading(m_reading, everything ? std::nullopt : m_since);
}

void ListPage::stopReading()
{
    m_readsNext = false;
    if (m_reading)
        m_reading->stop = true;
}

void ListPage::tellProgress()
{
    if (!m_reading)
        return;
    m_reading->stop = m_reading->stop || m_desk.isGoing();
    const QString text = m_reading->stop ? tr("Cancelling…")
                                         : tr("Reading… %1 records in %2 requests")
                                               .arg(figure(m_reading->records), figure(m_reading->pages));
    m_head->setCaption(text);
    if (m_stack->currentIndex() == 0)
        m_empty->showWaiting(text);
}

void ListPage::readingDone(const std::optional<Error>& problem, const std::optional<QDateTime>& startedAt)
{
    const auto tell = qScopeGuard([this] { Q_EMIT readingEnded(); });
    const bool cancelled = m_reading && m_reading->stop;
    m_reading.reset();
    m_ticker.stop();
    m_problem = cancelled ? std::nullopt : problem;
    m_wantsView = m_wantsView && m_cancel->hasFocus(); // whoever went elsewhere meanwhile is left there
    if (!problem && startedAt) {
        m_since = startedAt;
        m_readAt = QDateTime::currentDateTime();
        m_isOfEarlierRun = false;
    }
    showState();
    m_leftAt = QApplication::focusWidget();
    showCounts();
    if (problem && m_model->source() && std::exchange(m_wantsView, false))
        focusView();
    if (problem && cancelled) {
        Q_EMIT told(Mark::Excluded, tr("Reading was cancelled. What was read before is unchanged."));
    } else if (problem && m_model->source()) {
        showNote(Mark::Refused,
                 problem->text() + QLatin1Char(' ') + tr("What was read before is still shown."));
        connect(m_note->addButton(tr("Try again")), &QPushButton::clicked, this, [this] { read(false); });
    }
}

void ListPage::showNote(Mark mark, const QString& text)
{
    m_note->setMark(mark);
    m_note->setText(text);
    m_note->clearButtons();
    m_note->show();
}

/// Why there is nothing to show yet, and what can be done about it.
void ListPage::showProblem()
{
    m_head->setCaption({});
    const auto status = m_desk.connection() != nullptr ? m_desk.connection()->status() : ConnectionStatus();
    if (status.refusedCertificate)
        m_empty->showCertificate(*status.refusedCertificate);
    else if (status.unreachableSince)
        m_empty->showOffline(*m_problem);
    else
        m_empty->showError(*m_problem);
    QPushButton* again = m_empty->addWay("retry", tr("Try again"), {}, Qt::Key_F5);
    connect(again, &QPushButton::clicked, this, [this] { read(false); });
}

} // namespace rangedesk::ui
