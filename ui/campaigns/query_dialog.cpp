// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/query_dialog.h"

#include "common/date_field.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/page.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "models/tool_tip.h"

#include <QGridLayout>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

/// The wire's end of a span of time: a day alone means the whole of it.
bool isEnd(const CampaignFilter& filter)
{
    return filter.value == &CampaignQuery::beforeCreateTime ||
           filter.value == &CampaignQuery::beforeModifyTime;
}

} // namespace

QueryDialog::QueryDialog(Desk& desk, const CampaignQuery& query,
                         const std::vector<std::pair<QString, QString>>& types, QWidget* parent)
    : QDialog(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("campaignQuery"));
    setWindowTitle(tr("Query campaigns"));
    if (desk.data() != nullptr) {
        if (auto kept = loadCampaignQueries(*desk.data(), desk.scope()))
            m_queries = std::move(*kept);
        else
            m_problem = kept.error().text();
    }
    build(types);
    setQuery(isEmpty(query) ? m_queries.last : query);
    showNamed();
    if (!m_problem.isEmpty()) {
        m_hint->setText(m_problem);
        m_hint->setForegroundRole(toneRole("refused"));
    }
    m_boxes.front().edit->setFocus();
}

void QueryDialog::build(const std::vector<std::pair<QString, QString>>& types)
{
    resize(Theme::instance().scaled(640), Theme::instance().scaled(430));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new EnvironmentBand(m_desk.environment(), this));
    auto* head = new PageHead(this);
    head->setTitle(windowTitle());
    all->addWidget(head);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 12);
    column->setSpacing(12);
    auto* top = new QHBoxLayout;
    auto* namedLabel = makeLabel(content, tr("Kept queries"), Type::Caption, "");
    m_named = new QComboBox(content);
    m_named->setObjectName(QStringLiteral("campaignQuery.named"));
    m_named->setAccessibleName(namedLabel->text());
    namedLabel->setBuddy(m_named);
    m_keep = makeButton(content, "", "favourite");
    m_keep->setObjectName(QStringLiteral("campaignQuery.keep"));
    setButtonText(m_keep, tr("Keep under a name…"), QKeySequence::Save);
    m_remove = makeButton(content, "quiet", "remove");
    setButtonText(m_remove, tr("Remove"));
    top->addWidget(namedLabel);
    top->addWidget(m_named, 1);
    top->addWidget(m_keep);
    top->addWidget(m_remove);
    column->addLayout(top);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    int place = 0;
    for (const CampaignFilter& filter : campaignFilters) {
        auto* cell = new QVBoxLayout;
        cell->setSpacing(3);
        Box box{&filter, makeLabel(content, campaignFilterLabel(filter), Type::Caption, ""),
                makeParagraph(content, {}, Type::Caption, "refused"), nullptr};
        QWidget* field = nullptr;
        if (filter.isTime) {
            auto* date = new DateField(content);
            box.edit = date->edit();
            box.edit->setPlaceholderText(QStringLiteral("2026-01-31 09:00"));
            field = date;
        } else if (filter.value == &CampaignQuery::typeCode) {
            auto* type = new QComboBox(content);
            type->setEditable(true);
            type->setInsertPolicy(QComboBox::NoInsert);
            for (const auto& [code, name] : types)
                type->addItem(name.isEmpty() ? code : code + QStringLiteral("   ") + name, code);
            type->setCurrentIndex(-1);
            connect(type, &QComboBox::activated, this,
                    [type](int at) { type->setEditText(type->itemData(at).toString()); });
            box.edit = type->lineEdit();
            field = type;
        } else {
            box.edit = new QLineEdit(content);
            field = box.edit;
        }
        box.edit->setObjectName(QStringLiteral("campaignQuery.") + QLatin1String(filter.parameter));
        box.edit->setAccessibleName(box.name->text());
        field->setAccessibleName(box.name->text());
        box.edit->setClearButtonEnabled(true);
        box.name->setBuddy(field);
        box.fault->hide();
        cell->addWidget(box.name);
        cell->addWidget(field);
        cell->addWidget(box.fault);
        cell->addStretch();
        // The three texts side by side, then a span of time a line.
        constexpr int texts = 3;
        if (place < texts)
            grid->addLayout(cell, 0, place * 2, 1, 2);
        else
            grid->addLayout(cell, 1 + (place - texts) / 2, (place - texts) % 2 * 3, 1, 3);
        ++place;
        connect(box.edit, &QLineEdit::textChanged, this, &QueryDialog::check);
        m_boxes.push_back(box);
    }
    for (int i = 0; i < 6; ++i)
        grid->setColumnStretch(i, 1);
    column->addLayout(grid);
    column->addWidget(makeParagraph(content,
                                    tr("The filters hold together. Times are the platform's (China). The "
                                       "list that was read before stays as it is; what is found is shown "
                                       "by itself until you ask for all again."),
                                    Type::Caption, "faint"));
    column->addStretch();
    all->addWidget(content, 1);
    QFrame* foot = makePane(this, "paneFoot");
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 12, size::padding, 12);
    m_hint = makeLabel(foot, {}, Type::Caption, "refused");
    QPushButton* cancel = makeButton(foot);
    setButtonText(cancel, tr("Cancel"));
    m_goOn = makeButton(foot, "primary", "search");
    m_goOn->setObjectName(QStringLiteral("campaignQuery.goOn"));
    setButtonText(m_goOn, tr("Query"), Qt::Key_Return);
    m_goOn->setDefault(true); // asking changes nothing
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_goOn);
    all->addWidget(foot);
    for (QPushButton* button : {m_keep, m_remove, cancel})
        button->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &QueryDialog::ask);
    connect(m_keep, &QPushButton::clicked, this, &QueryDialog::keepNamed);
    connect(m_remove, &QPushButton::clicked, this, &QueryDialog::removeNamed);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_keep, &QPushButton::click);
    connect(m_named, &QComboBox::activated, this, [this](int at) {
        if (at > 0)
            setQuery(m_queries.named.at(static_cast<std::size_t>(at) - 1).query);
    });
}

