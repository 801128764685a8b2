"""The verbs of looking back: one follow-up, those that a draw chose, and frames and draws themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from concentric.core import draws
from concentric.core.courses.case_reading import Reading
from concentric.core.terms.findings import Refused
from concentric.keep.models import Draw, FollowUp, FollowUpStep, Frame
from concentric.ledger.matters import Live
from concentric.ledger.positions import charter
from concentric.ledger.writer import Writer
from concentric.register import checks

TARGETS = ("case", "commitment", "project", "site", "activity", "assignment", "accreditation", "pairing")
"""Kinds of matters that can be looked back on."""


class NumberAlreadyOut(Refused):
    """The public number would be known when the frame is fixed: the frame could be chosen to suit it."""


class NumberNotOut(Refused):
    """The public number isn't published yet."""


class DrawnAlready(Refused):
    """The frame has been drawn from; a second number would be a second choice."""


@dataclass(frozen=True)
class Parties:
    """Who has a part in a matter, and so neither looks back on it nor chooses who does."""

    supporter_id: UUID | None
    recipient_id: UUID | None
    handler_id: UUID | None


def parties(live: Live) -> Parties:
    """The parties of a matter as it stands. A case's handler is whom it was routed to last."""
    opening = live.opening
    handler = Reading(live.state.standing, opening).handler if live.kind == "case" else opening.handler
    return Parties(_root(opening.supporter), _root(opening.recipient), _root(handler))


def check(follow_up: FollowUp) -> None:
    """What must be true of a follow-up before it is entered."""
    checks.one_of(follow_up, "target_kind", TARGETS)
    checks.in_order(follow_up, "planned_on", "due")


def plan(writer: Writer, follow_up: FollowUp) -> UUID:
    """Enter a follow-up of a matter that stands; its parties are taken from the matter. Returns its root."""
    check(follow_up)
    held = parties(writer.matter(follow_up.target))
    follow_up.supporter_id = held.supporter_id
    follow_up.recipient_id = held.recipient_id
    follow_up.handler_id = held.handler_id
    return writer.add(follow_up)


def correct(writer: Writer, root: UUID, follow_up: FollowUp, reason: str) -> UUID:
    """Enter a corrected version; its parties are those of the matter now."""
    check(follow_up)
    held = parties(writer.matter(follow_up.target))
    follow_up.supporter_id = held.supporter_id
    follow_up.recipient_id = held.recipient_id
    follow_up.handler_id = held.handler_id
    return writer.supersede(root, follow_up, reason)


def take_step(
    writer: Writer,
    follow_up: UUID,
    name: str,
    *,
    on: date | None,
    of: int | None = None,
    what: str = "",
    to: UUID | None = None,
    number: str = "",
    note: str = "",
) -> UUID:
    """Take one step: asked (`to` somebody independent), result (`what` was found), withdrawn or reversed."""
    return writer.step(
        FollowUpStep.fresh(
            matter_id=follow_up,
            name=name,
            occurred_on=on,
            of=of,
            what=what,
            party_id=to,
            number=number,
            note=note,
        )
    )


def fix_frame(
    writer: Writer,
    *,
    number: str,
    plan: str,
    target_kind: str,
    items: Mapping[str, Sequence[UUID]],
    take: Mapping[str, int],
    source: str,
    number_on: date,
) -> Frame:
    """Fix the list from which a draw will choose: per stratum its matters, and how many will be drawn.

    `source` names the public number that will decide, `number_on` the day on which it is published, which must still
    be to come. The frame's digest is to leave the house before that day.
    """
    today = _today(writer)
    strata = draws.fixed({name: [str(root) for root in roots] for name, roots in items.items()}, take)
    text = draws.frame_text(strata)
    frame = Frame(
        number=number,
        plan=plan,
        target_kind=target_kind,
        items=text,
        digest=draws.digest(text),
        size=sum(len(stratum.items) for stratum in strata),
        source=source,
        fixed_on=today,
        number_on=number_on,
    )
    checks.one_of(frame, "target_kind", TARGETS)
    checks.filled(frame, "source")
    if number_on <= today:
        raise NumberAlreadyOut("draw-number-already-out", day=number_on.isoformat(), today=today.isoformat())
    writer.add(frame)
    return frame


def draw(
    writer: Writer, frame: Frame, *, number: str, public_number: str, published_on: date, due_in: int = 30
) -> tuple[Draw, list[UUID]]:
    """Draw by the public number, and plan a follow-up of each matter that is drawn, due so many days from today.

    Returns the draw and the follow-ups' roots, in the order in which they were drawn.
    """
    today = _today(writer)
    if published_on < frame.number_on or published_on > today:
        days = {"day": frame.number_on, "given": published_on, "today": today}
        raise NumberNotOut("draw-number-not-out", **{name: day.isoformat() for name, day in days.items()})
    if Draw.objects.in_force().filter(frame_id=frame.root).exists():
        raise DrawnAlready("draw-drawn-already", number=frame.number)
    seed = draws.seed_of(frame.digest, public_number)
    chosen = draws.drawn(draws.read_frame(frame.items), seed)
    made = Draw(
        number=number,
        frame_id=frame.root,
        public_number=public_number.strip(),
        published_on=published_on,
        seed=seed,
        chosen=draws.chosen_text(chosen),
        size=sum(len(stratum.items) for stratum in chosen),
    )
    root = writer.add(made)
    writer.prefetch_matters(UUID(item) for stratum in chosen for item in stratum.items)
    planned: list[UUID] = []
    for stratum in chosen:
        for item in stratum.items:
            one = FollowUp(
                number=f"{number}-{len(planned) + 1}",
                plan=frame.plan,
                stratum=stratum.name,
                target=UUID(item),
                target_kind=frame.target_kind,
                draw_id=root,
                planned_on=today,
                due=today + timedelta(days=due_in),
            )
            planned.append(plan(writer, one))
    return made, planned


def _today(writer: Writer) -> date:
    """The day of this commit, in the office's time zone."""
    return writer.at.astimezone(ZoneInfo(charter().time_zone)).date()


def _root(party: str) -> UUID | None:
    return UUID(party) if party else None
