"""What became of an edition's numbers after it was published, and its picture."""

from collections.abc import Callable

import pytest
from tests.prove.town import Town

from concentric.keep import commitments
from concentric.ledger.actor import Actor
from concentric.ledger.positions import size
from concentric.match import pairings
from concentric.prove.book import current_book
from concentric.prove.editions import (
    Correction,
    NoSuchEdition,
    edition_of,
    frozen_numbers,
    later_corrections,
    period_of,
    picture_codes,
    picture_of,
)
from concentric.prove.figures import figures
from concentric.prove.freezing import Frozen
from concentric.prove.models import Edition
from concentric.prove.picture import Centre, draw, draw_cover
from concentric.prove.reviews import freeze


@pytest.fixture
def town(office: Actor) -> Town:
    """A town with one pairing, a pledge half of which is confirmed, and a statistic."""
    town = Town(office)
    town.pair("p1", "chamber", "upper")
    town.pledge("c1", "100000")
    town.deliver("c1", "60000")
    town.confirm("c1", "50000")
    town.state("shops", "52000")
    return town


@pytest.fixture
def edition(town: Town) -> Edition:
    """The town's review as it was published."""
    return freeze(town.office, current_book()[0], "zh-Hans")


def corrected(edition: Edition) -> dict[str, Correction]:
    return {str(ref).removeprefix("figure ").replace('"', ""): one for ref, one in later_corrections(edition).items()}


def test_an_edition_to_which_nothing_happened_has_no_corrections(edition: Edition) -> None:
    assert later_corrections(edition) == {}


def test_a_later_delivery_changes_what_was_reported_and_names_its_record(town: Town, edition: Edition) -> None:
    before = size()
    town.deliver("c1", "10000")
    found = corrected(edition)
    assert set(found) == {"money-received rung=reported"}
    one = found["money-received rung=reported"]
    assert (one.then.shown, one.now.shown, one.value_changed) == ("6 万元", "7 万元", True)
    assert [(change.idx, change.kind) for change in one.changes] == [(before, "commitment-step")]
    assert one.changes[0].by == "office"


def test_a_reversed_confirmation_is_told_with_the_counter_step(town: Town, edition: Edition) -> None:
    root = town.roots["c1"]
    town.do(lambda writer: commitments.take_step(writer, root, "reversed", on=None, of=2), by="upper")
    found = corrected(edition)
    assert found["money-received"].now.shown == "0 元"
    assert found["money-share"].now.shown == "0%"
    assert [change.kind for change in found["money-share"].changes] == ["commitment-step"]
    assert "money-pledged" not in found


def test_a_new_pairing_shows_in_the_coverage_with_the_records_that_made_it(town: Town, edition: Edition) -> None:
    town.pair("p2", "mill", "lower")
    found = corrected(edition)
    assert found["villages-paired"].now.shown == "2"
    share = found["villages-share"]
    assert (share.then.shown, share.now.shown) == ("50%", "100%")
    assert [change.kind for change in share.changes] == ["pairing", "pairing-step", "pairing-step"]
    assert share.changes[0].number == "p2"


def test_a_correction_of_a_record_is_told_with_its_reason_though_the_number_stays(town: Town, edition: Edition) -> None:
    from concentric.match.models import Pairing

    root = town.roots["p1"]
    old = Pairing.objects.get(id=root)
    new = Pairing(
        number="p1",
        programme_id=old.programme_id,
        supporter_id=old.supporter_id,
        recipient_id=old.recipient_id,
        proposed_on=old.proposed_on,
        batch="first",
    )
    town.do(lambda writer: pairings.correct(writer, root, new, "补批次"))
    one = corrected(edition)["villages-paired"]
    assert not one.value_changed
    assert one.then.shown == one.now.shown == "1"
    assert [(change.kind, change.reason) for change in one.changes] == [("pairing", "补批次")]


def test_a_statistic_published_later_makes_an_unknown_known(town: Town, edition: Edition) -> None:
    town.state("schools", "9")
    one = corrected(edition)["schools"]
    assert (one.then.shown, one.now.shown) == ("—（未知）", "9")
    assert [change.number for change in one.changes] == ["s-schools"]


def test_what_is_entered_elsewhere_corrects_nothing(town: Town, edition: Edition) -> None:
    town.pledge("c2", "5", to="clinic")
    found = corrected(edition)
    assert set(found) == {"money-pledged", "money-share"}


def test_corrections_are_told_as_they_were_known_at_a_position(town: Town, edition: Edition) -> None:
    before = size()
    town.deliver("c1", "10000")
    assert later_corrections(edition, before) == {}
    assert later_corrections(edition, size()) != {}


def test_an_unknown_number_of_an_edition_is_refused(ledger_db: str) -> None:
    with pytest.raises(NoSuchEdition):
        edition_of("small-town.zh-Hans.public.9")


def test_the_picture_has_a_ring_for_each_circle_and_reach_over_base(town: Town, edition: Edition) -> None:
    book, _ = current_book()
    found = figures(book, period=period_of(edition), codes=picture_codes(book))
    href: Callable[[str], str] = lambda code: f"programmes/{code}"  # noqa: E731
    near, far = picture_of(book, {figure.code: figure for figure in found}, "zh-Hans", href=href)
    assert (near.hue, near.name, far.hue) == ("hz", "近处", "tj")
    villages, gifts = near.arcs
    assert (villages.no, villages.shown, villages.base, villages.printed) == (1, "1/2", 2, "confirmed")
    assert (gifts.shown, gifts.counts, gifts.at["reported"], gifts.href) == (
        "5/10 万元",
        False,
        60000,
        "programmes/gifts",
    )
    [wells] = far.arcs
    assert (wells.no, wells.known, wells.shown) == (3, False, "—/—")
    for lang in ("zh-Hans", "en"):
        circles = picture_of(book, {figure.code: figure for figure in found}, lang)
        assert "<svg" in draw(circles, Centre("2021"), lang, title="t", description="d")
        assert "<svg" in draw_cover(circles, Centre("2021"), lang, title="t")


def test_rungs_stand_in_the_order_of_the_ladder_whatever_the_database_did_to_them(town: Town) -> None:
    book, _ = current_book()
    number = frozen_numbers(freeze(town.office, book, "zh-Hans"))[0]
    held = number.as_json()
    held["rungs"] = dict(reversed(list(held["rungs"].items())))  # type: ignore[attr-defined]
    assert list(Frozen.from_json(held).rungs) == list(number.rungs) != list(held["rungs"])  # type: ignore[call-overload]
