// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/merchant_card.h"

#include "common/bare_copy.h"
#include "common/icons.h"
#include "common/marks.h"
#include "core/text.h"
#include "registrations/review_export.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QSignalBlocker>

namespace rangedesk::ui {

namespace {

constexpr qsizetype longestReason = 60;   // in the menu
constexpr std::size_t mostCompared = 500; ///< notes of rows that are chosen together

QLabel* makeTable(QWidget* parent)
{
    QLabel* label = makeParagraph(parent, {}, Type::Body, "");
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    copiesBare(label);
    return label;
}

constexpr std::array decisions{ReviewDecision::Approved, ReviewDecision::Flagged, ReviewDecision::Rejected};
constexpr std::array decisionKeys{Qt::Key_A, Qt::Key_F, Qt::Key_R};

} // namespace

MerchantCard::MerchantCard(ReviewState& state, QWidget* parent) : QFrame(parent), m_state(state)
{
    setObjectName(QStringLiteral("sidePane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("sidePane"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(Theme::instance().scaled(392)); // three decisions side by side, with their keys
    QFrame* content = makePane(m_scroll, "sidePane");
    auto* facts = new QVBoxLayout(content);
    facts->setContentsMargins(size::padding, 14, size::padding, 14);
    facts->setSpacing(8);
    m_name = makeParagraph(content, {}, Type::PaneTitle, "");
    m_codes = makeParagraph(content, {}, Type::Caption, "caption");
    m_lists = makeParagraph(content, {}, Type::Caption, "");
    for (QLabel* label : {m_name, m_codes, m_lists}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        copiesBare(label);
        facts->addWidget(label);
    }
    auto* line = new QHBoxLayout;
    m_informationTitle = makeLabel(content, {}, Type::Body, "caption");
    m_rawButton = makeButton(content, "link");
    m_rawButton->setCheckable(true);
    m_rawButton->setObjectName(QStringLiteral("review.raw"));
    line->addWidget(m_informationTitle);
    line->addStretch();
    line->addWidget(m_rawButton);
    facts->addSpacing(6);
    facts->addLayout(line);
    m_fields = makeTable(content);
    m_fields->setObjectName(QStringLiteral("review.fields"));
    facts->addWidget(m_fields);
    m_pictures = new PictureStrip(content);
    facts->addWidget(m_pictures);
    connect(m_pictures, &PictureStrip::pictureWanted, this,
            [this](const QImage& picture) { showPicture(picture, window()); });
    m_raw = new QPlainTextEdit(content);
    m_raw->setObjectName(QStringLiteral("review.rawText"));
    m_raw->setReadOnly(true);
    m_raw->setMinimumHeight(180);
    m_raw->hide();
    facts->addWidget(m_raw);
    m_historyButton = makeButton(content, "link");
    m_historyButton->setCheckable(true);
    m_historyButton->setObjectName(QStringLiteral("review.history"));
    m_history = makeParagraph(content, {}, Type::Caption, "caption");
    m_history->setObjectName(QStringLiteral("review.historyText"));
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);
    copiesBare(m_history);
    m_history->hide();
    auto* partnerLine = new QHBoxLayout;
    m_partnerTitle = makeParagraph(content, {}, Type::Body, "warning");
    m_partnerButton = makeButton(content, "link");
    m_partnerButton->setObjectName(QStringLiteral("review.partner"));
    partnerLine->addWidget(m_partnerTitle, 1);
    partnerLine->addWidget(m_partnerButton);
    facts->addSpacing(6);
    facts->addLayout(partnerLine);
    m_partner = makeTable(content);
    facts->addWidget(m_partner);
    auto* historyLine = new QHBoxLayout;
    historyLine->addWidget(m_historyButton);
    historyLine->addStretch();
    facts->addSpacing(6);
    facts->addLayout(historyLine);
    facts->addWidget(m_history);
    facts->addStretch();
    m_scroll->setWidget(content);
    column->addWidget(m_scroll, 1);

    QFrame* foot = makePane(this, "paneFoot");
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(size::padding, 12, size::padding, 12);
    footColumn->setSpacing(8);
    m_decidedBy = makeParagraph(foot, {}, Type::Caption);
    m_note = new QLineEdit(foot);
    m_note->setObjectName(QStringLiteral("review.note"));
    m_note->setMaxLength(2000);
    m_reasons = m_note->addAction(icon("menu"), QLineEdit::TrailingPosition);
    connect(m_reasons, &QAction::triggered, this, &MerchantCard::showReasons);
    auto* down = new QShortcut(Qt::Key_Down, m_note);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, &MerchantCard::showReasons);
    m_noteHint = makeParagraph(foot, {}, Type::Caption, "caption");
    m_noteHint->setObjectName(QStringLiteral("review.noteHint"));
    m_noteHint->hide();
    footColumn->addWidget(m_decidedBy);
    footColumn->addWidget(m_noteHint);
    footColumn->addWidget(m_note);
    auto* decide = new QWidget(foot);
    auto* buttons = new FlowLayout(decide, 8); // in English they need two lines
    constexpr std::array kinds{"", "", "danger"};
    constexpr std::array names{"review.approve", "review.flag", "review.reject"};
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        QPushButton* button = makeButton(decide, kinds.at(i));
        button->setObjectName(QLatin1String(names.at(i)));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT decided(decisions.at(i)); });
        m_decisions.at(static_cast<std::size_t>(decisions.at(i))) = button;
        buttons->addWidget(button);
    }
    footColumn->addWidget(decide);
    column->addWidget(foot);

    connect(m_rawButton, &QPushButton::toggled, this, [this](bool raw) {
        m_raw->setVisible(raw && m_row != noCustomer);
        m_fields->setVisible(!raw);
        showRaw();
    });
    connect(m_historyButton, &QPushButton::toggled, this, &MerchantCard::showHistory);
    connect(m_partnerButton, &QPushButton::clicked, this, &MerchantCard::goToPartner);
    connect(m_note, &QLineEdit::editingFinished, this, &MerchantCard::commitNote);
    connect(m_note, &QLineEdit::textEdited, this, [this] {
        if (!m_noteFor.rows)
            m_noteFor = {m_rows, m_chosen};
    });
    connect(&m_state, &ReviewState::changed, this, &MerchantCard::fill);
    connect(&m_state, &ReviewState::written, this, &MerchantCard::showHistory);
    const auto showTheme = [this] {
        for (const ReviewDecision decision : decisions)
            decisionButton(decision)->setIcon(QIcon(markPixmap(markOf(decision), 16, devicePixelRatioF())));
        fill();
    };
    showTheme();
    connect(&Theme::instance(), &Theme::changed, this, showTheme);
    translated(this, [this] { setTexts(); });
}

