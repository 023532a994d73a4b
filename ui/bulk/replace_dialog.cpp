// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/replace_dialog.h"

#include "common/page.h"
#include "common/widgets.h"
#include "core/text.h"
#include "session/worker.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

/// After the last key, before the sheet is searched.
constexpr std::chrono::milliseconds typingPause{200};

} // namespace

ReplaceDialog::ReplaceDialog(SharedInspection inspection, int column, QWidget* parent)
    : QDialog(parent), m_inspection(std::move(inspection))
{
    setObjectName(QStringLiteral("replace"));
    setWindowTitle(tr("Find and replace"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 16);
    box->setSpacing(12);
    box->addWidget(makeLabel(this, windowTitle(), Type::PaneTitle));
    box->addWidget(makeParagraph(
        this, tr("In the sheet as it is read here; the file itself is not touched. Ctrl+Z takes it back."),
        Type::Caption));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    m_column = new QComboBox(this);
    m_column->setObjectName(QStringLiteral("replace.column"));
    m_column->addItem(tr("All columns that are imported"), -1);
    const std::vector<SheetColumn>& columns = m_inspection->checked->batch.sheet.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].role && !columns[i].ignored)
            m_column->addItem(toQString(columns[i].heading), static_cast<int>(i));
    }
    m_column->setCurrentIndex(std::max(0, m_column->findData(column)));
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("replace.find"));
    m_find->setMinimumWidth(320);
    m_replace = new QLineEdit(this);
    m_replace->setObjectName(QStringLiteral("replace.with"));
    m_whole = new QCheckBox(tr("Only where it is the whole cell"), this);
    m_whole->setObjectName(QStringLiteral("replace.whole"));
    const auto add = [&](const QString& name, QWidget* field) {
        form->addRow(name, field);
        field->setAccessibleName(name);
    };
    add(tr("Column"), m_column);
    add(tr("Find"), m_find);
    add(tr("Replace with"), m_replace);
    form->addRow(QString(), m_whole);
    box->addLayout(form);
    m_found = makeLabel(this, {}, Type::Caption);
    box->addWidget(m_found);
    auto* row = new QHBoxLayout;
    QPushButton* cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    m_accept = makeButton(this, "primary");
    m_accept->setObjectName(QStringLiteral("replace.accept"));
    m_accept->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    box->addLayout(row);
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingPause);
    connect(&m_wait, &QTimer::timeout, this, &ReplaceDialog::count);
    const auto changed = [this] {
        m_accept->setEnabled(false); // until it was counted
        m_wait.start();
    };
    connect(m_find, &QLineEdit::textChanged, this, changed);
    connect(m_replace, &QLineEdit::textChanged, this, changed);
    connect(m_whole, &QCheckBox::toggled, this, changed);
    connect(m_column, &QComboBox::currentIndexChanged, this, changed);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    count();
    m_find->setFocus();
}

ReplaceDialog::~ReplaceDialog()
{
    if (m_abandon)
        *m_abandon = true;
}

void ReplaceDialog::count()
{
    if (m_abandon)
        *m_abandon = true;
    m_abandon = std::make_shared<std::atomic<bool>>(false);
    m_edits.clear();
    m_accept->setEnabled(false);
    m_accept->setText(tr("Replace"));
    if (m_find->text().isEmpty() && !m_whole->isChecked()) {
        m_found->setText(tr("Enter what to look for."));
        return;
    }
    m_found->setText(tr("Counting…"));
    const CellSearch search{m_column->currentData().toInt(), toUtf8(m_find->text()),
                            toUtf8(m_replace->text().trimmed()), m_whole->isChecked()};
    const auto work = [inspection = m_inspection, search, abandon = m_abandon] {
        return replaceCells(inspection->checked->batch, search, abandon.get());
    };
    const auto done = [this, abandon = m_abandon](std::vector<CellEdit> edits) {
        if (abandon != m_abandon)
            return; // something else is looked for by now
        m_edits = std::move(edits);
        const QString count = figure(static_cast<qint64>(m_edits.size()));
        m_found->setText(m_edits.empty() ? tr("No cell would change.")
                                         : tr("%1 cells would change.").arg(count));
        m_accept->setEnabled(!m_edits.empty());
        m_accept->setText(m_edits.empty() ? tr("Replace") : tr("Replace in %1 cells").arg(count));
    };
    inWorker(this, work, done);
}

} // namespace rangedesk::ui
