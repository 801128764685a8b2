"""The lake mirrors the ledger, grows by the tail, and mends itself."""

from __future__ import annotations

import json
import multiprocessing
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from django.db import connections

from concentric.keep.models import Commitment, Statistic
from concentric.lake import segments
from concentric.lake.manifest import NAME, Manifest, load
from concentric.lake.relations import in_force, standing_now
from concentric.lake.segments import lake_folder, rebuild, refresh
from concentric.lake.shape import shapes
from concentric.lake.snapshot import snapshot
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.models import Entry
from concentric.register.models import Circle, Organisation, Place, Programme


def enter(office: Actor, count: int, name: str) -> None:
    def change(writer: Any) -> None:
        for n in range(count):
            writer.add(Place(code=f"{name}{n}", name="x", level="county"))

    append(office, change, request_id=name)


def mirrored(kind: str, manifest: Manifest | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for segment in (manifest or refresh()).of(kind):
        found += pq.read_table(lake_folder() / segment.file).to_pylist()
    return found


def test_every_value_arrives_exactly(office: Actor) -> None:
    roots: dict[str, Any] = {}

    def change(writer: Any) -> None:
        place = writer.add(Place(code="1", name="柳城", level="county", latitude=Decimal("24.6612")))
        one, two = (
            writer.add(
                Organisation(number=n, name=n, kind="village", place_id=place), sealed={"contact_phone": "12345"}
            )
            for n in "ab"
        )
        circle = writer.add(Circle(code="c", names={"zh-Hans": "合作"}, rank=1))
        programme = writer.add(Programme(code="p", circle_id=circle, names={}, rank=2))
        roots["money"] = writer.add(
            Commitment(
                number="C1",
                programme_id=programme,
                supporter_id=one,
                recipient_id=two,
                kind="money",
                nature="welfare",
                firmness="signed",
                amount=Decimal("99999999999999.9999"),
                currency="CNY",
                committed_on=date(2021, 3, 5),
            )
        )
        writer.add(Statistic(number="S", indicator="i", value=Decimal("-0.0001"), unit="", period="2021", source="x"))

    append(office, change, request_id="one")
    (row,) = mirrored("commitment")
    held = Commitment.objects.get()
    assert row["amount"] == Decimal("99999999999999.9999") and row["quantity"] is None
    assert row["id"] == str(held.id) and row["root"] == str(roots["money"])
    assert row["supporter"] == str(held.supporter_id) and row["supersedes"] is None
    assert row["committed_on"] == date(2021, 3, 5) and row["due"] is None
    assert row["recorded_at"] == held.recorded_at.replace(tzinfo=None)
    assert mirrored("statistic")[0]["value"] == Decimal("-0.0001")
    assert json.loads(mirrored("circle")[0]["names"]) == {"zh-Hans": "合作"}
    assert mirrored("charter")[0]["example"] is True


def test_a_sealed_value_never_enters_the_lake(office: Actor) -> None:
    append(
        office,
        lambda w: w.add(Organisation(number="a", name="a", kind="village"), sealed={"contact_name": "SECRETNAME"}),
        request_id="one",
    )
    refresh()
    files = [path.read_bytes() for path in lake_folder().iterdir() if path.is_file()]
    assert files and not any(b"SECRETNAME" in content for content in files)
    assert not [column for shape in shapes().values() for column in shape.columns if "contact" in column.name]


def test_a_refresh_reads_only_what_is_new(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(office, 3000, "first")
    refresh()
    spans: list[tuple[str, int, int]] = []
    real = segments.batches
    monkeypatch.setattr(
        segments, "batches", lambda shape, first, end: spans.append((shape.name, first, end)) or real(shape, first, end)
    )
    enter(office, 10, "second")
    refresh()
    assert ("place", 3002, 3012) in spans and all(first == 3002 for _, first, _ in spans)
    spans.clear()
    refresh()
    assert spans == []


def test_small_segments_are_merged_and_nothing_is_lost(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SMALL", 4)
    for n in range(40):
        enter(office, 3, f"batch{n}-")
        manifest = refresh()
    assert len(manifest.of("place")) <= 12
    spans = [(segment.first, segment.end) for segment in manifest.of("place")]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert [row["idx"] for row in mirrored("place")] == list(
        Entry.objects.filter(kind="place").order_by("idx").values_list("idx", flat=True)
    )


@pytest.mark.parametrize("harm", ["cut", "flip", "delete"])
def test_a_damaged_or_missing_segment_is_written_again(office: Actor, harm: str) -> None:
    enter(office, 50, "first")
    manifest = refresh()
    path = lake_folder() / manifest.of("place")[0].file
    content = path.read_bytes()
    if harm == "delete":
        path.unlink()
    else:
        harmed = content[:-9] if harm == "cut" else content[:100] + bytes([content[100] ^ 1]) + content[101:]
        path.write_bytes(harmed)
    assert len(mirrored("place")) == 50
    assert refresh().of("place")[0].rows == 50


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 99, "segments": []}'])
def test_a_manifest_that_cannot_be_read_is_made_anew(office: Actor, text: str) -> None:
    enter(office, 5, "first")
    refresh()
    (lake_folder() / NAME).write_text(text)
    assert len(mirrored("place")) == 5


def test_the_lake_of_another_ledger_is_not_taken_for_this_one(office: Actor) -> None:
    enter(office, 5, "first")
    manifest = refresh()
    path = lake_folder() / NAME
    path.write_text(path.read_text().replace(manifest.root, "00" * 32))
    (lake_folder() / manifest.of("place")[0].file).write_bytes(b"of another ledger")
    assert len(mirrored("place")) == 5
    assert load(lake_folder()) == refresh()


def test_a_rebuild_gives_what_growing_gave(office: Actor) -> None:
    for n in range(4):
        enter(office, 5, f"batch{n}-")
        refresh()
    grown = mirrored("place")
    assert mirrored("place", rebuild()) == grown


def test_files_nobody_lists_are_swept_only_when_nobody_can_be_reading_them(
    office: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(office, 5, "first")
    old = lake_folder() / refresh().of("place")[0].file
    enter(office, 5, "second")
    refresh()
    assert old.exists()
    monkeypatch.setattr(segments, "GRACE", -1)
    enter(office, 5, "third")
    refresh()
    assert not old.exists()


def _refresh_elsewhere(database: str, home: Path) -> int:
    from django.conf import settings

    settings.HOME = home
    connections["default"].settings_dict["NAME"] = database
    return refresh().size


def test_two_processes_refresh_at_once(office: Actor, ledger_db: str, settings: Any) -> None:
    enter(office, 500, "first")
    connections.close_all()  # a connection must not be shared with a forked process
    with multiprocessing.get_context("fork").Pool(4) as pool:
        sizes = pool.starmap(_refresh_elsewhere, [(ledger_db, settings.HOME)] * 8)
    assert set(sizes) == {502}
    assert len(mirrored("place")) == 500
    assert not list(lake_folder().glob("*.tmp"))


def test_a_snapshot_reaches_nothing_outside_the_lake(office: Actor, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    engine = snapshot()
    for statement in (
        f"SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')",
        f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
        "SET enable_external_access = true",
        "INSTALL sqlite",
        f"ATTACH '{tmp_path / 'x.db'}'",
    ):
        with pytest.raises(Exception, match=r"(?i)permission|disabled|locked|cannot"):
            engine.run(statement)


def test_a_position_the_log_has_not_reached_is_no_position(office: Actor) -> None:
    with pytest.raises(ValueError, match="no position"):
        snapshot(10**6)
    assert snapshot(0).rows(standing_now("organisation")) == []


def test_tables_in_force_bear_the_same_columns_as_they_promise() -> None:
    for name in ("place", "commitment_step"):
        assert in_force(name).columns == standing_now(name).columns