void MerchantCard::setTexts()
{
    setButtonText(m_rawButton, tr("Raw text"), QKeySequence(Qt::CTRL | Qt::Key_R));
    setButtonText(m_partnerButton, tr("Go to the other"), Qt::Key_D);
    setButtonText(m_historyButton, tr("History"), Qt::Key_H);
    m_reasons->setText(tr("Ready reasons (Down)"));
    m_reasons->setToolTip(m_reasons->text());
    m_raw->setAccessibleName(tr("Merchant information as it came"));
    setButtonTexts();
    fill();
}

void MerchantCard::setButtonTexts()
{
    const bool isMany = m_chosen.size() > 1;
    const QString number = figure(static_cast<qint64>(m_chosen.size()));
    const QString count = isMany ? QLatin1Char(' ') + number : QString();
    for (std::size_t i = 0; i < decisions.size(); ++i)
        setButtonText(decisionButton(decisions.at(i)), decisionWord(decisions.at(i)) + count,
                      decisionKeys.at(i));
    m_note->setPlaceholderText(isMany ? tr("Note for %1 chosen (N)").arg(number) : tr("Note or reason (N)"));
    m_note->setAccessibleName(isMany ? tr("Note for %1 chosen").arg(number) : tr("Note or reason"));
    m_noteHint->setText(tr("Note for %1 chosen; it takes the place of theirs.").arg(number));
    m_noteHint->setVisible(isMany);
}

void MerchantCard::setChosen(std::vector<std::uint32_t> rows)
{
    if (m_chosen == rows)
        return;
    m_chosen = std::move(rows);
    setButtonTexts();
    showNote();
}

/// Of several that are chosen, the note that all of them have.
void MerchantCard::showNote()
{
    if (m_note->hasFocus() && m_note->isModified())
        return;
    QString note;
    if (m_row != noCustomer && m_state.download()) {
        note = m_state.mark(m_rows->customer(m_row)).note;
        for (std::size_t i = 0; i < std::min(m_chosen.size(), mostCompared); ++i) {
            const std::uint32_t row = m_chosen[i];
            if (row < m_rows->size() && m_state.mark(m_rows->customer(row)).note != note) {
                note.clear();
                break;
            }
        }
    }
    const QSignalBlocker quiet(m_note);
    if (m_note->text() != note)
        m_note->setText(note);
}

void MerchantCard::commitNote()
{
    const auto [rows, chosen] = std::exchange(m_noteFor, {});
    if (m_row == noCustomer || !m_note->isModified())
        return;
    m_note->setModified(false);
    // Whoever was chosen as it was typed.
    if (rows)
        m_state.note(*rows, chosen, m_note->text());
}

void MerchantCard::saveNote()
{
    if (!m_note->hasFocus()) {
        commitNote();
        return;
    }
    if (m_row != noCustomer && m_note->isModified() && m_noteFor.rows)
        m_state.note(*m_noteFor.rows, m_noteFor.chosen, m_note->text());
}

