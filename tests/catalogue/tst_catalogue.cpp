// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/catalogue.h"
#include "catalogue/entry_search.h"
#include "core/entry_merge.h"
#include "core/text.h"
#include "store/catalogue_file.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <set>

using namespace rangedesk;

namespace {

const std::atomic<bool> goesOn{false};

EntryList listOf(std::vector<CatalogueEntry> entries)
{
    return {EntryList(), std::move(entries)};
}

CatalogueEntry entryOf(const std::string& id, const std::string& code, const std::string& name)
{
    return {id, code, {}, name, {}, EntryOrigin::Rules};
}

/// Names of what is found, the best first.
QStringList found(const EntryList& list, const char* text)
{
    QStringList names;
    for (const std::uint32_t entry : search(list, QString::fromUtf8(text), goesOn))
        names << QString::fromUtf8(list.name(entry).data(), static_cast<qsizetype>(list.name(entry).size()));
    return names;
}

QString marked(const char* name, const char* text)
{
    QString marks = QString::fromUtf8(name);
    const auto parts = matchedParts(marks, QString::fromUtf8(text));
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        marks.insert(part->first + part->second, QLatin1Char(']'));
        marks.insert(part->first, QLatin1Char('['));
    }
    return marks;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readings();
    void sounds_data();
    void sounds();
    void searching();
    void best();
    void marks();
    void exactNames();
    void againstOneByOne();
    void manyInThreads();
    void hostileNames();
    void news();
    void joinedLikeOneByOne();
    void attributes();
    void file();
    void learned();
    void damagedFile();
};

void TestCatalogue::readings()
{
    using Words = std::vector<std::string_view>;
    QCOMPARE(readingsOf(U'重'), (Words{"chong", "zhong"}));
    QCOMPARE(readingsOf(U'厦'), (Words{"sha", "xia"}));
    QCOMPARE(readingsOf(U'女'), (Words{"nu", "nv"})); // ü as u and as v
    QCOMPARE(readingsOf(U'氹'), (Words{"dang"}));
    QVERIFY(!readingsOf(U'鑫').empty());
    QVERIFY(!readingsOf(U'龘').empty()); // not among the common ones
    QVERIFY(readingsOf(U'A').empty());
    QVERIFY(readingsOf(U'。').empty());
}

void TestCatalogue::sounds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    const auto add = [](const char* name, const char* typed, bool fits) {
        QTest::addRow("%s %s", name, typed) << QString::fromUtf8(name) << QString::fromUtf8(typed) << fits;
    };
    add("重庆市渝中区解放碑", "cq", true);
    add("重庆市渝中区解放碑", "zq", true); // every reading
    add("重庆市渝中区解放碑", "chongqing", true);
    add("重庆市渝中区解放碑", "zhongqing", true);
    add("重庆市渝中区解放碑", "cqyz", true); // 市 is left out
    add("重庆市渝中区解放碑", "cqsyz", true);
    add("重庆市渝中区解放碑", "chongqyuz", true); // a mixture
    add("重庆市渝中区解放碑", "chongqin", true);  // typed as far as this
    add("重庆市渝中区解放碑", "jfb", true);
    add("重庆市渝中区解放碑", "cqjf", false);
    add("重庆市渝中区解放碑", "qc", false);
    add("重庆市渝中区解放碑", "chongx", false);
    add("厦门思明店", "xm", true);
    add("厦门思明店", "XM", true);
    add("长沙岳麓", "cs", true);
    add("绿源超市", "lvyuan", true);
    add("绿源超市", "luyuan", true);
    add("好又惠（中山路）店", "hyhzs", true); // across a bracket
    add("3L装可乐", "3lz", true);
    add("7-11便利店", "711bl", true);
    add("张三", "zhs", true);
    add("张三", "zs", true);
    add("西安路", "xian", true);
    add("先导", "xian", true);
    add("ＡＢＣ超市", "abc", true);
    add("𠮷野家", "yj", true);
    add("", "a", false);
}

void TestCatalogue::sounds()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    QFETCH(bool, fits);
    const EntryList list = listOf({entryOf("1", "", name.toStdString())});
    QCOMPARE(search(list, typed, goesOn).size(), fits ? std::size_t(1) : std::size_t(0));
}

