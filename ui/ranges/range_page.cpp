// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/range_page.h"

#include "common/translated.h"
#include "ranges/rule_detail.h"
#include "session/worker.h"

namespace rangedesk::ui {

namespace {

// Pixels, for the products with their two flags; of customers with their suppliers, too.
constexpr int narrowestDetail = 350;
constexpr int narrowestCustomerDetail = 490;

} // namespace

RangePage::RangePage(Desk& desk, PendingEdits& edits, bool ofCustomers, QWidget* parent)
    : ListPage(desk, ofCustomers ? "customerRules" : "rules", ofCustomers ? "customer-range" : "range",
               new RuleModel, parent),
      m_ofCustomers(ofCustomers), m_edits(edits), m_rules(static_cast<RuleModel*>(m_model)),
      m_detail(new RuleDetail(desk, edits, ofCustomers, this))
{
    m_rules->setOfCustomers(ofCustomers);
    m_rules->setEdits(edits.shared());
    if (!ofCustomers) {
        m_facetPane = new FacetPane(QStringLiteral("rules.facets"), this);
        m_facets = new RuleFacets(m_facetPane);
        addLeft(m_facetPane);
        connect(m_facetPane->model(), &FacetModel::chosen, this, [this] {
            m_rules->setChoices(m_facetPane->model()->choices());
            showFacetPane();
        });
        m_facetToggle = makeButton(this);
        m_facetToggle->setObjectName(QStringLiteral("rules.facetToggle"));
        m_facetToggle->setCheckable(true);
        addTool(m_facetToggle);
        connect(m_facetToggle, &QPushButton::toggled, this, &RangePage::showFacetPane);
    }
    using Look = ColumnLookKind;
    build(m_detail, {{Look::Mark, 104, 90},
                     {Look::Conditions, 164, 172, true},
                     {Look::Figure, 56, 80},
                     {Look::Figure, 56, 76},
                     {Look::Figure, 56, 48},
                     {Look::Text, 52, 72},
                     {Look::Text, 126, 126}});
    m_detail->setMinimumWidth(
        Theme::instance().scaled(ofCustomers ? narrowestCustomerDetail : narrowestDetail));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_health = makeButton(this, "", "verified");
    m_health->setObjectName(objectName() + QStringLiteral(".health"));
    addTool(m_health);
    connect(m_health, &QPushButton::clicked, this, &RangePage::checkHealth);
    addEditTools();
    if (ofCustomers) {
        m_pick = makeButton(this, "", "customer");
        m_pick->setObjectName(objectName() + QStringLiteral(".pick"));
        addTool(m_pick);
        connect(m_pick, &QPushButton::clicked, this, &RangePage::pickBasket);
    }
    m_basketNote = new Note(Mark::Changed, this);
    m_basketNote->setObjectName(objectName() + QStringLiteral(".basket"));
    m_basketNote->setInline();
    m_basketNote->hide();
    addStrip(m_basketNote);
    translated(this, [this] { narrowToBasket(); }); // which tells it
    connect(m_detail, &RuleDetail::whereWanted, this, &RangePage::reachWanted);
    addButtons();
    connect(&m_edits, &PendingEdits::changed, this, &RangePage::showEdits);
    connect(m_detail, &RuleDetail::told, this, &Page::told);
    showEdits();
}

void RangePage::clearFilters()
{
    if (m_facetPane != nullptr)
        m_facetPane->model()->clear();
    dropBasket();
}

void RangePage::resizeEvent(QResizeEvent* event)
{
    ListPage::resizeEvent(event);
    showFacetPane();
}

/// In a narrow window the products need the room; the filter opens on request, and tells when it is at work.
void RangePage::showFacetPane()
{
    if (m_facetPane == nullptr)
        return;
    constexpr int roomy = 1180;
    const bool isRoomy = width() >= Theme::instance().scaled(roomy);
    const bool isAtWork = !m_facetPane->model()->choices().empty();
    // The chips and what concerns the edits need the room, too.
    setSearchWidth(Theme::instance().scaled(isRoomy && editedTargets() == 0 ? 320 : 190));
    m_facetToggle->setVisible(!isRoomy);
    m_facetToggle->setText(isAtWork ? tr("Conditions (filtered)") : tr("Conditions"));
    m_facetToggle->setAccessibleName(m_facetToggle->text());
    m_facetPane->setVisible(isRoomy || m_facetToggle->isChecked());
}

ListPage::Texts RangePage::texts() const
{
    if (m_ofCustomers && m_onlyByCustomer)
        return {tr("Customer ranges"),
                tr("This company's server tells customer ranges only one customer at a time"),
                tr("Pick the customers that you want to see. In the server's words: %1")
                    .arg(m_onlyByCustomer->serverWords.isEmpty() ? m_onlyByCustomer->what
                                                                 : m_onlyByCustomer->serverWords),
                tr("Customer, product, code, id"),
                tr("%1 rules"),
                {},
                {},
                tr("None of the picked customers has a range of its own. Ctrl+N gives them one.")};
    if (m_ofCustomers)
        return {tr("Customer ranges"),
                tr("No customer ranges have been read yet"),
                tr("Read them from the server. Reading changes nothing."),
                tr("Customer, product, code, id"),
                tr("%1 rules"),
                {},
                {},
                tr("No customer has a range of its own. Ctrl+N makes the first.")};
    return {tr("Sale ranges"),
            tr("No sale ranges have been read yet"),
            tr("Read them from the server. Reading changes nothing."),
            tr("Condition, product, code, id"),
            tr("%1 rules"),
            {},
            {},
            tr("The company has no sale ranges. Ctrl+N makes the first.")};
}

qint64 RangePage::editedTargets() const
{
    qint64 count = 0;
    for (const auto& [key, edited] : m_edits.edits().targets())
        count += edited.target.kind == kind() ? 1 : 0;
    return count;
}

std::vector<EquationBar::Term> RangePage::facetTerms() const
{
    const auto rows = m_rules->rows();
    return {
        {RuleRows::InForce, Mark::Online, tr("In force"), rows->count(RuleRows::InForce)},
        {RuleRows::Deleted, Mark::Ended, tr("Deleted"), rows->count(RuleRows::Deleted)},
        {RuleRows::Draft, Mark::Added, tr("Unsent"), rows->count(RuleRows::Draft), false},
        {RuleRows::Edited, Mark::Changed, tr("Edited"),
         static_cast<qint64>(m_rules->editedRows(*rows).size()), false, true},
        {RuleRows::ReadOnlyRule, Mark::Excluded, tr("Read-only"), rows->count(RuleRows::ReadOnlyRule), false,
         true},
        {RuleRows::Repeating, Mark::Warning, tr("Repeats"), rows->count(RuleRows::Repeating), false, true},
        {RuleRows::CutShort, Mark::Warning, tr("Cut short"), rows->count(RuleRows::CutShort), false, true}};
}

void RangePage::showRead(const std::shared_ptr<const RuleRows>& rows, const EnabledSet& enabled)
{
    m_hasRead = true;
    showRows(rows);
    if (enabled)
        m_enabled = enabled;
}

void RangePage::refreshWhatWasRead()
{
    if (m_newest && m_newest->isPartial() && !m_basket.empty())
        refresh(); // of some customers alone there are no changes to ask for
    else
        ListPage::refreshWhatWasRead();
}

void RangePage::shown()
{
    ListPage::shown();
    showEdits();
}

/// Targets that have edits and no rule get rows of their own; those whose edits are gone lose them.
void RangePage::rebuildRows()
{
    const std::set<std::string> keys = draftKeysOf(m_newest, m_ofCustomers, m_edits.edits());
    const bool isSame = m_newest ? keys == m_newest->draftKeys() : keys.empty();
    if (isSame || isReading() || std::exchange(m_isRebuilding, true))
        return; // a reading or a rebuild ends in another look
    const auto work = [earlier = m_newest, ofCustomers = m_ofCustomers, edits = m_edits.shared(),
                       isRead = m_hasRead] {
        return std::make_shared<const RuleRows>(earlier, std::vector<ListItem<SaleRule>>(), ofCustomers,
                                                *edits, isRead);
    };
    const auto done = [this, earlier = m_newest](const std::shared_ptr<const RuleRows>& rows) {
        m_isRebuilding = false;
        if (m_newest == earlier)
            showRows(rows);
        rebuildRows();
    };
    inWorker(this, work, done);
}

void RangePage::showRows(const std::shared_ptr<const RuleRows>& rows)
{
    // Without a reading and without edits there is nothing: the page says how to begin.
    const bool isNothing = !rows->isRead() && rows->size() == 0;
    m_newest = isNothing ? nullptr : rows;
    m_rules->setSource(m_newest);
    if (m_facetPane != nullptr)
        m_facets->show(rows);
}

void RangePage::showEdits()
{
    m_rules->setEdits(m_edits.shared());
    showFacetPane();
    rebuildRows();
    showButtons();
    showCounts();
    showClearing();
}

/// What replaces a range is in force by the newest rules.
bool RangePage::isReplaced(const RangeEdits::Clearing& clearing) const
{
    return m_newest != nullptr &&
           std::all_of(clearing.after.begin(), clearing.after.end(), [this](const std::string& key) {
               const auto row = m_newest->rowOf(key);
               return row && !m_newest->isDraft(*row);
           });
}

/// A range whose successors were posted and verified: it is cleared in a step of its own. Where they are not
/// there any more it stays.
void RangePage::showClearing()
{
    if (m_ofCustomers)
        return;
    const RangeEdits& edits = m_edits.edits();
    const RangeEdits::Clearing* shown = nullptr;
    for (const RangeEdits::Clearing& clearing : edits.clearings()) {
        if (edits.stateOf(clearing) != RangeEdits::ClearingState::Waiting) {
            shown = &clearing;
            break;
        }
    }
    if (shown == nullptr) {
        if (std::exchange(m_tellsClearing, false))
            hideNote();
        return;
    }
    m_tellsClearing = true;
    const std::string key = shown->old.key();
    const QString name = shown->old.sentence();
    const bool isDue = edits.stateOf(*shown) == RangeEdits::ClearingState::Due;
    const bool isThere = isReplaced(*shown);
    if (isDue && (isThere || m_newest == nullptr))
        showNote(Mark::Warning, tr("%1: its new range is there. Clear the old one now?").arg(name));
    else if (isThere)
        showNote(Mark::Warning,
                 tr("%1 was to be cleared once its new range was there. That was not verified, "
                    "or changed since: look at both before the old one is cleared.")
                     .arg(name));
    else
        showNote(Mark::Warning, tr("%1 was to be cleared, but its new range is not in force: nothing is "
                                   "cleared, or neither would be left.")
                                    .arg(name));
    // The reminder stays until the clearing was verified, or is not wanted.
    if (isThere || m_newest == nullptr)
        connect(addNoteButton(tr("Review the clearing")), &QPushButton::clicked, this,
                [this, key] { reviewClearing(key); });
    connect(addNoteButton(isThere ? tr("Keep both") : tr("Keep the old one")), &QPushButton::clicked, this,
            [this, key] { m_edits.dropClearings({key}); });
}

/// By the rules as they are now.
void RangePage::reviewClearing(const std::string& oldKey)
{
    readThen([this, oldKey] {
        const RangeEdits::Clearing* clearing = m_edits.edits().clearingOf(oldKey);
        if (clearing == nullptr)
            return;
        if (isReplaced(*clearing))
            clear({{clearing->old, clearing->digest}});
        else
            showClearing();
    });
}

std::vector<std::uint32_t> RangePage::chosen() const
{
    std::vector<std::uint32_t> rows;
    for (const int row : m_table->selectedRows()) {
        if (m_rules->rows() && row < m_rules->rowCount())
            rows.push_back(m_rules->sourceRow(row));
    }
    return rows;
}

/// What else is chosen and can be edited along with the current one.
void RangePage::showOthers()
{
    // The count first: what names a target takes its time.
    if (const qint64 count = m_table->selectedCount(); count > static_cast<qint64>(RuleDetail::mostOthers)) {
        m_detail->setOthers({}, count);
        return;
    }
    const int current = m_table->currentIndex().row();
    const auto rows = m_rules->rows();
    std::vector<std::uint32_t> others;
    std::set<std::string> targets; // a target that is listed twice is edited once
    if (rows && current >= 0 && current < m_rules->rowCount())
        targets.insert(rows->target(m_rules->sourceRow(current)).key());
    const std::vector<std::uint32_t> rowsChosen = m_table->selectedCount() > 1 ? chosen() : others;
    for (const std::uint32_t row : rowsChosen) {
        if (m_rules->readOnly(row) == ReadOnly::No && targets.insert(rows->target(row).key()).second)
            others.push_back(row);
    }
    m_detail->setOthers(std::move(others));
}

/// When the rules beside were seen, and where.
void RangePage::tellSeen()
{
    using In = RuleDetail::SeenIn;
    if (m_newest && m_newest->isPartial())
        m_detail->setSeen(m_partReadAt, In::Customers);
    else
        m_detail->setSeen(readAt(), isOfEarlierRun() ? In::EarlierRun : In::Reading);
}

void RangePage::showDetail(int row)
{
    const auto rows = m_rules->rows();
    const bool isThere = rows && row >= 0 && row < m_rules->rowCount();
    if (!isThere) {
        m_detail->setRule(rows, {}, ReadOnly::No);
        return;
    }
    const std::uint32_t at = m_rules->sourceRow(row);
    tellSeen();
    m_detail->setRule(rows, at, m_rules->readOnly(at));
    showOthers();
    showButtons();
}

} // namespace rangedesk::ui
