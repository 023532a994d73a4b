// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profile_form.h"

#include "common/environment_band.h"
#include "common/profile_color.h"
#include "profiles/secret_field.h"

#include <QFormLayout>
#include <QMouseEvent>
#include <QRadioButton>

namespace rangedesk::ui {

namespace {

constexpr std::array environments{Environment::Production, Environment::Test, Environment::Rehearsal};

/// A click anywhere in it chooses.
class ClickableCard : public QFrame
{
public:
    explicit ClickableCard(QWidget* parent) : QFrame(parent) { setObjectName(QStringLiteral("card")); }
    void setTarget(QAbstractButton* target) { m_target = target; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (rect().contains(event->position().toPoint()))
            m_target->click();
    }

private:
    QAbstractButton* m_target = nullptr;
};

QSpinBox* makeNumber(QWidget* parent, int least, int most)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setMinimumWidth(110);
    return box;
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    m_problem = new Note(Mark::Refused, this);
    m_problem->hide();
    column->addWidget(m_problem);
    const auto addField = [this](QVBoxLayout* into, QLineEdit* field, const char* name) {
        field->setObjectName(QLatin1String(name));
        QLabel* label = makeLabel(field->parentWidget(), {}, Type::Caption, "");
        label->setBuddy(field);
        m_labels.push_back(label);
        into->addSpacing(9);
        into->addWidget(label);
        into->addWidget(field);
        connect(field, &QLineEdit::textChanged, this, &ProfileForm::changed);
    };
    m_name = new QLineEdit(this);
    addField(column, m_name, "profile.name");
    QLabel* kind = makeLabel(this, {}, Type::Caption, "");
    m_labels.push_back(kind);
    column->addSpacing(9);
    column->addWidget(kind);
    m_environments = new QButtonGroup(this);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(10);
    for (const Environment environment : environments)
        cards->addWidget(makeCard(environment), 1);
    column->addLayout(cards);
    connect(m_environments, &QButtonGroup::idToggled, this, [this] {
        showState();
        Q_EMIT changed();
    });
    column->addWidget(makeRehearsal());
    m_server = new QWidget(this);
    auto* server = new QVBoxLayout(m_server);
    server->setContentsMargins(0, 0, 0, 0);
    server->setSpacing(3);
    m_address = new QLineEdit(m_server);
    addField(server, m_address, "profile.address");
    m_addressHint = makeParagraph(m_server, {}, Type::Caption);
    server->addWidget(m_addressHint);
    m_openid = new QLineEdit(m_server);
    m_openid->setInputMethodHints(Qt::ImhDigitsOnly);
    addField(server, m_openid, "profile.openid");
    m_key = new SecretField(m_server);
    addField(server, m_key, "profile.key");
    m_keyHint = makeParagraph(m_server, {}, Type::Caption);
    server->addWidget(m_keyHint);
    column->addWidget(m_server);
    column->addSpacing(9);
    auto* colorRow = new QHBoxLayout;
    m_colorLabel = makeLabel(this, {}, Type::Caption);
    m_color = new QComboBox(this);
    m_color->setObjectName(QStringLiteral("profile.color"));
    m_color->setMinimumWidth(150);
    colorRow->addWidget(m_colorLabel);
    colorRow->addWidget(m_color);
    colorRow->addStretch();
    column->addLayout(colorRow);
    connect(m_color, &QComboBox::currentIndexChanged, this, &ProfileForm::changed);
    m_network = new NetworkFields(this);
    connect(m_network, &NetworkFields::changed, this, &ProfileForm::changed);
    m_networkButton = addFold(column, "profile.network", m_network);
    m_moreButton = addFold(column, "profile.more", makeMore());
    column->addStretch(1);
    translated(this, [this] { setTexts(); });
}

/// Whose data the demo server plays.
QWidget* ProfileForm::makeRehearsal()
{
    m_rehearsal = new QWidget(this);
    auto* column = new QVBoxLayout(m_rehearsal);
    column->setContentsMargins(0, 9, 0, 0);
    column->setSpacing(3);
    m_copyLabel = makeLabel(m_rehearsal, {}, Type::Caption, "");
    m_copy = new QComboBox(m_rehearsal);
    m_copy->setObjectName(QStringLiteral("profile.copy"));
    m_copyLabel->setBuddy(m_copy);
    m_copyHint = makeParagraph(m_rehearsal, {}, Type::Caption);
    for (QWidget* widget : {static_cast<QWidget*>(m_copyLabel), static_cast<QWidget*>(m_copy),
                            static_cast<QWidget*>(m_copyHint)})
        column->addWidget(widget);
    connect(m_copy, &QComboBox::currentIndexChanged, this, &ProfileForm::changed);
    return m_rehearsal;
}

/// A part that is folded away until a person wants it.
QToolButton* ProfileForm::addFold(QVBoxLayout* column, const char* name, QWidget* content)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setArrowType(Qt::RightArrow);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(content);
    content->hide();
    connect(button, &QToolButton::toggled, this, [button, content](bool on) {
        button->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        content->setVisible(on);
    });
    return button;
}

