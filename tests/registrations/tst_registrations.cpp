// SPDX-License-Identifier: GPL-3.0-or-later
// Registrations: what merchants told, the overlaps of the three lists, duplicates, decisions and their file.
#include "catalogue/catalogue.h"
#include "core/text.h"
#include "models/review_counts.h"
#include "models/roles.h"
#include "registrations/campaign_comparison.h"
#include "registrations/merchant_information.h"
#include "registrations/review_export.h"
#include "sheets/xlsx_reader.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <numeric>
#include <set>

using namespace rangedesk;

namespace {

/// A campaign whose texts live in the bytes beside it.
struct MadeCampaign
{
    struct Entry
    {
        std::string id;
        std::string code;
        std::string name;
        std::string information;
    };
    std::vector<Entry> covered;
    std::vector<Entry> notified;
    std::vector<Entry> registered;

    std::shared_ptr<const ReviewList> list() const
    {
        auto text = std::make_shared<std::string>();
        std::size_t bytes = 64;
        for (const auto* part : {&covered, &notified, &registered}) {
            for (const Entry& entry : *part)
                bytes += entry.id.size() + entry.code.size() + entry.name.size() + entry.information.size();
        }
        text->reserve(bytes); // views stay good
        const auto keep = [&text](const std::string& value) {
            const std::size_t at = text->size();
            *text += value;
            return std::string_view(*text).substr(at, value.size());
        };
        auto campaign = std::make_shared<Campaign>();
        campaign->sourceCode = keep("CRM-1");
        campaign->code = keep("HD1");
        campaign->name = keep("活动");
        const auto fill = [&keep](const std::vector<Entry>& from, std::vector<NamedEntry>& to) {
            for (const Entry& entry : from)
                to.push_back(
                    {keep(entry.id), keep(entry.code), keep(entry.name), {}, keep(entry.information)});
        };
        fill(covered, campaign->covered);
        fill(notified, campaign->notified);
        fill(registered, campaign->registered);
        return std::make_shared<const ReviewList>(text, campaign);
    }
};

MadeCampaign::Entry shop(int number, const std::string& information = {})
{
    const std::string digits = std::to_string(1000 + number);
    return {"893000000000000" + digits, "KH" + digits, "店铺" + digits + "号", information};
}

/// Of a list that nothing is decided on.
ReviewCounts countsOf(std::shared_ptr<const ReviewList> list, const RowQuery& query)
{
    ReviewDownload download;
    download.changes.resize(list->size(), ReviewChange::None);
    download.list = std::move(list);
    const RowSource::Abandon never{false};
    return countReview(ReviewRows(std::make_shared<const ReviewDownload>(std::move(download)), {}), query,
                       never);
}

} // namespace

class TestRegistrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void forms_data();
    void forms();
    void hostileForms();
    void phonesAndLicences();
    void overlapsAgainstSets();
    void customersAreOneByIdOrCode();
    void duplicates();
    void breakdowns();
    void facetsCombine();
    void theGoneAreListed();
    void marksAreKept();
    void marksOfDamagedFile();
    void downloadsAreCompared();
    void filters();
    void attributesOfTheCatalogue();
    void exports();
};

/// The corpus: what was written; then its form, its fields as name, tab, value, with PICTURE behind the
/// address of one, and REST, what is not understood.
void TestRegistrations::forms_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(TEST_DATA_DIR "/merchant/forms.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList blocks = QString::fromUtf8(file.readAll()).split(QStringLiteral("====\n"));
    QVERIFY(blocks.size() >= 65);
    int number = 0;
    for (const QString& block : blocks) {
        const qsizetype at = block.indexOf(QStringLiteral("----\n"));
        QVERIFY(at > 0);
        QTest::newRow(qPrintable(QString::number(++number)))
            << block.left(at).chopped(1) << block.mid(at + 5);
    }
}

void TestRegistrations::forms()
{
    QFETCH(QString, raw);
    QFETCH(QString, expected);
    const std::string bytes = toUtf8(raw);
    const MerchantInformation information = parseMerchantInformation(bytes);
    constexpr std::array forms{"empty", "json", "query", "lines", "table", "text"};
    QString told = QStringLiteral("FORM\t") +
                   QLatin1String(forms.at(static_cast<std::size_t>(information.form))) + QLatin1Char('\n');
    for (const MerchantField& field : information.fields)
        told += field.name + QLatin1Char('\t') + field.value +
                (field.isPicture ? QStringLiteral("\tPICTURE\n") : QStringLiteral("\n"));
    if (!information.rest.isEmpty())
        told += QStringLiteral("REST\t") + information.rest + QLatin1Char('\n');
    QCOMPARE(told, expected);
}

