// SPDX-License-Identifier: GPL-3.0-or-later
// From process start to the first paint of the window, against an empty Qt window; and the peak memory of the
// demo with its sample sheet reviewed. Run it on the offscreen platform or under Xvfb.
#include "core/language.h"
#include "memory.h"
#include "session/platform_memory.h"
#include "walk.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

using namespace rangedesk;

namespace {

constexpr int repetitions = 11;

/// Quits at the first paint of a window.
class FirstPaint : public QObject
{
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return false;
    }
};

int showFirstWindow(int argc, char** argv)
{
    const QApplication app(argc, argv);
    setLanguage(QStringLiteral("zh"));
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    SessionWish wish;
    wish.demo = true;
    Desk desk(wish, AppKey());
    ui::MainWindow window(desk);
    FirstPaint first;
    window.installEventFilter(&first);
    window.show();
    return QApplication::exec();
}

int walkTheDemo(int argc, char** argv)
{
    const QApplication app(argc, argv);
    setLanguage(QStringLiteral("zh"));
    ui::Theme::instance().setMode(ui::ThemeMode::Light);
    tests::Walk walk({});
    const auto tell = [](const char* stage) {
        std::printf("peak memory of the demo, %s: %.1f MB\n", stage, benchmarks::memoryBytes("VmHWM") / 1e6);
    };
    walk.open();
    tell("opened");
    walk.openSample();
    walk.check();
    walk.review();
    tell("sample sheet reviewed");
    walk.post();
    walk.result();
    tell("and posted");
    walk.jobs();
    walk.lists();
    tell("and all lists read");
    if (!walk.failure().isEmpty())
        std::printf("%s\n", qPrintable(walk.failure()));
    return walk.failure().isEmpty() ? 0 : 1;
}

double milliseconds(const QString& program, const QStringList& arguments)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    keepMemoryTight();
    const QByteArray mode = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (mode == "first")
        return showFirstWindow(argc, argv);
    if (mode == "walk")
        return walkTheDemo(argc, argv);
    const QCoreApplication app(argc, argv);
    const QString self = QCoreApplication::applicationFilePath();
    const QString empty = QFileInfo(self).absolutePath() + QStringLiteral("/bench_empty_window");
    std::vector<double> baseline;
    std::vector<double> ours;
    for (int i = 0; i < repetitions; ++i) {
        baseline.push_back(milliseconds(empty, {}));
        ours.push_back(milliseconds(self, {QStringLiteral("first")}));
    }
    std::printf("empty window %.0f ms, first window %.0f ms, ratio %.2f (wanted at most 2)\n",
                median(baseline), median(ours), median(ours) / median(baseline));
    QProcess walk;
    walk.start(self, {QStringLiteral("walk")});
    walk.waitForFinished(300000);
    std::printf("%s(wanted under 80 MB)\n", walk.readAllStandardOutput().constData());
    return walk.exitCode();
}
