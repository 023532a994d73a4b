// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/campaign_wish.h"
#include "models/entry_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QWidget>

namespace rangedesk::ui {

/// What else is known, to choose from.
struct CampaignChoices
{
    std::vector<std::pair<QString, QString>> types; ///< code and name
    std::vector<CampaignBase::Department> departments;
    /// Lets a person pick departments of the catalogue.
    std::function<std::vector<Picked>()> pickDepartments = {};
};

/// The fields of a campaign, checked by the vendor's rules while one types.
class CampaignForm : public QWidget
{
    Q_OBJECT
public:
    enum class Mode : std::uint8_t {
        New,
        Edit,
        Many, ///< several at once: status, dates and departments; what is left empty stays as it is
    };

    CampaignForm(Mode mode, CampaignChoices choices, QWidget* parent);

    /// The values at first; a copy of a campaign is a new one with a base.
    void setValues(const CampaignBase& values);
    void setWish(const std::string& sourceCode, const CampaignWish& wish);

    /// One value alone; the others stay.
    void setValue(CampaignField field, const std::string& value);
    void setDepartments(const CampaignBase& values);
    /// The campaigns that are edited together.
    void setMany(const std::vector<CampaignBase>& campaigns);
    /// The person said that texts which may have been cut are whole.
    bool isWhole() const { return m_whole->isVisibleTo(this) && m_whole->isChecked(); }
    /// What the server holds by now: where texts of it may have been cut, they are to be confirmed anew.
    void setBase(const CampaignBase& now);
    /// Texts as long as the query gives at most are to be confirmed as whole.
    void askForWhole();
    /// What was an edit is a campaign of its own from now on.
    void becomeNew();

    std::string sourceCode() const;
    /// Everything that is filled; of many only what is to change.
    CampaignWish wish() const;
    /// The first fault in words; empty where all is in order.
    QString problem() const { return m_problem; }
    void focusFirst();
    void focusFirstFault();

Q_SIGNALS:
    void changed();

private:
    /// A field under its name, with a counter beside it and its fault below.
    struct Box
    {
        QString parameter;
        QLabel* name;
        QLabel* counter;
        QLabel* fault;
        QWidget* field; ///< all of it
        QWidget* input; ///< where one types
        int limit;
    };
    Box& add(const char* parameter, QWidget* field, int row, int column, int span, QWidget* input = nullptr);
    QWidget* departmentField();
    using Department = CampaignBase::Department;
    void addDepartments(const std::vector<Department>& added);
    void showDepartments(SelectBy by, const std::vector<std::string>& names);
    std::vector<std::string> departmentNames() const;
    SelectBy departmentsBy() const;
    const Department* departmentOf(SelectBy by, const std::string& name) const;
    /// The departments stay as the server holds them.
    bool keepsDepartments() const;
    /// The field shows what was put into it last.
    bool isAsGiven() const;
    /// The field shows the departments of the base still.
    bool hasGivenDepartments() const;
    QString departmentsFault(const CampaignWish& now) const;
    void tellDepartments();
    void pickDepartments();
    void check();
    void setTexts();
    QString valueOf(const Box& box) const;
    QString textOf(CampaignField field) const;
    /// The value that was put into a field, as long as the field shows it still; else nullptr.
    const std::string* untouched(CampaignField field) const;
    /// Whether a text would be sent as the query gave it that may be cut there (decisions.md 20).
    bool mayLackText() const;

    Mode m_mode;
    CampaignChoices m_choices;
    QGridLayout* m_grid;
    std::vector<Box> m_boxes;
    QLineEdit* m_source;
    QLineEdit* m_code;
    QLineEdit* m_name;
    QComboBox* m_type;
    QComboBox* m_status;
    QLineEdit* m_start = nullptr;
    QLineEdit* m_end = nullptr;
    QLineEdit* m_url;
    QLineEdit* m_departments = nullptr;
    QComboBox* m_departmentsBy = nullptr;
    QPlainTextEdit* m_information;
    QCheckBox* m_whole; ///< what may have been cut is all there is
    /// What a field showed when a value was put into it, and that value.
    struct Given
    {
        QString text;
        std::string value;
    };
    std::array<std::optional<Given>, static_cast<std::size_t>(CampaignField::Count)> m_given;
    std::optional<CampaignEdit> m_base; ///< as the query gave it
    /// What the field of departments showed when names were put into it, and those names.
    struct GivenDepartments
    {
        QString text;
        SelectBy by = SelectBy::Code;
        std::vector<std::string> names;
    };
    std::optional<GivenDepartments> m_givenDepartments;
    /// As the query gave them; nothing in a form that begins with none.
    std::optional<CampaignBase> m_baseDepartments;
    std::vector<Department> m_known; ///< of which more than one name is known
    QLabel* m_departmentNames = nullptr;
    QString m_departmentProblem;     ///< why one was not taken
    QPlainTextEdit* m_cut = nullptr; ///< of many: campaigns whose text may have been cut
    QWidget* m_faulty = nullptr;     ///< the first of them
    QString m_problem;
};

} // namespace rangedesk::ui
