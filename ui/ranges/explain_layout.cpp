// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "common/preferences.h"
#include "ranges/explain_dialog.h"

#include <QFormLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

/// Under which the chosen assumption and the place of the dialog are remembered.
constexpr QLatin1String policyKey("explain/policy");
constexpr QLatin1String sizeKey("explain/size");
constexpr QLatin1String panesKey("explain/panes");

} // namespace

RulePolicy ExplainDialog::keptPolicy()
{
    constexpr int last = static_cast<int>(RulePolicy::Count) - 1;
    return static_cast<RulePolicy>(std::clamp(Preferences::value(policyKey, 0).toInt(), 0, last));
}

/// Size and panes, as they were left.
void ExplainDialog::rememberPlace(QSplitter* splitter)
{
    const QSize kept = Preferences::value(sizeKey).toSize();
    if (kept.isValid())
        resize(kept.boundedTo(parentWidget()->window()->size()));
    splitter->restoreState(Preferences::value(panesKey).toByteArray());
    connect(this, &QDialog::finished, splitter, [this, splitter] {
        Preferences::setValue(sizeKey, size());
        Preferences::setValue(panesKey, splitter->saveState());
    });
}

void ExplainDialog::addKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    onKey(QKeySequence::Find, [this] { pickCustomer(); });
    onKey(QKeySequence::New, [this] { thinkUp(); });
    onKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { pickOther(); });
    onKey(QKeySequence::Refresh, [this] {
        m_both->readMissing();
        work();
    });
    onKey(Qt::Key_F6, [this] { nextPane(1); });
    onKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(-1); });
}

std::vector<QWidget*> ExplainDialog::panes() const
{
    return {m_pick, m_table, m_reasons};
}

void ExplainDialog::nextPane(int by)
{
    const std::vector<QWidget*> all = panes();
    const auto count = static_cast<int>(all.size());
    if (count == 0)
        return;
    int current = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        const QWidget* pane = all[static_cast<std::size_t>(i)];
        while (pane != nullptr && qobject_cast<const QSplitter*>(pane->parentWidget()) == nullptr)
            pane = pane->parentWidget();
        if (pane != nullptr && focusWidget() != nullptr && pane->isAncestorOf(focusWidget()))
            current = i;
    }
    all[static_cast<std::size_t>((current + by + count) % count)]->setFocus(Qt::ShortcutFocusReason);
}

void ExplainDialog::reject()
{
    if (!m_search->text().isEmpty())
        m_search->clear();
    else
        QDialog::reject();
}

