"""The other nouns of a made-up province: cases, projects, assignments, activities, sites and what was looked back on.

Each takes the `Province` and a number of matters, and adds their records with plausible shares of every step.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from benchmarks.province import Province

Mask = np.ndarray


def cases(p: Province, count: int) -> np.ndarray:
    """Cases of five kinds: accepted, routed, some extended, answered, the raiser's word, some reopened or withdrawn."""
    received = p.days(count)
    kinds = p.random.choice(
        ["problem", "consultation", "opinion", "proposal", "research"], count, p=[0.6, 0.2, 0.15, 0.04, 0.01]
    )
    raisers = p.random.choice(p.supporters, count)
    handlers = p.random.choice(p.departments, count)
    roots = p.add(
        "case",
        count,
        number=[f"Q{n}" for n in range(count)],
        programme=p.of(np.where(kinds == "opinion", "opinions", "problems")),
        kind=kinds.tolist(),
        topic=p.random.choice(["financing", "land", "labour", "other"], count).tolist(),
        urgency=["normal"] * count,
        origin=p.random.choice(["raised", "look-back", "hotline"], count).tolist(),
        raiser=p.ids(raisers),
        handler=p.ids(handlers),
        place=p.ids(p.random.choice(p.counties, count)),
        received_on=received,
        due=[day + timedelta(days=7) for day in received],
    )
    steps = _Steps(p, "case_step", roots, received)
    chance = p.random.random(count)
    declined, withdrawn = chance < 0.05, (chance >= 0.05) & (chance < 0.08)
    kept = ~declined & ~withdrawn
    steps.take("declined", declined, 1)
    steps.take("accepted", ~declined, 1)
    steps.take("withdrawn", withdrawn, 9)
    steps.take("routed", kept, 2, party=handlers, until=6)
    extended = kept & (p.random.random(count) < 0.1)
    steps.take("extension-asked", extended, 3, by=handlers, until=20)
    steps.take("extension-approved", extended, 4)
    answered = kept & (p.random.random(count) < 0.95)
    outcome = p.random.choice(["solved", "under-way", "planned", "explained"], count, p=[0.5, 0.25, 0.1, 0.15])
    later = np.isin(outcome, ["under-way", "planned"])
    steps.take("answered", answered & ~later, p.random.integers(2, 15, count), by=handlers, what=outcome)
    steps.take("answered", answered & later, p.random.integers(2, 15, count), by=handlers, what=outcome, until=60)
    heard = answered & (p.random.random(count) < 0.6)
    word = p.random.choice(["satisfied", "not-satisfied", "no-answer"], count, p=[0.8, 0.1, 0.1])
    steps.take("word", heard, 20, by=raisers, what=word)
    adopted = kept & (kinds == "opinion") & (p.random.random(count) < 0.3)
    steps.take(
        "adopted", adopted, 30, what=p.random.choice(["own", "government"], count), amount=np.full(count, 50_000)
    )
    return roots


