// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_data.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <set>

namespace rangedesk::demo {

namespace {

using Names = std::vector<const char*>;

/// Deterministic on every platform: the distributions of the standard library are not.
class Dice
{
public:
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    bool oneIn(std::size_t n) { return below(n) == 0; }
    std::vector<std::size_t> some(std::size_t count, std::size_t limit)
    {
        std::vector<std::size_t> all(limit);
        for (std::size_t i = 0; i < limit; ++i)
            all[i] = i;
        for (std::size_t i = 0; i < count; ++i)
            std::swap(all[i], all[i + below(limit - i)]);
        all.resize(count);
        return all;
    }

private:
    std::mt19937 m_engine{20180811};
};

std::string numbered(const char* format, std::size_t number)
{
    char text[64];
    std::snprintf(text, sizeof text, format, static_cast<unsigned>(number));
    return text;
}

std::string timeText(Dice& dice, int year)
{
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02zu-%02zu %02zu:%02zu:%02zu", year, 1 + dice.below(12),
                  1 + dice.below(28), 8 + dice.below(11), dice.below(60), dice.below(60));
    return text;
}

void addDimension(DemoData& data, const char* filterCode, const char* filterName, const char* prefix,
                  bool hasCode, const char* codePrefix, const Names& names)
{
    DimensionData dimension{filterCode, filterName, prefix, hasCode, {}};
    for (std::size_t i = 0; i < names.size(); ++i)
        dimension.values.push_back(
            {data.newId(), hasCode ? codePrefix + numbered("%02u", i + 1) : std::string(), names[i]});
    data.dimensions.push_back(std::move(dimension));
}

void addDimensions(DemoData& data)
{
    addDimension(data, "dept_id", "部门", "dept", true, "BM",
                 {"华东大区",   "华南大区",   "华北大区",   "西南大区",   "华中大区",
                  "上海分公司", "浙江分公司", "江苏分公司", "广东分公司", "福建分公司",
                  "北京分公司", "山东分公司", "四川分公司", "重庆分公司", "湖北分公司",
                  "湖南分公司", "河南分公司", "陕西分公司", "现代渠道部", "特通渠道部"});
    addDimension(data, "business_id", "销售区域类型", "business", true, "QY",
                 {"区域一级", "区域二级", "区域三级"});
    addDimension(data, "customer_level", "客户级别", "customer_level", true, "JB", {"A", "B", "C", "D"});
    addDimension(data, "district_level", "销售区域", "district_level", true, "XQ",
                 {"浦东新区", "黄浦区", "徐汇区", "西湖区", "滨江区", "玄武区", "天河区", "越秀区", "南山区",
                  "朝阳区", "海淀区", "历下区", "武侯区", "渝中区", "江汉区"});
    addDimension(
        data, "type_id", "客户类型", "type", true, "LX",
        {"大卖场", "连锁便利店", "社区超市", "餐饮终端", "学校食堂", "批发商", "单点批发", "自动售货机"});
    addDimension(
        data, "tradingarea_big", "大商圈", "tradingarea_big", true, "DSQ",
        {"南京东路大商圈", "武林大商圈", "天河大商圈", "王府井大商圈", "春熙路大商圈", "解放碑大商圈"});
    addDimension(data, "tradingarea_nomal", "商圈", "tradingarea_nomal", true, "SQ",
                 {"陆家嘴商圈", "五角场商圈", "湖滨商圈", "城西商圈", "新街口商圈", "体育西商圈",
                  "海岸城商圈", "国贸商圈", "中关村商圈", "泉城路商圈", "太古里商圈", "观音桥商圈"});
    addDimension(data, "city_level", "城市等级", "city_level", false, "",
                 {"一线城市", "新一线城市", "二线城市", "三线城市", "县级市"});
}

void addProducts(DemoData& data)
{
    const Names brands{"山泉", "晨露", "好伴", "乐嚼", "果园里"};
    const Names kinds{"乌龙茶",   "冰红茶",   "茉莉花茶", "苏打水",   "矿泉水",
                      "橙汁饮料", "椰子水",   "功能饮料", "海盐薯片", "原味薯片",
                      "每日坚果", "夹心饼干", "烤海苔",   "牛肉干",   "山楂条"};
    const Names packs{"500毫升15瓶装", "1.5升6瓶装", "330毫升24罐装", "家庭分享装"};
    for (std::size_t i = 0; i < 300; ++i) {
        const std::string name = std::string(brands[i % 5]) + kinds[(i / 5) % 15] + " " + packs[(i / 75) % 4];
        data.products.push_back({data.newId(), numbered("SP%05u", 10001 + i), name});
    }
}

void addCustomers(DemoData& data, Dice& dice)
{
    const Names cities{"上海", "杭州", "南京", "广州", "深圳", "北京", "济南",
                       "成都", "重庆", "武汉", "长沙", "厦门", "郑州", "西安"};
    const Names names{"好邻居", "喜洋洋", "家家福", "惠民", "万客隆", "鲜果时光",
                      "老街坊", "每一天", "众享",   "百姓", "乐购美", "四季青"};
    const Names kinds{"便利店", "社区超市", "生鲜超市", "食品批发部", "餐饮店", "烟酒商行"};
    const Names roads{"中山路店", "人民路店", "建设路店", "解放路店",
                      "文化路店", "和平路店", "学府路店", "滨江路店"};
    std::set<std::string> used;
    for (std::size_t i = 0; i < 2000; ++i) {
        std::string name = std::string(cities[dice.below(14)]) + names[dice.below(12)] +
                           kinds[dice.below(6)] + "(" + roads[dice.below(8)] + ")";
        // A few names are there twice, as in life: a name alone does not name them.
        if (!used.insert(name).second && i % 50 != 0)
            name += numbered("%u号", i);
        used.insert(name);
        data.customers.push_back(
            {data.newId(), numbered("KH%06u", i + 1), name, numbered("ERP-C%06u", 500000 + i)});
    }
}

std::vector<RuleProductData> someProducts(DemoData& data, Dice& dice, std::size_t count)
{
    std::vector<RuleProductData> products;
    for (const std::size_t product : dice.some(count, data.products.size()))
        products.push_back(
            {data.newNumber(), static_cast<std::uint32_t>(product), dice.oneIn(5), dice.oneIn(8), 0});
    return products;
}

void addRangeRules(DemoData& data, Dice& dice)
{
    std::set<std::map<std::size_t, std::vector<std::size_t>>> used;
    while (data.rangeRules.size() < 400) {
        RuleData rule;
        for (const std::size_t dimension : dice.some(1 + dice.below(3), data.dimensions.size()))
            rule.on[dimension] = {dice.below(data.dimensions[dimension].values.size())};
        const std::size_t number = data.rangeRules.size();
        if (number % 40 == 7) // several values of one dimension, as the web page allows
            rule.on[0] = {number % 5, 5 + number % 15};
        if (!used.insert(rule.on).second)
            continue;
        rule.id = data.newId();
        rule.createTime = timeText(dice, 2024);
        rule.modifyTime = dice.oneIn(6) ? std::string() : timeText(dice, 2025);
        rule.products = someProducts(data, dice, 3 + dice.below(38));
        rule.deleted = number % 27 == 13;
        if (number % 19 == 5) // the same product twice
            rule.products.push_back({data.newNumber(), rule.products.front().product,
                                     rule.products.front().mustSell, rule.products.front().isNew});
        if (number % 31 == 9)
            rule.uncounted = 51;
        data.rangeRules.push_back(std::move(rule));
    }
}

void addCustomerRules(DemoData& data, Dice& dice)
{
    const std::vector<std::size_t> customers = dice.some(300, data.customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
        RuleData rule;
        rule.id = data.newId();
        rule.createTime = timeText(dice, 2024);
        rule.modifyTime = dice.oneIn(6) ? std::string() : timeText(dice, 2025);
        rule.customers = {customers[i]};
        rule.products = someProducts(data, dice, 2 + dice.below(24));
        rule.deleted = i % 29 == 11;
        if (i % 37 == 9)
            rule.uncounted = 51;
        data.customerRules.push_back(std::move(rule));
    }
}

std::string merchantInformation(Dice& dice, const CustomerData& customer)
{
    const Names surnames{"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周"};
    const std::string contact = std::string(surnames[dice.below(10)]) + (dice.oneIn(2) ? "先生" : "女士");
    const std::string phone = numbered("1380000%04u", dice.below(10000));
    const bool isPlain = dice.oneIn(12);
    const std::string area = std::to_string(isPlain ? 0 : 30 + dice.below(400)) + "平方米";
    if (isPlain)
        return "店主" + contact + ",电话" + phone; // some are plain text
    // What else a shop tells does not hang on the dice: the other data stay as they are.
    std::size_t taste = 7;
    for (const char c : customer.code)
        taste = taste * 131 + static_cast<unsigned char>(c);
    const std::size_t mixed = taste * 2654435761U;
    taste /= 7;
    const Names shops{"便利店", "零食专营", "连锁超市", "烟酒商行", "餐饮"};
    const std::string shop = shops[taste % 5];
    const std::string cooler = taste / 5 % 3 == 0 ? "无" : taste / 5 % 3 == 1 ? "自有1台" : "品牌1台";
    const std::string licence = "92330110MA2K" + numbered("%06u", static_cast<unsigned>(mixed % 999983));
    switch (taste / 31 % 8) { // companies fill it in many ways
    case 0:
        return "商户名称：" + customer.name + "\n联系人：" + contact + "\n手机：" + phone + "\n门店类型：" +
               shop + "\n冰柜：" + cooler + "\n营业面积：" + area;
    case 1:
        return "联系人=" + contact + "&手机=" + phone + "&门店类型=" + shop + "&冰柜=" + cooler;
    case 2:
        return R"([{"name":"联系人","value":")" + contact + R"("},{"name":"手机","value":")" + phone +
               R"("},{"name":"门店类型","value":")" + shop + R"("},{"name":"门头照片","value":)" +
               R"("https://img.example.com/shop/)" + customer.code + R"(.jpg"}])";
    default:
        return R"({"商户名称":")" + customer.name + R"(","联系人":")" + contact + R"(","手机":")" + phone +
               R"(","门店类型":")" + shop + R"(","冰柜":")" + cooler + R"(","执照号":")" + licence +
               R"(","营业面积":")" + area + R"("})";
    }
}

