// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "common/marks.h"
#include "common/notes.h"
#include "common/table_view.h"
#include "models/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QGridLayout>
#include <QRadioButton>
#include <QStandardItemModel>

namespace rangedesk::tests {

using namespace ui;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QWidget* buttons(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* line = new FlowLayout(box, 8);
    const auto add = [&](const char* kind, const char* iconName, const char* text, bool enabled = true) {
        QPushButton* button = makeButton(box, kind, iconName);
        setButtonText(button, u(text));
        button->setEnabled(enabled);
        line->addWidget(button);
    };
    add("primary", "add", "主要");
    add("", "export", "普通");
    add("quiet", "undo", "安静");
    add("production", "send", "发送到正式环境…");
    add("danger", "stop", "取消未发送 163");
    add("link", nullptr, "查看");
    add("primary", nullptr, "不可用：还有 1 处要改", false);
    add("", nullptr, "不可用", false);
    line->addWidget(new QCheckBox(u("跟随最新"), box));
    line->addWidget(new QRadioButton(u("按编码"), box));
    auto* field = makeSearchField(box);
    field->setPlaceholderText(u("范围、商品、编码、原因"));
    line->addWidget(field);
    auto* combo = new QComboBox(box);
    combo->addItems({u("范围商品"), u("客户商品")});
    line->addWidget(combo);
    line->addWidget(makeKeyCap(box, QStringLiteral("Ctrl+K")));
    return box;
}

QWidget* marks(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* line = new FlowLayout(box, 14);
    for (int i = 1; i < static_cast<int>(Mark::Count); ++i) {
        auto* label = new QLabel(box);
        label->setPixmap(markPixmap(static_cast<Mark>(i), 20, 1));
        line->addWidget(label);
    }
    return box;
}

QWidget* icons(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* line = new FlowLayout(box, 6);
    QDirIterator files(QStringLiteral(":/icons"));
    while (files.hasNext()) {
        files.next();
        if (files.fileName().contains(QLatin1Char('-')) &&
            !files.fileName().startsWith(QLatin1String("customer")))
            continue;
        const QByteArray name = files.fileInfo().completeBaseName().toLatin1();
        QToolButton* button = makeIconButton(box, name.constData());
        button->setToolTip(QString::fromLatin1(name));
        line->addWidget(button);
    }
    return box;
}

QWidget* table(QWidget* parent)
{
    auto* view = new TableView(parent);
    auto* model = new QStandardItemModel(6, 8, view);
    model->setHorizontalHeaderLabels(
        {u("选"), u("结果"), u("行"), u("商品"), u("编码"), u("现在 → 之后"), u("报名率"), u("必售")});
    const Mark signs[] = {Mark::Added,   Mark::Changed, Mark::Removed,
                          Mark::Refused, Mark::Unknown, Mark::Verified};
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 8; ++column) {
            auto* item = new QStandardItem(u("无糖青柠气泡水 330ml×24（一个相当长的商品名称）"));
            item->setData(static_cast<int>(signs[row]), MarkRole);
            item->setData(row == 3, FaultRole);
            item->setData(row, KeyRole);
            item->setEditable(false);
            model->setItem(row, column, item);
        }
        model->item(row, 0)->setData(row % 2 == 0, OnRole);
        model->item(row, 1)->setText(u("更改"));
        model->item(row, 2)->setData(12045 * (row + 1), Qt::DisplayRole);
        model->item(row, 4)->setText(QStringLiteral("8931604275518230641"));
        model->item(row, 5)->setData(u("非必售"), BeforeRole);
        model->item(row, 5)->setData(u("必售，新品"), AfterRole);
        model->item(row, 5)->setData(row == 1 ? u("服务器 10 分钟前改过") : QString(), ChipRole);
        model->item(row, 6)->setData(row * 0.2, FractionRole);
        model->item(row, 6)->setText(QStringLiteral("%1%").arg(row * 20));
        model->item(row, 7)->setText(u("必售"));
        model->item(row, 7)->setData(row % 2 == 1, OnRole);
    }
    view->setModel(model);
    using Look = ColumnLookKind;
    view->setColumns(QStringLiteral("gallery"), {{Look::CheckBox, 40, 40},
                                                 {Look::Mark, 100, 100},
                                                 {Look::Figure, 80, 80},
                                                 {Look::Text, 200, 200, true},
                                                 {Look::Code, 120, 120},
                                                 {Look::BeforeAfter, 330, 330},
                                                 {Look::Bar, 140, 140},
                                                 {Look::ToggleChip, 90, 90}});
    view->setMinimumHeight(230);
    view->goToRow(1);
    return view;
}

