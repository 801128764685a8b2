"""A project is signed once and counts once; what arrived is for its host to say."""

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import UNCOUNTED, after, amounts, read

COURSE = COURSES["project"]
SIGNED = "signed 1000 by office on 2021-03-01\n"
ARRIVED = SIGNED + "arrived 300 by chamber on 2021-06-01\n"
CONFIRMED = ARRIVED + "confirmed 300 of 2 by village\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "sums"),
    [
        ("", "lead", "supporter", 1, "0 0 0 0"),
        (SIGNED, "signed", "supporter", 2, "1000 0 0 0"),
        ("signed by office", "signed", "supporter", 2, "0 0 0 0"),
        (SIGNED + "increased 200 by office", "signed", "supporter", 2, "1200 0 0 0"),
        (SIGNED + "increased 200 by office\nreversed of 2", "signed", "supporter", 2, "1000 0 0 0"),
        (SIGNED + "started by office", "started", "supporter", 2, "1000 0 0 0"),
        (SIGNED + "producing by office", "producing", "supporter", 2, "1000 0 0 0"),
        (SIGNED + "confirmed of 1 by village", "signed", "supporter", 3, "1000 0 0 0"),
        (SIGNED + "confirmed of 1 by office", "signed", "supporter", 2, "1000 0 0 0"),
        (ARRIVED, "signed", "recipient", 2, "1000 300 0 0"),
        (CONFIRMED, "signed", "supporter", 3, "1000 300 300 0"),
        (CONFIRMED + "verified 250 of 2 by outsider", "signed", "supporter", 4, "1000 300 300 250"),
        (
            ARRIVED + "confirmed 300 of 2 by office\nverified 250 of 2 by outsider",
            "signed",
            "recipient",
            4,
            "1000 300 250 250",
        ),
        (SIGNED + "at-capacity by office", "at-capacity", "verifier", 2, "1000 0 0 0"),
        (SIGNED + "ended by office, the market is gone", "ended", "", 2, "1000 0 0 0"),
        ("ended by office, no land", "ended", "", 1, "0 0 0 0"),
    ],
)
def test_each_step_moves_the_project(steps: str, name: str, holder: str, strength: int, sums: str) -> None:
    state = after(COURSE, UNCOUNTED, steps)
    assert (state.name, state.holder, state.strength, amounts(state)) == (name, holder, strength, sums)


def test_a_host_that_saw_less_leaves_the_difference_unconfirmed_and_marked() -> None:
    state = after(COURSE, UNCOUNTED, ARRIVED + "confirmed 120 of 2 by village")
    assert (amounts(state), state.marks) == ("1000 300 120 0", ("disputed",))
    nothing = after(COURSE, UNCOUNTED, ARRIVED + "confirmed 0 of 2 by village")
    assert (amounts(nothing), nothing.strength, nothing.marks) == ("1000 300 0 0", 2, ("disputed",))
    noted = after(COURSE, UNCOUNTED, ARRIVED + "confirmed 300 of 2 by office")
    assert (amounts(noted), noted.marks) == ("1000 300 0 0", ("noted",))


def test_what_arrived_in_parts_is_confirmed_part_by_part() -> None:
    state = after(COURSE, UNCOUNTED, CONFIRMED + "arrived 50 by chamber\nconfirmed 40 of 4 by village")
    assert [(part.n, part.arrived, part.confirmed) for part in state.parts] == [(2, 300, 300), (4, 50, 40)]


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "started by office", refusals.NotSigned),
        ("", "arrived 5 by office", refusals.NotSigned),
        ("", "increased 5 by office", refusals.NotSigned),
        ("", "signed 0 by office", refusals.AmountZero),
        (SIGNED, "signed 5 by office", refusals.AlreadySigned),
        (SIGNED, "increased by office", refusals.AmountMissing),
        (SIGNED, "increased 0 by office", refusals.AmountZero),
        (SIGNED, "arrived by office", refusals.AmountMissing),
        (SIGNED, "arrived 5 of 1 by office", refusals.SpokenOfNotWanted),
        (SIGNED, "started 5 by office", refusals.AmountNotWanted),
        (SIGNED + "producing", "started by office", refusals.StageNotLater),
        (SIGNED + "producing", "producing by office", refusals.StageNotLater),
        (SIGNED, "confirmed of 1 until 2021-05-01 by village", refusals.UntilNotWanted),
        (SIGNED, "confirmed 5 of 1 by village", refusals.AmountNotWanted),
        (SIGNED, "confirmed by village", refusals.SpokenOfMissing),
        (ARRIVED, "confirmed of 2 by village", refusals.AmountMissing),
        (ARRIVED, "confirmed 301 of 2 by village", refusals.ConfirmedAboveArrived),
        (CONFIRMED, "confirmed of 3 by village", refusals.StepIsNoStage),
        (ARRIVED, "verified 5 of 2 by outsider", refusals.ArrivalNotConfirmed),
        (CONFIRMED, "verified 301 of 2 by outsider", refusals.VerifiedAboveConfirmed),
        (CONFIRMED, "verified 300 of 2 by village", refusals.NotIndependent),
        (SIGNED, "verified of 1 by office", refusals.NotIndependent),
        (SIGNED, "ended by office", refusals.NoteMissing),
        (SIGNED + "ended by office, gone", "started by office", refusals.MatterClosed),
        (CONFIRMED, "reversed of 1", refusals.StepStillNeeded),
        (CONFIRMED, "reversed of 2", refusals.StepStillNeeded),
        (CONFIRMED + "verified 5 of 2 by outsider", "reversed of 3", refusals.StepStillNeeded),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, UNCOUNTED, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, UNCOUNTED, read(step, state.n + 1))
    assert type(caught.value) is refusal