void TestCatalogue::searching()
{
    const EntryList list = listOf({entryOf("8931837644917761234", "CQ0230117", "重庆市渝中区解放碑百货"),
                                   entryOf("8931837644917765678", "TJ0220573", "城区大厦一层便利"),
                                   entryOf("7364136223846793005", "SP-a1", "A级便利店")});
    QCOMPARE(found(list, "").size(), 3);
    QCOMPARE(found(list, "便利").size(), 2);
    QCOMPARE(found(list, "cq0230117"), QStringList{QStringLiteral("重庆市渝中区解放碑百货")});
    QCOMPARE(found(list, "0573"), QStringList{QStringLiteral("城区大厦一层便利")});
    QCOMPARE(found(list, "7765678"), QStringList{QStringLiteral("城区大厦一层便利")});
    QCOMPARE(found(list, "a级"), QStringList{QStringLiteral("A级便利店")});
    QCOMPARE(found(list, "便利 dasha"), QStringList{QStringLiteral("城区大厦一层便利")});
    QCOMPARE(found(list, "便利 cq 没有"), QStringList{});
    QCOMPARE(found(list, "cq").size(), 2); // 重庆 and 城区
    // Signs in a name.
    const EntryList signs = listOf({entryOf("1", "", "可乐1.5L*12"), entryOf("2", "", "H&M便利 7-11")});
    QCOMPARE(found(signs, "1.5l").size(), 1);
    QCOMPARE(found(signs, "1.5L*").size(), 1);
    QCOMPARE(found(signs, "h&m").size(), 1);
    QCOMPARE(found(signs, "7-11").size(), 1);
    // Full-width forms in the name or in what is typed, letters of either case among other characters.
    const EntryList wide =
        listOf({entryOf("1", "ＫＨ－０１", "门店号：1（ＡＢ）号：２"), entryOf("2", "KH-02", "门店号:2(Ab)"),
                entryOf("3", "K3", "ｓｐ－１号店")});
    for (const char* text : {"号:1", "号：1", "号：１", "(ab)", "（Ａb）号"})
        QVERIFY2(found(wide, text).contains(QStringLiteral("门店号：1（ＡＢ）号：２")), text);
    QCOMPARE(found(wide, "号:2").size(), 2); // where the first 号 of the name is followed by another
    QCOMPARE(found(wide, "店号:2(aB)"), QStringList{QStringLiteral("门店号:2(Ab)")});
    QCOMPARE(found(wide, "SP-1"), QStringList{QStringLiteral("ｓｐ－１号店")});
    QCOMPARE(found(wide, "号店"), QStringList{QStringLiteral("ｓｐ－１号店")});
    QCOMPARE(found(wide, "kh-01"), QStringList{QStringLiteral("门店号：1（ＡＢ）号：２")});
    QCOMPARE(found(wide, "ｋｈ－０２"), QStringList{QStringLiteral("门店号:2(Ab)")});
    QCOMPARE(found(wide, "kh-02　号").size(), 1);   // an ideographic blank between two words
    QCOMPARE(wide.code(0), std::string_view("K3")); // nothing else is folded
    QCOMPARE(found(wide, "号:3"), QStringList{});
    // A text that runs from one entry into the next is not found.
    QCOMPARE(found(list, "百货城区"), QStringList{});
    QCOMPARE(found(list, "百货A级"), QStringList{});
}

void TestCatalogue::best()
{
    const EntryList list = listOf({entryOf("1", "X1", "大便利店"), entryOf("2", "X2", "便利店（校园内）"),
                                   entryOf("3", "X3", "便利店"), entryOf("4", "BL", "另一家")});
    QCOMPARE(found(list, "便利店"), (QStringList{QStringLiteral("便利店"), QStringLiteral("便利店（校园内）"),
                                                 QStringLiteral("大便利店")}));
    QCOMPARE(found(list, "bl").first(), QStringLiteral("另一家")); // the code itself
}

