// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickers/picker_dialog.h"

#include "common/dialogs.h"
#include "common/environment_band.h"
#include "common/preferences.h"
#include "core/id.h"
#include "core/text.h"
#include "pickers/paste_pane.h"
#include "session/worker.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>

namespace rangedesk::ui {

namespace {

constexpr std::size_t mostAtOnce = 5000; ///< entries that are handled while the window waits

std::vector<Picked> pickedOf(const EntryList& list, const std::vector<std::uint32_t>& entries,
                             const std::vector<Picked>& typed)
{
    std::vector<Picked> all;
    all.reserve(entries.size() + typed.size());
    for (const std::uint32_t entry : entries)
        all.push_back(Picked::of(list, entry));
    all.insert(all.end(), typed.begin(), typed.end());
    return all;
}

} // namespace

PickerDialog::PickerDialog(Desk& desk, PickerWish wish, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_wish(std::move(wish)), m_list(desk.catalogue()->list(m_wish.kind)),
      m_model(new EntryModel(this)), m_basketModel(new BasketModel(this))
{
    setObjectName(QStringLiteral("picker"));
    setWindowTitle(m_wish.title);
    const Theme& theme = Theme::instance();
    const QSize wanted(theme.scaled(m_wish.several ? 1080 : 760), theme.scaled(660));
    resize(wanted.boundedTo(parent->window()->size()));
    build();
    showList();
    m_search->setFocus();
    if (m_wish.pastesAtOnce)
        paste();
}

void PickerDialog::showList()
{
    m_basketModel->setUp(m_list, &m_basket);
    m_model->setUp(m_wish.several ? &m_basket : nullptr, static_cast<int>(m_list->attributes().size()));
    m_table->setModel(m_model);
    using Look = ColumnLookKind;
    std::vector<ColumnSpec> columns{{Look::CheckBox, 36, 36, false, !m_wish.several},
                                    {Look::Matches, 240, 240, true},
                                    {Look::Text, 32, 32},
                                    {Look::Code, 110, 110},
                                    {Look::Code, 120, 120, false, true},
                                    {Look::Code, 150, 150, false, m_wish.kind == EntryKind::Customer}};
    while (columns.size() < static_cast<std::size_t>(m_model->columnCount()))
        columns.push_back({Look::Text, 100, 110});
    m_table->setColumns(QStringLiteral("picker%1").arg(static_cast<int>(m_wish.kind)), std::move(columns));
    showPicks();
    m_columns.emplace(m_table, m_model);
    showAttributes();
    m_facets->setVisible(!m_list->attributes().empty());
    m_count->setText(tr("%1 in the catalogue").arg(figure(static_cast<qint64>(m_list->size()))));
    m_table->setEmptyText(
        m_list->size() == 0 ? tr("The catalogue knows none yet. It grows from every list that is read (F5).")
                            : tr("Nothing matches. Shorten the search, or use it as it is typed."));
    tellBasket();
}

/// Many values take a worker's while to be counted and sorted.
void PickerDialog::showAttributes()
{
    if (!hasManyValues(*m_list)) {
        m_facets->setGroups(attributeGroups(*m_list));
        return;
    }
    inWorker(
        this, [list = m_list] { return attributeGroups(*list); },
        [this](std::vector<FacetModel::Group> groups) { m_facets->setGroups(std::move(groups)); });
}

/// Favourites and what was picked of late, as filters; absent while there are none.
void PickerDialog::showPicks()
{
    const auto rows = std::make_shared<const EntryRows>(m_list, m_wish.kind, m_desk.picks().picks());
    m_model->setSource(rows);
    const auto favourites = rows->count(EntryRows::Favourite);
    const auto recent = rows->count(EntryRows::Recent);
    const std::uint32_t chosen = m_picks->chosen();
    m_picks->setTerms(tr("All"), static_cast<qint64>(m_list->size()),
                      {{EntryRows::Favourite, Mark::None, tr("Favourites"), favourites, false, true},
                       {EntryRows::Recent, Mark::None, tr("Picked of late"), recent, false, true}});
    m_picks->choose(chosen);
    m_model->setFacets(m_picks->chosen());
    m_picks->setVisible(favourites + recent > 0);
}

/// All that are selected become favourites, or none of them is one any more.
void PickerDialog::toggleFavourites()
{
    std::vector<std::string> ids;
    bool areAll = true;
    const auto rows = m_model->rows();
    for (const int row : m_table->selectedRows()) {
        const std::uint32_t entry = m_model->sourceRow(row);
        areAll = areAll && (rows->facets(entry) & EntryRows::Favourite) != 0;
        ids.emplace_back(m_list->id(entry));
    }
    if (ids.empty())
        return;
    if (!m_desk.picks().setFavourite(m_wish.kind, ids, !areAll))
        m_matches->setText(tr("No room for more favourites"));
    m_stays = true;
    showPicks();
}

void PickerDialog::showState()
{
    const int shown = m_model->rowCount();
    const bool isFiltered = shown != static_cast<int>(m_model->totalCount());
    m_matches->setText(isFiltered ? tr("%1 match").arg(figure(shown)) : QString());
    const QString typed = m_search->text().trimmed();
    const bool offersTyped = shown == 0 && m_wish.takesTyped && !typed.isEmpty();
    setButtonText(m_all, offersTyped ? tr("Use \"%1\" as it is").arg(withoutMnemonic(typed))
                                     : tr("Pick all %1 shown").arg(figure(shown)));
    m_all->setEnabled(shown > 0 || offersTyped);
    m_favourite->setEnabled(m_table->currentIndex().isValid());
    const auto picked = pickedCount();
    bool isTooMany = false;
    if (m_wish.several) {
        setButtonText(m_use, tr("Use %1").arg(figure(picked)), QKeySequence(Qt::CTRL | Qt::Key_Return));
        isTooMany = static_cast<std::size_t>(picked) > m_wish.most;
        m_use->setEnabled(picked > 0 && !isTooMany && !m_isGathering);
        m_tabs->setTabText(0, tr("Basket %1").arg(figure(static_cast<qint64>(m_basket.size()))));
        m_tabs->setTabText(1,
                           tr("Pasted %1").arg(figure(static_cast<qint64>(m_paste->column().texts.size()))));
    } else {
        const bool isTyped = shown == 0 && m_wish.takesTyped && !m_search->text().trimmed().isEmpty();
        m_use->setText(isTyped ? tr("Use \"%1\" as it is").arg(withoutMnemonic(typed)) : tr("Use this one"));
        m_use->setEnabled(isTyped || m_table->currentIndex().isValid());
    }
    m_typedLabel->setText(isTooMany ? tr("At most %1 at once here. Take some out, or use a sheet.")
                                          .arg(figure(static_cast<qint64>(m_wish.most)))
                          : m_typed.empty() ? QString()
                                            : tr("%1 of them as typed, not in the catalogue")
                                                  .arg(figure(static_cast<qint64>(m_typed.size()))));
}

void PickerDialog::toggle(int row)
{
    if (!m_wish.several || row < 0 || row >= m_model->rowCount())
        return;
    const std::uint32_t entry = m_model->sourceRow(row);
    if (!m_basket.add(entry))
        m_basket.remove(entry);
    tellBasket();
}

void PickerDialog::toggleSelected()
{
    bool hasAdded = false;
    const std::vector<int> rows = m_table->selectedRows();
    for (const int row : rows)
        hasAdded = m_basket.add(m_model->sourceRow(row)) || hasAdded;
    if (!hasAdded) {
        std::vector<std::uint32_t> gone;
        gone.reserve(rows.size());
        for (const int row : rows)
            gone.push_back(m_model->sourceRow(row));
        m_basket.remove(gone);
    }
    tellBasket();
}

void PickerDialog::takeShown()
{
    if (m_model->rowCount() == 0)
        addTyped({m_search->text().trimmed()});
    gather(m_model->shownRows());
}

void PickerDialog::gather(std::vector<std::uint32_t> entries)
{
    if (m_isGathering) { // such as what is pasted meanwhile
        m_toGather.insert(m_toGather.end(), entries.begin(), entries.end());
        return;
    }
    if (entries.size() <= mostAtOnce) {
        for (const std::uint32_t entry : entries)
            m_basket.add(entry);
        tellBasket();
        return;
    }
    setGathering(true);
    auto basket = std::make_shared<Basket>(std::exchange(m_basket, {}));
    const auto add = [basket, entries = std::move(entries)] {
        for (const std::uint32_t entry : entries)
            basket->add(entry);
        return basket;
    };
    inWorker(this, add, [this](const std::shared_ptr<Basket>& filled) {
        m_basket = std::move(*filled);
        setGathering(false);
        if (m_toGather.empty())
            tellBasket();
        else
            gather(std::exchange(m_toGather, {}));
    });
}

void PickerDialog::setGathering(bool isGathering)
{
    m_isGathering = isGathering;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_table, m_all, m_use, m_tabs}) {
        if (widget != nullptr)
            widget->setEnabled(!isGathering);
    }
}

