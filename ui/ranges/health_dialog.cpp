// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/health_dialog.h"

#include "core/text.h"
#include "ranges/explain_dialog.h"
#include "rules/health_changes.h"
#include "session/worker.h"

#include <QKeyEvent>
#include <map>

namespace rangedesk::ui {

HealthDialog::HealthDialog(const Desk& desk, PendingEdits& edits, std::shared_ptr<const RuleRows> rules,
                           const EnabledSet& enabled, QWidget* parent)
    : AnswerDialog(desk.environment(), new HealthModel, QStringLiteral("health"),
                   rules->ofCustomers() ? tr("Health check of customer ranges")
                                        : tr("Health check of sale ranges"),
                   parent),
      m_edits(edits), m_rules(std::move(rules)), m_policy(ExplainDialog::keptPolicy()),
      m_model(static_cast<HealthModel*>(m_table->model()))
{
    m_sum->setText(tr("Looking at the rules…"));
    setCaption(assumption(m_policy));
    setSearchText(tr("Condition, product, code, id"), tr("Find a rule among the findings"));
    m_table->setAccessibleName(tr("Findings"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("health"), {{Look::Mark, 130, 178},
                                                   {Look::Text, 160, 200, true},
                                                   {Look::Figure, 64, 86},
                                                   {Look::Text, 140, 200},
                                                   {Look::Text, 140, 210}});
    m_table->setEmptyText(tr("Looking at the rules…"));
    addActions();
    m_counter.setSingleShot(true);
    connect(&m_counter, &QTimer::timeout, this, &HealthDialog::countChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, &m_counter,
            qOverload<>(&QTimer::start));
    connect(m_model, &RowModel::settled, &m_counter, qOverload<>(&QTimer::start));
    countChosen();
    work(enabled);
}

HealthDialog::~HealthDialog()
{
    *m_abandon = true;
}

void HealthDialog::addActions()
{
    auto* note = new Note(Mark::Warning, this);
    note->setText(m_policy == RulePolicy::MostSpecific
                      ? tr("Where the most conditions win, no rule is without effect for being narrower than "
                           "another. Another assumption can be chosen in Explain.")
                      : tr("The API's documents do not say how rules combine. Another assumption can be "
                           "chosen in Explain."));
    addNote(note);
    m_flags = addAction(QStringLiteral("health.flags"), "", "edit");
    m_clear = addAction(QStringLiteral("health.clear"), "danger", "remove");
    m_show = addAction(QStringLiteral("health.show"), "", "range");
    setButtonText(m_show, tr("Show the rule"));
    m_show->setEnabled(false); // until there is a row
    addHint(tr("Nothing is sent from here: everything is compared and reviewed first."));
    connect(m_flags, &QPushButton::clicked, this, &HealthDialog::setFlags);
    connect(m_clear, &QPushButton::clicked, this, &HealthDialog::clearRules);
    connect(m_show, &QPushButton::clicked, this, &HealthDialog::showRule);
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
    for (const std::uint32_t row : chosenRows()) {
        if (m_model->rows()->finding(row).remedy == remedy)
            rows.push_back(row);
    }
    return rows;
}

void HealthDialog::showCurrent()
{
    const auto rows = m_model->rows();
    const auto current = currentRow();
    m_show->setEnabled(current.has_value());
    m_title->clear();
    m_words->clear();
    if (!current)
        return;
    const std::uint32_t row = *current;
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
        say(Mark::Refused, tr("That makes more than %1 edits. Choose fewer rules.")
                               .arg(figure(static_cast<qint64>(RangeEdits::mostAtOnce))));
        return;
    }
    std::map<std::uint32_t, ProposedFlags> flags;
    std::set<std::uint32_t> passedOver;
    for (const std::uint32_t row : wanted) {
        const std::uint32_t rule = rows->ruleRow(row);
        if (isEdited(rule)) { // what waits there was decided by a person
            passedOver.insert(rule);
            continue;
        }
        addFlags(flags[rule], rows->finding(row));
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
    say(passedOver.empty() ? Mark::Changed : Mark::Warning,
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
    const QString text = tr("%1 rules are left alone: edits of them, or of the rule that stands for "
                            "them, wait to be posted.")
                             .arg(figure(passedOver));
    if (m_toClear.empty()) {
        if (passedOver > 0)
            say(Mark::Warning, text);
        return;
    }
    accept();
    if (passedOver > 0)
        Q_EMIT told(Mark::Warning, text);
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
    const auto row = currentRow();
    if (!row)
        return;
    m_toShow = m_model->rows()->ruleRow(*row);
    accept();
}

} // namespace rangedesk::ui