CampaignQuery QueryDialog::query() const
{
    CampaignQuery query;
    for (const Box& box : m_boxes)
        query.*box.filter->value = box.filter->isTime ? filterTimeOf(box.edit->text(), isEnd(*box.filter))
                                                      : toUtf8(box.edit->text().trimmed());
    return query;
}

void QueryDialog::setQuery(const CampaignQuery& query)
{
    m_isFilling = true;
    for (const Box& box : m_boxes)
        box.edit->setText(toQString(query.*box.filter->value));
    m_isFilling = false;
    check();
}

void QueryDialog::check()
{
    if (m_isFilling)
        return;
    const CampaignQuery now = query();
    const std::vector<Violation> violations = validate(toWire(now));
    QString problem;
    for (const Box& box : m_boxes) {
        const auto found = std::find_if(violations.begin(), violations.end(), [&box](const Violation& v) {
            return v.field == box.filter->parameter;
        });
        const bool isFaulty = found != violations.end();
        box.fault->setVisible(isFaulty);
        box.fault->setText(isFaulty ? describe(*found) : QString());
        if (isFaulty && problem.isEmpty())
            problem = tr("%1: %2").arg(box.name->text(), describe(*found));
    }
    const auto isTurned = [](const std::string& after, const std::string& before) {
        return !after.empty() && !before.empty() && after > before;
    };
    if (problem.isEmpty() && (isTurned(now.afterCreateTime, now.beforeCreateTime) ||
                              isTurned(now.afterModifyTime, now.beforeModifyTime)))
        problem = tr("Nothing lies after the end of a span: \"after\" must be the earlier moment.");
    if (problem.isEmpty() && isEmpty(now))
        problem = tr("Fill at least one filter; without one, get all campaigns with F5 in the list.");
    m_hint->setText(problem);
    // An empty form is no fault yet.
    m_hint->setForegroundRole(toneRole(isEmpty(now) ? "caption" : "refused"));
    m_goOn->setEnabled(problem.isEmpty());
    m_keep->setEnabled(problem.isEmpty() && m_problem.isEmpty());
    showNamed();
}

/// The names, with the one chosen whose filters stand here.
void QueryDialog::showNamed()
{
    const CampaignQuery now = query();
    m_named->clear();
    m_named->addItem(m_queries.named.empty() ? tr("none yet") : tr("choose one"));
    for (const NamedCampaignQuery& one : m_queries.named) {
        m_named->addItem(one.name);
        if (one.query == now)
            m_named->setCurrentIndex(m_named->count() - 1);
        m_named->setItemData(m_named->count() - 1, toolTipText(describe(one.query)), Qt::ToolTipRole);
    }
    m_named->setEnabled(!m_queries.named.empty());
    m_remove->setEnabled(m_named->currentIndex() > 0);
}

void QueryDialog::keepNamed()
{
    if (!m_keep->isEnabled())
        return;
    bool accepted = false;
    const QString name =
        dialogs()
            .input(this, tr("Keep this query"), tr("Name"),
                   m_named->currentIndex() > 0 ? m_named->currentText() : QString(), &accepted)
            .trimmed();
    if (!accepted || name.isEmpty())
        return;
    m_queries.keep(name, query());
    write();
    showNamed();
}

void QueryDialog::removeNamed()
{
    if (m_named->currentIndex() <= 0)
        return;
    m_queries.remove(m_named->currentText());
    write();
    showNamed();
}

void QueryDialog::write()
{
    if (m_desk.data() == nullptr || !m_problem.isEmpty())
        return; // what cannot be read is not written over
    const auto kept = keepCampaignQueries(*m_desk.data(), m_desk.scope(), m_queries); // some hundred bytes
    if (!kept)
        m_hint->setText(kept.error().text());
}

void QueryDialog::ask()
{
    m_queries.last = query();
    write();
    accept();
}

} // namespace rangedesk::ui
