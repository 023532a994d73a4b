// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/share.h"

#include "changes/change_rows.h"
#include "changes/check.h"
#include "changes/job_files.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rangedesk {

namespace {

struct ShareText
{
    Q_DECLARE_TR_FUNCTIONS(ShareText)
};

constexpr std::string_view magic = "RANGEDESK CHANGE SET 1\n";
constexpr std::size_t mostHeaderBytes = 64ULL * 1024;

/// Over everything that the file says.
QString hashOfSet(const QJsonObject& header, const std::string& text)
{
    QJsonObject said = header;
    said.remove(QStringLiteral("hash"));
    return hashOf(QJsonDocument(said).toJson(QJsonDocument::Compact).toStdString() + '\n' + text);
}

/// Tells whether two are the same company without telling which.
QString companyHash(const QString& scope)
{
    return hashOf("rangedesk change set " + toUtf8(scope));
}

tl::unexpected<Error> damaged(const QString& path)
{
    return fail(ErrorKind::Input,
                ShareText::tr("%1 is no change set, or is damaged.").arg(QDir::toNativeSeparators(path)),
                ShareText::tr("Ask for the file once more."));
}

/// A row that also says what the server held of what it changes.
std::shared_ptr<const CampaignRow> withExpectation(const CampaignRow& row)
{
    auto told = std::make_shared<CampaignRow>(row);
    told->expectsAbsent = row.base == nullptr;
    if (row.base) {
        told->wish = differences(row.wish, *row.base);
        told->expected = baseOf(told->wish, *row.base);
        keepRetyped(row.wish, *row.base, told->wish);
    }
    return told;
}

} // namespace

bool isSharedName(const QString& path)
{
    return path.endsWith(QLatin1String(sharedSuffix), Qt::CaseInsensitive);
}

bool isSharedSet(std::string_view bytes)
{
    return bytes.starts_with(magic);
}

Result<void> writeShared(const QString& path, const Batch& batch, const SharedFacts& facts,
                         const QString& scope, const RowComments& comments)
{
    std::vector<ChangeRow> rows;
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        const bool isMeant =
            row.primary == noIndex && (row.isPlanned() || (row.state == RowState::Held && row.base.known));
        if (!isMeant)
            continue;
        rows.push_back(changeOf(batch, row));
        rows.back().expected = row.base;
        if (batch.kind == ChangeKind::Campaigns)
            rows.back().campaign = withExpectation(batch.campaigns[i]);
        const auto comment = comments.find(i);
        if (comment != comments.end())
            rows.back().comment = toUtf8(comment->second);
    }
    return writeShared(path, batch.kind, rows, facts, scope);
}

Result<void> writeShared(const QString& path, ChangeKind kind, const std::vector<ChangeRow>& rows,
                         const SharedFacts& facts, const QString& scope)
{
    if (rows.empty())
        return fail(ErrorKind::Usage, ShareText::tr("There are no changes to share."));
    const Sheet sheet = sheetOfChanges(kind, rows, true);
    QJsonObject header{{QStringLiteral("kind"), sheetKindName(kind, OperationChoice::PerRow)},
                       {QStringLiteral("server"), facts.server},
                       {QStringLiteral("company"), companyHash(scope)},
                       {QStringLiteral("created"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                       {QStringLiteral("note"), facts.note.left(2000)},
                       {QStringLiteral("rows"), static_cast<qint64>(rows.size())}};
    header[QStringLiteral("hash")] = hashOfSet(header, sheet.text);
    std::string bytes(magic);
    bytes += QJsonDocument(header).toJson(QJsonDocument::Compact).toStdString() + '\n';
    bytes += sheet.text;
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) &&
        file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()) &&
        file.commit();
    if (!isWritten)
        return fail(
            ErrorKind::Storage,
            ShareText::tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()),
            ShareText::tr("Choose another place, or free some space."));
    return {};
}

Result<FollowUp> openShared(const QString& path, const QStringList& scopes, SharedFacts& facts)
{
    auto bytes = readSheetBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::size_t headerEnd = isSharedSet(*bytes) ? bytes->find('\n', magic.size()) : std::string::npos;
    if (headerEnd > mostHeaderBytes) { // or there is none
        if (bytes->starts_with("RANGEDESK CHANGE SET "))
            return fail(
                ErrorKind::Input,
                ShareText::tr("%1 was written by a newer version.").arg(QDir::toNativeSeparators(path)),
                ShareText::tr("Install that version to open it."));
        return damaged(path);
    }
    const QJsonObject header =
        QJsonDocument::fromJson(
            QByteArray::fromStdString(bytes->substr(magic.size(), headerEnd - magic.size())))
            .object();
    FollowUp set;
    set.file.path = path;
    set.file.isMade = true;
    std::string text = bytes->substr(headerEnd + 1);
    set.file.hash = hashOfSet(header, text);
    const auto kind = sheetKindOfName(header[QStringLiteral("kind")].toString());
    if (!kind || kind->clears || header[QStringLiteral("hash")].toString() != set.file.hash)
        return damaged(path);
    facts.server = header[QStringLiteral("server")].toString();
    facts.note = header[QStringLiteral("note")].toString();
    facts.created = QDateTime::fromString(header[QStringLiteral("created")].toString(), Qt::ISODate);
    const QString company = header[QStringLiteral("company")].toString();
    if (std::none_of(scopes.begin(), scopes.end(),
                     [&](const QString& scope) { return company == companyHash(scope); }))
        return fail(
            ErrorKind::Locked,
            ShareText::tr("The change set was made for another server or company: %1.").arg(facts.server),
            ShareText::tr("Open it with that connection. Nothing was sent."));
    SheetOptions options;
    options.encoding = Encoding::Utf8;
    options.delimiter = ',';
    auto sheet = openSheet(std::move(text), options);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const OperationChoice choice = choiceOfChanges(kind->kind);
    auto batch = checkSheet(std::move(*sheet), kind->kind, choice);
    if (!batch)
        return tl::unexpected(batch.error());
    facts.rows = static_cast<std::int64_t>(batch->rows.size());
    set.file.batch = std::move(*batch);
    set.options.kind = kind->kind;
    set.options.operation = choice;
    set.options.sharedNote = facts.note;
    return set;
}

} // namespace rangedesk