void MerchantCard::showReasons()
{
    if (m_row == noCustomer)
        return;
    QMenu menu(this);
    for (const QString& reason : m_state.readyReasons()) {
        QString text = withVisibleControls(reason).simplified();
        text = text.size() > longestReason ? text.left(longestReason) + QChar(0x2026) : text;
        menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                       [this, reason] { takeReason(reason); });
    }
    menu.setActiveAction(menu.actions().first());
    menu.exec(m_note->mapToGlobal(QPoint(0, m_note->height())));
}

void MerchantCard::takeReason(const QString& reason)
{
    m_noteFor = {m_rows, m_chosen};
    m_note->setText(reason);
    m_note->setModified(true);
    commitNote();
}

void MerchantCard::restoreNote()
{
    m_note->setModified(false);
    m_noteFor = {};
    fill();
}

void MerchantCard::hideEvent(QHideEvent* event)
{
    commitNote();
    QFrame::hideEvent(event);
}

void MerchantCard::showCustomer(std::shared_ptr<const ReviewRows> rows, std::uint32_t row)
{
    const auto keyAt = [](const std::shared_ptr<const ReviewRows>& of, std::uint32_t at) {
        return of && at != noCustomer ? ReviewList::keyOf(of->customer(at)) : std::string();
    };
    const bool isOther = keyAt(rows, row) != keyAt(m_rows, m_row);
    const bool isTyped = isOther && m_note->hasFocus();
    if (isOther) {
        commitNote();
        m_scroll->ensureVisible(0, 0);
    }
    const bool isSame = !isOther && m_rows && rows && &m_rows->download() == &rows->download();
    m_rows = std::move(rows);
    m_row = m_rows ? row : noCustomer;
    if (!isSame) // rows of another download are others
        m_chosen = m_row == noCustomer ? std::vector<std::uint32_t>() : std::vector{m_row};
    if (!isSame)
        fill();
    if (isTyped)
        Q_EMIT noteLeft(); // what is typed next is not for the one who stands here now
}

void MerchantCard::goToPartner()
{
    if (m_row == noCustomer)
        return;
    const std::uint32_t partner = m_rows->customer(m_row).partner;
    if (partner != noCustomer)
        Q_EMIT rowWanted(partner);
}

void MerchantCard::fill()
{
    const bool isThere = m_row != noCustomer && m_state.download();
    const ReviewCustomer customer = isThere ? m_rows->customer(m_row) : ReviewCustomer();
    const bool isRegistered = (customer.lists & Registered) != 0;
    const ReviewMark mark = isThere ? m_state.mark(customer) : ReviewMark();
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_codes, m_lists, m_informationTitle, m_rawButton, m_historyButton})
        part->setVisible(isThere);
    m_fields->setVisible(isThere && !m_rawButton->isChecked());
    m_raw->setVisible(isThere && m_rawButton->isChecked());
    for (const ReviewDecision decision : decisions)
        decisionButton(decision)->setEnabled(isRegistered);
    m_note->setEnabled(isRegistered);
    setButtonTexts();
    showNote();
    showHistory();
    for (QWidget* part : std::initializer_list<QWidget*>{m_partnerTitle, m_partnerButton, m_partner})
        part->setVisible(isThere && customer.likeness != 0 && customer.partner != noCustomer);
    if (!isThere) {
        m_pictures->setAddresses({});
        m_factsOf = {};
        m_fields->clear();
        showRaw();
        m_name->setText(tr("No customer is chosen"));
        m_decidedBy->clear();
        return;
    }
    m_name->setText(withVisibleControls(toQString(customer.name.empty() ? customer.code : customer.name)));
    QStringList codes{toQString(customer.code)};
    if (!customer.sourceCode.empty())
        codes << tr("external id %1").arg(toQString(customer.sourceCode));
    if (!customer.id.empty())
        codes << tr("id %1").arg(toQString(customer.id));
    m_codes->setText(breakable(withVisibleControls(codes.join(QStringLiteral("   ")))));
    QString lists = overlapSentence(customer);
    if (const std::string_view time = m_rows->download().reportedTime(m_row); !time.empty())
        lists += QStringLiteral("\n") + tr("Registered at %1, as reported from here").arg(toQString(time));
    m_lists->setText(lists);
    showInformation();
    showRaw();
    const bool isDecided = mark.decision != ReviewDecision::None;
    QString by = !isRegistered && !isDecided ? tr("Only registrations can be decided on.")
                 : !isDecided                ? tr("Not decided yet. Decisions stay on this computer.")
                                             : decisionSentence(mark);
    if (isDecided && isRegistered && mark.digest != customer.digest)
        by += QStringLiteral("   ") + tr("The merchant information has changed since.");
    m_decidedBy->setText(by);
}

QString MerchantCard::overlapSentence(const ReviewCustomer& customer)
{
    QString text = listsWord(customer.lists);
    if (customer.repeats > 0)
        text += QStringLiteral("   ") + tr("registered %1 times").arg(customer.repeats + 1);
    return text;
}

} // namespace rangedesk::ui