void TestRegistrations::hostileForms()
{
    QVERIFY(parseMerchantInformation({}).fields.empty());
    QCOMPARE(parseMerchantInformation("   \n ").form, MerchantInformation::Form::Empty);
    // A megabyte, nesting without end, thousands of fields, control characters, bytes that are no UTF-8.
    const std::string large(1024ULL * 1024, 'x');
    QVERIFY(parseMerchantInformation(large).isCut);
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    QVERIFY(parseMerchantInformation(deep).fields.size() < 10);
    std::string many = "{";
    for (int i = 0; i < 5000; ++i)
        many += "\"f" + std::to_string(i) + "\":\"v\",";
    many += "\"end\":1}";
    const MerchantInformation cut = parseMerchantInformation(many);
    QCOMPARE(cut.fields.size(), std::size_t(200));
    QVERIFY(cut.isCut);
    // What would take regular expressions and loops an age.
    for (const std::string& slow :
         {"<" + std::string(250000, ' '), "</td" + std::string(250000, ' '), std::string(250000, '-'),
          std::string(250000, '|'), "a:" + std::string(250000, ' ') + "b", std::string(250000, ':')})
        (void)parseMerchantInformation(slow);
    std::string addresses = "{\"照片\":[";
    for (int i = 0; i < 5000; ++i)
        addresses += "\"https://a.example/" + std::to_string(i) + ".jpg\",";
    addresses += "\"https://a.example/end.jpg\"]}";
    QCOMPARE(parseMerchantInformation(addresses).fields.size(), std::size_t(200));
    QVERIFY(!parseMerchantInformation(std::string("\x01\x02\0\xff\xfe:x", 7)).rest.isNull());
    QRandomGenerator dice(7);
    for (int round = 0; round < 2000; ++round) {
        std::string noise(dice.bounded(60), '\0');
        for (char& c : noise)
            c = "{}[]\":,=&|<>/tr\n\t\\ax1\xe5\xba\x97"[dice.bounded(24)];
        (void)phoneOf(parseMerchantInformation(noise));
        (void)licenceOf(parseMerchantInformation(noise));
    }
}

void TestRegistrations::phonesAndLicences()
{
    const auto phone = [](const char* text) { return phoneOf(parseMerchantInformation(text)); };
    QCOMPARE(phone("{\"手机\":\"138 0000 1234\"}"), QStringLiteral("13800001234"));
    QCOMPARE(phone("Phone: +86-138-0000-1234"), QStringLiteral("13800001234"));
    QCOMPARE(phone("店主王先生,电话13800005555"), QStringLiteral("13800005555"));
    QCOMPARE(phone("{\"手机\":\"1380000123\"}"), QString()); // a digit is missing
    QCOMPARE(phone("{\"编号\":\"8931380000123456789\"}"), QString());
    const auto licence = [](const char* text) { return licenceOf(parseMerchantInformation(text)); };
    QCOMPARE(licence("{\"营业执照号\":\"92330110ma2kx7q31b\"}"), QStringLiteral("92330110MA2KX7Q31B"));
    QCOMPARE(licence("有执照 92330110MA2KX7Q31B 已核"), QStringLiteral("92330110MA2KX7Q31B"));
    QCOMPARE(licence("{\"执照\":\"有\"}"), QString());
    QCOMPARE(licence("{\"执照照片\":\"https://a.example/x.jpg\"}"), QString());
}

/// The figures against plain sets, on random lists with repeats, some entries without id or code, and codes
/// that two customers share.
void TestRegistrations::overlapsAgainstSets()
{
    QRandomGenerator dice(11);
    for (int round = 0; round < 200; ++round) {
        MadeCampaign made;
        std::array lists{&made.covered, &made.notified, &made.registered};
        const int dropped = round % 4; // in none, few and many
        for (auto* list : lists) {
            for (int i = dice.bounded(60); i > 0; --i) {
                list->push_back(shop(dice.bounded(40)));
                MadeCampaign::Entry& entry = list->back();
                if (round % 3 == 0 && entry.id.back() % 5 == 0)
                    entry.code = "KH-shared";
                if (dice.bounded(8) < dropped)
                    entry.id.clear();
                else if (dice.bounded(8) < dropped)
                    entry.code.clear();
            }
        }
        // Slowly, and by another way: each entry is compared with all.
        const auto identity = [&](const MadeCampaign::Entry& entry) {
            if (!entry.id.empty())
                return entry.id;
            std::set<std::string> ids;
            for (const auto* list : lists) {
                for (const MadeCampaign::Entry& other : *list) {
                    if (!other.id.empty() && !entry.code.empty() && other.code == entry.code)
                        ids.insert(other.id);
                }
            }
            return ids.size() == 1 ? *ids.begin() : !entry.code.empty() ? "c" + entry.code : "n" + entry.name;
        };
        std::array<std::set<std::string>, 3> sets;
        for (std::size_t list = 0; list < 3; ++list) {
            for (const MadeCampaign::Entry& entry : *lists.at(list))
                sets.at(list).insert(identity(entry));
        }
        const auto list = made.list();
        const ReviewFigures& figures = list->figures();
        QCOMPARE(figures.covered, sets[0].size());
        QCOMPARE(figures.notified, sets[1].size());
        QCOMPARE(figures.registered, sets[2].size());
        std::set<std::string> all;
        for (const auto& set : sets)
            all.insert(set.begin(), set.end());
        QCOMPARE(list->size(), all.size());
        std::array<std::size_t, overlapCount> expected{};
        for (const std::string& one : all)
            ++expected.at(sets[0].count(one) * 1 + sets[1].count(one) * 2 + sets[2].count(one) * 4);
        QCOMPARE(figures.overlaps, expected);
        // Beside itself every customer is the same one, and each once.
        const auto campaign = std::make_shared<const Campaign>(list->campaign());
        const CampaignComparison twice({{nullptr, campaign}, {nullptr, campaign}});
        QCOMPARE(twice.size(), all.size());
        QCOMPARE(twice.figures(1).overlaps, expected);
    }
}

