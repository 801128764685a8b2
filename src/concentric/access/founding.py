"""Founding a ledger: its charter, and the office that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from concentric.access.accounts import acting, open_within
from concentric.core.terms.findings import Refused
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.ids import new_id
from concentric.ledger.models import Charter
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation

OFFICE = "office"


class AlreadyFounded(Refused):
    """The ledger has a charter; there is only one."""


def found(
    *,
    origin: str,
    title: Mapping[str, str],
    office_name: str,
    time_zone: str,
    example: bool = False,
    office_number: str = "OFFICE",
) -> Actor:
    """Write the charter and the office's own organisation, open the account `office`, and return it at work.

    `origin` names the ledger in checkpoints (such as "liuzhou.example/concentric"). AlreadyFounded the second time;
    zoneinfo.ZoneInfoNotFoundError when the time zone is unknown.
    """
    try:
        ZoneInfo(time_zone)
    except (ValueError, OSError) as wrong:  # a path that leads out of the zones, or to a folder
        raise ZoneInfoNotFoundError(time_zone) from wrong
    office = new_id()

    def write(writer: Writer) -> None:
        # Asked under the lock: of two foundings at once, one must learn that it came second.
        if Charter.objects.exists():
            raise AlreadyFounded("access-already-founded")
        writer.add(Charter(origin=origin, title=dict(title), time_zone=time_zone, example=example))
        writer.add(Organisation(id=office, number=office_number, name=office_name, kind="office"))
        # In the same transaction: a ledger without anybody who may write to it could never be founded again.
        open_within(OFFICE, "office", office, office)

    append(Actor(OFFICE, office, office, "command"), write, request_id=f"founding-{office}")
    return acting(OFFICE, "command")
