"""The tables of records name columns that their views have."""

from __future__ import annotations

from concentric.pages.rows import COLUMNS, LISTED
from concentric.prove.views import countable
from concentric.register.book import LISTS

MADE = {"sum", "county", "covered"}


def test_every_column_that_a_table_shows_is_one_of_its_view() -> None:
    for view, names in COLUMNS.items():
        assert set(names) - MADE <= set(countable()[view].names()), view


def test_codes_are_named_by_lists_that_a_book_can_have() -> None:
    assert set(LISTED.values()) <= set(LISTS)
    assert set(LISTED) <= {name for view in countable().values() for name in view.names()}
