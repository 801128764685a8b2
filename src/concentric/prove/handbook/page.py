"""One page of the handbook: definition, what is counted in words, the rungs, an example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from concentric.core.courses.strength import rung as rung_of
from concentric.core.terms.numbers import grouped
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.prove.handbook.example import example, rung_names
from concentric.prove.handbook.words import heading, in_words
from concentric.prove.indicators import Count, Coverage, Indicator, Outside, Ratio, When, indicators_of
from concentric.prove.shown import Quantity, machine_unit, show, with_unit
from concentric.register.book import Book


def index(book: Book, lang: str) -> str:
    """The list of all pages, in the book's order."""
    lines = [f"# {say('handbook-title', lang)}", "", say("handbook-about", lang, book=book.code), ""]
    lines += ["| {} | {} | {} |".format(*(say(f"handbook-{name}", lang) for name in ("indicator", "code", "way")))]
    lines += ["|---|---|---|"]
    for code, indicator in indicators_of(book).items():
        way = say(f"handbook-way-{_way(indicator)}", lang)
        lines.append(f"| [{localized(indicator.name, lang)}]({code}.md) | `{code}` | {way} |")
    return "\n".join(lines) + "\n"


def page(book: Book, code: str, lang: str) -> str:
    """The page of one indicator. KeyError when the book doesn't define it in a sentence."""
    known = indicators_of(book)
    return "\n".join(_Page(book, known, code, lang).lines()) + "\n"


def _way(indicator: Indicator) -> str:
    return {Count: "counts", Ratio: "ratio", Coverage: "coverage", Outside: "statistic"}[type(indicator.means)]


