// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/campaign_form.h"

#include "common/date_field.h"
#include "common/widgets.h"
#include "core/text.h"
#include "core/vendor_rules.h"

namespace rangedesk::ui {

CampaignForm::CampaignForm(Mode mode, CampaignChoices choices, QWidget* parent)
    : QWidget(parent), m_mode(mode)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(10);
    for (int column = 0; column < 6; ++column)
        m_grid->setColumnStretch(column, 1);
    m_source = new QLineEdit(this);
    m_code = new QLineEdit(this);
    m_name = new QLineEdit(this);
    m_type = new QComboBox(this);
    m_type->setEditable(true);
    m_type->setInsertPolicy(QComboBox::NoInsert);
    for (const auto& [code, name] : choices.known->types)
        m_type->addItem(name.isEmpty() ? code : code + QStringLiteral("   ") + name, code);
    m_type->setCurrentIndex(-1);
    // A choice leaves the code alone in the field.
    connect(m_type, &QComboBox::activated, this,
            [this](int at) { m_type->setEditText(m_type->itemData(at).toString()); });
    m_status = new QComboBox(this);
    m_url = new QLineEdit(this);
    m_information = new QPlainTextEdit(this);
    m_information->setTabChangesFocus(true);
    m_information->setMinimumHeight(110);
    m_grid->setRowStretch(5, 1); // the long text grows with the dialog
    m_whole = new QCheckBox(this);
    m_whole->setObjectName(QStringLiteral("campaign.whole"));
    auto* start = new DateField(this);
    auto* end = new DateField(this);
    m_start = start->edit();
    m_end = end->edit();
    m_departments = new DepartmentField(std::move(choices), this);
    const bool isMany = m_mode == Mode::Many;
    if (!isMany) {
        add("name", m_name, 0, 0, 4);
        add("type_code", m_type, 0, 4, 2);
        add("source_code", m_source, 1, 0, 2);
        add("code", m_code, 1, 2, 2);
    }
    add("event_status", m_status, 1, isMany ? 0 : 4, 2);
    add("start_date", start, 2, 0, 3, m_start);
    add("end_date", end, 2, 3, 3, m_end);
    if (!isMany)
        add("register_url", m_url, 3, 0, 6);
    add("dept", m_departments, 4, 0, 6, m_departments->edit());
    if (!isMany)
        add("event_information", m_information, 5, 0, 6);
    m_grid->addWidget(m_whole, 6, 0, 1, 6);
    if (isMany) {
        m_grid->setRowStretch(5, 0);
        m_grid->setRowStretch(8, 1); // what is left of the room is below the fields
        m_cut = new QPlainTextEdit(this);
        m_cut->setObjectName(QStringLiteral("campaign.cut"));
        m_cut->setReadOnly(true);
        m_cut->setTabChangesFocus(true);
        m_cut->setMaximumHeight(96);
        m_cut->hide();
        m_grid->addWidget(m_cut, 7, 0, 1, 6);
    }
    for (QWidget* hidden :
         std::initializer_list<QWidget*>{m_name, m_type, m_source, m_code, m_url, m_information})
        hidden->setVisible(!isMany);
    m_whole->hide();
    // In the order in which they stand, wherever they were made.
    QWidget* before = nullptr;
    for (const Box& box : m_boxes) {
        for (QWidget* part : box.field->focusPolicy() != Qt::NoFocus ? QList<QWidget*>{box.field}
                                                                     : box.field->findChildren<QWidget*>()) {
            if (part->focusPolicy() == Qt::NoFocus || part->window() != window())
                continue; // menus are windows of their own
            if (before != nullptr)
                setTabOrder(before, part);
            before = part;
        }
    }
    setTabOrder(before, m_whole);
    // By its external id the platform knows a campaign: it is given once.
    m_source->setReadOnly(m_mode == Mode::Edit);
    for (QLineEdit* edit : {m_source, m_code, m_name, m_start, m_end, m_url})
        connect(edit, &QLineEdit::textChanged, this, &CampaignForm::check);
    connect(m_type, &QComboBox::editTextChanged, this, &CampaignForm::check);
    connect(m_status, &QComboBox::currentIndexChanged, this, &CampaignForm::check);
    connect(m_departments, &DepartmentField::changed, this, &CampaignForm::check);
    connect(m_information, &QPlainTextEdit::textChanged, this, &CampaignForm::check);
    connect(m_whole, &QCheckBox::toggled, this, &CampaignForm::check);
    setTexts();
    check();
}

