"""How a figure is printed in a text: exactly, in the reader's language, and never a zero for what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Literal

from concentric.core.terms.english import counted
from concentric.core.terms.money import CURRENCIES, show_money
from concentric.core.terms.numbers import grouped, scaled, show_number
from concentric.core.terms.words import say
from concentric.prove.manuscript import Reference
from concentric.register.book import Book

if TYPE_CHECKING:
    from concentric.prove.figures import Figure

State = Literal["value", "unknown", "not_applicable", "suppressed"]
PERCENT = "%"


@dataclass(frozen=True)
class Quantity:
    """One number as it is about to be printed. `value` is None unless the state is "value"."""

    value: Decimal | None
    state: State
    unit: str = ""
    decimals: int = 0

    @property
    def counts(self) -> bool:
        """Whether it counts things, so that a small one could point at somebody."""
        return self.unit != PERCENT and self.unit not in CURRENCIES


def machine_unit(spec: Mapping[str, Any]) -> str:
    """What decides how an indicator's number is written: a currency, "%", or nothing for a count."""
    if "currency" in spec:
        return str(spec["currency"])
    unit = spec.get("unit", PERCENT if is_share(spec) else "")
    return unit if isinstance(unit, str) and (unit == PERCENT or unit in CURRENCIES) else ""


def is_share(spec: Mapping[str, Any]) -> bool:
    """Whether an indicator is a part of a whole, so that it has a denominator."""
    return "ratio" in spec or "coverage" in spec


def quantity(book: Book, figure: Figure, ref: Reference) -> Quantity:
    """The number that `ref` asks of a figure: its value, its value at a rung, or its denominator."""
    spec = book.indicators[figure.code]
    unit, decimals = machine_unit(spec), int(spec.get("decimals", 1 if is_share(spec) else 0))
    if figure.state == "not_applicable":
        return Quantity(None, "not_applicable", unit)
    value = figure.value
    if ref.of == "denominator":
        value, decimals = figure.denominator, 0
        unit = machine_unit(book.indicators[spec["ratio"]["denominator"]]) if "ratio" in spec else ""
    elif ref.rung:
        value = figure.rungs.get(ref.rung)
    elif figure.state != "value":
        value = None
    return Quantity(value, "unknown" if value is None else "value", unit, decimals)


def guarded(book: Book, figure: Figure, number: Quantity, below: int) -> Quantity:
    """The number for the public: a count under `below` that is not zero is held back, and so is a share made of one.

    A statistic from outside was published by somebody else already. Money is never held back: it counts nobody.
    """
    if below <= 1 or number.value is None or "statistic" in book.indicators[figure.code]:
        return number
    parts = [number.value] if number.counts else []
    if number.unit == PERCENT:
        spec = book.indicators[figure.code]
        ratio = spec.get("ratio")
        counted = ratio is None or not machine_unit(book.indicators[ratio["numerator"]])
        parts = [part for part in (figure.numerator, figure.denominator) if part is not None] if counted else []
    if any(0 < part < below for part in parts):
        return Quantity(None, "suppressed", number.unit, number.decimals)
    return number


def show(number: Quantity, lang: str, *, style: str = "published", below: int = 0) -> str:
    """The number as the text prints it: 120, 1,068 万元, 90.6%, 5.2 万; or the word for why there is none.

    `style` is that of a reference: published, plain (all digits), over (超 1,000 万元).
    """
    if number.value is None:
        if number.state == "suppressed" and number.counts:
            return say("review-suppressed-count", lang, below=below)
        return say(f"review-{number.state.replace('_', '-')}", lang)
    if number.unit == PERCENT:
        return show_percent(number.value, number.decimals)
    if style == "over" and number.value > 0:
        return _over(number, lang)
    if number.unit in CURRENCIES:
        return show_money(number.value, number.unit, lang)
    return show_number(number.value, lang, style="plain" if style == "plain" else "published")


def _over(number: Quantity, lang: str) -> str:
    """As a lead prints it: 1,068 万元 is 超 1,000 万元, rounded down to one digit. What is round stays exact."""
    if number.value is None:
        raise ValueError("there is no number to round")
    one_digit = Decimal(1).scaleb(number.value.adjusted())
    least = number.value // one_digit * one_digit
    text = show(replace(number, value=least), lang)
    return text if least == number.value else say("review-over", lang, value=text)


def show_percent(value: Decimal, decimals: int) -> str:
    """A share that is counted in hundredths already, rounded half up: 90.6%, 38.0%; 100% where nothing was rounded."""
    if value == value.to_integral_value():
        return f"{grouped(value)}%"
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if rounded in (0, 100):
        # 99.96 % must not read as all, nor 0.04 % as nothing.
        rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
        rounded = rounded if rounded not in (0, 100) else value.normalize()
    return f"{rounded:f}%"


def show_reach(value: Decimal | None, base: Decimal | None, unit: str, lang: str) -> str:
    """Reach and whole on an arc's label: 126/139, 655.2/1,068 万元, 5/— where there is no whole yet."""
    numbers = [value, base]
    if unit in CURRENCIES:
        for scale in (8, 4) if lang != "en" else (6,):
            parts = [None if number is None else scaled(number, scale, 3) for number in numbers]
            large = any(number is not None and abs(number) >= 10**scale for number in numbers)
            if large and all(
                part is not None for part, number in zip(parts, numbers, strict=True) if number is not None
            ):
                joined = "/".join(part or "—" for part in parts)
                return say(f"money-scaled-{scale}", lang, value=joined, unit=say(f"currency-{unit.lower()}", lang))
        return "/".join("—" if number is None else show_money(number, unit, lang) for number in numbers)
    return "/".join("—" if number is None else grouped(number) for number in numbers)


def with_unit(text: str, unit: str, lang: str) -> str:
    """A printed count with its unit, for cards and tables: 126 个村. Money and shares carry theirs already."""
    if not unit or unit == PERCENT or unit in CURRENCIES:
        return text
    # 5.2 万户: between two Han characters there is no space.
    return (
        text + unit
        if text[-1:] > "\u2e80"
        else say("review-with-unit", lang, value=text, unit=counted(unit, text, lang))
    )
