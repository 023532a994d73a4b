// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_options.h"
#include "session/session.h"

namespace rangedesk::cli {

/// Where the options lead: the profile they name, else the address they give, else the demo. The write lock
/// of a profile is opened for this run where the options give its name (--confirm). @param key from the
/// environment; where it is empty, the profile's comes from the keychain
Result<SessionWish> wishOf(Options& options, AppKey& key);

/// `profiles`: names, kinds and addresses.
int runProfiles(const Options& options);

} // namespace rangedesk::cli
