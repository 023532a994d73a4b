// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "review/review_state.h"

#include <QPlainTextEdit>
#include <QScrollArea>

namespace rangedesk::ui {

/// One registration: who it is, what the merchant told, who may be the same, and what is decided on it.
class MerchantCard : public QFrame
{
    Q_OBJECT
public:
    MerchantCard(ReviewState& state, QWidget* parent);

    /// The customer to show; nothing for noCustomer.
    void showCustomer(std::uint32_t row);
    std::uint32_t row() const { return m_row; }
    QLineEdit* noteField() const { return m_note; }
    void toggleRaw() { m_rawButton->toggle(); }
    void goToPartner();
    QPushButton* decisionButton(ReviewDecision decision) const
    {
        return m_decisions.at(static_cast<std::size_t>(decision));
    }

Q_SIGNALS:
    void decided(rangedesk::ReviewDecision decision);
    void noted(const QString& text);
    void rowWanted(std::uint32_t row);

private:
    void setTexts();
    void fill();
    static QString overlapSentence(const ReviewCustomer& customer);
    void showFields(const ReviewCustomer& customer);
    void showPartner(const ReviewCustomer& customer);

    ReviewState& m_state;
    std::uint32_t m_row = noCustomer;
    QScrollArea* m_scroll;
    QLabel* m_name;
    QLabel* m_codes;
    QLabel* m_lists;
    QLabel* m_informationTitle;
    QPushButton* m_rawButton;
    QLabel* m_fields;
    QPlainTextEdit* m_raw;
    QLabel* m_partnerTitle;
    QPushButton* m_partnerButton;
    QLabel* m_partner;
    QLabel* m_decidedBy;
    QLineEdit* m_note;
    std::array<QPushButton*, static_cast<std::size_t>(ReviewDecision::Count)> m_decisions{};
};

} // namespace rangedesk::ui
