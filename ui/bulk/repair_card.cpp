// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/repair_card.h"

#include "changes/suggestions.h"

#include "common/page.h"
#include "common/translated.h"
#include "common/widgets.h"
#include "core/text.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

/// The column to correct: where the fault names none, the first that could say what is missing.
int columnOf(const Batch& batch, const Refusal& refusal)
{
    if (refusal.column >= 0)
        return refusal.column;
    using Field = ColumnRole::Field;
    const auto wanted = [&](const ColumnRole& role) {
        return refusal.reason == RefusalReason::NoProduct ? role.field == Field::Product
                                                          : role.field != Field::Own;
    };
    for (std::size_t i = 0; i < batch.sheet.columns.size(); ++i) {
        const SheetColumn& column = batch.sheet.columns[i];
        if (column.role && !column.ignored && wanted(*column.role))
            return static_cast<int>(i);
    }
    return -1;
}

std::string cellAt(const Batch& batch, const Row& row, int column)
{
    CsvScanner scanner(batch.sheet.text, batch.sheet.delimiter, row.offset, row.line);
    CsvRecord record;
    const bool isThere = scanner.next(record) == CsvScanner::Status::Record &&
                         static_cast<std::size_t>(column) < record.cells.size();
    return isThere ? std::string(trimmed(record.cells[static_cast<std::size_t>(column)])) : std::string();
}

} // namespace

RepairCard::RepairCard(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_caption = makeLabel(this, {}, Type::Caption, "caption");
    m_title = makeParagraph(this, {}, Type::PaneTitle, "");
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("repair.value"));
    m_offers = new QVBoxLayout;
    m_offers->setSpacing(4);
    m_one = makeButton(this, "", "edit");
    m_one->setObjectName(QStringLiteral("repair.one"));
    m_all = makeButton(this, "", "edit");
    m_all->setObjectName(QStringLiteral("repair.all"));
    m_done = makeLabel(this, {}, Type::Caption, "caption");
    m_undo = makeButton(this, "quiet", "undo");
    m_undo->setObjectName(QStringLiteral("repair.undo"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_title, m_field})
        column->addWidget(widget);
    column->addLayout(m_offers);
    column->addWidget(m_one, 0, Qt::AlignLeft);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addWidget(m_done);
    column->addWidget(m_undo, 0, Qt::AlignLeft);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { correct(false); });
    connect(m_one, &QPushButton::clicked, this, [this] { correct(false); });
    connect(m_all, &QPushButton::clicked, this, [this] { correct(true); });
    connect(m_undo, &QPushButton::clicked, this, &RepairCard::undo);
    translated(this, [this] { setTexts(); });
}

void RepairCard::setUndoCount(int corrected, bool canUndo)
{
    m_count = corrected;
    m_canUndo = canUndo;
    setTexts();
}

void RepairCard::setTexts()
{
    m_caption->setText(tr("Correct here") + QStringLiteral("   F2"));
    m_field->setAccessibleName(tr("Corrected value"));
    m_done->setText(tr("%1 cells corrected; the file itself is not touched").arg(figure(m_count)));
    m_done->setVisible(m_count > 0);
    setButtonText(m_undo, tr("Take the last one back"), QKeySequence::Undo);
    m_undo->setVisible(m_canUndo);
    showCell();
}

void RepairCard::showRow(const std::shared_ptr<const BatchRows>& rows, std::optional<std::uint32_t> row)
{
    m_rows = rows;
    m_row = row;
    m_isWaiting = false;
    const auto before = m_shown;
    showCell();
    const auto confirmed = std::exchange(m_confirmed, std::nullopt);
    if (confirmed && m_column >= 0 && m_shown == before)
        correct(*confirmed);
}

void RepairCard::awaitRows()
{
    m_isWaiting = true;
}

void RepairCard::clear()
{
    m_shown = {};
    m_confirmed.reset();
    showRow(nullptr, std::nullopt);
}

