// SPDX-License-Identifier: GPL-3.0-or-later
#include "output_path.h"

#include "accounts/profile_store.h"
#include "sheets/xlsx_writer.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <filesystem>

namespace rangedesk::cli {

namespace {

struct PathText
{
    Q_DECLARE_TR_FUNCTIONS(PathText)
};

/// Where it is, or would be, without links.
QString placeOf(const QString& path)
{
    const QFileInfo info(path);
    if (QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? info.absolutePath() : folder) + QLatin1Char('/') + info.fileName();
}

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorKind::Usage, what, PathText::tr("Give another name."));
}

} // namespace

bool isSameFile(const QString& one, const QString& other)
{
    std::error_code absent; // of one that is not there
    return placeOf(one) == placeOf(other) ||
           std::filesystem::equivalent(QFileInfo(one).filesystemAbsoluteFilePath(),
                                       QFileInfo(other).filesystemAbsoluteFilePath(), absent);
}

bool isTableName(const QString& path)
{
    return isWorkbookName(path) || path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

Result<void> checkReplaceable(const QString& path, const QStringList& inputs, const QString& dataDir)
{
    const QFileInfo info(path);
    if ((info.exists() || info.isSymLink()) && !info.isFile())
        return wrong(PathText::tr("%1 is not a regular file.").arg(path));
    const bool isRead = std::any_of(inputs.begin(), inputs.end(), [&path](const QString& input) {
        return !input.isEmpty() && isSameFile(path, input);
    });
    if (isRead)
        return wrong(PathText::tr("The report would overwrite the sheet %1.").arg(path));
    // Reports are kept there by some; nothing of the program's own is a table.
    const QString place = placeOf(path);
    const QString folder = placeOf(ProfileStore(dataDir).root());
    if (place.startsWith(folder + QLatin1Char('/')) && !isTableName(place))
        return wrong(PathText::tr("%1 belongs to the data folder.").arg(path));
    return {};
}

Result<void> checkNew(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return fail(ErrorKind::Usage, PathText::tr("%1 is there already.").arg(path),
                    PathText::tr("Give another name, or remove it first."));
    return {};
}

} // namespace rangedesk::cli