void TestCatalogue::marks()
{
    QCOMPARE(marked("重庆市渝中区解放碑", "渝中"), QStringLiteral("重庆市[渝中]区解放碑"));
    QCOMPARE(marked("重庆市渝中区解放碑", "jfb"), QStringLiteral("重庆市渝中区[解放碑]"));
    QCOMPARE(marked("A级店", "a级"), QStringLiteral("[A级]店"));
    QCOMPARE(marked("𠮷野家饭店", "yj"), QStringLiteral("𠮷[野家]饭店"));
    QCOMPARE(marked("便利店", "没有"), QStringLiteral("便利店"));
    QCOMPARE(marked("门店号：1（ＡＢ）", "号:1 ab"), QStringLiteral("门店[号：1]（[ＡＢ]）"));
    QCOMPARE(marked("门店号:1", "号：１"), QStringLiteral("门店[号:1]"));
}

void TestCatalogue::exactNames()
{
    std::vector<CatalogueEntry> entries{entryOf("1", "K1", "街坊生鲜"), entryOf("2", "K2", "街坊生鲜"),
                                        entryOf("3", "1", "别的")};
    entries[0].sourceCode = "EXT-9";
    const EntryList list = listOf(entries);
    const auto all = list.named({"K2", "街坊生鲜", "EXT-9", "1", "没有", "k2", ""});
    QCOMPARE(all[0].size(), std::size_t(1));
    QCOMPARE(list.id(all[0].front()), std::string_view("2"));
    QCOMPARE(all[1].size(), std::size_t(2));
    QCOMPARE(all[2].size(), std::size_t(1));
    QCOMPARE(all[3].size(), std::size_t(2)); // an id here, a code there
    QVERIFY(all[4].empty());
    QVERIFY(all[5].empty()); // codes are told apart by case
    QVERIFY(all[6].empty());
    QCOMPARE(list.named({"1"}, SelectBy::Id)[0].size(), std::size_t(1));
}

