"""What readers page through is written as text for DuckDB; Ibis, which says the same for every engine, must agree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from concentric.prove import listing as listings
from concentric.prove.listing import Listing, listing
from concentric.prove.views import VIEWS

from .logs import PLACES
from .test_engines import engine_of, log_of, positions

VIEW_NAMES = ("pairings", "commitments", "deliveries", "cases", "projects", "sites", "organisations", "roster")
SEED = 3


def engine() -> Any:
    return engine_of(SEED, positions(log_of(SEED))[0])


def reference(found: Listing, search: str, order: str) -> list[int]:
    """The rows that Ibis finds, searched and put in order by plain Python."""
    names = [column.name for column in found.columns]
    rows = [dict(zip(names, row, strict=True)) for row in found.engine.rows(found.table.select(*names))]
    wanted = search.strip().lower()
    rows = [row for row in rows if any(wanted in (row[label] or "").lower() for label in found.view.labels)]
    rows.sort(key=lambda row: row["idx"])
    name, falling = order.removeprefix("-"), order.startswith("-")
    if name in names:
        known = [row for row in rows if row[name] is not None]
        known.sort(key=lambda row: row[name], reverse=falling)
        if falling:  # equal ones keep the order of the log
            known = [row for value in dict.fromkeys(r[name] for r in known) for row in rows if row[name] == value]
        rows = (sorted(known, key=lambda row: row["idx"], reverse=falling) if name == "idx" else known) + [
            row for row in rows if row[name] is None
        ]
    return [row["idx"] for row in rows]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_pages_of_any_list_are_those_that_the_relation_holds(data: st.DataObject) -> None:
    held = engine()
    view = VIEWS[data.draw(st.sampled_from(VIEW_NAMES))]
    place = data.draw(st.sampled_from([None, *(code for code, _ in PLACES)]))
    where = {}
    if data.draw(st.booleans()):
        name = data.draw(st.sampled_from([column.name for column in view.columns if column.type == "text"]))
        values = sorted({str(row[0]) for row in listing(view.name, zone="UTC", engine=held).parts(name)})
        where[name] = data.draw(st.lists(st.sampled_from(values or [""]), max_size=2))
    least = data.draw(st.sampled_from(["", *view.ladder]))
    found = listing(view.name, zone="UTC", place=place, where=where, least=least, engine=held)
    search = data.draw(st.sampled_from(["", "a", "1", "C", "%", "'", "\u6751"]))
    name = data.draw(st.sampled_from(["", *(column.name for column in found.columns)]))
    order = data.draw(st.sampled_from(["", "-"])) + name
    wanted = reference(found, search, order)
    assert found.found(search) == len(wanted)
    paged = [row["idx"] for n in range(1, len(wanted) // 7 + 3) for row in found.page(n, 7, search, order)]
    assert paged == wanted
    assert found.count == len(reference(found, "", ""))
    assert [idx for (idx,) in found.all("idx")] == reference(found, "", "")


def test_only_columns_that_are_asked_for_are_read() -> None:
    row = listing("pairings", zone="UTC", engine=engine()).page(1, 1, only=["number", "recorded_by"])[0]
    assert set(row) == {"number"}  # and never one of the office


def test_a_column_that_there_is_none_of_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        listing("pairings", zone="UTC", engine=engine(), where={"nothing": ["x"]})


def test_another_engine_counts_and_goes_through_all_rows_but_is_not_paged() -> None:
    class Other:
        """A snapshot that isn't one: it only understands Ibis."""

        def __init__(self, held: Any) -> None:
            self.position, self.lock = held.position, held.lock
            self.rows, self.asked = held.rows, held.asked
            self.materialise, self.columns = held.materialise, held.columns

    own = listing("pairings", zone="UTC", engine=engine())
    other = listing("pairings", zone="UTC", engine=Other(engine()))
    assert other.count == own.count > 0 and list(other.all("number")) == list(own.all("number"))
    with pytest.raises(TypeError):
        other.page(1, 10)


def test_a_file_is_written_in_pieces_that_never_hold_more_than_a_few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    found = listing("pairings", zone="UTC", engine=engine())
    whole = "".join(found.pieces("en"))
    monkeypatch.setattr(listings, "BATCH", 5)
    monkeypatch.setattr(listings, "PIECE", 3)
    pieces = list(found.pieces("en"))
    assert "".join(pieces) == whole and max(piece.count("\r\n") for piece in pieces) <= 3
    assert pieces[0].count("\r\n") == 1, "the headings go out before any row is read"
    assert whole.count("\r\n") == 1 + found.count
