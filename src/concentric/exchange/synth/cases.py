"""Problems of enterprises: raised or found by looking back, answered by departments, judged by who raised them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from concentric.core.terms.working_days import calendar
from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.case_fates import EXTENDED, FOUND, LATE, LOOK_BACK, OTHERS, PLANNED, Fate
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.institutions import LOOKER, Institutions
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Action, Chapter, Lot, Scene, Word, on
from concentric.exchange.synth.speakers import RaiserDays, account_of

CLOCK = calendar("cn").with_local(off=(date(2021, 4, 14), date(2021, 4, 15)))
DAYS = 5
"""Working days that a problem may take; the calendar has a holiday of the region besides."""
INTAKE = (
    date(2021, 4, 9),
    date(2021, 5, 12),
    date(2021, 6, 9),
    date(2021, 7, 9),
    date(2021, 8, 10),
    date(2021, 9, 9),
    date(2021, 10, 12),
    date(2021, 11, 10),
    date(2021, 12, 9),
    date(2021, 12, 30),
)
ANSWERS = (date(2021, 6, 18), date(2021, 8, 20), date(2021, 11, 19), date(2021, 12, 29), date(2022, 1, 7))
CALLS = (date(2021, 11, 23), date(2022, 1, 18))
CLOSED = date(2021, 10, 14)
FRAMED, NUMBER_OUT, DRAWN = date(2021, 10, 15), date(2021, 10, 19), date(2021, 10, 20)
LOOKED, REOPENED, RESUMED = date(2021, 11, 25), date(2021, 11, 29), date(2021, 12, 28)
PLANNED_ON, PLAN_LOOKED = date(2022, 1, 13), date(2022, 1, 25)
SOURCE = "2021 年 10 月 19 日开奖的数字彩票号码（示例：号码是虚构的）"


@dataclass
class Problem:
    """One problem. `answered` is the day of its first answer, `known` the day on which that was entered."""

    fate: Fate
    origin: str
    raiser: str
    place: str
    topic: str
    received: date
    due: date
    number: str = ""
    extended: date | None = None
    answered: date | None = None
    known: date | None = None
    marks: set[str] = field(default_factory=set)


def cases(seed: int, everybody: Cast, offices: Institutions) -> Chapter:
    """All problems, from their receipt to what looking back finds of them."""
    held = problems(seed, everybody, offices)
    found = Chapter()
    _intake(found, held, offices)
    _answers(found, held, offices)
    _words(found, seed, held)
    _closings(found, held)
    _draw(found, held)
    _planned(found, held)
    return found


def problems(seed: int, everybody: Cast, offices: Institutions) -> list[Problem]:
    """Every problem, in the order in which they came in."""
    rng = dice(seed, "cases")
    raisers = [*offices.key[:44], *everybody.helped[:16]]
    topics = [topic for topic, _ in words.BUREAUS]
    held = []
    for fates, origins in ((LOOK_BACK, ("look-back",)), (OTHERS, ("raised", "raised", "hotline", "visit"))):
        for fate in fates:
            for _ in range(fate.count):
                received = workday(between(rng, *_span(rng, fate)))
                due = CLOCK.add(received, DAYS).day
                raiser = rng.choice(raisers)
                origin, topic = rng.choice(origins), rng.choice(topics)
                one = Problem(fate, origin, raiser.number, raiser.place, topic, received, due)
                held.append(one)
    held.sort(key=lambda one: one.received)
    for n, one in enumerate(held, start=1):
        one.number = f"CA-{n:03}"
    _timed(rng, held)
    return held


def _span(rng: Random, fate: Fate) -> tuple[date, date]:
    if fate.early:
        return date(2021, 3, 22), date(2021, 6, 18)
    if not fate.outcome and not fate.end:
        return (date(2021, 11, 29), date(2021, 12, 24)) if rng.random() < 0.6 else (date(2021, 9, 1), date(2021, 11, 5))
    return date(2021, 6, 21), date(2021, 11, 5)


def _timed(rng: Random, held: list[Problem]) -> None:
    """The day of each answer: in time, in time after an extension, or late."""
    answered = [one for one in held if one.fate.outcome]
    later = [one for one in answered if not one.fate.early]
    chosen = rng.sample(later, LATE + EXTENDED)
    for one in chosen[:LATE]:
        one.marks.add("late")
    for one in chosen[LATE:]:
        one.extended = CLOCK.add(one.due, 10).day
    for one in answered:
        if "late" in one.marks:
            one.answered = workday(one.due + timedelta(days=rng.randint(2, 16)))
        elif one.extended is not None:
            one.answered = CLOCK.add(one.due, rng.randint(1, 10)).day
        else:
            one.answered = CLOCK.add(one.received, rng.randint(3, DAYS)).day
        one.known = entered_on(ANSWERS, max(one.answered, _intake_of(one) + timedelta(days=1)))


def _routed(one: Problem) -> date:
    return CLOCK.add(one.received, 2).day


def _intake_of(one: Problem) -> date:
    """The day on which everything before the answer is entered."""
    return entered_on(INTAKE, one.due if one.extended is not None else _routed(one))


def _intake(found: Chapter, held: list[Problem], offices: Institutions) -> None:
    for day in INTAKE:
        new = [one for one in held if entered_on(INTAKE, _routed(one)) == day]
        longer = [one for one in held if one.extended is not None and entered_on(INTAKE, one.due) == day]
        found.enter(
            day,
            f"cases-{day:%m%d}",
            "cases",
            workbook(
                f"企业问题-{day:%Y%m%d}",
                cases=map(_case, new),
                case_routings=(each for one in new for each in _routings(one, offices)),
                case_extensions=(each for one in longer for each in _extension(one)),
            ),
        )


def _case(one: Problem) -> Row:
    return row(
        number=one.number,
        programme="problems",
        kind="problem",
        topic=one.topic,
        origin=one.origin,
        raiser=one.raiser,
        place=one.place,
        received_on=one.received,
        due=one.due,
        subject=f"{words.SUBJECTS[one.topic]}{words.MARK}",
    )


def _routings(one: Problem, offices: Institutions) -> list[Row]:
    number, next_day = one.number, CLOCK.add(one.received, 1).day
    if one.fate.end == "declined":
        note = "不属受理范围，已告知另行办理的渠道"
        return [row(number=f"RT-{number}-1", case=number, what="declined", on=next_day, note=note)]
    to = offices.bureau(one.topic).number
    return [
        row(number=f"RT-{number}-1", case=number, what="accepted", on=next_day),
        row(number=f"RT-{number}-2", case=number, what="routed", on=_routed(one), party=to, until=one.due),
    ]


def _extension(one: Problem) -> list[Row]:
    asked = CLOCK.add(one.received, DAYS - 1).day
    why = "需几个单位会商，申请延期"
    return [
        row(
            number=f"EX-{one.number}-1",
            case=one.number,
            what="extension-asked",
            on=asked,
            until=one.extended,
            note=why,
        ),
        row(
            number=f"EX-{one.number}-2",
            case=one.number,
            what="extension-approved",
            on=CLOCK.add(asked, 1).day,
            until=one.extended,
        ),
    ]


def _answers(found: Chapter, held: list[Problem], offices: Institutions) -> None:
    by_day: dict[tuple[date, str], list[Row]] = defaultdict(list)
    for one in held:
        to = offices.bureau(one.topic).number
        if one.answered is not None and one.known is not None:
            by_day[one.known, to].append(answer(one.number, 1, one.fate.outcome, one.answered))
        if one.fate.then:
            by_day[ANSWERS[3], to].append(answer(one.number, 2, one.fate.then, date(2021, 12, 20)))
    for (day, bureau), rows in sorted(by_day.items()):
        held_book = workbook(f"答复-{bureau}-{day:%Y%m%d}", case_answers=rows)
        found.enter(day, f"answers-{day:%m%d}-{bureau}", "answers", held_book, account=account_of(bureau)[0])


def answer(case: str, n: int, outcome: str, day: date) -> Row:
    """A row of `case-answers`; where more is to come, with the day of the next answer."""
    until = day + timedelta(days=60 if outcome == "under-way" else 150) if outcome in ("under-way", "planned") else None
    note = words.ANSWERS[outcome]
    return row(number=f"AN-{case}-{n}", case=case, what=outcome, on=day, until=until, note=note)


def _words(found: Chapter, seed: int, held: list[Problem]) -> None:
    """What raisers say through their own accounts, and what they told the office on the telephone."""
    days: dict[str, RaiserDays] = {}
    noted: dict[date, list[Row]] = defaultdict(list)
    for one in held:
        own = days.setdefault(one.raiser, RaiserDays(seed, one.raiser))
        if one.fate.end == "withdrawn":
            day = own.after(max(_intake_of(one), date(2021, 12, 31)))
            why = "情况有变，自行撤回"
            said = row(number=f"CL-{one.number}", case=one.number, what="withdrawn", on=one.due, note=why)
            found.words.append(Word(one.raiser, day, "case-closings", said))
        if not one.fate.word or one.answered is None or one.known is None:
            continue
        by_office = one.fate.by == "office"
        day = entered_on(CALLS, one.known + timedelta(days=1)) if by_office else own.after(one.known)
        said = _word(
            one, between(own.rng, one.answered + timedelta(days=1), min(day, one.answered + timedelta(days=14)))
        )
        if by_office:
            noted[day].append(said)
        else:
            found.words.append(Word(one.raiser, day, "case-words", said))
    for day, rows in sorted(noted.items()):
        found.enter(day, f"calls-{day:%m%d}", "calls", workbook(f"电话回访-{day:%Y%m%d}", case_words=rows))


def _word(one: Problem, day: date) -> Row:
    note = {"not-satisfied": "答复说已办，实际还没有动", "satisfied": ""}.get(one.fate.word, "打过两次电话没有接")
    return row(number=f"WD-{one.number}", case=one.number, what=one.fate.word, on=day, note=note)


def drawable(held: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Those that can be drawn in October: solved, satisfied through their own account, and closed; by stratum."""
    known = [one for one in held if one.fate.early and not one.fate.then]
    return {
        "look-back": tuple(one.number for one in known if one.origin == "look-back"),
        "others": tuple(one.number for one in known if one.origin != "look-back"),
    }


