"""Checking a book to the end, and adopting it."""

import pytest
from tests.prove.town import BOOK

from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.ledger.verify import verify
from concentric.prove.book import BookRefused, NoBook, adopt_book, check_book, current_book
from concentric.prove.picture import HUES as DRAWN
from concentric.register.book import HUES, shipped, shipped_books
from concentric.register.models import Circle, Programme, ProgrammeBook


def line_of(text: str, piece: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if piece in line)


def entries() -> list[str]:
    return list(Entry.objects.order_by("idx").values_list("kind", flat=True))


def test_the_hues_of_books_are_those_that_the_picture_draws() -> None:
    assert HUES == DRAWN


@pytest.mark.parametrize("code", shipped_books())
def test_a_book_that_comes_with_the_program_means_something_in_every_line(code: str) -> None:
    assert check_book(shipped(code)) == []


def test_a_book_without_mistakes_has_no_findings() -> None:
    assert check_book(BOOK) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('counts = "roster"', 'counts = "rooster"', "rooster"),
        ('during = "agreed_on"\nwhere', 'during = "agred_on"\nwhere', "agred_on"),
        ("where = \"roster = 'villages-2021'\"", "where = \"roaster = 'villages-2021'\"", "roaster"),
        ('at_end = ["since", "until"]', 'at_end = ["since", "untill"]', "untill"),
        ('currency = "CNY"\nduring = "committed_on"\nwhere = "programme = \'gifts\'"\nheadline = "pledged"',
         'during = "committed_om"\nwhere = "programme = \'gifts\'"\nheadline = "pledged"', "committed_om"),
        ('figure "shops"', 'figure "shop"', 'figure "shop"'),
        ('rung="reported"', 'rung="rumoured"', "rumoured"),
        ('figure "schools"', 'figure "schools" rung="verified"', 'figure "schools" rung'),
        ('"villages-share" of="denominator"', '"villages-paired" of="denominator"', 'paired" of='),
        ("{{ figure \"schools\" }} 所", "{{ figure \"schools\" 所", 'figure "schools" 所'),
    ],
)  # fmt: skip
def test_what_means_nothing_is_named_with_its_line(old: str, new: str, line: str) -> None:
    assert BOOK.count(old) == 1
    text = BOOK.replace(old, new)
    assert line_of(text, line) in [finding.line for finding in check_book(text)]
    assert all(finding.says("zh-Hant") and finding.remedy("en") for finding in check_book(text))


def test_mistakes_of_form_and_of_meaning_are_told_together() -> None:
    text = BOOK.replace('hue = "tj"', 'hue = "pink"').replace('counts = "roster"', 'counts = "rooster"')
    lines = [finding.line for finding in check_book(text)]
    assert line_of(text, "pink") in lines
    assert line_of(text, "rooster") in lines


def test_adopting_enters_the_book_its_circles_and_its_programmes_in_one_append(office: Actor) -> None:
    before = entries()
    done = adopt_book(office, BOOK)
    assert entries()[len(before) :] == ["circle", "programme", "programme", "circle", "programme", "book"]
    assert done.receipt is not None and done.receipt.size == len(before) + 6
    assert set(done.added) == {"near", "far", "villages", "gifts", "wells", "small-town"}
    assert Programme.objects.in_force().get(code="gifts").circle.code == "near"
    assert verify().findings == []


def test_the_same_text_again_changes_nothing(office: Actor) -> None:
    adopt_book(office, BOOK)
    before = entries()
    again = adopt_book(office, BOOK)
    assert again.unchanged and again.receipt is None
    assert entries() == before


def test_a_changed_book_makes_new_versions_only_of_what_changed(office: Actor) -> None:
    adopt_book(office, BOOK)
    before = entries()
    done = adopt_book(office, BOOK.replace('en = "Gifts"', 'en = "Gifts of money"'), reason="clearer")
    assert entries()[len(before) :] == ["programme", "book"]
    assert set(done.changed) == {"gifts", "small-town"} and done.added == ()
    gifts = Programme.objects.in_force().get(code="gifts")
    assert (gifts.names["en"], gifts.reason) == ("Gifts of money", "clearer")
    assert Circle.objects.count() == 2


def test_a_book_may_come_back_after_another_one_was_tried(office: Actor) -> None:
    other = BOOK.replace('en = "Gifts"', 'en = "Presents"')
    for text in (BOOK, other, BOOK, other, BOOK):
        adopt_book(office, text)
        assert current_book()[0].source == text
    assert ProgrammeBook.objects.count() == 5
    assert verify().findings == []


def test_what_a_book_no_longer_names_stays_in_force_and_is_told(office: Actor) -> None:
    adopt_book(office, BOOK)
    start, end = BOOK.index("[programme.wells]"), BOOK.index("[indicator.villages-paired]")
    done = adopt_book(office, BOOK[:start] + BOOK[end:])
    assert done.left == ("wells",)
    assert Programme.objects.in_force().filter(code="wells").exists()


def test_a_book_that_breaks_anywhere_is_refused_whole_with_everything_wrong(office: Actor) -> None:
    before = entries()
    text = BOOK.replace('counts = "roster"', 'counts = "rooster"').replace('figure "shops"', 'figure "shop"')
    with pytest.raises(BookRefused) as refused:
        adopt_book(office, text)
    assert {finding.line for finding in refused.value.findings} == {
        line_of(text, "rooster"),
        line_of(text, 'figure "shop"'),
    }
    assert entries() == before


def test_a_figure_can_be_asked_by_the_book_that_held_then(office: Actor) -> None:
    with pytest.raises(NoBook):
        current_book()
    then = adopt_book(office, BOOK).receipt
    assert then is not None
    adopt_book(office, BOOK.replace('en = "Gifts"', 'en = "Presents"'))
    assert current_book(then.size)[0].source == BOOK
    assert current_book()[0].programmes["gifts"].names["en"] == "Presents"
    with pytest.raises(NoBook):
        current_book(1)
