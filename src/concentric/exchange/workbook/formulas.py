"""Cells whose value is not what it seems: a formula without a stored result, a result that is an error.

The reader gives the stored result of a formula, and nothing at all for an error: only the XML tells them from a blank.
Called for parts in which the guards saw a formula or an error.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from posixpath import join, normpath

from defusedxml import ElementTree

from concentric.exchange.workbook.guards import PIECE, Deadline, broken_zip, refuse
from concentric.exchange.workbook.raw import column_index

MOST = 200_000
# No part of these looks beyond the next cell: one that is never closed would else be looked for to the end, for each.
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*+)(?:(?<=/)>|>((?:[^<]++|<(?!/?(?:\w+:)?c\b))*+)</(?:\w+:)?c\s*+>)",
)
_AT = re.compile(rb"\br=\"([A-Z]+)([0-9]+)\"")
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^<>]*>([^<]+)</")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")


def parts_by_sheet(path: Path) -> dict[str, str]:
    """Name of a sheet -> its part in the archive."""
    with broken_zip(path), zipfile.ZipFile(path) as archive:
        try:
            workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
            relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        except ElementTree.ParseError:
            refuse("file-damaged", path)
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    found: dict[str, str] = {}
    for one in workbook.iter():
        if one.tag.rpartition("}")[2] != "sheet":
            continue
        relation = next((value for name, value in one.attrib.items() if name.endswith("}id")), None)
        target = targets.get(relation, "")
        part = target[1:] if target.startswith("/") else normpath(join("xl", target))
        found[one.get("name", "")] = part
    return found


def strange_cells(path: Path, part: str, deadline: Deadline) -> dict[tuple[int, int], str]:
    """(row, column), from 0 -> "" for a formula without a result, "#DIV/0!" and the like for an error."""
    found: dict[tuple[int, int], str] = {}
    with broken_zip(path), zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        tail = b""
        while piece := stream.read(PIECE):
            deadline.check()
            text = tail + piece
            cut = max(text.rfind(b"</row>"), text.rfind(b":row>"), 0)
            _cells(text[:cut], found)
            tail = text[cut:]
            if len(found) > MOST or len(tail) > 64 * PIECE:
                break
        _cells(tail, found)
    return found


def _cells(text: bytes, found: dict[tuple[int, int], str]) -> None:
    for attributes, inside in _CELL.findall(text):
        is_error = b't="e"' in attributes
        if not is_error and not _FORMULA.search(inside):
            continue
        at = _AT.search(attributes)
        if at is None:
            continue
        place = int(at[2]) - 1, column_index(at[1].decode())
        value = _VALUE.search(inside)
        if is_error:
            found[place] = value[1].decode("utf-8", "replace") if value else "#"
        elif value is None:
            found[place] = ""