void TestRegistrations::customersAreOneByIdOrCode()
{
    MadeCampaign made;
    made.covered = {{"1", "A", "甲", ""}, {"", "B", "乙", ""}, {"", "", "丙", ""}};
    made.registered = {{"1", "", "", "x"}, {"1", "", "", "y"}, {"", "B", "", ""}, {"", "", "丙", ""}};
    const auto list = made.list();
    QCOMPARE(list->size(), std::size_t(3));
    QCOMPARE(list->at(0).code, std::string_view("A")); // what one list leaves out comes from the other
    QCOMPARE(list->at(0).repeats, std::uint8_t(1));
    QCOMPARE(list->at(0).merchantInformation, std::string_view("x"));
    QCOMPARE(list->furtherInformation(0), std::vector<std::string_view>{"y"});
    made.registered[1].information = "z"; // of the second registration alone
    QVERIFY(made.list()->at(0).digest != list->at(0).digest);
    QCOMPARE(list->find("code=B"), 1U);
    QCOMPARE(list->find("id=9"), noCustomer);
    QCOMPARE(ReviewList::keyOf(list->at(2)), std::string("name=丙"));
    // By its code alone in one list and by id in another: one customer, where the code is nobody else's.
    made = {};
    made.covered = {{"1", "A", "甲", ""}, {"2", "B", "乙", ""}, {"3", "B", "乙二", ""}};
    made.registered = {{"", "A", "甲", "x"}, {"", "B", "乙", "y"}};
    const auto joined = made.list();
    QCOMPARE(joined->size(), std::size_t(4));
    QCOMPARE(joined->at(0).lists, std::uint8_t(Covered | Registered));
    QCOMPARE(ReviewList::keyOf(joined->at(0)), std::string("id=1"));
    QCOMPARE(joined->find("code=A"), 0U);                    // what was decided by the code is found
    QCOMPARE(joined->at(1).lists, std::uint8_t(Registered)); // whose it is cannot be told
    QCOMPARE(ReviewList::keyOf(joined->at(1)), std::string("code=B"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.db"));
    {
        auto store = ReviewMarks::open(path);
        QVERIFY(
            store->put(QStringLiteral("s"), reviewKey(joined->campaign()),
                       {{"code=A", {ReviewDecision::Flagged, {}, {}, QDateTime::currentDateTimeUtc(), 1}}}));
    }
    const ReviewDownload opened =
        openReview(path, QStringLiteral("s"), joined, QDateTime::currentDateTimeUtc());
    QCOMPARE(opened.marks.at("id=1").decision, ReviewDecision::Flagged);
}

void TestRegistrations::duplicates()
{
    MadeCampaign made;
    made.registered = {{"1", "", "杭州街坊生鲜超市", R"({"手机":"13800001111"})"},
                       {"2", "", "杭州街坊生鲜店", R"({"手机":"13800002222"})"},
                       {"3", "", "无锡南禅寺食品", R"({"手机":"138-0000-1111"})"},
                       {"4", "", "苏州平江路茶饮一店", "执照：92330110MA2KX7Q31B"},
                       {"5", "", "苏州平江路茶饮二店", "执照：92330110ma2kx7q31b"},
                       {"6", "", "合肥三里庵小食代", ""},
                       {"7", "", "合肥三里庵小食带", ""},
                       {"8", "", "永和便利店第3分店", ""},
                       {"9", "", "永和便利店第4分店", ""},
                       {"10", "", "佛山市祖庙路利民士多", ""}, // a character more, and one less
                       {"11", "", "佛山祖庙路利民士多", ""},
                       {"12", "", "宁波下应街道食品", ""},
                       {"13", "", "宁波下应街道2食品", ""}}; // another shop
    const auto list = made.list();
    const auto pair = [&list](std::uint32_t row) {
        return std::pair<std::uint32_t, int>(list->at(row).partner, list->at(row).likeness);
    };
    QCOMPARE(pair(0), std::make_pair(2U, int(SamePhone)));
    QCOMPARE(pair(2), std::make_pair(0U, int(SamePhone)));
    QCOMPARE(pair(1), std::make_pair(0U, int(NearName)));
    QCOMPARE(pair(3), std::make_pair(4U, int(SameLicence)));
    QCOMPARE(pair(5), std::make_pair(6U, int(NearName)));
    QCOMPARE(pair(7), std::make_pair(noCustomer, 0)); // two shops of a chain
    QCOMPARE(pair(9), std::make_pair(10U, int(NearName)));
    QCOMPARE(pair(10), std::make_pair(9U, int(NearName)));
    QCOMPARE(pair(11), std::make_pair(noCustomer, 0));
    // A licence on nine registrations is just what is looked for; from each a way leads to the next.
    made = {};
    for (int i = 0; i < 9; ++i)
        made.registered.push_back(shop(i * 7, "执照：92330110MA2KX7Q31B"));
    for (std::uint32_t i = 0; i < 9; ++i)
        QCOMPARE(made.list()->at(i).partner, (i + 1) % 9);
    // Nor is a telephone on twenty; but a number that half the town gives says nothing.
    for (const int count : {20, 250}) {
        made = {};
        for (int i = 0; i < count; ++i)
            made.registered.push_back(shop(i * 7, R"({"手机":"13900000000"})"));
        QCOMPARE(made.list()->at(3).likeness & SamePhone, count == 20 ? int(SamePhone) : 0);
    }
    // What a customer told with another of its registrations counts as well.
    made = {};
    made.registered = {{"1", "", "合肥三里庵小食代", R"({"手机":"13800001111"})"},
                       {"2", "", "无锡南禅寺食品", R"({"手机":"13800002222"})"},
                       {"1", "", "合肥三里庵小食代", R"({"手机":"13800002222"})"}};
    QCOMPARE(made.list()->at(0).partner, 1U);
    QCOMPARE(made.list()->at(1).partner, 0U);
}

void TestRegistrations::breakdowns()
{
    MadeCampaign made;
    for (int i = 0; i < 40; ++i)
        made.registered.push_back(shop(i, i % 10 == 0
                                              ? std::string()
                                              : "类型：" + std::string(i % 3 == 0 ? "便利店" : "超市") +
                                                    "\n手机：1380000" + std::to_string(1000 + i)));
    made.covered.push_back(shop(90));
    const auto list = made.list();
    QCOMPARE(list->fields().size(), std::size_t(1)); // telephones group nothing
    const ReviewCounts found = countsOf(list, {});
    QCOMPARE(found.fields.size(), std::size_t(1));
    QCOMPARE(found.fields[0].word, QStringLiteral("类型"));
    QCOMPARE(found.fields[0].values.front().text, QStringLiteral("超市"));
    QCOMPARE(found.fields[0].without, std::size_t(4)); // who is not registered was not asked
    std::size_t sum = found.fields[0].without;
    for (const auto& value : found.fields[0].values)
        sum += value.count;
    QCOMPARE(sum, std::size_t(40));
    // What differs in case, width or blanks alone is one value, as it is for the filter.
    made = {};
    for (int i = 0; i < 12; ++i)
        made.registered.push_back(shop(i, i % 3 == 0   ? "有冰柜?：Yes"
                                          : i % 3 == 1 ? "有 冰柜？：ｙｅｓ"
                                                       : "有冰柜?：no"));
    const ReviewCounts folded = countsOf(made.list(), {});
    QCOMPARE(folded.fields.size(), std::size_t(1));
    QCOMPARE(folded.fields[0].word, QStringLiteral("有冰柜?"));
    QCOMPARE(folded.fields[0].values.size(), std::size_t(2));
    QCOMPARE(folded.fields[0].values[0].text, QStringLiteral("Yes"));
    QCOMPARE(folded.fields[0].values[0].count, std::size_t(8));
}

/// Every chip and bar counts as many as would be shown with it, whatever else holds.
void TestRegistrations::facetsCombine()
{
    QRandomGenerator dice(5);
    const std::array types{"便利店", "超市", "烟酒"};
    const std::array sizes{"大", "小"};
    const auto pick = [&dice](const auto& of) {
        return std::string(of.at(dice.bounded(quint32(of.size()))));
    };
    MadeCampaign made;
    for (int i = 0; i < 120; ++i) {
        std::string told = dice.bounded(5) == 0 ? std::string() : "类型：" + pick(types);
        if (dice.bounded(4) != 0)
            told += "\n面积：" + pick(sizes);
        made.registered.push_back(shop(i, told));
        if (i % 2 == 0)
            made.covered.push_back(shop(i));
    }
    for (int i = 0; i < 30; ++i)
        made.covered.push_back(shop(200 + i));
    ReviewDownload opened;
    opened.list = made.list();
    opened.changes.resize(opened.list->size(), ReviewChange::None);
    const auto download = std::make_shared<const ReviewDownload>(std::move(opened));
    ReviewRows::Verdicts verdicts(download->list->size());
    for (std::uint32_t row = 0; row < 120; ++row)
        verdicts[row] = {static_cast<ReviewDecision>(dice.bounded(4)), dice.bounded(3) == 0, false};
    const ReviewRows rows(download, verdicts);
    QCOMPARE(rows.groupCount(), std::size_t(2));
    const RowSource::Abandon never{false};
    const auto shown = [&](const RowQuery& query) { return rows.select(query, never).size(); };
    const auto with = [&rows](RowQuery query, std::size_t field, std::initializer_list<std::uint64_t> keys) {
        query.choices[rows.group(field)] = keys;
        return query;
    };
    const RowQuery registered{{}, ReviewRows::AnyRegistered};
    const std::vector<RowQuery> queries{
        registered,
        with(registered, 0, {rows.valueKey(0, 1)}),
        with(with(registered, 0, {rows.valueKey(0, 1), 0}), 1,
             {rows.valueKey(1, 2)}), // or within, and between
        with({QStringLiteral("店铺101"), ReviewRows::overlapFacet(Registered) | ReviewRows::Approved}, 1,
             {rows.valueKey(1, 1)}),
        {{}, ReviewRows::AnyRegistered | ReviewRows::Noted}};
    for (const RowQuery& query : queries) {
        const ReviewCounts counts = countReview(rows, query, never);
        for (std::size_t at = 0; at < 2; ++at) {
            const auto field = std::find_if(counts.fields.begin(), counts.fields.end(),
                                            [&](const auto& f) { return f.group == rows.group(at); });
            QVERIFY(field != counts.fields.end());
            QCOMPARE(shown(with(query, at, {0})), field->without);
            for (const auto& value : field->values)
                QCOMPARE(shown(with(query, at, {value.key})), value.count);
        }
        for (int i = 0; i < 4; ++i) {
            RowQuery other = query;
            other.facets = (query.facets & ~ReviewRows::AnyDecision) |
                           ReviewRows::decisionFacet(static_cast<ReviewDecision>(i));
            QCOMPARE(shown(other), counts.decisions.at(std::size_t(i)));
        }
        RowQuery noted = query;
        noted.facets = (query.facets & ~ReviewRows::AnyRemark) | ReviewRows::Noted;
        QCOMPARE(shown(noted), counts.count(ReviewRows::Noted));
    }
    // A field that no list has any more: nobody, and no crash.
    RowQuery unknown = registered;
    unknown.choices[12345] = {7};
    QCOMPARE(shown(unknown), std::size_t(0));
    QVERIFY(countReview(rows, unknown, never).fields.empty());
}

void TestRegistrations::marksAreKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.db"));
    ReviewMark mark{ReviewDecision::Flagged, QStringLiteral("照片不清"), QStringLiteral("ann"),
                    QDateTime::fromString(QStringLiteral("2026-11-14T20:31:00.000Z"), Qt::ISODateWithMs), 7};
    {
        auto store = ReviewMarks::open(path);
        QVERIFY(store);
        QVERIFY(store->put(QStringLiteral("s"), QStringLiteral("c"), {{"id=1", mark}, {"id=2", mark}}));
        QVERIFY(store->put(QStringLiteral("s"), QStringLiteral("other"), {{"id=1", mark}}));
        QVERIFY(store->put(QStringLiteral("s"), QStringLiteral("c"), {{"id=2", ReviewMark()}}));
    }
    auto store = ReviewMarks::open(path);
    QVERIFY(store);
    const auto marks = store->marks(QStringLiteral("s"), QStringLiteral("c"));
    QVERIFY(marks);
    QCOMPARE(marks->size(), std::size_t(1));
    QCOMPARE(marks->at("id=1"), mark);
    QVERIFY(store->marks(QStringLiteral("t"), QStringLiteral("c"))->empty());
    // Who and when stays, also of what was taken back.
    const auto history = store->history(QStringLiteral("s"), QStringLiteral("c"), "id=2");
    QCOMPARE(history->size(), std::size_t(2));
    QCOMPARE(history->front(), mark);
    // A full disk: nothing of it is kept, and it says so.
    Database::setFaultInjector([] { return true; });
    QVERIFY(!store->put(QStringLiteral("s"), QStringLiteral("c"), {{"id=1", ReviewMark()}}));
    Database::setFaultInjector({});
    QCOMPARE(store->marks(QStringLiteral("s"), QStringLiteral("c"))->size(), std::size_t(1));
}

void TestRegistrations::marksOfDamagedFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto opened =
        openReview(path, QStringLiteral("s"), MadeCampaign{}.list(), QDateTime::currentDateTimeUtc());
    QVERIFY(QFile::exists(opened.setAside));
    // A folder in its place.
    const ReviewDownload failed = openReview(folder.path(), QStringLiteral("s"), MadeCampaign{}.list(),
                                             QDateTime::currentDateTimeUtc());
    QVERIFY(failed.problem && failed.list);
}

