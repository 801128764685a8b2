"""Units and measure words of both languages, and the class that each puts a number in.

The class is a hard gate when a claim is linked: person-times are never people, and a share is never a count.
"""

from __future__ import annotations

from typing import Literal

UnitClass = Literal["count", "people", "person_times", "money", "percent", "points", "multiple", "measure", "time"]

CURRENCIES_CHINESE = {
    "元": "CNY", "块钱": "CNY", "元人民币": "CNY", "人民币": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR",
    "英镑": "GBP", "日元": "JPY", "港元": "HKD", "港币": "HKD", "澳门元": "MOP", "台币": "TWD", "新台币": "TWD",
    "新台币元": "TWD", "元新台币": "TWD", "韩元": "KRW", "卢布": "RUB", "泰铢": "THB", "越南盾": "VND", "新元": "SGD",
    "澳元": "AUD", "加元": "CAD", "瑞士法郎": "CHF",
}  # fmt: skip

PEOPLE = "人 名 位 口人 人口 名人 位人 多人 口".split()
PERSON_TIMES = "人次 人·次 人/次 人·天 个人次".split()
MEASURES = (
    "平方米 平方公里 平方千米 平米 平方 公顷 公里 千米 公里长 米 厘米 毫米 里程 亩 万亩 顷 立方米 立方 方 立方米/秒 升 毫升 "
    "吨 公吨 公斤 千克 克 斤 担 吨公里 标箱 标准箱 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 度 度电 摄氏度 ℃ 毫克 微克 克拉 海里 英里 英亩 "
    "平方英尺 m² ㎡ km km² kg kWh kW MW GW t 吨标准煤 吨煤 桶 兆 GB TB 比特 分贝 分值"
).split()
TIMES = (
    "年 个月 个多月 月 天 日 周 个星期 星期 小时 个小时 分钟 秒 秒钟 个工作日 工作日 个季度 季度 学时 课时 个课时 个学时 个学期 "
    "个交易日 个自然日 个昼夜 个年头"
).split()
POINTS = "个百分点 百分点 个点 个pp".split()
MULTIPLES = ["倍"]

COUNTS = (
    "个 家 户 件 项 条 批 所 处 座 栋 幢 套 台 辆 艘 架 间 村 对 场 场次 次 次数 期 届 轮 趟 笔 单 宗 起 例 床 张 扇 门 款 种 类 "
    "篇 份 幅 部 本 册 卷 封 支 只 头 匹 尾 羽 株 棵 枚 颗 粒 根 盏 眼 口井 孔 把 双 副 顶 面 块 片 桌 席 步 层 层楼 站 "
    "号店 票 声 字 页 版 班 组 队 团 列 班次 车次 航次 架次 列次 户次 家次 校次 件次 条次 件套 台套 台次 辆次 艘次 批次 单次 项次 "
    "篇次 期次 处次 箱 袋 包 瓶 盒 桶 车 船 筐 捆 盘 杯 碗 份餐 餐 顿 节 节课 堂 堂课 集 首 幕 出 章 段 道 圈 拨 拨次 代 窝 朵 "
    "张床位 个床位 个班 个点 个镇 杆 挂 尊 具 枝 串 滴 篮 剂 剂次 针次 管 通 则 起次 案 幢楼 栋楼 大类 大项 "
    "分 间房 处点 点位 个点位 颗星 项目 企业 平台 家庭 岗位"
).split()

NOUNS_COUNT = (
    "村 镇 乡 乡镇 县 市 区 省 国 校 企业 民企 商会 协会 农户 贫困户 脱贫户 低保户 搬迁户 学校 中学 小学 医院 卫生室 卫生院 社区 "
    "街道 行政村 自然村 贫困村 脱贫村 示范村 重点村 县区 县市 市县 区县 县市区 市州 地市 省份 省区市 国家 单位 部门 支部 党支部 "
    "党组织 基层党组织 家庭 项目 岗位 床位 车位 泊位 学位 班级 合作社 基地 工厂 景区 酒店 民宿 门店 商户 展位 摊位 品牌 课题 "
    "村居 村社 乡村 园区 开发区 产业园 场镇 机构 高校 大学 民族 航线 站点 网点 城市 店 厂 个体户 市场主体 经营主体 村镇 案件 法院"
).split()
NOUNS_PEOPLE = (
    "群众 村民 农民 居民 市民 学生 干部 党员 职工 员工 师生 教师 医生 医护人员 老人 老年人 儿童 妇女 青年 专家 志愿者 客商 嘉宾 代表 "
    "委员 政协委员 会员 企业家 民营企业家 农民工 工人 劳动力 脱贫人口 贫困人口 困难群众 困难学生 残疾人 退役军人 毕业生 高校毕业生 "
    "学员 人员 选手 特派员 法官 检察官 律师 民警 贫困学生 孩子 旅客 游客 用户 患者 病人 网格员 辅导员 人才 侨胞 台胞 同胞"
).split()


