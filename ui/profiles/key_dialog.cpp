// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/key_dialog.h"

#include "accounts/profile.h"
#include "common/notes.h"
#include "profiles/secret_field.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>

namespace rangedesk::ui {

namespace {

struct KeyText
{
    Q_DECLARE_TR_FUNCTIONS(KeyText)
};

std::optional<TypedKey> askWithDialog(QWidget* parent, const QString& profile)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(KeyText::tr("appkey of %1").arg(profile));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(makeLabel(&dialog, KeyText::tr("appkey of %1").arg(profile), Type::PaneTitle));
    auto* field = new SecretField(&dialog);
    field->setAccessibleName(QStringLiteral("appkey"));
    field->setMinimumWidth(380);
    column->addWidget(field);
    auto* keep = new QCheckBox(KeyText::tr("Keep it in the keychain of this computer"), &dialog);
    keep->setChecked(true);
    column->addWidget(keep);
    column->addWidget(
        makeParagraph(&dialog, KeyText::tr("Otherwise it is kept in memory for this run alone, and written "
                                           "nowhere.")));
    auto* problem = new Note(Mark::Refused, &dialog);
    problem->hide();
    column->addWidget(problem);
    auto* row = new QHBoxLayout;
    row->addStretch();
    QPushButton* back = makeButton(&dialog);
    back->setText(KeyText::tr("Not now"));
    back->setAutoDefault(false);
    QPushButton* use = makeButton(&dialog, "primary");
    use->setText(KeyText::tr("Use this key"));
    use->setDefault(true);
    row->addWidget(back);
    row->addWidget(use);
    column->addLayout(row);
    std::optional<TypedKey> answer;
    QObject::connect(back, &QPushButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(use, &QPushButton::clicked, &dialog, [&] {
        auto key = checkedKey(field->text());
        if (!key) {
            problem->setText(key.error().text());
            problem->show();
            return;
        }
        answer = TypedKey{std::move(*key), keep->isChecked()};
        dialog.accept();
    });
    dialog.exec();
    field->clear();
    return answer;
}

} // namespace

KeyQuestion& keyQuestion()
{
    static KeyQuestion question = askWithDialog;
    return question;
}

} // namespace rangedesk::ui
