// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/registration_dialog.h"

#include "changes/campaign_wish.h"
#include "common/date_field.h"
#include "common/delegates.h"
#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/page.h"
#include "core/campaign_field.h"
#include "core/text.h"
#include "core/vendor_rules.h"
#include "core/vendor_time.h"
#include "pickers/picker_dialog.h"
#include "session/worker.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QShortcut>
#include <set>

namespace rangedesk::ui {

namespace {

constexpr std::size_t customersARequest = 200; // decisions 19

QString templatesPath(const Desk& desk)
{
    return desk.data()->scopedPath(QStringLiteral("registration-texts"), desk.scope());
}

} // namespace

/// Earlier versions kept the text alone.
RegistrationDialog::KeptText RegistrationDialog::keptTextOf(const QJsonValue& value)
{
    if (value.isString())
        return {value.toString(), {}};
    const QJsonObject object = value.toObject();
    return {object[QStringLiteral("text")].toString(), object[QStringLiteral("time")].toString()};
}

RegistrationDialog::RegistrationDialog(Desk& desk, ListItem<Campaign> campaign, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_campaign(std::move(campaign)), m_names(new QStringListModel(this))
{
    setObjectName(QStringLiteral("registrationDialog"));
    setWindowTitle(tr("Report registrations"));
    const Theme& theme = Theme::instance();
    resize(theme.scaled(920), theme.scaled(560));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new EnvironmentBand(m_desk.environment(), this));
    auto* head = new PageHead(this);
    head->setTitle(windowTitle());
    head->setCaption(toQString(m_campaign.value->name));
    all->addWidget(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeCustomers(), 1);
    row->addWidget(makeValues(), 1);
    all->addLayout(row, 1);
    QFrame* foot = makePane(this, "paneFoot");
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(size::padding, 12, size::padding, 12);
    buttons->setSpacing(8);
    m_hint = makeParagraph(foot, {}, Type::Caption);
    QPushButton* cancel = makeButton(foot);
    setButtonText(cancel, tr("Cancel"));
    m_goOn = makeButton(foot, "primary", "compare");
    m_goOn->setObjectName(QStringLiteral("registration.goOn"));
    setButtonText(m_goOn, tr("Compare and review"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QPushButton* button : {cancel, m_goOn})
        button->setAutoDefault(false);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_goOn);
    all->addWidget(foot);
    connect(cancel, &QPushButton::clicked, this, &RegistrationDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &QDialog::accept);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_goOn,
            &QPushButton::click);
    loadTemplates();
    countCustomers();
    lookUpRegistered();
}

/// There may be many: they are gathered in a worker, and counted when that has ended.
void RegistrationDialog::lookUpRegistered()
{
    const auto work = [campaign = m_campaign] {
        auto ids = std::make_shared<Ids>();
        ids->reserve(campaign.value->registered.size());
        for (const NamedEntry& customer : campaign.value->registered)
            ids->insert(customer.id);
        return ids;
    };
    inWorker(this, work, [this](std::shared_ptr<const Ids> ids) {
        m_registered = std::move(ids);
        countCustomers();
    });
}

QWidget* RegistrationDialog::makeCustomers()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 14, 12, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    m_count = makeLabel(pane, {}, Type::PaneTitle);
    QPushButton* add = makeButton(pane, "", "customer");
    add->setObjectName(QStringLiteral("registration.pick"));
    setButtonText(add, tr("Choose or paste…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_remove = makeButton(pane, "quiet", "remove");
    setButtonText(m_remove, tr("Remove"), Qt::Key_Delete);
    for (QPushButton* button : {add, m_remove})
        button->setAutoDefault(false);
    top->addWidget(m_count, 1);
    top->addWidget(m_remove);
    top->addWidget(add);
    column->addLayout(top);
    m_list = new QListView(pane);
    m_list->setObjectName(QStringLiteral("registration.customers"));
    m_list->setModel(m_names);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Customers to report"));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    column->addWidget(
        makeParagraph(pane, tr("By id where the catalogue knows it. A registration cannot be taken back."),
                      Type::Caption, "faint"));
    connect(add, &QPushButton::clicked, this, [this] { pick(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), this), &QShortcut::activated, add,
            &QPushButton::click);
    connect(m_remove, &QPushButton::clicked, this, &RegistrationDialog::removeChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_list->selectionModel()->hasSelection()); });
    m_remove->setEnabled(false);
    return pane;
}

