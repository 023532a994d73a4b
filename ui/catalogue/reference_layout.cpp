// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where in the dialog of reference lists.
#include "catalogue/reference_dialog.h"
#include "common/delegates.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTimer>

namespace rangedesk::ui {

namespace {

/// A list of meanings to choose from.
class MeaningDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        auto* box = new QComboBox(parent);
        for (int i = 0; i < static_cast<int>(ReferenceColumn::Meaning::Count); ++i)
            box->addItem(ReferenceColumnModel::word(static_cast<ReferenceColumn::Meaning>(i)), i);
        connect(box, &QComboBox::activated, this, [this, box] {
            auto* self = const_cast<MeaningDelegate*>(this);
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        QTimer::singleShot(0, box, [box] { box->showPopup(); }); // one click or key shows the choices
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        static_cast<QComboBox*>(editor)->setCurrentIndex(index.data(Qt::EditRole).toInt());
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        model->setData(index, static_cast<QComboBox*>(editor)->currentIndex());
    }
};

QTableView* makeTable(QAbstractItemModel* model, const char* name, std::initializer_list<int> widths,
                      QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::instance().scaled(size::row));
    table->setShowGrid(false);
    table->setItemDelegate(new RowDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, Theme::instance().scaled(width));
    return table;
}

} // namespace

QWidget* ReferenceDialog::makeTop()
{
    QFrame* top = makePane(this, "pageHead");
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(20, 14, 20, 12);
    column->setSpacing(8);
    column->addWidget(makeLabel(top, windowTitle(), Type::PaneTitle));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    auto* fileRow = new QHBoxLayout;
    m_file = makeLabel(top, {}, Type::Body);
    m_file->setTextFormat(Qt::PlainText);
    auto* other = makeButton(top, "link");
    other->setText(tr("Another file…"));
    other->setAutoDefault(false);
    connect(other, &QPushButton::clicked, this, &ReferenceDialog::chooseFile);
    fileRow->addWidget(m_file);
    fileRow->addWidget(other);
    fileRow->addStretch();
    form->addRow(tr("File"), fileRow);
    m_sheets = new QComboBox(top);
    m_sheets->setObjectName(QStringLiteral("reference.sheet"));
    m_sheets->setAccessibleName(tr("Sheet"));
    m_sheetsLabel = makeLabel(top, tr("Sheet"), Type::Body);
    form->addRow(m_sheetsLabel, m_sheets);
    m_kind = new QComboBox(top);
    m_kind->setObjectName(QStringLiteral("reference.kind"));
    m_kind->setAccessibleName(tr("It is a list of"));
    m_kind->addItem(entryKindName(EntryKind::Customer), static_cast<int>(EntryKind::Customer));
    m_kind->addItem(entryKindName(EntryKind::Product), static_cast<int>(EntryKind::Product));
    for (int i = 0; i < dimensionCount; ++i)
        m_kind->addItem(dimensionName(static_cast<Dimension>(i)), i);
    form->addRow(tr("It is a list of"), m_kind);
    auto* modes = new QVBoxLayout;
    modes->setSpacing(4);
    m_update = new QRadioButton(tr("Update: what it says is added or changed; nothing goes"), top);
    m_update->setObjectName(QStringLiteral("reference.update"));
    m_update->setChecked(true);
    m_full = new QRadioButton(tr("The whole list: what only an earlier list told goes, too"), top);
    m_full->setObjectName(QStringLiteral("reference.full"));
    modes->addWidget(m_update);
    modes->addWidget(m_full);
    form->addRow(tr("Take it as"), modes);
    column->addLayout(form);
    return top;
}

QWidget* ReferenceDialog::makeTables()
{
    auto* splitter = new QSplitter(Qt::Vertical, this);
    m_columnTable = makeTable(m_columns, "reference.columns", {260, 260}, splitter);
    m_columnTable->setAccessibleName(tr("Columns and what they mean"));
    m_columnTable->setItemDelegateForColumn(static_cast<int>(ReferenceColumnModel::Column::Meaning),
                                            new MeaningDelegate(m_columnTable));
    m_columnTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                                   QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    auto* below = new QWidget(splitter);
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* bar = makePane(below, "toolBar");
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 6, 12, 6);
    m_faultTitle = makeLabel(bar, {}, Type::Body);
    m_save = makeButton(bar, "", "export");
    m_save->setObjectName(QStringLiteral("reference.save"));
    m_save->setAutoDefault(false);
    setButtonText(m_save, tr("Save the refused rows…"));
    connect(m_save, &QPushButton::clicked, this, &ReferenceDialog::saveFaults);
    row->addWidget(m_faultTitle);
    row->addStretch();
    row->addWidget(m_save);
    column->addWidget(bar);
    m_faultTable = makeTable(m_faults, "reference.faults", {70, 160, 200}, below);
    m_faultTable->setAccessibleName(tr("Refused rows"));
    column->addWidget(m_faultTable, 1);
    splitter->addWidget(m_columnTable);
    splitter->addWidget(below);
    splitter->setSizes({300, 180});
    return splitter;
}

QWidget* ReferenceDialog::makeFoot()
{
    QFrame* foot = makePane(this, "paneFoot");
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 10, 20, 12);
    m_sum = makeParagraph(foot, {}, Type::Body, "");
    row->addWidget(m_sum, 1);
    QPushButton* leave = makeButton(foot);
    leave->setText(tr("Cancel"));
    m_take = makeButton(foot, "primary");
    m_take->setObjectName(QStringLiteral("reference.take"));
    m_take->setShortcut(Qt::CTRL | Qt::Key_Return);
    for (QPushButton* button : {leave, m_take}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &ReferenceDialog::takeOver);
    return foot;
}

} // namespace rangedesk::ui