void TestRegistrations::downloadsAreCompared()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.db"));
    const QString scope = QStringLiteral("s");
    MadeCampaign made;
    made.registered = {shop(1, "x"), shop(2, "x"), shop(3, "x")};
    made.covered = {shop(9)};
    const QDateTime first = QDateTime::currentDateTimeUtc();
    const ReviewDownload before = openReview(path, scope, made.list(), first);
    QCOMPARE(before.added, std::size_t(0)); // the first time nothing is new
    QVERIFY(!before.problem);
    {
        auto store = ReviewMarks::open(path);
        QVERIFY(store->put(scope, before.campaign,
                           {{"id=" + made.registered[2].id,
                             {ReviewDecision::Approved, {}, QStringLiteral("ann"), first, 1}}}));
    }
    made.registered = {shop(1, "x"), shop(2, "y"), shop(4, "x")};
    made.covered.push_back(shop(3)); // gone from those registered alone
    const ReviewDownload after = openReview(path, scope, made.list(), first.addSecs(3600));
    QCOMPARE(after.added, std::size_t(1));
    QCOMPARE(after.changed, std::size_t(1));
    QCOMPARE(after.changes[1], ReviewChange::Changed);
    QCOMPARE(after.changes[2], ReviewChange::New);
    QCOMPARE(after.gone.size(), std::size_t(1));
    QCOMPARE(after.gone[0].mark.decision, ReviewDecision::Approved);
    QCOMPARE(after.before.toSecsSinceEpoch(), first.toSecsSinceEpoch());
    // The same download again, or an older one that was still in memory: the same news, and nothing is kept.
    for (const int seconds : {3600, 60}) {
        const ReviewDownload same = openReview(path, scope, made.list(), first.addSecs(seconds));
        QCOMPARE(same.added, std::size_t(1));
        QCOMPARE(same.gone.size(), std::size_t(1));
    }
    const ReviewDownload again = openReview(path, scope, made.list(), first.addSecs(7200));
    QCOMPARE(again.added + again.changed + again.gone.size(), std::size_t(0));
}

