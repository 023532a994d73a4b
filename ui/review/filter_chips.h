// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"

#include <map>
#include <set>

namespace rangedesk::ui {

/// What fields are filtered by, a chip for each value; pressed, it goes. Values of one field stand for any of
/// them, several fields for all of them.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        int group;
        std::uint64_t key;
        QString field;
        QString value; ///< empty: not filled
    };
    explicit FilterChips(QWidget* parent);

    void toggle(const Choice& choice);
    void clear();
    bool isEmpty() const { return m_choices.empty(); }
    /// As a table takes them.
    const std::map<int, std::set<std::uint64_t>>& choices() const { return m_byGroup; }
    /// The chosen values of a field.
    std::set<std::uint64_t> keysOf(int group) const;

Q_SIGNALS:
    void changed();

private:
    void show();
    QString textOf(const Choice& choice) const;

    std::vector<Choice> m_choices;
    std::map<int, std::set<std::uint64_t>> m_byGroup;
    FlowLayout* m_line;
    std::vector<QPushButton*> m_buttons;
};

} // namespace rangedesk::ui
