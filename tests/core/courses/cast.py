"""The cast of the courses' tests, and steps written as people would say them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from concentric.core.courses import Course, Opening, State, Step

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


def attempts(course: Course[Any]) -> st.SearchStrategy[list[Step]]:
    """Lists of steps that people might try, sensible or not; `aimed` fills in `n`, and `of` where it is negative."""

    counted = COUNTED.get(course.kind, ())

    def step(extra: Extra, name: str, amount: Decimal | None, **given: Any) -> Step:
        until, what, to = extra
        # Now and then an amount where none belongs: always would leave little that is taken.
        held = amount if name in counted or amount == 140 else None
        return Step(n=0, name=name, amount=held, until=until, what=what, to=to, **given)

    some = [None, *map(Decimal, ("0", "0.5", "30", "60", "100", "140"))]
    return st.lists(
        st.builds(
            step,
            extra=st.sampled_from(extras(course)),
            name=st.sampled_from(course.steps),
            on=st.sampled_from([None, SPRING, DUE, AFTER_DUE, date(2023, 1, 1), date.max]),
            by=st.sampled_from([CHAMBER, VILLAGE, VILLAGE, OFFICE, OUTSIDER, COUNTY, ""]),
            amount=st.sampled_from(some) if course.kind in COUNTED else st.none(),
            of=st.none() | st.integers(1, 6) | st.integers(-6, -1),
            note=st.sampled_from(["", "because"]),
        ),
        max_size=40,
    )


_SPOKEN_OF = ("delivered", "arrived", "signed", "started")


def aimed(state: State, attempt: Step) -> Step:
    """The attempt as the next step; a negative `of` becomes the number of a standing step that it could speak of."""
    of = attempt.of
    if of is not None and of < 0:
        speaks_of_any = attempt.name == "reversed"
        choices = [kept.n for kept in state.standing if speaks_of_any or kept.name in _SPOKEN_OF]
        of = choices[of % len(choices)] if choices else None
    return replace(attempt, n=state.n + 1, of=of)
