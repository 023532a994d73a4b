// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickers/paste_pane.h"

#include "common/delegates.h"
#include "common/marks.h"
#include "core/text.h"
#include "models/roles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

/// The mark, the text, and beneath it what it means.
class PastedDelegate : public TwoLineDelegate
{
public:
    using TwoLineDelegate::TwoLineDelegate;

protected:
    void paintCell(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override
    {
        const int side = Theme::instance().scaled(14);
        paintMark(painter, static_cast<Mark>(index.data(MarkRole).toInt()),
                  QRect(rect.x(), rect.y(), side, rect.height() / 2));
        TwoLineDelegate::paintCell(painter, rect.adjusted(side + 8, 0, 0, 0), option, index);
    }
};

} // namespace

PastePane::PastePane(QWidget* parent)
    : QWidget(parent), m_model(new PastedModel(this)), m_counts(makeParagraph(this, {}, Type::Body, "")),
      m_view(new QListView(this)), m_problems(makeButton(this)), m_copy(makeButton(this, "", "copy")),
      m_asTyped(makeButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(8);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(m_counts);
    column->addLayout(head);
    m_view->setObjectName(QStringLiteral("picker.pasted"));
    m_view->setModel(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setItemDelegate(new PastedDelegate(m_view));
    column->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    auto* buttons = new QWidget(this);
    auto* flow = new FlowLayout(buttons);
    foot->addWidget(buttons);
    m_problems->setCheckable(true);
    m_asTyped->setObjectName(QStringLiteral("picker.asTyped"));
    for (QPushButton* button : {m_problems, m_copy, m_asTyped})
        flow->addWidget(button);
    column->addLayout(foot);
    connect(m_problems, &QPushButton::toggled, m_model, &PastedModel::setOnlyProblems);
    connect(m_copy, &QPushButton::clicked, this, &PastePane::copyUnknown);
    connect(m_view, &QListView::activated, this, &PastePane::settle);
    connect(m_view, &QListView::clicked, this, &PastePane::settle);
    connect(m_asTyped, &QPushButton::clicked, this, [this] {
        QStringList texts;
        for (const PastedText& text : m_model->column().texts) {
            if (text.entries.empty() && !text.isDamaged)
                texts << toQString(text.text);
        }
        Q_EMIT typedWanted(texts);
    });
    translated(this, [this] { showCounts(); });
}

void PastePane::setColumn(std::shared_ptr<const EntryList> list, PastedColumn column)
{
    m_list = list;
    m_model->setColumn(std::move(list), std::move(column));
    m_problems->setChecked(false);
    showCounts();
}

void PastePane::showCounts()
{
    const PastedColumn& all = column();
    const auto number = [](std::size_t count) { return figure(static_cast<qint64>(count)); };
    m_view->setAccessibleName(tr("What was pasted"));
    QString text = all.pasted == 0
                       ? tr("Copy a column of codes, ids or names in a spreadsheet, then press Ctrl+V here.")
                       : tr("%1 pasted = %2 found, in the basket now + %3 ambiguous + %4 not known")
                             .arg(number(all.texts.size()), number(all.found()), number(all.ambiguous()),
                                  number(all.unknown()));
    if (all.repeated > 0)
        text += tr("; repeated: %1, shown once").arg(number(all.repeated));
    m_counts->setText(text);
    const std::size_t problems = all.ambiguous() + all.unknown();
    setButtonText(m_problems, tr("Problems only %1").arg(number(problems)));
    setButtonText(m_copy, tr("Copy the %1 not known").arg(number(all.unknown())));
    setButtonText(m_asTyped, tr("Use those not known as codes"));
    m_asTyped->setToolTip(tr("The server decides whether they exist. Damaged ones are left out."));
    m_problems->setVisible(problems > 0);
    m_copy->setVisible(all.unknown() > 0);
    m_asTyped->setVisible(all.unknown() > 0);
}

void PastePane::takeFound()
{
    std::vector<std::uint32_t> entries;
    for (const PastedText& text : m_model->column().texts) {
        if (text.entries.size() == 1)
            entries.push_back(text.entries.front());
    }
    Q_EMIT taken(entries);
}

/// An ambiguous text asks which; one that is not known takes what it may have been.
void PastePane::settle(const QModelIndex& index)
{
    const PastedText text = m_model->at(index.row());
    std::vector<std::uint32_t> choices = text.entries;
    for (const std::string& id : text.near) {
        if (const auto entry = m_list->withId(id))
            choices.push_back(*entry);
    }
    if (text.entries.size() == 1 || choices.empty())
        return;
    QMenu menu(this);
    for (const std::uint32_t entry : choices) {
        const QString name =
            QStringLiteral("%1   %2").arg(toQString(m_list->name(entry)), toQString(m_list->code(entry)));
        connect(menu.addAction(withoutMnemonic(name)), &QAction::triggered, this,
                [this, row = index.row(), entry] {
                    m_model->decide(row, entry);
                    showCounts();
                    takeFound();
                });
    }
    menu.exec(m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
}

void PastePane::copyUnknown()
{
    QStringList texts;
    for (const PastedText& text : m_model->column().texts) {
        if (text.entries.empty())
            texts << toQString(text.text);
    }
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
}

} // namespace rangedesk::ui
