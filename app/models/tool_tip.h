// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rangedesk {

/// A text of a server, a file or a person as a tool tip shows it: word for word, and only the beginning of
/// what is very long. Qt takes a tip for markup by its looks, and would open pictures that a name asks for.
QString toolTipText(const QString& text);

} // namespace rangedesk