QWidget* ProfileForm::makeCard(Environment environment)
{
    auto* card = new ClickableCard(this);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(4);
    column->addWidget(new EnvironmentBand(environment, card));
    auto* button = new QRadioButton(card);
    button->setObjectName(QStringLiteral("profile.kind%1").arg(static_cast<int>(environment)));
    m_environments->addButton(button, static_cast<int>(environment));
    card->setTarget(button);
    QLabel* text = makeParagraph(card, {}, Type::Caption);
    m_cardTexts.push_back(text);
    for (QWidget* widget : {static_cast<QWidget*>(button), static_cast<QWidget*>(text)}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(10, 0, 10, 0);
        row->addWidget(widget);
        column->addLayout(row);
    }
    column->addStretch();
    return card;
}

QWidget* ProfileForm::makeMore()
{
    m_more = new QWidget(this);
    auto* form = new QFormLayout(m_more);
    form->setContentsMargins(0, 4, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    m_rate = new QDoubleSpinBox(m_more);
    m_rate->setRange(0, 1000);
    m_rate->setDecimals(2);
    m_inFlight = makeNumber(m_more, 1, limits::maxInFlight);
    m_products = makeNumber(m_more, 1, 10000);
    m_reply = makeNumber(m_more, 1, 4096);
    m_requests = makeNumber(m_more, 1, 1000000);
    m_removals = makeNumber(m_more, 0, 100);
    m_minutes = makeNumber(m_more, 1, 24 * 60);
    m_locked = new QCheckBox(m_more);
    m_moreLabels.push_back(makeLabel(m_more, {}, Type::Body));
    form->addRow(m_moreLabels.back(), m_rate);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &ProfileForm::changed);
    for (QSpinBox* box : {m_inFlight, m_products, m_reply, m_requests, m_removals, m_minutes}) {
        m_moreLabels.push_back(makeLabel(m_more, {}, Type::Body));
        form->addRow(m_moreLabels.back(), box);
        connect(box, &QSpinBox::valueChanged, this, &ProfileForm::changed);
    }
    form->addRow(m_locked);
    connect(m_locked, &QCheckBox::toggled, this, &ProfileForm::changed);
    return m_more;
}

void ProfileForm::setTexts()
{
    const QString star = QStringLiteral(" *");
    const QStringList labels{tr("Name of the profile") + star, tr("Which kind of company is this?") + star,
                             tr("Address of the interface") + star, QStringLiteral("openid") + star,
                             QStringLiteral("appkey") + star};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(labels.value(static_cast<qsizetype>(i)));
    m_name->setPlaceholderText(tr("For instance: Acme Foods, test"));
    m_name->setAccessibleName(tr("Name of the profile"));
    m_address->setAccessibleName(tr("Address of the interface"));
    m_openid->setAccessibleName(QStringLiteral("openid"));
    m_key->setAccessibleName(QStringLiteral("appkey"));
    const QStringList texts{tr("Real customers. Posting asks for the name."),
                            tr("The company's test system."), tr("On this computer, without a network.")};
    for (std::size_t i = 0; i < environments.size(); ++i) {
        m_environments->button(static_cast<int>(i))->setText(environmentWord(environments.at(i)));
        m_environments->button(static_cast<int>(i))
            ->setAccessibleName(environmentWord(environments.at(i)) + QLatin1Char(' ') +
                                texts.value(static_cast<qsizetype>(i)));
        m_cardTexts[i]->setText(texts.value(static_cast<qsizetype>(i)));
    }
    m_addressHint->setText(
        tr("It differs from company to company; https://openapi.waiqin365.com where nothing else "
           "was said."));
    m_copyLabel->setText(tr("Data of the rehearsal"));
    m_copy->setAccessibleName(m_copyLabel->text());
    if (m_copy->count() > 0)
        m_copy->setItemText(0, tr("Sample data"));
    m_copyHint->setText(
        tr("A copy holds what this computer has read of the company: customers, products, ranges, campaigns. "
           "The company itself is not asked, and nothing reaches it."));
    m_colorLabel->setText(tr("Mark beside the name"));
    m_color->setAccessibleName(m_colorLabel->text());
    fillColors(*m_color);
    m_networkButton->setText(tr("Proxy and certificates"));
    m_networkButton->setAccessibleName(m_networkButton->text());
    m_moreButton->setText(tr("Limits and write lock"));
    m_moreButton->setAccessibleName(tr("Limits and write lock"));
    const QStringList more{tr("Requests a second (0: no limit)"),
                           tr("Requests in flight"),
                           tr("Products a request"),
                           tr("Largest answer, MB"),
                           tr("Ceiling: requests a job"),
                           tr("Ceiling: share of removals, %"),
                           tr("Minutes until the write lock closes by itself")};
    const std::array<QAbstractSpinBox*, 7> boxes{m_rate,     m_inFlight, m_products, m_reply,
                                                 m_requests, m_removals, m_minutes};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        m_moreLabels[i]->setText(more.value(static_cast<qsizetype>(i)));
        boxes.at(i)->setAccessibleName(more.value(static_cast<qsizetype>(i)));
    }
    m_locked->setText(tr("The write lock is on when the profile is opened"));
    m_locked->setAccessibleName(m_locked->text());
    showState();
}

