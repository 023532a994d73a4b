// SPDX-License-Identifier: GPL-3.0-or-later
// The review of registrations: notes for many, filters that combine, news, history, what is exported under a
// filter, and what merchants write that is no good.
#include "core/language.h"
#include "core/text.h"
#include "libre_office.h"
#include "models/roles.h"
#include "openapi/decode.h"
#include "registrations/merchant_information.h"
#include "review/batch_dialog.h"
#include "review_room.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTimer>
#include <QToolTip>
#include <set>

using namespace rangedesk;
using tests::linesOf;
using tests::MenuWatch;
using tests::patience;
using tests::ReviewRoom;

namespace {

/// A reply of the server with one campaign.
ListItem<Campaign> campaignOf(const std::string& lists)
{
    std::string document =
        R"([{"activity_source_code":"CRM-X","activity_code":"HDX","activity_name":"坏数据",)"
        R"("event_status":"1")" +
        lists + "}]";
    std::string text;
    for (const char c : document) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    auto read = decodeCampaigns(
        R"({"return_code":"0","return_msg":"成功","msg_id":"1","response_data":")" + text + "\"}", "1");
    if (!read || read->items.size() != 1)
        qFatal("not decoded");
    return {read->text, std::make_shared<const Campaign>(std::move(read->items.front()))};
}

ui::FilterChip* chipOf(ui::ReviewPage* page, std::uint32_t facet)
{
    for (auto* chip : page->findChild<ui::EquationBar*>()->findChildren<ui::FilterChip*>()) {
        if (chip->facet() == facet && chip->isVisibleTo(page))
            return chip;
    }
    return nullptr;
}

std::size_t noted(ui::ReviewPage* page, const QString& text)
{
    std::size_t count = 0;
    for (const auto& [customer, mark] : page->state().marks())
        count += mark.note == text ? 1 : 0;
    return count;
}

} // namespace

class TestReviewFilters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setLanguage(QStringLiteral("en")); }
    void cleanup()
    {
        ui::dialogs() = m_dialogs;
        Database::setFaultInjector({});
    }
    void noteForAllChosen();
    void reasonForAWholeFilter();
    void exportUnderAFilter();
    void figuresOfTheWorkbook();
    void facetsCombine();
    void manyValues();
    void newsStay();
    void decidedWhileReading();
    void stepsOfMany();
    void historyOnTheCard();
    void listsThatAreNotThere();
    void hostileMerchants();
    void copiedAddressesAreBare();

private:
    ui::Dialogs m_dialogs = ui::dialogs();
};

void TestReviewFilters::noteForAllChosen()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    auto* hint = page->findChild<QLabel*>(QStringLiteral("review.noteHint"));
    QVERIFY(!hint->isVisible());
    for (int i = 0; i < 4; ++i)
        room.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(hint->isVisible() && hint->text().contains(QStringLiteral("Note for 5 chosen")));
    room.key(Qt::Key_N);
    room.keyboard().type(QStringLiteral("papers missing"));
    room.key(Qt::Key_Return);
    QCOMPARE(noted(page, QStringLiteral("papers missing")), std::size_t(5));
    // The selection has stayed, and a decision leaves the notes.
    room.key(Qt::Key_R);
    QCOMPARE(room.countOf(ReviewDecision::Rejected), std::size_t(5));
    QCOMPARE(noted(page, QStringLiteral("papers missing")), std::size_t(5));
    room.key(Qt::Key_Z, Qt::ControlModifier);
    room.key(Qt::Key_Z, Qt::ControlModifier); // one step
    QCOMPARE(noted(page, QStringLiteral("papers missing")), std::size_t(0));
    QVERIFY(room.settle());
    // One alone: the note is for that one.
    page->table()->clearSelection();
    page->table()->goToRow(7);
    QTRY_VERIFY(!hint->isVisible());
    room.key(Qt::Key_N);
    room.keyboard().type(QStringLiteral("one"));
    room.key(Qt::Key_Return);
    QCOMPARE(noted(page, QStringLiteral("one")), std::size_t(1));
    // Chosen together with others, it is not taken for the note of all of them; and left alone nothing is
    // lost.
    room.key(Qt::Key_Down, Qt::ShiftModifier);
    auto* note = page->findChild<QLineEdit*>(QStringLiteral("review.note"));
    QCOMPARE(note->text(), QString());
    room.key(Qt::Key_N);
    room.key(Qt::Key_Return);
    QCOMPARE(noted(page, QStringLiteral("one")), std::size_t(1));
}

