"""Workbooks of other programs: .xls, .et and .ods are read as an .xlsx is; hostile ones are refused."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlwt
from tests.exchange.conftest import YEAR, Table, cells, write

from concentric.core.terms.words import LANGS
from concentric.exchange.importing.imports import enter_files
from concentric.exchange.workbook import biff, guards, opendocument
from concentric.exchange.workbook.guards import FileRefused
from concentric.exchange.workbook.reading import read_file
from concentric.ledger.actor import Actor

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)

MANY, SOME = 'table:number-columns-repeated="16000"', 'table:number-columns-repeated="200"'


def old(path: Path, sheets: Mapping[str, Table]) -> Path:
    """An old workbook with these sheets."""
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, table in sheets.items():
        page = book.add_sheet(name)
        for line, row in enumerate(cells(table)):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write(line, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif cell != "":
                    page.write(line, column, cell)
    book.save(str(path))
    return path


def opened(path: Path, tables: str, *, more: Mapping[str, str] | None = None, start: str = "") -> Path:
    """An OpenDocument table with this content."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{start}<office:document-content {SPACES} office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        for name, text in ({"META-INF/manifest.xml": "<manifest/>"} | dict(more or {})).items():
            archive.writestr(name, text)
    return path


def cell(value: object, more: str = "") -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}" {more}/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}" {more}/>'
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string" {more}>{text}</table:table-cell>'


def table(name: str, held: Table) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in cells(held))
    return f'<table:table table:name="{name}">{rows}</table:table>'


def refused(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        read_file(path)
    for lang in LANGS:
        assert caught.value.says(lang).count("\n") == 0 and caught.value.remedy(lang)
    return caught.value.key


@pytest.mark.database
@pytest.mark.parametrize("suffix", ["xls", "et", "ods"])
def test_a_year_comes_in_from_any_program(officer: Actor, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"year.{suffix}"
    made = opened(path, "".join(table(*one) for one in YEAR.items())) if suffix == "ods" else old(path, YEAR)
    done = enter_files([made], officer)
    assert [finding for finding in done.findings if finding.severity != "notice"] == []
    entered = {tally.name: tally.rows["new"] for tally in done.plan.tallies}
    assert entered == {"单位": 5, "村": 1, "结对": 1, "承诺": 2, "兑现": 3}
    again = enter_files([write(tmp_path / "year.xlsx", YEAR)], officer)
    assert again.receipt is None and sum(tally.rows["unchanged"] for tally in again.plan.tallies) == 12


def test_cells_keep_their_type(tmp_path: Path) -> None:
    held = [["编号", "金额", "日期"], ["C1", 50000.5, date(2021, 3, 10)]]
    for path in (
        old(tmp_path / "a.xls", {"承诺": held}),
        opened(tmp_path / "a.ods", table("承诺", held)),
    ):
        rows = read_file(path).sheets[0].rows
        assert rows[1][:2] == ["C1", 50000.5] and str(rows[1][2])[:10] == "2021-03-10", path.name


def test_a_hidden_sheet_is_known_to_be_hidden(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(0, 0, "x")
    page = book.add_sheet("b")
    page.write(0, 0, "y")
    page.visibility = 1
    book.save(str(tmp_path / "a.xls"))
    assert [sheet.hidden for sheet in read_file(tmp_path / "a.xls").sheets] == [False, True]


def test_an_old_workbook_with_far_cells_on_many_sheets_is_refused(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    for name in "abcdefgh":
        page = book.add_sheet(name)
        page.write(0, 0, "x")
        page.write(65_535, 255, "y")
    book.save(str(tmp_path / "far.xls"))
    assert refused(tmp_path / "far.xls") == "file-too-many-columns"


def test_a_chart_within_a_sheet_hides_no_far_cell() -> None:
    def record(kind: int, body: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    far = record(0x0203, struct.pack("<HHH", 65_535, 255, 0) + b"\0" * 8)
    data = record(0x0809) + far + record(0x0809) + record(0x000A) + record(0x000A)
    with pytest.raises(FileRefused):
        biff._walk(Path("a.xls"), data, guards.Scan(), guards.Deadline())


def test_an_old_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    data = struct.pack("<HH", 0x0809, 0) + struct.pack("<HHH", 0x002F, 2, 0)
    with pytest.raises(FileRefused) as caught:
        biff._walk(tmp_path / "a.xls", data, guards.Scan(), guards.Deadline())
    assert caught.value.key == "file-has-password"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_damaged(tmp_path: Path, share: float) -> None:
    for path in (old(tmp_path / "a.xls", YEAR), opened(tmp_path / "a.ods", table("单位", YEAR["单位"]))):
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        assert refused(path) in ("file-damaged", "file-not-a-workbook"), path.name


@pytest.mark.parametrize(
    ("tables", "key"),
    [
        (
            f'<table:table table:name="a"><table:table-row>{cell("x", MANY)}</table:table-row></table:table>',
            "file-too-many-columns",
        ),
        (
            (
                '<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
                f"{cell(1)}</table:table-row></table:table>"
            ),
            "file-too-many-rows",
        ),
        (
            (
                '<table:table table:name="a"><table:table-row table:number-rows-repeated="900000"><table:table-cell/>'
                f"</table:table-row><table:table-row>{cell(1)}</table:table-row></table:table>"
            ),
            "file-too-many-rows",
        ),
        (
            (
                f'<table:table table:name="a"><table:table-row table:number-rows-repeated="399000">'
                f"{cell(1, SOME)}</table:table-row></table:table>"
            ),
            "file-too-many-columns",
        ),
        ("<table:table><table:table-row>", "file-damaged"),
    ],
)
def test_repeated_cells_cannot_fill_the_memory(tmp_path: Path, tables: str, key: str) -> None:
    assert refused(opened(tmp_path / "a.ods", tables)) == key


def test_empty_rows_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    tail = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    first = f"<table:table-row>{cell('x')}</table:table-row>"
    held = f'<table:table table:name="a">{first}{tail}</table:table>'
    assert read_file(opened(tmp_path / "a.ods", held)).sheets[0].rows[0][0] == "x"


def test_entities_and_passwords_in_an_opendocument_table_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    assert refused(opened(tmp_path / "a.ods", table("a", "x | y"), start=bomb)) == "file-has-entities"
    locked = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    assert refused(opened(tmp_path / "b.ods", table("a", "x | y"), more=locked)) == "file-has-password"


def test_macros_are_told_and_never_run(tmp_path: Path) -> None:
    path = opened(tmp_path / "a.ods", table("a", "x | y"), more={"Basic/Standard/Module1.xml": "<x/>"})
    assert [finding.key for finding in read_file(path).findings] == ["file-has-macros"]


def test_a_text_in_the_same_envelope_is_called_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    assert refused(path) == "file-is-document"


def test_content_that_unfolds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opendocument, "LARGEST_UNFOLDED", 2**16)
    path = opened(tmp_path / "a.ods", table("a", "x | y") + " " * 2**17)
    assert refused(path) == "file-unfolds"
