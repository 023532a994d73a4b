// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/settings.h"

#include <QNetworkProxy>

class QNetworkAccessManager;

namespace rangedesk {

/// Makes a manager go through the proxy that the settings ask for. Requests to this computer never go
/// through the system's.
void setUpProxy(QNetworkAccessManager& manager, const ConnectionSettings& settings);

/// Whether the system names the proxy.
bool asksSystem(const ConnectionSettings& settings);
/// The proxy that the system names for the server. It may ask a script of others for seconds: not on the
/// window's thread.
QNetworkProxy systemProxy(const ConnectionSettings& settings);

/// "none", "of the system: proxy.example:8080", for people. May ask the system: not on the window's thread.
QString proxyText(const ConnectionSettings& settings);

} // namespace rangedesk
