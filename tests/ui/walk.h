// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialogs.h"
#include "shell/main_window.h"

#include <QTemporaryDir>

namespace rangedesk::tests {

/// Walks the whole main job through the real window by keys alone: lists, sample sheet, columns, check,
/// review with exclusions, posting, result, jobs. Tests run it; with a folder it also leaves pictures.
class Walk
{
public:
    enum class Server : std::uint8_t { Demo, Gone };

    /// @param pictures folder for pictures; empty for none
    explicit Walk(const QString& pictures, double rate = 0, Server server = Server::Demo);
    ~Walk();

    ui::MainWindow& window() { return *m_window; }
    Desk& desk() { return *m_desk; }
    /// The first thing that was not as it must be; empty where all was well.
    QString failure() const { return m_failure; }

    void open();
    void lists();
    void openSample();
    void openSheet(const QString& path);
    void check();
    void review(bool exclude = true);
    void post();
    void result();
    void jobs();
    void all();
    void emptyPages();
    void brokenFiles();
    /// A workbook, a repair, an undo under review.
    void bulkMore();
    /// Sheets of campaigns and of registrations under review, and posted.
    void campaignSheets();
    /// The form of one campaign, of several, of a new one.
    void campaignForms();
    /// Some decisions on registrations, and a filter by a picture.
    void reviewRegistrations();
    /// A made column; find and replace.
    void dialogsOfAnEdit();
    /// A job goes to the archive, and is looked at there.
    void archive();
    /// Edits of ranges by keys alone: products, picker, condition tree; the review of them.
    void editRanges();
    /// Where a product may be sold, and what the edits would change, for customers with attributes.
    void askReach();
    /// Does @p act in the dialog that @p open opens.
    void inDialog(const char* name, const std::function<void()>& open, const std::function<void()>& act);
    /// What a window shows whose server is gone.
    void offline();

    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// Tab until the widget with this name has the focus.
    void tabTo(const QString& objectName);
    /// What a window manager does when a dialog goes; keys sent before that are lost.
    void backToWindow();
    bool waitFor(const std::function<bool()>& condition, const char* what, int seconds = 30);
    /// What workers find for @p object is shown; then the picture is of that.
    void settle(const QObject& object);
    void picture(const char* name);

private:
    bool isGood() const { return m_failure.isEmpty(); }
    void fail(const QString& what);
    /// Does what asks before it goes on, and answers.
    void answered(const std::function<void()>& ask);
    void answerDialog();
    void pictureOfDialog(const char* shot, const std::function<void()>& work);

    QString m_pictures;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    QString m_failure;
    decltype(ui::Dialogs::ask) m_asks; ///< as it was before the failure
};

} // namespace rangedesk::tests