CampaignForm::Box& CampaignForm::add(const char* parameter, QWidget* field, int row, int column, int span,
                                     QWidget* input)
{
    auto* cell = new QVBoxLayout;
    cell->setSpacing(3);
    auto* line = new QHBoxLayout;
    Box box{QLatin1String(parameter),
            makeLabel(this, {}, Type::Caption, ""),
            makeLabel(this, {}, Type::Caption, "faint"),
            makeParagraph(this, {}, Type::Caption, "refused"),
            field,
            input != nullptr ? input : field,
            0};
    box.name->setBuddy(box.input);
    line->addWidget(box.name);
    line->addStretch();
    line->addWidget(box.counter);
    cell->addLayout(line);
    const bool grows = field == m_information;
    cell->addWidget(field, grows ? 1 : 0);
    cell->addWidget(box.fault);
    if (!grows)
        cell->addStretch(); // beside a field with a fault the others stay where they are
    box.fault->hide();
    const FieldRule* rule = fieldRule(Operation::AddOrUpdateCampaign, parameter);
    const bool isText =
        rule != nullptr && (rule->format == FieldFormat::Text || rule->format == FieldFormat::Address);
    box.limit = isText ? rule->maxCharacters : 0;
    if (box.parameter == QLatin1String("dept")) // by whatever they are named
        box.limit = fieldRule(Operation::AddOrUpdateCampaign, "dept_id")->maxCharacters;
    box.input->setObjectName(QStringLiteral("campaign.") + box.parameter);
    m_grid->addLayout(cell, row, column, 1, span);
    m_boxes.push_back(box);
    return m_boxes.back();
}

void CampaignForm::setTexts()
{
    const QSignalBlocker quiet(m_status); // the same value in other words
    const QString chosen = m_status->currentData().toString();
    const bool isFirst = m_status->count() == 0;
    m_status->clear();
    m_status->addItem(m_mode == Mode::Many ? tr("stays as it is") : QString(), QString());
    for (const char* status : {"1", "2", "3"})
        m_status->addItem(toQString(campaignStatusWord(status)), QLatin1String(status));
    if (!chosen.isEmpty() && m_status->findData(chosen) < 0)
        m_status->addItem(chosen, chosen);
    m_status->setCurrentIndex(isFirst ? 0 : m_status->findData(chosen));
    for (Box& box : m_boxes) {
        QString label = box.parameter == QLatin1String("dept")          ? tr("Departments")
                        : box.parameter == QLatin1String("source_code") ? tr("External id")
                                                                        : QString();
        for (const CampaignField field : campaignFields) {
            if (toUtf8(box.parameter) == campaignFieldName(field))
                label = toQString(campaignFieldLabel(field));
        }
        const bool isRequired = m_mode != Mode::Many && box.parameter != QLatin1String("dept");
        box.name->setText(isRequired ? label + QStringLiteral(" *") : label);
        box.input->setAccessibleName(label);
    }
    if (m_mode == Mode::Many) {
        for (QLineEdit* edit : {m_start, m_end, m_departments->edit()})
            edit->setPlaceholderText(tr("stays as it is"));
    }
    if (m_source->isReadOnly())
        m_source->setToolTip(tr("The platform knows the campaign by it; it cannot be changed."));
    if (m_mode != Mode::Many)
        m_whole->setText(
            tr("The query gives 32 characters at most. This is the whole text; send it as it is here."));
}

void CampaignForm::setValues(const CampaignBase& values)
{
    m_source->setText(toQString(values.edit.sourceCode));
    for (const CampaignField field : campaignFields)
        setValue(field, rangedesk::valueOf(values.edit, field));
    m_departments->setBase(values);
    setBase(values);
}

void CampaignForm::setBase(const CampaignBase& now)
{
    m_base = now.edit;
    if (m_departments->showsBase())
        m_departments->setBase(now);
    m_whole->setChecked(false);
    check();
}

