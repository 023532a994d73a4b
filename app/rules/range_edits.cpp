// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/range_edits.h"

#include "core/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk {

namespace {

struct EditsText
{
    Q_DECLARE_TR_FUNCTIONS(EditsText)
};

void count(RangeEdits::Counts& counts, const ProductEdit& edit)
{
    if (edit.isRemoved)
        ++counts.removed;
    else if (edit.isAddition())
        ++counts.added;
    else
        ++counts.changed;
}

QJsonObject cellToJson(const TypedCell& cell)
{
    return {{QStringLiteral("dimension"), static_cast<int>(cell.dimension)},
            {QStringLiteral("by"), static_cast<int>(cell.by)},
            {QStringLiteral("value"), toQString(cell.value)}};
}

/// Nothing where a number is none of ours.
std::optional<TypedCell> cellFromJson(const QJsonObject& object)
{
    const int dimension = object[QStringLiteral("dimension")].toInt(-1);
    const int by = object[QStringLiteral("by")].toInt(-1);
    const bool isGood = dimension >= 0 && dimension < dimensionCount && by >= 0 &&
                        by <= static_cast<int>(SelectBy::Name) && object[QStringLiteral("value")].isString();
    if (!isGood)
        return std::nullopt;
    return TypedCell{static_cast<Dimension>(dimension), static_cast<SelectBy>(by), -1,
                     toUtf8(object[QStringLiteral("value")].toString())};
}

QJsonObject editToJson(const ProductEdit& edit)
{
    QJsonObject object{
        {QStringLiteral("product"), cellToJson(edit.product)}, {QStringLiteral("code"), toQString(edit.code)},
        {QStringLiteral("name"), toQString(edit.name)},        {QStringLiteral("removed"), edit.isRemoved},
        {QStringLiteral("mustSell"), edit.mustSell},           {QStringLiteral("new"), edit.isNew}};
    if (edit.base.known)
        object.insert(QStringLiteral("base"), static_cast<int>(edit.base.packed()));
    return object;
}

std::optional<ProductEdit> editFromJson(const QJsonObject& object)
{
    auto product = cellFromJson(object[QStringLiteral("product")].toObject());
    if (!product)
        return std::nullopt;
    ProductEdit edit{std::move(*product),
                     toUtf8(object[QStringLiteral("code")].toString()),
                     toUtf8(object[QStringLiteral("name")].toString()),
                     object[QStringLiteral("removed")].toBool(),
                     object[QStringLiteral("mustSell")].toBool(),
                     object[QStringLiteral("new")].toBool(),
                     {}};
    if (object.contains(QStringLiteral("base")))
        edit.base = BaseValue::unpacked(static_cast<std::uint8_t>(object[QStringLiteral("base")].toInt()));
    return edit;
}

QJsonObject targetToJson(const RangeTarget& target)
{
    QJsonArray cells;
    for (const TypedCell& cell : target.cells)
        cells.append(cellToJson(cell));
    return {{QStringLiteral("customer"), target.kind == ChangeKind::CustomerProducts},
            {QStringLiteral("cells"), cells},
            {QStringLiteral("words"), QJsonArray::fromStringList(target.words)}};
}

QJsonObject seenToJson(const RangeEdits::Seen& seen)
{
    QJsonObject object;
    for (const auto& [id, flags] : *seen)
        object.insert(toQString(id), flags);
    return object;
}

RangeEdits::Seen seenFromJson(const QJsonValue& value)
{
    if (!value.isObject())
        return nullptr;
    auto seen = std::make_shared<std::map<std::string, std::uint8_t>>();
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at)
        seen->emplace(toUtf8(at.key()), static_cast<std::uint8_t>(at.value().toInt()));
    return seen;
}

std::optional<RangeTarget> targetFromJson(const QJsonObject& object)
{
    RangeTarget target;
    target.kind = object[QStringLiteral("customer")].toBool() ? ChangeKind::CustomerProducts
                                                              : ChangeKind::RangeProducts;
    for (const auto& cell : object[QStringLiteral("cells")].toArray()) {
        auto read = cellFromJson(cell.toObject());
        if (!read)
            return std::nullopt;
        target.cells.push_back(std::move(*read));
    }
    for (const auto& word : object[QStringLiteral("words")].toArray())
        target.words << word.toString();
    if (target.cells.empty())
        return std::nullopt;
    return target;
}

} // namespace

