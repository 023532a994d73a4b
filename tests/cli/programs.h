// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

// The real programs, as processes.
namespace rangedesk::tests {

/// What a finished run of rangedesk-cli left.
struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    qint64 count(const char* name) const { return json()[QLatin1String(name)].toInteger(-1); }
};

/// A running rangedesk-demo.
class DemoProgram
{
public:
    bool start(const QStringList& arguments = {})
    {
        m_process.start(QStringLiteral(DEMO_PROGRAM), arguments);
        while (m_process.waitForReadyRead(patience)) {
            m_lines += m_process.readAllStandardOutput();
            if (m_lines.contains("appkey "))
                return true;
        }
        return false;
    }
    ~DemoProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString value(const char* name) const
    {
        for (const QByteArray& line : m_lines.split('\n')) {
            if (line.startsWith(QByteArray(name) + ' '))
                return QString::fromUtf8(line.mid(qstrlen(name) + 1).trimmed());
        }
        return {};
    }
    QString baseUrl() const { return value("base-url"); }
    quint16 port() const { return static_cast<quint16>(baseUrl().section(QLatin1Char(':'), 2).toUInt()); }

    QByteArray get(const QByteArray& path, const QByteArray& body = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port());
        if (!socket.waitForConnected(patience))
            return {};
        socket.write("POST " + path + " HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
        QByteArray reply;
        qsizetype expected = -1;
        while (expected < 0 || reply.size() < expected) {
            if (!socket.waitForReadyRead(patience))
                return {};
            reply += socket.readAll();
            const qsizetype end = reply.indexOf("\r\n\r\n");
            const qsizetype at = reply.indexOf("Content-Length: ");
            if (end > 0 && at > 0)
                expected = end + 4 + reply.mid(at + 16, reply.indexOf('\r', at) - at - 16).toLongLong();
        }
        return reply.mid(reply.indexOf("\r\n\r\n") + 4);
    }
    QByteArray set(const QByteArray& assignment) const { return get("/_demo/set", assignment); }

private:
    QProcess m_process;
    QByteArray m_lines;
};

/// A user's place: a data folder, and the command line against one server.
class Desk
{
public:
    explicit Desk(const DemoProgram* demo = nullptr) : m_demo(demo) {}

    QStringList arguments(const QStringList& command) const
    {
        QStringList all{QStringLiteral("--json"), QStringLiteral("--rate"), QStringLiteral("0"),
                        QStringLiteral("--data-dir"), data()};
        if (m_demo != nullptr)
            all << QStringLiteral("--base-url") << m_demo->baseUrl() << QStringLiteral("--openid")
                << m_demo->value("openid");
        return all + command;
    }
    void prepare(QProcess& process, const QStringList& command) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RANGEDESK_APPKEY"), key);
        environment.insert(QStringLiteral("RANGEDESK_LANG"), QStringLiteral("en"));
        process.setProcessEnvironment(environment);
        process.setProgram(QStringLiteral(CLI_PROGRAM));
        process.setArguments(arguments(command));
    }
    Run run(const QStringList& command, int mostTime = 300000) const
    {
        QProcess process;
        prepare(process, command);
        process.start();
        process.waitForFinished(mostTime);
        const Run run{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                      process.readAllStandardOutput(), process.readAllStandardError()};
        if (run.exitCode != 0) // shown when the test fails: what the program said is the first question
            qDebug("%s: exit %d, %s", qPrintable(command.join(QLatin1Char(' '))), run.exitCode,
                   run.err.constData());
        return run;
    }
    /// What people read, where `run` gets what scripts do.
    Run runInWords(const QStringList& command) const
    {
        QProcess process;
        prepare(process, command);
        process.setArguments(arguments(command).mid(1)); // without --json
        process.start();
        process.waitForFinished(300000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Run import(const QString& file, const QStringList& more = {QStringLiteral("--apply")}) const
    {
        return run(QStringList{QStringLiteral("import"), file, QStringLiteral("--kind"),
                               QStringLiteral("range-products")} +
                   more);
    }
    QString data() const { return folder.filePath(QStringLiteral("data")); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    QTemporaryDir folder;
    QString key = QStringLiteral("rangedesk4demo0key");

private:
    const DemoProgram* m_demo;
};

} // namespace rangedesk::tests
