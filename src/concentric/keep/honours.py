"""The verbs of an honour."""

from __future__ import annotations

from uuid import UUID

from concentric.keep.models import HONOUR_KINDS, HONOUR_LEVELS, Honour
from concentric.ledger.writer import Writer
from concentric.register import checks


def check(honour: Honour) -> None:
    """What must be true of an honour before it is entered. It names who awarded it, and where that can be read."""
    checks.one_of(honour, "kind", HONOUR_KINDS)
    checks.one_of(honour, "level", HONOUR_LEVELS)
    checks.filled(honour, "title", "awarded_by", "source")


def record(writer: Writer, honour: Honour) -> UUID:
    """Enter an honour. Returns its root."""
    check(honour)
    return writer.add(honour)


def correct(writer: Writer, root: UUID, honour: Honour, reason: str) -> UUID:
    """Enter a corrected version of an honour."""
    check(honour)
    return writer.supersede(root, honour, reason)
