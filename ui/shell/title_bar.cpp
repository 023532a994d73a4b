// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/title_bar.h"

#include "common/environment_band.h"
#include "common/widgets.h"

#include <QHBoxLayout>

namespace rangedesk::ui {

TitleBar::TitleBar(Environment environment, QWidget* parent) : QFrame(parent)
{
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
    row->addStretch();
    m_language = makeIconButton(this, "language");
    m_language->setObjectName(QStringLiteral("title.language"));
    m_theme = makeIconButton(this, "theme");
    m_theme->setObjectName(QStringLiteral("title.theme"));
    m_help = makeIconButton(this, "explain");
    m_help->setObjectName(QStringLiteral("title.help"));
    row->addWidget(m_language);
    row->addWidget(m_theme);
    row->addWidget(m_help);
    translated(this, [this] {
        const auto name = [](QToolButton* button, const QString& text, const QString& key) {
            button->setAccessibleName(text);
            button->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
        };
        name(m_language, tr("Switch between Chinese and English"), {});
        name(m_theme, tr("Switch between light and dark"), {});
        name(m_help, tr("Users' guide"), QStringLiteral("F1"));
    });
}

void TitleBar::setCompany(const QString& name)
{
    m_company->setText(name);
}

} // namespace rangedesk::ui
