"""Which things decide about the rows of a number, and which records of theirs were entered when."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.db import models

from concentric.ledger.models import Record, Step, Void
from concentric.ledger.payload import kinds
from concentric.prove.evidence import Evidence
from concentric.prove.settling import settle
from concentric.prove.views import relation
from concentric.register.book import Book

if TYPE_CHECKING:
    from concentric.prove.view import View

T = TypeVar("T")


def parts(things: Collection[T], most: int = 500) -> Iterator[list[T]]:
    """Some at a time: old systems take 999 variables in a query."""
    listed = list(things)
    return (listed[start : start + most] for start in range(0, len(listed), most))


def touching(model: type[Record], roots: list[UUID]) -> models.QuerySet[Any]:
    """The records of a noun that speak of some things: their versions, their steps, their voids."""
    if issubclass(model, Step):
        # The concrete steps have the field; the abstract one can't.
        return model.objects.filter(models.Q(("matter_id__in", roots)) | models.Q(root__in=roots))
    if model is Void:
        return model.objects.filter(target__in=roots)
    return model.objects.filter(root__in=roots)


def records_behind(roots: Collection[UUID], position: int) -> set[int]:
    """The indices of all records that spoke of some things before a position. A query for each noun and 500 things."""
    return {
        idx
        for some in parts(roots)
        for model in kinds().values()
        for idx in touching(model, some).filter(idx__lt=position).values_list("idx", flat=True)
    }


def thing_of(view: View) -> str:
    """The column that names what a row is made of: a delivery stands or falls with its commitment."""
    return "commitment" if view.column("commitment") is not None else "root"


def matters_of(proof: Evidence, book: Book, code: str, members: Collection[str]) -> dict[str, set[UUID]]:
    """The matters that could cover each member of a roster, by the member. One query."""
    coverage = book.indicators[code]["coverage"]
    view = settle(proof.engine, coverage["counts"])
    held = relation(view.name).select(thing_of(view), coverage["member"])
    found: dict[str, set[UUID]] = {}
    wanted = set(members)
    for root, member in proof.engine.rows(held):
        if member in wanted:
            found.setdefault(member, set()).add(UUID(root))
    return found


def is_roster(proof: Evidence) -> bool:
    """Whether the rows are members of a roster that are covered or not."""
    return any(column.name == "covered" for column in proof.columns)


def things_behind(proof: Evidence, book: Book, code: str) -> set[UUID]:
    """Every thing that decides about the rows: themselves, what they belong to, and a roster's member's matters."""
    beside = "member" if is_roster(proof) else thing_of(proof.view)
    held = list(proof.all("root", beside))
    found = {UUID(root) for row in held for root in row}
    if is_roster(proof):
        found.update(*matters_of(proof, book, code, {row[1] for row in held}).values())
    return found
