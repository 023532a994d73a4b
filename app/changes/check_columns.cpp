// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/check_columns.h"

#include "core/text.h"
#include "core/vendor_rules.h"

#include <QCoreApplication>

namespace rangedesk {

namespace {

struct ColumnsText
{
    Q_DECLARE_TR_FUNCTIONS(ColumnsText)
};

using Field = ColumnRole::Field;

/// The parameter that a column becomes.
std::string wireName(const ColumnRole& role)
{
    const std::string suffix = '_' + std::string(selectBySuffix(role.by));
    if (role.field == Field::Condition)
        return std::string(dimensionPrefix(role.dimension)) + suffix;
    if (role.field == Field::Campaign)
        return "source_code"; // a code alone is resolved by reading
    return role.field == Field::Customer ? "cm" + suffix : "sale_products.product" + suffix;
}

class Planner
{
public:
    explicit Planner(const Batch& batch)
        : m_batch(batch), m_isRange(batch.kind == ChangeKind::RangeProducts),
          m_ofCampaigns(isOfCampaigns(batch.kind)), m_clears(batch.operation == OperationChoice::Clear)
    {}

    Result<CheckColumns> run()
    {
        if (!canChoose(m_batch.kind, m_batch.operation))
            return fail(ErrorKind::Input,
                        ColumnsText::tr("The operation \"%1\" is not possible for %2.")
                            .arg(operationChoiceName(m_batch.operation), kindName(m_batch.kind)),
                        ColumnsText::tr("The platform can neither delete campaigns nor take registrations "
                                        "back. Choose another operation."));
        const std::vector<SheetColumn>& columns = m_batch.sheet.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto index = static_cast<std::int16_t>(i);
            if (columns[i].ignored)
                continue;
            if (!columns[i].role)
                m_found.unknown.push_back(index);
            else if (auto taken = take(index, *columns[i].role); !taken)
                return tl::unexpected(taken.error());
        }
        if (auto complete = complain(); !complete)
            return tl::unexpected(complete.error());
        for (const auto* naming : {&m_found.target, &m_found.product, &m_found.departments}) {
            for (const NamingColumn& column : *naming)
                m_found.used.push_back(column.column);
        }
        for (const CampaignColumn& column : m_found.campaign)
            m_found.used.push_back(column.column);
        for (const std::int16_t column :
             {m_found.mustSell, m_found.isNew, m_found.operation, m_found.time, m_found.information}) {
            if (column >= 0)
                m_found.used.push_back(column);
        }
        return std::move(m_found);
    }

private:
    QString kindName(ChangeKind kind) const { return sheetKindName(kind, m_batch.operation); }

    Result<void> take(std::int16_t index, const ColumnRole& role)
    {
        switch (role.field) {
        case Field::Condition:
            if (m_batch.kind == ChangeKind::Campaigns && role.dimension == Dimension::Department) {
                addNaming(m_found.departments, index, role);
                break;
            }
            m_isForeign = m_isForeign || !m_isRange;
            addNaming(m_found.target, index, role);
            break;
        case Field::Customer:
            takeCustomer(index, role);
            break;
        case Field::Product:
            m_isForeign = m_isForeign || m_ofCampaigns;
            if (m_isRange && role.by == SelectBy::SourceCode)
                m_found.unknown.push_back(index); // operation 7 has no such parameter
            else if (role.by != SelectBy::Name)
                addNaming(m_found.product, index, role);
            break;
        case Field::MustSell:
            m_isForeign = m_isForeign || m_ofCampaigns;
            m_found.mustSell = index;
            break;
        case Field::IsNew:
            m_isForeign = m_isForeign || m_ofCampaigns;
            m_found.isNew = index;
            break;
        case Field::Campaign:
        case Field::CampaignValue:
        case Field::RegisteredTime:
        case Field::MerchantInformation:
            takeOfCampaigns(index, role);
            break;
        case Field::Operation:
            m_found.operation = index;
            break;
        case Field::Expected:
            m_found.expected = index;
            break;
        case Field::OwnOutcome:
            return fail(ErrorKind::Input,
                        ColumnsText::tr("This is a result file of an earlier import (column \"%1\").")
                            .arg(toQString(m_batch.sheet.columns[static_cast<std::size_t>(index)].heading)),
                        ColumnsText::tr(
                            "Import the file of refused rows instead, or ignore that column on purpose."));
        case Field::Comment:
        case Field::Own:
            break;
        }
        return {};
    }

