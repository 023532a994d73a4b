// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include <QStringList>

namespace rangedesk::ui {

namespace {

/// Rules with @token for colours, #8 for lengths that follow the text size. They select by object name or
/// dynamic property only; nothing styles items of views, delegates do.
constexpr const char* rules = R"(
QToolTip { background: @rail; color: @white; border: 1px solid @control; padding: 4px 8px; }
QPushButton { min-height: #28px; padding: 0 #12px; border: 1px solid @control; border-radius: 5px;
    background: @surface; color: @ink; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:disabled { color: @ink3; border-color: @line2; background: @bg; }
QPushButton:focus { border: 2px solid @accent; padding: 0 #11px; min-height: #26px; }
QPushButton[kind="primary"] { background: @accent; border-color: @accent; color: @onaccent; }
QPushButton[kind="primary"]:hover { background: @chart1; }
QPushButton[kind="primary"]:focus { border: 2px solid @chart4; }
QPushButton[kind="primary"]:disabled { background: @line2; border-color: @line2; color: @ink2; }
QPushButton[kind="production"] { background: @production; border-color: @production; color: @white; }
QPushButton[kind="production"]:focus { border: 2px solid @chart4; }
QPushButton[kind="production"]:disabled { background: @line2; border-color: @line2; color: @ink2; }
QPushButton[kind="danger"] { border-color: @refused; color: @refused; }
QPushButton[kind="danger"]:disabled { border-color: @line2; color: @ink3; }
QPushButton[kind="quiet"] { border-color: transparent; background: transparent; color: @ink2; }
QPushButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: @accent; padding: 0 4px;
    min-height: #22px; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0 3px; min-height: #20px; }
QPushButton[large="true"] { min-height: #34px; }
QPushButton[segment="true"] { border-radius: 0; margin-left: -1px; }
QPushButton[segment="true"]:checked { background: @selection; border-bottom: 2px solid @accent; color: @ink; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: #4px; color: @ink2; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border: 2px solid @accent; padding: #3px; }
QToolButton::menu-indicator { image: none; }
QToolButton[chip="true"] { border: 1px solid @line2; background: @surface; color: @ink; padding: 0 #10px;
    min-height: #28px; }
QToolButton[chip="true"]:hover { background: @hover; }
QToolButton[chip="true"]:checked { background: @selection; border-color: @accent; }
QToolButton[chip="true"]:focus { border: 2px solid @accent; padding: 0 #9px; min-height: #26px; }
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit { border: 1px solid @control; border-radius: 5px; background: @surface;
    color: @ink; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit, QComboBox { min-height: #28px; padding: 0 #8px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 0 #7px; min-height: #26px; }
QPlainTextEdit:focus { border: 2px solid @accent; }
QLineEdit:disabled, QComboBox:disabled { background: @bg; color: @ink3; border-color: @line2; }
QComboBox::drop-down { border: none; width: #24px; }
QComboBox::down-arrow { image: url(:/icons/chevron-@themename.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @line2; outline: 0;
    selection-background-color: @selection; selection-color: @ink; padding: 4px; }
QMenu { background: @surface; color: @ink; border: 1px solid @line2; padding: 4px; }
QMenu::item { padding: #6px #28px #6px #12px; border-radius: 4px; }
QMenu::icon { padding-left: #8px; }
QMenu::item:selected { background: @selection; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @ink2; border: none; border-bottom: 1px solid @line2; padding: 0 #10px;
    font-weight: 400; }
QHeaderView::section:hover { color: @ink; background: @hover; }
QHeaderView::up-arrow { image: url(:/icons/sort-up-@themename.svg); width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url(:/icons/sort-down-@themename.svg); width: 10px; height: 10px; }
QTableView { background: @surface; border: none; }
QTableView QTableCornerButton::section { background: @raised; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @chart2; }
QSplitter::handle:horizontal { width: 1px; margin: 0 2px; }
QSplitter::handle:vertical { height: 1px; margin: 2px 0; }
QCheckBox { spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QScrollArea { border: none; background: transparent; }
#rail { background: @rail; border: none; }
#rail QToolButton { color: @railtext; border: none; border-radius: 0; padding: 4px 0; background: transparent; }
#rail QToolButton:hover { background: @railselection; color: @white; }
#rail QToolButton:checked { background: @railselection; color: @white; border-left: 3px solid @railbar; padding-right: 3px; }
#rail QToolButton:focus { border: 2px solid @railbar; }
#titleBar { border-bottom: 1px solid @line; }
#titleBar[env="production"] { background: @productiontint; }
#titleBar[env="test"] { background: @testtint; }
#titleBar[env="rehearsal"] { background: @rehearsaltint; }
#statusBar { background: @raised; border-top: 1px solid @line; }
#pageHead { background: @bg; border-bottom: 1px solid @line; }
#toolBar { background: @surface; border-bottom: 1px solid @line; }
#sidePane { background: @raised; border-left: 1px solid @line; }
#divider { background: @line2; }
#paneFoot { background: @raised; border-top: 1px solid @line; }
#toast QPushButton { color: @railbar; }
#card { background: @surface; border: 1px solid @line; border-radius: 6px; }
#statCell { border-right: 1px solid @line; background: transparent; }
QLabel[tone="caption"] { color: @ink2; }
QLabel[tone="faint"] { color: @ink3; }
QLabel[tone="refused"] { color: @refused; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="added"] { color: @added; }
QLabel[keycap="true"] { border: 1px solid @line2; border-bottom-width: 2px; border-radius: 3px; padding: 0 4px;
    color: @ink2; background: @raised; }
)";

const char* tokenName(Token token)
{
    static constexpr std::array names{
        "bg",        "surface",       "raised",         "sunken",         "line",          "line2",
        "control",   "ink",           "ink2",           "ink3",           "accent",        "onaccent",
        "selection", "hover",         "rail",           "railtext",       "railselection", "railbar",
        "added",     "addedtint",     "changed",        "changedtint",    "removed",       "removedtint",
        "warning",   "warningtint",   "refused",        "refusedtint",    "unknown",       "unknowntint",
        "same",      "sametint",      "production",     "productiontint", "test",          "testtint",
        "rehearsal", "rehearsaltint", "rehearsalhatch", "white",          "chart1",        "chart2",
        "chart3",    "chart4"};
    static_assert(names.size() == static_cast<std::size_t>(Token::Count));
    return names.at(static_cast<std::size_t>(token));
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber();
}

} // namespace

QString styleSheet(const Theme& theme)
{
    const QString source = QString::fromLatin1(rules);
    QString sheet;
    sheet.reserve(source.size() * 2);
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == QLatin1Char('@')) {
            qsizetype end = i + 1;
            while (end < source.size() && isWordCharacter(source[end]))
                ++end;
            const QString name = source.mid(i + 1, end - i - 1);
            i = end - 1;
            if (name == QLatin1String("themename")) {
                sheet += theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light");
                continue;
            }
            for (int t = 0; t < static_cast<int>(Token::Count); ++t) {
                if (name == QLatin1String(tokenName(static_cast<Token>(t))))
                    sheet += theme.color(static_cast<Token>(t)).name();
            }
        } else if (c == QLatin1Char('#') && i + 1 < source.size() && source[i + 1].isDigit()) {
            qsizetype end = i + 1;
            while (end < source.size() && source[end].isDigit())
                ++end;
            sheet += QString::number(theme.scaled(source.mid(i + 1, end - i - 1).toInt()));
            i = end - 1;
        } else {
            sheet += c;
        }
    }
    return sheet;
}

} // namespace rangedesk::ui
