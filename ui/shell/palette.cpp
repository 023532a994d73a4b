// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette.h"

#include "common/delegates.h"
#include "common/widgets.h"
#include "core/text.h"
#include "session/worker.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace rangedesk::ui {

Palette::Palette(std::vector<Command> commands, std::shared_ptr<const Catalogue> catalogue, ReadRules rules,
                 QWidget* parent)
    : QDialog(parent), m_commands(std::move(commands)), m_catalogue(std::move(catalogue)),
      m_rules(std::move(rules)), m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Go to anything"));
    const Theme& theme = Theme::instance();
    resize(QSize(theme.scaled(620), theme.scaled(480)).boundedTo(parent->window()->size()));
    std::vector<CatalogueEntry> names;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        CatalogueEntry entry;
        entry.id = std::to_string(i);
        entry.name = toUtf8(m_commands[i].text);
        entry.sourceCode = toUtf8(m_commands[i].key.toString(QKeySequence::NativeText));
        names.push_back(std::move(entry));
    }
    m_names = std::make_shared<const EntryList>(EntryList(), std::move(names));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_search = makeSearchField(this);
    m_search->setObjectName(QStringLiteral("palette.search"));
    m_search->setPlaceholderText(
        tr("A command, or a customer, product, campaign, value or range: name, code or pinyin"));
    m_search->setAccessibleName(windowTitle());
    m_search->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_search);
    m_none = makeParagraph(
        this, tr("Nothing fits. The catalogue knows what was read (F5) and your reference lists."),
        Type::Caption);
    m_none->hide();
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &Palette::look);
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    look();
    m_search->setFocus();
}

void Palette::setRules(bool ofCustomers, std::shared_ptr<const RuleIndex> rules)
{
    m_rules.at(ofCustomers ? 1 : 0) = std::move(rules);
    if (!m_search->text().trimmed().isEmpty())
        look();
}

Palette::~Palette()
{
    if (m_abandon)
        *m_abandon = true;
}

/// The newest text wins.
void Palette::look()
{
    if (m_abandon)
        *m_abandon = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    const auto find = [names = m_names, catalogue = m_catalogue, text = m_search->text(), abandon = m_abandon,
                       rules = m_rules] { return findAnything(*names, *catalogue, text, *abandon, rules); };
    const auto done = [this, abandon = m_abandon](std::vector<PaletteHit> hits) {
        if (abandon != m_abandon)
            return;
        m_abandon.reset();
        m_model->setHits(std::move(hits));
        m_list->setCurrentIndex(m_model->index(0));
        m_none->setVisible(m_model->rowCount() == 0);
        if (std::exchange(m_choosesWhenFound, false))
            choose();
    };
    inWorker(this, find, done);
}

void Palette::choose()
{
    if (m_abandon) { // what stands in the list belongs to an older text
        m_choosesWhenFound = true;
        return;
    }
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const PaletteHit hit = m_model->hit(row);
    accept();
    if (hit.command >= 0)
        m_commands[static_cast<std::size_t>(hit.command)].act();
    else if (hit.rule)
        Q_EMIT ruleChosen(hit.ofCustomers, *hit.rule);
    else
        Q_EMIT entryChosen(hit.kind, hit.id);
}

/// The keys of the list work while one types.
bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace rangedesk::ui
