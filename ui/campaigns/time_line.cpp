// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/time_line.h"

#include "common/page.h"
#include "common/preferences.h"

#include <cmath>

namespace rangedesk::ui {

namespace {

constexpr double widest = 400; // more than a day a window of some years
constexpr double zoomStep = 1.4;
constexpr int wholeSpan = 10000; // of the bar that moves the window of days

} // namespace

TimeLine::TimeLine(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* tools = makePane(this, "toolBar");
    auto* toolColumn = new QVBoxLayout(tools);
    toolColumn->setContentsMargins(12, 6, 12, 6);
    auto* row = new QHBoxLayout;
    toolColumn->addLayout(row);
    auto* label = makeLabel(tools, {}, Type::Caption, "caption");
    m_group = new QComboBox(tools);
    m_group->setObjectName(QStringLiteral("timeLine.group"));
    m_group->addItems({QString(), QString()});
    m_off = makeLabel(tools, {}, Type::Caption, "caption");
    m_narrower = makeButton(tools, "", "minus");
    m_wider = makeButton(tools, "", "add");
    m_all = makeButton(tools);
    row->addWidget(label);
    row->addWidget(m_group);
    row->addSpacing(12);
    row->addWidget(m_off, 1);
    for (QPushButton* button : {m_narrower, m_all, m_wider})
        row->addWidget(button);
    m_legend = new TimeLineLegend(tools);
    toolColumn->addWidget(m_legend);
    column->addWidget(tools);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart = new TimeLineChart(m_scroll);
    m_scroll->setWidget(m_chart);
    column->addWidget(m_scroll, 1);
    m_empty = makeParagraph(this, {}, Type::Body, "faint");
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(24, 24, 24, 24);
    m_empty->hide();
    column->addWidget(m_empty, 1);
    m_days = new QScrollBar(Qt::Horizontal, this);
    column->addWidget(m_days);
    const int kept = Preferences::value(QStringLiteral("timeLine/group")).toInt();
    m_group->setCurrentIndex(kept == 1 ? 1 : 0);
    m_chart->setGroup(static_cast<LaneGroup>(m_group->currentIndex()));
    connect(m_group, &QComboBox::currentIndexChanged, this, [this](int at) {
        if (at < 0)
            return;
        Preferences::setValue(QStringLiteral("timeLine/group"), at);
        m_chart->setGroup(static_cast<LaneGroup>(at));
    });
    connect(m_wider, &QPushButton::clicked, this, [this] { zoom(1); });
    connect(m_narrower, &QPushButton::clicked, this, [this] { zoom(-1); });
    connect(m_all, &QPushButton::clicked, this, [this] { zoom(0); });
    connect(m_chart, &TimeLineChart::zoomWanted, this, &TimeLine::zoom);
    connect(m_days, &QScrollBar::valueChanged, this, &TimeLine::place);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, m_chart, &TimeLineChart::setTop);
    connect(m_chart, &Chart::told, this, &TimeLine::told);
    connect(m_chart, &Chart::partChosen, this, [this](int part) {
        const int at = part >= 0 ? part : m_chart->current();
        m_chart->setChosen(at); // one is always the current one
        reveal(at);
        Q_EMIT chosen(m_chart->rowOf(at));
    });
    connect(m_chart, &TimeLineChart::opened, this, [this](int part) { Q_EMIT opened(m_chart->rowOf(part)); });
    zoom(0);
    translated(this, [this, label] {
        label->setText(tr("Put together"));
        m_group->setItemText(0, tr("by department"));
        m_group->setItemText(1, tr("by type"));
        m_group->setAccessibleName(label->text());
        setButtonText(m_narrower, tr("Zoom out"), Qt::Key_Minus);
        setButtonText(m_all, tr("All"), Qt::Key_0);
        setButtonText(m_wider, tr("Zoom in"), Qt::Key_Plus);
        showFacts();
    });
}

void TimeLine::setCampaigns(const std::shared_ptr<const CampaignRows>& campaigns,
                            std::vector<std::uint32_t> rows)
{
    m_chart->setCampaigns(campaigns, std::move(rows));
    showFacts();
}

void TimeLine::showFacts()
{
    const CampaignLanes& lanes = m_chart->lanes();
    const auto off = static_cast<qint64>(lanes.off.size());
    m_off->setText(off > 0 ? tr("%1 without usable dates are only in the list").arg(figure(off)) : QString());
    const bool isEmpty = lanes.bands.empty();
    m_empty->setText(tr("No campaign to show. The search and the chips above may leave some out."));
    m_empty->setVisible(isEmpty);
    m_scroll->setVisible(!isEmpty);
    m_legend->setVisible(!isEmpty);
    m_days->setVisible(!isEmpty && m_chart->zoom() > 1);
}

/// @param steps 0 for everything
void TimeLine::zoom(int steps)
{
    const double before = m_chart->zoom();
    const double wanted = steps == 0 ? 1 : std::clamp(before * std::pow(zoomStep, steps), 1.0, widest);
    // What stands in the middle stays there.
    const int window = static_cast<int>(wholeSpan / wanted);
    const int middle = m_days->value() + m_days->pageStep() / 2;
    const QSignalBlocker quiet(m_days);
    m_days->setRange(0, wholeSpan - window);
    m_days->setPageStep(window);
    m_days->setSingleStep(std::max(1, window / 10));
    m_days->setValue(middle - window / 2);
    const int range = m_days->maximum();
    m_chart->setWindow(wanted, range > 0 ? static_cast<double>(m_days->value()) / range : 0);
    m_narrower->setEnabled(wanted > 1);
    m_all->setEnabled(wanted > 1);
    m_wider->setEnabled(wanted < widest);
    showFacts();
}

void TimeLine::place()
{
    const int range = m_days->maximum();
    m_chart->setWindow(m_chart->zoom(), range > 0 ? static_cast<double>(m_days->value()) / range : 0);
}

void TimeLine::show(std::uint32_t row)
{
    const int part = m_chart->partOf(row);
    const int chosen = m_chart->chosen();
    if (chosen >= 0 && chosen < m_chart->count() && m_chart->rowOf(chosen) == row)
        return; // the same campaign, perhaps in another of its departments
    m_chart->setChosen(part);
    reveal(part);
}

void TimeLine::reveal(int part)
{
    if (part < 0)
        return;
    if (m_days->maximum() > 0)
        m_days->setValue(static_cast<int>(std::lround(m_chart->placeShowing(part) * m_days->maximum())));
    const QRect area = m_chart->areaOf(part);
    m_scroll->ensureVisible(0, area.center().y(), 0, area.height() + m_chart->axisHeight());
}

} // namespace rangedesk::ui
