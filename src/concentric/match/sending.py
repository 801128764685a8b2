"""Commissioners as a problem for the engine: everybody on the roster gets one, and loads are as even as can be.

A commissioner appears as so many slots as it takes at most. Each slot brings a bonus that outweighs everything else,
the first the greatest and each further one a step less: so of all ways to serve everybody the most even one wins, also
where regions or pairs set by hand leave no equal one. The bonus is a category that every recipient needs.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

import numpy as np

from concentric.core.pairing import CannotPair, Recipients, Rules, Supporters
from concentric.core.terms.findings import Finding
from concentric.ledger.models import Record
from concentric.match.instances import Gathering, Instance, Pair, listed_twice
from concentric.match.models import Assignment
from concentric.match.standing import Standing
from concentric.register.book import PairingSpec
from concentric.register.models import Appointment, Post

SLOT = "#"
"""Between the number of a post and the slot's."""
HEAVIEST = 1 << 27
"""What all bonuses together stay under: half of what the engine computes with."""


def holder(slot: str) -> str:
    """The number of the post that a slot belongs to."""
    return slot.rpartition(SLOT)[0]


def sending_of(spec: PairingSpec, standing: Standing) -> Instance:
    """Who is to be sent to whom. CannotPair with everything that is wrong in the ledger."""
    findings: list[Finding] = []
    members = standing.members(spec.roster)
    if members is None:
        findings.append(Finding("match-no-roster", {"roster": spec.roster}))
    findings += listed_twice(spec, standing)
    posts, known = holders(spec, standing), standing.organisations
    if not posts:
        findings.append(Finding("match-no-commissioners", {"posts": spec.posts}))
    supporters, recipients = Gathering(standing, findings), Gathering(standing, findings)
    for root in sorted((root for root in members or () if root in known), key=lambda root: known[root].number):
        recipients.take(known[root])
    count, sent = len(recipients.ids), len(posts)
    if sent and sent * spec.most < count:
        words = {"left": count - sent * spec.most, "sent": sent, "most": spec.most}
        findings.append(Finding("match-too-few-commissioners", words, "warning"))
    elif sent and count < sent * spec.least:
        findings.append(Finding("match-too-many-commissioners", {"least": spec.least, "sent": sent}, "notice"))
    for number, post in posts.items():
        for slot in range(min(spec.most, max(count, 1))):
            if not supporters.take(known[post.organisation_id], f"{number}{SLOT}{slot + 1}"):
                break
            supporters.names[supporters.ids[-1]] = f"{known[post.organisation_id].name} {post.title}"
    if any(each.severity == "error" for each in findings):
        raise CannotPair(findings)
    bonus = [spec.most - int(slot.rpartition(SLOT)[2]) for slot in supporters.ids]
    rest = spec.near + spec.same_county + spec.same_prefecture + spec.continuity + 1
    rules = Rules(
        weights=(min(rest * (count + 1), HEAVIEST // spec.most),),
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


def sent_by_hand(instance: Instance, pinned: Collection[Pair], forbidden: Collection[Pair]) -> Instance:
    """The same with commissioners, by the numbers of their posts, that are sent or kept away by hand.

    They take the place of all that was set by hand before; what the book sets stands where the hand doesn't differ.
    CannotPair where they can't be kept, each finding with a set of rules none of which is too many.
    """
    slots: dict[str, list[str]] = {}
    for slot in instance.supporters.ids:
        slots.setdefault(holder(slot), []).append(slot)
    spec, members = instance.spec, set(instance.recipients.ids)
    pins = sorted({*pinned, *(set(spec.pinned) - set(forbidden))})
    bans = sorted({*forbidden, *(set(spec.forbidden) - set(pinned))})
    wrong = [
        Finding("pairing-unknown-pair", {"which": which, "supporter": post, "recipient": member})
        for which, pairs in (("pinned", pins), ("forbidden", bans))
        for post, member in pairs
        if post not in slots or member not in members
    ]
    wrong += [Finding("pairing-pinned-and-forbidden", {"supporter": post, "recipient": member})
              for post, member in sorted(set(pinned) & set(forbidden))]  # fmt: skip
    by_post, by_member = ({each: [pair[1 - side] for pair in pins if pair[side] == each] for each in
                           sorted({pair[side] for pair in pins})} for side in (0, 1))  # fmt: skip
    for key, groups, takes in (
        ("pairing-pinned-over-capacity", by_post, spec.most),
        ("pairing-pinned-over-demand", by_member, 1),
    ):
        wrong += [
            Finding(key, {"id": each, "takes": takes, "pairs": ", ".join(others[: takes + 1])})
            for each, others in groups.items()
            if len(others) > takes
        ]
    if wrong:
        raise CannotPair([*instance.findings, *wrong])
    taken = [(slots[post][n], member) for post, held in by_post.items() for n, member in enumerate(held)]
    away = [(slot, member) for post, member in bans for slot in slots[post]]
    return replace(instance, rules=replace(instance.rules, pinned=tuple(taken), forbidden=tuple(away)))


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
    """Who is served by whom now. A new holder of the same post goes on: it is the post that knows the enterprise.

    A post that nobody holds any more has one slot here and none in the problem, so that it can be told of.
    """
    posts = {one.root: one.number for one in _all(Post, standing)}
    by_appointment = {one.root: posts.get(one.post_id, "") for one in _all(Appointment, standing)}
    served: dict[str, set[str]] = {}
    for one, state in standing.assignments(spec.kind):
        number = standing.organisations.get(one.recipient_id)
        if state == "in-force" and number is not None:
            served.setdefault(by_appointment.get(one.appointment_id, ""), set()).add(number.number)
    listed = {holder(slot) for slot in slots}
    gone = [f"{post}{SLOT}1" for post in served if post not in listed]
    return tuple(sorted((slot, number) for slot in [*slots, *gone] for number in served.get(holder(slot), ())))


def _all(model: type[Record], standing: Standing) -> list[Any]:
    return list(model.objects.as_of(standing.position).of_office(standing.office))
