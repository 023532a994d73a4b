// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaigns/department_field.h"

#include "common/widgets.h"
#include "core/text.h"

#include <QMenu>
#include <QVBoxLayout>

namespace rangedesk::ui {

namespace {

constexpr std::array departmentWays{SelectBy::Code, SelectBy::Id, SelectBy::Name};

std::vector<std::string> splitNames(const QString& text)
{
    std::vector<std::string> names;
    QString plain = text;
    plain.replace(QChar(0xff0c), QLatin1Char(',')).replace(QChar(0x3001), QLatin1Char(','));
    for (const QString& name : plain.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.push_back(toUtf8(name.trimmed()));
    }
    return names;
}

std::string& nameBy(CampaignBase::Department& department, SelectBy by)
{
    return by == SelectBy::Id ? department.id : by == SelectBy::Code ? department.code : department.name;
}

const std::string& nameBy(const CampaignBase::Department& department, SelectBy by)
{
    return by == SelectBy::Id ? department.id : by == SelectBy::Code ? department.code : department.name;
}

/// How the departments of a campaign are shown: as they are sent back, or by the names there are.
CampaignDepartments keptNames(const CampaignBase& base)
{
    if (auto kept = keptDepartments(base))
        return *kept;
    CampaignDepartments shown{SelectBy::Name, {}};
    for (const CampaignBase::Department& one : base.departments)
        shown.names.push_back(!one.name.empty() ? one.name : !one.code.empty() ? one.code : one.id);
    return shown;
}

QString joined(const std::vector<std::string>& names)
{
    QStringList texts;
    for (const std::string& name : names)
        texts << toQString(name);
    return texts.join(QLatin1Char(','));
}

} // namespace

DepartmentField::DepartmentField(CampaignChoices choices, QWidget* parent)
    : QWidget(parent), m_choices(std::move(choices))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    column->addLayout(row);
    m_edit = new QLineEdit(this);
    m_edit->setToolTip(tr("Several with commas between them. All of them are sent: this list replaces the "
                          "campaign's."));
    m_by = new QComboBox(this);
    m_by->addItems({tr("by code"), tr("by id"), tr("by name")});
    m_by->setAccessibleName(tr("What departments are named by"));
    row->addWidget(m_edit, 1);
    row->addWidget(makeAdding());
    row->addWidget(m_by);
    m_told = makeParagraph(this, {}, Type::Caption, "faint");
    m_told->setObjectName(QStringLiteral("campaign.departmentNames"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->hide();
    column->addWidget(m_told);
    connect(m_edit, &QLineEdit::textChanged, this, &DepartmentField::tell);
    connect(m_by, &QComboBox::currentIndexChanged, this, &DepartmentField::tell);
}

/// Those that were read are one click away.
QWidget* DepartmentField::makeAdding()
{
    auto* more = makeButton(this);
    more->setObjectName(QStringLiteral("campaign.addDepartment"));
    more->setText(tr("Add"));
    more->setAutoDefault(false);
    auto* menu = new QMenu(more);
    if (m_choices.pickDepartments) {
        menu->addAction(icon("department"), tr("Choose from the catalogue…"), this, &DepartmentField::pick);
        menu->addSeparator();
    }
    constexpr std::size_t mostListed = 30; // the catalogue has them all
    const std::vector<Department>& known = m_choices.known->departments;
    for (std::size_t i = 0; i < std::min(mostListed, known.size()); ++i) {
        const QString text = toQString(known[i].name) + QStringLiteral("   ") + toQString(known[i].code);
        menu->addAction(withoutMnemonic(text), this, [this, i] { add({m_choices.known->departments[i]}); });
    }
    more->setMenu(menu);
    more->setVisible(!menu->isEmpty());
    return more;
}

SelectBy DepartmentField::by() const
{
    return departmentWays.at(static_cast<std::size_t>(m_by->currentIndex()));
}

std::vector<std::string> DepartmentField::names() const
{
    // A name may hold what separates names.
    return isAsGiven() ? m_given->departments.names : splitNames(m_edit->text());
}

bool DepartmentField::isAsGiven() const
{
    return m_given && m_given->text == m_edit->text() && m_given->departments.by == by();
}

const DepartmentField::Department* DepartmentField::find(SelectBy by, const std::string& name) const
{
    for (const std::vector<Department>* known : {&m_known, &m_choices.known->departments}) {
        const auto found = std::find_if(known->begin(), known->end(),
                                        [&](const Department& one) { return nameBy(one, by) == name; });
        if (found != known->end())
            return &*found;
    }
    return nullptr;
}

void DepartmentField::know(const std::vector<Department>& departments)
{
    m_known.insert(m_known.begin(), departments.begin(), departments.end());
}

void DepartmentField::setBase(const CampaignBase& base)
{
    m_base = base;
    know(base.departments);
    const CampaignDepartments kept = keptNames(base);
    setDepartments({kept.names.empty() ? by() : kept.by, kept.names});
}

void DepartmentField::setDepartments(const CampaignDepartments& departments)
{
    const QString text = joined(departments.names);
    m_given = Given{text, departments};
    const auto way = std::find(departmentWays.begin(), departmentWays.end(), departments.by);
    const QSignalBlocker quietWay(m_by);
    const QSignalBlocker quietText(m_edit);
    m_by->setCurrentIndex(static_cast<int>(way - departmentWays.begin()));
    m_edit->setText(text);
    tell();
}

/// All are named in one way: by id where all ids are known, else by what is known of all.
void DepartmentField::add(const std::vector<Department>& added)
{
    know(added);
    std::vector<Department> all;
    const SelectBy before = by();
    for (const std::string& name : names()) {
        const Department* known = find(before, name);
        all.push_back(known != nullptr ? *known : Department());
        nameBy(all.back(), before) = name;
    }
    m_problem.clear();
    const auto isNamedBy = [](const Department& one, SelectBy by) { return !nameBy(one, by).empty(); };
    const auto waysOf = [&](const std::vector<Department>& some) {
        std::vector<SelectBy> ways{SelectBy::Id, before, SelectBy::Code, SelectBy::Name};
        std::erase_if(ways, [&](SelectBy by) {
            return std::any_of(some.begin(), some.end(),
                               [&](const Department& one) { return !isNamedBy(one, by); });
        });
        return ways;
    };
    QStringList left;
    for (const Department& one : added) {
        std::vector<Department> with = all;
        with.push_back(one);
        if (waysOf(with).empty())
            left << toQString(!one.name.empty() ? one.name : !one.code.empty() ? one.code : one.id);
        else
            all = std::move(with);
    }
    if (!left.isEmpty())
        m_problem = tr("Not added, for it cannot be named as the others are: %1. Name all of them by "
                       "id, code or name.")
                        .arg(left.join(tr(", ")));
    const std::vector<SelectBy> ways = waysOf(all);
    if (all.empty() || ways.empty()) {
        tell();
        return;
    }
    CampaignDepartments now{ways.front(), {}};
    for (const Department& one : all) {
        const std::string& name = nameBy(one, now.by);
        if (std::find(now.names.begin(), now.names.end(), name) == now.names.end())
            now.names.push_back(name);
    }
    setDepartments(now);
}

void DepartmentField::pick()
{
    std::vector<Department> picked;
    for (const Picked& one : m_choices.pickDepartments()) {
        picked.push_back({{}, one.code, one.name});
        nameBy(picked.back(), one.by) = one.value;
    }
    if (!picked.empty())
        add(picked);
}

bool DepartmentField::showsBase() const
{
    return m_base && isAsGiven() && m_given->departments.names == keptNames(*m_base).names;
}

std::optional<CampaignDepartments> DepartmentField::wish(bool isUpdate) const
{
    auto named = names();
    // Departments that were not touched are kept as the server holds them.
    if (named.empty() || (isUpdate && showsBase()))
        return std::nullopt;
    return CampaignDepartments{by(), std::move(named)};
}

QString DepartmentField::fault(bool isUpdate) const
{
    if (!m_base || !isUpdate)
        return {};
    const bool isKept = showsBase();
    const bool isNamed = wish(isUpdate).has_value();
    if (!m_base->hasDepartments && !isNamed)
        return tr(
            "The server did not tell its departments, and an update replaces them: name those that it is "
            "to have.");
    if (isKept && !keptDepartments(*m_base))
        return tr("100 characters hold neither the ids nor the codes of its departments, or some have none. "
                  "Name those that it is to have, or change it in the platform.");
    // An empty list is never sent: nobody may think that it took the departments away.
    if (!m_base->departments.empty() && !isNamed && !isKept)
        return tr("An empty list cannot be sent; name the departments that are to stay.");
    return {};
}

/// What ids and codes stand for.
void DepartmentField::tell()
{
    QStringList told;
    const SelectBy way = by();
    const std::vector<std::string> named = names();
    for (const std::string& name : named) {
        const Department* known = find(way, name);
        if (known == nullptr || known->name.empty() || way == SelectBy::Name)
            told << toQString(name);
        else
            told << QStringLiteral("%1 (%2)").arg(
                toQString(known->name),
                toQString(way == SelectBy::Code || known->code.empty() ? name : known->code));
    }
    QString text = named.empty() || way == SelectBy::Name ? QString()
                                                          : tr("Departments named: %1").arg(named.size()) +
                                                                QStringLiteral("   ") + told.join(tr(", "));
    if (!m_problem.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + m_problem;
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
    Q_EMIT changed();
}

QString DepartmentField::text() const
{
    return joined(names());
}

} // namespace rangedesk::ui
