// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K of the window: what can be done and gone to now.
#include "catalogue/catalogue_page.h"
#include "common/keys.h"
#include "session/worker.h"
#include "shell/main_window.h"

namespace rangedesk::ui {

namespace {

/// The key that a button shows behind its text or in its tool tip.
QKeySequence keyOf(const QAbstractButton& button)
{
    QString key = keyShownBy(&button);
    const QString before = button.accessibleName() + QStringLiteral("  ");
    if (key.isEmpty() && button.toolTip().startsWith(before))
        key = button.toolTip().mid(before.size());
    return QKeySequence::fromString(key, QKeySequence::NativeText);
}

} // namespace

void MainWindow::goToAnything()
{
    Palette palette(commands(), m_desk.catalogue(), {knownRules(false), knownRules(true)}, this);
    for (const bool ofCustomers : {false, true})
        loadRulesFor(palette, ofCustomers);
    connect(&palette, &Palette::entryChosen, this, &MainWindow::showEntry);
    connect(&palette, &Palette::ruleChosen, this, [this](bool ofCustomers, quint64 key) {
        const Place place = ofCustomers ? Place::CustomerRanges : Place::Ranges;
        goTo(place);
        static_cast<RangePage*>(page(place))->goToRule(key);
    });
    palette.exec();
}

/// As their page has them, or as they were kept on disk; nullptr where neither is at hand yet.
std::shared_ptr<const RuleIndex> MainWindow::knownRules(bool ofCustomers)
{
    const std::size_t at = ofCustomers ? 1 : 0;
    const RangePage* made = madeRanges(ofCustomers ? Place::CustomerRanges : Place::Ranges);
    const auto rules = made != nullptr ? made->rules() : nullptr;
    if (!rules)
        return m_keptRules.at(at);
    m_keptRules.at(at).reset();
    std::shared_ptr<const RuleIndex>& indexed = m_indexed.at(at);
    if (!indexed || indexed->rules() != rules)
        indexed = std::make_shared<const RuleIndex>(rules);
    return indexed;
}

/// Rules that an earlier run of the program read are found, too, whether or not their page was opened.
void MainWindow::loadRulesFor(Palette& palette, bool ofCustomers)
{
    if (knownRules(ofCustomers) || !m_desk.isOpen())
        return;
    ReadingKeeper& readings = m_desk.readings();
    const auto work = [path = readings.path(), scope = readings.scope(), ofCustomers,
                       edits = m_edits->shared()]() -> std::shared_ptr<const RuleIndex> {
        const auto kept = loadKeptRules(path, scope, ofCustomers);
        if (!kept || !*kept) // the page tells what is wrong with them
            return nullptr;
        return std::make_shared<const RuleIndex>(std::make_shared<const RuleRows>(
            nullptr, (*kept)->items, ofCustomers, *edits, true, (*kept)->enabled));
    };
    const auto done = [this, ofCustomers,
                       open = QPointer(&palette)](const std::shared_ptr<const RuleIndex>& rules) {
        m_keptRules.at(ofCustomers ? 1 : 0) = rules;
        if (open && rules)
            open->setRules(ofCustomers, knownRules(ofCustomers));
    };
    inWorker(this, work, done, &readings.pool());
}

std::vector<Palette::Command> MainWindow::commands()
{
    std::vector<Palette::Command> all;
    for (int i = 0; i < static_cast<int>(Place::Count); ++i) {
        const auto place = static_cast<Place>(i);
        all.push_back({m_places[static_cast<std::size_t>(i)]->accessibleName(),
                       QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i)),
                       [this, place] { goTo(place); }});
    }
    addPageCommands(all);
    addWorkCommands(all);
    addWindowCommands(all);
    return all;
}

/// The buttons that are in sight and act now, by their own words.
void MainWindow::addPageCommands(std::vector<Palette::Command>& all)
{
    const QString place = m_places[static_cast<std::size_t>(m_place)]->text(); // without what waits
    for (QPushButton* button : page(m_place)->findChildren<QPushButton*>()) {
        if (!button->isVisible() || !button->isEnabled() || button->accessibleName().isEmpty())
            continue;
        all.push_back(
            {tr("%1: %2").arg(place, button->accessibleName()), keyOf(*button), [button = QPointer(button)] {
                 if (button && button->isVisible() && button->isEnabled())
                     button->click();
             }});
    }
}

