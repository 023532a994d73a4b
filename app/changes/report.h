// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "store/job_record.h"

namespace rangedesk {

/// The outcome of a row in a word: "verified" or 核对一致.
QString outcomeName(RowState state);

/// The state of a job in a word: "running" or 运行中.
QString jobStateWord(JobState state);

/// What a row would change, or changed, in a word: "new", "changed", …
QString changeName(Comparison comparison);
/// The same with the flags before and after: "changed: must-sell no → yes".
QString describeChange(const Batch& batch, const Row& row);

/// Why a row ended as it did: the refusal, the server's words, or the note; translated but for the words.
QString explanation(const Batch& batch, const Row& row, const std::vector<RequestRecord>& requests);

/// Every row with its input columns byte for byte, then outcome, request id, server words, verified and
/// the reason. Storage where the file cannot be written.
Result<void> writeReport(const QString& path, const Batch& batch, const std::vector<RequestRecord>& requests);

/// The refused rows alone, with line, column, value and reason behind them: correct and import again.
Result<void> writeRefused(const QString& path, const Batch& batch);

} // namespace rangedesk
