"""Rows that could not be entered wait, can be corrected in a workbook of their own, and leave when they are good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.exchange.conftest import CAST, VILLAGES, Bring, keys

from concentric.exchange.importing import tray
from concentric.exchange.importing.copy import write_copy
from concentric.exchange.importing.imports import Imported, enter_files, plan_import
from concentric.exchange.importing.tray_workbook import write_tray
from concentric.exchange.mapping.mapping import headings_at, read_source, shape_of
from concentric.exchange.mapping.proposed import propose
from concentric.exchange.mapping.remembered import remember
from concentric.exchange.models import TrayRow
from concentric.exchange.workbook.reading import read_file
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.actor import Actor

BAD = """
编号 | 承诺编号 | 日期       | 兑现数（万元） | 备注  | 心得
T1   | C1       | 2021-06-01 | 约2            | 一    | 好
T2   | C9       | 2021-06-01 | 1              | =1+1  |
T3   | C1       | 2021-06-01 | 0.5            |       |
     | C1       | 2021-06-01 | 0.5            |       |
"""


@pytest.fixture
def waiting(year: Imported, bring: Bring, officer: Actor) -> list[TrayRow]:
    bring({"兑现": BAD}, name="bad.xlsx")
    return tray.waiting(officer)


def test_a_waiting_row_keeps_its_cells_and_why_it_waits(waiting: list[TrayRow]) -> None:
    assert [(row.number, row.row, row.name, row.file) for row in waiting] == [
        ("T1", 2, "兑现", "bad.xlsx"),
        ("T2", 3, "兑现", "bad.xlsx"),
        ("", 5, "兑现", "bad.xlsx"),
    ]
    assert dict(waiting[0].cells)["兑现数（万元）"] == "约2"
    found = tray.findings_of(waiting[1])
    assert {one.key for one in found} == {"reference-commitment", "cell-like-formula"}
    assert all(one.says(lang) for one in found for lang in ("zh-Hans", "zh-Hant", "en"))


def test_the_tray_as_a_workbook_holds_findings_and_no_formula(waiting: list[TrayRow], tmp_path: Path) -> None:
    path = tmp_path / "tray.xlsx"
    write_tray(waiting, path, "zh-Hans")
    page = openpyxl.load_workbook(path)["兑现"]
    assert [cell.value for cell in page[1]] == ["编号", "承诺编号", "日期", "兑现数（万元）", "备注", "心得", "问题"]
    assert all(cell.data_type != "f" for row in page for cell in row)
    assert page["E3"].value == "=1+1"
    assert "约2" in page["G2"].value


def test_corrected_there_the_rows_go_in_and_leave_the_tray(
    waiting: list[TrayRow], officer: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "tray.xlsx"
    write_tray(waiting, path, "zh-Hans")
    book = openpyxl.load_workbook(path)
    page = book["兑现"]
    page["D2"], page["B3"], page["E3"], page["A4"] = "2", "C1", "", "T4"
    book.save(path)
    done = enter_files([path], officer)
    assert keys(done) == []
    assert CommitmentStep.objects.get(number="T1").amount == 20000
    # The row without a number can't be known again by one: it waits until somebody drops it.
    assert [row.number for row in tray.waiting(officer)] == [""]


def test_the_same_bad_file_again_does_not_fill_the_tray_twice(
    waiting: list[TrayRow], bring: Bring, officer: Actor
) -> None:
    bring({"兑现": BAD}, name="bad.xlsx")
    assert len(tray.waiting(officer)) == len(waiting)
    TrayRow.objects.update(sha256="0" * 64)  # as if the file had only been saved again
    bring({"兑现": BAD}, name="bad.xlsx")
    assert len(tray.waiting(officer)) == len(waiting)


def test_rows_are_dropped_by_number_by_sheet_or_all(waiting: list[TrayRow], officer: Actor) -> None:
    assert tray.drop(officer, ["T1"]) == 1
    assert tray.drop(officer, ["deliveries:T2"]) == 1
    with pytest.raises(tray.NotInTray):
        tray.drop(officer, ["T1"])
    assert tray.drop(officer, ["deliveries"]) == 1
    assert tray.drop(officer, [], everything=True) == 0


def test_rows_of_other_headings_stand_on_a_page_of_their_own(
    waiting: list[TrayRow], bring: Bring, officer: Actor, tmp_path: Path
) -> None:
    bring({"兑现": "编号 | 承诺编号 | 日期 | 兑现数\nT8 | C1 | 2021-06-01 | 近5"}, name="other.xlsx")
    path = tmp_path / "tray.xlsx"
    write_tray(tray.waiting(officer), path, "zh-Hans")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["兑现", "兑现(2)"]
    book["兑现(2)"]["D2"] = "5"
    book.save(path)
    done = enter_files([path], officer)
    assert CommitmentStep.objects.get(number="T8").amount == 5, [one.says("en") for one in done.findings]


FOREIGN = [
    ["柳城县帮扶情况汇总表", "", "", "", "", "", "单位：万元"],
    ["序号", "企业", "帮扶村", "帮扶村", "承诺情况", "", ""],
    ["", "", "编号", "名称", "金额", "时间", "备注"],
    [1, "S1", "V1", "石桥村", "约5", 44260, "待定"],
    [2, "S2", "V1", "石桥村", 3, "2021-03-05", ""],
]
"""A county's own table: rows merged in pairs, two rows of headings, the unit above them, a day as a serial number."""


