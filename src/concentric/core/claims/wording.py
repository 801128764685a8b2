"""What was found, in words for people: how a claim reads, what its verdict is and why."""

from __future__ import annotations

from decimal import Context, Decimal

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.checking import Report
from concentric.core.claims.consistency import Conflict
from concentric.core.claims.judging import Claim
from concentric.core.claims.reading import Reading
from concentric.core.terms.money import CURRENCIES, show_money
from concentric.core.terms.numbers import grouped
from concentric.core.terms.words import say

_DECIMALS, _OF_A_SHARE = Decimal("0.0001"), Decimal("0.01")
_WIDE = Context(prec=80)
"""Values may be as long as somebody types them; none is too long to be told."""
MARKS = {
    "supported": "✓", "understated": "↑", "contradicted": "✕", "unsupported": "○", "ambiguous": "?", "vague": "·",
    "other-denominator": "÷", "unreadable": "▒",
}  # fmt: skip


def verdict_words(claim: Claim, lang: str) -> str:
    """The verdict in one or two words."""
    return say(f"claims-verdict-{claim.verdict}", lang)


def reading_words(reading: Reading, lang: str) -> str:
    """How the number reads: at least 10,000,000 CNY, under 20,000,000 CNY."""
    span = reading.interval
    if span is None:
        return say("claims-reads-nothing", lang)
    low, high = amount(span.low, reading.unit, lang), amount(span.high, reading.unit, lang)
    if span.low == span.high:
        return say("claims-reads-exact", lang, low=low)
    return say("claims-reads-between" if span.open_high else "claims-reads-range", lang, low=low, high=high)


def amount(value: Decimal, unit: str, lang: str) -> str:
    """A value with its unit: 1,200 元, 1,068 万元, 90.6%, 126 个."""
    rounded = value.quantize(_DECIMALS, context=_WIDE)
    if unit in CURRENCIES:
        return show_money(rounded, unit, lang)
    shown = grouped(rounded)
    if unit == "%":
        return f"{grouped(value.quantize(_OF_A_SHARE, context=_WIDE))}%"
    return say("claims-amount", lang, value=shown, unit=unit) if unit else shown


LONGEST_NAME = 160


def name_of(figure: Figure, lang: str) -> str:
    """The figure's first name in the script of the language, else its first name at all; shortened where it is a text."""
    chinese = lang != "en"
    fitting = (name for name in figure.names if any("\u3400" <= one <= "\u9fff" for one in name) == chinese)
    name = next(fitting, figure.names[0])
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def unit_of(figure: Figure, lang: str) -> str:
    """The figure's unit in the script of the language, where it has one there."""
    chinese = lang != "en"
    units = (figure.unit, *figure.units)
    return next((one for one in units if any("\u3400" <= char <= "\u9fff" for char in one) == chinese), figure.unit)


def why_words(claim: Claim, lang: str) -> str:
    """Why, in one sentence; a word that is too strong and other figures that may be meant after it."""
    said = [_why(claim, lang)]
    if claim.too_strong and claim.figure is not None:
        strength = say(f"claims-strength-{claim.figure.strength}", lang)
        said.append(say("claims-too-strong", lang, words=claim.too_strong, strength=strength))
    if claim.verdict == "ambiguous" and claim.candidates:
        names = [name_of(one.figure, lang) for one in claim.candidates[:3]]
        said.append(say("claims-candidates", lang, names=("; " if lang == "en" else "；").join(names)))
    return (" " if lang == "en" else "").join(said)


def _why(claim: Claim, lang: str) -> str:
    figure = claim.figure or (claim.candidates[0].figure if claim.candidates else None)
    words: dict[str, str] = {"figure": name_of(figure, lang) if figure else ""}
    key = claim.derived or claim.why
    if claim.true is not None and figure is not None:
        unit = claim.reading.unit if claim.derived else unit_of(figure, lang)
        words["value"] = amount(claim.true, unit, lang)
    if len(claim.parts) == 2:
        words["part"], words["whole"] = (name_of(part, lang) for part in claim.parts)
    if key == "year-before":
        words["period"] = claim.parts[0].period
    if key == "other-rung":
        words["strength"] = say(f"claims-strength-{claim.parts[0].strength}", lang)
    if key == "whole-place" and figure is not None:
        words["place"] = figure.place
    needs = {
        "whole-place": ("figure", "value", "place"), "points": ("figure",),
        "year-before": ("figure", "value", "period"), "other-rung": ("figure", "value", "strength"), "as-of": ("figure",),
        "none": (), "other-year": ("figure",), "close": (), "elsewhere": (), "vague": (), "threshold": (), "target": (), "age": (), "small": (), "unreadable": (),
        "sum": ("value",), "share": ("part", "whole", "value"), "weak": ("figure",), "far": ("figure",), "no-value": ("figure",),
        "other-denominator": ("figure", "value", "part", "whole"),
    }.get(key, ("figure", "value"))  # fmt: skip
    return say(f"claims-why-{key}", lang, **{name: words[name] for name in needs})


def finding_words(report: Report, finding: Conflict, lang: str) -> str:
    """What two claims of a text have against each other."""
    shown = []
    for claim in (finding.one, finding.other):
        start, end = report.clean.span(*claim.reading.whole)
        shown.append(" ".join(report.clean.original[start:end].split()))
    words = {"one": shown[0], "other": shown[1]}
    if finding.kind == "said-twice" and finding.one.figure is not None:
        words["figure"] = name_of(finding.one.figure, lang)
    return say(f"claims-finding-{finding.kind}", lang, **words)
