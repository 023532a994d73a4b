// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/plan.h"
#include "core/ceiling.h"
#include "core/error.h"

#include <QDateTime>
#include <QJsonObject>
#include <optional>

namespace rangedesk {

/// How long a person's word holds for a job: its scheduled start, and its resume after a break.
inline constexpr std::chrono::hours consentHolds{24};

/// What somebody agreed to: one plan, for a time (decisions 27). Kept with the job.
struct Consent
{
    QString profile; ///< the name as it was typed or given
    QString plan;    ///< `planHash` of what was shown; empty where that very batch is handed over
    QDateTime until; ///< UTC
    std::optional<Ceiling> raised;

    static Consent to(const QString& profile, const QString& plan, std::optional<Ceiling> raised = {});
    bool holds() const { return until.isValid() && QDateTime::currentDateTimeUtc() < until; }
};

QJsonObject toJson(const Consent& consent);
std::optional<Consent> consentFromJson(const QJsonObject& object);

/// What must hold before a plan of this profile may leave. Asked by the engine, whoever starts it.
struct PostingPolicy
{
    std::optional<Ceiling> ceiling;
    bool wantsConsent = false; ///< production
    QString profile;           ///< whose name consent must bear
    QString scope{};           ///< server and company: a plan for one is none for another
};

/// Names a plan by where and what it would send: server and company, operation, target, products and values
/// of every request, in any order of them. 16 hexadecimal digits.
QString planHash(const Batch& batch, std::size_t productsPerRequest, const QString& scope);

/// Why the rows of @p batch in state NotSent may not leave; nothing where they may. @param isAsShown the plan
/// must be the very one that was agreed to (a resumed one is what is left of it) @param openRequests of an
/// earlier run: after they are settled they may be sent again, or halved
std::optional<Error> refusalToPost(const PostingPolicy& policy, const std::optional<Consent>& consent,
                                   const Batch& batch, std::size_t productsPerRequest, bool isAsShown,
                                   std::int64_t openRequests = 0);

/// A word given anew for a job: what was agreed to before stays where the new word does not say otherwise.
Consent renewed(const Consent& word, const std::optional<Consent>& kept);

/// Whether the figures go beyond the ceiling, and in which respect.
bool exceedsRequests(const Ceiling& ceiling, const PlanSummary& sum);
bool exceedsRemovals(const Ceiling& ceiling, const PlanSummary& sum);

} // namespace rangedesk
