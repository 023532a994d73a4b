// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every part of ui/common: rangedesk-gallery [light|dark]. Ctrl+T changes the theme.
#include "common/theme.h"
#include "gallery.h"

#include <QApplication>
#include <QShortcut>

int main(int argc, char** argv)
{
    using namespace rangedesk::ui;
    const QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    Theme::instance().setMode(words.value(1) == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light);
    const auto gallery = rangedesk::tests::makeGallery();
    QObject::connect(
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), gallery.get()), &QShortcut::activated,
        [] { Theme::instance().setMode(Theme::instance().isDark() ? ThemeMode::Light : ThemeMode::Dark); });
    gallery->resize(1200, 1000);
    gallery->show();
    if (words.size() > 2) { // a picture instead
        QApplication::processEvents();
        return gallery->grab().save(words.at(2)) ? 0 : 1;
    }
    return QApplication::exec();
}
