// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline of bench_window: an empty Qt window with one Chinese label, up to its first paint.
#include <QApplication>
#include <QLabel>
#include <QTimer>

namespace {

class FirstPaint : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QLabel::paintEvent(event);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    FirstPaint label(QString::fromUtf8("可售范围"));
    label.resize(1440, 900);
    label.show();
    return QApplication::exec();
}