void PickerDialog::tellBasket()
{
    m_model->tellBasket();
    m_basketModel->tell();
    showState();
}

void PickerDialog::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    m_tabs->setCurrentIndex(1);
    const auto work = [list = m_list, text] { return resolvePasted(*list, text); };
    const auto done = [this, mine = ++m_pasting,
                       from = QPointer<QWidget>(focusWidget())](PastedColumn column) {
        if (mine != m_pasting)
            return; // another column was pasted after it
        m_paste->setColumn(m_list, std::move(column));
        if (from == focusWidget()) // else somebody types on elsewhere
            m_paste->view()->setFocus();
        m_paste->takeFound();
    };
    inWorker(this, work, done);
}

/// Texts that the catalogue does not know: 19 digits are an id, others a code.
void PickerDialog::addTyped(const QStringList& texts)
{
    constexpr qsizetype idLength = 16;
    std::set<std::string> there;
    for (const Picked& typed : m_typed)
        there.insert(typed.value);
    for (const QString& text : texts) {
        const std::string value = toUtf8(text);
        const bool isId = isDigits(value) && text.size() >= idLength;
        // Digits that a spreadsheet took away cannot be guessed (decisions 4).
        if (idDamage(value) == IdDamage::None && there.insert(value).second)
            m_typed.push_back({isId ? SelectBy::Id : SelectBy::Code, value, {}, {}});
    }
    showState();
}

