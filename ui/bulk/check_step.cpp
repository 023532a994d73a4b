// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/check_step.h"

#include "bulk/replace_dialog.h"

#include "common/keys.h"
#include "common/page.h"
#include "session/worker.h"

#include <QFileInfo>
#include <QShortcut>

namespace rangedesk::ui {

void showWarnings(QVBoxLayout* column, const QStringList& warnings, QWidget* parent)
{
    while (QLayoutItem* item = column->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const QString& warning : warnings) {
        auto* note = new Note(Mark::Warning, parent);
        note->setText(warning);
        column->addWidget(note);
    }
}

CheckStep::CheckStep(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rows = new BatchTable("check", BatchTable::Step::Check, this);
    row->addWidget(m_rows, 1);

    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(Theme::instance().scaled(284));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = addSideColumn(side, column);
    m_title = makeLabel(side, {}, Type::PaneTitle);
    m_figures = makeLabel(side, {}, Type::Figure);
    m_explanation = makeParagraph(side, {}, Type::Caption);
    m_problem = new Note(Mark::Refused, side);
    m_problem->hide();
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_figures);
    top->addWidget(m_explanation);
    m_repair = new RepairCard(desk, side);
    top->addWidget(m_problem);
    top->addSpacing(8);
    top->addWidget(m_repair);
    top->addSpacing(8);
    top->addLayout(m_notes);
    top->addStretch();
    QFrame* foot = makePane(side, "paneFoot");
    auto* buttons = new QVBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 14, size::padding, 14);
    buttons->setSpacing(8);
    m_progress = makeParagraph(foot, {}, Type::Caption);
    m_goOn = makeButton(foot, "primary");
    m_goOn->setObjectName(QStringLiteral("check.goOn"));
    m_goOn->setProperty("large", true);
    m_cancel = makeButton(foot, "danger", "stop");
    m_cancel->hide();
    m_export = makeButton(foot, "", "export");
    m_export->setObjectName(QStringLiteral("check.exportRefused"));
    m_replace = makeButton(side, "quiet", "search");
    m_replace->setObjectName(QStringLiteral("check.replace"));
    m_back = makeButton(foot);
    m_back->setObjectName(QStringLiteral("check.back"));
    buttons->addWidget(m_progress);
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    buttons->addWidget(m_back);
    column->addWidget(foot);
    row->addWidget(side);

    connect(m_goOn, &QPushButton::clicked, this, &CheckStep::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &CheckStep::cancelled);
    top->insertWidget(top->indexOf(m_repair) + 1, m_replace, 0, Qt::AlignLeft);
    connect(m_replace, &QPushButton::clicked, this, &CheckStep::replace);
    auto* find = new QShortcut(replaceKey, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, &CheckStep::replace);
    connect(m_back, &QPushButton::clicked, this, &CheckStep::back);
    connect(m_export, &QPushButton::clicked, this, &CheckStep::exportRefused);
    connect(m_rows, &BatchTable::told, this, &CheckStep::told);
    connect(m_rows->table(), &TableView::currentRowChanged, this, &CheckStep::showRepair);
    connect(m_repair, &RepairCard::corrected, this, [this] { m_wantsFocus = true; });
    connect(m_rows, &BatchTable::settled, this, &CheckStep::standAgain);
    auto* edit = new QShortcut(QKeySequence(Qt::Key_F2), this);
    edit->setContext(Qt::WidgetWithChildrenShortcut);
    connect(edit, &QShortcut::activated, this, [this] {
        m_repair->field()->setFocus();
        m_repair->field()->selectAll();
    });
    auto* undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, m_repair, &RepairCard::undo);
    translated(this, [this] { setTexts(); });
}

void CheckStep::replace()
{
    if (!m_inspection || !m_inspection->checked || m_isPreviewing)
        return;
    ReplaceDialog dialog(m_inspection, m_repair->column(), window());
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT corrected(dialog.edits());
}

