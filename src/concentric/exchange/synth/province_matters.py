"""The large matters of a province: for each noun, the acts by which they are entered and moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.cases import answer
from concentric.exchange.synth.province import DAY, Act, Province, day_of, drop
from concentric.exchange.synth.province_plain import (
    CATEGORIES,
    every_activities,
    every_assignments,
    every_follow_ups,
    every_honours,
    every_wishes,
)
from concentric.keep import cases, commitments, projects, sites
from concentric.keep.models import Case, Commitment, Project, Signing, Site
from concentric.ledger.positions import size
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing

KINDS = (
    ("gifts", "money", "CNY", ""),
    ("gifts", "money", "CNY", ""),
    ("jobs", "jobs", "", "人"),
    ("training", "training", "", "人次"),
    ("finance", "work", "", "次"),
    ("clinics", "goods", "", "套"),
)


def _pairings(province: Province, rng: Random) -> Iterator[Act]:
    def act(n: int) -> Act:
        def enter(writer: Writer) -> None:
            recipient, on = rng.choice(province.recipients), day_of(rng)
            made = Pairing.fresh(
                number=f"P{n:06}",
                programme_id=province.programmes["villages"],
                supporter_id=rng.choice(province.supporters),
                recipient_id=recipient,
                proposed_on=on,
                help_types=rng.choice(CATEGORIES),
            )
            root = pairings.propose(writer, made)
            if rng.random() < 0.9:
                pairings.take_step(writer, root, "agreed", on=on + 9 * DAY)
                if province.speaks(recipient):
                    province.spoken[recipient].append(
                        lambda writer: drop(pairings.take_step(writer, root, "agreed", on=on + 12 * DAY))
                    )
                    if rng.random() < 0.4:
                        province.look(root, pairings.take_step, on + 40 * DAY)

        return enter

    yield from (act(n) for n in range(province.many(90_000)))


def _commitments(province: Province, rng: Random) -> Iterator[Act]:
    def act(n: int) -> Act:
        def enter(writer: Writer) -> None:
            programme, kind, currency, unit = rng.choice(KINDS)
            recipient, on = rng.choice(province.recipients), day_of(rng)
            size = Decimal(rng.randrange(1, 400) * (1_000 if currency else 1))
            made = Commitment.fresh(
                number=f"G{n:06}",
                programme_id=province.programmes[programme],
                supporter_id=rng.choice(province.supporters),
                recipient_id=recipient,
                kind=kind,
                nature="welfare",
                firmness="signed" if n % 3 else "pledged",
                amount=size if currency else None,
                quantity=None if currency else size,
                currency=currency,
                unit=unit,
                committed_on=on,
                due=on + 120 * DAY,
            )
            root = commitments.pledge(writer, made)
            if rng.random() < 0.15:
                return
            commitments.take_step(writer, root, "delivered", on=on + 30 * DAY, amount=size, number=f"D{n:06}")
            if not province.speaks(recipient):
                if rng.random() < 0.3:
                    commitments.take_step(writer, root, "confirmed", on=on + 45 * DAY, amount=size, of=1)
                return
            province.spoken[recipient].append(
                lambda writer: drop(
                    commitments.take_step(writer, root, "confirmed", on=on + 40 * DAY, amount=size, of=1)
                )
            )
            if rng.random() < 0.5:
                province.look(root, commitments.take_step, on + 60 * DAY, amount=size, of=1)

        return enter

    yield from (act(n) for n in range(province.many(150_000)))


def _projects(province: Province, rng: Random) -> Iterator[Act]:
    def act(n: int) -> Act:
        def enter(writer: Writer) -> None:
            on, amount, host = day_of(rng), Decimal(rng.randrange(6, 400) * 1_000_000), rng.choice(province.recipients)
            made = Project.fresh(
                number=f"PR{n:05}",
                programme_id=province.programmes["enter"],
                name=f"{n} 号项目{words.MARK}",
                kind="chain" if n % 4 == 0 else "investment",
                owner_id=rng.choice(province.supporters),
                host_id=host,
                place_id=rng.choice(province.counties),
                chain_id=rng.choice(province.chains) if n % 4 == 0 else None,
                currency="CNY",
                lead_on=on,
            )
            root = projects.open_lead(writer, made)
            if rng.random() < 0.1:
                return
            for again in range(1 + (n % 7 == 0)):
                shown = Signing.fresh(
                    number=f"SG{n:05}-{again}", project_id=root, event=f"签约活动{words.MARK}",
                    signed_on=on + (20 + 30 * again) * DAY, amount=amount, currency="CNY",
                )  # fmt: skip
                projects.show(writer, shown)
            projects.take_step(writer, root, "signed", on=on + 20 * DAY, amount=amount)
            if rng.random() < 0.7:
                projects.take_step(writer, root, "started", on=on + 50 * DAY)
                arrived = amount // 4
                projects.take_step(writer, root, "arrived", on=on + 60 * DAY, amount=arrived)
                if province.speaks(host):
                    province.spoken[host].append(
                        lambda writer: drop(
                            projects.take_step(writer, root, "confirmed", on=on + 70 * DAY, amount=arrived, of=3)
                        )
                    )

        return enter

    yield from (act(n) for n in range(province.many(6_000)))


def _sites(province: Province, rng: Random) -> Iterator[Act]:
    def act(n: int) -> Act:
        def enter(writer: Writer) -> None:
            keeper, on = rng.choice(province.recipients), day_of(rng)
            kind = rng.choice(("culture", "culture", "clinic", "base"))
            made = Site.fresh(
                number=f"SC{n:05}",
                programme_id=province.programmes[{"clinic": "clinics", "base": "bases"}.get(kind, "culture")],
                name=f"{n} 号点位{words.MARK}",
                kind=kind,
                category=rng.choice(("research", "education")) if kind == "base" else "",
                place_id=rng.choice(province.counties),
                supporter_id=rng.choice(province.supporters),
                keeper_id=keeper,
                planned_on=on,
            )
            root = sites.plan(writer, made)
            if rng.random() < 0.1:
                return
            sites.take_step(writer, root, "started", on=on + 20 * DAY)
            if rng.random() < 0.15:
                return
            sites.take_step(writer, root, "opened", on=on + 80 * DAY)
            if province.speaks(keeper):
                province.spoken[keeper].append(
                    lambda writer: drop(sites.take_step(writer, root, "confirmed", on=on + 90 * DAY))
                )
                if rng.random() < 0.5:
                    province.look(root, sites.take_step, on + 100 * DAY)

        return enter

    yield from (act(n) for n in range(province.many(22_000)))


def _cases(province: Province, rng: Random) -> Iterator[Act]:
    topics = tuple(words.SUBJECTS)

    def act(n: int) -> Act:
        def enter(writer: Writer) -> None:
            on, bureau = day_of(rng), rng.choice(province.bureaus)
            kind = rng.choice(("problem", "problem", "problem", "consultation", "opinion"))
            made = Case.fresh(
                number=f"CA{n:05}",
                programme_id=province.programmes["opinions" if kind == "opinion" else "problems"],
                kind=kind,
                topic=rng.choice(topics),
                urgency="normal",
                origin=rng.choice(("raised", "hotline", "visit", "look-back")),
                raiser_id=rng.choice(province.supporters),
                place_id=rng.choice(province.counties),
                received_on=on,
                due=on + 7 * DAY,
                subject=f"{words.SUBJECTS[rng.choice(topics)]}{words.MARK}",
            )
            root = cases.receive(writer, made)
            if rng.random() < 0.05:
                cases.take_step(writer, root, "declined", on=on + DAY, note="不属受理范围")
                return
            cases.take_step(writer, root, "accepted", on=on + DAY)
            cases.take_step(writer, root, "routed", on=on + DAY, to=bureau, until=on + 7 * DAY)
            if rng.random() < 0.08:
                return
            said = answer("", 1, rng.choice(("solved", "solved", "under-way", "planned", "explained")), on + 6 * DAY)
            until: date | None = said.get("until")  # type: ignore[assignment]
            cases.take_step(
                writer, root, "answered", on=on + rng.randint(2, 10) * DAY, what=str(said["what"]), until=until
            )
            if rng.random() < 0.5:
                cases.take_step(writer, root, "word", on=on + 15 * DAY, what="satisfied")

        return enter

    yield from (act(n) for n in range(province.many(42_000)))


PARTS = {
    "wishes": every_wishes,
    "pairings": _pairings,
    "commitments": _commitments,
    "projects": _projects,
    "sites": _sites,
    "cases": _cases,
    "assignments": every_assignments,
    "honours": every_honours,
    "follow-ups": every_follow_ups,
}


def enter_all(province: Province) -> Iterator[str]:
    """Enter everything, and tell the name of each part once it is there. Activities fill up what is missing."""
    for name, acts in PARTS.items():
        province.enter(province.office, acts(province, province.rng(name)))
        yield name
    province.hear()
    yield "words"
    province.check()
    yield "checks"
    left = max(0, province.records - size())
    province.enter(province.office, every_activities(province, province.rng("activities"), left))
    yield "activities"
