// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "common/page.h"
#include "common/table_view.h"
#include "models/row_model.h"
#include "session/desk.h"
#include "session/list_reader.h"

#include <QFormLayout>
#include <QPointer>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace rangedesk::ui {

/// A side pane that scrolls: a title, facts below it, and room for more in the column.
struct FactsPane
{
    QWidget* pane;
    QVBoxLayout* column;
    QLabel* title;
    QFormLayout* facts;
};
FactsPane makeFactsPane(QWidget* parent);

/// A table of what the server holds, read when the person asks for it: search as one types, a detail pane,
/// and "get recent changes" with progress and cancel. What was read stays while it is read again.
class ListPage : public Page
{
    Q_OBJECT
public:
    std::vector<QWidget*> panes() const override;
    void find() override;
    /// Reads what changed since the last reading; everything the first time.
    void refresh() override { read(false); }
    void readEverything() { read(true); }
    /// The same as refresh, where something was read before, by this run of the program or an earlier one.
    void refreshWhatWasRead();
    void shown() override;
    ~ListPage() override;
    /// What is shown was read by an earlier run of the program, and not asked for again.
    bool isOfEarlierRun() const { return m_isOfEarlierRun; }
    bool isReading() const { return m_reading != nullptr; }
    /// Opens the menu of what can be exported. @pre the page shows rows
    void showExports();
    bool hasExports() const { return m_export->isEnabled(); }
    /// What was read before stays.
    void stopReading();

Q_SIGNALS:
    void readingEnded();

protected:
    struct Texts
    {
        QString title;
        QString emptyTitle;
        QString emptyText;
        QString search;
        QString count; ///< with %1
        /// On the button that reads; empty: "Get recent changes", and reading all again is offered, too.
        QString refresh = {};
        QString cost = {};      ///< what reading takes, on the empty page
        QString nothing = {};   ///< where the server has none, and how to make the first
        QString searchTip = {}; ///< what can be searched for
    };

    ListPage(Desk& desk, const char* name, const char* iconName, RowModel* model, QWidget* parent);

    virtual Texts texts() const = 0;
    /// Starts a reading in a worker; ends in `readingDone`.
    virtual void startReading(const std::shared_ptr<ReadingProgress>& progress,
                              const std::optional<QDateTime>& since) = 0;
    /// Starts to load what an earlier run of the program read; ends in `loadingDone`. @returns false where
    /// there is nothing of the kind
    virtual bool startLoading() { return false; }
    virtual void showDetail(int row) = 0;
    /// Beyond those of this page.
    virtual void clearFilters() {}
    /// What can be done on the empty page in place of reading. @returns whether there is anything
    virtual bool addOwnWay(StatePanel& /*empty*/) { return false; }
    /// Words for the filter chips, by facet.
    virtual std::vector<EquationBar::Term> facetTerms() const = 0;
    /// Where only a part of the list is shown: which, and when it was read.
    virtual QString partText() const { return {}; }

    /// To be called once by the constructor of the page: the detail pane and the columns.
    void build(QWidget* detail, std::vector<ColumnSpec> columns, int rowHeight = size::row);
    /// A pane to the left of the table; before `build`.
    void addLeft(QWidget* pane);
    /// Puts the button of exports into the head, with a key; else it stands in the footer.
    void exportFromHead(const QKeySequence& key);
    /// Behind the search field.
    void setSearchWidth(int pixels) { m_search->setMaximumWidth(pixels); }
    void addTool(QWidget* tool) { m_tools->insertWidget(1, tool); }
    /// A strip above the table, below the tools.
    void addStrip(QWidget* strip) { m_content->insertWidget(1, strip); }
    /// Another way to see the rows, in the table's place; `showView` changes between them, 0 is the table.
    /// @param focus what of it takes the keys
    void addView(QWidget* view, QWidget* focus);
    void showView(int view);
    int view() const { return m_views->currentIndex(); }
    /// To what stands in the table's place.
    void focusView() { viewFocus()->setFocus(); }
    /// After `texts` changed.
    void setTexts();
    /// @param startedAt where the next reading of changes begins; nothing where only a part of the list was
    /// read: then it begins where it did before
    void readingDone(const std::optional<Error>& problem, const std::optional<QDateTime>& startedAt);
    /// @param kept when it was read; nothing where it never was
    void loadingDone(const std::optional<Error>& problem, const std::optional<ReadingMoment>& kept);
    /// Once the reading that is under way has ended. Cancelling it drops that wish.
    void readNext() { m_readsNext = true; }
    void showCounts();
    /// Goes to a row, whatever filters stand in its way: they are cleared for that.
    void goToKey(std::uint64_t key);
    PageHead* head() const { return m_head; }
    /// A strip above the table that stays until the next reading.
    void showNote(Mark mark, const QString& text);
    /// When what is shown was read; invalid where it was not.
    const QDateTime& readAt() const { return m_readAt; }
    QPushButton* addNoteButton(const QString& text) { return m_note->addButton(text); }
    void hideNote() { m_note->hide(); }

    Desk& m_desk;
    TableView* m_table;
    RowModel* m_model;

private:
    void read(bool everything);
    void load();
    QString ageText() const;
    void showState();
    void showProblem();
    void tellProgress();
    void goToWanted();
    void makeExport(QFrame* foot, QHBoxLayout* row);

    const char* m_icon;
    QString m_name;
    PageHead* m_head;
    QPushButton* m_refresh;
    QPushButton* m_cancel;
    QPushButton* m_everything;
    QPushButton* m_export = nullptr;
    QShortcut* m_exportKey = nullptr;
    Note* m_note;
    QVBoxLayout* m_content;
    QHBoxLayout* m_tools;
    QLineEdit* m_search;
    EquationBar* m_facets;
    QLabel* m_legend;
    QStackedWidget* m_stack;
    StatePanel* m_empty;
    QSplitter* m_splitter;
    QWidget* viewFocus() const { return m_viewFocus[static_cast<std::size_t>(m_views->currentIndex())]; }

    QStackedWidget* m_views;
    std::vector<QWidget*> m_viewFocus; ///< for each of the views
    std::shared_ptr<ReadingProgress> m_reading;
    QTimer m_ticker;
    bool m_wantsView = false;   ///< the keys, once there are rows: the reading took the place they had
    QPointer<QWidget> m_leftAt; ///< where the end of the reading left them
    bool m_readsNext = false;   ///< when the reading that is under way has ended
    std::optional<QDateTime> m_since;
    std::optional<std::uint64_t> m_wanted; ///< key of a row to go to once it is shown
    std::optional<Error> m_problem;        ///< of the last reading
    QDateTime m_readAt;
    bool m_hasLoaded = false; ///< what was kept, or it is not wanted
    bool m_isLoading = false;
    bool m_isOfEarlierRun = false; ///< what is shown
    bool m_readsEverything = false;
};

} // namespace rangedesk::ui
