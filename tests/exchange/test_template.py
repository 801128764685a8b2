"""The template can be filled in, and comes back understood."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from tests.exchange.conftest import counts, keys

from concentric.core.terms.guards import person_level
from concentric.core.terms.words import LANGS, say
from concentric.exchange.importing.imports import enter_files
from concentric.exchange.planning.headings import column_of, folded, sheet_names
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.rows.book_words import folded as folded_name
from concentric.exchange.sheets.cells import compiled
from concentric.exchange.sheets.registry import BY_STEM, SHEETS
from concentric.exchange.sheets.sheet import Sheet
from concentric.exchange.template import write_template
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.register.models import Organisation, Place, ProgrammeBook


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
    write_template(path, lang, words=BookWords(officer.office))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == say("sheet-guide", lang) and len(book.sheetnames) == len(SHEETS) + 2
    page = book[SHEETS[2].name(lang)]
    assert page.freeze_panes == "B2" and page["A1"].comment is not None
    assert page["A1"].value.startswith("* ") and page["A2"].number_format == "@"
    assert len(page.data_validations.dataValidation) == 2  # the kind and the size
    done = enter_files([path], officer, lang=lang)
    assert keys(done) == [] and done.receipt is None
    assert keys(done, "notice") == ["row-example"] * 2 * len(SHEETS)


def picked(path: Path, sheet: Sheet, lang: str) -> dict[str, list[str]]:
    """What the drop-downs of a sheet offer, by column: as Excel finds it on the hidden sheet."""
    book = openpyxl.load_workbook(path)
    page, found = book[sheet.name(lang)], {}
    for rule in page.data_validations.dataValidation:
        name, cells = rule.formula1.rsplit("!", 1)
        held = book[name.strip("='")]
        assert held.sheet_state == "hidden"
        column = sheet.columns[range_boundaries(str(rule.sqref))[0] - 1]
        found[column.name] = [cell.value for line in held[cells.replace("$", "")] for cell in line]
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_drop_down_offers_is_understood(lang: str, officer: Actor, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    words = BookWords(officer.office)
    write_template(path, lang, words=words)
    for sheet in SHEETS:
        offered = picked(path, sheet, lang)
        listed = {one.name: one for one in sheet.columns if one.choices or one.table or one.kind == "currency"}
        assert set(offered) == set(listed), sheet.stem
        for name, texts in offered.items():
            column, read = listed[name], compiled(listed[name], lang=lang)
            assert len(set(texts)) == len(texts)
            if column.choices:
                assert [read(text) for text in texts] == list(column.choices)
            elif column.table == "programme":
                assert None not in map(words.programme, texts) and len(texts) == 2
            elif column.table:
                known = words.codes(column.table)
                assert [known[folded_name(text)] for text in texts] == list(words.offered(column.table, lang))


def test_a_list_of_any_length_is_offered_and_a_name_of_two_things_is_not(office: Actor, tmp_path: Path) -> None:
    many = "".join(f'[class.c{n}]\nnames = {{ zh-Hans = "类别{n}", en = "class {n % 299}" }}\n' for n in range(300))
    append(office, lambda writer: writer.add(ProgrammeBook(code="o", title={"en": "b"}, toml=many)), request_id="b")
    words, sheet = BookWords(office.office), BY_STEM["cases"]
    write_template(tmp_path / "many.xlsx", "en", words=words, sheets=[sheet])
    texts = picked(tmp_path / "many.xlsx", sheet, "en")["topic"]
    # The last is called like the first: only its code says which is meant.
    assert len(texts) == 300 and texts[0] == "class 0" and texts[299] == "c299"
    write_template(tmp_path / "none.xlsx", "en", sheets=[sheet])
    assert "topic" not in picked(tmp_path / "none.xlsx", sheet, "en")


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
