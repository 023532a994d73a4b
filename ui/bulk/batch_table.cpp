// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/batch_table.h"

#include "changes/report.h"
#include "common/marks.h"
#include "common/page.h"
#include "core/text.h"
#include "models/roles.h"

#include <QShortcut>

namespace rangedesk::ui {

namespace {

using Column = BatchModel::Column;

std::vector<ColumnSpec> columnsOf(BatchTable::Step step, ChangeKind kind)
{
    using Look = ColumnLookKind;
    const bool isReview = step == BatchTable::Step::Review;
    const bool isResult = step == BatchTable::Step::Result;
    // A campaign is its own product, and its external id is long.
    const bool isCampaign = kind == ChangeKind::Campaigns;
    const int code = isCampaign ? 150 : 96;
    return {{Look::CheckBox, 38, 38, false, !isReview},
            {Look::Mark, 116, 124},
            {Look::Figure, 66, 66},
            {Look::Text, 210, 210},
            {Look::Text, 220, 220, false, isCampaign},
            {Look::Code, code, code},
            {Look::BeforeAfter, 240, 260, true},
            {Look::Text, 260, 280, false, !isResult}};
}

} // namespace

BatchTable::BatchTable(const char* name, Step step, QWidget* parent) : QWidget(parent), m_step(step)
{
    setObjectName(QLatin1String(name));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    QFrame* sums = makePane(this, "toolBar");
    auto* sumRow = new QHBoxLayout(sums);
    sumRow->setContentsMargins(14, 10, 14, 10);
    m_equation = new EquationBar(sums);
    sumRow->addWidget(m_equation, 1);
    column->addWidget(sums);

    QFrame* tools = makePane(this, "toolBar");
    m_tools = new QHBoxLayout(tools);
    m_tools->setContentsMargins(14, 7, 14, 7);
    m_search = makeSearchField(tools);
    m_search->setObjectName(QLatin1String(name) + QStringLiteral(".search"));
    m_search->setMaximumWidth(280);
    m_next = makeButton(tools, "quiet");
    m_next->setObjectName(QLatin1String(name) + QStringLiteral(".next"));
    m_tools->addWidget(m_search);
    m_tools->addStretch();
    m_tools->addWidget(m_next);
    column->addWidget(tools);

    m_table = new TableView(this);
    m_table->setObjectName(QLatin1String(name) + QStringLiteral(".table"));
    m_model = new BatchModel(this);
    m_table->setModel(m_model);
    m_table->setColumns(QLatin1String(name), columnsOf(step, ChangeKind::RangeProducts));
    column->addWidget(m_table, 1);

    QFrame* strip = makePane(this, "paneFoot");
    auto* stripRow = new QHBoxLayout(strip);
    stripRow->setContentsMargins(14, 8, 14, 8);
    m_sign = new QLabel(strip);
    m_sign->setFixedWidth(20);
    m_sign->setAlignment(Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(3);
    m_rowTitle = makeLabel(strip, {}, Type::Body);
    m_rowTitle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rowTitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_rowText = makeParagraph(strip, {}, Type::Caption);
    m_rowText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rowText->setMinimumHeight(Theme::instance().scaled(36));
    m_rowText->setAlignment(Qt::AlignTop);
    texts->addWidget(m_rowTitle);
    texts->addWidget(m_rowText);
    stripRow->addWidget(m_sign, 0, Qt::AlignTop);
    stripRow->addLayout(texts, 1);
    column->addWidget(strip);

    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_equation, &EquationBar::facetChosen, m_model, &RowModel::setFacets);
    connect(m_next, &QPushButton::clicked, this, &BatchTable::nextProblem);
    connect(m_table, &TableView::currentRowChanged, this, &BatchTable::showRow);
    connect(m_model, &RowModel::settled, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->goToRow(0);
        showRow();
        Q_EMIT settled();
    });
    connect(m_table, &TableView::exported, this,
            [this](const QString& path) { Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(path)); });
    connect(m_table, &TableView::exportFailed, this,
            [this](const QString& why) { Q_EMIT told(Mark::Refused, why); });
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    onKey(Qt::Key_Escape, [this] {
        if (!m_search->text().isEmpty() || m_equation->chosen() != 0)
            clearFilters();
        m_table->setFocus();
    });
    translated(this, [this] { setTexts(); });
}

void BatchTable::setTexts()
{
    m_search->setPlaceholderText(tr("Name, code, reason"));
    m_search->setAccessibleName(tr("Find rows"));
    m_table->setAccessibleName(tr("Rows of the sheet"));
    m_table->setEmptyText(tr("No row matches. Esc shows all rows again."));
    setButtonText(m_next, tr("Next problem"), Qt::Key_F8);
    if (m_rows) {
        showTerms();
        showRow();
    }
}

void BatchTable::setRows(const std::shared_ptr<const BatchRows>& rows)
{
    m_rows = rows;
    useKind(rows->batch().kind);
    m_model->setSource(rows);
    showTerms();
}

/// Kinds that show other columns remember them apart.
void BatchTable::useKind(ChangeKind kind)
{
    m_model->setKind(kind);
    if (m_kind == kind)
        return;
    m_kind = kind;
    const QString suffix = kind == ChangeKind::Campaigns ? QStringLiteral(".campaigns") : QString();
    m_table->setColumns(objectName() + suffix, columnsOf(m_step, kind));
}

