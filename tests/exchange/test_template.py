"""The template can be filled in, and comes back understood."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.exchange.conftest import counts, keys

from concentric.core.terms.guards import person_level
from concentric.core.terms.words import LANGS, say
from concentric.exchange.headings import column_of, folded, sheet_names
from concentric.exchange.imports import enter_files
from concentric.exchange.sheets.registry import SHEETS
from concentric.exchange.template import write_template
from concentric.ledger.actor import Actor
from concentric.register.models import Organisation, Place


@pytest.mark.parametrize("lang", LANGS)
def test_every_heading_is_understood_as_itself(lang: str) -> None:
    for sheet in SHEETS:
        assert sheet_names()[folded(sheet.name(lang))] is sheet
        for column in sheet.columns:
            assert column_of(sheet, column.heading(lang))[0] is column, (sheet.stem, column.heading(lang))
            assert column.note(lang)
        for example in sheet.examples(lang):
            assert len(example) == len(sheet.own), (sheet.stem, example)


def test_no_two_sheets_go_by_one_name() -> None:
    owners: dict[str, str] = {}
    for sheet in SHEETS:
        for name in sheet.names():
            assert owners.setdefault(folded(name), sheet.stem) == sheet.stem, (name, sheet.stem)


def test_no_heading_of_ours_asks_for_what_is_never_recorded() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            for heading in (*column.own_headings(), *column.aliases()):
                assert person_level(heading) is None, (sheet.stem, heading)


def test_no_word_means_two_things_in_one_list() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            owners: dict[str, str] = {}
            for choice in column.choices:
                for word in column.terms_of(choice):
                    assert owners.setdefault(word, choice) == choice, (sheet.stem, column.name, word)


@pytest.mark.parametrize("lang", LANGS)
def test_the_template_explains_itself_and_its_examples_are_passed_over(
    lang: str, officer: Actor, tmp_path: Path
) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path, lang, programmes=["企村结对"])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == say("sheet-guide", lang) and len(book.sheetnames) == len(SHEETS) + 2
    page = book[SHEETS[2].name(lang)]
    assert page.freeze_panes == "B2" and page["A1"].comment is not None
    assert page["A1"].value.startswith("* ") and page["A2"].number_format == "@"
    assert len(page.data_validations.dataValidation) == 1
    done = enter_files([path], officer, lang=lang)
    assert keys(done) == [] and done.receipt is None
    assert keys(done, "notice") == ["row-example"] * 2 * len(SHEETS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_template_goes_in(lang: str, officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path, lang)
    book = openpyxl.load_workbook(path)
    organisations, villages = (book[sheet.name(lang)] for sheet in (SHEETS[2], SHEETS[1]))
    kind = SHEETS[2].columns[2]
    for at, value in enumerate(["007", "甲公司", kind.term("enterprise", lang)], 1):
        organisations.cell(row=4, column=at, value=value)
    for at, value in enumerate(["V9", "某村", "450222101201", "柳城县"], 1):
        villages.cell(row=4, column=at, value=value)
    book.save(path)
    done = enter_files([path], officer, lang=lang)
    assert keys(done) == []
    assert counts(done)[SHEETS[2].name(lang)][0] == 1
    assert Organisation.objects.in_force().get(number="007").kind == "enterprise"
    assert Place.objects.in_force().get(code="450222101201").level == "village"
