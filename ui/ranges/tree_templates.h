// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/condition_tree.h"
#include "store/data_directory.h"

namespace rangedesk::ui {

/// Condition trees that a person keeps under names, in one small file of the data folder.
/// Input or Storage where the file cannot be read: then nothing may be written over it.
Result<std::map<QString, ConditionTree>> treeTemplates(const DataDirectory& data);
Result<void> keepTreeTemplates(const DataDirectory& data, const std::map<QString, ConditionTree>& all);

} // namespace rangedesk::ui
