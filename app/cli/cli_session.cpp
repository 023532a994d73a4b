// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_session.h"

#include "output.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdlib>

namespace rangedesk::cli {

namespace {

struct SessionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

std::atomic<JobControl*> interrupted{nullptr};

void onSignal(int)
{
    JobControl* control = interrupted;
    if (control == nullptr || control->stop.exchange(true))
        std::_Exit(4); // resumable, as after the first
}

} // namespace

Session::Session(Options options, AppKey key)
    : rangedesk::Session({options.demo, options.dataDir, options.connection}, std::move(key)),
      m_options(std::move(options))
{}

Session::~Session()
{
    interrupted = nullptr;
}

void Session::tellClock() const
{
    const auto skew = madeConnection() != nullptr ? madeConnection()->clockSkew() : std::chrono::seconds(0);
    if (skew.count() != 0)
        message(SessionText::tr("The server's clock differs from this computer's by %1 seconds; signatures "
                                "use the server's.")
                    .arg(skew.count()));
}

void Session::watchInterrupts()
{
    interrupted = &m_control;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

} // namespace rangedesk::cli
