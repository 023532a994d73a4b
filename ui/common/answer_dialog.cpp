// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/answer_dialog.h"

#include "common/chart.h"
#include "common/page.h"

#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

AnswerDialog::AnswerDialog(Environment environment, RowModel* model, const QString& name,
                           const QString& title, QWidget* parent)
    : QDialog(parent), m_rowModel(model)
{
    model->setParent(this);
    setObjectName(name);
    setWindowTitle(title);
    const DialogFrame frame = frameDialog(*this, environment, {1260, 760});
    connect(frame.close, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(makeMiddle(model, name));
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({920, 340});
    frame.column->addWidget(splitter, 1);
    m_table->setFocus();
}

QWidget* AnswerDialog::makeMiddle(RowModel* model, const QString& name)
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    m_head = head;
    m_sum = makeParagraph(pane, {}, Type::PaneTitle, "");
    m_caption = makeParagraph(pane, {}, Type::Caption, "caption");
    m_caption->hide();
    m_search = makeSearchField(pane);
    m_searchRow = new QHBoxLayout;
    m_searchRow->addWidget(m_search, 1);
    m_facets = new EquationBar(pane);
    head->addWidget(m_sum);
    head->addWidget(m_caption);
    head->addLayout(m_searchRow);
    head->addWidget(m_facets);
    column->addLayout(head);
    m_table = new TableView(pane);
    m_table->setObjectName(name + QStringLiteral(".table"));
    m_table->setModel(model);
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, model, &RowModel::setText);
    connect(m_facets, &EquationBar::facetChosen, model, &RowModel::setFacets);
    connect(model, &RowModel::settled, this, [this, model] {
        if (!m_table->currentIndex().isValid() && model->rowCount() > 0)
            m_table->goToRow(0);
        showCurrent();
    });
    connect(m_table, &TableView::currentRowChanged, this, [this] { showCurrent(); });
    connect(m_table, &TableView::exported, this,
            [this](const QString& path) { say(Mark::Accepted, tr("Written: %1").arg(path)); });
    connect(m_table, &TableView::exportFailed, this, [this](const QString& why) { say(Mark::Refused, why); });
    return pane;
}

QWidget* AnswerDialog::makeSide()
{
    QFrame* side = makePane(this, "sidePane");
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    m_side = addSideColumn(side, sideColumn);
    QWidget* owner = m_side->parentWidget() != nullptr ? m_side->parentWidget() : side;
    m_title = makeParagraph(owner, {}, Type::PaneTitle, "");
    m_words = makeParagraph(owner, {}, Type::Body, "");
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_side->addWidget(m_title);
    m_side->addWidget(m_words);
    m_side->addStretch();
    m_foot = new QVBoxLayout;
    m_foot->setContentsMargins(16, 8, 16, 12);
    sideColumn->addLayout(m_foot);
    return side;
}

std::optional<std::uint32_t> AnswerDialog::currentRow() const
{
    const int row = m_table->currentIndex().row();
    if (!m_rowModel->source() || row < 0 || row >= m_rowModel->rowCount())
        return std::nullopt;
    return m_rowModel->sourceRow(row);
}

std::vector<std::uint32_t> AnswerDialog::chosenRows() const
{
    std::vector<std::uint32_t> rows;
    for (const int row : m_table->selectedRows()) {
        if (m_rowModel->source() && row < m_rowModel->rowCount())
            rows.push_back(m_rowModel->sourceRow(row));
    }
    return rows;
}

void AnswerDialog::setCaption(const QString& text)
{
    m_caption->setText(text);
    m_caption->setVisible(!text.isEmpty());
}

void AnswerDialog::setSearchText(const QString& placeholder, const QString& accessibleName)
{
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(accessibleName);
}

void AnswerDialog::onTableKey(const QKeySequence& key, const std::function<void()>& act)
{
    auto* shortcut = new QShortcut(key, m_table);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

QPushButton* AnswerDialog::addAction(const QString& name, const char* look, const char* icon)
{
    QPushButton* button = makeButton(m_words->window(), look, icon);
    button->setObjectName(name);
    button->setAutoDefault(false);
    m_foot->addWidget(button);
    return button;
}

void AnswerDialog::say(Mark mark, const QString& text)
{
    tell(this, mark, text);
}

void AnswerDialog::addPicture(QWidget* picture)
{
    QList<Chart*> charts = picture->findChildren<Chart*>();
    if (auto* whole = qobject_cast<Chart*>(picture))
        charts << whole;
    for (Chart* chart : charts)
        connect(chart, &Chart::told, this, [this](const QString& text, bool failed) {
            say(failed ? Mark::Refused : Mark::Accepted, text);
        });
    m_head->insertWidget(2, picture);
}

void AnswerDialog::addHint(const QString& text)
{
    m_foot->addWidget(makeParagraph(this, text, Type::Caption, "caption"));
}

void AnswerDialog::reject()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    else
        QDialog::reject();
}

} // namespace rangedesk::ui
