// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/match_fields.h"

#include "common/page.h"
#include "common/translated.h"
#include "common/widgets.h"
#include "core/text.h"
#include "models/kind_words.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>

namespace rangedesk::ui {

namespace {

constexpr std::array delimiterSigns{',', '\t', ';', '|'};
constexpr std::array encodings{Encoding::Automatic, Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le,
                               Encoding::Utf16Be};

QString encodingWord(Encoding encoding)
{
    return QString::fromLatin1(encodingName(encoding).data(),
                               static_cast<qsizetype>(encodingName(encoding).size()))
        .toUpper();
}

} // namespace

MatchFields::MatchFields(ImportOptions& options, QWidget* last, QWidget* parent)
    : QFrame(parent), m_options(options)
{
    setObjectName(QStringLiteral("toolBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::padding, 10, size::padding, 10);
    column->setSpacing(6);
    auto* holder = new QWidget(this);
    auto* line = new FlowLayout(holder, 14);
    column->addWidget(holder);
    const auto box = [this](const char* name) {
        auto* made = new QComboBox(this);
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return made;
    };
    m_kind = box("match.kind");
    m_operation = box("match.operation");
    m_sheet = box("match.sheet");
    m_encoding = box("match.encoding");
    m_skipHidden = new QCheckBox(this);
    m_skipHidden->setObjectName(QStringLiteral("match.skipHidden"));
    auto* segments = new QWidget(this);
    auto* segmentRow = new QHBoxLayout(segments);
    segmentRow->setContentsMargins(0, 0, 0, 0);
    segmentRow->setSpacing(0);
    m_delimiters = new QButtonGroup(this);
    for (std::size_t i = 0; i < delimiterSigns.size(); ++i) {
        QPushButton* segment = makeButton(segments);
        segment->setProperty("segment", true);
        segment->setCheckable(true);
        segmentRow->addWidget(segment);
        m_delimiters->addButton(segment, static_cast<int>(i));
    }
    addField(line, m_kind);
    addField(line, m_operation);
    m_sheetBox = addField(line, m_sheet);
    m_hiddenBox = addField(line, m_skipHidden);
    m_encodingBox = addField(line, m_encoding);
    m_delimiterBox = addField(line, segments);
    addField(line, last);
    m_sheetBox->hide();
    m_hiddenBox->hide();
    m_size = makeLabel(this, {}, Type::Caption, "caption");
    column->addWidget(m_size);

    connect(m_kind, &QComboBox::activated, this, [this](int at) {
        m_options.kind = static_cast<ChangeKind>(at);
        if (!canChoose(m_options.kind, m_options.operation))
            m_options.operation = OperationChoice::Upsert;
        Q_EMIT changed();
    });
    connect(m_operation, &QComboBox::activated, this, [this](int at) {
        m_options.operation = static_cast<OperationChoice>(at);
        Q_EMIT changed();
    });
    connect(m_sheet, &QComboBox::activated, this, [this](int at) {
        m_options.sheet.sheetName = m_sheet->itemData(at).toString();
        Q_EMIT changed();
    });
    connect(m_skipHidden, &QCheckBox::clicked, this, [this](bool on) {
        m_options.sheet.skipHiddenRows = on;
        Q_EMIT changed();
    });
    connect(m_encoding, &QComboBox::activated, this, [this](int at) {
        m_options.sheet.encoding = encodings.at(static_cast<std::size_t>(at));
        Q_EMIT changed();
    });
    connect(m_delimiters, &QButtonGroup::idClicked, this, [this](int at) {
        m_options.sheet.delimiter = delimiterSigns.at(static_cast<std::size_t>(at));
        Q_EMIT changed();
    });
    translated(this, [this] { setTexts(); });
}

/// The field under its name. Fields stand in a line that breaks where the window is narrow.
QWidget* MatchFields::addField(QLayout* line, QWidget* field)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    QLabel* name = makeLabel(box, {}, Type::Caption, "caption");
    m_names.push_back(name);
    column->addWidget(name);
    column->addWidget(field);
    line->addWidget(box);
    return box;
}

QString MatchFields::operationText(OperationChoice choice) const
{
    return m_operation->itemText(static_cast<int>(choice));
}

void MatchFields::setTexts()
{
    const QStringList names{tr("Kind"),     tr("Operation"), tr("Sheet"),          tr("Hidden rows"),
                            tr("Encoding"), tr("Delimiter"), tr("Column template")};
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_names[i]->setText(names.value(static_cast<qsizetype>(i)));
    const auto fill = [](QComboBox* box, const QString& name, const QStringList& items) {
        const int at = box->currentIndex();
        box->clear();
        box->addItems(items);
        box->setCurrentIndex(std::max(0, at));
        box->setAccessibleName(name);
    };
    QStringList kinds;
    for (const ChangeKind kind : {ChangeKind::RangeProducts, ChangeKind::CustomerProducts,
                                  ChangeKind::Campaigns, ChangeKind::Registrations})
        kinds << kindWord(sheetKindName(kind, OperationChoice::Upsert));
    fill(m_kind, names[0], kinds);
    const QStringList operations{tr("Add or change"),           tr("Remove"),
                                 tr("By the operation column"), tr("Clear everything"),
                                 tr("Only add what is new"),    tr("Only change what is there"),
                                 tr("Exactly these products")};
    fill(m_operation, names[1], operations);
    const QStringList hints{
        tr("Adds what is not there, changes what is."),
        tr("Removes the products named."),
        tr("Each row says what is done: 新增/修改, 删除 or 清除."),
        tr("Takes all products from the ranges or customers named. Rows name no products."),
        tr("What is there already stays as it is."),
        tr("What is not there is not added."),
        tr("Afterwards the ranges or customers named hold exactly the products named; all "
           "others are removed from them.")};
    for (int i = 0; i < hints.size(); ++i)
        m_operation->setItemData(i, hints[i], Qt::ToolTipRole);
    m_sheet->setAccessibleName(names[2]);
    m_skipHidden->setText(tr("Leave out"));
    m_skipHidden->setAccessibleName(tr("Leave out hidden rows"));
    QStringList encodingWords{tr("Recognised by itself")};
    for (std::size_t i = 1; i < encodings.size(); ++i)
        encodingWords << encodingWord(encodings.at(i));
    fill(m_encoding, names[4], encodingWords);
    const QStringList signs{tr("Comma ,"), tr("Tab"), tr("Semicolon ;"), tr("Bar |")};
    for (int i = 0; i < signs.size(); ++i) {
        m_delimiters->button(i)->setText(signs[i]);
        m_delimiters->button(i)->setMinimumWidth(m_delimiters->button(i)->sizeHint().width());
        m_delimiters->button(i)->setAccessibleName(tr("Delimiter: %1").arg(signs[i]));
    }
}

void MatchFields::showReading()
{
    m_size->setText(tr("Reading the file…"));
}

/// Those that the kind does not know are neither seen nor reached by the arrow keys.
void MatchFields::offerOperations()
{
    auto* list = qobject_cast<QListView*>(m_operation->view());
    auto* items = qobject_cast<QStandardItemModel*>(m_operation->model());
    for (int i = 0; i < m_operation->count() && list != nullptr && items != nullptr; ++i) {
        const bool isOffered = canChoose(m_options.kind, static_cast<OperationChoice>(i));
        list->setRowHidden(i, !isOffered);
        items->item(i)->setEnabled(isOffered);
    }
}

void MatchFields::showInspection(const SheetInspection* inspection)
{
    if (inspection == nullptr)
        return;
    m_kind->setCurrentIndex(static_cast<int>(m_options.kind));
    offerOperations();
    m_operation->setCurrentIndex(static_cast<int>(m_options.operation));
    m_operation->setToolTip(m_operation->currentData(Qt::ToolTipRole).toString());
    const bool isWorkbook = inspection->workbook.has_value();
    m_encodingBox->setVisible(!isWorkbook);
    m_delimiterBox->setVisible(!isWorkbook);
    m_sheetBox->setVisible(isWorkbook);
    m_hiddenBox->setVisible(isWorkbook &&
                            (inspection->workbook->hiddenRows > 0 || m_options.sheet.skipHiddenRows));
    QString extra;
    if (isWorkbook) {
        const WorkbookFacts& facts = *inspection->workbook;
        m_sheet->clear();
        for (const WorkbookFacts::Entry& entry : facts.sheets) {
            const QString name = toQString(entry.name);
            m_sheet->addItem(entry.isHidden ? tr("%1 (hidden)").arg(name) : name, name);
        }
        m_sheet->setCurrentIndex(static_cast<int>(facts.chosen));
        m_skipHidden->setChecked(m_options.sheet.skipHiddenRows);
        if (facts.hiddenRows > 0)
            extra += QStringLiteral("   ") +
                     tr("%1 hidden rows").arg(figure(static_cast<qint64>(facts.hiddenRows)));
        if (!facts.merged.empty())
            extra += QStringLiteral("   ") +
                     tr("%1 merged areas").arg(figure(static_cast<qint64>(facts.merged.size())));
        if (facts.emptyFormulas > 0)
            extra += QStringLiteral("   ") +
                     tr("%1 formulas without a value").arg(figure(static_cast<qint64>(facts.emptyFormulas)));
    }
    m_encoding->setItemText(0, m_options.sheet.encoding == Encoding::Automatic
                                   ? tr("%1 (recognised)").arg(encodingWord(inspection->encoding))
                                   : tr("Recognised by itself"));
    for (std::size_t i = 0; i < delimiterSigns.size(); ++i) {
        if (delimiterSigns.at(i) == inspection->delimiter)
            m_delimiters->button(static_cast<int>(i))->setChecked(true);
    }
    m_size->setText(tr("%1 rows   %2 columns   %3%4   ·   only on this computer, nothing was sent")
                        .arg(figure(static_cast<qint64>(inspection->rows)),
                             figure(static_cast<qint64>(inspection->columns.size())),
                             dataSizeText(inspection->bytes), extra));
}

} // namespace rangedesk::ui
