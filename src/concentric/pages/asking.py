"""What a reader may ask for in an address, checked: pages, sizes, dates, searches. Nonsense gets a sensible answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

SIZES = (10, 50, 200)
LONGEST = 100
"""Characters of a search that are looked at."""


def text(request: HttpRequest, name: str) -> str:
    """A parameter as one short line; control characters, which no database wants, become spaces."""
    value = request.GET.get(name, "")[:LONGEST]
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def one_of(request: HttpRequest, name: str, known: Sequence[str], default: str = "") -> str:
    """A parameter that has to be one of a few; anything else is the default."""
    value = request.GET.get(name, "")
    return value if value in known else default


def whole(request: HttpRequest, name: str, default: int, most: int = 10**9) -> int:
    """A parameter as a whole number from 1 to `most`; anything else is the default."""
    value = request.GET.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) <= 10):
        return default
    return min(max(int(value), 1), most)


def day(request: HttpRequest, name: str) -> tuple[date | None, str]:
    """A parameter as a day, and the text that was no day (empty when all is well)."""
    value = text(request, name)
    if not value:
        return None, ""
    try:
        return date.fromisoformat(value), ""
    except ValueError:
        return None, value[:40]


@dataclass(frozen=True)
class Paging:
    """One page of a list: `number` counts from 1 and always exists, `size` is one of SIZES."""

    number: int
    size: int
    count: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.count // self.size))

    @property
    def start(self) -> int:
        """Index of the page's first item, from 0."""
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        """Number of the page's first item, from 1; 0 for an empty list."""
        return min(self.start + 1, self.count)

    @property
    def last(self) -> int:
        """Number of the page's last item."""
        return min(self.start + self.size, self.count)

    @property
    def before(self) -> int | None:
        """The page before, if any."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The page after, if any."""
        return self.number + 1 if self.number < self.pages else None

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes to offer; none where every page would be the same."""
        return SIZES if self.count > SIZES[0] else ()

    @property
    def shown(self) -> list[int | None]:
        """Page numbers to offer: the first, the last, those around; None where some are left out."""
        wanted = sorted({1, self.pages, *range(max(1, self.number - 1), min(self.pages, self.number + 1) + 1)})
        found: list[int | None] = []
        for page in wanted:
            if found and (last := found[-1]) is not None and page > last + 1:
                found.append(page - 1 if page == last + 2 else None)
            found.append(page)
        return found


def paging(request: HttpRequest, count: int, default: int = SIZES[1]) -> Paging:
    """The page asked for, kept within what there is."""
    size = whole(request, "size", default)
    size = size if size in SIZES else default
    number = whole(request, "page", 1)
    return Paging(min(number, max(1, -(-count // size))), size, count)
