// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/profile.h"

namespace rangedesk {

/// The profiles of this user: one file beside a data folder for each. Several instances may use it at once.
class ProfileStore
{
public:
    /// @param root the user's folder for application data where empty
    explicit ProfileStore(const QString& root);

    QString root() const { return m_root; }
    /// In the order in which they were made. Input where the file is damaged, which is then left as it is.
    Result<std::vector<Profile>> all() const;
    /// Usage with the names that there are.
    Result<Profile> named(const QString& name) const;
    /// A new profile with an id of its own and the limits of the settings; not kept yet.
    Profile fresh() const;
    /// Adds the profile, or puts it in the place of the one with its id. @returns it as it was kept.
    Result<Profile> keep(const Profile& profile);
    /// Takes it away; its data folder is moved aside, for `sweep`. Busy while another instance works in that.
    /// The entry in the keychain is the caller's to remove.
    Result<void> remove(const Profile& profile);
    /// Deletes the data of removed profiles; takes as long as they are large. Storage where something stays.
    Result<void> sweep() const;
    /// Journal, jobs and catalogue of a profile.
    QString dataFolder(const Profile& profile) const;

    /// For another computer; without the key, and with an id of its own once it is imported.
    static QByteArray exported(const Profile& profile);
    static Result<Profile> imported(const QByteArray& bytes);

private:
    QString filePath() const;
    QString removedFolder() const;
    Result<void> write(const std::vector<Profile>& profiles) const;
    template <typename Change> Result<void> change(const Change& act);

    QString m_root;
};

} // namespace rangedesk
