// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_options.h"

#include "core/text.h"
#include "session/mapping_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <array>

namespace rangedesk::cli {

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

/// Filters of operations 3, 5 and 6 under the wire's names; on the command line also with dashes.
QStringList filterNames(const QString& command)
{
    const QString windows = QStringLiteral(
        "page_number page_length start_create_date end_create_date start_modify_date end_modify_date");
    if (command == QLatin1String("campaigns"))
        return QStringLiteral("activity_source_code activity_code before_create_time after_create_time "
                              "before_modify_time"
                              " after_modify_time activity_type_code")
            .split(QLatin1Char(' '));
    if (command == QLatin1String("rules"))
        return windows.split(QLatin1Char(' '));
    if (command == QLatin1String("customer-rules"))
        return (windows + QStringLiteral(" cm_id cm_code cm_name cm_source_code")).split(QLatin1Char(' '));
    return {};
}

const char* const commandNames[] = {"campaigns", "dimensions", "rules", "customer-rules", "import",
                                    "undo",      "retry",      "open",  "export",         "templates",
                                    "jobs",      "profiles",   "log",   "registrations",  "reference"};

// Texts of Qt that our command line shows, for our own catalogue.
[[maybe_unused]] constexpr std::array qtTexts{
    QT_TRANSLATE_NOOP("QCommandLineParser", "Usage: %1"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Options:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Arguments:"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "[options]"),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown options: %1."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
    QT_TRANSLATE_NOOP("QIODevice", "Permission denied"),
    QT_TRANSLATE_NOOP("QIODevice", "Too many open files"),
    QT_TRANSLATE_NOOP("QIODevice", "No such file or directory"),
    QT_TRANSLATE_NOOP("QIODevice", "No space left on device"),
};

class Parser
{
public:
    Parser()
    {
        m_parser.setApplicationDescription(OptionText::tr(
            "Reads and changes sale ranges and campaigns.\n\n"
            "Commands:\n"
            "  campaigns        query campaigns\n"
            "  dimensions       query the enabled sale-range dimensions\n"
            "  rules            query sale-range rules\n"
            "  customer-rules   query the rules of customers\n"
            "  registrations ID who registered for a campaign; --output FILE with decisions\n"
            "  import FILE      check, preview or apply a sheet\n"
            "  undo JOB         preview or apply what undoes a job\n"
            "  retry JOB        preview or apply the rows that failed once more\n"
            "  export JOB       write its changes as one file to share\n"
            "  open FILE        preview or apply such a file\n"
            "  templates KIND   write an empty sheet\n"
            "  reference FILE   take over a list of customers, products or values: --kind, --full\n"
            "  jobs             list jobs; jobs show|resume|report|archive|restore ID\n"
            "  profiles         list the profiles of the window\n"
            "  log              the newest requests; log verify|export FILE|curl NUMBER\n\n"
            "The key comes from the environment variable RANGEDESK_APPKEY where it is set, "
            "else with --profile\nfrom the keychain.\n"
            "Exit codes: 0 all done; 1 some rows refused, failed or unknown; 2 bad usage or "
            "unreadable input;\n"
            "3 no connection or refused credentials; 4 interrupted and resumable."));
        flag("help", OptionText::tr("Show this help."));
        flag("version", OptionText::tr("Show the version."));
        flag("demo",
             OptionText::tr("Use the built-in demo server; its changes are kept in the data folder."));
        value("profile", "NAME", OptionText::tr("Work with a profile of the window."));
        value("base-url", "URL", OptionText::tr("Address of the server."));
        value("openid", "ID", OptionText::tr("The company's openid."));
        value("data-dir", "DIR", OptionText::tr("Folder for jobs and the journal."));
        flag("json", OptionText::tr("Print one JSON object."));
        value("lang", "zh|en", OptionText::tr("Language of the messages."));
        value("in-flight", "N", OptionText::tr("Requests in flight (default 6)."));
        value("rate", "N", OptionText::tr("Requests a second (default 10); 0 for no limit."));
        value("products-per-request", "N", OptionText::tr("Products a request (default 200)."));
        value("kind", "KIND",
              OptionText::tr("Kind of the sheet: %1.").arg(sheetKindNames().join(QStringLiteral(", "))));
        value(
            "operation", "OP",
            OptionText::tr("upsert (default), delete, per-row, clear, insert-only, change-only, or exact."));
        value("encoding", "E", OptionText::tr("auto (default), utf-8, gb18030, utf-16le, utf-16be."));
        value("sheet", "NAME",
              OptionText::tr("Sheet of a workbook; the first that is not hidden by default."));
        flag("skip-hidden-rows", OptionText::tr("Leave out the hidden rows of a workbook."));
        value("delimiter", "D", OptionText::tr("One character, or tab; recognised by default."));
        value("lines", "LINES",
              OptionText::tr("Undo only rows of these lines of the sheet, such as 2,5-9; 0 is for removals "
                             "of what the sheet does not name."));
        value("output", "FILE", OptionText::tr("File that export, templates and registrations write."));
        value("note", "TEXT", OptionText::tr("Words for the colleague who opens an exported change set."));
        flag("values", OptionText::tr("Put the values that the server knows into a template."));
        flag("full", OptionText::tr("The reference list is whole: what only an earlier list told goes."));
        flag("archived", OptionText::tr("List the jobs of the archive."));
        flag("check", OptionText::tr("Only check the sheet; no key and no connection needed."));
        flag("dry-run", OptionText::tr("Check and preview; send nothing."));
        flag("apply", OptionText::tr("Check, preview, send and verify."));
        value("confirm", "NAME",
              OptionText::tr("Agree to post to production: the name of the profile, or the server's host."));
        value("plan", "HASH", OptionText::tr("The plan that is agreed to, as --dry-run printed it."));
        value("max-requests", "N", OptionText::tr("Raise the profile's ceiling of requests for this job."));
        value("max-removals", "PERCENT",
              OptionText::tr("Raise the profile's ceiling of removals for this job."));
        value("report", "FILE", OptionText::tr("Write the outcome of every row: FILE.csv or FILE.xlsx."));
        value("refused", "FILE",
              OptionText::tr("Write the refused rows, to correct and import again: FILE.csv or FILE.xlsx."));
        value("columns", "FILE",
              OptionText::tr("How the columns are read: a column template that the window gave away."));
        value("ignore-column", "NAME", OptionText::tr("Ignore a column on purpose; may be given again."));
        flag("stop-on-error",
             OptionText::tr("Send nothing if any row is refused; stop at the first rejection."));
        QStringList known;
        for (const char* command : commandNames) {
            for (const QString& name : filterNames(QString::fromLatin1(command))) {
                if (known.contains(name))
                    continue;
                known << name;
                QString dashed = name;
                dashed.replace(QLatin1Char('_'), QLatin1Char('-'));
                QCommandLineOption option({dashed, name}, OptionText::tr("Filter of the query commands."),
                                          QStringLiteral("VALUE"));
                m_parser.addOption(option);
            }
        }
        m_parser.addPositionalArgument(QStringLiteral("command"), OptionText::tr("What to do."));
    }

    Result<Options> parse(const QStringList& arguments)
    {
        if (!m_parser.parse(arguments))
            return wrong(m_parser.errorText());
        Options options;
        options.help = isSet("help");
        options.version = isSet("version");
        options.helpText = m_parser.helpText();
        options.language = text("lang");
        if (options.help || options.version)
            return options;
        if (!options.language.isEmpty() && options.language != QLatin1String("zh") &&
            options.language != QLatin1String("en"))
            return wrong(OptionText::tr("--lang takes zh or en."));
        options.arguments = m_parser.positionalArguments();
        if (options.arguments.isEmpty())
            return wrong(OptionText::tr("A command is missing."));
        options.command = options.arguments.takeFirst();
        const bool known =
            std::any_of(std::begin(commandNames), std::end(commandNames),
                        [&](const char* name) { return options.command == QLatin1String(name); });
        if (!known)
            return wrong(OptionText::tr("Unknown command \"%1\".").arg(options.command));
        const bool takesWords = takesOneWord(options.command) || options.command == QLatin1String("jobs") ||
                                options.command == QLatin1String("log") ||
                                options.command == QLatin1String("registrations") ||
                                options.command == QLatin1String("reference");
        if (!takesWords && !options.arguments.isEmpty())
            return wrong(OptionText::tr("%1 takes no further words.").arg(options.command));
        options.demo = isSet("demo");
        options.json = isSet("json");
        options.isArchived = isSet("archived");
        options.dataDir = text("data-dir");
        options.reportPath = text("report");
        options.refusedPath = text("refused");
        if (auto done = parseConnection(options); !done)
            return tl::unexpected(done.error());
        if (auto done = parseFilters(options); !done)
            return tl::unexpected(done.error());
        if (auto done = options.command == QLatin1String("reference") ? parseReference(options)
                                                                      : parseImport(options);
            !done)
            return tl::unexpected(done.error());
        return options;
    }

private:
    void flag(const char* name, const QString& description)
    {
        m_parser.addOption(QCommandLineOption(QString::fromLatin1(name), description));
    }
    void value(const char* name, const char* valueName, const QString& description)
    {
        m_parser.addOption(
            QCommandLineOption(QString::fromLatin1(name), description, QString::fromLatin1(valueName)));
    }
    bool isSet(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    QString text(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    static tl::unexpected<Error> wrong(const QString& what)
    {
        return fail(ErrorKind::Usage, what, OptionText::tr("See rangedesk-cli --help."));
    }

    Result<void> parseConnection(Options& options)
    {
        if (options.demo && (isSet("base-url") || isSet("openid")))
            return wrong(OptionText::tr("--demo goes without --base-url and --openid."));
        options.profile = text("profile");
        if (isSet("profile") && options.profile.trimmed().isEmpty())
            return wrong(OptionText::tr("--profile needs a name."));
        if (isSet("profile") && (options.demo || isSet("base-url") || isSet("openid")))
            return wrong(OptionText::tr("--profile goes without --demo, --base-url and --openid."));
        options.confirm = text("confirm");
        options.plan = text("plan").toLower();
        const bool plans = plansChanges(options.command);
        if (isSet("confirm") != isSet("plan") && plans)
            return wrong(OptionText::tr("--confirm and --plan go together; --dry-run prints the plan."));
        if (isSet("plan") && !plans)
            return wrong(OptionText::tr(
                "--plan goes with import --apply: a job that goes on is what is left of its plan."));
        if (auto done = parseCeiling(options); !done)
            return done;
        options.hasInFlight = isSet("in-flight");
        options.hasRate = isSet("rate");
        options.hasProducts = isSet("products-per-request");
        if (isSet("base-url"))
            options.connection.baseUrl = QUrl(text("base-url"), QUrl::StrictMode);
        options.connection.openid = toUtf8(text("openid"));
        bool fine = true;
        if (isSet("in-flight"))
            options.connection.inFlight = text("in-flight").toInt(&fine);
        if (fine && isSet("rate"))
            options.connection.requestsPerSecond = text("rate").toDouble(&fine);
        if (fine && isSet("products-per-request")) {
            const int products = text("products-per-request").toInt(&fine);
            if (fine && (products < 1 || products > 10000))
                return wrong(OptionText::tr("--products-per-request must be 1 to 10000."));
            options.import.send.productsPerRequest = static_cast<std::size_t>(std::max(products, 1));
        }
        if (!fine)
            return wrong(OptionText::tr("--in-flight, --rate and --products-per-request take numbers."));
        return {};
    }

    Result<void> parseCeiling(Options& options)
    {
        bool fine = true;
        if (isSet("max-requests"))
            options.mostRequests = text("max-requests").toLongLong(&fine);
        if (fine && isSet("max-removals"))
            options.mostRemovals = text("max-removals").toInt(&fine);
        if (!fine || options.mostRequests.value_or(1) < 1 || options.mostRemovals.value_or(0) < 0 ||
            options.mostRemovals.value_or(0) > 100)
            return wrong(OptionText::tr("--max-requests takes a number, --max-removals 0 to 100."));
        return {};
    }

    Result<void> parseFilters(Options& options)
    {
        const QStringList own = filterNames(options.command);
        for (const char* command : commandNames) {
            for (const QString& name : filterNames(QString::fromLatin1(command))) {
                if (!m_parser.isSet(name))
                    continue;
                if (!own.contains(name))
                    return wrong(OptionText::tr("%1 has no filter %2.").arg(options.command, name));
                options.filters[name] = m_parser.value(name);
            }
        }
        return {};
    }

    /// Commands that plan changes: a sheet, or what is made of a job or of a colleague's file.
    static bool plansChanges(const QString& command)
    {
        return command == QLatin1String("import") || command == QLatin1String("undo") ||
               command == QLatin1String("retry") || command == QLatin1String("open");
    }
    static bool takesOneWord(const QString& command)
    {
        return plansChanges(command) || command == QLatin1String("export") ||
               command == QLatin1String("templates");
    }

    Result<void> parseReference(Options& options)
    {
        options.isFull = isSet("full");
        options.onlyShows = isSet("dry-run");
        options.referenceKind = text("kind");
        for (const char* other : {"check", "apply", "output", "operation", "lines", "note", "values",
                                  "report", "refused", "stop-on-error", "columns"}) {
            if (isSet(other))
                return wrong(
                    OptionText::tr("--%1 does not go with %2.").arg(QLatin1String(other), options.command));
        }
        if (options.arguments.size() != 1)
            return wrong(OptionText::tr("%1 takes one file.").arg(options.command));
        return parseSheet(options);
    }

    Result<void> parseOutput(Options& options)
    {
        if (isSet("full"))
            return wrong(OptionText::tr("--full goes with reference."));
        if (isSet("columns") && options.command != QLatin1String("import"))
            return wrong(OptionText::tr("--columns goes with import."));
        options.lines = text("lines");
        options.outputPath = text("output");
        options.note = text("note");
        options.withValues = isSet("values");
        if (isSet("lines") && options.command != QLatin1String("undo"))
            return wrong(OptionText::tr("--lines goes with undo."));
        const bool writes =
            options.command == QLatin1String("export") || options.command == QLatin1String("templates");
        if (options.command == QLatin1String("registrations"))
            return {};
        if (writes != isSet("output"))
            return wrong(writes ? OptionText::tr("%1 needs --output.").arg(options.command)
                                : OptionText::tr("--output goes with export and templates."));
        return {};
    }

    Result<void> parseMode(Options& options)
    {
        const int modes = (isSet("check") ? 1 : 0) + (isSet("dry-run") ? 1 : 0) + (isSet("apply") ? 1 : 0);
        const bool isImport = options.command == QLatin1String("import");
        if (isImport && modes != 1)
            return wrong(OptionText::tr("import takes exactly one of --check, --dry-run and --apply."));
        if (!isImport && (modes != 1 || isSet("check")))
            return wrong(OptionText::tr("%1 takes either --dry-run or --apply.").arg(options.command));
        return {};
    }

    Result<void> parseImport(Options& options)
    {
        if (auto done = parseOutput(options); !done)
            return done;
        if (takesOneWord(options.command) && options.arguments.size() != 1)
            return wrong(options.command == QLatin1String("import") ||
                                 options.command == QLatin1String("open")
                             ? OptionText::tr("%1 takes one file.").arg(options.command)
                         : options.command == QLatin1String("templates")
                             ? OptionText::tr("templates takes one kind of sheet.")
                             : OptionText::tr("%1 takes the number of one job.").arg(options.command));
        if (!plansChanges(options.command))
            return {};
        if (auto done = parseMode(options); !done)
            return done;
        options.mode = isSet("check")     ? ImportMode::Check
                       : isSet("dry-run") ? ImportMode::DryRun
                                          : ImportMode::Apply;
        if (isSet("confirm") && options.mode != ImportMode::Apply)
            return wrong(
                OptionText::tr("--confirm and --plan go with --apply: only then is anything posted."));
        options.import.send.stopOnError = isSet("stop-on-error");
        if (options.command != QLatin1String("import"))
            return {};
        if (!isSet("kind"))
            return wrong(OptionText::tr("import needs --kind."));
        auto kind = sheetKindOfName(text("kind"));
        if (!kind)
            return tl::unexpected(kind.error());
        options.import.kind = kind->kind;
        const OperationChoice standard = kind->clears ? OperationChoice::Clear : OperationChoice::Upsert;
        auto operation = isSet("operation") ? operationChoiceOfName(text("operation")) : standard;
        if (!operation)
            return tl::unexpected(operation.error());
        if (kind->clears && *operation != OperationChoice::Clear)
            return wrong(OptionText::tr("A sheet of kind %1 only clears.").arg(text("kind")));
        options.import.operation = *operation;
        return parseSheet(options);
    }

    /// How a file is to be read.
    Result<void> parseSheet(Options& options)
    {
        if (isSet("sheet"))
            options.import.sheet.sheetName = text("sheet");
        options.import.sheet.skipHiddenRows = isSet("skip-hidden-rows");
        if (isSet("encoding")) {
            auto encoding = encodingOfName(toUtf8(text("encoding")));
            if (!encoding)
                return tl::unexpected(encoding.error());
            options.import.sheet.encoding = *encoding;
        }
        if (isSet("delimiter")) {
            const QString delimiter =
                text("delimiter") == QLatin1String("tab") || text("delimiter") == QLatin1String("\\t")
                    ? QStringLiteral("\t")
                    : text("delimiter");
            if (delimiter.size() != 1 || delimiter.at(0).unicode() > 127 ||
                QStringLiteral("\"\r\n").contains(delimiter))
                return wrong(OptionText::tr("--delimiter takes one ASCII character, or tab."));
            options.import.sheet.delimiter = delimiter.at(0).toLatin1();
        }
        if (isSet("columns")) {
            const auto mapping = importTemplate(text("columns"));
            if (!mapping)
                return tl::unexpected(mapping.error());
            if (mapping->kind != options.import.kind)
                return wrong(OptionText::tr("The column template \"%1\" is for sheets of kind %2.")
                                 .arg(mapping->name, sheetKindName(mapping->kind, OperationChoice::Upsert)));
            mapping->applyTo(options.import.sheet);
        }
        options.import.sheet.ignoredColumns += m_parser.values(QStringLiteral("ignore-column"));
        return {};
    }

    QCommandLineParser m_parser;
};

} // namespace

Result<Options> parseOptions(const QStringList& arguments)
{
    return Parser().parse(arguments);
}

} // namespace rangedesk::cli
