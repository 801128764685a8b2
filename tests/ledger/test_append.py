"""Records go in through `append`, all of a change or nothing, and come back as they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection

from concentric.core.courses.refusals import AmountNegative, AmountZero
from concentric.keep import commitments
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.models import Commit, Entry, Head, InForce, SealedValue
from concentric.ledger.refusals import AlreadyKept, NotAnExample, NothingToEnter, RequestIdReused
from concentric.ledger.verify import verify
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation, Place

from .cast import DAY, build, enter, findings

TABLES = (Entry, Commit, InForce, Head, SealedValue, Organisation, Place, Commitment, CommitmentStep)


def counts() -> list[int]:
    return [model._base_manager.count() for model in TABLES]


def place(code: str) -> Callable[[Writer], UUID]:
    return lambda writer: writer.add(Place(code=code, name="某地", level="county"))


def test_a_record_comes_back_as_it_went_in(office: Actor) -> None:
    roots = {}

    def write(writer: Writer) -> None:
        roots["county"] = writer.add(Place(code="450222", name="柳城县", level="county"))
        roots["village"] = writer.add(
            Organisation(number="V001", name="石桥村", kind="village", place_id=roots["county"]),
            sealed={"contact_name": "某某", "contact_phone": "0772-0000000"},
        )

    receipt = append(office, write, request_id="one", request=b"a")
    assert (receipt.first, receipt.size) == (2, 4)
    village = Organisation.objects.in_force().get(number="V001")
    assert (village.root, village.place_id, village.idx) == (roots["village"], roots["county"], 3)
    assert village.recorded_by == "office" and village.attested_by == office.organisation
    report = verify()
    assert [finding.key for finding in report.findings] == []
    assert (report.size, report.root) == (4, receipt.root)


def test_the_same_request_is_entered_once_and_gets_its_old_receipt(office: Actor) -> None:
    first = append(office, place("1"), request_id="r", request=b"content")
    enter(office, place("2"))
    again = append(office, place("1"), request_id="r", request=b"content")
    assert again == replace(first, replayed=True) and not first.replayed
    assert Place.objects.filter(code="1").count() == 1


def test_another_content_under_a_known_request_id_is_refused(office: Actor) -> None:
    append(office, place("1"), request_id="r", request=b"content")
    before = counts()
    with pytest.raises(RequestIdReused) as refused:
        append(office, place("2"), request_id="r", request=b"other")
    assert refused.value.says("en") and counts() == before


def test_a_change_without_records_is_refused(office: Actor) -> None:
    with pytest.raises(NothingToEnter):
        enter(office, lambda _: None)
    assert findings() == []


def test_indexes_have_no_gaps_after_refusals_and_rollbacks(office: Actor) -> None:
    city = build(office)

    def break_off(writer: Writer) -> None:
        place("broken")(writer)
        raise RuntimeError

    for at in range(3):
        enter(office, place(f"p{at}"))
        with pytest.raises(RuntimeError):
            enter(office, break_off)
        with pytest.raises(AlreadyKept):
            enter(office, place(f"p{at}"))
        with pytest.raises(AmountNegative):
            city.pledged("C", amount=Decimal(-1))
    indexes = list(Entry.objects.order_by("idx").values_list("idx", flat=True))
    assert indexes == list(range(len(indexes))) and findings() == []


def test_a_refusal_leaves_nothing_of_its_change(office: Actor) -> None:
    city = build(office)
    root = city.pledged("C1")
    before = counts()
    head = Head.objects.get(matter=root)

    def write(writer: Writer) -> None:
        writer.add(Organisation(number="N", name="新", kind="village"), sealed={"contact_name": "某"})
        commitments.pledge(writer, city.pledge("C2"))
        commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(5))
        commitments.correct(writer, root, city.pledge("C3"), "更正")  # written out, for the fold needs the steps
        commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(0))

    with pytest.raises(AmountZero):
        enter(office, write)
    assert counts() == before and Head.objects.get(matter=root).n == head.n and findings() == []


def test_a_change_that_carries_on_after_a_refusal_keeps_what_was_taken_and_nothing_of_the_rest(office: Actor) -> None:
    city = build(office)
    root = city.pledged("C1")

    def write(writer: Writer) -> None:
        commitments.pledge(writer, city.pledge("C2"))
        for refused in (
            lambda: commitments.pledge(writer, city.pledge("C1")),
            lambda: commitments.pledge(writer, city.pledge("C9", amount=Decimal(-1))),
            lambda: commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(0), number="S9"),
            lambda: commitments.correct(writer, root, city.pledge("C2"), "编号相撞"),
            lambda: commitments.correct(writer, root, city.pledge("C8", amount=Decimal(-1)), "负数"),
        ):
            with pytest.raises((AlreadyKept, AmountZero, AmountNegative)):
                refused()
        # What was refused has taken no number.
        commitments.pledge(writer, city.pledge("C9"))
        commitments.pledge(writer, city.pledge("C8"))
        commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(1), number="S9")

    enter(office, write)
    assert findings() == [] and Head.objects.get(matter=root).n == 1
    assert sorted(Commitment.objects.in_force().values_list("number", flat=True)) == ["C1", "C2", "C8", "C9"]


def test_a_number_is_unique_among_what_is_in_force_in_one_office(office: Actor) -> None:
    enter(office, place("450222"))
    with pytest.raises(AlreadyKept) as refused:
        enter(office, place("450222"))
    assert "450222" in refused.value.says("en")
    with pytest.raises(AlreadyKept):
        enter(office, lambda w: [place("x")(w), place("x")(w)])
    # Another kind, and another office, count for themselves.
    enter(office, lambda w: w.add(Organisation(number="450222", name="某", kind="village")))
    enter(replace(office, office=uuid4()), place("450222"))
    assert findings() == []


def test_a_correction_takes_no_number_that_another_bears_and_frees_the_one_it_had(office: Actor) -> None:
    made: list[UUID] = []
    enter(office, lambda writer: made.extend([place("1")(writer), place("2")(writer)]))
    one, two = made

    def moved(root: UUID, code: str) -> Callable[[Writer], UUID]:
        return lambda writer: writer.supersede(root, Place(code=code, name="某地", level="county"), "改号")

    before = counts()
    with pytest.raises(AlreadyKept) as refused:
        enter(office, moved(one, "2"))
    assert refused.value.words["number"] == "2" and counts() == before

    def passed_on(writer: Writer) -> None:
        """One becomes 3, two becomes 1, and a new one takes 2, all at once."""
        moved(one, "3")(writer)
        moved(two, "1")(writer)
        place("2")(writer)

    enter(office, passed_on)
    held = dict(Place.objects.in_force().values_list("code", "root"))
    assert (held["3"], held["1"]) == (one, two) and set(held) == {"1", "2", "3"}
    with pytest.raises(AlreadyKept):
        enter(office, place("1"))
    assert findings() == []


def test_the_number_of_a_thing_in_force_is_unique_in_the_database_too(office: Actor) -> None:
    enter(office, place("450222"))
    with pytest.raises(DatabaseError):
        InForce.objects.create(root=uuid4(), kind="place", office=office.office, key="450222", latest=uuid4())


def test_commit_times_never_go_back_though_the_clock_does(office: Actor) -> None:
    enter(office, place("1"))
    with time_machine.travel(datetime.now(UTC) - timedelta(days=30)):
        receipt = enter(office, place("2"))
    enter(office, place("3"))
    times = list(Commit.objects.order_by("size").values_list("at", flat=True))
    assert times == sorted(times) and times[-2] == receipt.at == times[-3]
    assert findings() == []


def test_a_told_time_is_what_records_and_commits_bear(office: Actor) -> None:
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=900)
    with clock.example_time(at):
        receipt = enter(office, place("1"))
    assert receipt.at == at == Place.objects.get(code="1").recorded_at
    # A whole second is found again: the database keeps times as Django writes them.
    assert Commit.objects.filter(at=at).count() == 1 == Place.objects.filter(recorded_at=at).count()
    assert findings() == []


def test_a_told_time_is_refused_where_the_data_are_no_example(ledger_db: str) -> None:
    from concentric.access.founding import found

    actor = found(origin="real.example/c", title={"zh-Hans": "真"}, office_name="办", time_zone="Asia/Shanghai")
    before = counts()
    with clock.example_time(datetime.now(UTC) + timedelta(days=1)), pytest.raises(NotAnExample):
        enter(actor, place("1"))
    assert counts() == before


def test_a_receipt_names_the_tree_that_verify_rebuilds(office: Actor) -> None:
    for at in range(5):
        receipt = enter(office, place(f"{at}"))
        report = verify()
        assert (receipt.first, receipt.size, receipt.root) == (report.size - 1, report.size, report.root)


def test_a_large_change_is_written_in_parts_and_committed_as_one(
    office: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concentric.ledger.writer.CHUNK", 7)
    monkeypatch.setattr("concentric.ledger.writer.HELD", 5)
    monkeypatch.setattr("concentric.ledger.writer.LOOKUP", 3)
    city = build(office)

    def write(writer: Writer) -> None:
        numbers = [f"C{at}" for at in range(40)]
        writer.prefetch(Commitment, numbers)
        roots = [commitments.pledge(writer, city.pledge(number)) for number in numbers]
        writer.prefetch_matters(roots)
        for at, root in enumerate(roots):
            commitments.take_step(writer, root, "delivered", on=DAY, amount=Decimal(at + 1), number=f"D{at}")
            if at % 3 == 0:
                commitments.correct(writer, root, city.pledge(f"C{at}", amount=Decimal(7)), "更正")
            if at % 4 == 0:
                commitments.take_step(writer, root, "reversed", on=DAY, of=1)
                writer.void(root, "commitment", "重复")
                commitments.pledge(writer, city.pledge(f"C{at}"))

    receipt = enter(office, write)
    assert Commit.objects.filter(size=receipt.size, first=receipt.first).count() == 1
    assert Commitment.objects.in_force().count() == 40 and findings() == []


@pytest.mark.parametrize(
    "values",
    [
        {"number": 7},
        {"committed_on": datetime(2021, 3, 1, tzinfo=UTC)},
        {"amount": 1.5},
        {"amount": Decimal("0.00001")},
    ],
)
def test_a_value_of_another_type_than_its_field_is_never_entered(office: Actor, values: dict[str, object]) -> None:
    city = build(office)
    before = counts()
    with pytest.raises(Exception):  # noqa: B017 - which one is no promise; that nothing is kept is
        city.pledged(**values)
    assert counts() == before and findings() == []


def test_text_is_kept_as_typed_though_other_bytes_would_look_the_same(office: Actor) -> None:
    composed, apart, odd = "\u00e9", "e\u0301", 'a"\\\n\t\x7f\u2028😀'
    for at, name in enumerate((composed, apart, odd)):
        enter(office, lambda w, at=at, name=name: w.add(Place(code=str(at), name=name, level="county")))
    assert list(Place.objects.order_by("idx").values_list("name", flat=True)) == [composed, apart, odd]
    leaves = list(Entry.objects.order_by("-idx").values_list("payload", flat=True)[:3])
    assert composed.encode() in bytes(leaves[2]) and apart.encode() in bytes(leaves[1]) and findings() == []


def test_the_connection_can_be_used_after_a_refusal(office: Actor) -> None:
    with pytest.raises(NothingToEnter):
        enter(office, lambda _: None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
