"""Whoever changes the mirror from which figures are counted is found out, although the ledger itself is whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.ledger.cast import build, enter

from concentric.lake import manifest as manifests
from concentric.lake.segments import lake_folder, refresh
from concentric.ledger.actor import Actor
from concentric.ledger.models import Record
from concentric.prove.mirror import differing
from concentric.register.models import Organisation

Change = Callable[[pa.Table], pa.Table]


def forged(kind: str, change: Change) -> None:
    """Put another file in the place of a segment, and list it as if it had always been there."""
    folder = lake_folder()
    held = refresh()
    segment = held.of(kind)[-1]
    path = folder / segment.file
    pq.write_table(change(pq.read_table(path)), path)
    listed = []
    for one in held.segments:
        fresh = {"size": path.stat().st_size, "sha256": manifests.digest(path)} if one == segment else {}
        listed.append(asdict(one) | fresh)
    text = json.dumps({"format": manifests.FORMAT, **asdict(held), "segments": listed})
    (folder / manifests.NAME).write_text(text, encoding="utf-8")


def renamed(table: pa.Table) -> pa.Table:
    names = ["另一个" if name is not None else None for name in table.column("name").to_pylist()]
    return table.set_column(table.schema.get_field_index("name"), "name", pa.array(names, pa.string()))


@pytest.mark.parametrize(
    "change",
    [
        renamed,
        lambda table: table.slice(1),
        lambda table: table.slice(0, table.num_rows - 1),
        lambda table: pa.concat_tables([table, table.slice(0, 1)]),
        lambda table: table.take(list(range(table.num_rows))[::-1]),
        lambda table: table.drop_columns(["name"]),
    ],
    ids=["a value", "without the first", "without the last", "one twice", "turned round", "without a column"],
)
def test_a_forged_segment_is_told_by_its_kind(office: Actor, change: Change, run) -> None:  # type: ignore[no-untyped-def]
    build(office)
    assert differing() == []
    forged("organisation", change)
    code, out, _ = run("verify", "--lang", "en")
    assert code == 1 and "other rows of organisation than the ledger" in out and "made anew" in out
    assert [each["key"] for each in json.loads(run("verify", "--json")[1])["findings"]] == ["verify-mirror-differs"]


def test_a_mirror_of_many_segments_that_lags_behind_holds(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    build(office)
    for n in range(3):
        later: Record = Organisation(number=f"N{n}", name="新村", kind="village")
        refresh()
        enter(office, lambda writer, later=later: writer.add(later))
    assert differing() == [] and run("verify")[0] == 0


def test_a_file_that_would_not_be_believed_is_nothing_to_tell(office: Actor) -> None:
    build(office)
    folder = lake_folder()
    segment = refresh().of("organisation")[0]
    Path(folder / segment.file).write_bytes(b"nonsense")
    assert differing() == []
    refresh()
    assert differing() == []


def test_without_a_mirror_there_is_nothing_to_hold(office: Actor) -> None:
    assert differing() == [] and not lake_folder().exists()
