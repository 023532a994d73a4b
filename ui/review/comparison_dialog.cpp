// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/comparison_dialog.h"

#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_charts.h"
#include "session/worker.h"

#include <QPainter>

namespace rangedesk::ui {

namespace {

constexpr int listCount = 3;

QStringList namesOf(const std::vector<CampaignComparison::Member>& members)
{
    QStringList names;
    for (const CampaignComparison::Member& member : members)
        names << toQString(member.campaign->name);
    return names;
}

std::size_t countOf(const ReviewFigures& figures, CampaignLists list)
{
    return list == Covered ? figures.covered : list == Notified ? figures.notified : figures.registered;
}

int scaled(int length)
{
    return Theme::instance().scaled(length);
}

} // namespace

SideBySideChart::SideBySideChart(QWidget* parent) : Chart(parent)
{
    setObjectName(QStringLiteral("comparison.chart"));
    setAccessibleName(tr("Campaigns side by side"));
}

void SideBySideChart::setComparison(std::shared_ptr<const CampaignComparison> comparison)
{
    m_comparison = std::move(comparison);
    renew();
}

std::uint32_t SideBySideChart::facetOf(int part) const
{
    return part < 0 ? 0
                    : ComparisonRows::facetOf(static_cast<std::size_t>(part / listCount),
                                              FunnelChart::listOf(part % listCount));
}

QSize SideBySideChart::sizeHint() const
{
    return {scaled(600), scaled(24 + listCount * 34)};
}

void SideBySideChart::draw(QPainter& painter, const QSize& size, std::vector<Part>& parts)
{
    if (!m_comparison)
        return;
    constexpr std::array fills{Token::Chart3, Token::Chart2, Token::Chart1};
    const auto count = static_cast<int>(m_comparison->campaignCount());
    const int gap = scaled(18);
    const int width = (size.width() - gap * (count - 1)) / count;
    std::size_t most = 1; // one scale for all of them
    for (int i = 0; i < count; ++i) {
        const ReviewFigures& figures = m_comparison->figures(static_cast<std::size_t>(i));
        most = std::max({most, figures.covered, figures.notified, figures.registered});
    }
    for (int i = 0; i < count; ++i) {
        const ReviewFigures& figures = m_comparison->figures(static_cast<std::size_t>(i));
        const QString name = toQString(m_comparison->campaign(static_cast<std::size_t>(i)).name);
        const int left = i * (width + gap);
        text(painter, QRect(left, 0, width, scaled(20)), name, Token::Ink, Type::Body);
        std::size_t before = 0;
        for (int j = 0; j < listCount; ++j) {
            const CampaignLists list = FunnelChart::listOf(j);
            const std::size_t number = countOf(figures, list);
            const QRect area(left, scaled(22) + j * scaled(34), width, scaled(32));
            const int part = i * listCount + j;
            if (isChosen(part)) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(color(Token::Selection));
                painter.drawRoundedRect(area, size::radiusChip, size::radiusChip);
            }
            const double rate = j == 0 ? -1 : ReviewFigures::rate(number, before);
            QString words =
                FunnelChart::wordOf(list) + QStringLiteral("  ") + figure(static_cast<qint64>(number));
            if (rate >= 0)
                words += QStringLiteral("   ") + QString::number(rate * 100, 'f', 1) + QLatin1Char('%');
            text(painter, QRect(area.x() + 4, area.y() + 1, width - 8, scaled(17)), words, Token::Ink2,
                 Type::Caption);
            const auto length = static_cast<int>(static_cast<double>(width - 8) *
                                                 static_cast<double>(number) / static_cast<double>(most));
            const QRectF bar(area.x() + 4, area.y() + scaled(19), std::max(number > 0 ? 2 : 0, length),
                             scaled(9));
            const Token fill = fills.at(static_cast<std::size_t>(j));
            painter.setPen(fill == Token::Chart3 ? QPen(color(Token::Chart2), 1) : QPen(Qt::NoPen));
            painter.setBrush(color(fill));
            if (bar.width() > 0)
                painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
            parts.push_back(
                {tr("%1, %2").arg(name, FunnelChart::wordOf(list)), static_cast<qint64>(number), area});
            before = number;
        }
    }
}

