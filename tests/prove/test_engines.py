"""Every engine gives what the plain Python specification gives: views row by row, figures to the last digit."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from concentric.core.terms.periods import read_period
from concentric.lake.snapshot import Engine, snapshot_of
from concentric.prove.evidence import evidence
from concentric.prove.figures import figures
from concentric.prove.indicators import indicators_of
from concentric.prove.plain import PlainBook
from concentric.prove.plain_rows import Known, rows_of
from concentric.prove.settling import settle
from concentric.prove.view import Column, View
from concentric.prove.views import countable, relation

from .cast import book
from .logs import PLACES, Log

SEEDS = st.integers(0, 9)
PERIODS = ("2021", "2021-Q2", "2021-05", "2020-12-01..2021-02-14")
TEXTS = ("a", "b", "CNY", "USD", "recipient", "office", "active", "confirmed", "甲", "村", "", "450222", "link", "r0")


@lru_cache(maxsize=8)
def log_of(seed: int) -> Log:
    return Log(seed, 400)


@lru_cache(maxsize=32)
def engine_of(seed: int, position: int) -> Engine:
    return snapshot_of(log_of(seed).tables(), position)


def positions(log: Log) -> list[int]:
    return [log.size, log.size * 2 // 3, log.size // 3, 0]


def check_views(log: Log, engine: Engine) -> None:
    known = Known(log.records, engine.position)
    for view in countable().values():
        settle(engine, view.name)
        names = [column.name for column in public(view)]
        found = [dict(zip(names, row, strict=True)) for row in engine.rows(relation(view.name).select(*names))]
        wanted = [{name: row[name] for name in names} for row in rows_of(known, view.name)]
        assert sorted(found, key=lambda row: row["idx"]) == sorted(wanted, key=lambda row: row["idx"]), view.name


@pytest.mark.parametrize("seed", range(5))
def test_each_view_has_the_rows_that_plain_python_makes(seed: int) -> None:
    log = log_of(seed)
    for position in positions(log):
        check_views(log, engine_of(seed, position))


@pytest.mark.parametrize("nouns", ["case", "project", "commitment", "activity site", "assignment accreditation"])
def test_few_matters_with_many_steps_agree_as_well(nouns: str) -> None:
    log = Log(7, 400, (*nouns.split(), "follow_up"))
    for position in positions(log)[:2]:
        check_views(log, snapshot_of(log.tables(), position))


# -- random indicators -------------------------------------------------------------------------------------------


def literal(column: Column) -> st.SearchStrategy[str]:
    if column.type == "date":
        return st.dates(date(2020, 11, 1), date(2022, 3, 1)).map(lambda day: f"'{day}'")
    if column.type == "text":
        return st.sampled_from(TEXTS).map(lambda text: f"'{text}'")
    if column.type == "integer":
        return st.integers(-1, 5).map(str)
    return st.decimals(-5, 10**7, places=4).map(str)


def public(view: View) -> list[Column]:
    return [column for column in view.columns if column.disclosure == "public"]


@st.composite
def conditions(draw: Any, view: View, depth: int = 2) -> str:
    if depth and draw(st.booleans()):
        one, two = draw(conditions(view, depth - 1)), draw(conditions(view, depth - 1))
        return draw(st.sampled_from([f"({one} AND {two})", f"({one} OR {two})", f"NOT ({one})"]))
    able = [column for column in public(view) if column.type != "time"]
    column = draw(st.sampled_from(able))
    some = literal(column)
    form = draw(st.sampled_from(["=", "<>", "<", "<=", ">", ">=", "in", "between", "null", "other"]))
    if form == "in":
        return f"{column.name} IN ({', '.join(draw(st.lists(some, min_size=1, max_size=3)))})"
    if form == "between":
        return f"{column.name} BETWEEN {draw(some)} AND {draw(some)}"
    if form == "null":
        return f"{column.name} IS {draw(st.sampled_from(['', 'NOT ']))}NULL"
    if form == "other":
        other = draw(st.sampled_from([one for one in able if one.type == column.type]))
        return f"{column.name} <= {other.name}"
    return f"{column.name} {form} {draw(some)}"


@st.composite
def counts(draw: Any) -> dict[str, Any]:
    view = draw(st.sampled_from(list(countable().values())))
    days = view.names("date")
    spec: dict[str, Any] = {"counts": view.name}
    way = draw(st.sampled_from(["rows", "distinct", "sum"]))
    if way == "distinct":
        spec["distinct"] = draw(st.sampled_from([one.name for one in public(view) if one.type == "text"]))
    elif way == "sum" and view.measures:
        measure = draw(st.sampled_from(view.measures))
        spec["sum"] = measure.name
        if measure.currency:
            spec["currency"] = draw(st.sampled_from(["CNY", "USD"]))
    when = draw(st.sampled_from(["during", "at_end", "always"])) if days else "always"
    if when == "during":
        spec["during"] = draw(st.sampled_from(days))
    elif when == "at_end":
        spec["at_end"] = [draw(st.sampled_from(days)), draw(st.sampled_from(days))]
    if draw(st.booleans()):
        spec["where"] = draw(conditions(view))
    if view.ladder:
        spec["headline"] = draw(st.sampled_from(view.ladder))
    return spec


@st.composite
def coverages(draw: Any) -> dict[str, Any]:
    spec = draw(counts().filter(lambda spec: "distinct" not in spec and "sum" not in spec))
    headline = {"headline": spec.pop("headline")} if "headline" in spec else {}
    member = draw(st.sampled_from([n for n in ("recipient", "supporter", "member", "root") if _has(spec["counts"], n)]))
    return {"coverage": {"roster": draw(st.sampled_from(["r0", "r1", "none"])), "member": member, **spec}, **headline}


def _has(view: str, column: str) -> bool:
    return any(one.name == column for one in public(countable()[view]))


STATISTICS = st.sampled_from(["jobs", "firms", "none"]).map(lambda code: {"statistic": code})


@st.composite
def books(draw: Any) -> Any:
    """Some indicators of every sort, and the ratios of some of them to others."""
    made = {f"c{n}": spec for n, spec in enumerate(draw(st.lists(counts(), min_size=3, max_size=8)))}
    made |= {f"v{n}": spec for n, spec in enumerate(draw(st.lists(coverages(), max_size=2)))}
    made |= {f"s{n}": spec for n, spec in enumerate(draw(st.lists(STATISTICS, max_size=2)))}
    parts = [code for code in made if not code.startswith("v")]
    for n in range(2):
        pair = {"numerator": draw(st.sampled_from(parts)), "denominator": draw(st.sampled_from(parts))}
        made[f"q{n}"] = {"ratio": pair, "unit": draw(st.sampled_from(["%", ""]))}
    return book(**made)


def check(engine: Engine, log: Log, some: Any, period: str, place: str) -> None:
    when = read_period(period)
    plain = PlainBook(indicators_of(some), log.records, engine.position, when, place, own=some.place)
    for figure in figures(some, period=when, place=place, engine=engine):
        wanted = plain.figure(figure.code)
        proof = evidence(some, figure.code, period=when, place=place, engine=engine)
        got = {name: getattr(figure, name) for name in wanted.__dict__ if name != "digest"}
        spec = some.indicators[figure.code]
        assert {**got, "digest": proof.digest()} == wanted.__dict__, spec
        assert proof.count == wanted.row_count, spec


# Shrinking would take minutes; the failing indicator is named by the assertion itself.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(SEEDS, st.integers(0, 3), books(), st.sampled_from(PERIODS), st.sampled_from([code for code, _ in PLACES]))
def test_duckdb_agrees_with_plain_python(seed: int, nth: int, some: Any, period: str, place: str) -> None:
    log = log_of(seed)
    check(engine_of(seed, positions(log)[nth]), log, some, period, place)
