"""Numerals of running text read into exact values: 1.43万亿, 53万3660, 2千多万, 二十三, fourteen hundred."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
"""Digits with thousands or, as in 2,94,700, with lakhs and crores set apart."""
HAN_DIGITS = "零〇一二两三四五六七八九"
LONGEST = 24
"""Characters of a number that somebody may mean; what is longer is a code."""
_VALUES = {one: value for value, group in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
           for one in group}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_PIECE = re.compile(rf"{DIGITS}|[{HAN_DIGITS}十百千万亿多余几来数点 ]")


@dataclass(frozen=True)
class Numeral:
    """A value and how it was printed: `decimals` behind the point, the `scale` word's factor (万, 亿; 1 without one).

    `mixed` is true where digits follow the scale word (53万3660); `more` where 多 or 余 stands inside (2千多万);
    `vague` where the amount can't be told (几百, 数十万).
    """

    value: Decimal
    decimals: int = 0
    scale: int = 1
    mixed: bool = False
    more: bool = False
    vague: bool = False


def read_chinese(token: str) -> Numeral | None:
    """The value of a token in digits, Han numerals or both; None where it is no number."""
    total, section, scale = Decimal(0), Decimal(0), 1
    number: Decimal | None = None
    decimals, unit, digits_before = 0, Decimal(1), 0
    more = vague = mixed = han = zero = False
    if re.fullmatch(rf"[{HAN_DIGITS}]{{3,}}", token):
        return Numeral(Decimal("".join(str(_VALUES[one]) for one in token)))
    whole, point, fraction = token.partition("点")
    if point and fraction and whole:
        behind = re.match(rf"[{HAN_DIGITS}]+", fraction)
        if behind is None:
            return None
        front = read_chinese(whole)
        if front is None:
            return None
        number = front.value + Decimal("0." + "".join(str(_VALUES[one]) for one in behind[0]))
        decimals = len(behind[0])
        token = fraction[behind.end() :]
    for piece in _PIECE.findall(token):
        if piece == " ":
            continue
        if piece[0].isdigit():
            if number is not None:
                return None
            number = Decimal(piece.replace(",", ""))
            decimals = len(piece.partition(".")[2])
            mixed = scale > 1
            han = False
        elif piece in _VALUES:
            if number is not None and not zero:
                return None
            zero = piece in "零〇"
            number = None if zero and (section or total) else Decimal(_VALUES[piece])
            digits_before += 1
            han = True
        elif piece in _SMALL:
            unit = Decimal(_SMALL[piece])
            if piece != "十" and number is None and section:
                section *= unit
            else:
                section += (number if number is not None else 1) * unit
            number, zero = None, False
        elif piece in _LARGE:
            factor = _LARGE[piece]
            unit = Decimal(factor)
            current = section + (number if number is not None else (0 if section or total else 1))
            if piece == "亿":
                total = (total + current) * factor
            else:
                total += current * factor
            # 1.43万亿 has one number before both words, 1亿2000万 one before each.
            both = piece == "亿" and scale == 10**4 and number is None and not section
            mixed = mixed or (scale > 1 and not both)
            scale = scale * factor if both else factor
            section, number, zero = Decimal(0), None, False
        elif piece in "多余来":
            more = True
        elif piece in "几数":
            vague = True
            number = Decimal(1) if number is None else number
    short = han and unit >= 100 and not zero and digits_before > 1 and not decimals
    if number is not None and number < 10 and short and not re.search(rf"[零〇][{HAN_DIGITS}]$", token):
        number *= unit / 10  # the spoken short form: 三百五 is 350, 一万二 is 12,000
    mixed = mixed or (scale > 1 and bool(section or number))
    value = total + section + (number if number is not None else 0)
    return Numeral(value, decimals, scale, mixed, more, vague)


ENGLISH_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
ENGLISH_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
ENGLISH_SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "crore": 10**7, "crores": 10**7, "cr": 10**7,
    "lakh crore": 10**12, "lakh crores": 10**12,
}  # fmt: skip


def read_english_words(words: str) -> Decimal | None:
    """fourteen, twenty-three, nine hundred, two thousand and fifty; None where it is no number."""
    total, section = 0, 0
    seen = False
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "and":
            continue
        if word in ENGLISH_SMALL:
            section += ENGLISH_SMALL[word]
        elif word in ENGLISH_TENS:
            section += ENGLISH_TENS[word]
        elif word == "dozen":
            section = (section or 1) * 12
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in ENGLISH_SCALES:
            total += (section or 1) * ENGLISH_SCALES[word]
            section = 0
        elif word not in ("a", "an"):
            return None
        seen = True
    return Decimal(total + section) if seen else None
