// SPDX-License-Identifier: GPL-3.0-or-later
// rangedesk-cli: the engine without a window.
#include "changes_command.h"
#include "cli_options.h"
#include "cli_session.h"
#include "core/language.h"
#include "explain_command.h"
#include "health_command.h"
#include "import_command.h"
#include "jobs_command.h"
#include "left_behind_command.h"
#include "log_command.h"
#include "output.h"
#include "profile_command.h"
#include "query_commands.h"
#include "reference_command.h"
#include "registrations_command.h"
#include "session/appkey_environment.h"

#include <QCoreApplication>

namespace {

using namespace rangedesk;

int run(AppKey key)
{
    // Before parsing, so that its own messages are in the right language, too.
    const QStringList arguments = QCoreApplication::arguments();
    QString language = qEnvironmentVariable("RANGEDESK_LANG");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang"))
            language = arguments.value(i + 1);
        else if (arguments[i].startsWith(QLatin1String("--lang=")))
            language = arguments[i].mid(7);
    }
    setLanguage(language);
    cli::setJson(arguments.contains(QLatin1String("--json")));

    auto options = cli::parseOptions(arguments);
    if (!options)
        return cli::complain(options.error());
    if (options->help || options->version) {
        cli::print(options->help ? options->helpText : QStringLiteral("rangedesk-cli " RANGEDESK_VERSION));
        return cli::AllDone;
    }
    if (options->command == QLatin1String("profiles"))
        return cli::runProfiles(*options);
    auto wish = cli::wishOf(*options, key);
    if (!wish)
        return cli::complain(wish.error());
    cli::Session session(std::move(*wish), std::move(*options), std::move(key));
    const QString command = session.options().command;
    if (command == QLatin1String("import"))
        return cli::runImport(session);
    if (command == QLatin1String("undo") || command == QLatin1String("retry") ||
        command == QLatin1String("open"))
        return cli::runChangeSet(session);
    if (command == QLatin1String("export"))
        return cli::runExport(session);
    if (command == QLatin1String("templates"))
        return cli::runTemplates(session);
    if (command == QLatin1String("jobs"))
        return cli::runJobs(session);
    if (command == QLatin1String("log"))
        return cli::runLog(session);
    if (command == QLatin1String("reference"))
        return cli::runReference(session);
    if (command == QLatin1String("health"))
        return cli::runHealth(session);
    if (command == QLatin1String("explain") || command == QLatin1String("where"))
        return cli::runExplain(session);
    if (command == QLatin1String("left-behind"))
        return cli::runLeftBehind(session);
    if (command == QLatin1String("registrations"))
        return cli::runRegistrations(session);
    return cli::runQuery(session);
}

} // namespace

int main(int argc, char** argv)
{
    AppKey key = takeKeyFromEnvironment();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rangedesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RANGEDESK_VERSION));
    return cli::finish(run(std::move(key)));
}