void addCampaigns(DemoData& data, Dice& dice)
{
    const Names names{"夏日冰饮陈列奖励", "乌龙茶新品铺货",   "开学季堆头活动",   "中秋礼盒预订",
                      "双十一箱购返利",   "冬季热饮推广",     "年货节大陈列",     "春茶上市品鉴",
                      "便利店冰柜投放",   "餐饮渠道开瓶有奖", "坚果零食联合促销", "会员门店招募"};
    const std::size_t covered[] = {1500, 600, 420, 300, 250, 220, 180, 150, 120, 90, 60, 0};
    for (std::size_t i = 0; i < names.size(); ++i) {
        CampaignData campaign;
        campaign.sourceCode = i == 11 ? std::string() : numbered("CRM-HD-%04u", 2025001 + i);
        campaign.code = numbered("HD%05u", 25001 + i);
        campaign.typeCode = i % 3 == 0 ? "CL" : i % 3 == 1 ? "PH" : "CX";
        campaign.typeName = i % 3 == 0 ? "陈列" : i % 3 == 1 ? "铺货" : "促销";
        campaign.name = std::string("2025年") + names[i];
        campaign.startDate = numbered("2025-%02u-01", i + 1);
        campaign.endDate = numbered("2025-%02u-28", i + 1);
        campaign.status = i < 6 ? "3" : i == 8 ? "2" : "1";
        campaign.information =
            std::string("参加「") + names[i] + "」的门店按要求陈列并上传照片,审核通过后发放奖励。";
        campaign.url = "https://h5.example.com/activity/" + campaign.code;
        campaign.createTime = timeText(dice, 2025);
        campaign.modifyTime = campaign.createTime;
        campaign.departments = {i % 5, 5 + i % 10};
        campaign.covered = dice.some(covered[i], data.customers.size());
        const std::size_t notified = covered[i] * 3 / 5;
        campaign.notified.assign(campaign.covered.begin(),
                                 campaign.covered.begin() + static_cast<std::ptrdiff_t>(notified));
        std::vector<std::size_t> registered(campaign.notified.begin(),
                                            campaign.notified.begin() +
                                                static_cast<std::ptrdiff_t>(covered[i] * 6 / 25));
        // Some registered without having been notified, as the review must show.
        for (std::size_t extra = 0; extra < covered[i] * 2 / 75; ++extra)
            registered.push_back(campaign.covered[covered[i] - 1 - extra]);
        for (const std::size_t customer : registered)
            campaign.registered.emplace_back(customer, merchantInformation(dice, data.customers[customer]));
        data.campaigns.push_back(std::move(campaign));
    }
}

} // namespace

DemoData seedData()
{
    DemoData data;
    Dice dice;
    addDimensions(data);
    addProducts(data);
    addCustomers(data, dice);
    addRangeRules(data, dice);
    addCustomerRules(data, dice);
    addCampaigns(data, dice);
    return data;
}

} // namespace rangedesk::demo
