// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entry_rows.h"
#include "models/rule_rows.h"
#include "session/desk.h"

namespace rangedesk::ui {

/// The rules by condition and those of customers, which answers need both: what the pages have read, and what
/// they have not is read now. Where the server tells own ranges only one customer at a time, those of the
/// customers that are asked about are read.
class BothRules : public QObject
{
    Q_OBJECT
public:
    /// @param rules, @param ownRules as read so far, or nullptr
    BothRules(Desk& desk, std::shared_ptr<const RuleRows> rules, std::shared_ptr<const RuleRows> ownRules,
              QObject* parent);
    ~BothRules() override;

    bool areThere() const { return m_rules && m_ownRules; }
    const std::shared_ptr<const RuleRows>& rules() const { return m_rules; }
    const std::shared_ptr<const RuleRows>& ownRules() const { return m_ownRules; }
    bool isReading() const { return m_reading != nullptr; }
    /// Ends in `read`, where something is missing.
    void readMissing();
    /// Own ranges are known of all customers; else of those that were asked for.
    bool knowsAllOwn() const { return m_ownRules && !m_ownRules->isPartial(); }
    bool knowsOwnOf(const Picked& customer) const;
    /// Ends in `read`, where that of a customer is not known. @pre areThere
    void readOwnOf(const std::vector<Picked>& customers);

Q_SIGNALS:
    /// @param problem where they could not be read; what was kept of an earlier reading is there all the same
    void read(const std::optional<rangedesk::Error>& problem);

private:
    Desk& m_desk;
    std::shared_ptr<const RuleRows> m_rules;
    std::shared_ptr<const RuleRows> m_ownRules;
    std::shared_ptr<ReadingProgress> m_reading;
    std::set<std::string> m_refused; ///< keys of customers whom the server would not show
};

} // namespace rangedesk::ui
