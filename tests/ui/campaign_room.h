// SPDX-License-Identifier: GPL-3.0-or-later
// A window with campaigns on a demo server that a test can change behind its back.
#pragma once

#include "core/text.h"
#include "lists/campaign_page.h"
#include "window_room.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rangedesk::tests {

struct CampaignRoom : WindowRoom
{
    ui::CampaignPage* page()
    {
        window->goTo(ui::MainWindow::Place::Campaigns);
        return static_cast<ui::CampaignPage*>(window->page(ui::MainWindow::Place::Campaigns));
    }
    ui::CampaignPage* read()
    {
        ui::CampaignPage* campaigns = page();
        campaigns->refresh();
        settle(campaigns);
        if (modelOf(campaigns)->rowCount() < 5)
            qFatal("nothing was read");
        tableOf(campaigns)->setFocus();
        return campaigns;
    }
    static void settle(ui::CampaignPage* campaigns)
    {
        if (!QTest::qWaitFor([&] { return !campaigns->isReading() && !modelOf(campaigns)->isWorking(); },
                             20000))
            qFatal("the page does not settle");
    }
    static ui::TableView* tableOf(ui::CampaignPage* page)
    {
        return page->findChild<ui::TableView*>(QStringLiteral("campaigns.table"));
    }
    static CampaignModel* modelOf(ui::CampaignPage* page)
    {
        return static_cast<CampaignModel*>(tableOf(page)->model());
    }
    static ui::TimeLine* timeLineOf(ui::CampaignPage* page) { return page->findChild<ui::TimeLine*>(); }
    /// The first campaign that can be edited, chosen.
    Campaign choose(ui::CampaignPage* page)
    {
        CampaignModel* model = modelOf(page);
        for (int row = 0; row < model->rowCount(); ++row) {
            const Campaign& campaign = model->rows()->campaign(model->sourceRow(row));
            if (!campaign.sourceCode.empty() && !campaign.departments.empty() && !campaign.code.empty()) {
                tableOf(page)->goToRow(row);
                return campaign;
            }
        }
        qFatal("no campaign can be edited");
    }
    /// Somebody else writes the campaign with another name and, where it is given, another end.
    void editElsewhere(const Campaign& campaign, const QString& name, const QString& end = {})
    {
        CampaignBase base = CampaignBase::of(campaign);
        base.edit.name = toUtf8(name);
        if (!end.isEmpty())
            base.edit.endDate = toUtf8(end);
        writeElsewhere(base);
    }
    void writeElsewhere(const CampaignBase& base)
    {
        QStringList ids;
        for (const auto& department : base.departments)
            ids << toQString(department.id);
        QJsonObject body{{QStringLiteral("dept_id"), ids.join(QLatin1Char(','))},
                         {QStringLiteral("source_code"), toQString(base.edit.sourceCode)}};
        for (const CampaignField field : campaignFields)
            body.insert(toQString(campaignFieldName(field)), toQString(valueOf(base.edit, field)));
        server.edit("addOrUpdateCampaign", QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString());
    }
};

template <typename T> T* child(QWidget& parent, const char* name)
{
    auto* found = parent.findChild<T*>(QLatin1String(name));
    if (found == nullptr)
        qFatal("there is no %s", name);
    return found;
}

} // namespace rangedesk::tests
