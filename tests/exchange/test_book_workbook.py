"""The programme book as a workbook: the same book comes back, and what is wrong is told at its cell."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from concentric.config.cli import concentric
from concentric.core.terms.words import LANGS
from concentric.exchange.book_workbook import book_from_workbook, write_book
from concentric.exchange.book_workbook.shape import WHOLE
from concentric.prove.book import check_book
from concentric.register import book as book_package
from concentric.register.book.pairing import POINTS
from concentric.register.book.shipped import shipped, shipped_books

CITY = "city"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(concentric, [str(one) for one in arguments], standalone_mode=False)


def edited(path: Path, change: Any) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return write_book(tmp_path / "city.xlsx", shipped(CITY), "zh-Hans")


def at(book: Any, sheet: str, code: str, heading: str) -> Any:
    """The cell of an entry under a heading."""
    page = book[sheet]
    heads = {cell.value: cell.column for cell in page[1]}
    row = next(cell.row for cell in page["A"] if cell.value == code)
    return page.cell(row, heads[heading])


@pytest.mark.parametrize("code", shipped_books())
@pytest.mark.parametrize("lang", LANGS)
def test_a_book_comes_back_as_it_went(tmp_path: Path, code: str, lang: str) -> None:
    path = write_book(tmp_path / "book.xlsx", shipped(code), lang)
    back = book_from_workbook(path)
    assert back.findings == [] and tomllib.loads(back.toml) == tomllib.loads(shipped(code))
    assert [finding for finding in check_book(back.toml) if finding.severity == "error"] == []


def test_a_change_of_a_cell_is_a_change_of_the_book(city: Path) -> None:
    def change(book: Any) -> None:
        at(book, "programme", "villages", "names.en").value = "Villages, renamed"
        row = [cell.value for cell in book["class"][2]]
        book["class"].append(["fisheries", *row[1:]])

    back = tomllib.loads(book_from_workbook(edited(city, change)).toml)
    assert back["programme"]["villages"]["names"]["en"] == "Villages, renamed"
    assert "fisheries" in back["class"]


def test_numbers_typed_by_a_person_are_whole_and_dates_are_days(city: Path) -> None:
    def change(book: Any) -> None:
        at(book, "circle", "unity", "rank").value = 3.0

    back = tomllib.loads(book_from_workbook(edited(city, change)).toml)
    assert back["circle"]["unity"]["rank"] == 3 and type(back["circle"]["unity"]["rank"]) is int


def test_what_is_wrong_with_the_book_is_told_at_its_cell(city: Path) -> None:
    places: dict[str, str] = {}

    def change(book: Any) -> None:
        cell = at(book, "programme", "villages", "circle")
        cell.value = "no-such-circle"
        places["programme"] = cell.coordinate
        cell = at(book, "indicator", "villages-paired", "where")
        cell.value = "programme ="
        places["indicator"] = cell.coordinate

    found = book_from_workbook(edited(city, change))
    told = {
        (finding.sheet, finding.cell) for finding in found.placed(check_book(found.toml)) if finding.severity == "error"
    }
    assert ("programme", places["programme"]) in told and ("indicator", places["indicator"]) in told


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda book: book["class"].append(["financing"]), "bookwork-code-twice"),
        (lambda book: book["class"].append([None, "x"]), "bookwork-no-code"),
        (lambda book: setattr(book["class"]["A1"], "value", "kode"), "bookwork-column-missing"),
        (lambda book: setattr(book["book"]["B1"], "value", None), "bookwork-column-missing"),
        (lambda book: setattr(book.create_sheet("planets")["A1"], "value", "x"), "bookwork-sheet-unknown"),
        (lambda book: setattr(book["class"].cell(1, 3), "value", book["class"].cell(1, 2).value), "sheet-column-twice"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_told(city: Path, change: Any, key: str) -> None:
    found = book_from_workbook(edited(city, change))
    assert key in {finding.key for finding in found.findings}
    for finding in found.findings:
        for lang in LANGS:
            assert finding.says(lang) and finding.remedy(lang) and finding.where(lang)


def test_a_cell_that_is_no_date_is_told(city: Path) -> None:
    def change(book: Any) -> None:
        page = book["calendar"]
        row = next(cell.row for cell in page["A"] if str(cell.value).startswith("off"))
        page.cell(row, 2).value = "2021-10-01 | the day after"

    (finding,) = book_from_workbook(edited(city, change)).findings
    assert finding.key == "bookwork-cell" and finding.sheet == "calendar"


def test_the_command_writes_reads_and_adopts(office: Any, tmp_path: Path) -> None:
    path, out = tmp_path / "book.xlsx", tmp_path / "book.toml"
    assert run("book", "--to-workbook", path, "--code", CITY).exception is None
    assert run("book", "--from-workbook", path, "--out", out).exception is None
    assert tomllib.loads(out.read_text("utf-8")) == tomllib.loads(shipped(CITY))
    assert run("book", "check", path).return_value == 0
    assert run("book", "adopt", path).exception is None
    again = run("book", "--to-workbook", tmp_path / "again.xlsx")
    assert again.exception is None and book_from_workbook(tmp_path / "again.xlsx").findings == []


def test_a_broken_workbook_adopts_nothing_and_names_the_cell(city: Path) -> None:
    def change(book: Any) -> None:
        at(book, "programme", "villages", "circle").value = "no-such-circle"

    result = run("book", "check", edited(city, change), "--lang", "zh-Hans")
    assert result.return_value == 1 and "工作表“programme”" in result.output and "单元格" in result.output


def test_neither_or_both_is_wrong_use() -> None:
    assert run("book").return_value == 2


def told(path: Path) -> set[tuple[str, str, str]]:
    """What is wrong, as the command tells it: key, sheet and cell."""
    found = book_from_workbook(path)
    findings = found.findings
    if not any(finding.severity == "error" for finding in findings):
        findings = [*findings, *found.placed(check_book(found.toml))]
    return {(finding.key, finding.sheet, finding.cell) for finding in findings}


@pytest.mark.parametrize(
    ("sheet", "code", "heading", "typed", "meant"),
    [
        ("programme", "jobs", "target", 126, "126"),
        ("programme", "jobs", "target", 12.5, "12.5"),
        ("programme", "villages", "rank", "1", 1),
        ("indicator", "villages-paired", "decimals", "２", 2),
        ("indicator", "villages-paired", "counts", " pairings ", "pairings"),
        ("adoption", "own", "cumulates", "否", False),
        ("adoption", "own", "cumulates", "Yes", True),
        ("adoption", "own", "cumulates", 0, False),
        ("adoption", "own", "cumulates", 1.0, True),
        ("category", "jobs", "weight", 3.0, 3),
    ],
)
def test_a_cell_means_what_its_key_asks_for_whatever_type_it_has(
    city: Path, sheet: str, code: str, heading: str, typed: Any, meant: Any
) -> None:
    path = edited(city, lambda book: setattr(at(book, sheet, code, heading), "value", typed))
    assert tomllib.loads(book_from_workbook(path).toml)[sheet][code][heading] == meant


def test_a_period_and_a_place_may_be_typed_as_numbers(city: Path) -> None:
    def change(book: Any) -> None:
        for cell in book["book"]["A"]:
            if cell.value in ("period", "place"):
                book["book"].cell(cell.row, 2).value = {"period": 2021, "place": 450200.0}[cell.value]

    back = tomllib.loads(book_from_workbook(edited(city, change)).toml)["book"]
    assert (back["period"], back["place"]) == ("2021", "450200")


def test_several_whole_numbers_stand_in_a_cell_as_people_write_them(city: Path) -> None:
    path = edited(
        city, lambda book: setattr(at(book, "follow-up", "answers", "after[number]"), "value", "30 | ９０|180")
    )
    assert tomllib.loads(book_from_workbook(path).toml)["follow-up"]["answers"]["after"] == [30, 90, 180]
    edited(city, lambda book: setattr(at(book, "follow-up", "answers", "after[number]"), "value", 90))
    assert tomllib.loads(book_from_workbook(city).toml)["follow-up"]["answers"]["after"] == [90]
    edited(city, lambda book: setattr(at(book, "follow-up", "answers", "after[number]"), "value", "soon"))
    assert {key for key, _, _ in told(city)} == {"bookwork-cell"}


def test_a_formula_without_a_result_is_no_blank(city: Path) -> None:
    places = []

    def change(book: Any) -> None:
        for heading, held in (("decimals", "=1+1"), ("where", "#N/A")):
            cell = at(book, "indicator", "villages-paired", heading)
            cell.value = held
            places.append(cell.coordinate)

    keys = ("cell-formula-without-value", "cell-formula-error")
    assert {(key, "indicator", place) for key, place in zip(keys, places, strict=False)} <= told(edited(city, change))


def test_a_number_that_the_outline_no_longer_finds_is_told_at_its_line(city: Path) -> None:
    rows = {}

    def change(book: Any) -> None:
        at(book, "indicator", "supporters-paired", "code").value = "supporters-joined"
        for cell in book["review"]["C"]:
            if '"supporters-paired"' in str(cell.value):
                rows[cell.coordinate] = cell.value

    found = told(edited(city, change))
    assert rows and {cell for _, sheet, cell in found if sheet == "review"} == set(rows)


def test_what_is_missing_is_told_at_the_cell_that_was_left_blank(city: Path) -> None:
    places = {}

    def change(book: Any) -> None:
        for sheet, code, heading in (("indicator", "villages-paired", "name.en"), ("programme", "jobs", "rank")):
            cell = at(book, sheet, code, heading)
            cell.value = None
            places[sheet] = cell.coordinate

    found = told(edited(city, change))
    assert ("book-missing-language", "indicator", places["indicator"]) in found
    assert ("book-missing", "programme", places["programme"]) in found


def test_a_title_above_the_headings_does_no_harm(city: Path) -> None:
    edited(city, lambda book: (book["indicator"].insert_rows(1, 2), setattr(book["indicator"]["A1"], "value", "指标")))
    assert told(city) == set()


def test_every_whole_number_of_a_book_is_known_as_one() -> None:
    rooms = Path(book_package.__file__).parent
    source = "\n".join(one.read_text("utf-8") for one in sorted(rooms.glob("*.py")))
    named = set(re.findall(r'check\.whole\(\s*\w+, "([a-z_]+)"', source))
    named |= set(re.findall(r'_maybe\(\s*check, table, "([a-z_]+)"', source))
    assert named | set(POINTS) <= WHOLE and len(named) > 8
