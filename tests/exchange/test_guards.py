"""Hostile, damaged and wrong files are refused in one sentence before anything parses them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from tests.exchange.conftest import CAST, write

from concentric.core.terms.words import LANGS
from concentric.exchange.workbook import guards
from concentric.exchange.workbook.formulas import strange_cells
from concentric.exchange.workbook.guards import Deadline, FileRefused
from concentric.exchange.workbook.reading import read_file

OLE = guards.OLE + b"\0" * 600


def refused(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        read_file(path)
    for lang in LANGS:
        assert caught.value.says(lang).count("\n") == 0 and caught.value.remedy(lang)
    return caught.value.key


def repacked(path: Path, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> Path:
    """The workbook with its parts changed; None leaves one out."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            held = change(member.filename, old.read(member))
            if held is not None:
                new.writestr(member.filename, held)
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write(tmp_path / "book.xlsx", {"单位": CAST})


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.xlsx", b"", "file-empty"),
        ("a.xlsx", b"%PDF-1.7 ...", "file-is-pdf"),
        ("a.xlsx", b"\xff\xd8\xff\xe0 jpeg", "file-is-picture"),
        ("a.xlsx", b"\x89PNG\r\n", "file-is-picture"),
        ("a.xlsx", b"Rar!\x1a\x07", "file-is-archive"),
        ("a.xlsx", b"MZ\x90\x00", "file-is-program"),
        ("a.xls", OLE, "file-damaged"),
        ("a.et", OLE + "Workbook".encode("utf-16-le"), "file-damaged"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "file-is-web-page"),
        ("a.xlsx", b"just words", "file-not-a-workbook"),
        ("a.csv", b"a\x00b\x00", "file-not-a-workbook"),
        ("a.csv", b"\xff\xfe\x00\xd8\x00\xd8", "file-encoding"),
        ("a.csv", bytes(range(128, 256)) * 3, "file-encoding"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "file-damaged"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path) == key


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.xlsx") == "file-not-found"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_damaged(book: Path, share: float) -> None:
    data = book.read_bytes()
    book.write_bytes(data[: int(len(data) * share)])
    assert refused(book) == "file-damaged"


def test_a_flipped_byte_is_damage_or_changes_nothing(book: Path) -> None:
    data = book.read_bytes()
    for at in range(30, len(data), 97):
        book.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            read_file(book)
        except FileRefused as caught:
            assert caught.key in {"file-damaged", "file-has-password", "file-is-archive", "file-not-a-workbook"}


def test_a_bomb_is_refused_by_what_it_declares(book: Path) -> None:
    repacked(book, lambda _, held: held, {"xl/media/bomb.bin": b"\0" * (30 * 2**20)})
    assert refused(book) == "file-unfolds"


def test_a_bomb_that_lies_about_its_size_is_refused_too(book: Path) -> None:
    repacked(book, lambda _, held: held, {"xl/zz.bin": b"\0" * 2**20})
    data = book.read_bytes()
    # Both headers say that the part unfolds to 16 bytes.
    lie = data.replace((2**20).to_bytes(4, "little"), (16).to_bytes(4, "little"))
    assert lie != data
    book.write_bytes(lie)
    assert refused(book) == "file-damaged"


