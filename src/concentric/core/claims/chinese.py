"""The Chinese grammar: hedge, number, 多 or 余, scale, measure word or unit, hedge. Reads Simplified characters."""

from __future__ import annotations

import re
from decimal import Decimal

from concentric.core.claims.chinese_context import (
    age,
    change_of,
    listed_of,
    money_is_meant,
    noun_class,
    time_is_measured,
)
from concentric.core.claims.chinese_excluded import exclude_chinese
from concentric.core.claims.chinese_said import BLANK, SAID, blank, said
from concentric.core.claims.intervals import Hedge, Interval, fraction, interval
from concentric.core.claims.numerals import DIGITS, HAN_DIGITS, LONGEST, Numeral, read_chinese
from concentric.core.claims.reading import NoClaim, Reading, Taken
from concentric.core.claims.units import CHINESE, CURRENCY_SIGNS, UnitClass

_BEFORE: dict[Hedge, str] = {
    "over": r"超过了?|超出|(?<![赶反高])超|逾|突破了?|高于|多于|大于|不少于|不低于|不下于?|至少|(?<![通超经不度越难穿走])过(?=[百千万亿]|半数)"
    r"|(?<![以之线网马晚早加])上(?=[百千万亿])|(?<![打])破(?=[百千万亿])",
    "near": r"将近|接近|(?<![附最临亲远靠])近|不足|不到|不满|低于|少于|小于|未满|未达|不超过|至多|最多",
    "about": r"大约|大概|约为?(?<![节签合条制预契履赴违邀续特公]约)(?<![节签合条制预契履赴违邀续特公]约为)|大致|左右|差不多|估计",
}  # fmt: skip
_AFTER: dict[Hedge, str] = {
    "over": r"(?:[及或]?以上|有余|还多|开外)",
    "about": r"(?:左右|上下)",
    "near": r"(?:[及或]?以下|以内|不到)",
}
_SMALL = rf"[{HAN_DIGITS}十百千]"
_MORE = "[多余几来]"
_SCALE = rf"(?:{_MORE}?[十百千]?{_MORE}?(?:万亿|[万亿])|个亿|[十百千]{{1,2}}(?!瓦|米|克|分之|伏|卡|帕|兆))"
_HAN = rf"(?:[数几]?[{HAN_DIGITS}十百千万亿]+(?:{_MORE}[十百千万亿]+)*(?:点[{HAN_DIGITS}]+[十百千万亿]*)?)"
_BODY = (
    rf"(?:{DIGITS}(?:\s?{_SCALE}(?:{DIGITS}(?:\s?{_SCALE})?|(?![千百](?:瓦|米|克|帕|卡)){_SMALL}+(?:万|亿)?)?)?|{_HAN})"
)
_UNITS = "|".join(sorted(map(re.escape, CHINESE), key=len, reverse=True))
_SIGNS = "|".join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))
_TO = r"\s?(?:[-—–~]{1,2}|至|到)\s?"
_CLAIM = re.compile(
    rf"(?P<pre>{'|'.join(_BEFORE.values())})?(?:了|达到?)?\s?"
    rf"(?P<core>(?P<sign>人民币\s?|新?台币\s?|港币\s?|澳门币\s?|{_SIGNS}\s?)?"
    rf"(?:(?P<fraction>(?P<over>百|千|万|[{HAN_DIGITS}十]+|\d+)分之(?P<top>{DIGITS}|{_HAN}))"
    rf"|(?:(?P<first>(?<![\d.])-?{_BODY})(?P<unit1>%|{_UNITS})?{_TO})?(?<![\d.])(?P<minus>-(?=\d))?(?P<body>{_BODY}))"
    rf"\s?(?P<more>[多余来]|\+(?!\d))?\s?(?P<unit>{_UNITS})?)"
    rf"(?P<post>{'|'.join(_AFTER.values())})?"
)
_TWO = re.compile(
    r"([一二两三四五六七八])([二三四五六七八九])(?=[十百千万亿成])|^([一二两三四五六七八])([二三四五六七八九])$"
)
_KEYED = re.compile(r"(?:[数量额]|总计|合计|共计|共|[达为至有是]|[:：])\s*$")
_SCORED = re.compile(r"(?:得分|评分|分数|满意度|平均分?|均分|成绩|测评|考核)[^，。；]{0,6}$")
_SLASH = re.compile(r"(?<![\d/.])(?P<top>[1-9])/(?P<over>[2-9])(?=的|以上|左右|强|弱)")
_ENDS = re.compile(r"\s*(?:[，。；、,;)）！？!?\n]|$)")
_PREFIXES = {"人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD", "澳门币": "MOP"}
_IN_NAMES = frozenset(
    "种 方 面 步 层 道 线 口 代 路 头 点 国 省 市 县 乡 镇 区 村 级 党 部 度 成 分 章 支 本 门 台 队 组 班 团 店 校 把 声 字 方面 单 宗 通 管 单位 节 重 天 日 例 对 间 片 块 页 场 站".split()
)
_PASSING = frozenset("个 家 所 处 座 项 条 场 名".split())