void TestReviewFilters::reasonForAWholeFilter()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    const std::size_t all = page->state().download()->list->figures().registered;
    auto* link = page->findChild<QPushButton*>(QStringLiteral("review.batch"));
    QVERIFY(link->toolTip().contains(QStringLiteral("Shift+A")) ||
            link->text().contains(QStringLiteral("Shift+A")));
    QVERIFY(room.inDialog(
        "batch", [&] { room.key(Qt::Key_R, Qt::ShiftModifier); },
        [&](QDialog& dialog) {
            auto* act = dialog.findChild<QPushButton*>(QStringLiteral("batch.act"));
            QVERIFY(act->isEnabled() && act->text().contains(QString::number(all)));
            room.keyboard().type(QStringLiteral("Papers missing: R"));
            room.key(Qt::Key_Return, Qt::ControlModifier);
        }));
    QCOMPARE(room.countOf(ReviewDecision::Rejected), all);
    QCOMPARE(noted(page, QStringLiteral("Papers missing: R")), all);
    page->table()->setFocus();
    room.key(Qt::Key_Z, Qt::ControlModifier); // all of it in one step
    QCOMPARE(room.countOf(ReviewDecision::Rejected), std::size_t(0));
    QCOMPARE(noted(page, QStringLiteral("Papers missing: R")), std::size_t(0));
    QVERIFY(room.settle());
    // A ready reason, the decision by arrow keys; Esc decides nothing.
    QVERIFY(room.inDialog(
        "batch", [&] { room.key(Qt::Key_A, Qt::ShiftModifier); },
        [&](QDialog& dialog) {
            room.key(Qt::Key_Down);
            QVERIFY(!dialog.findChild<QComboBox*>(QStringLiteral("batch.reason"))->currentText().isEmpty());
            room.key(Qt::Key_Escape);
        }));
    QCOMPARE(room.countOf(ReviewDecision::None), all);
    // From the link nothing is chosen yet, and nothing can be done before it is.
    QVERIFY(room.inDialog(
        "batch", [&] { link->click(); },
        [&](QDialog& dialog) {
            QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("batch.act"))->isEnabled());
            room.key(Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(dialog.isVisible());
            room.key(Qt::Key_Space);
            room.key(Qt::Key_Return, Qt::ControlModifier);
        }));
    QCOMPARE(room.countOf(ReviewDecision::Approved), all);
    QVERIFY(page->state().marks().begin()->second.note.isEmpty());
    // A capital letter in the search is a letter.
    room.key(Qt::Key_F, Qt::ControlModifier);
    room.keyboard().type(QStringLiteral("R"));
    room.key(Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(page->searchField()->text().toUpper(), QStringLiteral("RA"));
}

void TestReviewFilters::exportUnderAFilter()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    const ReviewFigures figures = page->state().download()->list->figures();
    room.key(Qt::Key_A);
    room.key(Qt::Key_A);
    QVERIFY(room.settle());
    QTRY_VERIFY_WITH_TIMEOUT(chipOf(page, ReviewRows::Undecided) != nullptr, patience);
    chipOf(page, ReviewRows::Undecided)->setFocus();
    room.key(Qt::Key_Space);
    QVERIFY(room.settle());
    QTRY_COMPARE_WITH_TIMEOUT(chipOf(page, ReviewRows::Approved)->count(), qint64(2), patience);
    QCOMPARE(QApplication::focusWidget(), chipOf(page, ReviewRows::Undecided)); // other counts leave it there
    const int undecided = static_cast<int>(figures.registered) - 2;
    QCOMPARE(page->model()->rowCount(), undecided);
    const QString all = room.folder.filePath(QStringLiteral("all.xlsx"));
    QVERIFY(room.exported(all, 2).contains(QString::number(undecided)));
    QCOMPARE(linesOf(all, "Approved"), 3);
    QCOMPARE(linesOf(all, "Undecided"), undecided + 1);
    const QString some = room.folder.filePath(QStringLiteral("some.xlsx"));
    room.exported(some, 1);
    QCOMPARE(linesOf(some, "Approved"), 1);
    QCOMPARE(linesOf(some, "Undecided"), undecided + 1);
    // Who is not registered is said, and stands apart.
    room.key(Qt::Key_Escape);
    QVERIFY(room.settle());
    auto* funnel = page->findChild<ui::FunnelChart*>();
    funnel->setFocus();
    room.key(Qt::Key_Down);
    room.key(Qt::Key_Space);
    QVERIFY(room.settle());
    QCOMPARE(page->model()->rowCount(), static_cast<int>(figures.notified));
    const auto both = static_cast<int>(figures.overlaps.at(Notified | Registered) +
                                       figures.overlaps.at(Covered | Notified | Registered));
    const int others = static_cast<int>(figures.notified) - both;
    const QString notified = room.folder.filePath(QStringLiteral("notified.xlsx"));
    QVERIFY(
        room.exported(notified, 1).contains(QStringLiteral("not registered: ") + QString::number(others)));
    QCOMPARE(linesOf(notified, "Not registered"), others + 1);
    QCOMPARE(linesOf(notified, "Approved") + linesOf(notified, "Undecided"), both + 2);
}

