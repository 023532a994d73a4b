// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/rehearsal_company.h"
#include "store/data_directory.h"

#include <QDateTime>

// A rehearsal of a real company: the demo server, loaded with a copy of what this computer knows of that
// company. Nothing of it reaches the company.
namespace rangedesk {

/// Of which company a rehearsal has its copy.
struct RehearsalWish
{
    QString profile;     ///< its id
    QString name;        ///< for people to read
    QString folder;      ///< its data; empty where it is there no more
    QString scope;       ///< its server and company
    bool renews = false; ///< a fresh copy: what was rehearsed before is given up
};

/// What a copy is of.
struct RehearsalFacts
{
    QString profile;
    QString name;
    QString scope;
    QDateTime takenAt; ///< UTC
};

/// Of the copy that is there; nothing where there is none.
std::optional<RehearsalFacts> rehearsalFacts(const DataDirectory& data);

/// Whether a copy is of the server and company that the profile works on now.
bool isCopyOf(const RehearsalFacts& facts, const RehearsalWish& wish);

/// The company that the demo server plays, from a copy that is taken first where there is none, or a fresh
/// one is wished for. Usage where nothing is known of the company yet, Locked where the copy is of another
/// one; what was there stays then. Blocks.
/// @param scope of the rehearsal itself, under which it finds catalogue and lists of the copy
Result<demo::DemoData> rehearsalData(const RehearsalWish& wish, const DataDirectory& data,
                                     const QString& scope);

/// The company as it was when the copy was taken. Blocks.
Result<KnownCompany> copiedCompany(const DataDirectory& data);

/// Where the demo server of a rehearsal keeps what was written to it.
QString rehearsalStatePath(const DataDirectory& data);

} // namespace rangedesk
