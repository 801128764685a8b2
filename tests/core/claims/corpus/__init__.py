"""The labelled corpus of the claim checker: invented texts, catalogues of figures, and what is true of each numeral.

README.md explains the format. `load()` reads and checks everything; a label against its catalogue fails loudly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from . import figures, markup, readings
from .figures import Catalogue
from .markup import Malformed, Mark

HERE = Path(__file__).parent
HALVES = ("tuning", "unseen")
SCRIPTS = ("zh-Hans", "zh-Hant", "en")
KINDS = ("review", "article", "damaged", "table")
_HEAD = re.compile(r"=== (?P<id>[a-z0-9-]+) (?P<kind>[a-z]+)\n")


@dataclass(frozen=True)
class Claim:
    """A numeral that claims something, with what is right to say of it."""

    start: int
    end: int
    text: str
    value: Decimal
    interval: readings.Interval
    unit_class: str
    currency: str
    hedge: str
    figures: tuple[str, ...]
    """One id; none when the catalogue has no figure for it; several for a sum or where a person must choose."""
    verdict: str
    derived: bool
    """A sum or a growth: true by arithmetic, linked to no single figure."""
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Labelled:
    """A text with its catalogue and its labels."""

    id: str
    half: str
    script: str
    kind: str
    text: str
    catalogue_name: str
    catalogue: Catalogue
    claims: tuple[Claim, ...]
    listed: tuple[Mark, ...]
    others: tuple[Mark, ...]

    @property
    def language(self) -> str:
        return self.script.partition("-")[0]


def _judged(mark: Mark, catalogue: Catalogue) -> Claim:
    spelt = None if mark.hedge == "range" else readings.number_in(mark.spelt)
    if spelt is not None and abs(spelt) != abs(mark.value):
        raise Malformed(f"{mark.core} spells {spelt}, its label says {mark.value}")
    interval = readings.allowed(mark.spelt, mark.value, mark.unit_class, mark.hedge, mark.range_end)
    true = figures.truth(mark.source, catalogue, mark.unit_class)
    if true is not None and "falling" in mark.flags:
        true = -true
    ids = figures.ids_in(mark.source)
    if "(" in mark.source:
        if figures.other_rate(mark.source, catalogue) not in interval:
            raise Malformed(f"{mark.core}: {mark.source} is {figures.other_rate(mark.source, catalogue):.2f}")
        ids = ids[:1]
    derived = bool(re.search(r"[+/~%]", mark.source.partition("(")[0]))
    named = catalogue[ids[0]] if ids else None
    if named and not derived and named.unit_class != mark.unit_class:
        raise Malformed(f"{mark.core}: {named.id} counts {named.unit_class}, not {mark.unit_class}")
    if named and mark.currency and named.unit != mark.currency:
        raise Malformed(f"{mark.core}: {named.id} is in {named.unit}")
    right = _verdict(mark, interval, true)
    if right != mark.verdict:
        raise Malformed(f"{mark.core} ({mark.source} = {true}, {interval.low} to {interval.high}): {right}")
    return Claim(
        *(mark.start, mark.end, mark.core, mark.value, interval, mark.unit_class, mark.currency, mark.hedge),
        *(ids, mark.verdict, derived, mark.flags),
    )


def _verdict(mark: Mark, interval: readings.Interval, true: Decimal | None) -> str:
    if mark.source == "-":
        return "unsupported"
    if true is None:
        return "ambiguous"
    if true in interval:
        return "supported"
    if mark.hedge == "over" and true >= interval.high:
        return "understated"
    return "other-denominator" if "(" in mark.source else "contradicted"


def catalogues() -> dict[str, Catalogue]:
    """Every catalogue by its name."""
    return {path.stem: figures.read(path.read_text("utf-8")) for path in sorted((HERE / "catalogues").glob("*.txt"))}


def _texts(path: Path, known: dict[str, Catalogue]) -> Iterator[Labelled]:
    name, script = path.stem.split(".")
    pieces = _HEAD.split(path.read_text("utf-8"))
    if pieces[0].strip():
        raise Malformed(f"{path.name} opens with something else than a head")
    for id_, kind, source in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if kind not in KINDS:
            raise Malformed(f"{id_}: no kind {kind!r}")
        try:
            text, marks = markup.read(source.strip("\n"))
            claims = tuple(_judged(mark, known[name]) for mark in marks if mark.kind == "claim")
        except Malformed as malformed:
            raise Malformed(f"{path.parent.name}/{path.name} {id_}: {malformed}") from None
        yield Labelled(
            *(id_, path.parent.name, script, kind, text, name, known[name], claims),
            tuple(mark for mark in marks if mark.kind == "listed"),
            tuple(mark for mark in marks if mark.kind == "other"),
        )


def load(*halves: str) -> list[Labelled]:
    """The texts of these halves, of both when none is named."""
    known = catalogues()
    paths = [path for half in halves or HALVES for path in sorted((HERE / half).glob("*.txt"))]
    return [text for path in paths for text in _texts(path, known)]
