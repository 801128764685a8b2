"""What the values of a foreign column look like: how well they would read as one of our columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from concentric.core.terms.findings import Refused
from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import NOUN_OF_COLUMN
from concentric.exchange.sheets.cells import compiled, is_blank
from concentric.exchange.sheets.column import Column
from concentric.ledger.models import Step

SAMPLE = 200
"""Values of a column that are looked at."""
TELLING = ("date", "amount", "choice", "choices", "period", "currency", "phone")
"""Kinds whose cells tell them from others. Nearly everything can be read as a text."""


@dataclass
class Looks:
    """The columns of a sheet below its headings. `look` knows what the ledger holds; None where there is none."""

    rows: Sequence[Sequence[Any]]
    look: Look | None = None
    _samples: dict[int, list[Any]] = field(default_factory=dict)
    _shares: dict[tuple[int, str], float | None] = field(default_factory=dict)

    def sample(self, place: int) -> list[Any]:
        """The first values of a column, blanks left out."""
        if place not in self._samples:
            found = []
            for row in self.rows:
                if place < len(row) and not is_blank(row[place]):
                    found.append(row[place])
                    if len(found) == SAMPLE:
                        break
            self._samples[place] = found
        return self._samples[place]

    def share(self, place: int, column: Column) -> float | None:
        """The share of values that read well as the column, 0 to 1; None where values say nothing."""
        key = (place, f"{column.kind} {column.name} {column.terms}")
        if key not in self._shares:
            values = self.sample(place)
            self._shares[key] = self._share(values, column) if values else None
        return self._shares[key]

    def _share(self, values: list[Any], column: Column) -> float | None:
        if column.kind == "number":
            return len({str(value) for value in values}) / len(values)
        if column.kind == "reference":
            return self._known(values, column)
        if column.kind not in TELLING:
            return None
        read = compiled(column)
        good = 0
        for value in values:
            if column.kind == "date" and isinstance(value, int | float):
                continue  # a serial number of a day is a number first
            try:
                good += read(value) is not None
            except Refused:
                continue
        return good / len(values)

    def _known(self, values: list[Any], column: Column) -> float | None:
        models = [model for model in NOUN_OF_COLUMN.get(column.name, ()) if not issubclass(model, Step)]
        if self.look is None or not models:
            return None
        texts = {str(value).strip() for value in values}
        known = set()
        for model in models:
            self.look.fetch(model, texts)
            known |= texts & self.look.roots[model].keys()
        known |= texts & self.look.place_names.keys()
        return sum(str(value).strip() in known for value in values) / len(values)
