// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace rangedesk {

/// What an error means for the caller. The command line maps each to an exit code.
enum class ErrorKind {
    Usage,       ///< the request itself makes no sense
    Input,       ///< a file or a value from the user cannot be used
    Connection,  ///< the server was not reached, or TLS was refused
    Refused,     ///< the server answered with a well-formed refusal
    Malformed,   ///< the server answered something that is not the documented reply
    Storage,     ///< a local file or database cannot be read or written
    Locked,      ///< the profile's write lock is on, or what is asked for goes beyond what was agreed to
    Busy,        ///< the data directory is in use by another instance
    Interrupted, ///< the user stopped it; it can be resumed
};

/// An error as people read it: what happened (to what), and what to do. Both are translated.
/// Neither holds a secret or an URL (the signature is in it).
struct Error
{
    ErrorKind kind = ErrorKind::Usage;
    QString what;
    QString advice;
    QString serverCode;  ///< of a refusal: `return_code` as the server wrote it
    QString serverWords; ///< of a refusal: `return_msg`, word for word

    /// Both sentences in one line.
    QString text() const { return advice.isEmpty() ? what : what + QLatin1Char(' ') + advice; }
};

template <typename T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, QString what, QString advice = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(what), std::move(advice), {}, {}});
}

} // namespace rangedesk
