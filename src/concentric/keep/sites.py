"""The verbs of a site."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.keep.models import SITE_KINDS, Site, SiteStep
from concentric.ledger.writer import Writer
from concentric.register import checks


class KeeperIsSupporter(Refused):
    """Who pays for a site and who keeps it are one: nobody else could say that it is in use."""


def check(site: Site) -> None:
    """What must be true of a site before it is entered."""
    checks.one_of(site, "kind", SITE_KINDS)
    checks.filled(site, "name")
    checks.in_order(site, "planned_on", "due")
    if site.supporter_id == site.keeper_id:
        raise KeeperIsSupporter("keep-keeper-is-supporter", number=site.number)


def plan(writer: Writer, site: Site) -> UUID:
    """Enter a site; its course opens as planned. Returns its root."""
    check(site)
    return writer.add(site)


def correct(writer: Writer, root: UUID, site: Site, reason: str) -> UUID:
    """Enter a corrected version. Refused when a step that was taken could not have been."""
    check(site)
    return writer.supersede(root, site, reason)


def take_step(
    writer: Writer,
    site: UUID,
    name: str,
    *,
    on: date | None,
    of: int | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: started, opened, confirmed, disputed, verified, closed or reversed. Returns the step's id."""
    return writer.step(SiteStep.fresh(matter_id=site, name=name, occurred_on=on, of=of, number=number, note=note))
