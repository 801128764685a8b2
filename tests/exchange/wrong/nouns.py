"""Wrong input of every other noun, and the year in which it happens.

A spoilt cell may take others with it: then the value is a dictionary, and the key is told at the named column.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tests.exchange.conftest import CONFIRMATIONS, YEAR
from tests.exchange.wrong.kinds import FUTURE, NOTHING, Spoilt

WORLD = YEAR | {
    "确认": CONFIRMATIONS,
    "职务": """
编号 | 单位编号 | 职务名称
ZW1  | S1       | 特派员
""",
    "任职": """
编号 | 职务编号 | 任职人 | 任职日期   | 离任日期
RZ1  | ZW1      | 某某   | 2021-01-01 | 2022-12-31
""",
    "派驻": """
编号 | 项目     | 派驻类别 | 任职编号 | 服务对象编号 | 派驻日期   | 约定期限
PZ1  | villages | 特派员   | RZ1      | V1           | 2021-02-01 | 2021-12-31
PZ2  | villages | 专家     | RZ1      | K1           | 2021-02-01 |
""",
    "派驻变更": """
编号 | 派驻编号 | 变更 | 日期       | 备注
PB1  | PZ2      | 结束 | 2021-06-01 | 完成
""",
    "投资项目": """
编号 | 项目     | 项目名称 | 项目类别 | 业主编号 | 属地单位编号 | 线索日期
XM1  | villages | 甲项目   | 投资     | S1       | V1           | 2021-01-10
XM2  | villages | 乙项目   | 投资     | S2       |              | 2021-01-10
""",
    "项目进展": """
编号 | 投资项目编号 | 进展 | 日期       | 金额
JZ1  | XM1          | 签约 | 2021-02-01 | 1000
JZ2  | XM1          | 到位 | 2021-03-01 | 500
""",
    "点位": """
编号 | 项目     | 点位名称 | 点位类别 | 管理单位编号 | 规划日期
DW1  | villages | 甲点位   | 文化     | V1           | 2021-01-10
DW2  | villages | 乙点位   | 基地     | V1           | 2021-01-10
""",
    "点位进展": """
编号 | 点位编号 | 进展     | 日期
DJ1  | DW1      | 建成启用 | 2021-03-01
""",
    "活动": """
编号 | 项目     | 活动类别 | 活动名称 | 主办单位编号 | 走访对象编号 | 举办日期
HD1  | villages | 走访     | 走访     | S1           | V1           | 2021-03-01
""",
    "诉求": """
编号 | 项目     | 诉求类别 | 提出单位编号 | 承办单位编号 | 收到日期   | 答复期限   | 所在地
SQ1  | villages | 问题     | V1           | S1           | 2021-03-01 | 2021-03-31 |
SQ2  | villages | 问题     | V1           | S1           | 2021-03-01 | 2021-03-31 |
SQ3  | villages | 社情民意 | V1           |              | 2021-03-01 |            | 柳城县
SQ4  | villages | 问题     | V1           | S1           | 2021-03-01 |            |
""",
    "诉求答复": """
编号 | 诉求编号 | 答复结果 | 日期       | 下次答复日期
DF1  | SQ2      | 已解决   | 2021-03-10 |
DF4  | SQ4      | 正在解决 | 2021-03-10 | 2021-05-10
""",
    "创建申报": """
编号 | 项目     | 创建种类 | 申报单位编号 | 申报日期   | 命名分数线
SB1  | villages | unity-city | V1           | 2021-03-01 | 90
SB2  | villages | unity-city | S1           | 2021-03-01 |
""",
    "命名": """
编号 | 申报编号 | 命名情况 | 日期       | 有效期至
MM2  | SB2      | 命名     | 2021-07-01 | 2026-06-30
""",
    "测评": """
编号 | 申报编号 | 测评项   | 日期       | 分值
PF1  | SB1      | 组织领导 | 2021-05-01 | 40
""",
    "回头看": """
编号 | 回头看对象编号 | 回头看安排 | 计划日期
HT1  | C1             | gifts      | 2021-10-01
HT2  | SQ2            | gifts      | 2021-04-10
""",
    "同一件事": """
