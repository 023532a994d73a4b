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
    return role.field == Field::Customer ? "cm" + suffix : "sale_products.product" + suffix;
}

class Planner
{
public:
    explicit Planner(const Batch& batch)
        : m_batch(batch), m_isRange(batch.kind == ChangeKind::RangeProducts),
          m_clears(batch.operation == OperationChoice::Clear)
    {}

    Result<CheckColumns> run()
    {
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
        for (const auto* naming : {&m_found.target, &m_found.product}) {
            for (const NamingColumn& column : *naming)
                m_found.used.push_back(column.column);
        }
        for (const std::int16_t column : {m_found.mustSell, m_found.isNew, m_found.operation}) {
            if (column >= 0)
                m_found.used.push_back(column);
        }
        return std::move(m_found);
    }

private:
    Result<void> take(std::int16_t index, const ColumnRole& role)
    {
        switch (role.field) {
        case Field::Condition:
            m_isForeign = m_isForeign || !m_isRange;
            addNaming(m_found.target, index, role);
            break;
        case Field::Customer:
            m_isForeign = m_isForeign || m_isRange;
            addNaming(m_found.target, index, role);
            break;
        case Field::Product:
            if (m_isRange && role.by == SelectBy::SourceCode)
                m_found.unknown.push_back(index); // operation 7 has no such parameter
            else if (role.by != SelectBy::Name)
                addNaming(m_found.product, index, role);
            break;
        case Field::MustSell:
            m_found.mustSell = index;
            break;
        case Field::IsNew:
            m_found.isNew = index;
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
            const ChangeKind other = m_isRange ? ChangeKind::CustomerProducts : ChangeKind::RangeProducts;
            return fail(ErrorKind::Input,
                        ColumnsText::tr("The headings are those of another kind of sheet: %1, not %2.")
                            .arg(sheetKindName(other, m_batch.operation),
                                 sheetKindName(m_batch.kind, m_batch.operation)),
                        ColumnsText::tr("Choose that kind, or remove the columns that do not belong."));
        }
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

    const Batch& m_batch;
    bool m_isRange;
    bool m_clears;
    bool m_isForeign = false;
    CheckColumns m_found;
};

} // namespace

Result<CheckColumns> planColumns(const Batch& batch)
{
    return Planner(batch).run();
}

} // namespace rangedesk
