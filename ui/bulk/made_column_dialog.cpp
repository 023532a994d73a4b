// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/made_column_dialog.h"

#include "bulk/value_dialogs.h"
#include "common/page.h"
#include "common/widgets.h"
#include "core/text.h"

#include <QFormLayout>

namespace rangedesk::ui {

namespace {

constexpr int mostParts = 9;
constexpr qsizetype rowsShown = 4;
constexpr int columnRole = Qt::UserRole;

QLineEdit* makeSeparatorField(QWidget* parent, const char* name)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setMaxLength(20);
    field->setMaximumWidth(Theme::instance().scaled(120));
    return field;
}

} // namespace

MadeColumnDialog::MadeColumnDialog(SharedInspection inspection, const std::vector<ColumnRole>& roles,
                                   int column, QWidget* parent)
    : QDialog(parent), m_inspection(std::move(inspection))
{
    setObjectName(QStringLiteral("madeColumn"));
    auto* page =
        dialogColumn(this, tr("Make a column of others"),
                     tr("A part of one column, or several columns joined. The sheet stays as it is; what it "
                        "is made of can still be imported, too."));
    page->addWidget(makeLabel(this, tr("Read as"), Type::Caption, "caption"));
    m_role = new QComboBox(this);
    m_role->setObjectName(QStringLiteral("madeColumn.role"));
    m_role->setAccessibleName(tr("Read as"));
    m_role->setMinimumWidth(Theme::instance().scaled(320));
    fillRoles(roles, column);
    page->addWidget(m_role);
    m_isPart = new QRadioButton(tr("A part of one column"), this);
    m_isPart->setObjectName(QStringLiteral("madeColumn.isPart"));
    m_isJoined = new QRadioButton(tr("Several columns joined"), this);
    m_isJoined->setObjectName(QStringLiteral("madeColumn.isJoined"));
    m_isPart->setChecked(true);
    page->addWidget(m_isPart);
    m_split = makeSplit(column);
    page->addWidget(m_split);
    page->addWidget(m_isJoined);
    m_join = makeJoin(column);
    page->addWidget(m_join);
    page->addWidget(makeLabel(this, tr("What comes of the first rows"), Type::Caption, "caption"));
    m_result = makeParagraph(this, {}, Type::Body, "");
    m_result->setTextFormat(Qt::PlainText);
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_result->setMinimumHeight(QFontMetrics(m_result->font()).lineSpacing() * static_cast<int>(rowsShown));
    page->addWidget(m_result);
    m_ok = addDialogButtons(this, page, tr("Make the column"));
    connect(m_isPart, &QRadioButton::toggled, this, &MadeColumnDialog::showResult);
    guessSeparator();
    showResult();
}

void MadeColumnDialog::fillRoles(const std::vector<ColumnRole>& roles, int column)
{
    for (const ColumnRole& role : roles) {
        int at = 0;
        const bool isHeld = std::any_of(
            m_inspection->columns.begin(), m_inspection->columns.end(),
            [&](const ColumnLook& look) { return at++ != column && !look.ignored && look.role == role; });
        if (!isHeld)
            m_role->addItem(roleWord(role), toQString(roleName(role)));
    }
}

QWidget* MadeColumnDialog::makeSplit(int column)
{
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(24, 0, 0, 6);
    m_column = new QComboBox(box);
    m_column->setObjectName(QStringLiteral("madeColumn.column"));
    m_column->setAccessibleName(tr("Column"));
    int at = 0;
    for (const ColumnLook& look : m_inspection->columns) {
        if (look.origin == SheetColumn::Origin::File && !look.heading.isEmpty())
            m_column->addItem(columnLetter(at) + QLatin1Char(' ') + look.heading, at);
        ++at;
    }
    m_column->setCurrentIndex(std::max(0, m_column->findData(column)));
    m_separator = makeSeparatorField(box, "madeColumn.separator");
    m_separator->setAccessibleName(tr("Parts are separated by"));
    m_part = new QComboBox(box);
    m_part->setObjectName(QStringLiteral("madeColumn.part"));
    m_part->setAccessibleName(tr("Which part"));
    for (int part = 1; part <= mostParts; ++part)
        m_part->addItem(QString::number(part), part);
    m_part->addItem(tr("the last"), MadeColumn::last);
    form->addRow(tr("Column"), m_column);
    form->addRow(tr("Parts are separated by"), m_separator);
    form->addRow(tr("Which part"), m_part);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        guessSeparator();
        showResult();
    });
    connect(m_separator, &QLineEdit::textChanged, this, &MadeColumnDialog::showResult);
    connect(m_part, &QComboBox::currentIndexChanged, this, &MadeColumnDialog::showResult);
    return box;
}

