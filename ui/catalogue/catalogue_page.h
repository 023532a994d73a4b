// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reference_dialog.h"
#include "common/facet_pane.h"
#include "common/page.h"
#include "common/table_view.h"
#include "models/entry_rows.h"

#include <QFormLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace rangedesk::ui {

/// Everything that is known of the company: customers, products, values of dimensions, campaigns; searched,
/// filtered by attribute, with where and when each was seen last. Reference lists are taken over here.
class CataloguePage : public Page
{
    Q_OBJECT
public:
    CataloguePage(Desk& desk, QWidget* parent);

    std::vector<QWidget*> panes() const override;
    void find() override;
    EntryKind kind() const;
    void show(EntryKind kind);
    /// Goes to one entry, whatever was searched.
    void showEntry(EntryKind kind, const std::string& id);
    /// Takes over a list from a file, after a dialog. Empty: asks for the file.
    void importList(const QString& path = {});
    TableView* table() const { return m_table; }

Q_SIGNALS:
    void explainWanted(const rangedesk::Picked& customer);
    /// Where this product may be sold.
    void whereWanted(const rangedesk::Picked& product);
    /// The rules have workspaces of their own.
    void rangesWanted(bool ofCustomers);

private:
    void build();
    QWidget* makeDetail();
    void setTexts();
    void showKinds();
    void showList();
    void showState();
    void showDetail();
    void showSeen(const QDateTime& seen);
    std::optional<std::uint32_t> currentEntry() const;

    Desk& m_desk;
    std::shared_ptr<const EntryList> m_list;
    EntryModel* m_model = nullptr;
    std::optional<std::string> m_wanted; ///< the entry to go to once the table is settled
    int m_seenAsked = 0;                 ///< answers to older questions are dropped

    PageHead* m_head = nullptr;
    QPushButton* m_import = nullptr;
    QListWidget* m_kinds = nullptr;
    QPushButton* m_ranges = nullptr;
    QPushButton* m_customerRanges = nullptr;
    FacetPane* m_facets = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatePanel* m_empty = nullptr;
    TableView* m_table = nullptr;
    QLabel* m_title = nullptr;
    QFormLayout* m_facts = nullptr;
    QPushButton* m_explain = nullptr;
    QLabel* m_seen = nullptr;
};

} // namespace rangedesk::ui
