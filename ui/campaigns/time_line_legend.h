// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>
#include <vector>

namespace rangedesk::ui {

/// What the bars of the time line mean: each painted as the chart paints it, with its word beside it.
class TimeLineLegend : public QWidget
{
    Q_OBJECT
public:
    explicit TimeLineLegend(QWidget* parent);

private:
    void showWords();

    std::vector<QLabel*> m_words; ///< in the order of the signs
};

} // namespace rangedesk::ui
