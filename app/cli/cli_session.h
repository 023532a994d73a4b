// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "demo/demo_server.h"
#include "openapi/connection.h"
#include "store/data_directory.h"

#include <memory>

namespace rangedesk::cli {

/// What a command works with: options, the key, and, made when first needed, data folder and connection.
class Session
{
public:
    Session(Options options, AppKey key);
    ~Session();

    const Options& options() const { return m_options; }
    const JobControl& control() const { return m_control; }

    /// The data folder, locked for this instance where @p forChanging.
    Result<DataDirectory*> data(bool forChanging);
    /// The connection to the server, or to the demo server, which is started for it.
    Result<Connection*> connection();
    /// Under which jobs are kept.
    QString scope() const;

    /// Says on standard error how far the server's clock is from ours, where it is.
    void tellClock() const;

    /// Ctrl+C ends the run at the next safe moment; a second one at once.
    void watchInterrupts();

private:
    Options m_options;
    AppKey m_key;
    JobControl m_control;
    std::unique_ptr<DataDirectory> m_data;
    std::unique_ptr<demo::DemoServer> m_demo;
    std::unique_ptr<Connection> m_connection;
};

} // namespace rangedesk::cli
