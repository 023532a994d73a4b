// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations_command.h"

#include "core/text.h"
#include "core/wire_request.h"
#include "openapi/call.h"
#include "output.h"
#include "output_path.h"
#include "registrations/review_export.h"
#include "session/list_reader.h"

#include <QCoreApplication>
#include <numeric>

namespace rangedesk::cli {

namespace {

struct RegistrationsText
{
    Q_DECLARE_TR_FUNCTIONS(RegistrationsText)
};

constexpr std::array decisions{ReviewDecision::None, ReviewDecision::Approved, ReviewDecision::Flagged,
                               ReviewDecision::Rejected};
constexpr std::array decisionNames{"undecided", "approved", "flagged", "rejected"};

/// By its external id, else by its code.
Result<ListItem<Campaign>> find(Connection& connection, const std::string& name, const StopFlag& stop)
{
    CampaignQuery bySource;
    bySource.sourceCode = name;
    CampaignQuery byCode;
    byCode.code = name;
    std::vector<CampaignQuery> queries{bySource, byCode};
    // A name that is longer than a query may hold is looked for among all.
    if (!readRequest(toWire(bySource)) || !readRequest(toWire(byCode)))
        queries = {CampaignQuery()};
    for (const CampaignQuery& query : queries) {
        auto list = queryCampaigns(connection, query, {&stop, limits::retryPauses});
        if (!list)
            return tl::unexpected(list.error());
        for (Campaign& campaign : list->items) {
            if (campaign.sourceCode == name || campaign.code == name)
                return ListItem<Campaign>{list->text, std::make_shared<const Campaign>(std::move(campaign))};
        }
    }
    return tl::unexpected(Error{ErrorKind::Input,
                                RegistrationsText::tr("There is no campaign %1.").arg(toQString(name)),
                                RegistrationsText::tr("Name it by its external id or its code."),
                                {},
                                {}});
}

std::array<qint64, decisions.size()> decided(const ReviewDownload& download)
{
    std::array<qint64, decisions.size()> counts{};
    for (std::uint32_t row = 0; row < download.list->size(); ++row) {
        const ReviewCustomer& customer = download.list->at(row);
        if ((customer.lists & Registered) == 0)
            break; // the registered ones stand first
        const auto mark = download.marks.find(ReviewList::keyOf(customer));
        ++counts.at(mark == download.marks.end() ? 0 : static_cast<std::size_t>(mark->second.decision));
    }
    return counts;
}

void printJson(const ReviewDownload& download)
{
    const ReviewFigures& figures = download.list->figures();
    QJsonObject overlaps;
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists) {
        QStringList names;
        if ((lists & Covered) != 0)
            names << QStringLiteral("covered");
        if ((lists & Notified) != 0)
            names << QStringLiteral("notified");
        if ((lists & Registered) != 0)
            names << QStringLiteral("registered");
        overlaps[names.join(QLatin1Char('+'))] = static_cast<qint64>(figures.overlaps.at(lists));
    }
    QJsonObject marks;
    const auto counts = decided(download);
    for (std::size_t i = 0; i < counts.size(); ++i)
        marks[QLatin1String(decisionNames.at(i))] = counts.at(i);
    print(QJsonObject{{QStringLiteral("campaign"), toQString(download.list->campaign().name)},
                      {QStringLiteral("covered"), static_cast<qint64>(figures.covered)},
                      {QStringLiteral("notified"), static_cast<qint64>(figures.notified)},
                      {QStringLiteral("registered"), static_cast<qint64>(figures.registered)},
                      {QStringLiteral("only_in"), overlaps},
                      {QStringLiteral("decisions"), marks}});
}

void printWords(const ReviewDownload& download)
{
    const ReviewFigures& figures = download.list->figures();
    print(toQString(download.list->campaign().name));
    print(RegistrationsText::tr("covered %1, notified %2, registered %3")
              .arg(figures.covered)
              .arg(figures.notified)
              .arg(figures.registered));
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists) {
        if (figures.overlaps.at(lists) > 0)
            print(QStringLiteral("%1\t%2").arg(listsWord(lists)).arg(figures.overlaps.at(lists)));
    }
    const auto counts = decided(download);
    for (std::size_t i = 0; i < counts.size(); ++i)
        print(QStringLiteral("%1\t%2").arg(decisionWord(decisions.at(i))).arg(counts.at(i)));
}

} // namespace

int runRegistrations(Session& session)
{
    const Options& options = session.options();
    if (options.arguments.size() != 1 || options.arguments.first().trimmed().isEmpty())
        return complain(
            {ErrorKind::Usage,
             RegistrationsText::tr("registrations takes one campaign, by its external id or code."),
             {},
             {},
             {}});
    if (!options.outputPath.isEmpty() && !isTableName(options.outputPath))
        return complain({ErrorKind::Usage,
                         RegistrationsText::tr("--output takes a file that ends with .xlsx or .csv."),
                         {},
                         {},
                         {}});
    if (auto free = options.outputPath.isEmpty() ? Result<void>() : checkNew(options.outputPath); !free)
        return complain(free.error());
    auto data = session.data(false);
    if (!data)
        return complain(data.error());
    auto connection = session.connection();
    if (!connection)
        return complain(connection.error());
    session.watchInterrupts();
    const auto campaign = find(**connection, toUtf8(options.arguments.first()), session.control().stop);
    if (!campaign)
        return complain(campaign.error());
    CatalogueNews news;
    news.add(*campaign->value);
    teachCatalogue(session, std::move(news));
    const auto download = lookAtReview((*data)->marksPath(), session.scope(),
                                       std::make_shared<const ReviewList>(campaign->text, campaign->value),
                                       QDateTime::currentDateTimeUtc());
    if (!download)
        return complain(download.error());
    if (!options.outputPath.isEmpty()) {
        std::vector<std::uint32_t> rows(download->list->figures().registered);
        std::iota(rows.begin(), rows.end(), 0); // the registered ones stand first
        auto known = knownEntries(session);
        if (!known) // the decisions do not depend on it
            message(known.error().text());
        const CustomerAttributes facts(
            Catalogue().with(known ? *known : CatalogueNews())->list(EntryKind::Customer), *download->list);
        if (const auto written = exportReview(options.outputPath, *download, rows, download->marks, &facts);
            !written)
            return complain(written.error());
        message(RegistrationsText::tr("%1 registrations written to %2.")
                    .arg(rows.size())
                    .arg(options.outputPath));
    }
    if (options.json) // after what may fail: one object
        printJson(*download);
    else
        printWords(*download);
    session.tellClock();
    return AllDone;
}

} // namespace rangedesk::cli
