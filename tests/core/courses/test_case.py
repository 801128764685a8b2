"""Answered is not solved: a case is followed until its raiser says so, and an extension in time is never late."""

from dataclasses import replace
from datetime import date

import pytest

from concentric.core.courses import COURSES, Opening, refusals

from .cast import after, amounts, read

COURSE = COURSES["case"]
OPENING = Opening("", "enterprise", "office", date(2021, 3, 1), None, date(2021, 3, 12), kind="problem")
OPINION = replace(OPENING, kind="opinion", due=None)
TAKEN = "accepted by office on 2021-03-02\nrouted to county until 2021-03-10 by office on 2021-03-02\n"
SOLVED = TAKEN + "answered what solved by county on 2021-03-09\n"
UNDER_WAY = TAKEN + "answered what under-way until 2021-06-30 by county on 2021-03-09\n"
HAPPY = SOLVED + "word what satisfied by enterprise on 2021-03-11\n"
UNHAPPY = SOLVED + "word what not-satisfied by enterprise on 2021-03-11\n"
ASKED = TAKEN + "extension-asked until 2021-04-09 by county on 2021-03-10, the expert is ill\n"
EXTENDED = ASKED + "extension-approved by office on 2021-03-11\n"


@pytest.mark.parametrize(
    ("steps", "name", "holder", "due"),
    [
        ("", "received", "office", "2021-03-12"),
        ("accepted by office", "accepted", "office", "2021-03-12"),
        ("declined by office, no business of ours", "declined", "", None),
        (TAKEN, "routed", "handler", "2021-03-10"),
        ("routed to county until 2021-05-01 by office", "routed", "handler", "2021-03-12"),
        ("routed to office by office", "routed", "office", "2021-03-12"),
        (TAKEN + "returned by county, it is a tax question", "accepted", "office", "2021-03-12"),
        (ASKED, "routed", "handler", "2021-03-10"),
        (EXTENDED, "routed", "handler", "2021-04-09"),
        (ASKED + "extension-approved until 2021-03-11 by office", "routed", "handler", "2021-03-11"),
        (ASKED + "extension-refused by office, another expert is well", "routed", "handler", "2021-03-10"),
        (SOLVED, "answered", "recipient", None),
        (UNDER_WAY, "answered", "handler", "2021-06-30"),
        ("answered what explained by office on 2021-03-01", "answered", "recipient", None),
        (SOLVED + "word what no-answer by office", "answered", "office", None),
        (HAPPY, "answered", "office", None),
        (HAPPY + "closed by office", "closed", "", None),
        (UNHAPPY, "reopened", "handler", None),
        (SOLVED + "word what not-satisfied until 2021-04-01 by office", "reopened", "handler", "2021-04-01"),
        (SOLVED + "closed by office\nword what not-satisfied by enterprise", "reopened", "handler", None),
        (UNDER_WAY + "word what not-satisfied by enterprise", "reopened", "handler", "2021-06-30"),
        (UNHAPPY + "answered what solved by county on 2021-04-02", "answered", "recipient", None),
        (
            HAPPY + "closed by office\nreopened until 2021-09-01 by office, it came back",
            "reopened",
            "handler",
            "2021-09-01",
        ),
        (TAKEN + "withdrawn by enterprise, sold the plant", "withdrawn", "", None),
        (
            TAKEN + "withdrawn by office, by telephone\nreopened by enterprise, I did not say so",
            "reopened",
            "handler",
            None,
        ),
    ],
)
def test_each_step_moves_the_case(steps: str, name: str, holder: str, due: str | None) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.name, state.holder, state.due and state.due.isoformat()) == (name, holder, due)


@pytest.mark.parametrize(
    ("steps", "strength", "marks"),
    [
        (TAKEN, 1, ()),
        (SOLVED, 2, ()),
        (HAPPY, 3, ()),
        (UNHAPPY, 2, ("disputed",)),
        (SOLVED + "word what satisfied by office", 2, ("noted",)),
        (SOLVED + "word what satisfied by outsider", 2, ("noted",)),
        (UNHAPPY + "word what satisfied by office", 2, ("noted", "disputed")),
        (UNHAPPY + "word what satisfied by enterprise", 3, ()),
        (HAPPY + "word what not-satisfied by office", 2, ("disputed",)),
        (HAPPY + "word what not-satisfied by office\nword what satisfied by enterprise", 3, ()),
        (HAPPY + "word what no-answer by office", 3, ()),
        (UNHAPPY + "answered what explained by county on 2021-04-02", 2, ()),
        (HAPPY + "closed by office\nreopened by office, it came back", 1, ()),
    ],
)
def test_only_the_raisers_own_word_confirms_and_nobody_else_lifts_their_objection(
    steps: str, strength: int, marks: tuple[str, ...]
) -> None:
    state = after(COURSE, OPENING, steps)
    assert (state.strength, state.marks) == (strength, marks)