    void takeCustomer(std::int16_t index, const ColumnRole& role)
    {
        if (m_batch.kind != ChangeKind::Registrations) {
            m_isForeign = m_isForeign || m_batch.kind != ChangeKind::CustomerProducts;
            addNaming(m_found.target, index, role);
        } else if (role.by == SelectBy::SourceCode) {
            m_found.unknown.push_back(index); // operation 2 has no such parameter
        } else {
            addNaming(m_found.product, index, role);
        }
    }

    void takeOfCampaigns(std::int16_t index, const ColumnRole& role)
    {
        if (!m_ofCampaigns || !hasPlace(index, role))
            m_found.unknown.push_back(index);
    }

    bool hasPlace(std::int16_t index, const ColumnRole& role)
    {
        const bool registers = m_batch.kind == ChangeKind::Registrations;
        const bool isCode = role.field == Field::Campaign && role.by == SelectBy::Code;
        if (role.field == Field::RegisteredTime && registers)
            m_found.time = index;
        else if (role.field == Field::MerchantInformation && registers)
            m_found.information = index;
        else if (role.field == Field::Campaign && (registers || !isCode))
            addNaming(m_found.target, index, role);
        else if (isCode || (role.field == Field::CampaignValue && !registers))
            m_found.campaign.push_back({index, isCode ? CampaignField::Code : role.campaign});
        else // the name beside a registration is for people only
            return role.field == Field::CampaignValue && role.campaign == CampaignField::Name;
        return true;
    }

    void addNaming(std::vector<NamingColumn>& columns, std::int16_t index, const ColumnRole& role)
    {
        const FieldRule* rule = fieldRule(writeOperation(m_batch.kind, ChangeType::Upsert), wireName(role));
        columns.push_back({index, role, rule != nullptr ? rule->maxCharacters : 0});
        // In the order of dimensions, and of preference within one: id, code, source code, name.
        std::stable_sort(columns.begin(), columns.end(), [](const NamingColumn& a, const NamingColumn& b) {
            return a.role.dimension != b.role.dimension ? a.role.dimension < b.role.dimension
                                                        : a.role.by < b.role.by;
        });
    }

    /// What a sheet of campaigns or registrations lacks.
    Result<void> complainOfCampaigns() const
    {
        const bool registers = m_batch.kind == ChangeKind::Registrations;
        if (m_found.target.empty())
            return fail(
                ErrorKind::Input, ColumnsText::tr("No column names the campaign."),
                ColumnsText::tr("Use the heading source_code, 第三方活动唯一标识 or Campaign external id."));
        if (!registers && m_found.campaign.empty() && m_found.departments.empty())
            return fail(ErrorKind::Input, ColumnsText::tr("No column says what a campaign is to become."),
                        ColumnsText::tr("Use headings such as name, 活动名称 or Campaign name."));
        if (registers && m_found.product.empty())
            return fail(ErrorKind::Input, ColumnsText::tr("No column names the customer."),
                        ColumnsText::tr("Use headings such as cm_code, 客户编码 or Customer code."));
        if (registers && (m_found.time < 0 || m_found.information < 0))
            return fail(ErrorKind::Input,
                        m_found.time < 0 ? ColumnsText::tr("No column tells when the customer registered.")
                                         : ColumnsText::tr("No column holds the merchant information."),
                        ColumnsText::tr("Add the column %1, or a column with one value for all rows.")
                            .arg(toQString(headingOf(
                                {m_found.time < 0 ? Field::RegisteredTime : Field::MerchantInformation}))));
        return {};
    }

