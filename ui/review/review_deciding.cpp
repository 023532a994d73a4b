// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding on registrations.
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/batch_dialog.h"
#include "review/review_page.h"

#include <QApplication>

namespace rangedesk::ui {

/// A letter typed into a list of choices looks for an entry there.
bool ReviewPage::isTypingElsewhere() const
{
    return qobject_cast<QComboBox*>(QApplication::focusWidget()) != nullptr ||
           QApplication::activePopupWidget() != nullptr;
}

/// The selection where the card's customer is in it, else that customer alone: nobody is decided on unseen.
std::vector<std::uint32_t> ReviewPage::chosenRows() const
{
    if (m_card->row() == noCustomer || m_card->rows() != m_model->rows())
        return {};
    std::vector<std::uint32_t> rows;
    for (const int row : m_table->selectedRows()) {
        if (row < m_model->rowCount())
            rows.push_back(m_model->sourceRow(row));
    }
    const bool holdsCard = std::find(rows.begin(), rows.end(), m_card->row()) != rows.end();
    return holdsCard ? rows : std::vector<std::uint32_t>{m_card->row()};
}

void ReviewPage::showChosen()
{
    if (m_card->row() == noCustomer)
        return;
    std::vector<std::uint32_t> rows =
        m_table->selectedCount() > 1 ? chosenRows() : std::vector{m_card->row()};
    if (!rows.empty()) // else the table is about to show other rows
        m_card->setChosen(std::move(rows));
}

void ReviewPage::goToKey(const std::string& customer)
{
    const auto rows = m_model->rows();
    const std::uint32_t row = rows ? rows->download().find(customer) : noCustomer;
    const int shown = row == noCustomer ? -1 : m_model->rowOfKey(rows->key(row));
    if (shown < 0)
        return; // where a filter hides it, the filter stays
    m_table->clearSelection();
    m_table->selectRow(shown);
    m_table->goToRow(shown);
    showChosen();
}

void ReviewPage::goTo(std::uint32_t row)
{
    const auto rows = m_model->rows();
    if (!rows || row >= rows->size())
        return;
    const std::uint64_t key = rows->key(row);
    if (m_model->rowOfKey(key) < 0) { // a filter hides it
        const QString name = toQString(rows->customer(row).name);
        clearFilter();
        connect(
            m_model, &RowModel::settled, this, [this, key] { m_table->goToRow(m_model->rowOfKey(key)); },
            Qt::SingleShotConnection);
        Q_EMIT told(Mark::Changed, tr("The filter was taken away to show %1.").arg(name));
        return;
    }
    m_table->goToRow(m_model->rowOfKey(key));
}

void ReviewPage::decide(ReviewDecision decision)
{
    const auto shown = m_card->rows();
    if (!m_state.download() || !shown)
        return;
    if (m_card->isHidden()) { // nobody is decided on unseen
        m_picturesToggle->setChecked(false);
        return;
    }
    const std::vector<std::uint32_t> rows = chosenRows();
    const bool isRegistered = std::any_of(rows.begin(), rows.end(), [&shown](std::uint32_t row) {
        return (shown->customer(row).lists & Registered) != 0;
    });
    if (!isRegistered) {
        Q_EMIT told(Mark::Warning, tr("Only registrations can be decided on."));
        return;
    }
    const std::size_t count = m_state.decide(*shown, rows, decision);
    if (rows.size() > 1)
        Q_EMIT told(markOf(decision), tr("%1: %2 registrations. Ctrl+Z takes it back.")
                                          .arg(decisionWord(decision), figure(static_cast<qint64>(count))));
    else if (decision != ReviewDecision::None)
        nextUndecided();
}

void ReviewPage::nextUndecided()
{
    const auto shown = m_model->rows();
    const auto now = m_state.rows();
    if (!shown || !now)
        return;
    const int count = m_model->rowCount();
    const int from = m_table->currentIndex().row();
    for (int step = 1; step <= count; ++step) {
        const int row = (from + step) % count;
        const ReviewCustomer& customer = shown->customer(m_model->sourceRow(row));
        const std::uint32_t at = now->download().list->find(ReviewList::keyOf(customer));
        const bool isOpen = at != noCustomer &&
                            ((now->facets(at) & ReviewRows::Undecided) != 0 || now->verdict(at).isOutdated);
        if (isOpen)
            return m_table->goToRow(row);
    }
    if (count > 0)
        Q_EMIT told(Mark::Verified, tr("All registrations that are shown are decided on."));
}

void ReviewPage::decideAllShown(ReviewDecision decision)
{
    const auto shown = m_model->rows();
    if (!shown || !m_state.download())
        return;
    m_card->commitNote();
    std::vector<std::uint32_t> rows = m_model->shownRows();
    std::erase_if(rows,
                  [&shown](std::uint32_t row) { return (shown->customer(row).lists & Registered) == 0; });
    if (rows.empty()) {
        Q_EMIT told(Mark::Warning, tr("Only registrations can be decided on."));
        return;
    }
    const auto decided = std::count_if(rows.begin(), rows.end(), [&shown](std::uint32_t row) {
        return shown->verdict(row).decision != ReviewDecision::None;
    });
    BatchDialog dialog(m_desk.environment(),
                       {rows.size(), static_cast<std::size_t>(decided), m_state.readyReasons(), decision},
                       this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::size_t count = m_state.decide(*shown, rows, dialog.decision(), dialog.note());
    Q_EMIT told(markOf(dialog.decision()),
                tr("%1: %2 registrations. Ctrl+Z takes it back.")
                    .arg(decisionWord(dialog.decision()), figure(static_cast<qint64>(count))));
}

} // namespace rangedesk::ui
