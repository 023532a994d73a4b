// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulk_page.h"
#include "bulk/jobs_page.h"
#include "common/notes.h"
#include "lists/campaign_page.h"
#include "lists/rule_page.h"
#include "shell/rail.h"
#include "shell/status_line.h"
#include "shell/title_bar.h"

#include <QStackedWidget>

namespace rangedesk::ui {

/// The window: rail, title bar, one page at a time, status line. It wires pages together and holds no logic
/// of theirs.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    enum class Place : std::uint8_t { Campaigns, Ranges, CustomerRanges, Bulk, Jobs, Count };

    explicit MainWindow(Desk& desk);

    /// Opens the data folder and the connection; called after the first paint.
    void open(const QStringList& files);
    void goTo(Place place);
    Place place() const { return m_place; }
    Page* page(Place place) const { return m_pages[static_cast<std::size_t>(place)]; }
    BulkPage* bulk() const { return m_bulk; }
    JobsPage* jobs() const { return m_jobs; }
    Toast* toast() const { return m_toast; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addPages();
    void addKeys();
    void setTexts();
    void nextPane(int step);
    void showTrouble(const Error& error);
    void showSettings();
    void switchLanguage();
    void switchTheme();
    void restorePlace();
    bool mayClose();

    Desk& m_desk;
    TitleBar* m_title;
    Rail* m_rail;
    RailButton* m_settings;
    std::vector<RailButton*> m_places;
    QStackedWidget* m_stack;
    std::vector<Page*> m_pages;
    BulkPage* m_bulk = nullptr;
    JobsPage* m_jobs = nullptr;
    StatePanel* m_trouble;
    StatusLine* m_status;
    Toast* m_toast;
    QStringList m_filesToOpen;
    Place m_place = Place::Bulk;
    bool m_isClosing = false;
};

} // namespace rangedesk::ui
