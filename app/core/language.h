// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rangedesk {

/// Chooses the language of every text of the program: "zh" or "en". Anything else, and the empty
/// string, take the system's. Installs the translation on the running application; call again to
/// change the language at run time. GUI thread (or main thread) only.
void setLanguage(const QString& language);

/// Whether texts are Chinese now. Any thread.
bool isChinese();

} // namespace rangedesk