class _Page:
    def __init__(self, book: Book, known: dict[str, Indicator], code: str, lang: str) -> None:
        self.book = book
        self.known = known
        self.code = code
        self.spec = book.indicators[code]
        self.indicator = known[code]
        self.lang = lang

    def say(self, key: str, **args: Any) -> str:
        return say(f"handbook-{key}", self.lang, **args)

    def lines(self) -> Iterator[str]:
        yield f"# {localized(self.indicator.name, self.lang)}"
        yield ""
        aliases = self.say("comma").join(self.spec.get("aliases", {}).get(self.lang, ()))
        yield self.say("names", code=self.code, aliases=aliases) if aliases else self.say("name", code=self.code)
        yield ""
        yield localized(self.spec["definition"], self.lang)
        yield ""
        yield f"## {self.say('counted-title')}"
        yield ""
        means = self.indicator.means
        if isinstance(means, Count):
            yield from self.count(means)
        elif isinstance(means, Coverage):
            yield from self.coverage(means)
        elif isinstance(means, Ratio):
            yield from self.ratio(means)
        else:
            yield from self.outside(means)

    # -- rows ----------------------------------------------------------------------------------------------------

    def count(self, count: Count) -> Iterator[str]:
        yield from self.query(count)
        yield ""
        yield from self.rungs(count)
        yield ""
        yield from self.example(count)

    def query(self, count: Count) -> Iterator[str]:
        yield from self.view(count)
        if count.distinct:
            yield f"- {self.say('distinct', column=self.column(count, count.distinct))}"
        elif count.sum:
            currency = count.currency
            yield f"- {self.say('sum', column=self.column(count, count.sum))}"
            if currency:
                yield f"- {self.say('currency', currency=currency)}"
        else:
            yield f"- {self.say('each')}"
        yield from self.conditions(count)
        yield f"- {self.say('place')}"

    def view(self, count: Count) -> Iterator[str]:
        view = count.view
        title = say(view.key, self.lang)
        anchor = "-".join(f"{view.name} {title}".lower().split()) if self.lang == "en" else f"{view.name}{title}"
        yield self.say("rows", view=title, anchor=anchor, means=say(f"{view.key}-means", self.lang))
        yield ""

    def conditions(self, count: Count) -> Iterator[str]:
        yield f"- {self.when(count, count.when)}"
        if count.where is not None:
            yield f"- {self.say('where', words=in_words(count.where, self.lang))}"

    def column(self, count: Count, name: str) -> str:
        column = count.view.column(name)
        assert column is not None
        return heading(column, self.lang)

    def when(self, count: Count, when: When) -> str:
        if when.during:
            return self.say("during", column=self.column(count, when.during))
        columns = {"since": self.column(count, when.since), "until": self.column(count, when.until)}
        return self.say("at-end", **columns)

    def rungs(self, count: Count) -> Iterator[str]:
        yield f"## {self.say('rungs-title')}"
        yield ""
        if not count.view.ladder:
            yield self.say("no-rungs")
            return
        yield "| {} | {} | {} |".format(*(self.say(name) for name in ("rung", "rung-means", "printed")))
        yield "|---|---|---|"
        for rung in rung_names(count):
            printed = self.say("is-printed") if rung == count.headline else ""
            yield f"| {say(f'rung-{rung}', self.lang)} | {self.say(f'rung-{rung}')} | {printed} |"

    def example(self, count: Count) -> Iterator[str]:
        made = example(self.indicator, count, self.book.when())
        yield f"## {self.say('example-title')}"
        yield ""
        yield self.say("example-about", period=self.book.period)
        yield ""
        columns = made.columns
        heads = [say(column.key, self.lang) for column in columns]
        yield f"| {self.say('row')} | {' | '.join(heads)} | {self.say('counts')} |"
        yield "|---" * (len(columns) + 2) + "|"
        for letter, row, reason in made.rows:
            cells = [self.cell(column.name, row[column.name]) for column in columns]
            yield f"| {letter} | {' | '.join(cells)} | {self.say(f'reason-{reason}')} |"
        yield ""
        yield self.say("comes-to", value=self.printed(made.value))

    def cell(self, name: str, value: Any) -> str:
        if value is None:
            return ""
        if name == "strength":
            return say(f"rung-{rung_of(value)}", self.lang)
        if isinstance(value, Decimal | int):
            return grouped(Decimal(value))
        return value.isoformat() if isinstance(value, date) else str(value)

    def printed(self, value: Decimal) -> str:
        unit = machine_unit(self.spec)
        text = show(Quantity(value, "value", unit, self.indicator.decimals), self.lang, style="plain")
        return with_unit(text, self.book.unit(self.code, self.lang), self.lang)

    # -- the rest ------------------------------------------------------------------------------------------------

    def coverage(self, coverage: Coverage) -> Iterator[str]:
        counted = coverage.counted
        member = self.column(counted, coverage.member)
        yield self.say("coverage", roster=coverage.roster, member=member)
        yield ""
        yield from self.view(counted)
        *others, last = self.conditions(counted)
        yield from others
        yield last.rstrip(";；") + self.say("full-stop")
        yield ""
        yield from self.rungs(counted)
        yield ""
        yield f"## {self.say('example-title')}"
        yield ""
        words = {"members": 40, "covered": 36, "value": self.printed(Decimal(90))}
        yield self.say("coverage-example", **words)

    def ratio(self, ratio: Ratio) -> Iterator[str]:
        names = {}
        for part, code in (("top", ratio.numerator), ("bottom", ratio.denominator)):
            names[part] = f"[{localized(self.known[code].name, self.lang)}]({code}.md)"
        yield self.say("ratio", **names)
        yield ""
        yield self.say("ratio-zero")
        yield ""
        yield f"## {self.say('rungs-title')}"
        yield ""
        yield self.say("ratio-rungs", top=names["top"])
        yield ""
        yield f"## {self.say('example-title')}"
        yield ""
        yield self.say("ratio-example", top=30, bottom=40, value=self.printed(Decimal(75)))

    def outside(self, outside: Outside) -> Iterator[str]:
        yield self.say("statistic", code=outside.statistic)
        yield ""
        yield f"## {self.say('rungs-title')}"
        yield ""
        yield self.say("statistic-rungs")
        yield ""
        yield f"## {self.say('example-title')}"
        yield ""
        yield self.say("statistic-example", period=self.book.period, value=self.printed(Decimal(120)))
