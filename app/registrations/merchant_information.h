// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>
#include <vector>

namespace rangedesk {

/// One thing that a merchant told on registering.
struct MerchantField
{
    QString name; ///< empty: the value stood alone
    QString value;
    bool isPicture = false; ///< the value is the address of a picture

    bool operator==(const MerchantField&) const = default;
};

/// `merchant_information` of operation 3, as far as it can be understood. The vendor says TEXT and no more;
/// companies put JSON, lines, query strings or tables into it. Nothing is lost: what is not understood stands
/// in `rest`.
struct MerchantInformation
{
    enum class Form : std::uint8_t { Empty, Json, Query, Lines, Table, Text };
    Form form = Form::Empty;
    std::vector<MerchantField> fields;
    QString rest;
    bool isCut = false; ///< it is longer than what is looked at

    /// A value by field name; empty where there is none.
    QString value(const QString& name) const;
    /// All values of a field that is there several times, with blanks between them.
    QString values(const QString& name) const;
};

/// Understands at most 256 KB and 200 fields. Never fails; markup is taken away, and nothing is run.
MerchantInformation parseMerchantInformation(std::string_view text);

/// The mobile number (11 digits) that a merchant gave; empty where there is none.
QString phoneOf(const MerchantInformation& information);
/// The number of the business licence, capital letters; empty where there is none.
QString licenceOf(const MerchantInformation& information);

} // namespace rangedesk