def _table() -> dict[str, tuple[str, UnitClass]]:
    """Every Chinese word that may stand behind a number: its printed unit, its class. The longest is tried first."""
    found: dict[str, tuple[str, UnitClass]] = {}
    groups: tuple[tuple[list[str], UnitClass], ...] = (
        (NOUNS_COUNT, "count"),
        (NOUNS_PEOPLE, "people"),
        (COUNTS, "count"),
        (MEASURES, "measure"),
        (TIMES, "time"),
        (PEOPLE, "people"),
        (PERSON_TIMES, "person_times"),
    )
    for words, unit_class in groups:
        found |= {word: (word, unit_class) for word in words}
    found |= dict.fromkeys(POINTS, ("pp", "points"))
    found |= dict.fromkeys(MULTIPLES, ("x", "multiple"))
    found |= {"%": ("%", "percent"), "成": ("%", "percent"), "‰": ("%", "percent")}
    found |= {word: (code, "money") for word, code in CURRENCIES_CHINESE.items()}
    return found


CHINESE = _table()

CURRENCY_SIGNS = {
    "¥": "CNY", "￥": "CNY", "$": "USD", "US$": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "£": "GBP", "€": "EUR", "₹": "INR", "₩": "KRW", "RMB": "CNY", "CNY": "CNY", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "HKD": "HKD", "JPY": "JPY", "CN¥": "CNY", "NZ$": "NZD", "CHF": "CHF",
    "Rs.": "INR", "Rs": "INR", "INR": "INR", "KSh": "KES", "KES": "KES", "₦": "NGN", "NGN": "NGN", "R$": "BRL", "RM": "MYR",
    "₱": "PHP", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "SGD": "SGD", "PKR": "PKR", "BDT": "BDT", "ZAR": "ZAR",
    "CA$": "CAD", "AU$": "AUD",
}  # fmt: skip
CURRENCIES_ENGLISH = {
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "dollars": "USD", "dollar": "USD", "us dollars": "USD",
    "u.s. dollars": "USD", "usd": "USD", "pounds": "GBP", "pound": "GBP", "pounds sterling": "GBP", "gbp": "GBP",
    "euros": "EUR", "euro": "EUR", "eur": "EUR", "yen": "JPY", "jpy": "JPY", "rupees": "INR", "rupee": "INR", "inr": "INR", "won": "KRW",
    "shillings": "KES", "naira": "NGN", "rand": "ZAR", "taka": "BDT", "pesos": "PHP", "francs": "CHF",
    "hong kong dollars": "HKD", "hkd": "HKD",
}  # fmt: skip
MEASURES_ENGLISH = (
    "km kilometres kilometers kilometre kilometer km² sq km metres meters metre meter miles mile mu hectares hectare ha acres "
    "acre tonnes tonne tons ton kg kilograms kilos kilo grams litres liters litre liter mw megawatts gw kwh kilowatts mwh "
    "gwh square-metres square-kilometres degrees feet ft yards inches cm mm gallons barrels sq. lb lbs"
).split()
TIMES_ENGLISH = (
    "years year months month weeks week days day hours hour minutes minute seconds second quarters decades decade centuries "
    "century fortnight fortnights mins hrs yrs nights"
).split()
PERSON_TIMES_ENGLISH = (
    "person-times visits-by-people attendances attendance visitor-trips consultations participations admissions "
    "person-visits trips-by-visitors appearances"
).split()
PEOPLE_ENGLISH = frozenset(
    "people persons person men women man woman children child kids youths youngsters pupils students student adults elderly "
    "farmers farmer villagers villager residents resident citizens citizen workers worker employees employee staff members "
    "member volunteers volunteer patients patient doctors doctor nurses nurse teachers teacher experts expert officials "
    "official entrepreneurs entrepreneur graduates graduate trainees trainee apprentices apprentice learners learner "
    "participants participant attendees visitors tourists guests delegates commissioners commissioner judges judge lawyers "
    "lawyer inspectors mentors mentor tutors coaches advisers advisors jobseekers seekers passengers migrants refugees "
    "veterans soldiers police officers cadres carers parents mothers fathers families' individuals inhabitants households' "
    "staffers craftsmen artisans fishermen herders shoppers users customers subscribers voters readers donors carers "
    "labourers laborers technicians engineers scientists researchers specialists medics physicians midwives paramedics "
    "counsellors counselors drivers cooks builders weavers growers planters pensioners seniors teenagers newcomers inmates "
    "prisoners offenders tenants homeowners beneficiaries recipients claimants applicants candidates representatives "
    "chairmen presidents directors managers leaders secretaries speakers singers dancers performers athletes players "
    "colleagues helpers scholars clinicians surgeons founders neighbours neighbors givers sponsors fellows ambassadors alumni "
    "respondents survivors orphans widows babies infants toddlers newborns victims callers listeners viewers cyclists commuters "
    "spectators witnesses grandparents relatives evacuees benefactors breadwinners workers' innovators exhibitors buyers traders "
    "runners hands hires recruits interns assistants clerks guides wardens rangers guards returnees youth".split()
)
