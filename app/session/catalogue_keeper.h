// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "core/error.h"
#include "references/reference_list.h"
#include "store/data_directory.h"

#include <QObject>
#include <QThreadPool>

namespace rangedesk {

/// The catalogue of a profile: loads it, takes what was read, and keeps it on disk. Lives in the window's
/// thread; the work is done in a thread of its own, one piece after the other.
class CatalogueKeeper : public QObject
{
    Q_OBJECT
public:
    explicit CatalogueKeeper(QObject* parent = nullptr);
    ~CatalogueKeeper() override;

    /// Reads what is on disk; what is learned before that is over is not lost.
    /// @param scope the server and company
    void open(const QString& path, const QString& scope);

    /// As far as it is known now; never nullptr.
    std::shared_ptr<const Catalogue> catalogue() const { return m_catalogue; }
    /// Takes what was read.
    void learn(CatalogueNews news);
    /// Takes over a reference list, in view of what is known by then. @p done gets what it did; where it
    /// could not be kept on disk, or a full list would take away more than @p agreedRemovals, the error, and
    /// nothing was taken over.
    using Imported = std::function<void(const Result<ReferenceCounts>&)>;
    void import(std::shared_ptr<const ReferenceList> list, bool isFull, std::int64_t agreedRemovals,
                Imported done);
    /// Where the entries are kept, and under what; for looking things up in a worker. Empty while there is
    /// none.
    QString path() const { return m_path; }
    QString scope() const { return m_scope; }

Q_SIGNALS:
    void changed();
    /// The file could not be read or written: what is read is known until the program ends.
    void failed(const rangedesk::Error& error);

private:
    using Work = std::function<Result<std::shared_ptr<const Catalogue>>(const Catalogue&)>;
    void run(Work work, std::function<void(const std::optional<Error>&)> then = {});

    std::shared_ptr<const Catalogue> m_catalogue;
    QString m_path;
    QString m_scope;
    QThreadPool m_pool; ///< of one thread
    /// What the pool's thread works on: the newest, before the window has it.
    std::shared_ptr<std::shared_ptr<const Catalogue>> m_newest;
};

} // namespace rangedesk
