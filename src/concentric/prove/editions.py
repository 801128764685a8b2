"""Reading an edition again: its bound text, what was corrected since, and its picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import Period, read_period
from concentric.core.terms.scripts import localized, to_traditional
from concentric.ledger.models import Record
from concentric.ledger.payload import kinds
from concentric.ledger.positions import size
from concentric.prove.behind import is_roster, matters_of, parts, thing_of, touching
from concentric.prove.book import parsed_book
from concentric.prove.comparing import freeze_references
from concentric.prove.evidence import Evidence
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Manuscript, Reference, bind, in_traditional, parse
from concentric.prove.models import Edition
from concentric.prove.narrowing import evidence_of
from concentric.prove.picture import Arc, Circle
from concentric.prove.shown import machine_unit, show_reach
from concentric.register.book import Book, ProgrammeSpec
from concentric.register.models import ProgrammeBook

if TYPE_CHECKING:
    from concentric.prove.figures import Figure


class NoSuchEdition(Refused):
    """No edition bears this number."""


def editions(audience: str | None = None) -> list[Edition]:
    """Every edition, the newest first; of one audience where one is named."""
    found = Edition.objects.in_force().order_by("-idx")
    return list(found if audience is None else found.filter(audience=audience))


def edition_of(number: str) -> Edition:
    """The edition of a number such as city.zh-Hans.public.1. NoSuchEdition when there is none."""
    found: Edition | None = Edition.objects.in_force().filter(number=number).first()
    if found is None:
        raise NoSuchEdition("review-no-such-edition", number=number)
    return found


def book_of(edition: Edition) -> Book:
    """The very version of the book that the edition's figures were computed by."""
    return parsed_book(ProgrammeBook.objects.get(id=edition.book))


def period_of(edition: Edition) -> Period:
    """The period that the edition is about."""
    return read_period(edition.period)


def frozen_numbers(edition: Edition) -> list[Frozen]:
    """The edition's numbers in the order of its text, each once."""
    return list(_frozen(edition.id))


@lru_cache(maxsize=16)
def _frozen(version: UUID) -> tuple[Frozen, ...]:
    return tuple(Frozen.from_json(held) for held in Edition.objects.get(id=version).figures)


def text_lang(edition: Edition, lang: str) -> str:
    """The language to show an edition in: its own; a Simplified text in Traditional characters for who reads those."""
    return lang if edition.lang == "zh-Hans" and lang == "zh-Hant" else edition.lang


def text_in(edition: Edition, lang: str) -> tuple[str, dict[Reference, str]]:
    """The edition's source and what each of its numbers was printed as, in a language that `text_lang` gave."""
    shown = {number.ref: number.shown for number in frozen_numbers(edition)}
    if lang == edition.lang:
        return edition.text, shown
    return in_traditional(edition.text), {ref: to_traditional(words) for ref, words in shown.items()}


def bound_manuscript(edition: Edition, lang: str = "") -> Manuscript:
    """The edition's text with every number as it was printed, in its own language or in one that `text_lang` gave."""
    text, shown = text_in(edition, lang or edition.lang)
    return bind(parse(text, lang or edition.lang), shown)


@dataclass(frozen=True)
class Change:
    """A record entered after an edition was frozen, which changed the evidence of one of its numbers.

    `reason` is shown beside the correction; `by`, an account, is for the office.
    """

    idx: int
    kind: str
    number: str
    reason: str
    when: datetime
    by: str
    channel: str