def test_a_word_that_is_taken_back_leaves_the_case_where_it_was() -> None:
    state = after(COURSE, OPENING, SOLVED + "closed by office\nword what not-satisfied by enterprise")
    assert COURSE.apply(state, OPENING, read("word what satisfied by enterprise", 6)).name == "closed"
    assert COURSE.apply(state, OPENING, read("reversed of 5", 6)).name == "closed"


@pytest.mark.parametrize(
    ("steps", "marks"),
    [
        (TAKEN + "answered what solved by county on 2021-03-10", ()),
        (TAKEN + "answered what solved by county on 2021-03-11", ("late",)),
        (EXTENDED + "answered what solved by county on 2021-04-09", ("extended",)),
        (EXTENDED + "answered what solved by county on 2021-04-10", ("extended", "late")),
        (EXTENDED, ("extended",)),
        (ASKED + "extension-approved by office on 2021-03-15", ("extended",)),
        (ASKED + "extension-refused by office on 2021-03-11, no", ("overdue",)),
        (TAKEN + "adopted 1 what own by office on 2021-03-11", ("overdue",)),
        (UNDER_WAY + "answered what solved by county on 2021-06-30", ()),
        (UNDER_WAY + "answered what planned until 2022-06-30 by county on 2021-07-01", ("late",)),
        (UNDER_WAY + "word what no-answer by office on 2021-07-01", ("overdue",)),
    ],
)
def test_what_is_extended_in_time_is_not_late_and_what_is_late_stays_so(steps: str, marks: tuple[str, ...]) -> None:
    assert after(COURSE, replace(OPENING, kind="opinion"), steps).marks == marks


def test_a_raiser_that_handles_its_own_case_does_not_confirm_it() -> None:
    opening = replace(OPENING, handler="enterprise")
    state = after(COURSE, opening, "answered what solved by enterprise on 2021-03-02")
    with pytest.raises(refusals.HandlerSpeaksForRaiser):
        COURSE.apply(state, opening, read("word what satisfied by enterprise", 2))


def test_the_handler_of_the_opening_answers_until_a_routing_names_another() -> None:
    opening = replace(OPENING, handler="county")
    assert after(COURSE, opening, "accepted by county\nanswered what solved by county on 2021-03-02").strength == 2
    routed = after(COURSE, opening, "routed to bureau by office")
    with pytest.raises(refusals.OnlyHandlerAnswers):
        COURSE.apply(routed, opening, read("answered what solved by county on 2021-03-02", 2))


def test_adoptions_are_counted_by_their_points() -> None:
    steps = "adopted 1 what own by office\nadopted 20 what city by office\nadopted 0 what leader by office"
    state = after(COURSE, OPINION, steps)
    assert (state.name, amounts(state)) == ("received", "21")
    assert amounts(COURSE.apply(state, OPINION, read("reversed of 2", 4))) == "1"


