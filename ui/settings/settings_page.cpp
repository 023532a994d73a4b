// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_page.h"

#include "common/dialogs.h"
#include "common/preferences.h"
#include "core/language.h"

#include <QDesktopServices>
#include <QDir>
#include <QRadioButton>
#include <QScrollArea>
#include <QUrl>

namespace rangedesk::ui {

namespace {

constexpr int labelWidth = 200; ///< so that the groups line up

} // namespace

SettingsPage::SettingsPage(QString root, QString dataFolder, QWidget* parent)
    : Page(parent), m_root(std::move(root)), m_dataFolder(std::move(dataFolder))
{
    setObjectName(QStringLiteral("settings"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_head = new PageHead(this);
    outer->addWidget(m_head);
    m_problem = new Note(Mark::Refused, this);
    m_problem->hide();
    outer->addWidget(m_problem);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    auto* content = new QWidget(scroll);
    auto* centre = new QHBoxLayout(content);
    auto* middle = new QWidget(content);
    middle->setMaximumWidth(760);
    centre->setContentsMargins(size::padding, 16, size::padding, 16);
    centre->addWidget(middle, 1);
    centre->addStretch(0);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);

    QFormLayout* look = addGroup(column);
    m_language = addChoice(look, "settings.language", 2);
    m_theme = addChoice(look, "settings.theme", 3);
    m_size = addChoice(look, "settings.size", 2);
    connect(m_language.group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT languageWanted(id == 0); });
    connect(m_theme.group, &QButtonGroup::idClicked, this, [](int id) {
        Theme::instance().setMode(static_cast<ThemeMode>(id));
        Preferences::setValue(QStringLiteral("window/theme"), id);
    });
    connect(m_size.group, &QButtonGroup::idClicked, this, [](int id) {
        Theme::instance().setLargeText(id == 1);
        Preferences::setValue(QStringLiteral("window/largeText"), id == 1);
    });
    connect(&Theme::instance(), &Theme::changed, this, &SettingsPage::showLook);

    QFormLayout* fresh = addGroup(column);
    m_inFlight = new QSpinBox(middle);
    m_inFlight->setRange(1, limits::maxInFlight);
    m_rate = new QDoubleSpinBox(middle);
    m_rate->setRange(0, limits::mostRequestsPerSecond);
    m_products = new QSpinBox(middle);
    m_products->setRange(1, 10000);
    addNumber(fresh, m_rate, "settings.rate");
    addNumber(fresh, m_inFlight, "settings.inFlight");
    addNumber(fresh, m_products, "settings.products");

    QFormLayout* log = addGroup(column);
    m_logDays = new QSpinBox(middle);
    m_logDays->setRange(1, 3650);
    addNumber(log, m_logDays, "settings.logDays");
    m_logBodies = new QCheckBox(middle);
    m_logBodies->setObjectName(QStringLiteral("settings.logBodies"));
    log->addRow(m_logBodies);

    QFormLayout* jobs = addGroup(column);
    m_archiveDays = new QSpinBox(middle);
    m_archiveDays->setRange(0, 3650);
    addNumber(jobs, m_archiveDays, "settings.archiveDays");

    QFormLayout* templates = addGroup(column);
    m_templates = makeParagraph(middle, {}, Type::Body, "");
    m_templates->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    templates->addRow(m_templates);
    m_chooseTemplates = makeButton(middle, "", "open");
    m_chooseTemplates->setObjectName(QStringLiteral("settings.chooseTemplates"));
    m_ownTemplates = makeButton(middle);
    m_ownTemplates->setObjectName(QStringLiteral("settings.ownTemplates"));
    auto* places = new QHBoxLayout;
    places->addWidget(m_chooseTemplates);
    places->addWidget(m_ownTemplates);
    places->addStretch();
    templates->addRow(places);
    const auto setTemplates = [this](const QString& path) {
        keep([path](AppSettings& settings) { settings.templatesFolder = path; });
        showTemplates();
    };
    connect(m_chooseTemplates, &QPushButton::clicked, this, [this, setTemplates] {
        const QString path = dialogs().chooseFolder(this, m_chooseTemplates->text(),
                                                    templatesFolder(loadSettings(m_root), m_root));
        if (!path.isEmpty())
            setTemplates(path);
    });
    connect(m_ownTemplates, &QPushButton::clicked, this, [setTemplates] { setTemplates({}); });

    QFormLayout* folder = addGroup(column);
    m_folder = makeParagraph(middle, {}, Type::Body, "");
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_openFolder = makeButton(middle, "", "open");
    m_openFolder->setObjectName(QStringLiteral("settings.folder"));
    folder->addRow(m_folder);
    auto* button = new QHBoxLayout;
    button->addWidget(m_openFolder);
    button->addStretch();
    folder->addRow(button);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_dataFolder)); });
    column->addStretch();
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);

    const AppSettings kept = loadSettings(m_root);
    m_rate->setValue(kept.requestsPerSecond);
    m_inFlight->setValue(kept.inFlight);
    m_products->setValue(kept.productsPerRequest);
    m_logDays->setValue(kept.logDays);
    m_archiveDays->setValue(kept.archiveDays);
    m_logBodies->setChecked(kept.logBodies);
    const auto onNumber = [this](QSpinBox* box, int AppSettings::*field) {
        connect(box, &QSpinBox::valueChanged, this, [this, field](int value) {
            keep([field, value](AppSettings& settings) { settings.*field = value; });
        });
    };
    onNumber(m_inFlight, &AppSettings::inFlight);
    onNumber(m_products, &AppSettings::productsPerRequest);
    onNumber(m_logDays, &AppSettings::logDays);
    onNumber(m_archiveDays, &AppSettings::archiveDays);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        keep([value](AppSettings& settings) { settings.requestsPerSecond = value; });
    });
    connect(m_logBodies, &QCheckBox::toggled, this, [this](bool on) {
        keep([on](AppSettings& settings) { settings.logBodies = on; });
        Q_EMIT logBodiesWanted(on);
    });
    translated(this, [this] { setTexts(); });
}

