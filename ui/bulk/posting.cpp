// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/posting.h"

#include "bulk/scheduling.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/widgets.h"
#include "models/kind_words.h"

#include <QCoreApplication>

namespace rangedesk::ui {

namespace {

struct PostingText
{
    Q_DECLARE_TR_FUNCTIONS(PostingText)
};

bool isProduction(const Desk& desk)
{
    return desk.environment() == Environment::Production;
}

QString place(const Desk& desk)
{
    const QString& profile = desk.wish().profile;
    return profile.isEmpty() ? desk.host() : profile;
}

QString targetsText(const PostingFigures& figures)
{
    const QString count = figure(figures.sum.targets);
    if (isOfCampaigns(figures.kind))
        return PostingText::tr("%1 campaigns").arg(count);
    return figures.kind == ChangeKind::RangeProducts ? PostingText::tr("%1 ranges").arg(count)
                                                     : PostingText::tr("%1 customers").arg(count);
}

QString unitAboveCeiling(const PostingFigures& figures, const Ceiling& ceiling)
{
    QStringList parts;
    if (exceedsRequests(ceiling, figures.sum))
        parts << PostingText::tr("%1 requests, the ceiling is %2")
                     .arg(figure(figures.sum.requests), figure(ceiling.requests));
    if (exceedsRemovals(ceiling, figures.sum))
        parts << PostingText::tr("%1 of %2 rows remove products, the ceiling is %3%")
                     .arg(figure(figures.sum.removals), figure(figures.sum.rows))
                     .arg(ceiling.removalPercent);
    return parts.join(PostingText::tr("; "));
}

QString waitOf(const PostingFigures& figures)
{
    return figures.after > 0 && !figures.startAt
               ? PostingText::tr("They go after job #%1, which is running.").arg(figures.after)
               : QString();
}

QStringList warningsOf(const PostingFigures& figures)
{
    QStringList texts;
    if (figures.sum.removals > 0)
        texts << PostingText::tr("%1 of the rows remove products.").arg(figure(figures.sum.removals));
    if (figures.sum.clears > 0 && figures.lost.count > 0)
        texts << PostingText::tr("Clearing takes away %1.").arg(describe(figures.lost, 8));
    if (figures.kind == ChangeKind::Registrations)
        texts << PostingText::tr("The platform cannot take registrations back.");
    if (figures.kind == ChangeKind::Campaigns)
        texts << PostingText::tr("The platform cannot delete campaigns; an undo of a new one ends it.");
    if (figures.notCompared > 0)
        texts << PostingText::tr("%1 of the rows could not be compared with the server.")
                     .arg(figure(figures.notCompared));
    return texts;
}

/// One confirmation is enough: not production, and within the ceiling.
bool askShort(QWidget* parent, const Desk& desk, const PostingFigures& figures)
{
    const QString rows = figure(figures.sum.rows);
    const QString requests = figure(figures.sum.requests);
    const QString products = figure(figures.sum.products);
    QString text;
    if (figures.kind == ChangeKind::Campaigns)
        text = PostingText::tr("%1 rows in %2 requests create or change %3.")
                   .arg(rows, requests, targetsText(figures));
    else if (figures.kind == ChangeKind::Registrations)
        text = PostingText::tr("%1 rows in %2 requests register %3 customers for %4.")
                   .arg(rows, requests, products, targetsText(figures));
    else
        text = PostingText::tr("%1 rows in %2 requests change %3 and %4 products.")
                   .arg(rows, requests, targetsText(figures), products);
    text += QLatin1Char('\n') +
            PostingText::tr("They go to: %1")
                .arg(environmentWord(desk.environment()) + QStringLiteral(" · ") + place(desk));
    if (figures.startAt)
        text += QLatin1Char('\n') +
                PostingText::tr("They begin %1, if RangeDesk is open then.").arg(startWord(*figures.startAt));
    if (const QString wait = waitOf(figures); !wait.isEmpty())
        text += QLatin1Char('\n') + wait;
    for (const QString& warning : warningsOf(figures))
        text += QLatin1Char('\n') + warning;
    text += QLatin1Char('\n') +
            PostingText::tr("The targets are read again first; rows that changed meanwhile are held back.");
    return dialogs().ask(parent,
                         {figures.startAt
                              ? PostingText::tr("Post to %1 at %2?")
                                    .arg(environmentWord(desk.environment()), startWord(*figures.startAt))
                              : PostingText::tr("Post to %1?").arg(environmentWord(desk.environment())),
                          text,
                          {{PostingText::tr("Back to the review")},
                           {figures.startAt ? PostingText::tr("Post %1 requests then").arg(requests)
                                            : PostingText::tr("Post %1 requests").arg(requests),
                            "primary"}},
                          0,
                          false}) == 1;
}

} // namespace

bool openWriteLock(QWidget* parent, Desk& desk)
{
    WriteLock* lock = desk.writeLock();
    if (lock == nullptr || lock->isOpen())
        return true;
    Confirmation question;
    question.title = PostingText::tr("Open the write lock of %1?").arg(place(desk));
    question.subtitle =
        PostingText::tr("While it is locked, nothing that changes the server leaves this program.");
    question.lines = {PostingText::tr("It locks again by itself after %1 minutes.")
                          .arg(static_cast<qint64>(desk.wish().lockOpens.count()))};
    question.name = desk.session().confirmName();
    question.back = PostingText::tr("Leave it locked");
    question.act = PostingText::tr("Open the write lock");
    question.kind = isProduction(desk) ? "production" : "primary";
    if (!dialogs().confirm(parent, question).isAgreed)
        return false;
    lock->openFor(desk.wish().lockOpens);
    return true;
}

std::optional<Consent> askToPost(QWidget* parent, Desk& desk, const PostingFigures& figures)
{
    if (!openWriteLock(parent, desk))
        return std::nullopt;
    const std::optional<Ceiling> ceiling = desk.wish().ceiling;
    const QString above = ceiling ? unitAboveCeiling(figures, *ceiling) : QString();
    const QString name = desk.session().confirmName();
    if (!isProduction(desk) && above.isEmpty())
        return askShort(parent, desk, figures) ? std::optional(Consent::to(name, {})) : std::nullopt;

    const PlanSummary& sum = figures.sum;
    Confirmation question;
    question.title = environmentWord(desk.environment()) + QStringLiteral("　") + place(desk);
    question.subtitle = PostingText::tr("What is posted holds at once for all customers it concerns.");
    question.stats = {{PostingText::tr("Requests"), figure(sum.requests), {}},
                      {targetsWord(figures.kind), figure(sum.targets), {}},
                      {PostingText::tr("Rows"), figure(sum.rows),
                       PostingText::tr("of %1 read").arg(figure(figures.rowsRead))}};
    if (figures.kind != ChangeKind::Campaigns)
        question.stats.insert(question.stats.begin() + 2,
                              {productsWord(figures.kind), figure(sum.products), {}});
    for (const QString& warning : warningsOf(figures))
        question.notes.emplace_back(Mark::Warning, warning);
    question.lines = {
        PostingText::tr("The targets are read again first; rows that changed meanwhile are held back.")};
    if (const QString wait = waitOf(figures); !wait.isEmpty())
        question.lines.prepend(wait);
    if (figures.startAt)
        question.lines.prepend(
            PostingText::tr("They begin %1, if RangeDesk is open then.").arg(startWord(*figures.startAt)));
    if (!above.isEmpty())
        question.checks.push_back({PostingText::tr("I mean it: %1").arg(above), true, false});
    WriteLock* lock = desk.writeLock();
    const bool canRelock = lock != nullptr && !lock->isOpenForGood();
    if (canRelock)
        question.checks.push_back({PostingText::tr("Lock again once it is done (else in %1)")
                                       .arg(durationText(static_cast<double>(lock->left().count()))),
                                   false, true});
    if (isProduction(desk))
        question.name = name;
    question.back = PostingText::tr("Back to the review");
    const QString where = environmentWord(desk.environment());
    question.act = isOfCampaigns(figures.kind)
                       ? PostingText::tr("Post %1 requests to %2 (%3)")
                             .arg(figure(sum.requests), where, targetsText(figures))
                       : PostingText::tr("Post %1 requests to %2 (%3, %4 products)")
                             .arg(figure(sum.requests), where, targetsText(figures), figure(sum.products));
    question.kind = isProduction(desk) ? "production" : "primary";
    const ConfirmationAnswer answer = dialogs().confirm(parent, question);
    if (!answer.isAgreed)
        return std::nullopt;
    if (canRelock && !answer.checks.empty())
        desk.setLocksAfterJob(answer.checks.back());
    Consent consent = Consent::to(name, {});
    if (!above.isEmpty())
        consent.raised =
            Ceiling{sum.requests,
                    sum.rows > 0 ? static_cast<int>((sum.removals * 100 + sum.rows - 1) / sum.rows) : 0};
    return consent;
}

std::optional<Consent> askToResume(QWidget* parent, Desk& desk, std::int64_t job)
{
    if (!openWriteLock(parent, desk))
        return std::nullopt;
    const QString name = desk.session().confirmName();
    if (!isProduction(desk))
        return Consent::to(name, {});
    Confirmation question;
    question.title = environmentWord(desk.environment()) + QStringLiteral("　") + place(desk);
    question.subtitle = PostingText::tr("Job #%1 goes on where it was interrupted.").arg(job);
    question.lines = {
        PostingText::tr("What was sent and got no answer is read back first. The targets of unsent rows "
                        "are read again; rows that changed meanwhile are held back.")};
    question.name = name;
    question.back = PostingText::tr("Not now");
    question.act = PostingText::tr("Resume job #%1 in %2").arg(job).arg(environmentWord(desk.environment()));
    question.kind = "production";
    return dialogs().confirm(parent, question).isAgreed ? std::optional(Consent::to(name, {})) : std::nullopt;
}

} // namespace rangedesk::ui