编号 | 重复的编号 | 按哪一条计算 | 依据
TY1  | SQ2        | SQ4          | 同一张纸
""",
    "回头看委托": """
编号 | 回头看编号 | 委托情况 | 日期       | 备注
HW2  | HT2        | 撤销     | 2021-04-11 | 重复
""",
}

RECEIPT = b"%PDF-1.7\nan invented receipt\n"

NOUNS: dict[str, tuple[dict[str, Any], Spoilt]] = {
    "posts": ({"number": "ZW{}", "organisation": "S1", "title": "联络员"}, []),
    "appointments": (
        {"number": "RZ{}", "post": "ZW1", "since": "2021-01-01"},
        [("until", "2020-12-31", "row-dates-backwards"), ("until", "2021-01-01", "entry-dates-out-of-order")],
    ),
    "needs": (
        {"number": "XQ{}", "organisation": "V1", "category": "industry", "since": "2021-01-01"},
        [
            ("unit", "台", "commitment-unit-alone"),
            ("quantity", "2", "commitment-without-unit"),
            ("until", "2020-12-31", "row-dates-backwards"),
            ("urgency", "4", "cell-not-a-choice"),
            ("category", "不是分类", "reference-code"),
        ],
    ),
    "offers": (
        {"number": "ZY{}", "organisation": "S1", "category": "industry", "since": "2021-01-01"},
        [
            ("unit", "台", "commitment-unit-alone"),
            ("quantity", "2", "commitment-without-unit"),
            ("until", "2020-12-31", "row-dates-backwards"),
            ("until", "2021-01-01", "entry-dates-out-of-order"),
            ("capacity", 0, "entry-too-small"),
        ],
    ),
    "assignments": (
        {
            "number": "PZ{}",
            "programme": "villages",
            "kind": "特派员",
            "appointment": "RZ1",
            "recipient": "V1",
            "since": "2021-02-01",
        },
        [
            ("recipient", "S1", "match-assigned-to-itself"),
            ("since", "2020-12-31", "row-dates-backwards"),
            ("since", "2023-01-01", "row-dates-backwards"),
            ("until", "2021-01-31", "row-dates-backwards"),
            ("rhythm", 0, "entry-too-small"),
        ],
    ),
    "assignment-changes": (
        {"number": "PB{}", "assignment": "PZ1", "what": "续期", "on": "2021-12-20", "until": "2022-12-31"},
        [
            ("until", NOTHING, "course-until-missing"),
            ("until", "2021-12-31", "course-renewal-not-later"),
            ("what", "结束", "course-until-not-wanted"),
            ("note", {"what": "结束", "until": NOTHING}, "course-note-missing"),
            ("assignment", "PZ2", "course-matter-closed"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "projects": (
        {
            "number": "XM{}",
            "programme": "villages",
            "name": "某项目",
            "kind": "投资",
            "owner": "S1",
            "lead_on": "2021-01-10",
        },
        [
            ("host", "S1", "keep-owner-is-host"),
            ("industry", "建材", "project-industry"),
            ("lead_on", FUTURE, "row-in-future"),
            ("due", "2020-01-01", "row-dates-backwards"),
            ("place", "重名", "reference-place-ambiguous"),
        ],
    ),
    "signings": (
        {"number": "QY{}", "project": "XM1", "event": "签约会", "signed_on": "2021-02-01"},
        [
            ("signed_on", FUTURE, "row-in-future"),
            ("amount", {"amount": "5万美元", "currency": "人民币"}, "cell-currency-differs"),
        ],
    ),
    "project-progress": (
        {"number": "JZ{}", "project": "XM1", "what": "到位", "on": "2021-04-01", "amount": 100},
        [
            ("number", "DJ1", ""),  # another noun's step: its numbers are its own
            ("amount", NOTHING, "course-amount-missing"),
            ("amount", 0, "course-amount-zero"),
            ("amount", "5万美元", "step-currency-differs"),
            ("what", "签约", "course-already-signed"),
            ("what", "开工", "course-amount-not-wanted"),
            ("project", "XM2", "course-not-signed"),
            ("note", {"what": "终止", "amount": NOTHING}, "course-note-missing"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "sites": (
        {
            "number": "DW{}",
            "programme": "villages",
            "name": "某点位",
            "kind": "文化",
            "keeper": "V1",
            "planned_on": "2021-01-10",
        },
        [
            ("supporter", "V1", "keep-keeper-is-supporter"),
            ("planned_on", FUTURE, "row-in-future"),
            ("due", "2020-01-01", "row-dates-backwards"),
        ],
    ),
    "site-progress": (
        {"number": "DJ{}", "site": "DW2", "what": "开工", "on": "2021-02-01"},
        [
            ("number", "DJ1", "step-to-another-matter"),
            ("site", "DW1", "course-already-opened"),
            ("what", "停用", "course-note-missing"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "activities": (
        {
            "number": "HD{}",
            "programme": "villages",
            "kind": "走访",
            "title": "走访",
            "organiser": "S1",
            "held_on": "2021-03-01",
            "people": 20,
        },
        [
            ("held_on", FUTURE, "row-in-future"),
            ("person_times", 19, "keep-more-people-than-times"),
            ("setting", "不是场所", "reference-code"),
        ],
    ),
    "cases": (
        {"number": "SQ{}", "programme": "villages", "kind": "问题", "received_on": "2021-03-01"},
        [
            ("received_on", FUTURE, "row-in-future"),
            ("due", "2021-02-28", "row-dates-backwards"),
            ("topic", "不是分类", "reference-code"),
            ("raiser", {"origin": "走访"}, "keep-nobody-raised"),
        ],
    ),
    "case-routings": (
        {"number": "JB{}", "case": "SQ1", "what": "交办", "on": "2021-03-02", "party": "S2"},
        [
            ("party", NOTHING, "course-party-missing"),
            ("what", "受理", "course-party-not-wanted"),
            ("until", {"what": "受理", "party": NOTHING, "until": "2021-03-20"}, "course-until-not-wanted"),
            ("note", {"what": "不予受理", "party": NOTHING}, "course-note-missing"),
            ("until", "2021-03-01", "row-dates-backwards"),
            ("case", "SQ2", "course-answered-already"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "case-extensions": (
        {"number": "YQ{}", "case": "SQ1", "what": "申请", "on": "2021-03-20", "until": "2021-04-30", "note": "勘查"},
        [
            ("note", NOTHING, "course-note-missing"),
            ("until", NOTHING, "course-until-missing"),
            ("until", "2021-03-31", "course-extension-not-later"),
            ("on", "2021-04-01", "course-extension-too-late"),
            ("what", "同意", "course-no-extension-asked"),
            ("case", "SQ2", "course-answered-already"),
            ("case", "SQ3", "course-no-deadline"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "case-answers": (
        {"number": "DF{}", "case": "SQ1", "what": "正在解决", "on": "2021-03-20", "until": "2021-05-20"},
        [
            ("number", "DF1", "step-to-another-matter"),
            ("until", NOTHING, "course-next-date-missing"),
            ("until", "2021-03-20", "course-next-date-not-later"),
            ("what", "已解决", "course-until-not-wanted"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "case-words": (
        {"number": "PJ{}", "case": "SQ2", "what": "满意", "on": "2021-03-20"},
        [
            ("number", "DF1", "row-number-of-other-step"),
            ("case", "SQ1", "course-not-answered"),
            ("until", "2021-05-20", "course-until-not-wanted"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "case-closings": (
        {"number": "BJ{}", "case": "SQ1", "what": "撤回", "on": "2021-03-20", "note": "自己解决"},
        [
            ("note", NOTHING, "course-note-missing"),
            ("what", "办结", "course-not-answered"),
            ("what", "重新办理", "course-nothing-to-reopen"),
            ("case", {"case": "SQ4", "what": "办结"}, "course-still-under-way"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "adoptions": (
        {"number": "CY{}", "case": "SQ3", "what": "party-body", "on": "2021-05-20", "amount": 5},
        [
            ("case", "SQ1", "course-nothing-to-adopt"),
            ("amount", NOTHING, "adoption-without-points"),
            ("what", "街坊", "reference-code"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "honours": (
        {
            "number": "RY{}",
            "organisation": "S1",
            "title": "先进集体",
            "kind": "集体",
            "level": "国家级",
            "awarded_by": "示例单位",
            "awarded_on": "2021-02-25",
            "source": "公报",
        },
        [("awarded_on", FUTURE, "row-in-future"), ("level", "世界级", "cell-not-a-choice")],
    ),
    "accreditations": (
        {
            "number": "SB{}",
            "programme": "villages",
            "scheme": "unity-city",
            "candidate": "V1",
            "applied_on": "2021-03-01",
        },
        [("applied_on", FUTURE, "row-in-future"), ("scheme", "不是手册里的", "reference-code")],
    ),
    "assessments": (
        {"number": "PF{}", "accreditation": "SB1", "what": "成效", "on": "2021-05-01", "amount": 10},
        [
            ("what", "组织领导", "course-already-assessed"),
            ("accreditation", "SB2", "course-already-named"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "namings": (
        {"number": "MM{}", "accreditation": "SB1", "what": "命名", "on": "2021-07-01", "until": "2026-06-30"},
        [
            ("what", "命名", "course-below-threshold"),
            ("what", "续期", "course-not-named"),
            ("until", {"accreditation": "SB2", "what": "续期", "until": "2026-06-30"}, "course-renewal-not-later"),
            ("until", {"accreditation": "SB2", "what": "续期", "until": NOTHING}, "course-until-missing"),
            ("batch", {"accreditation": "SB2", "what": "续期", "batch": "第九批"}, "course-what-not-wanted"),
            ("on", {"accreditation": "SB2", "what": "到期失效", "until": NOTHING}, "course-not-yet-due"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "lapses": (
        {"number": "YW{}", "commitment": "C1", "what": "逾期", "on": "2022-01-05"},
        [
            ("on", "2021-12-31", "course-not-yet-due"),
            ("commitment", "C2", "course-no-due-date"),
            ("what", "核销", "course-note-missing"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "evidence": (
        {"number": "ZJ{}", "about": "D1", "sha256": sha256(RECEIPT).hexdigest()},
        [
            ("about", "S1", "reference-about"),
            ("sha256", "收据.pdf", "evidence-no-folder"),
            ("sha256", "../收据.pdf", "evidence-no-folder"),
            ("sha256", "0" * 64, "evidence-gone"),
            ("taken_on", FUTURE, "row-in-future"),
        ],
    ),
    "same-as": (
        {"number": "TY{}", "thing": "C2", "representative": "C1"},
        [
            ("representative", {"thing": "C1", "representative": "C1"}, "same-thing"),
            ("thing", "D1", "reference-joined"),
            ("representative", "SQ1", "same-not-of-one-kind"),
            ("representative", "C2", "same-thing"),
            ("representative", "HT1", "reference-joined"),
            ("representative", {"thing": "SQ1", "representative": "SQ2"}, "same-representative-is-joined"),
            ("thing", {"thing": "SQ2", "representative": "SQ3"}, "same-thing-is-joined"),
            ("thing", {"thing": "SQ4", "representative": "SQ3"}, "same-thing-represents"),
        ],
    ),
    "follow-ups": (
        {"number": "HT{}", "target": "SQ1", "plan": "gifts", "planned_on": "2021-10-01"},
        [("due", "2021-09-30", "row-dates-backwards"), ("plan", "改天", "reference-code")],
    ),
    "follow-up-requests": (
        {"number": "HW{}", "follow_up": "HT1", "what": "委托", "on": "2021-10-01", "party": "Y1"},
        [
            ("party", NOTHING, "course-party-missing"),
            ("party", "V1", "course-asked-not-independent"),
            ("what", {"what": "撤销", "party": NOTHING}, "course-note-missing"),
            ("follow_up", "HT2", "course-matter-closed"),
            ("on", FUTURE, "row-in-future"),
        ],
    ),
    "follow-up-results": (
        {"number": "HJ{}", "follow_up": "HT1", "what": "不清楚", "on": "2021-10-05"},
        [("follow_up", "HT2", "course-matter-closed"), ("on", FUTURE, "row-in-future")],
    ),
}
