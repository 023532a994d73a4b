// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_server.h"

#include "demo/demo_http.h"
#include "demo/demo_operations.h"

namespace rangedesk::demo {

DemoServer::DemoServer(DemoData data)
    : m_operations(std::make_unique<Operations>(std::move(data))), m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("demo-server"));
    m_thread.start();
}

DemoServer::~DemoServer()
{
    QMetaObject::invokeMethod(
        m_context, [this] { delete m_http; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

bool DemoServer::start(quint16 port, const QString& stateFile,
                       const std::function<QTcpServer*()>& makeListener)
{
    bool started = false;
    QMetaObject::invokeMethod(
        m_context,
        [&] {
            if (!stateFile.isEmpty() && !m_operations->keepIn(stateFile))
                return;
            m_http = new HttpServer(*m_operations, makeListener ? makeListener() : new QTcpServer);
            started = m_http->listen(port);
            m_port = m_http->port();
        },
        Qt::BlockingQueuedConnection);
    return started;
}

QString DemoServer::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

std::string DemoServer::openid()
{
    return demoOpenid;
}

std::string DemoServer::key()
{
    return demoKey;
}

std::string DemoServer::control(const std::string& path, const QByteArray& body)
{
    Answer answer;
    QMetaObject::invokeMethod(
        m_context, [&] { answer = m_operations->control(path, body); }, Qt::BlockingQueuedConnection);
    return (answer.httpStatus == 200 ? answer.body : "error " + answer.body).toStdString();
}

bool DemoServer::set(const std::string& assignment)
{
    return control("/_demo/set", QByteArray::fromStdString(assignment)).empty();
}

std::string DemoServer::state()
{
    return control("/_demo/state", {});
}

std::string DemoServer::campaigns()
{
    return control("/_demo/campaigns", {});
}

std::string DemoServer::log()
{
    return control("/_demo/log", {});
}

std::string DemoServer::figures()
{
    return control("/_demo/figures", {});
}

std::string DemoServer::edit(const std::string& operation, const std::string& body)
{
    return control("/_demo/edit", QByteArray::fromStdString(operation + '\n' + body));
}

} // namespace rangedesk::demo
