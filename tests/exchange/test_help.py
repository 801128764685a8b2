"""Kinds of help are words of the programme book: on the sheet of pairings, in drop-downs, and on a pairing's page."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.exchange.conftest import BOOK, CAST, VILLAGES, Bring
from tests.ledger.cast import enter
from tests.match.town import BOOK as TOWN

from concentric.core.terms.words import LANGS, say
from concentric.exchange.rows.book_words import BookWords
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.template import write_template
from concentric.ledger.actor import Actor
from concentric.match.models import Pairing
from concentric.pages.fields import shown_value
from concentric.register.models import ProgrammeBook

OWN = (
    BOOK.replace("[class.financing]", "").replace('names = { zh-Hans = "融资", en = "financing" }', "")
    + """
[category.roads]
names = { zh-Hans = "修路", en = "village roads" }
aliases = { zh-Hans = ["道路硬化"], en = ["paving"] }
[category.flood]
names = { zh-Hans = "救灾", en = "flood relief" }
"""
)
PAIRING = """
编号 | 项目     | 帮扶方编号 | 受帮扶方编号 | 提出日期   | 帮扶方式
P1   | 企村结对 | S1         | V1           | 2021-03-01 | {help}
"""


@pytest.fixture
def own(bring: Bring, officer: Actor) -> Bring:
    """The office's book lists kinds of help of its own."""
    held = ProgrammeBook.objects.in_force().get()
    book = ProgrammeBook(code="office", title={"zh-Hans": "手册"}, toml=OWN)
    enter(officer, lambda w: w.supersede(held.root, book, "自己的分类"))
    bring({"单位": CAST, "村": VILLAGES})
    return bring


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("修路、产业帮扶", "industry,roads"),
        ("道路硬化;救灾", "roads,flood"),
        ("道路硬化、修路", "roads"),
        ("Village Roads, flood relief", "roads,flood"),
        ("修路 救灾", "roads,flood"),
        ("roads/flood", "roads,flood"),
        ("无", ""),
        ("", ""),
    ],
)
def test_kinds_of_help_are_the_books_categories(typed: str, kept: str, own: Bring) -> None:
    assert own({"结对": PAIRING.format(help=typed)}).errors == 0
    assert Pairing.objects.get().help_types == kept


@pytest.mark.parametrize("lang", LANGS)
def test_a_kind_of_help_that_the_book_does_not_list_is_told_with_those_it_does(lang: str, own: Bring) -> None:
    done = own({"结对": PAIRING.format(help="修路、扶智")}, lang=lang)
    [found] = [finding for finding in done.findings if finding.severity == "error"]
    assert found.key == "reference-code" and found.args["text"] == "扶智" and found.cell == "F2"
    assert {"en": "village roads", "zh-Hant": "修路"}.get(lang, "修路") in found.says(lang) and found.remedy(lang)


def test_a_book_without_categories_takes_any_word(bring: Bring, officer: Actor) -> None:
    held = ProgrammeBook.objects.in_force().get()
    bare = ProgrammeBook(code="office", title={"zh-Hans": "手册"}, toml="[class.x]\n")
    enter(officer, lambda w: w.supersede(held.root, bare, "没有分类"))
    bring({"单位": CAST, "村": VILLAGES})
    assert bring({"结对": PAIRING.format(help="修路，架桥")}).errors == 0
    assert Pairing.objects.get().help_types == "修路,架桥"


@pytest.mark.parametrize("lang", LANGS)
def test_the_template_offers_them_by_their_names(lang: str, own: Bring, officer: Actor, tmp_path: Path) -> None:
    sheet = BY_STEM["pairings"]
    write_template(tmp_path / "t.xlsx", lang, words=BookWords(officer.office), sheets=[sheet])
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    words = {cell.value for row in book[say("sheet-lists", lang)] for cell in row}
    assert ("village roads" if lang == "en" else "修路") in words
    rules = {str(rule.sqref)[0]: rule for rule in book[sheet.name(lang)].data_validations.dataValidation}
    assert rules["G"].showErrorMessage is False, "several may be written, one is picked"


@pytest.mark.parametrize(("lang", "said"), [("zh-Hans", "产业、桥"), ("en", "industry, 桥")])
def test_a_pairings_page_calls_them_as_the_book_does(lang: str, said: str, office: Actor) -> None:
    enter(office, lambda w: w.add(ProgrammeBook(code="town", title={"zh-Hans": "镇", "en": "Town"}, toml=TOWN)))
    assert shown_value(Pairing(help_types="industry,桥"), "help_types", "industry,桥", lang) == said
