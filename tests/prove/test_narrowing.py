"""A reference that counts some of an indicator's rows."""

from __future__ import annotations

import pytest
from tests.prove.charted import CHARTED
from tests.prove.town import Town

from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book, current_book
from concentric.prove.editions import frozen_numbers, later_corrections
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Reference, parse
from concentric.prove.reviews import check_review, freeze
from concentric.register.book import read_book

VILLAGES = "recipient_kind = 'village'"


@pytest.fixture
def town(office: Actor) -> Town:
    """One village and one clinic were promised money."""
    town = Town(office)
    adopt_book(office, CHARTED)
    town.pledge("c1", "100000")
    town.pledge("c2", "40000", to="clinic")
    return town


def test_a_narrowed_number_counts_and_proves_only_its_rows(town: Town) -> None:
    text = f'# T\n\n{{{{ figure "gifts" }}}} {{{{ figure "money-pledged" where="{VILLAGES}" }}}}'
    edition = freeze(town.office, current_book()[0], "zh-Hans", text=text)
    whole, part = frozen_numbers(edition)
    assert (whole.value, whole.row_count) == (2, 2)
    assert (part.value, part.row_count, part.shown) == (100000, 1, "10 万元")
    town.pledge("c3", "5", to="clinic")
    assert [ref.figure for ref in later_corrections(edition)] == ["gifts"]
    town.pledge("c4", "5")
    assert part.ref in later_corrections(edition)


def test_the_book_s_own_condition_still_holds(town: Town) -> None:
    text = '# T\n\n{{ figure "villages-paired" where="help_types IS NULL OR programme <> \'villages\'" }}'
    town.pair("p1", "chamber", "upper")
    [number] = frozen_numbers(freeze(town.office, current_book()[0], "zh-Hans", text=text))
    assert number.value in (0, 1) and number.row_count == number.value


def test_a_reference_with_a_condition_is_written_and_read_again() -> None:
    ref = Reference("gifts", rung="confirmed", where=VILLAGES)
    assert parse("{{ " + str(ref) + " }}").references() == (ref,)
    curly = "{{ figure “gifts” rung=“confirmed” where=“recipient_kind = ‘village’” }}"
    assert parse(curly).references() == (ref,)
    held = Frozen(ref, "1", "value", None, "", "", {}, None, None, 0, 0, "", "")
    assert Frozen.from_json(held.as_json()).ref == ref


@pytest.mark.parametrize(
    ("where", "figure", "key"),
    [
        ("recipient_kind = ", "gifts", "where-unreadable"),
        ("recipient_kinds = 'x'", "gifts", "where-unknown-column-near"),
        ("recorded_by = 'x'", "gifts", ""),
        ("1 = (SELECT 1)", "gifts", ""),
        ("x = 1", "money-share", "review-no-narrowing"),
        ("x = 1", "shops", "review-no-narrowing"),
    ],
)
def test_a_condition_that_cannot_be_read_is_refused_at_its_line(where: str, figure: str, key: str) -> None:
    book, _ = read_book(CHARTED)
    assert book is not None
    found = check_review(f'# T\n\n{{{{ figure "{figure}" where="{where}" }}}}', book, "zh-Hans")
    assert [finding.line for finding in found] == [3]
    assert found[0].key == key or (not key and found[0].key.startswith("where-")), found
    assert found[0].remedy("en")
