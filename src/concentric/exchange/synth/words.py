"""Words that names are invented from, and the mark that says so."""

from __future__ import annotations

MARK = "（例）"

VILLAGE_FIRST = tuple("云青清竹松梅石金禾稻茶桂枫苇荷藕蕉笋芦葛杉栗")
VILLAGE_SECOND = tuple("溪塘坪岭湾坡田林坝坳泉洲畔岩冲桥")
TOWNSHIPS = ("上塘镇", "下坪镇", "东岭乡", "西湾乡", "南坡镇", "北田乡")
FIRM_FIRST = tuple("岚栖沐砚泊砾霁筠葭荇榆楸柘棠蓼芷菖菱")
FIRM_SECOND = tuple("禾石木岩舟原穗陌垄坞峦汀")
TRADES = (
    "农业",
    "竹木",
    "茶业",
    "食品",
    "建材",
    "机械配件",
    "包装",
    "物流",
    "纺织",
    "农机",
    "园艺",
    "粮油",
    "家居",
    "电气",
    "再生材料",
)
CHAMBERS = (
    "竹木行业",
    "茶叶行业",
    "粮油行业",
    "食品行业",
    "建材行业",
    "机械配件行业",
    "包装印刷行业",
    "物流行业",
    "纺织行业",
    "农机行业",
    "园艺行业",
    "家居行业",
    "电气行业",
    "电子商务",
)
PARTIES = ("示例党派甲市级支部", "示例党派乙市级支部", "示例党派丙市级支部")
DEPARTMENTS = (
    "技能培训服务中心",
    "融资对接服务中心",
    "乡村文化指导中心",
    "基层卫生服务中心",
    "中小企业服务中心",
    "乡村建设服务中心",
)
FOUNDATIONS = ("同行公益基金会", "远山公益基金会", "一盏灯公益基金会", "桥梁公益基金会")
VERIFIER = "第三方核查组"
LOOKER = "回访调查组"
BRAND_FIRST = tuple("澄屿朔骋翊珩瑾霖煦澍昱晟弘骏铭")
BRAND_SECOND = tuple("达川元通和瑞恒泰嘉盛宏远信诚")
KEY_TRADES = (
    "机械制造",
    "汽车零部件",
    "轻工",
    "化工材料",
    "金属加工",
    "智能装备",
    "日化",
    "医药",
    "服装",
    "螺蛳粉食品",
)
KEY_PROJECTS = (
    "零部件产业园",
    "智能家居生产线",
    "预制食品产业园",
    "再生铝项目",
    "冷链物流园",
    "竹木新材料项目",
    "数据服务中心",
)
OUT_TRADES = ("投资", "科技", "实业", "新材料", "食品", "装备", "家居", "电子", "能源", "物流")
PARKS = (
    "东部产业园管理服务中心",
    "北部产业园管理服务中心",
    "河西产业园管理服务中心",
    "林溪产业园管理服务中心",
    "云塘产业园管理服务中心",
    "石桥产业园管理服务中心",
)
CHAINS = (
    "汽车",
    "机械装备",
    "新能源",
    "螺蛳粉",
    "竹木家居",
    "智能终端",
    "绿色建材",
    "轻纺服装",
    "生物医药",
    "现代物流",
)
BUREAUS = (
    ("financing", "融资协调处"),
    ("land", "用地和产权处"),
    ("utilities", "水电气协调处"),
    ("labour", "用工服务处"),
    ("construction", "工程审批处"),
    ("market", "市场监管服务处"),
    ("subsidies", "惠企资金处"),
    ("facilities", "园区配套处"),
    ("justice", "涉企法律服务处"),
    ("other", "综合协调处"),
)
"""Classes of cases, and who answers them."""
COURT = "法官走访工作站"
BASE_CLINIC = "柳城县凤山镇卫生院"
CANDIDATE = "民族团结进步示范创建办公室"

GIFTS = (
    "村道路灯",
    "饮水管网维修",
    "村级道路硬化",
    "校车候车亭",
    "农产品冷库",
    "晒谷场",
    "助学金",
    "养老互助点",
    "村口便民桥",
    "灌溉水渠",
)
TRAINING = ("电工实操培训", "茶叶加工培训", "农机驾驶培训", "网店运营培训", "竹编手艺培训", "家政服务培训")
CULTURE = ("乡村书屋", "文化小广场", "戏台修缮", "村史室", "文化长廊")
JOBS = ("来料加工点用工", "季节采摘用工", "工厂普工岗位", "包装车间岗位", "物流分拣岗位")
CLINIC = "诊查床、血压计和药柜一套"
FINANCE = "银企见面会"
OWN_OFFICE = "协调办公室机关"
BASES = ("民族团结调研基地", "职教中心教育基地", "青少年教育基地", "红色教育基地", "乡村教育基地", "非遗教育基地")
"""Who keeps the bases: the first is for research, four of the others opened in the year, the last is still planned."""
SUBJECTS = {
    "financing": "流动资金周转困难，盼对接贷款",
    "land": "厂房产权证办不下来",
    "utilities": "用电容量不够，扩容排不上",
    "labour": "旺季招不到熟练工",
    "construction": "施工许可卡在图审",
    "market": "检测报告要求前后不一",
    "subsidies": "技改补助迟迟未到",
    "facilities": "园区道路和公交不通",
    "justice": "货款官司执行不动",
    "other": "政策不知道找谁问",
}
ANSWERS = {
    "solved": "已经办结，结果已当面告知",
    "under-way": "已经立项办理，按期再答复",
    "planned": "已列入计划，排期另告",
    "explained": "按现行规定不能办理，已作解释",
}
PROJECTS = (
    "零部件生产线",
    "预制食品加工",
    "竹木新材料",
    "仓储物流园",
    "智能装备研发",
    "轻工产业园",
    "再生资源利用",
    "电子装配",
)
VISITED = {"enterprise": "进企业", "park": "进园区", "chamber": "进商会"}
SETTINGS = {
    "office": "机关",
    "enterprise": "企业",
    "community": "社区",
    "township": "乡镇",
    "school": "学校",
    "barracks": "连队",
    "market": "市场",
    "hospital": "医院",
    "scenic-area": "景区",
    "village": "村屯",
}
NEEDS = {
    "industry": "想发展特色种植，缺技术和销路",
    "welfare": "村里老人多，缺互助照料",
    "jobs": "想在家门口找活干",
    "skills": "想学一门手艺",
    "consumption": "茶叶和米卖不出好价",
    "know-how": "合作社账目和管理要人指点",
}
OFFERS = {
    "industry": "可建基地、包收购",
    "welfare": "可捐资捐物",
    "jobs": "可提供岗位",
    "skills": "可办培训",
    "consumption": "食堂和职工可定点采购",
    "know-how": "可派技术和管理人员",
}
