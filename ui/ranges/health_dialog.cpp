// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/health_dialog.h"

#include "common/page.h"
#include "core/text.h"
#include "ranges/explain_dialog.h"
#include "session/worker.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>
#include <map>
#include <unordered_map>

namespace rangedesk::ui {

HealthDialog::HealthDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                           const EnabledSet& enabled, QWidget* parent)
    : QDialog(parent), m_edits(edits), m_rules(std::move(rules)), m_policy(ExplainDialog::keptPolicy()),
      m_model(new HealthModel(this))
{
    setObjectName(QStringLiteral("health"));
    setWindowTitle(m_rules->ofCustomers() ? tr("Health check of customer ranges")
                                          : tr("Health check of sale ranges"));
    const DialogFrame frame = frameDialog(*this, desk.environment(), {1240, 760});
    connect(frame.close, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(makeMiddle());
    splitter->addWidget(makeRight());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 340});
    frame.column->addWidget(splitter, 1);
    m_counter.setSingleShot(true);
    connect(&m_counter, &QTimer::timeout, this, &HealthDialog::countChosen);
    showCurrent();
    countChosen();
    m_table->setFocus();
    work(enabled);
}

HealthDialog::~HealthDialog()
{
    *m_abandon = true;
}

QWidget* HealthDialog::makeMiddle()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    m_sum = makeParagraph(pane, tr("Looking at the rules…"), Type::PaneTitle, "");
    m_search = makeSearchField(pane);
    m_search->setPlaceholderText(tr("Condition, product, code, id"));
    m_search->setAccessibleName(tr("Find a rule among the findings"));
    m_facets = new EquationBar(pane);
    head->addWidget(m_sum);
    head->addWidget(m_search);
    head->addWidget(m_facets);
    column->addLayout(head);
    m_table = new TableView(pane);
    m_table->setObjectName(QStringLiteral("health.table"));
    m_table->setAccessibleName(tr("Findings"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("health"), {{Look::Mark, 130, 178},
                                                   {Look::Text, 160, 200, true},
                                                   {Look::Figure, 64, 86},
                                                   {Look::Text, 140, 200},
                                                   {Look::Text, 140, 210}});
    m_table->setEmptyText(tr("Looking at the rules…"));
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_facets, &EquationBar::facetChosen, m_model, &RowModel::setFacets);
    connect(m_model, &RowModel::settled, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->goToRow(0);
        showCurrent();
        m_counter.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, &m_counter,
            qOverload<>(&QTimer::start));
    connect(m_table, &TableView::currentRowChanged, this, &HealthDialog::showCurrent);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &HealthDialog::showRule);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    return pane;
}

QWidget* HealthDialog::makeRight()
{
    QFrame* side = makePane(this, "sidePane");
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = addSideColumn(side, sideColumn);
    QWidget* owner = column->parentWidget() != nullptr ? column->parentWidget() : side;
    m_title = makeParagraph(owner, {}, Type::PaneTitle, "");
    m_words = makeParagraph(owner, {}, Type::Body, "");
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_title);
    column->addWidget(m_words);
    auto* note = new Note(Mark::Warning, owner);
    note->setText(m_policy == RulePolicy::MostSpecific
                      ? tr("Assumption, as chosen in Explain: the rule with the most conditions wins. So no "
                           "rule is without effect for being narrower than another.")
                      : tr("Assumption, to be chosen in Explain: any rule that fits grants its products. The "
                           "API's documents do not say."));
    column->addWidget(note);
    column->addStretch();
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    m_flags = makeButton(side, "", "edit");
    m_flags->setObjectName(QStringLiteral("health.flags"));
    m_clear = makeButton(side, "danger", "remove");
    m_clear->setObjectName(QStringLiteral("health.clear"));
    m_show = makeButton(side, "", "range");
    m_show->setObjectName(QStringLiteral("health.show"));
    setButtonText(m_show, tr("Show the rule"));
    for (QPushButton* button : {m_flags, m_clear, m_show}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    foot->addWidget(makeParagraph(side,
                                  tr("Nothing is sent from here: everything is compared and reviewed first."),
                                  Type::Caption, "caption"));
    sideColumn->addLayout(foot);
    connect(m_flags, &QPushButton::clicked, this, &HealthDialog::setFlags);
    connect(m_clear, &QPushButton::clicked, this, &HealthDialog::clearRules);
    connect(m_show, &QPushButton::clicked, this, &HealthDialog::showRule);
    return side;
}