void CheckStep::setInspection(const SharedInspection& inspection)
{
    const bool isSame = m_inspection && m_inspection->path == inspection->path;
    m_wantedLine = isSame ? m_line : 0;
    m_inspection = inspection;
    if (isSame) {
        m_arrival = Arrival::Awaited;
        m_repair->awaitRows();
    } else {
        m_arrival = Arrival::None;
        m_rows->clear();
        m_repair->clear();
    }
    m_problem->hide();
    setTexts();
    const auto work = [inspection, catalogue = m_desk.catalogue()] {
        auto outcome = std::make_shared<JobOutcome>();
        outcome->batch = inspection->checked->batch;
        outcome->labels = labelsOf(outcome->batch, nullptr);
        outcome->job.file = QFileInfo(inspection->path).absoluteFilePath();
        std::vector<Doubt> doubts =
            catalogue ? notInCatalogue(outcome->batch, *catalogue) : std::vector<Doubt>();
        return std::make_shared<const BatchRows>(std::move(outcome), BatchRows::View::Review,
                                                 std::vector<RowState>(), std::nullopt, std::move(doubts));
    };
    const auto done = [this, inspection](const std::shared_ptr<const BatchRows>& rows) {
        if (m_inspection != inspection)
            return;
        if (m_arrival == Arrival::Awaited)
            m_arrival = Arrival::Here;
        m_rows->setRows(rows);
    };
    inWorker(this, work, done);
}

void CheckStep::showRepair()
{
    if (m_arrival != Arrival::None)
        return; // between the old rows and the new ones none is current
    const int row = m_rows->table()->currentIndex().row();
    const bool isThere = m_rows->rows() && row >= 0 && row < m_rows->model()->rowCount();
    m_repair->showRow(m_rows->rows(),
                      isThere ? std::optional(m_rows->model()->sourceRow(row)) : std::nullopt);
    if (isThere)
        m_line = m_rows->rows()->row(m_rows->model()->sourceRow(row)).line;
}

/// After a correction the table stands where it stood, at the same line.
void CheckStep::standAgain()
{
    if (m_arrival == Arrival::Awaited)
        return; // a filter over the old rows
    m_arrival = Arrival::None;
    if (m_wantedLine != 0 && m_rows->rows()) {
        const int rows = m_rows->model()->rowCount();
        for (int row = 0; row < rows; ++row) {
            if (m_rows->rows()->row(m_rows->model()->sourceRow(row)).line >= m_wantedLine) {
                m_rows->table()->goToRow(row);
                break;
            }
        }
        m_wantedLine = 0;
    }
    const bool wantsFocus = std::exchange(m_wantsFocus, false);
    showRepair(); // may make a correction that was confirmed meanwhile, and its rows come next
    if (wantsFocus) {
        // A row that is still refused is corrected further; else F8 goes on from here.
        const bool isRefused = m_repair->field()->isVisible();
        (isRefused ? static_cast<QWidget*>(m_repair->field()) : m_rows->table())->setFocus();
    }
}

void CheckStep::showProblem(const std::optional<Error>& problem)
{
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setText(problem->text());
        announce(window(), problem->text());
    }
}

void CheckStep::showPreviewing(const QString& progress)
{
    m_isPreviewing = !progress.isEmpty();
    m_progress->setText(progress);
    m_cancel->setVisible(m_isPreviewing);
    m_goOn->setVisible(!m_isPreviewing);
    m_back->setEnabled(!m_isPreviewing);
    m_repair->setEnabled(!m_isPreviewing);
}

void CheckStep::setTexts()
{
    setButtonText(m_replace, tr("Find and replace…"), replaceKey);
    m_title->setText(tr("Check"));
    setButtonText(m_back, tr("Back to the columns"));
    setButtonText(m_cancel, tr("Cancel the comparison"));
    setButtonText(m_export, tr("Save the refused rows…"));
    if (!m_inspection || !m_inspection->checked)
        return;
    const Batch& batch = m_inspection->checked->batch;
    const auto refused = std::count_if(batch.rows.begin(), batch.rows.end(),
                                       [](const Row& r) { return r.state == RowState::Refused; });
    const auto inOrder = static_cast<qint64>(batch.rows.size()) - refused;
    m_figures->setText(tr("%1 in order").arg(figure(inOrder)));
    m_explanation->setText(
        refused == 0
            ? tr("%1 rows were read, and none has a fault. Nothing has left this computer.")
                  .arg(figure(static_cast<qint64>(batch.rows.size())))
            : tr("%1 rows were read, %2 are refused. Refused rows are not sent and do not hold back the "
                 "others. Save them, correct them, and import them again.")
                  .arg(figure(static_cast<qint64>(batch.rows.size())), figure(refused)));
    m_export->setEnabled(refused > 0);
    m_goOn->setToolTip(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_goOn->setEnabled(inOrder > 0);
    setButtonText(m_goOn,
                  inOrder > 0 ? tr("Compare %1 rows").arg(figure(inOrder)) : tr("No row is in order"));
    showWarnings(m_notes, describe(batch.warnings), m_title->parentWidget());
}

} // namespace rangedesk::ui
