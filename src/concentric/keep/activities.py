"""The verbs of an activity."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.keep.models import ACTIVITY_KINDS, Activity, ActivityStep
from concentric.ledger.writer import Writer
from concentric.register import checks


class MorePeopleThanTimes(Refused):
    """Each person came at least once, so there are no fewer person-times than people."""


def check(activity: Activity) -> None:
    """What must be true of an activity before it is entered."""
    checks.one_of(activity, "kind", ACTIVITY_KINDS)
    checks.filled(activity, "title")
    checks.at_least(activity, "people", 0)
    checks.at_least(activity, "person_times", 0)
    people, times = activity.people, activity.person_times
    if people is not None and times is not None and people > times:
        raise MorePeopleThanTimes("keep-more-people-than-times", number=activity.number, people=people, times=times)


def report(writer: Writer, activity: Activity) -> UUID:
    """Enter an activity; its course opens as reported. Returns its root."""
    check(activity)
    return writer.add(activity)


def correct(writer: Writer, root: UUID, activity: Activity, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(activity)
    return writer.supersede(root, activity, reason)


def take_step(
    writer: Writer,
    activity: UUID,
    name: str,
    *,
    on: date | None,
    of: int | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: confirmed, disputed, verified or reversed. Returns the step's id."""
    return writer.step(
        ActivityStep.fresh(matter_id=activity, name=name, occurred_on=on, of=of, number=number, note=note)
    )
