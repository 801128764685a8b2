"""The four commands, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.exchange.conftest import YEAR, write

from concentric.config.cli import concentric
from concentric.exchange.importing.imports import Imported
from concentric.exchange.workbook.writing import FileNotWritten
from concentric.ledger.models import Entry
from concentric.ledger.verify import verify

BAD = "编号 | 承诺编号 | 日期 | 兑现数\n" + "\n".join(f"T{n} | C1 | 2021-02-30 | 5" for n in range(30))


def run(*arguments: object, code: int = 0) -> Result:
    """Run the command in this process; its exit code is what the command returns."""
    result = CliRunner().invoke(concentric, [str(one) for one in arguments], standalone_mode=False)
    assert result.exception is None, result.exception
    assert (result.return_value or 0) == code, result.output
    return result


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hans")


def test_import_says_what_it_entered_and_the_second_time_that_nothing_is_new(officer: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "year.xlsx", YEAR)
    first = run("import", path)
    assert "兑现：新增 3，更正 0，未变 0，待改 0，略过 0" in first.output
    assert "已导入（第 1 号导入）：新增 12 行" in first.output
    assert "没有新内容：12 行此前都已导入" in run("import", path).output


def test_sheets_nobody_filled_in_are_one_line(officer: Any, tmp_path: Path) -> None:
    run("template", tmp_path / "template.xlsx")
    told = run("import", tmp_path / "template.xlsx").output
    assert "工作表没有填写，或只有示例行" in told and "新增 0" not in told
    assert "没有可以导入的行" in told


def test_findings_are_capped_on_screen_and_all_in_the_copy(year: Imported, tmp_path: Path) -> None:
    path = write(tmp_path / "bad.xlsx", {"兑现": BAD})
    result = run("import", path, code=1)
    assert result.output.count("这一天并不存在") < 20
    assert "另有 18 处，见" in result.output and "bad-findings.xlsx" in result.output
    assert "30 行有错误，已放入待改区" in result.output
    assert (tmp_path / "bad-findings.xlsx").exists()


def test_a_preview_and_all_or_nothing_leave_the_ledger_as_it_is(year: Imported, tmp_path: Path) -> None:
    path = write(tmp_path / "bad.xlsx", {"兑现": BAD})
    size = Entry.objects.count()
    assert "预览，尚未写入" in run("import", path, "--preview", code=1).output
    assert "什么都没有导入" in run("import", path, "--all-or-nothing", code=1).output
    assert Entry.objects.count() == size
    assert "待改区是空的" in run("tray").output


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_import_speaks_json_in_every_language(year: Imported, tmp_path: Path, lang: str) -> None:
    path = write(tmp_path / "bad.xlsx", {"兑现": BAD})
    told = json.loads(run("import", path, "--json", "--lang", lang, code=1).output)
    assert told["import"] is None and len(told["findings"]) == 30
    assert told["findings"][0]["cell"] == "C2" and told["findings"][0]["severity"] == "error"
    assert told["sheets"][0]["waiting"] == 30


def test_the_tray_is_listed_written_and_dropped(year: Imported, tmp_path: Path) -> None:
    run("import", write(tmp_path / "bad.xlsx", {"兑现": BAD}), code=1)
    assert "待改区共有 30 行" in run("tray").output
    assert len(json.loads(run("tray", "--json").output)) == 30
    run("tray", "--to-workbook", tmp_path / "tray.xlsx")
    assert (tmp_path / "tray.xlsx").exists()
    assert "已丢弃 1 行" in run("tray", "drop", "T3").output
    assert "已丢弃 29 行" in run("tray", "drop", "--all").output


def test_an_import_is_listed_and_taken_back(year: Imported) -> None:
    assert "year.xlsx" in run("undo", "--list").output
    assert "第 1 号导入已撤回" in run("undo", "1", "--reason", "导错了").output
    assert "已撤回" in run("undo", "--list").output
    assert verify().findings == []


def test_the_template_is_not_written_over_a_file_by_accident(officer: Any, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    run("template", path)
    result = CliRunner().invoke(concentric, ["template", str(path)], standalone_mode=False)
    assert getattr(result.exception, "key", "") == "file-exists"
    run("template", path, "--force")


@pytest.mark.parametrize("name", ["nowhere.xlsx", "broken.xlsx"])
def test_a_file_that_cannot_be_read_is_wrong_use(officer: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    result = CliRunner().invoke(concentric, ["import", str(tmp_path / name)], standalone_mode=False)
    assert getattr(result.exception, "key", "").startswith("file-")


def test_what_was_entered_stands_though_the_copy_cannot_be_written(
    year: Imported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise FileNotWritten("file-not-written", name="bad-findings.xlsx")

    path = write(tmp_path / "bad.xlsx", {"兑现": BAD + "\nT99 | C1 | 2021-06-01 | 5"})
    monkeypatch.setattr("concentric.exchange.importing.copy.write_copy", refuse)
    result = run("import", path, code=1)
    assert "已导入（第 2 号导入）：新增 1 行" in result.output
