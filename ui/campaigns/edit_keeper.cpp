// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/edit_keeper.h"

#include "core/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace rangedesk::ui {

namespace {

constexpr std::array modes{std::pair{CampaignForm::Mode::New, "new"},
                           std::pair{CampaignForm::Mode::Edit, "edit"},
                           std::pair{CampaignForm::Mode::Many, "many"}};

} // namespace

QString editPath(const DataDirectory& data, const QString& scope)
{
    return data.scopedPath(QStringLiteral("campaign-edit"), scope);
}

std::string bytesOf(const KeptEdit& edit)
{
    const auto mode =
        std::find_if(modes.begin(), modes.end(), [&](const auto& one) { return one.first == edit.mode; });
    QJsonArray campaigns;
    for (const std::string& campaign : edit.campaigns)
        campaigns.append(toQString(campaign));
    const QJsonObject object{{QStringLiteral("campaigns"), campaigns},
                             {QStringLiteral("mode"), QLatin1String(mode->second)},
                             {QStringLiteral("values"), toQString(wishToJson(edit.wish))},
                             {QStringLiteral("before"), toQString(wishToJson(edit.before))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Result<void> keepEdit(const DataDirectory& data, const QString& scope, const KeptEdit& edit)
{
    return data.keep(editPath(data, scope), bytesOf(edit));
}

std::optional<KeptEdit> keptEdit(const DataDirectory& data, const QString& scope)
{
    if (!QFileInfo::exists(editPath(data, scope)))
        return std::nullopt;
    const auto bytes = data.load(editPath(data, scope));
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).object();
    auto wish = wishFromJson(toUtf8(object[QStringLiteral("values")].toString()));
    auto before = wishFromJson(toUtf8(object[QStringLiteral("before")].toString()));
    const auto mode = std::find_if(modes.begin(), modes.end(), [&](const auto& one) {
        return object[QStringLiteral("mode")].toString() == QLatin1String(one.second);
    });
    if (!wish || !before || mode == modes.end())
        return std::nullopt;
    KeptEdit edit{mode->first, {}, std::move(*wish), std::move(*before)};
    for (const auto& campaign : object[QStringLiteral("campaigns")].toArray())
        edit.campaigns.push_back(toUtf8(campaign.toString()));
    return edit;
}

Result<void> forgetEdit(const DataDirectory& data, const QString& scope)
{
    QFile file(editPath(data, scope));
    if (file.remove() || !file.exists())
        return {};
    return fail(ErrorKind::Storage, EditKeeper::tr("%1 cannot be removed: %2")
                                        .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

EditKeeper::EditKeeper(Writer writer, QObject* parent) : QObject(parent), m_writer(std::move(writer))
{
    m_pool.setMaxThreadCount(1);
}

EditKeeper::~EditKeeper()
{
    (void)flush();
}

void EditKeeper::want(std::optional<KeptEdit> edit)
{
    const std::scoped_lock lock(m_state.mutex);
    m_state.wanted = std::move(edit);
    start();
}

/// @pre locked
void EditKeeper::start()
{
    if (std::exchange(m_state.isWriting, true))
        return; // it takes the newest when it has ended
    m_pool.start([this] {
        std::unique_lock lock(m_state.mutex);
        while (m_state.wanted) {
            const std::optional<KeptEdit> edit = *std::exchange(m_state.wanted, std::nullopt);
            lock.unlock();
            const Result<void> done = m_writer(edit);
            lock.lock();
            m_state.problem = done ? std::nullopt : std::optional(done.error());
            if (m_state.wanted)
                continue; // what was written is old already
            if (!done) {
                m_state.wanted = edit; // for whoever flushes, or the next change
                break;
            }
        }
        m_state.isWriting = false;
        QMetaObject::invokeMethod(
            this, [this, problem = m_state.problem] { Q_EMIT written(problem); }, Qt::QueuedConnection);
    });
}

std::optional<Error> EditKeeper::flush()
{
    m_pool.waitForDone();
    {
        const std::scoped_lock lock(m_state.mutex);
        if (m_state.wanted)
            start();
    }
    m_pool.waitForDone();
    const std::scoped_lock lock(m_state.mutex);
    return m_state.wanted ? m_state.problem : std::nullopt;
}

} // namespace rangedesk::ui
