"""The verbs of a project and of its signing events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.keep.models import PROJECT_KINDS, Project, ProjectStep, Signing
from concentric.ledger.writer import Writer
from concentric.register import checks


class OwnerIsHost(Refused):
    """Who invests and who receives the project are one: nobody else could say what arrived."""


def check(project: Project) -> None:
    """What must be true of a project before it is entered."""
    checks.one_of(project, "kind", PROJECT_KINDS)
    checks.filled(project, "name", "currency")
    checks.in_order(project, "lead_on", "due")
    if project.owner_id == project.host_id:
        raise OwnerIsHost("keep-owner-is-host", number=project.number)


def check_signing(signing: Signing) -> None:
    """What must be true of a signing event before it is entered."""
    checks.filled(signing, "event")
    checks.together(signing, "amount", "currency")
    checks.at_least(signing, "amount", 0)


def open_lead(writer: Writer, project: Project) -> UUID:
    """Enter a project; its course opens as a lead. Returns its root."""
    check(project)
    return writer.add(project)


def correct(writer: Writer, root: UUID, project: Project, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(project)
    return writer.supersede(root, project, reason)


def take_step(
    writer: Writer,
    project: UUID,
    name: str,
    *,
    on: date | None,
    amount: Decimal | None = None,
    of: int | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: signed, increased, started, arrived, confirmed, producing, at-capacity, verified, ended, reversed.

    `of` is the number of the stage or arrival that a confirmation or verification speaks of. Returns the step's id.
    """
    return writer.step(
        ProjectStep.fresh(matter_id=project, name=name, occurred_on=on, amount=amount, of=of, number=number, note=note)
    )


def show(writer: Writer, signing: Signing) -> UUID:
    """Enter an event at which a project was signed; the project still counts once. Returns its root."""
    check_signing(signing)
    return writer.add(signing)


def correct_signing(writer: Writer, root: UUID, signing: Signing, reason: str) -> UUID:
    """Enter a corrected version of a signing event."""
    check_signing(signing)
    return writer.supersede(root, signing, reason)
