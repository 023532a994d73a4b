// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_window.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/translated.h"
#include "core/language.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace rangedesk::ui {

HelpWindow::HelpWindow(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("help"));
    resize(760, 640);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    if (dialogs().environment)
        column->addWidget(new EnvironmentBand(*dialogs().environment, this));
    m_text = new QTextBrowser(this);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(24);
    m_text->setOpenLinks(false); // the guide leads nowhere outside
    column->addWidget(m_text);
    translated(this, [this] {
        setWindowTitle(tr("Users' guide"));
        m_text->setAccessibleName(tr("Users' guide"));
        QFile guide(QStringLiteral(":/help/%1/index.md")
                        .arg(isChinese() ? QStringLiteral("zh") : QStringLiteral("en")));
        if (guide.open(QIODevice::ReadOnly))
            m_text->setMarkdown(QString::fromUtf8(guide.readAll()));
    });
}

} // namespace rangedesk::ui
