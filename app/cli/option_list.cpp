// SPDX-License-Identifier: GPL-3.0-or-later
#include "option_list.h"

#include "changes/change_kind.h"
#include "core/dimension.h"
#include "core/text.h"

#include <QCoreApplication>

namespace rangedesk::cli {

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

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

} // namespace

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
    if (command == QLatin1String("explain")) {
        QStringList attributes;
        for (int i = 0; i < dimensionCount; ++i)
            attributes << toQString(dimensionPrefix(static_cast<Dimension>(i)));
        return attributes;
    }
    return {};
}

void addOptions(QCommandLineParser& parser)
{
    const auto flag = [&parser](const char* name, const QString& description) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), description));
    };
    const auto value = [&parser](const char* name, const char* valueName, const QString& description) {
        parser.addOption(
            QCommandLineOption(QString::fromLatin1(name), description, QString::fromLatin1(valueName)));
    };
    parser.setApplicationDescription(OptionText::tr(
        "Reads and changes sale ranges and campaigns.\n\n"
        "Commands:\n"
        "  campaigns        query campaigns\n"
        "  dimensions       query the enabled sale-range dimensions\n"
        "  rules            query sale-range rules\n"
        "  customer-rules   query the rules of customers\n"
        "  health [RULE …]  what is odd about the rules, and what could be done; --output FILE.rdchanges\n"
        "                   writes the changes that it proposes, of one --kind\n"
        "  explain CUSTOMER what a customer may sell, and by which rules; or --dept VALUE … instead\n"
        "  where PRODUCT    which customers of the catalogue may sell a product\n"
        "  left-behind      what a rehearsal left behind, beside its copy of the company\n"
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
        "Exit codes: 0 all done; 1 some rows refused, held, rejected, failed or unknown; 2 bad usage or "
        "unreadable input;\n"
        "3 no connection or refused credentials; 4 interrupted and resumable."));
    flag("help", OptionText::tr("Show this help."));
    flag("version", OptionText::tr("Show the version."));
    flag("demo", OptionText::tr("Use the built-in demo server; its changes are kept in the data folder."));
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
    value("operation", "OP",
          OptionText::tr("upsert (default), delete, per-row, clear, insert-only, change-only, or exact."));
    value("encoding", "E", OptionText::tr("auto (default), utf-8, gb18030, utf-16le, utf-16be."));
    value("sheet", "NAME", OptionText::tr("Sheet of a workbook; the first that is not hidden by default."));
    flag("skip-hidden-rows", OptionText::tr("Leave out the hidden rows of a workbook."));
    value("delimiter", "D", OptionText::tr("One character, or tab; recognised by default."));
    value("lines", "LINES",
          OptionText::tr("Undo only rows of these lines of the sheet, such as 2,5-9; 0 is for removals "
                         "of what the sheet does not name."));
    value("output", "FILE", OptionText::tr("File that export, templates, registrations and health write."));
    value("note", "TEXT", OptionText::tr("Words for the colleague who opens an exported change set."));
    flag("values", OptionText::tr("Put the values that server and catalogue know into a template."));
    flag("full", OptionText::tr("The reference list is whole: what only an earlier list told goes."));
    value("policy", "POLICY",
          OptionText::tr("How rules combine, an assumption: union (default), customer, or specific."));
    flag("archived", OptionText::tr("List the jobs of the archive."));
    flag("check", OptionText::tr("Only check the sheet; no key and no connection needed."));
    flag("dry-run", OptionText::tr("Check and preview; send nothing."));
    flag("apply", OptionText::tr("Check, preview, send and verify."));
    value("confirm", "NAME",
          OptionText::tr("Agree to post to production: the name of the profile, or the server's host."));
    value("plan", "HASH", OptionText::tr("The plan that is agreed to, as --dry-run printed it."));
    value("max-requests", "N", OptionText::tr("Raise the profile's ceiling of requests for this job."));
    value("max-removals", "PERCENT", OptionText::tr("Raise the profile's ceiling of removals for this job."));
    value("report", "FILE", OptionText::tr("Write the outcome of every row: FILE.csv or FILE.xlsx."));
    value("refused", "FILE",
          OptionText::tr("Write the refused rows, to correct and import again: FILE.csv or FILE.xlsx."));
    value("columns", "FILE",
          OptionText::tr("How the columns are read: a column template that the window gave away."));
    value("ignore-column", "NAME", OptionText::tr("Ignore a column on purpose; may be given again."));
    flag("stop-on-error", OptionText::tr("Send nothing if any row is refused; stop at the first rejection."));
    QStringList known;
    for (const char* command : commandNames) {
        for (const QString& name : filterNames(QString::fromLatin1(command))) {
            if (known.contains(name))
                continue;
            known << name;
            QString dashed = name;
            dashed.replace(QLatin1Char('_'), QLatin1Char('-'));
            const QStringList names = dashed == name ? QStringList{name} : QStringList{dashed, name};
            const QString description = qstrcmp(command, "explain") == 0
                                            ? OptionText::tr("Attribute of a customer, for explain.")
                                            : OptionText::tr("Filter of the query commands.");
            QCommandLineOption option(names, description, QStringLiteral("VALUE"));
            parser.addOption(option);
        }
    }
    parser.addPositionalArgument(QStringLiteral("command"), OptionText::tr("What to do."));
}

} // namespace rangedesk::cli
