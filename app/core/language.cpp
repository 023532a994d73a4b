// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
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

std::unique_ptr<QTranslator>& installedOfQt()
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
    if (installedOfQt()) {
        QCoreApplication::removeTranslator(installedOfQt().get());
        installedOfQt().reset();
    }
    chinese = wanted;
    if (!wanted)
        return;
    // Menus of text fields, file dialogs: Qt's own words, where its catalogue is installed.
    auto ofQt = std::make_unique<QTranslator>();
    if (ofQt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(ofQt.get());
        installedOfQt() = std::move(ofQt);
    }
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
