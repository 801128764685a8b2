"""Reading in bulk what is in force under given numbers. Never a query for each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID

from concentric.ledger.models import Head, InForce, Record

CHUNK = 500  # values in one query: old SQLite takes 999
MANY = 5_000  # above this many keys a whole kind is read at once where it is not much larger

T = TypeVar("T")


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """`values` in lists of at most `size`."""
    part: list[T] = []
    for value in values:
        part.append(value)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def in_force(model: type[Record], office: UUID | None, keys: Iterable[str]) -> dict[str, tuple[UUID, UUID]]:
    """Key -> (root, id of the version in force) for those of `keys` that an office's records bear."""
    wanted = set(keys)
    if not wanted:
        return {}
    rows = InForce.objects.filter(kind=model.KIND, office=office)
    if len(wanted) > MANY:
        count = rows.count()
        if count < 4 * len(wanted):
            found = rows.values_list("key", "root", "latest").iterator(10_000) if count else ()
            return {key: (root, latest) for key, root, latest in found if key is not None and key in wanted}
    held: dict[str, tuple[UUID, UUID]] = {}
    for part in chunks(wanted):
        for key, root, latest in rows.filter(key__in=part).values_list("key", "root", "latest"):
            if key is not None:
                held[key] = (root, latest)
    return held


def values_of(model: type[Record], ids: Sequence[UUID], names: Sequence[str]) -> dict[UUID, tuple[Any, ...]]:
    """Version id -> the values of the attributes `names`."""
    found: dict[UUID, tuple[Any, ...]] = {}
    for part in chunks(ids):
        for id_, *values in model._base_manager.filter(id__in=part).values_list("id", *names):
            found[id_] = tuple(values)
    return found


def heads_of(matters: Iterable[UUID]) -> dict[UUID, Head]:
    """Matter -> where it stands."""
    return {head.matter: head for part in chunks(matters) for head in Head.objects.filter(matter__in=part)}
