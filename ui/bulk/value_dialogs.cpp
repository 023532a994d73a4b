// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/value_dialogs.h"

#include "common/page.h"
#include "common/widgets.h"
#include "core/text.h"
#include "models/sheet_models.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>

namespace rangedesk::ui {

QVBoxLayout* dialogColumn(QDialog* dialog, const QString& title, const QString& text)
{
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    dialog->setWindowTitle(title);
    column->addWidget(makeLabel(dialog, title, Type::PaneTitle));
    column->addWidget(makeParagraph(dialog, text, Type::Caption));
    return column;
}

QPushButton* addDialogButtons(QDialog* dialog, QVBoxLayout* column, const QString& accept)
{
    auto* row = new QHBoxLayout;
    QPushButton* cancel = makeButton(dialog);
    cancel->setText(ValueMapDialog::tr("Cancel"));
    QPushButton* ok = makeButton(dialog, "primary");
    ok->setText(accept);
    ok->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    column->addLayout(row);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(ok, &QPushButton::clicked, dialog, &QDialog::accept);
    return ok;
}

ValueMapDialog::ValueMapDialog(const QString& heading, const QStringList& occurring,
                               const QMap<QString, QString>& values, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("valueMap"));
    auto* column =
        dialogColumn(this, tr("Replace values of \"%1\"").arg(heading),
                     tr("What stands in the sheet becomes what you enter beside it. Values without an entry "
                        "stay as they are."));
    m_table = new QTableWidget(0, 2, this);
    m_table->setObjectName(QStringLiteral("valueMap.table"));
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("In the sheet"), tr("Becomes")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setMinimumSize(420, 280);
    QStringList all = occurring;
    for (auto at = values.begin(); at != values.end(); ++at) {
        if (!all.contains(at.key()))
            all << at.key();
    }
    for (const QString& from : std::as_const(all))
        addRow(from, values.value(from));
    addRow({}, {});
    column->addWidget(m_table, 1);
    QPushButton* more = makeButton(this, "quiet", "add");
    more->setText(tr("Another value"));
    column->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->item(m_table->rowCount() - 1, 0));
    });
    addDialogButtons(this, column, tr("Replace"));
}

void ValueMapDialog::addRow(const QString& from, const QString& to)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* item = new QTableWidgetItem(from);
    if (!from.isEmpty())
        item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    m_table->setItem(row, 0, item);
    m_table->setItem(row, 1, new QTableWidgetItem(to));
}

QMap<QString, QString> ValueMapDialog::values() const
{
    QMap<QString, QString> values;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString from = m_table->item(row, 0)->text().trimmed();
        const QString to = m_table->item(row, 1)->text().trimmed();
        if (!from.isEmpty() && !to.isEmpty() && from != to)
            values[from] = to;
    }
    return values;
}

ConstantDialog::ConstantDialog(const std::vector<ColumnRole>& roles, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("constant"));
    auto* column = dialogColumn(this, tr("Add a column with one value"),
                                tr("Every row gets it, as if the sheet held the column."));
    column->addWidget(makeLabel(this, tr("Read as"), Type::Caption, "caption"));
    m_role = new QComboBox(this);
    m_role->setObjectName(QStringLiteral("constant.role"));
    m_role->setAccessibleName(tr("Read as"));
    for (const ColumnRole& role : roles)
        m_role->addItem(roleWord(role), toQString(roleName(role)));
    m_role->setMinimumWidth(320);
    column->addWidget(m_role);
    column->addWidget(makeLabel(this, tr("Value"), Type::Caption, "caption"));
    m_value = new QLineEdit(this);
    m_value->setObjectName(QStringLiteral("constant.value"));
    m_value->setAccessibleName(tr("Value"));
    column->addWidget(m_value);
    m_ok = addDialogButtons(this, column, tr("Add the column"));
    m_ok->setEnabled(false);
    connect(m_value, &QLineEdit::textChanged, this,
            [this] { m_ok->setEnabled(!value().isEmpty() && m_role->count() > 0); });
}

} // namespace rangedesk::ui
