// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_reply.h"
#include "demo/demo_rules.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QString>
#include <map>
#include <memory>
#include <set>

namespace rangedesk::demo {

/// What the server answers, and how it is to be delivered.
struct Answer
{
    int httpStatus = 200;
    QByteArray body;
    std::string contentType = "application/json;charset=UTF-8";
    std::vector<std::pair<std::string, std::string>> headers;
    bool closes = false;                   ///< the connection closes without a reply
    bool silent = false;                   ///< no reply ever
    std::size_t cutAt = std::string::npos; ///< so many bytes, then the connection closes
    bool compressed = false;
};

/// Access of the demo company; not a secret.
inline constexpr const char* demoOpenid = "8930212674401593001";
inline constexpr const char* demoKey = "rangedesk4demo0key";

/// The ten operations on the demo data, without HTTP. Used in one thread.
class Operations
{
public:
    explicit Operations(DemoData data = seedData());

    /// Replays the writes of an earlier run from @p file and appends those of this one to it.
    bool keepIn(const QString& file);

    /// @p path is the whole path of the request, signature and all.
    Answer post(const std::string& path, const QByteArray& body);
    /// Switches, state and log for tests: /_demo/set, /_demo/state, /_demo/campaigns, /_demo/log,
    /// /_demo/edit, /_demo/figures.
    Answer control(const std::string& path, const QByteArray& body);

    Switches& switches() { return m_switches; }
    const DemoData& data() const { return m_data; }
    QDateTime now() const;

private:
    struct Call
    {
        std::string operation;
        std::string msgId;
        QJsonObject body;
        std::string raw;
    };

    std::string authenticate(const std::vector<std::string>& parts, const QByteArray& body) const;
    Answer query(const Call& call);
    Answer write(const Call& call, const std::optional<Fault>& fault);
    Written apply(const std::string& operation, const QJsonObject& body, const std::string& now,
                  const std::optional<std::string>& half);
    Written saveCampaign(const QJsonObject& body, const std::string& now);
    Written registerCustomers(const QJsonObject& body);
    std::vector<std::string> rules(const QJsonObject& body, bool ofCustomers);
    std::vector<std::string> campaigns(const QJsonObject& body) const;
    void keep(const std::string& operation, const QByteArray& body, const std::string& now);
    void hideForAWhile(std::vector<RuleData> before);
    const RuleData* visible(const RuleData& rule) const;
    std::string stateText() const;
    std::string campaignText() const;
    std::string logText() const;

    struct LogEntry
    {
        std::string operation;
        std::string msgId;
        std::string body;
        bool applied = false;
        std::string code;
    };
    struct Hidden
    {
        QDateTime until;
        std::optional<RuleData> before; ///< nothing: the rule does not show at all
    };

    DemoData m_data;
    Switches m_switches;
    RuleBook m_rules;
    ReplyWriter m_writer;
    std::map<std::string, Hidden> m_hidden; ///< by rule id
    std::vector<LogEntry> m_log;
    std::set<std::string> m_messages;
    std::unique_ptr<QFile> m_file;
    qint64 m_buildMicroseconds = 0;
};

} // namespace rangedesk::demo
