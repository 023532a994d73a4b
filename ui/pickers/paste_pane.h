// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "models/pasted_model.h"

#include <QListView>
#include <QWidget>

namespace rangedesk::ui {

/// What became of a pasted column: found, ambiguous, not known, each with a way to settle it.
class PastePane : public QWidget
{
    Q_OBJECT
public:
    explicit PastePane(QWidget* parent);

    void setColumn(std::shared_ptr<const EntryList> list, PastedColumn column);
    const PastedColumn& column() const { return m_model->column(); }
    QListView* view() const { return m_view; }
    /// Puts those that are found into the basket.
    void takeFound();

Q_SIGNALS:
    /// Those that are found go into the basket.
    void taken(const std::vector<std::uint32_t>& entries);
    /// Those that the catalogue does not know are used as typed.
    void typedWanted(const QStringList& texts);

private:
    void showCounts();
    void settle(const QModelIndex& index);
    void copyUnknown();

    PastedModel* m_model;
    std::shared_ptr<const EntryList> m_list;
    QLabel* m_counts;
    QListView* m_view;
    QPushButton* m_problems;
    QPushButton* m_copy;
    QPushButton* m_asTyped;
};

} // namespace rangedesk::ui