void HealthDialog::work(const EnabledSet& enabled)
{
    const auto look = [rules = m_rules, enabled, policy = m_policy, abandon = m_abandon] {
        const HealthQuestion question{rules->ofCustomers(), enabled, policy, abandon.get()};
        return std::make_shared<const HealthRows>(rules, question);
    };
    inWorker(this, look, [this](const std::shared_ptr<const HealthRows>& rows) {
        m_model->setSource(rows);
        m_table->setEmptyText(rows->size() == 0 ? tr("Nothing odd was found.")
                                                : tr("Nothing matches. Esc clears the search."));
        showFindings(*rows);
    });
}

void HealthDialog::showFindings(const HealthRows& rows)
{
    m_sum->setText(tr("%1 findings in %2 rules; a change can be proposed for %3")
                       .arg(figure(static_cast<qint64>(rows.size())),
                            figure(static_cast<qint64>(rows.looked())), figure(rows.proposed())));
    std::vector<EquationBar::Term> terms;
    for (int i = 0; i < static_cast<int>(HealthProblem::Count); ++i) {
        const auto problem = static_cast<HealthProblem>(i);
        if (rows.count(problem) > 0)
            terms.push_back(
                {HealthRows::facetOf(problem), Mark::Warning, describe(problem), rows.count(problem)});
    }
    terms.push_back(
        {HealthRows::Proposed, Mark::Changed, tr("With a proposal"), rows.proposed(), false, true});
    m_facets->setTerms(tr("All"), static_cast<qint64>(rows.size()), terms);
}

std::vector<std::uint32_t> HealthDialog::chosen(HealthRemedy remedy) const
{
    std::vector<std::uint32_t> rows;
    for (const int selected : m_table->selectedRows()) {
        const std::uint32_t row = m_model->sourceRow(selected);
        if (m_model->rows()->finding(row).remedy == remedy)
            rows.push_back(row);
    }
    return rows;
}

void HealthDialog::showCurrent()
{
    const auto rows = m_model->rows();
    const int current = m_table->currentIndex().row();
    const bool isThere = rows && current >= 0 && current < m_model->rowCount();
    m_show->setEnabled(isThere);
    m_title->clear();
    m_words->clear();
    if (!isThere)
        return;
    const std::uint32_t row = m_model->sourceRow(current);
    const HealthFinding& finding = rows->finding(row);
    QStringList words{m_rules->sentence(rows->ruleRow(row)),
                      tr("Rule %1").arg(toQString(m_rules->rule(rows->ruleRow(row)).id)),
                      {},
                      explained(finding)};
    if (const auto other = rows->otherRow(row))
        words << QString() << tr("The other rule: %1").arg(m_rules->sentence(*other))
              << tr("Rule %1").arg(toQString(m_rules->rule(*other).id));
    words << QString() << tr("Proposal: %1").arg(proposal(finding));
    m_title->setText(describe(finding.problem));
    m_words->setText(words.join(QLatin1Char('\n')));
}

void HealthDialog::countChosen()
{
    std::set<std::uint32_t> flags;
    std::set<std::uint32_t> clear;
    if (const auto rows = m_model->rows()) {
        for (const std::uint32_t row : chosen(HealthRemedy::Flags))
            flags.insert(rows->ruleRow(row));
        for (const std::uint32_t row : chosen(HealthRemedy::Clear))
            clear.insert(rows->ruleRow(row));
    }
    setButtonText(m_flags,
                  tr("Set flags as proposed: %1 rules").arg(figure(static_cast<qint64>(flags.size()))));
    setButtonText(m_clear, tr("Clear and review: %1 rules…").arg(figure(static_cast<qint64>(clear.size()))));
    m_flags->setEnabled(!flags.empty());
    m_clear->setEnabled(!clear.empty());
}

