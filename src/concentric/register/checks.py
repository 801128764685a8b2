"""What holds for the fields of any record before it is entered, whoever enters it and by which way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from concentric.core.terms.findings import Refused
from concentric.ledger.models import Record


class NotOneOf(Refused):
    """The value is none of those that the field knows."""


class DatesOutOfOrder(Refused):
    """Something ends, or is due, before it begins."""


class Blank(Refused):
    """A text that must say something says nothing."""


class HalfAQuantity(Refused):
    """An amount without its currency or unit, or the other way round."""


class TooSmall(Refused):
    """A number is below the least that makes sense."""


def one_of(record: Record, field: str, known: Sequence[str]) -> None:
    """The field holds one of the known values."""
    value = getattr(record, field)
    if value not in known:
        raise NotOneOf("entry-not-one-of", number=_number(record), field=field, value=value, known=", ".join(known))


def in_order(record: Record, first: str, second: str, *, may_be_equal: bool = True) -> None:
    """The second day, where there is one, is not before the first."""
    begins: date = getattr(record, first)
    ends: date | None = getattr(record, second)
    if ends is not None and (ends < begins or (ends == begins and not may_be_equal)):
        raise DatesOutOfOrder(
            "entry-dates-out-of-order", number=_number(record), begins=begins.isoformat(), ends=ends.isoformat()
        )


def filled(record: Record, *fields: str) -> None:
    """Each of these texts says something."""
    for field in fields:
        if not getattr(record, field).strip():
            raise Blank("entry-blank", number=_number(record), field=field)


def together(record: Record, amount: str, unit: str) -> None:
    """The amount and its unit or currency are both there, or neither."""
    if (getattr(record, amount) is None) != (getattr(record, unit) == ""):
        raise HalfAQuantity("entry-half-a-quantity", number=_number(record), amount=amount, unit=unit)


def at_least(record: Record, field: str, least: int) -> None:
    """The number, where there is one, is not below the least."""
    value = getattr(record, field)
    if value is not None and value < least:
        raise TooSmall("entry-too-small", number=_number(record), field=field, value=value, least=least)


def _number(record: Record) -> str:
    return str(getattr(record, record.NATURAL_KEY or "", ""))