/// Funnel, rates and overlaps as LibreOffice reads them, against sets of what the server was given.
void TestReviewFilters::figuresOfTheWorkbook()
{
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty(),
             "LibreOffice is missing: packaging/install-dependencies.sh installs it");
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    room.key(Qt::Key_A);
    room.key(Qt::Key_F);
    QVERIFY(room.settle());
    const QString book = room.folder.filePath(QStringLiteral("figures.xlsx"));
    QCOMPARE(room.exported(book, 0), QString()); // without a filter nothing is asked
    const auto sheets = tests::readByLibreOffice(book, room.folder.path());
    QVERIFY(sheets.contains(QStringLiteral("Summary")));
    auto figures = tests::figuresOf(sheets.at(QStringLiteral("Summary")));
    const demo::CampaignData& campaign = room.campaign();
    std::array<std::set<std::size_t>, 3> lists;
    lists[0].insert(campaign.covered.begin(), campaign.covered.end());
    lists[1].insert(campaign.notified.begin(), campaign.notified.end());
    for (const auto& [customer, information] : campaign.registered)
        lists[2].insert(customer);
    const std::array names{"Covered", "Notified", "Registered"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QVERIFY(!lists.at(i).empty());
        QCOMPARE(figures[names.at(i)].at(0), std::to_string(lists.at(i).size()));
        if (i == 0)
            continue;
        const double rate =
            100.0 * static_cast<double>(lists.at(i).size()) / static_cast<double>(lists.at(i - 1).size());
        QCOMPARE(figures[names.at(i)].at(1), QString::number(rate, 'f', 1).toStdString() + '%');
    }
    std::set<std::size_t> everybody;
    for (const auto& list : lists)
        everybody.insert(list.begin(), list.end());
    std::map<std::string, std::size_t> overlaps;
    for (const std::size_t customer : everybody) {
        const auto word = [&](std::size_t list, const char* name) {
            return std::string(lists.at(list).contains(customer) ? "" : "not ") + name;
        };
        ++overlaps[word(0, "covered") + ", " + word(1, "notified") + ", " + word(2, "registered")];
    }
    for (const auto& [word, count] : overlaps)
        QCOMPARE(figures[word].at(0), std::to_string(count));
    QCOMPARE(figures["Approved"].at(0), std::string("1"));
    QCOMPARE(figures["Undecided"].at(0), std::to_string(lists[2].size() - 2));
    QCOMPARE(sheets.at(QStringLiteral("Undecided")).size(), lists[2].size() - 1);
    QCOMPARE(page->model()->rowCount(), static_cast<int>(lists[2].size()));
}

