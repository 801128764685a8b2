"""One number of an edition, frozen: what is printed, and everything that a reader needs to see where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from concentric.core.courses.strength import RUNGS
from concentric.core.terms.periods import Period
from concentric.lake.engines import engine_at
from concentric.ledger.fields import plain
from concentric.prove.figures import figures, read_by, with_parts
from concentric.prove.indicators import indicators_of
from concentric.prove.manuscript import Reference, parse
from concentric.prove.narrowing import code_of, evidence_of, narrowed
from concentric.prove.settling import settle_all
from concentric.prove.shown import Quantity, guarded, quantity, show
from concentric.register.book import Book

if TYPE_CHECKING:
    from concentric.prove.figures import Figure


@dataclass(frozen=True)
class Frozen:
    """A reference of a text and what it stood for. `value` is the number printed, None where there is none.

    `state` is value, unknown, not_applicable or suppressed. `strength` is the rung printed, empty where there is no
    ladder. `digest` is that of the `row_count` rows of evidence; `left_out` rows are in
    another currency and were not summed. Counts under the book's threshold are absent for the public.
    """

    ref: Reference
    shown: str
    state: str
    value: Decimal | None
    unit: str
    strength: str
    rungs: Mapping[str, Decimal | None]
    numerator: Decimal | None
    denominator: Decimal | None
    row_count: int
    left_out: int
    digest: str
    place: str

    def as_json(self) -> dict[str, object]:
        """As an edition keeps it: amounts as decimal strings, unknown ones as null."""
        return {
            "ref": str(self.ref),
            "code": self.ref.figure,
            "shown": self.shown,
            "state": self.state,
            "value": _text(self.value),
            "unit": self.unit,
            "strength": self.strength,
            "rungs": {rung: _text(value) for rung, value in self.rungs.items()},
            "numerator": _text(self.numerator),
            "denominator": _text(self.denominator),
            "row_count": self.row_count,
            "left_out": self.left_out,
            "digest": self.digest,
            "place": self.place,
        }

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Frozen:
        """What `as_json` wrote."""
        return cls(
            ref=parse("{{ " + held["ref"] + " }}").references()[0],
            shown=held["shown"],
            state=held["state"],
            value=_number(held["value"]),
            unit=held["unit"],
            strength=held["strength"],
            # A database may keep the keys of JSON in an order of its own.
            rungs={rung: _number(held["rungs"][rung]) for rung in RUNGS if rung in held["rungs"]},
            numerator=_number(held["numerator"]),
            denominator=_number(held["denominator"]),
            row_count=held["row_count"],
            left_out=held["left_out"],
            digest=held["digest"],
            place=held["place"],
        )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def freeze_numbers(
    book: Book,
    references: tuple[Reference, ...],
    lang: str,
    *,
    period: Period,
    place: str | None,
    position: int,
    public: bool,
) -> list[Frozen]:
    """Every reference with its number at a position, in their order. One computation for each place asked.

    Changes are none of these: `comparing` makes them of two numbers.
    """
    below = book.suppress_below if public else 0
    wide = narrowed(book, references)
    # Evidence needs the whole of a view, and counting is content with less: so each is made once.
    known = indicators_of(wide)
    counted = with_parts((known[code_of(ref)] for ref in references), known)
    settle_all(engine_at("duckdb", position), dict.fromkeys(read_by(counted.values())))
    by_place: dict[str, dict[str, Figure]] = {}
    for named in dict.fromkeys(ref.place for ref in references):
        codes = list(dict.fromkeys(code_of(ref) for ref in references if ref.place == named))
        found = figures(wide, period=period, place=named or place, position=position, codes=codes, lang=lang)
        by_place[named] = {figure.code: figure for figure in found}
    frozen = []
    for ref in references:
        figure = by_place[ref.place][code_of(ref)]
        number = guarded(wide, figure, quantity(wide, figure, ref), below)
        proof = evidence_of(book, ref, period=period, place=place, position=position)
        if ref.rung:
            # The figure counts the rows of its headline; this number has rows of its own.
            figure = replace(figure, row_count=proof.count)
        frozen.append(_frozen(ref, figure, number, lang, below, proof.digest(), book))
    return frozen


def _frozen(ref: Reference, figure: Figure, number: Quantity, lang: str, below: int, digest: str, book: Book) -> Frozen:
    def held(value: Decimal | None) -> Decimal | None:
        if value is None or below <= 1 or not number.counts:
            return value
        return None if 0 < value < below else value

    closed = number.state == "suppressed"
    return Frozen(
        ref=ref,
        shown=show(number, lang, style=ref.style, below=below),
        state=number.state,
        value=number.value,
        unit=number.unit or book.unit(ref.figure, lang),
        strength=ref.rung or figure.strength,
        rungs={rung: held(value) for rung, value in figure.rungs.items()},
        numerator=None if closed else figure.numerator,
        denominator=None if closed else figure.denominator,
        row_count=0 if closed else figure.row_count,
        left_out=figure.left_out,
        digest=digest,
        place=figure.place,
    )
