// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/data_directory.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace rangedesk {

namespace {

struct DataText
{
    Q_DECLARE_TR_FUNCTIONS(DataText)
};

tl::unexpected<Error> unwritable(const QString& path, const QString& reason)
{
    return fail(
        ErrorKind::Storage,
        DataText::tr("The data folder %1 cannot be written: %2").arg(QDir::toNativeSeparators(path), reason),
        DataText::tr(
            "Free some space, give this user the right to write there, or choose another (--data-dir)."));
}

QString packedPath(const QString& file)
{
    return file + QStringLiteral(".z");
}

} // namespace

Result<DataDirectory> DataDirectory::open(const QString& path)
{
    const QString wanted =
        path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : path;
    const QString absolute = QDir(wanted).absolutePath();
    if (!QDir().mkpath(absolute + QStringLiteral("/jobs")))
        return unwritable(absolute, DataText::tr("it cannot be made."));
    QFile::setPermissions(absolute, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return DataDirectory(absolute);
}

QString DataDirectory::filePath(const QString& name) const
{
    return m_path + QLatin1Char('/') + name;
}

QString DataDirectory::rowsPath(const QString& jobKey) const
{
    return filePath(QStringLiteral("jobs/%1.rows").arg(jobKey));
}

QString DataDirectory::namesPath(const QString& jobKey) const
{
    return filePath(QStringLiteral("jobs/%1.names").arg(jobKey));
}

QString DataDirectory::clearedPath(const QString& jobKey) const
{
    return filePath(QStringLiteral("jobs/%1.cleared").arg(jobKey));
}

Result<void> DataDirectory::lock()
{
    if (m_lock)
        return {};
    auto lock = std::make_unique<QLockFile>(filePath(QStringLiteral("lock")));
    lock->setStaleLockTime(0); // only the death of its owner frees it
    // Another instance that only looks whether the folder is in use holds the lock for a moment.
    constexpr int patienceMs = 700;
    if (lock->tryLock(patienceMs)) {
        m_lock = std::move(lock);
        return {};
    }
    if (lock->error() != QLockFile::LockFailedError)
        return unwritable(m_path, DataText::tr("the lock file cannot be made."));
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return fail(ErrorKind::Busy,
                DataText::tr("The data folder %1 is in use by another instance (%2, process %3).")
                    .arg(QDir::toNativeSeparators(m_path), program)
                    .arg(pid),
                DataText::tr("Wait for it to end, close it, or choose another folder (--data-dir)."));
}

bool DataDirectory::isLockedByAnother() const
{
    if (m_lock)
        return false;
    QLockFile lock(filePath(QStringLiteral("lock")));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

Result<void> DataDirectory::keep(const QString& file, std::initializer_list<std::string_view> pieces) const
{
    QSaveFile out(file);
    bool isWritten = out.open(QIODevice::WriteOnly);
    for (const std::string_view piece : pieces) {
        const auto size = static_cast<qint64>(piece.size());
        isWritten = isWritten && out.write(piece.data(), size) == size;
    }
    if (!isWritten || !out.commit())
        return unwritable(file, out.errorString());
    return {};
}

Result<std::string> DataDirectory::load(const QString& file) const
{
    const auto unreadable = [](const QString& path, const QString& why) {
        return fail(ErrorKind::Storage,
                    DataText::tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), why));
    };
    QFile in(file);
    if (in.open(QIODevice::ReadOnly)) {
        std::string bytes = in.readAll().toStdString();
        if (in.error() != QFileDevice::NoError || static_cast<qint64>(bytes.size()) != in.size())
            return unreadable(file, in.errorString());
        return bytes;
    }
    QFile packed(packedPath(file));
    if (!packed.open(QIODevice::ReadOnly))
        return unreadable(file, in.errorString());
    const QByteArray bytes = qUncompress(packed.readAll());
    if (bytes.isEmpty())
        return unreadable(packed.fileName(), DataText::tr("it is damaged."));
    return bytes.toStdString();
}

QString DataDirectory::scopedPath(const QString& name, const QString& scope) const
{
    constexpr qsizetype digits = 12;
    const QByteArray hash =
        QCryptographicHash::hash(scope.toUtf8(), QCryptographicHash::Sha1).toHex().left(digits);
    return filePath(QStringLiteral("%1-%2.json").arg(name, QLatin1String(hash)));
}

void DataDirectory::keepDamaged(const QString& file)
{
    QFile::copy(file, file + QDateTime::currentDateTimeUtc().toString(QStringLiteral("-yyyyMMddHHmmss")) +
                          QStringLiteral(".damaged"));
}

bool DataDirectory::holds(const QString& file) const
{
    return QFile::exists(file) || QFile::exists(packedPath(file));
}

Result<void> DataDirectory::pack(const QString& file) const
{
    QFile plain(file);
    if (!plain.exists())
        return {};
    auto bytes = load(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto size = static_cast<qsizetype>(bytes->size());
    constexpr qsizetype mostPacked = qsizetype{1024} * 1024 * 1024; // what can be unpacked again
    if (size == 0 || size > mostPacked)
        return {};
    const QByteArray content =
        QByteArray::fromRawData(bytes->data(), size); // of bytes, which stay as they are
    const QByteArray packed = qCompress(content);
    if (auto kept = keep(packedPath(file),
                         {std::string_view(packed.constData(), static_cast<std::size_t>(packed.size()))});
        !kept)
        return kept;
    QFile written(packedPath(file)); // the only copy from now on
    const bool isProven =
        written.open(QIODevice::ReadOnly) && written.readAll() == packed && qUncompress(packed) == content;
    if (!isProven)
        return unwritable(packedPath(file), written.errorString());
    plain.remove(); // where it stays, it is read first, and says the same
    return {};
}

} // namespace rangedesk
