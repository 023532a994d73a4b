// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/batch_dialog.h"

#include "common/environment_band.h"
#include "common/marks.h"
#include "models/review_rows.h"
#include "registrations/review_export.h"

#include <QLineEdit>
#include <QShortcut>

namespace rangedesk::ui {

namespace {

constexpr std::array decisions{ReviewDecision::Approved, ReviewDecision::Flagged, ReviewDecision::Rejected};
constexpr std::array names{"batch.approve", "batch.flag", "batch.reject"};
constexpr int longestNote = 2000;

} // namespace

BatchDialog::BatchDialog(Environment environment, const Batch& batch, QWidget* parent)
    : QDialog(parent), m_decisions(new QButtonGroup(this)), m_reason(new QComboBox(this)),
      m_act(makeButton(this, "primary"))
{
    setObjectName(QStringLiteral("batch"));
    setWindowTitle(tr("Decide on all that are shown"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new EnvironmentBand(environment, this));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    outer->addLayout(column);
    const QString count = figure(static_cast<qint64>(batch.count));
    column->addWidget(makeLabel(this, tr("Decide on %1 registrations?").arg(count), Type::PaneTitle));
    QString text = tr("All registrations that the filter shows get the same decision. Ctrl+Z takes it back.");
    if (batch.decided > 0)
        text += QLatin1Char('\n') +
                tr("Decided already, and decided anew: %1. Filter by Undecided to leave them as they are.")
                    .arg(figure(static_cast<qint64>(batch.decided)));
    QLabel* words = makeParagraph(this, text, Type::Body, "");
    words->setMinimumWidth(Theme::instance().scaled(460));
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    m_decisions->setExclusive(true);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        QPushButton* button = makeButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setObjectName(QLatin1String(names.at(i)));
        button->setIcon(QIcon(markPixmap(markOf(decisions.at(i)), 16, devicePixelRatioF())));
        setButtonText(button, decisionWord(decisions.at(i)));
        button->setChecked(decisions.at(i) == batch.decision);
        m_decisions->addButton(button, static_cast<int>(decisions.at(i)));
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    m_reason->setObjectName(QStringLiteral("batch.reason"));
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->setCompleter(nullptr); // what is typed stays as it is typed
    for (const QString& reason : batch.reasons)
        m_reason->addItem(reason);
    m_reason->setCurrentIndex(-1);
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->lineEdit()->setMaxLength(longestNote);
    m_reason->lineEdit()->setPlaceholderText(tr("Note or reason for all of them (Down: ready ones)"));
    m_reason->setAccessibleName(tr("Note or reason for all of them"));
    column->addWidget(m_reason);
    column->addWidget(
        makeParagraph(this, tr("Left empty, the notes that are there stay as they are."), Type::Caption));
    auto* foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("paneFoot"));
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(24, 12, 24, 12);
    QPushButton* cancel = makeButton(foot);
    cancel->setAutoDefault(false);
    setButtonText(cancel, tr("Cancel"), Qt::Key_Escape);
    m_act->setAutoDefault(false);
    m_act->setObjectName(QStringLiteral("batch.act"));
    const auto showState = [this, count] {
        const ReviewDecision chosen = decision();
        m_act->setEnabled(chosen != ReviewDecision::None);
        setButtonText(m_act,
                      chosen == ReviewDecision::None ? tr("Choose a decision")
                                                     : tr("%1: %2").arg(decisionWord(chosen), count),
                      QKeySequence(Qt::CTRL | Qt::Key_Return));
    };
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(m_act);
    outer->addWidget(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_decisions, &QButtonGroup::idToggled, this, showState);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_act,
                &QPushButton::click);
    showState();
    if (batch.decision == ReviewDecision::None)
        m_decisions->button(static_cast<int>(decisions.front()))->setFocus();
    else
        m_reason->setFocus();
}

ReviewDecision BatchDialog::decision() const
{
    const int chosen = m_decisions->checkedId();
    return chosen < 0 ? ReviewDecision::None : static_cast<ReviewDecision>(chosen);
}

std::optional<QString> BatchDialog::note() const
{
    QString text = m_reason->currentText().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace rangedesk::ui
