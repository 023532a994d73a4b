// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/appkey_environment.h"

#include <cstdlib>
#include <cstring>

namespace rangedesk {

AppKey takeKeyFromEnvironment()
{
    char* value = std::getenv("RANGEDESK_APPKEY"); // NOLINT(concurrency-mt-unsafe): the only thread
    if (value == nullptr)
        return {};
    AppKey key{std::string(value)};
    std::memset(value, 0, std::strlen(value));
    qunsetenv("RANGEDESK_APPKEY");
    return key;
}

} // namespace rangedesk