void TestReviewFilters::facetsCombine()
{
    demo::DemoData data = demo::seedData();
    for (demo::CampaignData& campaign : data.campaigns) {
        for (std::size_t i = 0; i < campaign.registered.size(); ++i)
            campaign.registered[i].second = std::string("类型：") +
                                            (i % 3 == 0   ? "便利店"
                                             : i % 3 == 1 ? "超市"
                                                          : "烟酒") +
                                            "；大小：" + (i % 2 == 0 ? "大" : "小") + "；号：qx" +
                                            std::to_string(i);
    }
    ReviewRoom room(data);
    ui::ReviewPage* page = room.review();
    auto* breakdown = page->findChild<ui::BreakdownChart*>();
    auto* field = page->findChild<QComboBox*>(QStringLiteral("review.field"));
    const auto use = [&](const char* name) {
        const int at = field->findText(QString::fromUtf8(name));
        if (at >= 0)
            field->setCurrentIndex(at);
        return at >= 0;
    };
    // Independently of the page: fields as they are parsed of each registration.
    const auto download = page->state().download();
    const ReviewList& list = *download->list;
    const auto expected = [&](const std::vector<std::pair<const char*, QStringList>>& wishes,
                              const char* word) {
        int count = 0;
        for (std::uint32_t row = 0; row < list.figures().registered; ++row) {
            const MerchantInformation told = parseMerchantInformation(list.at(row).merchantInformation);
            bool fits = toQString(list.at(row).merchantInformation).contains(QString::fromUtf8(word));
            for (const auto& [name, values] : wishes)
                fits = fits && values.contains(told.value(QString::fromUtf8(name)));
            count += fits ? 1 : 0;
        }
        return count;
    };
    const auto press = [&](int part) { // a bar, by keys
        breakdown->setFocus();
        room.key(Qt::Key_Up);
        for (int i = 0; i < 10; ++i)
            room.key(Qt::Key_Up);
        for (int i = 0; i < part; ++i)
            room.key(Qt::Key_Down);
        room.key(Qt::Key_Space);
        return room.settle();
    };
    QTRY_VERIFY(breakdown->isVisible() && tests::isIdle(*page));
    QVERIFY(use("类型"));
    const QString first = breakdown->valueOf(0)->text;
    QVERIFY(press(0));
    QCOMPARE(page->model()->rowCount(), expected({{"类型", {first}}}, ""));
    QCOMPARE(page->searchField()->text(), QString()); // a bar leaves the search alone
    QVERIFY(page->chips()->isVisible());
    // Another field too.
    QVERIFY(use("大小")); // counted under the filter of the first by now
    const QString size = breakdown->valueOf(0)->text;
    QVERIFY(press(0));
    QCOMPARE(page->model()->rowCount(), expected({{"类型", {first}}, {"大小", {size}}}, ""));
    // The bars of a field count what would be shown with each of them.
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(breakdown->valueOf(0)->count),
                              expected({{"类型", {first}}, {"大小", {breakdown->valueOf(0)->text}}}, ""),
                              patience);
    // Either of two values of one field.
    QVERIFY(use("类型"));
    const QString second = breakdown->valueOf(1)->text;
    QVERIFY(press(1));
    QCOMPARE(page->model()->rowCount(), expected({{"类型", {first, second}}, {"大小", {size}}}, ""));
    // And what is typed.
    room.key(Qt::Key_F, Qt::ControlModifier);
    room.keyboard().type(QStringLiteral("qx1"));
    QVERIFY(room.settle());
    QCOMPARE(page->model()->rowCount(), expected({{"类型", {first, second}}, {"大小", {size}}}, "qx1"));
    // Each chip goes by a key; Esc takes the search, then all of them.
    const auto chips = [page] {
        QList<QPushButton*> shown;
        for (auto* chip : page->chips()->findChildren<QPushButton*>(QStringLiteral("review.chip"))) {
            if (chip->isVisible())
                shown << chip;
        }
        return shown;
    };
    QCOMPARE(chips().size(), 3);
    room.key(Qt::Key_Escape);
    QVERIFY(room.settle());
    QCOMPARE(chips().size(), 3);
    page->searchField()->setFocus();
    QCOMPARE(room.keyboard().tabTo(QStringLiteral("review.chip")), QString());
    room.key(Qt::Key_Space);
    QCOMPARE(chips().size(), 2);
    QVERIFY(chips().contains(qobject_cast<QPushButton*>(QApplication::focusWidget()))); // on to the next
    room.key(Qt::Key_Escape);
    QVERIFY(room.settle());
    QVERIFY(!page->chips()->isVisible());
    QCOMPARE(page->model()->rowCount(), static_cast<int>(list.figures().registered));
    // A bar that is pressed again lets go.
    QVERIFY(use("类型") && press(0) && press(0));
    QVERIFY(page->chips()->isEmpty());
}

void TestReviewFilters::manyValues()
{
    demo::DemoData data = demo::seedData();
    for (demo::CampaignData& campaign : data.campaigns) {
        for (std::size_t i = 0; i < campaign.registered.size(); ++i)
            campaign.registered[i].second = "部门：第" + std::to_string(i / 2 % 40) + "部";
    }
    ReviewRoom room(data);
    ui::ReviewPage* page = room.review();
    auto* breakdown = page->findChild<ui::BreakdownChart*>();
    auto* field = page->findChild<QComboBox*>(QStringLiteral("review.field"));
    QTRY_VERIFY(breakdown->isVisible() && field->findText(QStringLiteral("部门")) >= 0 &&
                tests::isIdle(*page));
    field->setCurrentIndex(field->findText(QStringLiteral("部门")));
    const std::size_t values =
        std::min<std::size_t>(40, (page->state().download()->list->figures().registered + 1) / 2);
    QVERIFY(values > 24);
    QCOMPARE(breakdown->others().size(), values - 24);
    // The last bar opens those that have none; one of them becomes a chip.
    const QString wanted = breakdown->others().front().text;
    const auto count = static_cast<int>(breakdown->others().front().count);
    breakdown->setFocus();
    for (int i = 0; i < 30; ++i)
        room.key(Qt::Key_Down);
    const MenuWatch watch(page, [](QMenu& menu) { QTest::keyClick(&menu, Qt::Key_Return); });
    room.key(Qt::Key_Space);
    QVERIFY(watch.wasThere());
    QVERIFY(room.settle());
    QVERIFY(!page->chips()->isEmpty());
    QCOMPARE(page->model()->rowCount(), count);
    const auto* chip = page->chips()->findChild<QPushButton*>(QStringLiteral("review.chip"));
    QVERIFY(chip != nullptr && chip->text().contains(wanted));
}

