// SPDX-License-Identifier: GPL-3.0-or-later
// rangedesk-demo: the demo server as a program of its own.
#include "demo/demo_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rangedesk-demo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RANGEDESK_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A local server with sample data that answers like the platform's OpenAPI."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption port(QStringLiteral("port"),
                                  QStringLiteral("Port on 127.0.0.1; 0 takes a free one."),
                                  QStringLiteral("number"), QStringLiteral("0"));
    const QCommandLineOption state(QStringLiteral("state"), QStringLiteral("Keep the changes in this file."),
                                   QStringLiteral("file"));
    const QCommandLineOption set(
        QStringLiteral("set"),
        QStringLiteral("Switch something, for tests: latency=20, fault=http500:modifySaleRangePds:1, …"),
        QStringLiteral("name=value"));
    parser.addOptions({port, state, set});
    parser.process(app);

    QTextStream out(stdout);
    QTextStream err(stderr);
    rangedesk::demo::DemoServer server;
    for (const QString& assignment : parser.values(set)) {
        if (!server.set(assignment.toStdString())) {
            err << "rangedesk-demo: unknown switch " << assignment << '\n';
            return 2;
        }
    }
    bool isPort = false;
    const ushort wanted = parser.value(port).toUShort(&isPort);
    if (!isPort || !server.start(wanted, parser.value(state))) {
        err << "rangedesk-demo: the port is taken or not a number, or the state file cannot be used\n";
        return 2;
    }
    out << "base-url " << server.address() << "\nopenid "
        << QString::fromStdString(rangedesk::demo::DemoServer::openid()) << "\nappkey "
        << QString::fromStdString(rangedesk::demo::DemoServer::key()) << '\n';
    out.flush();
    return QCoreApplication::exec();
}
