// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "rules/explain.h"

#include <QJsonObject>

namespace rangedesk::cli {

/// How rules combine, by --policy. Usage for an unknown word.
Result<RulePolicy> policyOf(const Options& options);
/// What an answer takes for granted, for the JSON output: by names, and as a sentence.
QJsonObject assumptionObject(RulePolicy policy);

} // namespace rangedesk::cli