/// Who was registered before: a row with what is known, a facet, a column, a sheet.
void TestRegistrations::theGoneAreListed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("marks.db"));
    const QString scope = QStringLiteral("s");
    MadeCampaign made;
    made.registered = {shop(1), shop(2), shop(3)};
    const QDateTime first = QDateTime::currentDateTimeUtc();
    const ReviewDownload before = openReview(path, scope, made.list(), first);
    const ReviewMark mark{ReviewDecision::Approved, QStringLiteral("好"), QStringLiteral("ann"), first, 1};
    const std::string departed = made.registered[2].id;
    {
        auto store = ReviewMarks::open(path);
        QVERIFY(store->put(scope, before.campaign, {{"id=" + departed, mark}}));
    }
    made.registered = {shop(1)};
    made.covered = {shop(2)}; // gone from those registered alone
    ReviewDownload opened = openReview(path, scope, made.list(), first.addSecs(60));
    QCOMPARE(opened.gone.size(), std::size_t(2));
    const auto download = std::make_shared<const ReviewDownload>(std::move(opened));
    QCOMPARE(download->rowCount(), std::size_t(3));
    QCOMPARE(download->customer(2).name, std::string_view("店铺1003号"));
    QCOMPARE(download->customer(2).code, std::string_view("KH1003"));
    QCOMPARE(download->customer(2).id, std::string_view(departed));
    QCOMPARE(download->find("id=" + departed), 2U);
    MarksByRow marks;
    MarksByRow::Writer(marks).set(2, mark);
    ReviewRows::Verdicts verdicts(3);
    verdicts[2] = ReviewRows::verdictOf(mark, download->customer(2));
    const auto rows = std::make_shared<const ReviewRows>(download, verdicts, nullptr, marks);
    const RowSource::Abandon never{false};
    QCOMPARE(rows->select({{}, ReviewRows::GoneOne}, never), (std::vector<std::uint32_t>{1, 2}));
    QCOMPARE(rows->select({{}, ReviewRows::AnyRegistered}, never), std::vector<std::uint32_t>{0});
    QCOMPARE(countReview(*rows, {{}, ReviewRows::AnyRegistered}, never).count(ReviewRows::GoneOne),
             std::size_t(2));
    ReviewModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFacets(ReviewRows::GoneOne);
    model.setSource(rows);
    QTRY_COMPARE(model.rowCount(), 2);
    const auto cell = [&model](int row, ReviewModel::Column column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    using Column = ReviewModel::Column;
    QCOMPARE(cell(1, Column::Decision), QStringLiteral("Approved"));
    QCOMPARE(cell(1, Column::Since), QStringLiteral("gone"));
    QCOMPARE(cell(1, Column::Note), QStringLiteral("好"));
    QCOMPARE(cell(1, Column::DecidedBy), QStringLiteral("ann"));
    QCOMPARE(cell(1, Column::DecidedAt), shortTime(first));
    QCOMPARE(cell(1, Column::Code), QStringLiteral("KH1003"));
    QCOMPARE(cell(1, Column::CustomerId), QString::fromStdString(departed));
    model.sort(static_cast<int>(Column::Note));
    QTRY_COMPARE(cell(0, Column::Note), QString());
    model.sort(static_cast<int>(Column::DecidedAt), Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, Column::Note), QStringLiteral("好"));
    const QString book = folder.filePath(QStringLiteral("r.xlsx"));
    QVERIFY(exportReview(book, *download, {0, 1, 2}, download->marks));
    QFile written(book);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const std::string bytes = written.readAll().toStdString();
    const auto gone = readXlsx(bytes, "Gone", false);
    QVERIFY(gone && gone->text.find(departed) != std::string::npos);
    QVERIFY(gone->text.find("Approved,好,ann") != std::string::npos);
    QVERIFY(gone->text.find(made.covered[0].id) != std::string::npos);
    const QString csv = folder.filePath(QStringLiteral("r.csv"));
    QVERIFY(exportReview(csv, *download, {0, 1, 2}, download->marks));
    QFile table(csv);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll().count(",gone,"), 2);
    // A time of another year tells its year.
    QCOMPARE(shortTime(QDateTime::fromString(QStringLiteral("2001-05-06T12:00:00Z"), Qt::ISODate)).size(),
             16);
}

