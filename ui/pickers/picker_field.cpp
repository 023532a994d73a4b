// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickers/picker_field.h"

#include "common/keys.h"
#include "common/widgets.h"
#include "core/id.h"
#include "core/text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace rangedesk::ui {

PickerField::PickerField(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_edit(makeSearchField(this)), m_matches(new TableView(this)),
      m_model(new EntryModel(this)), m_columns(m_matches, m_model),
      m_hint(makeLabel(this, {}, Type::Caption, "caption")), m_asCode(makeButton(this, "link")),
      m_asName(makeButton(this, "link")), m_asId(makeButton(this, "link"))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_edit->setObjectName(QStringLiteral("pickerField.edit"));
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    m_matches->setObjectName(QStringLiteral("pickerField.matches"));
    m_matches->setFocusPolicy(Qt::NoFocus);
    m_matches->setSelectionMode(QAbstractItemView::SingleSelection);
    m_matches->horizontalHeader()->hide();
    m_matches->setFixedHeight(Theme::instance().scaled(size::row) * 5);
    column->addWidget(m_matches);
    auto* typed = new QHBoxLayout;
    typed->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_hint, m_asCode, m_asName, m_asId})
        typed->addWidget(widget);
    typed->addStretch();
    column->addLayout(typed);
    m_model->setUp(nullptr, 0);
    m_matches->setModel(m_model);
    using Look = ColumnLookKind;
    m_matches->setColumns(QStringLiteral("pickerField"), {{Look::CheckBox, 0, 0, false, true},
                                                          {Look::Matches, 200, 200, true},
                                                          {Look::Text, 30, 30},
                                                          {Look::Code, 110, 110},
                                                          {Look::Code, 100, 100, false, true},
                                                          {Look::Code, 150, 150}});
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setText(text.trimmed());
        const bool isTyped = !text.trimmed().isEmpty();
        m_hint->setVisible(isTyped);
        m_asCode->setVisible(isTyped && m_hasCode);
        m_asName->setVisible(isTyped);
        m_asId->setVisible(isTyped && isDigits(toUtf8(text.trimmed())));
    });
    connect(m_model, &RowModel::settled, this, [this] {
        const int stays = m_stays ? m_model->rowOfKey(*std::exchange(m_stays, std::nullopt)) : -1;
        if (m_model->rowCount() > 0)
            m_matches->goToRow(std::max(0, stays));
        m_columns.follow();
        if (std::exchange(m_takesWhenSettled, false))
            takeBest();
    });
    connect(m_matches, &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { take(index.row()); });
    connect(m_asCode, &QPushButton::clicked, this, [this] { takeTyped(SelectBy::Code); });
    connect(m_asName, &QPushButton::clicked, this, [this] { takeTyped(SelectBy::Name); });
    connect(m_asId, &QPushButton::clicked, this, [this] { takeTyped(SelectBy::Id); });
    translated(this, [this] {
        m_edit->setPlaceholderText(tr("Name, code, id, pinyin"));
        m_edit->setAccessibleName(tr("Find a value"));
        m_matches->setAccessibleName(tr("Values that match"));
        m_matches->setEmptyText(tr("Not in the catalogue"));
        m_hint->setText(tr("Use as typed:"));
        m_asCode->setText(tr("as a code"));
        m_asName->setText(tr("as a name"));
        m_asId->setText(tr("as an id"));
    });
}

void PickerField::setList(std::shared_ptr<const EntryList> list, bool hasCode)
{
    m_hasCode = hasCode;
    if (m_list == list)
        return; // the next value is picked from where one was
    std::optional<EntryKind> kind;
    for (std::size_t i = 0; i < entryKindCount && !kind; ++i) {
        if (m_desk.catalogue()->list(static_cast<EntryKind>(i)) == list)
            kind = static_cast<EntryKind>(i);
    }
    // A list that was learned anew takes nothing of what is being typed.
    const bool isSameKind = m_list != nullptr && kind && kind == m_kind;
    m_list = std::move(list);
    m_kind = kind;
    if (!isSameKind) {
        m_edit->clear();
        Q_EMIT m_edit->textChanged({});
    }
    showRows();
}

void PickerField::showRows()
{
    constexpr bool picksFirst = true;
    m_model->setSource(
        m_kind ? std::make_shared<const EntryRows>(m_list, *m_kind, m_desk.picks().picks(), picksFirst)
               : std::make_shared<const EntryRows>(m_list));
}

void PickerField::toggleFavourite()
{
    const int row = m_matches->currentIndex().row();
    const auto rows = m_model->rows();
    if (!m_kind || !rows || row < 0 || row >= m_model->rowCount())
        return;
    const std::uint32_t entry = m_model->sourceRow(row);
    const bool isOne = (rows->facets(entry) & EntryRows::Favourite) != 0;
    m_desk.picks().setFavourite(*m_kind, {std::string(rows->list().id(entry))}, !isOne);
    m_stays = rows->key(entry); // the next key is meant for the same one
    showRows();
}

void PickerField::take(int row)
{
    const auto rows = m_model->rows();
    if (row < 0 || row >= m_model->rowCount() || rows->shared() != m_list)
        return; // what is shown is of the list before
    const std::uint32_t entry = m_model->sourceRow(row);
    const Picked found = Picked::of(rows->list(), entry);
    m_edit->clear();
    if (m_kind) {
        m_desk.picks().use(*m_kind, {std::string(rows->list().id(entry))});
        showRows();
    }
    Q_EMIT picked(found);
}

void PickerField::takeTyped(SelectBy by)
{
    const std::string value(trimmed(toUtf8(m_edit->text())));
    if (value.empty())
        return;
    m_edit->clear();
    Q_EMIT picked({by, value, {}, {}});
}

/// What a typed text is most likely meant to be.
SelectBy PickerField::likelyBy() const
{
    constexpr qsizetype idLength = 16;
    const QString text = m_edit->text().trimmed();
    if (isDigits(toUtf8(text)) && text.size() >= idLength)
        return SelectBy::Id;
    return m_hasCode ? SelectBy::Code : SelectBy::Name;
}

void PickerField::takeBest()
{
    if (m_model->rowCount() > 0)
        take(std::max(0, m_matches->currentIndex().row()));
    else
        takeTyped(likelyBy());
}

/// A line edit takes these keys even where it has nothing to take back.
bool PickerField::isUndo(const QEvent& event) const
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::ShortcutOverride)
        return false;
    const auto& key = static_cast<const QKeyEvent&>(event);
    return m_edit->text().isEmpty() &&
           (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo) ||
            std::any_of(redoKeys.begin(), redoKeys.end(), [&key](const QKeySequence& redo) {
                return redo == QKeySequence(key.keyCombination());
            }));
}

bool PickerField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && isUndo(*event)) {
        event->ignore();
        return true;
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_matches->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
        m_matches->goToRow(std::min(row + 1, m_model->rowCount() - 1));
        return true;
    case Qt::Key_Up:
        m_matches->goToRow(std::max(row - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if ((key->modifiers() & Qt::AltModifier) != 0)
            takeTyped(likelyBy());
        else if (m_model->isWorking())
            m_takesWhenSettled = true; // Enter right behind the last letter
        else
            takeBest();
        return true;
    case Qt::Key_D:
        if (key->modifiers() != Qt::ControlModifier)
            return QWidget::eventFilter(watched, event);
        toggleFavourite();
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace rangedesk::ui