def test_too_many_members_are_refused(book: Path) -> None:
    repacked(book, lambda _, held: held, {f"xl/{n}.bin": b"" for n in range(guards.MOST_MEMBERS)})
    assert refused(book) == "file-damaged"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_entities_are_refused_in_every_part(book: Path, part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

    def change(name: str, held: bytes) -> bytes:
        return held.replace(b"?>", b"?>" + bomb, 1) if name == part else held

    assert refused(repacked(book, change)) == "file-has-entities"


def test_an_odd_encoding_does_not_hide_anything(book: Path) -> None:
    def change(name: str, held: bytes) -> bytes:
        return held.decode().encode("utf-16") if name == "xl/worksheets/sheet1.xml" else held

    assert refused(repacked(book, change)) == "file-encoding"


def test_one_cell_in_the_last_corner_is_no_grid_of_seventeen_billion(book: Path) -> None:
    def change(name: str, held: bytes) -> bytes:
        corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return held.replace(b"</sheetData>", corner) if name.endswith("sheet1.xml") else held

    assert refused(repacked(book, change)) in {"file-too-many-rows", "file-too-many-columns"}


@pytest.mark.parametrize("cell", [b"A1048576", b"Z999999", b"A99999999999"])
def test_a_cell_that_lies_below_its_own_row_is_seen(book: Path, cell: bytes) -> None:
    def change(name: str, held: bytes) -> bytes:
        row = b'<row r="9"><c r="' + cell + b'"><v>1</v></c></row></sheetData>'
        return held.replace(b"</sheetData>", row) if name.endswith("sheet1.xml") else held

    assert refused(repacked(book, change)) == "file-too-many-rows"


@pytest.mark.parametrize(
    "cells",
    [b"<c>" * 300_000, b'<c r="A1" ' * 100_000, b"<c><f/><v " + b"<v " * 300_000],
    ids=["never closed", "within one another", "values"],
)
def test_cells_without_an_end_are_read_in_time_that_grows_with_their_number(book: Path, cells: bytes) -> None:
    """Each looked for its end in all that follows: a file of some kilobytes took hours."""

    def change(name: str, held: bytes) -> bytes:
        row = b'<row r="999999"><c r="A9"><f>1</f></c>' + cells + b"</row></sheetData>"
        return held.replace(b"</sheetData>", row) if name.endswith("sheet1.xml") else held

    repacked(book, change)
    assert refused(book) in ("file-damaged", "file-unfolds")
    assert strange_cells(book, "xl/worksheets/sheet1.xml", Deadline()) == {(8, 0): ""}


def test_a_cell_is_seen_however_its_end_is_written(book: Path) -> None:
    def change(name: str, held: bytes) -> bytes:
        row = (
            b'<row r="9"><c r="A9"><f>1</f></c ><c r="B9"/><c r="C9" t="e"><f>x</f><v>#REF!</v></c\n></row></sheetData>'
        )
        return held.replace(b"</sheetData>", row) if name.endswith("sheet1.xml") else held

    repacked(book, change)
    assert strange_cells(book, "xl/worksheets/sheet1.xml", Deadline()) == {(8, 0): "", (8, 2): "#REF!"}


def test_a_cell_within_the_tag_of_another_hides_nothing(book: Path) -> None:
    def change(name: str, held: bytes) -> bytes:
        row = b'<row r="9"><c x="<" r="XFD1048576"><v>1</v></c></row></sheetData>'
        return held.replace(b"</sheetData>", row) if name.endswith("sheet1.xml") else held

    assert refused(repacked(book, change)) == "file-damaged"


def test_a_far_column_with_a_value_is_refused_but_formatting_alone_is_not(book: Path) -> None:
    def far(cell: bytes) -> Callable[[str, bytes], bytes]:
        def change(name: str, held: bytes) -> bytes:
            row = b'<row r="99">' + cell + b"</row></sheetData>"
            return held.replace(b"</sheetData>", row) if name.endswith("sheet1.xml") else held

        return change

    kept = book.read_bytes()
    assert len(read_file(repacked(book, far(b'<c r="XFD99" s="1"/>'))).sheets[0].rows) < 99
    book.write_bytes(kept)
    assert refused(repacked(book, far(b'<c r="XFD99"><v>1</v></c>'))) == "file-too-many-columns"


def test_thousands_of_rows_that_are_only_formatted_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tail.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    page, style = book.add_worksheet("单位"), book.add_format({"bold": True})
    page.write_row(0, 0, ["编号", "单位名称", "单位类别"])
    for line in range(1, 30_000):
        page.write_blank(line, 0, None, style)
    book.close()
    assert len(read_file(path).sheets[0].rows) == 1


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"}, "file-is-document"),
        ({"xl/workbook.bin": b"", "[Content_Types].xml": b"<t/>"}, "file-is-binary"),
        ({"content.xml": b"<o/>", "mimetype": b"application/vnd.oasis"}, "file-is-document"),
        ({"[Content_Types].xml": b"<t/>"}, "file-not-a-workbook"),
        ({"报表.txt": b"1"}, "file-is-archive"),
    ],
)
def test_archives_are_called_what_they_are(tmp_path: Path, parts: dict[str, bytes], key: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert refused(path) == key


def test_links_and_macros_are_told_and_never_followed(book: Path) -> None:
    read = read_file(
        repacked(
            book, lambda _, held: held, {"xl/externalLinks/externalLink1.xml": b"<l/>", "xl/vbaProject.bin": b"\0"}
        )
    )
    assert [(one.key, one.severity) for one in read.findings] == [
        ("file-has-links", "warning"),
        ("file-has-macros", "notice"),
    ]


def test_a_size_over_the_limit_is_refused_unread(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "LARGEST_FILE", 100)
    assert refused(book) == "file-too-large"


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Any]] = [["编号"]] + [[n] for n in range(50)]
    path = write(tmp_path / "rows.xlsx", {"单位": rows})
    monkeypatch.setattr(guards, "MOST_ROWS", 40)
    assert refused(path) == "file-too-many-rows"


def test_reading_stops_when_its_time_is_over(book: Path) -> None:
    with pytest.raises(FileRefused) as caught:
        read_file(book, Deadline(-1))
    assert caught.value.key == "file-took-too-long"