void TestRegistrations::attributesOfTheCatalogue()
{
    const QTemporaryDir folder;
    MadeCampaign made;
    made.registered = {{"11", "K1", "甲", "级别：Z"},
                       {"12", "K2", "乙", ""},
                       {"", "K3", "丙", ""},
                       {"14", "K4", "丁", ""},
                       {"16", "K6", "己", ""}};
    made.covered = {{"11", "K1", "甲", ""}, {"15", "K5", "戊", ""}};
    auto entry = [](const char* id, const char* code, std::map<std::string, std::string> attributes) {
        CatalogueEntry known;
        known.id = id;
        known.code = code;
        known.attributes = {attributes.begin(), attributes.end()};
        return known;
    };
    const auto customers = std::make_shared<const EntryList>(
        EntryList(), std::vector{entry("11", "K1", {{"级别", "A"}, {"type", "便利 店"}}),
                                 entry("12", "K2", {{"级别", "B"}}), entry("93", "K3", {{"级别", "A"}}),
                                 entry("94", "K4", {{"级别", "C"}}), entry("15", "K5", {{"级别", "A"}}),
                                 entry("#K6", "K6", {{"级别", "D"}})});
    ReviewDownload opened = openReview(folder.filePath(QStringLiteral("m.db")), QStringLiteral("s"),
                                       made.list(), QDateTime::currentDateTimeUtc());
    const auto download = std::make_shared<const ReviewDownload>(std::move(opened));
    const auto facts = std::make_shared<const CustomerAttributes>(customers, *download->list);
    const ReviewRows rows(download, ReviewRows::Verdicts(download->list->size()), facts);
    const auto fieldWord = [](const QString& field, const QString& value) {
        return QString(field + QLatin1Char('=') + value).remove(QLatin1Char(' ')); // as it is typed
    };
    const RowSource::Abandon never{false};
    const auto found = [&](const QString& text, std::uint32_t facets = 0) {
        return rows.select({text, facets}, never).size();
    };
    std::size_t level = 0;
    while (!facts->attributeWord(level).startsWith(QStringLiteral("级别")))
        ++level;
    const QString word = facts->attributeWord(level);
    // By id; by code where the campaign tells no id; K4's id is another's, so its code does not count.
    QCOMPARE(found(fieldWord(word, QStringLiteral("A"))), std::size_t(3));
    QCOMPARE(found(fieldWord(word, QStringLiteral("A")), ReviewRows::AnyRegistered), std::size_t(2));
    QCOMPARE(found(fieldWord(word, QStringLiteral("B"))), std::size_t(1));
    QCOMPARE(found(fieldWord(word, {})), std::size_t(1));      // nothing is known of it
    QCOMPARE(found(QStringLiteral("级别=Z")), std::size_t(1)); // the merchant's own field of that name
    QCOMPARE(found(fieldWord(facts->attributeWord(1 - level), QStringLiteral("便利店"))), std::size_t(1));
    QCOMPARE(found(fieldWord(word, QStringLiteral("D"))), std::size_t(1)); // a list told the code alone
    // Each bar shows as many as it filters.
    const ReviewCounts counts = countReview(rows, {}, never);
    QCOMPARE(counts.fields.size(), std::size_t(2)); // of the merchant's own none groups
    for (const ReviewCounts::Field& field : counts.fields) {
        std::size_t sum = field.without;
        for (const auto& value : field.values) {
            RowQuery query;
            query.choices[field.group] = {value.key};
            QCOMPARE(rows.select(query, never).size(), value.count);
            sum += value.count;
        }
        QCOMPARE(sum, std::size_t(6));
    }
    // A catalogue that knows nothing of customers.
    const CustomerAttributes nothing(std::make_shared<const EntryList>(), *download->list);
    QCOMPARE(nothing.attributeCount(), std::size_t(0));
}

