// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding on registrations, and writing the list of them.
#include "common/dialogs.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_page.h"
#include "session/worker.h"

#include <QApplication>

namespace rangedesk::ui {

/// A letter typed into a list of choices looks for an entry there.
bool ReviewPage::isTypingElsewhere() const
{
    return qobject_cast<QComboBox*>(QApplication::focusWidget()) != nullptr ||
           QApplication::activePopupWidget() != nullptr;
}

std::vector<std::uint32_t> ReviewPage::shownRows() const
{
    std::vector<std::uint32_t> rows;
    rows.reserve(static_cast<std::size_t>(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows.push_back(m_model->sourceRow(row));
    return rows;
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
    const qint64 count = m_table->selectedCount();
    m_card->setChosenCount(count > 1 ? chosenRows().size() : 1);
}

void ReviewPage::goToKey(const std::string& customer)
{
    const auto rows = m_model->rows();
    const std::uint32_t row = rows ? rows->download().list->find(customer) : noCustomer;
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

void ReviewPage::decideAllShown()
{
    const auto shown = m_model->rows();
    if (!shown)
        return;
    std::vector<std::uint32_t> rows = shownRows();
    std::erase_if(rows,
                  [&shown](std::uint32_t row) { return (shown->customer(row).lists & Registered) == 0; });
    if (rows.empty()) {
        Q_EMIT told(Mark::Warning, tr("Only registrations can be decided on."));
        return;
    }
    constexpr std::array decisions{ReviewDecision::Rejected, ReviewDecision::Flagged,
                                   ReviewDecision::Approved};
    const auto decided = std::count_if(rows.begin(), rows.end(), [&shown](std::uint32_t row) {
        return shown->verdict(row).decision != ReviewDecision::None;
    });
    QString text = tr("All registrations that the filter shows get the same decision. Ctrl+Z takes it back.");
    if (decided > 0)
        text += QLatin1Char('\n') +
                tr("Decided already, and decided anew: %1. Filter by Undecided to leave them as they are.")
                    .arg(figure(static_cast<qint64>(decided)));
    Question question{tr("Decide on %1 registrations?").arg(figure(static_cast<qint64>(rows.size()))),
                      text,
                      {{tr("Cancel")}},
                      0,
                      false};
    for (const ReviewDecision decision : decisions)
        question.answers.push_back(
            {decisionWord(decision), decision == ReviewDecision::Approved ? "primary" : ""});
    const int answer = dialogs().ask(this, question);
    if (answer > 0)
        m_state.decide(*shown, rows, decisions.at(static_cast<std::size_t>(answer) - 1));
}

void ReviewPage::exportList()
{
    const auto shown = m_model->rows();
    if (!shown)
        return;
    std::vector<std::uint32_t> rows = shownRows();
    const bool hasRegistered = std::any_of(rows.begin(), rows.end(), [&shown](std::uint32_t row) {
        return (shown->customer(row).lists & Registered) != 0;
    });
    if (!hasRegistered && !rows.empty()) { // the customers of a picture, as the list shows them
        m_table->exportRows();
        return;
    }
    const std::shared_ptr<const ReviewDownload> download(shown, &shown->download());
    const Campaign& campaign = download->list->campaign();
    const QString path =
        dialogs().saveFile(this, tr("Export the registrations (XLSX or CSV)"),
                           tr("registrations %1.xlsx")
                               .arg(toQString(campaign.code.empty() ? campaign.sourceCode : campaign.code)));
    if (path.isEmpty())
        return;
    const auto work = [path, rows = std::move(rows), download, shown, marks = m_state.marks()] {
        return exportReview(path, *download, rows, marks, shown->facts());
    };
    const auto done = [this, path](const Result<void>& written) {
        if (written)
            Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path));
        else
            Q_EMIT told(Mark::Refused, written.error().text());
    };
    inWorker(this, work, done);
}

} // namespace rangedesk::ui
