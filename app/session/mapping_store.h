// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/import_job.h"

namespace rangedesk {

/// How the columns of a certain sheet are read, under a name. The operation is not part of it: that is chosen
/// by a person each time (decisions 3).
struct ColumnTemplate
{
    QString name;
    ChangeKind kind = ChangeKind::RangeProducts;
    QStringList headings; ///< of the sheet it was made for
    /// Ignored, assigned and made columns, value maps, values for empty cells, constants.
    SheetOptions sheet;

    /// Whether a sheet has every column that it speaks of, and every heading it was made for.
    bool fits(const QStringList& others) const;
    /// Takes the place of what the options say of columns.
    void applyTo(SheetOptions& options) const;
};

/// The templates of the folder that the settings name, one file each. All of it blocks: a few small files.
class MappingStore
{
public:
    /// @param settingsFolder where the program keeps its settings
    explicit MappingStore(const QString& settingsFolder);

    /// By name. Files that are none are left out.
    std::vector<ColumnTemplate> all() const;
    /// Takes the place of one with the same name. Storage where it cannot be written, Usage without a name.
    Result<void> save(const ColumnTemplate& mapping) const;
    Result<void> remove(const QString& name) const;

private:
    QString folder() const;
    QString pathOf(const QString& name) const;

    QString m_settingsFolder;
};

/// A template as a file to give away. Storage where it cannot be written.
Result<void> exportTemplate(const ColumnTemplate& mapping, const QString& path);
/// Input where the file is none.
Result<ColumnTemplate> importTemplate(const QString& path);

} // namespace rangedesk