QFormLayout* SettingsPage::addGroup(QVBoxLayout* column)
{
    QFrame* card = makePane(column->parentWidget(), "card");
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(18, 14, 18, 16);
    inner->setSpacing(6);
    m_titles.push_back(makeLabel(card, {}, Type::PaneTitle));
    m_hints.push_back(makeParagraph(card, {}, Type::Caption));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(9);
    form->setLabelAlignment(Qt::AlignLeft);
    inner->addWidget(m_titles.back());
    inner->addWidget(m_hints.back());
    inner->addSpacing(4);
    inner->addLayout(form);
    column->addWidget(card);
    return form;
}

SettingsPage::Choice SettingsPage::addChoice(QFormLayout* form, const char* name, int count)
{
    Choice choice{new QButtonGroup(this), makeLabel(this, {}, Type::Body)};
    choice.label->setMinimumWidth(labelWidth);
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(18);
    for (int i = 0; i < count; ++i) {
        auto* button = new QRadioButton(row);
        button->setObjectName(QStringLiteral("%1.%2").arg(QLatin1String(name)).arg(i));
        choice.group->addButton(button, i);
        line->addWidget(button);
    }
    line->addStretch();
    form->addRow(choice.label, row);
    return choice;
}

void SettingsPage::addNumber(QFormLayout* form, QAbstractSpinBox* box, const char* name)
{
    box->setObjectName(QLatin1String(name));
    box->setMinimumWidth(120);
    box->setMaximumWidth(160);
    box->setKeyboardTracking(false); // "365" is not 3 first
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    m_numberLabels.push_back(makeLabel(this, {}, Type::Body));
    m_numberLabels.back()->setMinimumWidth(labelWidth);
    m_numbers.push_back(box);
    form->addRow(m_numberLabels.back(), box);
}

std::vector<QWidget*> SettingsPage::panes() const
{
    const int chosen = std::max(0, m_language.group->checkedId());
    return {m_language.group->button(chosen), m_numbers.front(), m_logBodies, m_chooseTemplates,
            m_openFolder};
}

