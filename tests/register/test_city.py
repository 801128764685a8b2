"""The book of a whole year: every figure that the city once published has its indicator, with names people use."""

import re

from concentric.register.book import Book, read_book, shipped

PUBLISHED = (
    *("problems-moved", "new-industrial-enterprises", "new-market-entities", "projects-signed", "supporters-paired"),
    *("villages-paired", "money-pledged", "culture-sites", "clinics-upgraded", "research-bases", "education-bases"),
    *("commissioner-coverage", "visit-coverage", "namings-applied", "namings-in-force", "settings-reached"),
    *("judges-visit-settings", "chain-leaders", "base-trainings", "research-topics", "honours-poverty"),
    *("honours-opinions", "honours-office"),
)


def city() -> Book:
    book, findings = read_book(shipped("city"))
    assert book is not None and findings == []
    return book


def test_every_published_figure_has_an_indicator_and_the_review_prints_it() -> None:
    book = city()
    assert len(book.indicators) >= 60 and len(book.circles) == 3
    for code in PUBLISHED:
        assert code in book.indicators
        for lang in ("zh-Hans", "en"):
            assert f'figure "{code}"' in book.review[lang], code


def test_every_indicator_is_defined_and_has_two_other_names_in_each_language() -> None:
    for code, spec in city().indicators.items():
        assert set(spec["definition"]) == {"zh-Hans", "en"}, code
        for lang in ("zh-Hans", "en"):
            assert len(spec["aliases"][lang]) >= 2, code
            assert spec["name"][lang] not in spec["aliases"][lang], code


def test_both_outlines_print_the_same_figures() -> None:
    zh, en = (
        sorted(re.findall(r'figure "([^"]+)"(?: rung="(\w+)")?', city().review[lang])) for lang in ("zh-Hans", "en")
    )
    assert zh == en
    assert 2_000 <= len(re.sub(r"\s|\{\{.*?\}\}", "", city().review["zh-Hans"])) <= 4_000
