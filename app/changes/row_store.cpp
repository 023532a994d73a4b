// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/row_store.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace rangedesk {

namespace {

struct RowStoreText
{
    Q_DECLARE_TR_FUNCTIONS(RowStoreText)
};

constexpr quint32 formatVersion = 1;

} // namespace

QByteArray packRows(const Batch& batch)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(batch.rows.size()) * 12 + 64);
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << formatVersion << static_cast<quint32>(batch.rows.size());
    for (const Row& row : batch.rows) {
        out << row.request << row.primary << static_cast<quint8>(row.state)
            << static_cast<quint8>(row.comparison) << static_cast<quint8>(row.note) << row.base.packed();
        if (row.base.digest != 0)
            out << row.base.digest;
    }
    out << static_cast<quint32>(batch.refusals.size());
    for (const Refusal& refusal : batch.refusals)
        out << refusal.row << refusal.column << static_cast<quint8>(refusal.reason)
            << QByteArray::fromStdString(refusal.value) << QByteArray::fromStdString(refusal.detail);
    return bytes;
}

Result<void> unpackRows(const QByteArray& bytes, Batch& batch)
{
    QDataStream in(bytes);
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    const auto misfit = [] {
        return fail(ErrorKind::Storage,
                    RowStoreText::tr("The journal's rows do not fit the kept copy of the sheet."),
                    RowStoreText::tr("The report holds what can be read; import the sheet again."));
    };
    if (version != formatVersion || count != batch.rows.size())
        return misfit();
    for (Row& row : batch.rows) {
        quint8 state = 0;
        quint8 comparison = 0;
        quint8 note = 0;
        quint8 base = 0;
        in >> row.request >> row.primary >> state >> comparison >> note >> base;
        if (state > static_cast<quint8>(RowState::Unknown) ||
            comparison > static_cast<quint8>(Comparison::NotComparable) ||
            note >= static_cast<quint8>(RowNote::Count) || (row.primary != noIndex && row.primary >= count))
            return misfit();
        row.state = static_cast<RowState>(state);
        row.comparison = static_cast<Comparison>(comparison);
        row.note = static_cast<RowNote>(note);
        row.base = BaseValue::unpacked(base);
        if ((base & BaseValue::hasDigest) != 0)
            in >> row.base.digest;
    }
    quint32 refusals = 0;
    in >> refusals;
    batch.refusals.clear();
    for (quint32 i = 0; i < refusals && in.status() == QDataStream::Ok; ++i) {
        Refusal refusal;
        quint8 reason = 0;
        QByteArray value;
        QByteArray detail;
        in >> refusal.row >> refusal.column >> reason >> value >> detail;
        if (reason >= static_cast<quint8>(RefusalReason::Count))
            return misfit();
        refusal.reason = static_cast<RefusalReason>(reason);
        refusal.value = value.toStdString();
        refusal.detail = detail.toStdString();
        if (refusal.row < count)
            batch.refusals.push_back(std::move(refusal));
    }
    return in.status() == QDataStream::Ok ? Result<void>{} : misfit();
}

std::size_t packedRowCount(const QByteArray& bytes)
{
    QDataStream in(bytes);
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    return in.status() == QDataStream::Ok ? count : 0;
}

void applyRequests(Batch& batch, const std::vector<RequestRecord>& requests)
{
    for (const RequestRecord& request : requests) {
        RowState state = RowState::NotSent;
        switch (request.state) {
        case RequestState::Intended:
        case RequestState::Unknown:
            state = RowState::Unknown;
            break;
        case RequestState::Accepted:
        case RequestState::Applied:
            state = RowState::Accepted;
            break;
        case RequestState::Rejected:
            state = RowState::Rejected;
            break;
        case RequestState::NotApplied:
            // Nothing says that a registration may be repeated: that is a person's decision (api.md 18).
            state = batch.kind == ChangeKind::Registrations ? RowState::Failed : RowState::NotSent;
            break;
        case RequestState::NotLeft:
            break;
        }
        for (const std::uint32_t index : request.rows) {
            if (index >= batch.rows.size())
                continue;
            batch.rows[index].state = state;
            batch.rows[index].request = static_cast<std::uint32_t>(request.sequence);
        }
    }
}

void shareOutcomes(Batch& batch)
{
    for (Row& row : batch.rows) {
        if (row.primary == noIndex)
            continue;
        const Row& first = batch.rows[row.primary];
        row.state = first.state;
        row.note = first.note;
        row.request = first.request;
    }
}

std::int64_t countSent(const std::vector<RequestRecord>& requests)
{
    return std::count_if(requests.begin(), requests.end(),
                         [](const RequestRecord& r) { return r.state != RequestState::NotLeft; });
}

JobCounts countRows(const Batch& batch)
{
    JobCounts counts;
    for (const Row& row : batch.rows) {
        ++counts.rowsRead;
        const RowState state = batch.outcomeRow(row).state;
        counts.planned += state >= RowState::NotSent ? 1 : 0;
        switch (state) {
        case RowState::Refused:
            ++counts.refused;
            break;
        case RowState::Excluded:
            ++counts.excluded;
            break;
        case RowState::Unchanged:
            ++counts.unchanged;
            break;
        case RowState::Held:
            ++counts.held;
            break;
        case RowState::Checked: // checked without a connection: planned, and not sent
            ++counts.planned;
            ++counts.notSent;
            break;
        case RowState::NotSent:
            ++counts.notSent;
            break;
        case RowState::Accepted:
            ++counts.accepted;
            break;
        case RowState::Verified:
            ++counts.verified;
            break;
        case RowState::Rejected:
            ++counts.rejected;
            break;
        case RowState::Failed:
            ++counts.failed;
            break;
        case RowState::Unknown:
            ++counts.unknown;
            break;
        }
    }
    return counts;
}

} // namespace rangedesk
