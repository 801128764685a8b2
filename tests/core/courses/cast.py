"""The cast of the courses' tests, and steps written as people would say them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from concentric.core.courses import Course, Opening, State, Step, refusals

CHAMBER, VILLAGE, OFFICE, OUTSIDER, COUNTY = "chamber", "village", "office", "outsider", "county"
DUE = date(2021, 12, 31)
SPRING, AUTUMN, AFTER_DUE = date(2021, 3, 1), date(2021, 9, 1), date(2022, 1, 1)

PLEDGE = Opening(CHAMBER, VILLAGE, OFFICE, date(2021, 1, 4), Decimal(100), DUE, "pledged")
UNCOUNTED = Opening(CHAMBER, VILLAGE, OFFICE, date(2021, 1, 4))


Extra = tuple[date | None, str, str]
"""What else a step may say: until when, what, to whom."""
PLAIN: Extra = (None, "", "")
EXTRAS: dict[str, tuple[Extra, ...]] = {
    "accreditation": (
        PLAIN,
        (None, "papers", ""),
        (None, "visit", ""),
        (date(2026, 12, 31), "ninth", ""),
        (date.max, "", ""),
        (SPRING, "", ""),
    ),
    "assignment": (PLAIN, (AFTER_DUE, "", ""), (date.max, "", ""), (None, "holds", "")),
    "case": (
        PLAIN,
        (None, "", COUNTY),
        (SPRING, "", CHAMBER),
        (AFTER_DUE, "", ""),
        (date.max, "", ""),
        (None, "solved", ""),
        (date.max, "under-way", ""),
        (DUE, "planned", ""),
        *((None, what, "") for what in ("satisfied", "not-satisfied", "no-answer")),
        (DUE, "not-satisfied", ""),
    ),
    "follow-up": (
        PLAIN,
        (None, "", COUNTY),
        (None, "", OUTSIDER),
        (None, "", CHAMBER),
        *((None, what, "") for what in ("holds", "partly", "relapsed", "unclear", "no-answer")),
        (SPRING, "holds", COUNTY),
    ),
}
"""What people might add to the steps of a kind. A course that isn't named takes nothing more."""

SOME = (None, *map(Decimal, ("0", "0.5", "30", "60", "100", "140")))
DAYS = (None, SPRING, DUE, AFTER_DUE, date(2023, 1, 1), date.max)
PEOPLE = (CHAMBER, VILLAGE, VILLAGE, OFFICE, OFFICE, OUTSIDER, COUNTY, "")
COUNTED = {
    "accreditation": ("assessed",),
    "case": ("adopted",),
    "commitment": ("delivered", "confirmed", "verified"),
    "project": ("signed", "increased", "arrived", "confirmed", "verified"),
}
"""The steps that have amounts."""


def extras(course: Course[Any]) -> tuple[Extra, ...]:
    """What people might add to a step of this course."""
    return EXTRAS.get(course.kind, (PLAIN,))


def amounts(state: State) -> str:
    """The rungs' amounts from pledged to verified, as one line."""
    return " ".join(str(amount) for amount in state.amounts.values())


def read(line: str, n: int) -> Step:
    """A step from words such as `delivered 60 by office on 2021-03-01` or `disputed of 1 by village, too little`.

    `until`, `what` and `to` are followed by their value as well.
    """
    words, _, note = line.partition(", ")
    name, *rest = words.split()
    args: dict[str, Any] = {"on": None, "by": "", "note": note}
    while rest:
        word = rest.pop(0)
        if word == "by":
            args["by"] = rest.pop(0)
        elif word == "of":
            args["of"] = int(rest.pop(0))
        elif word in ("on", "until"):
            args[word] = date.fromisoformat(rest.pop(0))
        elif word in ("to", "what"):
            args[word] = rest.pop(0)
        else:
            args["amount"] = Decimal(word)
    return Step(n, name, **args)


def told(text: str) -> list[Step]:
    """Steps from a small table, one a line, numbered from 1."""
    return [read(line.strip(), n) for n, line in enumerate(text.strip().splitlines(), 1)]


def after(course: Course[Any], opening: Opening, text: str) -> Any:
    """The state after a table of steps."""
    return course.fold(opening, told(text) if text.strip() else [])


def attempts(course: Course[Any]) -> st.SearchStrategy[list[Step | int]]:
    """Lists of what people might try: any step at all, or (a number) a sensible one. `aimed` makes it the next step."""

    counted = COUNTED.get(course.kind, ())

    def step(extra: Extra, name: str, amount: Decimal | None, **given: Any) -> Step:
        until, what, to = extra
        # Now and then an amount where none belongs: always would leave little that is taken.
        held = amount if name in counted or amount == 140 else None
        return Step(n=0, name=name, amount=held, until=until, what=what, to=to, **given)

    return st.lists(
        st.integers(0, 2**16)
        | st.builds(
            step,
            extra=st.sampled_from(extras(course)),
            name=st.sampled_from(course.steps),
            on=st.sampled_from(DAYS),
            by=st.sampled_from(PEOPLE),
            amount=st.sampled_from(SOME) if course.kind in COUNTED else st.none(),
            of=st.none() | st.integers(1, 6),
            note=st.sampled_from(["", "because"]),
        ),
        max_size=40,
    )


def aimed(course: Course[Any], opening: Opening, state: State, attempt: Step | int) -> Step:
    """The attempt as the next step. For a number: a step that is allowed, and mostly one that is taken."""
    if isinstance(attempt, Step):
        return replace(attempt, n=state.n + 1)
    dice = Random(attempt)
    name = dice.choice(course.allowed(state, opening))
    for _ in range(200):
        until, what, to = dice.choice(extras(course))
        step = Step(
            state.n + 1,
            name,
            dice.choice(DAYS),
            dice.choice(PEOPLE),
            dice.choice(SOME) if name in COUNTED.get(course.kind, ()) else None,
            dice.choice([None, *(kept.n for kept in state.standing)]),
            "because",
            until,
            what,
            to,
        )
        try:
            course.apply(state, opening, step)
        except refusals.StepRefused:
            continue
        break
    return step