void TestRegistrations::filters()
{
    const QTemporaryDir folder;
    MadeCampaign made;
    made.registered = {shop(1, "类型：便利店\n电话：1"), shop(2, "类型：超市"),
                       shop(3, R"({"类型":"便利 店"})")};
    made.covered = {shop(1), shop(8), shop(9)};
    made.notified = {shop(8), shop(2)};
    ReviewDownload opened = openReview(folder.filePath(QStringLiteral("m.db")), QStringLiteral("s"),
                                       made.list(), QDateTime::currentDateTimeUtc());
    const auto download = std::make_shared<const ReviewDownload>(std::move(opened));
    ReviewRows::Verdicts verdicts(download->list->size());
    verdicts[0].decision = ReviewDecision::Approved;
    const auto rows = std::make_shared<const ReviewRows>(download, verdicts);
    QCOMPARE(rows->count(ReviewDecision::None), std::size_t(2));
    const RowSource::Abandon never{false};
    const auto found = [&](std::uint32_t facets, const char* text) {
        return rows->select({QString::fromUtf8(text), facets}, never).size();
    };
    QCOMPARE(found(0, ""), std::size_t(5));
    QCOMPARE(found(ReviewRows::AnyRegistered, ""), std::size_t(3));
    QCOMPARE(found(ReviewRows::AnyRegistered | ReviewRows::Undecided, ""), std::size_t(2));
    QCOMPARE(found(ReviewRows::overlapFacet(Covered | Registered) | ReviewRows::Undecided, ""),
             std::size_t(0));
    QCOMPARE(found(ReviewRows::overlapFacet(Covered), ""), std::size_t(1));
    QCOMPARE(found(ReviewRows::AnyRegistered, "类型=便利店"), std::size_t(2)); // blanks do not count
    QCOMPARE(found(ReviewRows::AnyRegistered, "类型=便利"), std::size_t(0));
    QCOMPARE(found(0, "kh1008"), std::size_t(1));
    ReviewModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy settled(&model, &RowModel::settled);
    model.setFacets(ReviewRows::AnyRegistered);
    model.setSource(rows);
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Approved"));
    verdicts[1].decision = ReviewDecision::Rejected;
    model.setSource(std::make_shared<const ReviewRows>(download, verdicts));
    QTRY_COMPARE(model.index(1, 1).data().toString(), QStringLiteral("Rejected"));
    model.setFacets(ReviewRows::AnyRegistered | ReviewRows::Undecided);
    QTRY_COMPARE(model.rowCount(), 1);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        (void)model.index(0, column).data(Qt::AccessibleTextRole);
    }
}

