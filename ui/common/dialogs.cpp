// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogs.h"

#include "common/environment_band.h"
#include "common/preferences.h"
#include "common/theme.h"
#include "common/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>

namespace rangedesk::ui {

namespace {

struct DialogText
{
    Q_DECLARE_TR_FUNCTIONS(DialogText)
};

QString lastFolder()
{
    return Preferences::value(QStringLiteral("window/folder"), QDir::homePath()).toString();
}

void rememberFolder(const QString& path)
{
    if (!path.isEmpty())
        Preferences::setValue(QStringLiteral("window/folder"), QFileInfo(path).absolutePath());
}

QString openWithDialog(QWidget* parent, const QString& title)
{
    QString path = QFileDialog::getOpenFileName(
        parent, title, lastFolder(),
        DialogText::tr("Sheets") + QStringLiteral(" (*.xlsx *.csv *.tsv *.txt *.rdchanges);;") +
            DialogText::tr("All files") + QStringLiteral(" (*)"));
    rememberFolder(path);
    return path;
}

} // namespace

std::vector<FileFilter> saveFilters(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix();
    const auto both = [&suffix](FileFilter first, FileFilter second) {
        if (suffix == second.suffix)
            std::swap(first, second);
        return std::vector{std::move(first), std::move(second)};
    };
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("xlsx"))
        return both(
            {DialogText::tr("CSV, for spreadsheets") + QStringLiteral(" (*.csv)"), QStringLiteral("csv")},
            {DialogText::tr("Workbook") + QStringLiteral(" (*.xlsx)"), QStringLiteral("xlsx")});
    if (suffix == QLatin1String("png") || suffix == QLatin1String("svg"))
        return both({DialogText::tr("Picture, PNG") + QStringLiteral(" (*.png)"), QStringLiteral("png")},
                    {DialogText::tr("Drawing, SVG") + QStringLiteral(" (*.svg)"), QStringLiteral("svg")});
    return {{QStringLiteral("*.%1 (*.%1)").arg(suffix), suffix}};
}

namespace {

QString saveWithDialog(QWidget* parent, const QString& title, const QString& name)
{
    const std::vector<FileFilter> filters = saveFilters(name);
    QStringList texts;
    for (const FileFilter& filter : filters)
        texts << filter.text;
    QFileDialog dialog(parent, title, lastFolder(), texts.join(QStringLiteral(";;")));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(filters.front().suffix);
    dialog.selectFile(name);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& chosen) {
        const auto at = texts.indexOf(chosen);
        if (at < 0)
            return;
        const QString& suffix = filters[static_cast<std::size_t>(at)].suffix;
        dialog.setDefaultSuffix(suffix);
        // The name that is offered has the ending of the first.
        const QFileInfo offered(dialog.selectedFiles().value(0));
        if (!offered.suffix().isEmpty() && offered.suffix() != suffix)
            dialog.selectFile(offered.completeBaseName() + QLatin1Char('.') + suffix);
    });
    QString path = dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
    rememberFolder(path);
    return path;
}

QString chooseFolderWithDialog(QWidget* parent, const QString& title, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, title, folder);
}

int askWithDialog(QWidget* parent, const Question& question)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(question.title);
    dialog.setObjectName(QStringLiteral("question"));
    auto* outer = new QVBoxLayout(&dialog);
    outer->setContentsMargins(0, 0, 0, 0);
    if (dialogs().environment)
        outer->addWidget(new EnvironmentBand(*dialogs().environment, &dialog));
    auto* column = new QVBoxLayout;
    outer->addLayout(column);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addWidget(makeLabel(&dialog, question.title, Type::PaneTitle));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(6); // each line says a thing of its own
    for (const QString& line : question.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QLabel* text = makeLabel(&dialog, line, Type::Body);
        text->setWordWrap(true);
        text->setMinimumWidth(380);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        texts->addWidget(text);
    }
    column->addLayout(texts);
    auto* row = new QHBoxLayout;
    row->addStretch();
    int chosen = question.escape;
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        QPushButton* button = makeButton(&dialog, question.answers[i].kind);
        button->setText(question.answers[i].text);
        button->setAutoDefault(question.enterAnswers);
        QObject::connect(button, &QPushButton::clicked, &dialog, [&dialog, &chosen, i] {
            chosen = static_cast<int>(i);
            dialog.accept();
        });
        row->addWidget(button);
        if (static_cast<int>(i) == question.escape)
            button->setFocus();
    }
    column->addLayout(row);
    dialog.exec();
    return chosen;
}

QString inputWithDialog(QWidget* parent, const QString& title, const QString& label, const QString& text,
                        bool* accepted)
{
    return QInputDialog::getText(parent, title, label, QLineEdit::Normal, text, accepted);
}

ConfirmationAnswer confirmWithDialog(QWidget* parent, const Confirmation& confirmation)
{
    ConfirmDialog dialog(parent, confirmation);
    dialog.exec();
    return dialog.answer();
}

} // namespace

Dialogs& dialogs()
{
    static Dialogs all{std::nullopt,  openWithDialog,  saveWithDialog,   chooseFolderWithDialog,
                       askWithDialog, inputWithDialog, confirmWithDialog};
    return all;
}

} // namespace rangedesk::ui
