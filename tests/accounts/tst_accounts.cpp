// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/profile_store.h"
#include "store/data_directory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rangedesk;

namespace {

Profile profileNamed(const QString& name)
{
    Profile profile = ProfileStore({}).fresh();
    profile.name = name;
    profile.openid = QStringLiteral("8931604275518230641");
    profile.baseUrl = QUrl(QStringLiteral("https://openapi.quanling.example/"));
    return profile;
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comeBackAsKept();
    void refusals_data();
    void refusals();
    void keys();
    void sameNameTwice();
    void damagedList();
    void removedWithItsData();
    void exportHasNoSecret();
};

void TestAccounts::comeBackAsKept()
{
    const QTemporaryDir folder;
    ProfileStore store(folder.path());
    QVERIFY(store.all()->empty());
    Profile profile = profileNamed(QString::fromUtf8("  泉岭食品-正式 "));
    profile.ceiling = {120, 7};
    profile.openMinutes = 15;
    const Profile kept = store.keep(profile).value();
    QCOMPARE(kept.name, QString::fromUtf8("泉岭食品-正式"));
    QCOMPARE(kept.baseUrl, QUrl(QStringLiteral("https://openapi.quanling.example")));
    const Profile read = ProfileStore(folder.path()).named(QString::fromUtf8("泉岭食品-正式")).value();
    QCOMPARE(toJson(read), toJson(kept));
    QCOMPARE(read.ceiling.requests, 120);
    QVERIFY(read.startsLocked); // production starts locked
    // Kept again: in its place, not a second one.
    profile.name = QStringLiteral("other");
    QVERIFY(store.keep(profile));
    QCOMPARE(store.all()->size(), 1U);
    QCOMPARE(store.named(QStringLiteral("gone")).error().kind, ErrorKind::Usage);
}

void TestAccounts::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("openid");
    QTest::newRow("no name") << "  "
                             << "https://a.example"
                             << "12";
    QTest::newRow("long name") << QString(41, QLatin1Char('x')) << "https://a.example"
                               << "12";
    QTest::newRow("plain HTTP") << "a"
                                << "http://a.example"
                                << "12";
    QTest::newRow("no address") << "a"
                                << ""
                                << "12";
    QTest::newRow("file") << "a"
                          << "file:///etc/passwd"
                          << "12";
    QTest::newRow("openid with letters") << "a"
                                         << "https://a.example"
                                         << "12a";
    QTest::newRow("no openid") << "a"
                               << "https://a.example"
                               << "";
}

void TestAccounts::refusals()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, openid);
    const QTemporaryDir folder;
    ProfileStore store(folder.path());
    Profile profile = profileNamed(name);
    profile.baseUrl = QUrl(address);
    profile.openid = openid;
    QCOMPARE(store.keep(profile).error().kind, ErrorKind::Usage);
    QVERIFY(store.all()->empty());
}

void TestAccounts::keys()
{
    QCOMPARE(checkedKey(QStringLiteral(" abc123 \n"))->reveal(), std::string("abc123"));
    for (const QString& bad : {QString(), QStringLiteral("  "), QStringLiteral("a b"),
                               QString::fromUtf8("密钥"), QString(300, QLatin1Char('a'))}) {
        const auto key = checkedKey(bad);
        QVERIFY(!key);
        if (!bad.trimmed().isEmpty())
            QVERIFY(!key.error().text().contains(bad.trimmed())); // never in an error text
    }
}

void TestAccounts::sameNameTwice()
{
    const QTemporaryDir folder;
    ProfileStore store(folder.path());
    QVERIFY(store.keep(profileNamed(QStringLiteral("Acme"))));
    QCOMPARE(store.keep(profileNamed(QStringLiteral("ACME"))).error().kind, ErrorKind::Usage);
    QCOMPARE(store.all()->size(), 1U);
}

void TestAccounts::damagedList()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profiles.json"));
    const QByteArray broken = R"({"profiles": [{"id": "../../etc", "name": "x", "environment": "test"}]})";
    for (const QByteArray& bytes : {QByteArray("{\"profiles\": ["), QByteArray("\0\1", 2), broken}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        ProfileStore store(folder.path());
        QCOMPARE(store.all().error().kind, ErrorKind::Input);
        QVERIFY(!store.keep(profileNamed(QStringLiteral("new")))); // nothing is written over it
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
}

void TestAccounts::removedWithItsData()
{
    const QTemporaryDir folder;
    ProfileStore store(folder.path());
    const Profile profile = store.keep(profileNamed(QStringLiteral("Acme"))).value();
    const QString data = store.dataFolder(profile);
    {
        DataDirectory inUse = DataDirectory::open(data).value();
        QVERIFY(inUse.lock());
        QCOMPARE(store.remove(profile).error().kind, ErrorKind::Busy);
        QCOMPARE(store.all()->size(), 1U);
    }
    QVERIFY(store.remove(profile));
    QVERIFY(store.all()->empty());
    QVERIFY(!QDir(data).exists());
    QVERIFY(QDir(folder.filePath(QStringLiteral("removed-profiles"))).exists());
    QVERIFY(store.sweep());
    QVERIFY(!QDir(folder.filePath(QStringLiteral("removed-profiles"))).exists());
    QVERIFY(store.sweep()); // nothing to do is as good
}

void TestAccounts::exportHasNoSecret()
{
    const Profile profile = profileNamed(QStringLiteral("Acme"));
    const QByteArray bytes = ProfileStore::exported(profile);
    QVERIFY(!bytes.contains(profile.id.toUtf8()));
    const Profile back = ProfileStore::imported(bytes).value();
    QCOMPARE(back.name, profile.name);
    QVERIFY(back.id != profile.id);
    for (const char* bad : {"", "[]", "{}", "{\"rangedesk-profile\": {\"name\": 3}}"})
        QCOMPARE(ProfileStore::imported(bad).error().kind, ErrorKind::Input);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
