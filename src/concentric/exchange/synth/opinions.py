"""Consultations answered at once, proposals, opinion reports with their adoptions, and one key research topic."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.cases import CLOCK, INTAKE, answer
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.places import CITY
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter

CONSULTATIONS, PROPOSALS, OPINIONS = 236, 18, 63
ANSWERED, PROPOSALS_ADOPTED = 15, 4
ADOPTIONS = (
    (14, ("own",)),
    (7, ("own", "party-body")),
    (3, ("own", "party-body", "government")),
    (1, ("own", "party-body", "instruction-city")),
)
"""How many opinion reports were adopted on which levels; the other 38 on none."""
POINTS = {"own": 1, "party-body": 5, "government": 20, "instruction-city": 10}
ADOPTED = (date(2021, 7, 16), date(2021, 10, 22), date(2022, 1, 17))


def opinions(seed: int, everybody: Cast, offices: Institutions) -> Chapter:
    """Everything that is asked or proposed and is no problem of an enterprise."""
    found = Chapter()
    held: dict[date, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    _consultations(seed, everybody, held)
    adopted = _proposals(seed, everybody, offices, held)
    adopted += _opinions(seed, everybody, held)
    _research(everybody, held)
    for day, sheets in sorted(held.items()):
        found.enter(day, f"opinions-{day:%m%d}", "opinions", workbook(f"咨询和参政议政-{day:%Y%m%d}", **sheets))
    for day in ADOPTED:
        rows = [one for one in adopted if entered_on(ADOPTED, one["on"]) == day]  # type: ignore[arg-type]
        found.enter(day, f"adoptions-{day:%m%d}", "adoptions", workbook(f"采用-{day:%Y%m%d}", adoptions=rows))
    return found


def _case(number: str, kind: str, programme: str, raiser: str, on: date, subject: str, **more: date | str) -> Row:
    return row(
        number=number,
        programme=programme,
        kind=kind,
        raiser=raiser,
        place=CITY,
        received_on=on,
        subject=f"{subject}{words.MARK}",
        **more,
    )


def _consultations(seed: int, everybody: Cast, held: dict[date, dict[str, list[Row]]]) -> None:
    rng = dice(seed, "consultations")
    raisers = [party.number for party in (*everybody.helped, *everybody.supporters)]
    days = sorted(workday(between(rng, date(2021, 3, 22), date(2021, 12, 24))) for _ in range(CONSULTATIONS))
    for n, day in enumerate(days, start=1):
        number, topic = f"CQ-{n:03}", rng.choice(list(words.SUBJECTS))
        urgency = "urgent" if rng.random() < 0.05 else ""
        due = CLOCK.add(day, 0 if urgency else 3).day
        sheets = held[entered_on(INTAKE, day)]
        asked = _case(
            number, "consultation", "problems", rng.choice(raisers), day, words.SUBJECTS[topic],
            topic=topic, urgency=urgency, origin=rng.choice(("raised", "hotline")), due=due,
        )  # fmt: skip
        sheets["cases"].append(asked)
        sheets["case_answers"].append(answer(number, 1, "explained", day))


def _branches(everybody: Cast) -> list[str]:
    return [party.number for party in everybody.others if party.kind == "party"]


def _proposals(seed: int, everybody: Cast, offices: Institutions, held: dict[date, dict[str, list[Row]]]) -> list[Row]:
    rng = dice(seed, "proposals")
    adopted = []
    for n in range(1, PROPOSALS + 1):
        number = f"CP-{n:02}"
        on = workday(between(rng, date(2021, 3, 15), date(2021, 6, 30)))
        topic, bureau = rng.choice(words.BUREAUS)
        day = entered_on(INTAKE, on + timedelta(days=4))
        made = _case(
            number, "proposal", "opinions", rng.choice(_branches(everybody)), on, f"关于{bureau}工作的建议",
            topic=topic, due=on + timedelta(days=92),
        )  # fmt: skip
        held[day]["cases"].append(made)
        to = offices.bureau(topic).number
        routed = row(number=f"RT-{number}", case=number, what="routed", on=on + timedelta(days=3), party=to)
        held[day]["case_routings"].append(routed)
        if n > ANSWERED:
            continue
        answered = workday(on + timedelta(days=rng.randint(40, 85)))
        outcome = rng.choice(("solved", "planned", "explained"))
        held[entered_on(INTAKE, answered)]["case_answers"].append(answer(number, 1, outcome, answered))
        if n <= PROPOSALS_ADOPTED:
            adopted.append(_adoption(number, "own", answered))
    return adopted


def _opinions(seed: int, everybody: Cast, held: dict[date, dict[str, list[Row]]]) -> list[Row]:
    rng = dice(seed, "opinions")
    fates: list[tuple[str, ...]] = [levels for count, levels in ADOPTIONS for _ in range(count)]
    fates += [()] * (OPINIONS - len(fates))
    rng.shuffle(fates)
    adopted = []
    days = sorted(workday(between(rng, date(2021, 3, 10), date(2021, 11, 30))) for _ in range(OPINIONS))
    for n, (levels, on) in enumerate(zip(fates, days, strict=True), start=1):
        number = f"CO-{n:02}"
        sheets = held[entered_on(INTAKE, on + timedelta(days=2))]
        raiser = rng.choice(_branches(everybody))
        sheets["cases"].append(_case(number, "opinion", "opinions", raiser, on, "民营企业反映的一件事"))
        sheets["case_routings"].append(
            row(number=f"RT-{number}", case=number, what="accepted", on=on + timedelta(days=1))
        )
        for step, level in enumerate(levels):
            day = workday(on + timedelta(days=8 + 9 * step + rng.randint(0, 4)))
            adopted.append(_adoption(number, level, min(day, date(2021, 12, 31))))
    return adopted


def _adoption(case: str, level: str, on: date) -> Row:
    return row(number=f"AD-{case}-{level}", case=case, what=level, on=on, amount=POINTS[level])


def _research(everybody: Cast, held: dict[date, dict[str, list[Row]]]) -> None:
    on, done = date(2021, 4, 15), date(2021, 11, 8)
    topic = "民营企业参与乡村振兴的路径和机制"
    made = _case("CR-01", "research", "opinions", _branches(everybody)[0], on, topic)
    held[INTAKE[1]]["cases"].append(made)
    held[INTAKE[1]]["case_routings"].append(row(number="RT-CR-01", case="CR-01", what="accepted", on=on))
    held[INTAKE[7]]["case_answers"].append(answer("CR-01", 1, "solved", done))
