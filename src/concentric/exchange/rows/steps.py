"""Steps on their way in: what a row answers, and what is known of a step that another row speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.ledger.models import Step


class KnownStep:
    """A step by its office's number: one in the ledger, or one planned in this import (`n` follows later)."""

    __slots__ = ("amount", "attested_by", "matter", "model", "n", "name", "number", "on", "root")

    def __init__(
        self,
        model: type[Step],
        matter: UUID,
        name: str,
        number: str,
        on: date | None,
        amount: Decimal | None,
        n: int | None = None,
        attested_by: UUID | None = None,
        root: UUID | None = None,
    ) -> None:
        self.model = model
        self.matter = matter
        self.name = name
        self.number = number
        self.on = on
        self.amount = amount
        self.n = n
        self.attested_by = attested_by
        self.root = root


@dataclass(slots=True)
class Answer:
    """The step that a row asks for. `matter` and `of` are None where `look` has been told why."""

    model: type[Step]
    matter: UUID | None
    name: str
    on: date | None
    amount: Decimal | None
    of: KnownStep | None
    number: str
    note: str
    until: date | None = None
    what: str = ""
    to: UUID | None = None
    because: str = ""
    """Why it is corrected, where the row itself has no reason: another row of the import is the cause."""
