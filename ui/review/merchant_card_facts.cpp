// SPDX-License-Identifier: GPL-3.0-or-later
// What a card tells of a registration: fields, who may be the same, raw text, history.
#include "core/text.h"
#include "registrations/review_export.h"
#include "review/merchant_card.h"
#include "session/worker.h"

#include <QTimer>

namespace rangedesk::ui {

namespace {

/// What is read without a pause; more is read in a worker.
constexpr std::size_t quickBytes = 8UL * 1024;
constexpr qsizetype mostHistory = 50;

} // namespace

/// What is short is there at once; what is long comes from a worker, and only where it is another one.
void MerchantCard::showInformation()
{
    const Shown wanted{m_rows ? &m_rows->download() : nullptr, m_row};
    if (m_facts && wanted == m_factsOf)
        return showFacts();
    m_factsOf = wanted;
    m_facts.reset();
    if (merchantBytes(*m_rows, m_row) <= quickBytes) {
        m_facts = merchantFacts(*m_rows, m_row);
        return showFacts();
    }
    m_fields->setText(tr("Reading…"));
    m_partner->clear();
    m_pictures->setAddresses({});
    const auto work = [rows = m_rows, row = m_row] { return merchantFacts(*rows, row); };
    inWorker(this, work, [this, wanted](MerchantFacts facts) {
        if (wanted != m_factsOf || m_row == noCustomer)
            return; // another customer is shown by now
        m_facts = std::move(facts);
        showFacts();
    });
}

void MerchantCard::showFacts()
{
    const ReviewCustomer& customer = m_rows->customer(m_row);
    m_informationTitle->setText(merchantTitle(m_facts->mine));
    m_fields->setText(merchantTable(*m_facts));
    QStringList addresses;
    for (const MerchantField& field : m_facts->mine.fields) {
        if (field.isPicture)
            addresses << field.value;
    }
    m_pictures->setAddresses(addresses);
    if (customer.likeness == 0 || customer.partner == noCustomer)
        return;
    const auto decisionOn = [this](const ReviewCustomer& one) { return m_state.mark(one).decision; };
    m_partnerTitle->setText(tr("May be the same merchant: %1").arg(likenessWord(customer.likeness)));
    m_partner->setText(partnerTable(*m_facts, *m_rows, m_row, decisionOn(customer),
                                    decisionOn(m_rows->customer(customer.partner))));
}

/// Only where a person looks at it, and then all of it, piece by piece.
void MerchantCard::showRaw()
{
    const bool isWanted = m_rawButton->isChecked() && m_row != noCustomer && m_rows;
    const Shown wanted{isWanted ? &m_rows->download() : nullptr, isWanted ? m_row : noCustomer};
    if (wanted == m_rawOf)
        return;
    m_rawOf = wanted;
    m_raw->clear();
    if (!isWanted)
        return;
    const auto work = [rows = m_rows, row = m_row] { return merchantText(*rows, row); };
    inWorker(this, work, [this, wanted](QStringList pieces) { addRaw(wanted, std::move(pieces)); });
}

void MerchantCard::addRaw(const Shown& of, QStringList pieces)
{
    if (of != m_rawOf || pieces.isEmpty())
        return;
    QTextCursor end(m_raw->document());
    end.movePosition(QTextCursor::End);
    end.insertText(pieces.takeFirst());
    if (!pieces.isEmpty())
        QTimer::singleShot(0, this, [this, of, left = std::move(pieces)] { addRaw(of, left); });
}

void MerchantCard::toggleHistory()
{
    if (m_historyButton->isVisible())
        m_historyButton->toggle();
}

void MerchantCard::showHistory()
{
    const bool isWanted = m_historyButton->isChecked() && m_row != noCustomer && m_state.download();
    m_history->setVisible(isWanted);
    if (!isWanted)
        return;
    const Shown wanted{&m_rows->download(), m_row};
    if (std::exchange(m_historyOf, wanted) != wanted)
        m_history->setText(tr("Reading…"));
    const auto done = [this, wanted,
                       asked = ++m_historyAsked](const Result<std::vector<ReviewMark>>& history) {
        if (wanted != m_historyOf || asked != m_historyAsked)
            return;
        if (!history) {
            m_history->setText(history.error().text());
            return;
        }
        QStringList lines;
        for (auto mark = history->rbegin(); mark != history->rend() && lines.size() < mostHistory; ++mark)
            lines << decisionSentence(*mark) + (mark->note.isEmpty() ? QString()
                                                                     : QStringLiteral("\n      ") +
                                                                           withVisibleControls(mark->note));
        m_history->setText(lines.isEmpty() ? tr("Nothing was decided on it yet.")
                                           : breakable(lines.join(QLatin1Char('\n'))));
    };
    inWorker(this, m_state.historyOf(m_rows->customer(m_row)), done);
}

} // namespace rangedesk::ui
