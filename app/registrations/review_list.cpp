// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_list.h"

#include "core/text.h"
#include "registrations/merchant_information.h"

#include <QStringList>
#include <algorithm>
#include <set>

namespace rangedesk {

namespace {

constexpr std::uint32_t abandonEvery = 256;
/// A telephone that more registrations share is nobody's: one that was filled in for having to fill in one.
constexpr std::size_t mostAlike = 200;

std::uint32_t digestOf(std::string_view text, std::uint32_t earlier = 0)
{
    if (text.empty())
        return earlier;
    constexpr std::uint64_t basis = 1469598103934665603ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = basis ^ earlier;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    return folded == 0 ? 1 : folded;
}

std::string keyOfEntry(std::string_view id, std::string_view code, std::string_view name)
{
    if (!id.empty())
        return "id=" + std::string(id);
    if (!code.empty())
        return "code=" + std::string(code);
    return "name=" + std::string(name);
}

bool isNumeral(QChar c)
{
    static const QString numerals = QString::fromUtf8("一二三四五六七八九十东南西北上下甲乙丙丁新老大小");
    return c.isDigit() || numerals.contains(c);
}

std::uint64_t hashOf(QStringView text, qsizetype without = -1)
{
    constexpr std::uint64_t basis = 1469598103934665603ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = basis;
    for (qsizetype at = 0; at < text.size(); ++at)
        hash = (hash ^ (at == without ? 1U : text[at].unicode())) * prime;
    return hash;
}

/// Customers that share a key, each with the next of the others. Keys are kept as hashes: a name has as many
/// as it has characters, and two texts with one hash would only be shown beside each other.
class Groups
{
public:
    /// @param most groups of more say nothing
    explicit Groups(std::size_t most) : m_most(most) {}
    void add(QStringView key, std::uint32_t row)
    {
        if (!key.isEmpty())
            m_entries.emplace_back(hashOf(key), row);
    }
    /// The texts that differ from one by a character, without the places where a number or a direction
    /// stands: "第2店" and "第3店" are two shops.
    void addNeighbours(const QString& name, std::uint32_t row)
    {
        for (qsizetype at = 0; at < name.size(); ++at) {
            if (!isNumeral(name[at]))
                m_entries.emplace_back(hashOf(name, at), row);
        }
    }
    template <typename Tell> void tell(const Tell& each)
    {
        std::sort(m_entries.begin(), m_entries.end());
        m_entries.erase(std::unique(m_entries.begin(), m_entries.end()), m_entries.end());
        for (std::size_t first = 0; first < m_entries.size();) {
            std::size_t end = first + 1;
            while (end < m_entries.size() && m_entries[end].first == m_entries[first].first)
                ++end;
            const std::size_t count = end - first;
            for (std::size_t i = first; count > 1 && count <= m_most && i < end; ++i)
                each(m_entries[i].second, m_entries[i + 1 < end ? i + 1 : first].second);
            first = end;
        }
    }

private:
    std::size_t m_most;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_entries;
};

} // namespace

QString comparableName(const QString& name)
{
    static const QStringList common{
        QString::fromUtf8("有限责任公司"), QString::fromUtf8("有限公司"), QString::fromUtf8("个体工商户"),
        QString::fromUtf8("便利店"),       QString::fromUtf8("经营部"),   QString::fromUtf8("连锁超市"),
        QString::fromUtf8("超市"),         QString::fromUtf8("商店"),     QString::fromUtf8("商行"),
        QString::fromUtf8("商场"),         QString::fromUtf8("店")};
    QString bare;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toLower()) {
        if (c.isLetterOrNumber())
            bare.append(c);
    }
    constexpr qsizetype shortest = 3;
    for (const QString& word : common) {
        if (bare.endsWith(word) && bare.size() - word.size() >= shortest) {
            bare.chop(word.size());
            break;
        }
    }
    return bare;
}

ReviewList::ReviewList(TextOwner text, std::shared_ptr<const Campaign> campaign,
                       const std::atomic<bool>* abandon)
    : m_text(std::move(text)), m_campaign(std::move(campaign))
{
    const std::size_t most =
        std::max({m_campaign->registered.size(), m_campaign->notified.size(), m_campaign->covered.size()});
    m_customers.reserve(most);
    m_places.reserve(most);
    take(m_campaign->registered, Registered);
    take(m_campaign->notified, Notified);
    take(m_campaign->covered, Covered);
    for (const ReviewCustomer& customer : m_customers) {
        ++m_figures.overlaps.at(customer.lists);
        m_figures.covered += (customer.lists & Covered) != 0 ? 1 : 0;
        m_figures.notified += (customer.lists & Notified) != 0 ? 1 : 0;
        m_figures.registered += (customer.lists & Registered) != 0 ? 1 : 0;
    }
    findLikeness(abandon);
}

void ReviewList::take(const std::vector<NamedEntry>& entries, CampaignLists list)
{
    for (const NamedEntry& entry : entries) {
        const auto [place, isNew] = m_places.emplace(keyOfEntry(entry.id, entry.code, entry.name),
                                                     static_cast<std::uint32_t>(m_customers.size()));
        if (isNew)
            m_customers.emplace_back().id = entry.id;
        ReviewCustomer& customer = m_customers[place->second];
        // A list may leave out what another one tells.
        const auto fill = [](std::string_view& field, std::string_view value) {
            if (field.empty())
                field = value;
        };
        fill(customer.code, entry.code);
        fill(customer.sourceCode, entry.sourceCode);
        fill(customer.name, entry.name);
        const bool isRepeat = (customer.lists & list) != 0 && list == Registered;
        if (isRepeat && customer.repeats < 255)
            ++customer.repeats;
        customer.lists = static_cast<std::uint8_t>(customer.lists | list);
        if (list != Registered || entry.merchantInformation.empty())
            continue;
        customer.digest = digestOf(entry.merchantInformation, customer.digest);
        if (customer.merchantInformation.empty())
            customer.merchantInformation = entry.merchantInformation;
        else if (entry.merchantInformation != customer.merchantInformation)
            m_further[place->second].push_back(entry.merchantInformation);
    }
}

