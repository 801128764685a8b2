"""The list behind a figure is the figure: same rows, same sum, same digest; to page, search and take along."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from concentric.core.terms.periods import read_period
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.clock import example_time
from concentric.prove.evidence import Evidence, evidence
from concentric.prove.figures import Figure, NoSuchIndicator, figures

from .cast import Town, book

YEAR = read_period("2021")
RECEIVED = {
    "counts": "deliveries",
    "sum": "amount",
    "currency": "CNY",
    "during": "delivered_on",
    "headline": "reported",
}
MADE = {"counts": "commitments", "during": "committed_on", "headline": "pledged"}
BOOK = book(
    received=RECEIVED,
    made=MADE,
    villages={**MADE, "distinct": "recipient"},
    rate={"ratio": {"numerator": "received", "denominator": "pledged"}, "unit": "%", "decimals": 1},
    pledged={**MADE, "sum": "amount", "currency": "CNY"},
    coverage={
        "coverage": {"roster": "listed", "counts": "commitments", "member": "recipient", "during": "committed_on"},
        "headline": "pledged",
    },
    jobs={"statistic": "jobs"},
)


@pytest.fixture
def town(office: Actor) -> Town:
    made = Town(office)
    for n, recipient in enumerate(("village", "village", "clinic")):
        made.pledge(f"C{n}", "300", recipient, what=f"piece {n}")
    made.pledge("D", "500", currency="USD")
    made.step(office, "C0", "delivered", "100.5", number="=DDE()", on="2021-04-01")
    made.step(made.speak("enterprise"), "C1", "delivered", "50", on="2021-05-01")
    made.step(office, "C2", "delivered", "70", on="2020-12-31")
    made.step(made.speak("village"), "C1", "confirmed", "40", of=1)
    return made


def figure(code: str, **more: Any) -> Figure:
    return figures(BOOK, period=YEAR, codes=[code], **more)[0]


def proof(code: str, **more: Any) -> Evidence:
    return evidence(BOOK, code, period=YEAR, **more)


def test_the_rows_add_up_to_the_value_at_every_rung(town: Town) -> None:
    received = figure("received")
    assert received.rungs == {"reported": Decimal("150.5"), "confirmed": 40, "verified": 0}
    for rung, value in received.rungs.items():
        rows = proof("received", rung=rung).page(1, 50)
        assert sum(row["value"] for row in rows) == value
    rows = proof("received").page(1, 50)
    assert [(row["commitment_number"], row["recipient_name"], row["strength"]) for row in rows] == [
        ("C0", "石桥村", 2),
        ("C1", "石桥村", 3),
    ]


def test_amounts_in_another_currency_are_left_out_and_counted(town: Town) -> None:
    pledged = figure("pledged")
    assert (pledged.value, pledged.row_count, pledged.left_out) == (900, 3, 1)


def test_a_ratio_divides_two_totals_once_and_opens_onto_both(town: Town) -> None:
    rate = figure("rate")
    assert (rate.numerator, rate.denominator) == (Decimal("150.5"), 900)
    assert rate.value == Decimal("16.7222222222") and rate.printed() == Decimal("16.7")
    top = proof("rate")
    assert top.count == rate.row_count == 2
    assert top.denominator is not None and top.denominator.count == 3
    assert top.digest() != proof("received").digest()


def test_what_is_cut_rounds_like_the_exact_quotient() -> None:
    from concentric.prove.figures import quotient

    assert quotient(Decimal(2), Decimal(3), True) == Decimal("66.6666666666")
    # Rounded to ten places first, this would print 0.1.
    assert quotient(Decimal("499999999999999"), Decimal(10**18), True).quantize(Decimal("0.1")) == Decimal("0.0")
    assert quotient(Decimal(-1), Decimal(3), False) == Decimal("-0.3333333333")


def test_a_ratio_over_nothing_does_not_apply_and_one_of_the_unknown_is_unknown(town: Town) -> None:
    none = {**MADE, "where": "kind = 'jobs'"}
    some = book(
        none=none,
        made=MADE,
        over={"ratio": {"numerator": "made", "denominator": "none"}},
        jobs={"statistic": "jobs"},
        of_jobs={"ratio": {"numerator": "made", "denominator": "jobs"}},
    )
    found = {one.code: one for one in figures(some, period=YEAR)}
    assert (found["none"].state, found["none"].value) == ("value", 0)
    assert (found["over"].state, found["over"].value) == ("not_applicable", None)
    assert (found["of-jobs"].state, found["of-jobs"].numerator) == ("unknown", 4)


def test_coverage_is_unknown_without_a_list_and_does_not_apply_to_an_empty_one(town: Town) -> None:
    assert figure("coverage").state == "unknown"
    town.list_members("listed", as_of="2021-06-01")
    assert figure("coverage").state == "not_applicable"
    early = figures(BOOK, period=read_period("2021-Q1"), codes=["coverage"])[0]
    assert early.state == "unknown"


def test_coverage_shows_every_member_and_whether_it_is_covered(town: Town) -> None:
    town.list_members("listed", "village", "outsider")
    coverage = figure("coverage")
    assert (coverage.numerator, coverage.denominator, coverage.value) == (1, 2, 50)
    assert coverage.rungs == {"pledged": 50, "reported": 50, "confirmed": 50, "verified": 0}
    rows = proof("coverage").page(1, 10, order="member_number")
    assert [(row["member_number"], row["covered"]) for row in rows] == [("outsider", 0), ("village", 1)]


def test_the_statistic_published_last_stands_and_is_its_own_evidence(town: Town) -> None:
    town.publish("jobs", "100", number="S1", published_on=datetime(2022, 1, 5, tzinfo=UTC).date())
    town.publish("jobs", "90", number="S2", published_on=datetime(2022, 1, 2, tzinfo=UTC).date())
    town.publish("jobs", "7", number="S3", period="2020")
    assert figure("jobs").value == 100
    assert [row["number"] for row in proof("jobs").page(1, 10)] == ["S1"]
    assert figure("jobs", place="450222").state == "unknown"


def test_pages_search_and_order(town: Town) -> None:
    made = proof("made")
    assert [row["number"] for row in made.page(1, 3)] == ["C0", "C1", "C2"]
    assert [row["number"] for row in made.page(2, 3)] == ["D"]
    assert [row["number"] for row in made.page(1, 9, search="PIECE 1")] == ["C1"]
    assert made.found("鹿寨") == 1 and made.found("nobody") == 0
    assert [row["number"] for row in made.page(1, 9, order="-number")] == ["D", "C2", "C1", "C0"]
    assert [row["number"] for row in made.page(1, 9, order="no such")] == ["C0", "C1", "C2", "D"]


def test_the_public_sees_no_column_of_the_office(town: Town) -> None:
    names = {column.name for column in proof("received").columns}
    assert {"recorded_by", "note"} & names == set()
    office = proof("received", audience="office")
    assert {"recorded_by", "note"} <= {column.name for column in office.columns}
    assert office.page(1, 1)[0]["recorded_by"] == "office"
    assert office.digest() == proof("received").digest()


def test_csv_opens_in_excel_and_runs_no_formula(town: Town) -> None:
    file = io.StringIO()
    proof("received").csv(file, "en")
    text = file.getvalue()
    assert text.startswith("\ufeff") and "'=DDE()" in text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["Value"] for row in rows] == ["100.5", "50"]
    assert rows[0]["Delivered on"] == "2021-04-01"


def test_who_says_so_and_how_late_it_was_entered(office: Actor) -> None:
    town = Town(office)
    for n, at in enumerate(("2027-04-02T15:59:00", "2027-04-02T16:01:00", "2027-04-11T00:00:00")):
        town.pledge(f"C{n}", "300")
        with example_time(datetime.fromisoformat(at).replace(tzinfo=UTC)):
            town.step(office, f"C{n}", "delivered", "10", on="2027-04-02")
    town.step(town.speak("village"), "C0", "confirmed", "10", of=1)
    late = evidence(BOOK, "received", period=read_period("2027"))
    # Midnight in Shanghai is 16:00 UTC.
    assert late.lateness() == (1, 9, 3)
    assert late.attestation() == [("office", "command", 2), ("recipient", "link", 1)]


def test_the_digest_moves_with_a_correction_and_stays_for_its_old_position(town: Town) -> None:
    before, position = proof("pledged").digest(), figure("pledged").position
    changed = Commitment.objects.in_force().get(number="C1")
    fresh = Commitment(**{f.attname: getattr(changed, f.attname) for f in Commitment._meta.fields[11:]})
    fresh.amount = Decimal("299")
    town.enter(town.office, lambda writer: writer.supersede(town.roots["C1"], fresh, "misread"))
    assert figure("pledged").value == 899
    assert proof("pledged").digest() != before
    assert proof("pledged", position=position).digest() == before
    assert figure("pledged", position=position).value == 900


def test_an_unknown_indicator_or_rung_is_refused_with_what_there_is(town: Town) -> None:
    with pytest.raises(NoSuchIndicator) as refused:
        figures(BOOK, period=YEAR, codes=["nothing"])
    assert "received" in refused.value.remedy("en")
    with pytest.raises(NoSuchIndicator):
        proof("received", rung="pledged")
