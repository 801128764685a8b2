"""Drafting a review and freezing it."""

from datetime import date
from itertools import pairwise

import pytest
from tests.prove.town import BOOK, Town

from concentric.ledger.actor import Actor
from concentric.ledger.models import Commit, Entry
from concentric.ledger.positions import size
from concentric.ledger.verify import verify
from concentric.prove.book import adopt_book, current_book
from concentric.prove.editions import bound_manuscript, edition_of, editions, frozen_numbers
from concentric.prove.models import Edition, Review
from concentric.prove.reviews import (
    BookNotAdopted,
    NoOutline,
    NothingKnown,
    NotPrintable,
    check_review,
    draft,
    freeze,
)
from concentric.register.book import read_book


@pytest.fixture
def town(office: Actor) -> Town:
    """One village is paired, 50,000 of a pledge of 100,000 are confirmed, one statistic is known."""
    town = Town(office)
    town.pair("p1", "chamber", "upper")
    town.pledge("c1", "100000")
    town.deliver("c1", "60000")
    town.confirm("c1", "50000")
    town.state("shops", "52000")
    return town


def printed(edition: Edition) -> str:
    return "\n".join(block.text for block in bound_manuscript(edition).blocks)


def test_a_draft_is_the_outline_with_its_numbers_still_references(office: Actor) -> None:
    adopt_book(office, BOOK)
    book, _ = current_book()
    assert draft(book, "zh-Hans").startswith("# 小城的一年\n")
    assert '{{ figure "villages-paired" }}' in draft(book, "zh-Hans")
    assert "述評" in draft(book, "zh-Hant")
    assert '{{ figure "villages-paired" }}' in draft(book, "zh-Hant")


def test_a_language_without_an_outline_is_refused_by_name() -> None:
    book, _ = read_book(BOOK[: BOOK.index("[review.en]")])
    assert book is not None
    with pytest.raises(NoOutline):
        draft(book, "en")


def test_an_edition_prints_what_the_ledger_knows_at_its_position(town: Town) -> None:
    edition = freeze(town.office, current_book()[0], "zh-Hans")
    text = printed(edition)
    assert "有1个村结对，占50%，分母2个。" in text
    assert "认捐10 万元，到账5 万元，报来6 万元，兑现50%。" in text
    assert "新店5.2 万家，学校—（未知）所。" in text
    commit = Commit.objects.get(size=edition.position)
    assert edition.ledger_root == bytes(commit.root).hex()
    assert edition.position == size() - 2
    assert verify().findings == []


def test_the_same_numbers_are_printed_in_three_languages(town: Town) -> None:
    book, _ = current_book()
    assert "1 villages; CNY 100,000 pledged, CNY 50,000 received." in printed(freeze(town.office, book, "en"))
    assert "認捐10 萬元" in printed(freeze(town.office, book, "zh-Hant"))


def test_each_number_is_frozen_with_its_rungs_its_parts_and_its_evidence(town: Town) -> None:
    edition = freeze(town.office, current_book()[0], "zh-Hans")
    held = {str(number.ref): number for number in frozen_numbers(edition)}
    money = held['figure "money-received"']
    assert (money.value, money.strength, money.row_count) == (50000, "confirmed", 1)
    assert (money.rungs["pledged"], money.rungs["reported"], money.rungs["verified"]) == (100000, 60000, 0)
    share = held['figure "money-share"']
    assert (share.numerator, share.denominator, share.shown) == (50000, 100000, "50%")
    assert len({number.digest for number in held.values()}) >= 5
    assert all(len(number.digest) == 64 for number in held.values())
    schools = held['figure "schools"']
    assert (schools.state, schools.value, schools.shown) == ("unknown", None, "—（未知）")


def test_the_same_text_with_the_same_numbers_is_the_same_edition(town: Town) -> None:
    book, _ = current_book()
    first = freeze(town.office, book, "zh-Hans")
    before = size()
    assert freeze(town.office, book, "zh-Hans").number == first.number
    assert size() == before


def test_editions_are_numbered_by_language_and_audience(town: Town) -> None:
    book, _ = current_book()
    freeze(town.office, book, "zh-Hans")
    freeze(town.office, book, "en")
    freeze(town.office, book, "zh-Hans", audience="internal")
    town.deliver("c1", "1")
    freeze(town.office, book, "zh-Hans")
    assert [edition.number for edition in reversed(editions())] == [
        "small-town.zh-Hans.public.1",
        "small-town.en.public.1",
        "small-town.zh-Hans.internal.1",
        "small-town.zh-Hans.public.2",
    ]
    assert [edition.n for edition in editions("internal")] == [1]
    assert edition_of("small-town.zh-Hans.public.2").n == 2


