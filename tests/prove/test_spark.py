"""The same expressions on Spark. They run where the extra `spark` is installed, and are skipped elsewhere."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest
from django.conf import settings as house
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from concentric.exchange.synth import demo
from concentric.lake.snapshot import Engine
from concentric.prove.book import current_book
from concentric.prove.figures import figures
from concentric.prove.plain_rows import Known, rows_of
from concentric.prove.settling import settle
from concentric.prove.views import countable, relation

from .logs import PLACES, Log
from .test_engines import PERIODS, books, check, public

if find_spec("pyspark") is None:
    pytest.skip("the extra `spark` is not installed: uv sync --extra spark", allow_module_level=True)
if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
    pytest.skip("Spark needs a Java 17 runtime, and there is none here", allow_module_level=True)
pytestmark = pytest.mark.spark
LOG = Log(3, 400)
_ENGINES: dict[int, Engine] = {}


def engine_at(position: int) -> Engine:
    from concentric.lake.spark import SparkSnapshot, spark

    if position not in _ENGINES:
        session = spark().newSession()
        session.conf.set("spark.sql.shuffle.partitions", "2")
        frames = {name: session.createDataFrame(table) for name, table in LOG.tables().items()}
        _ENGINES[position] = SparkSnapshot(session, frames, position)
    return _ENGINES[position]


@pytest.mark.parametrize("position", [LOG.size, LOG.size // 2])
def test_each_view_has_the_rows_that_plain_python_makes(position: int) -> None:
    known, engine = Known(LOG.records, position), engine_at(position)
    for view in countable().values():
        settle(engine, view.name)
        names = [column.name for column in public(view)]
        found = [dict(zip(names, row, strict=True)) for row in engine.rows(relation(view.name).select(*names))]
        wanted = [{name: row[name] for name in names} for row in rows_of(known, view.name)]
        assert sorted(found, key=lambda row: row["idx"]) == sorted(wanted, key=lambda row: row["idx"]), view.name


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(books(), st.sampled_from(PERIODS), st.sampled_from([code for code, _ in PLACES]))
def test_spark_agrees_with_plain_python(some: object, period: str, place: str) -> None:
    check(engine_at(LOG.size), LOG, some, period, place)


def test_every_figure_of_the_example_city_is_the_same_on_both(ledger_db: str) -> None:
    list(demo.live(house.HOME, "en", 2021))
    book, _ = current_book()
    on_duckdb, on_spark = (figures(book, period=book.when(), engine=engine) for engine in ("duckdb", "spark"))
    assert [figure.as_json() for figure in on_spark] == [figure.as_json() for figure in on_duckdb]
    assert sum(figure.state == "value" for figure in on_duckdb) > 60
