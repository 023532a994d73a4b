// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pasted_model.h"

#include "changes/suggestions.h"
#include "core/id.h"
#include "core/text.h"
#include "models/roles.h"
#include "sheets/csv_writer.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <unordered_set>

namespace rangedesk {

namespace {

struct PastedWords
{
    Q_DECLARE_TR_FUNCTIONS(PastedWords)
};

/// Near misses are looked for in so many texts: it is for slips, not for a list of another company.
constexpr std::size_t mostNear = 50;

} // namespace

std::size_t PastedColumn::count(std::size_t least, std::size_t most) const
{
    return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), [&](const PastedText& text) {
        return text.entries.size() >= least && text.entries.size() <= most;
    }));
}

PastedColumn resolvePasted(const EntryList& list, const QString& text)
{
    PastedColumn column;
    std::vector<std::string> wanted;
    std::unordered_set<std::string> seen;
    static const QRegularExpression lineEnd(QStringLiteral("[\r\n]+"));
    const QString plain = toQString(withoutGuards(toUtf8(text)));
    for (const QString& line : plain.split(lineEnd, Qt::SkipEmptyParts)) {
        std::string cell(trimmed(toUtf8(line.section(QLatin1Char('\t'), 0, 0))));
        if (cell.empty())
            continue;
        ++column.pasted;
        if (seen.insert(cell).second)
            wanted.push_back(std::move(cell));
        else
            ++column.repeated;
    }
    const auto found = list.named(wanted);
    std::size_t near = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        PastedText& pasted = column.texts.emplace_back();
        pasted.text = wanted[i];
        pasted.entries = found[i];
        pasted.isDamaged = pasted.entries.empty() && idDamage(pasted.text) != IdDamage::None;
        if (!pasted.entries.empty() || near == mostNear)
            continue;
        ++near;
        for (const SelectBy by : {SelectBy::Id, SelectBy::Code, SelectBy::Name}) {
            for (const std::string& candidate : suggestions(list, by, pasted.text)) {
                for (const std::uint32_t entry : list.namedBy(candidate, by))
                    pasted.near.emplace_back(list.id(entry));
            }
            if (!pasted.near.empty())
                break;
        }
    }
    return column;
}

void PastedModel::setColumn(std::shared_ptr<const EntryList> list, PastedColumn column)
{
    m_list = std::move(list);
    m_column = std::move(column);
    show();
}

void PastedModel::setOnlyProblems(bool only)
{
    m_onlyProblems = only;
    show();
}

void PastedModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_column.texts.size(); ++i) {
        if (!m_onlyProblems || m_column.texts[i].entries.size() != 1)
            m_shown.push_back(i);
    }
    endResetModel();
}

void PastedModel::decide(int row, std::uint32_t entry)
{
    PastedText& text = m_column.texts[m_shown[static_cast<std::size_t>(row)]];
    text.entries = {entry};
    Q_EMIT dataChanged(index(row), index(row));
}

int PastedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PastedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastedText& text = at(index.row());
    const auto name = [this](std::uint32_t entry) { return toQString(m_list->name(entry)); };
    const auto code = [this](std::uint32_t entry) { return toQString(m_list->label(entry)); };
    const auto told = [&]() -> QString {
        if (text.entries.size() == 1)
            return name(text.entries.front());
        if (text.entries.size() > 1) {
            QStringList codes;
            for (std::size_t i = 0; i < std::min<std::size_t>(text.entries.size(), 3); ++i)
                codes << code(text.entries[i]);
            return PastedWords::tr("%1 have it: %2")
                .arg(text.entries.size())
                .arg(codes.join(QStringLiteral(", ")));
        }
        if (!text.near.empty()) {
            const auto entry = m_list->withId(text.near.front());
            return PastedWords::tr("Not known. Perhaps %1 %2?").arg(name(*entry), code(*entry));
        }
        return text.isDamaged ? PastedWords::tr("Damaged by a spreadsheet; it cannot be restored")
                              : PastedWords::tr("Not in the catalogue");
    };
    switch (role) {
    case Qt::DisplayRole:
        return excerpt(text.text);
    case SecondLineRole:
        return told();
    case MarkRole:
        return static_cast<int>(text.entries.size() == 1  ? Mark::Accepted
                                : text.entries.size() > 1 ? Mark::Warning
                                                          : Mark::Refused);
    case Qt::AccessibleTextRole:
        return excerpt(text.text) + QStringLiteral(": ") + told();
    default:
        return {};
    }
}

} // namespace rangedesk
