"""Workbooks of the example: as people see them, byte for byte the same, and marked as invented."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from concentric.core.terms.words import say
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.synth.bench import bench, write_bench
from concentric.exchange.synth.dice import dice, partition, workday
from concentric.exchange.synth.folder import LIST, write_folder
from concentric.exchange.synth.rows import workbook
from concentric.exchange.synth.story import plan
from concentric.exchange.synth.writing import write

GIFT = {
    "number": "G-1",
    "programme": "gifts",
    "supporter": "S001",
    "recipient": "V001",
    "kind": "money",
    "amount": Decimal("52000.5"),
    "committed_on": date(2021, 5, 8),
}


def cells(path, stem, lang="zh-Hans"):
    """The rows of a sheet below its headings, by heading; and the first cell."""
    sheet = load_workbook(path)[BY_STEM[stem].name(lang)]
    first, headings, *rows = sheet.iter_rows(values_only=True)
    return first[0], [dict(zip(headings, row, strict=True)) for row in rows]


def heading(stem, name, lang="zh-Hans"):
    sheet = BY_STEM[stem]
    return sheet.columns[sheet.at(name)].heading(lang)


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_a_workbook_has_the_headings_and_the_words_that_people_see(tmp_path, lang):
    path = write(workbook("x", commitments=[GIFT]), tmp_path / "x.xlsx", lang)
    mark, (row,) = cells(path, "commitments", lang)
    assert mark == say("synth-invented", lang)
    assert row[heading("commitments", "amount", lang)] == 52000.5
    assert row[heading("commitments", "committed_on", lang)] == datetime(2021, 5, 8)  # noqa: DTZ001 - a cell has no zone
    kind = BY_STEM["commitments"].columns[BY_STEM["commitments"].at("kind")]
    assert row[kind.heading(lang)] == kind.term("money", lang)
    assert row[heading("commitments", "due", lang)] is None


def test_a_chamber_writes_dates_and_amounts_in_its_own_style(tmp_path):
    sent = [
        {"number": "D-1", "commitment": "G-1", "on": date(2021, 6, 3), "amount": 52_000},
        {"number": "D-2", "commitment": "G-2", "on": date(2021, 6, 4), "amount": 120},
    ]
    path = write(workbook("x", True, deliveries=sent), tmp_path / "x.xlsx")
    _, (first, second) = cells(path, "deliveries")
    assert first[heading("deliveries", "on")] == "2021年6月3日"
    assert first[heading("deliveries", "amount")] == "5.2万"
    assert second[heading("deliveries", "amount")] == "１２０"


def test_the_same_rows_give_the_same_bytes(tmp_path):
    held = workbook("x", commitments=[GIFT])
    assert write(held, tmp_path / "a.xlsx").read_bytes() == write(held, tmp_path / "b.xlsx").read_bytes()


def test_the_folder_lists_every_scene_and_holds_every_file(tmp_path):
    scenes = plan(2021)[:20]
    count = write_folder(scenes, tmp_path)
    with (tmp_path / LIST).open(encoding="utf-8-sig", newline="") as file:
        _, *rows = csv.reader(file)
    assert len(rows) == len(scenes)
    assert {row[4] for row in rows if row[4]} == {path.name for path in tmp_path.glob("*.xlsx")}
    assert count == len(list(tmp_path.glob("*.xlsx")))


@pytest.mark.parametrize("count", [200, 3_333])
def test_a_bench_has_exactly_as_many_rows_as_asked_and_refers_only_to_itself(tmp_path, count):
    held = {stem: list(rows) for stem, rows in bench(count, 1).items()}
    assert sum(map(len, held.values())) == count
    numbers = {stem: {row["number"] for row in rows} for stem, rows in held.items()}
    assert all(len(numbers[stem]) == len(rows) for stem, rows in held.items())
    for stem, column, to in (
        ("pairings", "supporter", "organisations"),
        ("commitments", "recipient", "villages"),
        ("agreements", "pairing", "pairings"),
        ("deliveries", "commitment", "commitments"),
        ("confirmations", "subject", "deliveries"),
    ):
        assert {row[column] for row in held[stem]} <= numbers[to]
    assert write_bench(tmp_path / "bench.xlsx", count, 1) == count


def test_a_bench_too_small_to_refer_to_itself_is_refused(tmp_path):
    with pytest.raises(ValueError, match="200"):
        write_bench(tmp_path / "bench.xlsx", 199, 1)


@given(st.data(), st.integers(1, 60), st.integers(0, 50), st.integers(1, 40), st.sampled_from([1, 5, 1000]))
def test_parts_add_up_and_stay_within_their_bounds(data, parts, low, spread, step):
    low, high = low * step, (low + spread) * step
    total = data.draw(st.integers(parts * low, parts * high))
    found = partition(dice(data.draw(st.integers(0, 99)), "test"), total, parts, low=low, high=high, step=step)
    assert sum(found) == total
    assert len(found) == parts
    assert all(low <= part < high + step for part in found)
    assert sum(part % step != 0 for part in found) <= 1


def test_what_does_not_fall_into_parts_is_refused():
    with pytest.raises(ValueError, match="does not fall"):
        partition(dice(1, "test"), 100, 3, low=40, high=50)


def test_a_weekend_moves_to_its_monday():
    assert workday(date(2021, 5, 8)) == date(2021, 5, 10)
    assert workday(date(2021, 5, 9)) == date(2021, 5, 10)
    assert workday(date(2021, 5, 10)) == date(2021, 5, 10)