void ProfileForm::showState()
{
    const bool isRehearsal = m_environments->checkedId() == static_cast<int>(Environment::Rehearsal);
    m_rehearsal->setVisible(isRehearsal);
    m_server->setVisible(!isRehearsal);
    m_networkButton->setVisible(!isRehearsal);
    m_network->setVisible(!isRehearsal && m_networkButton->isChecked());
    m_key->setPlaceholderText(m_hasKey ? tr("kept in the keychain; type to replace it") : QString());
    m_keyHint->setText(
        tr("Kept in the keychain of this computer alone; it is not shown again and cannot be copied "
           "out."));
}

void ProfileForm::setOthers(const std::vector<Profile>& profiles, bool isKept)
{
    m_isKept = isKept;
    m_copy->clear();
    m_copy->addItem(tr("Sample data"), QString());
    for (const Profile& profile : profiles) {
        if (profile.needsKey())
            m_copy->addItem(tr("A copy of %1").arg(profile.name), profile.id);
    }
}

void ProfileForm::setProfile(const Profile& profile, bool hasKey)
{
    m_profile = profile;
    m_hasKey = hasKey;
    m_name->setText(profile.name);
    // Of a new one a person says what it is: a wrong guess would be believed.
    m_environments->setExclusive(false);
    for (QAbstractButton* button : m_environments->buttons())
        button->setChecked(!profile.name.isEmpty() &&
                           m_environments->id(button) == static_cast<int>(profile.environment));
    m_environments->setExclusive(true);
    if (!profile.rehearsalOf.isEmpty() && m_copy->findData(profile.rehearsalOf) < 0)
        m_copy->addItem(tr("A copy of a company whose profile is gone"), profile.rehearsalOf);
    m_copy->setCurrentIndex(std::max(0, m_copy->findData(profile.rehearsalOf)));
    m_copy->setEnabled(!m_isKept); // its folder holds the data, jobs and writes of this one
    m_copy->setToolTip(m_isKept ? tr("A profile keeps its data. Make a new one to rehearse on others.")
                                : QString());
    m_address->setText(profile.baseUrl.toString());
    m_openid->setText(profile.openid);
    m_key->clear();
    m_rate->setValue(profile.requestsPerSecond);
    m_inFlight->setValue(profile.inFlight);
    m_products->setValue(profile.productsPerRequest);
    m_reply->setValue(profile.replyMegabytes);
    m_color->setCurrentIndex(static_cast<int>(profile.color));
    m_network->setProfile(profile, hasKey);
    // What leads requests another way is not folded out of sight, least of all in a profile from elsewhere.
    if (profile.proxy == ProxyKind::Manual || !profile.authorities.isEmpty())
        m_networkButton->setChecked(true);
    m_requests->setValue(static_cast<int>(profile.ceiling.requests));
    m_removals->setValue(profile.ceiling.removalPercent);
    m_minutes->setValue(profile.openMinutes);
    m_locked->setChecked(profile.startsLocked);
    showState();
    Q_EMIT changed();
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text();
    profile.environment = static_cast<Environment>(std::max(0, m_environments->checkedId()));
    profile.rehearsalOf = profile.needsKey() ? QString() : m_copy->currentData().toString();
    profile.baseUrl = QUrl(m_address->text().trimmed(), QUrl::StrictMode);
    profile.openid = m_openid->text();
    profile.requestsPerSecond = m_rate->value();
    profile.inFlight = m_inFlight->value();
    profile.productsPerRequest = m_products->value();
    profile.replyMegabytes = m_reply->value();
    profile.color = static_cast<ProfileColor>(std::max(0, m_color->currentIndex()));
    m_network->fill(profile);
    profile.ceiling = {m_requests->value(), m_removals->value()};
    profile.openMinutes = m_minutes->value();
    profile.startsLocked = m_locked->isChecked();
    return profile;
}

void ProfileForm::showProblem(const std::optional<Error>& problem)
{
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setText(problem->text());
        announce(window(), problem->text());
    }
}

} // namespace rangedesk::ui
