// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/job_files.h"

#include "changes/campaign_rows.h"
#include "changes/check.h"
#include "changes/row_store.h"
#include "core/text.h"
#include "sheets/sheet_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

QJsonObject commentsToJson(const RowComments& comments)
{
    QJsonObject object;
    for (const auto& [row, text] : comments)
        object[QString::number(row)] = text;
    return object;
}

QJsonArray rowsToJson(const std::set<std::uint32_t>& rows)
{
    QJsonArray array;
    for (const std::uint32_t row : rows)
        array.append(static_cast<qint64>(row));
    return array;
}

/// With what a person accepted of it.
Result<Batch> checkedAgain(Sheet sheet, const ImportOptions& options)
{
    auto batch = checkSheet(std::move(sheet), options.kind, options.operation);
    if (batch)
        batch->accepted = options.accepted;
    return batch;
}

Result<Batch> checkBytes(std::string bytes, const ImportOptions& options)
{
    auto sheet = openSheet(std::move(bytes), options.sheet);
    return sheet ? checkedAgain(std::move(*sheet), options) : tl::unexpected(sheet.error());
}

} // namespace

QString hashOf(const std::string& bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray optionsToJson(const ImportOptions& options, const Batch& batch)
{
    QJsonObject object;
    object[QStringLiteral("operation")] = static_cast<int>(options.operation);
    object[QStringLiteral("encoding")] = toQString(encodingName(batch.sheet.encoding));
    object[QStringLiteral("delimiter")] = QString(QLatin1Char(batch.sheet.delimiter));
    object[QStringLiteral("ignored")] = QJsonArray::fromStringList(options.sheet.ignoredColumns);
    QJsonObject assigned;
    for (auto at = options.sheet.assigned.begin(); at != options.sheet.assigned.end(); ++at)
        assigned[at.key()] = at.value();
    if (!assigned.isEmpty())
        object[QStringLiteral("assigned")] = assigned;
    object[QStringLiteral("productsPerRequest")] = static_cast<qint64>(options.send.productsPerRequest);
    object[QStringLiteral("stopOnError")] = options.send.stopOnError;
    if (options.undoes > 0)
        object[QStringLiteral("undoes")] =
            QJsonArray{static_cast<qint64>(options.undoes),      static_cast<qint64>(options.undo.exact),
                       static_cast<qint64>(options.undo.partly), static_cast<qint64>(options.undo.impossible),
                       static_cast<qint64>(options.undo.ended),  static_cast<qint64>(options.undo.cut)};
    if (!options.sharedNote.isEmpty())
        object[QStringLiteral("sharedNote")] = options.sharedNote;
    if (!options.comments.empty())
        object[QStringLiteral("comments")] = commentsToJson(options.comments);
    if (!options.accepted.empty())
        object[QStringLiteral("accepted")] = rowsToJson(options.accepted);
    if (options.retries > 0)
        object[QStringLiteral("retries")] = static_cast<qint64>(options.retries);
    if (options.isCancelled)
        object[QStringLiteral("cancelled")] = true;
    if (options.consent)
        object[QStringLiteral("consent")] = toJson(*options.consent);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ImportOptions> optionsOf(const JobRecord& job)
{
    auto kind = sheetKindOfName(job.kind);
    if (!kind)
        return tl::unexpected(kind.error());
    const QJsonObject object = QJsonDocument::fromJson(job.options).object();
    auto encoding = encodingOfName(toUtf8(object[QStringLiteral("encoding")].toString()));
    if (!encoding)
        return tl::unexpected(encoding.error());
    const QString delimiter = object[QStringLiteral("delimiter")].toString();
    ImportOptions options;
    options.kind = kind->kind;
    options.operation = static_cast<OperationChoice>(std::clamp(
        object[QStringLiteral("operation")].toInt(), 0, static_cast<int>(OperationChoice::Count) - 1));
    options.sheet.encoding = *encoding;
    options.sheet.delimiter = delimiter.isEmpty() ? ',' : delimiter.at(0).toLatin1();
    for (const auto& name : object[QStringLiteral("ignored")].toArray())
        options.sheet.ignoredColumns << name.toString();
    options.send.productsPerRequest =
        static_cast<std::size_t>(std::max(1, object[QStringLiteral("productsPerRequest")].toInt(200)));
    options.send.stopOnError = object[QStringLiteral("stopOnError")].toBool();
    const QJsonArray undo = object[QStringLiteral("undoes")].toArray();
    options.undoes = undo.at(0).toInteger();
    // The last two are missing in jobs of earlier versions.
    options.undo = {undo.at(1).toInteger(), undo.at(2).toInteger(), undo.at(3).toInteger(),
                    undo.at(4).toInteger(), undo.at(5).toInteger(), {}};
    options.sharedNote = object[QStringLiteral("sharedNote")].toString();
    const QJsonObject comments = object[QStringLiteral("comments")].toObject();
    for (auto at = comments.begin(); at != comments.end(); ++at)
        options.comments[at.key().toUInt()] = at.value().toString();
    for (const auto& row : object[QStringLiteral("accepted")].toArray())
        options.accepted.insert(static_cast<std::uint32_t>(row.toInteger()));
    options.retries = object[QStringLiteral("retries")].toInteger();
    options.isCancelled = object[QStringLiteral("cancelled")].toBool();
    options.startAt = QDateTime::fromString(object[QStringLiteral("startAt")].toString(), Qt::ISODate);
    options.consent = consentFromJson(object[QStringLiteral("consent")].toObject());
    return options;
}

QByteArray withConsent(const QByteArray& options, const Consent& consent)
{
    QJsonObject object = QJsonDocument::fromJson(options).object();
    object[QStringLiteral("consent")] = toJson(consent);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withComments(const QByteArray& options, const RowComments& comments)
{
    QJsonObject object = QJsonDocument::fromJson(options).object();
    object[QStringLiteral("comments")] = commentsToJson(comments);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withAccepted(const QByteArray& options, const std::set<std::uint32_t>& rows)
{
    QJsonObject object = QJsonDocument::fromJson(options).object();
    object[QStringLiteral("accepted")] = rowsToJson(rows);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withStart(const QByteArray& options, const QDateTime& startAt)
{
    QJsonObject object = QJsonDocument::fromJson(options).object();
    if (startAt.isValid()) {
        object[QStringLiteral("startAt")] = startAt.toUTC().toString(Qt::ISODate);
    } else {
        object.remove(QStringLiteral("startAt"));
        object.remove(QStringLiteral("consent"));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withCancelled(const QByteArray& options)
{
    QJsonObject object = QJsonDocument::fromJson(options).object();
    object[QStringLiteral("cancelled")] = true;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Batch> batchOfJob(const JobRecord& job, const DataDirectory& data, const ImportOptions& options)
{
    auto bytes = data.load(data.rowsPath(job.key));
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (isSheetCopy(*bytes)) {
        auto sheet = sheetOfCopy(std::move(*bytes));
        return sheet ? checkedAgain(std::move(*sheet), options) : tl::unexpected(sheet.error());
    }
    // Jobs of the first versions kept the file's own bytes.
    if (hashOf(*bytes) != job.fileHash)
        return fail(
            ErrorKind::Storage, JobText::tr("The kept copy of the rows of job %1 is damaged.").arg(job.id),
            JobText::tr("Import the sheet again; rows that the server holds already are left unchanged."));
    return checkBytes(std::move(*bytes), options);
}

Result<void> keepRows(const CheckedFile& file, const QString& key, const DataDirectory& data)
{
    // What was checked is what is kept and sent. A file that is gone meanwhile changes nothing of it; one
    // that says something else now is not what the person has before their eyes.
    if (!file.isMade && QFileInfo::exists(file.path)) {
        const auto bytes = readSheetBytes(file.path);
        if (bytes && hashOf(*bytes) != file.hash)
            return fail(
                ErrorKind::Input,
                JobText::tr("%1 was changed after it was checked.").arg(QDir::toNativeSeparators(file.path)),
                JobText::tr("Check it again. Nothing was sent."));
    }
    return data.keep(data.rowsPath(key), {file.batch.sheet.text, sheetTrailer(file.batch.sheet)});
}

Result<CheckedFile> checkFile(const QString& path, const ImportOptions& options)
{
    auto bytes = readSheetBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    CheckedFile file;
    file.path = path;
    file.hash = hashOf(*bytes);
    auto batch = checkBytes(std::move(*bytes), options);
    if (!batch)
        return tl::unexpected(batch.error());
    file.batch = std::move(*batch);
    return file;
}

Result<JobOutcome> loadJob(JobRecord job, const DataDirectory& data, Journal& journal)
{
    const auto options = optionsOf(job);
    if (!options)
        return tl::unexpected(options.error());
    auto batch = batchOfJob(job, data, *options);
    if (!batch)
        return tl::unexpected(batch.error());
    auto requests = journal.requests(job.id);
    if (!requests)
        return tl::unexpected(requests.error());
    if (!job.rows.isEmpty()) {
        if (auto unpacked = unpackRows(job.rows, *batch); !unpacked)
            return tl::unexpected(unpacked.error());
    }
    const bool isOver =
        job.state == JobState::Done || job.state == JobState::Cancelled || job.state == JobState::Draft;
    if (!isOver)
        applyRequests(*batch, *requests);
    if (auto bases = loadCampaignBases(*batch, job.key, data); !bases)
        return tl::unexpected(bases.error());
    shareOutcomes(*batch);
    JobOutcome outcome;
    outcome.job = std::move(job);
    outcome.batch = std::move(*batch);
    outcome.requests = std::move(*requests);
    const auto names = data.load(data.namesPath(outcome.job.key));
    auto labels = names ? unpackLabels(*names, outcome.batch) : std::nullopt;
    outcome.labels = labels ? std::move(*labels) : labelsOf(outcome.batch, nullptr);
    // Of a job that was killed the journal holds no counts yet.
    if (!isOver) {
        JobCounts counts = countRows(outcome.batch);
        counts.requests = outcome.job.counts.requests;
        counts.reads = outcome.job.counts.reads;
        counts.requestsSent = countSent(outcome.requests);
        outcome.job.counts = counts;
    }
    return outcome;
}

} // namespace rangedesk
