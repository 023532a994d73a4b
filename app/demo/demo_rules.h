// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_data.h"
#include "demo/demo_switches.h"

#include <QJsonObject>
#include <optional>
#include <unordered_map>

namespace rangedesk::demo {

/// What a writing operation did: its code and words.
struct Written
{
    std::string code;
    std::string message;
    bool applied = false;
};

/// The sale ranges of the demo company and the operations that change them.
class RuleBook
{
public:
    explicit RuleBook(DemoData& data);

    /// Operations 7 to 10. @p now is yyyy-MM-dd HH:mm:ss; with @p half only the first half of the
    /// products is applied and the request refused all the same, in @p half's words.
    Written modifyRange(const QJsonObject& body, const std::string& now,
                        const std::optional<std::string>& half);
    /// @param widens takes the ranges that contain the cleared one, too
    Written clearRange(const QJsonObject& body, const std::string& now, bool widens);
    Written modifyCustomer(const QJsonObject& body, const std::string& now,
                           const std::optional<std::string>& half);
    Written clearCustomer(const QJsonObject& body, const std::string& now);

    /// Customer indices that the parameters cm_id, cm_code, cm_name, cm_source_code name, by priority.
    std::vector<std::size_t> customersNamed(const QJsonObject& body) const;
    std::optional<std::size_t> productNamed(const QJsonObject& product) const;
    /// The ids of rules that a write has just changed, for the delay of their showing.
    std::vector<std::string> takeTouched() { return std::exchange(m_touched, {}); }

private:
    using Conditions = std::map<std::size_t, std::vector<std::size_t>>;

    std::optional<Conditions> conditionsOf(const QJsonObject& body, std::string& fault) const;
    RuleData* rangeOf(const Conditions& conditions);
    RuleData* ruleOfCustomer(std::size_t customer);
    Written change(RuleData& rule, const QJsonObject& body, const std::string& now,
                   const std::optional<std::string>& half, bool isNewRule);

    DemoData& m_data;
    std::map<Conditions, std::size_t> m_ranges; ///< live rules
    std::unordered_map<std::size_t, std::size_t> m_customerRules;
    std::unordered_map<std::string, std::size_t> m_productsById;
    std::unordered_map<std::string, std::size_t> m_productsByCode;
    std::unordered_multimap<std::string, std::size_t> m_customersBy; ///< "id=…", "code=…", …
    std::vector<std::string> m_touched;
};

} // namespace rangedesk::demo
