"""Names of things by their root, read for a whole page at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps

from concentric.core.terms.scripts import localized
from concentric.ledger.models import InForce, Record
from concentric.ledger.payload import kinds
from concentric.prove.book import BookUnreadable, NoBook, current_book
from concentric.register.book import Book
from concentric.register.models import Place

PART = 500  # ids in one query: SQLite takes 999 variables at most on old systems


@dataclass(frozen=True)
class Named:
    """A thing as a page names it, and the ledger index of its version in force (to link to)."""

    name: str
    kind: str
    idx: int


def label(record: Record, lang: str) -> str:
    """A thing's own name, as far as it is public: `name`, `names` or `title`, else its number or code."""
    for attribute in ("names", "title"):
        held = getattr(record, attribute, None)
        if isinstance(held, Mapping) and held:
            return localized(held, lang)
    if isinstance(record, Place) and lang != "zh-Hans" and (book := book_now()):
        return book.place_name(record.code, record.name, lang)
    for attribute in ("name", "title", "number", "code", "origin"):
        held = getattr(record, attribute, "")
        if isinstance(held, str) and held and record.DISCLOSURE.get(attribute) == "public":
            return held
    return str(record.root)[:8]


def place_name(book: Book | None, code: str, lang: str) -> str:
    """What a place is called now; its code where nobody entered it; nothing where figures are of all. One query."""
    if not code:
        return ""
    found: str | None = Place.objects.in_force().filter(code=code).values_list("name", flat=True).first()
    return book.place_name(code, found or code, lang) if book else found or code


def book_now() -> Book | None:
    """The book in force; None without one that can be read. One query."""
    try:
        return current_book()[0]
    except (NoBook, BookUnreadable):
        return None


def names_of(roots: Iterable[UUID | None], lang: str) -> dict[UUID, Named]:
    """What each root is called. One query, and one for each kind met; things out of force keep their last name."""
    wanted = list({root for root in roots if root is not None})
    found: dict[UUID, Named] = {}
    models = kinds()
    for start in range(0, len(wanted), PART):
        part = wanted[start : start + PART]
        latest: dict[str, list[UUID]] = defaultdict(list)
        missing = set(part)
        for root, kind, version in InForce.objects.filter(root__in=part).values_list("root", "kind", "latest"):
            latest[kind].append(version)
            missing.discard(root)
        for kind, versions in latest.items():
            for record in models[kind].objects.filter(id__in=versions):
                found[record.root] = Named(label(record, lang), kind, record.idx)
        if missing:
            found |= _out_of_force(missing, lang)
    return found


def _out_of_force(roots: set[UUID], lang: str) -> dict[UUID, Named]:
    """Voided things are rare, so each kind is asked in turn until all are found."""
    found: dict[UUID, Named] = {}
    for model in apps.get_models():
        if roots and issubclass(model, Record):
            for record in model.objects.filter(root__in=roots).order_by("idx"):
                found[record.root] = Named(label(record, lang), record.KIND, record.idx)
            roots = roots - set(found)
    return found
