"""What holds for every course, whatever people try in whatever order."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concentric.core.canonical import canonical
from concentric.core.courses import COURSES, RUNGS, Course, Opening, State, Step, plain, refusals, strength
from concentric.core.courses.base import Kept
from concentric.core.terms.steps import state_word, step_word
from concentric.core.terms.words import LANGS, say

from .cast import AFTER_DUE, COUNTED, COUNTY, DUE, PLEDGE, SPRING, UNCOUNTED, after, aimed, attempts, extras, told

OPENINGS = [
    PLEDGE,
    UNCOUNTED,
    replace(PLEDGE, amount=Decimal(0)),
    replace(PLEDGE, office="", due=None),
    replace(PLEDGE, office="village"),
    replace(UNCOUNTED, due=DUE),
    replace(PLEDGE, due=date.max),
    replace(UNCOUNTED, handler=COUNTY),
    replace(UNCOUNTED, due=DUE, handler=COUNTY, kind="opinion"),
    replace(UNCOUNTED, recipient=COUNTY, due=SPRING, handler=COUNTY),
]
OF_ANOTHER = ("confirmed", "nothing-came", "disputed", "verified", "reversed")
HOLDERS = ("supporter", "recipient", "handler", "verifier", "office")
courses = pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
openings = st.sampled_from(OPENINGS)


def walk(course: Course[Any], opening: Opening, tries: list[Step | int]) -> Iterator[tuple[State, Step, State]]:
    """Tries each step; yields those that are taken with the states before and after."""
    state = course.open(opening)
    for attempt in tries:
        step = aimed(course, opening, state, attempt)
        try:
            after = course.apply(state, opening, step)
        except refusals.StepRefused:
            continue
        yield state, step, after
        state = after


@courses
@given(st.data(), openings)
def test_replaying_what_was_accepted_ends_at_the_same_state(
    course: Course[Any], data: st.DataObject, opening: Opening
) -> None:
    taken: list[Step] = []
    state = course.open(opening)
    for _, step, _ in walk(course, opening, data.draw(attempts(course))):
        taken.append(step)
        stored = json.loads(canonical(course.dump(state)))
        state = course.apply(course.load(stored), opening, step)
    assert course.fold(opening, taken) == state
    assert course.load(course.dump(state)) == state


def test_a_long_matter_comes_back_in_its_order_from_canonical_json() -> None:
    course = COURSES["commitment"]
    state = after(course, PLEDGE, "delivered 5 by chamber\n" * 9 + "lapsed on 2022-01-01\ndelivered 5 by chamber")
    loaded = course.load(json.loads(canonical(course.dump(state))))
    assert loaded == state
    assert course.derive(PLEDGE, 11, loaded.standing) == state


@courses
@given(st.data(), openings)
def test_everything_accepted_was_allowed(course: Course[Any], data: st.DataObject, opening: Opening) -> None:
    for before, step, _ in walk(course, opening, data.draw(attempts(course))):
        assert step.name in course.allowed(before, opening)


@courses
@settings(max_examples=40, deadline=None)
@given(st.data(), openings)
def test_everything_allowed_can_be_done_by_somebody(course: Course[Any], data: st.DataObject, opening: Opening) -> None:
    walked = list(walk(course, opening, data.draw(attempts(course))))
    state = walked[-1][2] if walked else course.open(opening)

    def possible(name: str) -> bool:
        counts = name in COUNTED.get(course.kind, ())
        choices = product(
            ("office", "outsider", "chamber", "village", COUNTY, ""),
            (Decimal(1), None, Decimal(0)) if counts else (None,),
            (None, *range(1, state.n + 1)) if name in OF_ANOTHER else (None,),
            (AFTER_DUE, None, date.min, date.max),
            (*extras(course), (None, "another", "")),
        )
        for by, amount, of, on, (until, what, to) in choices:
            try:
                course.apply(state, opening, Step(state.n + 1, name, on, by, amount, of, "because", until, what, to))
            except refusals.StepRefused:
                continue
            return True
        return False

    allowed = course.allowed(state, opening)
    assert {name for name in course.steps if possible(name)} == set(allowed)
    assert list(allowed) == [name for name in course.steps if name in allowed]


@courses
@given(st.data(), openings)
def test_reversing_everything_backwards_returns_to_the_opening(
    course: Course[Any], data: st.DataObject, opening: Opening
) -> None:
    opened = course.open(opening)
    walked = list(walk(course, opening, data.draw(attempts(course))))
    state = walked[-1][2] if walked else opened
    for kept in reversed(state.standing):
        state = course.apply(state, opening, Step(state.n + 1, "reversed", None, "office", of=kept.n))
    assert replace(state, n=0) == opened


@courses
@given(st.data(), openings)
def test_a_reversal_leaves_the_state_as_if_the_step_had_never_been(
    course: Course[Any], data: st.DataObject, opening: Opening
) -> None:
    for before, step, state in walk(course, opening, data.draw(attempts(course))):
        if step.name != "reversed":
            back = course.apply(state, opening, Step(state.n + 1, "reversed", None, "", of=step.n))
            assert replace(back, n=before.n) == before


@courses
@given(st.data(), openings)
def test_the_effects_of_all_steps_sum_to_the_amounts(
    course: Course[Any], data: st.DataObject, opening: Opening
) -> None:
    walked = list(walk(course, opening, data.draw(attempts(course))))
    state = walked[-1][2] if walked else course.open(opening)
    effects = course.effects(opening, [step for _, step, _ in walked])
    assert [effect.n for effect in effects] == list(range(len(walked) + 1))
    for name, amount in state.amounts.items():
        assert sum(effect.amounts[name] for effect in effects) == amount
    for part in getattr(state, "parts", ()):
        for name in {"delivered", "arrived", "reported", "confirmed", "verified"} & state.amounts.keys():
            of_part = [effect.amounts[name] for effect in effects if effect.part == part.n]
            assert sum(of_part) == getattr(part, name)


def test_a_reversal_is_dated_on_its_own_day() -> None:
    steps = [
        Step(1, "delivered", date(2021, 3, 1), "chamber", Decimal(60)),
        Step(2, "reversed", date(2022, 2, 1), "office", of=1),
    ]
    found = COURSES["commitment"].effects(PLEDGE, steps)
    assert [(effect.part, effect.on, effect.amounts["delivered"]) for effect in found] == [
        (None, PLEDGE.on, 0),
        (1, date(2021, 3, 1), 60),
        (1, date(2022, 2, 1), -60),
    ]


def test_what_a_reversed_confirmation_takes_back_is_taken_from_its_delivery() -> None:
    steps = told("""
        delivered 60 by chamber
        delivered 40 by chamber
        confirmed 40 of 2 by village
        reversed of 3 by village""")
    found = COURSES["commitment"].effects(PLEDGE, steps)
    assert [(effect.part, effect.amounts["confirmed"]) for effect in found[3:]] == [(2, 40), (2, -40)]


@courses
@given(st.data(), openings)
def test_what_stands_explains_the_state_by_itself(course: Course[Any], data: st.DataObject, opening: Opening) -> None:
    for _, _, state in walk(course, opening, data.draw(attempts(course))):
        assert course.derive(opening, state.n, state.standing) == state
        if course.kind in ("commitment", "follow-up", "pairing"):
            continue  # what was judged by what stood then may stand for itself
        held: tuple[Kept, ...] = ()
        for kept in state.standing:
            course.check(course.derive(opening, kept.n - 1, held), opening, kept.again(), kept.role)
            held = (*held, kept)


@given(st.data(), openings)
def test_no_part_of_a_commitment_overclaims(data: st.DataObject, opening: Opening) -> None:
    course = COURSES["commitment"]
    for _, _, state in walk(course, opening, data.draw(attempts(course))):
        for part in state.parts:
            assert 0 <= part.verified <= part.confirmed <= part.reported
            assert part.delivered <= part.reported
            assert part.strength == strength.VERIFIED or part.verified == 0
            assert part.strength >= strength.CONFIRMED or part.confirmed == 0
        for name in ("delivered", "reported", "confirmed", "verified"):
            assert state.amounts[name] == sum(getattr(part, name) for part in state.parts)
        assert state.strength == max((part.strength for part in state.parts), default=strength.PLEDGED)
        own = [kept for kept in state.standing if kept.name == "confirmed" and kept.role == "recipient"]
        independent = [kept for kept in state.standing if kept.name == "verified"]
        assert all(kept.role == "other" for kept in independent)
        assert own or independent or state.strength <= strength.REPORTED
        if state.name in ("confirmed", "verified"):
            assert all(part.strength >= strength.CONFIRMED for part in state.parts)
            assert state.amounts[state.name] >= state.amounts["pledged"]


@courses
@given(st.data(), openings)
def test_states_are_of_the_course_and_their_names_are_short_enough_to_store(
    course: Course[Any], data: st.DataObject, opening: Opening
) -> None:
    for _, _, state in walk(course, opening, data.draw(attempts(course))):
        assert type(state) is course.state_type
        assert len(state.name) <= 24 and state.holder in ("", *HOLDERS)
        assert state_word(course.kind, state.name, "en")


@pytest.mark.parametrize("lang", LANGS)
def test_every_refusal_step_holder_and_rung_has_words(lang: str) -> None:
    words: dict[str, Any] = dict.fromkeys(("of", "later", "n", "next"), 3)
    words |= dict.fromkeys(("amount", "largest", "verified", "confirmed", "arrived"), Decimal(5))
    words |= dict.fromkeys(("points", "threshold"), Decimal(5)) | dict.fromkeys(
        ("due", "on", "step", "item", "what"), "x"
    )
    refused = refusals.StepRefused.__subclasses__()
    assert len(refused) > 75
    for refusal in refused:
        one = refusal(**words)
        assert one.says(lang) and one.remedy(lang)
    for course in COURSES.values():
        for name in course.steps:
            assert step_word(course.kind, name, lang)
    for name in HOLDERS:
        assert say(f"holder-{name}", lang)
    for name in RUNGS:
        assert say(f"rung-{name}", lang)


def test_the_rungs_are_numbered_from_one_to_four() -> None:
    assert [strength.strength_of(name) for name in RUNGS] == [1, 2, 3, 4]
    assert [strength.rung(number) for number in (1, 2, 3, 4)] == list(RUNGS)
    for number in (0, 5):
        with pytest.raises(ValueError):
            strength.rung(number)


@pytest.mark.parametrize(
    ("amount", "text"),
    [("52000", "52000"), ("5.2E+4", "52000"), ("0.5000", "0.5"), ("-0.00", "0"), ("-40.10", "-40.1"), ("100", "100")],
)
def test_amounts_are_written_plainly(amount: str, text: str) -> None:
    assert plain(Decimal(amount)) == text


def test_courses_load_no_django() -> None:
    parts = ("courses", "merkle", "canonical", "notes")
    imports = "; ".join(f"import concentric.core.{part}" for part in parts)
    code = f"import sys; {imports}; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
