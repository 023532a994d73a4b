// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/app_settings.h"
#include "common/notes.h"
#include "common/page.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>

namespace rangedesk::ui {

/// What belongs to no profile: the look, what new profiles start with, the log. Each choice holds at once and
/// is remembered; there is nothing to save.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    /// @param root of the profiles, where the settings are kept; @param dataFolder of the open profile
    SettingsPage(QString root, QString dataFolder, QWidget* parent);

    std::vector<QWidget*> panes() const override;
    /// They may have been changed by the buttons of the title bar.
    void shown() override { showLook(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void languageWanted(bool chinese);
    void logBodiesWanted(bool on);

private:
    struct Choice
    {
        QButtonGroup* group;
        QLabel* label;
    };
    Choice addChoice(QFormLayout* form, const char* name, int count);
    QFormLayout* addGroup(QVBoxLayout* column);
    void addNumber(QFormLayout* form, QAbstractSpinBox* box, const char* name);
    void setTexts();
    void showLook();
    void showTemplates();
    void keep(const std::function<void(AppSettings&)>& change);

    const QString m_root;
    const QString m_dataFolder;
    PageHead* m_head;
    Note* m_problem;
    std::vector<QLabel*> m_titles;
    std::vector<QLabel*> m_hints;
    Choice m_language{};
    Choice m_theme{};
    Choice m_size{};
    std::vector<QLabel*> m_numberLabels;
    std::vector<QAbstractSpinBox*> m_numbers;
    QSpinBox* m_inFlight;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_products;
    QSpinBox* m_archiveDays;
    QSpinBox* m_logDays;
    QCheckBox* m_logBodies;
    QLabel* m_templates;
    QPushButton* m_chooseTemplates;
    QPushButton* m_ownTemplates;
    QLabel* m_folder;
    QPushButton* m_openFolder;
};

} // namespace rangedesk::ui
