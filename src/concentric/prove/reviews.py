"""Drafting a review from the book's outline, and freezing it into an edition."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

from concentric.core.canonical import canonical
from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.periods import Period
from concentric.core.terms.words import DEFAULT_LANG, say
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.models import Commit, RecordQuerySet
from concentric.ledger.writer import Writer
from concentric.prove.charts import Grounds, references_of
from concentric.prove.comparing import freeze_references
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Reference, parse
from concentric.prove.models import AUDIENCES, Edition, Review
from concentric.prove.references import check_references
from concentric.prove.typed import Typed, TypedNumbersUnsettled, unsettled
from concentric.register.book import Book
from concentric.register.models import ProgrammeBook


class NoOutline(Refused):
    """The book has no outline in this language."""


class NotPrintable(Refused):
    """A text has mistakes that must not be printed. `findings` says all of them, with their lines."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("review-not-printable", count=len(findings))
        self.findings = tuple(findings)


class NothingKnown(Refused):
    """The ledger was still empty at the position asked for."""


class BookNotAdopted(Refused):
    """A review is frozen by a book that the ledger holds, so that everybody can look it up."""


def draft(book: Book, lang: str) -> str:
    """The text of a review to begin with: the book's outline, its numbers still references. NoOutline if none."""
    outline = book.outline(lang).strip()
    if not outline:
        raise NoOutline("review-no-outline", lang=lang)
    return outline + "\n"


def check_review(text: str, book: Book, lang: str) -> list[Finding]:
    """Everything wrong with a text before any figure is computed, with the line of its paragraph."""
    return check_references(text, lang, book)


def freeze(
    actor: Actor,
    book: Book,
    lang: str,
    *,
    text: str | None = None,
    period: Period | None = None,
    place: str | None = None,
    position: int | None = None,
    audience: str = "public",
    reason: str = "",
    typed_reason: str = "",
) -> Edition:
    """Freeze a text (the outline as it stands when None) with its figures at a position (None: now) as an edition.

    Figures are computed before the ledger is locked. The same text with the same figures as the last edition of this
    book, language and audience gives that edition again. NotPrintable when the text has mistakes;
    TypedNumbersUnsettled when it has numbers, typed by hand, that the ledger contradicts or that may mean several
    figures, and no `typed_reason` says why they stay.
    """
    if audience not in AUDIENCES:
        raise ValueError(f"{audience} is no audience; there are {', '.join(AUDIENCES)}")
    text = draft(book, lang) if text is None else text
    period = period or book.when()
    place = place or book.place
    errors = [finding for finding in check_review(text, book, lang) if finding.severity == "error"]
    if errors:
        raise NotPrintable(errors)
    version = ProgrammeBook.objects.filter(code=book.code, toml=book.source).order_by("-idx").first()
    if version is None:
        raise BookNotAdopted("review-book-not-adopted", code=book.code)
    known = _commit(position)
    grounds = Grounds(book, lang, period, place, known.size)
    numbers = freeze_references(
        book, all_references(text, grounds), lang, period=period, place=place, position=known.size, audience=audience
    )
    typed = _typed(text, lang, numbers, period, place, known.size, typed_reason)
    last: Edition | None = _editions(book, lang, audience).first()
    if last is not None and _is_again(last, text, period, place, version, numbers):
        return last
    zone = ZoneInfo(book.time_zone)
    edition = Edition(
        audience=audience,
        lang=lang,
        period=period.code,
        place=place,
        position=known.size,
        ledger_root=bytes(known.root).hex(),
        known_on=known.at.astimezone(zone).date(),
        text=text,
        book=version.id,
        figures=[number.as_json() for number in numbers],
        approved_by=actor.key,
        published_on=clock.now().astimezone(zone).date(),
        typed=[one.as_json() for one in typed],
        typed_reason=typed_reason.strip() if typed else "",
    )
    review = Review(
        code=f"{book.code}.{period.code}.{lang}", period=period.code, lang=lang, text=text, book_id=version.root
    )

    def change(writer: Writer) -> None:
        edition.review_id = _settle(writer, review, reason)
        # Counted under the lock, so that two who freeze at once get two numbers.
        edition.n = _editions(book, lang, audience).count() + 1
        edition.number = f"{_stem(book, lang, audience)}{edition.n}"
        writer.add(edition)

    content = canonical([text, str(version.id), place, audience, str(known.size), edition.figures])
    after = last.number if last else "none"
    append(actor, change, request_id=f"freeze {sha256(content).hexdigest()[:32]} after {after}", request=content)
    found: Edition | None = _editions(book, lang, audience).first()
    assert found is not None
    return found


def _typed(
    text: str, lang: str, numbers: Sequence[Frozen], period: Period, place: str, position: int, reason: str
) -> list[Typed]:
    found = unsettled(
        parse(text, lang), {one.ref: one.shown for one in numbers}, period=period, place=place, position=position
    )
    if found and not reason.strip():
        raise TypedNumbersUnsettled([one.finding() for one in found])
    return found


def all_references(text: str, grounds: Grounds) -> tuple[Reference, ...]:
    """What a text prints: the references in its words, then those that only its charts draw."""
    manuscript = parse(text, grounds.lang)
    return tuple(dict.fromkeys([*manuscript.references(), *references_of(manuscript.charts(), grounds)]))


def _stem(book: Book, lang: str, audience: str) -> str:
    return f"{book.code}.{lang}.{audience}."


def _editions(book: Book, lang: str, audience: str) -> RecordQuerySet:
    return Edition.objects.filter(number__startswith=_stem(book, lang, audience)).order_by("-n")


def _commit(position: int | None) -> Commit:
    """The commit that the ledger stood at: figures, size and root all speak of it. NothingKnown before the first."""
    commits = Commit.objects.order_by("-size")
    found = (commits if position is None else commits.filter(size__lte=position)).first()
    if found is None:
        raise NothingKnown("review-nothing-known")
    return found


def _settle(writer: Writer, review: Review, reason: str) -> UUID:
    """The review's root: entered when new, superseded when its text changed."""
    root = writer.in_force(Review, review.code)
    if root is None:
        return writer.add(review)
    standing = Review.objects.in_force().get(root=root)
    if (standing.text, standing.book_id) != (review.text, review.book_id):
        writer.supersede(root, review, reason or say("review-reason", DEFAULT_LANG))
    return root


def _is_again(
    last: Edition, text: str, period: Period, place: str, version: ProgrammeBook, numbers: Sequence[Frozen]
) -> bool:
    same = (last.text, last.period, last.place, last.book) == (text, period.code, place, version.id)
    return same and last.figures == [number.as_json() for number in numbers]
