"""The verbs of an assignment. Each is called with the `Writer` of an `append`, by pages and workbooks alike."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.ledger.writer import Writer
from concentric.match.models import ASSIGNMENT_KINDS, Assignment, AssignmentStep
from concentric.register import checks


class AssignedToItself(Refused):
    """The post's organisation and the one that is served are one."""


def check(assignment: Assignment) -> None:
    """What must be true of an assignment before it is entered."""
    checks.one_of(assignment, "kind", ASSIGNMENT_KINDS)
    checks.in_order(assignment, "since", "until")
    checks.at_least(assignment, "rhythm", 1)
    if assignment.supporter_id == assignment.recipient_id:
        raise AssignedToItself("match-assigned-to-itself", number=assignment.number)


def assign(writer: Writer, assignment: Assignment) -> UUID:
    """Enter an assignment; it is in force at once. Returns its root."""
    check(assignment)
    return writer.add(assignment)


def correct(writer: Writer, root: UUID, assignment: Assignment, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(assignment)
    return writer.supersede(root, assignment, reason)


def take_step(
    writer: Writer,
    assignment: UUID,
    name: str,
    *,
    on: date | None,
    of: int | None = None,
    until: date | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: confirmed, verified, renewed (`until`), ended or reversed. Returns the step's id."""
    return writer.step(
        AssignmentStep.fresh(
            matter_id=assignment, name=name, occurred_on=on, of=of, until=until, number=number, note=note
        )
    )
