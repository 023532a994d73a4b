// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/log_page.h"

#include "common/dialogs.h"
#include "session/log_words.h"
#include "session/worker.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rangedesk::ui {

namespace {

/// So many are shown; the export holds all.
constexpr std::size_t mostShown = 200000;

QPlainTextEdit* makeBody(QWidget* parent)
{
    auto* field = new QPlainTextEdit(parent);
    field->setReadOnly(true);
    field->setMinimumHeight(110);
    field->setWordWrapMode(QTextOption::WrapAnywhere);
    return field;
}

} // namespace

LogPage::LogPage(Desk& desk, QWidget* parent)
    : ListPage(desk, "log", "log", new LogModel, parent), m_log(static_cast<LogModel*>(m_model))
{
    m_verify = makeButton(head(), "", "verified");
    m_verify->setObjectName(QStringLiteral("log.verify"));
    m_export = makeButton(head(), "", "export");
    m_export->setObjectName(QStringLiteral("log.export"));
    head()->addRight(m_verify);
    head()->addRight(m_export);
    connect(m_verify, &QPushButton::clicked, this, &LogPage::verify);
    connect(m_export, &QPushButton::clicked, this, &LogPage::exportAll);
    using Look = ColumnLookKind;
    build(makeDetail(), {{Look::Code, 138, 138},
                         {Look::Mark, 116, 150},
                         {Look::Text, 132, 190},
                         {Look::Text, 200, 180, true},
                         {Look::Text, 150, 150},
                         {Look::Figure, 66, 66},
                         {Look::Figure, 64, 64},
                         {Look::Figure, 70, 70, false, true}});
    translated(this, [this] {
        setButtonText(m_verify, tr("Verify"));
        m_verify->setToolTip(
            tr("Goes over the chain of hashes: a line that was changed or taken out is found."));
        setButtonText(m_export, tr("Export all…"));
        setButtonText(m_curl, tr("Copy as curl"));
        m_curl->setToolTip(
            tr("A command for the shell. The signature is computed there from $RANGEDESK_APPKEY; the "
               "key is not in it."));
        setButtonText(m_copy, tr("Copy the facts"));
        m_requestTitle->setText(tr("What was sent"));
        m_replyTitle->setText(tr("What was answered"));
        m_request->setAccessibleName(m_requestTitle->text());
        m_reply->setAccessibleName(m_replyTitle->text());
        m_noBodies->setText(tr("Bodies are kept only where the settings say so."));
    });
}

QWidget* LogPage::makeDetail()
{
    const FactsPane facts = makeFactsPane(this);
    QWidget* pane = facts.title->parentWidget();
    QVBoxLayout* column = facts.column;
    m_title = facts.title;
    m_facts = facts.facts;
    auto* buttons = new FlowLayout(nullptr, 8);
    m_curl = makeButton(pane, "", "copy");
    m_curl->setObjectName(QStringLiteral("log.curl"));
    m_copy = makeButton(pane, "", "copy");
    buttons->addWidget(m_curl);
    buttons->addWidget(m_copy);
    m_requestTitle = makeLabel(pane, {}, Type::Caption, "caption");
    m_request = makeBody(pane);
    m_replyTitle = makeLabel(pane, {}, Type::Caption, "caption");
    m_reply = makeBody(pane);
    m_noBodies = makeParagraph(pane, {}, Type::Caption);
    column->addLayout(buttons);
    column->addWidget(m_requestTitle);
    column->addWidget(m_request, 1);
    column->addWidget(m_replyTitle);
    column->addWidget(m_reply, 1);
    column->addWidget(m_noBodies);
    column->addStretch();
    connect(m_curl, &QPushButton::clicked, this, [this] {
        if (!m_shown || m_desk.connection() == nullptr)
            return;
        QGuiApplication::clipboard()->setText(curlCommand(*m_shown, m_desk.connection()->settings()));
        Q_EMIT told(Mark::Accepted, tr("Copied. It needs the appkey in RANGEDESK_APPKEY."));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (int i = 0; i < m_facts->rowCount(); ++i) {
            const auto* name = qobject_cast<QLabel*>(m_facts->itemAt(i, QFormLayout::LabelRole)->widget());
            const auto* value = qobject_cast<QLabel*>(m_facts->itemAt(i, QFormLayout::FieldRole)->widget());
            lines << name->text() + QStringLiteral(": ") + value->text();
        }
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        Q_EMIT told(Mark::Accepted, tr("Copied."));
    });
    return facts.pane;
}

