"""A commitment is kept step by step, and no state says more than its words back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from concentric.core.courses import COURSES, refusals
from concentric.core.courses.commitment import CommitmentState

from .cast import PLEDGE, UNCOUNTED, after, amounts, read

COURSE = COURSES["commitment"]


def state_after(text: str) -> CommitmentState:
    state = after(COURSE, PLEDGE, text)
    assert isinstance(state, CommitmentState)
    return state


def seen(state: CommitmentState) -> tuple[str, str, int, str]:
    return state.name, state.holder, state.strength, amounts(state)


DELIVERED = "delivered 100 by office\n"
CONFIRMED = DELIVERED + "confirmed 100 of 1 by village\n"
VERIFIED = CONFIRMED + "verified 100 of 1 by outsider\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "strength", "rungs"),
    [
        ("", "pledged", "supporter", 1, "100 0 0 0 0"),
        ("delivered 60 by chamber", "part-delivered", "recipient", 2, "100 60 60 0 0"),
        (DELIVERED, "delivered", "recipient", 2, "100 100 100 0 0"),
        (CONFIRMED, "confirmed", "verifier", 3, "100 100 100 100 0"),
        (VERIFIED, "verified", "", 4, "100 100 100 100 100"),
        (DELIVERED + "confirmed 80 of 1 by village", "part-confirmed", "supporter", 3, "100 100 100 80 0"),
        (DELIVERED + "confirmed 120 of 1 by village", "confirmed", "verifier", 3, "100 100 120 120 0"),
        (CONFIRMED + "verified 70 of 1 by outsider", "part-verified", "", 4, "100 100 100 100 70"),
        ("delivered 60 by chamber\nconfirmed 60 of 1 by village", "part-confirmed", "supporter", 3, "100 60 60 60 0"),
        (CONFIRMED + "delivered 20 by chamber", "part-confirmed", "recipient", 3, "100 120 120 100 0"),
    ],
)
def test_each_step_moves_the_commitment_up_its_ladder(
    steps: str, name: str, holder: str, strength: int, rungs: str
) -> None:
    assert seen(state_after(steps)) == (name, holder, strength, rungs)


def test_a_signed_commitment_is_no_stronger_than_a_pledged_one() -> None:
    assert COURSE.open(replace(PLEDGE, firmness="signed")) == COURSE.open(PLEDGE)


@pytest.mark.parametrize("by", ["office", "chamber", "county", ""])
def test_a_confirmation_entered_by_anybody_but_the_recipient_is_only_noted(by: str) -> None:
    state = state_after(DELIVERED + "confirmed 100 of 1" + (f" by {by}" if by else ""))
    assert seen(state) == ("delivered", "recipient", 2, "100 100 100 0 0")
    assert state.marks == ("noted",)
    assert state.parts[0].answer == "noted"


def test_a_recipient_that_keeps_or_supports_the_matter_itself_cannot_confirm_it() -> None:
    for opening in (replace(PLEDGE, office="village"), replace(PLEDGE, supporter="village")):
        assert after(COURSE, opening, CONFIRMED).strength == 2


def test_what_an_outsider_verifies_after_the_office_noted_it_is_verified() -> None:
    state = state_after(DELIVERED + "confirmed 90 of 1 by office\nverified 80 of 1 by outsider")
    assert seen(state) == ("part-verified", "supporter", 4, "100 100 100 80 80")


def test_a_verification_that_finds_nothing_raises_no_rung() -> None:
    state = state_after(DELIVERED + "confirmed 90 of 1 by office\nverified 0 of 1 by outsider")
    assert seen(state) == ("part-delivered", "supporter", 2, "100 100 100 0 0")
    assert state.due == PLEDGE.due


def test_nothing_came_takes_the_delivery_out_of_what_is_confirmed_and_makes_it_due_again() -> None:
    state = state_after(CONFIRMED + "nothing-came of 1 by village")
    assert seen(state) == ("disputed", "office", 2, "100 100 100 0 0")
    assert state.marks == ("disputed",) and state.due == PLEDGE.due


def test_a_dispute_after_the_verification_sets_it_aside_until_it_is_verified_again() -> None:
    state = state_after(VERIFIED + "disputed of 1 by village, half of it broke")
    assert seen(state) == ("disputed", "office", 2, "100 100 100 0 0")
    with pytest.raises(refusals.DeliveryNotConfirmed):
        COURSE.apply(state, PLEDGE, read("verified 50 of 1 by outsider", 5))
    noted = COURSE.apply(state, PLEDGE, read("confirmed 60 of 1 by office", 5))
    assert seen(noted) == ("disputed", "office", 2, "100 100 100 0 0")
    again = COURSE.apply(noted, PLEDGE, read("verified 50 of 1 by outsider", 6))
    assert seen(again) == ("disputed", "office", 4, "100 100 100 50 50")


@pytest.mark.parametrize("word", ["nothing-came of 1 by village", "disputed of 1 by village, it is another model"])
def test_nobody_but_the_recipient_can_talk_the_recipients_objection_away(word: str) -> None:
    state = state_after(DELIVERED + word + "\ndisputed of 1 by office, heard so\nconfirmed 100 of 1 by office")
    assert (state.name, state.amounts["confirmed"]) == ("disputed", 0)
    state = COURSE.apply(state, PLEDGE, read("confirmed 100 of 1 by village", 5))
    assert (state.name, state.amounts["confirmed"]) == ("confirmed", 100)


def test_a_doubt_entered_by_the_office_counts_until_the_recipient_speaks_again() -> None:
    state = state_after(CONFIRMED + "nothing-came of 1 by office")
    assert seen(state) == ("disputed", "office", 2, "100 100 100 0 0")
    state = COURSE.apply(state, PLEDGE, read("confirmed 100 of 1 by village", 4))
    assert state.name == "confirmed"


def test_the_recipients_later_word_replaces_the_earlier_and_reversing_it_brings_that_back() -> None:
    state = state_after(CONFIRMED + "confirmed 40 of 1 by village")
    assert amounts(state) == "100 100 100 40 0"
    assert amounts(COURSE.apply(state, PLEDGE, read("reversed of 3 by village", 4))) == "100 100 100 100 0"


def test_a_recipients_later_correction_takes_nothing_from_what_was_verified() -> None:
    assert seen(state_after(VERIFIED + "confirmed 40 of 1 by village")) == ("verified", "", 4, "100 100 100 100 100")


def test_what_was_delivered_in_parts_is_confirmed_part_by_part() -> None:
    state = state_after("""
        delivered 60 by chamber
        delivered 40 by chamber
        confirmed 40 of 2 by village
        confirmed 55 of 1 by village
        verified 40 of 2 by outsider""")
    assert [(part.n, part.confirmed, part.verified, part.strength) for part in state.parts] == [
        (1, 55, 0, 3),
        (2, 40, 40, 4),
    ]
    assert seen(state) == ("part-verified", "supporter", 4, "100 100 100 95 40")


def test_it_lapses_after_its_due_date_and_a_late_delivery_revives_it() -> None:
    state = state_after("delivered 60 by chamber\nlapsed on 2022-01-01 by office")
    assert (state.name, state.holder, state.due, state.marks) == ("lapsed", "office", PLEDGE.due, ("lapsed",))
    late = COURSE.apply(state, PLEDGE, read("delivered 40 by chamber", 3))
    assert (late.name, late.due, late.marks) == ("delivered", None, ())
    assert COURSE.apply(late, PLEDGE, read("reversed of 3 by office", 4)).name == "lapsed"


def test_a_dispute_shows_even_when_the_rest_has_lapsed() -> None:
    state = state_after("delivered 60 by chamber\nlapsed on 2022-01-01\nnothing-came of 1 by village")
    assert (state.name, state.marks) == ("disputed", ("disputed", "lapsed"))


def test_what_is_written_off_stays_visible_with_what_was_delivered() -> None:
    state = state_after("delivered 60 by chamber\nwritten-off by office, the chamber was dissolved")
    assert seen(state) == ("written-off", "", 2, "100 60 60 0 0")
    assert state.due is None
    back = COURSE.apply(state, PLEDGE, read("reversed of 2 by office", 3))
    assert (back.name, back.due) == ("part-delivered", PLEDGE.due)


def test_where_nothing_is_counted_steps_count_nothing_either() -> None:
    state = after(COURSE, UNCOUNTED, "delivered by chamber\nconfirmed of 1 by village\nverified of 1 by outsider")
    assert seen(state) == ("verified", "", 4, "0 0 0 0 0")


def test_a_delivery_of_which_nothing_came_can_be_reversed_and_made_again() -> None:
    state = state_after("""
        delivered 100 by office
        nothing-came of 1 by village
        reversed of 1 by office
        delivered 100 by chamber
        confirmed 100 of 4 by village""")
    assert seen(state) == ("confirmed", "verifier", 3, "100 100 100 100 0")


def test_a_correction_entered_after_the_verification_can_itself_be_reversed() -> None:
    state = state_after(VERIFIED + "confirmed 90 of 1 by village")
    assert COURSE.apply(state, PLEDGE, read("reversed of 4 by village", 5)).name == "verified"


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "praised", refusals.StepUnknown),
        ("", "delivered by chamber", refusals.AmountMissing),
        ("", "delivered 0 by chamber", refusals.AmountZero),
        ("", "delivered -5 by chamber", refusals.AmountNegative),
        ("", "delivered 0.00001 by chamber", refusals.AmountTooFine),
        ("", "delivered NaN by chamber", refusals.AmountTooFine),
        ("", "delivered Infinity by chamber", refusals.AmountTooFine),
        ("", "delivered 1E+15 by chamber", refusals.AmountTooLarge),
        ("", "delivered 5 of 1 by chamber", refusals.SpokenOfNotWanted),
        ("", "confirmed 5 by village", refusals.SpokenOfMissing),
        ("", "confirmed 5 of 1 by village", refusals.NoSuchStep),
        (DELIVERED, "confirmed 5 of 0 by village", refusals.NoSuchStep),
        (DELIVERED, "confirmed 5 of 2 by village", refusals.NoSuchStep),
        (DELIVERED, "confirmed of 1 by village", refusals.AmountMissing),
        (DELIVERED, "confirmed 0 of 1 by village", refusals.AmountZero),
        (DELIVERED, "nothing-came 5 of 1 by village", refusals.AmountNotWanted),
        (DELIVERED, "disputed of 1 by village", refusals.NoteMissing),
        (CONFIRMED, "confirmed 5 of 2 by village", refusals.StepIsNoDelivery),
        (DELIVERED + "reversed of 1", "confirmed 5 of 1 by village", refusals.StepNotStanding),
        (DELIVERED, "verified 5 of 1 by outsider", refusals.DeliveryNotConfirmed),
        (DELIVERED + "nothing-came of 1 by village", "verified 5 of 1 by outsider", refusals.DeliveryNotConfirmed),
        (CONFIRMED, "verified 100.0001 of 1 by outsider", refusals.VerifiedAboveConfirmed),
        (CONFIRMED + "confirmed 200 of 1 by office", "verified 150 of 1 by outsider", refusals.VerifiedAboveConfirmed),
        (CONFIRMED, "verified of 1 by outsider", refusals.AmountMissing),
        (CONFIRMED, "verified 5 of 1 by chamber", refusals.NotIndependent),
        (CONFIRMED, "verified 5 of 1 by village", refusals.NotIndependent),
        (CONFIRMED, "verified 5 of 1 by office", refusals.NotIndependent),
        (CONFIRMED, "verified 5 of 1", refusals.NotIndependent),
        ("", "lapsed", refusals.DateMissing),
        ("", "lapsed on 2021-12-31", refusals.NotYetDue),
        (DELIVERED, "lapsed on 2022-01-01", refusals.FullyDelivered),
        ("lapsed on 2022-01-01", "lapsed on 2022-02-01", refusals.AlreadyLapsed),
        ("", "written-off by chamber, no reason", refusals.OnlyOfficeWritesOff),
        ("", "written-off by office", refusals.NoteMissing),
        ("written-off by office, gone", "delivered 5 by chamber", refusals.MatterClosed),
        ("written-off by office, gone", "written-off by office, gone", refusals.MatterClosed),
        ("", "reversed", refusals.SpokenOfMissing),
        ("", "reversed of 1", refusals.NoSuchStep),
        (DELIVERED, "reversed 100 of 1", refusals.AmountNotWanted),
        (DELIVERED + "reversed of 1", "reversed of 1", refusals.StepNotStanding),
        (DELIVERED + "reversed of 1", "reversed of 2", refusals.StepNotStanding),
        (CONFIRMED, "reversed of 1 by office", refusals.DeliveryStillConfirmed),
        (VERIFIED, "reversed of 1 by office", refusals.DeliveryStillConfirmed),
        (VERIFIED, "reversed of 2 by village", refusals.ConfirmationStillVerified),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = state_after(before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, PLEDGE, read(step, state.n + 1))
    assert type(caught.value) is refusal


def test_without_a_due_date_nothing_lapses() -> None:
    state = COURSE.open(UNCOUNTED)
    with pytest.raises(refusals.NoDueDate):
        COURSE.apply(state, UNCOUNTED, read("lapsed on 2022-01-01", 1))


@pytest.mark.parametrize("n", [0, 1, 3])
def test_a_step_out_of_turn_is_refused(n: int) -> None:
    with pytest.raises(refusals.StepOutOfTurn):
        COURSE.apply(state_after(DELIVERED), PLEDGE, read("delivered 5 by chamber", n))


def test_a_pledge_of_a_negative_amount_does_not_open() -> None:
    with pytest.raises(refusals.AmountNegative):
        COURSE.open(replace(PLEDGE, amount=Decimal(-1)))
