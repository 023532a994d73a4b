// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batch_rows.h"

#include "changes/campaign_compare.h"
#include "changes/job_files.h"
#include "changes/report.h"
#include "core/text.h"

#include <QCoreApplication>
#include <array>

namespace rangedesk {

namespace {

struct BatchRowsText
{
    Q_DECLARE_TR_FUNCTIONS(BatchRowsText)
};

constexpr std::array singleFacets{AddedFacet,    ChangedFacet, RemovedFacet,  NotComparedFacet,
                                  SameFacet,     HeldFacet,    RefusedFacet,  ExcludedFacet,
                                  InOrderFacet,  WarningFacet, VerifiedFacet, AcceptedFacet,
                                  RejectedFacet, FailedFacet,  UnknownFacet,  NotSentFacet};

std::uint32_t plannedFacet(Comparison comparison)
{
    switch (comparison) {
    case Comparison::None:
        return InOrderFacet;
    case Comparison::New:
        return AddedFacet;
    case Comparison::Changed:
        return ChangedFacet;
    case Comparison::Removed:
        return RemovedFacet;
    case Comparison::Same:
    case Comparison::NothingToRemove:
        return SameFacet;
    case Comparison::NotComparable:
        return NotComparedFacet;
    }
    return 0;
}

bool warns(RowNote note)
{
    return note == RowNote::LastProduct || note == RowNote::SharedRule || note == RowNote::ConflictingFlags ||
           note == RowNote::NotVisible || note == RowNote::OtherValue || note == RowNote::NotInSheet ||
           note == RowNote::BesideOthers;
}

/// "sold, must-sell, new".
QString flagWords(bool mustSell, bool isNew)
{
    QStringList words{BatchRowsText::tr("sold")};
    if (mustSell)
        words << BatchRowsText::tr("must-sell");
    if (isNew)
        words << BatchRowsText::tr("new product");
    return words.join(BatchRowsText::tr(", "));
}

/// What clearing a whole target comes to. @param held what it holds, where that was read
BatchRows::Words clearing(const Row& row, const BatchLabels::Held* held)
{
    constexpr std::size_t mostNames = 12;
    const QString all =
        held != nullptr ? describe(*held, mostNames) : BatchRowsText::tr("everything it holds");
    const ClearOutcome outcome = clearOutcome(row);
    if (outcome != ClearOutcome::None && outcome != ClearOutcome::NothingToClear)
        return {all, clearWord(outcome)};
    switch (row.comparison) {
    case Comparison::None:
        return {BatchRowsText::tr("clear"), {}};
    case Comparison::NothingToRemove:
        return {BatchRowsText::tr("holds nothing, nothing to clear"), {}};
    default:
        return {all, BatchRowsText::tr("cleared")};
    }
}

std::string_view at(const std::vector<std::string>& texts, std::uint32_t index)
{
    return index < texts.size() ? std::string_view(texts[index]) : std::string_view();
}

} // namespace

BatchRows::BatchRows(SharedOutcome outcome, View view, std::vector<RowState> states,
                     std::optional<RowComments> comments, std::vector<Doubt> doubts)
    : m_outcome(std::move(outcome)), m_view(view), m_states(std::move(states)), m_doubts(std::move(doubts)),
      m_refusals(refusalByRow(batch()))
{
    if (comments)
        m_comments = std::move(*comments);
    else if (const auto options = optionsOf(m_outcome->job))
        m_comments = options->comments;
    m_hasCommentColumn = batch().sheet.columnOf({ColumnRole::Field::Comment}) >= 0;
    std::array<std::int64_t, singleFacets.size()> counts{};
    const auto count = static_cast<std::uint32_t>(size());
    for (std::uint32_t row = 0; row < count; ++row) {
        const std::uint32_t bits = facets(row);
        for (std::size_t i = 0; i < singleFacets.size(); ++i)
            counts.at(i) += (bits & singleFacets.at(i)) != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < singleFacets.size(); ++i)
        m_counts[singleFacets.at(i)] = counts.at(i);
}

RowState BatchRows::state(std::uint32_t index) const
{
    const std::uint32_t first = row(index).primary == noIndex ? index : row(index).primary;
    return m_states.empty() ? row(first).state : m_states[first];
}

std::int64_t BatchRows::count(std::uint32_t facet) const
{
    const auto found = m_counts.find(facet);
    return found == m_counts.end() ? 0 : found->second;
}

const Doubt* BatchRows::doubt(std::uint32_t index) const
{
    const auto at = std::lower_bound(m_doubts.begin(), m_doubts.end(), index,
                                     [](const Doubt& one, std::uint32_t row) { return one.row < row; });
    return at != m_doubts.end() && at->row == index ? &*at : nullptr;
}

std::uint32_t BatchRows::facets(std::uint32_t index) const
{
    const Row& row = batch().outcomeRow(this->row(index));
    const std::uint32_t warning = warns(row.note) ? std::uint32_t{WarningFacet} : 0U;
    switch (state(index)) {
    case RowState::Checked:
        return InOrderFacet | (doubt(index) != nullptr ? std::uint32_t{WarningFacet} : 0U);
    case RowState::Refused:
        return RefusedFacet;
    case RowState::Excluded:
        return ExcludedFacet;
    case RowState::Unchanged:
        return SameFacet;
    case RowState::Held:
        return HeldFacet;
    case RowState::NotSent:
        return (m_view == View::Review ? plannedFacet(row.comparison) : NotSentFacet) | warning;
    case RowState::Accepted:
        return AcceptedFacet | warning;
    case RowState::Verified:
        return VerifiedFacet;
    case RowState::Rejected:
        return RejectedFacet;
    case RowState::Failed:
        return FailedFacet;
    case RowState::Unknown:
        return UnknownFacet;
    }
    return 0;
}

QString BatchRows::target(std::uint32_t index) const
{
    if (row(index).target == noIndex)
        return typed(index,
                     [](const ColumnRole& role) {
                         return role.field == ColumnRole::Field::Condition ||
                                role.field == ColumnRole::Field::Customer ||
                                role.field == ColumnRole::Field::Campaign;
                     })
            .join(BatchRowsText::tr(" & "));
    if (batch().kind == ChangeKind::Campaigns) {
        const CampaignRow& campaign = batch().campaigns[index];
        if (!campaign.base && campaign.wish[CampaignField::Name])
            return toQString(*campaign.wish[CampaignField::Name]);
    }
    const QString label = toQString(at(m_outcome->labels.targets, row(index).target));
    return QString(label).replace(QLatin1Char(labelSeparator), BatchRowsText::tr(" & "));
}

QString BatchRows::product(std::uint32_t index) const
{
    const std::uint32_t product = row(index).product;
    QString name = toQString(at(m_outcome->labels.products, product));
    if (!name.isEmpty())
        return name;
    return typed(index,
                 [this](const ColumnRole& role) {
                     return role.field == productField() && role.by == SelectBy::Name;
                 })
        .value(0);
}

QString BatchRows::code(std::uint32_t index) const
{
    if (batch().kind == ChangeKind::Campaigns)
        return typed(index,
                     [](const ColumnRole& role) {
                         return role.field == ColumnRole::Field::Campaign && role.by == SelectBy::SourceCode;
                     })
            .value(0);
    if (row(index).product == noIndex)
        return typed(index,
                     [this](const ColumnRole& role) {
                         return role.field == productField() && role.by != SelectBy::Name;
                     })
            .value(0);
    return toQString(at(m_outcome->labels.codes, row(index).product));
}

QStringList BatchRows::typed(std::uint32_t index, const std::function<bool(const ColumnRole&)>& takes) const
{
    const Sheet& sheet = batch().sheet;
    CsvScanner scanner(sheet.text, sheet.delimiter, row(index).offset, row(index).line);
    CsvRecord record;
    QStringList cells;
    if (scanner.next(record) != CsvScanner::Status::Record)
        return cells;
    for (std::size_t i = 0; i < record.cells.size() && i < sheet.columns.size(); ++i) {
        const SheetColumn& column = sheet.columns[i];
        if (column.role && !column.ignored && takes(*column.role) && !trimmed(record.cells[i]).empty())
            cells << excerpt(trimmed(record.cells[i]), 60);
    }
    return cells;
}

BatchRows::Words BatchRows::change(std::uint32_t index) const
{
    const RowState now = state(index);
    if (now == RowState::Excluded)
        return {BatchRowsText::tr("excluded by you, nothing is sent"), {}};
    const Row& row = batch().outcomeRow(this->row(index));
    const bool isClearing = row.type == ChangeType::Clear && row.target != noIndex;
    const auto held =
        isClearing ? m_outcome->labels.cleared.find(row.target) : m_outcome->labels.cleared.end();
    const bool isHeldKnown = held != m_outcome->labels.cleared.end();
    if (now == RowState::Held && isHeldKnown) // what it has come to hold
        return {BatchRowsText::tr("%1 It holds %2").arg(reason(index), describe(held->second, 12)), {}};
    if (now == RowState::Refused || now == RowState::Held)
        return {reason(index), {}};
    if (row.type == ChangeType::Clear)
        return clearing(row, isHeldKnown ? &held->second : nullptr);
    if (isOfCampaigns(batch().kind))
        return campaignChange(indexOf(batch(), row));
    if (row.note == RowNote::ExistsAlready || row.note == RowNote::NotThereYet)
        return {describe(row.note), {}};
    const QString was = row.base.known ? row.base.present ? flagWords(row.base.mustSell, row.base.isNew)
                                                          : BatchRowsText::tr("none")
                                       : BatchRowsText::tr("not known");
    switch (row.comparison) {
    case Comparison::None: {
        const QString wish = row.type == ChangeType::Delete
                                 ? BatchRowsText::tr("remove")
                                 : flagWords(row.mustSell == Flag::Yes, row.isNew == Flag::Yes);
        return {wish, {}};
    }
    case Comparison::Same:
        return {BatchRowsText::tr("already %1, nothing is sent").arg(was), {}};
    case Comparison::NothingToRemove:
        return {BatchRowsText::tr("not there, nothing to remove"), {}};
    case Comparison::Removed:
        return {was, BatchRowsText::tr("removed")};
    case Comparison::New:
        return {was, flagWords(row.sentMustSell(), row.sentIsNew())};
    case Comparison::NotComparable:
        return {was, row.type == ChangeType::Delete ? BatchRowsText::tr("removed")
                                                    : flagWords(row.sentMustSell(), row.sentIsNew())};
    case Comparison::Changed:
        break;
    }
    QStringList before;
    QStringList after;
    const auto flag = [&](bool from, bool to, const QString& yes, const QString& no) {
        if (from == to && !row.base.conflicting)
            return;
        before << (from ? yes : no);
        after << (to ? yes : no);
    };
    flag(row.base.mustSell, row.sentMustSell(), BatchRowsText::tr("must-sell"),
         BatchRowsText::tr("not must-sell"));
    flag(row.base.isNew, row.sentIsNew(), BatchRowsText::tr("new product"), BatchRowsText::tr("not new"));
    const QString comma = BatchRowsText::tr(", ");
    return {before.join(comma), after.join(comma)};
}

BatchRows::Words BatchRows::campaignChange(std::uint32_t index) const
{
    const Row& row = batch().rows[index];
    if (batch().kind == ChangeKind::Registrations) {
        if (row.comparison == Comparison::Same)
            return {BatchRowsText::tr("registered already, nothing is sent"), {}};
        const RegistrationRow& wish = batch().registrations[index];
        const QString after =
            BatchRowsText::tr("registered %1, %2").arg(toQString(wish.time), excerpt(wish.information, 60));
        return row.comparison == Comparison::None ? Words{after, {}}
                                                  : Words{BatchRowsText::tr("not registered"), after};
    }
    if (row.note == RowNote::NotThereYet)
        return {describe(row.note), {}};
    if (row.comparison == Comparison::Same)
        return {BatchRowsText::tr("already so, nothing is sent"), {}};
    const CampaignRow& campaign = batch().campaigns[index];
    const auto [before, after] = describeChange(campaign.wish, campaign.base.get());
    if (row.comparison == Comparison::None)
        return {after, {}};
    return {before.isEmpty() ? BatchRowsText::tr("none") : before, after};
}

ColumnRole::Field BatchRows::productField() const
{
    return batch().kind == ChangeKind::Registrations ? ColumnRole::Field::Customer
                                                     : ColumnRole::Field::Product;
}

QString BatchRows::reason(std::uint32_t index) const
{
    if (refusal(index) != nullptr && state(index) == RowState::Refused)
        return describe(*refusal(index));
    const Row& row = this->row(index);
    if (row.primary != noIndex && refusal(row.primary) != nullptr && state(index) == RowState::Refused)
        return describe(*refusal(row.primary));
    if (const Doubt* doubted = doubt(index); doubted != nullptr && state(index) == RowState::Checked)
        return describe(*doubted);
    return explanation(batch(), row, m_outcome->requests);
}

const RequestRecord* BatchRows::requestOf(const Row& row) const
{
    const std::uint32_t sequence = batch().outcomeRow(row).request;
    return sequence == 0 || sequence > m_outcome->requests.size() ? nullptr
                                                                  : &m_outcome->requests[sequence - 1];
}

QString BatchRows::serverWords(std::uint32_t index) const
{
    const RequestRecord* request = requestOf(row(index));
    const RowState now = state(index);
    const bool answered = now == RowState::Accepted || now == RowState::Verified || now == RowState::Rejected;
    return request != nullptr && answered ? request->message : QString();
}

QString BatchRows::comment(std::uint32_t index) const
{
    if (const auto found = m_comments.find(index); found != m_comments.end())
        return found->second;
    if (!m_hasCommentColumn)
        return {};
    return typed(index, [](const ColumnRole& role) { return role.field == ColumnRole::Field::Comment; })
        .value(0);
}

QString BatchRows::warning(std::uint32_t index) const
{
    if ((facets(index) & WarningFacet) == 0)
        return {};
    if (doubt(index) != nullptr)
        return BatchRowsText::tr("not in the catalogue");
    switch (batch().outcomeRow(row(index)).note) {
    case RowNote::LastProduct:
        return BatchRowsText::tr("last product of its range");
    case RowNote::SharedRule:
        return BatchRowsText::tr("shared with other customers");
    case RowNote::ConflictingFlags:
        return BatchRowsText::tr("listed twice");
    case RowNote::NotVisible:
        return BatchRowsText::tr("not visible yet");
    case RowNote::OtherValue:
        return BatchRowsText::tr("another value is there");
    case RowNote::None:
    case RowNote::UnresolvedValue:
    case RowNote::TwoRules:
    case RowNote::CutShort:
    case RowNote::ChangedMeanwhile:
    case RowNote::NotIsolated:
    case RowNote::UnknownProduct:
    case RowNote::ExistsAlready:
    case RowNote::NotThereYet:
    case RowNote::SheetIncomplete:
    case RowNote::TwoCampaigns:
    case RowNote::MaybeCut:
    case RowNote::DepartmentsTooLong:
    case RowNote::ServerValue:
    case RowNote::RegisteredOtherwise:
    case RowNote::DepartmentsUntold:
    case RowNote::Count:
        break;
    case RowNote::NotInSheet:
        return BatchRowsText::tr("not in the sheet");
    case RowNote::BesideOthers:
        return BatchRowsText::tr("beside other information");
    }
    return {};
}

RowSource::Matcher BatchRows::matcher(const std::string& word) const
{
    // Names of targets and products repeat by the hundred: each is searched once.
    const auto holding = [&word](const std::vector<std::string>& texts) {
        std::vector<bool> holds(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            holds[i] = holdsFolded(texts[i], word);
        return holds;
    };
    const Sheet& sheet = batch().sheet;
    return [this, word, &sheet, targets = holding(m_outcome->labels.targets),
            products = holding(m_outcome->labels.products)](std::uint32_t index) {
        const Row& row = this->row(index);
        if ((row.target < targets.size() && targets[row.target]) ||
            (row.product < products.size() && products[row.product]))
            return true;
        const std::size_t end = index + 1 < size() ? this->row(index + 1).offset : sheet.text.size();
        if (holdsFolded(std::string_view(sheet.text).substr(row.offset, end - row.offset), word))
            return true;
        const bool hasReason = m_refusals[index] != nullptr || row.note != RowNote::None || row.request != 0;
        return hasReason && holdsFolded(toUtf8(reason(index) + serverWords(index)), word);
    };
}

std::string BatchRows::sortKey(std::uint32_t index, int column) const
{
    switch (static_cast<BatchModel::Column>(column)) {
    case BatchModel::Column::Include:
    case BatchModel::Column::Mark:
        return numberKey(static_cast<std::int64_t>(facets(index)));
    case BatchModel::Column::Line:
        return numberKey(row(index).line);
    case BatchModel::Column::Target:
        return textKey(at(m_outcome->labels.targets, row(index).target));
    case BatchModel::Column::Product:
        return textKey(at(m_outcome->labels.products, row(index).product));
    case BatchModel::Column::Code:
        return textKey(toUtf8(code(index)));
    case BatchModel::Column::Change: {
        const Words words = change(index);
        return textKey(toUtf8(words.before + words.after));
    }
    case BatchModel::Column::Words:
        return textKey(toUtf8(serverWords(index) + reason(index)));
    case BatchModel::Column::Count:
        break;
    }
    return {};
}

} // namespace rangedesk
