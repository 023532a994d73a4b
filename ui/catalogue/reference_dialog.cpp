// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/reference_dialog.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "core/text.h"
#include "models/tool_tip.h"
#include "references/refused_rows.h"
#include "session/worker.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rangedesk::ui {

namespace {

struct ReferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceWords)
};

} // namespace

QString referenceWords(const ReferenceCounts& counts, std::size_t refused)
{
    const auto number = [](std::int64_t n) { return figure(n); };
    QStringList parts{ReferenceWords::tr("%1 new").arg(number(counts.added)),
                      ReferenceWords::tr("%1 changed").arg(number(counts.changed)),
                      ReferenceWords::tr("%1 the same").arg(number(counts.same))};
    if (counts.repeated > 0)
        parts << ReferenceWords::tr("%1 repeated").arg(number(counts.repeated));
    if (refused > 0)
        parts << ReferenceWords::tr("%1 refused").arg(number(static_cast<std::int64_t>(refused)));
    QString text = parts.join(ReferenceWords::tr(", "));
    if (counts.cleared > 0)
        text += ReferenceWords::tr("; %1 lose the attributes of earlier lists").arg(number(counts.cleared));
    if (counts.removed > 0)
        text += ReferenceWords::tr("; %1 go").arg(number(counts.removed));
    return text;
}

ReferenceDialog::ReferenceDialog(Desk& desk, EntryKind kind, const QString& path, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_columns(new ReferenceColumnModel(this)),
      m_faults(new ReferenceFaultModel(this))
{
    setObjectName(QStringLiteral("reference"));
    setWindowTitle(tr("Take over a reference list"));
    const Theme& theme = Theme::instance();
    resize(QSize(theme.scaled(900), theme.scaled(680)).boundedTo(parent->window()->size()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new EnvironmentBand(m_desk.environment(), this));
    column->addWidget(makeTop());
    m_problem = new Note(Mark::Refused, this);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(makeTables(), 1);
    column->addWidget(makeFoot());
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(kind)))); // campaigns have no list
    connect(m_columns, &ReferenceColumnModel::meaningChosen, this, &ReferenceDialog::work);
    connect(m_full, &QRadioButton::toggled, this, &ReferenceDialog::work);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_hasChosenKind = true;
        m_columns->forgetChosen();
        work();
    });
    m_columnTable->setFocus();
    connect(&m_desk.catalogueKeeper(), &CatalogueKeeper::changed, this, [this] {
        if (!m_isTaking)
            work(); // what is known by now
    });
    connect(m_sheets, &QComboBox::activated, this, [this] { open(m_path, m_sheets->currentText()); });
    open(path, {});
}

ReferenceDialog::~ReferenceDialog()
{
    if (m_abandon)
        *m_abandon = true;
}

EntryKind ReferenceDialog::kind() const
{
    return static_cast<EntryKind>(m_kind->currentData().toInt());
}

void ReferenceDialog::chooseFile()
{
    const QString path = dialogs().openFile(this, windowTitle());
    if (!path.isEmpty()) {
        m_columns->forgetChosen();
        open(path, {});
    }
}

/// Reads the file in a worker, then plans.
void ReferenceDialog::open(const QString& path, const QString& sheetName)
{
    m_path = path;
    m_sheet.reset();
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(toolTipText(path));
    if (m_abandon)
        *m_abandon = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    m_plan.reset();
    m_sum->setText(tr("Reading…"));
    m_take->setEnabled(false);
    m_save->hide();
    m_sheets->setVisible(m_sheets->count() > 1);
    m_sheetsLabel->setVisible(m_sheets->count() > 1);
    const auto read = [path, sheetName]() -> Result<std::shared_ptr<const Sheet>> {
        auto bytes = readSheetBytes(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        SheetOptions options;
        options.sheetName = sheetName;
        auto sheet = openSheet(std::move(*bytes), options);
        if (!sheet)
            return tl::unexpected(sheet.error());
        return std::make_shared<const Sheet>(std::move(*sheet));
    };
    const auto done = [this, abandon = m_abandon](const Result<std::shared_ptr<const Sheet>>& sheet) {
        if (abandon != m_abandon)
            return;
        if (!sheet) {
            showProblem(sheet.error());
            return;
        }
        m_sheet = *sheet;
        const bool hasSeveral = m_sheet->workbook && m_sheet->workbook->sheets.size() > 1;
        m_sheets->setVisible(hasSeveral);
        m_sheetsLabel->setVisible(hasSeveral);
        m_sheets->clear();
        if (hasSeveral) {
            for (const WorkbookFacts::Entry& entry : m_sheet->workbook->sheets)
                m_sheets->addItem(toQString(entry.name));
            m_sheets->setCurrentIndex(static_cast<int>(m_sheet->workbook->chosen));
        }
        if (const auto likely = likelyReferenceKind(*m_sheet); likely && !m_hasChosenKind)
            m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(*likely))));
        work();
    };
    inWorker(this, read, done);
}

