// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_editor.h"

#include "accounts/app_settings.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "core/text.h"
#include "session/request_recorder.h"
#include "session/worker.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QScrollArea>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds testPatience{20};

struct Tested
{
    ConnectionReport report;
    std::optional<std::chrono::seconds> skew;
};

} // namespace

ProfileEditor::ProfileEditor(ProfileStore& store, Keychain& keychain) : m_store(store), m_keychain(keychain)
{
    setObjectName(QStringLiteral("profileEditor"));
    setMinimumSize(900, 560);
    resize(1280, 820);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeWelcome());
    auto* middle = makePane(this, "toolBar");
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(36, 36, 36, 24);
    column->setSpacing(6);
    m_title = makeLabel(middle, {}, Type::PageTitle);
    m_caption = makeParagraph(middle, {}, Type::Body);
    column->addWidget(m_title);
    column->addWidget(m_caption);
    auto* scroll = new QScrollArea(middle);
    scroll->setWidgetResizable(true);
    m_form = new ProfileForm(scroll);
    scroll->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    m_cancel = makeButton(middle);
    m_cancel->setObjectName(QStringLiteral("profile.cancel"));
    m_test = makeButton(middle, "", "connection");
    m_test->setObjectName(QStringLiteral("profile.test"));
    m_save = makeButton(middle, "primary");
    m_save->setObjectName(QStringLiteral("profile.save"));
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_test);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    row->addWidget(middle, 5);
    m_report = new ReportView(this);
    row->addWidget(m_report, 4);
    connect(m_form, &ProfileForm::changed, this, [this] {
        if (!m_isTesting && !m_report->text().isEmpty())
            m_report->showNothingYet(); // it told of other values
        showState();
    });
    connect(m_cancel, &QPushButton::clicked, this, &ProfileEditor::cancelled);
    connect(m_test, &QPushButton::clicked, this, &ProfileEditor::test);
    connect(m_save, &QPushButton::clicked, this, &ProfileEditor::save);
    translated(this, [this] { setTexts(); });
}

ProfileEditor::~ProfileEditor()
{
    m_isGoing = true;
    m_worker.waitForDone();
}

QWidget* ProfileEditor::makeWelcome()
{
    auto* rail = makePane(this, "rail");
    rail->setMinimumWidth(260);
    rail->setMaximumWidth(320);
    QPalette dark = rail->palette();
    dark.setColor(QPalette::WindowText, color(Token::White));
    auto* column = new QVBoxLayout(rail);
    column->setContentsMargins(28, 36, 28, 28);
    column->setSpacing(14);
    QLabel* name = makeLabel(rail, QStringLiteral("RangeDesk"), Type::Figure);
    m_welcomeTitle = makeParagraph(rail, {}, Type::PageTitle, "");
    m_welcomeText = makeParagraph(rail, {}, Type::Body, "");
    m_sampleTitle = makeParagraph(rail, {}, Type::PaneTitle, "");
    m_sampleText = makeParagraph(rail, {}, Type::Body, "");
    for (QLabel* label : {name, m_welcomeTitle, m_welcomeText, m_sampleTitle, m_sampleText})
        label->setPalette(dark);
    m_sample = makeButton(rail);
    m_sample->setObjectName(QStringLiteral("profile.sample"));
    connect(m_sample, &QPushButton::clicked, this, &ProfileEditor::sampleWanted);
    column->addWidget(name);
    column->addWidget(m_welcomeTitle);
    column->addWidget(m_welcomeText);
    column->addStretch();
    column->addWidget(m_sampleTitle);
    column->addWidget(m_sampleText);
    column->addWidget(m_sample);
    return rail;
}

void ProfileEditor::setTexts()
{
    setWindowTitle(tr("RangeDesk · Profiles"));
    m_welcomeTitle->setText(tr("Connect a company once, then do everything at this desk."));
    m_welcomeText->setText(
        tr("Campaigns, registrations, sale ranges, and changes by the ten thousand: previewed, "
           "posted, verified row by row."));
    m_sampleTitle->setText(tr("No key yet?"));
    m_sampleText->setText(
        tr("The rehearsal on this computer has customers, products and rules of its own. Whatever "
           "you change there, no company notices."));
    setButtonText(m_sample, tr("Try it with sample data"));
    m_title->setText(m_edited ? tr("Change the profile") : tr("New profile"));
    m_caption->setText(tr("The open-interface page of the company's admin pages holds these."));
    setButtonText(m_cancel, tr("Cancel"));
    setButtonText(m_test, m_isTesting ? tr("Testing…") : tr("Test the connection"));
    setButtonText(m_save, tr("Save and go on"));
    showState();
}

