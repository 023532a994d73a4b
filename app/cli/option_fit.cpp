// SPDX-License-Identifier: GPL-3.0-or-later
#include "option_fit.h"
#include "option_list.h"

#include <QCoreApplication>

namespace rangedesk::cli {

namespace {

struct FitText
{
    Q_DECLARE_TR_FUNCTIONS(FitText)
};

struct Fit
{
    const char* option;
    const char* commands; ///< between commas, with the verb where a command has verbs
};

constexpr const char* all = "*";
constexpr const char* changes = "import,undo,retry,open";
constexpr const char* posting = "import,undo,retry,open,jobs resume";
constexpr const char* reporting = "import,undo,retry,open,jobs resume,jobs report,jobs show";
constexpr const char* sheets = "import,reference";

/// What goes with what, but for filters. An option that is missing here goes with nothing.
constexpr std::array fits{
    Fit{"help", all},
    Fit{"version", all},
    Fit{"demo", all},
    Fit{"profile", all},
    Fit{"base-url", all},
    Fit{"openid", all},
    Fit{"data-dir", all},
    Fit{"json", all},
    Fit{"lang", all},
    Fit{"in-flight", all},
    Fit{"rate", all},
    Fit{"products-per-request", changes},
    Fit{"check", "import"},
    Fit{"dry-run", "import,undo,retry,open,reference"},
    Fit{"apply", changes},
    Fit{"plan", changes},
    Fit{"confirm", posting},
    Fit{"max-requests", posting},
    Fit{"max-removals", posting},
    Fit{"stop-on-error", changes},
    Fit{"report", reporting},
    Fit{"refused", reporting},
    Fit{"kind", "import,reference,health"},
    Fit{"operation", "import"},
    Fit{"columns", "import"},
    Fit{"encoding", sheets},
    Fit{"sheet", sheets},
    Fit{"skip-hidden-rows", sheets},
    Fit{"delimiter", sheets},
    Fit{"ignore-column", sheets},
    Fit{"lines", "undo"},
    Fit{"output", "export,templates,registrations,health"},
    Fit{"note", "export,health"},
    Fit{"values", "templates"},
    Fit{"full", "reference"},
    Fit{"policy", "explain,where,health"},
    Fit{"archived", "jobs"},
};

tl::unexpected<Error> wrong(const QString& what)
{
    return fail(ErrorKind::Usage, what, FitText::tr("See rangedesk-cli --help. Nothing was sent."));
}

bool fitsWith(const QString& option, const QString& command)
{
    const auto* const fit = std::find_if(
        fits.begin(), fits.end(), [&option](const Fit& one) { return option == QLatin1String(one.option); });
    return fit != fits.end() &&
           (fit->commands == all ||
            QString::fromLatin1(fit->commands).split(QLatin1Char(',')).contains(command));
}

/// A space is a delimiter; elsewhere blanks alone say nothing.
bool isEmptyValue(const QString& option, const QString& value)
{
    if (option == QLatin1String("note")) // no words are words
        return false;
    return option == QLatin1String("delimiter") ? value.isEmpty() : value.trimmed().isEmpty();
}

} // namespace

Result<void> checkFit(const QCommandLineParser& parser, const QStringList& words)
{
    const bool hasVerb = words.first() == QLatin1String("jobs") || words.first() == QLatin1String("log");
    const QString command = words.mid(0, hasVerb ? 2 : 1).join(QLatin1Char(' '));
    const QStringList filters = filterNames(words.first());
    QStringList allFilters;
    for (const char* other : commandNames)
        allFilters += filterNames(QString::fromLatin1(other));
    for (const QString& option : parser.optionNames()) {
        QString wireName = option;
        wireName.replace(QLatin1Char('-'), QLatin1Char('_'));
        if (allFilters.contains(wireName)) {
            if (!filters.contains(wireName))
                return wrong(FitText::tr("%1 has no filter %2.").arg(words.first(), option));
        } else if (!fitsWith(option, command)) {
            return wrong(FitText::tr("--%1 does not go with %2.").arg(option, command));
        }
        for (const QString& value : parser.values(option)) {
            if (isEmptyValue(option, value))
                return wrong(FitText::tr("--%1 was given an empty value.").arg(option));
        }
    }
    for (const QString& word : words) {
        if (word.trimmed().isEmpty())
            return wrong(FitText::tr("%1 was given an empty word.").arg(command));
    }
    return {};
}

} // namespace rangedesk::cli
