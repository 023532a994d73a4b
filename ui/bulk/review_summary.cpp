// SPDX-License-Identifier: GPL-3.0-or-later
// What the box beside the rows says: where they come from, what posting comes to, what stays behind.
#include "bulk/check_step.h"
#include "bulk/review_step.h"
#include "changes/job_files.h"
#include "common/environment_band.h"
#include "common/page.h"
#include "models/kind_words.h"

namespace rangedesk::ui {

namespace {

/// Readings that verifying takes at least: the two windows of a reading back.
constexpr int readsToVerify = 2;

} // namespace

/// Where the changes come from, where that is no sheet: how exact an undo is stands before it is posted.
QStringList ReviewStep::originNotes() const
{
    const auto options = optionsOf(m_draft->job);
    QStringList notes;
    if (!options)
        return notes;
    if (options->undoes > 0) {
        const UndoSummary& undo = options->undo;
        QString text = tr("Undo of job #%1: %2 rows come back exactly as they were.")
                           .arg(options->undoes)
                           .arg(figure(undo.exact));
        const bool isOfCampaign = isOfCampaigns(m_draft->batch.kind);
        const auto add = [&text](const QString& sentence, std::int64_t rows) {
            if (rows > 0)
                text += QLatin1Char(' ') + sentence.arg(figure(rows));
        };
        add(tr("%1 only partly: a product from one supplier comes back for all suppliers, one listed twice "
               "comes back once."),
            isOfCampaign ? 0 : undo.partly);
        add(tr("%1 only partly: a campaign cannot be deleted, and is set to ended instead."), undo.ended);
        add(tr("%1 only partly: what the query had cut or left out before cannot be put back and stays as it "
               "is."),
            undo.cut);
        // Of an undo that an earlier version made the reasons were not counted.
        add(tr("%1 only partly."), isOfCampaign ? undo.partly - undo.ended - undo.cut : 0);
        add(tr("%1 cannot be undone: what was there before is not known."), undo.impossible);
        notes << text;
    }
    if (options->retries > 0)
        notes << tr("The rows of job #%1 that failed, are unknown or were not sent.").arg(options->retries);
    if (!options->sharedNote.isEmpty())
        notes << tr("From the colleague: %1").arg(options->sharedNote);
    return notes;
}

/// What is held, and what can be done about it.
QString ReviewStep::heldNote() const
{
    const qint64 held = m_rows->rows()->count(HeldFacet);
    QString text = tr("Held rows: %1. They are not sent; each tells why.").arg(figure(held));
    if (m_held.moved > 0)
        text += QLatin1Char(' ') +
                tr("Changed on the server meanwhile: %1. \"Take as compared\" posts yours over what is there "
                   "now.")
                    .arg(figure(m_held.moved));
    if (m_held.otherwise > 0)
        text += QLatin1Char(' ') +
                tr("Registered already with other information: %1. \"Take as compared\" reports them once "
                   "more, with yours.")
                    .arg(figure(m_held.otherwise));
    return text;
}

void ReviewStep::showSummary()
{
    const ConnectionSettings settings =
        m_desk.connection() != nullptr ? m_desk.connection()->settings() : ConnectionSettings{};
    const auto big = [](const QString& text) {
        return QStringLiteral("<span style='font-size:%1px; font-weight:400'>%2</span>")
            .arg(Theme::instance().scaled(22))
            .arg(text);
    };
    m_figures->setTextFormat(Qt::RichText);
    m_figures->setText(
        tr("%1 rows → %2 requests").arg(big(figure(m_summary.rows)), big(figure(m_summary.requests))));
    const double rate = settings.requestsPerSecond;
    const double seconds = rate > 0 ? static_cast<double>(m_summary.requests) / rate : 0;
    m_estimate->setText(m_summary.rows == 0 ? QString()
                        : rate > 0          ? tr("About %1 at this speed limit, done near %2")
                                         .arg(durationText(std::max(1.0, seconds)),
                                              QTime::currentTime()
                                                  .addSecs(static_cast<int>(seconds) + 1)
                                                  .toString(QStringLiteral("HH:mm")))
                                   : tr("As fast as the server answers"));
    const ChangeKind kind = m_draft->batch.kind;
    const double share = m_summary.rows == 0 ? 0
                                             : 100.0 * static_cast<double>(m_summary.removals) /
                                                   static_cast<double>(m_summary.rows);
    const std::array<std::pair<QString, QString>, 5> facts{{
        {targetsWord(kind), figure(m_summary.targets)},
        {productsWord(kind), kind == ChangeKind::Campaigns ? QString() : figure(m_summary.products)},
        {tr("Readings"), tr("%1 + at least %2").arg(figure(m_draft->job.counts.reads)).arg(readsToVerify)},
        {tr("Speed limit"), rate > 0 ? tr("%1 a second, %2 at once").arg(rate).arg(settings.inFlight)
                                     : tr("none, %1 at once").arg(settings.inFlight)},
        {tr("Share of removals"), QString::number(share, 'f', 1) + QLatin1Char('%')},
    }};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        m_factNames[i]->setText(facts.at(i).first);
        m_factValues[i]->setText(facts.at(i).second);
        for (QLabel* label : {m_factNames[i], m_factValues[i]})
            label->setVisible(!facts.at(i).second.isEmpty());
    }
    QStringList notes = describe(m_draft->batch.warnings);
    if (m_rows->rows()) {
        const qint64 refused = m_rows->rows()->count(RefusedFacet);
        const qint64 held = m_rows->rows()->count(HeldFacet);
        const qint64 notCompared = m_rows->rows()->count(NotComparedFacet);
        if (m_summary.rows == 0 && refused + held == 0)
            notes << tr("Everything in the sheet agrees with the server: there is nothing to post.");
        if (notCompared > 0)
            notes.prepend(tr("%1 rows cannot be compared with the server (nothing read names their values) "
                             "and are posted "
                             "all the same. Check them, or exclude them by their chip and Del.")
                              .arg(figure(notCompared)));
        m_export->setVisible(refused > 0);
        m_take->setVisible(m_held.moved + m_held.otherwise > 0);
        if (held > 0)
            notes << heldNote();
        if (refused > 0)
            notes << tr("Refused rows: %1. They are not sent and hold nothing back.").arg(figure(refused));
    }
    showWarnings(m_notes, notes, m_title->parentWidget());
    const QStringList origin = originNotes();
    for (qsizetype i = origin.size(); i-- > 0;) {
        auto* note = new Note(Mark::Changed, m_title->parentWidget());
        note->setText(origin[i]);
        m_notes->insertWidget(0, note);
    }
    m_post->setEnabled(m_summary.rows > 0 && isSettled());
    m_later->setEnabled(m_post->isEnabled());
    m_plan->setVisible(m_summary.requests > 0);
    const JobRunner& runner = m_desk.runner();
    setButtonText(m_post, m_summary.rows == 0 ? tr("Nothing to post")
                          : runner.isBusy()
                              ? tr("Post after job #%1…").arg(runner.jobId())
                              : tr("Post %1 requests (%2)…")
                                    .arg(figure(m_summary.requests), environmentWord(m_desk.environment())));
}

} // namespace rangedesk::ui