def _closings(found: Chapter, held: list[Problem]) -> None:
    done = [
        row(number=f"CL-{number}", case=number, what="closed", on=CLOSED)
        for numbers in drawable(held).values()
        for number in numbers
    ]
    found.enter(CLOSED, "closings", "closings", workbook("办结", case_closings=done))


def _draw(found: Chapter, held: list[Problem]) -> None:
    lot = Lot("LOT-2021", "answers", drawable(held), FOUND, SOURCE, NUMBER_OUT, "0 7 3 9 1", LOOKER)
    looker = account_of(LOOKER)[0]
    stages: tuple[tuple[date, Action, str], ...] = (
        (FRAMED, "frame", "office"),
        (DRAWN, "draw", "office"),
        (LOOKED, "look", looker),
        (REOPENED, "reopen", "office"),
        (RESUMED, "resume", "office"),
    )
    for day, action, account in stages:
        found.scenes.append(
            Scene(on(day), f"lot-{action}", f"demo-scene-lot-{action}", account, "page", action, lot=lot)
        )


def _planned(found: Chapter, held: list[Problem]) -> None:
    """Looking back by plan, 30 days after the answer, at a few that weren't drawn."""
    last = date(2021, 12, 1)
    known = [
        one
        for one in held
        if one.origin == "look-back" and (one.fate.word, one.fate.by, one.fate.early) == ("satisfied", "own", False)
        if one.answered is not None and one.answered <= last
    ][: len(PLANNED)]
    plan, asked, results = [], [], []
    for one, result in zip(known, PLANNED, strict=False):
        if one.answered is None:
            continue
        due, number = one.answered + timedelta(days=30), f"FU-{one.number}"
        plan.append(row(number=number, target=one.number, plan="answers", planned_on=due, due=due + timedelta(days=60)))
        asked.append(row(number=f"FA-{one.number}", follow_up=number, what="asked", on=PLANNED_ON, party=LOOKER))
        if result:
            day = workday(PLAN_LOOKED - timedelta(days=5))
            results.append(row(number=f"FR-{one.number}", follow_up=number, what=result, on=day))
    held_book = workbook("回访计划", follow_ups=plan, follow_up_requests=asked)
    found.enter(PLANNED_ON, "follow-ups", "follow-ups", held_book)
    found.enter(
        PLAN_LOOKED,
        "follow-up-results",
        "follow-up-results",
        workbook("回访结果", follow_up_results=results),
        account=account_of(LOOKER)[0],
    )
