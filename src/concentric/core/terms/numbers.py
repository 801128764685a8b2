"""Numbers as people type them, read exactly or refused with a reason, and shown again without rounding."""

import re
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Literal

from concentric.core.terms.codes import clean
from concentric.core.terms.findings import Unreadable
from concentric.core.terms.words import say

__all__ = [
    "FACTORS",
    "LIMIT",
    "PLACES",
    "Unreadable",
    "from_cell",
    "grouped",
    "number_published",
    "plain",
    "read_number",
    "scaled",
    "show_number",
]

PLACES = 4
# The largest amount that fits a 64-bit integer counted in 1/10000.
LIMIT = Decimal("922337203685477.5807")
# Decimal arithmetic is exact up to 28 digits; nothing longer may enter it.
_MOST_DIGITS = 28
_LONGEST = 200  # characters

_STEP = Decimal(1).scaleb(-PLACES)
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_SCALE = r"[十百千拾佰仟]?(?:[万萬]?[亿億]|[万萬])|[十百千拾佰仟]"
_PLAIN = re.compile(rf"(?P<sign>[-+]?)(?P<digits>{_DIGITS})")
_SCALED = re.compile(rf"(?P<sign>[-+]?)(?P<parts>(?:(?:{_DIGITS}) ?(?:{_SCALE}))+)")
_PART = re.compile(rf"(?P<digits>{_DIGITS}) ?(?P<scale>{_SCALE})")
_HAN = re.compile(
    r"(?P<sign>[负負]?)(?P<token>[零〇一二三四五六七八九两兩十百千万萬亿億壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]+)"
)
_HAN_FORMS = str.maketrans(
    "〇两兩萬億壹贰貳叁參肆伍陆陸柒捌玖拾佰仟",
    "零二二万亿一二二三三四五六六七八九十百千",
)
FACTORS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
FACTORS |= {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

_MINUS = str.maketrans("−–—﹣", "----")
_MISSING = re.compile(
    r"|[-/\\.*?]+|无|無|没有|暂无|未知|不详|空|n/?a|none|nil|null|unknown|tbd|待定|待补",
    re.IGNORECASE,
)
_NUMBER = rf"(?:(?:{_DIGITS}) ?(?:{_SCALE})?)"
_RANGE = re.compile(rf"{_NUMBER} ?(?:-|~|至|到|to) ?{_NUMBER}.*|[一二三四五六七八九]{{2}}[十百千万亿]+.*")
_ESTIMATE = re.compile(
    r"(?:约|約|大约|大概|近|将近|接近|超|超过|超過|逾|不足|不到|至少|不少于|不低于|最多|上[百千万亿]|[几幾数數]|若干|[~≈<>≤≥]"
    r"|about|approx|around|nearly|over|more than|at least|less than|ca\.).*"
    r"|.*(?:左右|上下|以上|以下|以内|[多余馀餘几幾].{0,3}|\+|来[个户家人万]?)",
    re.IGNORECASE,
)
_SCIENTIFIC = re.compile(r"[-+]?[0-9.]+e[-+]?[0-9]+", re.IGNORECASE)
_COLLOQUIAL = re.compile(rf"{_NUMBER}[0-9]")
_DATE_LIKE = re.compile(r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")
_WITH_WORD = re.compile(rf"[^-+0-9\s.,]+ ?{_NUMBER}|{_NUMBER} ?[^-+0-9\s.,%‰].*")
_GROUPED = re.compile(r"[-+]?[0-9][0-9.,、' ]*[.,、' ][0-9.,、' ]*")


def read_number(text: str) -> Decimal:
    """The one exact value that `text` means, with at most four decimals.

    Reads full-width digits, thousands separators, 5.2万, 1亿2000万, 1.43万亿 and whole Han numerals. Raises
    `Unreadable` for estimates (约5万), ranges (5-6万), percentages, powers of ten (1.2e3: digits may be lost), numbers
    with a word after them (5家), colloquial short forms (一万五), more than four decimals, and blanks: zero is typed
    as 0, and what is unknown or does not apply is the caller's to tell.
    """
    tidy = clean(text).translate(_MINUS)
    # Nobody writes a longer number, and the patterns below try a run of numerals from each of its places.
    if len(tidy) > _LONGEST or sum(character.isdigit() for character in tidy) > _MOST_DIGITS:
        raise _unreadable("number-unreadable", text)
    if match := _PLAIN.fullmatch(tidy):
        return _exact(_signed(match["sign"], _decimal(match["digits"])), text)
    if match := _SCALED.fullmatch(tidy):
        if (total := _sum_of_parts(match["parts"])) is None:
            raise _unreadable("number-unreadable", text)
        return _exact(_signed(match["sign"], total), text)
    if (match := _HAN.fullmatch(tidy)) and (whole := _read_han(match["token"])) is not None:
        return _exact(-whole if match["sign"] else whole, text)
    raise _unreadable(_reason(tidy), text)


def from_cell(value: object) -> Decimal:
    """The exact value of a spreadsheet cell: a number, or text that reads as one.

    Cells store binary fractions: what lies beyond the 15 digits a spreadsheet shows is noise, and so is a remainder
    below a 10^12th of the value, which long sums leave behind (655.2000000001). Raises `Unreadable` for everything
    `read_number` refuses, and for empty cells, true/false and dates.
    """
    if isinstance(value, str):
        return read_number(value)
    if value is None:
        raise _unreadable("number-missing", "")
    if isinstance(value, bool):
        raise _unreadable("number-truth", str(value).upper())
    if isinstance(value, date | time | timedelta):
        raise _unreadable("number-date", str(value))
    if isinstance(value, int):
        return _exact(Decimal(value), str(value))
    if isinstance(value, Decimal):
        return _exact(value, str(value))
    if isinstance(value, float):
        return _exact(_without_noise(value), repr(value))
    raise TypeError(f"a cell holds no {type(value).__name__}")


def plain(value: Decimal) -> str:
    """The number for machines: no exponent, no grouping, no trailing zeros ("52000", "0.5", "0")."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def show_number(value: Decimal, lang: str, *, style: Literal["plain", "published"] = "plain") -> str:
    """The number for people, always exact.

    plain: 52,000. published: Chinese counts in 万 and 亿 where two decimals are enough (5.2 万), else plain.
    """
    if style == "published" and lang != "en":
        for scale in (12, 8, 4):
            if abs(value) >= 10**scale and (part := scaled(value, scale)) is not None:
                return say(f"number-scaled-{scale}", lang, value=part)
    return grouped(value)


def number_published(value: Decimal, lang: str) -> str:
    """The number as a review prints it: `show_number` in its published style."""
    return show_number(value, lang, style="published")


def grouped(value: Decimal) -> str:
    """Exact digits in groups of three: 52,000 and 0.5."""
    whole, point, fraction = plain(value).partition(".")
    return f"{int(whole):,}{point}{fraction}" if not whole.startswith("-0") else f"{whole}{point}{fraction}"


def scaled(value: Decimal, scale: int, decimals: int = 2) -> str | None:
    """`value` / 10**scale with grouped digits, or None where more than `decimals` decimals would be needed."""
    part = value.scaleb(-scale)
    return grouped(part) if part == part.quantize(Decimal(1).scaleb(-decimals)) else None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _signed(sign: str, value: Decimal) -> Decimal:
    return -value if sign == "-" else value


def _factor(scale: str) -> int:
    factor = 1
    for character in scale:
        factor *= FACTORS[character]
    return factor


def _sum_of_parts(parts: str) -> Decimal | None:
    """1亿2000万: each part smaller than the unit before it, only a lone part with decimals; else None."""
    total, unit = Decimal(0), None
    found = list(_PART.finditer(parts))
    for match in found:
        coefficient, factor = _decimal(match["digits"]), _factor(match["scale"])
        if len(found) > 1 and ("." in match["digits"] or (unit is not None and coefficient * factor >= unit)):
            return None
        total, unit = total + coefficient * factor, factor
    return total


def _read_han(token: str) -> Decimal | None:
    """Only what would be written the same way again: 一万五 (15,000? 10,005?) and 三五 (35? 3 to 5?) fail."""
    # Loaded here: it takes a quarter of a second, and few files hold Han numerals.
    import cn2an

    try:
        value = int(cn2an.cn2an(token, "smart"))
        again = cn2an.an2cn(value, "low")
    except (ValueError, KeyError):  # KeyError: the library has no unit below 亿 for a spoken 一亿一
        return None
    return Decimal(value) if _spelt(token) == _spelt(again) else None


def _spelt(token: str) -> str:
    low = token.translate(_HAN_FORMS)
    low = low if low == "零" else low.replace("零", "")
    return low.removeprefix("一") if low.startswith("一十") else low


def _reason(tidy: str) -> str:
    if _MISSING.fullmatch(tidy):
        return "number-missing"
    if tidy.endswith(("%", "‰")) or tidy.startswith("百分之"):
        return "number-percent"
    for pattern, key in (
        (_SCIENTIFIC, "number-scientific"),
        (_DATE_LIKE, "number-date"),
        (_RANGE, "number-range"),
        (_ESTIMATE, "number-estimate"),
        (_COLLOQUIAL, "number-unreadable"),
        (_GROUPED, "number-separators"),
        (_WITH_WORD, "number-word"),
    ):
        if pattern.fullmatch(tidy):
            return key
    return "number-unreadable"


def _without_noise(value: float) -> Decimal:
    shown = Decimal(format(value, ".15g"))
    if not shown.is_finite() or abs(shown) > LIMIT:
        return shown
    rounded = shown.quantize(_STEP)
    # Never more than a ten-millionth, so that large values do not hide a real fifth decimal.
    noise = min(abs(shown).scaleb(-12), Decimal("1e-7"))
    return rounded if abs(shown - rounded) <= noise else shown


def _exact(value: Decimal, text: str) -> Decimal:
    if not value.is_finite():
        raise _unreadable("number-unreadable", text)
    if abs(value) > LIMIT:
        raise _unreadable("number-large", text)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -PLACES and value != value.quantize(_STEP):
        raise _unreadable("number-precise", text)
    return Decimal(plain(value))


def _unreadable(key: str, text: str) -> Unreadable:
    shown = " ".join(text.split())
    return Unreadable(key, text=shown if len(shown) <= 40 else f"{shown[:39]}…")
