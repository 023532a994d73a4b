// SPDX-License-Identifier: GPL-3.0-or-later
// rangedesk: the window.
#include "common/preferences.h"
#include "common/theme.h"
#include "core/language.h"
#include "session/appkey_environment.h"
#include "session/platform_memory.h"
#include "shell/arguments.h"
#include "shell/program.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>
#include <cstdio>

namespace {

void print(std::FILE* stream, const QString& text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
}

} // namespace

int main(int argc, char** argv)
{
    using namespace rangedesk;
    AppKey key = takeKeyFromEnvironment();
    keepMemoryTight();
    // Help and version need no display.
    const bool isForTerminal = std::any_of(argv, argv + argc, [](const char* word) {
        return std::string_view(word) == "--help" || std::string_view(word) == "--version";
    });
    const std::unique_ptr<QCoreApplication> app(isForTerminal ? new QCoreApplication(argc, argv)
                                                              : new QApplication(argc, argv));
    QApplication::setApplicationName(QStringLiteral("rangedesk"));
    QApplication::setApplicationVersion(QStringLiteral(RANGEDESK_VERSION));
    setLanguage(qEnvironmentVariable("RANGEDESK_LANG"));
    auto arguments = ui::parseArguments(QApplication::arguments());
    if (!arguments) {
        print(stderr, arguments.error().text());
        return 2;
    }
    if (!arguments->helpText.isEmpty() || arguments->version) {
        print(stdout,
              arguments->version ? QStringLiteral("rangedesk " RANGEDESK_VERSION) : arguments->helpText);
        return 0;
    }
    const QString folder = arguments->wish.dataDir.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                               : arguments->wish.dataDir;
    ui::Preferences::setFile(QDir(folder).filePath(QStringLiteral("window.ini")));
    const QString language = !arguments->language.isEmpty()
                                 ? arguments->language
                                 : ui::Preferences::value(QStringLiteral("window/language"),
                                                          qEnvironmentVariable("RANGEDESK_LANG"))
                                       .toString();
    setLanguage(language);
    ui::Theme& theme = ui::Theme::instance();
    if (ui::Preferences::value(QStringLiteral("window/largeText")).toBool())
        theme.setLargeText(true);
    const int mode = ui::Preferences::value(QStringLiteral("window/theme"), 0).toInt();
    theme.setMode(arguments->theme == QLatin1String("dark") ? ui::ThemeMode::Dark
                  : arguments->theme == QLatin1String("light")
                      ? ui::ThemeMode::Light
                      : static_cast<ui::ThemeMode>(std::clamp(mode, 0, 2)));
    if (!arguments->isDirect) {
        Keychain keychain;
        ui::Program program(folder, keychain);
        program.setFallbackKey(std::move(key));
        program.start(arguments->profile, arguments->files);
        return QApplication::exec();
    }
    arguments->wish.settingsFolder = folder;
    arguments->wish.settings = loadSettings(folder);
    Desk desk(std::move(arguments->wish), std::move(key));
    ui::MainWindow window(desk);
    window.show();
    // First paint before any database or network is touched.
    QTimer::singleShot(0, &window, [&window, files = arguments->files] { window.open(files); });
    return QApplication::exec();
}
