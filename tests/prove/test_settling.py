"""A view is made with the columns that are wanted, and whole once more of it is asked for."""

from __future__ import annotations

from concentric.lake.snapshot import Held, snapshot_of
from concentric.prove.figures import figures
from concentric.prove.settling import EXPRESSIONS, beneath, settle
from concentric.prove.views import VIEWS, relation
from concentric.register.book import read_book, shipped

from .logs import Log


def test_what_a_view_is_made_of_stands_before_it() -> None:
    made: set[str] = set()
    for name in EXPRESSIONS:
        assert beneath(name).keys() <= made, name
        made.add(name)
    assert made == VIEWS.keys()


def held(engine: object, name: str) -> list[str]:
    rows = engine.run("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [VIEWS[name].table])  # type: ignore[attr-defined]
    return [column for (column,) in rows]


def test_counting_makes_no_names_and_a_list_makes_the_whole_view() -> None:
    log = Log(4, 400)
    engine = snapshot_of(log.tables(), log.size)
    book, _ = read_book(shipped("city"))
    assert book is not None
    before = figures(book, period=book.when(), engine=engine)
    assert "strength" in held(engine, "commitments") and "supporter_name" not in held(engine, "commitments")
    rows = engine.rows(relation("commitments").aggregate(n=relation("commitments").count()))
    for name in VIEWS:
        settle(engine, name)
        assert held(engine, name) == VIEWS[name].names()
    assert engine.rows(relation("commitments").aggregate(n=relation("commitments").count())) == rows
    assert figures(book, period=book.when(), engine=engine) == before


def test_whoever_wants_more_takes_nothing_from_those_who_wanted_other_columns() -> None:
    log = Log(5, 200)
    engine = snapshot_of(log.tables(), log.size)
    settle(engine, "deliveries", ["amount_verified"])
    assert held(engine, "deliveries") == ["amount_verified"] and "answer" not in held(engine, "parts")
    settle(engine, "commitments", ["state", "strength"])
    assert held(engine, "commitments") == ["state", "strength"]
    settle(engine, "commitments", ["kind"])
    assert held(engine, "commitments") == ["state", "kind", "strength"]
    assert {"answer", "held"} <= set(held(engine, "parts")), "what deliveries were made of is still there"


def test_a_view_has_the_same_rows_whatever_is_wanted_of_it() -> None:
    log = Log(6, 300)
    whole, narrow = (snapshot_of(log.tables(), log.size) for _ in range(2))
    for name, view in VIEWS.items():
        settle(whole, name)
        for column in (view.columns[0], *view.columns[1::5]):
            settle(narrow, name, [column.name])
            # A join that was left out must not have changed how many rows there are.
            text = f'SELECT "{column.name}", count(*) FROM "{view.table}" GROUP BY ALL ORDER BY ALL'
            assert narrow.run(text) == whole.run(text), (name, column.name)


def test_what_an_engine_keeps_serves_whoever_wants_no_more() -> None:
    kept = Held()
    assert not kept.has("t", ["a"]) and not kept.has("t", None)
    kept.add("t", ["a", "b"])
    assert kept.has("t", ["a"]) and not kept.has("t", ["a", "c"]) and not kept.has("t", None)
    kept.add("t", None)
    assert kept.has("t", ["a", "c"]) and kept.has("t", None)