void TestReviewFilters::newsStay()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    room.key(Qt::Key_A); // decided on the one that will go
    QVERIFY(room.settle());
    QTRY_VERIFY_WITH_TIMEOUT(!page->state().isSaving(), patience);
    demo::CampaignData& campaign = room.campaign();
    const std::string gone = room.data.customers[campaign.registered.front().first].code;
    QCOMPARE(std::string(page->state().download()->list->at(0).code), gone);
    std::set<std::size_t> registered;
    for (const auto& [customer, information] : campaign.registered)
        registered.insert(customer);
    std::size_t fresh = 0;
    while (registered.contains(fresh))
        ++fresh;
    const std::size_t departed = campaign.registered.front().first;
    campaign.registered.erase(campaign.registered.begin());
    for (auto* list : {&campaign.covered, &campaign.notified})
        std::erase(*list, departed);
    campaign.registered.front().second = "联系人：别人";
    campaign.registered.emplace_back(fresh, "联系人：新来的");
    room.serveAgain();
    const auto before = page->state().download();
    room.key(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(page->state().download() != before && !page->isWorking(), patience);
    QVERIFY(room.settle());
    QCOMPARE(page->state().download()->added, std::size_t(1));
    QCOMPARE(page->state().download()->gone.size(), std::size_t(1));
    // Closed, the strip is gone, and the chips are still there.
    for (auto* button : page->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Close") && button->isVisible())
            button->click();
    }
    for (const auto facet : {ReviewRows::NewOne, ReviewRows::ChangedOne, ReviewRows::GoneOne}) {
        QTRY_VERIFY_WITH_TIMEOUT(chipOf(page, facet) != nullptr, patience);
        chipOf(page, facet)->click();
        QVERIFY(room.settle());
        QTRY_COMPARE_WITH_TIMEOUT(page->model()->rowCount(), 1, patience);
    }
    const std::uint32_t row = page->model()->sourceRow(0);
    const auto decision = [&] { return page->model()->rows()->verdict(row).decision; };
    QCOMPARE(std::string(page->model()->rows()->customer(row).code), gone);
    QCOMPARE(decision(), ReviewDecision::Approved);
    QCOMPARE(chipOf(page, 0)->count(),
             static_cast<qint64>(page->state().download()->list->figures().registered));
    page->table()->setFocus();
    page->table()->goToRow(0);
    room.key(Qt::Key_R); // who is gone is not decided on
    QVERIFY(room.settle());
    QCOMPARE(decision(), ReviewDecision::Approved);
    const QString book = room.folder.filePath(QStringLiteral("news.xlsx"));
    room.exported(book, 2);
    QCOMPARE(linesOf(book, "Gone"), 2);
    // Taken back, though the customer is gone.
    page->state().undoStacks().undo();
    QVERIFY(room.settle());
    QCOMPARE(decision(), ReviewDecision::None);
}

