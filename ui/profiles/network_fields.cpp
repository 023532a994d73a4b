// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/network_fields.h"

#include "common/dialogs.h"
#include "profiles/secret_field.h"

#include <QFile>
#include <QFormLayout>
#include <QSslCertificate>

namespace rangedesk::ui {

namespace {

constexpr qint64 mostRead = 512LL * 1024;

} // namespace

NetworkFields::NetworkFields(QWidget* parent) : QWidget(parent)
{
    m_form = new QFormLayout(this);
    QFormLayout* form = m_form;
    form->setContentsMargins(0, 4, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_proxyLabel = makeLabel(this, {}, Type::Body);
    m_proxy = new QComboBox(this);
    m_proxy->setObjectName(QStringLiteral("profile.proxy"));
    for (int i = 0; i < 3; ++i)
        m_proxy->addItem({});
    form->addRow(m_proxyLabel, m_proxy);
    m_host = new QLineEdit(this);
    m_host->setObjectName(QStringLiteral("profile.proxyHost"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("profile.proxyPort"));
    m_port->setRange(1, 65535);
    m_user = new QLineEdit(this);
    m_user->setObjectName(QStringLiteral("profile.proxyUser"));
    m_password = new SecretField(this);
    m_password->setObjectName(QStringLiteral("profile.proxyPassword"));
    for (QWidget* field : std::initializer_list<QWidget*>{m_host, m_port, m_user, m_password}) {
        m_labels.push_back(makeLabel(this, {}, Type::Body));
        form->addRow(m_labels.back(), field);
    }
    m_authorityLabel = makeLabel(this, {}, Type::Body);
    auto* authority = new QWidget(this);
    auto* column = new QVBoxLayout(authority);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_authority = makeParagraph(authority, {}, Type::Caption, "");
    auto* buttons = new QHBoxLayout;
    m_add = makeButton(authority, "", "open");
    m_add->setObjectName(QStringLiteral("profile.addAuthority"));
    m_remove = makeButton(authority, "quiet", "remove");
    m_remove->setObjectName(QStringLiteral("profile.removeAuthority"));
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    m_problem = new Note(Mark::Refused, authority);
    m_problem->hide();
    column->addWidget(m_authority);
    column->addLayout(buttons);
    column->addWidget(m_problem);
    form->addRow(m_authorityLabel, authority);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this] {
        showState();
        Q_EMIT changed();
    });
    for (QLineEdit* field : {m_host, m_user, m_password})
        connect(field, &QLineEdit::textChanged, this, &NetworkFields::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkFields::changed);
    connect(m_add, &QPushButton::clicked, this, &NetworkFields::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_authorities.clear();
        showState();
        Q_EMIT changed();
    });
    translated(this, [this] { setTexts(); });
}

void NetworkFields::setTexts()
{
    m_proxyLabel->setText(tr("Proxy"));
    m_proxy->setAccessibleName(tr("Proxy"));
    const QStringList kinds{tr("As the system says"), tr("None"), tr("This one:")};
    for (int i = 0; i < static_cast<int>(kinds.size()); ++i)
        m_proxy->setItemText(i, kinds[i]);
    const QStringList labels{tr("Host of the proxy"), tr("Port"), tr("User (empty: it asks for none)"),
                             tr("Password of the proxy")};
    const std::array<QWidget*, 4> fields{m_host, m_port, m_user, m_password};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        m_labels[i]->setText(labels.value(static_cast<qsizetype>(i)));
        fields.at(i)->setAccessibleName(labels.value(static_cast<qsizetype>(i)));
    }
    m_authorityLabel->setText(tr("Own authority"));
    setButtonText(m_add, tr("Add a PEM file…"));
    setButtonText(m_remove, tr("Remove"));
    showState();
}

bool NetworkFields::hasPassword() const
{
    return !m_password->text().isEmpty() || (m_hasPassword && m_keptFor == m_host->text() + m_user->text());
}

void NetworkFields::setProfile(const Profile& profile, bool hasPassword)
{
    m_hasPassword = hasPassword && profile.needsProxyPassword();
    m_keptFor = profile.proxyHost + profile.proxyUser;
    m_proxy->setCurrentIndex(static_cast<int>(profile.proxy));
    m_host->setText(profile.proxyHost);
    m_port->setValue(profile.proxyPort);
    m_user->setText(profile.proxyUser);
    m_password->clear();
    m_password->setPlaceholderText(m_hasPassword ? tr("kept in the keychain; type to replace it")
                                                 : QString());
    m_authorities = profile.authorities;
    m_problem->hide();
    showState();
}

void NetworkFields::fill(Profile& profile) const
{
    profile.proxy = static_cast<ProxyKind>(std::max(0, m_proxy->currentIndex()));
    profile.proxyHost = m_host->text();
    profile.proxyPort = m_port->value();
    profile.proxyUser = m_user->text();
    profile.authorities = m_authorities;
}

void NetworkFields::showState()
{
    const bool isManual = m_proxy->currentIndex() == static_cast<int>(ProxyKind::Manual);
    for (QWidget* field : std::initializer_list<QWidget*>{m_host, m_port, m_user, m_password})
        m_form->setRowVisible(field, isManual);
    QStringList names;
    for (const QSslCertificate& certificate : QSslCertificate::fromData(m_authorities, QSsl::Pem))
        names << tr("%1, valid until %2")
                     .arg(certificate.subjectDisplayName(),
                          certificate.expiryDate().toLocalTime().toString(QStringLiteral("yyyy-MM-dd")));
    m_authority->setText(names.isEmpty() ? tr("None: the authorities of this computer decide.")
                                         : names.join(QLatin1Char('\n')));
    m_remove->setVisible(!names.isEmpty());
}

void NetworkFields::chooseFile()
{
    const QString path = dialogs().openFile(this, tr("Add an authority (PEM)"));
    if (!path.isEmpty())
        addAuthorities(path);
}

void NetworkFields::addAuthorities(const QString& path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray pem = isOpen ? file.read(mostRead) : QByteArray();
    const auto read = isOpen
                          ? readAuthorities(pem)
                          : fail(ErrorKind::Input, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    m_problem->setVisible(!read);
    if (!read) {
        m_problem->setText(read.error().text());
        announce(window(), read.error().text());
        return;
    }
    m_authorities.clear();
    for (const QSslCertificate& certificate : *read) // without what else stands in the file
        m_authorities += certificate.toPem();
    showState();
    Q_EMIT changed();
}

} // namespace rangedesk::ui