void RepairCard::showCell()
{
    while (QLayoutItem* item = m_offers->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_column = -1;
    m_wanted.reset();
    const Refusal* refusal =
        m_rows && m_row && m_rows->state(*m_row) == RowState::Refused ? m_rows->refusal(*m_row) : nullptr;
    const Doubt* doubt = m_rows && m_row ? m_rows->doubt(*m_row) : nullptr;
    if (refusal != nullptr)
        m_column = columnOf(m_rows->batch(), *refusal);
    else if (doubt != nullptr)
        m_column = doubt->column;
    const bool isThere = m_column >= 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_title, m_field, m_one, m_all})
        widget->setVisible(isThere);
    if (!isThere)
        return;
    const Batch& batch = m_rows->batch();
    const SheetColumn& column = batch.sheet.columns[static_cast<std::size_t>(m_column)];
    m_value = cellAt(batch, m_rows->row(*m_row), m_column);
    m_title->setText(tr("Line %1, %2").arg(m_rows->row(*m_row).line).arg(toQString(column.heading)));
    // The same cell of rows that were read again keeps what was typed, and its selection.
    const std::tuple shown(m_rows->row(*m_row).line, m_column, m_value);
    if (shown != std::exchange(m_shown, shown))
        m_field->setText(toQString(m_value));
    m_equal = static_cast<int>(linesThatSayTheSame().size());
    setButtonText(m_one, tr("Correct this cell"), Qt::Key_Return);
    m_all->setVisible(m_equal > 1);
    setButtonText(m_all, tr("Correct all %1 that say the same").arg(figure(m_equal)));
    if (column.role)
        look(*column.role, doubt != nullptr ? doubt->value : m_value);
}

/// Lines with the same fault in the same column.
std::vector<std::uint32_t> RepairCard::linesThatSayTheSame() const
{
    const Batch& batch = m_rows->batch();
    std::vector<std::uint32_t> lines;
    if (const Doubt* shown = m_rows->doubt(*m_row)) {
        for (const Doubt& other : m_rows->doubts()) {
            // Of a cell that names several only that cell is corrected.
            if (other.column == shown->column && other.value == shown->value && m_value == shown->value)
                lines.push_back(batch.rows[other.row].line);
        }
        return lines;
    }
    const Refusal& shown = *m_rows->refusal(*m_row);
    for (const Refusal& other : batch.refusals) {
        if (other.column == shown.column && other.reason == shown.reason && other.value == shown.value)
            lines.push_back(batch.rows[other.row].line);
    }
    return shown.value.empty() ? std::vector<std::uint32_t>() : lines;
}

/// In a worker: the catalogue may hold a million entries. One at a time; the newest cell wins.
void RepairCard::look(const ColumnRole& role, const std::string& value)
{
    m_wanted = std::pair(role, value);
    if (std::exchange(m_isLooking, true))
        return;
    const auto work = [catalogue = m_desk.catalogue(), wanted = *m_wanted] {
        return suggestions(*catalogue, wanted.first, wanted.second);
    };
    const auto done = [this, asked = *m_wanted](const std::vector<std::string>& found) {
        m_isLooking = false;
        if (!m_wanted)
            return; // no cell is shown any more
        if (m_wanted->second != asked.second || !(m_wanted->first == asked.first)) {
            const auto next = *m_wanted;
            look(next.first, next.second);
            return;
        }
        for (const std::string& suggestion : found)
            offer(toQString(suggestion), toQString(asked.second));
    };
    inWorker(this, work, done);
}

/// A value that was read from the server, one click away.
void RepairCard::offer(const QString& text, const QString& instead)
{
    QPushButton* button = makeButton(this, "quiet", "verified");
    button->setObjectName(QStringLiteral("repair.offer"));
    button->setText(tr("Perhaps %1").arg(text));
    connect(button, &QPushButton::clicked, this, [this, text, instead] {
        const QString cell = toQString(m_value); // it may name others besides
        m_field->setText(cell == instead ? text : QString(cell).replace(instead, text));
        m_field->setFocus();
    });
    m_offers->addWidget(button, 0, Qt::AlignLeft);
}

std::vector<CellEdit> RepairCard::editsFor(const std::string& to, bool all) const
{
    std::vector<CellEdit> edits;
    if (!all)
        edits.push_back({m_rows->row(*m_row).line, m_column, m_value, to});
    else
        for (const std::uint32_t line : linesThatSayTheSame())
            edits.push_back({line, m_column, m_value, to});
    return edits;
}

void RepairCard::correct(bool all)
{
    if (m_isWaiting) {
        m_confirmed = all;
        return;
    }
    const std::string to = toUtf8(m_field->text().trimmed());
    if (m_column < 0 || to == m_value)
        return;
    Q_EMIT corrected(editsFor(to, all));
}

} // namespace rangedesk::ui
