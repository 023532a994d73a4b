// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi/json_records.h"

namespace rangedesk {

bool RecordReader::open(Where where)
{
    m_stack[m_depth++] = where;
    return true;
}

bool RecordReader::startObject()
{
    const Where where = m_depth == 0 ? Where::Outside : m_stack[m_depth - 1];
    if (m_skipped > 0 || where == Where::Entry)
        return ++m_skipped < maxDepth;
    if (where == Where::Outside || where == Where::Root) {
        m_recordPending = true; // an object without any field is no record
        return open(Where::Record);
    }
    if (where == Where::Record) {
        m_list = m_key; // one object where a list is expected
        m_sink.beginList(m_list);
    }
    m_sink.beginEntry(m_list);
    return open(Where::Entry);
}

bool RecordReader::endObject()
{
    if (m_skipped > 0) {
        --m_skipped;
        return true;
    }
    if (m_stack[--m_depth] != Where::Record || m_recordPending)
        return true;
    return m_sink.endRecord();
}

bool RecordReader::startArray()
{
    const Where where = m_depth == 0 ? Where::Outside : m_stack[m_depth - 1];
    if (m_skipped > 0 || where == Where::Entry)
        return ++m_skipped < maxDepth;
    if (where == Where::Outside)
        return open(Where::Root);
    if (where != Where::Record)
        return false; // a list within a list
    m_list = m_key;
    m_sink.beginList(m_list);
    return open(Where::List);
}

bool RecordReader::endArray()
{
    if (m_skipped > 0)
        --m_skipped;
    else
        --m_depth;
    return true;
}

bool RecordReader::value(std::string_view text)
{
    if (m_skipped > 0)
        return true;
    const Where where = m_depth == 0 ? Where::Outside : m_stack[m_depth - 1];
    if (where == Where::Record) {
        const bool fits = m_sink.recordField(m_key, text);
        if (!fits)
            m_misplaced = {m_key, text};
        return fits;
    }
    if (where == Where::List)
        m_misplaced = {m_list, text};
    if (where != Where::Entry)
        return false; // a bare value where a record or an entry is expected
    m_sink.entryField(m_key, text);
    return true;
}

} // namespace rangedesk
