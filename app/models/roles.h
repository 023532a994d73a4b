// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace rangedesk {

/// What delegates ask models for, beyond the roles of Qt.
enum Role : int {
    MarkRole = Qt::UserRole + 1, ///< int of Mark
    BeforeRole,                  ///< text that is struck out
    AfterRole,                   ///< text behind the arrow
    ChipRole,                    ///< warning chip behind the text
    SecondLineRole,              ///< second line, smaller
    CaptionRole,                 ///< text at the right end of the first or second line
    FractionRole,                ///< 0 to 1, for bars; negative for none
    SpanRole,                    ///< list of begin, end and today on an axis from 0 to 1; empty for none
    OnRole,                      ///< bool of toggles and check boxes; invalid where there is none
    FadedRole,                   ///< bool: the row plays no part
    FaultRole,                   ///< bool: the text is the reason of a fault
    KeyRole,                     ///< quint64: identifies the row for as long as the program runs
    EditedRole,                  ///< bool: changed here and not posted yet
    StruckRole,                  ///< bool: the text is struck out
    MatchRole,                   ///< list of first character and length in turn: what was searched for
    ExportRole,                  ///< text as it is exported and copied, where display is not it
};

} // namespace rangedesk
