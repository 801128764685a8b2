"""What nobody asks for is left out: columns, joins that bring nothing, and nothing else."""

from __future__ import annotations

from typing import Any

import ibis
import pytest

from concentric.lake.pruned import pruned

CASE = ibis.table({"root": "string", "what": "string", "handler": "string", "n": "int64"}, name="case")
PARTY = ibis.table({"root": "string", "name": "string", "place": "string"}, name="party")
STEP = ibis.table({"matter": "string", "kind": "string", "n": "int64", "note": "string"}, name="step")


def joined() -> Any:
    party = PARTY.select("name", "place", party_root="root")
    last = STEP.group_by(last_matter="matter").aggregate(last=STEP["n"].max(), notes=STEP["note"].max())
    table = CASE.left_join(party, CASE["handler"] == party["party_root"])
    return table.left_join(last, table["root"] == last["last_matter"])


def sql(table: Any) -> str:
    return str(ibis.to_sql(table, dialect="duckdb", pretty=False))


def test_a_join_that_brings_nothing_wanted_is_left_out() -> None:
    found = pruned(joined().select("root", "last"))
    assert found.reads == {"case": {"root"}, "step": {"matter", "n"}}
    assert '"party"' not in sql(found.table) and '"note"' not in sql(found.table)


def test_a_join_whose_column_only_another_join_needs_stays() -> None:
    places = ibis.table({"code": "string", "title": "string"}, name="places")
    table = joined()
    table = table.left_join(places, table["place"] == places["code"])
    found = pruned(table.select("root", "title"))
    assert found.reads == {"case": {"root", "handler"}, "party": {"root", "place"}, "places": {"code", "title"}}


@pytest.mark.parametrize("how", ["inner", "semi", "anti"])
def test_a_join_that_chooses_rows_stays_whatever_is_wanted(how: str) -> None:
    found = pruned(CASE.join(PARTY, CASE["handler"] == PARTY["root"], how=how).select("n"))
    assert found.reads == {"case": {"n", "handler"}, "party": {"root"}}


def test_what_a_filter_looks_at_is_read_though_nobody_sees_it() -> None:
    found = pruned(joined().filter(lambda t: t["name"] == "x").select("n"))
    assert found.reads == {"case": {"n", "handler"}, "party": {"root", "name"}}


def test_rows_are_counted_where_no_column_is_wanted() -> None:
    table = CASE.select("what", "n")
    found = pruned(table.aggregate(rows=table.count(), some=table.count(where=table["n"] > 1)))
    assert found.reads == {"case": {"n"}}
    assert pruned(table.aggregate(rows=table.count())).reads == {"case": {"what"}}


def test_both_sides_of_a_union_keep_the_same_columns_in_the_same_order() -> None:
    one = CASE.select(a="root", b="what", c="n")
    other = STEP.select(c="n", b="kind", a="matter")
    found = pruned(ibis.union(one, other, distinct=False).select("c", "a"))
    assert found.reads == {"case": {"root", "n"}, "step": {"matter", "n"}}


def test_a_window_keeps_what_it_is_ordered_and_parted_by() -> None:
    ranked = STEP.mutate(rank=ibis.row_number().over(group_by="matter", order_by=STEP["n"]))
    found = pruned(ranked.filter(ranked["rank"] == 0).select("kind"))
    assert found.reads == {"step": {"matter", "n", "kind"}}


def test_what_it_does_not_know_is_an_error_and_not_a_wrong_answer() -> None:
    with pytest.raises(TypeError, match="Limit"):
        pruned(CASE.limit(3))
    with pytest.raises(TypeError, match="Subquery"):
        pruned(CASE.filter(CASE["root"].isin(PARTY["root"])))


def test_the_smaller_expression_gives_the_same_rows() -> None:
    import duckdb

    con = duckdb.connect()
    con.execute("CREATE TABLE \"case\" AS SELECT 'c' || i AS root, 'w' AS what, 'p' || i % 3 AS handler, i AS n "
                "FROM range(9) r(i)")  # fmt: skip
    con.execute("CREATE TABLE party AS SELECT 'p' || i AS root, 'name ' || i AS name, 'x' AS place FROM range(2) r(i)")
    con.execute("CREATE TABLE step AS SELECT 'c' || i % 4 AS matter, 'k' AS kind, i AS n, 'y' AS note "
                "FROM range(20) r(i)")  # fmt: skip
    for names in (["root"], ["n", "name"], ["root", "last", "notes"], ["place", "last"]):
        whole = joined().select(*names)
        rows = [sorted(con.execute(sql(one)).fetchall(), key=repr) for one in (whole, pruned(whole).table)]
        assert rows[0] == rows[1] and len(rows[0]) == 9