void TestRegistrations::exports()
{
    const QTemporaryDir folder;
    MadeCampaign made;
    made.registered = {shop(1, "类型：便利店\n手机：13800001111"), shop(2, "=cmd|x"), shop(3)};
    made.covered = {shop(1)};
    const ReviewDownload download = openReview(folder.filePath(QStringLiteral("m.db")), QStringLiteral("s"),
                                               made.list(), QDateTime::currentDateTimeUtc());
    ReviewMarks::Marks marks;
    marks["id=" + made.registered[0].id] = {ReviewDecision::Approved, QStringLiteral("好"),
                                            QStringLiteral("ann"), QDateTime::currentDateTimeUtc(), 1};
    const std::vector<std::uint32_t> rows{0, 1, 2};
    const QString csv = folder.filePath(QStringLiteral("r.csv"));
    QVERIFY(exportReview(csv, download, rows, marks));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), 5); // the heading and three rows, one of them with a line break
    QVERIFY(text.contains("Approved,\xe5\xa5\xbd,ann"));
    QVERIFY(text.contains("'=cmd|x")); // no spreadsheet runs it
    QVERIFY(text.contains(made.registered[0].id.c_str()));
    const QString book = folder.filePath(QStringLiteral("r.xlsx"));
    QVERIFY(exportReview(book, download, rows, marks));
    QFile written(book);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const std::string bytes = written.readAll().toStdString();
    const auto approved = readXlsx(bytes, "Approved", false);
    QVERIFY(approved);
    std::string names;
    for (const auto& sheet : approved->facts.sheets)
        names += sheet.name + ' ';
    QCOMPARE(names, std::string("Summary Undecided Approved Flagged Rejected "));
    QVERIFY(approved->text.find(made.registered[0].id) != std::string::npos); // every digit
    QVERIFY(approved->text.find("便利店") != std::string::npos);
    QVERIFY(approved->text.find(made.registered[1].id) == std::string::npos);
    const auto summary = readXlsx(bytes, "Summary", false);
    QVERIFY(summary && summary->text.find("Registered,3") != std::string::npos);
    // Who is not registered stands apart, and in no decision.
    MadeCampaign wider = made;
    wider.covered.push_back(shop(7));
    const ReviewDownload wide = openReview(folder.filePath(QStringLiteral("w.db")), QStringLiteral("s"),
                                           wider.list(), QDateTime::currentDateTimeUtc());
    QVERIFY(exportReview(folder.filePath(QStringLiteral("w.xlsx")), wide, {0, 1, 2, 3}, marks));
    QFile apart(folder.filePath(QStringLiteral("w.xlsx")));
    QVERIFY(apart.open(QIODevice::ReadOnly));
    const std::string apartBytes = apart.readAll().toStdString();
    const auto others = readXlsx(apartBytes, "Not registered", false);
    QVERIFY(others && others->text.find(wider.covered[1].id) != std::string::npos);
    QVERIFY(readXlsx(apartBytes, "Undecided", false)->text.find(wider.covered[1].id) == std::string::npos);
    // With what the catalogue knows, and the times that were reported from here.
    CatalogueNews news;
    news.add(EntryKind::Customer, {made.registered[1].id, "", "", "二号店", {{"level", "A"}}, {}});
    const CustomerAttributes facts(Catalogue().with(news)->list(EntryKind::Customer), *download.list);
    auto store = ReviewMarks::open(folder.filePath(QStringLiteral("m.db")));
    QVERIFY(store);
    QVERIFY(store->keepReports(QStringLiteral("s"), download.campaign,
                               {{"id=" + made.registered[0].id, "2026-11-20 09:05:00"}, {"id=0", "x"}}));
    const ReviewDownload timed = openReview(folder.filePath(QStringLiteral("m.db")), QStringLiteral("s"),
                                            made.list(), QDateTime::currentDateTimeUtc());
    QCOMPARE(timed.reportedTime(0), std::string_view("2026-11-20 09:05:00"));
    QVERIFY(timed.reportedTime(1).empty());
    QVERIFY(exportReview(csv, timed, rows, marks, &facts));
    QFile more(csv);
    QVERIFY(more.open(QIODevice::ReadOnly));
    const QByteArray all = more.readAll();
    QVERIFY(all.contains("level (catalogue)"));
    QVERIFY(all.contains(",2026-11-20 09:05:00,"));
    QVERIFY(all.contains(",A,"));
    QVERIFY(!exportReview(folder.filePath(QStringLiteral("no/where.csv")), download, rows, marks));
}

QTEST_GUILESS_MAIN(TestRegistrations)
#include "tst_registrations.moc"
