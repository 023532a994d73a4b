// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_editor.h"

#include "changes/change_rows.h"
#include "changes/check.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/page.h"
#include "core/text.h"
#include "session/worker.h"

#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::milliseconds keepAfter{700};
constexpr qsizetype mostNameCharacters = 60;

/// Departments by one of their names, with all that is known of those that the campaign still has.
std::vector<CampaignBase::Department> departmentsNamed(const CampaignDepartments& named,
                                                       const CampaignBase& base)
{
    std::vector<CampaignBase::Department> departments;
    const std::vector<std::string> known = base.departmentsBy(named.by);
    for (const std::string& name : named.names) {
        const auto found = std::find(known.begin(), known.end(), name);
        CampaignBase::Department department;
        if (found != known.end())
            department = base.departments[static_cast<std::size_t>(found - known.begin())];
        else
            (named.by == SelectBy::Id     ? department.id
             : named.by == SelectBy::Code ? department.code
                                          : department.name) = name;
        departments.push_back(std::move(department));
    }
    return departments;
}

} // namespace

CampaignEditor::CampaignEditor(Desk& desk, Mode mode, std::vector<CampaignBase> bases,
                               CampaignChoices choices, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_mode(mode), m_bases(std::move(bases)),
      m_keeper(
          [data = desk.data(), scope = desk.scope()](const std::optional<KeptEdit>& edit) {
              if (data == nullptr)
                  return Result<void>(); // nothing is kept before there is a folder
              return edit ? keepEdit(*data, scope, *edit) : forgetEdit(*data, scope);
          },
          nullptr)
{
    setObjectName(QStringLiteral("campaignEditor"));
    setWindowTitle(title());
    const Theme& theme = Theme::instance();
    resize(theme.scaled(1020), theme.scaled(mode == Mode::Many ? 420 : 700));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new EnvironmentBand(m_desk.environment(), this));
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
    scroll->setFocusPolicy(Qt::NoFocus); // Tab goes from field to field
    auto* left = new QWidget(scroll);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(24, 18, 24, 18);
    m_form = new CampaignForm(mode, std::move(choices), left);
    leftColumn->addWidget(m_form, 1); // long texts take the room there is
    if (mode == Mode::Many)
        leftColumn->addStretch();
    scroll->setWidget(left);
    row->addWidget(scroll, 1);
    makeSide(row);
    all->addLayout(row, 1);
    if (m_bases.size() == 1 && m_mode != Mode::Many) {
        CampaignBase first = m_bases.front();
        if (m_mode == Mode::New) { // a copy is a campaign of its own
            first.edit.sourceCode.clear();
            first.edit.code.clear();
        }
        m_form->setValues(first);
    } else if (m_mode == Mode::Many) {
        m_form->setMany(m_bases);
    }
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, &CampaignEditor::keep);
    connect(&m_keeper, &EditKeeper::written, this, &CampaignEditor::tellKept);
    connect(m_form, &CampaignForm::changed, this, [this] {
        m_isTouched = true;
        m_keepTimer.start();
        noteHandMade();
        showChanges();
    });
    auto* go = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(go, &QShortcut::activated, this, [this] {
        if (m_goOn->isEnabled())
            goOn();
        else if (m_form->problem().isEmpty() && m_merge->undecided() > 0)
            m_merge->focusFirst();
        else
            m_form->focusFirstFault();
    });
    m_form->focusFirst();
    auto* fault = new QShortcut(QKeySequence(Qt::Key_F8), this);
    connect(fault, &QShortcut::activated, m_form, &CampaignForm::focusFirstFault);
    showChanges();
}

