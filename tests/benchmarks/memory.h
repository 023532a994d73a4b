// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace rangedesk::benchmarks {

/// A line of /proc/self/status in bytes: VmHWM is the peak of resident memory, VmRSS what is resident now.
inline double memoryBytes(const char* name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.split(':').value(1).trimmed().split(' ').value(0).toDouble() * 1024;
    }
    return 0;
}

/// Forgets the peak of resident memory. @returns what is resident now.
inline double resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
    return memoryBytes("VmRSS");
}

} // namespace rangedesk::benchmarks
