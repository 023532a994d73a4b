// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"
#include "demo/demo_server.h"
#include "openapi/connection.h"

#include <QTemporaryDir>

namespace rangedesk::tests {

/// A demo server, a connection to it, a data folder and a journal: what a job needs.
class World
{
public:
    World();

    ConnectionSettings settings() const;
    Connection& connection();
    /// A new connection with other settings takes the place of the old.
    void reconnect(const ConnectionSettings& settings, const std::string& key = demo::DemoServer::key(),
                   std::shared_ptr<const WriteLock> writeLock = {});
    QString writeFile(const QString& name, const std::string& bytes) const;
    CheckedFile checked(const std::string& csv, const ImportOptions& options) const;
    JobOutcome apply(const std::string& csv, const ImportOptions& options = {});
    JobOutcome dryRun(const std::string& csv, const ImportOptions& options = {});
    JobOutcome resume(std::int64_t id);
    Journal openJournal() const;
    ImportJob engine();
    /// The run is stopped, or cancelled, as soon as so many of its requests are in this state. (Progress is
    /// told ten times a second only: on a fast machine a run can be over before.)
    void stopAfter(int requests, RequestState state) { endAfter(control.stop, requests, state); }
    void cancelAfter(int requests, RequestState state) { endAfter(control.cancel, requests, state); }
    /// Runs go on to their ends again.
    void goOn();

    demo::DemoServer server;
    JobControl control;
    ProgressSink sink;
    RequestSink requestSink;
    ReadBackPauses pauses{std::chrono::milliseconds(0), std::chrono::milliseconds(20),
                          std::chrono::milliseconds(50)};
    QTemporaryDir folder;
    std::unique_ptr<DataDirectory> data;

private:
    void endAfter(std::atomic<bool>& flag, int requests, RequestState state);

    std::unique_ptr<Connection> m_connection;
};

} // namespace rangedesk::tests
