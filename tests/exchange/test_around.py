"""What stands around a table: the unit above it, remarks and signatures below it, rows that somebody hid."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.exchange.conftest import CAST, VILLAGES, Bring, write
from tests.exchange.test_kinds import cell, opened
from tests.exchange.test_mapping import county

from concentric.core.terms.words import LANGS, say
from concentric.exchange.importing import tray
from concentric.exchange.importing.imports import Imported, enter_files, plan_import
from concentric.exchange.mapping.applied import applied
from concentric.exchange.mapping.mapping import SheetMapping, Source
from concentric.exchange.planning.around import is_remark
from concentric.exchange.workbook.reading import read_file
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor

HEADS = [
    *("编号", "项目", "帮扶方编号", "受帮扶方编号", "承诺内容类别", "性质", "约定程度", "金额", "承诺日期"),
]
DOWN, ACROSS = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
ROW = ["C1", "企村结对", "S1", "V1", "资金", "公益", "承诺", 5.2, "2021-03-05"]


def sheet(*above: list[Any], heads: list[Any] = HEADS, rows: list[list[Any]] | None = None) -> list[list[Any]]:
    return [*above, heads, *(rows or [ROW])]


def told(done: Imported, key: str) -> list[tuple[int | None, str]]:
    return [(finding.row, finding.cell) for finding in done.findings if finding.key == key]


@pytest.fixture
def cast(bring: Bring) -> Bring:
    bring({"单位": CAST, "村": VILLAGES})
    return bring


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("单位：万元", "52000"),
        ("单位:元", "5.2"),
        ("（金额单位：亿元）", "520000000"),
        ("填报单位：柳城县工商联  计量单位：万元", "52000"),
        ("Unit: CNY million", "5200000"),
        ("单位：人", "5.2"),
        ("填报单位：万元户合作社", "5.2"),
        ("", "5.2"),
    ],
)
def test_the_unit_above_a_table_is_that_of_its_amounts(said: str, amount: str, cast: Bring) -> None:
    done = cast({"承诺": sheet(["汇总表"], ["", "", "", "", "", "", "", said])})
    assert Commitment.objects.get(number="C1").amount == Decimal(amount)
    assert told(done, "sheet-unit-above") == ([(2, "H2")] if amount != "5.2" or "元" in said[-1:] else [])


def test_a_unit_in_the_heading_goes_before_the_one_above(cast: Bring) -> None:
    heads = ["金额（元）" if head == "金额" else head for head in HEADS]
    done = cast({"承诺": sheet(["单位：万元"], heads=heads)})
    assert Commitment.objects.get(number="C1").amount == Decimal("5.2")
    assert told(done, "sheet-unit-above") == []


@pytest.mark.parametrize(
    ("head", "amount", "key"),
    [
        ("金额（万元，含税）", "52000", ""),
        ("金额（含税、万元）", "52000", ""),
        ("金额（含税）", "5.2", "sheet-unit-unknown"),
        ("金额（万元/年）", None, "sheet-unit-unclear"),
        ("金额（按亿）", None, "sheet-unit-unclear"),
    ],
)
def test_a_unit_among_other_words_is_found_and_one_that_is_unclear_lets_nothing_in(
    head: str, amount: str | None, key: str, cast: Bring
) -> None:
    done = cast({"承诺": sheet(heads=[head if one == "金额" else one for one in HEADS])})
    held = Commitment.objects.filter(number="C1").values_list("amount", flat=True).first()
    assert held == (Decimal(amount) if amount else None)
    assert [one.key for one in done.findings if one.key.startswith("sheet-unit")] == ([key] if key else [])


def test_the_unit_above_is_also_that_of_a_heading_with_other_words_in_brackets(cast: Bring, officer: Actor) -> None:
    heads = ["金额（含税）" if head == "金额" else head for head in HEADS]
    done = cast({"承诺": sheet(["单位：万元"], heads=heads, rows=[ROW, ["C2", *ROW[1:7], "约5", ROW[8]]])})
    assert Commitment.objects.get().amount == 52_000
    assert [one.key for one in done.findings if one.key.startswith("sheet-unit")] == ["sheet-unit-above"]
    [waits] = tray.waiting(officer)
    assert "金额（含税）（万元）" in {heading for heading, _ in waits.cells}


def test_a_unit_said_twice_is_refused_as_with_a_heading(cast: Bring) -> None:
    done = cast({"承诺": sheet(["单位：万元"], rows=[[*ROW[:7], "10万元", ROW[8]]])})
    assert told(done, "cell-unit-twice") == [(3, "H3")]


@pytest.mark.parametrize(
    "line",
    [
        ["填表人：甲", "", "", "联系电话：1234"],
        ["注：金额保留两位小数。"],
        ["", "说明1：含往年结转。"],
        ["Prepared by: A", "Date of report: 2021-12-31"],
    ],
)
def test_remarks_and_signatures_are_no_rows(line: list[str], cast: Bring) -> None:
    done = cast({"承诺": sheet(rows=[ROW, line])})
    assert told(done, "row-remark") == [(3, "")]
    assert done.errors == 0


def test_a_row_that_begins_like_a_remark_but_is_one_is_read() -> None:
    assert is_remark(["备注：", "", None]) and not is_remark(["备注一", "a"]) and not is_remark(["", None])
    assert not is_remark(["注：1", *"abcdefg"])


def test_a_remark_merged_over_the_table_is_no_row(tmp_path: Path, cast: Bring, officer: Actor) -> None:
    path = tmp_path / "merged.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("承诺")
    for line, row in enumerate(sheet()):
        page.write_row(line, 0, row)
    page.merge_range(2, 0, 2, 8, "以上数据截至2021年底")
    book.close()
    done = enter_files([path], officer)
    assert told(done, "row-remark") == [(3, "")]
    assert done.errors == 0


def test_hidden_rows_are_read_and_told(tmp_path: Path, cast: Bring, officer: Actor) -> None:
    path = tmp_path / "hidden.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("承诺")
    for line, row in enumerate(sheet(rows=[ROW, ["C2", *ROW[1:]], ["C3", *ROW[1:]]])):
        page.write_row(line, 0, row)
    page.set_row(2, None, None, {"hidden": True})
    page.set_row(9, None, None, {"hidden": True})
    book.close()
    done = enter_files([path], officer)
    [found] = [finding for finding in done.findings if finding.key == "sheet-rows-hidden"]
    assert found.args == {"count": 1, "rows": "3"}
    assert Commitment.objects.count() == 3


def test_an_opendocument_table_tells_its_merged_cells_and_hidden_rows(tmp_path: Path) -> None:
    rows = (
        f"<table:table-row>{cell('编号', DOWN)}{cell('帮扶', ACROSS)}<table:covered-table-cell/></table:table-row>"
        f"<table:table-row><table:covered-table-cell/>{cell('a')}{cell('b')}</table:table-row>"
        f'<table:table-row table:visibility="filter">{cell("1")}{cell("2")}{cell("3")}</table:table-row>'
    )
    path = opened(tmp_path / "merged.ods", f'<table:table table:name="表">{rows}</table:table>')
    [raw] = read_file(path).sheets
    assert set(raw.merged) == {((0, 0), (1, 0)), ((0, 1), (0, 2))}
    assert raw.folded_away == {2}


@pytest.mark.parametrize("name", ["book.xls", "book.ods", "book.et", "book.tmp"])
def test_a_workbook_is_read_by_what_it_holds_whatever_its_name(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / "book.xlsx", {"单位": CAST})
    shutil.copy(path, tmp_path / name)
    assert read_file(tmp_path / name).sheets[0].rows == read_file(path).sheets[0].rows


def test_what_a_mapping_gives_stands_in_no_cell_of_the_file(tmp_path: Path, cast: Bring, officer: Actor) -> None:
    file = read_file(county(tmp_path / "county.xlsx"))
    places = {"supporter": 1, "recipient": 2, "amount": 3, "committed_on": 5}
    given = {"kind": "资金", "nature": "公益", "firmness": "承诺", "programme": "没有的"}
    columns = {name: Source((place,)) for name, place in places.items()} | {
        name: Source(text=text) for name, text in given.items()
    }
    mapping = SheetMapping("commitments", 2, 2, columns | {"number": Source((0,), "LC")})
    raw, layout = applied(file.sheets[0], mapping, "zh-Hans")
    assert layout.made and max(layout.made) < len(raw.rows[4])
    done = plan_import([file], officer, mappings={"帮扶汇总": mapping})
    assert {finding.cell for finding in done.findings if finding.key == "reference-programme"} == {""}


@pytest.mark.parametrize("lang", LANGS)
def test_whoever_brings_a_foreign_table_hears_of_mapping(lang: str) -> None:
    for key in ("sheet-column-missing-remedy", "sheet-unknown-remedy", "import-no-sheet-remedy"):
        assert "concentric map" in say(key, lang)