/// A download that was read before a decision was on disk, or made, does not take it away.
void TestReviewFilters::decidedWhileReading()
{
    // Set before any thread could ask for it, taken away by cleanup() when all have ended.
    const auto isFull = std::make_shared<std::atomic<bool>>(false);
    Database::setFaultInjector([isFull] { return isFull->load(); });
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    ui::ReviewState& state = page->state();
    *isFull = true;
    room.key(Qt::Key_A);
    QTRY_VERIFY_WITH_TIMEOUT(state.hasFailed(), patience);
    state.expect();
    const auto prepared = ui::ReviewState::prepared(state.download()); // as it was read: without any mark
    QVERIFY(room.settle());
    room.key(Qt::Key_R);
    state.begin(room.desk->data()->marksPath(), prepared);
    QCOMPARE(room.countOf(ReviewDecision::Approved), std::size_t(1));
    QCOMPARE(room.countOf(ReviewDecision::Rejected), std::size_t(1));
    *isFull = false;
    room.key(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(!state.isSaving(), patience);
    auto store = ReviewMarks::openForReading(room.desk->data()->marksPath());
    QVERIFY(store);
    QCOMPARE(store->marks(room.desk->scope(), state.download()->campaign)->size(), std::size_t(3));
    // Each is in the history once, though it was tried more than once.
    const auto history = store->history(room.desk->scope(), state.download()->campaign,
                                        ReviewList::keyOf(state.download()->list->at(0)));
    QCOMPARE(history->size(), std::size_t(1));
}

/// Steps of many among steps of one, in their order: taken back, done again, over another download, on disk.
void TestReviewFilters::stepsOfMany()
{
    constexpr std::size_t many = 1500;
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    ui::ReviewState& state = page->state();
    QDateTime at = QDateTime::currentDateTimeUtc();
    // The order changes from one download to the next, and one customer stays away.
    const auto open = [&](bool isReversed, std::size_t from) {
        std::string lists;
        for (std::size_t i = from; i < many; ++i) {
            const std::string number = std::to_string(10000 + (isReversed ? many - 1 - (i - from) : i));
            lists += (lists.empty() ? "" : ",") + (R"({"id":")" + number + R"(","code":"K)" + number + "\"}");
        }
        at = at.addSecs(1);
        const auto before = state.download();
        page->open(campaignOf(R"(,"registered_customer":[)" + lists + "]"), at);
        return QTest::qWaitFor(
                   [&] { return state.download() && state.download() != before && !page->isWorking(); },
                   patience) &&
               room.settle();
    };
    const auto allRows = [&state] {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < state.download()->list->size(); ++row)
            rows.push_back(row);
        return rows;
    };
    const auto markOf = [&state](const std::string& id) {
        const std::uint32_t row = state.download()->find("id=" + id);
        return row == noCustomer ? ReviewMark() : state.rows()->mark(row);
    };
    QVERIFY(open(false, 0));
    QCOMPARE(state.decide(*state.rows(), {7}, ReviewDecision::Flagged, QStringLiteral("look")),
             std::size_t(1));
    const auto former = state.rows();
    QCOMPARE(state.decide(*former, allRows(), ReviewDecision::Approved), many);
    QCOMPARE(state.decide(*former, allRows(), ReviewDecision::Approved), std::size_t(0)); // nothing to do
    QCOMPARE(former->count(ReviewDecision::Approved), std::size_t(0)); // whoever reads it goes on undisturbed
    QCOMPARE(room.countOf(ReviewDecision::Approved), many);
    QCOMPARE(markOf("10007").note, QStringLiteral("look"));
    QVERIFY(!markOf("10008").by.isEmpty() || qEnvironmentVariable("USER").isEmpty());
    QCOMPARE(state.decide(*state.rows(), {9}, ReviewDecision::Rejected), std::size_t(1));
    QCOMPARE(state.note(*state.rows(), allRows(), QStringLiteral("all")), many);
    QCOMPARE(markOf("10009").decision, ReviewDecision::Rejected);
    QSignalSpy stepped(&state, &ui::ReviewState::stepped);
    state.undoStacks().undo();
    QCOMPARE(stepped.back().front().value<std::string>(), std::string("id=10000"));
    QCOMPARE(markOf("10007").note, QStringLiteral("look"));
    QCOMPARE(markOf("10009").note, QString());
    state.undoStacks().redo();
    QCOMPARE(markOf("10009").note, QStringLiteral("all"));
    QCOMPARE(markOf("10009").decision, ReviewDecision::Rejected);
    // The rows are others now: the steps are about customers.
    QVERIFY(open(true, 1));
    QCOMPARE(room.countOf(ReviewDecision::Rejected), std::size_t(1));
    state.undoStacks().undo(); // the note
    state.undoStacks().undo(); // 9 alone
    QCOMPARE(markOf("10009").decision, ReviewDecision::Approved);
    state.undoStacks().undo(); // all of them
    QCOMPARE(room.countOf(ReviewDecision::Approved), std::size_t(0));
    QCOMPARE(room.countOf(ReviewDecision::Flagged), std::size_t(1));
    QCOMPARE(markOf("10007").note, QStringLiteral("look"));
    state.undoStacks().redo();
    QCOMPARE(room.countOf(ReviewDecision::Approved), many - 1);
    QTRY_VERIFY_WITH_TIMEOUT(!state.isSaving(), patience);
    auto store = ReviewMarks::openForReading(room.desk->data()->marksPath());
    QVERIFY(store);
    const auto kept = store->marks(room.desk->scope(), state.download()->campaign);
    QVERIFY(kept);
    QCOMPARE(kept->size(), many); // with the one who stayed away
    for (const auto& [key, mark] : *kept)
        QCOMPARE(mark.decision, ReviewDecision::Approved);
    const auto history = store->history(room.desk->scope(), state.download()->campaign, "id=10009");
    std::vector<ReviewDecision> decisions;
    for (const ReviewMark& mark : *history)
        decisions.push_back(mark.decision);
    using enum ReviewDecision;
    QCOMPARE(decisions, (std::vector{Approved, Rejected, Rejected, Rejected, Rejected, Rejected, Approved,
                                     None, Approved}));
}

