"""The verbs of a statistic."""

from __future__ import annotations

from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.keep.models import Statistic
from concentric.ledger.writer import Writer


class NoSource(Refused):
    """A number from outside without its source is hearsay."""


def check(statistic: Statistic) -> None:
    """A statistic names its source."""
    if not statistic.source.strip():
        raise NoSource("keep-no-source", number=statistic.number)


def publish(writer: Writer, statistic: Statistic) -> UUID:
    """Enter a statistic. Returns its root."""
    check(statistic)
    return writer.add(statistic)


def correct(writer: Writer, root: UUID, statistic: Statistic, reason: str) -> UUID:
    """Enter a corrected version of a statistic."""
    check(statistic)
    return writer.supersede(root, statistic, reason)
