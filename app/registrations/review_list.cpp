// SPDX-License-Identifier: GPL-3.0-or-later
#include "registrations/review_list.h"

#include "core/text.h"
#include "registrations/customer_keys.h"
#include "registrations/merchant_information.h"

#include <QStringList>
#include <algorithm>
#include <unordered_map>

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

bool isNumeral(QChar c)
{
    static const QString numerals = QString::fromUtf8("一二三四五六七八九十东南西北上下甲乙丙丁新老大小");
    return c.isDigit() || numerals.contains(c);
}

constexpr std::uint64_t hashBasis = 1469598103934665603ULL;
constexpr std::uint64_t hashPrime = 1099511628211ULL;

std::uint64_t hashOf(QStringView text, qsizetype without = -1)
{
    std::uint64_t hash = hashBasis;
    for (qsizetype at = 0; at < text.size(); ++at)
        hash = (hash ^ (at == without ? 1U : text[at].unicode())) * hashPrime;
    return hash;
}

std::uint64_t hashOfShortened(QStringView text, qsizetype leftOut)
{
    std::uint64_t hash = hashBasis;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (at != leftOut)
            hash = (hash ^ text[at].unicode()) * hashPrime;
    }
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

/// Names that another one has with a character more. A number more is another shop of the chain.
class ShortenedNames
{
public:
    void add(const QString& name, std::uint32_t row)
    {
        m_rows.try_emplace(hashOf(name), row);
        m_names.emplace_back(name, row);
    }
    template <typename Tell> void tell(qsizetype shortest, const Tell& each) const
    {
        constexpr qsizetype longest = 64; // a longer one is no name
        for (const auto& [name, row] : m_names) {
            for (qsizetype at = 0; name.size() > shortest && name.size() <= longest && at < name.size();
                 ++at) {
                if (isNumeral(name[at]))
                    continue;
                const auto found = m_rows.find(hashOfShortened(name, at));
                if (found == m_rows.end() || found->second == row)
                    continue;
                each(row, found->second);
                each(found->second, row);
                break;
            }
        }
    }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_rows; ///< the first that bears a name
    std::vector<std::pair<QString, std::uint32_t>> m_names;
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
    std::vector<const NamedEntry*> firsts;
    firsts.reserve(most);
    CustomerKeys keys;
    keys.add({&m_campaign->registered, &m_campaign->notified, &m_campaign->covered});
    take(m_campaign->registered, Registered, keys, firsts);
    take(m_campaign->notified, Notified, keys, firsts);
    take(m_campaign->covered, Covered, keys, firsts);
    for (const ReviewCustomer& customer : m_customers) {
        ++m_figures.overlaps.at(customer.lists);
        m_figures.covered += (customer.lists & Covered) != 0 ? 1 : 0;
        m_figures.notified += (customer.lists & Notified) != 0 ? 1 : 0;
        m_figures.registered += (customer.lists & Registered) != 0 ? 1 : 0;
    }
    findLikeness(abandon);
}

void ReviewList::take(const std::vector<NamedEntry>& entries, CampaignLists list, const CustomerKeys& keys,
                      std::vector<const NamedEntry*>& firsts)
{
    for (const NamedEntry& entry : entries) {
        const std::string key = keys.keyOf(entry);
        const auto found =
            m_places.find(key, [&](std::uint32_t place) { return keys.keyOf(*firsts[place]) == key; });
        const auto row = found.value_or(static_cast<std::uint32_t>(m_customers.size()));
        if (!found) {
            m_places.add(key, row);
            m_customers.emplace_back();
            firsts.push_back(&entry);
        }
        // A decision on the code alone, from before the server told the id, is one on this customer.
        if (entry.id.empty() && !entry.code.empty() && list == Registered)
            m_placesByCode.emplace(CustomerKeys::ownKey({}, entry.code, {}), row);
        ReviewCustomer& customer = m_customers[row];
        // A list may leave out what another one tells.
        const auto fill = [](std::string_view& field, std::string_view value) {
            if (field.empty())
                field = value;
        };
        fill(customer.id, entry.id);
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
            m_further[row].push_back(entry.merchantInformation);
    }
}

void ReviewList::findLikeness(const std::atomic<bool>* abandon)
{
    constexpr std::size_t anyNumber = 1000;
    Groups phones(mostAlike);
    Groups licences(anyNumber);
    Groups names(anyNumber);
    ShortenedNames shortened;
    ReviewFieldCollector fields;
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
        fields.add(row, information);
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
        shortened.add(name, row);
    }
    m_fields = fields.take(m_figures.registered);
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
    shortened.tell(shortestName, mark(NearName));
}

std::string ReviewList::keyOf(const ReviewCustomer& customer)
{
    return CustomerKeys::ownKey(customer.id, customer.code, customer.name);
}

std::vector<std::string_view> ReviewList::furtherInformation(std::uint32_t row) const
{
    const auto found = m_further.find(row);
    return found == m_further.end() ? std::vector<std::string_view>() : found->second;
}

std::uint32_t ReviewList::find(const std::string& key) const
{
    if (const auto row = m_places.find(key, [&](std::uint32_t at) { return keyOf(m_customers[at]) == key; }))
        return *row;
    const auto found = m_placesByCode.find(key);
    return found == m_placesByCode.end() ? noCustomer : found->second;
}

} // namespace rangedesk
