"""Judges' visits of three kinds, outreach in ten kinds of settings, and trainings at the medical aid base."""

from __future__ import annotations

from datetime import date, timedelta

from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, partition, workday
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter, Word
from concentric.exchange.synth.sites import BASE
from concentric.exchange.synth.speakers import RaiserDays

JUDGES = {"enterprise": 24, "park": 12, "chamber": 10}
"""Judges' visits by the kind of place: 46 in all."""
SETTINGS = {
    "office": 7,
    "enterprise": 9,
    "community": 10,
    "township": 8,
    "school": 9,
    "barracks": 3,
    "market": 5,
    "hospital": 4,
    "scenic-area": 4,
    "village": 5,
}
"""Outreach by the kind of setting: ten kinds, 64 activities."""
ATTENDANCES = 9_860
TRAININGS, TRAINED, TRAINED_TIMES = 12, 301, 486
"""Trainings at the base: people, and person-times, for some came twice."""
REPORTS = (date(2021, 6, 25), date(2021, 9, 28), date(2021, 12, 23), date(2022, 1, 10))
CLINIC_DAYS = (date(2021, 10, 28), date(2022, 1, 18))


def activities(seed: int, everybody: Cast, offices: Institutions) -> Chapter:
    """Everything that was held, but for commissioners' visits."""
    found = Chapter()
    rows = [*_judges(found, seed, everybody, offices), *_outreach(seed, everybody), *_trainings(found, seed, offices)]
    for day in REPORTS:
        held = [one for one in rows if entered_on(REPORTS, one["held_on"]) == day]  # type: ignore[arg-type]
        found.enter(day, f"activities-{day:%m%d}", "activities", workbook(f"活动-{day:%Y%m%d}", activities=held))
    return found


def _judges(found: Chapter, seed: int, everybody: Cast, offices: Institutions) -> list[Row]:
    rng = dice(seed, "judges")
    hosts = {
        "enterprise": [party.number for party in offices.key[:40]],
        "park": [party.number for party in offices.parks],
        "chamber": [party.number for party in everybody.supporters if party.kind == "chamber"],
    }
    rows: list[Row] = []
    for setting, count in JUDGES.items():
        for _ in range(count):
            day, host = workday(between(rng, date(2021, 3, 22), date(2021, 12, 17))), rng.choice(hosts[setting])
            number, people = f"AC-J{len(rows) + 1:02}", rng.randint(3, 25)
            rows.append(
                row(
                    number=number, programme="judges", kind="visit", setting=setting,
                    title=f"法官{words.VISITED[setting]}{words.MARK}", organiser=offices.court.number, host=host,
                    held_on=day, people=people, person_times=people,
                )
            )  # fmt: skip
            if setting == "enterprise" and rng.random() < 0.6:
                heard = RaiserDays(seed, host).after(entered_on(REPORTS, day))
                said = row(number=f"R-{number}", subject=number, outcome="confirmed", on=heard)
                found.words.append(Word(host, heard, "confirmations", said))
    return rows


def _outreach(seed: int, everybody: Cast) -> list[Row]:
    rng = dice(seed, "outreach")
    organisers = [party.number for party in everybody.others if party.kind in ("party", "department")]
    settings = [setting for setting, count in SETTINGS.items() for _ in range(count)]
    sizes = partition(rng, ATTENDANCES, len(settings), low=20, high=420)
    rows = []
    for n, (setting, size) in enumerate(zip(settings, sizes, strict=True), start=1):
        village = rng.choice(everybody.villages)
        rows.append(
            row(
                number=f"AC-O{n:02}", programme="settings", kind="outreach", setting=setting,
                title=f"宣讲进{words.SETTINGS[setting]}{words.MARK}", organiser=rng.choice(organisers),
                place=village.place, held_on=workday(between(rng, date(2021, 3, 22), date(2021, 12, 17))),
                people=size - size // 12, person_times=size,
            )
        )  # fmt: skip
    return rows


def _trainings(found: Chapter, seed: int, offices: Institutions) -> list[Row]:
    """Trainings, and the group chat that was opened for those who came."""
    rng = dice(seed, "base")
    people = partition(rng, TRAINED, TRAININGS, low=15, high=40)
    again = partition(rng, TRAINED_TIMES - TRAINED, TRAININGS, low=2, high=30)
    rows = []
    for n, (came, twice) in enumerate(zip(people, again, strict=True), start=1):
        day, number = workday(date(2021, 5, 18) + timedelta(days=18 * (n - 1))), f"AC-T{n:02}"
        rows.append(_held(number, "training", "基层医护培训", day, offices, came, came + twice))
        heard = entered_on(CLINIC_DAYS, entered_on(REPORTS, day) + timedelta(days=1))
        said = row(number=f"R-{number}", subject=number, outcome="confirmed", on=heard)
        found.words.append(Word(offices.clinic.number, heard, "confirmations", said))
        if n % 2:
            found.checks.append((number, heard + timedelta(days=1), None))
    rows.append(_held("AC-T13", "meeting", "建立帮扶交流群", date(2021, 5, 20), offices, 58, 58))
    return rows


def _held(number: str, kind: str, title: str, day: date, offices: Institutions, people: int, times: int) -> Row:
    return row(
        number=number, programme="bases", kind=kind, title=f"{title}{words.MARK}", organiser=HELPER,
        host=offices.clinic.number, site=BASE, held_on=day, people=people, person_times=times,
    )  # fmt: skip


HELPER = "S121"
"""The party branch that set up the base."""
