// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigns/department_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace rangedesk::ui {

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
    void setDepartments(const CampaignBase& values) { m_departments->setBase(values); }
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
    void check();
    void setTexts();
    QString valueOf(const Box& box) const;
    QString textOf(CampaignField field) const;
    /// The value that was put into a field, as long as the field shows it still; else nullptr.
    const std::string* untouched(CampaignField field) const;
    /// Whether a text would be sent as the query gave it that may be cut there (decisions.md 20).
    bool mayLackText() const;

    Mode m_mode;
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
    DepartmentField* m_departments = nullptr;
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
    QPlainTextEdit* m_cut = nullptr;    ///< of many: campaigns whose text may have been cut
    QWidget* m_faulty = nullptr;        ///< the first of them
    QString m_problem;
};

} // namespace rangedesk::ui
