// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a campaign's registrations, and what is filtered by.
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/review_page.h"
#include "session/worker.h"

#include <QMenu>
#include <QSignalBlocker>

namespace rangedesk::ui {

QWidget* ReviewPage::makePictures()
{
    auto* scroll = new QScrollArea(m_stack);
    scroll->setObjectName(QStringLiteral("sidePane"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFrame* pane = makePane(scroll, "sidePane");
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(size::padding, 14, size::padding, 14);
    column->setSpacing(8);
    m_funnelTitle = makeLabel(pane, {}, Type::Body, "caption");
    m_funnel = new FunnelChart(pane);
    m_overlapTitle = makeLabel(pane, {}, Type::Body, "caption");
    m_overlaps = new OverlapChart(pane);
    m_filter = new Note(Mark::None, pane);
    m_filter->hide();
    auto* line = new QHBoxLayout;
    m_fieldTitle = makeLabel(pane, {}, Type::Body, "caption");
    m_field = new QComboBox(pane);
    m_field->setObjectName(QStringLiteral("review.field"));
    line->addWidget(m_fieldTitle);
    line->addWidget(m_field, 1);
    m_breakdown = new BreakdownChart(pane);
    for (QWidget* part : std::initializer_list<QWidget*>{m_fieldTitle, m_field, m_breakdown})
        part->hide(); // until something was counted
    column->addWidget(m_funnelTitle);
    column->addWidget(m_funnel);
    column->addSpacing(8);
    column->addWidget(m_overlapTitle);
    column->addWidget(m_overlaps);
    column->addWidget(m_filter);
    column->addSpacing(8);
    column->addLayout(line);
    column->addWidget(m_breakdown);
    column->addStretch();
    scroll->setWidget(pane);
    scroll->setMinimumWidth(Theme::instance().scaled(300));
    connect(m_funnel, &Chart::partChosen, this, [this](int part) {
        std::uint32_t facets = 0;
        for (std::uint8_t lists = 1; part >= 0 && lists < overlapCount; ++lists)
            facets |= (lists & FunnelChart::listOf(part)) != 0 ? ReviewRows::overlapFacet(lists) : 0U;
        m_overlaps->setChosen(-1);
        setOverlap(part < 0 ? ReviewRows::AnyRegistered : facets);
    });
    connect(m_overlaps, &Chart::partChosen, this, [this](int part) {
        m_funnel->setChosen(-1);
        setOverlap(part < 0 ? ReviewRows::AnyRegistered
                            : ReviewRows::overlapFacet(m_overlaps->listsOf(part)));
    });
    connect(m_field, &QComboBox::currentIndexChanged, this, &ReviewPage::showBreakdown);
    connect(m_breakdown, &Chart::partChosen, this, [this](int part) {
        m_breakdown->setChosen(-1); // the chips know what is chosen
        const ReviewCounts::Field* field = shownField();
        if (part < 0 || field == nullptr)
            return;
        if (const ReviewCounts::Value* value = m_breakdown->valueOf(part))
            m_chips->toggle({field->group, value->key, field->word, value->text});
        else
            showOthers();
    });
    for (Chart* chart : std::initializer_list<Chart*>{m_funnel, m_overlaps, m_breakdown})
        connect(chart, &Chart::told, this, [this](const QString& text, bool failed) {
            Q_EMIT told(failed ? Mark::Refused : Mark::Accepted, text);
        });
    return scroll;
}

void ReviewPage::setOverlap(std::uint32_t overlap)
{
    m_overlapFacets = overlap;
    if (m_otherFacets == ReviewRows::GoneOne && overlap != ReviewRows::AnyRegistered) {
        m_otherFacets = 0;
        m_facets->choose(0);
    }
    m_isNewFilter = true;
    m_model->setFacets(facets());
    showFilter();
}

/// Who is gone stands in no overlap that a picture shows.
std::uint32_t ReviewPage::facets() const
{
    return m_otherFacets == ReviewRows::GoneOne ? m_otherFacets : m_overlapFacets | m_otherFacets;
}

void ReviewPage::showFilter()
{
    const bool isSet = m_overlapFacets != ReviewRows::AnyRegistered && m_state.download();
    m_filter->setVisible(isSet);
    if (!isSet)
        return;
    QString word;
    std::size_t count = 0;
    const ReviewFigures& figures = m_state.download()->list->figures();
    for (std::uint8_t lists = 1; lists < overlapCount; ++lists) {
        if ((m_overlapFacets & ReviewRows::overlapFacet(lists)) == 0)
            continue;
        count += figures.overlaps.at(lists);
        word = overlapWord(lists);
    }
    if (m_funnel->chosen() >= 0)
        word = FunnelChart::wordOf(FunnelChart::listOf(m_funnel->chosen()));
    m_filter->clearButtons();
    m_filter->setText(tr("%1: %2 customers").arg(word, figure(static_cast<qint64>(count))));
    QPushButton* clear = m_filter->addButton(tr("Clear the filter"));
    setButtonText(clear, tr("Clear the filter"), Qt::Key_Escape);
    connect(clear, &QPushButton::clicked, this, &ReviewPage::clearFilter);
}

void ReviewPage::clearFilter()
{
    m_funnel->setChosen(-1);
    m_overlaps->setChosen(-1);
    m_chips->clear();
    m_search->clear();
    m_otherFacets = 0;
    m_facets->choose(0);
    setOverlap(ReviewRows::AnyRegistered);
}

/// What the catalogue knows of these customers; again where it has learned since.
void ReviewPage::lookUpFacts()
{
    const auto download = m_state.rows() ? m_state.rows()->download().list : nullptr;
    const auto catalogue = m_desk.catalogue();
    if (!download || !catalogue)
        return;
    const auto customers = catalogue->list(EntryKind::Customer);
    if (m_lookedUp == customers)
        return;
    m_lookedUp = customers;
    const auto work = [customers, download] {
        return std::make_shared<const CustomerAttributes>(customers, *download);
    };
    const auto done = [this, customers, download](const std::shared_ptr<const CustomerAttributes>& facts) {
        if (m_lookedUp != customers || !m_state.rows() || m_state.rows()->download().list != download)
            return;
        m_state.setFacts(facts);
    };
    inWorker(this, work, done, &m_desk.readers());
}

/// Each chip and bar counts under all the other filters.
void ReviewPage::countFields()
{
    const auto rows = m_model->rows();
    if (!rows)
        return;
    if (m_abandonCount)
        *m_abandonCount = true;
    m_abandonCount = std::make_shared<std::atomic<bool>>(false);
    const auto work = [rows, query = m_model->query(), abandon = m_abandonCount] {
        return countReview(*rows, query, *abandon);
    };
    const auto done = [this, abandon = m_abandonCount](ReviewCounts counts) {
        if (abandon != m_abandonCount || !m_state.rows())
            return; // another filter holds by now
        m_counts = std::move(counts);
        if (!m_field->view()->isVisible()) // else somebody is choosing from it
            showFields();
        showCounts();
        showBreakdown();
    };
    inWorker(this, work, done, &m_counter);
}

void ReviewPage::showFields()
{
    const QSignalBlocker quiet(m_field);
    const int group = m_field->currentIndex() < 0 ? 0 : m_field->currentData().toInt();
    m_field->clear();
    for (const ReviewCounts::Field& field : m_counts.fields) {
        if (!field.values.empty() || field.group == group)
            m_field->addItem(pictureText(field.word), field.group);
    }
    m_field->setCurrentIndex(m_field->count() == 0 ? -1 : std::max(0, m_field->findData(group)));
}

void ReviewPage::showCounts()
{
    const auto rows = m_state.rows();
    if (!rows)
        return;
    std::vector<EquationBar::Term> terms;
    for (std::size_t i = 0; i < m_counts.decisions.size(); ++i) {
        const auto decision = static_cast<ReviewDecision>(i);
        terms.push_back({ReviewRows::decisionFacet(decision), markOf(decision), decisionWord(decision),
                         static_cast<qint64>(m_counts.decisions.at(i))});
    }
    const std::array<std::tuple<ReviewRows::Facet, Mark, QString>, 6> remarks{
        {{ReviewRows::Alike, Mark::Warning, tr("Possible duplicates")},
         {ReviewRows::NewOne, Mark::Added, tr("New")},
         {ReviewRows::ChangedOne, Mark::Changed, tr("Changed")},
         {ReviewRows::GoneOne, Mark::Removed, tr("Gone")},
         {ReviewRows::WithPictures, Mark::None, tr("With pictures")},
         {ReviewRows::Noted, Mark::None, tr("With a note")}}};
    for (const auto& [facet, mark, word] : remarks)
        terms.push_back({facet, mark, word, static_cast<qint64>(m_counts.count(facet)),
                         facet == m_otherFacets || (m_counts.any & facet) != 0, true});
    m_facets->setTerms(tr("Registered"), static_cast<qint64>(m_counts.registered), terms);
    m_facets->choose(m_otherFacets);
}

void ReviewPage::showProgress()
{
    const auto rows = m_state.rows();
    if (!rows)
        return;
    m_legend->setText(tr("Customers shown: %1").arg(figure(m_model->rowCount())));
    const auto all = static_cast<qint64>(m_state.download()->list->figures().registered);
    const auto count = [&rows](ReviewDecision decision) {
        return static_cast<qint64>(rows->count(decision));
    };
    const qint64 open = count(ReviewDecision::None);
    m_progress->setSegments(
        all,
        {{count(ReviewDecision::Approved), Token::Added, false, decisionWord(ReviewDecision::Approved)},
         {count(ReviewDecision::Flagged), Token::Chart4, false, decisionWord(ReviewDecision::Flagged)},
         {count(ReviewDecision::Rejected), Token::Refused, false, decisionWord(ReviewDecision::Rejected)}});
    m_progressText->setText(tr("%1 of %2 decided").arg(figure(all - open), figure(all)));
}

const ReviewCounts::Field* ReviewPage::shownField() const
{
    const auto found =
        std::find_if(m_counts.fields.begin(), m_counts.fields.end(), [this](const auto& field) {
            return m_field->currentIndex() >= 0 && field.group == m_field->currentData().toInt();
        });
    return found == m_counts.fields.end() ? nullptr : &*found;
}

void ReviewPage::showBreakdown()
{
    const ReviewCounts::Field* field = shownField();
    for (QWidget* part : std::initializer_list<QWidget*>{m_fieldTitle, m_field, m_breakdown})
        part->setVisible(field != nullptr);
    if (field == nullptr)
        return;
    m_breakdown->setField(*field, m_chips->keysOf(field->group));
    m_breakdown->setVisible(!m_breakdown->isEmpty());
}

/// The values that have no bar, to check and uncheck.
void ReviewPage::showOthers()
{
    const ReviewCounts::Field field = *shownField(); // counts may come anew meanwhile
    const std::set<std::uint64_t> chosen = m_chips->keysOf(field.group);
    QMenu menu(this);
    for (const ReviewCounts::Value& value : m_breakdown->others()) {
        QString text = pictureText(value.text);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction* action = menu.addAction(tr("%1   %2", "a value and how often it occurs")
                                             .arg(text, figure(static_cast<qint64>(value.count))));
        action->setCheckable(true);
        action->setChecked(chosen.contains(value.key));
        connect(action, &QAction::triggered, this, [this, &field, value] {
            m_chips->toggle({field.group, value.key, field.word, value.text});
        });
    }
    if (menu.isEmpty())
        return;
    menu.setActiveAction(menu.actions().first());
    menu.exec(m_breakdown->mapToGlobal(QPoint(0, m_breakdown->height())));
}

} // namespace rangedesk::ui
