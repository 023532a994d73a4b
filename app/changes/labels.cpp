// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/labels.h"

#include "changes/campaign_snapshot.h"
#include "changes/target_view.h"
#include "core/text.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace rangedesk {

namespace {

struct LabelText
{
    Q_DECLARE_TR_FUNCTIONS(LabelText)
};

/// So many names of what a clearing takes are kept.
constexpr std::size_t mostNames = 200;

/// The only id of a set, or an empty text.
std::string onlyId(const Snapshot::Ids& ids)
{
    return ids.size() == 1 ? *ids.begin() : std::string();
}

const TypedCell* preferred(const std::vector<TypedCell>& cells)
{
    const TypedCell* best = nullptr;
    for (const TypedCell& cell : cells) {
        if (cell.by == SelectBy::Name)
            return &cell;
        best = best == nullptr || cell.by == SelectBy::Code ? &cell : best;
    }
    return best;
}

std::string nameOf(const TypedCell& cell, const Snapshot* snapshot)
{
    if (snapshot == nullptr || cell.by == SelectBy::Name)
        return cell.value;
    const std::string id = cell.by == SelectBy::Id
                               ? cell.value
                               : onlyId(snapshot->valueIds(cell.dimension, cell.by, cell.value));
    const Snapshot::Label* label = snapshot->valueLabel(cell.dimension, id);
    return label == nullptr || label->name.empty() ? cell.value : label->name;
}

std::string rangeLabel(const Target& target, const Snapshot* snapshot)
{
    std::string label;
    for (int d = 0; d < dimensionCount; ++d) {
        std::vector<TypedCell> cells;
        for (const TypedCell& cell : target.cells) {
            if (static_cast<int>(cell.dimension) == d)
                cells.push_back(cell);
        }
        const TypedCell* cell = preferred(cells);
        if (cell == nullptr)
            continue;
        if (!label.empty())
            label += labelSeparator;
        label += nameOf(*cell, snapshot);
    }
    return label;
}

std::string customerLabel(const Target& target, const Snapshot* snapshot)
{
    const TypedCell* cell = preferred(target.cells);
    if (cell == nullptr)
        return {};
    if (snapshot != nullptr) {
        if (const Snapshot::Label* label = snapshot->customerLabel(target.key); label && !label->name.empty())
            return label->name;
    }
    return cell->value;
}

std::string campaignLabel(const Target& target, const Snapshot* snapshot)
{
    const KnownCampaign* known = snapshot != nullptr ? snapshot->campaigns().find(target.key) : nullptr;
    if (known != nullptr && !known->base->edit.name.empty())
        return known->base->edit.name;
    return target.cells.empty() ? std::string() : target.cells.front().value;
}

/// The name and the code of a customer that registered.
std::pair<std::string, std::string> registeredLabel(const ProductRef& customer, const Snapshot* snapshot)
{
    const Snapshot::Label* label = snapshot != nullptr && customer.by == SelectBy::Id
                                       ? snapshot->campaigns().customerLabel(customer.value)
                                       : nullptr;
    std::string name;
    std::string code;
    for (const TypedCell& cell : customer.cells)
        (cell.by == SelectBy::Name ? name : code) = cell.value;
    if (label != nullptr)
        return {label->name.empty() ? name : label->name, label->code.empty() ? code : label->code};
    return {name, code};
}

std::string targetLabel(ChangeKind kind, const Target& target, const Snapshot* snapshot)
{
    if (isOfCampaigns(kind))
        return campaignLabel(target, snapshot);
    return kind == ChangeKind::RangeProducts ? rangeLabel(target, snapshot) : customerLabel(target, snapshot);
}

BatchLabels::Held heldBy(const Target& target, const Snapshot& snapshot)
{
    const TargetView view(snapshot, target.key);
    BatchLabels::Held held;
    for (const auto& [id, seen] : view.products()) {
        if (static_cast<std::size_t>(held.count++) >= mostNames)
            continue;
        const std::string* name = snapshot.productName(id);
        held.names.push_back(name != nullptr && !name->empty() ? *name : std::string(id));
    }
    return held;
}

} // namespace