QWidget* RegistrationDialog::makeValues()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 14, 20, 14);
    column->setSpacing(4);
    auto* timeLabel = makeLabel(pane, tr("Time of registration") + QStringLiteral(" *"), Type::Caption, "");
    auto* timeField = new DateField(pane);
    m_time = timeField->edit();
    m_proposedTime = toQString(
        vendorDateTime(m_desk.isOpen() ? m_desk.connection()->serverNow() : QDateTime::currentDateTimeUtc()));
    m_time->setText(m_proposedTime);
    m_time->setObjectName(QStringLiteral("registration.time"));
    m_time->setAccessibleName(tr("Time of registration"));
    timeLabel->setBuddy(m_time);
    m_timeFault = makeParagraph(pane, {}, Type::Caption, "refused");
    m_timeFault->hide();
    auto* textLabel = makeLabel(pane, tr("Merchant information") + QStringLiteral(" *"), Type::Caption, "");
    m_information = new QPlainTextEdit(pane);
    m_information->setObjectName(QStringLiteral("registration.information"));
    m_information->setAccessibleName(tr("Merchant information"));
    m_information->setTabChangesFocus(true);
    textLabel->setBuddy(m_information);
    auto* kept = new QHBoxLayout;
    m_templates = new QComboBox(pane);
    m_templates->setObjectName(QStringLiteral("registration.templates"));
    m_templates->setAccessibleName(tr("Kept texts"));
    QPushButton* keep = makeButton(pane, "", "favourite");
    keep->setObjectName(QStringLiteral("registration.keep"));
    setButtonText(keep, tr("Keep this text…"), QKeySequence::Save);
    m_removeTemplate = makeButton(pane, "quiet", "remove");
    setButtonText(m_removeTemplate, tr("Remove"));
    for (QPushButton* button : {keep, m_removeTemplate})
        button->setAutoDefault(false);
    kept->addWidget(m_templates, 1);
    kept->addWidget(m_removeTemplate);
    kept->addWidget(keep);
    addCodeField(column, pane);
    column->addWidget(timeLabel);
    column->addWidget(timeField);
    column->addWidget(m_timeFault);
    column->addSpacing(8);
    column->addWidget(textLabel);
    column->addWidget(m_information, 1);
    column->addLayout(kept);
    column->addWidget(makeParagraph(
        pane, tr("Time and text hold for all of them; with values for each customer, use a sheet."),
        Type::Caption, "faint"));
    connect(m_time, &QLineEdit::textChanged, this, &RegistrationDialog::check);
    connect(m_information, &QPlainTextEdit::textChanged, this, &RegistrationDialog::check);
    connect(keep, &QPushButton::clicked, this, &RegistrationDialog::keepTemplate);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, keep, &QPushButton::click);
    connect(m_removeTemplate, &QPushButton::clicked, this, &RegistrationDialog::removeTemplate);
    connect(m_templates, &QComboBox::activated, this, [this](int at) {
        if (at > 0)
            useTemplate(m_texts.value(m_templates->itemText(at)));
    });
    return pane;
}

/// The code goes along with each registration; one that the query may have cut is to be made sure of.
void RegistrationDialog::addCodeField(QVBoxLayout* column, QWidget* pane)
{
    if (!mayBeCut(CampaignField::Code, m_campaign.value->code))
        return;
    auto* label = makeLabel(pane, toQString(campaignFieldLabel(CampaignField::Code)) + QStringLiteral(" *"),
                            Type::Caption, "");
    m_code = new QLineEdit(toQString(m_campaign.value->code), pane);
    m_code->setObjectName(QStringLiteral("registration.code"));
    m_code->setAccessibleName(toQString(campaignFieldLabel(CampaignField::Code)));
    label->setBuddy(m_code);
    m_whole = new QCheckBox(pane);
    m_whole->setObjectName(QStringLiteral("registration.whole"));
    m_whole->setText(tr("The query gives 32 characters at most. This is the whole code."));
    column->addWidget(label);
    column->addWidget(m_code);
    column->addWidget(m_whole);
    column->addSpacing(8);
    connect(m_code, &QLineEdit::textChanged, this, &RegistrationDialog::check);
    connect(m_whole, &QCheckBox::toggled, this, &RegistrationDialog::check);
}

/// Confirmed, or given longer than the query shows it.
bool RegistrationDialog::isCodeWhole() const
{
    if (m_code == nullptr || m_whole->isChecked())
        return true;
    const std::string typed = toUtf8(m_code->text().trimmed());
    return typed.size() > m_campaign.value->code.size() &&
           showsValue(CampaignField::Code, m_campaign.value->code, typed);
}

void RegistrationDialog::pick(bool pastes)
{
    PickerWish wish{EntryKind::Customer, tr("Customers that registered")};
    wish.pastesAtOnce = pastes;
    wish.most = mostAtOnce - std::min(mostAtOnce, m_customers.size());
    addCustomers(PickerDialog::pick(m_desk, wish, this));
    m_list->setFocus();
}