void CampaignForm::askForWhole()
{
    m_base.emplace();
    for (const CampaignField field : campaignFields)
        rangedesk::valueOf(*m_base, field) = toUtf8(textOf(field));
    m_whole->setChecked(false);
    check();
}

void CampaignForm::setValue(CampaignField field, const std::string& value)
{
    const QString text = toQString(value);
    switch (field) {
    case CampaignField::Code:
        m_code->setText(text);
        break;
    case CampaignField::Name:
        m_name->setText(text);
        break;
    case CampaignField::TypeCode:
        m_type->setEditText(text);
        break;
    case CampaignField::Status:
        if (!text.isEmpty() && m_status->findData(text) < 0)
            m_status->addItem(text, text); // one that the vendor's pages do not name
        m_status->setCurrentIndex(m_status->findData(text));
        break;
    case CampaignField::StartDate:
        m_start->setText(text);
        break;
    case CampaignField::EndDate:
        m_end->setText(text);
        break;
    case CampaignField::RegisterUrl:
        m_url->setText(text);
        break;
    case CampaignField::Information:
        m_information->setPlainText(text);
        break;
    case CampaignField::Count:
        return;
    }
    m_given.at(static_cast<std::size_t>(field)) = Given{textOf(field), value};
    check();
}

QString CampaignForm::textOf(CampaignField field) const
{
    switch (field) {
    case CampaignField::Code:
        return m_code->text();
    case CampaignField::Name:
        return m_name->text();
    case CampaignField::TypeCode:
        return m_type->currentText();
    case CampaignField::Status:
        return m_status->currentData().toString();
    case CampaignField::StartDate:
        return m_start->text();
    case CampaignField::EndDate:
        return m_end->text();
    case CampaignField::RegisterUrl:
        return m_url->text();
    case CampaignField::Information:
        return m_information->toPlainText();
    case CampaignField::Count:
        break;
    }
    return {};
}

const std::string* CampaignForm::untouched(CampaignField field) const
{
    const auto& given = m_given.at(static_cast<std::size_t>(field));
    return given && given->text == textOf(field) ? &given->value : nullptr;
}

bool CampaignForm::mayLackText() const
{
    return m_base && m_mode != Mode::Many &&
           std::any_of(campaignFields.begin(), campaignFields.end(), [this](CampaignField field) {
               const std::string* value = untouched(field);
               return value != nullptr && *value == rangedesk::valueOf(*m_base, field) &&
                      mayBeCut(field, *value);
           });
}

/// Which of them show 32 characters exactly: all of those are confirmed by one tick.
void CampaignForm::setMany(const std::vector<CampaignBase>& campaigns)
{
    for (const CampaignBase& campaign : campaigns)
        m_departments->know(campaign.departments);
    QStringList cut;
    for (const CampaignBase& campaign : campaigns) {
        QStringList fields;
        for (const CampaignField field : campaignFields) {
            if (mayBeCut(field, rangedesk::valueOf(campaign.edit, field)))
                fields << toQString(campaignFieldLabel(field)) + QStringLiteral(" \"") +
                              toQString(rangedesk::valueOf(campaign.edit, field)) + QLatin1Char('"');
        }
        if (!fields.isEmpty())
            cut << toQString(campaign.edit.name) + QStringLiteral("   ") + fields.join(tr(", "));
    }
    m_cut->setPlainText(cut.join(QLatin1Char('\n')));
    m_cut->setAccessibleName(tr("Campaigns whose text may have been cut"));
    m_cut->setVisible(!cut.isEmpty());
    m_whole->setVisible(!cut.isEmpty());
    m_whole->setText(tr("Texts of %1 campaigns have 32 characters, the most that the query gives. They are "
                        "whole; send them as they stand below. Without this tick these campaigns are held.")
                         .arg(cut.size()));
    check();
}

void CampaignForm::becomeNew()
{
    m_mode = Mode::New;
    m_source->setReadOnly(false);
    m_source->setToolTip({});
    check();
}

