// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

// Real programs as servers: `openssl s_server` with certificates of every fault, and tinyproxy.
namespace rangedesk::tests {

/// A port that was free a moment ago.
inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

/// A program that listens on a port of this computer.
class Listening
{
public:
    ~Listening()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }
    bool start(const QString& program, const QStringList& arguments, quint16 port)
    {
        m_port = port;
        m_process.start(program, arguments);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20000) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (socket.waitForConnected(500))
                return true;
            QTest::qWait(50);
        }
        return false;
    }

protected:
    QProcess m_process;

private:
    quint16 m_port = 0;
};

/// An authority of our own and the certificates that it signed, made by the openssl program.
class Authority
{
public:
    bool make()
    {
        QFile config(path("ca.cnf"));
        QFile index(path("index.txt"));
        if (!config.open(QIODevice::WriteOnly) || !index.open(QIODevice::WriteOnly))
            return false;
        config.write("[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\ncertificate=ca.pem\n"
                     "private_key=ca.key\ndefault_md=sha256\npolicy=p\nunique_subject=no\n"
                     "copy_extensions=copy\nrand_serial=yes\n[p]\ncommonName=supplied\n");
        config.close();
        return openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -keyout ca.key -out ca.pem -subj",
                       QStringLiteral("/CN=Quanling Test CA"));
    }
    QString path(const char* file) const { return m_folder.filePath(QLatin1String(file)); }
    QString folder() const { return m_folder.path(); }
    QByteArray pem(const char* file) const
    {
        QFile read(path(file));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    /// Signs NAME.pem with the key NAME.key. Times as yyyyMMddHHmmssZ; empty for 30 days from now.
    bool sign(const QString& name, const QString& host, const QString& from = {}, const QString& until = {})
    {
        const QString times = from.isEmpty() ? QStringLiteral("-days 30")
                                             : QStringLiteral("-startdate %1 -enddate %2").arg(from, until);
        return openssl(QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=%2 -addext subjectAltName=DNS:%2"
                                      " -keyout %1.key -out %1.csr")
                           .arg(name, host)) &&
               openssl(QStringLiteral("ca -batch -config ca.cnf -notext %2 -in %1.csr -out %1.pem")
                           .arg(name, times));
    }
    bool selfSign(const QString& name, const QString& host)
    {
        return openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%2 -addext"
                                      " subjectAltName=DNS:%2 -keyout %1.key -out %1.pem")
                           .arg(name, host));
    }

private:
    bool openssl(const char* words, const QString& last) const
    {
        return run(QString::fromLatin1(words).split(QLatin1Char(' ')) << last);
    }
    bool openssl(const QString& words) const { return run(words.split(QLatin1Char(' '))); }
    bool run(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        const bool isDone = process.waitForFinished(60000) && process.exitCode() == 0;
        if (!isDone)
            qWarning("%s", process.readAllStandardError().constData());
        return isDone;
    }

    QTemporaryDir m_folder;
};

/// `openssl s_server`, which shows what came through TLS and sends what it is told to.
class SecureServer : public Listening
{
public:
    /// @param name of certificate and key in the authority's folder
    bool serve(const Authority& authority, const QString& name, const QStringList& more = {})
    {
        m_process.setWorkingDirectory(authority.folder());
        const quint16 port = freePort();
        return start(QStringLiteral("openssl"),
                     QStringList{QStringLiteral("s_server"), QStringLiteral("-quiet"),
                                 QStringLiteral("-accept"), QString::number(port), QStringLiteral("-cert"),
                                 name + QStringLiteral(".pem"), QStringLiteral("-key"),
                                 name + QStringLiteral(".key")} +
                         more,
                     port);
    }
    QByteArray received()
    {
        m_received += m_process.readAllStandardOutput();
        return m_received;
    }
    void answer(const QByteArray& body)
    {
        m_process.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                        body);
        m_process.waitForBytesWritten();
    }

private:
    QByteArray m_received;
};

/// tinyproxy, asking for a user and a password where there is one.
class Tinyproxy : public Listening
{
public:
    bool serve(const QString& user = {}, const QString& password = {})
    {
        const quint16 port = freePort();
        QFile config(m_folder.filePath(QStringLiteral("tinyproxy.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write(
            QStringLiteral("Port %1\nListen 127.0.0.1\nTimeout 60\nMaxClients 50\nLogLevel Connect\n"
                           "LogFile \"%2\"\nPidFile \"%3\"\n%4")
                .arg(port)
                .arg(m_folder.filePath(QStringLiteral("log")), m_folder.filePath(QStringLiteral("pid")),
                     user.isEmpty() ? QString() : QStringLiteral("BasicAuth %1 %2\n").arg(user, password))
                .toUtf8());
        config.close();
        return start(QStringLiteral("tinyproxy"),
                     {QStringLiteral("-d"), QStringLiteral("-c"), config.fileName()}, port);
    }
    QByteArray log() const
    {
        QFile file(m_folder.filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace rangedesk::tests
