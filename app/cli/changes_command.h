// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli_session.h"

namespace rangedesk::cli {

/// undo JOB, retry JOB, open FILE: change sets that were made from a job or shared by a colleague, previewed
/// or posted as an import is. @returns the exit code.
int runChangeSet(Session& session);

/// export JOB --output FILE: the changes of a job or draft as a change set to share.
int runExport(Session& session);

/// templates KIND --output FILE: an empty sheet; with --values the values that the server knows.
int runTemplates(Session& session);

} // namespace rangedesk::cli