def read_text(text: str, taken: Taken) -> tuple[list[Reading], list[NoClaim]]:
    """Every numeral of a Chinese text: what may be a claim, what isn't."""
    found: list[Reading] = []
    for match in SAID.finditer(text):
        if match["day"] and not time_is_measured(text, *match.span(), match["day"][1:]):
            continue
        if not taken.touches(*match.span()):
            found.append(said(match))
            taken.take(*match.span())
    for match in _SLASH.finditer(text):
        value = Decimal(match["top"]) * 100 / Decimal(match["over"])
        if value < 100 and not taken.touches(*match.span()):
            found.append(
                Reading(*match.span(), value, fraction(value, "percent"), "%", "percent", "about", whole=match.span())
            )
            taken.take(*match.span())
    others = exclude_chinese(text, taken)
    for match in BLANK.finditer(text):
        if not taken.touches(*match.span()):
            found.append(blank(match))
            taken.take(*match.span())
    for match in _CLAIM.finditer(text):
        core = match.span("core")
        if taken.touches(*core):
            continue
        reading = _reading(text, match)
        if isinstance(reading, Reading):
            found.append(reading)
            taken.take(reading.start, reading.end)
        elif isinstance(reading, NoClaim):
            others.append(reading)
            taken.take(reading.start, reading.end)
    return sorted(found, key=lambda one: one.start), sorted(others, key=lambda one: one.start)


def _reading(text: str, match: re.Match[str]) -> Reading | NoClaim | None:
    start, end = match.span("core")
    if match["fraction"]:
        return _fraction(text, match) if end - start <= LONGEST else NoClaim(start, end, "code")
    body, unit = match["body"], match["unit"] or ""
    if start and text[start - 1] == "每":
        return NoClaim(start, end, "idiom")  # 每10万人: that much of something is no amount of it
    if len(body) > LONGEST:
        return NoClaim(start, end, "code")
    han = not any(one.isdigit() for one in body)
    if han and (refused := _no_han_claim(text, match, body, unit)) is not None:
        return refused if isinstance(refused, NoClaim) else None
    numeral = read_chinese(body)
    two = _TWO.search(body) if han else None
    if numeral is None and two is None:
        return NoClaim(start, end, "name") if unit else None
    after = text[end : end + 12]
    if unit == "分" and not ((numeral and numeral.decimals) or _SCORED.search(text[max(0, start - 12) : start])):
        return None
    if not unit:
        return _without_unit(text, match, numeral)
    word, unit_class = CHINESE[unit]
    step: Decimal | None = None
    factor = Decimal(1)
    if unit == "成":
        if re.match("立|为|功|员|效|果|长|交|本|绩|都|片|分|型|套|批|熟|人|品|就|年|活", after):
            return None
        half = re.match("[一二三四五六七八九半]", after)
        factor, step = Decimal(10), Decimal(10)
        if half and numeral is not None:
            tail = Decimal("0.5") if half[0] == "半" else read_chinese(half[0]).value / 10  # type: ignore[union-attr]
            numeral = Numeral(numeral.value + tail)
            end, step = end + 1, Decimal(1)
    elif unit == "‰":
        factor = Decimal("0.1")
    if age(after) and unit in ("周", "岁"):
        return Reading(
            start, end, numeral.value if numeral else None, None, "岁", "count", listed="age", whole=match.span()
        )
    if unit_class == "time" and not time_is_measured(text, start, end, unit):
        return NoClaim(start, end + (1 if after[:1] in "内来前后间多" and after[:1] else 0), "duration")
    unit_class, loose = noun_class(unit, unit_class, after)
    sign = (match["sign"] or "").strip()
    if sign:
        code = _PREFIXES.get(sign) or CURRENCY_SIGNS.get(sign, "CNY")
        word, unit_class, loose = (code if word in ("元", "CNY") or unit_class != "money" else word), "money", False
    hedge = _hedge(match, numeral)
    if unit == "成" and text[end : end + 1] in ("多", "余"):
        hedge = "over"
    values = _values(match, numeral, two, factor)
    if values is None:
        return None
    value, span = values
    if match["minus"]:
        value = -value
    change, since = change_of(text, match.start(), unit_class)
    listed = listed_of(
        text, match.start(), match.end("core"), match["post"] or "", match["pre"] or "", unit, unit_class
    )
    if numeral is not None and numeral.vague:
        return Reading(start, end, None, None, word, unit_class, listed="vague", whole=match.span())
    if span is None:
        shown = Numeral(value, numeral.decimals, numeral.scale, numeral.mixed) if numeral else Numeral(value)
        if step and shown.decimals:
            step = Decimal(10).scaleb(-shown.decimals)
        span = interval(shown, hedge, unit_class, step=step)
    else:
        hedge = "range"
    passing = body == "一" and unit in _PASSING and not hedge and not _counts_on(text, end)
    return Reading(
        start, end, value, span, word, unit_class, hedge, loose, listed, change, since, match.span(), passing=passing
    )


