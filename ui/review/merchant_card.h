// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "review/merchant_facts.h"
#include "review/picture_strip.h"
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

    /// The customer to show, of the rows that a table shows; nothing for noCustomer.
    void showCustomer(std::shared_ptr<const ReviewRows> rows, std::uint32_t row);
    std::uint32_t row() const { return m_row; }
    /// Those that `row` counts in; nullptr where nothing is shown.
    const std::shared_ptr<const ReviewRows>& rows() const { return m_rows; }
    /// Whom the buttons decide on, and a note is for; rows of those that are shown.
    void setChosen(std::vector<std::uint32_t> rows);
    /// Keeps the note as it is typed now.
    void commitNote();
    /// The same, and leaves what is being typed as it is: a new download comes beneath it.
    void saveNote();
    /// Takes one of the ready reasons as the note.
    void takeReason(const QString& reason);
    /// Gives up what was typed.
    void restoreNote();
    QLineEdit* noteField() const { return m_note; }
    void toggleRaw() { m_rawButton->toggle(); }
    void toggleHistory();
    void goToPartner();
    PictureStrip* pictures() const { return m_pictures; }
    QPushButton* decisionButton(ReviewDecision decision) const
    {
        return m_decisions.at(static_cast<std::size_t>(decision));
    }

Q_SIGNALS:
    void decided(rangedesk::ReviewDecision decision);
    void rowWanted(std::uint32_t row);
    /// The note was being typed when another customer took the place of its own.
    void noteLeft();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void setTexts();
    void setButtonTexts();
    void fill();
    static QString overlapSentence(const ReviewCustomer& customer);
    /// A customer of a download, as it is shown.
    struct Shown
    {
        const ReviewDownload* download = nullptr;
        std::uint32_t row = noCustomer;
        bool operator==(const Shown&) const = default;
    };
    void showNote();
    void showInformation();
    void showFacts();
    void showRaw();
    void addRaw(const Shown& of, QStringList pieces);
    void showHistory();
    void showReasons();

    ReviewState& m_state;
    std::shared_ptr<const ReviewRows> m_rows;
    std::uint32_t m_row = noCustomer;
    std::vector<std::uint32_t> m_chosen;
    /// Whom the note that is being typed is for: who was chosen as it was begun.
    struct NoteFor
    {
        std::shared_ptr<const ReviewRows> rows;
        std::vector<std::uint32_t> chosen;
    };
    NoteFor m_noteFor;
    std::optional<MerchantFacts> m_facts;
    Shown m_factsOf;
    Shown m_rawOf;
    Shown m_historyOf;
    int m_historyAsked = 0;
    QScrollArea* m_scroll;
    QLabel* m_name;
    QLabel* m_codes;
    QLabel* m_lists;
    QLabel* m_informationTitle;
    QPushButton* m_rawButton;
    QLabel* m_fields;
    PictureStrip* m_pictures;
    QPlainTextEdit* m_raw;
    QPushButton* m_historyButton;
    QLabel* m_history;
    QLabel* m_partnerTitle;
    QPushButton* m_partnerButton;
    QLabel* m_partner;
    QLabel* m_decidedBy;
    QLabel* m_noteHint; ///< where a note is for several
    QLineEdit* m_note;
    QAction* m_reasons; ///< opens the list of ready reasons
    std::array<QPushButton*, static_cast<std::size_t>(ReviewDecision::Count)> m_decisions{};
};

} // namespace rangedesk::ui
