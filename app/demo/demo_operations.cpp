// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_operations.h"

#include "demo/demo_body.h"
#include "demo/demo_validation.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace rangedesk::demo {

namespace {

constexpr int signatureToleranceSeconds = 600;

std::vector<std::string> splitPath(const std::string& path)
{
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at < path.size()) {
        const std::size_t slash = path.find('/', at);
        const std::size_t end = slash == std::string::npos ? path.size() : slash;
        if (end > at)
            parts.push_back(path.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

bool isQuery(const std::string& operation)
{
    return operation.starts_with("query") || operation.starts_with("get");
}

bool namesCustomer(const QJsonObject& body)
{
    return !text(body, "cm_id").empty() || !text(body, "cm_code").empty() || !text(body, "cm_name").empty() ||
           !text(body, "cm_source_code").empty();
}

Answer status(int code, const QByteArray& body = "<html><body>demo</body></html>")
{
    Answer answer;
    answer.httpStatus = code;
    answer.body = body;
    answer.contentType = "text/html";
    return answer;
}

} // namespace

Operations::Operations(DemoData data) : m_data(std::move(data)), m_rules(m_data), m_writer(m_data, m_switches)
{}

QDateTime Operations::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(m_switches.clockSkewSeconds);
}

bool Operations::keepIn(const QString& file)
{
    m_file = std::make_unique<QFile>(file);
    if (!m_file->open(QIODevice::ReadWrite | QIODevice::Append))
        return false;
    m_file->seek(0);
    while (!m_file->atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(m_file->readLine()).object();
        if (!entry.isEmpty())
            apply(text(entry, "operation"), entry.value(QLatin1String("body")).toObject(), text(entry, "now"),
                  std::nullopt);
    }
    m_rules.takeTouched();
    return true;
}

void Operations::keep(const std::string& operation, const QByteArray& body, const std::string& now)
{
    if (!m_file)
        return;
    QJsonObject entry;
    entry[QLatin1String("operation")] = QString::fromStdString(operation);
    entry[QLatin1String("body")] = QJsonDocument::fromJson(body).object();
    entry[QLatin1String("now")] = QString::fromStdString(now);
    m_file->write(QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n');
    m_file->flush();
}

std::string Operations::authenticate(const std::vector<std::string>& parts, const QByteArray& body) const
{
    const std::string& openid = parts[4];
    const std::string& timestamp = parts[5];
    if (openid != demoOpenid)
        return "openid不存在";
    QDateTime moment =
        QDateTime::fromString(QString::fromStdString(timestamp), QStringLiteral("yyyyMMddHHmmss"));
    moment.setTimeZone(QTimeZone(8 * 3600));
    if (!moment.isValid() || std::abs(moment.secsTo(now())) > signatureToleranceSeconds)
        return "签名验证失败,时间戳超出允许范围";
    const QByteArray signedText = body + '|' + demoKey + '|' + QByteArray::fromStdString(timestamp);
    if (QCryptographicHash::hash(signedText, QCryptographicHash::Md5).toHex().toStdString() != parts[6])
        return "签名验证失败";
    return {};
}

Answer Operations::post(const std::string& path, const QByteArray& body)
{
    const std::vector<std::string> parts = splitPath(path);
    if (parts.size() != 8 || parts[0] != "api" || parts[2] != "v1")
        return status(404);
    Call call{parts[3], parts[7], {}, body.toStdString()};
    const std::string home =
        call.operation.ends_with("Campaign") || call.operation == "applyCallBack" ? "bcwin" : "product";
    if (parts[1] != home)
        return status(404);
    Answer answer;
    QJsonParseError parseError{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    std::string refusal = authenticate(parts, body);
    std::string code = refusal.empty() ? "1" : "100606";
    if (refusal.empty() && (parseError.error != QJsonParseError::NoError || !document.isObject()))
        refusal = "请求报文不是JSON对象";
    if (refusal.empty() && !m_messages.insert(call.msgId).second)
        refusal = "msg_id重复";
    call.body = document.object();
    if (refusal.empty())
        refusal = faultIn(call.operation, call.body).value_or(std::string());
    if (!refusal.empty()) {
        m_log.push_back({call.operation, call.msgId, call.raw, false, code});
        answer.body = m_writer.plain(call.msgId, code, refusal, false);
        return answer;
    }
    QElapsedTimer timer;
    timer.start();
    const auto fault = m_switches.take(call.operation);
    using Kind = Fault::Kind;
    if (fault) {
        switch (fault->kind) {
        case Kind::Http500:
            answer = status(500);
            break;
        case Kind::Http503:
            answer = status(503);
            answer.headers.emplace_back("Retry-After", "1");
            break;
        case Kind::Http429:
            answer = status(429);
            answer.headers.emplace_back("Retry-After", "1");
            break;
        case Kind::Redirect:
            answer = status(302);
            answer.headers.emplace_back("Location", "http://127.0.0.1:1/elsewhere");
            break;
        case Kind::Html:
            answer = status(200, "<html><body>系统维护中</body></html>");
            break;
        case Kind::BadJson:
            answer.body = R"({"return_code":"0","return_msg":)";
            break;
        case Kind::NotUtf8:
            answer.body = "{\"return_code\":\"0\",\"return_msg\":\"\xC9\xCC\xC6\xB7\"}";
            break;
        case Kind::CloseBefore:
            answer.closes = true;
            break;
        case Kind::SilentBefore:
            answer.silent = true;
            break;
        case Kind::Refuse:
            answer.body = m_writer.plain(call.msgId, "1", fault->words, false);
            break;
        case Kind::Throttle:
            answer.body = m_writer.plain(call.msgId, "1", "请求过于频繁,请稍后再试", false);
            break;
        case Kind::Bomb:
            answer.body = QByteArray(64 << 20, ' ');
            answer.compressed = true;
            break;
        case Kind::Truncated:
        case Kind::OtherMessage:
        case Kind::CloseAfter:
        case Kind::SilentAfter:
        case Kind::RefusePartly:
        case Kind::ClosePartly:
            answer = isQuery(call.operation) ? query(call) : write(call, fault);
            break;
        }
        const bool reached = fault->kind == Kind::Truncated || fault->kind == Kind::OtherMessage ||
                             fault->kind == Kind::CloseAfter || fault->kind == Kind::SilentAfter ||
                             fault->kind == Kind::RefusePartly || fault->kind == Kind::ClosePartly;
        if (!reached)
            m_log.push_back({call.operation, call.msgId, call.raw, false, "fault"});
        answer.closes = answer.closes || fault->kind == Kind::CloseAfter || fault->kind == Kind::ClosePartly;
        answer.silent = answer.silent || fault->kind == Kind::SilentAfter;
        if (fault->kind == Kind::Truncated)
            answer.cutAt = static_cast<std::size_t>(answer.body.size()) / 2;
        if (fault->kind == Kind::OtherMessage) {
            answer.body.replace(QByteArray::fromStdString(call.msgId), "another-message");
        }
    } else {
        answer = isQuery(call.operation) ? query(call) : write(call, fault);
    }
    answer.compressed = answer.compressed || m_switches.compressed;
    m_buildMicroseconds += timer.nsecsElapsed() / 1000;
    return answer;
}

Answer Operations::query(const Call& call)
{
    m_log.push_back({call.operation, call.msgId, call.raw, false, "0"});
    Answer answer;
    std::vector<std::string> items;
    if (call.operation == "queryPdSaleRange") {
        items.push_back(m_writer.dimensions());
    } else if (call.operation == "queryCampaign") {
        items = campaigns(call.body);
    } else {
        const bool ofCustomers = call.operation == "getSaleRangeCusPds";
        if (ofCustomers && m_switches.needCustomer && !namesCustomer(call.body)) {
            answer.body = m_writer.plain(call.msgId, "1", "客户不能为空!", false);
            return answer;
        }
        items = rules(call.body, ofCustomers);
    }
    answer.body = m_writer.query(call.msgId, std::move(items));
    return answer;
}

const RuleData* Operations::visible(const RuleData& rule) const
{
    const auto hidden = m_hidden.find(rule.id);
    if (hidden == m_hidden.end() || hidden->second.until <= QDateTime::currentDateTimeUtc())
        return &rule;
    return hidden->second.before ? &*hidden->second.before : nullptr;
}

std::vector<std::string> Operations::rules(const QJsonObject& body, bool ofCustomers)
{
    const std::vector<RuleData>& all = ofCustomers ? m_data.customerRules : m_data.rangeRules;
    const bool named = namesCustomer(body);
    const std::vector<std::size_t> customers = m_rules.customersNamed(body);
    const auto page = static_cast<std::size_t>(body.value(QLatin1String("page_number")).toInt(1));
    const auto length = static_cast<std::size_t>(body.value(QLatin1String("page_length")).toInt(1000));
    std::vector<const RuleData*> listed;
    listed.reserve(all.size());
    for (const RuleData& current : all)
        listed.push_back(visible(current));
    if (m_switches.newestLast)
        std::stable_sort(listed.begin(), listed.end(), [](const RuleData* a, const RuleData* b) {
            return a != nullptr && (b == nullptr || a->modifyTime < b->modifyTime);
        });
    std::size_t passed = 0;
    std::vector<std::string> items;
    for (const RuleData* rule : listed) {
        if (rule == nullptr || (m_switches.hideDeleted && rule->deleted) ||
            !within(rule->createTime, text(body, "start_create_date"), text(body, "end_create_date")) ||
            !within(rule->modifyTime, text(body, "start_modify_date"), text(body, "end_modify_date")))
            continue;
        std::size_t customer = std::string::npos;
        if (ofCustomers && named) {
            const auto found = std::find_first_of(rule->customers.begin(), rule->customers.end(),
                                                  customers.begin(), customers.end());
            if (found == rule->customers.end())
                continue;
            customer = *found;
        }
        const std::size_t position = passed++;
        if (position < (page - 1) * length || position >= page * length)
            continue;
        items.push_back(ofCustomers ? m_writer.customerRule(*rule, customer) : m_writer.rangeRule(*rule));
    }
    return items;
}

Written Operations::apply(const std::string& operation, const QJsonObject& body, const std::string& now,
                          const std::optional<std::string>& half)
{
    if (operation == "modifySaleRangePds")
        return m_rules.modifyRange(body, now, half);
    if (operation == "removeSaleRange")
        return m_rules.clearRange(body, now, m_switches.clearWidens);
    if (operation == "modifyCmSaleRangeByPds")
        return m_rules.modifyCustomer(body, now, half);
    if (operation == "removeCmSaleRange")
        return m_rules.clearCustomer(body, now);
    if (operation == "addOrUpdateCampaign")
        return saveCampaign(body, now);
    return registerCustomers(body);
}

Answer Operations::write(const Call& call, const std::optional<Fault>& fault)
{
    const std::string stamp =
        now().toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toStdString();
    Written written;
    const bool ofRanges = call.operation.find("SaleRange") != std::string::npos;
    const bool partly =
        fault && (fault->kind == Fault::Kind::RefusePartly || fault->kind == Fault::Kind::ClosePartly);
    std::string refusedProduct;
    for (const auto& item : call.body.value(QLatin1String("sale_products")).toArray()) {
        const QJsonObject product = item.toObject();
        if (!m_switches.refuseProduct.empty() && (text(product, "product_code") == m_switches.refuseProduct ||
                                                  text(product, "product_id") == m_switches.refuseProduct))
            refusedProduct = m_switches.refuseProduct;
    }
    if (ofRanges && m_switches.rangesDisabled) {
        written = {"1", "没有启用可售范围!", false};
    } else if (!refusedProduct.empty()) {
        written = {"1", "商品" + refusedProduct + "已停用,不允许设置可售", false};
    } else {
        const std::vector<RuleData> before =
            m_switches.visibleDelayMs > 0
                ? (call.operation.find("Cm") != std::string::npos ? m_data.customerRules : m_data.rangeRules)
                : std::vector<RuleData>{};
        written =
            apply(call.operation, call.body, stamp, partly ? std::optional(fault->words) : std::nullopt);
        hideForAWhile(before);
        if (written.applied && !partly)
            keep(call.operation, QByteArray::fromStdString(call.raw), stamp);
    }
    m_log.push_back({call.operation, call.msgId, call.raw, written.applied, written.code});
    Answer answer;
    answer.body =
        m_writer.plain(call.msgId, written.code, written.message,
                       call.operation == "addOrUpdateCampaign" || call.operation == "applyCallBack");
    return answer;
}

/// Keeps showing the rules as they were before the write that was just made.
void Operations::hideForAWhile(std::vector<RuleData> before)
{
    const std::vector<std::string> touched = m_rules.takeTouched();
    if (m_switches.visibleDelayMs <= 0)
        return;
    for (const std::string& id : touched) {
        Hidden hidden;
        hidden.until = QDateTime::currentDateTimeUtc().addMSecs(m_switches.visibleDelayMs);
        const auto found =
            std::find_if(before.begin(), before.end(), [&](const RuleData& rule) { return rule.id == id; });
        if (found != before.end())
            hidden.before = *found;
        // What is still hidden stays as it was before the first of the writes.
        const auto still = m_hidden.find(id);
        if (still != m_hidden.end() && still->second.until > QDateTime::currentDateTimeUtc())
            hidden.before = still->second.before;
        m_hidden[id] = std::move(hidden);
    }
}

std::string Operations::logText() const
{
    std::string out;
    for (const LogEntry& entry : m_log) {
        for (const std::string_view cell :
             {std::string_view(entry.operation), std::string_view(entry.msgId),
              std::string_view(entry.applied ? "applied" : "-"), std::string_view(entry.code)})
            out.append(cell).append(1, '\t');
        out.append(entry.body).append(1, '\n');
    }
    return out;
}

Answer Operations::control(const std::string& path, const QByteArray& body)
{
    Answer answer;
    answer.contentType = "text/plain;charset=UTF-8";
    if (path == "/_demo/state") {
        answer.body = QByteArray::fromStdString(stateText());
    } else if (path == "/_demo/campaigns") {
        answer.body = QByteArray::fromStdString(campaignText());
    } else if (path == "/_demo/log") {
        answer.body = QByteArray::fromStdString(logText());
    } else if (path == "/_demo/figures") {
        answer.body = QByteArray::number(m_buildMicroseconds) + ' ' + QByteArray::number(m_log.size());
    } else if (path == "/_demo/set") {
        for (const QByteArray& line : body.split('\n')) {
            const qsizetype equals = line.indexOf('=');
            if (equals > 0 &&
                !m_switches.set(line.left(equals).toStdString(), line.mid(equals + 1).toStdString()))
                return status(400, "unknown switch: " + line);
        }
    } else if (path == "/_demo/edit") { // what another user does meanwhile: operation, line end, body
        const qsizetype end = body.indexOf('\n');
        const std::string operation = body.left(end).trimmed().toStdString();
        const std::string stamp =
            now().toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toStdString();
        const Written written =
            apply(operation, QJsonDocument::fromJson(body.mid(end + 1)).object(), stamp, std::nullopt);
        m_rules.takeTouched();
        if (written.applied)
            keep(operation, body.mid(end + 1), stamp);
        answer.body = QByteArray::fromStdString(written.code + ' ' + written.message);
    } else {
        return status(404);
    }
    return answer;
}

} // namespace rangedesk::demo
