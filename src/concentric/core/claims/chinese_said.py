"""Chinese values without a numeral: 翻番, 过半, 全覆盖, 为零; and places where the numeral was lost."""

from __future__ import annotations

import re
from decimal import Decimal

from concentric.core.claims.intervals import Hedge, Interval, fraction, interval
from concentric.core.claims.numerals import Numeral
from concentric.core.claims.reading import Reading

SAID = re.compile(
    r"(?P<double>翻了?(?P<nearly>近|约|将近)?(?P<times>一|两|二|三|四)?番|翻倍|(?:增长|增加|提高|提升|扩大|上升|增)了?(?:一|(?<!\d)1)倍|(?:成|实现)倍增|倍增)|(?P<half>(?:超?过|逾|近|约)?(?:半数|一半)(?:以上)?|过半)"
    r"|(?P<zero>(?<=[为归清])零(?=[，。；、\n\s]|$)|(?<=[降减]至)零(?=[，。；、\n\s]|$)|(?<=[降减]为)零(?=[，。；、]|$))"
    r"|(?P<day>(?<=[至到为约近仅])半(?:个工作日|个月|天|日|小时))|(?P<all>(?:应\w应\w)?全覆盖|全面覆盖|全部(?=完成|办结|落实|到位|达标|建成|投产|开工|答复|兑现|办复|销号|整改|解决|交付|验收|接通|启用))"
)
BLANK = re.compile(
    r"(?:(?<=[共达为约超逾近])|(?<=[投增发资金入到助长降升收款额率]))(?P<core>(?:\s{1,}|[□■_*×?？]{2,})(?P<unit>(?:万|亿)?(?:元|美元)|%|万?(?:人次|人|家|户|件|个|亩|吨)))"
    r"|(?<=[\u4e00-\u9fff])\s{2,}(?:[万亿]元)|(?<=[率长降升为达比到约超])(?P<pct>%)|(?<=[入达为贷款共资金额投])(?P<money>[万亿]元)(?!级|户|店|村|镇|乡|县|区|产业|俱乐部|企业|GDP|以上|大关)"
)


def said(match: re.Match[str]) -> Reading:
    """翻番, 过半, 全覆盖: a value without a numeral."""
    start, end = match.span()
    if match["all"]:
        hundred = Decimal(100)
        return Reading(start, end, hundred, Interval(hundred, hundred), "%", "percent", "all", whole=(start, end))
    if match["zero"]:
        return Reading(
            start, end, Decimal(0), Interval(Decimal(0), Decimal(0)), "", "count", "", True, whole=(start, end)
        )
    if match["day"]:
        half = Decimal("0.5")
        return Reading(start, end, half, fraction(half, "time"), match["day"][1:], "time", "about", whole=(start, end))
    if match["half"]:
        hedge: Hedge = "about"
        if re.search("过|逾|以上", match["half"]):
            hedge = "over"
        elif "近" in match["half"]:
            hedge = "near"
        numeral = Numeral(Decimal(50))
        return Reading(
            start, end, numeral.value, interval(numeral, hedge, "percent"), "%", "percent", hedge, whole=(start, end)
        )
    times = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}.get(match["times"] or "一", 1)
    value = Decimal(2**times)
    return Reading(
        start,
        end,
        value,
        fraction(value, "multiple"),
        "x",
        "multiple",
        "about",
        change="up",
        since=True,
        whole=(start, end),
    )


def blank(match: re.Match[str]) -> Reading:
    start, end = match.span()
    return Reading(start, end, None, None, "", "count", listed="unreadable", whole=(start, end))
