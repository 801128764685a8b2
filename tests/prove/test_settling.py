"""A view is made with the columns that are wanted, and whole once more of it is asked for."""

from __future__ import annotations

from concentric.lake.snapshot import Held, snapshot_of
from concentric.prove.figures import figures
from concentric.prove.settling import EXPRESSIONS, settle
from concentric.prove.view import View
from concentric.prove.views import VIEWS, relation
from concentric.register.book import read_book, shipped

from .logs import Log


def columns_read(view: View) -> dict[str, set[str]]:
    """Which columns of which other views the expression of a view reads."""
    import ibis.expr.operations as ops

    found: dict[str, set[str]] = {}
    names = {view.table: name for name, view in VIEWS.items()}
    expression = EXPRESSIONS[view.name]().op()
    for node in expression.find(ops.UnboundTable):
        if node.name in names:
            found[names[node.name]] = set()
    for node in expression.find(ops.Field):
        if isinstance(node.rel, ops.UnboundTable) and node.rel.name in names:
            found[names[node.rel.name]].add(node.name)
    return found


def test_each_view_declares_what_it_is_made_of() -> None:
    for view in VIEWS.values():
        read = columns_read(view)
        below = {name for used in view.uses for name in (used, *VIEWS[used].uses)}
        assert read.keys() <= below, view.name
        for used, columns in view.takes.items():
            assert used in view.uses and read[used] == set(columns), (view.name, used)


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


def test_what_an_engine_keeps_serves_whoever_wants_no_more() -> None:
    kept = Held()
    assert not kept.has("t", ["a"]) and not kept.has("t", None)
    kept.add("t", ["a", "b"])
    assert kept.has("t", ["a"]) and not kept.has("t", ["a", "c"]) and not kept.has("t", None)
    kept.add("t", None)
    assert kept.has("t", ["a", "c"]) and kept.has("t", None)
