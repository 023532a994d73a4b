// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <cstring>
#include <string>

namespace rangedesk {

/// The body of one POST: sequential and not rewindable, so that QNetworkAccessManager cannot send it
/// a second time when a kept connection closes (measured: with a QByteArray it does, silently).
class UploadDevice : public QIODevice
{
public:
    explicit UploadDevice(std::string body) : m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_at == m_body.size() && QIODevice::atEnd(); }
    qint64 bytesAvailable() const override
    {
        return static_cast<qint64>(m_body.size() - m_at) + QIODevice::bytesAvailable();
    }
    /// Whether the transport has taken any byte: from then on the request may have been applied.
    bool wasRead() const { return m_at > 0; }

protected:
    qint64 readData(char* data, qint64 maxSize) override
    {
        const std::size_t count = std::min(m_body.size() - m_at, static_cast<std::size_t>(maxSize));
        std::memcpy(data, m_body.data() + m_at, count);
        m_at += count;
        return count == 0 && maxSize > 0 ? -1 : static_cast<qint64>(count);
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::string m_body;
    std::size_t m_at = 0;
};

} // namespace rangedesk