/// The quick search finds what looking at each entry by itself finds.
void TestCatalogue::againstOneByOne()
{
    const std::vector<std::string> pieces{"重庆", "市", "渝中", "区", "便利", "店",
                                          "A",    "b",  "7",    "（", "厦门", "女"};
    std::uint32_t state = 7;
    const auto next = [&state](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    std::vector<CatalogueEntry> entries;
    for (int i = 0; i < 500; ++i) {
        std::string name;
        for (std::uint32_t k = next(6); k-- > 0;)
            name += pieces[next(static_cast<std::uint32_t>(pieces.size()))];
        entries.push_back(entryOf(std::to_string(1000 + i), "C" + std::to_string(next(300)), name));
    }
    const EntryList all = listOf(entries);
    for (const char* text : {"重庆", "c", "cq", "bld", "a", "7", "c1", "10", "便利店A", "便利店ａ", "nv",
                             "渝中 bl", "区便", "xm重"}) {
        std::set<std::string_view> oneByOne;
        for (const CatalogueEntry& entry : entries) {
            if (!search(listOf({entry}), QString::fromUtf8(text), goesOn).empty())
                oneByOne.insert(entry.id);
        }
        std::set<std::string_view> together;
        for (const std::uint32_t entry : search(all, QString::fromUtf8(text), goesOn))
            together.insert(all.id(entry));
        QVERIFY2(oneByOne == together, text);
    }
}

/// So many that threads share them: each is looked at, and the shortcuts pass over none that sounds alike.
void TestCatalogue::manyInThreads()
{
    const std::vector<std::string> pieces{"重庆", "长", "女", "呣", "便利店", "a", "7", "厦门", "绿", "县"};
    std::vector<CatalogueEntry> entries;
    for (std::uint32_t i = 0; i < 70'000; ++i)
        entries.push_back(entryOf(std::to_string(1'000'000 + i), {},
                                  pieces[i % 10] + pieces[(i / 10) % 10] + pieces[(i / 100) % 10]));
    const EntryList all = listOf(entries);
    for (const char* text : {"cq", "zhang", "nv", "m", "hm", "c", "lvx", "xm", "bld7", "q7", "bianlidian"}) {
        std::size_t wanted = 0;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            std::vector<Sound> sounds;
            appendSounds(sounds, all.name(i));
            bool fits = all.id(i).find(text) != std::string_view::npos;
            for (std::size_t at = 0; at < sounds.size() && !fits; ++at)
                fits = soundsNamed(std::span(sounds).subspan(at), text) > 0 && canBegin(sounds[at], *text);
            wanted += fits ? 1 : 0;
        }
        const auto found = search(all, QString::fromUtf8(text), goesOn);
        QCOMPARE(found.size(), wanted);
        QCOMPARE(std::set<std::uint32_t>(found.begin(), found.end()).size(), wanted);
    }
    // A rare text, a frequent one, and two words.
    QCOMPARE(search(all, QStringLiteral("1069999"), goesOn).size(), std::size_t(1));
    QCOMPARE(search(all, QStringLiteral("便利店便利店便利店"), goesOn).size(), std::size_t(70));
    QCOMPARE(search(all, QStringLiteral("重庆 cq"), goesOn).size(),
             search(all, QStringLiteral("重庆"), goesOn).size());
}

/// Names that could be read in very many ways, and texts that are no UTF-8, end soon.
void TestCatalogue::hostileNames()
{
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += "阿啊长重"; // readings that begin alike
    const EntryList list =
        listOf({entryOf("1", "", many), entryOf("2", "", "\xE9\x87"), entryOf("3", "", "\xFF\x80")});
    QVERIFY(search(list, QString(60, QLatin1Char('a')) + QLatin1Char('x'), goesOn).empty());
    QCOMPARE(search(list, QStringLiteral("aa"), goesOn).size(), std::size_t(1));
    QVERIFY(search(EntryList(), QStringLiteral("a"), goesOn).empty());
    QVERIFY(search(listOf({}), QStringLiteral("a"), goesOn).empty());
}

void TestCatalogue::news()
{
    CatalogueNews first;
    SaleRule rule;
    rule.fields.push_back({"dept_id", "部门", "11", "HD", "华东"});
    rule.fields.push_back({"type_id", "客户类型", "21,22", "", "便利店,超市"});
    rule.fields.push_back({"customer_level", "客户级别", "51,52", "", "A,B,C"}); // cannot be told apart
    rule.fields.push_back({"strange", "奇怪", "1", "", "x"});
    rule.products.push_back({"31", "SP1", "乌龙茶", {}, {}, false, false});
    rule.customers.push_back({"41", "K1", "好邻居"});
    first.add(rule);
    auto catalogue = Catalogue().with(first);
    QCOMPARE(catalogue->of(Dimension::Department).size(), std::size_t(1));
    QCOMPARE(catalogue->of(Dimension::CustomerType).size(), std::size_t(2));
    QCOMPARE(catalogue->of(Dimension::CustomerType).name(1), std::string_view("超市"));
    QCOMPARE(catalogue->of(Dimension::CustomerLevel).size(), std::size_t(0));
    QCOMPARE(catalogue->of(EntryKind::Product).size(), std::size_t(1));
    QCOMPARE(catalogue->of(EntryKind::Customer).name(0), std::string_view("好邻居"));

    CatalogueNews hostile;
    hostile.add(EntryKind::Product, {"3\x1f"
                                     "1",
                                     "",
                                     "",
                                     "x",
                                     {},
                                     EntryOrigin::Rules});
    hostile.add(EntryKind::Product, {"", "", "", "x", {}, EntryOrigin::Rules});
    QVERIFY(hostile.isEmpty());

    // News of what is known already make nothing new.
    ChangedEntries changed;
    const auto isNothing = [](const std::vector<std::uint32_t>& places) { return places.empty(); };
    const auto same = catalogue->with(first, &changed);
    QCOMPARE(same->list(EntryKind::Product), catalogue->list(EntryKind::Product));
    QVERIFY(std::all_of(changed.begin(), changed.end(), isNothing));

    // A campaign tells the external id; what it leaves empty stays.
    Campaign campaign;
    campaign.sourceCode = "HD-1";
    campaign.code = "A1";
    campaign.name = "双十二";
    campaign.covered.push_back({"41", "", "好邻居便利", "EXT41", {}});
    CatalogueNews second;
    second.add(campaign);
    catalogue = catalogue->with(second, &changed);
    const CatalogueEntry customer = catalogue->of(EntryKind::Customer).entry(0);
    QCOMPARE(customer.code, std::string("K1"));
    QCOMPARE(customer.sourceCode, std::string("EXT41"));
    QCOMPARE(customer.name, std::string("好邻居便利"));
    QCOMPARE(changed.at(static_cast<std::size_t>(EntryKind::Customer)), std::vector<std::uint32_t>{0});
    QCOMPARE(catalogue->of(EntryKind::Campaign).id(0), std::string_view("HD-1"));
    QCOMPARE(catalogue->of(EntryKind::Customer).withId("41"), std::optional<std::uint32_t>(0));
    QVERIFY(!catalogue->of(EntryKind::Customer).withId("4").has_value());
}

namespace {

/// What becomes of entries when news come one by one.
class OneByOne
{
public:
    explicit OneByOne(std::vector<CatalogueEntry> entries) : m_all(std::move(entries)) {}
    void take(const CatalogueEntry& news, bool isNameFree)
    {
        const auto withId = [&](const std::string& id) {
            return std::find_if(m_all.begin(), m_all.end(),
                                [&](const CatalogueEntry& one) { return one.id == id; });
        };
        auto found = withId(news.id);
        if (found == m_all.end() && news.id[0] != '#') {
            const auto madeUp = [&](const std::string& text, auto isIt) {
                const auto at = text.empty() ? m_all.end() : withId('#' + text);
                if (found == m_all.end() && at != m_all.end() && at->origin == EntryOrigin::ReferenceList &&
                    isIt(*at))
                    found = at;
            };
            madeUp(news.code, [&](const CatalogueEntry& one) { return one.code == news.code; });
            madeUp(news.sourceCode,
                   [&](const CatalogueEntry& one) { return one.sourceCode == news.sourceCode; });
            madeUp(news.name, [&](const CatalogueEntry& one) {
                return one.name == news.name && one.code.empty() && one.sourceCode.empty() && isNameFree;
            });
            if (found != m_all.end())
                found->id = news.id;
        }
        if (found == m_all.end())
            m_all.push_back(news);
        else
            mergeEntry(*found, news);
    }
    std::vector<CatalogueEntry> inOrder() const
    {
        std::vector<CatalogueEntry> all = m_all;
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::tie(a.code, a.id) < std::tie(b.code, b.id);
        });
        return all;
    }

private:
    std::vector<CatalogueEntry> m_all;
};

} // namespace