void PickerDialog::finish()
{
    if (m_isGathering)
        return;
    if (!m_wish.several && m_model->isWorking()) { // Enter right behind the last letter
        m_finishesWhenSettled = true;
        return;
    }
    if (!m_use->isEnabled())
        return;
    if (!m_wish.several) {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid())
            m_basket.add(m_model->sourceRow(current.row()));
        else
            addTyped({m_search->text().trimmed()});
    }
    std::vector<std::string> ids;
    for (const std::uint32_t entry : m_basket.entries()) {
        if (ids.size() == Picks::mostRecent)
            break;
        ids.emplace_back(m_list->id(entry));
    }
    m_desk.picks().use(m_wish.kind, ids);
    if (m_basket.size() <= mostAtOnce) {
        m_picked = picked();
        accept();
        return;
    }
    setGathering(true);
    const auto name = [list = m_list, entries = m_basket.entries(), typed = m_typed] {
        return pickedOf(*list, entries, typed);
    };
    inWorker(this, name, [this](std::vector<Picked> all) {
        m_picked = std::move(all);
        accept();
    });
}

std::vector<Picked> PickerDialog::picked() const
{
    return m_picked.empty() ? pickedOf(*m_list, m_basket.entries(), m_typed) : m_picked;
}

std::vector<Picked> PickerDialog::pick(Desk& desk, const PickerWish& wish, QWidget* parent)
{
    PickerDialog dialog(desk, wish, parent);
    return dialog.exec() == QDialog::Accepted ? dialog.picked() : std::vector<Picked>();
}

void PickerDialog::reject()
{
    constexpr std::size_t worthAsking = 2;
    const bool isLost = m_wish.several && m_basket.size() + m_typed.size() >= worthAsking;
    if (isLost && dialogs().ask(this, {tr("Leave without what you picked?"),
                                       tr("%1 are in the basket.").arg(figure(pickedCount())),
                                       {{tr("Leave")}, {tr("Go on picking"), "primary"}},
                                       1}) != 0)
        return;
    QDialog::reject();
}

bool PickerDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    // Typing goes on searching in the table, too.
    const QString text = key->text();
    const bool isTyping = !text.isEmpty() && text.front().isLetterOrNumber() &&
                          (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    if (watched == m_table && isTyping) {
        m_search->setFocus();
        m_search->setText(m_search->text() + text);
        return true;
    }
    if (watched != m_search)
        return QDialog::eventFilter(watched, event);
    const bool isMove = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up ||
                        key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
    if (isMove) {
        m_table->setFocus();
        QCoreApplication::sendEvent(m_table, event);
        return true;
    }
    // A column is pasted as a column; a single text goes into the search.
    if (key->matches(QKeySequence::Paste) && m_wish.several &&
        QGuiApplication::clipboard()->text().trimmed().contains(QLatin1Char('\n'))) {
        paste();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void PickerDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && (event->modifiers() & Qt::ControlModifier) != 0) {
        finish();
        return;
    }
    if (isEnter) {
        auto* button = qobject_cast<QAbstractButton*>(focusWidget());
        const bool isInList = m_search->hasFocus() || m_table->hasFocus();
        if (button != nullptr)
            button->click();
        else if (isInList && m_wish.several && !m_model->isWorking() && m_table->currentIndex().isValid())
            toggle(m_table->currentIndex().row());
        else if (isInList && !m_wish.several)
            finish();
        return;
    }
    if (event->matches(QKeySequence::Paste) && m_wish.several) {
        paste();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace rangedesk::ui
