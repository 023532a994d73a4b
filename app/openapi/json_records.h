// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace rangedesk {

/// Receives the content of `response_data`: records (the objects of the outer list), their scalar
/// fields, and the entries of their lists. Views point into the reply's bytes.
class RecordSink
{
public:
    RecordSink() = default;
    RecordSink(const RecordSink&) = delete;
    RecordSink& operator=(const RecordSink&) = delete;
    virtual ~RecordSink() = default;

    virtual void beginRecord() = 0;
    /// @returns false where the value cannot stand there: the reply is malformed.
    virtual bool recordField(std::string_view name, std::string_view value) = 0;
    /// A list begins, which may be empty.
    virtual void beginList(std::string_view) {}
    virtual void beginEntry(std::string_view list) = 0;
    /// An entry of which the list says nothing.
    virtual void emptyEntry(std::string_view) {}
    virtual void entryField(std::string_view name, std::string_view value) = 0;
    /// @returns false where something required is missing.
    virtual bool endRecord() = 0;
};

/// Turns JSON events into records. The root is a list of objects or one object; a list is an array
/// of objects or one object. Deeper structures are passed over. No recursion, depth is bounded.
class RecordReader
{
public:
    explicit RecordReader(RecordSink& sink) : m_sink(sink) {}

    bool startObject();
    bool endObject();
    bool startArray();
    bool endArray();
    void key(std::string_view name)
    {
        m_key = name;
        if (std::exchange(m_recordPending, false))
            m_sink.beginRecord();
    }
    /// A string, a number as written, "true" or "false".
    bool value(std::string_view text);
    bool null()
    {
        if (m_skipped == 0 && m_depth > 0 && m_stack[m_depth - 1] == Where::List)
            m_sink.emptyEntry(m_list);
        return true;
    }

    /// Whether a started structure is still open.
    bool isOpen() const { return m_depth > 0; }
    /// The field, or the list, with a value that cannot stand there, and that value; views of the reply.
    const std::pair<std::string_view, std::string_view>& misplaced() const { return m_misplaced; }

private:
    enum class Where : unsigned char { Outside, Root, Record, List, Entry };

    bool open(Where where);

    RecordSink& m_sink;
    std::string_view m_key;
    std::string_view m_list;
    std::pair<std::string_view, std::string_view> m_misplaced;
    static constexpr int maxDepth = 64;
    // The nesting of what is understood; what lies deeper only counts in m_skipped.
    Where m_stack[6] = {};
    int m_depth = 0;
    int m_skipped = 0;
    bool m_recordPending = false;
};

} // namespace rangedesk
