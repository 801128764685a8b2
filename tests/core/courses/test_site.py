"""A site opens when it is opened, and is in use when its keeper says so."""

from dataclasses import replace

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import DUE, UNCOUNTED, after, read

COURSE = COURSES["site"]
OPENED = "started by office\nopened by office\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "marks"),
    [
        ("", "planned", "supporter", 1, ()),
        ("started by office", "building", "supporter", 2, ()),
        (OPENED, "opened", "recipient", 2, ()),
        ("opened by office", "opened", "recipient", 2, ()),
        (OPENED + "confirmed by office", "opened", "recipient", 2, ("noted",)),
        (OPENED + "confirmed by village", "confirmed", "verifier", 3, ()),
        (OPENED + "verified by outsider", "verified", "", 4, ()),
        (OPENED + "confirmed by village\ndisputed by outsider, locked", "disputed", "office", 2, ("disputed",)),
        (OPENED + "disputed by village, empty\nconfirmed by office", "disputed", "office", 2, ("disputed",)),
        (OPENED + "disputed by village, empty\nconfirmed by village", "confirmed", "verifier", 3, ()),
        (OPENED + "closed by office, the school moved", "closed", "", 2, ()),
        ("closed by office, never begun", "closed", "", 1, ()),
    ],
)
def test_each_step_moves_the_site(steps: str, name: str, holder: str, strength: int, marks: tuple[str, ...]) -> None:
    state = after(COURSE, UNCOUNTED, steps)
    assert (state.name, state.holder, state.strength, state.marks) == (name, holder, strength, marks)


def test_it_is_due_until_it_opens() -> None:
    opening = replace(UNCOUNTED, due=DUE)
    assert after(COURSE, opening, "started by office").due == DUE
    assert after(COURSE, opening, OPENED).due is None


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "confirmed by village", refusals.NotOpened),
        ("started by office", "verified by outsider", refusals.NotOpened),
        ("started by office", "started by office", refusals.AlreadyStarted),
        (OPENED, "started by office", refusals.AlreadyOpened),
        (OPENED, "opened by office", refusals.AlreadyOpened),
        (OPENED, "verified by village", refusals.NotIndependent),
        (OPENED, "verified", refusals.NotIndependent),
        (OPENED, "disputed by village", refusals.NoteMissing),
        (OPENED, "closed by office", refusals.NoteMissing),
        (OPENED, "confirmed of 2 by village", refusals.SpokenOfNotWanted),
        (OPENED, "confirmed 1 by village", refusals.AmountNotWanted),
        (OPENED + "confirmed by village", "reversed of 2", refusals.StepStillNeeded),
        ("closed by office, over", "opened by office", refusals.MatterClosed),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, UNCOUNTED, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, UNCOUNTED, read(step, state.n + 1))
    assert type(caught.value) is refusal
