"""The text of a .docx, paragraph by paragraph, with the place of every piece. Nothing opens links."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from concentric.exchange.texts.refusing import refuse

LARGEST_UNFOLDED = 200 * 2**20
LARGEST_PART = 60 * 2**20
MOST_PARTS = 4_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr"))


@dataclass(frozen=True)
class Piece:
    """A text element of a run: its place in the whole text, and the run it belongs to."""

    start: int
    end: int
    element: Any
    run: Any


def read(path: Path, data: bytes) -> tuple[str, list[str]]:
    """The document's text and what there is to remark: macros that were not run, links that were not followed."""
    parts, remarks = guarded(path, data)
    text, _ = laid_out(parse(path, parts[_DOCUMENT]))
    return text, remarks


def guarded(path: Path, data: bytes) -> tuple[dict[str, bytes], list[str]]:
    """The parts of the archive that matter, once its size and its XML are known to be harmless; else TextRefused."""
    remarks: list[str] = []
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if _DOCUMENT not in names:
                refuse("text-has-password" if "EncryptionInfo" in names else "text-is-archive", path)
            if len(members) > MOST_PARTS or len(set(names)) < len(names):
                refuse("text-damaged", path)
            if sum(member.file_size for member in members) > LARGEST_UNFOLDED:
                refuse("text-unfolds", path, most=LARGEST_UNFOLDED // 2**20)
            if any(member.flag_bits & 1 for member in members):
                refuse("text-has-password", path)
            for name in names:
                if name == _DOCUMENT or (name.startswith("word/") and name.endswith(".rels")):
                    parts[name] = _unfolded(path, archive, name)
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                remarks.append("text-has-macros")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, KeyError):
        refuse("text-damaged", path)
    except (NotImplementedError, RuntimeError):
        refuse("text-has-password", path)
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        refuse("text-has-entities", path)
    if any(b'TargetMode="External"' in part and b"hyperlink" not in part for part in parts.values()):
        remarks.append("text-has-links")
    return parts, remarks


def _unfolded(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """A part, read in pieces: what the archive says of its size may be a lie."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(name) as stream:
        while piece := stream.read(2**20):
            size += len(piece)
            if size > LARGEST_PART:
                refuse("text-unfolds", path, most=LARGEST_PART // 2**20)
            pieces.append(piece)
    return b"".join(pieces)


def parse(path: Path, xml: bytes) -> Any:
    """The XML tree of a part; entities are never resolved."""
    from lxml import etree

    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        refuse("text-damaged", path)


def laid_out(root: Any) -> tuple[str, list[Piece]]:
    """The text, a line for each paragraph and each row of a table, and the pieces it is made of."""
    body = root.find(f"{W}body")
    text: list[str] = []
    pieces: list[Piece] = []
    at = 0

    def put(shown: str) -> None:
        nonlocal at
        text.append(shown)
        at += len(shown)

    def paragraph(element: Any) -> None:
        for run, child, shown in _shown(element):
            if shown:
                if child is not None:
                    pieces.append(Piece(at, at + len(shown), child, run))
                put(shown)

    def block(parent: Any) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                paragraph(child)
                put("\n")
            elif child.tag == f"{W}tbl":
                table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
                block(child)

    def table(element: Any) -> None:
        for row in element.iterfind(f"{W}tr"):
            for n, cell in enumerate(row.iterfind(f"{W}tc")):
                if n:
                    put("\t")
                for k, inner in enumerate(cell.iterfind(f".//{W}p")):
                    if k:
                        put(" ")
                    paragraph(inner)
            put("\n")

    if body is not None:
        block(body)
    return "".join(text), pieces


def _shown(paragraph: Any) -> Iterator[tuple[Any, Any, str]]:
    """(run, text element, characters) of what is shown: what was struck out is gone, what was put in counts."""
    stack = [(paragraph, None)]
    while stack:
        element, run = stack.pop()
        if element.tag == f"{W}t":
            yield run, element, element.text or ""
            continue
        if element.tag in _BREAKS:
            yield run, None, _BREAKS[element.tag]
            continue
        if (
            element.tag in _LEFT_OUT
            or not isinstance(element.tag, str)
            or (element.tag == f"{W}p" and element is not paragraph)
        ):
            continue
        inside = element if element.tag == f"{W}r" else run
        stack.extend((child, inside) for child in reversed(element))
