// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the list of registrations with what was decided.
#include "common/dialogs.h"
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_page.h"
#include "session/worker.h"

#include <numeric>

namespace rangedesk::ui {

namespace {

/// Everybody who registered, and who did before and is gone.
std::vector<std::uint32_t> allRows(const ReviewDownload& download)
{
    std::vector<std::uint32_t> rows(download.list->figures().registered); // they stand first
    std::iota(rows.begin(), rows.end(), 0);
    for (auto row = static_cast<std::uint32_t>(rows.size()); row < download.rowCount(); ++row) {
        if (download.change(row) == ReviewChange::Gone)
            rows.push_back(row);
    }
    return rows;
}

} // namespace

void ReviewPage::exportList()
{
    const auto shown = m_model->rows();
    if (!shown || !m_state.download())
        return;
    m_card->commitNote();
    const std::vector<std::uint32_t>& visible = m_model->shownRows();
    const std::size_t registered = shown->download().list->figures().registered;
    const auto shownRegistered =
        static_cast<std::size_t>(std::count_if(visible.begin(), visible.end(), [&shown](std::uint32_t row) {
            return (shown->customer(row).lists & Registered) != 0;
        }));
    const bool isFiltered = visible.size() != registered || shownRegistered != registered;
    bool isAll = true;
    if (isFiltered) {
        const QString all = figure(static_cast<qint64>(registered));
        const QString some = figure(static_cast<qint64>(visible.size()));
        QString text = tr("A filter holds: of %1 registrations it shows %2.")
                           .arg(all, figure(static_cast<qint64>(shownRegistered)));
        if (shownRegistered < visible.size())
            text += QLatin1Char('\n') +
                    tr("It also shows customers that are not registered: %1. Where those that are shown are "
                       "exported, they stand on sheets of their own.")
                        .arg(figure(static_cast<qint64>(visible.size() - shownRegistered)));
        Question question{tr("Which customers are exported?"), text, {{tr("Cancel")}}, 0, true};
        const bool isNobody = visible.empty();
        if (!isNobody)
            question.answers.push_back({tr("The %1 that are shown").arg(some)});
        question.answers.push_back({tr("All %1 registrations").arg(all), "primary"});
        const int answer = dialogs().ask(this, question);
        if (answer <= 0)
            return;
        isAll = isNobody || answer == 2;
    }
    const Campaign& campaign = shown->download().list->campaign();
    const QString path =
        dialogs().saveFile(this, tr("Export the registrations (XLSX or CSV)"),
                           tr("registrations %1.xlsx")
                               .arg(toQString(campaign.code.empty() ? campaign.sourceCode : campaign.code)));
    if (path.isEmpty())
        return;
    // Of the newest decisions: those of the last moment may not be in the table yet.
    const auto rows = m_state.rows();
    const bool isCurrent = &rows->download() == &shown->download();
    const auto work = [path, isAll, visible = isAll ? std::vector<std::uint32_t>() : visible,
                       from = isCurrent ? rows : shown] {
        return exportReview(path, from->download(), isAll ? allRows(from->download()) : visible,
                            from->marks(), from->facts());
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