void ProfileEditor::edit(const std::optional<Profile>& profile, bool canCancel, bool hasKey)
{
    ++m_turn;
    m_isTesting = false;
    m_edited = profile;
    m_canCancel = canCancel;
    const std::vector<Profile> others = m_store.all().value_or(std::vector<Profile>());
    const bool isKept = profile && std::any_of(others.begin(), others.end(),
                                               [&](const Profile& other) { return other.id == profile->id; });
    m_form->setOthers(others, isKept);
    m_form->setProfile(profile.value_or(m_store.fresh()), profile && profile->needsKey() && hasKey);
    m_form->showProblem(std::nullopt);
    m_report->showNothingYet();
    setTexts();
    m_form->nameField()->setFocus();
}

void ProfileEditor::showState()
{
    m_cancel->setVisible(m_canCancel);
    m_cancel->setEnabled(!m_isSaving);
    m_sample->setEnabled(!m_isSaving);
    m_form->setEnabled(!m_isSaving);
    const Profile profile = m_form->profile();
    const bool hasKey = m_form->hasKey() || !m_form->typedKey().isEmpty();
    const bool hasPassword = !profile.needsProxyPassword() || m_form->network()->hasPassword();
    const bool isFilled = hasPassword && !profile.name.trimmed().isEmpty() && m_form->hasEnvironment() &&
                          (!profile.needsKey() || (!profile.openid.isEmpty() && hasKey));
    m_save->setEnabled(isFilled && !m_isTesting && !m_isSaving);
    m_save->setToolTip(isFilled      ? QString()
                       : hasPassword ? tr("Name, kind, openid and appkey are needed.")
                                     : tr("The proxy's user needs a password."));
    m_test->setVisible(profile.needsKey());
    m_test->setEnabled(isFilled && !m_isSaving); // stays where the focus is while it tests
}

/// As typed, else from the keychain. Where neither gives it, the test is over.
void ProfileEditor::withSecret(std::shared_ptr<AppKey> typed, const QString& entry, Secret then)
{
    if (typed) {
        then(std::move(typed));
        return;
    }
    const bool isPassword = entry != m_form->profile().id;
    m_keychain.read(entry, [this, isPassword, then = std::move(then), turn = m_turn](KeychainAnswer answer) {
        if (turn != m_turn)
            return;
        if (answer.state == KeychainState::Done) {
            then(std::make_shared<AppKey>(std::move(answer.key)));
            return;
        }
        Error problem = keychainError(answer.state, answer.words);
        if (isPassword)
            problem = {ErrorKind::Usage,
                       tr("The password of the proxy did not come from the keychain."),
                       tr("Type it once more."),
                       {},
                       {}};
        endTest(problem);
    });
}

/// Before anything was asked.
void ProfileEditor::endTest(const Error& problem)
{
    m_isTesting = false;
    m_form->showProblem(problem);
    m_report->showNothingYet();
    setTexts();
}

void ProfileEditor::test()
{
    if (m_isTesting)
        return;
    auto others = m_store.all();
    auto profile = checkedProfile(m_form->profile(), others ? *others : std::vector<Profile>{});
    auto typed = typedKey();
    if (!profile || !typed) {
        m_form->showProblem(profile ? typed.error() : profile.error());
        return;
    }
    m_form->showProblem(std::nullopt);
    m_isTesting = true;
    ++m_turn;
    m_report->showWaiting();
    setTexts();
    withSecret(*typed, profile->id, [this, profile = *profile](const std::shared_ptr<AppKey>& key) {
        if (!profile.needsProxyPassword()) {
            runTest(profile, key, nullptr);
            return;
        }
        withSecret(typedPassword(), profile.proxyEntry(),
                   [this, profile, key](const std::shared_ptr<AppKey>& password) {
                       runTest(profile, key, password);
                   });
    });
}

void ProfileEditor::runTest(const Profile& profile, const std::shared_ptr<AppKey>& key,
                            const std::shared_ptr<const AppKey>& password)
{
    // Logged where the profile has a folder already; a new one has none before it is saved.
    const QString folder = m_store.dataFolder(profile);
    const QString root = m_store.root();
    const auto work = [profile, key, password, folder, root, &going = m_isGoing] {
        std::unique_ptr<RequestLog> log;
        std::unique_ptr<RequestRecorder> recorder;
        if (const QFileInfo place(folder); place.isDir()) {
            const AppSettings kept = loadSettings(root);
            log = std::make_unique<RequestLog>(folder + QStringLiteral("/log.db"),
                                               folder + QStringLiteral("/journal.db"), kept.logDays);
            recorder = std::make_unique<RequestRecorder>(
                *log, LogOrigin{profile.name, normalisedAddress(profile.baseUrl), profile.openid},
                kept.logBodies);
        }
        ConnectionSettings settings = connectionOf(profile);
        settings.proxy.password = password;
        settings.firstByteTimeout = settings.wholeTimeout = testPatience;
        const auto locked = std::make_shared<WriteLock>(); // a test never writes
        Connection connection(std::move(settings), std::move(*key), locked, recorder.get());
        Tested tested{testConnection(connection, going), {}};
        if (connection.knowsServerClock())
            tested.skew = connection.clockSkew();
        return tested;
    };
    const auto done = [this, profile, turn = m_turn](const Tested& tested) {
        if (turn != m_turn)
            return; // another profile is shown by now
        m_isTesting = false;
        m_report->showReport(tested.report, profile.baseUrl.host(),
                             profile.baseUrl.scheme() == QLatin1String("https"), tested.skew);
        setTexts();
    };
    inWorker(this, work, done, &m_worker);
}

