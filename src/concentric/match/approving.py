"""What becomes of a run that is approved: proposals to both sides, or commissioners sent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.ids import new_id
from concentric.ledger.models import Head
from concentric.ledger.writer import Writer
from concentric.match import assignments, pairings
from concentric.match.instances import Instance
from concentric.match.models import HELP_LENGTH, Assignment, Pairing, Run
from concentric.match.runs import asked_of
from concentric.match.sending import appointments, holders, sent_now
from concentric.match.standing import Standing

OPEN = ("proposed", "agreed", "active")
"""States of a pairing beside which the same two are not proposed again."""


class NothingToApprove(Refused):
    """All pairs of the run are proposed or agreed already."""


@dataclass(frozen=True)
class Approved:
    """Numbers of what was entered, of what stands as it did, and of assignments that ended."""

    entered: tuple[str, ...]
    kept: int
    ended: tuple[str, ...] = ()


def approve(actor: Actor, run: Run, day: date) -> Approved:
    """Propose every pair of a run that doesn't stand yet; of commissioners send them, and let others go.

    All in one append. The pairings' batch is the run's number. NothingToApprove when nothing would change.
    """
    if run.kind == "commissioner":
        return _send(actor, run, day)
    return _propose(actor, run, day)


def proposed_by(run: Run) -> list[tuple[Pairing, str]]:
    """Pairings that a run proposed, with their states now, by number."""
    held = list(_batch(run).order_by("number"))
    states = dict(Head.objects.filter(matter__in=_batch(run).values("root")).values_list("matter", "state"))
    return [(one, states[one.root]) for one in held]


def answers_to(run: Run) -> dict[str, int]:
    """How the proposals of a run stand: how many in each state. Two scans of a table, whatever the run's size."""
    states = Head.objects.filter(matter__in=_batch(run).values("root")).values_list("state", flat=True)
    return dict(Counter(states))


def _batch(run: Run) -> Any:
    held: Any = Pairing.objects.in_force().of_office(run.office)
    return held.filter(batch=run.number, programme_id=run.programme_id)


def _propose(actor: Actor, run: Run, day: date) -> Approved:
    instance = asked_of(run).instance()
    done: list[Approved] = []

    def change(writer: Writer) -> None:
        standing = Standing(actor.office, writer.first, day)
        open_ = {
            (one.supporter_id, one.recipient_id) for one, state in standing.pairings(run.programme_id) if state in OPEN
        }
        entered, kept = [], 0
        for n, (supporter, recipient, _) in enumerate(json.loads(run.result)["pairs"], 1):
            sides = (instance.roots[supporter], instance.roots[recipient])
            if sides in open_:
                kept += 1
                continue
            number = f"{run.number}-{n:03}"
            pairing = Pairing(
                number=number,
                programme_id=run.programme_id,
                supporter_id=sides[0],
                recipient_id=sides[1],
                proposed_on=day,
                batch=run.number,
                help_types=",".join(helped(instance, supporter, recipient)),
            )
            pairings.propose(writer, pairing)
            entered.append(number)
        if not entered:
            raise NothingToApprove("match-nothing-to-approve", number=run.number)
        done.append(Approved(tuple(entered), kept))

    append(actor, change, request_id=f"approve-{new_id()}")
    return done[0]


def helped(instance: Instance, supporter: str, recipient: str) -> list[str]:
    """Categories in which one offers what the other needs, in the book's order; as many as a pairing has room for."""
    offered = instance.supporters.categories[list(instance.supporters.ids).index(supporter)]
    needed = instance.recipients.categories[list(instance.recipients.ids).index(recipient)]
    met = [code for code, one, other in zip(instance.categories, offered, needed, strict=True) if one and other]
    while len(",".join(met)) > HELP_LENGTH:
        met.pop()
    return met


def _send(actor: Actor, run: Run, day: date) -> Approved:
    asked = asked_of(run)
    done: list[Approved] = []

    def change(writer: Writer) -> None:
        standing = Standing(actor.office, writer.first, day)
        posts, serving = holders(asked.spec, standing), appointments(standing)
        numbers = {one.number: root for root, one in standing.organisations.items()}
        wanted = {
            (serving[posts[post].root].root, numbers[member]): posts[post].organisation_id
            for post, member, _ in json.loads(run.result)["pairs"]
            if post in posts and member in numbers
        }
        here = sent_now(asked.spec.kind, standing)
        standing_now = {(one.appointment_id, one.recipient_id) for one in here}
        members = {member for _, member in wanted}
        ended = _let_go(writer, run, [one for one in here if one.recipient_id in members
                        and (one.appointment_id, one.recipient_id) not in wanted], day)  # fmt: skip
        entered = []
        for n, ((appointment, member), organisation) in enumerate(wanted.items(), 1):
            if (appointment, member) in standing_now:
                continue
            number = f"{run.number}-{n:03}"
            assignments.assign(writer, _assignment(run, number, appointment, organisation, member, day))
            entered.append(number)
        if not entered and not ended:
            raise NothingToApprove("match-nothing-to-approve", number=run.number)
        done.append(Approved(tuple(entered), len(standing_now & wanted.keys()), ended))

    append(actor, change, request_id=f"approve-{new_id()}")
    return done[0]


def _assignment(run: Run, number: str, appointment: UUID, organisation: UUID, member: UUID, day: date) -> Assignment:
    return Assignment(
        number=number,
        programme_id=run.programme_id,
        kind=run.kind,
        appointment_id=appointment,
        supporter_id=organisation,
        recipient_id=member,
        since=day,
    )


def _let_go(writer: Writer, run: Run, gone: Iterable[Assignment], day: date) -> tuple[str, ...]:
    ended = []
    for one in gone:
        assignments.take_step(writer, one.root, "ended", on=day, note=run.number)
        ended.append(one.number)
    return tuple(ended)
