"""A row that an organisation is asked to fill in, and what such rows are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from concentric.core.terms.english import counted
from concentric.core.terms.money import CURRENCIES, show_money
from concentric.core.terms.numbers import show_number
from concentric.core.terms.words import say
from concentric.exchange.rows.held import chunks, heads_of
from concentric.ledger.models import Head, Matter
from concentric.register.models import Organisation, Programme

LONGEST = 64
"""Characters of a number."""


@dataclass(frozen=True)
class AskedRow:
    """One row: `known` columns are filled in; `context` says, under headings of its own, what the row is about."""

    known: dict[str, Any]
    context: dict[str, str]


class Names:
    """Names of the organisations that rows speak of, read once."""

    def __init__(self, office: UUID | None, lang: str) -> None:
        self.office = office
        self.lang = lang
        self._names: dict[UUID, str] = {}
        self._programmes = dict(Programme.objects.in_force().values_list("root", "code"))

    def know(self, roots: Iterable[UUID | None]) -> None:
        """Read the names of these organisations. One query for those that are new."""
        new = {root for root in roots if root is not None} - self._names.keys()
        if new:
            self._names |= dict(Organisation.objects.in_force().filter(root__in=new).values_list("root", "name"))

    def of(self, root: UUID | None) -> str:
        """A name; empty for nobody."""
        return self._names.get(root, "") if root else ""

    def programme(self, root: UUID) -> str:
        """The code of a programme."""
        return str(self._programmes.get(root, ""))

    def quantity(self, amount: Decimal | None, unit: str) -> str:
        """An amount as people write it."""
        if amount is None:
            return ""
        if unit in CURRENCIES:
            return show_money(amount, unit, self.lang)
        shown = show_number(amount, self.lang)
        return say("pages-quantity", self.lang, value=shown, unit=counted(unit, shown, self.lang)) if unit else shown


def waiting_for(model: type[Matter], holder: str, **filters: Any) -> list[tuple[Any, Head]]:
    """Matters of the organisation that wait for it, by their number."""
    held = list(model.objects.in_force().filter(**filters).order_by("number"))
    heads = heads_of(matter.root for matter in held)
    return [(one, heads[one.root]) for one in held if one.root in heads and heads[one.root].holder == holder]


def steps_of(model: type[Any], numbers: Mapping[UUID, Collection[int]]) -> dict[UUID, list[Any]]:
    """For each matter its steps (`model`) of these numbers, in their order. A query for some hundred matters."""
    found: dict[UUID, list[Any]] = {matter: [] for matter in numbers}
    for part in chunks(matter for matter, some in numbers.items() if some):
        for step in model.objects.filter(matter_id__in=part).order_by("n"):
            if step.n in numbers[step.matter_id]:
                found[step.matter_id].append(step)
    return found


def numbered(number: str, letter: str, n: int | None = None) -> str:
    """A number for what is said of another: the same whenever it is asked again before anything was said."""
    tail = f"-{letter}" if n is None else f"-{letter}{n + 1}"
    return f"{number[: LONGEST - len(tail)]}{tail}"
