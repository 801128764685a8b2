"""An assignment holds as soon as it is made; that somebody is served is for them to say."""

from dataclasses import replace
from datetime import date

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import DUE, UNCOUNTED, after, read

COURSE = COURSES["assignment"]
OPENING = replace(UNCOUNTED, due=DUE)
RENEWED = "renewed until 2022-12-31 by office\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "due"),
    [
        ("", "in-force", "recipient", 2, DUE),
        ("confirmed by office", "in-force", "recipient", 2, DUE),
        ("confirmed by village", "in-force", "verifier", 3, DUE),
        ("verified by outsider", "in-force", "", 4, DUE),
        (RENEWED, "in-force", "recipient", 2, date(2022, 12, 31)),
        (RENEWED + "reversed of 1", "in-force", "recipient", 2, DUE),
        ("confirmed by village\nended on 2021-06-30 by office, retired", "ended", "", 3, None),
    ],
)
def test_each_step_moves_the_assignment(steps: str, name: str, holder: str, strength: int, due: date | None) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.name, state.holder, state.strength, state.due) == (name, holder, strength, due)


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "renewed by office", refusals.UntilMissing),
        ("", "renewed until 2021-12-31 by office", refusals.RenewalNotLater),
        (RENEWED + "renewed until 2023-12-31 by office", "renewed until 2023-12-31", refusals.RenewalNotLater),
        ("", "ended by office, retired", refusals.DateMissing),
        ("", "ended on 2021-06-30 by office", refusals.NoteMissing),
        ("", "ended on 2021-06-30 until 2021-07-01 by office, retired", refusals.UntilNotWanted),
        ("", "verified by chamber", refusals.NotIndependent),
        ("ended on 2021-06-30 by office, retired", "confirmed by village", refusals.MatterClosed),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, OPENING, before)
    with pytest.raises(refusal):
        COURSE.apply(state, OPENING, read(step, state.n + 1))


def test_what_is_open_ended_needs_no_renewal() -> None:
    with pytest.raises(refusals.NothingToRenew):
        after(COURSE, UNCOUNTED, RENEWED)
