// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/match_step.h"

#include "bulk/check_step.h"
#include "bulk/column_card.h"
#include "bulk/match_fields.h"
#include "bulk/template_box.h"
#include "common/notes.h"
#include "common/page.h"
#include "core/text.h"
#include "session/worker.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QShortcut>
#include <tuple>

namespace rangedesk::ui {

MatchStep::MatchStep(const QString& settingsFolder, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_template = new TemplateBox(m_options, settingsFolder, left);
    m_fields = new MatchFields(m_options, m_template, left);
    column->addWidget(m_fields);

    m_tables = new QStackedWidget(left);
    m_broken = new StatePanel(m_tables);
    auto* splitter = new QSplitter(Qt::Vertical, m_tables);
    m_tables->addWidget(splitter);
    m_tables->addWidget(m_broken);
    splitter->setChildrenCollapsible(false);
    const auto addTable = [splitter](QLabel*& title, QLabel*& caption, TableView*& table) {
        auto* pane = makePane(splitter, "toolBar");
        auto* paneColumn = new QVBoxLayout(pane);
        paneColumn->setContentsMargins(0, 0, 0, 0);
        paneColumn->setSpacing(0);
        auto* head = new QHBoxLayout;
        head->setContentsMargins(size::padding, 9, size::padding, 7);
        title = makeLabel(pane, {}, Type::PaneTitle);
        caption = makeLabel(pane, {}, Type::Body, "caption");
        head->setSpacing(10);
        head->addWidget(title);
        head->addWidget(caption);
        head->addStretch();
        paneColumn->addLayout(head);
        table = new TableView(pane);
        paneColumn->addWidget(table, 1);
        splitter->addWidget(pane);
    };
    addTable(m_columnsTitle, m_columnsCaption, m_columns);
    addTable(m_previewTitle, m_previewCaption, m_preview);
    splitter->setSizes({360, 300});
    m_columns->setObjectName(QStringLiteral("match.columns"));
    m_preview->setObjectName(QStringLiteral("match.preview"));
    column->addWidget(m_tables, 1);
    row->addWidget(left, 1);
    m_columnModel = new ColumnModel(this);
    m_columns->setModel(m_columnModel);
    m_columns->setSortingEnabled(false);
    m_columns->setSelectionMode(QAbstractItemView::SingleSelection);
    m_columns->setDragDropMode(QAbstractItemView::DragDrop);
    m_columns->setDragDropOverwriteMode(true); // on a column, never between two
    m_columns->setDropIndicatorShown(true);
    using Look = ColumnLookKind;
    m_columns->setColumns(QStringLiteral("match"), {{Look::Text, 56, 84},
                                                    {Look::Text, 130, 172},
                                                    {Look::Text, 210, 200},
                                                    {Look::Text, 170, 190},
                                                    {Look::Chip, 96, 106},
                                                    {Look::Text, 220, 240, true}});
    m_previewModel = new SheetPreviewModel(this);
    m_preview->setModel(m_previewModel);
    m_preview->setSortingEnabled(false);
    m_preview->setColumns({}, {{Look::Figure, 60, 60}});
    m_preview->horizontalHeader()->setStretchLastSection(true);

    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(Theme::instance().scaled(284));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    auto* top = addSideColumn(side, sideColumn);
    m_problem = new Note(Mark::Refused, side);
    m_problem->setObjectName(QStringLiteral("match.problem"));
    m_problem->hide();
    m_card = new ColumnCard(m_options, side);
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(8);
    top->addWidget(m_problem);
    top->addWidget(m_card);
    top->addLayout(m_notes);
    top->addStretch();
    QFrame* foot = makePane(side, "paneFoot");
    auto* buttons = new QVBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 14, size::padding, 14);
    buttons->setSpacing(8);
    m_goOn = makeButton(foot, "primary");
    m_goOn->setObjectName(QStringLiteral("match.goOn"));
    m_goOn->setProperty("large", true);
    m_other = makeButton(foot, "", "open");
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_other);
    sideColumn->addWidget(foot);
    row->addWidget(side);

    connect(m_fields, &MatchFields::changed, this, &MatchStep::inspect);
    connect(m_card, &ColumnCard::changed, this, &MatchStep::inspect);
    connect(m_template, &TemplateBox::changed, this, &MatchStep::inspect);
    connect(m_template, &TemplateBox::told, this, [this](bool isProblem, const QString& text) {
        Q_EMIT told(isProblem ? Mark::Refused : Mark::Accepted, text);
    });
    connect(m_columns, &TableView::currentRowChanged, this, &MatchStep::showColumn);
    connect(m_columns, &TableView::toggleRequested, this, &MatchStep::toggleColumn);
    connect(m_columnModel, &ColumnModel::roleDropped, this, &MatchStep::takeRole);
    connect(m_goOn, &QPushButton::clicked, this, &MatchStep::goOn);
    connect(m_other, &QPushButton::clicked, this, &MatchStep::otherFile);
    translated(this, [this] { setTexts(); });
}