    Result<void> complain() const
    {
        if (m_batch.operation == OperationChoice::Exact && m_batch.sheet.skipsHidden &&
            m_batch.sheet.workbook && m_batch.sheet.workbook->hiddenRows > 0)
            return fail(
                ErrorKind::Input,
                ColumnsText::tr("Hidden rows are left out, and everything that the sheet does not name "
                                "is to go: what those rows name would go, too."),
                ColumnsText::tr("Read the hidden rows as well, or choose another operation."));
        if (m_isForeign) {
            const ChangeKind guess = m_isRange ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
            const ChangeKind likely = likelyKind(m_batch.sheet).value_or(guess);
            const ChangeKind other = likely == m_batch.kind ? guess : likely;
            return otherKind(other);
        }
        if (m_ofCampaigns)
            return complainOfCampaigns();
        if (const auto likely = likelyKind(m_batch.sheet);
            (m_found.target.empty() || m_found.product.empty()) && likely && isOfCampaigns(*likely))
            return otherKind(*likely);
        if (m_found.target.empty())
            return fail(ErrorKind::Input,
                        m_isRange ? ColumnsText::tr("No column names a condition of the range.")
                                  : ColumnsText::tr("No column names the customer."),
                        m_isRange
                            ? ColumnsText::tr("Use headings such as dept_code, 部门编码 or Department code.")
                            : ColumnsText::tr("Use headings such as cm_code, 客户编码 or Customer code."));
        const bool mayClear =
            m_clears || (m_batch.operation == OperationChoice::PerRow && m_found.operation >= 0);
        if (m_found.product.empty() && !mayClear)
            return fail(ErrorKind::Input, ColumnsText::tr("No column names the product."),
                        ColumnsText::tr("Use the heading product_code, 商品编码 or Product code; or choose "
                                        "to clear whole ranges or customers."));
        return {};
    }

    Result<void> otherKind(ChangeKind other) const
    {
        // Campaigns cannot be cleared: their kind has one name.
        return fail(ErrorKind::Input,
                    ColumnsText::tr("The headings are those of another kind of sheet: %1, not %2.")
                        .arg(sheetKindName(other, m_batch.operation), kindName(m_batch.kind)),
                    ColumnsText::tr("Choose that kind, or remove the columns that do not belong."));
    }

    const Batch& m_batch;
    bool m_isRange;
    bool m_ofCampaigns;
    bool m_clears;
    bool m_isForeign = false;
    CheckColumns m_found;
};

} // namespace

std::optional<ChangeKind> likelyKind(const Sheet& sheet)
{
    const auto has = [&sheet](std::initializer_list<Field> fields) {
        return std::any_of(sheet.columns.begin(), sheet.columns.end(), [&](const SheetColumn& column) {
            return column.role && std::find(fields.begin(), fields.end(), column.role->field) != fields.end();
        });
    };
    const bool customers = has({Field::Customer});
    const bool conditions = has({Field::Condition});
    if (has({Field::Campaign}) && !has({Field::Product, Field::MustSell, Field::IsNew})) {
        if (customers && has({Field::RegisteredTime, Field::MerchantInformation}))
            return ChangeKind::Registrations;
        if (!customers && has({Field::CampaignValue}))
            return ChangeKind::Campaigns;
    }
    if (customers == conditions)
        return std::nullopt;
    return customers ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
}

void adoptKind(Sheet& sheet, ChangeKind kind)
{
    if (kind != ChangeKind::Campaigns)
        return;
    for (SheetColumn& column : sheet.columns) {
        if (column.role && column.role->field == Field::Condition &&
            foldedHeading(column.heading) == campaignFieldName(CampaignField::TypeCode))
            column.role = ColumnRole{Field::CampaignValue, Dimension::Department, SelectBy::Id,
                                     CampaignField::TypeCode};
    }
}

Result<CheckColumns> planColumns(const Batch& batch)
{
    return Planner(batch).run();
}

} // namespace rangedesk
