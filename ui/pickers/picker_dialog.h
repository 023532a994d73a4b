// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/facet_pane.h"
#include "common/table_view.h"
#include "common/widgets.h"
#include "models/entry_rows.h"
#include "pickers/matched_columns.h"
#include "session/desk.h"

#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QTabWidget>
#include <limits>

namespace rangedesk::ui {

class PastePane;

/// What is picked, and what it is for.
struct PickerWish
{
    EntryKind kind = EntryKind::Product;
    QString title;
    bool several = true;
    /// Whether a text that the catalogue does not know may be used as it is typed.
    bool takesTyped = true;
    /// So many can be used at once.
    std::size_t most = std::numeric_limits<std::size_t>::max();
    /// It begins with what is in the clipboard.
    bool pastesAtOnce = false;
};

/// Customers, products, departments or values of a dimension: search as one types by any part of name, code,
/// external id or id, by pinyin, by attribute, or paste a column. What is picked gathers in a basket.
class PickerDialog : public QDialog
{
    Q_OBJECT
public:
    PickerDialog(Desk& desk, PickerWish wish, QWidget* parent);

    /// @pre accepted
    std::vector<Picked> picked() const;
    /// Asks a person; nothing where the dialog was left.
    static std::vector<Picked> pick(Desk& desk, const PickerWish& wish, QWidget* parent);

    void reject() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* makeBasket();
    void showList();
    void showState();
    void showPicks();
    void showAttributes();
    void toggleFavourites();
    void toggle(int row);
    void toggleSelected();
    void takeShown();
    void paste();
    void addTyped(const QStringList& texts);
    void finish();
    void tellBasket();
    /// Puts entries into the basket: many of them in a worker, and nothing else is picked meanwhile.
    void gather(std::vector<std::uint32_t> entries);
    void setGathering(bool isGathering);
    qint64 pickedCount() const
    {
        return static_cast<qint64>(m_basket.size()) + static_cast<qint64>(m_typed.size());
    }

    Desk& m_desk;
    PickerWish m_wish;
    std::shared_ptr<const EntryList> m_list;
    Basket m_basket;
    std::vector<Picked> m_typed;  ///< used as typed
    std::vector<Picked> m_picked; ///< the result
    bool m_isGathering = false;
    std::vector<std::uint32_t> m_toGather; ///< once what is being gathered is in the basket
    EntryModel* m_model;
    BasketModel* m_basketModel;
    QLineEdit* m_search = nullptr;
    QLabel* m_matches = nullptr;
    EquationBar* m_picks = nullptr; ///< favourites and recent ones
    FacetPane* m_facets = nullptr;
    TableView* m_table = nullptr;
    std::optional<MatchedColumns> m_columns;
    QTabWidget* m_tabs = nullptr;
    QListView* m_basketView = nullptr;
    PastePane* m_paste = nullptr;
    QLabel* m_typedLabel = nullptr;
    QPushButton* m_all = nullptr;
    QPushButton* m_favourite = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_use = nullptr;
    bool m_finishesWhenSettled = false;
    int m_pasting = 0;    ///< number of the last paste
    bool m_stays = false; ///< where it is in the table, when it has settled
};

} // namespace rangedesk::ui