void TestReviewFilters::historyOnTheCard()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    room.key(Qt::Key_A);
    page->table()->goToRow(0);
    room.key(Qt::Key_F);
    page->table()->goToRow(0);
    auto* history = page->findChild<QLabel*>(QStringLiteral("review.historyText"));
    QVERIFY(!history->isVisible());
    room.key(Qt::Key_H);
    QVERIFY(history->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(history->text().count(QLatin1Char('\n')), 1, patience); // two decisions
    QVERIFY(history->text().startsWith(QStringLiteral("Flagged")));
    QVERIFY(history->text().contains(QStringLiteral("Approved")));
    page->table()->goToRow(1);
    QTRY_COMPARE_WITH_TIMEOUT(history->text(), QStringLiteral("Nothing was decided on it yet."), patience);
    room.key(Qt::Key_R); // and what is decided while it is open; the next one is shown then
    page->table()->goToRow(1);
    QTRY_VERIFY_WITH_TIMEOUT(history->text().startsWith(QStringLiteral("Rejected")), patience);
    room.key(Qt::Key_H);
    QVERIFY(!history->isVisible());
}

/// Lists that are missing or null, customers that are null in part: what is there is shown.
void TestReviewFilters::listsThatAreNotThere()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    QDateTime at = QDateTime::currentDateTimeUtc();
    const auto open = [&](const std::string& lists) {
        at = at.addSecs(1);
        const auto before = page->state().download();
        page->open(campaignOf(lists), at);
        const bool isThere = QTest::qWaitFor(
            [&] {
                return page->state().download() && page->state().download() != before && !page->isWorking();
            },
            patience);
        return isThere && room.settle() ? page->state().download()->list.get() : nullptr;
    };
    for (const char* lists :
         {"", R"(,"override_customer":null,"invited_customer":null,"registered_customer":null)",
          R"(,"override_customer":[],"registered_customer":[])"}) {
        const ReviewList* list = open(lists);
        QVERIFY(list != nullptr);
        QCOMPARE(list->size(), std::size_t(0));
        QCOMPARE(page->model()->rowCount(), 0);
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_U, Qt::Key_D, Qt::Key_N, Qt::Key_H, Qt::Key_Escape})
            room.key(key);
        QCOMPARE(page->state().marks().size(), std::size_t(0));
    }
    const ReviewList* list =
        open(R"(,"invited_customer":null,"override_customer":[{"id":"1","code":"A","name":null}],)"
             R"("registered_customer":[{"id":null,"code":"A","name":null,"merchant_information":null},)"
             R"({"id":"2","code":null,"name":"乙","source_code":null},{"id":"1","code":"A","name":"甲"}])");
    QVERIFY(list != nullptr);
    QCOMPARE(list->figures().registered, std::size_t(2));
    QCOMPARE(list->figures().overlaps.at(Covered | Registered), std::size_t(1));
    QTRY_COMPARE_WITH_TIMEOUT(page->model()->rowCount(), 2, patience);
    page->table()->setFocus();
    page->table()->goToRow(0);
    room.key(Qt::Key_A);
    QCOMPARE(room.countOf(ReviewDecision::Approved), std::size_t(1));
}

