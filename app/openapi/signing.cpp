// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/signing.h"

#include <QByteArrayView>
#include <QCryptographicHash>
#include <QUuid>

namespace rangedesk {

std::string requestDigest(std::string_view body, std::string_view appkey, std::string_view timestamp)
{
    const auto view = [](std::string_view text) {
        return QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
    };
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(view(body));
    hash.addData(view("|"));
    hash.addData(view(appkey));
    hash.addData(view("|"));
    hash.addData(view(timestamp));
    return hash.result().toHex().toStdString();
}

std::string newMessageId()
{
    return QUuid::createUuid().toString(QUuid::Id128).toStdString();
}

} // namespace rangedesk
