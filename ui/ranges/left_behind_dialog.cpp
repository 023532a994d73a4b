// SPDX-License-Identifier: GPL-3.0-or-later
#include "ranges/left_behind_dialog.h"

#include "core/text.h"
#include "session/left_behind_reader.h"
#include "session/worker.h"

#include <QShortcut>

namespace rangedesk::ui {

namespace {

using SharedRows = std::shared_ptr<const LeftBehindRows>;

} // namespace

LeftBehindDialog::LeftBehindDialog(Desk& desk, QWidget* parent)
    : AnswerDialog(desk.environment(), new LeftBehindModel, QStringLiteral("leftBehind"),
                   tr("What the rehearsal left behind"), parent),
      m_desk(desk), m_model(static_cast<LeftBehindModel*>(m_table->model())),
      m_reading(std::make_shared<ReadingProgress>())
{
    setSearchText(tr("Range, customer, campaign, product, code"), tr("Find a difference"));
    m_table->setAccessibleName(tr("Differences from the copy"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("leftBehind"), {{Look::Mark, 84, 98},
                                                       {Look::Text, 56, 82},
                                                       {Look::Text, 200, 190, true},
                                                       {Look::Text, 210, 190},
                                                       {Look::Code, 80, 80},
                                                       {Look::Text, 80, 84},
                                                       {Look::Text, 96, 134}});
    auto* note = new Note(Mark::Warning, this);
    note->setText(tr("The copy knows what this computer had read of the company. The demo server takes "
                     "everything as the documents say; the real one may refuse what it took."));
    addNote(note);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, &LeftBehindDialog::work);
    work();
}

LeftBehindDialog::~LeftBehindDialog()
{
    m_reading->stop = true;
}

void LeftBehindDialog::work()
{
    m_reading->stop = true;
    m_reading = std::make_shared<ReadingProgress>();
    m_sum->setText(tr("Reading what the rehearsal holds now…"));
    m_table->setEmptyText(m_sum->text());
    const auto read = [connection = m_desk.connection(), data = m_desk.data(),
                       progress = m_reading]() -> Result<SharedRows> {
        auto traces = readLeftBehind(*connection, *data, *progress);
        if (!traces)
            return tl::unexpected(traces.error());
        return std::make_shared<const LeftBehindRows>(std::move(*traces));
    };
    inWorker(
        this, read,
        [this, progress = m_reading](const Result<SharedRows>& rows) {
            if (progress != m_reading)
                return; // asked again meanwhile
            if (rows) {
                m_model->setSource(*rows);
                showRows(**rows);
                return;
            }
            m_sum->setText(tr("What the rehearsal holds could not be read. F5 tries again."));
            m_table->setEmptyText(rows.error().text());
        },
        &m_desk.readers());
}

void LeftBehindDialog::showRows(const LeftBehindRows& rows)
{
    const auto facts = rehearsalFacts(*m_desk.data());
    if (facts)
        setCaption(
            tr("Beside the copy of %1, taken %2")
                .arg(facts->name, facts->takenAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    m_sum->setText(rows.size() == 0 ? tr("Nothing differs from the copy.")
                                    : tr("%1 ranges, %2 customers and %3 campaigns are not as they were")
                                          .arg(figure(rows.places(Trace::List::Ranges)),
                                               figure(rows.places(Trace::List::Customers)),
                                               figure(rows.places(Trace::List::Campaigns))));
    m_table->setEmptyText(
        rows.size() == 0 ? tr("Nothing differs from the copy. Post something here, then look again (F5).")
                         : tr("Nothing matches. Esc clears the search."));
    std::vector<EquationBar::Term> terms;
    const auto add = [&](auto which, Mark mark) {
        const std::uint32_t facet = LeftBehindRows::facetOf(which);
        if (rows.count(facet) > 0)
            terms.push_back({facet, mark, describe(which), rows.count(facet)});
    };
    add(Trace::Kind::Added, Mark::Added);
    add(Trace::Kind::Changed, Mark::Changed);
    add(Trace::Kind::Removed, Mark::Removed);
    m_facets->setTerms(tr("All"), static_cast<qint64>(rows.size()), terms);
}

void LeftBehindDialog::showCurrent()
{
    m_title->clear();
    m_words->clear();
    const auto row = currentRow();
    if (!row)
        return;
    const Trace& trace = m_model->rows()->trace(*row);
    const QString none = tr("nothing");
    m_title->setText(describe(trace.list) + QStringLiteral(" · ") + describe(trace.kind));
    m_words->setText(QStringList{trace.where,
                                 QStringLiteral("%1 %2").arg(excerpt(trace.what, 400), toQString(trace.code)),
                                 {},
                                 tr("In the copy: %1").arg(trace.before.isEmpty() ? none : trace.before),
                                 tr("Now: %1").arg(trace.after.isEmpty() ? none : trace.after)}
                         .join(QLatin1Char('\n')));
}

} // namespace rangedesk::ui