/// What other pages do; they come into sight for it.
void MainWindow::addWorkCommands(std::vector<Palette::Command>& all)
{
    const auto at = [this](Place place, auto act) {
        return [this, place, act] {
            goTo(place);
            act(page(place));
        };
    };
    const auto inRanges = [&at](Place place, auto act) {
        return at(place, [act](Page* made) { (static_cast<RangePage*>(made)->*act)(); });
    };
    all.push_back(
        {tr("Open a sheet"), QKeySequence::Open, at(Place::Bulk, [this](Page*) { bulk()->chooseFile(); })});
    all.push_back({tr("New campaign"), {}, at(Place::Campaigns, [](Page* made) {
                       static_cast<CampaignPage*>(made)->create();
                   })});
    all.push_back({tr("Query campaigns"), {}, at(Place::Campaigns, [](Page* made) {
                       static_cast<CampaignPage*>(made)->query();
                   })});
    for (const auto& [text, kind] :
         {std::pair(tr("Open a sheet of campaigns"), ChangeKind::Campaigns),
          std::pair(tr("Open a sheet of registrations"), ChangeKind::Registrations)})
        all.push_back({text, {}, at(Place::Bulk, [this, kind = kind](Page*) { bulk()->chooseFile(kind); })});
    all.push_back({tr("Health check of the ranges"), {}, inRanges(Place::Ranges, &RangePage::checkHealth)});
    all.push_back({tr("Health check of the customer ranges"),
                   {},
                   inRanges(Place::CustomerRanges, &RangePage::checkHealth)});
    for (const Place place : {Place::Ranges, Place::CustomerRanges}) {
        if (m_places[static_cast<std::size_t>(place)]->badge() == 0)
            continue;
        const bool ofCustomers = place == Place::CustomerRanges;
        all.push_back({ofCustomers ? tr("Edits of customer ranges that wait") : tr("Edits that wait"),
                       editListKey, inRanges(place, &RangePage::listEdits)});
    }
    all.push_back({tr("New range"), {}, inRanges(Place::Ranges, &RangePage::create)});
    all.push_back({tr("New customer range"), {}, inRanges(Place::CustomerRanges, &RangePage::create)});
    all.push_back(
        {tr("Pick customers to work on"), {}, inRanges(Place::CustomerRanges, &RangePage::pickBasket)});
    all.push_back({tr("What may a customer sell, and why?"), {}, [this] { explain({}); }});
    all.push_back({tr("Where may a product be sold?"), {}, [this] { showReach(Picked()); }});
    if (!m_edits->edits().isEmpty())
        all.push_back({tr("What do the edits that wait change?"), {}, [this] { showReach({}); }});
    if (m_desk.wish().rehearsal)
        all.push_back({tr("What the rehearsal left behind"), {}, [this] { showLeftBehind(); }});
    all.push_back({tr("Take over a reference list"), {}, at(Place::Catalogue, [](Page* made) {
                       static_cast<CataloguePage*>(made)->importList();
                   })});
}

void MainWindow::addWindowCommands(std::vector<Palette::Command>& all)
{
    all.push_back({tr("Get recent changes of this page"), Qt::Key_F5, [this] { page(m_place)->refresh(); }});
    all.push_back({tr("Connection"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { showConnection(); }});
    if (m_title->lockButton()->isVisible())
        all.push_back({m_desk.writeLock()->isOpen() ? tr("Close the write lock") : tr("Open the write lock…"),
                       {},
                       [this] { m_title->lockButton()->click(); }});
    if (m_title->profileButton()->isVisible())
        all.push_back({tr("Profiles"), {}, [this] { m_title->profileButton()->showMenu(); }});
    all.push_back({tr("Users' guide"), Qt::Key_F1, [this] { m_title->helpButton()->click(); }});
    all.push_back({tr("中文 / English"), {}, [this] { switchLanguage(); }});
    all.push_back({tr("Light or dark"), {}, [this] { switchTheme(); }});
}

} // namespace rangedesk::ui