ListPage::Texts LogPage::texts() const
{
    return {tr("Log"),
            tr("Nothing was sent yet"),
            tr("Every request of this profile will stand here: when, about what, and what the server said."),
            tr("Operation, value, msg_id, the server's words"),
            tr("%1 requests"),
            tr("Show new entries"),
            {}};
}

std::vector<EquationBar::Term> LogPage::facetTerms() const
{
    const auto rows = m_log->rows();
    const auto term = [&](LogRows::Facet facet, LogOutcome outcome, bool always) {
        return EquationBar::Term{facet, markOf(outcome), logOutcomeWord(outcome), rows->count(facet), always};
    };
    return {
        term(LogRows::Answered, LogOutcome::Answered, true),
        term(LogRows::Refused, LogOutcome::Refused, true),
        term(LogRows::Unusable, LogOutcome::Unusable, false),
        term(LogRows::NoAnswer, LogOutcome::NoAnswer, true),
        term(LogRows::NotSent, LogOutcome::NotSent, false),
        term(LogRows::KeptBack, LogOutcome::KeptBack, false),
        {LogRows::Writes, Mark::Changed, tr("Changing something"), rows->count(LogRows::Writes), true, true}};
}

void LogPage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                           const std::optional<QDateTime>& since)
{
    struct Read
    {
        std::shared_ptr<const LogRows> rows;
        std::optional<Error> problem;
    };
    const auto work = [path = m_desk.data()->logPath(), log = m_desk.session().log(), progress,
                       earlier = since ? m_newest : nullptr] {
        if (log != nullptr)
            log->flush();
        auto read = earlier ? RequestLog::read(path, earlier->newest(), static_cast<std::int64_t>(mostShown))
                            : RequestLog::readNewest(path, static_cast<std::int64_t>(mostShown));
        if (!read)
            return Read{nullptr, read.error()};
        progress->records = static_cast<std::int64_t>(read->size());
        Read done{std::make_shared<const LogRows>(earlier, std::move(*read), mostShown), {}};
        if (log != nullptr)
            done.problem = log->problem(); // what stands there is shown all the same
        return done;
    };
    const auto done = [this](const Read& read) {
        if (read.rows) {
            m_newest = read.rows;
            if (read.rows->size() > 0)
                m_log->setSource(read.rows);
        }
        readingDone(read.problem, QDateTime::currentDateTime());
    };
    inWorker(this, work, done, &m_desk.readers());
}

void LogPage::showDetail(int row)
{
    const auto rows = m_log->rows();
    const bool isThere = rows && row >= 0 && row < m_log->rowCount();
    for (QWidget* part : std::initializer_list<QWidget*>{m_curl, m_copy})
        part->setVisible(isThere);
    if (!isThere) {
        while (m_facts->rowCount() > 0)
            m_facts->removeRow(0);
        m_shown.reset();
        for (QWidget* part :
             std::initializer_list<QWidget*>{m_requestTitle, m_request, m_replyTitle, m_reply, m_noBodies})
            part->hide();
        m_title->setText(tr("No entry is chosen"));
        return;
    }
    const LogEntry& entry = rows->entry(m_log->sourceRow(row));
    if (m_shown && m_shown->sequence == entry.sequence && m_facts->rowCount() > 0)
        return;
    m_shown = entry;
    showEntry(entry);
    showBodies(entry);
    inWorker(
        this,
        [path = m_desk.data()->logPath(), sequence = entry.sequence] {
            return RequestLog::readEntry(path, sequence);
        },
        [this, sequence = entry.sequence](const Result<std::optional<LogEntry>>& read) {
            if (!m_shown || m_shown->sequence != sequence || !read || !*read)
                return;
            m_shown = **read;
            showBodies(*m_shown);
        },
        &m_desk.readers());
}