ComparisonDialog::ComparisonDialog(Desk& desk, std::vector<CampaignComparison::Member> members,
                                   QWidget* parent)
    : AnswerDialog(desk.environment(), new ComparisonModel(namesOf(members)), QStringLiteral("comparison"),
                   tr("Campaigns side by side"), parent),
      m_model(static_cast<ComparisonModel*>(m_table->model())), m_chart(new SideBySideChart(this)),
      m_abandon(std::make_shared<std::atomic<bool>>(false))
{
    setSearchText(tr("Customer, code, id"), tr("Find a customer"));
    m_table->setAccessibleName(tr("Customers of the campaigns"));
    using Look = ColumnLookKind;
    std::vector<ColumnSpec> columns{
        {Look::Text, 220, 220, true}, {Look::Code, 110, 110}, {Look::Figure, 92, 110}};
    for (std::size_t i = 0; i < members.size(); ++i)
        columns.push_back({Look::Mark, 120, 128});
    m_table->setColumns(QStringLiteral("comparison%1").arg(members.size()), std::move(columns));
    addPicture(m_chart);
    m_sum->setText(tr("Bringing the lists together…"));
    m_table->setEmptyText(m_sum->text());
    addHint(
        tr("Each customer once. A bar filters the list, and lets go on a second click; the picture's menu "
           "copies and saves it."));
    connect(m_chart, &Chart::partChosen, this, &ComparisonDialog::filter);
    disconnect(m_facets, &EquationBar::facetChosen, m_model, nullptr); // both filter together
    connect(m_facets, &EquationBar::facetChosen, this, &ComparisonDialog::filter);
    const auto work = [members = std::move(members), abandon = m_abandon] {
        return std::make_shared<const CampaignComparison>(members, abandon.get());
    };
    inWorker(
        this, work,
        [this](const std::shared_ptr<const CampaignComparison>& comparison) { showComparison(comparison); },
        &desk.readers());
}

ComparisonDialog::~ComparisonDialog()
{
    *m_abandon = true;
}

void ComparisonDialog::showComparison(const std::shared_ptr<const CampaignComparison>& comparison)
{
    m_chart->setComparison(comparison);
    const auto rows = std::make_shared<const ComparisonRows>(comparison);
    m_model->setSource(rows);
    m_sum->setText(tr("%1 customers in %2 campaigns; %3 registered for all of them")
                       .arg(figure(static_cast<qint64>(rows->size())),
                            figure(static_cast<qint64>(comparison->campaignCount())),
                            figure(rows->count(ComparisonRows::InAll))));
    m_table->setEmptyText(tr("Nobody fits. Esc clears the search."));
    std::vector<EquationBar::Term> terms{{ComparisonRows::InAll, Mark::Accepted, tr("Registered for all"),
                                          rows->count(ComparisonRows::InAll)}};
    if (comparison->campaignCount() > 2)
        terms.push_back({ComparisonRows::InSeveral, Mark::Accepted, tr("For several"),
                         rows->count(ComparisonRows::InSeveral)});
    terms.push_back(
        {ComparisonRows::InOne, Mark::Accepted, tr("For one"), rows->count(ComparisonRows::InOne)});
    terms.push_back(
        {ComparisonRows::InNone, Mark::None, tr("For none"), rows->count(ComparisonRows::InNone)});
    m_facets->setTerms(tr("All"), static_cast<qint64>(rows->size()), terms);
}

void ComparisonDialog::filter()
{
    m_model->setFacets(m_chart->facetOf(m_chart->chosen()) | m_facets->chosen());
}

void ComparisonDialog::showCurrent()
{
    m_title->clear();
    m_words->clear();
    const auto row = currentRow();
    if (!row)
        return;
    const auto rows = m_model->rows();
    const CampaignComparison::Customer& customer = rows->customer(*row);
    m_title->setText(toQString(customer.name.empty() ? customer.code : customer.name));
    QStringList lines{toQString(customer.code), QString()};
    for (std::size_t i = 0; i < rows->comparison().campaignCount(); ++i) {
        const std::uint8_t lists = customer.lists.at(i);
        lines << toQString(rows->comparison().campaign(i).name)
              << QStringLiteral("   ") + (lists == 0 ? tr("in no list") : listsWord(lists)) << QString();
    }
    m_words->setText(lines.join(QLatin1Char('\n')));
    m_words->setTextFormat(Qt::PlainText);
}

} // namespace rangedesk::ui
