// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLibrary>

namespace rangedesk {

/// A library that is loaded when it is first needed, and stays.
class LateLibrary
{
public:
    /// @param name as the linker would have asked for it
    explicit LateLibrary(const QString& name) : m_library(name)
    {
        m_library.setLoadHints(QLibrary::PreventUnloadHint);
    }

    /// @returns false where the library or the function is not there
    template <typename Function> bool find(Function& function, const char* name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        return function != nullptr;
    }

private:
    QLibrary m_library;
};

} // namespace rangedesk