/// Markup, control characters, a megabyte: shown as text, seen, and without a pause.
void TestReviewFilters::hostileMerchants()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    const std::string evil = R"(<b>店\u0007\u202e</b>)";
    const std::string large(1000UL * 1000, 'x');
    std::string registered;
    for (int i = 0; i < 12; ++i) {
        const std::string information =
            i == 0 ? large
                   : R"({\"<i>类\\u202e型</i>\":\")" +
                         std::string(i % 2 == 0 ? R"(<img src=x>\\u0007)" : "普通") + R"(\"})";
        registered +=
            (i == 0 ? "" : ",") + (R"({"id":")" + std::to_string(i + 1) + R"(","code":"<u>K)" +
                                   std::to_string(i) + R"(\u0007","name":")" + evil + std::to_string(i) +
                                   R"(","merchant_information":")" + information + "\"}");
    }
    page->open(campaignOf(R"(,"registered_customer":[)" + registered + "]"),
               QDateTime::currentDateTimeUtc().addSecs(1));
    QTRY_COMPARE_WITH_TIMEOUT(page->model()->rowCount(), 12, patience);
    QVERIFY(room.settle());
    const auto isClean = [](const QString& text) {
        return !text.contains(QChar(0x202e)) && !text.contains(QChar(7));
    };
    page->table()->setFocus();
    page->table()->goToRow(2);
    auto* fields = page->findChild<QLabel*>(QStringLiteral("review.fields"));
    QTRY_VERIFY_WITH_TIMEOUT(fields->text().contains(QStringLiteral("&lt;img src=x&gt;")), patience);
    QVERIFY(!fields->text().contains(QStringLiteral("<img")));
    for (const auto* label : page->findChildren<QLabel*>()) {
        QVERIFY2(isClean(label->text()), qPrintable(label->text()));
        if (label->textFormat() != Qt::RichText && label->text().contains(QStringLiteral("<b>")))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    for (int column = 0; column < page->model()->columnCount(); ++column) {
        const QModelIndex cell = page->model()->index(2, column);
        for (const int role : {int(Qt::DisplayRole), int(SecondLineRole)})
            QVERIFY(isClean(cell.data(role).toString()));
    }
    // The pictures: labels, tool tips, the box of fields, a chip.
    auto* breakdown = page->findChild<ui::BreakdownChart*>();
    QTRY_VERIFY(breakdown->isVisible() && tests::isIdle(*page));
    QTRY_VERIFY(breakdown->asText().contains(QStringLiteral("<img src=x>")));
    QVERIFY(isClean(breakdown->asText()));
    auto* field = page->findChild<QComboBox*>(QStringLiteral("review.field"));
    for (int i = 0; i < field->count(); ++i)
        QVERIFY(isClean(field->itemText(i)));
    for (int y = 4; y < breakdown->height(); y += 12) {
        QHelpEvent help(QEvent::ToolTip, QPoint(20, y), breakdown->mapToGlobal(QPoint(20, y)));
        QApplication::sendEvent(breakdown, &help);
        QVERIFY(!QToolTip::text().contains(QStringLiteral("<img")) && isClean(QToolTip::text()));
    }
    breakdown->setFocus();
    room.key(Qt::Key_Space);
    QVERIFY(room.settle());
    const auto* chip = page->chips()->findChild<QPushButton*>(QStringLiteral("review.chip"));
    QVERIFY(chip != nullptr && isClean(chip->text()));
    room.key(Qt::Key_Escape);
    QVERIFY(room.settle());
    // A megabyte: all of it, with lines that have an end.
    page->table()->setFocus();
    page->table()->goToRow(0);
    room.key(Qt::Key_R, Qt::ControlModifier);
    auto* raw = page->findChild<QPlainTextEdit*>(QStringLiteral("review.rawText"));
    QVERIFY(raw->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(raw->toPlainText().count(QLatin1Char('x')), qsizetype(1000 * 1000), patience);
    for (QTextBlock block = raw->document()->begin(); block.isValid(); block = block.next())
        QVERIFY(block.length() < 4000);
    page->table()->goToRow(1);
    QTRY_VERIFY_WITH_TIMEOUT(raw->toPlainText().contains(QStringLiteral("普通")), patience);
    QVERIFY(!raw->toPlainText().contains(QStringLiteral("xxxx")));
}

/// A long address is broken into lines, and copied as it is.
void TestReviewFilters::copiedAddressesAreBare()
{
    ReviewRoom room;
    ui::ReviewPage* page = room.review();
    const std::string address = "https://pictures.example/shops/" + std::string(120, 'a') + "/front.jpg";
    const std::string code(90, 'K');
    page->open(campaignOf(R"(,"registered_customer":[{"id":"1","code":")" + code +
                          R"(","name":"甲","merchant_information":"照片: )" + address + R"("}])"),
               QDateTime::currentDateTimeUtc().addSecs(1));
    QTRY_COMPARE_WITH_TIMEOUT(page->model()->rowCount(), 1, patience);
    QVERIFY(room.settle());
    page->table()->goToRow(0);
    const auto holding = [page](const QString& text) -> QLabel* {
        for (auto* label : page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(text))
                return label;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(holding(QStringLiteral("pictures.example")) != nullptr, patience);
    QClipboard* clipboard = QGuiApplication::clipboard();
    for (const auto& [shown, whole] :
         {std::pair(QStringLiteral("pictures.example"), address), std::pair(QStringLiteral("KKKK"), code)}) {
        QLabel* label = holding(shown);
        QVERIFY(label != nullptr && label->text().contains(QChar(0x200b)));
        label->setFocus();
        if (label->textFormat() == Qt::RichText)
            QTest::keyClick(label, Qt::Key_A, Qt::ControlModifier);
        else
            label->setSelection(0, static_cast<int>(label->text().size()));
        QVERIFY(label->hasSelectedText());
        clipboard->clear();
        QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(clipboard->text().contains(toQString(whole)), qPrintable(clipboard->text()));
        // The menu does the same.
        clipboard->clear();
        const MenuWatch watch(label, [](QMenu& menu) { menu.actions().front()->trigger(); });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
        QApplication::sendEvent(label, &event);
        QTRY_VERIFY(watch.wasThere());
        QVERIFY2(clipboard->text().contains(toQString(whole)), qPrintable(clipboard->text()));
    }
}

QTEST_MAIN(TestReviewFilters)
#include "tst_review_filters.moc"
