// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/column_card.h"

#include "bulk/made_column_dialog.h"
#include "bulk/value_dialogs.h"
#include "common/page.h"
#include "common/translated.h"
#include "common/widgets.h"
#include "core/text.h"

#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

std::vector<ColumnRole> rolesOfCampaigns(ChangeKind kind)
{
    using Field = ColumnRole::Field;
    constexpr auto dimension = Dimension::Department;
    std::vector<ColumnRole> roles{{Field::Campaign, dimension, SelectBy::SourceCode},
                                  {Field::Campaign, dimension, SelectBy::Code}};
    const Field others = kind == ChangeKind::Campaigns ? Field::Condition : Field::Customer;
    for (const CampaignField field : campaignFields) {
        if (kind == ChangeKind::Campaigns && field != CampaignField::Code)
            roles.push_back({Field::CampaignValue, dimension, SelectBy::Id, field});
    }
    for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name})
        roles.push_back({others, dimension, by});
    if (kind == ChangeKind::Campaigns)
        roles.push_back({Field::Operation});
    else
        roles.insert(roles.end(), {{Field::RegisteredTime}, {Field::MerchantInformation}});
    return roles;
}

} // namespace

std::vector<ColumnRole> rolesFor(ChangeKind kind)
{
    using Field = ColumnRole::Field;
    std::vector<ColumnRole> roles;
    if (isOfCampaigns(kind))
        return rolesOfCampaigns(kind);
    if (kind == ChangeKind::RangeProducts) {
        for (int i = 0; i < dimensionCount; ++i) {
            const auto dimension = static_cast<Dimension>(i);
            for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name}) {
                if (by != SelectBy::Code || dimensionHasCode(dimension))
                    roles.push_back({Field::Condition, dimension, by});
            }
        }
    }
    for (const Field field : {Field::Customer, Field::Product}) {
        for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::SourceCode, SelectBy::Name}) {
            const bool fits = kind == ChangeKind::CustomerProducts ||
                              (field == Field::Product && by != SelectBy::SourceCode);
            if (fits)
                roles.push_back({field, Dimension::Department, by});
        }
    }
    for (const Field field : {Field::MustSell, Field::IsNew, Field::Operation})
        roles.push_back({field});
    return roles;
}

std::vector<ColumnRole> freeRoles(const SheetInspection& inspection, ChangeKind kind)
{
    std::vector<ColumnRole> roles = rolesFor(kind);
    std::erase_if(roles, [&inspection](const ColumnRole& role) {
        return std::any_of(inspection.columns.begin(), inspection.columns.end(),
                           [&](const ColumnLook& column) { return !column.ignored && column.role == role; });
    });
    return roles;
}

ColumnCard::ColumnCard(ImportOptions& options, QWidget* parent) : QWidget(parent), m_options(options)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_caption = makeLabel(this, {}, Type::Caption, "caption");
    m_title = makeParagraph(this, {}, Type::PaneTitle, "");
    m_text = makeParagraph(this, {}, Type::Caption);
    m_roleName = makeLabel(this, {}, Type::Caption, "caption");
    m_role = new QComboBox(this);
    m_role->setObjectName(QStringLiteral("match.role"));
    m_role->setMinimumContentsLength(14);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_emptyName = makeLabel(this, {}, Type::Caption, "caption");
    m_empty = new QLineEdit(this);
    m_empty->setObjectName(QStringLiteral("match.empty"));
    m_empty->setClearButtonEnabled(true);
    m_values = makeButton(this, "", "edit");
    m_values->setObjectName(QStringLiteral("match.values"));
    m_ignore = makeButton(this, "", "exclude");
    m_ignore->setObjectName(QStringLiteral("match.ignore"));
    m_add = makeButton(this, "", "add");
    m_add->setObjectName(QStringLiteral("match.addColumn"));
    m_make = makeButton(this, "", "tree");
    m_make->setObjectName(QStringLiteral("match.makeColumn"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_title, m_text, m_roleName, m_role,
                                                           m_emptyName, m_empty})
        column->addWidget(widget);
    column->addWidget(m_values, 0, Qt::AlignLeft);
    column->addWidget(m_ignore, 0, Qt::AlignLeft);
    column->addSpacing(8);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addWidget(m_make, 0, Qt::AlignLeft);
    column->addSpacing(8);
    m_freeTitle = makeParagraph(this, {}, Type::Caption, "caption");
    m_freeModel = new FreeRoleModel(this);
    m_free = new QListView(this);
    m_free->setObjectName(QStringLiteral("match.freeRoles"));
    m_free->setModel(m_freeModel);
    m_free->setDragEnabled(true);
    m_free->setDragDropMode(QAbstractItemView::DragOnly);
    m_free->setUniformItemSizes(true);
    m_free->setFrameShape(QFrame::NoFrame);
    m_free->viewport()->setAutoFillBackground(false); // part of the card, as the fields above it
    m_free->setSpacing(2);
    m_free->setFixedHeight(Theme::instance().scaled(132));
    column->addWidget(m_freeTitle);
    column->addWidget(m_free);

    connect(m_role, &QComboBox::activated, this, &ColumnCard::assign);
    connect(m_empty, &QLineEdit::editingFinished, this, &ColumnCard::setDefault);
    connect(m_values, &QPushButton::clicked, this, &ColumnCard::editValues);
    connect(m_ignore, &QPushButton::clicked, this, &ColumnCard::toggleIgnored);
    connect(m_add, &QPushButton::clicked, this, &ColumnCard::addConstant);
    connect(m_make, &QPushButton::clicked, this, &ColumnCard::addMade);
    translated(this, [this] { setTexts(); });
}