/// News of many entries at once leave what they would leave one by one; found by id, and in order.
void TestCatalogue::joinedLikeOneByOne()
{
    std::mt19937 random(20261201);
    const auto any = [&random](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    const auto text = [&](const char* prefix, int kinds) {
        return any(3) == 0 ? std::string() : prefix + std::to_string(any(kinds));
    };
    for (int round = 0; round < 300; ++round) {
        const int kinds = 3 + any(20);
        const auto some = [&](int most) {
            std::vector<CatalogueEntry> entries;
            std::set<std::string> ids;
            for (int i = any(most); i > 0; --i) {
                CatalogueEntry entry{{}, text("K", kinds), text("X", kinds), text("甲", kinds), {}, {}};
                const bool isListed = any(3) == 0;
                entry.origin = isListed ? EntryOrigin::ReferenceList : EntryOrigin::Campaigns;
                const std::string label = !entry.code.empty()         ? entry.code
                                          : !entry.sourceCode.empty() ? entry.sourceCode
                                                                      : entry.name;
                entry.id =
                    isListed && any(2) == 0 && !label.empty() ? '#' + label : std::to_string(any(kinds));
                if (any(4) == 0)
                    entry.attributes[any(2) == 0 ? "level" : "area"] = text("A", 3);
                if (ids.insert(entry.id).second)
                    entries.push_back(std::move(entry));
            }
            return entries;
        };
        const EntryList earlier(EntryList(), some(40));
        std::vector<CatalogueEntry> known;
        for (std::uint32_t i = 0; i < earlier.size(); ++i)
            known.push_back(earlier.entry(i));
        const std::vector<CatalogueEntry> news = some(40);
        const auto bearers = [&](const std::string& name) {
            std::set<std::string> ids;
            for (const auto* entries : {&std::as_const(known), &news}) {
                for (const CatalogueEntry& one : *entries) {
                    if (one.name == name && one.id[0] != '#')
                        ids.insert(one.id);
                }
            }
            return ids.size();
        };
        OneByOne expected(known);
        for (const CatalogueEntry& one : news)
            expected.take(one, bearers(one.name) == 1);
        const EntryList joined(earlier, news);
        const std::vector<CatalogueEntry> wanted = expected.inOrder();
        QCOMPARE(joined.size(), wanted.size());
        for (std::uint32_t i = 0; i < joined.size(); ++i) {
            CatalogueEntry entry = wanted[i];
            std::erase_if(entry.attributes, [](const auto& attribute) { return attribute.second.empty(); });
            QCOMPARE(joined.entry(i), entry);
            QCOMPARE(joined.withId(entry.id), std::optional(i));
            QCOMPARE(search(joined, toQString(entry.id), goesOn).empty(), false);
        }
    }
}

void TestCatalogue::attributes()
{
    std::vector<CatalogueEntry> entries{entryOf("1", "K1", "甲"), entryOf("2", "K2", "乙"),
                                        entryOf("3", "K3", "丙")};
    entries[0].attributes = {{"level", "A级"}, {"片区", "东"}};
    entries[2].attributes = {{"level", "A级"}, {"片区", ""}};
    const EntryList list = listOf(entries);
    QCOMPARE(list.attributes().size(), std::size_t(2));
    QCOMPARE(list.attribute(0, "level"), std::string_view("A级"));
    QCOMPARE(list.attribute(1, "level"), std::string_view());
    QCOMPARE(list.attribute(2, "片区"), std::string_view());
    QCOMPARE(list.attributes().front().counts, std::vector<std::int64_t>{2});
    QCOMPARE(list.entry(0), entries[0]);
}

void TestCatalogue::file()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalogue.db"));
    const QString scope = QStringLiteral("https://a|1");
    CatalogueEntry entry{"1", "K1", "EXT1", "好邻居", {{"level", "A级"}}, EntryOrigin::ReferenceList};
    {
        auto file = CatalogueFile::open(path);
        QVERIFY(file.has_value());
        QVERIFY(file->put(scope, EntryKind::Customer, {entry, entryOf("2", "", "")}).has_value());
        QVERIFY(file->put(QStringLiteral("other"), EntryKind::Customer, {entryOf("9", "", "")}).has_value());
    }
    auto file = CatalogueFile::open(path);
    QVERIFY(file.has_value());
    const auto load = [&] {
        std::vector<CatalogueEntry> entries;
        const auto loaded = file->load(scope, [&](EntryKind kind, CatalogueEntry read) {
            if (kind == EntryKind::Customer)
                entries.push_back(std::move(read));
        });
        return loaded ? entries : std::vector<CatalogueEntry>();
    };
    QCOMPARE(load(), (std::vector<CatalogueEntry>{entry, entryOf("2", "", "")}));
    QVERIFY(file->lastSeen(scope, EntryKind::Customer)->isValid());
    QVERIFY(!file->lastSeen(scope, EntryKind::Product)->isValid());
    Database::setFaultInjector([] { return true; });
    const auto failed = file->put(scope, EntryKind::Customer, {entryOf("3", "", "")});
    Database::setFaultInjector({});
    QCOMPARE(failed.error().kind, ErrorKind::Storage);
    QCOMPARE(load().size(), std::size_t(2));
    QVERIFY(file->seen(scope, EntryKind::Customer, entry.id)->isValid());
    QVERIFY(!file->seen(scope, EntryKind::Customer, "no such id")->isValid());
    // What goes, what was seen and what is new: all of it or nothing.
    const CatalogueFile::Change change{
        1, [](std::size_t) { return entryOf("9", "", ""); }, {entry.id}, {"2"}};
    Database::setFaultInjector([] { return true; });
    QVERIFY(!file->apply(scope, EntryKind::Customer, change).has_value());
    Database::setFaultInjector({});
    QCOMPARE(load().size(), std::size_t(2));
    QVERIFY(file->apply(scope, EntryKind::Customer, change).has_value());
    QCOMPARE(load(), (std::vector<CatalogueEntry>{entry, entryOf("9", "", "")}));
}

