// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_editor.h"

#include "changes/change_rows.h"
#include "changes/check.h"
#include "common/dialogs.h"
#include "common/page.h"
#include "core/text.h"
#include "session/worker.h"

#include <QScrollArea>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds keepAfter{700};

} // namespace

CampaignEditor::CampaignEditor(Desk& desk, Mode mode, std::vector<CampaignBase> bases,
                               CampaignChoices choices, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_mode(mode), m_bases(std::move(bases))
{
    setObjectName(QStringLiteral("campaignEditor"));
    setWindowTitle(title());
    const Theme& theme = Theme::instance();
    resize(theme.scaled(1020), theme.scaled(mode == Mode::Many ? 420 : 700));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* head = new PageHead(this);
    head->setTitle(title());
    head->setCaption(m_mode == Mode::Edit ? toQString(m_bases.front().edit.sourceCode)
                     : m_mode == Mode::Many
                         ? tr("%1 campaigns").arg(figure(static_cast<qint64>(m_bases.size())))
                         : QString());
    all->addWidget(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* left = new QWidget(scroll);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(24, 18, 24, 18);
    m_form = new CampaignForm(mode, std::move(choices), left);
    leftColumn->addWidget(m_form);
    leftColumn->addStretch();
    scroll->setWidget(left);
    row->addWidget(scroll, 1);
    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(theme.scaled(320));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* top = addSideColumn(side, sideColumn);
    QWidget* content = top->parentWidget();
    top->addWidget(makeLabel(content, tr("What changes"), Type::PaneTitle));
    m_differences = makeParagraph(content, {}, Type::Body, "");
    m_differences->setObjectName(QStringLiteral("campaignEditor.differences"));
    m_differences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    top->addWidget(m_differences);
    top->addStretch();
    QFrame* foot = makePane(side, "paneFoot");
    auto* buttons = new QVBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 14, size::padding, 14);
    buttons->setSpacing(8);
    m_hint = makeParagraph(foot, {}, Type::Caption);
    m_goOn = makeButton(foot, "primary", "compare");
    m_goOn->setObjectName(QStringLiteral("campaignEditor.goOn"));
    m_goOn->setProperty("large", true);
    setButtonText(m_goOn, tr("Compare and review"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QPushButton* cancel = makeButton(foot);
    setButtonText(cancel, tr("Cancel"));
    for (QPushButton* button : {m_goOn, cancel})
        button->setAutoDefault(false); // Enter belongs to the fields
    buttons->addWidget(m_hint);
    buttons->addWidget(m_goOn);
    buttons->addWidget(cancel);
    sideColumn->addWidget(foot);
    row->addWidget(side);
    all->addLayout(row, 1);
    if (m_bases.size() == 1 && m_mode != Mode::Many) {
        CampaignBase first = m_bases.front();
        if (m_mode == Mode::New) { // a copy is a campaign of its own
            first.edit.sourceCode.clear();
            first.edit.code.clear();
        }
        m_form->setValues(first);
    }
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &CampaignEditor::keep);
    connect(m_form, &CampaignForm::changed, this, [this] {
        m_isTouched = true;
        if (m_mode != Mode::Many)
            m_keepTimer.start();
        showChanges();
    });
    connect(cancel, &QPushButton::clicked, this, &CampaignEditor::reject);
    connect(m_goOn, &QPushButton::clicked, this, &QDialog::accept);
    auto* go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(go, &QShortcut::activated, this, [this] {
        if (m_goOn->isEnabled())
            accept();
        else
            m_form->focusFirstFault();
    });
    m_form->setFocus();
    auto* fault = new QShortcut(QKeySequence(Qt::Key_F8), this);
    connect(fault, &QShortcut::activated, m_form, &CampaignForm::focusFirstFault);
    showChanges();
}

CampaignEditor::~CampaignEditor()
{
    // Posted or given up: nothing is left to go on with.
    m_keepTimer.stop();
    if (m_desk.data() != nullptr)
        forgetEdit(*m_desk.data());
}

QString CampaignEditor::title() const
{
    switch (m_mode) {
    case Mode::New:
        return m_bases.empty() ? tr("New campaign") : tr("Copy of a campaign");
    case Mode::Edit:
        return tr("Edit campaign");
    case Mode::Many:
        break;
    }
    return tr("Edit several campaigns");
}

void CampaignEditor::restore(const KeptEdit& edit)
{
    m_form->setWish(edit.sourceCode, edit.wish);
}

void CampaignEditor::keep()
{
    if (m_desk.data() == nullptr)
        return;
    const KeptEdit edit{m_form->sourceCode(), m_mode == Mode::New, m_form->wish()};
    (void)keepEdit(*m_desk.data(), edit); // a few hundred bytes
}

CampaignWish CampaignEditor::differing(const CampaignBase& base) const
{
    CampaignWish wish = m_form->wish();
    CampaignWish different = differences(wish, base);
    // What was confirmed as whole is sent, though it reads the same.
    for (const CampaignField field : campaignFields) {
        if (m_mode == Mode::Edit && wish[field] && mayBeCut(field, valueOf(base.edit, field)))
            different[field] = wish[field];
    }
    return different;
}

void CampaignEditor::showChanges()
{
    QStringList lines;
    bool changes = false;
    if (m_mode == Mode::New) {
        changes = true;
        lines << tr("A new campaign. It must not be there yet: that is asked first.");
    } else if (m_mode == Mode::Edit) {
        const CampaignBase& base = m_bases.front();
        const CampaignWish different = differences(m_form->wish(), base);
        changes = !different.isEmpty();
        for (const CampaignField field : campaignFields) {
            CampaignWish one;
            one[field] = different[field];
            if (!one[field])
                continue;
            const auto [before, after] = describeChange(one, &base);
            lines << before + QStringLiteral("\n→ ") + after;
        }
        CampaignWish departments;
        departments.departments = different.departments;
        if (departments.departments) {
            const auto [before, after] = describeChange(departments, &base);
            lines << before + QStringLiteral("\n→ ") + after;
        }
        if (!changes)
            lines << tr("Nothing yet.");
        else
            lines << tr("All other fields are sent along as the server holds them then.");
    } else {
        std::size_t count = 0;
        for (const CampaignBase& base : m_bases)
            count += differences(m_form->wish(), base).isEmpty() ? 0 : 1;
        changes = count > 0;
        lines << (changes ? tr("%1 of %2 campaigns change.").arg(count).arg(m_bases.size())
                          : tr("Nothing yet."));
        if (changes)
            lines << describe(m_form->wish());
    }
    m_differences->setText(lines.join(QStringLiteral("\n\n")));
    m_differences->setTextFormat(Qt::PlainText);
    const QString problem = m_form->problem();
    m_goOn->setEnabled(changes && problem.isEmpty());
    m_hint->setText(!problem.isEmpty() ? problem + QStringLiteral("   F8")
                    : changes ? tr("Compared with the server first; nothing is sent before you have seen it.")
                              : QString());
}

Result<FollowUp> CampaignEditor::changes() const
{
    std::vector<ChangeRow> rows;
    std::vector<TypedCell> names;
    const std::size_t count = m_mode == Mode::New ? 1 : m_bases.size();
    names.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto campaign = std::make_shared<CampaignRow>();
        const bool isNew = m_mode == Mode::New;
        campaign->mode = isNew ? CampaignRow::Mode::NewOnly : CampaignRow::Mode::ChangeOnly;
        campaign->wish = isNew ? m_form->wish() : differing(m_bases[i]);
        if (campaign->wish.isEmpty())
            continue;
        // What was seen here must be there still; other fields may have moved, and are left as they are then.
        if (!isNew)
            campaign->expected = baseOf(campaign->wish, m_bases[i]);
        names.push_back({Dimension::Department, SelectBy::SourceCode, -1,
                         isNew ? m_form->sourceCode() : m_bases[i].edit.sourceCode});
        ChangeRow row;
        row.line = static_cast<std::uint32_t>(rows.size()) + 1;
        row.target = std::span(&names.back(), 1);
        row.campaign = std::move(campaign);
        rows.push_back(std::move(row));
    }
    return setOfChanges(ChangeKind::Campaigns, rows, title());
}

void CampaignEditor::reject()
{
    const bool hasChanges = m_mode == Mode::New ? m_isTouched : m_goOn->isEnabled();
    if (hasChanges) {
        const int answer = dialogs().ask(this, {tr("Give up this edit?"),
                                                tr("Nothing of it was sent."),
                                                {{tr("Go on editing")}, {tr("Give it up"), "danger"}},
                                                0});
        if (answer != 1)
            return;
    }
    QDialog::reject();
}

} // namespace rangedesk::ui
