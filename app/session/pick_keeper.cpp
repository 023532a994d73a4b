// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pick_keeper.h"

#include "session/worker.h"
#include "store/data_directory.h"

#include <QFile>

namespace rangedesk {

PickKeeper::PickKeeper(QObject* parent) : QObject(parent)
{
    m_writer.setMaxThreadCount(1);
}

PickKeeper::~PickKeeper()
{
    m_writer.waitForDone();
}

QString PickKeeper::pathOf(const DataDirectory& data, const QString& scope)
{
    return data.scopedPath(QStringLiteral("picks"), scope);
}

void PickKeeper::open(const DataDirectory& data, const QString& scope)
{
    const QString path = pathOf(data, scope);
    const bool isOpen = m_data == &data && m_path == path; // what changed since may still be on its way
    m_data = &data;
    m_path = path;
    if (isOpen || !QFile::exists(m_path))
        return;
    const auto bytes = data.load(m_path);
    auto picks = bytes ? Picks::fromJson(*bytes) : tl::unexpected(bytes.error());
    if (picks) {
        m_picks = std::move(*picks);
        return;
    }
    DataDirectory::keepDamaged(m_path); // the next change must not overwrite it
    Q_EMIT failed(picks.error());
}

void PickKeeper::use(EntryKind kind, const std::vector<std::string>& ids)
{
    if (ids.empty())
        return;
    m_picks.use(kind, ids);
    keep();
}

bool PickKeeper::setFavourite(EntryKind kind, const std::vector<std::string>& ids, bool isFavourite)
{
    const bool hasRoom = m_picks.setFavourite(kind, ids, isFavourite);
    keep();
    return hasRoom;
}

void PickKeeper::keep()
{
    if (m_data == nullptr)
        return;
    inWorker(
        this, [data = m_data, path = m_path, bytes = m_picks.toJson()] { return data->keep(path, bytes); },
        [this](const Result<void>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        },
        &m_writer);
}

} // namespace rangedesk