def _counts_on(text: str, end: int) -> bool:
    """Whether a list goes on counting: 一个研究基地、四个教育基地."""
    behind = text[end : end + 16]
    return bool(re.match(rf"[^，。；\d]{{0,12}}?[、和及与][一二两三四五六七八九十\d]+{_MEASURE}", behind))


def _values(
    match: re.Match[str], numeral: Numeral | None, two: re.Match[str] | None, factor: Decimal
) -> tuple[Decimal, Interval | None] | None:
    """The value, and the interval where two numbers stand: 10—20万元, 三四十家."""
    if match["first"]:
        first = read_chinese(match["first"].lstrip("-"))
        if first is None or numeral is None:
            return None
        low, high = first.value, numeral.value
        if first.scale == 1 and numeral.scale > 1 and not match["unit1"] and low < high / numeral.scale + 1:
            low *= numeral.scale
        low, high = low * factor, high * factor
        if low < high:
            return low, Interval(low, high)
        return high, None
    if two is not None:
        body = match["body"]
        one, other = (two[1], two[2]) if two[1] else (two[3], two[4])
        at = two.start()
        ends = [read_chinese(body[:at] + digit + body[at + 2 :]) for digit in (one, other)]
        if ends[0] is None or ends[1] is None:
            return None
        return ends[0].value * factor, Interval(ends[0].value * factor, ends[1].value * factor)
    return (numeral.value * factor, None) if numeral is not None else None


def _hedge(match: re.Match[str], numeral: Numeral | None) -> Hedge:
    post = match["post"]
    if post:
        for hedge, pattern in _AFTER.items():
            if re.fullmatch(pattern, post):
                return hedge
    if match["more"] == "来":
        return "about"
    if match["more"] or (numeral is not None and numeral.more):
        return "over"
    pre = match["pre"]
    if pre:
        for hedge, pattern in _BEFORE.items():
            if re.search(rf"(?:{pattern})$", match.string[max(0, match.start() - 2) : match.end("pre")] + ""):
                return hedge
        return "over" if pre in "过上破" else ""
    return ""


def _fraction(text: str, match: re.Match[str]) -> Reading | None:
    top = read_chinese(match["top"])
    over = read_chinese(match["over"]) if match["over"] not in ("百", "千", "万") else None
    if top is None:
        return None
    hedge = _hedge(match, None)
    if match["over"] in ("百", "千", "万"):
        value = top.value / {"百": 1, "千": 10, "万": 100}[match["over"]]
        span = interval(Numeral(value, top.decimals), hedge, "percent")
    else:
        if over is None or not over.value:
            return None
        value = top.value * 100 / over.value
        span = fraction(value, "percent") if hedge in ("", "about") else interval(Numeral(value), hedge, "percent")
        hedge = hedge or "about"
    change, since = change_of(text, match.start(), "percent")
    start, end = match.span("core")
    if match["unit"]:
        end = match.start("unit")
    listed = listed_of(text, match.start(), end, match["post"] or "", match["pre"] or "", "%", "percent")
    return Reading(start, end, value, span, "%", "percent", hedge, False, listed, change, since, match.span())


