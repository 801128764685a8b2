"""The copy in which every finding stands where it belongs."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from tests.exchange.conftest import Bring, keys

from concentric.exchange.importing.copy import copy_path, write_copy
from concentric.exchange.importing.imports import Imported, enter_files
from concentric.keep.models import CommitmentStep
from concentric.ledger.actor import Actor

BAD = """
编号 | 承诺编号 | 日期       | 兑现数 | 备注
T1   | C1       | 2021-02-30 | 约2    | =cmd
T2   | C1       | 2021-06-01 | 2      | 好
"""


def copied(done: Imported) -> Path:
    (file,) = done.files
    return write_copy(file, done.plan, done.findings, copy_path(file.path), "zh-Hans")


def test_cells_are_coloured_and_commented_and_all_findings_listed(year: Imported, bring: Bring) -> None:
    done = bring({"兑现": BAD}, name="七月.xlsx")
    path = copied(done)
    assert path.name == "七月-findings.xlsx"
    book = openpyxl.load_workbook(path)
    page, listed = book["兑现"], book["问题清单"]
    for cell in ("C2", "D2", "E2"):
        assert page[cell].fill.fgColor.rgb == "FFF6C9C4" and page[cell].comment is not None
    assert page["C3"].comment is None and page["C3"].value == "2021-06-01"
    assert "这一天并不存在" in page["C2"].comment.text
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=3)]
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("兑现", "C2", "日期"),
        ("兑现", "D2", "兑现数"),
        ("兑现", "E2", "备注"),
    ]
    assert listed["C3"].hyperlink.location == "'兑现'!C2"


def test_the_copy_itself_can_be_corrected_and_imported(year: Imported, bring: Bring, officer: Actor) -> None:
    path = copied(bring({"兑现": BAD}))
    book = openpyxl.load_workbook(path)
    page = book["兑现"]
    page["C2"], page["D2"], page["E2"] = "2021-02-28", 2, "好"
    book.save(path)
    done = enter_files([path], officer)
    assert keys(done) == [] and CommitmentStep.objects.get(number="T1").amount == 2


def test_what_a_column_says_of_private_persons_is_not_copied(officer: Actor, bring: Bring) -> None:
    done = bring({"单位": [["编号", "单位名称", "单位类别", "民族"], ["E1", "甲", "企业", "不该记的"]]})
    page = openpyxl.load_workbook(copied(done))["单位"]
    assert page["D1"].value == "民族" and page["D1"].comment is not None
    assert page["D2"].value is None


def test_a_copy_is_never_written_over_the_file_it_copies() -> None:
    assert copy_path(Path("a/七月.xlsx")) == Path("a/七月-findings.xlsx")
    assert copy_path(Path("七月.csv")) == Path("七月-findings.xlsx")
    assert copy_path(Path("七月-findings.xlsx")) == Path("七月-findings-2.xlsx")
    assert copy_path(Path("七月-findings-2.xlsx")) == Path("七月-findings-3.xlsx")