void LogPage::showEntry(const LogEntry& entry)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    m_title->setText(operationWord(entry.operation));
    QWidget* owner = m_title->parentWidget();
    const auto add = [&](const QString& name, const QString& value, const char* tone = "") {
        if (value.isEmpty())
            return;
        QLabel* fact = makeParagraph(owner, value, Type::Body, tone);
        fact->setTextFormat(Qt::PlainText);
        fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addRow(makeLabel(owner, name, Type::Caption, "caption"), fact);
    };
    const bool isBad = entry.outcome == LogOutcome::Refused || entry.outcome == LogOutcome::Unusable;
    add(tr("Outcome"), logOutcomeWord(entry.outcome), isBad ? "refused" : "");
    add(tr("In words"), entry.words, isBad ? "refused" : "");
    add(QStringLiteral("return_code"), entry.code);
    add(QStringLiteral("HTTP"), entry.httpStatus == 0 ? QString() : QString::number(entry.httpStatus));
    add(tr("About"), logTargetWords(entry));
    if (!entry.about.isEmpty()) {
        LogEntry ids = entry;
        ids.about.clear();
        add(tr("As sent"), logTargetWords(ids));
    }
    add(tr("Time"), entry.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
    add(tr("Took"), tr("%1 ms").arg(figure(entry.milliseconds)));
    add(tr("Attempt"), entry.attempt > 1 ? QString::number(entry.attempt) : QString());
    add(tr("Sent, received"),
        tr("%1, %2").arg(dataSizeText(entry.bytesSent), dataSizeText(entry.bytesReceived)));
    add(tr("Profile"), entry.profile);
    add(QStringLiteral("msg_id"), entry.msgId);
    add(tr("Wire name"), entry.operation);
    add(tr("No."), QString::number(entry.sequence));
}

void LogPage::showBodies(const LogEntry& entry)
{
    const bool hasBodies = !entry.requestBody.isEmpty() || !entry.replyBody.isEmpty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_requestTitle, m_request, m_replyTitle, m_reply})
        part->setVisible(hasBodies);
    m_noBodies->setVisible(!hasBodies);
    m_request->setPlainText(QString::fromUtf8(entry.requestBody));
    m_reply->setPlainText(QString::fromUtf8(entry.replyBody));
}

void LogPage::verify()
{
    if (!m_desk.isOpen() || std::exchange(m_isVerifying, true))
        return;
    inWorker(
        this,
        [data = m_desk.data(), log = m_desk.session().log(), &going = m_desk.isGoing()] {
            if (log != nullptr)
                log->flush();
            return verifyLog(data->logPath(), data->journalPath(), &going);
        },
        [this](const Result<LogVerdict>& verdict) {
            m_isVerifying = false;
            const bool isWhole = verdict && verdict->isWhole();
            showNote(isWhole ? Mark::Verified : Mark::Refused,
                     verdict ? verdictWords(*verdict).join(QLatin1Char(' ')) : verdict.error().text());
            Q_EMIT verified();
        },
        &m_desk.readers());
}

void LogPage::exportAll()
{
    if (!m_desk.isOpen())
        return;
    const QString path = dialogs().saveFile(this, tr("Export the log"), tr("Requests.csv"));
    if (path.isEmpty())
        return;
    inWorker(
        this,
        [path, file = m_desk.data()->logPath(), log = m_desk.session().log(), &going = m_desk.isGoing()] {
            if (log != nullptr)
                log->flush();
            return exportLog(path, file, &going);
        },
        [this, path](const Result<std::int64_t>& written) {
            if (written)
                Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path));
            else
                showNote(Mark::Refused, written.error().text());
        },
        &m_desk.readers());
}

} // namespace rangedesk::ui
