"""A follow-up is judged by somebody who has no part in what is looked back on."""

from dataclasses import replace

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import CHAMBER, COUNTY, DUE, OFFICE, UNCOUNTED, VILLAGE, after, read

COURSE = COURSES["follow-up"]
OPENING = replace(UNCOUNTED, due=DUE, handler=COUNTY)
ASKED = "asked to outsider by office\n"
RESULT = "result what {} by outsider on 2021-09-01\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder"),
    [
        ("", "planned", "office"),
        (ASKED, "asked", "verifier"),
        (ASKED + RESULT.format("holds"), "holds", ""),
        (RESULT.format("partly"), "partly", ""),
        (ASKED + RESULT.format("relapsed"), "relapsed", ""),
        (ASKED + RESULT.format("unclear"), "unclear", ""),
        (RESULT.format("no-answer") + RESULT.format("holds"), "holds", ""),
        (RESULT.format("no-answer") + ASKED, "no-answer", ""),
        (ASKED + RESULT.format("holds") + "reversed of 2", "asked", "verifier"),
        (RESULT.format("unclear") + RESULT.format("relapsed") + "reversed of 2", "unclear", ""),
        (ASKED + "withdrawn by office, the clinic was merged", "withdrawn", ""),
        (ASKED + "withdrawn by office, wrong clinic\nreversed of 2", "asked", "verifier"),
    ],
)
def test_each_step_moves_the_follow_up(steps: str, name: str, holder: str) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.name, state.holder, state.amounts) == (name, holder, {})
    assert state.due == (DUE if holder else None)


@pytest.mark.parametrize("party", [CHAMBER, VILLAGE, COUNTY, OFFICE])
def test_nobody_judges_what_they_have_a_part_in_or_keep(party: str) -> None:
    state = after(COURSE, OPENING, ASKED)
    with pytest.raises(refusals.NotIndependent):
        COURSE.apply(state, OPENING, read(f"result what holds by {party} on 2021-09-01", 2))
    with pytest.raises(refusals.AskedNotIndependent):
        COURSE.apply(state, OPENING, read(f"asked to {party} by office", 2))


@pytest.mark.parametrize("party", [CHAMBER, VILLAGE, COUNTY])
def test_no_party_chooses_who_looks_back_or_calls_it_off(party: str) -> None:
    for step in (f"asked to outsider by {party}", f"withdrawn by {party}, no time"):
        with pytest.raises(refusals.PartyCannotChoose):
            COURSE.apply(COURSE.open(OPENING), OPENING, read(step, 1))


def test_a_handler_of_one_matter_may_look_back_on_another() -> None:
    other = replace(OPENING, handler="")
    assert after(COURSE, other, f"result what holds by {COUNTY} on 2021-09-01").name == "holds"


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "asked by office", refusals.PartyMissing),
        ("", "asked 5 to outsider by office", refusals.AmountNotWanted),
        ("", "asked to outsider until 2021-12-31", refusals.UntilNotWanted),
        ("", "asked of 1 to outsider", refusals.SpokenOfNotWanted),
        (ASKED, "result by outsider on 2021-09-01", refusals.ResultMissing),
        (ASKED, "result what fine by outsider on 2021-09-01", refusals.ResultMissing),
        (ASKED, "result what holds by outsider", refusals.DateMissing),
        (ASKED, "result what holds on 2021-09-01", refusals.NotIndependent),
        (ASKED, "withdrawn by office", refusals.NoteMissing),
        (RESULT.format("no-answer"), "withdrawn by office, nobody is there", refusals.ResultStays),
        (RESULT.format("holds"), RESULT.format("relapsed"), refusals.MatterClosed),
        (RESULT.format("relapsed"), "withdrawn by office, unlucky", refusals.MatterClosed),
        ("withdrawn by office, moved", "asked to outsider", refusals.MatterClosed),
        (ASKED, "reversed", refusals.SpokenOfMissing),
        (ASKED, "reversed of 4", refusals.NoSuchStep),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, OPENING, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, OPENING, read(step.strip(), state.n + 1))
    assert type(caught.value) is refusal
