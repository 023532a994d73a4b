// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openapi/decode.h"

#include <QCoreApplication>

namespace rangedesk {

struct DecodeText
{
    Q_DECLARE_TR_FUNCTIONS(DecodeText)
};

/// Refused where the code says so, Malformed where the msg_id is another's.
inline Result<Envelope> checkedEnvelope(Operation operation, Result<Envelope> envelope,
                                        std::string_view msgId)
{
    if (!envelope)
        return envelope;
    if (!msgId.empty() && envelope->msgId && !envelope->msgId->empty() && *envelope->msgId != msgId)
        return tl::unexpected(malformed(
            operation, DecodeText::tr("it answers another request (msg_id differs)."), *envelope->msgId));
    return envelope;
}

/// Reads @p body into the list of a sink that is made from the list's items. A sink that has texts of its own
/// (`makeTexts`) keeps those, and the body goes.
template <typename Sink, typename Item>
Result<Decoded<Item>> decodeList(Operation operation, std::string body, std::string_view msgId)
{
    Decoded<Item> list;
    const auto text = std::make_shared<std::string>(std::move(body));
    Sink sink(list.items);
    TextOwner kept = text;
    if constexpr (requires { sink.makeTexts(text->size()); })
        kept = sink.makeTexts(text->size());
    auto envelope = checkedEnvelope(operation, readReply(operation, *text, &sink), msgId);
    if (!envelope)
        return tl::unexpected(envelope.error());
    if (!envelope->isSuccess())
        return tl::unexpected(refusal(operation, *envelope));
    list.text = std::move(kept);
    return list;
}

} // namespace rangedesk
