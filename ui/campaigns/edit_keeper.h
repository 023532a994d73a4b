// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/campaign_form.h"
#include "store/data_directory.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace rangedesk::ui {

/// An edit of a campaign that was begun and neither posted nor given up: kept over a crash.
struct KeptEdit
{
    CampaignForm::Mode mode = CampaignForm::Mode::New;
    std::vector<std::string> campaigns; ///< external ids; of a new one what was typed
    CampaignWish wish;                  ///< of one to change only what differed
    CampaignWish before;                ///< what that replaced
};

/// As a file holds it.
std::string bytesOf(const KeptEdit& edit);
QString editPath(const DataDirectory& data, const QString& scope);

/// Keeps the edit; blocks for as long as writing a small file does, so call it in a worker.
/// @param scope the server and company: an edit belongs to no other
Result<void> keepEdit(const DataDirectory& data, const QString& scope, const KeptEdit& edit);
/// Nothing where none was kept, or none that can be read.
std::optional<KeptEdit> keptEdit(const DataDirectory& data, const QString& scope);
/// @returns an error where it is there still
Result<void> forgetEdit(const DataDirectory& data, const QString& scope);

/// Keeps an edit while it is made, behind the window's back: one state is written after the other, and of
/// several that wait only the newest. Whoever reads it back, or goes on without the form, flushes it first.
class EditKeeper : public QObject
{
    Q_OBJECT
public:
    /// Keeps an edit, or forgets it where there is none. Called in one worker at a time.
    using Writer = std::function<Result<void>(const std::optional<KeptEdit>& edit)>;

    EditKeeper(Writer writer, QObject* parent);
    /// Flushes.
    ~EditKeeper() override;

    void keep(KeptEdit edit) { want(std::move(edit)); }
    void forget() { want(std::nullopt); }
    /// Waits until the newest state is on disk; one that could not be written is tried once more.
    /// @returns why it is not there
    std::optional<Error> flush();

Q_SIGNALS:
    /// The newest state was written, or why it was not. Comes in the window's thread.
    void written(const std::optional<rangedesk::Error>& problem);

private:
    struct State
    {
        std::mutex mutex;
        std::optional<std::optional<KeptEdit>> wanted; ///< not on disk yet
        bool isWriting = false;
        std::optional<Error> problem; ///< of the last writing
    };
    void want(std::optional<KeptEdit> edit);
    void start();

    Writer m_writer;
    State m_state;
    QThreadPool m_pool; ///< goes first
};

} // namespace rangedesk::ui
