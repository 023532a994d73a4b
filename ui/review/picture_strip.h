// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/widgets.h"
#include "openapi/picture_loader.h"

#include <QCache>
#include <QImage>
#include <QWidget>
#include <atomic>
#include <memory>

namespace rangedesk::ui {

/// A picture as it may be shown: no larger than a screen, whatever came. Refuses what is no picture, and what
/// would take more memory than a picture may. Takes long for large ones: call it in a worker.
Result<QImage> decodedPicture(const QByteArray& bytes);

/// A picture, and the same as small as it stands beside others.
struct ShownPicture
{
    QImage large;
    QImage small;
};

/// The pictures that a merchant gave the addresses of, small, side by side. Nothing is fetched before a
/// person turns it on; then the pictures of each customer come as it is shown, until it is turned off.
class PictureStrip : public QWidget
{
    Q_OBJECT
public:
    explicit PictureStrip(QWidget* parent);

    /// Without one nothing can be fetched.
    void setLoader(std::unique_ptr<PictureLoader> loader);
    bool hasLoader() const { return m_loader != nullptr; }
    /// The addresses of the customer that is shown; none hides the strip.
    void setAddresses(const QStringList& addresses);
    QPushButton* button() const { return m_button; }
    /// So many are shown, and so many are not for a reason.
    int shownCount() const { return m_shown; }
    int failedCount() const { return m_failed; }

Q_SIGNALS:
    void pictureWanted(const QImage& picture);

private:
    void setTexts();
    void fetch();
    void clear();
    void decode(const QString& address, QByteArray bytes);
    void place(const QString& address, const Result<ShownPicture>& picture);

    std::unique_ptr<PictureLoader> m_loader;
    QPushButton* m_button;
    QWidget* m_pictures;
    FlowLayout* m_line;
    QLabel* m_problem;
    QStringList m_addresses;
    QCache<QString, ShownPicture> m_known; ///< by address; cost in KB
    int m_shown = 0;
    int m_failed = 0;
    /// Answers to earlier customers are dropped; workers look at it before they begin.
    std::shared_ptr<std::atomic<int>> m_generation = std::make_shared<std::atomic<int>>(0);
};

/// Shows one picture as large as the screen allows.
void showPicture(const QImage& picture, QWidget* parent);

} // namespace rangedesk::ui
