"""One topic, not one topics."""

from __future__ import annotations

import pytest

from concentric.core.terms.english import counted, singular
from concentric.register.book import read_book, shipped


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("topics", "topic"),
        ("cases", "case"),
        ("bases", "base"),
        ("market entities", "market entity"),
        ("branches", "branch"),
        ("classes", "class"),
        ("boxes", "box"),
        ("people", "person"),
        ("times", "time"),
        ("attendances", "attendance"),
        ("enterprises and projects", "enterprise or project"),
        ("rounds of talks", "round of talks"),
        ("CNY", "CNY"),
        ("staff", "staff"),
        ("glass", "glass"),
        ("", ""),
    ],
)
def test_a_unit_after_a_one(many: str, one: str) -> None:
    assert singular(many) == one


def test_only_beside_a_one_and_only_in_english() -> None:
    assert counted("topics", "1", "en") == "topic"
    assert [counted("topics", shown, "en") for shown in ("0", "2", "1.5", "11", "—")] == ["topics"] * 5
    assert counted("个", "1", "zh-Hans") == "个"


def test_every_unit_of_the_book_that_comes_along_has_a_singular_without_an_s() -> None:
    book, _ = read_book(shipped("city"))
    assert book is not None
    units = {book.unit(code, "en") for code in book.indicators}
    assert all(unit in ("%", "CNY", "USD", "") or not singular(unit).endswith("s") for unit in units), units
