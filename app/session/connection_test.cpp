// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connection_test.h"

#include "core/text.h"

#include <QElapsedTimer>

namespace rangedesk {

ConnectionReport testConnection(Connection& connection, const StopFlag& stop)
{
    ConnectionReport report;
    QElapsedTimer timer;
    timer.start();
    const auto list = queryDimensions(connection, {&stop, {}});
    const ConnectionStatus status = connection.status();
    report.refusedCertificate = status.refusedCertificate;
    report.certificate = status.certificate;
    report.took = std::chrono::milliseconds(timer.elapsed());
    if (list) {
        report.isReached = true;
        for (const EnabledDimension& dimension : list->items)
            report.dimensions.emplace_back(toQString(dimension.filterCode), toQString(dimension.filterName));
        return report;
    }
    report.problem = list.error();
    report.isReached = list.error().kind == ErrorKind::Refused || list.error().kind == ErrorKind::Malformed;
    return report;
}

} // namespace rangedesk
