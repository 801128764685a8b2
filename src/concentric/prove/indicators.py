"""What a programme book's indicators mean: frozen, checked definitions that figures are computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from concentric.core.courses import RUNGS
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.scripts import localized
from concentric.prove.view import Type, View
from concentric.prove.views import countable
from concentric.prove.where import Condition, NoCondition, names_in, parse_where

Names = Mapping[str, str]
HEADLINE = "confirmed"
"""The rung that is printed when the book names none: what the recipients themselves have said."""
NO_RUNG = ""


class BadIndicator(Refused):
    """An indicator can't be computed as the book writes it."""


@dataclass(frozen=True)
class When:
    """Which rows belong to a period: `during` falls in it, or `since` and `until` stand around its last day."""

    during: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Count:
    """Rows of a view, things they name (`distinct`), or a measure of theirs (`sum`, in one `currency`)."""

    view: View
    when: When = When()
    where: Condition | None = None
    distinct: str = ""
    sum: str = ""
    currency: str = ""
    headline: str = NO_RUNG

    def columns(self) -> dict[str, str | None]:
        """Rung -> column to sum (None: the rung isn't there). Views without a ladder have the one rung ""."""
        measure = self.view.measure(self.sum)
        if not self.view.ladder:
            return {NO_RUNG: self.sum or None}
        held = dict(zip(RUNGS, measure.rungs if measure else (None,) * 4, strict=True))
        return {rung: held[rung] for rung in self.view.ladder}

    def reads(self) -> frozenset[str]:
        """Every column that counting reads, whatever the place and the period."""
        measure = self.view.measure(self.sum)
        named = {self.when.during, self.when.since, self.when.until, self.distinct, "path", *self.columns().values()}
        named |= {measure.currency if measure else "", "strength" if self.view.ladder else ""}
        return frozenset(name for name in named if name) | (names_in(self.where) if self.where else frozenset())


@dataclass(frozen=True)
class Ratio:
    """Two indicators by their codes: two exact totals, divided once."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class Coverage:
    """How many members of a dated roster stand as `member` in what `counted` counts."""

    roster: str
    member: str
    counted: Count

    def reads(self) -> frozenset[str]:
        """Every column of the counted view that is read."""
        return self.counted.reads() | {self.member}


@dataclass(frozen=True)
class Outside:
    """Statistics in the ledger under this code."""

    statistic: str


Meaning = Count | Ratio | Coverage | Outside


@dataclass(frozen=True)
class Indicator:
    """An indicator of a book. `decimals` are printed; `unit` is a text (a currency for money) or names by language."""

    code: str
    name: Names = field(hash=False)
    means: Meaning
    unit: str | Names = field(default="", hash=False)
    decimals: int = 0

    def unit_in(self, lang: str) -> str:
        """The unit in a language."""
        return self.unit if isinstance(self.unit, str) else localized(self.unit, lang)


def check_indicator(code: str, spec: Mapping[str, Any]) -> list[Finding]:
    """What is wrong with the meaning of an indicator: views, columns, conditions. Its form is the book's own check."""
    reading = _Reading(code, spec)
    reading.indicator()
    return reading.findings


def indicators_of(book: Any) -> dict[str, Indicator]:
    """The indicators of a `register.book.Book` by code. BadIndicator for the first that can't be computed."""
    found = {}
    for code, spec in book.indicators.items():
        reading = _Reading(code, spec)
        indicator = reading.indicator()
        if indicator is None or reading.findings:
            first = reading.findings[0]
            raise BadIndicator(first.key, **first.args)
        found[code] = indicator
    return found


