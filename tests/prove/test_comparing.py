"""Numbers beside those of the year before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.prove.charted import CHARTED
from tests.prove.town import Town

from concentric.core.terms.periods import read_period
from concentric.keep import commitments
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book, current_book
from concentric.prove.charts import charts_of
from concentric.prove.comparing import year_before
from concentric.prove.editions import bound_manuscript, frozen_numbers, later_corrections
from concentric.prove.models import Edition
from concentric.prove.reviews import check_review, freeze

TEXT = """# T

{{ change "money-pledged" }}|{{ change "money-share" }}|{{ change "gifts" }}|{{ change "villages-share" }}
"""


@pytest.fixture
def town(office: Actor) -> Town:
    """A town that was promised 80,000 in 2020 and received half of it."""
    town = Town(office)
    adopt_book(office, CHARTED)
    give(town, "old", "80000", date(2020, 5, 1))
    receive(town, "old", "40000", date(2020, 6, 1))
    return town


def give(town: Town, number: str, amount: str, on: date) -> None:
    pledge = Commitment(
        number=number,
        programme_id=town.programme("gifts"),
        supporter_id=town.roots["mill"],
        recipient_id=town.roots["upper"],
        kind="money",
        nature="welfare",
        firmness="pledged",
        amount=Decimal(amount),
        currency="CNY",
        committed_on=on,
    )
    town.do(lambda writer: town.roots.__setitem__(number, commitments.pledge(writer, pledge)))


def receive(town: Town, number: str, amount: str, on: date) -> None:
    root, came = town.roots[number], Decimal(amount)
    town.do(lambda writer: commitments.take_step(writer, root, "delivered", on=on, amount=came))
    town.do(lambda writer: commitments.take_step(writer, root, "confirmed", on=on, amount=came, of=1), by="upper")


def publish(town: Town, period: str, lang: str = "zh-Hans", text: str = TEXT) -> Edition:
    return freeze(town.office, current_book()[0], lang, text=text, period=read_period(period))


def printed(edition: Edition) -> list[str]:
    return bound_manuscript(edition).blocks[1].text.split("|")


@pytest.mark.parametrize(
    ("period", "before"),
    [("2021", "2020"), ("2021-H1", "2020-H1"), ("2021-Q3", "2020-Q3"), ("2021-02", "2020-02")],
)
def test_the_year_before_is_the_same_span_one_year_earlier(period: str, before: str) -> None:
    assert year_before(read_period(period)) == before


def test_without_an_edition_of_the_year_before_nothing_is_compared(town: Town) -> None:
    edition = publish(town, "2021")
    assert printed(edition) == ["上年无可比数"] * 4
    assert {number.state for number in frozen_numbers(edition)} == {"unknown"}


def test_a_change_says_how_much_more_than_last_year_s_edition_printed(town: Town) -> None:
    publish(town, "2020", text='# T\n\n{{ figure "money-pledged" }}')
    give(town, "new", "100000", date(2021, 5, 1))
    receive(town, "new", "60000", date(2021, 6, 1))
    edition = publish(town, "2021")
    assert printed(edition) == ["比上年增长 25.0%", "比上年提高 10.0 个百分点", "与上年持平", "上年无可比数"]
    assert printed(publish(town, "2021", "en"))[:2] == [
        "up 25.0% on the year before",
        "up 10.0 percentage points on the year before",
    ]
    growth = frozen_numbers(edition)[0]
    assert (growth.numerator, growth.denominator, growth.value) == (20000, 80000, 25)


def test_less_than_last_year_is_said_as_plainly(town: Town) -> None:
    publish(town, "2020")
    give(town, "new", "60000", date(2021, 5, 1))
    edition = publish(town, "2021")
    assert printed(edition)[:2] == ["比上年下降 25.0%", "比上年降低 50.0 个百分点"]


def test_from_nothing_there_is_no_percentage(office: Actor) -> None:
    town = Town(office)
    adopt_book(office, CHARTED)
    publish(town, "2020")
    give(town, "new", "60000", date(2021, 5, 1))
    assert printed(publish(town, "2021"))[0] == "上年为零"


def test_an_indicator_that_was_defined_otherwise_is_not_compared(town: Town) -> None:
    publish(town, "2020")
    pledged = 'where = "programme = \'gifts\'"\nheadline = "pledged"'
    assert pledged in CHARTED
    adopt_book(town.office, CHARTED.replace(pledged, pledged.replace("programme = 'gifts'", "nature = 'welfare'")))
    give(town, "new", "60000", date(2021, 5, 1))
    edition = publish(town, "2021")
    assert printed(edition)[0] == "上年无可比数"


def test_a_later_record_corrects_a_change_and_names_itself(town: Town) -> None:
    publish(town, "2020")
    give(town, "new", "100000", date(2021, 5, 1))
    edition = publish(town, "2021")
    give(town, "more", "20000", date(2021, 8, 1))
    found = {str(ref): one for ref, one in later_corrections(edition).items()}
    one = found['change "money-pledged"']
    assert (one.then.shown, one.now.shown) == ("比上年增长 25.0%", "比上年增长 50.0%")
    assert [change.number for change in one.changes] == ["more"]


def test_a_newer_edition_of_last_year_does_not_move_what_was_printed(town: Town) -> None:
    publish(town, "2020")
    give(town, "new", "100000", date(2021, 5, 1))
    edition = publish(town, "2021")
    give(town, "late", "1000", date(2020, 12, 1))
    publish(town, "2020")
    assert 'change "money-pledged"' not in {str(ref) for ref in later_corrections(edition)}


def test_two_years_are_drawn_side_by_side(town: Town) -> None:
    publish(town, "2020")
    give(town, "new", "100000", date(2021, 5, 1))
    edition = publish(town, "2021", text='# T\n\n{{ chart "beside" }}')
    chart = charts_of(edition)["beside"]
    assert chart.before == "small-town.zh-Hans.public.1"
    assert chart.years == ("2020年", "2021年")
    assert "到账金额 0 元，比上年下降 100.0%" in chart.sentence


def test_how_a_change_is_written_is_not_the_author_s_choice() -> None:
    from concentric.register.book import read_book

    book, _ = read_book(CHARTED)
    assert book is not None
    [finding] = check_review('# T\n\n{{ change "gifts" style="plain" }}', book, "zh-Hans")
    assert finding.key == "manuscript-change-option" and "rung, place, where" in finding.remedy("en")