void BatchTable::clear()
{
    m_rows.reset();
    m_model->setSource(nullptr);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    clearFilters();
}

void BatchTable::clearFilters()
{
    m_search->clear();
    chooseFacet(0);
}

void BatchTable::chooseFacet(std::uint32_t facet)
{
    m_equation->choose(facet);
    m_model->setFacets(m_equation->chosen());
}

std::vector<EquationBar::Term> BatchTable::terms() const
{
    const auto term = [this](std::uint32_t facet, Mark mark, const QString& word, bool always = true,
                             bool apart = false) {
        return EquationBar::Term{facet, mark, word, m_rows->count(facet), always, apart};
    };
    const auto same = [&](bool always) { return term(SameFacet, Mark::Same, tr("Same"), always); };
    const auto refused = [&](bool always) {
        return term(RefusedFacet, Mark::Refused, tr("Refused"), always);
    };
    const auto excluded = [&](bool always) {
        return term(ExcludedFacet, Mark::Excluded, tr("Excluded"), always);
    };
    const auto held = term(HeldFacet, Mark::Warning, tr("Held"), false);
    const auto warnings = term(WarningFacet, Mark::Warning, tr("Warnings"), false, true);
    switch (m_step) {
    case Step::Check:
        return {term(InOrderFacet, Mark::Accepted, tr("In order")), refused(true), warnings};
    case Step::Review:
        return {term(AddedFacet, Mark::Added, tr("Added")),
                term(ChangedFacet, Mark::Changed, tr("Changed")),
                term(RemovedFacet, Mark::Removed, tr("Removed")),
                term(NotComparedFacet, Mark::Warning, tr("Not compared"), false),
                same(true),
                held,
                refused(true),
                excluded(true),
                warnings};
    case Step::Result:
        return {term(VerifiedFacet, Mark::Verified, tr("Verified")),
                term(AcceptedFacet, Mark::Accepted, tr("Accepted"), false),
                term(RejectedFacet, Mark::Refused, tr("Rejected"), false),
                term(FailedFacet, Mark::Warning, tr("Failed"), false),
                term(UnknownFacet, Mark::Unknown, tr("Unknown"), false),
                term(NotSentFacet, Mark::Waiting, tr("Not sent"), false),
                same(false),
                held,
                refused(false),
                excluded(false),
                warnings};
    }
    return {};
}

void BatchTable::showTerms()
{
    m_equation->setTerms(tr("All"), static_cast<qint64>(m_rows->size()), terms());
    m_model->setFacets(m_equation->chosen());
}

void BatchTable::showRow()
{
    const int row = m_table->currentIndex().row();
    const auto shown = m_model->rows();
    if (!shown || row < 0 || row >= m_model->rowCount()) {
        m_sign->clear();
        m_rowTitle->setText(tr("No row is chosen"));
        m_rowText->clear();
        return;
    }
    const std::uint32_t at = m_model->sourceRow(row);
    const QModelIndex index = m_table->currentIndex();
    m_sign->setPixmap(markPixmap(static_cast<Mark>(index.data(MarkRole).toInt()),
                                 Theme::instance().scaled(16), devicePixelRatioF()));
    const std::uint32_t line = shown->row(at).line;
    m_rowTitle->setText(QStringLiteral("%1   %2   %3   %4")
                            .arg(line == 0 ? tr("Not in the sheet") : tr("Line %1").arg(line))
                            .arg(shown->target(at), shown->product(at), shown->code(at)));
    QStringList texts;
    const Refusal* refusal = shown->refusal(at);
    if (refusal != nullptr && refusal->column >= 0)
        texts << tr("Column \"%1\", value \"%2\".")
                     .arg(
                         toQString(
                             shown->batch().sheet.columns[static_cast<std::size_t>(refusal->column)].heading),
                         excerpt(refusal->value, 60));
    const BatchRows::Words words = shown->change(at);
    const QString reason = shown->reason(at);
    if (!words.after.isEmpty())
        texts << tr("%1 → %2").arg(words.before, words.after);
    else if (words.before != reason)
        texts << words.before;
    texts << reason << shown->serverWords(at);
    if (const QString comment = shown->comment(at); !comment.isEmpty())
        texts << tr("Comment: %1").arg(comment);
    const Row& source = shown->batch().outcomeRow(shown->row(at));
    if (source.request != 0)
        texts << tr("Request #%1").arg(source.request);
    texts.removeAll(QString());
    m_rowText->setText(texts.join(QStringLiteral("   ")));
}

void BatchTable::nextProblem()
{
    const auto shown = m_model->rows();
    if (!shown)
        return;
    const int rows = m_model->rowCount();
    const int from = m_table->currentIndex().row();
    for (int step = 1; step <= rows; ++step) {
        const int row = (from + step) % rows;
        if ((shown->facets(m_model->sourceRow(row)) & problemFacets) == 0)
            continue;
        m_table->goToRow(row);
        m_table->setFocus();
        if (row <= from && from >= 0)
            Q_EMIT told(Mark::Warning, tr("From the top again."));
        return;
    }
    Q_EMIT told(Mark::Accepted, tr("None of these rows has a problem."));
}

} // namespace rangedesk::ui
