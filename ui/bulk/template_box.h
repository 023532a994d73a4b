// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/mapping_store.h"

#include <QPushButton>

namespace rangedesk::ui {

/// The column template in use: chosen, saved under a name, given away, taken in and removed from one menu.
class TemplateBox : public QPushButton
{
    Q_OBJECT
public:
    /// @param options are changed in place where a template is chosen
    TemplateBox(ImportOptions& options, const QString& settingsFolder, QWidget* parent);

    /// The headings of the sheet that is open now.
    void setHeadings(const QStringList& headings);
    /// Takes the template that fits best to a new sheet. @returns its name, empty where none does.
    QString chooseFor(const QStringList& headings);
    void forget();

Q_SIGNALS:
    void changed();
    void told(bool isProblem, const QString& text);

private:
    void setTexts();
    void fillMenu();
    void apply(const ColumnTemplate& mapping);
    void saveAs();
    void importFile();
    void exportFile(const ColumnTemplate& mapping);
    void remove(const QString& name);

    ImportOptions& m_options;
    MappingStore m_store;
    QStringList m_headings;
    QString m_current;
};

} // namespace rangedesk::ui
