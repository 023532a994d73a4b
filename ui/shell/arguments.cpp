// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/arguments.h"

#include "core/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace rangedesk::ui {

namespace {

struct ArgumentText
{
    Q_DECLARE_TR_FUNCTIONS(ArgumentText)
};

} // namespace

Result<Arguments> parseArguments(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ArgumentText::tr(
        "Bulk edits of sale ranges, and what the server holds.\n\n"
        "The key stands in the environment variable RANGEDESK_APPKEY; it is never an argument."));
    const auto option = [&parser](const char* name, const QString& text, const char* value = "") {
        parser.addOption({QLatin1String(name), text, QLatin1String(value)});
    };
    option("help", ArgumentText::tr("Show this help."));
    option("version", ArgumentText::tr("Show the version."));
    option("profile", ArgumentText::tr("Open this profile."), "NAME");
    option("demo", ArgumentText::tr("Work on the built-in demo server."));
    option("base-url", ArgumentText::tr("Address of the server."), "URL");
    option("openid", ArgumentText::tr("The company's openid."), "ID");
    option("data-dir", ArgumentText::tr("Folder for jobs, the journal and what the window remembers."),
           "DIR");
    option("lang", ArgumentText::tr("Language of the window."), "zh|en");
    option("theme", ArgumentText::tr("Theme of the window."), "light|dark");
    option("rate", ArgumentText::tr("Requests a second at most; 0 for no limit."), "N");
    parser.addPositionalArgument(QStringLiteral("FILE"), ArgumentText::tr("A sheet to open."),
                                 QStringLiteral("[FILE]"));
    if (!parser.parse(words))
        return fail(ErrorKind::Usage, parser.errorText(), ArgumentText::tr("See rangedesk --help."));
    Arguments arguments;
    if (parser.isSet(QStringLiteral("help")))
        arguments.helpText = parser.helpText();
    arguments.version = parser.isSet(QStringLiteral("version"));
    arguments.wish.demo = parser.isSet(QStringLiteral("demo"));
    arguments.wish.dataDir = parser.value(QStringLiteral("data-dir"));
    arguments.wish.connection.openid = toUtf8(parser.value(QStringLiteral("openid")));
    if (parser.isSet(QStringLiteral("base-url")))
        arguments.wish.connection.baseUrl = QUrl(parser.value(QStringLiteral("base-url")), QUrl::StrictMode);
    if (arguments.wish.demo &&
        (parser.isSet(QStringLiteral("base-url")) || parser.isSet(QStringLiteral("openid"))))
        return fail(ErrorKind::Usage, ArgumentText::tr("--demo goes without --base-url and --openid."));
    arguments.profile = parser.value(QStringLiteral("profile"));
    arguments.isDirect = arguments.wish.demo || parser.isSet(QStringLiteral("base-url")) ||
                         parser.isSet(QStringLiteral("openid"));
    if (arguments.isDirect && !arguments.profile.isEmpty())
        return fail(ErrorKind::Usage,
                    ArgumentText::tr("--profile goes without --demo, --base-url and --openid."));
    if (parser.isSet(QStringLiteral("rate"))) {
        bool isNumber = false;
        arguments.wish.connection.requestsPerSecond =
            parser.value(QStringLiteral("rate")).toDouble(&isNumber);
        if (!isNumber || arguments.wish.connection.requestsPerSecond < 0)
            return fail(ErrorKind::Usage, ArgumentText::tr("--rate wants a number."));
    }
    arguments.language = parser.value(QStringLiteral("lang"));
    arguments.theme = parser.value(QStringLiteral("theme"));
    for (const QString& file : parser.positionalArguments())
        arguments.files << file;
    return arguments;
}

} // namespace rangedesk::ui
