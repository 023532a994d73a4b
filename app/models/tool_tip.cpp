// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tool_tip.h"

#include "core/text.h"

namespace rangedesk {

namespace {

constexpr qsizetype mostShown = 1500;
constexpr qsizetype longestLine = 120; // a plain tip breaks no lines by itself

bool hasLongLine(const QString& text)
{
    qsizetype begin = 0;
    while (text.size() - begin > longestLine) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
        if (end < 0 || end - begin > longestLine)
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

QString toolTipText(const QString& text)
{
    QString shown = withVisibleControls(text.left(mostShown));
    if (text.size() > mostShown)
        shown += QChar(0x2026);
    if (!shown.contains(QLatin1Char('<')) && !hasLongLine(shown))
        return shown; // nothing in it is markup
    return QStringLiteral("<qt>%1</qt>")
        .arg(shown.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

} // namespace rangedesk
