"""The verbs of posts and appointments. A person's name is sealed: it is known to the office, and can be erased."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from concentric.ledger.writer import Writer
from concentric.register import checks
from concentric.register.models import Appointment, Post


def check_post(post: Post) -> None:
    """What must be true of a post before it is entered."""
    checks.filled(post, "title")


def check_appointment(appointment: Appointment) -> None:
    """What must be true of an appointment before it is entered."""
    checks.in_order(appointment, "since", "until", may_be_equal=False)


def create(writer: Writer, post: Post) -> UUID:
    """Enter a post. Returns its root."""
    check_post(post)
    return writer.add(post)


def correct(writer: Writer, root: UUID, post: Post, reason: str) -> UUID:
    """Enter a corrected version of a post."""
    check_post(post)
    return writer.supersede(root, post, reason)


def appoint(writer: Writer, appointment: Appointment, sealed: Mapping[str, str] | None = None) -> UUID:
    """Enter who holds a post; name and telephone are given as `sealed`. Returns its root."""
    check_appointment(appointment)
    return writer.add(appointment, sealed)


def correct_appointment(
    writer: Writer, root: UUID, appointment: Appointment, reason: str, sealed: Mapping[str, str] | None = None
) -> UUID:
    """Enter a corrected version, as when somebody leaves. `sealed` holds every sealed value that is still true."""
    check_appointment(appointment)
    return writer.supersede(root, appointment, reason, sealed)
