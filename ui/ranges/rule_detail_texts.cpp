// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane of a rule says: facts, figures, notes, and what waits to be posted.
#include "core/text.h"
#include "ranges/rule_detail.h"

#include <set>

namespace rangedesk::ui {

void RuleDetail::showTexts()
{
    const bool isThere = m_rows && m_row;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_table, m_search, m_add, m_remove, m_where,
                                                           m_figures, m_facts, m_seen})
        widget->setVisible(isThere);
    m_tree->setVisible(isThere && !m_ofCustomers);
    if (!isThere) {
        m_title->setText(tr("No rule is chosen"));
        m_note->hide();
        m_keys->hide();
        m_pending->hide();
        m_aging.stop();
        return;
    }
    const SaleRule& rule = m_rows->rule(*m_row);
    QStringList values;
    const QStringList parts = m_rows->conditions(*m_row);
    for (qsizetype i = 1; i < parts.size(); i += 2)
        values << parts[i];
    m_title->setText(values.join(QStringLiteral(" · ")));
    m_facts->setText(m_rows->isDraft(*m_row)
                         ? (m_rows->knows(m_rows->target(*m_row).key())
                                ? tr("%1\nNot posted yet: it is here only")
                                : tr("%1\nThe rules have not been read yet: press F5"))
                               .arg(m_rows->sentence(*m_row))
                         : tr("Rule %1   %2\nCreated %3   changed %4")
                               .arg(toQString(rule.id), rule.isDeleted() ? tr("deleted") : tr("in force"),
                                    toQString(rule.createTime),
                                    rule.modifyTime.empty() ? tr("never") : toQString(rule.modifyTime)));
    const RuleProductRows all(m_rows, *m_row, m_edits.edits().target(m_rows->target(*m_row).key()));
    showSeen();
    showFigures(all);
    showNote(all);
    m_add->setEnabled(canEdit());
    m_keys->setVisible(canEdit());
    showRemoving();
    showPending(all);
}

/// Where what stands here comes from, and how old it is.
void RuleDetail::showSeen()
{
    m_aging.stop();
    const bool isKnown = m_rows && m_row && !m_rows->isDraft(*m_row) && m_seenAt.isValid();
    m_seen->setVisible(isKnown);
    if (!isKnown)
        return;
    constexpr qint64 justNow = 60; // seconds
    const qint64 age = m_seenAt.secsTo(QDateTime::currentDateTime());
    if (m_seenIn != SeenIn::EarlierRun && age >= 0 && age < justNow) {
        m_seen->setText(tr("Read just now from the server"));
        m_aging.start(std::chrono::seconds(justNow - age));
        return;
    }
    const QString time = m_seenAt.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_seen->setText(m_seenIn == SeenIn::Customers
                        ? tr("Last seen on %1, when the picked customers were asked for").arg(time)
                    : m_ofCustomers ? tr("Last seen on %1, in a list of customer ranges").arg(time)
                                    : tr("Last seen on %1, in a list of sale ranges").arg(time));
}

void RuleDetail::setSeen(const QDateTime& at, SeenIn in)
{
    if (m_seenAt == at && m_seenIn == in)
        return;
    m_seenAt = at;
    m_seenIn = in;
    showSeen();
}

void RuleDetail::showNote(const RuleProductRows& all)
{
    const RuleRows::Figures& figures = m_rows->figures(*m_row);
    const RangeEdits::Clearing* clearing = m_edits.edits().clearingOf(all.target().key());
    m_note->setVisible(m_readOnly != ReadOnly::No || figures.missing > 0 || figures.repeats > 0 ||
                       all.isGone() || clearing != nullptr);
    if (all.isGone())
        m_note->setText(tr("It was in force when it was edited and is not there any more: somebody cleared "
                           "it, or changed its conditions. Posting would make it anew with what is added "
                           "here alone."));
    else if (clearing != nullptr)
        m_note->setText(tr("This range is %1.")
                            .arg(describe(m_edits.edits().stateOf(*clearing), clearing->after.size())));
    else if (m_readOnly != ReadOnly::No)
        m_note->setText(tr("Read-only. %1").arg(describe(m_readOnly)));
    else if (figures.missing > 0)
        m_note->setText(tr("The server counts %1 products more than it lists.").arg(figures.missing));
    else if (figures.repeats > 0)
        m_note->setText(tr("The server lists %1 products twice; they are shown once.").arg(figures.repeats));
}

/// What waits to be posted, and what of it others changed meanwhile.
void RuleDetail::showPending(const RuleProductRows& all)
{
    const std::string key = all.target().key();
    const RangeEdits::Counts counts = m_edits.edits().countsOf(key);
    m_pending->setVisible(counts.all() > 0);
    std::set<std::string> conflicting; // a product of several suppliers has several rows
    for (std::uint32_t i = 0; m_edits.edits().target(key) != nullptr && i < all.size(); ++i) {
        if (all.isConflict(i))
            conflicting.insert(all.editKey(i));
    }
    const auto conflicts = static_cast<qint64>(conflicting.size());
    m_pendingText->setText(
        tr("＋%1   ∆%2   −%3   not posted yet")
            .arg(figure(counts.added), figure(counts.changed), figure(counts.removed)) +
        (conflicts > 0
             ? QLatin1Char('\n') + tr("⚠ %1 of them were changed on the server since").arg(figure(conflicts))
             : QString()));
    m_mine->setVisible(conflicts > 0);
    m_theirs->setVisible(conflicts > 0);
}

/// What is listed, and what the edits make of it.
void RuleDetail::showFigures(const RuleProductRows& all)
{
    const RuleRows::Figures& figures = m_rows->figures(*m_row);
    const RuleProductRows::Counts now = all.edited();
    const bool isDraft = m_rows->isDraft(*m_row);
    const auto change = [isDraft](int before, int after) {
        return isDraft || before == after ? figure(after)
                                          : QStringLiteral("%1 → %2").arg(figure(before), figure(after));
    };
    m_figures->setText(tr("Products %1   must-sell %2   new %3")
                           .arg(change(figures.distinct, now.products),
                                change(figures.mustSell, now.mustSell), change(figures.isNew, now.isNew)));
}

void RuleDetail::showRemoving()
{
    const QString text =
        isToBeRemoved() ? tr("Bring the chosen products back") : tr("Remove the chosen products");
    m_remove->setIcon(icon(isToBeRemoved() ? "undo" : "remove"));
    setIconButtonText(m_remove, text, Qt::Key_Delete);
    m_remove->setEnabled(canEdit() && m_table->currentIndex().isValid());
}

} // namespace rangedesk::ui
