// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/cleared.h"

#include "changes/compare.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace rangedesk {

namespace {

struct ClearedText
{
    Q_DECLARE_TR_FUNCTIONS(ClearedText)
};

constexpr quint32 formatVersion = 1;

bool isPlannedClear(const Row& row)
{
    return row.type == ChangeType::Clear && row.primary == noIndex && row.state == RowState::NotSent;
}

std::string packed(const ClearedProducts& cleared)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << formatVersion << static_cast<quint32>(cleared.size());
    for (const auto& [row, products] : cleared) {
        out << row << static_cast<quint32>(products.size());
        for (const ClearedProduct& product : products)
            out << QByteArray::fromStdString(product.id) << QByteArray::fromStdString(product.code)
                << product.mustSell << product.isNew << product.oneSupplier;
    }
    return bytes.toStdString();
}

} // namespace

Result<void> keepCleared(const Batch& batch, const Snapshot& snapshot, const QString& key,
                         const DataDirectory& data)
{
    if (std::none_of(batch.rows.begin(), batch.rows.end(), isPlannedClear))
        return {};
    auto cleared = loadCleared(key, data);
    if (!cleared)
        return tl::unexpected(cleared.error());
    TargetViews views(batch, snapshot);
    for (std::uint32_t i = 0; i < batch.rows.size(); ++i) {
        const Row& row = batch.rows[i];
        if (!isPlannedClear(row))
            continue;
        const TargetView& view = views.of(row.target);
        std::vector<ClearedProduct>& products = (*cleared)[i];
        products.clear();
        for (const auto& [id, seen] : view.products())
            products.push_back(
                {std::string(id), std::string(view.codeOf(id)), seen.mustSell, seen.isNew, seen.oneSupplier});
    }
    return data.keep(data.clearedPath(key), packed(*cleared));
}

Result<ClearedProducts> loadCleared(const QString& key, const DataDirectory& data)
{
    ClearedProducts cleared;
    if (!data.holds(data.clearedPath(key)))
        return cleared;
    auto bytes = data.load(data.clearedPath(key));
    if (!bytes)
        return tl::unexpected(bytes.error());
    QDataStream in(QByteArray::fromStdString(*bytes));
    quint32 version = 0;
    quint32 rows = 0;
    in >> version >> rows;
    for (quint32 i = 0; i < rows && in.status() == QDataStream::Ok && version == formatVersion; ++i) {
        quint32 row = 0;
        quint32 count = 0;
        in >> row >> count;
        std::vector<ClearedProduct>& products = cleared[row];
        for (quint32 p = 0; p < count && in.status() == QDataStream::Ok; ++p) {
            QByteArray id;
            QByteArray code;
            ClearedProduct product;
            in >> id >> code >> product.mustSell >> product.isNew >> product.oneSupplier;
            product.id = id.toStdString();
            product.code = code.toStdString();
            products.push_back(std::move(product));
        }
    }
    if (in.status() != QDataStream::Ok || version != formatVersion)
        return fail(
            ErrorKind::Storage,
            ClearedText::tr("What this job's clearings took away cannot be read: its file is damaged."));
    return cleared;
}

} // namespace rangedesk
