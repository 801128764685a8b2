"""Same things: a row says that what bears one number is the same as what bears another, which counts for both."""

from __future__ import annotations

from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import JOINED
from concentric.exchange.rows.subjects import sought
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.models import SameAs
from concentric.keep.same_as import star


def build(values: Values, look: Look) -> Fields:
    own, thing, representative, note, _ = values
    one = sought(look, thing, "thing", JOINED, "reference-joined")
    other = sought(look, representative, "representative", JOINED, "reference-joined")
    if one is None or other is None:
        return {}
    if one[0] is not other[0]:
        look.wrong("same-not-of-one-kind", "representative", kind=one[0].KIND)
        return {}
    _stays_a_star(one[1], other[1], look)
    return {
        "arm": own,
        "thing": one[1],
        "thing_kind": one[0].KIND,
        "representative": other[1],
        "note": note or "",
    }


def _stays_a_star(thing: UUID, representative: UUID, look: Look) -> None:
    joined = dict(look.joined)
    if look.former is not None:
        joined.pop(look.former["thing"], None)
    try:
        star(joined, thing, representative)
    except Refused as refused:
        at = "representative" if refused.key in ("same-thing", "same-representative-is-joined") else "thing"
        look.wrong(refused.key, at, **refused.words)


SHEET = RecordSheet(
    "same-as",
    (
        number("number"),
        Column("thing", "reference", required=True, words="same-thing", width=18),
        Column("representative", "reference", required=True, words="same-representative", width=18),
        Column("note", "text", words="same-note", length=2000, width=28),
    ),
    model=SameAs,
    build=build,
)
