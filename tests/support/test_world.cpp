// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_world.h"

#include <QFile>

namespace rangedesk::tests {

World::World()
{
    if (!server.start())
        qFatal("the demo server does not start");
    data =
        std::make_unique<DataDirectory>(DataDirectory::open(folder.path() + QStringLiteral("/data")).value());
    reconnect(settings());
}

ConnectionSettings World::settings() const
{
    ConnectionSettings settings;
    settings.baseUrl = QUrl(server.address());
    settings.openid = demo::DemoServer::openid();
    settings.requestsPerSecond = 0;
    return settings;
}

Connection& World::connection()
{
    return *m_connection;
}

void World::reconnect(const ConnectionSettings& settings, const std::string& key,
                      std::shared_ptr<const WriteLock> writeLock)
{
    m_connection.reset();
    m_connection =
        std::make_unique<Connection>(checkedSettings(settings).value(), AppKey(key), std::move(writeLock));
}

QString World::writeFile(const QString& name, const std::string& bytes) const
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

CheckedFile World::checked(const std::string& csv, const ImportOptions& options) const
{
    auto file = checkFile(writeFile(QStringLiteral("sheet.csv"), csv), options);
    if (!file)
        qFatal("%s", qPrintable(file.error().text()));
    return std::move(*file);
}

Journal World::openJournal() const
{
    return Journal::open(data->journalPath()).value();
}

ImportJob World::engine()
{
    ImportJob job(connection(), QStringLiteral("test"), control, sink);
    job.setReadBackPauses(pauses);
    job.setRequestSink(requestSink);
    return job;
}

void World::endAfter(std::atomic<bool>& flag, int requests, RequestState state)
{
    requestSink = [&flag, state, left = requests](const RequestRecord& request) mutable {
        if (request.state == state && --left == 0)
            flag = true;
    };
}

void World::goOn()
{
    sink = {};
    requestSink = {};
    control.stop = false;
    control.cancel = false;
}

JobOutcome World::apply(const std::string& csv, const ImportOptions& options)
{
    Journal journal = openJournal();
    return engine().apply(checked(csv, options), options, *data, journal);
}

JobOutcome World::dryRun(const std::string& csv, const ImportOptions& options)
{
    return engine().dryRun(checked(csv, options), options);
}

JobOutcome World::resume(std::int64_t id)
{
    Journal journal = openJournal();
    auto job = journal.job(id).value().value();
    return engine().resume(std::move(job), *data, journal);
}

} // namespace rangedesk::tests