/// Null where nothing was typed, or none is needed.
Result<std::shared_ptr<AppKey>> ProfileEditor::typedKey() const
{
    if (!m_form->profile().needsKey() || m_form->typedKey().isEmpty())
        return std::shared_ptr<AppKey>{};
    auto key = checkedKey(m_form->typedKey());
    if (!key)
        return tl::unexpected(key.error());
    return std::make_shared<AppKey>(std::move(*key));
}

std::shared_ptr<AppKey> ProfileEditor::typedPassword() const
{
    const QString typed = m_form->typedProxyPassword();
    return typed.isEmpty() || !m_form->profile().needsProxyPassword()
               ? nullptr
               : std::make_shared<AppKey>(toUtf8(typed));
}

/// What was production is called a test only by somebody who types its name: the guard rails go with the
/// kind.
bool ProfileEditor::mayCallOtherwise(const Profile& profile)
{
    const auto all = m_store.all();
    if (!all || profile.environment == Environment::Production)
        return true;
    const auto same = std::find_if(all->begin(), all->end(), [&](const Profile& other) {
        const bool isSameCompany = other.openid == profile.openid.trimmed() &&
                                   normalisedAddress(other.baseUrl) == normalisedAddress(profile.baseUrl);
        return other.environment == Environment::Production &&
               (other.id == profile.id || (profile.needsKey() && isSameCompany));
    });
    if (same == all->end())
        return true;
    Confirmation question;
    question.title = tr("%1 is production").arg(same->name);
    question.subtitle =
        tr("Saved as %1, the same company can be changed without typing a name, and without the "
           "band of production.")
            .arg(environmentWord(profile.environment));
    question.name = same->name;
    question.back = tr("Back to the fields");
    question.act = tr("It really is %1: save").arg(environmentWord(profile.environment));
    question.kind = "danger";
    return dialogs().confirm(this, question).isAgreed;
}

void ProfileEditor::closeEvent(QCloseEvent* event)
{
    event->setAccepted(!m_isSaving);
}

void ProfileEditor::save()
{
    const auto typed = typedKey();
    if (!typed) {
        m_form->showProblem(typed.error());
        return;
    }
    if (!mayCallOtherwise(m_form->profile()))
        return;
    const auto kept = m_store.keep(m_form->profile());
    if (!kept) {
        m_form->showProblem(kept.error());
        return;
    }
    m_form->showProblem(std::nullopt);
    const std::shared_ptr<AppKey> password = typedPassword();
    std::vector<std::pair<QString, std::shared_ptr<AppKey>>> secrets;
    if (*typed)
        secrets.emplace_back(kept->id, *typed);
    if (password)
        secrets.emplace_back(kept->proxyEntry(), password);
    if (m_edited && m_edited->needsProxyPassword() && !kept->needsProxyPassword())
        m_keychain.remove(kept->proxyEntry(), [](const KeychainAnswer&) {});
    m_isSaving = true;
    showState();
    keepSecrets(std::move(secrets), {},
                [this, profile = *kept, key = *typed, password](const QString& problem) {
                    m_isSaving = false;
                    m_form->clearSecrets();
                    showState();
                    // What could not be kept serves this run.
                    Q_EMIT saved(profile, key, password, problem);
                });
}

/// One after the other; @p problem is the last one.
void ProfileEditor::keepSecrets(std::vector<std::pair<QString, std::shared_ptr<AppKey>>> secrets,
                                const QString& problem, std::function<void(const QString&)> then)
{
    if (secrets.empty()) {
        then(problem);
        return;
    }
    const auto [entry, secret] = std::move(secrets.back());
    secrets.pop_back();
    m_keychain.write(entry, *secret,
                     [this, secrets = std::move(secrets), problem, then = std::move(then),
                      kept = secret](const KeychainAnswer& answer) {
                         keepSecrets(secrets,
                                     answer.state == KeychainState::Done
                                         ? problem
                                         : keychainError(answer.state, answer.words).what,
                                     then);
                     });
}

} // namespace rangedesk::ui
