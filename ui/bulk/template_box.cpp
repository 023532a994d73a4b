// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/template_box.h"

#include "common/dialogs.h"
#include "common/translated.h"
#include "common/widgets.h"

#include <QDir>
#include <QMenu>

namespace rangedesk::ui {

TemplateBox::TemplateBox(ImportOptions& options, const QString& settingsFolder, QWidget* parent)
    : QPushButton(parent), m_options(options), m_store(settingsFolder)
{
    setObjectName(QStringLiteral("match.template"));
    auto* list = new QMenu(this);
    setMenu(list);
    connect(list, &QMenu::aboutToShow, this, &TemplateBox::fillMenu);
    translated(this, [this] { setTexts(); });
}

void TemplateBox::setTexts()
{
    const QString name = m_current.isEmpty() ? tr("none") : m_current;
    setText(name + QStringLiteral(" ▾"));
    setAccessibleName(tr("Column template: %1").arg(name));
    setToolTip(
        tr("Meanings, replaced values and added columns under a name, for the next sheet of this form."));
}

void TemplateBox::setHeadings(const QStringList& headings)
{
    m_headings = headings;
}

void TemplateBox::forget()
{
    m_current.clear();
    setTexts();
}

QString TemplateBox::chooseFor(const QStringList& headings)
{
    std::optional<ColumnTemplate> best;
    for (const ColumnTemplate& mapping : m_store.all()) {
        if (mapping.fits(headings) && (!best || mapping.headings.size() > best->headings.size()))
            best = mapping;
    }
    if (!best)
        return {};
    apply(*best);
    return best->name;
}

void TemplateBox::apply(const ColumnTemplate& mapping)
{
    m_options.kind = mapping.kind;
    mapping.applyTo(m_options.sheet);
    m_current = mapping.name;
    setTexts();
}

void TemplateBox::fillMenu()
{
    QMenu* list = menu();
    list->clear();
    const std::vector<ColumnTemplate> all = m_store.all();
    QAction* none = list->addAction(tr("none"), this, [this] {
        if (m_current.isEmpty())
            return; // what was decided without a template stays
        apply({});
        m_current.clear();
        setTexts();
        Q_EMIT changed();
    });
    none->setCheckable(true);
    none->setChecked(m_current.isEmpty());
    for (const ColumnTemplate& mapping : all) {
        QAction* choice = list->addAction(withoutMnemonic(mapping.fits(m_headings)
                                                              ? mapping.name
                                                              : tr("%1 (other headings)").arg(mapping.name)),
                                          this, [this, mapping] {
                                              apply(mapping);
                                              Q_EMIT changed();
                                          });
        choice->setCheckable(true);
        choice->setChecked(mapping.name == m_current);
    }
    list->addSeparator();
    list->addAction(tr("Save as a template…"), this, &TemplateBox::saveAs)->setEnabled(!m_headings.isEmpty());
    list->addAction(tr("Take in a template file…"), this, &TemplateBox::importFile);
    for (const ColumnTemplate& mapping : all) {
        if (mapping.name != m_current)
            continue;
        list->addAction(tr("Give \"%1\" away as a file…").arg(mapping.name), this,
                        [this, mapping] { exportFile(mapping); });
        list->addAction(tr("Remove \"%1\"…").arg(mapping.name), this,
                        [this, name = mapping.name] { remove(name); });
    }
}

void TemplateBox::saveAs()
{
    bool isAccepted = false;
    const QString name =
        dialogs().input(this, tr("Save as a template"), tr("Name"), m_current, &isAccepted).trimmed();
    if (!isAccepted || name.isEmpty())
        return;
    ColumnTemplate mapping{name, m_options.kind, m_headings, m_options.sheet};
    mapping.sheet.edits.clear();
    if (auto saved = m_store.save(mapping); !saved) {
        Q_EMIT told(true, saved.error().text());
        return;
    }
    m_current = name;
    setTexts();
    Q_EMIT told(false,
                tr("The template \"%1\" is kept. It is chosen by itself where the headings fit.").arg(name));
}

void TemplateBox::importFile()
{
    const QString path = dialogs().openFile(this, tr("Take in a template file"));
    if (path.isEmpty())
        return;
    auto mapping = importTemplate(path);
    const auto saved = mapping ? m_store.save(*mapping) : tl::unexpected(mapping.error());
    if (!saved) {
        Q_EMIT told(true, saved.error().text());
        return;
    }
    apply(*mapping);
    Q_EMIT changed();
}

void TemplateBox::exportFile(const ColumnTemplate& mapping)
{
    const QString path =
        dialogs().saveFile(this, tr("Give the template away"), mapping.name + QStringLiteral(".json"));
    if (path.isEmpty())
        return;
    const auto written = exportTemplate(mapping, path);
    Q_EMIT told(!written,
                written ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : written.error().text());
}

void TemplateBox::remove(const QString& name)
{
    const int answer = dialogs().ask(this, {tr("Remove the template \"%1\"?").arg(name),
                                            tr("Sheets and jobs that used it stay as they are."),
                                            {{tr("Keep it")}, {tr("Remove the template"), "danger"}},
                                            0});
    if (answer != 1)
        return;
    if (auto removed = m_store.remove(name); !removed)
        Q_EMIT told(true, removed.error().text());
    forget();
}

} // namespace rangedesk::ui
