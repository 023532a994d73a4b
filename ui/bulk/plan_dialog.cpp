// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/plan_dialog.h"

#include "common/page.h"
#include "common/widgets.h"
#include "session/worker.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace rangedesk::ui {

PlanDialog::PlanDialog(SharedOutcome draft, std::vector<RowState> states, std::size_t productsPerRequest,
                       QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("plan"));
    setWindowTitle(tr("The requests of this draft"));
    resize(Theme::instance().scaled(1000), Theme::instance().scaled(640));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(makeLabel(this, windowTitle(), Type::PaneTitle));
    m_caption = makeLabel(this, tr("Counting the requests…"), Type::Caption, "caption");
    column->addWidget(m_caption);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    m_model = new PlanModel(this);
    m_table = new TableView(splitter);
    m_table->setObjectName(QStringLiteral("plan.table"));
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("plan"), {{Look::Figure, 72, 92},
                                                 {Look::Text, 240, 240},
                                                 {Look::Code, 190, 190},
                                                 {Look::Figure, 60, 60},
                                                 {Look::Text, 320, 320, true}});
    m_table->setEmptyText(tr("Nothing would be sent."));
    m_body = new QPlainTextEdit(splitter);
    m_body->setObjectName(QStringLiteral("plan.body"));
    m_body->setReadOnly(true);
    m_body->setAccessibleName(tr("The body of the chosen request"));
    m_body->setPlaceholderText(tr("Choose a request to see what exactly would be sent."));
    splitter->addWidget(m_table);
    splitter->addWidget(m_body);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(splitter, 1);
    auto* buttons = new QHBoxLayout;
    QPushButton* close = makeButton(this);
    close->setText(tr("Close"));
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_table, &TableView::currentRowChanged, this, &PlanDialog::showBody);
    const auto work = [draft = std::move(draft), states = std::move(states), productsPerRequest] {
        return makeReviewedPlan(draft, states, productsPerRequest);
    };
    const auto done = [this](const std::shared_ptr<const ReviewedPlan>& plan) {
        m_model->setPlan(plan);
        m_caption->setText(
            tr("%1 requests in the order of their targets; several leave at once, one at a time "
               "for a target. Without the signature, which each gets when it leaves.")
                .arg(figure(static_cast<qint64>(plan->requests.size()))));
        if (!plan->requests.empty())
            m_table->goToRow(0);
        showBody();
    };
    inWorker(this, work, done);
    m_table->setFocus();
}

void PlanDialog::showBody()
{
    m_body->setPlainText(m_model->bodyOf(m_table->currentIndex().row()));
}

} // namespace rangedesk::ui