void CampaignForm::setWish(const std::string& sourceCode, const CampaignWish& wish)
{
    m_source->setText(toQString(sourceCode));
    for (const CampaignField field : campaignFields) {
        if (wish[field])
            setValue(field, *wish[field]);
    }
    if (wish.departments)
        m_departments->setDepartments(*wish.departments);
    check();
}

std::string CampaignForm::sourceCode() const
{
    return toUtf8(m_source->text().trimmed());
}

CampaignWish CampaignForm::wish() const
{
    CampaignWish wish;
    for (const CampaignField field : campaignFields) {
        const bool isDate = field == CampaignField::StartDate || field == CampaignField::EndDate;
        if (m_mode == Mode::Many && !isDate && field != CampaignField::Status)
            continue;
        std::string value;
        if (const std::string* same = untouched(field)) {
            value = *same; // to the byte: a field shows no line feeds, no blanks at the end
        } else {
            value = toUtf8(textOf(field).trimmed());
            if (isDate)
                value = vendorDateOf(value).value_or(value);
        }
        if (!value.empty())
            wish[field] = std::move(value);
    }
    wish.departments = m_departments->wish(m_mode == Mode::Edit);
    return wish;
}

QString CampaignForm::valueOf(const Box& box) const
{
    if (box.field == m_type)
        return m_type->currentText();
    if (box.field == m_information)
        return m_information->toPlainText();
    if (box.field == m_departments)
        return m_departments->text();
    const auto* edit = qobject_cast<const QLineEdit*>(box.input);
    return edit != nullptr ? edit->text() : QString();
}

/// Each field against the vendor's table; of many, what is empty is no fault.
void CampaignForm::check()
{
    const CampaignWish now = wish();
    CampaignEdit edit;
    edit.sourceCode = sourceCode();
    for (const CampaignField field : campaignFields)
        rangedesk::valueOf(edit, field) = now[field].value_or(std::string());
    if (now.departments) {
        edit.departmentsBy = now.departments->by;
        edit.departments = now.departments->names;
    }
    std::vector<Violation> violations = validate(toWire(edit));
    if (m_mode == Mode::Many)
        std::erase_if(violations, [](const Violation& v) { return v.kind == Violation::Kind::Missing; });
    m_problem.clear();
    m_faulty = nullptr;
    const QString departmentsProblem = m_departments->fault(m_mode == Mode::Edit);
    for (Box& box : m_boxes) {
        const bool isDepartments = box.parameter == QLatin1String("dept");
        const auto found = std::find_if(violations.begin(), violations.end(), [&](const Violation& v) {
            const QString field = toQString(v.field);
            return field == box.parameter || (isDepartments && field.startsWith(QLatin1String("dept_")));
        });
        QString fault;
        // What is still empty is told by the button, not in red at every field of an empty form.
        bool isLoud = true;
        if (found != violations.end()) {
            fault = describe(*found);
            isLoud = found->kind != Violation::Kind::Missing;
        } else if (isDepartments) {
            fault = departmentsProblem;
        }
        box.fault->setVisible(isLoud && !fault.isEmpty());
        box.fault->setText(isLoud ? fault : QString());
        box.counter->setText(
            box.limit > 0
                ? QStringLiteral("%1 / %2").arg(characterCount(toUtf8(valueOf(box).trimmed()))).arg(box.limit)
                : QString());
        if (!fault.isEmpty() && m_problem.isEmpty()) {
            m_problem = tr("%1: %2").arg(box.name->text().remove(QLatin1String(" *")), fault);
            m_faulty = box.input;
        }
    }
    const bool mayLack = mayLackText();
    if (m_mode != Mode::Many)
        m_whole->setVisible(mayLack);
    if (m_problem.isEmpty() && mayLack && !m_whole->isChecked()) {
        m_problem =
            tr("Some text may have been cut by the query: make sure that it is whole, and tick the box.");
        m_faulty = m_whole;
    }
    Q_EMIT changed();
}

void CampaignForm::focusFirst()
{
    (m_mode == Mode::Many ? static_cast<QWidget*>(m_status) : m_name)->setFocus();
}

void CampaignForm::focusFirstFault()
{
    if (m_faulty != nullptr)
        m_faulty->setFocus();
}

} // namespace rangedesk::ui
