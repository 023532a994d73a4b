// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/merchant_card.h"

#include "common/icons.h"
#include "common/marks.h"
#include "core/text.h"
#include "registrations/merchant_information.h"
#include "registrations/review_export.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QSignalBlocker>

namespace rangedesk::ui {

namespace {

constexpr qsizetype longestValue = 600;
constexpr qsizetype longestReason = 60; // in the menu
constexpr qsizetype longestRaw = 64LL * 1024;

/// Places to break a line in what has none for long, such as an address.
QString breakable(const QString& text)
{
    constexpr int longestRun = 40;
    QString out;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        out += c;
        if (run >= longestRun && !c.isHighSurrogate()) {
            out += QChar(0x200b);
            run = 0;
        }
    }
    return out;
}

/// As text, whatever it holds: markup of a merchant is shown, and never obeyed.
QString shown(const QString& value)
{
    const QString text =
        withVisibleControls(value.size() > longestValue ? value.left(longestValue) + QChar(0x2026) : value);
    return breakable(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString cell(const QString& html, Token token, const char* extra = "")
{
    return QStringLiteral("<td style=\"padding:2px 14px 4px 0; color:%1;%2\">%3</td>")
        .arg(color(token).name(), QLatin1String(extra), html);
}

QLabel* makeTable(QWidget* parent)
{
    QLabel* label = makeParagraph(parent, {}, Type::Body, "");
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QString formWord(const MerchantInformation& information)
{
    using Form = MerchantInformation::Form;
    switch (information.form) {
    case Form::Empty:
        return MerchantCard::tr("Merchant information: not filled");
    case Form::Text:
        return MerchantCard::tr("Merchant information: free text");
    case Form::Json:
    case Form::Query:
    case Form::Lines:
    case Form::Table:
        break;
    }
    return MerchantCard::tr("Merchant information: %1 fields").arg(information.fields.size());
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
    footColumn->addWidget(m_decidedBy);
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
    });
    connect(m_partnerButton, &QPushButton::clicked, this, &MerchantCard::goToPartner);
    connect(m_note, &QLineEdit::editingFinished, this, &MerchantCard::commitNote);
    connect(&m_state, &ReviewState::changed, this, &MerchantCard::fill);
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
    m_note->setPlaceholderText(tr("Note or reason (N)"));
    m_note->setAccessibleName(tr("Note or reason"));
    m_reasons->setText(tr("Ready reasons (Down)"));
    m_reasons->setToolTip(m_reasons->text());
    m_raw->setAccessibleName(tr("Merchant information as it came"));
    setButtonTexts();
    fill();
}

void MerchantCard::setButtonTexts()
{
    const QString count = m_chosen > 1 ? QLatin1Char(' ') + figure(static_cast<qint64>(m_chosen)) : QString();
    for (std::size_t i = 0; i < decisions.size(); ++i)
        setButtonText(decisionButton(decisions.at(i)), decisionWord(decisions.at(i)) + count,
                      decisionKeys.at(i));
}

void MerchantCard::setChosenCount(std::size_t count)
{
    if (std::exchange(m_chosen, count) != count)
        setButtonTexts();
}

void MerchantCard::commitNote()
{
    if (m_row == noCustomer || !m_note->isModified())
        return;
    m_note->setModified(false);
    m_state.note(m_rows->customer(m_row), m_note->text());
}

/// Those that were written on this campaign, the most frequent first, then the usual ones.
QStringList MerchantCard::readyReasons() const
{
    constexpr qsizetype mostUsed = 8;
    QMap<QString, int> used;
    for (const auto& [customer, mark] : m_state.marks()) {
        if (const QString note = mark.note.trimmed(); !note.isEmpty())
            ++used[note];
    }
    QStringList reasons = used.keys();
    std::stable_sort(reasons.begin(), reasons.end(),
                     [&used](const QString& a, const QString& b) { return used[a] > used[b]; });
    reasons = reasons.mid(0, mostUsed);
    for (const QString& usual : {tr("Papers are missing"), tr("Registered twice"),
                                 tr("Not in the covered list"), tr("The telephone could not be reached")}) {
        if (!reasons.contains(usual))
            reasons << usual;
    }
    return reasons;
}

void MerchantCard::showReasons()
{
    if (m_row == noCustomer)
        return;
    QMenu menu(this);
    for (const QString& reason : readyReasons()) {
        QString text = reason.size() > longestReason ? reason.left(longestReason) + QChar(0x2026) : reason;
        menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                       [this, reason] { takeReason(reason); });
    }
    menu.setActiveAction(menu.actions().first());
    menu.exec(m_note->mapToGlobal(QPoint(0, m_note->height())));
}

void MerchantCard::takeReason(const QString& reason)
{
    m_note->setText(reason);
    m_note->setModified(true);
    commitNote();
}

void MerchantCard::restoreNote()
{
    m_note->setModified(false);
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
    if (isOther) {
        commitNote();
        m_scroll->ensureVisible(0, 0);
    }
    const bool isSame = !isOther && m_rows && rows && &m_rows->download() == &rows->download();
    m_rows = std::move(rows);
    m_row = m_rows ? row : noCustomer;
    if (!isSame)
        fill();
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
    for (QWidget* part : std::initializer_list<QWidget*>{m_codes, m_lists, m_informationTitle, m_rawButton})
        part->setVisible(isThere);
    m_fields->setVisible(isThere && !m_rawButton->isChecked());
    m_raw->setVisible(isThere && m_rawButton->isChecked());
    for (const ReviewDecision decision : decisions)
        decisionButton(decision)->setEnabled(isRegistered);
    m_note->setEnabled(isRegistered);
    {
        const QSignalBlocker quiet(m_note);
        const bool isTyping = m_note->hasFocus() && m_note->isModified();
        if (!isTyping && m_note->text() != mark.note)
            m_note->setText(mark.note);
    }
    showPartner(customer);
    if (!isThere) {
        m_pictures->setAddresses({});
        m_name->setText(tr("No customer is chosen"));
        m_decidedBy->clear();
        return;
    }
    m_name->setText(toQString(customer.name.empty() ? customer.code : customer.name));
    QStringList codes{toQString(customer.code)};
    if (!customer.sourceCode.empty())
        codes << tr("external id %1").arg(toQString(customer.sourceCode));
    if (!customer.id.empty())
        codes << tr("id %1").arg(toQString(customer.id));
    m_codes->setText(codes.join(QStringLiteral("   ")));
    QString lists = overlapSentence(customer);
    if (const std::string_view time = m_rows->download().reportedTime(m_row); !time.empty())
        lists += QStringLiteral("\n") + tr("Registered at %1, as reported from here").arg(toQString(time));
    m_lists->setText(lists);
    showFields(customer, m_rows->download().list->furtherInformation(m_row));
    const bool isDecided = mark.decision != ReviewDecision::None;
    QString by = !isRegistered ? tr("Only registrations can be decided on.")
                 : !isDecided  ? tr("Not decided yet. Decisions stay on this computer.")
                 : mark.by.isEmpty()
                     ? tr("%1, %2").arg(decisionWord(mark.decision),
                                        mark.at.toLocalTime().toString(QStringLiteral("MM-dd HH:mm")))
                     : tr("%1 by %2, %3")
                           .arg(decisionWord(mark.decision), mark.by,
                                mark.at.toLocalTime().toString(QStringLiteral("MM-dd HH:mm")));
    if (isDecided && mark.digest != customer.digest)
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

void MerchantCard::showFields(const ReviewCustomer& customer, const std::vector<std::string_view>& further)
{
    const MerchantInformation information = parseMerchantInformation(customer.merchantInformation);
    m_informationTitle->setText(formWord(information));
    QString html = QStringLiteral("<table>");
    QStringList addresses;
    for (const MerchantField& field : information.fields) {
        if (field.isPicture)
            addresses << field.value;
        const QString value = field.value.isEmpty() ? tr("Not filled") : shown(field.value);
        html += QStringLiteral("<tr>") +
                cell(field.name.isEmpty() ? QStringLiteral("·") : shown(field.name), Token::Ink3) +
                cell(value, field.value.isEmpty() ? Token::Ink3 : Token::Ink) + QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    if (!information.rest.isEmpty())
        html += QStringLiteral("<p>") + shown(information.rest) + QStringLiteral("</p>");
    if (information.isCut)
        html += QStringLiteral("<p>") +
                shown(tr("There is more than is shown here; the raw text has the rest.")) +
                QStringLiteral("</p>");
    QString raw = toQString(customer.merchantInformation);
    for (const std::string_view other : further) {
        const QString text = toQString(other);
        html += QStringLiteral("<p>") + shown(tr("Another registration:") + QLatin1Char('\n') + text) +
                QStringLiteral("</p>");
        raw += QStringLiteral("\n\n") + text;
    }
    m_fields->setText(html);
    m_pictures->setAddresses(addresses);
    m_raw->setPlainText(
        raw.size() > longestRaw
            ? withVisibleControls(raw.left(longestRaw)) + QStringLiteral("…\n\n") +
                  tr("%1 characters in all: an export as CSV holds them whole.").arg(figure(raw.size()))
            : withVisibleControls(raw));
}

void MerchantCard::showPartner(const ReviewCustomer& customer)
{
    const bool has = customer.likeness != 0 && customer.partner != noCustomer;
    for (QWidget* part : std::initializer_list<QWidget*>{m_partnerTitle, m_partnerButton, m_partner})
        part->setVisible(has);
    if (!has)
        return;
    const ReviewCustomer& other = m_rows->customer(customer.partner);
    m_partnerTitle->setText(tr("May be the same merchant: %1").arg(likenessWord(customer.likeness)));
    const MerchantInformation mine = parseMerchantInformation(customer.merchantInformation);
    const MerchantInformation theirs = parseMerchantInformation(other.merchantInformation);
    QString html = QStringLiteral("<table>");
    const auto add = [&html](const QString& name, const QString& left, const QString& right) {
        const bool isSame = !left.isEmpty() && left == right;
        const QString empty = tr("Not filled");
        html += QStringLiteral("<tr>") + cell(shown(name), Token::Ink3) +
                cell(left.isEmpty() ? empty : shown(left), left.isEmpty() ? Token::Ink3 : Token::Ink) +
                cell(isSame            ? QStringLiteral("= ") + tr("the same")
                     : right.isEmpty() ? empty
                                       : shown(right),
                     isSame            ? Token::Warning
                     : right.isEmpty() ? Token::Ink3
                                       : Token::Ink) +
                QStringLiteral("</tr>");
    };
    add(tr("Code"), toQString(customer.code), toQString(other.code));
    add(tr("Name"), toQString(customer.name), toQString(other.name));
    add(tr("Decision"), decisionWord(m_state.mark(customer).decision),
        decisionWord(m_state.mark(other).decision));
    for (const MerchantField& field : mine.fields)
        add(field.name, field.value, theirs.value(field.name));
    for (const MerchantField& field : theirs.fields) {
        const auto isMine = [&field](const MerchantField& own) { return own.name == field.name; };
        if (std::none_of(mine.fields.begin(), mine.fields.end(), isMine))
            add(field.name, {}, field.value);
    }
    m_partner->setText(html + QStringLiteral("</table>"));
}

} // namespace rangedesk::ui
