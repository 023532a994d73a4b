// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/notes.h"
#include "session/desk.h"

namespace rangedesk::ui {

/// The beginning of an import: a place to drop a sheet, and the ways to open, paste or make one.
class StartStep : public StatePanel
{
    Q_OBJECT
public:
    StartStep(Desk& desk, QWidget* parent);

    /// Asks for a place, and writes an empty sheet with the headings of a kind.
    void saveTemplate(const QString& kind);

Q_SIGNALS:
    void open();
    void paste();
    /// A sample, by the name of its kind.
    void sample(const char* name);
    void told(rangedesk::Mark mark, const QString& text);

private:
    void setTexts();
    QPushButton* addStart(const char* iconName, const QString& text, const QString& more,
                          const QKeySequence& key, const char* name);

    Desk& m_desk;
};

/// The text of the clipboard as a sheet: written to a file of the data folder, so that it goes the way of
/// every sheet and survives a crash.
/// @returns its path, or paths of files that were copied; empty where @p told says why not.
QStringList sheetOfClipboard(const Desk& desk, const std::function<void(Mark, const QString&)>& told);

} // namespace rangedesk::ui
