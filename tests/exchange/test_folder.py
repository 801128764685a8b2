"""A folder of returned workbooks: each is entered by itself, and none holds up the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from tests.exchange.conftest import CAST, DELIVERIES, YEAR, write
from tests.exchange.test_commands import run

from concentric.exchange.importing.folder import REPORT, copies_of, enter_folder, files_of
from concentric.exchange.importing.undo import undo_import
from concentric.exchange.models import WorkbookImport
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hans")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five that came back: the year, one twice, one with a bad row, one damaged, one that is no workbook."""
    found = tmp_path / "收回"
    (found / "县里").mkdir(parents=True)
    write(found / "01-year.xlsx", YEAR | {"兑现": DELIVERIES.splitlines()[1] + "\n" + DELIVERIES.splitlines()[2]})
    write(found / "02-twice.xlsx", {"单位": CAST})
    write(found / "县里" / "03-bad.xlsx", {"兑现": DELIVERIES.replace("30000", "约三万")})
    (found / "县里" / "04-damaged.xlsx").write_bytes(b"PK\x03\x04 and then nothing")
    (found / "05-letter.docx").write_bytes(b"PK\x03\x04")
    (found / "~$01-year.xlsx").write_bytes(b"open")
    return found


def test_each_file_is_an_import_of_its_own_and_a_bad_one_stops_nobody(officer: Actor, folder: Path) -> None:
    done = {one.name: one for one in enter_folder(folder, officer)}
    assert {name: one.outcome for name, one in done.items()} == {
        "01-year.xlsx": "entered",
        "02-twice.xlsx": "unchanged",
        "05-letter.docx": "passed-over",
        "县里/03-bad.xlsx": "entered",
        "县里/04-damaged.xlsx": "refused",
    }
    assert done["县里/03-bad.xlsx"].counts["waiting"] == 1 and done["县里/03-bad.xlsx"].counts["new"] == 1
    assert "损坏" in done["县里/04-damaged.xlsx"].says
    assert [record.files[0]["name"] for record in WorkbookImport.objects.order_by("idx")] == [
        "01-year.xlsx",
        "03-bad.xlsx",
    ]


def test_one_file_is_taken_back_and_the_others_stay(officer: Actor, folder: Path) -> None:
    done = {one.name: one for one in enter_folder(folder, officer)}
    undo_import(officer, done["县里/03-bad.xlsx"].number, reason="误传")
    assert Entry.objects.filter(kind="import").count() == 2


def test_a_second_run_finds_nothing_new(officer: Actor, folder: Path) -> None:
    list(enter_folder(folder, officer))
    size = Entry.objects.count()
    again = {one.name: one.outcome for one in enter_folder(folder, officer)}
    assert Entry.objects.count() == size
    assert again["01-year.xlsx"] == again["02-twice.xlsx"] == "unchanged" and again["县里/03-bad.xlsx"] == "waiting"


def test_copies_and_report_lie_beside_the_folder_and_are_not_read_again(officer: Actor, folder: Path) -> None:
    result = run("import", folder, code=1)
    assert "[1/5] 01-year.xlsx：已导入" in result.output and "共 5 个文件：已导入 2，没有新内容 1" in result.output
    beside = copies_of(folder)
    assert (beside / "县里" / "03-bad.xlsx").exists() and len(files_of(folder)) == 5
    rows = CalamineWorkbook.from_path(beside / REPORT).get_sheet_by_index(0).to_python()
    assert len(rows) == 1 + 5
    told = {row[0]: row for row in rows[1:]}
    assert told["县里/03-bad.xlsx"][1:7] == ["已导入", 1.0, 0.0, 1.0, 1.0, 0.0]
    assert "不是数" in told["县里/03-bad.xlsx"][8] or told["县里/03-bad.xlsx"][8]
    assert "重新" in told["县里/04-damaged.xlsx"][9]


def test_a_preview_writes_nothing(officer: Actor, folder: Path) -> None:
    size = Entry.objects.count()
    assert "预览，尚未写入" in run("import", folder, "--preview", code=1).output
    assert Entry.objects.count() == size


def test_programs_get_a_document_for_each_file(officer: Actor, folder: Path) -> None:
    told = json.loads(run("import", folder, "--json", code=1).output)
    assert [one["outcome"] for one in told["files"]] == ["entered", "unchanged", "passed-over", "entered", "refused"]
    assert told["files"][3]["findings"][0]["sheet"] == "兑现"


def test_an_empty_folder_and_a_folder_beside_files_are_told(officer: Actor, folder: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from concentric.config.cli import concentric
    from concentric.core.terms.findings import Refused

    empty = tmp_path / "空"
    empty.mkdir()
    for arguments, key in (([empty], "folder-empty"), ([folder, empty], "folder-alone")):
        result = CliRunner().invoke(concentric, ["import", *map(str, arguments)], standalone_mode=False)
        assert isinstance(result.exception, Refused) and result.exception.key == key
