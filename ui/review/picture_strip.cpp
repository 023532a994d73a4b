// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/picture_strip.h"

#include "models/tool_tip.h"
#include "session/worker.h"

#include <QBuffer>
#include <QDialog>
#include <QImageReader>
#include <QScreen>
#include <QSet>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

constexpr int mostPictures = 12; ///< of one customer
constexpr int thumbSide = 104;
constexpr int largestSide = 1600;
constexpr int mostMegabytes = 256; ///< that decoding may take
constexpr int knownKilobytes = 64 * 1024;

/// One at a time, beside the workers of the tables: a large picture takes seconds and much memory.
QThreadPool& decoders()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

Result<QImage> decodedPicture(const QByteArray& bytes)
{
    const auto refused = [](const QString& why) { return fail(ErrorKind::Connection, why, {}); };
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return refused(PictureStrip::tr("This is no picture."));
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    // Formats of pixels alone: drawings may ask for more from elsewhere.
    static const QSet<QByteArray> formats{"png", "jpg", "jpeg", "gif", "bmp", "webp"};
    if (!formats.contains(reader.format().toLower()))
        return refused(PictureStrip::tr("This is no picture."));
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > largestSide || size.height() > largestSide))
        reader.setScaledSize(size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
    QImage picture = reader.read();
    if (picture.isNull())
        return refused(PictureStrip::tr("The picture is damaged or too large."));
    if (picture.width() > largestSide || picture.height() > largestSide)
        picture = picture.scaled(largestSide, largestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return picture;
}

PictureStrip::PictureStrip(QWidget* parent)
    : QWidget(parent), m_button(makeButton(this, "", "picture")), m_pictures(new QWidget(this)),
      m_line(new FlowLayout(m_pictures)), m_problem(makeParagraph(this, {}, Type::Caption, "warning")),
      m_known(knownKilobytes)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_button->setObjectName(QStringLiteral("review.pictures"));
    m_button->setCheckable(true);
    m_button->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_button);
    top->addStretch();
    column->addLayout(top);
    column->addWidget(m_pictures);
    column->addWidget(m_problem);
    m_problem->hide();
    m_pictures->hide();
    connect(m_button, &QPushButton::toggled, this, [this](bool on) {
        clear();
        if (on)
            fetch();
    });
    translated(this, [this] { setTexts(); });
    hide();
}

void PictureStrip::setLoader(std::unique_ptr<PictureLoader> loader)
{
    m_loader = std::move(loader);
}

void PictureStrip::setTexts()
{
    QStringList hosts;
    for (const QString& address : m_addresses)
        hosts << QUrl(address).host();
    hosts.removeDuplicates();
    setButtonText(m_button, tr("Pictures: %1").arg(m_addresses.size()), Qt::Key_P);
    m_button->setToolTip(
        tr("Fetches the pictures from where the merchants put them, over HTTPS: %1. Stays on "
           "for the next customers until it is turned off.")
            .arg(hosts.join(QStringLiteral(", "))));
}

void PictureStrip::setAddresses(const QStringList& addresses)
{
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    setVisible(!addresses.isEmpty());
    setTexts();
    clear();
    if (m_button->isChecked())
        fetch();
}

void PictureStrip::clear()
{
    ++*m_generation;
    m_shown = 0;
    m_failed = 0;
    if (m_loader)
        m_loader->cancelAll();
    while (QLayoutItem* item = m_line->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_pictures->hide();
    m_problem->hide();
}

void PictureStrip::fetch()
{
    if (!m_loader)
        return;
    if (m_addresses.size() > mostPictures) {
        m_problem->setText(tr("The first %1 are shown.").arg(mostPictures));
        m_problem->show();
    }
    for (const QString& address : m_addresses.mid(0, mostPictures)) {
        if (const ShownPicture* known = m_known.object(address)) {
            place(address, *known);
            continue;
        }
        m_loader->load(address, [this, address, generation = m_generation->load()](Result<QByteArray> bytes) {
            if (generation != *m_generation)
                return; // another customer is shown by now
            if (bytes)
                decode(address, std::move(*bytes));
            else
                place(address, tl::unexpected(bytes.error()));
        });
    }
}

void PictureStrip::decode(const QString& address, QByteArray bytes)
{
    const int generation = *m_generation;
    const int side = Theme::instance().scaled(thumbSide);
    const auto work = [bytes = std::move(bytes), side, generation, newest = m_generation] {
        if (generation != *newest) // nobody waits for it any more
            return Result<ShownPicture>();
        return decodedPicture(bytes).map([side](const QImage& picture) {
            return ShownPicture{picture,
                                picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)};
        });
    };
    const auto done = [this, address, generation](const Result<ShownPicture>& picture) {
        if (generation == *m_generation)
            place(address, picture);
    };
    inWorker(this, work, done, &decoders());
}

void PictureStrip::place(const QString& address, const Result<ShownPicture>& picture)
{
    if (!picture) {
        ++m_failed;
        const QString host = QUrl(address).host();
        m_problem->setText(
            tr("%1 not shown. %2").arg(m_failed).arg(picture.error().text() + QLatin1Char(' ') + host));
        m_problem->show();
        return;
    }
    ++m_shown;
    constexpr qsizetype kilobyte = 1024;
    m_known.insert(address, new ShownPicture(*picture), picture->large.sizeInBytes() / kilobyte);
    auto* button = new QToolButton(m_pictures);
    const int side = Theme::instance().scaled(thumbSide);
    button->setIconSize({side, side});
    button->setIcon(QPixmap::fromImage(picture->small));
    button->setAccessibleName(tr("Picture %1").arg(m_shown));
    button->setToolTip(toolTipText(address));
    connect(button, &QToolButton::clicked, this,
            [this, shown = picture->large] { Q_EMIT pictureWanted(shown); });
    m_line->addWidget(button);
    m_pictures->show();
}

void showPicture(const QImage& picture, QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("pictureDialog"));
    dialog.setWindowTitle(PictureStrip::tr("Picture"));
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(&dialog);
    const QSize room = parent->screen()->availableSize() * 8 / 10;
    const QPixmap pixmap = QPixmap::fromImage(picture);
    label->setPixmap(pixmap.width() > room.width() || pixmap.height() > room.height()
                         ? pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                         : pixmap);
    label->setAccessibleName(dialog.windowTitle());
    column->addWidget(label);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space}) // Esc closes it anyway
        QObject::connect(new QShortcut(key, &dialog), &QShortcut::activated, &dialog, &QDialog::accept);
    dialog.exec();
}

} // namespace rangedesk::ui
