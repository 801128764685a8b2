"""The page on sheets says what the sheets are."""

from pathlib import Path

import pytest

from concentric.exchange.documented import as_markdown

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("lang", "page"), [("en", "sheets.md"), ("zh-Hans", "zh-CN/sheets.md")])
def test_the_page_on_sheets_is_the_one_the_program_writes(lang: str, page: str) -> None:
    written = (DOCS / page).read_text(encoding="utf-8")
    assert written == as_markdown(lang), "run: make docs"
