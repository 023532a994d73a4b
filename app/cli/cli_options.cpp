// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_options.h"
#include "option_fit.h"
#include "option_list.h"
#include "output_path.h"

#include "changes/share.h"
#include "core/text.h"
#include "session/mapping_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace rangedesk::cli {

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

class Parser
{
public:
    Parser() { addOptions(m_parser); }

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
        const bool known = std::any_of(commandNames.begin(), commandNames.end(), [&](const char* name) {
            return options.command == QLatin1String(name);
        });
        if (!known)
            return wrong(OptionText::tr("Unknown command \"%1\".").arg(options.command));
        const bool takesWords = takesOneWord(options.command) || options.command == QLatin1String("jobs") ||
                                options.command == QLatin1String("log") ||
                                options.command == QLatin1String("registrations") ||
                                options.command == QLatin1String("health") ||
                                options.command == QLatin1String("reference") || explains(options.command);
        if (!takesWords && !options.arguments.isEmpty())
            return wrong(OptionText::tr("%1 takes no further words.").arg(options.command));
        if (auto fit = checkFit(m_parser, m_parser.positionalArguments()); !fit)
            return tl::unexpected(fit.error());
        options.demo = isSet("demo");
        options.json = isSet("json");
        options.isArchived = isSet("archived");
        options.policy = text("policy");
        options.dataDir = text("data-dir");
        options.reportPath = text("report");
        options.refusedPath = text("refused");
        for (const char* report : {"report", "refused"}) {
            if (isSet(report) && !isTableName(text(report)))
                return wrong(OptionText::tr("--%1 takes a file that ends with .csv or .xlsx.")
                                 .arg(QLatin1String(report)));
        }
        if (auto done = parseConnection(options); !done)
            return tl::unexpected(done.error());
        if (auto done = parseFilters(options); !done)
            return tl::unexpected(done.error());
        if (options.command == QLatin1String("where") && options.arguments.size() != 1)
            return wrong(OptionText::tr("where takes one product."));
        // A customer that is thought up has attributes only.
        const bool isThoughtUp = options.arguments.isEmpty() && !options.filters.isEmpty();
        if (options.command == QLatin1String("explain") && options.arguments.size() != 1 && !isThoughtUp)
            return wrong(OptionText::tr("explain takes one customer, or attributes of one."));
        auto done = options.command == QLatin1String("reference") ? parseReference(options)
                    : options.command == QLatin1String("health")  ? parseHealth(options)
                                                                  : parseImport(options);
        if (!done)
            return tl::unexpected(done.error());
        return options;
    }

private:
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
        if (isSet("profile") && (options.demo || isSet("base-url") || isSet("openid")))
            return wrong(OptionText::tr("--profile goes without --demo, --base-url and --openid."));
        options.confirm = text("confirm");
        options.plan = text("plan").toLower();
        if (isSet("confirm") != isSet("plan") && plansChanges(options.command))
            return wrong(OptionText::tr("--confirm and --plan go together; --dry-run prints the plan."));
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
        for (const QString& name : filterNames(options.command)) {
            if (m_parser.isSet(name))
                options.filters[name] = m_parser.value(name);
        }
        for (const char* number : {"page_number", "page_length"}) {
            const auto given = options.filters.constFind(QLatin1String(number));
            bool isNumber = false;
            if (given != options.filters.constEnd() && (given->toInt(&isNumber) < 1 || !isNumber))
                return wrong(OptionText::tr("--%1 takes a whole number from 1 on; \"%2\" is none.")
                                 .arg(QString::fromLatin1(number).replace(QLatin1Char('_'), QLatin1Char('-')),
                                      *given));
        }
        QStringList customers; // the query names one, one way
        for (auto given = options.filters.constBegin(); given != options.filters.constEnd(); ++given) {
            if (given.key().startsWith(QLatin1String("cm_")))
                customers << QStringLiteral("--") +
                                 QString(given.key()).replace(QLatin1Char('_'), QLatin1Char('-'));
        }
        if (customers.size() > 1)
            return wrong(OptionText::tr("%1 name the customer twice: give one of them.")
                             .arg(customers.join(QStringLiteral(", "))));
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

    static bool explains(const QString& command)
    {
        return command == QLatin1String("explain") || command == QLatin1String("where");
    }

    Result<void> parseReference(Options& options)
    {
        options.isFull = isSet("full");
        options.onlyShows = isSet("dry-run");
        options.referenceKind = text("kind");
        if (options.arguments.size() != 1)
            return wrong(OptionText::tr("%1 takes one file.").arg(options.command));
        return parseSheet(options);
    }

    /// What is proposed is written as one change set, of one kind.
    Result<void> parseHealth(Options& options)
    {
        options.outputPath = text("output");
        if (isSet("output") && !isSharedName(options.outputPath))
            return wrong(
                OptionText::tr("A change set is written as FILE%1.").arg(QLatin1String(sharedSuffix)));
        if (isSet("kind") && !isSet("output"))
            return wrong(OptionText::tr("--kind goes with --output: what the change set is to hold."));
        const auto kind = sheetKindOfName(isSet("kind") ? text("kind") : QStringLiteral("range-products"));
        if (!kind)
            return tl::unexpected(kind.error());
        if (isOfCampaigns(kind->kind))
            return wrong(OptionText::tr("The health check proposes changes of ranges alone."));
        options.import.kind = kind->kind;
        options.import.operation = kind->clears ? OperationChoice::Clear : OperationChoice::PerRow;
        options.note = text("note");
        return {};
    }

    Result<void> parseOutput(Options& options)
    {
        options.lines = text("lines");
        options.outputPath = text("output");
        options.note = text("note");
        options.withValues = isSet("values");
        const bool writes =
            options.command == QLatin1String("export") || options.command == QLatin1String("templates");
        if (writes && !isSet("output"))
            return wrong(OptionText::tr("%1 needs --output.").arg(options.command));
        if (options.command == QLatin1String("export") && !isSharedName(options.outputPath))
            return wrong(
                OptionText::tr("A change set is written as FILE%1.").arg(QLatin1String(sharedSuffix)));
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
            options.columnsPath = text("columns");
            const auto mapping = importTemplate(text("columns"));
            if (!mapping)
                return tl::unexpected(mapping.error());
            if (mapping->kind != options.import.kind)
                return wrong(OptionText::tr("The column template \"%1\" is for sheets of kind %2.")
                                 .arg(mapping->name, sheetKindName(mapping->kind, OperationChoice::Upsert)));
            mapping->applyTo(options.import.sheet);
        }
        options.ignoredColumns = m_parser.values(QStringLiteral("ignore-column"));
        options.import.sheet.ignoredColumns += options.ignoredColumns;
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
