// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/posting_guard.h"

#include "core/text.h"
#include "openapi/encode.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace rangedesk {

namespace {

struct GuardText
{
    Q_DECLARE_TR_FUNCTIONS(GuardText)
};

constexpr int shownDigits = 16;

Error locked(const QString& what, const QString& advice)
{
    return {ErrorKind::Locked, what, advice, {}, {}};
}

PlanSummary summaryOf(const Batch& batch, std::size_t productsPerRequest)
{
    std::vector<RowState> states;
    states.reserve(batch.rows.size());
    for (const Row& row : batch.rows)
        states.push_back(row.state);
    return summarisePlan(batch, states, productsPerRequest);
}

} // namespace

Consent Consent::to(const QString& profile, const QString& plan, std::optional<Ceiling> raised)
{
    return {profile, plan,
            QDateTime::currentDateTimeUtc().addSecs(std::chrono::seconds(consentHolds).count()), raised};
}

QJsonObject toJson(const Consent& consent)
{
    QJsonObject object{{QStringLiteral("profile"), consent.profile},
                       {QStringLiteral("plan"), consent.plan},
                       {QStringLiteral("until"), consent.until.toString(Qt::ISODate)}};
    if (consent.raised) {
        object[QStringLiteral("requests")] = static_cast<qint64>(consent.raised->requests);
        object[QStringLiteral("removalPercent")] = consent.raised->removalPercent;
    }
    return object;
}

std::optional<Consent> consentFromJson(const QJsonObject& object)
{
    Consent consent{object[QStringLiteral("profile")].toString(), object[QStringLiteral("plan")].toString(),
                    QDateTime::fromString(object[QStringLiteral("until")].toString(), Qt::ISODate),
                    std::nullopt};
    if (!consent.until.isValid())
        return std::nullopt;
    if (object.contains(QStringLiteral("requests")))
        consent.raised = Ceiling{object[QStringLiteral("requests")].toInteger(),
                                 object[QStringLiteral("removalPercent")].toInt()};
    return consent;
}

QString planHash(const Batch& batch, std::size_t productsPerRequest, const QString& scope)
{
    std::vector<QByteArray> digests;
    for (const PlannedRequest& request : planRequests(batch, productsPerRequest)) {
        const WireRequest wire = wireRequest(batch, request);
        std::string body = std::string(operationName(wire.operation)) + '\n' + encodeBody(wire);
        if (request.type == ChangeType::Clear) // its body does not say what goes
            body += std::to_string(batch.rows[request.rows.front()].base.digest);
        digests.push_back(QCryptographicHash::hash(QByteArrayView(body), QCryptographicHash::Sha256));
    }
    std::sort(digests.begin(), digests.end());
    QCryptographicHash all(QCryptographicHash::Sha256);
    all.addData(scope.toUtf8());
    for (const QByteArray& digest : digests)
        all.addData(digest);
    return QString::fromLatin1(all.result().toHex().left(shownDigits));
}

Consent renewed(const Consent& word, const std::optional<Consent>& kept)
{
    if (!kept)
        return word;
    Consent both = word;
    if (both.profile.isEmpty()) { // only a ceiling was raised: it is no new word for the plan
        both.profile = kept->profile;
        both.until = kept->until;
    }
    if (both.plan.isEmpty())
        both.plan = kept->plan;
    if (both.raised && kept->raised)
        both.raised = Ceiling{std::max(both.raised->requests, kept->raised->requests),
                              std::max(both.raised->removalPercent, kept->raised->removalPercent)};
    else if (kept->raised)
        both.raised = kept->raised;
    return both;
}

bool exceedsRequests(const Ceiling& ceiling, const PlanSummary& sum)
{
    return sum.requests > ceiling.requests;
}

bool exceedsRemovals(const Ceiling& ceiling, const PlanSummary& sum)
{
    return sum.removals * 100 > sum.rows * ceiling.removalPercent;
}

std::optional<Error> refusalToPost(const PostingPolicy& policy, const std::optional<Consent>& consent,
                                   const Batch& batch, std::size_t productsPerRequest, bool isAsShown,
                                   std::int64_t openRequests)
{
    PlanSummary sum = summaryOf(batch, productsPerRequest);
    sum.requests += openRequests;
    if (sum.requests == 0)
        return std::nullopt; // nothing would leave
    if (policy.wantsConsent && (!consent || consent->profile != policy.profile))
        return locked(GuardText::tr("Nobody has agreed to post this to production."),
                      GuardText::tr("Give the name of the profile: %1.").arg(policy.profile));
    if (policy.wantsConsent && !consent->holds())
        return locked(GuardText::tr("The agreement to post this has ended: it holds for %1 hours.")
                          .arg(consentHolds.count()),
                      GuardText::tr("Look at the plan again and give the name of the profile anew."));
    if (consent && isAsShown && !consent->plan.isEmpty()) {
        const QString plan = planHash(batch, productsPerRequest, policy.scope);
        if (plan != consent->plan)
            return locked(GuardText::tr("The plan is not the one that was agreed to: %1 then, %2 now.")
                              .arg(consent->plan, plan),
                          GuardText::tr("The server or the sheet has changed. Look at the changes again."));
    }
    if (!policy.ceiling)
        return std::nullopt;
    Ceiling ceiling = *policy.ceiling;
    if (consent && consent->raised) {
        ceiling.requests = std::max(ceiling.requests, consent->raised->requests);
        ceiling.removalPercent = std::max(ceiling.removalPercent, consent->raised->removalPercent);
    }
    const QString advice = GuardText::tr("If that is meant, raise the ceiling for this job on purpose.");
    if (exceedsRequests(ceiling, sum))
        return locked(GuardText::tr("%1 requests are more than the ceiling of %2 a job.")
                          .arg(sum.requests)
                          .arg(ceiling.requests),
                      advice);
    if (isAsShown && exceedsRemovals(ceiling, sum))
        return locked(GuardText::tr("%1 of %2 rows remove products: more than the ceiling of %3%.")
                          .arg(sum.removals)
                          .arg(sum.rows)
                          .arg(ceiling.removalPercent),
                      advice);
    return std::nullopt;
}

} // namespace rangedesk