/// Edits of a rule wait, or its clearing does: what is proposed does not know of them.
bool HealthDialog::isEdited(std::uint32_t ruleRow) const
{
    const std::string key = m_rules->target(ruleRow).key();
    const auto& clearings = m_edits.edits().clearings();
    return m_edits.edits().target(key) != nullptr ||
           std::any_of(clearings.begin(), clearings.end(),
                       [&key](const RangeEdits::Clearing& one) { return one.old.key() == key; });
}

void HealthDialog::setFlags()
{
    const auto rows = m_model->rows();
    const std::vector<std::uint32_t> wanted = chosen(HealthRemedy::Flags);
    std::size_t most = 0;
    for (const std::uint32_t row : wanted)
        most += rows->finding(row).products.size();
    if (most > RangeEdits::mostAtOnce) {
        Q_EMIT told(Mark::Refused, tr("That makes more than %1 edits. Choose fewer rules.")
                                       .arg(figure(static_cast<qint64>(RangeEdits::mostAtOnce))));
        return;
    }
    // Two findings of one rule may speak of the same product.
    std::map<std::uint32_t, std::unordered_map<std::string_view, HealthProduct>> flags;
    std::set<std::uint32_t> passedOver;
    for (const std::uint32_t row : wanted) {
        const std::uint32_t rule = rows->ruleRow(row);
        if (isEdited(rule)) { // what waits there was decided by a person
            passedOver.insert(rule);
            continue;
        }
        for (const HealthProduct& product : rows->finding(row).products) {
            HealthProduct& one = flags[rule].emplace(product.listed->id, product).first->second;
            one.mustSell = one.mustSell || product.mustSell;
            if (product.isNew)
                one.isNew = product.isNew;
        }
    }
    std::vector<PendingEdits::Wish> wishes;
    for (const auto& [rule, ofProducts] : flags) {
        const RuleProductRows known(m_rules, rule);
        for (std::uint32_t i = 0; i < known.size(); ++i) {
            const auto found = ofProducts.find(known.product(i).id);
            if (found == ofProducts.end())
                continue;
            ProductEdit edit = known.unedited(i);
            edit.mustSell = found->second.mustSell;
            edit.isNew = found->second.isNew.value_or(edit.isNew);
            wishes.push_back({known.target(), known.editKey(i), std::move(edit)});
        }
    }
    const qint64 before = m_edits.edits().counts().all();
    m_edits.apply(tr("flags of the health check"), std::move(wishes));
    const qint64 added = m_edits.edits().counts().all() - before;
    const QString left = passedOver.empty()
                             ? QString()
                             : tr(" %1 rules have edits that wait already, and are left alone.")
                                   .arg(figure(static_cast<qint64>(passedOver.size())));
    Q_EMIT told(passedOver.empty() ? Mark::Changed : Mark::Warning,
                tr("%1 edits more wait to be posted.").arg(figure(added)) + left);
}

void HealthDialog::clearRules()
{
    const auto rows = m_model->rows();
    std::set<std::string> keys;
    int passedOver = 0;
    for (const std::uint32_t row : chosen(HealthRemedy::Clear)) {
        // Edits of the other may take away what makes this one needless.
        const auto other = rows->otherRow(row);
        if (isEdited(rows->ruleRow(row)) || (other && isEdited(*other))) {
            ++passedOver;
            continue;
        }
        RangeTarget target = m_rules->target(rows->ruleRow(row));
        if (keys.insert(target.key()).second)
            m_toClear.push_back(std::move(target));
    }
    if (passedOver > 0)
        Q_EMIT told(Mark::Warning,
                    tr("%1 rules are left alone: edits of them, or of the rule that stands for "
                       "them, wait to be posted.")
                        .arg(figure(passedOver)));
    if (!m_toClear.empty())
        accept();
}

/// Esc clears the search first.
void HealthDialog::reject()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    else
        QDialog::reject();
}

void HealthDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_table->hasFocus())
        showRule();
    else
        QDialog::keyPressEvent(event);
}

void HealthDialog::showRule()
{
    const int current = m_table->currentIndex().row();
    if (!m_model->rows() || current < 0 || current >= m_model->rowCount())
        return;
    m_toShow = m_model->rows()->ruleRow(m_model->sourceRow(current));
    accept();
}

} // namespace rangedesk::ui
