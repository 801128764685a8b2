"""Commissioners as a problem for the engine: everybody on the roster gets one, and all have equally many.

A commissioner appears as so many slots. All slots but the last bring a bonus that outweighs everything else, so the
loads differ by one at most; the bonus is a category that every recipient needs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np

from concentric.core.pairing import CannotPair, Recipients, Rules, Supporters
from concentric.core.terms.findings import Finding
from concentric.ledger.models import Record
from concentric.match.instances import Gathering, Instance, Pair
from concentric.match.models import Assignment
from concentric.match.standing import Standing
from concentric.register.book import PairingSpec
from concentric.register.models import Appointment, Post

SLOT = "#"
"""Between the number of a post and the slot's."""


def holder(slot: str) -> str:
    """The number of the post that a slot belongs to."""
    return slot.rpartition(SLOT)[0]


def sending_of(spec: PairingSpec, standing: Standing) -> Instance:
    """Who is to be sent to whom. CannotPair with everything that is wrong in the ledger."""
    findings: list[Finding] = []
    members = standing.members(spec.roster)
    if members is None:
        findings.append(Finding("match-no-roster", {"roster": spec.roster}))
    posts, known = holders(spec, standing), standing.organisations
    supporters, recipients = Gathering(standing, findings), Gathering(standing, findings)
    for root in sorted((root for root in members or () if root in known), key=lambda root: known[root].number):
        recipients.take(known[root])
    count, sent = len(recipients.ids), len(posts)
    slots = min(spec.most, -(-count // sent)) if sent else 0
    if sent and sent * spec.most < count:
        words = {"left": count - sent * spec.most, "sent": sent, "most": spec.most}
        findings.append(Finding("match-too-few-commissioners", words, "warning"))
    elif sent and count < sent * spec.least:
        findings.append(Finding("match-too-many-commissioners", {"least": spec.least, "sent": sent}, "notice"))
    filled = min(count // sent, slots) if sent else 0
    bonus: list[list[int]] = []
    for number, post in posts.items():
        for slot in range(slots):
            if supporters.take(known[post.organisation_id], f"{number}{SLOT}{slot + 1}"):
                supporters.names[supporters.ids[-1]] = f"{known[post.organisation_id].name} {post.title}"
                bonus.append([int(slot < filled)])
    if any(each.severity == "error" for each in findings):
        raise CannotPair(findings)
    rest = spec.near + spec.same_county + spec.same_prefecture + spec.continuity + 1
    rules = Rules(
        weights=(min(rest * (count + 1), 1 << 27),),
        near=spec.near,
        per_km=spec.per_km,
        same_county=spec.same_county,
        same_prefecture=spec.same_prefecture,
        size_step=0,
        continuity=spec.continuity,
        last_year=_present(spec, standing, supporters.ids),
        within=spec.within,
    )
    return Instance(
        replace(spec, takes=1, wants=1),
        Supporters(**supporters.columns(), categories=np.array(bonus, np.int64).reshape(-1, 1)),
        Recipients(**recipients.columns(), categories=np.ones((count, 1), np.int64)),
        rules,
        standing.centres,
        supporters.names | recipients.names,
        supporters.roots | recipients.roots,
        findings=tuple(findings),
    )


def holders(spec: PairingSpec, standing: Standing) -> dict[str, Post]:
    """Posts of commissioners that somebody holds on the day, by number."""
    held = {one.post_id for one in appointments(standing).values()}
    posts = Post.objects.as_of(standing.position).of_office(standing.office).order_by("number")
    return {
        one.number: one
        for one in posts
        if one.root in held and spec.posts in one.title and one.organisation_id in standing.organisations
    }


def appointments(standing: Standing) -> dict[UUID, Appointment]:
    """The appointment that holds on the day, by post; of several the last entered."""
    held = Appointment.objects.as_of(standing.position).of_office(standing.office).order_by("idx")
    return {
        one.post_id: one
        for one in held
        if one.since <= standing.day and (one.until is None or one.until > standing.day)
    }


def sent_now(kind: str, standing: Standing) -> list[Assignment]:
    """Assignments of a kind that hold on the day and whose post-holder is still there."""
    serving = {one.root for one in appointments(standing).values()}
    return [
        one
        for one, state in standing.assignments(kind)
        if state == "in-force" and one.since <= standing.day and (one.until is None or one.until > standing.day)
        and one.appointment_id in serving
    ]  # fmt: skip


def _present(spec: PairingSpec, standing: Standing, slots: list[str]) -> tuple[Pair, ...]:
    """Who is served by whom now. A new holder of the same post goes on: it is the post that knows the enterprise."""
    posts = {one.root: one.number for one in _all(Post, standing)}
    by_appointment = {one.root: posts.get(one.post_id, "") for one in _all(Appointment, standing)}
    served: dict[str, set[str]] = {}
    for one, state in standing.assignments(spec.kind):
        number = standing.organisations.get(one.recipient_id)
        if state == "in-force" and number is not None:
            served.setdefault(by_appointment.get(one.appointment_id, ""), set()).add(number.number)
    return tuple(sorted((slot, number) for slot in slots for number in served.get(holder(slot), ())))


def _all(model: type[Record], standing: Standing) -> list[Any]:
    return list(model.objects.as_of(standing.position).of_office(standing.office))
