// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/merge_cards.h"

#include "core/text.h"

#include <QRadioButton>

namespace rangedesk::ui {

namespace {

constexpr qsizetype longestShown = 400;

QString labelOf(const MovedValue& value)
{
    return value.field ? toQString(campaignFieldLabel(*value.field)) : MergeCards::tr("Departments");
}

QString shown(const QString& text)
{
    if (text.isEmpty())
        return MergeCards::tr("Not filled");
    return text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text;
}

} // namespace

MergeCards::MergeCards(QWidget* parent)
    : QWidget(parent), m_note(new Note(Mark::Warning, this)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_column->addWidget(m_note);
    hide();
}

void MergeCards::showMoved(std::vector<MovedValue> moved)
{
    delete m_content;
    m_cards.clear();
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_column->addWidget(m_content);
    QStringList taken;
    int conflicts = 0;
    for (MovedValue& value : moved) {
        if (value.kind == MovedValue::Kind::Conflict) {
            ++conflicts;
            addConflict(std::move(value));
        } else {
            taken << tr("%1: %2 → %3").arg(labelOf(value), shown(value.base), shown(value.theirs));
        }
    }
    QString text = tr("The campaign has changed on the server since it was read.");
    if (!taken.isEmpty())
        text += QLatin1Char('\n') + tr("Taken over from there: %1").arg(taken.join(tr("; ")));
    if (conflicts > 0)
        text += QLatin1Char('\n') + tr("Changed on both sides, to be decided below: %1").arg(conflicts);
    m_note->setText(text);
    show();
}

void MergeCards::addConflict(MovedValue value)
{
    auto card = std::make_unique<Card>();
    card->value = std::move(value);
    auto* box = makePane(m_content, "conflictCard");
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    card->title = makeLabel(box, {}, Type::Body, "");
    column->addWidget(card->title);
    column->addWidget(makeParagraph(box, tr("When it was read: %1").arg(shown(card->value.base)),
                                    Type::Caption, "caption"));
    auto* group = new QButtonGroup(box);
    const auto add = [&](const QString& word, const QString& text) {
        auto* button = new QRadioButton(word, box);
        button->setAccessibleName(labelOf(card->value) + QStringLiteral(": ") + word + QStringLiteral(", ") +
                                  shown(text));
        group->addButton(button);
        column->addWidget(button);
        auto* words = makeParagraph(box, shown(text), Type::Body, "");
        words->setContentsMargins(24, 0, 0, 0);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->setTextFormat(Qt::PlainText);
        column->addWidget(words);
        return button;
    };
    const QString name =
        card->value.field ? toQString(campaignFieldName(*card->value.field)) : QStringLiteral("dept");
    card->mine = add(tr("Use mine"), card->value.mine);
    card->mine->setObjectName(QStringLiteral("merge.mine.") + name);
    card->theirs = add(tr("Use theirs"), card->value.theirs);
    card->theirs->setObjectName(QStringLiteral("merge.theirs.") + name);
    Card* one = card.get();
    for (QAbstractButton* button : {card->mine, card->theirs}) {
        connect(button, &QAbstractButton::clicked, this, [this, one, button] {
            one->isByHand = false;
            showTitle(*one);
            Q_EMIT decided(one->value, button == one->mine);
        });
    }
    showTitle(*card);
    m_content->layout()->addWidget(box);
    m_cards.push_back(std::move(card));
}

void MergeCards::showTitle(Card& card) const
{
    const bool isOpen = !card.isByHand && !card.mine->isChecked() && !card.theirs->isChecked();
    card.title->setText(isOpen          ? tr("%1: changed on both sides").arg(labelOf(card.value))
                        : card.isByHand ? tr("%1: merged by hand").arg(labelOf(card.value))
                                        : tr("%1: decided").arg(labelOf(card.value)));
}

int MergeCards::undecided() const
{
    return static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(), [](const auto& card) {
        return !card->isByHand && !card->mine->isChecked() && !card->theirs->isChecked();
    }));
}

void MergeCards::decideByHand(std::optional<CampaignField> field)
{
    for (const auto& card : m_cards) {
        if (card->value.field != field)
            continue;
        card->isByHand = true;
        for (QAbstractButton* button : {card->mine, card->theirs}) {
            button->group()->setExclusive(false);
            button->setChecked(false);
            button->group()->setExclusive(true);
        }
        showTitle(*card);
    }
}

void MergeCards::focusFirst()
{
    for (const auto& card : m_cards) {
        if (!card->isByHand && !card->mine->isChecked() && !card->theirs->isChecked()) {
            card->mine->setFocus();
            return;
        }
    }
}

} // namespace rangedesk::ui