/// What taking it over would do, as the choices stand. The newest choice wins.
void ReferenceDialog::work()
{
    if (!m_sheet)
        return;
    if (m_abandon)
        *m_abandon = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    m_plan.reset();
    m_take->setEnabled(false);
    m_save->hide();
    m_problem->hide();
    m_sum->setText(tr("Comparing with the catalogue…"));
    auto columns = referenceColumns(*m_sheet, kind(), m_columns->chosen());
    m_columns->setColumns(columns);
    const auto plan = [sheet = m_sheet, kind = kind(), columns = std::move(columns), isFull = isFull(),
                       known = m_desk.catalogue()->list(kind()),
                       abandon = m_abandon]() -> Result<std::shared_ptr<const Plan>> {
        auto list = readReferenceList(*sheet, kind, columns, abandon.get());
        if (!list)
            return tl::unexpected(list.error());
        const ReferenceOutcome outcome = applyReferenceList(*known, *list, isFull);
        std::vector<ReferenceFault> faults = allFaults(*list, outcome);
        auto refused = isFull ? fullListRefused(*list, outcome) : std::nullopt;
        auto made = std::make_shared<Plan>(
            Plan{std::move(*list), outcome.counts, std::move(faults), std::move(refused)});
        return std::shared_ptr<const Plan>(std::move(made));
    };
    const auto done = [this, abandon = m_abandon](const Result<std::shared_ptr<const Plan>>& made) {
        if (abandon != m_abandon)
            return;
        if (!made) {
            showProblem(made.error());
            return;
        }
        m_plan = *made;
        showPlan();
    };
    inWorker(this, plan, done);
}

void ReferenceDialog::showPlan()
{
    m_faults->setFaults(m_plan->faults);
    const std::size_t refused = m_plan->faults.size();
    m_faultTitle->setText(refused == 0 ? tr("No row is refused")
                                       : tr("Refused rows: %1").arg(figure(static_cast<qint64>(refused))));
    m_save->setVisible(refused > 0);
    m_sum->setText(referenceWords(m_plan->counts, refused));
    const ReferenceCounts& counts = m_plan->counts;
    const std::int64_t changes = counts.added + counts.changed + counts.removed + counts.cleared;
    if (m_plan->fullRefused) {
        m_problem->setText(m_plan->fullRefused->text());
        m_problem->show();
    }
    setButtonText(m_take, changes == 0 ? tr("Nothing to take over") : tr("Take over %1").arg(figure(changes)),
                  changes == 0 ? QKeySequence() : QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_take->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_take->setEnabled(changes > 0 && !m_isTaking && !m_plan->fullRefused);
}

void ReferenceDialog::showProblem(const Error& error)
{
    m_plan.reset();
    m_faults->setFaults({});
    m_faultTitle->clear();
    m_save->hide();
    m_sum->clear();
    tellProblem(error);
    m_take->setEnabled(false);
    setButtonText(m_take, tr("Nothing to take over"));
}

void ReferenceDialog::tellProblem(const Error& error)
{
    m_problem->setText(error.text());
    m_problem->show();
}

void ReferenceDialog::saveFaults()
{
    // Another choice may be made while the file is named.
    const std::shared_ptr<const Plan> plan = m_plan;
    const std::shared_ptr<const Sheet> read = m_sheet;
    if (!plan)
        return;
    const QString path = dialogs().saveFile(this, m_save->accessibleName(),
                                            QFileInfo(m_path).completeBaseName() + QStringLiteral("-") +
                                                tr("refused") + QStringLiteral(".csv"));
    if (path.isEmpty())
        return;
    const auto write = [path, sheet = read, plan] { return saveRefusedRows(path, *sheet, plan->faults); };
    inWorker(this, write, [this](const Result<void>& written) {
        m_problem->setVisible(!written);
        if (!written)
            m_problem->setText(written.error().text());
        else
            m_faultTitle->setText(
                tr("Refused rows: %1, saved").arg(figure(static_cast<qint64>(m_faults->faults().size()))));
    });
}

void ReferenceDialog::takeOver()
{
    const std::shared_ptr<const Plan> plan = m_plan;
    if (!plan || m_isTaking || !m_take->isEnabled())
        return;
    if (isFull() && plan->counts.removed > 0) {
        const int answer = dialogs().ask(
            this,
            {tr("Take it as the whole list?"),
             tr("%1 entries that only an earlier list told go from the catalogue. Nothing changes on the "
                "server.")
                 .arg(figure(plan->counts.removed)),
             {{tr("Back"), ""}, {tr("Take over"), "primary"}}});
        if (answer != 1 || plan != m_plan) // the catalogue changed meanwhile: another question stands there
            return;
    }
    m_isTaking = true;
    setEnabled(false); // what is shown is what is taken over
    const auto list = std::shared_ptr<const ReferenceList>(plan, &plan->list);
    const auto done = [self = QPointer(this)](const Result<ReferenceCounts>& counts) {
        if (self == nullptr)
            return;
        self->m_isTaking = false;
        self->setEnabled(true);
        if (!counts) {
            self->work(); // as things stand now, to be tried again
            self->tellProblem(counts.error());
            return;
        }
        self->m_done = *counts;
        self->accept();
    };
    m_desk.catalogueKeeper().import(list, isFull(), plan->counts.removed, done);
}

/// Taking over is quick and cannot be stopped half-way.
void ReferenceDialog::reject()
{
    if (!m_isTaking)
        QDialog::reject();
}

} // namespace rangedesk::ui