QWidget* ExplainDialog::makeLeft()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("sidePane"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFrame* pane = makePane(scroll, "sidePane");
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(16, 14, 16, 14);
    m_name = makeParagraph(pane, {}, Type::PaneTitle, "");
    m_pick = makeButton(pane, "", "search");
    m_pick->setObjectName(QStringLiteral("explain.customer"));
    setButtonText(m_pick, tr("Choose a customer…"), QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(m_pick, &QPushButton::clicked, this, &ExplainDialog::pickCustomer);
    column->addWidget(m_name);
    column->addWidget(m_pick, 0, Qt::AlignLeft);
    QPushButton* thinkUpOne = makeButton(pane, "link", "add");
    thinkUpOne->setObjectName(QStringLiteral("explain.thinkUp"));
    setButtonText(thinkUpOne, tr("Imagine a customer"), QKeySequence::New);
    connect(thinkUpOne, &QPushButton::clicked, this, &ExplainDialog::thinkUp);
    column->addWidget(thinkUpOne, 0, Qt::AlignLeft);
    m_otherName = makeParagraph(pane, {}, Type::Body, "");
    QPushButton* compare = makeButton(pane, "", "customer");
    compare->setObjectName(QStringLiteral("explain.compare"));
    setButtonText(compare, tr("Compare with…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(compare, &QPushButton::clicked, this, &ExplainDialog::pickOther);
    m_endCompare = makeButton(pane, "link");
    m_endCompare->setObjectName(QStringLiteral("explain.endCompare"));
    m_endCompare->setText(tr("End the comparison"));
    connect(m_endCompare, &QPushButton::clicked, this, [this] { compareWith({}); });
    column->addWidget(compare, 0, Qt::AlignLeft);
    column->addWidget(m_otherName);
    column->addWidget(m_endCompare, 0, Qt::AlignLeft);
    for (QPushButton* button : {m_pick, compare, m_endCompare, thinkUpOne})
        button->setAutoDefault(false);
    column->addSpacing(10);
    column->addWidget(
        makeParagraph(pane, tr("Attributes: from the catalogue, or chosen here"), Type::Caption, "caption"));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->setVerticalSpacing(4);
    for (int i = 0; i < dimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        QPushButton* value = makeButton(pane, "link");
        value->setObjectName(QStringLiteral("explain.%1").arg(i));
        connect(value, &QPushButton::clicked, this, [this, dimension] { pickValue(dimension); });
        m_values[dimension] = value;
        QToolButton* clear = makeIconButton(pane, "close");
        clear->setObjectName(QStringLiteral("explain.clear%1").arg(i));
        connect(clear, &QToolButton::clicked, this, [this, dimension] { clearValue(dimension); });
        m_clears[dimension] = clear;
        auto* valueRow = new QHBoxLayout;
        valueRow->addWidget(value);
        valueRow->addWidget(clear);
        valueRow->addStretch();
        form->addRow(makeLabel(pane, dimensionName(dimension), Type::Caption, "caption"), valueRow);
    }
    column->addLayout(form);
    m_incomplete = makeParagraph(pane, {}, Type::Caption, "caption");
    column->addWidget(m_incomplete);
    column->addSpacing(10);
    column->addWidget(makeLabel(pane, tr("How rules combine (assumption)"), Type::Caption, "caption"));
    const int kept = static_cast<int>(keptPolicy());
    for (int i = 0; i < static_cast<int>(RulePolicy::Count); ++i) {
        auto* radio = new QRadioButton(describe(static_cast<RulePolicy>(i)), pane);
        radio->setChecked(i == kept);
        m_policies->addButton(radio, i);
        column->addWidget(radio);
    }
    connect(m_policies, &QButtonGroup::idClicked, this, [this](int id) {
        Preferences::setValue(policyKey, id);
        work();
    });
    auto* note = new Note(Mark::Warning, pane);
    note->setText(
        tr("The API's documents do not say how rules combine, nor whether a department contains its "
           "sub-departments: here it does not. Ask your administrator."));
    column->addWidget(note);
    column->addStretch();
    scroll->setWidget(pane);
    return scroll;
}

QWidget* ExplainDialog::makeMiddle()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    m_sum = makeParagraph(pane, {}, Type::PaneTitle, "");
    m_caption = makeParagraph(pane, {}, Type::Caption, "caption");
    auto* tools = new QVBoxLayout;
    m_search = makeSearchField(pane);
    m_search->setPlaceholderText(tr("Product or code"));
    m_search->setAccessibleName(tr("Find a product"));
    m_facets = new EquationBar(pane);
    tools->addWidget(m_search);
    tools->addWidget(m_facets);
    head->addWidget(m_sum);
    head->addWidget(m_caption);
    head->addLayout(tools);
    column->addLayout(head);
    m_table = new TableView(pane);
    m_table->setObjectName(QStringLiteral("explain.table"));
    m_table->setAccessibleName(tr("Products"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    using Look = ColumnLookKind;
    m_table->setColumns(QStringLiteral("explain"), {{Look::Mark, 82, 96},
                                                    {Look::Text, 150, 110, true},
                                                    {Look::Code, 78, 78},
                                                    {Look::Code, 132, 160},
                                                    {Look::ToggleChip, 66, 86},
                                                    {Look::ToggleChip, 62, 58},
                                                    {Look::Text, 150, 124},
                                                    {Look::Text, 120, 150}});
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowModel::setText);
    connect(m_facets, &EquationBar::facetChosen, m_model, &RowModel::setFacets);
    connect(m_model, &RowModel::settled, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->goToRow(0);
        showReasons();
    });
    connect(m_table, &TableView::currentRowChanged, this, &ExplainDialog::showReasons);
    return pane;
}

QWidget* ExplainDialog::makeRight()
{
    QFrame* side = makePane(this, "sidePane");
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* column = addSideColumn(side, sideColumn);
    QWidget* owner = column->parentWidget() != nullptr ? column->parentWidget() : side;
    m_reasonTitle = makeParagraph(owner, {}, Type::PaneTitle, "");
    m_reasons = makeParagraph(owner, {}, Type::Body, "");
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_reasonTitle);
    column->addWidget(m_reasons);
    column->addStretch();
    m_toCustomer = makeButton(side, "", "customer");
    m_toCustomer->setObjectName(QStringLiteral("explain.toCustomer"));
    m_toRule = makeButton(side, "", "range");
    m_toRule->setObjectName(QStringLiteral("explain.toRule"));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 8, 16, 12);
    for (QPushButton* button : {m_toCustomer, m_toRule}) {
        button->setAutoDefault(false);
        foot->addWidget(button);
    }
    m_replaces = makeParagraph(side,
                               tr("The customer has no range of its own yet: under this assumption it would "
                                  "replace all that rules grant."),
                               Type::Caption, "caption");
    foot->addWidget(m_replaces);
    foot->addWidget(makeParagraph(side,
                                  tr("Only makes edits that wait; they are reviewed before they are posted."),
                                  Type::Caption, "caption"));
    sideColumn->addLayout(foot);
    m_toCustomer->setText(tr("Only for this customer"));
    m_toRule->setText(tr("Add it to a rule that fits…"));
    m_rules = new QMenu(m_toRule);
    m_toRule->setMenu(m_rules);
    connect(m_toCustomer, &QPushButton::clicked, this, [this] { add(ownTarget()); });
    connect(m_rules, &QMenu::aboutToShow, this, &ExplainDialog::fillMenu);
    return side;
}

} // namespace rangedesk::ui
