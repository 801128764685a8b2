"""Exact decimals in the database, and structures kept as the text that was written."""

from __future__ import annotations

import json
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

SCALE = 4
_UNIT = Decimal(10) ** SCALE
_ONE = Decimal(1).scaleb(-SCALE)
LIMIT = 10**18  # in units of 1/10000: one hundred thousand billion, well inside 64 bits


if TYPE_CHECKING:
    _Integers = models.BigIntegerField[Any, Any]
    _Text = models.TextField[Any, Any]
else:
    _Integers = models.BigIntegerField
    _Text = models.TextField


class ExactField(_Integers):
    """A Decimal with at most four decimals, kept as an integer in 1/10000.

    SQLite has no decimal type and would keep an amount as a binary fraction; an integer is exact in both databases,
    can be summed and sorted, and is converted back at this border only.
    """

    description = "Exact decimal with four decimals"

    def from_db_value(self, value: int | None, *_: object) -> Decimal | None:
        return None if value is None else from_units(value)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, int | str):
            return Decimal(value)
        raise ValidationError(f"{value!r} is no exact decimal; a float can't become one")

    def get_prep_value(self, value: Any) -> int | None:
        exact = self.to_python(value)
        return None if exact is None else to_units(exact)


class WrittenField(_Text):
    """JSON that its writer wrote as text; read as the structure it stands for.

    A JSONField would let the database parse it at each write, and PostgreSQL give it back in an order of its own.
    """

    description = "JSON text as written"

    def from_db_value(self, value: str | None, *_: object) -> Any:
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# Cached, both ways: one amount passes here for its column, its payload and each sum of its matter's state.


@lru_cache(maxsize=20_000)
def to_units(value: Decimal) -> int:
    """`value` in 1/10000. ValueError when it has more than four decimals, is no number, or is out of range."""
    if not value.is_finite():
        raise ValueError(f"{value} is no finite number")
    units = value * _UNIT
    whole = units.to_integral_value(ROUND_DOWN)
    if whole != units or abs(whole) >= LIMIT:
        raise ValueError(f"{value} does not fit: four decimals and {LIMIT // 10_000:,} at most")
    return int(whole)


def from_units(units: int) -> Decimal:
    """The decimal that `units` of 1/10000 make, without trailing zeros: 52000, 0.5."""
    whole, rest = divmod(units, 10_000)
    return Decimal(whole) if rest == 0 else Decimal(units).scaleb(-SCALE).normalize()


@lru_cache(maxsize=20_000)
def plain(value: Decimal) -> str:
    """A decimal as payloads hold it: no exponent, no trailing zeros, "0" for every zero."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
