// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"

namespace rangedesk {

/// SHA-256 of a file's bytes, as hexadecimal text.
QString hashOf(const std::string& bytes);

/// The options of a job as the journal keeps them, with encoding and delimiter as recognised.
QByteArray optionsToJson(const ImportOptions& options, const Batch& batch);
Result<ImportOptions> optionsOf(const JobRecord& job);
/// The same options with what somebody agreed to.
QByteArray withConsent(const QByteArray& options, const Consent& consent);
/// The same options with other comments.
QByteArray withComments(const QByteArray& options, const RowComments& comments);
/// The same options with the rows that are wanted whatever was expected.
QByteArray withAccepted(const QByteArray& options, const std::set<std::uint32_t>& rows);
/// The same options with another time of starting; an invalid one takes it and the consent away.
QByteArray withStart(const QByteArray& options, const QDateTime& startAt);
/// The same options of a job that was cancelled before it broke off.
QByteArray withCancelled(const QByteArray& options);

/// The copy of the rows, on disk before the job is recorded. Input where the file changed after its check.
Result<void> keepRows(const CheckedFile& file, const QString& key, const DataDirectory& data);

/// The rows of a job from its own copy, checked against the hash that was recorded with it.
Result<Batch> batchOfJob(const JobRecord& job, const DataDirectory& data, const ImportOptions& options);

} // namespace rangedesk
