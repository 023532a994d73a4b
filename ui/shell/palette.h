// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_model.h"

#include <QDialog>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

namespace rangedesk::ui {

/// Ctrl+K: goes to anything by a few letters of its name, code or pinyin, and does what has a command.
class Palette : public QDialog
{
    Q_OBJECT
public:
    struct Command
    {
        QString text;
        QKeySequence key;
        std::function<void()> act;
    };

    Palette(std::vector<Command> commands, std::shared_ptr<const Catalogue> catalogue, ReadRules rules,
            QWidget* parent);
    ~Palette() override;

    /// Rules that a worker has loaded since.
    void setRules(bool ofCustomers, std::shared_ptr<const RuleIndex> rules);
    PaletteModel* model() const { return m_model; }

Q_SIGNALS:
    /// An entry of the catalogue was chosen.
    void entryChosen(rangedesk::EntryKind kind, const std::string& id);
    void ruleChosen(bool ofCustomers, quint64 key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void choose();

    std::vector<Command> m_commands;
    std::shared_ptr<const EntryList> m_names; ///< of the commands, to be searched as entries are
    std::shared_ptr<const Catalogue> m_catalogue;
    ReadRules m_rules;
    std::shared_ptr<std::atomic<bool>> m_abandon;
    PaletteModel* m_model;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_none = nullptr;        ///< says that nothing fits
    bool m_choosesWhenFound = false; ///< Enter came before the answer
};

} // namespace rangedesk::ui
