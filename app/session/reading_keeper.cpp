// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reading_keeper.h"

#include "core/rule_key.h"
#include "core/text.h"
#include "openapi/decode.h"
#include "openapi/record_text.h"
#include "session/worker.h"

#include <QFileInfo>

namespace rangedesk {

namespace {

/// Records are decoded in replies of about this size: few texts, and none that keeps much alive for one
/// record.
constexpr std::size_t replyBytesWanted = 256UL * 1024;

QString enabledText(const EnabledDimensions& enabled)
{
    if (!enabled)
        return {};
    QStringList codes;
    for (const Dimension dimension : *enabled)
        codes.append(toQString(filterCodeOf(dimension)));
    return codes.isEmpty() ? QStringLiteral("") : codes.join(QLatin1Char(',')); // never null
}

EnabledDimensions enabledOf(const QString& text)
{
    if (text.isNull())
        return std::nullopt;
    std::set<Dimension> enabled;
    for (const QString& code : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const auto dimension = dimensionOfFilterCode(toUtf8(code)))
            enabled.insert(*dimension);
    }
    return enabled;
}

/// @param decode makes items of a reply's body
template <typename T, typename Decode>
Result<std::optional<KeptReading<T>>> loadKept(const QString& path, const QString& scope, ReadList list,
                                               Decode decode)
{
    if (!QFileInfo::exists(path))
        return std::optional<KeptReading<T>>();
    auto file = ReadingFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    KeptReading<T> kept;
    ReplyText reply;
    const auto flush = [&]() -> Result<void> {
        auto page = decode(reply.take());
        if (!page)
            return tl::unexpected(page.error());
        appendItems(kept.items, std::move(*page));
        return {};
    };
    auto moment = file->load(scope, list, [&](std::string text) -> Result<void> {
        reply.add(std::exchange(text, {})); // gone before it is decoded
        return reply.size() < replyBytesWanted ? Result<void>() : flush();
    });
    if (!moment)
        return tl::unexpected(moment.error());
    if (auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    if (!*moment)
        return std::optional<KeptReading<T>>();
    kept.moment = {(*moment)->startedAt, (*moment)->readAt.toLocalTime()};
    kept.enabled = enabledOf((*moment)->enabled);
    return kept;
}

} // namespace

Result<std::optional<KeptReading<SaleRule>>> loadKeptRules(const QString& path, const QString& scope,
                                                           bool ofCustomers)
{
    const Operation operation = ofCustomers ? Operation::GetSaleRangeCusPds : Operation::GetSaleRangePds;
    return loadKept<SaleRule>(
        path, scope, ofCustomers ? ReadList::CustomerRules : ReadList::Rules,
        [operation](std::string body) { return decodeRules(operation, std::move(body), {}); });
}

Result<std::optional<KeptReading<Campaign>>> loadKeptCampaigns(const QString& path, const QString& scope)
{
    return loadKept<Campaign>(path, scope, ReadList::Campaigns,
                              [](std::string body) { return decodeCampaigns(std::move(body), {}); });
}

LatestRules readLatestRules(Connection& connection, const QString& path, const QString& scope,
                            bool ofCustomers, ReadingProgress& progress)
{
    LatestRules latest;
    latest.ofCustomers = ofCustomers;
    if (auto kept = loadKeptRules(path, scope, ofCustomers); kept && *kept) {
        latest.kept = std::move((*kept)->items);
        latest.enabled = std::move((*kept)->enabled);
        latest.since = (*kept)->moment.startedAt;
    }
    if (auto news = readRuleList(connection, ofCustomers, latest.since, progress))
        latest.news = std::move(*news);
    else
        latest.problem = news.error();
    return latest;
}

ReadingKeeper::ReadingKeeper(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ReadingKeeper::~ReadingKeeper()
{
    m_pool.waitForDone();
}

void ReadingKeeper::open(const QString& path, const QString& scope)
{
    m_path = path;
    m_scope = scope;
}

void ReadingKeeper::keepRules(bool ofCustomers, std::vector<ListItem<SaleRule>> rules,
                              const QDateTime& startedAt, const EnabledDimensions& enabled,
                              const std::optional<QDateTime>& since)
{
    const std::size_t count = rules.size();
    auto record = [rules = std::move(rules)](std::size_t i) {
        const SaleRule& rule = *rules[i].value;
        return ReadingFile::Record{ruleKey(rule), [&rule](const TextSink& sink) { writeRecord(rule, sink); }};
    };
    const auto continued = since ? std::optional(ReadingFile::Continued{*since}) : std::nullopt;
    keep(ofCustomers ? ReadList::CustomerRules : ReadList::Rules, count, std::move(record),
         {startedAt, QDateTime::currentDateTime(), enabledText(enabled)}, continued);
}

void ReadingKeeper::keepCampaigns(std::vector<ListItem<Campaign>> campaigns, const QDateTime& startedAt,
                                  const std::optional<ReadingFile::Continued>& continued)
{
    const std::size_t count = campaigns.size();
    auto record = [campaigns = std::move(campaigns)](std::size_t i) {
        const Campaign& campaign = *campaigns[i].value;
        return ReadingFile::Record{campaignKey(campaign),
                                   [&campaign](const TextSink& sink) { writeRecord(campaign, sink); }};
    };
    keep(ReadList::Campaigns, count, std::move(record), {startedAt, QDateTime::currentDateTime(), {}},
         continued);
}

void ReadingKeeper::keep(ReadList list, std::size_t count,
                         std::function<ReadingFile::Record(std::size_t)> record,
                         const ReadingFile::Moment& moment,
                         const std::optional<ReadingFile::Continued>& continued)
{
    if (m_path.isEmpty())
        return;
    const auto work = [path = m_path, scope = m_scope, list, count, record = std::move(record), moment,
                       continued]() -> Result<void> {
        auto file = ReadingFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        return file->keep(scope, list, count, record, moment, continued);
    };
    const auto done = [this](const Result<void>& kept) {
        if (!kept)
            Q_EMIT failed(kept.error());
    };
    inWorker(this, work, done, &m_pool);
}

} // namespace rangedesk