std::vector<QWidget*> MatchStep::panes() const
{
    return {m_fields->firstField(), m_columns, m_preview, m_goOn};
}

void MatchStep::openFile(const QString& path, std::optional<ChangeKind> wished)
{
    m_path = path;
    const ChangeKind kind = wished.value_or(m_options.kind);
    const OperationChoice operation =
        canChoose(kind, m_options.operation) ? m_options.operation : OperationChoice::Upsert;
    m_options = ImportOptions{};
    m_corrections.clear();
    m_options.operation = operation;
    m_options.kind = kind;
    m_isNewFile = true;
    m_template->forget();
    m_inspection.reset();
    m_columnModel->setInspection(nullptr);
    m_previewModel->setInspection(nullptr);
    m_problem->hide();
    showColumn();
    inspect();
}

void MatchStep::inspect()
{
    if (m_path.isEmpty())
        return;
    if (m_isInspecting) {
        m_inspectAgain = true;
        *m_abandon = true;
        return;
    }
    // Corrections speak of lines of one sheet, read in one way.
    const SheetOptions& now = m_options.sheet;
    const auto source = std::tuple(now.sheetName, now.delimiter, now.encoding, now.skipHiddenRows);
    if (!now.edits.empty() && source != m_correctedSource) {
        m_options.sheet.edits.clear();
        m_corrections.clear();
        Q_EMIT told(Mark::Warning, tr("The corrections belonged to another sheet and are gone."));
    }
    m_correctedSource = source;
    if (now.made != m_correctedMade)
        dropCorrectionsOfMade();
    m_correctedMade = now.made;
    m_isInspecting = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    m_fields->showReading();
    m_goOn->setEnabled(false);
    const auto work = [path = m_path, options = m_options, abandon = m_abandon] {
        return std::make_shared<const SheetInspection>(inspectSheet(path, options, abandon.get()));
    };
    const auto done = [this](const SharedInspection& inspection) {
        m_isInspecting = false;
        if (std::exchange(m_inspectAgain, false)) {
            inspect();
            return;
        }
        if (*m_abandon)
            return;
        QStringList headings;
        for (const ColumnLook& look : inspection->columns)
            headings << look.heading;
        if (m_isNewFile) {
            m_template->setHeadings(headings);
            if (const QString name = m_template->chooseFor(headings); !name.isEmpty()) {
                m_isNewFile = false; // its kind is part of it
                Q_EMIT told(Mark::Accepted,
                            tr("The template \"%1\" fits these headings and is used.").arg(name));
                inspect();
                return;
            }
        }
        const bool isOtherKind = inspection->likelyKind && *inspection->likelyKind != m_options.kind;
        if (std::exchange(m_isNewFile, false) && isOtherKind) {
            m_options.kind = *inspection->likelyKind; // the headings of a new sheet speak for it
            if (!canChoose(m_options.kind, m_options.operation))
                m_options.operation = OperationChoice::Upsert;
            inspect();
            return;
        }
        m_inspection = inspection;
        showInspection();
        Q_EMIT inspected();
    };
    inWorker(this, work, done);
}

/// They are found by their place, and what stands there is another column now.
void MatchStep::dropCorrectionsOfMade()
{
    if (!m_inspection || m_options.sheet.edits.empty())
        return;
    const auto inFile =
        std::count_if(m_inspection->columns.begin(), m_inspection->columns.end(),
                      [](const ColumnLook& look) { return look.origin == SheetColumn::Origin::File; });
    const auto dropped = std::erase_if(m_options.sheet.edits,
                                       [inFile](const CellEdit& edit) { return edit.column >= inFile; });
    if (dropped == 0)
        return;
    m_corrections.clear();
    if (!m_options.sheet.edits.empty())
        m_corrections.push_back(m_options.sheet.edits.size());
    Q_EMIT told(Mark::Warning, tr("Corrections of made columns are gone: %1.").arg(dropped));
}

void MatchStep::abandon()
{
    if (m_isInspecting)
        *m_abandon = true;
}

void MatchStep::correct(const std::vector<CellEdit>& edits)
{
    m_options.sheet.edits.insert(m_options.sheet.edits.end(), edits.begin(), edits.end());
    m_corrections.push_back(edits.size());
    inspect();
}

void MatchStep::undoCorrection()
{
    if (m_corrections.empty())
        return;
    m_options.sheet.edits.resize(m_options.sheet.edits.size() - m_corrections.back());
    m_corrections.pop_back();
    inspect();
}

void MatchStep::toggleColumn(const QModelIndex& index)
{
    if (!index.isValid() || m_isInspecting)
        return; // the columns shown are not yet those of this file
    const ColumnLook& look = m_columnModel->look(index.row());
    if (look.heading.isEmpty())
        return;
    if (takeAwayAdded(m_options.sheet, look)) {
        inspect();
        return;
    }
    if (look.ignored)
        m_options.sheet.ignoredColumns.removeAll(look.heading);
    else
        m_options.sheet.ignoredColumns << look.heading;
    inspect();
}

