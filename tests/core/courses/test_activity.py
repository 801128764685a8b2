"""An activity is reported by who held it and confirmed by its host."""

from dataclasses import replace

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import UNCOUNTED, after, read

COURSE = COURSES["activity"]


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "marks"),
    [
        ("", "reported", "recipient", 2, ()),
        ("confirmed by office", "reported", "recipient", 2, ("noted",)),
        ("confirmed by village", "confirmed", "verifier", 3, ()),
        ("verified by outsider", "verified", "", 4, ()),
        ("disputed by village, nobody came", "disputed", "office", 2, ("disputed",)),
        ("verified by outsider\ndisputed by village, nobody came", "disputed", "office", 2, ("disputed",)),
        ("disputed by village, nobody came\nverified by outsider", "disputed", "office", 4, ("disputed",)),
        ("disputed by village, wrong day\nreversed of 1", "reported", "recipient", 2, ()),
    ],
)
def test_each_step_moves_the_activity(
    steps: str, name: str, holder: str, strength: int, marks: tuple[str, ...]
) -> None:
    state = after(COURSE, UNCOUNTED, steps)
    assert (state.name, state.holder, state.strength, state.marks) == (name, holder, strength, marks)


def test_without_a_host_only_a_verifier_raises_it() -> None:
    opening = replace(UNCOUNTED, recipient="")
    assert COURSE.open(opening).holder == "verifier"
    assert after(COURSE, opening, "confirmed by village").strength == 2
    assert after(COURSE, opening, "verified by village").strength == 4


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "verified by chamber", refusals.NotIndependent),
        ("", "disputed by village", refusals.NoteMissing),
        ("", "confirmed 30 by village", refusals.AmountNotWanted),
        ("", "confirmed of 1 by village", refusals.SpokenOfNotWanted),
        ("", "confirmed until 2021-05-01 by village", refusals.UntilNotWanted),
        ("", "reversed of 1", refusals.NoSuchStep),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, UNCOUNTED, before)
    with pytest.raises(refusal):
        COURSE.apply(state, UNCOUNTED, read(step, state.n + 1))
