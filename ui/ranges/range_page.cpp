// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/range_page.h"

#include "common/dialogs.h"
#include "common/keys.h"
#include "core/text.h"
#include "openapi/call.h"
#include "pickers/picker_dialog.h"
#include "ranges/rule_detail.h"
#include "ranges/tree_editor.h"
#include "session/worker.h"

#include <QApplication>
#include <QShortcut>

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
    build(m_detail, {{Look::Mark, 104, 100},
                     {Look::Conditions, 164, 172, true},
                     {Look::Figure, 56, 80},
                     {Look::Figure, 56, 80},
                     {Look::Figure, 56, 52},
                     {Look::Text, 56, 78},
                     {Look::Text, 132, 132}});
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
        {RuleRows::Draft, Mark::Added, tr("Not posted"), rows->count(RuleRows::Draft), false},
        {RuleRows::Edited, Mark::Changed, tr("Edited"), editedTargets(), false, true},
        {RuleRows::ReadOnlyRule, Mark::Excluded, tr("Read-only"), rows->count(RuleRows::ReadOnlyRule), false,
         true},
        {RuleRows::Repeating, Mark::Warning, tr("Repeats"), rows->count(RuleRows::Repeating), false, true},
        {RuleRows::CutShort, Mark::Warning, tr("Cut short"), rows->count(RuleRows::CutShort), false, true}};
}

void RangePage::startReading(const std::shared_ptr<ReadingProgress>& progress,
                             const std::optional<QDateTime>& since)
{
    struct Read
    {
        std::shared_ptr<const RuleRows> rows;
        std::optional<Error> problem;
        QDateTime startedAt;
        CatalogueNews news = {};
        EnabledSet enabled = {};
        std::vector<ListItem<SaleRule>> items = {};
    };
    const auto work = [connection = m_desk.connection(), ofCustomers = m_ofCustomers, since, progress,
                       earlier = since ? m_newest : nullptr, edits = m_edits.shared()] {
        auto read = readRuleList(*connection, ofCustomers, since, *progress);
        if (!read)
            return Read{nullptr, read.error(), {}};
        CatalogueNews news;
        for (const ListItem<SaleRule>& item : read->items)
            news.add(*item.value);
        EnabledSet enabled;
        // Where this is refused it is not known: the rules are shown all the same.
        if (!ofCustomers)
            enabled = readEnabledDimensions(*connection, progress->stop);
        auto rows =
            std::make_shared<const RuleRows>(earlier, read->items, ofCustomers, *edits, true, enabled);
        return Read{rows, {}, read->startedAt, std::move(news), std::move(enabled), std::move(read->items)};
    };
    const auto done = [this, since](Read read) {
        if (read.rows) {
            m_desk.catalogueKeeper().learn(std::move(read.news));
            m_desk.readings().keepRules(m_ofCustomers, std::move(read.items), read.startedAt, read.enabled,
                                        since);
            showRead(read.rows, read.enabled);
        }
        const bool isBroken = read.problem.has_value();
        readingDone(read.problem, read.startedAt);
        rebuildRows(); // edits may have come while it was read
        if (const auto next = std::exchange(m_afterReading, {});
            next && !isBroken && isVisible() && QApplication::activeModalWidget() == nullptr)
            next(); // unless the person has turned to something else
        showClearing();
        narrowToBasket();
    };
    inWorker(this, work, done, &m_desk.readers());
}

bool RangePage::startLoading()
{
    struct Loaded
    {
        std::shared_ptr<const RuleRows> rows;
        EnabledSet enabled = {};
        std::optional<ReadingMoment> moment = {};
        std::optional<Error> problem = {};
    };
    ReadingKeeper& readings = m_desk.readings();
    const auto work = [path = readings.path(), scope = readings.scope(), ofCustomers = m_ofCustomers,
                       edits = m_edits.shared()] {
        auto kept = loadKeptRules(path, scope, ofCustomers);
        if (!kept || !*kept)
            return Loaded{nullptr, {}, {}, kept ? std::nullopt : std::optional(kept.error())};
        auto rows = std::make_shared<const RuleRows>(nullptr, (*kept)->items, ofCustomers, *edits, true,
                                                     (*kept)->enabled);
        return Loaded{rows, std::move((*kept)->enabled), (*kept)->moment};
    };
    const auto done = [this](const Loaded& loaded) {
        if (loaded.rows)
            showRead(loaded.rows, loaded.enabled);
        loadingDone(loaded.problem, loaded.moment);
        rebuildRows(); // edits may have come while it was loaded
        narrowToBasket();
    };
    inWorker(this, work, done, &readings.pool());
    return true;
}

void RangePage::showRead(const std::shared_ptr<const RuleRows>& rows, const EnabledSet& enabled)
{
    m_hasRead = true;
    showRows(rows);
    if (enabled)
        m_enabled = enabled;
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

/// A range whose successors were posted and verified: it is cleared in a step of its own.
void RangePage::showClearing()
{
    if (m_ofCustomers)
        return;
    const std::vector<RangeTarget> due = m_edits.edits().dueClearings();
    if (due.empty()) {
        if (std::exchange(m_tellsClearing, false))
            hideNote();
        return;
    }
    m_tellsClearing = true;
    const RangeTarget& old = due.front();
    showNote(Mark::Warning, tr("%1: its new range is there. Clear the old one now?").arg(old.sentence()));
    // The reminder stays until the clearing was verified, or is not wanted.
    connect(addNoteButton(tr("Review the clearing")), &QPushButton::clicked, this,
            [this, old] { clear({old}); });
    connect(addNoteButton(tr("Keep both")), &QPushButton::clicked, this,
            [this, old] { m_edits.dropClearing(old.key()); });
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
    constexpr std::size_t mostAtOnce = 2000; // beyond that a sheet does better
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
    if (others.size() > mostAtOnce)
        others.clear();
    m_detail->setOthers(std::move(others));
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
    m_detail->setRule(rows, at, m_rules->readOnly(at));
    showOthers();
    showButtons();
}

} // namespace rangedesk::ui