void RegistrationDialog::addCustomers(const std::vector<Picked>& customers)
{
    std::set<std::pair<SelectBy, std::string>> there;
    for (const Picked& one : m_customers)
        there.emplace(one.by, one.value);
    QStringList names = m_names->stringList();
    for (const Picked& one : customers) {
        if (!there.emplace(one.by, one.value).second)
            continue;
        m_customers.push_back(one);
        names << one.text();
    }
    m_names->setStringList(names);
    if (!m_list->currentIndex().isValid() && !names.isEmpty())
        m_list->setCurrentIndex(m_names->index(0));
    countCustomers();
}

void RegistrationDialog::removeChosen()
{
    std::set<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        rows.insert(index.row());
    const QStringList before = m_names->stringList();
    QStringList names;
    std::vector<Picked> left;
    for (int row = 0; row < before.size(); ++row) {
        if (rows.contains(row))
            continue;
        names << before[row];
        left.push_back(std::move(m_customers[static_cast<std::size_t>(row)]));
    }
    m_customers = std::move(left);
    m_names->setStringList(names);
    m_remove->setEnabled(false);
    countCustomers();
}

bool RegistrationDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete) {
            removeChosen();
            return true;
        }
        if (key->matches(QKeySequence::Paste)) { // the picker takes columns apart
            pick(true);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

/// As the vendor wants it, or as it was typed.
QString RegistrationDialog::time() const
{
    const std::string typed = toUtf8(m_time->text().trimmed());
    return toQString(vendorDateTimeOf(typed).value_or(typed));
}

void RegistrationDialog::countCustomers()
{
    m_count->setText(tr("%1 customers").arg(figure(static_cast<qint64>(m_customers.size()))));
    m_again =
        !m_registered ? 0 : std::count_if(m_customers.begin(), m_customers.end(), [this](const Picked& one) {
            return one.by == SelectBy::Id && m_registered->contains(one.value);
        });
    const auto list = std::find_if(m_customers.begin(), m_customers.end(), [](const Picked& one) {
        return one.by == SelectBy::Name && one.value.find(',') != std::string::npos; // api.md 17
    });
    m_customersProblem.clear();
    if (m_customers.empty())
        m_customersProblem = tr("Choose the customers that registered.");
    else if (m_customers.size() > mostAtOnce)
        m_customersProblem = tr("At most %1 at once here. Take some out, or use a sheet.")
                                 .arg(figure(static_cast<qint64>(mostAtOnce)));
    else if (list != m_customers.end())
        m_customersProblem =
            tr("\"%1\" holds a comma and cannot be sent by name. Choose the customer by id or code.")
                .arg(toQString(list->value));
    check();
}

void RegistrationDialog::check()
{
    QString problem = m_customersProblem;
    const bool isTime = isVendorDateTime(toUtf8(time()));
    m_timeFault->setVisible(!isTime);
    m_timeFault->setText(
        isTime ? QString() : tr("A day and a time of the platform's clock, such as 2026-01-31 09:05:00."));
    if (!isTime && problem.isEmpty())
        problem = tr("The time of registration is none.");
    if (m_code != nullptr && problem.isEmpty()) {
        const std::string code = toUtf8(m_code->text().trimmed());
        if (!showsValue(CampaignField::Code, m_campaign.value->code, code))
            problem = tr("The code begins otherwise than the platform's: %1.")
                          .arg(excerpt(m_campaign.value->code, 40));
        else if (!isCodeWhole())
            problem = tr("Make sure that the code is whole, and tick the box or give all of it.");
    }
    const std::string information = toUtf8(m_information->toPlainText().trimmed());
    if (information.empty() && problem.isEmpty())
        problem = tr("Fill the merchant information: the platform wants it.");
    const auto requests =
        static_cast<qint64>((m_customers.size() + customersARequest - 1) / customersARequest);
    QString text = tr("Requests at most: %1. Compared with the server first; nothing is sent before you have "
                      "seen it.")
                       .arg(figure(requests));
    if (m_again > 0)
        text = tr("%1 of them were registered when the campaign was read; they are not reported twice.")
                   .arg(figure(m_again)) +
               QLatin1Char(' ') + text;
    m_hint->setText(problem.isEmpty() ? text : problem);
    m_goOn->setEnabled(problem.isEmpty());
}

Result<FollowUp> RegistrationDialog::changes() const
{
    std::vector<TypedCell> campaign{
        {Dimension::Department, SelectBy::SourceCode, -1, std::string(m_campaign.value->sourceCode)}};
    if (m_code != nullptr)
        campaign.push_back({Dimension::Department, SelectBy::Code, -1, toUtf8(m_code->text().trimmed())});
    const auto values = std::make_shared<RegistrationRow>(
        RegistrationRow{toUtf8(time()), toUtf8(m_information->toPlainText().trimmed()), 0});
    std::vector<TypedCell> cells;
    cells.reserve(m_customers.size());
    std::vector<ChangeRow> rows;
    rows.reserve(m_customers.size());
    for (const Picked& one : m_customers) {
        cells.push_back({Dimension::Department, one.by, -1, one.value});
        ChangeRow row;
        row.line = static_cast<std::uint32_t>(rows.size()) + 1;
        row.target = campaign;
        row.product = std::span(&cells.back(), 1);
        row.registration = values;
        rows.push_back(std::move(row));
    }
    QString name = toQString(m_campaign.value->name).left(60);
    for (const char separator : {'/', '\\', ':'}) // it is kept as a file's name
        name.replace(QLatin1Char(separator), QLatin1Char(' '));
    auto set = setOfChanges(ChangeKind::Registrations, rows, tr("Registrations, %1").arg(name));
    if (set)
        set->file.isTyped = true;
    return set;
}

void RegistrationDialog::loadTemplates()
{
    if (m_desk.data() != nullptr && m_desk.data()->holds(templatesPath(m_desk))) {
        if (const auto bytes = m_desk.data()->load(templatesPath(m_desk))) {
            const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes));
            const QJsonObject object = document.object();
            for (auto at = object.begin(); at != object.end(); ++at)
                m_texts.insert(at.key(), keptTextOf(at.value()));
            if (!document.isObject())
                DataDirectory::keepDamaged(templatesPath(m_desk)); // the next one must not overwrite it
        } else {
            m_textsProblem = bytes.error().text(); // what cannot be read is not written over
        }
    }
    showTemplates();
}

