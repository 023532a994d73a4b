// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/labels.h"

#include "changes/campaign_snapshot.h"

#include <QDataStream>
#include <QIODevice>

namespace rangedesk {

namespace {

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

} // namespace

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
    return in.status() == QDataStream::Ok ? std::optional(std::move(labels)) : std::nullopt;
}

} // namespace rangedesk
