// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/start_step.h"

#include "changes/template.h"
#include "common/dialogs.h"
#include "common/translated.h"
#include "core/text.h"
#include "models/kind_words.h"
#include "session/worker.h"
#include "sheets/csv_writer.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace rangedesk::ui {

StartStep::StartStep(Desk& desk, QWidget* parent) : StatePanel(parent), m_desk(desk)
{
    translated(this, [this] { setTexts(); });
}

QPushButton* StartStep::addStart(const char* iconName, const QString& text, const QString& more,
                                 const QKeySequence& key, const char* name)
{
    QPushButton* button = addWay(iconName, text, more, key);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(true); // Enter as well as the space bar
    return button;
}

void StartStep::setTexts()
{
    showEmpty(
        "bulk", tr("Drop a sheet here"),
        tr("A workbook (XLSX), CSV or tab-separated text, one line a change; or a change set of a "
           "colleague. It is checked and compared with the server; nothing is sent before you have seen "
           "it."));
    connect(addStart("open", tr("Open a sheet…"), {}, QKeySequence::Open, "start.open"),
            &QPushButton::clicked, this, &StartStep::open);
    connect(addStart("paste", tr("Paste from a spreadsheet"), tr("with its headings"), QKeySequence::Paste,
                     "start.paste"),
            &QPushButton::clicked, this, &StartStep::paste);
    QPushButton* templates = addStart("export", tr("Download a template"),
                                      tr("an empty sheet with its headings"), {}, "start.template");
    auto* menu = new QMenu(templates);
    for (const QString& kind : sheetKindNames())
        menu->addAction(kindWord(kind), this, [this, kind] { saveTemplate(kind); });
    templates->setMenu(menu);
    if (!m_desk.session().hasSampleData())
        return;
    connect(addStart("range", tr("Open the sample sheet"), tr("products of ranges"), {}, "start.sample"),
            &QPushButton::clicked, this, [this] { Q_EMIT sample("range-products"); });
    connect(addStart("customer-range", tr("Open the sample sheet"), tr("products of customers"), {},
                     "start.sampleCustomers"),
            &QPushButton::clicked, this, [this] { Q_EMIT sample("customer-products"); });
    connect(addStart("campaign", tr("Open the sample sheet"), tr("campaigns"), {}, "start.sampleCampaigns"),
            &QPushButton::clicked, this, [this] { Q_EMIT sample("campaigns"); });
    connect(addStart("customer", tr("Open the sample sheet"), tr("registrations"), {},
                     "start.sampleRegistrations"),
            &QPushButton::clicked, this, [this] { Q_EMIT sample("registrations"); });
}

void StartStep::saveTemplate(const QString& kindName)
{
    const auto kind = sheetKindOfName(kindName);
    const QString path = dialogs().saveFile(
        this, tr("Download a template"), tr("template %1").arg(kindWord(kindName)) + QStringLiteral(".xlsx"));
    if (!kind || path.isEmpty())
        return;
    const auto work = [path, kind = *kind, values = m_desk.catalogue()] {
        return writeTemplate(path, kind.kind, kind.clears, *values);
    };
    const auto done = [this, path](const Result<void>& written) {
        if (written)
            Q_EMIT told(Mark::Accepted, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
        else
            Q_EMIT told(Mark::Refused, written.error().text());
    };
    inWorker(this, work, done);
}

QStringList sheetOfClipboard(const Desk& desk, const std::function<void(Mark, const QString&)>& told)
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    QStringList paths;
    if (mime != nullptr && mime->hasUrls()) { // files copied in a file manager
        for (const QUrl& url : mime->urls())
            paths << url.toLocalFile();
        return paths;
    }
    const QString text = mime != nullptr && mime->hasText() ? mime->text() : QString();
    if (text.trimmed().isEmpty()) {
        told(Mark::Warning,
             mime != nullptr && mime->hasImage()
                 ? StartStep::tr(
                       "The clipboard holds a picture. Copy the cells themselves, with their headings.")
                 : StartStep::tr(
                       "The clipboard holds no text. Copy cells with their headings in the spreadsheet."));
        return {};
    }
    if (desk.data() == nullptr) {
        told(Mark::Warning, StartStep::tr("The data folder is not open yet."));
        return {};
    }
    const QString name =
        QStringLiteral("pasted/%1.tsv")
            .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
    const QString path = desk.data()->filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (auto kept = desk.data()->keep(path, withoutGuards(toUtf8(text))); !kept) {
        told(Mark::Refused, kept.error().text());
        return {};
    }
    return {path};
}

} // namespace rangedesk::ui