const ColumnLook* ColumnCard::look() const
{
    const bool isThere =
        m_inspection && m_column >= 0 && static_cast<std::size_t>(m_column) < m_inspection->columns.size();
    return isThere ? &m_inspection->columns[static_cast<std::size_t>(m_column)] : nullptr;
}

bool takeAwayAdded(SheetOptions& options, const ColumnLook& column)
{
    if (column.origin == SheetColumn::Origin::File || !column.role)
        return false;
    const QString role = toQString(roleName(*column.role));
    if (column.origin == SheetColumn::Origin::Constant)
        options.constants.remove(role);
    else
        std::erase_if(options.made, [&role](const MadeColumn& made) { return made.role == role; });
    return true;
}

void ColumnCard::showColumn(const SharedInspection& inspection, int column, const QString& explanation)
{
    m_inspection = inspection;
    m_column = column;
    m_explanation = explanation;
    setTexts();
}

void ColumnCard::setTexts()
{
    m_caption->setText(tr("This column"));
    m_roleName->setText(tr("Read as"));
    m_role->setAccessibleName(tr("What the column is read as"));
    m_emptyName->setText(tr("Empty cells become"));
    m_empty->setAccessibleName(m_emptyName->text());
    m_empty->setPlaceholderText(tr("stay empty"));
    setButtonText(m_add, tr("Add a column with one value…"));
    m_add->setToolTip(tr("For a condition or a flag that every row shares and the sheet does not hold."));
    setButtonText(m_make, tr("Make a column of others…"));
    m_make->setToolTip(tr("A part of one column, or several columns joined."));
    for (QPushButton* button : {m_add, m_make})
        button->setEnabled(m_inspection != nullptr && !m_inspection->columns.empty());
    m_freeTitle->setText(tr("Fields without a column: drag one to a column"));
    m_free->setAccessibleName(m_freeTitle->text());
    m_freeModel->setRoles(m_inspection ? freeRoles(*m_inspection, m_options.kind)
                                       : std::vector<ColumnRole>());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_freeTitle, m_free})
        widget->setVisible(m_freeModel->rowCount() > 0);
    const ColumnLook* shown = look();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_title, m_text, m_roleName, m_role,
                                                           m_emptyName, m_empty, m_values, m_ignore})
        widget->setVisible(shown != nullptr);
    if (shown != nullptr)
        showMeaning();
}