def foreign(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("帮扶汇总")
    for line, row in enumerate(FOREIGN):
        page.write_row(line, 0, row)
    page.merge_range(1, 4, 1, 5, "承诺情况")
    for column in (0, 1):
        page.merge_range(1, column, 2, column, FOREIGN[1][column])
    book.close()
    return path


@pytest.fixture
def mapped(officer: Actor, tmp_path: Path, bring: Bring) -> Path:
    """A foreign workbook whose reading is remembered, imported: one row waits."""
    bring({"单位": CAST, "村": VILLAGES})
    path = foreign(tmp_path / "foreign.xlsx")
    given = {"number": "'LC'+A", "supporter": "B", "recipient": "C", "amount": "E", "committed_on": "F"}
    given |= {"programme": "'企村结对'", "kind": "'资金'", "nature": "'公益'", "firmness": "'承诺'"}
    [one] = propose(read_file(path), officer, sheets={"帮扶汇总": "承诺"})
    assert one.mapping is not None
    sources = {name: read_source(written) for name, written in given.items()}
    mapping = replace(one.mapping, header=1, depth=2, columns=sources, shape=shape_of(headings_at(one.raw, 1, 2)))
    remember(officer, mapping, headings_at(one.raw, 1, 2), reason="")
    done = enter_files([path], officer)
    assert keys(done) == ["number-estimate"] and Commitment.objects.get().amount == 30_000
    return path


def test_what_waits_of_a_foreign_workbook_is_mended_and_imported_as_it_is(
    mapped: Path, officer: Actor, tmp_path: Path
) -> None:
    write_tray(tray.waiting(officer), tmp_path / "mend.xlsx", "zh-Hans")
    book = openpyxl.load_workbook(tmp_path / "mend.xlsx")
    page = book["承诺"]
    heads = {str(cell.value): cell for cell in page[1]}
    amount = next(cell for head, cell in heads.items() if head.endswith("（万元）"))
    marked = page.cell(2, amount.column)
    assert marked.fill.fgColor.rgb == "FFF6C9C4", "the cell that is wrong"
    marked.value = "5"
    book.save(tmp_path / "mend.xlsx")
    done = enter_files([tmp_path / "mend.xlsx"], officer)
    assert keys(done) == [] and tray.waiting(officer) == []
    mended = Commitment.objects.get(number="LC/1")
    assert (mended.amount, mended.committed_on.isoformat()) == (50_000, "2021-03-05")


def test_the_copy_of_a_foreign_workbook_is_read_as_the_workbook_was(
    mapped: Path, officer: Actor, tmp_path: Path
) -> None:
    file = read_file(mapped)
    done = plan_import([file], officer)
    write_copy(file, done.plan, done.findings, tmp_path / "copy.xlsx", "zh-Hans")
    again = plan_import([read_file(tmp_path / "copy.xlsx")], officer)
    assert [(one.key, one.cell) for one in again.findings if one.severity == "error"] == [("number-estimate", "E4")]
    assert [tally.rows["unchanged"] for tally in again.plan.tallies if tally.stem == "commitments"] == [1]