def test_a_routing_is_taken_back_only_after_what_its_handler_did() -> None:
    state = after(COURSE, OPENING, SOLVED)
    with pytest.raises(refusals.StepStillNeeded):
        COURSE.apply(state, OPENING, read("reversed of 2", 4))
    assert after(COURSE, OPENING, SOLVED + "reversed of 3\nreversed of 2").name == "accepted"
    by_office = after(COURSE, OPENING, TAKEN + "answered what solved by office on 2021-03-03\nreversed of 2")
    assert by_office.name == "answered"


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "accepted by outsider", refusals.OnlyHandlerAnswers),
        ("", "accepted by enterprise", refusals.OnlyHandlerAnswers),
        ("", "accepted", refusals.OnlyHandlerAnswers),
        (TAKEN, "accepted by office", refusals.AlreadyAccepted),
        ("", "declined by enterprise, no", refusals.OnlyOfficeDecides),
        ("", "declined by office", refusals.NoteMissing),
        (TAKEN, "declined by office, no", refusals.TooLateToDecline),
        ("", "routed by office", refusals.PartyMissing),
        ("", "routed to county by county", refusals.OnlyOfficeDecides),
        (SOLVED, "routed to county by office", refusals.AnsweredAlready),
        ("accepted by office", "returned by office, wrong", refusals.NotRouted),
        (TAKEN, "returned by county", refusals.NoteMissing),
        (TAKEN, "returned by office of 1, wrong", refusals.SpokenOfNotWanted),
        (TAKEN, "extension-asked until 2021-04-09 by county on 2021-03-11, ill", refusals.ExtensionTooLate),
        (TAKEN, "extension-asked until 2021-03-10 by county on 2021-03-09, ill", refusals.ExtensionNotLater),
        (TAKEN, "extension-asked by county on 2021-03-09, ill", refusals.UntilMissing),
        (TAKEN, "extension-asked until 2021-04-09 by county, ill", refusals.DateMissing),
        (TAKEN, "extension-asked until 2021-04-09 by county on 2021-03-09", refusals.NoteMissing),
        (ASKED, "extension-asked until 2021-04-10 by county on 2021-03-10, ill", refusals.ExtensionPending),
        (SOLVED, "extension-asked until 2021-04-10 by county on 2021-03-10, ill", refusals.AnsweredAlready),
        (UNHAPPY, "extension-asked until 2021-04-10 by county on 2021-03-10, ill", refusals.NoDeadline),
        (TAKEN, "extension-approved until 2021-04-10 by office", refusals.NoExtensionAsked),
        (TAKEN, "extension-refused by office, no", refusals.NoExtensionAsked),
        (ASKED, "extension-approved until 2021-03-09 by office", refusals.ExtensionNotLater),
        (ASKED, "extension-approved by county", refusals.OnlyOfficeDecides),
        (ASKED, "extension-refused by office", refusals.NoteMissing),
        (TAKEN, "answered by county on 2021-03-09", refusals.OutcomeMissing),
        (TAKEN, "answered what done by county on 2021-03-09", refusals.OutcomeMissing),
        (TAKEN, "answered what solved by county", refusals.DateMissing),
        (TAKEN, "answered what solved until 2021-05-01 by county on 2021-03-09", refusals.UntilNotWanted),
        (TAKEN, "answered what planned by county on 2021-03-09", refusals.NextDateMissing),
        (TAKEN, "answered what planned until 2021-03-09 by county on 2021-03-09", refusals.NextDateNotLater),
        (TAKEN, "answered what solved by enterprise on 2021-03-09", refusals.OnlyHandlerAnswers),
        (TAKEN, "answered 5 what solved by county on 2021-03-09", refusals.AmountNotWanted),
        (TAKEN, "word what satisfied by enterprise", refusals.NotAnswered),
        (SOLVED, "word what fine by enterprise", refusals.WordMissing),
        (SOLVED, "word what satisfied until 2021-05-01 by enterprise", refusals.UntilNotWanted),
        (SOLVED, "word what satisfied by county", refusals.HandlerSpeaksForRaiser),
        (SOLVED, "word what satisfied to county by office", refusals.PartyNotWanted),
        (TAKEN, "closed by office", refusals.NotAnswered),
        (UNHAPPY, "closed by office", refusals.RaiserNotSatisfied),
        (UNDER_WAY, "closed by office", refusals.StillUnderWay),
        (SOLVED, "closed what solved by office", refusals.WhatNotWanted),
        (HAPPY + "closed by office", "answered what solved by county on 2021-05-01", refusals.MatterClosed),
        (TAKEN, "reopened by office, why", refusals.NothingToReopen),
        (HAPPY + "closed by office", "reopened by enterprise", refusals.NoteMissing),
        (HAPPY + "closed by office", "reopened by county, why", refusals.OnlyRaiserWithdraws),
        (TAKEN, "withdrawn by county, they asked", refusals.OnlyRaiserWithdraws),
        (TAKEN, "withdrawn by enterprise", refusals.NoteMissing),
        (HAPPY + "closed by office", "withdrawn by enterprise, sold", refusals.MatterClosed),
        ("", "adopted 5 what city by office", refusals.NothingToAdopt),
        (ASKED + "withdrawn by enterprise, sold", "extension-approved by office", refusals.MatterClosed),
        (TAKEN, "reversed", refusals.SpokenOfMissing),
        (TAKEN, "reversed of 2 until 2021-05-01", refusals.UntilNotWanted),
        (SOLVED + "word what satisfied by enterprise", "reversed of 3", refusals.StepStillNeeded),
    ],
)
def test_a_step_against_the_rules_is_refused_by_name(
    before: str, step: str, refusal: type[refusals.StepRefused]
) -> None:
    state = after(COURSE, OPENING, before)
    with pytest.raises(refusal) as caught:
        COURSE.apply(state, OPENING, read(step, state.n + 1))
    assert type(caught.value) is refusal


@pytest.mark.parametrize(
    ("before", "step", "refusal"),
    [
        ("", "adopted 5 what city by outsider", refusals.OnlyOfficeDecides),
        ("", "adopted 5 by office", refusals.LevelMissing),
        ("", "adopted what city by office", refusals.AmountMissing),
        ("declined by office, no", "adopted 5 what city by office", refusals.MatterClosed),
        ("", "extension-asked until 2021-04-09 by office on 2021-03-09, ill", refusals.NoDeadline),
    ],
)
def test_an_opinion_is_adopted_by_the_rules(before: str, step: str, refusal: type[refusals.StepRefused]) -> None:
    state = after(COURSE, OPINION, before)
    with pytest.raises(refusal):
        COURSE.apply(state, OPINION, read(step, state.n + 1))
