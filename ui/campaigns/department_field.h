// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"
#include "models/entry_rows.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>
#include <functional>

namespace rangedesk::ui {

/// What the campaigns that were read name, without the campaigns: shared by all that choose from it.
struct CampaignValues
{
    std::vector<std::pair<QString, QString>> types; ///< code and name
    std::vector<CampaignBase::Department> departments;
};

/// What else is known, to choose from.
struct CampaignChoices
{
    std::shared_ptr<const CampaignValues> known = std::make_shared<const CampaignValues>();
    /// Lets a person pick departments of the catalogue.
    std::function<std::vector<Picked>()> pickDepartments = {};
};

/// The departments of a campaign: several, all by code, by id or by name.
class DepartmentField : public QWidget
{
    Q_OBJECT
public:
    DepartmentField(CampaignChoices choices, QWidget* parent);

    /// Where one types.
    QLineEdit* edit() const { return m_edit; }
    /// As they are sent.
    QString text() const;
    void setDepartments(const CampaignDepartments& departments);
    /// Those of a campaign, as the query gave them.
    void setBase(const CampaignBase& base);
    /// It shows the departments of the base still.
    bool showsBase() const;
    /// Of these more than one name is known.
    void know(const std::vector<CampaignBase::Department>& departments);
    /// What is to be sent. @param isUpdate of a campaign whose departments stay where they were not touched
    std::optional<CampaignDepartments> wish(bool isUpdate) const;
    /// Why they cannot be sent, where the vendor's rules do not tell it.
    QString fault(bool isUpdate) const;

Q_SIGNALS:
    void changed();

private:
    using Department = CampaignBase::Department;
    QWidget* makeAdding();
    void add(const std::vector<Department>& added);
    void pick();
    SelectBy by() const;
    std::vector<std::string> names() const;
    /// The field shows what was put into it last.
    bool isAsGiven() const;
    const Department* find(SelectBy by, const std::string& name) const;
    void tell();

    CampaignChoices m_choices;
    QLineEdit* m_edit;
    QComboBox* m_by;
    QLabel* m_told;
    /// What the field showed when names were put into it, and those names.
    struct Given
    {
        QString text;
        CampaignDepartments departments;
    };
    std::optional<Given> m_given;
    /// As the query gave them; nothing in a form that begins with none.
    std::optional<CampaignBase> m_base;
    std::vector<Department> m_known; ///< besides those to choose from
    QString m_problem;               ///< why one was not taken
};

} // namespace rangedesk::ui