void ReviewList::findLikeness(const std::atomic<bool>* abandon)
{
    constexpr std::size_t anyNumber = 1000;
    Groups phones(mostAlike);
    Groups licences(anyNumber);
    Groups names(anyNumber);
    constexpr qsizetype shortestName = 4;
    for (std::uint32_t row = 0; row < m_customers.size(); ++row) {
        ReviewCustomer& customer = m_customers[row];
        if ((customer.lists & Registered) == 0)
            break; // the registered ones stand first
        if (row % abandonEvery == 0 && abandon != nullptr && *abandon)
            return;
        const MerchantInformation information = parseMerchantInformation(customer.merchantInformation);
        customer.hasPictures = std::any_of(information.fields.begin(), information.fields.end(),
                                           [](const MerchantField& field) { return field.isPicture; });
        phones.add(phoneOf(information), row);
        licences.add(licenceOf(information), row);
        for (const std::string_view other : furtherInformation(row)) {
            const MerchantInformation more = parseMerchantInformation(other);
            phones.add(phoneOf(more), row);
            licences.add(licenceOf(more), row);
        }
        const QString name = comparableName(toQString(customer.name));
        if (name.size() < shortestName)
            continue;
        names.add(name, row);
        names.addNeighbours(name, row);
    }
    const auto mark = [this](Likeness likeness) {
        return [this, likeness](std::uint32_t row, std::uint32_t other) {
            ReviewCustomer& customer = m_customers[row];
            if (customer.partner == noCustomer)
                customer.partner = other;
            if (customer.partner == other)
                customer.likeness = static_cast<std::uint8_t>(customer.likeness | likeness);
        };
    };
    licences.tell(mark(SameLicence));
    phones.tell(mark(SamePhone));
    names.tell(mark(NearName));
}

std::string ReviewList::keyOf(const ReviewCustomer& customer)
{
    return keyOfEntry(customer.id, customer.code, customer.name);
}

std::vector<std::string_view> ReviewList::furtherInformation(std::uint32_t row) const
{
    const auto found = m_further.find(row);
    return found == m_further.end() ? std::vector<std::string_view>() : found->second;
}

std::uint32_t ReviewList::find(const std::string& key) const
{
    const auto found = m_places.find(key);
    return found == m_places.end() ? noCustomer : found->second;
}

std::string ReviewList::comparable(const QString& text)
{
    QString plain = text;
    plain.removeIf([](QChar c) { return c.isSpace(); });
    return foldedText(toUtf8(plain));
}

std::vector<ReviewList::Breakdown> ReviewList::breakdowns(const std::vector<std::uint32_t>& rows,
                                                          const std::atomic<bool>* abandon) const
{
    constexpr std::size_t mostFields = 60;
    constexpr std::size_t mostValues = 60; ///< more are no groups
    struct Counts
    {
        struct Value
        {
            QString text; ///< as it was first written
            std::size_t count = 0;
        };
        QString name;
        std::unordered_map<std::string, Value> values;
        std::size_t filled = 0;
    };
    std::unordered_map<std::string, Counts> fields;
    std::vector<std::string> order;
    std::size_t registered = 0;
    for (const std::uint32_t row : rows) {
        const ReviewCustomer& customer = m_customers[row];
        if ((customer.lists & Registered) == 0)
            continue;
        if (registered++ % abandonEvery == 0 && abandon != nullptr && *abandon)
            return {};
        std::set<std::string> met; // a field that is there twice is counted once
        for (const MerchantField& field : parseMerchantInformation(customer.merchantInformation).fields) {
            if (field.name.isEmpty() || field.value.isEmpty() || field.isPicture)
                continue;
            const std::string name = comparable(field.name);
            if (!met.insert(name).second)
                continue;
            auto found = fields.find(name);
            if (found == fields.end()) {
                if (order.size() >= mostFields)
                    continue;
                order.push_back(name);
                found = fields.emplace(name, Counts{field.name, {}, 0}).first;
            }
            Counts& counts = found->second;
            ++counts.filled;
            if (counts.values.size() <= mostValues) {
                Counts::Value& value = counts.values[comparable(field.value)];
                if (value.count++ == 0)
                    value.text = field.value;
            }
        }
    }
    std::vector<Breakdown> found;
    for (const std::string& name : order) {
        const Counts& counts = fields.at(name);
        const bool isGrouping = counts.values.size() > 1 && counts.values.size() <= mostValues &&
                                counts.values.size() * 2 <= counts.filled;
        if (!isGrouping)
            continue;
        Breakdown breakdown{counts.name, {}, registered - std::min(registered, counts.filled)};
        for (const auto& [key, value] : counts.values)
            breakdown.values.emplace_back(value.text, value.count);
        std::sort(breakdown.values.begin(), breakdown.values.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        found.push_back(std::move(breakdown));
    }
    // What groups best comes first.
    std::stable_sort(found.begin(), found.end(), [](const Breakdown& a, const Breakdown& b) {
        return a.values.size() < b.values.size();
    });
    return found;
}

} // namespace rangedesk