class _Reading:
    """Reads one indicator and gathers findings; a piece that is wrong is left out and reading goes on."""

    def __init__(self, code: str, spec: Mapping[str, Any]) -> None:
        self.code = code
        self.spec = spec
        self.findings: list[Finding] = []

    def wrong(self, key: str, **words: Any) -> None:
        self.findings.append(Finding(key, {"code": self.code, **words}))

    def indicator(self) -> Indicator | None:
        ways: dict[str, Callable[[], Meaning | None]] = {
            "counts": lambda: self.count(self.spec),
            "ratio": self.ratio,
            "coverage": self.coverage,
            "statistic": self.outside,
        }
        named = [way for way in ways if way in self.spec]
        if len(named) != 1:
            self.wrong("indicators-one-way", known=", ".join(ways))
            return None
        means = ways[named[0]]()
        if means is None:
            return None
        share = isinstance(means, Ratio | Coverage)
        currency = means.currency if isinstance(means, Count) else ""
        return Indicator(
            code=self.code,
            name=self.spec.get("name", {}),
            means=means,
            unit=self.spec.get("unit", "%" if share else currency),
            decimals=self.spec.get("decimals", 1 if share else 0),
        )

    def count(self, spec: Mapping[str, Any]) -> Count | None:
        name = spec["counts"]
        view = countable().get(name)
        if view is None:
            self.near("indicators-unknown-view", str(name), list(countable()))
            return None
        distinct = self.column(view, spec, "distinct", "text")
        total, currency = self.measure(view, spec)
        return Count(
            view, self.when(view, spec), self.where(view, spec), distinct, total, currency, self.headline(view)
        )

    def headline(self, view: View) -> str:
        if not view.ladder:
            if "headline" in self.spec:
                self.wrong("indicators-no-ladder", view=view.name)
            return NO_RUNG
        headline = self.spec.get("headline", HEADLINE)
        if headline not in view.ladder:
            self.near("indicators-unknown-rung", str(headline), list(view.ladder))
        return str(headline)

    def measure(self, view: View, spec: Mapping[str, Any]) -> tuple[str, str]:
        name, currency = spec.get("sum", ""), spec.get("currency", "")
        if not name:
            return "", ""
        measure = view.measure(name)
        if measure is None:
            known = [measure.name for measure in view.measures]
            if known:
                self.near("indicators-unknown-measure", str(name), known)
            else:
                self.wrong("indicators-no-measure", view=view.name, value=str(name))
        elif measure.currency and not currency:
            self.wrong("indicators-currency-missing", measure=name)
        elif currency and not measure.currency:
            self.wrong("indicators-currency-unwanted", measure=name)
        return str(name), str(currency)

    def when(self, view: View, spec: Mapping[str, Any]) -> When:
        if "at_end" in spec:
            since, until = (self.named(view, str(name), "date") for name in spec["at_end"])
            return When(since=since, until=until)
        return When(during=self.column(view, spec, "during", "date"))

    def column(self, view: View, spec: Mapping[str, Any], key: str, type_: Type) -> str:
        return self.named(view, str(spec[key]), type_) if spec.get(key) else ""

    def named(self, view: View, name: str, type_: Type) -> str:
        known = [one.name for one in view.columns if one.type == type_ and one.disclosure == "public"]
        if name not in known:
            self.near(f"indicators-unknown-{type_}", name, known, view=view.name)
        return name

    def where(self, view: View, spec: Mapping[str, Any]) -> Condition | None:
        text = spec.get("where")
        if text is None:
            return None
        try:
            return parse_where(str(text), view)
        except NoCondition as refused:
            self.wrong(refused.key, **refused.words)
            return None

    def ratio(self) -> Ratio:
        return Ratio(self.spec["ratio"]["numerator"], self.spec["ratio"]["denominator"])

    def coverage(self) -> Coverage | None:
        spec = self.spec["coverage"]
        counted = self.count(spec)
        if counted is None:
            return None
        member = self.column(counted.view, spec, "member", "text")
        return Coverage(str(spec["roster"]), member, counted)

    def outside(self) -> Outside:
        return Outside(str(self.spec["statistic"]))

    def near(self, key: str, value: str, known: list[str], **words: Any) -> None:
        close = get_close_matches(value, known, n=1, cutoff=0.7)
        if close:
            self.wrong(f"{key}-near", value=value, near=close[0], **words)
        else:
            self.wrong(key, value=value, known=", ".join(known), **words)
