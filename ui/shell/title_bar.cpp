// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/title_bar.h"

#include "common/environment_band.h"
#include "common/profile_color.h"
#include "common/widgets.h"

#include <QHBoxLayout>
#include <QMenu>

namespace rangedesk::ui {

namespace {

constexpr std::chrono::seconds tick{1};

} // namespace

TitleBar::TitleBar(Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk)
{
    const Environment environment = desk.environment();
    setObjectName(QStringLiteral("titleBar"));
    const char* env = environment == Environment::Production ? "production"
                      : environment == Environment::Test     ? "test"
                                                             : "rehearsal";
    setProperty("env", QLatin1String(env));
    setFixedHeight(size::titleBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(6);
    row->addWidget(new EnvironmentBlock(environment, this));
    row->addSpacing(6);
    m_company = makeLabel(this, {}, Type::Body);
    row->addWidget(m_company);
    m_profile = new QToolButton(this);
    m_profile->setObjectName(QStringLiteral("title.profile"));
    m_profile->setPopupMode(QToolButton::InstantPopup);
    m_profile->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_profile->setArrowType(Qt::DownArrow);
    auto* menu = new QMenu(m_profile);
    m_profile->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        Q_EMIT profileMenuWanted(menu);
    });
    const ProfileColor mark = desk.wish().color;
    if (mark != ProfileColor::None) {
        auto* sign = new QLabel(this);
        const auto paint = [this, sign, mark] { sign->setPixmap(profilePixmap(mark, devicePixelRatioF())); };
        paint();
        connect(&Theme::instance(), &Theme::changed, sign, paint);
        translated(sign, [sign, mark] { sign->setToolTip(profileColorWord(mark)); });
        row->addWidget(sign);
    }
    const bool hasProfile = !desk.wish().profile.isEmpty();
    m_profile->setVisible(hasProfile);
    m_company->setVisible(!hasProfile);
    row->addWidget(m_profile);
    m_lock = makeButton(this, "");
    m_lock->setObjectName(QStringLiteral("title.lock"));
    connect(m_lock, &QPushButton::clicked, this, &TitleBar::lockToggled);
    row->addWidget(m_lock);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &TitleBar::showLock);
    if (desk.writeLock() != nullptr)
        m_ticker.start();
    row->addStretch();
    m_goTo = makeButton(this, "", "search");
    m_goTo->setObjectName(QStringLiteral("title.goTo"));
    m_language = makeIconButton(this, "language");
    m_language->setObjectName(QStringLiteral("title.language"));
    m_theme = makeIconButton(this, "theme");
    m_theme->setObjectName(QStringLiteral("title.theme"));
    m_help = makeIconButton(this, "explain");
    m_help->setObjectName(QStringLiteral("title.help"));
    row->addWidget(m_goTo);
    row->addWidget(m_language);
    row->addWidget(m_theme);
    row->addWidget(m_help);
    translated(this, [this] {
        setButtonText(m_goTo, tr("Go to anything"), QKeySequence(Qt::CTRL | Qt::Key_K));
        setIconButtonText(m_language, tr("Switch between Chinese and English"));
        setIconButtonText(m_theme, tr("Switch between light and dark"));
        setIconButtonText(m_help, tr("Users' guide"), Qt::Key_F1);
        showLock();
    });
}

void TitleBar::showLock()
{
    const WriteLock* lock = m_desk.writeLock();
    m_lock->setVisible(lock != nullptr);
    if (lock == nullptr) {
        m_lock->setAccessibleName(tr("Write lock: off"));
        return;
    }
    const bool isOpen = lock->isOpen();
    const QString text =
        !isOpen ? tr("Write lock: on")
        : lock->isOpenForGood()
            ? tr("Write lock: off")
            : tr("Write lock: open, %1 left").arg(durationText(static_cast<double>(lock->left().count())));
    m_lock->setIcon(icon(isOpen ? "unlock" : "lock"));
    if (m_lock->text() != QLatin1Char(' ') + text)
        setButtonText(m_lock, text);
    m_lock->setToolTip(isOpen ? tr("Lock: nothing that changes the server leaves this program any more.")
                              : tr("Open it by typing the name of the profile."));
}

void TitleBar::setCompany(const QString& name)
{
    m_company->setText(name);
    m_profile->setText(withoutMnemonic(name));
    m_profile->setAccessibleName(tr("Profile: %1").arg(name));
}

} // namespace rangedesk::ui
