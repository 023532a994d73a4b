// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "store/job_record.h"

namespace rangedesk {

/// States, comparisons, base values and refusals of a batch for the journal: a few bytes a row.
QByteArray packRows(const Batch& batch);
/// Puts them back into a batch made from the same rows. Storage where they do not fit.
Result<void> unpackRows(const QByteArray& bytes, Batch& batch);

/// How many rows were packed.
std::size_t packedRowCount(const QByteArray& bytes);

/// States of rows as the journal's requests tell them, in the order they were sent.
void applyRequests(Batch& batch, const std::vector<RequestRecord>& requests);

/// Repeats share the outcome of their first row.
void shareOutcomes(Batch& batch);

/// Requests that left, or may have left.
std::int64_t countSent(const std::vector<RequestRecord>& requests);

/// The row counts; they balance (decisions 22). Requests and reads are left at zero.
JobCounts countRows(const Batch& batch);

} // namespace rangedesk