def test_an_edited_text_supersedes_the_review_with_a_reason(town: Town) -> None:
    book, _ = current_book()
    freeze(town.office, book, "zh-Hans")
    text = draft(book, "zh-Hans").replace("小城的一年", "小城这一年")
    edition = freeze(town.office, book, "zh-Hans", text=text, reason="改题目")
    assert edition.n == 2 and "小城这一年" in printed(edition)
    [review] = Review.objects.in_force()
    assert (review.text, review.reason) == (text, "改题目")
    assert edition.review_id == review.root
    assert "小城的一年" in printed(edition_of("small-town.zh-Hans.public.1"))


def test_a_text_with_mistakes_is_refused_with_all_of_them_and_their_lines(town: Town) -> None:
    book, _ = current_book()
    text = '# 题\n\n一 {{ figure "shop" }}\n二 {{ figure "shops" rung="verified" }}\n\n三 {{ figure shops }} {{\n'
    before = size()
    with pytest.raises(NotPrintable) as refused:
        freeze(town.office, book, "zh-Hans", text=text)
    assert [(finding.line, finding.key) for finding in refused.value.findings] == [
        (3, "review-no-figure-near"),
        (4, "review-no-rung"),
        (6, "manuscript-tag"),
        (6, "manuscript-braces"),
    ]
    assert size() == before


def test_a_text_is_checked_without_computing_anything() -> None:
    book, _ = read_book(BOOK)
    assert book is not None
    assert check_review(draft(book, "en"), book, "en") == []
    [finding] = check_review('# T\n\n{{ figure "money-share" rung="pledged" }} {{ figure "zzz" }}', book, "en")
    assert (finding.key, finding.line) == ("review-no-figure", 3)


def test_a_review_can_be_frozen_as_things_were_known_earlier(town: Town) -> None:
    book, _ = current_book()
    then = size()
    town.confirm("c1", "10000")
    edition = freeze(town.office, book, "zh-Hans", position=then)
    assert edition.position == then
    assert "到账5 万元" in printed(edition)


def test_a_position_between_two_commits_is_the_commit_before_it(town: Town) -> None:
    sizes = list(Commit.objects.order_by("size").values_list("size", flat=True))
    wide = next((one, two) for one, two in pairwise(sizes) if two - one > 2 and one > 5)
    edition = freeze(town.office, current_book()[0], "zh-Hans", position=wide[1] - 1)
    assert edition.position == wide[0]


def test_nothing_is_frozen_from_an_empty_ledger_or_by_a_book_nobody_adopted(town: Town) -> None:
    book, _ = current_book()
    with pytest.raises(NothingKnown):
        freeze(town.office, book, "zh-Hans", position=0)
    other, _ = read_book(BOOK.replace('en = "Gifts"', 'en = "Presents"'))
    assert other is not None
    with pytest.raises(BookNotAdopted):
        freeze(town.office, other, "zh-Hans")


def test_an_edition_for_the_public_holds_no_small_count_and_one_for_the_office_does(town: Town) -> None:
    adopt_book(town.office, BOOK.replace("suppress_below = 0", "suppress_below = 3"))
    book, _ = current_book()
    public = freeze(town.office, book, "zh-Hans")
    assert "有不足 3个村结对，占不公布" in printed(public)
    kept = {number.ref.figure: number for number in frozen_numbers(public)}
    assert kept["villages-paired"].value is None
    assert kept["villages-paired"].rungs["confirmed"] is None
    assert kept["villages-share"].numerator is None
    assert "有1个村结对，占50%" in printed(freeze(town.office, book, "zh-Hans", audience="internal"))


def test_an_edition_names_the_version_of_the_book_it_was_computed_by(town: Town) -> None:
    book, record = current_book()
    edition = freeze(town.office, book, "zh-Hans")
    adopt_book(town.office, BOOK.replace('en = "Gifts"', 'en = "Presents"'))
    assert edition_of(edition.number).book == record.id
    assert Entry.objects.filter(record=record.id).exists()
    assert isinstance(edition.published_on, date)