QString describe(const BatchLabels::Held& held, std::size_t most)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, held.names.size()); ++i)
        names << excerpt(held.names[i], 40);
    const QString all = names.join(LabelText::tr(", "));
    if (names.isEmpty())
        return held.count == 1 ? LabelText::tr("1 product") : LabelText::tr("%1 products").arg(held.count);
    if (static_cast<std::int64_t>(names.size()) < held.count)
        return LabelText::tr("%1 products: %2…").arg(held.count).arg(all);
    return held.count == 1 ? LabelText::tr("1 product: %1").arg(all)
                           : LabelText::tr("%1 products: %2").arg(held.count).arg(all);
}

BatchLabels labelsOf(const Batch& batch, const Snapshot* snapshot)
{
    BatchLabels labels;
    labels.targets.reserve(batch.targets.size());
    for (const Target& target : batch.targets)
        labels.targets.push_back(targetLabel(batch.kind, target, snapshot));
    for (const ProductRef& product : batch.products) {
        if (batch.kind == ChangeKind::Registrations) {
            auto [name, code] = registeredLabel(product, snapshot);
            labels.products.push_back(std::move(name));
            labels.codes.push_back(std::move(code));
            continue;
        }
        std::string code;
        std::string name;
        std::string id;
        for (const TypedCell& cell : product.cells) {
            if (cell.by == SelectBy::Name)
                name = cell.value;
            else if (cell.by == SelectBy::Id)
                id = cell.value;
            else if (code.empty() || cell.by == SelectBy::Code)
                code = cell.value;
        }
        if (snapshot != nullptr) {
            if (id.empty())
                id = onlyId(snapshot->productIds(code));
            if (const std::string* read = snapshot->productCode(id); read && !read->empty() && code.empty())
                code = *read;
            if (const std::string* read = snapshot->productName(id))
                name = *read;
        }
        labels.products.push_back(std::move(name));
        labels.codes.push_back(code.empty() ? id : code);
    }
    for (const Row& row : batch.rows) {
        const bool isCleared = row.type == ChangeType::Clear && row.target != noIndex &&
                               snapshot != nullptr && !isOfCampaigns(batch.kind);
        if (isCleared && batch.targets[row.target].comparable && !labels.cleared.contains(row.target))
            labels.cleared.emplace(row.target, heldBy(batch.targets[row.target], *snapshot));
    }
    return labels;
}

std::string packLabels(const BatchLabels& labels)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const std::vector<std::string>* list : {&labels.targets, &labels.products, &labels.codes}) {
        out << static_cast<quint32>(list->size());
        for (const std::string& text : *list)
            out << QByteArray::fromStdString(text);
    }
    out << static_cast<quint32>(labels.cleared.size());
    for (const auto& [target, held] : labels.cleared) {
        out << target << static_cast<qint64>(held.count) << static_cast<quint32>(held.names.size());
        for (const std::string& name : held.names)
            out << QByteArray::fromStdString(name);
    }
    return bytes.toStdString();
}

std::optional<BatchLabels> unpackLabels(const std::string& bytes, const Batch& batch)
{
    QDataStream in(QByteArray::fromStdString(bytes));
    BatchLabels labels;
    for (std::vector<std::string>* list : {&labels.targets, &labels.products, &labels.codes}) {
        quint32 count = 0;
        in >> count;
        const std::size_t expected = list == &labels.targets ? batch.targets.size() : batch.products.size();
        if (in.status() != QDataStream::Ok || count != expected)
            return std::nullopt;
        for (quint32 i = 0; i < count; ++i) {
            QByteArray text;
            in >> text;
            list->push_back(text.toStdString());
        }
    }
    if (in.status() != QDataStream::Ok)
        return std::nullopt;
    quint32 cleared = 0;
    if (!in.atEnd()) // else an older version's
        in >> cleared;
    for (quint32 i = 0; i < cleared && in.status() == QDataStream::Ok; ++i) {
        quint32 target = 0;
        qint64 products = 0;
        quint32 names = 0;
        in >> target >> products >> names;
        BatchLabels::Held& held = labels.cleared[target];
        held.count = products;
        for (quint32 n = 0; n < std::min<quint32>(names, mostNames) && in.status() == QDataStream::Ok; ++n) {
            QByteArray name;
            in >> name;
            held.names.push_back(name.toStdString());
        }
    }
    return in.status() == QDataStream::Ok ? std::optional(std::move(labels)) : std::nullopt;
}

} // namespace rangedesk
