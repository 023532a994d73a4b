// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/batch.h"
#include "changes/snapshot.h"

#include <QStringList>
#include <map>

namespace rangedesk {

/// Whether clearing takes more than was asked for (decisions 17): the vendor's page leaves open what becomes
/// of rules whose condition contains the cleared one, and of customers that share a rule.
class ClearGuard
{
public:
    ClearGuard() = default;
    ClearGuard(const Batch& batch, const Snapshot& snapshot);

    /// As bytes, for the job's folder: what an earlier run had to watch is watched by its resume.
    std::string packed() const;
    void addPacked(const std::string& bytes);

    /// There is something that clearing might take besides.
    bool isNeeded() const { return !m_neighbours.empty(); }
    /// Clearing this target might take something besides.
    bool isNear(const std::string& targetKey) const { return m_near.contains(targetKey); }
    QStringList names() const;
    /// The customers to read, for `vanished`.
    std::vector<CustomerSelector> customers() const;
    /// What is not in force any more, by name. @pre everything, or the customers, were read after clearing
    QStringList vanished(const Snapshot& snapshot) const;

private:
    ChangeKind m_kind = ChangeKind::RangeProducts;
    std::set<std::string> m_near; ///< keys of targets that have a neighbour
    /// By rule id (of ranges) or customer id: its name, for people.
    std::map<std::string, QString> m_neighbours;
};

} // namespace rangedesk