QWidget* MadeColumnDialog::makeJoin(int column)
{
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(24, 0, 0, 6);
    m_columns = new QListWidget(box);
    m_columns->setObjectName(QStringLiteral("madeColumn.columns"));
    m_columns->setAccessibleName(tr("Columns, in their order"));
    m_columns->setDragDropMode(QAbstractItemView::InternalMove);
    m_columns->setMaximumHeight(Theme::instance().scaled(200));
    for (int i = 0; i < m_column->count(); ++i) {
        auto* item = new QListWidgetItem(m_column->itemText(i), m_columns);
        item->setData(columnRole, m_column->itemData(i));
        item->setCheckState(m_column->itemData(i).toInt() == column ? Qt::Checked : Qt::Unchecked);
    }
    m_glue = makeSeparatorField(box, "madeColumn.glue");
    m_glue->setAccessibleName(tr("Between them"));
    m_glue->setPlaceholderText(tr("nothing"));
    form->addRow(tr("Columns"), m_columns);
    form->addRow(tr("Between them"), m_glue);
    connect(m_columns, &QListWidget::itemChanged, this, &MadeColumnDialog::showResult);
    connect(m_columns->model(), &QAbstractItemModel::rowsMoved, this, &MadeColumnDialog::showResult);
    connect(m_glue, &QLineEdit::textChanged, this, &MadeColumnDialog::showResult);
    return box;
}

/// The first of the usual ones that most of the first cells hold.
void MadeColumnDialog::guessSeparator()
{
    const int column = m_column->count() == 0 ? -1 : m_column->currentData().toInt();
    qsizetype most = 0;
    QString best;
    for (const QString& separator :
         {QStringLiteral("-"), QStringLiteral("_"), QStringLiteral("/"), QStringLiteral("|"),
          QStringLiteral(":"), QStringLiteral("："), QStringLiteral("、"), QStringLiteral(","),
          QStringLiteral("，"), QStringLiteral(" ")}) {
        const qsizetype holding =
            std::count_if(m_inspection->firstRows.begin(), m_inspection->firstRows.end(),
                          [&](const SheetInspection::PreviewRow& row) {
                              return row.cells.value(column).trimmed().contains(separator);
                          });
        if (holding > most) {
            most = holding;
            best = separator;
        }
    }
    m_separator->setText(best);
}

std::vector<int> MadeColumnDialog::sources() const
{
    if (m_column->count() == 0)
        return {};
    if (m_isPart->isChecked())
        return {m_column->currentData().toInt()};
    std::vector<int> columns;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            columns.push_back(m_columns->item(i)->data(columnRole).toInt());
    }
    return columns;
}

MadeColumn MadeColumnDialog::made() const
{
    MadeColumn made;
    made.role = m_role->currentData().toString();
    for (const int column : sources())
        made.of << m_inspection->columns[static_cast<std::size_t>(column)].heading;
    made.separator = m_isPart->isChecked() ? m_separator->text() : m_glue->text();
    made.part = m_isPart->isChecked() ? m_part->currentData().toInt() : MadeColumn::joined;
    return made;
}

void MadeColumnDialog::showResult()
{
    m_split->setEnabled(m_isPart->isChecked());
    m_join->setEnabled(m_isJoined->isChecked());
    const MadeColumn how = made();
    const std::vector<int> columns = sources();
    QStringList lines;
    for (const SheetInspection::PreviewRow& row : m_inspection->firstRows) {
        std::vector<std::string> texts;
        QStringList before;
        for (const int column : columns) {
            texts.push_back(toUtf8(row.cells.value(column)));
            before << row.cells.value(column);
        }
        const std::vector<std::string_view> cells(texts.begin(), texts.end());
        const QString after = toQString(madeCell(how, cells));
        const QString line = before.join(QStringLiteral(" + ")) + QStringLiteral(" → ") +
                             (after.isEmpty() ? tr("(empty)") : after);
        if (lines.contains(line))
            continue; // rather one that is different
        if (after.isEmpty())
            lines.prepend(line); // what went wrong is seen
        else
            lines << line;
    }
    m_result->setText(lines.mid(0, rowsShown).join(QLatin1Char('\n')));
    m_ok->setEnabled(!columns.empty() && !how.role.isEmpty() &&
                     (m_isPart->isChecked() ? !how.separator.isEmpty() : columns.size() > 1));
}

} // namespace rangedesk::ui