void RegistrationDialog::showTemplates()
{
    m_templates->clear();
    m_templates->addItem(m_texts.isEmpty() ? tr("no kept texts yet") : tr("a kept text"));
    m_templates->addItems(m_texts.keys());
    m_templates->setEnabled(!m_texts.isEmpty());
    m_removeTemplate->setEnabled(!m_texts.isEmpty());
}

void RegistrationDialog::writeTemplates()
{
    if (m_desk.data() == nullptr)
        return;
    if (!m_textsProblem.isEmpty()) {
        m_hint->setText(m_textsProblem);
        return;
    }
    QJsonObject object;
    for (auto at = m_texts.begin(); at != m_texts.end(); ++at)
        object.insert(at.key(),
                      QJsonObject{{QStringLiteral("text"), at->text}, {QStringLiteral("time"), at->time}});
    const auto kept = m_desk.data()->keep(templatesPath(m_desk),
                                          QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
    if (!kept)
        m_hint->setText(kept.error().text());
}

void RegistrationDialog::keepTemplate()
{
    if (m_information->toPlainText().trimmed().isEmpty())
        return;
    bool accepted = false;
    const QString name = dialogs().input(this, tr("Keep this text"), tr("Name"), {}, &accepted).trimmed();
    if (!accepted || name.isEmpty())
        return;
    // The time that was proposed is that of this moment: only one that was chosen is worth keeping.
    m_texts[name] = {m_information->toPlainText(), time() == m_proposedTime ? QString() : time()};
    showTemplates();
    m_templates->setCurrentText(name);
    writeTemplates();
}

/// A time that was kept along is told, so that nobody reports an old one unknowingly.
void RegistrationDialog::useTemplate(const KeptText& kept)
{
    m_information->setPlainText(kept.text);
    m_time->setText(kept.time.isEmpty() ? m_proposedTime : kept.time);
    if (!kept.time.isEmpty())
        m_hint->setText(tr("The time comes from the kept text: %1.").arg(kept.time) + QLatin1Char(' ') +
                        m_hint->text());
}

void RegistrationDialog::removeTemplate()
{
    if (m_templates->currentIndex() <= 0)
        return;
    m_texts.remove(m_templates->currentText());
    showTemplates();
    writeTemplates();
}

void RegistrationDialog::reject()
{
    if (!m_customers.empty()) {
        const int answer = dialogs().ask(this, {tr("Give up these registrations?"),
                                                tr("Nothing of them was sent."),
                                                {{tr("Go on editing")}, {tr("Give them up"), "danger"}},
                                                0});
        if (answer != 1)
            return;
    }
    QDialog::reject();
}

} // namespace rangedesk::ui