/// Two programs teach one file: what one of them does not know is no reason to forget it.
void TestCatalogue::learned()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalogue.db"));
    const QString scope = QStringLiteral("https://a|1");
    auto file = CatalogueFile::open(path);
    auto other = CatalogueFile::open(path);
    QVERIFY(file && other);
    const CatalogueEntry listed{"1", "K1", "EXT1", "old", {{"level", "A级"}}, EntryOrigin::ReferenceList};
    QVERIFY(file->put(scope, EntryKind::Customer, {listed, entryOf("2", "K2", "二")}).has_value());
    const auto learn = [&](CatalogueFile& by, const CatalogueEntry& put,
                           std::unordered_map<std::string, CatalogueEntry> told) {
        CatalogueFile::Change change{1, [&put](std::size_t) { return put; }, {put.id}, {}};
        change.told = std::move(told);
        return by.learn(scope, EntryKind::Customer, change).has_value();
    };
    const auto find = [&](const char* id) {
        const auto found = file->find(scope, EntryKind::Customer, {id});
        return found && found->size() == 1 ? found->front() : CatalogueEntry();
    };
    // A rule names it: the name is newer, the rest stays.
    QVERIFY(learn(*other, entryOf("1", "K1", "new"), {}));
    QCOMPARE(find("1"), (CatalogueEntry{"1", "K1", "EXT1", "new", {{"level", "A级"}}, EntryOrigin::Rules}));
    // A list changed an attribute meanwhile: what was read of the customer does not bring the old one back.
    CatalogueEntry moved = find("1");
    moved.attributes["level"] = "B级";
    QVERIFY(file->put(scope, EntryKind::Customer, {moved}).has_value());
    CatalogueEntry asKnown = listed; // by the program that was not told
    asKnown.name = "newest";
    QVERIFY(learn(*other, asKnown, {{"1", entryOf("1", "K1", "newest")}}));
    QCOMPARE(find("1").name, std::string("newest"));
    QCOMPARE(find("1").attributes.at("level"), std::string("B级"));
    QCOMPARE(find("2"), entryOf("2", "K2", "二"));
    // More than one statement takes.
    std::vector<CatalogueEntry> many;
    std::vector<std::string> ids;
    for (int i = 100; i < 1700; ++i) {
        many.push_back(entryOf(std::to_string(i), "", "n"));
        ids.push_back(std::to_string(i));
    }
    const CatalogueFile::Change all{many.size(), [&many](std::size_t i) { return many[i]; }, {}, {}};
    QVERIFY(file->learn(scope, EntryKind::Customer, all).has_value());
    QVERIFY(file->learn(scope, EntryKind::Customer, all).has_value());
    QCOMPARE(file->find(scope, EntryKind::Customer, ids)->size(), many.size());
    QVERIFY(file->find(scope, EntryKind::Customer, {"99"})->empty());
    QVERIFY(file->find(scope, EntryKind::Product, {"1"})->empty());
    // All of it or nothing.
    Database::setFaultInjector([] { return true; });
    QVERIFY(!learn(*file, entryOf("1", "K1", "lost"), {}));
    Database::setFaultInjector({});
    QCOMPARE(find("1").name, std::string("newest"));
    // Where a list told no id, all are needed to know which it is.
    QVERIFY(file->put(scope, EntryKind::Customer,
                      {{"#K9", "K9", {}, "九", {{"level", "C级"}}, EntryOrigin::ReferenceList}})
                .has_value());
    QCOMPARE(file->find(scope, EntryKind::Customer, {"1"})->size(), many.size() + 3);
}

void TestCatalogue::damagedFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("catalogue.db"));
    QFile bad(path);
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(QByteArray(4096, 'x'));
    bad.close();
    auto file = CatalogueFile::open(path);
    QVERIFY(file.has_value());
    QVERIFY(!file->setAside().isEmpty()); // it can be read again from the server
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