void ColumnCard::showMeaning()
{
    const ColumnLook& shown = *look();
    const std::size_t rows = m_inspection->rows;
    m_title->setText(columnLetter(m_column) + QLatin1Char(' ') + shown.heading);
    m_text->setText(tr("%1 rows: filled %2, empty %3")
                        .arg(figure(static_cast<qint64>(rows)), figure(static_cast<qint64>(shown.filled)),
                             figure(static_cast<qint64>(rows - std::min(rows, shown.filled)))) +
                    QLatin1Char('\n') + m_explanation);
    m_role->clear();
    const auto automatic = roleOfHeading(toUtf8(shown.heading));
    m_role->addItem(automatic ? tr("As its heading says: %1").arg(roleWord(*automatic))
                              : tr("As its heading says: not known"),
                    QString());
    const QString assigned = m_options.sheet.assigned.value(shown.heading);
    for (const ColumnRole& role : rolesFor(m_options.kind)) {
        m_role->addItem(roleWord(role), toQString(roleName(role)));
        if (assigned == m_role->itemData(m_role->count() - 1).toString())
            m_role->setCurrentIndex(m_role->count() - 1);
    }
    if (m_options.sheet.assigned.contains(shown.heading) &&
        assigned.isEmpty()) { // its meaning was dragged away
        m_role->addItem(tr("Nothing"), QStringLiteral("nothing"));
        m_role->setCurrentIndex(m_role->count() - 1);
    }
    const bool isAdded = shown.origin != SheetColumn::Origin::File;
    const bool isUsed = !shown.heading.isEmpty() && !shown.ignored && !isAdded;
    m_role->setEnabled(isUsed);
    m_empty->setText(m_options.sheet.defaults.value(shown.heading));
    m_empty->setEnabled(isUsed);
    const auto mapped = m_options.sheet.valueMaps.value(shown.heading).size();
    setButtonText(m_values, mapped > 0 ? tr("Replace values (%1)…").arg(mapped) : tr("Replace values…"));
    m_values->setEnabled(isUsed);
    setButtonText(m_ignore,
                  isAdded         ? tr("Take this column away")
                  : shown.ignored ? tr("Import this column again")
                                  : tr("Ignore this column"),
                  Qt::Key_Space);
    m_ignore->setEnabled(!shown.heading.isEmpty());
}

void ColumnCard::assign(int at)
{
    const ColumnLook* shown = look();
    if (shown == nullptr)
        return;
    const QString role = m_role->itemData(at).toString();
    if (role == QLatin1String("nothing"))
        return; // so it is
    if (role.isEmpty())
        m_options.sheet.assigned.remove(shown->heading);
    else
        m_options.sheet.assigned[shown->heading] = role;
    Q_EMIT changed();
}

void ColumnCard::toggleIgnored()
{
    const ColumnLook* shown = look();
    if (shown == nullptr || shown->heading.isEmpty())
        return;
    QStringList& ignored = m_options.sheet.ignoredColumns;
    const bool isOfTheFile = !takeAwayAdded(m_options.sheet, *shown);
    if (isOfTheFile && shown->ignored)
        ignored.removeAll(shown->heading);
    else if (isOfTheFile)
        ignored << shown->heading;
    Q_EMIT changed();
}

void ColumnCard::setDefault()
{
    const ColumnLook* shown = look();
    if (shown == nullptr || m_options.sheet.defaults.value(shown->heading) == m_empty->text().trimmed())
        return;
    if (m_empty->text().trimmed().isEmpty())
        m_options.sheet.defaults.remove(shown->heading);
    else
        m_options.sheet.defaults[shown->heading] = m_empty->text().trimmed();
    Q_EMIT changed();
}

void ColumnCard::editValues()
{
    const ColumnLook* shown = look();
    if (shown == nullptr)
        return;
    const QString heading = shown->heading;
    ValueMapDialog dialog(heading, shown->values, m_options.sheet.valueMaps.value(heading), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.values().isEmpty())
        m_options.sheet.valueMaps.remove(heading);
    else
        m_options.sheet.valueMaps[heading] = dialog.values();
    Q_EMIT changed();
}

void ColumnCard::addConstant()
{
    ConstantDialog dialog(freeRoles(*m_inspection, m_options.kind), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_options.sheet.constants[dialog.role()] = dialog.value();
    Q_EMIT changed();
}

void ColumnCard::addMade()
{
    const int column = look() != nullptr && look()->origin == SheetColumn::Origin::File ? m_column : 0;
    MadeColumnDialog dialog(m_inspection, rolesFor(m_options.kind), column, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const MadeColumn made = dialog.made();
    // What it is made of no longer means the same by itself.
    for (const ColumnLook& look : m_inspection->columns) {
        const bool clashes = look.role && toQString(roleName(*look.role)) == made.role && !look.ignored;
        if (clashes)
            m_options.sheet.ignoredColumns << look.heading;
    }
    std::erase_if(m_options.sheet.made, [&made](const MadeColumn& other) { return other.role == made.role; });
    m_options.sheet.made.push_back(made);
    Q_EMIT changed();
}

} // namespace rangedesk::ui