void CampaignEditor::makeSide(QHBoxLayout* row)
{
    QFrame* side = makePane(this, "sidePane");
    side->setFixedWidth(Theme::instance().scaled(340));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* top = addSideColumn(side, sideColumn);
    QWidget* content = top->parentWidget();
    top->addWidget(makeLabel(content, tr("What changes"), Type::PaneTitle));
    m_gone = new Note(Mark::Refused, content);
    m_gone->hide();
    top->addWidget(m_gone);
    m_unkept = new Note(Mark::Warning, content);
    m_unkept->setObjectName(QStringLiteral("campaignEditor.unkept"));
    m_unkept->hide();
    top->addWidget(m_unkept);
    m_merge = new MergeCards(content);
    top->addWidget(m_merge);
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
    connect(cancel, &QPushButton::clicked, this, &CampaignEditor::reject);
    connect(m_goOn, &QPushButton::clicked, this, &CampaignEditor::goOn);
    connect(m_merge, &MergeCards::decided, this, &CampaignEditor::takeDecision);
}

CampaignEditor::~CampaignEditor()
{
    if (m_reading)
        m_reading->stop = true;
    // The program may be closing: an edit that was neither accepted nor given up is offered at the next
    // start. The keeper writes it before it goes.
    if (m_keepTimer.isActive())
        keep();
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

/// For the list of jobs, where several may wait.
QString CampaignEditor::nameOfSet() const
{
    const CampaignWish wish = m_form->wish();
    QString name = m_mode == Mode::Many ? tr("%1 campaigns").arg(figure(static_cast<qint64>(m_bases.size())))
                                        : toQString(wish[CampaignField::Name].value_or(m_form->sourceCode()));
    for (const char separator : {'/', '\\', ':'}) // it is kept as a file's name
        name.replace(QLatin1Char(separator), QLatin1Char(' '));
    return name.isEmpty() ? title() : title() + QStringLiteral(", ") + name.left(mostNameCharacters);
}

void CampaignEditor::restore(const KeptEdit& edit)
{
    const std::string campaign = edit.campaigns.empty() ? std::string() : edit.campaigns.front();
    if (m_mode == Mode::Edit && m_bases.front().edit.name.empty()) { // no list tells what it is: it is read
        m_restored = edit;
        m_form->setWish(campaign, edit.wish);
        readAgain();
        return;
    }
    if (m_mode == Mode::Edit) {
        // What others changed since then in the same places is decided like any other conflict.
        CampaignBase& base = m_bases.front();
        for (const CampaignField field : campaignFields) {
            if (edit.before[field])
                valueOf(base.edit, field) = *edit.before[field];
        }
        if (edit.before.departments)
            base.departments = departmentsNamed(*edit.before.departments, base);
    }
    m_form->setWish(campaign, edit.wish);
    if (m_mode == Mode::New) // it may have begun as a copy
        m_form->askForWhole();
}

KeptEdit CampaignEditor::edit() const
{
    KeptEdit edit{m_mode, {}, m_form->wish(), {}};
    if (m_mode == Mode::Many) {
        for (const CampaignBase& base : m_bases)
            edit.campaigns.push_back(base.edit.sourceCode);
    } else {
        edit.campaigns.push_back(m_form->sourceCode());
    }
    if (m_mode == Mode::Edit) { // what was not touched stays as the server has it by then
        edit.wish = differences(edit.wish, m_bases.front());
        edit.before = baseOf(edit.wish, m_bases.front());
    }
    return edit;
}

void CampaignEditor::keep()
{
    m_keepTimer.stop();
    if (m_desk.data() == nullptr || m_restored) // as it was kept, until it is known what it changes
        return;
    const KeptEdit now = edit();
    if (m_mode != Mode::New && now.wish.isEmpty())
        m_keeper.forget();
    else
        m_keeper.keep(now);
}

void CampaignEditor::tellKept(const std::optional<Error>& problem)
{
    if (problem)
        m_unkept->setText(
            tr("This edit cannot be kept on disk: it would be lost if the program ended now. %1")
                .arg(problem->text()));
    m_unkept->setVisible(problem.has_value());
}

/// On disk until its draft is: that looks for it there.
void CampaignEditor::accept()
{
    keep();
    m_keepProblem = m_keeper.flush();
    QDialog::accept();
}

CampaignWish CampaignEditor::differing(const CampaignBase& base) const
{
    CampaignWish wish = m_form->wish();
    CampaignWish different = differences(wish, base);
    // What was confirmed as whole is sent, though it reads the same.
    for (const CampaignField field : campaignFields) {
        if (!mayBeCut(field, valueOf(base.edit, field)))
            continue;
        if (m_mode == Mode::Edit && wish[field])
            different[field] = wish[field];
        else if (m_mode == Mode::Many && !different.isEmpty() && m_form->isWhole())
            different[field] = valueOf(base.edit, field);
    }
    return different;
}

void CampaignEditor::showChanges()
{
    QStringList lines;
    bool changes = false;
    if (m_mode == Mode::New) {
        changes = true;
        lines << tr("A new campaign. The server is asked first whether it is there already.");
    } else if (m_mode == Mode::Edit) {
        lines = changesOfOne(m_bases.front(), changes);
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
    const int undecided = m_merge->undecided();
    const QString problem = !m_form->problem().isEmpty() ? m_form->problem() + QStringLiteral("   F8")
                            : undecided > 0              ? tr("Values to be decided: %1").arg(undecided)
                                                         : QString();
    const bool isGone = m_mode == Mode::Edit && m_gone->isVisibleTo(this);
    m_goOn->setEnabled((m_restored || (changes && problem.isEmpty() && !isGone)) && !m_reading);
    m_hint->setText(m_reading               ? tr("Reading the campaign again…")
                    : isGone && !m_restored ? tr("It is gone on the server: make a new one of it.")
                    : !problem.isEmpty() && !m_restored ? problem
                    : !m_readProblem.isEmpty()          ? m_readProblem
                    : changes ? tr("Compared with the server first; nothing is sent before you have seen it.")
                              : QString());
}

QStringList CampaignEditor::changesOfOne(const CampaignBase& base, bool& changes) const
{
    QStringList lines;
    const CampaignWish different = differences(m_form->wish(), base);
    changes = !different.isEmpty();
    const auto tell = [&](const CampaignWish& one) {
        const auto [before, after] = describeChange(one, &base);
        lines << before + QStringLiteral("\n→ ") + after;
    };
    for (const CampaignField field : campaignFields) {
        CampaignWish one;
        one[field] = different[field];
        if (one[field])
            tell(one);
    }
    CampaignWish departments;
    departments.departments = different.departments;
    if (departments.departments)
        tell(departments);
    lines << (changes ? tr("All other fields are sent along as the server holds them then.")
                      : tr("Nothing yet."));
    return lines;
}

void CampaignEditor::goOn()
{
    if (m_mode != Mode::Edit || !m_desk.isOpen())
        accept();
    else
        readAgain();
}

void CampaignEditor::readAgain()
{
    if (m_reading)
        return;
    m_reading = std::make_shared<ReadingProgress>();
    m_readProblem.clear();
    m_focused = focusWidget();
    m_form->setEnabled(false); // what goes on is what stands there now
    showChanges();
    const auto work = [connection = m_desk.connection(), base = m_bases.front(), progress = m_reading] {
        Campaign known;
        known.sourceCode = base.edit.sourceCode;
        known.code = base.edit.code;
        const auto found = readCampaign(*connection, known, *progress);
        if (!found)
            return ReadAgain{found.error(), {}};
        return ReadAgain{{}, *found ? std::optional(CampaignBase::of(*(*found)->value)) : std::nullopt};
    };
    inWorker(
        this, work,
        [this, progress = m_reading](ReadAgain read) {
            if (progress == m_reading) // else the person has given up
                take(std::move(read));
        },
        &m_desk.readers());
}

/// What moved on the server is brought together with the edit; where nothing did, the edit goes on.
void CampaignEditor::take(ReadAgain read)
{
    m_reading.reset();
    m_form->setEnabled(true);
    if (m_focused)
        m_focused->setFocus();
    if (read.problem) { // the edit stays here: elsewhere it could not be compared either
        m_readProblem = read.problem->text();
        showChanges();
        m_goOn->setFocus();
        return;
    }
    const std::optional<KeptEdit> restored = std::exchange(m_restored, std::nullopt);
    if (!read.now) {
        offerNew();
        showChanges();
        return;
    }
    if (restored) {
        m_bases.front() = *read.now;
        m_form->setValues(m_bases.front());
        restore(*restored);
        showChanges();
        return;
    }
    const CampaignBase before = std::exchange(m_bases.front(), *read.now);
    if (read.now->digest() == before.digest()) {
        accept();
        return;
    }
    m_form->setBase(m_bases.front());
    m_mine = m_form->wish();
    std::vector<MovedValue> moved = movedValues(before, m_mine, m_bases.front());
    for (const MovedValue& value : moved) {
        if (value.kind == MovedValue::Kind::OnlyThere)
            takeDecision(value, false);
    }
    m_merge->showMoved(std::move(moved));
    showChanges();
    m_merge->focusFirst();
}

/// @pre the base is what the server holds now
void CampaignEditor::takeDecision(const MovedValue& value, bool isMine)
{
    const CampaignBase& now = m_bases.front();
    const QScopedValueRollback deciding(m_isDeciding, true); // half of it would look like a third value
    if (!value.field && isMine) {
        CampaignWish departments;
        departments.departments = m_mine.departments;
        m_form->setWish(now.edit.sourceCode, departments);
    } else if (!value.field) {
        m_form->setDepartments(now);
    } else {
        m_form->setValue(*value.field, isMine ? m_mine[*value.field].value_or(std::string())
                                              : valueOf(now.edit, *value.field));
    }
    showChanges();
}

/// A value that is neither mine nor theirs was merged by hand.
void CampaignEditor::noteHandMade()
{
    if (m_merge->isHidden() || m_isDeciding)
        return;
    const CampaignWish wish = m_form->wish();
    for (const CampaignField field : campaignFields) {
        if (wish[field] && wish[field] != m_mine[field] &&
            *wish[field] != valueOf(m_bases.front().edit, field))
            m_merge->decideByHand(field);
    }
    CampaignWish departments;
    departments.departments = wish.departments;
    const bool isOwn = wish.departments && wish.departments != m_mine.departments &&
                       !differences(departments, m_bases.front()).isEmpty();
    if (isOwn)
        m_merge->decideByHand(std::nullopt);
}

void CampaignEditor::offerNew()
{
    m_gone->setText(
        tr("The server has this campaign no more, or under another external id. Nothing was sent; "
           "your values are here still."));
    m_gone->clearButtons();
    QPushButton* anew = m_gone->addButton(tr("Make a new one of it"));
    anew->setObjectName(QStringLiteral("campaignEditor.anew"));
    connect(
        anew, &QPushButton::clicked, this,
        [this] {
            m_mode = Mode::New;
            m_isTouched = true;
            m_form->becomeNew();
            setWindowTitle(title());
            m_gone->hide();
            showChanges();
        },
        Qt::QueuedConnection); // the button goes with its note
    m_gone->show();
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
    auto set = setOfChanges(ChangeKind::Campaigns, rows, nameOfSet());
    if (set) {
        set->file.isTyped = true;
        if (m_desk.data() != nullptr) {
            set->file.keptIn = editPath(*m_desk.data(), m_desk.scope());
            set->file.kept = bytesOf(edit());
        }
    }
    return set;
}

void CampaignEditor::reject()
{
    if (m_isTouched) {
        const int answer = dialogs().ask(this, {tr("Give up this edit?"),
                                                tr("Nothing of it was sent."),
                                                {{tr("Go on editing")}, {tr("Give it up"), "danger"}},
                                                0});
        if (answer != 1 || result() == Accepted)
            return; // or it went on meanwhile
    }
    if (m_reading)
        std::exchange(m_reading, nullptr)->stop = true;
    m_keepTimer.stop();
    if (m_isTouched && m_desk.data() != nullptr) { // given up: nothing is left to go on with
        m_keeper.forget();
        m_keepProblem = m_keeper.flush();
    }
    QDialog::reject();
}

} // namespace rangedesk::ui
