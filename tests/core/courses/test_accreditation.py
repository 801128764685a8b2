"""Nobody is named below the threshold, and a naming lapses by date."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from concentric.core.courses import COURSES, refusals

from .cast import UNCOUNTED, after, amounts, read

COURSE = COURSES["accreditation"]
OPENING = replace(UNCOUNTED, supporter="", amount=Decimal(90))
ENOUGH = "assessed 60 what papers by office\nassessed 32.5 what visit by office\n"
NAMED = ENOUGH + "named what ninth until 2026-12-31 by office on 2021-12-31\n"
RENEWED = NAMED + "renewed until 2031-12-31 by office\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "points", "due"),
    [
        ("", "applied", "office", 1, "0", None),
        ("assessed 60 what papers by office", "assessed", "office", 2, "60", None),
        (ENOUGH, "assessed", "office", 2, "92.5", None),
        (NAMED, "named", "", 2, "92.5", date(2026, 12, 31)),
        (ENOUGH + "named until 2026-12-31 by outsider on 2021-12-31", "named", "", 4, "92.5", date(2026, 12, 31)),
        (RENEWED, "named", "", 2, "92.5", date(2031, 12, 31)),
        (NAMED + "lapsed on 2027-01-01 by office", "lapsed", "", 2, "92.5", None),
    ],
)
def test_each_step_moves_the_accreditation(
    steps: str, name: str, holder: str, strength: int, points: str, due: date | None
) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.name, state.holder, state.strength, amounts(state), state.due) == (
        name,
        holder,
        strength,
        points,
        due,
    )


def test_where_the_scheme_has_no_threshold_anybody_can_be_named() -> None:
    assert (
        after(COURSE, replace(OPENING, amount=None), "named until 2026-12-31 by office on 2021-12-31").name == "named"
    )


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "assessed 60 by office", refusals.ItemMissing),
        ("", "assessed what papers by office", refusals.AmountMissing),
        (ENOUGH, "assessed 1 what papers by office", refusals.AlreadyAssessed),
        ("", "assessed 60 what papers by village", refusals.CandidateCannotJudge),
        (ENOUGH, "named until 2026-12-31 by village on 2021-12-31", refusals.CandidateCannotJudge),
        ("assessed 89.9 what papers", "named until 2026-12-31 on 2021-12-31", refusals.BelowThreshold),
        (ENOUGH, "named on 2021-12-31", refusals.UntilMissing),
        (ENOUGH, "named until 2026-12-31", refusals.DateMissing),
        (ENOUGH, "named until 2021-12-31 on 2021-12-31", refusals.RenewalNotLater),
        (NAMED, "named until 2028-12-31 on 2021-12-31", refusals.AlreadyNamed),
        (NAMED, "assessed 1 what other by office", refusals.AlreadyNamed),
        (ENOUGH, "renewed until 2031-12-31", refusals.NotNamed),
        (ENOUGH, "lapsed on 2027-01-01", refusals.NotNamed),
        (NAMED, "renewed until 2026-12-31", refusals.RenewalNotLater),
        (NAMED, "lapsed on 2026-12-31", refusals.NotYetDue),
        (RENEWED, "lapsed on 2027-01-01", refusals.NotYetDue),
        (NAMED, "lapsed", refusals.DateMissing),
        (NAMED + "lapsed on 2027-01-01", "renewed until 2031-12-31", refusals.MatterClosed),
        (NAMED, "reversed of 1", refusals.StepStillNeeded),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, OPENING, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, OPENING, read(step, state.n + 1))
    assert type(caught.value) is refusal
