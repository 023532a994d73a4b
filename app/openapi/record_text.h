// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

#include <functional>
#include <span>
#include <string>

// Records in the shape of the vendor's replies, for keeping what was read: the decoders take them back.
namespace rangedesk {

/// Gets a text part by part: a campaign can have as many customers as the company.
using TextSink = std::function<void(std::string_view)>;

/// One record of operation 5 or 6, as JSON. What is empty is left out.
void writeRecord(const SaleRule& rule, const TextSink& sink);
/// One record of operation 3.
void writeRecord(const Campaign& campaign, const TextSink& sink);
template <typename T> std::string recordText(const T& record)
{
    std::string text;
    writeRecord(record, [&text](std::string_view part) { text += part; });
    return text;
}

/// A reply of success, made of records one by one.
class ReplyText
{
public:
    void add(const std::string& record);
    std::size_t size() const { return m_text.size(); }
    /// The reply; then there are no records any more.
    std::string take();

private:
    std::string m_text;
};
std::string replyOf(std::span<const std::string> records);

} // namespace rangedesk