namespace {

/// What was seen of a target, with an edit that was posted: nobody else changed that.
RangeEdits::Seen seenWith(const RangeEdits::Target& target, const ProductEdit& posted)
{
    if (!target.seen || posted.product.by != SelectBy::Id)
        return target.seen;
    auto seen = std::make_shared<std::map<std::string, std::uint8_t>>(*target.seen);
    if (posted.isRemoved) {
        seen->erase(posted.product.value);
        return seen;
    }
    BaseValue now;
    now.known = now.present = true;
    now.mustSell = posted.mustSell;
    now.isNew = posted.isNew;
    seen->insert_or_assign(posted.product.value, now.packed());
    return seen;
}

} // namespace

bool ProductEdit::isVoid() const
{
    if (!base.known || base.conflicting)
        return false;
    return isRemoved ? !base.present : base.present && base.mustSell == mustSell && base.isNew == isNew;
}

std::string RangeEdits::productKey(SelectBy by, const std::string& value)
{
    return std::string(selectBySuffix(by)) + '=' + value;
}

const RangeEdits::Target* RangeEdits::target(const std::string& key) const
{
    const auto found = m_targets.find(key);
    return found == m_targets.end() ? nullptr : &found->second;
}

const ProductEdit* RangeEdits::find(const std::string& targetKey, const std::string& product) const
{
    const Target* edited = target(targetKey);
    if (edited == nullptr)
        return nullptr;
    const auto found = edited->products.find(product);
    return found == edited->products.end() ? nullptr : &found->second;
}

RangeEdits::Step RangeEdits::put(const RangeTarget& target, const std::string& product,
                                 std::optional<ProductEdit> edit, Seen seen, bool renewsSeen)
{
    const std::string key = target.key();
    Step step{target, product, {}, {}};
    if (const ProductEdit* before = find(key, product))
        step.before = *before;
    if (const auto found = m_targets.find(key); found != m_targets.end()) {
        step.seenBefore = found->second.seen;
        if (renewsSeen)
            found->second.seen = seen;
        step.seenAfter = found->second.seen;
    } else {
        step.seenAfter = seen;
    }
    if (edit && !edit->isVoid()) {
        step.after = edit;
        Target& edited = m_targets.try_emplace(key, Target{target, {}, std::move(seen)}).first->second;
        edited.products.insert_or_assign(product, std::move(*edit));
    } else if (const auto found = m_targets.find(key); found != m_targets.end()) {
        found->second.products.erase(product);
        if (found->second.products.empty())
            m_targets.erase(found);
    }
    return step;
}

RangeEdits::Counts RangeEdits::counts() const
{
    Counts counts;
    counts.targets = static_cast<qint64>(m_targets.size());
    for (const auto& [key, edited] : m_targets) {
        for (const auto& [product, edit] : edited.products)
            count(counts, edit);
    }
    return counts;
}

qint64 RangeEdits::requests(ChangeKind kind, std::size_t productsPerRequest) const
{
    const auto most = static_cast<qint64>(std::max<std::size_t>(1, productsPerRequest));
    qint64 all = 0;
    for (const auto& [key, edited] : m_targets) {
        if (edited.target.kind != kind)
            continue;
        const auto removed =
            static_cast<qint64>(std::count_if(edited.products.begin(), edited.products.end(),
                                              [](const auto& one) { return one.second.isRemoved; }));
        const qint64 others = static_cast<qint64>(edited.products.size()) - removed;
        all += (removed + most - 1) / most + (others + most - 1) / most;
    }
    return all;
}

RangeEdits::Counts RangeEdits::countsOf(const std::string& key) const
{
    Counts counts;
    if (const Target* edited = target(key)) {
        counts.targets = 1;
        for (const auto& [product, edit] : edited->products)
            count(counts, edit);
    }
    return counts;
}

void RangeEdits::dropClearing(const std::string& oldKey)
{
    std::erase_if(m_clearings, [&](const Clearing& clearing) { return clearing.old.key() == oldKey; });
}

const RangeEdits::Clearing* RangeEdits::clearingOf(const std::string& oldKey) const
{
    const auto found = std::find_if(m_clearings.begin(), m_clearings.end(),
                                    [&](const Clearing& clearing) { return clearing.old.key() == oldKey; });
    return found == m_clearings.end() ? nullptr : &*found;
}

