"""Every indicator has its page in the handbook, and the page says what is computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from concentric.core.terms.words import LANGS
from concentric.prove.handbook import index, page
from concentric.prove.handbook.example import example
from concentric.prove.handbook.words import in_words
from concentric.prove.indicators import Count, indicators_of
from concentric.prove.views import VIEWS
from concentric.prove.where import parse_where
from concentric.register.book import Book, read_book, shipped, shipped_books

DOCS = Path(__file__).parents[2] / "docs"
FOLDERS = (("en", DOCS / "handbook"), ("zh-Hans", DOCS / "zh-CN" / "handbook"))


def book_of(code: str) -> Book:
    book, _ = read_book(shipped(code))
    assert book is not None
    return book


@pytest.mark.parametrize(("lang", "folder"), FOLDERS)
def test_the_handbook_is_the_one_the_program_writes(lang: str, folder: Path) -> None:
    book = book_of("city")
    wanted = {"README": index(book, lang), **{code: page(book, code, lang) for code in book.indicators}}
    held = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert sorted(held) == sorted(wanted), "run: make docs"
    assert held == wanted, "run: make docs"


@pytest.mark.parametrize("code", shipped_books())
def test_every_indicator_of_a_shipped_book_can_be_documented(code: str) -> None:
    book = book_of(code)
    for indicator in book.indicators:
        for lang in LANGS:
            assert len(page(book, indicator, lang).splitlines()) > 10


def test_an_indicator_without_a_definition_has_no_page() -> None:
    book = book_of("city")
    spec = {name: value for name, value in book.indicators["villages-paired"].items() if name != "definition"}
    book.indicators["villages-paired"] = spec
    with pytest.raises(KeyError):
        page(book, "villages-paired", "en")


def test_in_an_example_exactly_the_rows_that_are_said_to_count_do() -> None:
    book = book_of("city")
    for indicator in indicators_of(book).values():
        if not isinstance(count := indicator.means, Count):
            continue
        made = example(indicator, count, book.when())
        counted = [row for _, row, reason in made.rows if reason == "counted"]
        wanted = sum(row[column] for row in counted) if (column := count.columns()[count.headline]) else len(counted)
        assert made.value == wanted, indicator.code
        holds = [reason for _, row, reason in made.rows if count.where is None or count.where.says(row) is True]
        assert "other-rows" not in holds, indicator.code


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("kind = 'problem'", "Kind (`kind`) is `problem`"),
        ("2 <= answers", "Answers (`answers`) is at least `2`"),
        ("late <> 'yes' AND due IS NULL", "Late (`late`) is not `yes` and Due (`due`) is empty"),
        ("NOT kind = 'problem'", "it is not so that Kind (`kind`) is `problem`"),
        ("topic IN ('land', 'other')", "Class (`topic`) is `land` or `other`"),
        ("closed_on IS NOT NULL AND (late = 'no' OR answers > 1)",
         "Closed on (`closed_on`) is not empty and (Late (`late`) is `no` or Answers (`answers`) is above `1`)"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_words(where: str, words: str) -> None:
    assert in_words(parse_where(where, VIEWS["cases"]), "en") == words
