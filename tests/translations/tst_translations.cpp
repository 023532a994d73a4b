// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese texts are complete, keep their placeholders, and match the sources.
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString source;
    QString translation;
    QString type;
};

QList<Message> messages(const QString& path)
{
    QList<Message> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("message"))
            all.append(Message{});
        else if (xml.name() == QLatin1String("source"))
            all.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            all.last().type = xml.attributes().value(QLatin1String("type")).toString();
            all.last().translation = xml.readElementText();
        }
    }
    return all;
}

QSet<QString> placeholders(const QString& text)
{
    QSet<QString> found;
    QRegularExpressionMatchIterator matches = QRegularExpression(QStringLiteral("%\\d")).globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

const QString catalogue = QStringLiteral(PROJECT_DIR "/translations/rangedesk_zh_CN.ts");

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void complete();
    void upToDate();
};

void TestTranslations::complete()
{
    const QList<Message> all = messages(catalogue);
    QVERIFY(all.size() > 200);
    const QRegularExpression letter(QStringLiteral("[A-Za-z]"));
    const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    for (const Message& message : all) {
        // Signs that only join other texts have no words to translate.
        const bool hasWords =
            QString(message.source).remove(QRegularExpression(QStringLiteral("%\\d"))).contains(letter);
        QVERIFY2(message.type.isEmpty(), qPrintable(message.source));
        QVERIFY2(!hasWords || message.translation.contains(chinese), qPrintable(message.source));
        QVERIFY2(placeholders(message.source) == placeholders(message.translation),
                 qPrintable(message.source));
    }
}

void TestTranslations::upToDate()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.ts"));
    QVERIFY(QFile::copy(catalogue, copy));
    // The headers tell the full names of classes, under which their texts are looked up.
    QStringList arguments{QStringLiteral("-I" PROJECT_DIR "/app"),
                          QStringLiteral("-I" PROJECT_DIR "/ui"),
                          QStringLiteral("-no-obsolete"),
                          QStringLiteral("-locations"),
                          QStringLiteral("none"),
                          QStringLiteral("-silent")};
    for (const char* room : {"/app", "/ui"}) {
        QDirIterator files(QStringLiteral(PROJECT_DIR) + QLatin1String(room),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            arguments << files.next();
    }
    arguments << QStringLiteral("-ts") << copy;
    QProcess lupdate;
    lupdate.start(QStringLiteral(LUPDATE_PROGRAM), arguments);
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Message> fresh = messages(copy);
    for (const Message& message : fresh)
        QVERIFY2(message.type.isEmpty(), qPrintable(message.source)); // run the target update-translations
    QCOMPARE(fresh.size(), messages(catalogue).size());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
