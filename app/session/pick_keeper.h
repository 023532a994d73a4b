// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/picks.h"

#include <QObject>
#include <QThreadPool>

namespace rangedesk {

class DataDirectory;

/// Recent picks and favourites of a server and company, on disk after each change.
class PickKeeper : public QObject
{
    Q_OBJECT
public:
    explicit PickKeeper(QObject* parent = nullptr);
    ~PickKeeper() override;

    /// Reads what is on disk. @p data must outlive this.
    void open(const DataDirectory& data, const QString& scope);
    const Picks& picks() const { return m_picks; }
    void use(EntryKind kind, const std::vector<std::string>& ids);
    /// @returns whether there was room for all
    bool setFavourite(EntryKind kind, const std::vector<std::string>& ids, bool isFavourite);

    static QString pathOf(const DataDirectory& data, const QString& scope);

Q_SIGNALS:
    /// What was kept could not be read, or what changed could not be written: it is known until the end.
    void failed(const rangedesk::Error& error);

private:
    void keep();

    Picks m_picks;
    const DataDirectory* m_data = nullptr;
    QString m_path;
    QThreadPool m_writer; ///< of one thread, so that the newest is written last
};

} // namespace rangedesk