def projects(p: Province, count: int) -> None:
    """Projects with their stages, arrivals, hosts' words and signing events."""
    lead = p.days(count)
    owners, hosts = p.random.choice(p.supporters, count), p.random.choice(p.departments, count)
    roots = p.add(
        "project",
        count,
        number=[f"X{n}" for n in range(count)],
        programme=p.of(np.full(count, "enter")),
        name=[f"project {n}" for n in range(count)],
        kind=["investment"] * count,
        owner=p.ids(owners),
        host=p.ids(hosts),
        chain=p.ids(np.where(p.random.random(count) < 0.3, p.chains[0], -1)),
        currency=["CNY"] * count,
        lead_on=lead,
    )
    contract = p.random.integers(10**8, 10**11, count)
    steps = _Steps(p, "project_step", roots, lead)
    signed = p.random.random(count) < 0.9
    steps.take("signed", signed, 10, amount=contract)
    started = signed & (p.random.random(count) < 0.7)
    steps.take("started", started, 60)
    arrived = started & (p.random.random(count) < 0.9)
    of = steps.n.copy() + 1
    steps.take("arrived", arrived, 90, amount=contract // 3)
    told = arrived & (p.random.random(count) < 0.6)
    steps.take("confirmed", told, 100, by=hosts, amount=contract // 4, of=of)
    checked = told & (p.random.random(count) < 0.3)
    steps.take("verified", checked, 120, by=p.random.choice(p.recipients, count), amount=contract // 5, of=of)
    steps.take("producing", started & (p.random.random(count) < 0.3), 200)
    steps.take("ended", signed & (p.random.random(count) < 0.05), 210)
    for n in range(2):
        shown = roots[signed & (p.random.random(count) < (1, 0.4)[n])]
        p.add(
            "signing",
            len(shown),
            number=[f"E{n}-{k}" for k in range(len(shown))],
            project=p.ids(shown),
            event=["fair"] * len(shown),
            signed_on=p.days(len(shown)),
        )


def assignments(p: Province, count: int) -> None:
    """Commissioners for the enterprises of a list, and the visits they paid."""
    posts = p.add(
        "post", 500, number=[f"T{n}" for n in range(500)], organisation=p.ids(p.random.choice(p.departments, 500))
    )
    holders = p.add(
        "appointment", 500, number=[f"A{n}" for n in range(500)], post=p.ids(posts), since=[date(2020, 6, 1)] * 500
    )
    supporters, recipients = p.random.choice(p.departments, count), p.supporters[np.arange(count) % len(p.supporters)]
    since = p.days(count)
    roots = p.add(
        "assignment",
        count,
        number=[f"K{n}" for n in range(count)],
        programme=p.of(np.full(count, "commissioners")),
        kind=["commissioner"] * count,
        appointment=p.ids(p.random.choice(holders, count)),
        supporter=p.ids(supporters),
        recipient=p.ids(recipients),
        since=since,
    )
    steps = _Steps(p, "assignment_step", roots, since)
    steps.take("confirmed", p.random.random(count) < 0.4, 30, by=recipients)
    steps.take("ended", p.random.random(count) < 0.1, 200)
    paid = p.random.choice(count, count * 2)
    _activities(p, "visit", "commissioners", supporters[paid], recipients[paid])


def trainings(p: Province, count: int) -> None:
    """Outreach in settings and trainings at bases."""
    for kind, programme in (("outreach", "settings"), ("training", "bases"), ("visit", "judges")):
        _activities(p, kind, programme, p.random.choice(p.departments, count), p.random.choice(p.recipients, count))


def _activities(p: Province, kind: str, programme: str, organisers: np.ndarray, hosts: np.ndarray) -> None:
    count = len(organisers)
    held = p.days(count)
    roots = p.add(
        "activity",
        count,
        number=[f"V{programme}{n}" for n in range(count)],
        programme=p.of(np.full(count, programme)),
        kind=[kind] * count,
        setting=p.random.choice(["office", "school", "park", "chamber"], count).tolist(),
        title=[kind] * count,
        organiser=p.ids(organisers),
        host=p.ids(hosts),
        held_on=held,
        people=p.units(p.random.integers(1, 80, count) * 10_000),
        person_times=p.units(p.random.integers(1, 200, count) * 10_000),
    )
    steps = _Steps(p, "activity_step", roots, held)
    steps.take("confirmed", p.random.random(count) < 0.5, 5, by=hosts)


def sites(p: Province, count: int) -> np.ndarray:
    """Culture sites, clinics and bases, from planned to confirmed and verified."""
    planned = p.days(count)
    keepers = p.random.choice(p.recipients, count)
    kinds = p.random.choice(["culture", "clinic", "base"], count, p=[0.6, 0.35, 0.05])
    roots = p.add(
        "site",
        count,
        number=[f"W{n}" for n in range(count)],
        programme=p.of(np.full(count, "culture")),
        name=[f"site {n}" for n in range(count)],
        kind=kinds.tolist(),
        category=np.where(kinds == "base", p.random.choice(["research", "education"], count), "").tolist(),
        keeper=p.ids(keepers),
        planned_on=planned,
    )
    steps = _Steps(p, "site_step", roots, planned)
    steps.take("started", p.random.random(count) < 0.9, 20)
    opened = p.random.random(count) < 0.7
    steps.take("opened", opened, 100)
    heard = opened & (p.random.random(count) < 0.7)
    steps.take("confirmed", heard, 110, by=keepers)
    steps.take("verified", heard & (p.random.random(count) < 0.3), 150, by=p.random.choice(p.supporters, count))
    return roots


def honours(p: Province, count: int) -> None:
    """Honours, needs, offers and applications for a naming."""
    of = {"organisation": p.ids(p.random.choice(p.recipients, count))}
    batch = p.random.choice(["poverty-campaign", "opinion-reports", "office"], count).tolist()
    more: dict[str, Any] = {"kind": ["collective"] * count, "batch": batch, "awarded_on": p.days(count)}
    p.add("honour", count, number=[f"H{n}" for n in range(count)], **of, **more)
    for kind in ("need", "offer"):
        until = [day + timedelta(days=200) for day in p.days(count)]
        span = {"since": p.days(count), "until": until}
        p.add(kind, count, number=[f"{kind}{n}" for n in range(count)], category=["jobs"] * count, **of, **span)
    applied = p.days(count)
    candidates = p.random.choice(p.departments, count)
    roots = p.add(
        "accreditation",
        count,
        number=[f"L{n}" for n in range(count)],
        programme=p.of(np.full(count, "naming")),
        scheme=["unity-city"] * count,
        candidate=p.ids(candidates),
        applied_on=applied,
    )
    steps = _Steps(p, "accreditation_step", roots, applied)
    steps.take("assessed", np.full(count, True), 30, what=np.full(count, "a"), amount=np.full(count, 950_000))
    steps.take("named", p.random.random(count) < 0.5, 60, until=1_800, what=np.full(count, "ninth"))


def follow_ups(p: Province, targets: np.ndarray, kind: str) -> None:
    """Follow-ups of these things, most of them with a result."""
    count = len(targets)
    planned = p.days(count)
    roots = p.add(
        "follow_up",
        count,
        number=[f"F{kind}{n}" for n in range(count)],
        plan=["answers"] * count,
        target=p.ids(targets),
        target_kind=[kind] * count,
        planned_on=planned,
    )
    steps = _Steps(p, "follow_up_step", roots, planned)
    verifiers = p.random.choice(p.recipients, count)
    steps.take("asked", np.full(count, True), 5, party=verifiers)
    found = p.random.choice(["holds", "partly", "relapsed", "unclear", "no-answer"], count, p=[0.6, 0.1, 0.1, 0.1, 0.1])
    steps.take("result", p.random.random(count) < 0.8, 15, by=verifiers, what=found)


class _Steps:
    """Steps of some matters, numbered one after another: `n` is the last number of each."""

    def __init__(self, p: Province, table: str, roots: np.ndarray, begun: list[date]) -> None:
        self.p = p
        self.table = table
        self.roots = roots
        self.begun = np.array(begun, dtype="datetime64[D]")
        self.n = np.zeros(len(roots), dtype="int64")

    def take(self, name: str, which: Mask, after: Any, *, by: np.ndarray | None = None, **more: Any) -> None:
        """Those in `which` take the step so many days after they began; by the office, unless somebody is named."""
        p, count = self.p, int(which.sum())
        self.n[which] += 1
        days = self.begun + np.broadcast_to(np.asarray(after), self.begun.shape)
        made: dict[str, Any] = {
            "matter": p.ids(self.roots[which]),
            "n": self.n[which].tolist(),
            "name": [name] * count,
            "occurred_on": pa.array(days[which]),
        }
        if by is not None:
            made |= {"attested_by": p.ids(by[which]), "channel": ["link"] * count}
        if "until" in more:
            made["until"] = pa.array((self.begun + more["until"])[which])
        if "amount" in more:
            made["amount"] = p.units(more["amount"][which])
        if "of" in more:
            made["of"] = more["of"][which].tolist()
        if "what" in more:
            made["what"] = more["what"][which].tolist()
        if "party" in more:
            made["party"] = p.ids(more["party"][which])
        p.add(self.table, count, **made)
