"""Culture sites, clinics that are upgraded, and bases: planned, begun, opened, and in use when their keepers say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import Visits, entered_on
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.matters import Promise
from concentric.exchange.synth.places import FENGSHAN
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter, Word

CULTURE = {"planned": 16, "building": 7, "opened": 4, "disputed": 2, "confirmed": 39, "verified": 58}
"""How far culture sites have come: 126 planned, 110 of them begun, 103 opened, 97 in use, 58 verified."""
CLINICS = {"planned": 2, "building": 4, "opened": 3, "disputed": 1, "confirmed": 44, "verified": 66}
"""How far clinics have come: 120 planned, 118 begun, 114 done, 110 of which say so themselves."""
PLANS = (date(2021, 4, 16), date(2021, 6, 10), date(2021, 9, 10))
WORKS = (date(2021, 7, 13), date(2021, 9, 27), date(2021, 12, 17), date(2022, 1, 12))
DISPUTED = "门开了，里头还是空的"
BASE = "SB-06"
"""The medical aid base at Fengshan town clinic."""


@dataclass
class Works:
    """One site with what became of it."""

    number: str
    programme: str
    name: str
    kind: str
    category: str
    place: str
    supporter: str
    keeper: str
    fate: str
    planned: date
    started: date | None = None
    opened: date | None = None


def sites(seed: int, everybody: Cast, offices: Institutions, promises: Sequence[Promise]) -> Chapter:
    """All sites. Clinics whose equipment came are among those that were upgraded."""
    held = [*_culture(seed, everybody), *_clinics(seed, everybody, promises)]
    rng = dice(seed, "works")
    for one in held:
        _timed(rng, one)
    held += _bases(offices)
    found = Chapter()
    for day in PLANS:
        new = [one for one in held if entered_on(PLANS, one.planned) == day]
        found.enter(day, f"sites-{day:%m%d}", "sites", workbook(f"点位计划-{day:%Y%m%d}", sites=map(_site, new)))
    for day in WORKS:
        progress = _progress(held, day)
        found.enter(day, f"works-{day:%m%d}", "works", workbook(f"点位进度-{day:%Y%m%d}", site_progress=progress))
    _said(found, seed, held)
    return found


def _fates(rng: Random, counts: dict[str, int]) -> list[str]:
    found = [fate for fate, count in counts.items() for _ in range(count)]
    rng.shuffle(found)
    return found


def _culture(seed: int, everybody: Cast) -> list[Works]:
    rng = dice(seed, "culture")
    helpers = [party.number for party in (*everybody.supporters, *everybody.others)]
    # Each village once, some of them twice: none has three.
    keepers = [*everybody.villages, *everybody.villages]
    keepers = rng.sample(keepers, sum(CULTURE.values()))
    found = []
    for n, (fate, keeper) in enumerate(zip(_fates(rng, CULTURE), keepers, strict=True), start=1):
        name = f"{keeper.name.removesuffix(words.MARK)}{rng.choice(words.CULTURE)}{words.MARK}"
        planned = between(rng, date(2021, 3, 15), date(2021, 9, 6))
        place = keeper.spot.code if keeper.spot is not None else keeper.place
        found.append(
            Works(
                f"SC-{n:03}", "culture", name, "culture", "", place, rng.choice(helpers), keeper.number, fate, planned
            )
        )
    return found


def _clinics(seed: int, everybody: Cast, promises: Sequence[Promise]) -> list[Works]:
    rng = dice(seed, "clinic sites")
    helpers = [party.number for party in everybody.others if party.kind in ("department", "foundation")]
    equipped = {
        promise.recipient
        for promise in promises
        if promise.programme == "clinics" and any(part.answer == "confirmed" for part in promise.parts)
    }
    done = [fate for fate in _fates(rng, CLINICS) if fate in ("confirmed", "verified")]
    rest = [fate for fate in _fates(rng, CLINICS) if fate not in ("confirmed", "verified")]
    rooms = sorted(everybody.clinics, key=lambda room: (room.number not in equipped, rng.random()))
    found = []
    for n, (fate, room) in enumerate(zip([*done, *rest], rooms, strict=False), start=1):
        name = f"{room.name.removesuffix(words.MARK)}提升{words.MARK}"
        planned = between(rng, date(2021, 3, 15), date(2021, 6, 7))
        found.append(
            Works(
                f"SK-{n:03}", "clinics", name, "clinic", "", room.place, rng.choice(helpers), room.number, fate, planned
            )
        )
    return found


def _timed(rng: Random, one: Works) -> None:
    if one.fate == "planned":
        return
    last = date(2021, 12, 8) if one.fate == "building" else date(2021, 10, 20)
    one.started = workday(between(rng, one.planned + timedelta(days=14), max(one.planned + timedelta(days=20), last)))
    if one.fate != "building":
        first = one.started + timedelta(days=21)
        one.opened = workday(between(rng, first, max(first, date(2021, 12, 13))))


def _bases(offices: Institutions) -> list[Works]:
    """One base for research, four for education that opened and one that is still planned, one for medical aid."""
    found = []
    for n, (keeper, opened) in enumerate(
        zip(offices.keepers, ((5, 20), (6, 18), (7, 9), (9, 24), (11, 19), None), strict=True), start=1
    ):
        category = "research" if n == 1 else "education"
        one = Works(
            f"SB-{n:02}" if n < 6 else "SB-07", "bases", keeper.name, "base", category, keeper.place, "",
            keeper.number, "confirmed", date(2021, 3, 18),
        )  # fmt: skip
        if opened is not None:
            one.opened = date(2021, *opened)
        else:
            one.fate, one.planned = "planned", date(2021, 9, 1)
        found.append(one)
    clinic = offices.clinic
    name = f"{clinic.name.removesuffix(words.MARK)}医疗帮扶基地{words.MARK}"
    base = Works(
        BASE, "bases", name, "base", "medical-aid", FENGSHAN.code, "", clinic.number, "verified", date(2021, 4, 12)
    )
    base.started, base.opened = date(2021, 4, 26), date(2021, 5, 14)
    return [*found, base]


def _site(one: Works) -> Row:
    return row(
        number=one.number,
        programme=one.programme,
        name=one.name,
        kind=one.kind,
        category=one.category,
        place=one.place,
        supporter=one.supporter,
        keeper=one.keeper,
        planned_on=one.planned,
        due=date(2021, 12, 31),
    )


def _known(one: Works) -> date:
    return entered_on(PLANS, one.planned)


def _progress(held: list[Works], day: date) -> list[Row]:
    found = []
    for one in held:
        for step, on in (("started", one.started), ("opened", one.opened)):
            if on is not None and entered_on(WORKS, max(on, _known(one))) == day:
                found.append(row(number=f"SP-{one.number}-{step}", site=one.number, what=step, on=on))
    return found


def _said(found: Chapter, seed: int, held: list[Works]) -> None:
    """What keepers say on the days on which they answer anyway, and whom a verifier visits."""
    for one in held:
        if one.opened is None or one.fate not in ("disputed", "confirmed", "verified"):
            continue
        visits = Visits(seed, one.keeper)
        heard = visits.after(entered_on(WORKS, max(one.opened, _known(one))))
        on = between(visits.rng, one.opened + timedelta(days=1), min(heard, one.opened + timedelta(days=30)))
        disputed = one.fate == "disputed"
        said = row(
            number=f"R-{one.number}",
            subject=one.number,
            outcome="disputed" if disputed else "confirmed",
            on=on,
            note=DISPUTED if disputed else "",
        )
        found.words.append(Word(one.keeper, heard, "confirmations", said))
        if one.fate == "verified":
            found.checks.append((one.number, heard + timedelta(days=1), None))
