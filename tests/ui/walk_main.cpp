// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every step: rangedesk-walk FOLDER zh|en light|dark
#include "common/theme.h"
#include "core/language.h"
#include "walk.h"

#include <QApplication>
#include <cstdio>

int main(int argc, char** argv)
{
    using namespace rangedesk;
    const QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    setLanguage(words.value(2));
    ui::Theme::instance().setMode(words.value(3) == QLatin1String("dark") ? ui::ThemeMode::Dark
                                                                          : ui::ThemeMode::Light);
    tests::Walk walk(words.value(1), 8);
    walk.all();
    walk.brokenFiles();
    tests::Walk gone(words.value(1), 0, tests::Walk::Server::Gone);
    gone.open();
    gone.offline();
    if (!gone.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(gone.failure()));
    if (!walk.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(walk.failure()));
    return walk.failure().isEmpty() ? 0 : 1;
}
