"""The page on sheets says what the sheets are."""

from pathlib import Path

import pytest

from concentric.exchange.documented import WITHOUT, as_markdown
from concentric.exchange.sheets.registry import SHEETS
from concentric.ledger.payload import kinds

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("lang", "page"), [("en", "sheets.md"), ("zh-Hans", "zh-CN/sheets.md")])
def test_the_page_on_sheets_is_the_one_the_program_writes(lang: str, page: str) -> None:
    written = (DOCS / page).read_text(encoding="utf-8")
    assert written == as_markdown(lang), "run: make docs"


def test_every_noun_has_a_sheet_or_a_reason_why_it_has_none() -> None:
    without = [kind for some in WITHOUT.values() for kind in some]
    entered = {model.KIND for sheet in SHEETS for model in sheet.enters()}
    assert len(set(without)) == len(without) and not entered & set(without)
    assert entered | set(without) == set(kinds())
