"""A draw is decided by the frame and a number from outside, and anybody can repeat it."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core import draws

ITEMS = {"financing": ["c", "a", "b"], "land": ["d", "e"], "labour": []}
TAKE = {"financing": 2, "land": 1}


DOCUMENT = Path(__file__).parents[2] / "docs" / "lookback.md"


def by_hand(text: str, number: str) -> dict[str, list[str]]:
    """The draw as an outsider would repeat it, from the published text of the frame alone."""
    seed = sha256(sha256(text.encode()).digest() + number.encode()).digest()
    found = {}
    for stratum in json.loads(text):
        lead = seed + b"\0" + stratum["stratum"].encode() + b"\0"
        order = sorted(stratum["items"], key=lambda item: sha256(lead + item.encode()).hexdigest())
        if int(stratum["take"]):
            found[stratum["stratum"]] = order[: int(stratum["take"])]
    return found


def test_a_frame_is_one_text_however_it_was_gathered() -> None:
    text = draws.frame_text(draws.fixed(ITEMS, TAKE))
    assert text == draws.frame_text(draws.fixed({"land": ["e", "d"], "labour": [], "financing": list("abc")}, TAKE))
    assert json.loads(text)[0] == {"items": ["a", "b", "c"], "stratum": "financing", "take": "2"}
    assert draws.read_frame(text) == draws.fixed(ITEMS, TAKE)


def test_a_known_draw_stays_what_it_was() -> None:
    strata = draws.fixed(ITEMS, TAKE)
    digest = draws.digest(draws.frame_text(strata))
    assert digest == "dc042c62a8cb6c8c63a46fc1271a007da2f42ea220943eae70dc4404536aa0f0"
    seed = draws.seed_of(digest, " 08 12 19 23 27 31 + 05 ")
    assert seed == "5fa2368610296fad4ae4fad5865bd66157960be1af15d6abb9ee05235e2ee22b"
    assert (
        draws.chosen_text(draws.drawn(strata, seed))
        == '[{"items":["a","b"],"stratum":"financing"},{"items":["e"],"stratum":"land"}]'
    )


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c", "丁"]), st.sets(st.integers(0, 99)), min_size=1),
    st.text(min_size=1).filter(lambda text: text.strip() != "" and text.isprintable()),
)
def test_an_outsider_draws_the_same(items: dict[str, set[int]], number: str) -> None:
    named = {name: [f"{name}{item}" for item in held] for name, held in items.items()}
    take = {name: (len(held) + 1) // 2 for name, held in named.items()}
    if not sum(take.values()):
        return
    strata = draws.fixed(named, take)
    text = draws.frame_text(strata)
    found = draws.drawn(strata, draws.seed_of(draws.digest(text), number))
    assert {one.name: list(one.items) for one in found} == by_hand(text, number.strip())
    for one in found:
        assert len(set(one.items)) == len(one.items) == one.take and set(one.items) <= set(named[one.name])


def test_the_documented_program_repeats_a_draw(tmp_path: Path) -> None:
    strata = draws.fixed(ITEMS, TAKE)
    (tmp_path / "frame").write_text(draws.frame_text(strata), encoding="utf-8")
    program = DOCUMENT.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(tmp_path / "frame"), "7"],
        capture_output=True,
        text=True,
        check=True,
    )
    digest = draws.digest(draws.frame_text(strata))
    assert digest in done.stdout
    for stratum in draws.drawn(strata, draws.seed_of(digest, "7")):
        assert f"{stratum.name} {list(stratum.items)}" in done.stdout


def test_another_number_draws_others() -> None:
    strata = draws.fixed({"all": [f"{n:03}" for n in range(200)]}, {"all": 20})
    digest = draws.digest(draws.frame_text(strata))
    drawn = {draws.chosen_text(draws.drawn(strata, draws.seed_of(digest, str(n)))) for n in range(30)}
    assert len(drawn) == 30


def test_everybody_is_drawn_equally_often() -> None:
    strata = draws.fixed({"all": [str(n) for n in range(20)]}, {"all": 5})
    digest = draws.digest(draws.frame_text(strata))
    times = dict.fromkeys(map(str, range(20)), 0)
    for n in range(400):
        for item in draws.drawn(strata, draws.seed_of(digest, f"number {n}"))[0].items:
            times[item] += 1
    assert sum(times.values()) == 2000 and all(60 <= count <= 140 for count in times.values())


@pytest.mark.parametrize(
    ("items", "take", "refusal"),
    [
        ({}, {}, draws.FrameEmpty),
        ({"a": ["x"]}, {}, draws.FrameEmpty),
        ({"a": ["x"]}, {"a": 0}, draws.FrameEmpty),
        ({"a": ["x"]}, {"a": 2}, draws.TakesTooMany),
        ({"a": ["x"]}, {"a": 1, "b": 1}, draws.TakesTooMany),
        ({"a": ["x", "y"], "b": ["z"]}, {"a": -1, "b": 1}, draws.FrameEmpty),
        ({"a": ["x", "y"], "b": ["z", "u"]}, {"a": -1, "b": 2}, draws.TakesTooMany),
        ({"a": ["x"], "b": ["x"]}, {"a": 1}, draws.ItemTwice),
        ({"a": ["x", "x"]}, {"a": 1}, draws.ItemTwice),
    ],
)
def test_what_no_fair_draw_can_be_made_of_is_refused(items, take, refusal) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(refusal) as refused:
        draws.fixed(items, take)
    assert refused.value.says("en") and refused.value.remedy("zh-Hant")


def test_without_a_number_nothing_is_drawn() -> None:
    with pytest.raises(draws.NumberMissing):
        draws.seed_of("00" * 32, " \n")
