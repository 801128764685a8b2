"""A pairing is agreed by its sides, each for itself."""

from dataclasses import replace
from datetime import date

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import DUE, UNCOUNTED, after, read

COURSE = COURSES["pairing"]
OPENING = replace(UNCOUNTED, due=DUE)
ACTIVE = "agreed by chamber\nagreed by village\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength"),
    [
        ("", "proposed", "supporter", 1),
        ("agreed by office", "agreed", "recipient", 2),
        ("agreed by chamber", "agreed", "recipient", 2),
        ("agreed by county", "agreed", "supporter", 2),
        ("agreed by village", "agreed", "supporter", 3),
        ("agreed by office\nagreed by chamber", "agreed", "recipient", 2),
        (ACTIVE, "active", "verifier", 3),
        ("agreed by village\nagreed by office", "active", "verifier", 3),
        (ACTIVE + "verified by outsider", "active", "", 4),
        ("agreed by office\nverified by outsider", "agreed", "recipient", 4),
        ("declined by village", "declined", "", 1),
        ("agreed by chamber\ndeclined by village", "declined", "", 1),
        (ACTIVE + "ended by office, moved away", "ended", "", 3),
        ("agreed by chamber\nreversed of 1", "proposed", "supporter", 1),
        ("declined by village\nreversed of 1 by village", "proposed", "supporter", 1),
    ],
)
def test_each_step_moves_the_pairing(steps: str, name: str, holder: str, strength: int) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.name, state.holder, state.strength, state.amounts) == (name, holder, strength, {})


def test_every_side_that_agreed_is_remembered() -> None:
    assert after(COURSE, OPENING, "agreed by office\n" + ACTIVE).agreed == ("office", "supporter", "recipient")


def test_what_holds_for_ever_cannot_be_renewed() -> None:
    state = after(COURSE, OPENING, ACTIVE + "renewed on 9999-12-31")
    assert "renewed" not in COURSE.allowed(state, OPENING)


def test_when_everybody_has_agreed_nobody_is_asked_again() -> None:
    state = after(COURSE, OPENING, ACTIVE + "agreed by office\nagreed by county")
    assert "agreed" in COURSE.allowed(state, OPENING)
    state = COURSE.apply(state, OPENING, read("agreed", 5))
    assert "agreed" not in COURSE.allowed(state, OPENING)


def test_a_renewal_moves_the_date_until_which_it_holds_and_its_reversal_moves_it_back() -> None:
    state = after(COURSE, OPENING, ACTIVE + "renewed on 2022-12-31\nrenewed on 2023-12-31")
    assert state.due == date(2023, 12, 31)
    assert COURSE.apply(state, OPENING, read("reversed of 4", 5)).due == date(2022, 12, 31)
    assert after(COURSE, OPENING, ACTIVE + "renewed on 2022-12-31\nended, over").due is None


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "delivered", refusals.StepUnknown),
        ("", "agreed 5 by village", refusals.AmountNotWanted),
        ("", "agreed of 1 by village", refusals.SpokenOfNotWanted),
        (ACTIVE, "agreed by village", refusals.AlreadyAgreed),
        (ACTIVE, "declined by village", refusals.AlreadyActive),
        ("", "verified by outsider", refusals.NotAgreed),
        ("agreed by office", "verified by office", refusals.NotIndependent),
        ("agreed by office", "verified", refusals.NotIndependent),
        ("", "renewed on 2022-12-31", refusals.NotAgreed),
        (ACTIVE, "renewed", refusals.DateMissing),
        (ACTIVE, "renewed on 2021-12-31", refusals.RenewalNotLater),
        (ACTIVE, "ended by office", refusals.NoteMissing),
        (ACTIVE + "ended, over", "renewed on 2022-12-31", refusals.MatterClosed),
        ("declined by village", "agreed by office", refusals.MatterClosed),
        (ACTIVE, "reversed", refusals.SpokenOfMissing),
        (ACTIVE, "reversed of 3", refusals.NoSuchStep),
        (ACTIVE + "verified by outsider", "reversed of 2", refusals.AgreementStillVerified),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, OPENING, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, OPENING, read(step, state.n + 1))
    assert type(caught.value) is refusal
