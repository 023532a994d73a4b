// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/review_marks.h"

#include <array>
#include <memory>

namespace rangedesk {

/// The marks of a review by row. Copies share what is the same in them: one decision among 50,000 copies a
/// few hundred marks, and workers go on reading the former ones.
class MarksByRow
{
public:
    const ReviewMark& at(std::uint32_t row) const
    {
        static const ReviewMark none;
        const std::size_t chunk = row / chunkSize;
        return chunk < m_chunks.size() && m_chunks[chunk] ? (*m_chunks[chunk])[row % chunkSize] : none;
    }

    /// Sets marks one by one; what other copies see stays.
    class Writer
    {
    public:
        explicit Writer(MarksByRow& marks) : m_marks(marks) {}
        void set(std::uint32_t row, ReviewMark mark)
        {
            const std::size_t chunk = row / chunkSize;
            if (chunk >= m_own.size())
                m_own.resize(chunk + 1);
            if (m_own[chunk] == nullptr)
                m_own[chunk] = m_marks.own(chunk);
            (*m_own[chunk])[row % chunkSize] = std::move(mark);
        }

    private:
        MarksByRow& m_marks;
        std::vector<std::array<ReviewMark, 256>*> m_own;
    };

private:
    static constexpr std::size_t chunkSize = 256;
    using Chunk = std::array<ReviewMark, chunkSize>;

    Chunk* own(std::size_t chunk)
    {
        if (chunk >= m_chunks.size())
            m_chunks.resize(chunk + 1);
        auto copy = m_chunks[chunk] ? std::make_shared<Chunk>(*m_chunks[chunk]) : std::make_shared<Chunk>();
        m_chunks[chunk] = copy;
        return copy.get();
    }

    std::vector<std::shared_ptr<const Chunk>> m_chunks;
};

} // namespace rangedesk
