"""What a printed number allows the true value to be: the table of hedges, written apart from the checker.

The corpus must not learn its intervals from the code that it measures.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

import cn2an

HEDGES = ("over", "under", "about", "range", "full")
"""What an author wrote beside the number. No word of these: the number stands for itself, at its printed precision."""

RATES = ("percent", "points", "multiple")
_GLOSS = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")
_SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "亿": Decimal(10**8),
    "k": Decimal(1000),
    "thousand": Decimal(1000),
    "hundred": Decimal(100),
    "lakh": Decimal(10**5),
    "crore": Decimal(10**7),
    "m": Decimal(10**6),
    "million": Decimal(10**6),
    "bn": Decimal(10**9),
    "billion": Decimal(10**9),
}
_ROUNDING = {"万", "亿", "k", "thousand", "m", "million", "bn", "billion", "lakh", "crore"}
"""Scale words that say "to this precision"; a Chinese thousand or hundred says nothing of the kind."""
_PART = re.compile(
    r"(?P<digits>\d+(?:,\d{2,3})*(?:\.\d+)?)\s*-?(?P<scales>(?:[十百千万亿]|million|billion|thousand|hundred|lakh|crore|bn|[km](?![a-z]))*)"
)
_TENTHS = re.compile(r"([两一二三四五六七八九])成([一二三四五六七八九])?")
_HAN = re.compile(r"[零〇一二三四五六七八九十百千万亿两]+(?:点[零一二三四五六七八九]+)?")


@dataclass(frozen=True)
class Interval:
    """The values that a wording allows. Whether an end is inside depends on the hedge."""

    low: Decimal
    high: Decimal
    low_inside: bool = True
    high_inside: bool = True

    def __contains__(self, value: Decimal) -> bool:
        above = value >= self.low if self.low_inside else value > self.low
        return above and (value <= self.high if self.high_inside else value < self.high)


def plain(core: str) -> str:
    """The core without glosses, infixes, full width and Traditional scale words."""
    folded = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in _GLOSS.sub("", core))
    simple = folded.translate(str.maketrans("萬億兩餘點−", "万亿两余点-"))
    return re.sub(r"[多余]|千(?=[瓦米克])", "", simple).lower()


def _parts(core: str) -> list[tuple[str, str]]:
    return [
        (part["digits"].replace(",", ""), part["scales"])
        for part in re.finditer(_PART, plain(core))
        if not part["scales"] or re.findall(r"[a-z]+|.", part["scales"])
    ]


def _factor(scales: str) -> Decimal:
    factor = Decimal(1)
    for word in re.findall(r"[a-z]+|.", scales):
        factor *= _SCALES[word]
    return factor


def number_in(core: str) -> Decimal | None:
    """The number that the core spells, or None where only a reader can say (English words, 翻番, 全覆盖)."""
    if tenths := _TENTHS.search(plain(core)):
        return Decimal(cn2an.cn2an(tenths[1], "smart") * 10 + (cn2an.cn2an(tenths[2], "smart") if tenths[2] else 0))
    if parts := _parts(core):
        value = sum((Decimal(digits) * _factor(scales) for digits, scales in parts), Decimal(0))
        return value * 10 if "成" in core else value  # 8成
    if (han := _HAN.search(plain(core))) and not re.search(r"[翻倍番全半分]", core):
        bare = not re.search(r"[零〇一二三四五六七八九两]", han[0]) and han[0] != "十"
        return _factor(han[0]) if bare else Decimal(str(cn2an.cn2an(han[0], "smart")))
    return None


def last_place(value: Decimal) -> Decimal:
    """One unit of the last non-zero digit's place: 100 for 1200, 0.1 for 18.2."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def printed_precision(core: str, value: Decimal, unit_class: str) -> Decimal | None:
    """How exact the print is; None where it is exact."""
    folded = plain(core)
    parts = _parts(core)
    if point := re.search(r"点([零一二三四五六七八九]+)", folded):
        return Decimal(1).scaleb(-len(point[1]))
    digits, scales = (
        parts[0] if parts else ("", "".join(re.findall(r"[万亿]|million|billion|thousand|lakh|crore", folded)))
    )
    factor = _factor(scales)
    if unit_class in RATES:
        if "成" in core:
            return Decimal(1 if (tenths := _TENTHS.search(plain(core))) and tenths[2] else 10)
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    if len(parts) > 1 or (not parts and re.search(r"[万亿].*[百千十一二三四五六七八九]", folded)):
        return None
    if "." in digits:
        return factor.scaleb(-len(digits.partition(".")[2]))
    if rounding := [word for word in re.findall(r"[a-z]+|.", scales) if word in _ROUNDING]:
        unit = Decimal(1)
        for word in rounding:
            unit *= _SCALES[word]
        return min(unit, value * 5 / 100)
    return None


def allowed(core: str, value: Decimal, unit_class: str, hedge: str = "", end: Decimal | None = None) -> Interval:
    """The interval for a claim's core and hedge."""
    match hedge:
        case "over":
            top = value + last_place(value)
            if unit_class == "percent" and top >= 100:
                return Interval(value, Decimal(100))
            return Interval(value, top, high_inside=False)
        case "under":
            return Interval(value * 9 / 10, value, high_inside=False)
        case "about":
            away = max(value * 5 / 100, last_place(value) / 2)
            return Interval(value - away, value + away)
        case "range":
            assert end is not None
            return Interval(value, end)
        case "full":
            return Interval(Decimal(100), Decimal(100))
    if unit_class == "percent" and value == 100:
        return Interval(value, value)
    precision = printed_precision(core, value, unit_class)
    if precision is None:
        return Interval(value, value)
    return Interval(value - precision / 2, value + precision, high_inside=False)