RangeEdits::ClearingState RangeEdits::stateOf(const Clearing& clearing) const
{
    ClearingState state = ClearingState::Due;
    for (const std::string& key : clearing.after) {
        if (clearing.verified.contains(key))
            continue;
        if (target(key) == nullptr)
            return ClearingState::Lapsed;
        state = ClearingState::Waiting;
    }
    return state;
}

std::vector<RangeEdits::Clearing> RangeEdits::dueClearings() const
{
    std::vector<Clearing> due;
    for (const Clearing& clearing : m_clearings) {
        if (stateOf(clearing) == ClearingState::Due)
            due.push_back(clearing);
    }
    return due;
}

void RangeEdits::dropOrphanClearings(const std::set<std::string>& givenUp)
{
    std::erase_if(m_clearings, [&](const Clearing& clearing) {
        return std::any_of(clearing.after.begin(), clearing.after.end(), [&](const std::string& key) {
            return givenUp.contains(key) && !clearing.verified.contains(key) && target(key) == nullptr;
        });
    });
}

RangeEdits::EditRows RangeEdits::rows(ChangeKind kind) const
{
    EditRows all;
    for (const auto& [key, edited] : m_targets) {
        if (edited.target.kind != kind)
            continue;
        for (const auto& [product, edit] : edited.products)
            all.products.push_back({edit.product, {Dimension::Department, SelectBy::Name, -1, edit.name}});
    }
    all.rows.reserve(all.products.size());
    for (const auto& [key, edited] : m_targets) {
        if (edited.target.kind != kind)
            continue;
        for (const auto& [product, edit] : edited.products) {
            const std::size_t at = all.rows.size();
            ChangeRow& row = all.rows.emplace_back();
            row.line = static_cast<std::uint32_t>(at + 2); // line 1 is the heading
            row.target = edited.target.cells;
            row.product = std::span(all.products[at]).first(edit.name.empty() ? 1 : 2);
            row.type = edit.isRemoved ? ChangeType::Delete : ChangeType::Upsert;
            row.mustSell = edit.mustSell ? Flag::Yes : Flag::No;
            row.isNew = edit.isNew ? Flag::Yes : Flag::No;
            if (!edit.base.conflicting) // listed twice: there is no one value to expect
                row.expected = edit.base;
        }
    }
    return all;
}

/// A successor is there where each of its rows was verified or needed nothing, and is so no more where a job
/// takes something away again; a clearing is done where its row was verified.
void RangeEdits::settleClearings(const Batch& batch)
{
    if (m_clearings.empty())
        return;
    std::map<std::string, bool> isThere;
    std::set<std::string> cleared;
    std::set<std::string> taken;
    for (const Row& row : batch.rows) {
        if (row.target == noIndex)
            continue;
        const RowState state = batch.outcomeRow(row).state;
        const bool isGood = state == RowState::Verified || state == RowState::Unchanged;
        const std::string key = targetKey(batch.kind, batch.targets[row.target].cells);
        if (row.type == ChangeType::Clear && isGood)
            cleared.insert(key);
        // What may have gone counts as gone.
        const bool mayBeGone =
            state == RowState::Verified || state == RowState::Accepted || state == RowState::Unknown;
        if (row.type != ChangeType::Upsert && mayBeGone)
            taken.insert(key);
        bool& all = isThere.try_emplace(key, true).first->second;
        all = all && isGood && row.type == ChangeType::Upsert;
    }
    for (Clearing& clearing : m_clearings) {
        for (const std::string& key : clearing.after) {
            const auto found = isThere.find(key);
            if (taken.contains(key))
                clearing.verified.erase(key);
            else if (found != isThere.end() && found->second)
                clearing.verified.insert(key);
        }
    }
    std::erase_if(m_clearings,
                  [&](const Clearing& clearing) { return cleared.contains(clearing.old.key()); });
}

