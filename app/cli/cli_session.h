// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "cli_options.h"
#include "session/list_reader.h"
#include "session/session.h"
#include "store/catalogue_file.h"

namespace rangedesk::cli {

/// What a command works with: the session, the options, and how it is stopped.
class Session : public rangedesk::Session
{
public:
    Session(SessionWish wish, Options options, AppKey key);
    ~Session();

    /// What the options agree to; nothing where they do not.
    std::optional<Consent> consent() const;

    /// The policy of the connection; a ceiling that was given binds also where the connection has none.
    PostingPolicy boundPolicy() const;

    const Options& options() const { return m_options; }
    const JobControl& control() const { return m_control; }

    /// Says on standard error how far the server's clock is from ours, where it is.
    void tellClock() const;

    /// Ctrl+C ends the run at the next safe moment; a second one at once.
    void watchInterrupts() { watchInterrupts(m_control.stop); }
    /// The same for what is read with a progress of its own.
    ReadingProgress& watchReading()
    {
        watchInterrupts(m_reading.stop);
        return m_reading;
    }

private:
    void watchInterrupts(StopFlag& stop);

    Options m_options;
    JobControl m_control;
    ReadingProgress m_reading;
};

/// What the catalogue on this computer knows; nothing where there is none yet. Storage where it cannot be
/// read.
Result<CatalogueNews> knownEntries(Session& session);
/// Teaches it what was read. Where it cannot be kept, that is said: the answer does not depend on it.
void teachCatalogue(Session& session, CatalogueNews news);
/// Says where a damaged catalogue went, if that was so.
void tellSetAside(const CatalogueFile& file);
/// What a job read.
void teachCatalogue(Session& session, const JobOutcome& outcome);

} // namespace rangedesk::cli
