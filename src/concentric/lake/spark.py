"""The same tables and figures on Spark, for a nation's ledger. The extra `spark` brings it; it needs a Java runtime."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from concentric.core.terms.findings import Refused
from concentric.lake.relations import RAW, tables
from concentric.lake.segments import lake_folder, refresh
from concentric.lake.shape import shapes
from concentric.lake.snapshot import Held
from concentric.lake.source import schema
from concentric.ledger.positions import size

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

# Decimals that don't fit must fail, not become null; times are UTC everywhere.
SETTINGS = {"spark.sql.ansi.enabled": "true", "spark.sql.session.timeZone": "UTC", "spark.ui.enabled": "false"}


class SparkSnapshot:
    """Tables in force at `position`, in a Spark session of their own. An `Engine` as `lake.snapshot` describes it."""

    def __init__(self, session: SparkSession, mirrored: dict[str, DataFrame], position: int) -> None:
        self.position = position
        self.session = session
        self.lock = threading.RLock()
        self._tables = Held()
        for name, frame in mirrored.items():
            frame.filter(frame.idx < position).createOrReplaceTempView(RAW + name)
        for name, make in tables():
            self.materialise(name, make)

    def rows(self, expression: ir.Expr) -> list[tuple[Any, ...]]:
        """What an expression over the tables gives, row by row."""
        # Through Arrow: Spark's own rows turn UTC times into those of the machine's time zone.
        table = self.session.sql(compiled(expression)).toArrow()
        columns = [_naive(column).to_pylist() for column in table.columns]
        return list(zip(*columns, strict=True))

    def asked(self, name: str, make: Callable[[], ir.Expr]) -> list[tuple[Any, ...]]:
        """What a named expression gives, row by row."""
        return self.rows(make())

    def materialise(self, name: str, make: Callable[[], ir.Table], columns: Sequence[str] | None = None) -> None:
        """Keep what the made expression gives as the table `name`, in the memory of the workers."""
        if not self._tables.has(name, columns):
            # A checkpoint, not a cache: a view of views would carry the plans of all of them along, and more at each.
            self.session.sql(compiled(make())).localCheckpoint().createOrReplaceTempView(name)
            self._tables.add(name, columns)

    def columns(self, name: str) -> frozenset[str] | None:
        """The columns of a table that is kept."""
        return self._tables.columns(name)


def _naive(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa  # heavy, and most processes never read the lake

    return column.cast(pa.timestamp("us")) if pa.types.is_timestamp(column.type) else column


def compiled(expression: ir.Expr) -> str:
    """An expression as Spark reads it."""
    import ibis  # 0.7 seconds: only processes that compute figures pay them

    return str(ibis.to_sql(expression, dialect="pyspark", pretty=False))


class NoSpark(Refused):
    """Spark can't be started here: the extra isn't installed, or there is no Java."""


@cache
def spark() -> SparkSession:
    """The Spark session of this process: on this machine, unless its environment names a cluster.

    NoSpark where it is not installed, or doesn't start.
    """
    try:
        from pyspark.errors import PySparkRuntimeError  # an extra
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise NoSpark("engines-no-spark") from missing
    builder: Any = SparkSession.builder
    builder = builder.appName("concentric")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    try:
        found: SparkSession = builder.getOrCreate()
    except PySparkRuntimeError as failed:
        raise NoSpark("engines-no-java") from failed
    found.sparkContext.setLogLevel("ERROR")
    return found


def spark_snapshot(position: int | None) -> SparkSnapshot:
    """The tables in force at a position of the log (None: now), over the same segments that DuckDB reads."""
    folder, manifest = lake_folder(), refresh()
    session = spark().newSession()
    mirrored = {}
    for name, shape in shapes().items():
        files = [str((folder / segment.file).resolve()) for segment in manifest.of(name)]
        mirrored[name] = session.read.parquet(*files) if files else session.createDataFrame(schema(shape).empty_table())
    return SparkSnapshot(session, mirrored, size() if position is None else position)