def _no_han_claim(text: str, match: re.Match[str], body: str, unit: str) -> NoClaim | bool | None:
    """Han numerals stand in names and idioms: NoClaim or True where this one counts nothing, None where it may."""
    start, end = match.span("core")
    scaled = re.search(r"[十百千万亿]", body)
    if age(text[end : end + 4]):
        return None
    if not unit and match["pre"] is None and not re.search(r"[十百千].*[万亿]|[一二两三四五六七八九][万亿]", body):
        after = text[end : end + 8]
        if re.match(r"大(?=[\u4e00-\u9fff])", after) and not scaled and body not in "一零":
            return None
        return NoClaim(start, end, "name") if len(body) > 1 else True
    alone = body == "一" and not match["pre"] and not match["more"] and unit not in ("%", "倍", "成")
    if alone and unit and not _counts_on(text, end):
        return None if unit in _PASSING else NoClaim(start, end, "article")
    if body in ("百", "千", "万", "亿") and not match["pre"] and not match["more"]:
        return NoClaim(start, end, "name")
    if not scaled and len(body) == 1 and unit in _IN_NAMES:
        # One Han digit before a short word is more often part of a name than a count.
        if unit == "成" or unit in ("场", "种", "台", "站", "对", "节", "组", "支", "班", "门", "单", "间", "部", "层") or (
            unit in ("村", "县", "镇", "乡", "省", "市", "区", "国") and re.search(r"(?:覆盖|涉及|全|辖|共|等|的)$", text[max(0, start - 4) : start])
        ):  # fmt: skip
            return None
        return NoClaim(start, end, "name")
    return None


_MEASURE = r"(?:个|家|项|所|处|名|位|件|场|次|座|条|支|批|份|户|人|类|种|对|篇|期|套|台)"


def _without_unit(text: str, match: re.Match[str], numeral: Numeral | None) -> Reading | NoClaim | None:
    """A number with nothing behind it counts when it has a scale, stands after a colon or a verb, or before 大."""
    start, end = match.span("core")
    if numeral is None:
        return None
    after = text[end : end + 12]
    if age(after):
        return Reading(start, end, numeral.value, None, "岁", "count", listed="age", whole=match.span())
    large = re.match(r"大(?=[\u4e00-\u9fff])(?!会|家|概|多|部|约|学|量|小|力|幅|型)", after)
    if large and numeral.value <= 100:
        return Reading(
            start,
            end + 1,
            numeral.value,
            Interval(numeral.value, numeral.value),
            "大",
            "count",
            loose=True,
            whole=match.span(),
        )
    if numeral.vague:
        return Reading(start, end, None, None, "", "count", loose=True, listed="vague", whole=match.span())
    hedge = _hedge(match, numeral)
    sign = (match["sign"] or "").strip()
    keyed = _KEYED.search(text[max(0, match.start() - 6) : match.start()]) and _ENDS.match(after)
    if not (sign or numeral.scale > 1 or keyed or (hedge and hedge != "about")):
        return NoClaim(start, end, "bare") if any(one.isdigit() for one in match["body"]) else None
    if (
        numeral.value < 10000
        and hedge
        and not sign
        and not keyed
        and numeral.scale == 1
        and not re.match(r"[\u4e00-\u9fff]", after)
    ):
        return NoClaim(start, end, "bare")
    unit_class: UnitClass = "count"
    unit = ""
    if sign:
        unit, unit_class = _PREFIXES.get(sign) or CURRENCY_SIGNS.get(sign, "CNY"), "money"
    elif money_is_meant(text, match.start(), after):
        unit, unit_class = "CNY", "money"
    else:
        unit_class = noun_class("个", "count", after)[0]
    values = _values(match, numeral, None, Decimal(1))
    if values is None:
        return None
    value, span = values
    if match["minus"]:
        value = -value
    change, since = change_of(text, match.start(), unit_class)
    listed = listed_of(text, match.start(), end, match["post"] or "", match["pre"] or "", "", unit_class)
    if span is None:
        span = interval(Numeral(value, numeral.decimals, numeral.scale, numeral.mixed), hedge, unit_class)
    else:
        hedge = "range"
    return Reading(start, end, value, span, unit, unit_class, hedge, not sign, listed, change, since, match.span())
