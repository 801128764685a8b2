"""The template's example rows tell one story, and that story goes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.exchange.conftest import Bring, account, counts, keys

from concentric.core.terms.scripts import localized
from concentric.core.terms.words import LANGS
from concentric.exchange.sheets.registry import BY_STEM, SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.verify import verify
from concentric.ledger.writer import Writer
from concentric.register.book.reading import read_book
from concentric.register.book.shipped import shipped
from concentric.register.models import Circle, Place, Programme

PREFIXES = {
    "villages": "V",
    "organisations": "E",
    "posts": "ZW",
    "appointments": "RZ",
    "pairings": "P",
    "assignments": "PZ",
    "commitments": "C",
    "deliveries": "D",
    "confirmations": "R",
    "projects": "XM",
    "project-progress": "JZ",
    "sites": "DW",
    "site-progress": "DJ",
    "cases": "SQ",
    "accreditations": "SB",
    "follow-ups": "HT",
}
"""How the examples name what others of them speak of: E001 is the first example of an organisation."""
TABLES = {
    "needs": {"category": "category"},
    "offers": {"category": "category"},
    "activities": {"setting": "setting"},
    "sites": {"category": "site"},
    "cases": {"topic": "class"},
    "adoptions": {"what": "adoption"},
    "accreditations": {"scheme": "scheme"},
    "follow-ups": {"plan": "follow-up"},
}
"""Columns that hold a code of one of the book's tables."""
ENTERED_TWICE = {"C017": ("C002", "C001"), "SQ009": ("SQ002", "SQ001")}
"""What the examples join was entered by two reporters: here the first two of a kind stand for it."""
LATER = ("verifications", "follow-up-results", "reversals")
"""Nobody verifies what they keep themselves; and what is taken back was there before."""
PROGRAMMES = {
    "problems": "企业问题",
    "commissioners": "服务特派员",
    "enter": "民企入桂",
    "culture": "文化点位",
    "settings": "宣讲进场所",
    "naming": "示范命名",
}


CONTENT = {".pdf": b"%PDF-1.7\nbank voucher\n", ".jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"}


def rows_of(sheet: Sheet, lang: str) -> list[list[Any]]:
    """Headings, and the examples under numbers of their own."""
    rows: list[list[Any]] = [[column.heading(lang) for column in sheet.columns]]
    for n, example in enumerate(sheet.examples(lang), 1):
        prefix = PREFIXES.get(sheet.stem, f"{sheet.stem[:6]}-{SHEETS.index(sheet)}-")
        rows.append([f"{prefix}{n:03}", *example[1:]])
    if sheet.stem == "places":
        rows[1][0], rows[2][0] = "450290", "450290001"
    if sheet.stem == "same-as":
        for row in rows[1:]:
            row[1:3] = ENTERED_TWICE[row[1]]
    if sheet.stem == "adoptions":  # the book of these tests gives no points
        rows[2][4] = "20"
    return rows


@pytest.fixture
def wider(officer: Actor, tmp_path: Path) -> None:
    for lang in LANGS:
        for example in BY_STEM["evidence"].examples(lang):
            file = tmp_path / example[2]
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(CONTENT[file.suffix])

    def book(writer: Writer) -> None:
        circle = writer.add(Circle(code="enterprise", names={"zh-Hans": "惠企", "en": "Enterprise"}, rank=2))
        for rank, (code, name) in enumerate(PROGRAMMES.items(), 3):
            writer.add(Programme(code=code, circle_id=circle, names={"zh-Hans": name, "en": code}, rank=rank))

        writer.add(Place(code="450200", name="柳州市", level="prefecture"))

    append(officer, book, request_id="more programmes")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.usefixtures("wider")
def test_the_examples_tell_a_story_that_goes_in(lang: str, bring: Bring, officer: Actor) -> None:
    first = [sheet for sheet in SHEETS if sheet.stem not in LATER]
    done = bring({sheet.name(lang): rows_of(sheet, lang) for sheet in first}, beside=True)
    assert [f"{one.where(lang)} {one.says(lang)}" for one in done.findings if one.severity == "error"] == []
    assert counts(done) == {sheet.name(lang): (2, 0, 0, 0) for sheet in first}
    again = bring({sheet.name(lang): rows_of(sheet, lang) for sheet in first}, beside=True)
    assert keys(again) == [] and again.receipt is None
    assert counts(again) == {sheet.name(lang): (0, 0, 2, 0) for sheet in first}
    witness = account("V002", "verifier", officer)
    for stem, actor in zip(LATER, (witness, witness, officer), strict=True):
        later = bring({BY_STEM[stem].name(lang): rows_of(BY_STEM[stem], lang)}, actor)
        assert keys(later) == [] and later.receipt is not None
    # The office's workbook with everything it ever held, what was taken back among it, says nothing new.
    whole = [sheet for sheet in SHEETS if sheet.stem not in LATER[:2]]
    last = bring({sheet.name(lang): rows_of(sheet, lang) for sheet in whole}, beside=True)
    assert keys(last) == [] and last.receipt is None
    assert verify().findings == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_examples_speak_of_what_the_shipped_book_has(lang: str) -> None:
    book, _ = read_book(shipped("city"))
    assert book is not None
    known = {name: set(entries) for name, entries in book.lists.items()} | {"follow-up": set(book.plans)}
    programmes = {one.code for one in book.programmes.values()}
    names = {localized(one.names, lang) for one in book.programmes.values()}
    for sheet in SHEETS:
        for example in sheet.examples(lang):
            row = dict(zip((column.name for column in sheet.columns), example, strict=False))
            for column, table in TABLES.get(sheet.stem, {}).items():
                assert row[column] in {"", *known[table]}, (sheet.stem, row[column])
            assert row.get("programme", "") in {"", *programmes, *names}, sheet.stem