std::vector<RangeEdits::Step> RangeEdits::dropDone(const Batch& batch)
{
    std::vector<Step> dropped;
    if (isOfCampaigns(batch.kind) || isEmpty())
        return dropped;
    settleClearings(batch);
    for (const Row& row : batch.rows) {
        const RowState state = batch.outcomeRow(row).state;
        const bool isDone =
            state == RowState::Verified || state == RowState::Accepted || state == RowState::Unchanged;
        if (!isDone || row.target == noIndex || row.product == noIndex)
            continue;
        const Target* edited = target(targetKey(batch.kind, batch.targets[row.target].cells));
        if (edited == nullptr)
            continue;
        for (const TypedCell& cell : batch.products[row.product].cells) {
            const auto found = edited->products.find(productKey(cell.by, cell.value));
            if (found == edited->products.end())
                continue;
            const ProductEdit& edit = found->second;
            const bool isSame =
                row.type == ChangeType::Delete
                    ? edit.isRemoved
                    : !edit.isRemoved && edit.mustSell == row.sentMustSell() && edit.isNew == row.sentIsNew();
            if (isSame) {
                const Seen seen = seenWith(*edited, edit);
                dropped.push_back(
                    put(RangeTarget(edited->target), std::string(found->first), {}, seen, true));
                break;
            }
        }
    }
    return dropped;
}

std::string RangeEdits::toJson() const
{
    QJsonArray targets;
    for (const auto& [key, edited] : m_targets) {
        QJsonArray products;
        for (const auto& [product, edit] : edited.products)
            products.append(editToJson(edit));
        QJsonObject target = targetToJson(edited.target);
        if (edited.seen)
            target.insert(QStringLiteral("seen"), seenToJson(edited.seen));
        target.insert(QStringLiteral("products"), products);
        targets.append(target);
    }
    QJsonArray clearings;
    for (const Clearing& clearing : m_clearings) {
        QJsonArray after;
        for (const std::string& key : clearing.after)
            after.append(toQString(key));
        QJsonObject old = targetToJson(clearing.old);
        old.insert(QStringLiteral("after"), after);
        QJsonArray verified;
        for (const std::string& key : clearing.verified)
            verified.append(toQString(key));
        old.insert(QStringLiteral("verified"), verified);
        if (clearing.digest != 0)
            old.insert(QStringLiteral("digest"), static_cast<double>(clearing.digest));
        clearings.append(old);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                     {QStringLiteral("targets"), targets},
                                     {QStringLiteral("clearings"), clearings}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

Result<RangeEdits> RangeEdits::fromJson(const std::string& bytes)
{
    const auto damaged = [] {
        return fail(ErrorKind::Input, EditsText::tr("The edits that were kept cannot be read."),
                    EditsText::tr("The file is left as it is."));
    };
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    if (object[QStringLiteral("version")].toInt() != 1)
        return damaged();
    RangeEdits edits;
    for (const auto& value : object[QStringLiteral("targets")].toArray()) {
        const auto target = targetFromJson(value.toObject());
        if (!target)
            return damaged();
        const Seen seen = seenFromJson(value[QStringLiteral("seen")]);
        for (const auto& product : value[QStringLiteral("products")].toArray()) {
            auto edit = editFromJson(product.toObject());
            if (!edit)
                return damaged();
            const std::string key = productKey(edit->product.by, edit->product.value);
            edits.put(*target, key, std::move(edit), seen);
        }
    }
    for (const auto& value : object[QStringLiteral("clearings")].toArray()) {
        auto old = targetFromJson(value.toObject());
        if (!old)
            return damaged();
        Clearing clearing{std::move(*old), {}};
        for (const auto& key : value[QStringLiteral("after")].toArray())
            clearing.after.push_back(toUtf8(key.toString()));
        for (const auto& key : value[QStringLiteral("verified")].toArray())
            clearing.verified.insert(toUtf8(key.toString()));
        clearing.digest = static_cast<std::uint32_t>(value[QStringLiteral("digest")].toDouble());
        edits.addClearing(std::move(clearing));
    }
    return edits;
}

QString describe(RangeEdits::ClearingState state, std::size_t successors)
{
    switch (state) {
    case RangeEdits::ClearingState::Waiting:
        return successors == 1
                   ? EditsText::tr("to be cleared once its new range is there")
                   : EditsText::tr("to be cleared once its %1 new ranges are there").arg(successors);
    case RangeEdits::ClearingState::Due:
        return EditsText::tr("to be cleared now: what replaces it is there");
    case RangeEdits::ClearingState::Lapsed:
        return EditsText::tr("not cleared: what was to replace it is not there for certain");
    }
    return {};
}

} // namespace rangedesk
