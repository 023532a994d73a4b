// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_merge.h"
#include "common/notes.h"

#include <QButtonGroup>
#include <QVBoxLayout>
#include <QWidget>

namespace rangedesk::ui {

/// What others changed in a campaign while it was edited: what was taken over is told, and what both sides
/// changed is decided here, value by value. Nothing goes on over an undecided one.
class MergeCards : public QWidget
{
    Q_OBJECT
public:
    explicit MergeCards(QWidget* parent);

    void showMoved(std::vector<MovedValue> moved);
    /// So many conflicts are not decided yet.
    int undecided() const;
    /// The person changed a value by hand: that is a decision, too.
    void decideByHand(std::optional<CampaignField> field);
    void focusFirst();

Q_SIGNALS:
    /// Theirs is taken into the form, or mine put back.
    void decided(const rangedesk::MovedValue& value, bool isMine);

private:
    struct Card
    {
        MovedValue value;
        QAbstractButton* mine = nullptr;
        QAbstractButton* theirs = nullptr;
        QLabel* title = nullptr;
        bool isByHand = false;
    };
    void addConflict(MovedValue value);
    void showTitle(Card& card) const;

    Note* m_note;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    std::vector<std::unique_ptr<Card>> m_cards;
};

} // namespace rangedesk::ui
