// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facet_model.h"

#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

namespace rangedesk::ui {

/// Values to filter a table by, in groups, with a search among them. Space or a click checks one.
class FacetPane : public QFrame
{
    Q_OBJECT
public:
    /// @param name under which it is found by tests
    FacetPane(const QString& name, QWidget* parent);

    FacetModel* model() const { return m_model; }
    QTreeView* tree() const { return m_tree; }
    void setGroups(std::vector<FacetModel::Group> groups);
    void setAccessibleTexts(const QString& tree, const QString& search);

private:
    FacetModel* m_model;
    QLineEdit* m_search;
    QPushButton* m_clear;
    QTreeView* m_tree;
};

} // namespace rangedesk::ui
