// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <atomic>
#include <memory>

namespace rangedesk {

namespace {

std::atomic<bool> chinese{false};

std::unique_ptr<QTranslator>& installed()
{
    static std::unique_ptr<QTranslator> translator;
    return translator;
}

bool systemIsChinese()
{
    const QStringList languages = QLocale::system().uiLanguages();
    return !languages.isEmpty() && languages.first().startsWith(QLatin1String("zh"));
}

} // namespace

void setLanguage(const QString& language)
{
    const bool wanted = language == QLatin1String("zh")   ? true
                        : language == QLatin1String("en") ? false
                                                          : systemIsChinese();
    if (installed()) {
        QCoreApplication::removeTranslator(installed().get());
        installed().reset();
    }
    chinese = wanted;
    if (!wanted)
        return;
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(QStringLiteral(":/i18n/rangedesk_zh_CN.qm"))) {
        QCoreApplication::installTranslator(translator.get());
        installed() = std::move(translator);
    }
}

bool isChinese()
{
    return chinese;
}

} // namespace rangedesk
