// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/report_view.h"

#include "common/certificate_card.h"
#include "common/marks.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rangedesk::ui {

ReportView::ReportView(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("sidePane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 36, 32, 24);
    column->setSpacing(10);
    m_title = makeLabel(this, {}, Type::PageTitle);
    m_caption = makeParagraph(this, {}, Type::Body);
    column->addWidget(m_title);
    column->addWidget(m_caption);
    column->addSpacing(8);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(14);
    column->addLayout(m_lines);
    column->addStretch();
    m_copy = makeButton(this, "quiet", "copy");
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    translated(this, [this] {
        m_title->setText(tr("Connection test"));
        setButtonText(m_copy, tr("Copy the result (without the key)"));
        if (m_text.isEmpty())
            showNothingYet();
    });
}

void ReportView::clear()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_text.clear();
    m_copy->hide();
}

void ReportView::addLine(Mark mark, const QString& title, const QString& detail, const QString& right)
{
    auto* line = new QWidget(this);
    auto* grid = new QGridLayout(line);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto* sign = new QLabel(line);
    sign->setPixmap(markPixmap(mark, 18, devicePixelRatioF()));
    grid->addWidget(sign, 0, 0, Qt::AlignTop);
    QLabel* head = makeLabel(line, title, Type::PaneTitle);
    grid->addWidget(head, 0, 1);
    grid->addWidget(makeLabel(line, right, Type::Caption, "caption"), 0, 2);
    QLabel* more = makeParagraph(line, detail, Type::Body);
    more->setTextInteractionFlags(Qt::TextSelectableByMouse);
    more->setVisible(!detail.isEmpty());
    grid->addWidget(more, 1, 1, 1, 2);
    line->setAccessibleName(title + QLatin1Char(' ') + detail);
    m_lines->addWidget(line);
    m_text += title + QStringLiteral(": ") + detail + QLatin1Char('\n');
}

void ReportView::showNothingYet()
{
    clear();
    m_caption->setText(
        tr("Fill in the fields, then test. The test only asks which conditions are enabled; it writes "
           "nothing."));
}

void ReportView::showWaiting()
{
    clear();
    m_caption->setText(tr("Asking the server…"));
}

void ReportView::showReport(const ConnectionReport& report, const QString& host, bool isEncrypted,
                            std::optional<std::chrono::seconds> skew)
{
    clear();
    m_caption->setText(report.isGood() ? tr("This connection can be used. Nothing was written.")
                                       : tr("This connection cannot be used yet. Nothing was written."));
    const QString took = tr("%1 ms").arg(report.took.count());
    if (report.refusedCertificate) {
        const CertificateRefusal& refusal = *report.refusedCertificate;
        addLine(Mark::Accepted, tr("The server was found"), host, took);
        addLine(Mark::Refused, tr("Its certificate is not trusted"),
                faultSentences(refusal) + QLatin1Char(' ') +
                    tr("To protect the key nothing was sent, and there is no way to go on all the same."));
        m_lines->addWidget(new CertificateCard(refusal.certificate, refusal.faults, this));
        int number = 0;
        for (const QString& step : certificateAdvice(refusal))
            m_lines->addWidget(
                makeParagraph(this, QStringLiteral("%1. %2").arg(++number).arg(step), Type::Body, ""));
        m_text = certificateText(refusal);
    } else if (!report.isReached) {
        addLine(Mark::Refused, tr("The server was not reached"), report.problem->text(), took);
    } else {
        addLine(Mark::Accepted, tr("The server was found"), host, took);
        if (isEncrypted)
            addLine(Mark::Accepted, tr("Its certificate is trusted"),
                    report.certificate ? tr("Issued by %1, valid until %2.")
                                             .arg(report.certificate->issuer,
                                                  report.certificate->until.toLocalTime().toString(
                                                      QStringLiteral("yyyy-MM-dd")))
                                       : tr("Checked against the certificate authorities of this computer."));
        else
            addLine(Mark::Same, tr("Not encrypted"), tr("Allowed to this computer only."));
        if (skew && skew->count() != 0)
            addLine(Mark::Warning, tr("The clocks differ by %1 s").arg(skew->count()),
                    tr("Signatures use the server's time, so this works; let the system set its clock by "
                       "itself."));
        else if (skew)
            addLine(Mark::Accepted, tr("The clocks agree"), tr("Signatures hold a time."));
        if (report.isGood())
            addLine(Mark::Accepted, tr("The appkey is accepted"),
                    tr("The server answered the signed request."));
        else
            addLine(Mark::Refused,
                    report.problem->kind == ErrorKind::Refused
                        ? tr("The server refused")
                        : tr("The answer is not that of this platform"),
                    report.problem->text());
    }
    if (report.isGood()) {
        QStringList names;
        for (const auto& [code, name] : report.dimensions)
            names << name;
        addLine(names.isEmpty() ? Mark::Warning : Mark::Accepted,
                tr("%1 conditions are enabled").arg(names.size()),
                names.isEmpty() ? tr("Sale ranges by condition are not enabled for this company.")
                                : names.join(QStringLiteral(" · ")));
        addLine(Mark::Same, tr("Writing was not tested"),
                tr("Something is written only when you post changes. If the key may not, the server's words "
                   "are shown "
                   "then."));
    }
    m_copy->show();
}

} // namespace rangedesk::ui
