// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "changes/batch.h"
#include "core/rule.h"

#include <QStringList>
#include <set>

namespace rangedesk {

/// Why a rule cannot be changed through the API.
enum class ReadOnly : std::uint8_t {
    No,
    Deleted,
    SeveralValues,    ///< one dimension has several values: no request can name that
    UnknownDimension, ///< a dimension that operations 7 and 8 have no parameter for
    NotEnabled,       ///< a dimension that the company has switched off
    NoCondition,
    SharedCustomers, ///< one rule of several customers
};

QString describe(ReadOnly reason);

/// A range or a customer whose products are edited: as requests name it, and for people.
struct RangeTarget
{
    ChangeKind kind = ChangeKind::RangeProducts;
    std::vector<TypedCell> cells; ///< in the order of dimensions; one for a customer
    QStringList words;            ///< dimension and value in turn; code and name of a customer

    /// All of it is named by ids: what the server holds there is known.
    bool isById() const;
    /// Equal for what is named alike.
    std::string key() const;
    /// The words as a sentence.
    QString sentence() const;
};

/// The enabled dimensions where they were read; nothing: not asked.
using EnabledSet = std::optional<std::set<Dimension>>;

ReadOnly readOnlyReason(const SaleRule& rule, bool ofCustomers, const EnabledSet& enabled);

/// The target of a rule, named by ids. @pre readOnlyReason is No or Deleted
RangeTarget targetOf(const SaleRule& rule, bool ofCustomers);
/// Its key alone, which costs a fraction: for all rules of a long list.
std::string targetKeyOf(const SaleRule& rule, bool ofCustomers);

/// A key of the cells that name a target, the same as RangeTarget::key.
std::string targetKey(ChangeKind kind, const std::vector<TypedCell>& cells);

} // namespace rangedesk