QWidget* jobList(QWidget* parent)
{
    auto* view = new TableView(parent);
    auto* model = new QStandardItemModel(2, 2, view);
    for (int row = 0; row < 2; ++row) {
        auto* item = new QStandardItem(u("双十二铺货_华东西南_v3.csv"));
        item->setData(u("#58   范围商品   今天 09:42   10,868 行"), SecondLineRole);
        item->setData(u(row == 0 ? "完成" : "运行中"), ChipRole);
        item->setData(static_cast<int>(row == 0 ? Mark::Verified : Mark::Sending), MarkRole);
        item->setData(u(row == 0 ? "99.6%" : "34%"), CaptionRole);
        item->setData(row == 0 ? -1.0 : 0.34, FractionRole);
        model->setItem(row, 0, item);
        auto* condition = new QStandardItem(u("上海分公司"));
        condition->setData(QStringList{u("部门"), u("上海分公司"), u("客户类型"), u("便利店")}, BeforeRole);
        model->setItem(row, 1, condition);
    }
    view->setModel(model);
    view->setColumns(QStringLiteral("gallery2"),
                     {{ColumnLookKind::TwoLines, 420, 420}, {ColumnLookKind::Conditions, 300, 300, true}},
                     56);
    view->setMinimumHeight(150);
    return view;
}

} // namespace

std::unique_ptr<QWidget> makeGallery()
{
    auto window = std::make_unique<QWidget>();
    window->setObjectName(QStringLiteral("gallery"));
    auto* column = new QVBoxLayout(window.get());
    column->setSpacing(12);
    column->addWidget(makeLabel(window.get(), u("24/32 大数 10,868"), Type::Figure));
    column->addWidget(makeLabel(window.get(), u("18/28 页面标题"), Type::PageTitle));
    column->addWidget(buttons(window.get()));
    column->addWidget(marks(window.get()));
    column->addWidget(icons(window.get()));
    auto* steps = new StepBar(window.get());
    steps->setSteps({u("列匹配"), u("校验"), u("预览差异"), u("发送"), u("结果")});
    steps->setCurrent(2);
    column->addWidget(steps);
    auto* equation = new EquationBar(window.get());
    equation->setTerms(u("全部"), 12000,
                       {{1, Mark::Added, u("新增"), 7412},
                        {2, Mark::Changed, u("更改"), 2952},
                        {4, Mark::Refused, u("未通过"), 43},
                        {8, Mark::Warning, u("警告"), 37, false, true}});
    column->addWidget(equation);
    auto* bar = new SegmentedBar(window.get());
    bar->setSegments(431, {{262, Token::Chart1, false, u("已接受")},
                           {2, Token::Refused, false, u("拒绝")},
                           {1, Token::Unknown, false, u("未知")},
                           {6, Token::Chart2, true, u("在途")}});
    column->addWidget(bar);
    for (const Mark mark : {Mark::Sending, Mark::Warning, Mark::Refused}) {
        auto* note = new Note(mark, window.get());
        note->setText(u("31 行的范围在您读取后被他人改过，已按最新值比较。"));
        if (mark == Mark::Warning)
            note->addButton(u("保持每秒 2 个"));
        column->addWidget(note);
    }
    column->addWidget(table(window.get()));
    column->addWidget(jobList(window.get()));
    return window;
}

} // namespace rangedesk::tests
