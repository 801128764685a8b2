"""Rows that could not be entered wait, can be corrected in a workbook of their own, and leave when they are good."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.exchange.conftest import Bring, keys

from concentric.exchange.importing import tray
from concentric.exchange.importing.imports import Imported, enter_files
from concentric.exchange.importing.tray_workbook import write_tray
from concentric.exchange.models import TrayRow
from concentric.keep.models import CommitmentStep
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