void SettingsPage::setTexts()
{
    m_head->setTitle(tr("Settings"));
    m_head->setCaption(tr("for all profiles of this computer"));
    const QStringList titles{tr("Look"),
                             tr("What new profiles start with"),
                             tr("Log"),
                             tr("Jobs"),
                             tr("Column templates"),
                             tr("Where the data is")};
    const QStringList hints{
        QString(),
        tr("Each profile has limits of its own; these are the ones a new one begins with."),
        tr("Every request is logged, never with the key. Older entries are dropped when a profile is "
           "opened."),
        tr("Jobs that ended so long ago are packed and put aside when a profile is opened. Nothing of them "
           "is "
           "deleted: the list of jobs shows them under Archive."),
        tr("Named assignments of columns. In a folder that colleagues share, all of them have the same."),
        tr("Jobs, journal and log of the profile that is open. Sheets and reports stand where you put "
           "them.")};
    for (std::size_t i = 0; i < m_titles.size(); ++i) {
        m_titles[i]->setText(titles.value(static_cast<qsizetype>(i)));
        m_hints[i]->setText(hints.value(static_cast<qsizetype>(i)));
        m_hints[i]->setVisible(!m_hints[i]->text().isEmpty());
    }
    const auto name = [](const Choice& choice, const QString& label, const QStringList& words) {
        choice.label->setText(label);
        for (int i = 0; i < static_cast<int>(words.size()); ++i) {
            choice.group->button(i)->setText(words[i]);
            choice.group->button(i)->setAccessibleName(label + QStringLiteral(": ") + words[i]);
        }
    };
    name(m_language, tr("Language"), {QStringLiteral("中文"), QStringLiteral("English")});
    name(m_theme, tr("Theme"), {tr("As the system"), tr("Light"), tr("Dark")});
    name(m_size, tr("Text size"), {tr("Standard"), tr("Large")});
    const QStringList numbers{tr("Requests a second (0: no limit)"), tr("Requests in flight"),
                              tr("Products a request"), tr("Days that entries are kept"),
                              tr("Days until the archive (0: never)")};
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numberLabels[i]->setText(numbers.value(static_cast<qsizetype>(i)));
        m_numbers[i]->setAccessibleName(numbers.value(static_cast<qsizetype>(i)));
    }
    m_logBodies->setText(tr("Keep what was sent and answered, with personal data masked"));
    m_logBodies->setAccessibleName(m_logBodies->text());
    setButtonText(m_chooseTemplates, tr("Choose another folder…"));
    setButtonText(m_ownTemplates, tr("Back to the program's own"));
    m_folder->setText(QDir::toNativeSeparators(m_dataFolder));
    showTemplates();
    setButtonText(m_openFolder, tr("Open the folder"));
    showLook();
}

void SettingsPage::showLook()
{
    const Theme& theme = Theme::instance();
    m_language.group->button(isChinese() ? 0 : 1)->setChecked(true);
    m_theme.group->button(static_cast<int>(theme.mode()))->setChecked(true);
    m_size.group->button(theme.isLargeText() ? 1 : 0)->setChecked(true);
}

void SettingsPage::showTemplates()
{
    const AppSettings settings = loadSettings(m_root);
    const QString path = templatesFolder(settings, m_root);
    m_templates->setText(QDir::toNativeSeparators(path));
    m_chooseTemplates->setEnabled(!m_root.isEmpty());
    m_ownTemplates->setVisible(!settings.templatesFolder.isEmpty());
}

/// Only the one that was changed: another window may have changed others.
void SettingsPage::keep(const std::function<void(AppSettings&)>& change)
{
    AppSettings settings = loadSettings(m_root);
    change(settings);
    const auto kept = saveSettings(m_root, settings);
    m_problem->setVisible(!kept);
    if (!kept)
        m_problem->setText(kept.error().text());
}

/// The wheel scrolls the page; a number under the pointer stays.
bool SettingsPage::eventFilter(QObject* watched, QEvent* event)
{
    const auto* box = qobject_cast<QAbstractSpinBox*>(watched);
    if (event->type() == QEvent::Wheel && box != nullptr && !box->hasFocus()) {
        event->ignore();
        return true;
    }
    return Page::eventFilter(watched, event);
}

} // namespace rangedesk::ui
