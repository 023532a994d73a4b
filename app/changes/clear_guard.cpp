// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/clear_guard.h"

#include "core/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace rangedesk {

namespace {

/// Whether `ids`, separated by commas, hold this one.
bool holdsId(std::string_view ids, std::string_view id)
{
    for (std::size_t start = 0; start <= ids.size();) {
        const std::size_t end = std::min(ids.find(',', start), ids.size());
        if (trimmed(ids.substr(start, end - start)) == id)
            return true;
        start = end + 1;
    }
    return false;
}

bool containsCondition(const SaleRule& rule, const Condition& condition)
{
    return std::any_of(rule.fields.begin(), rule.fields.end(), [&](const RuleField& field) {
        return dimensionOfFilterCode(field.filterCode) == condition.dimension &&
               holdsId(field.selectedId, condition.value);
    });
}

QString rangeName(const SaleRule& rule)
{
    QStringList names;
    for (const RuleField& field : rule.fields)
        names << toQString(field.selectedName.empty() ? field.selectedId : field.selectedName);
    return names.join(QStringLiteral(" & "));
}

std::vector<const Target*> clearedTargets(const Batch& batch)
{
    std::vector<const Target*> targets;
    for (const Row& row : batch.rows) {
        const bool isMeant = row.type == ChangeType::Clear && row.primary == noIndex && row.isPlanned();
        if (isMeant && batch.targets[row.target].comparable)
            targets.push_back(&batch.targets[row.target]);
    }
    return targets;
}

} // namespace

ClearGuard::ClearGuard(const Batch& batch, const Snapshot& snapshot) : m_kind(batch.kind)
{
    const std::vector<const Target*> targets = clearedTargets(batch);
    std::set<std::string> cleared;
    for (const Target* target : targets)
        cleared.insert(target->key);
    if (m_kind == ChangeKind::CustomerProducts) {
        std::set<std::string> sharers;
        for (const Target* target : targets) {
            std::set<std::string> ofTarget;
            snapshot.collectSharers(target->key, ofTarget);
            if (!ofTarget.empty())
                m_near.insert(target->key);
            sharers.merge(ofTarget);
        }
        for (const std::string& id : sharers) {
            const Snapshot::Label* label = snapshot.customerLabel(id);
            if (!cleared.contains(id))
                m_neighbours.emplace(id,
                                     toQString(label != nullptr && !label->name.empty() ? label->name : id));
        }
        return;
    }
    std::set<std::string_view> own; // rules that are cleared on purpose
    for (const std::string& key : cleared) {
        for (const SnapshotRule* entry : snapshot.rulesOf(key))
            own.insert(entry->rule->id);
    }
    for (const SnapshotRule* entry : snapshot.rangesInForce()) {
        const SaleRule& rule = *entry->rule;
        if (own.contains(rule.id))
            continue;
        for (const Target* target : targets) {
            const bool contains = std::all_of(target->conditions.begin(), target->conditions.end(),
                                              [&](const Condition& c) { return containsCondition(rule, c); });
            if (!contains)
                continue;
            m_near.insert(target->key);
            m_neighbours.emplace(std::string(rule.id), rangeName(rule));
        }
    }
}

std::vector<CustomerSelector> ClearGuard::customers() const
{
    std::vector<CustomerSelector> selectors;
    if (m_kind == ChangeKind::CustomerProducts) {
        for (const auto& [id, name] : m_neighbours)
            selectors.push_back({SelectBy::Id, id});
    }
    return selectors;
}

QStringList ClearGuard::vanished(const Snapshot& snapshot) const
{
    std::set<std::string_view> inForce;
    for (const SnapshotRule* entry : snapshot.rangesInForce())
        inForce.insert(entry->rule->id);
    QStringList gone;
    for (const auto& [id, name] : m_neighbours) {
        const bool isThere =
            m_kind == ChangeKind::RangeProducts ? inForce.contains(id) : !snapshot.rulesOf(id).empty();
        if (!isThere)
            gone << name;
    }
    return gone;
}

QStringList ClearGuard::names() const
{
    QStringList all;
    for (const auto& [id, name] : m_neighbours)
        all << name;
    return all;
}

std::string ClearGuard::packed() const
{
    QJsonObject object;
    for (const auto& [id, name] : m_neighbours)
        object[toQString(id)] = name;
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

void ClearGuard::addPacked(const std::string& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    for (auto at = object.begin(); at != object.end(); ++at)
        m_neighbours.emplace(toUtf8(at.key()), at.value().toString());
}

} // namespace rangedesk
