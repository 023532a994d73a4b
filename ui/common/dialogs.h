// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/confirm_dialog.h"
#include "session/session.h"

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace rangedesk::ui {

/// A question with buttons in words of their own.
struct Question
{
    QString title;
    QString text;
    struct Answer
    {
        QString text;
        const char* kind = ""; ///< primary, danger, production, or empty
    };
    std::vector<Answer> answers; ///< the last one stands at the right
    int escape = 0;              ///< what Esc answers
    bool enterAnswers = true;    ///< whether Enter may answer at all
};

/// The windows that wait for an answer, in one place: tests answer them without a person.
struct Dialogs
{
    /// The band on top of each dialog; set with the window.
    std::optional<Environment> environment;
    std::function<QString(QWidget*, const QString& title)> openFile;
    std::function<QString(QWidget*, const QString& title, const QString& name)> saveFile;
    /// @p folder is where the person begins; empty where none was chosen.
    std::function<QString(QWidget*, const QString& title, const QString& folder)> chooseFolder;
    /// @returns the index of the answer.
    std::function<int(QWidget*, const Question&)> ask;
    /// One line of text. @p accepted tells whether the person gave it.
    std::function<QString(QWidget*, const QString& title, const QString& label, const QString& text,
                          bool* accepted)>
        input;
    /// What must not happen by accident.
    std::function<ConfirmationAnswer(QWidget*, const Confirmation&)> confirm;
};

Dialogs& dialogs();

/// A kind of file that can be saved: the text of the dialog's filter, and the ending.
struct FileFilter
{
    QString text;
    QString suffix;
};
/// What a file of this name can be saved as, the first by its ending.
std::vector<FileFilter> saveFilters(const QString& name);

} // namespace rangedesk::ui