@dataclass(frozen=True)
class Correction:
    """A printed number that the ledger gives otherwise now, or from other evidence. `then` and `now` are both kept."""

    ref: Reference
    then: Frozen
    now: Frozen
    trace: Callable[[], tuple[Change, ...]] = field(repr=False, compare=False)

    @property
    def value_changed(self) -> bool:
        """Whether another number would be printed; otherwise only the records behind it changed."""
        return (self.then.state, self.then.value) != (self.now.state, self.now.value)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The records that changed it, in the order of the log. Looked up row by row when first asked for."""
        return self.trace()


def later_corrections(edition: Edition, position: int | None = None) -> dict[Reference, Correction]:
    """Every number of the edition that differs at `position` (None: now), computed by the edition's own book.

    One computation of all figures and digests, kept until the ledger grows.
    """
    return dict(_corrections(edition.id, size() if position is None else position))


@lru_cache(maxsize=32)
def _corrections(version: UUID, here: int) -> dict[Reference, Correction]:
    edition = Edition.objects.get(id=version)
    book, period = book_of(edition), period_of(edition)
    then = frozen_numbers(edition)
    now = freeze_references(
        book,
        [number.ref for number in then],
        edition.lang,
        period=period,
        place=edition.place,
        position=here,
        audience=edition.audience,
        until=edition.idx,
    )
    found: dict[Reference, Correction] = {}
    for old, new in zip(then, now, strict=True):
        if old.digest != new.digest or (old.state, old.value) != (new.state, new.value):
            trace = partial(_changes, book, old.ref, period, old.place, edition.position, here)
            found[old.ref] = Correction(old.ref, old, new, trace)
    return found


def _changes(book: Book, ref: Reference, period: Period, place: str, then: int, now: int) -> tuple[Change, ...]:
    """The records between two positions that touch a row which was counted in only one of them, or otherwise."""
    before, after = (_rows(book, ref, period, place, position) for position in (then, now))
    changed = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    roots = {root for key in changed for rows in (before, after) if key in rows for root in rows[key].matters}
    return tuple(sorted(_entered(roots, then, now), key=lambda change: change.idx))


@dataclass(frozen=True)
class _Row:
    """A counted row. `matters` are the things whose records decide about it; they don't make it another row."""

    record: str
    value: Any
    matters: frozenset[UUID] = field(compare=False)


def _rows(book: Book, ref: Reference, period: Period, place: str, position: int) -> dict[str, _Row]:
    proof = evidence_of(book, ref, period=period, place=place, position=position)
    found = _rows_of(proof, book, ref.figure)
    if proof.denominator is not None:
        whole = _rows_of(proof.denominator, book, ref.figure)
        found |= {f"of {root}": row for root, row in whole.items()}
    return found


def _rows_of(proof: Evidence, book: Book, code: str) -> dict[str, _Row]:
    """Each row by its root. A roster's member stands or falls with its matters, a delivery with its commitment."""
    value = "covered" if is_roster(proof) else "value"
    beside = "member" if is_roster(proof) else thing_of(proof.view)
    held = list(proof.all("root", "record", value, beside))
    matters = matters_of(proof, book, code, {row[3] for row in held}) if is_roster(proof) else {}
    return {
        root: _Row(record, said, frozenset({UUID(root), UUID(other), *matters.get(other, ())}))
        for root, record, said, other in held
    }


def _entered(roots: set[UUID], then: int, now: int) -> list[Change]:
    found: list[Change] = []
    for part in parts(roots):
        for model in kinds().values():
            found += [_change(record) for record in touching(model, part).filter(idx__gte=then, idx__lt=now)]
    return found


def _change(record: Record) -> Change:
    number = str(getattr(record, record.NATURAL_KEY)) if record.NATURAL_KEY else ""
    return Change(
        record.idx, record.KIND, number, record.reason, record.recorded_at, record.recorded_by, record.channel
    )


def picture_of(
    book: Book, figures: Mapping[str, Figure], lang: str, *, href: Callable[[str], str] = lambda programme: ""
) -> list[Circle]:
    """The book's circles as `prove.picture` draws them; `figures` by code, `href` gives a programme's address."""
    circles, no = [], 0
    for circle, programmes in book.rings():
        arcs = []
        for programme in programmes:
            no += 1
            arcs.append(_arc(book, programme, figures, lang, no, href(programme.code)))
        circles.append(Circle(circle.hue, localized(circle.names, lang), tuple(arcs)))
    return circles


def picture_codes(book: Book) -> list[str]:
    """The indicators that the picture needs."""
    named = [code for one in book.programmes.values() for code in (one.reach, one.base) if code]
    return list(dict.fromkeys(named))


def _arc(book: Book, programme: ProgrammeSpec, figures: Mapping[str, Figure], lang: str, no: int, href: str) -> Arc:
    name = localized(programme.names, lang)
    if not programme.reach:
        return Arc(no, name, {}, None, href, shown="—/—")
    reach = figures[programme.reach]
    unit = machine_unit(book.indicators[programme.reach])
    base: Decimal | None = programme.target
    if programme.base:
        base = figures[programme.base].value
    # An indicator without a ladder has one value; it is drawn as the weakest that a number can be.
    at = reach.rungs if any(value is not None for value in reach.rungs.values()) else {"reported": reach.value}
    return Arc(
        no,
        name,
        at,
        base,
        href,
        counts=not unit,
        shown=show_reach(reach.value, base, unit, lang),
        printed=reach.strength or "reported",
    )