/// The column means what was dragged; the one that meant it takes the former meaning of this one.
void MatchStep::takeRole(const DraggedRole& dragged, int row)
{
    if (m_isInspecting)
        return;
    const ColumnLook& target = m_columnModel->look(row);
    const QString former = target.role && !target.ignored ? toQString(roleName(*target.role)) : QString();
    if (!dragged.from.isEmpty())
        m_options.sheet.assigned[dragged.from] = former;
    m_options.sheet.assigned[target.heading] = dragged.role;
    m_options.sheet.ignoredColumns.removeAll(target.heading);
    inspect();
}

void MatchStep::showColumn()
{
    const int row = m_columns->currentIndex().row();
    const bool isThere = row >= 0 && row < m_columnModel->rowCount();
    const QModelIndex explanation =
        isThere ? m_columnModel->index(row, static_cast<int>(ColumnModel::Column::Explanation))
                : QModelIndex();
    m_card->showColumn(m_inspection, isThere ? row : -1, explanation.data().toString());
}

void MatchStep::setTexts()
{
    m_columnsTitle->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns of the sheet"));
    m_columns->setEmptyText(tr("The headings cannot be read with these settings."));
    m_previewTitle->setText(tr("Live preview"));
    m_previewCaption->setText(tr("the cells exactly as they will be sent; nothing is guessed"));
    m_preview->setAccessibleName(tr("First rows of the sheet"));
    m_preview->setEmptyText(tr("There are no rows to show."));
    setButtonText(m_other, tr("Another file…"), QKeySequence::Open);
    showInspection();
    if (m_inspection && m_inspection->problem)
        inspect(); // its explanation was worded in the other language
}

void MatchStep::showInspection()
{
    if (!m_inspection) {
        setButtonText(m_goOn, tr("Check"));
        m_goOn->setEnabled(false);
        return;
    }
    const int column = std::max(0, m_columns->currentIndex().row());
    m_columnModel->setInspection(m_inspection);
    m_previewModel->setInspection(m_inspection);
    m_preview->setColumnWidth(0, Theme::instance().scaled(64));
    for (int i = 1; i < m_previewModel->columnCount(); ++i)
        m_preview->setColumnWidth(i, Theme::instance().scaled(132));
    m_columns->goToRow(std::min(column, m_columnModel->rowCount() - 1));
    showColumn();
    m_fields->showInspection(m_inspection.get());
    using State = ColumnModel::ColumnState;
    m_columnsCaption->setText(
        tr("%1 matched, %2 ignored or empty, %3 to decide")
            .arg(m_columnModel->count(State::Matched))
            .arg(m_columnModel->count(State::Ignored) + m_columnModel->count(State::Empty))
            .arg(m_columnModel->count(State::Unknown)));
    // A file of which nothing can be shown: the reason takes the place of empty tables.
    const bool isBroken =
        m_inspection->problem && m_inspection->columns.empty() && m_inspection->firstRows.empty();
    m_tables->setCurrentIndex(isBroken ? 1 : 0);
    if (isBroken) {
        m_broken->showError(*m_inspection->problem, tr("Nothing of this file can be shown"));
        connect(m_broken->addWay("open", tr("Open another sheet…"), {}, QKeySequence::Open),
                &QPushButton::clicked, this, &MatchStep::otherFile);
    }
    m_fields->showSize(!isBroken);
    m_problem->setVisible(m_inspection->problem && !isBroken);
    if (m_inspection->problem) {
        m_problem->setText(m_inspection->problem->text());
        announce(window(), m_inspection->problem->text());
    }
    QStringList warnings =
        m_inspection->checked ? describe(m_inspection->checked->batch.warnings) : QStringList();
    const bool hasOperations =
        std::any_of(m_inspection->columns.begin(), m_inspection->columns.end(), [](const ColumnLook& look) {
            return look.role && !look.ignored && look.role->field == ColumnRole::Field::Operation;
        });
    // Rows of campaigns only narrow what was chosen.
    if (hasOperations && m_options.operation != OperationChoice::PerRow && !isOfCampaigns(m_options.kind))
        warnings << tr("The sheet has an operation column. Rows that say otherwise than \"%1\" are refused; "
                       "choose \"%2\" "
                       "to follow the column.")
                        .arg(m_fields->operationText(m_options.operation),
                             m_fields->operationText(OperationChoice::PerRow));
    showWarnings(m_notes, warnings, m_problem->parentWidget());
    const bool isUsable = m_inspection->checked != nullptr && m_inspection->rows > 0;
    m_goOn->setEnabled(isUsable);
    setButtonText(m_goOn,
                  isUsable ? tr("Check %1 rows").arg(figure(static_cast<qint64>(m_inspection->rows)))
                  : m_inspection->checked ? tr("The sheet has no rows")
                                          : tr("The sheet cannot be used yet"),
                  isUsable ? QKeySequence(Qt::CTRL | Qt::Key_Return) : QKeySequence());
}

} // namespace rangedesk::ui
